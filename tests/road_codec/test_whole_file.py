"""A target is the old file or the whole new one, and nothing else is left beside it."""

import errno
import itertools
import os
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from road_codec import (
    InputError,
    OutputError,
    ParameterError,
    copy_whole,
    finish,
    whole_file,
    write_whole,
)
from road_codec.whole_file import WholeFile, discard_unfinished, numbered, remove_leftovers

NEW = b"the new content"
OLD = b"the old content"


def write(target: Path, on_exists: str = "error") -> WholeFile:
    with WholeFile(target, on_exists) as whole, whole.open() as file:
        file.write(NEW)
    return whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that is there already."""
    path = tmp_path / "x.road.wav"
    path.write_bytes(OLD)
    return path


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "x.wav"
    with WholeFile(target) as whole, whole.open() as file:
        file.write(NEW)
        assert not target.exists()
        assert names(tmp_path) == [whole.part.name]

    assert names(tmp_path) == ["x.wav"]
    assert target.read_bytes() == NEW


def test_folders_are_made_on_the_way(tmp_path: Path) -> None:
    assert write(tmp_path / "a" / "b" / "x.wav").target.read_bytes() == NEW


@pytest.mark.parametrize("on_exists", ["error", "rename", "overwrite"])
@pytest.mark.parametrize("kind", [ValueError, KeyboardInterrupt, GeneratorExit])
def test_an_end_in_the_middle_leaves_the_old_file_and_nothing_else(
    old: Path, on_exists: str, kind: type[BaseException]
) -> None:
    target = old if on_exists != "error" else old.with_name("other.wav")
    with pytest.raises(kind), WholeFile(target, on_exists) as whole, whole.open() as file:
        file.write(NEW)
        raise kind

    assert names(old.parent) == [old.name]
    assert old.read_bytes() == OLD


def test_an_existing_target_is_refused_at_once(old: Path) -> None:
    with pytest.raises(OutputError, match="exists already; choose another name"):
        WholeFile(old)


def test_an_existing_target_is_overwritten_if_that_is_wanted(old: Path) -> None:
    assert write(old, "overwrite").target == old
    assert old.read_bytes() == NEW
    assert names(old.parent) == [old.name]


def test_an_existing_target_is_kept_and_the_new_one_numbered(old: Path) -> None:
    assert [write(old, "rename").target.name for _ in range(3)] == [
        "x (2).road.wav",
        "x (3).road.wav",
        "x (4).road.wav",
    ]
    assert old.read_bytes() == OLD


def test_a_target_that_appears_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    target = tmp_path / "x.wav"
    with pytest.raises(OutputError, match="exists already"), WholeFile(target) as whole:
        whole.part.write_bytes(NEW)
        target.write_bytes(OLD)

    assert target.read_bytes() == OLD
    assert names(tmp_path) == ["x.wav"]


def no_links(self: Path, target: Path) -> None:
    raise OSError(errno.EPERM, "Operation not permitted")


@pytest.mark.parametrize("on_exists", ["error", "rename", "overwrite"])
def test_disks_without_links_are_written_too(
    old: Path, monkeypatch: pytest.MonkeyPatch, on_exists: str
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", no_links)
    target = old if on_exists != "error" else old.with_name("other.wav")

    whole = write(target, on_exists)

    assert whole.target.read_bytes() == NEW
    assert not [name for name in names(old.parent) if "part" in name]


def test_disks_without_links_keep_what_appears_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", no_links)
    target = tmp_path / "x.wav"
    with pytest.raises(OutputError, match="exists already"), WholeFile(target) as whole:
        whole.part.write_bytes(NEW)
        target.write_bytes(OLD)

    assert target.read_bytes() == OLD
    assert names(tmp_path) == ["x.wav"]


def test_no_empty_target_is_left_where_the_last_step_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(self: Path, target: Path) -> Path:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(OutputError, match="cannot be written: input/output error"):
        write(tmp_path / "x.wav")

    assert names(tmp_path) == []


def test_a_link_stays_one_and_what_it_names_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real, link = tmp_path / "there" / "real.wav", tmp_path / "link.wav"
    real.write_bytes(OLD)
    link.symlink_to(real)

    with WholeFile(link, "overwrite") as whole, whole.open() as file:
        # Beside what is replaced: a link may lead to another disk.
        assert whole.part.parent == real.parent
        file.write(NEW)

    assert link.is_symlink()
    assert real.read_bytes() == NEW
    assert (names(tmp_path), names(real.parent)) == (["link.wav", "there"], ["real.wav"])


@pytest.mark.parametrize("on_exists", ["error", "rename", "overwrite"])
def test_links_that_lead_round_in_a_loop_are_refused(tmp_path: Path, on_exists: str) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(OutputError, match="too many levels of symbolic links"):
        write(tmp_path / "a", on_exists)
    assert names(tmp_path) == ["a", "b"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "is a folder, a file name is needed"),
        ("folder", "is a folder, a file name is needed"),
        ("pipe", "is no ordinary file; use - for standard output"),
        ("file/x.wav", "not a directory"),
        ("x" * 256, "file name too long"),
        ("a\0b", "no possible file name"),
        ("a\ud800b", "no possible file name"),
    ],
)
@pytest.mark.parametrize("on_exists", ["error", "rename", "overwrite"])
def test_what_can_be_no_target_is_refused_in_a_sentence(
    tmp_path: Path, name: str, words: str, on_exists: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe")
    before = names(tmp_path)

    with pytest.raises(OutputError, match=words):
        write(tmp_path / name, on_exists)
    assert names(tmp_path) == before


def test_devices_are_no_targets() -> None:
    with pytest.raises(OutputError, match="/dev/null: is no ordinary file"):
        WholeFile(Path("/dev/null"), "overwrite")
    with pytest.raises(OutputError, match="a file name is needed"):
        WholeFile(Path("/"), "overwrite")


def test_an_unknown_way_of_dealing_with_what_exists_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="on-exists: 'ask', must be one of error, skip"):
        WholeFile(tmp_path / "x", "ask")


@pytest.mark.parametrize("name", ["x" * 255, "é" * 127, "𝄞🎵.road.wav", "a b\nc", "x.", ".x", "-x"])
def test_every_name_that_a_folder_can_have_can_be_written(tmp_path: Path, name: str) -> None:
    write(tmp_path / name)
    assert names(tmp_path) == [name]


def test_names_that_are_no_text_can_be_written(tmp_path: Path) -> None:
    write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.wav")))
    assert [os.fsencode(path.name) for path in tmp_path.iterdir()] == [b"\xff\xfe.wav"]


@pytest.mark.parametrize("mask", [0o077, 0o022, 0o002])
def test_files_may_be_read_by_whom_the_user_lets(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        write(tmp_path / "x.wav")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "x.wav").stat().st_mode) == 0o666 & ~mask


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, r"the disk is full \(no space left on device; \d+ MB are free\)"),
        (errno.EFBIG, r"the disk is full \(file too large; \d+ MB are free\)"),
        (errno.EDQUOT, r"the disk is full \(disk quota exceeded; \d+ MB are free\)"),
        (errno.EROFS, "cannot be written: read-only file system"),
        (errno.EACCES, "cannot be written: permission denied"),
    ],
)
def test_what_a_disk_says_is_told_with_the_path(old: Path, number: int, words: str) -> None:
    with pytest.raises(OutputError, match=f"x.road.wav: {words}"), WholeFile(old, "overwrite"):
        raise OSError(number, os.strerror(number))

    assert old.read_bytes() == OLD
    assert names(old.parent) == [old.name]


def dead_pid() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_what_a_dead_run_left_is_removed_by_the_next(tmp_path: Path) -> None:
    leftover = tmp_path / f".x.wav.road-part-{dead_pid()}-1"
    leftover.write_bytes(OLD)
    alive = tmp_path / f".x.wav.road-part-{os.getppid()}-1"
    alive.write_bytes(OLD)
    others = [".x.road-part-12", "x.road-part-1-1", ".road-part-1-1", ".x.road-part-a-1"]
    for name in others:
        (tmp_path / name).touch()

    write(tmp_path / "y.wav")

    assert names(tmp_path) == sorted(["y.wav", alive.name, *others])


def test_what_a_dead_run_of_the_same_number_left_is_removed_and_not_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In a container every run may have the number 1.
    monkeypatch.setattr(whole_file, "_numbers", itertools.count(700))
    (tmp_path / f".x.wav.road-part-{os.getpid()}-700").write_bytes(OLD)

    write(tmp_path / "x.wav")

    assert names(tmp_path) == ["x.wav"]


def test_what_this_run_is_still_writing_stays(tmp_path: Path) -> None:
    with WholeFile(tmp_path / "x.wav") as whole:
        remove_leftovers(tmp_path)
        write(tmp_path / "y.wav")
        assert whole.part.exists()


def test_a_folder_that_is_gone_or_closed_has_no_leftovers(tmp_path: Path) -> None:
    remove_leftovers(tmp_path / "missing")


def test_an_end_without_waiting_removes_what_is_unfinished(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no such file"), WholeFile(tmp_path / "x.wav"):
        discard_unfinished()
        assert names(tmp_path) == []


def test_numbers_stand_before_all_endings() -> None:
    found = [path.name for path in itertools.islice(numbered(Path("/a.b/x.road.wav")), 3)]
    assert found == ["x.road.wav", "x (2).road.wav", "x (3).road.wav"]


@pytest.mark.parametrize(
    ("name", "second"),
    [
        ("x", "x (2)"),
        (".x", ".x (2)"),
        (".x.wav", ".x (2).wav"),
        ("x.decoded.wav", "x (2).decoded.wav"),
        ("01. A title.road.wav", "01. A title (2).road.wav"),
        ("Mr. X.wav", "Mr. X (2).wav"),
        ("take 1.5.wav", "take 1.5 (2).wav"),
        ("x.", "x (2)."),
    ],
)
def test_dots_in_a_name_are_no_endings(name: str, second: str) -> None:
    assert next(itertools.islice(numbered(Path(name)), 1, None)).name == second


def test_parts_of_one_process_never_share_a_name(tmp_path: Path) -> None:
    parts = [WholeFile(tmp_path / "x.wav").part.name for _ in range(100)]
    assert len(set(parts)) == 100
    assert all(re.fullmatch(rf"\.x\.wav\.road-part-{os.getpid()}-\d+", name) for name in parts)


def test_flushing_to_the_disk_comes_before_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(descriptor: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(OutputError, match="the disk is full"):
        write(tmp_path / "x.wav")
    assert names(tmp_path) == []


def test_a_copy_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    source, target = tmp_path / "a", tmp_path / "folder" / "b"
    source.write_bytes(bytes(range(256)) * 20_000)
    task = copy_whole(source, target)
    assert next(task).fraction == pytest.approx(0.2, abs=0.01)
    assert not target.exists()
    task.close()
    assert list(target.parent.iterdir()) == []

    assert finish(copy_whole(source, target)) == target
    assert target.read_bytes() == source.read_bytes()
    with pytest.raises(OutputError, match="exists already"):
        finish(copy_whole(source, target))
    source.write_bytes(b"new")
    finish(copy_whole(source, target, "overwrite"))
    assert target.read_bytes() == b"new"


def test_a_file_is_not_copied_onto_itself_or_from_nowhere(tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"kept")
    with pytest.raises(OutputError, match="is the file itself"):
        finish(copy_whole(source, source, "overwrite"))
    assert source.read_bytes() == b"kept"
    with pytest.raises(InputError, match="cannot be read"):
        finish(copy_whole(tmp_path / "missing", tmp_path / "b"))
    assert not (tmp_path / "b").exists()


def test_a_small_file_is_written_whole(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a.csv", b"one") == tmp_path / "a.csv"
    with pytest.raises(OutputError, match="exists already"):
        write_whole(tmp_path / "a.csv", b"two")
    write_whole(tmp_path / "a.csv", b"three", "overwrite")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"three"]
