"""The other files of folders: which they are, where they go, and how they are copied."""

import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from road_codec import (
    OutputError,
    ParameterError,
    TargetExistsError,
    copy_others,
    encode,
    finish,
)
from road_codec.batch.companions import other_files, plan_copies
from road_codec.batch.plan import plan_jobs
from road_codec.operations import copy_file

OTHERS = ("cover.jpg", "live/booklet.pdf", "live/cover.jpg", "live/two.cue", "rip.log")


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """A folder with sounds, an encoded one under another name, and other files."""
    folder = tmp_path / "music"
    for name in (*OTHERS, ".hidden.jpg", "live/.git/config", "damaged.wav", "cut.road.wav"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    soundfile.write(folder / "one.wav", np.zeros((10, 1), np.int16), 8000)
    finish(encode(folder / "one.wav", folder / "no ending"))
    os.mkfifo(folder / "pipe")
    (folder / "gone").symlink_to("nowhere")
    return folder


def names(folder: Path, paths: list[Path]) -> list[str]:
    return [str(path.relative_to(folder)) for path in paths]


def test_others_are_what_is_neither_sound_nor_hidden_nor_special(music: Path) -> None:
    assert names(music, list(other_files(music))) == list(OTHERS)


def test_they_keep_the_tree(music: Path, tmp_path: Path) -> None:
    jobs = plan_copies([music, music / "one.wav"], tmp_path / "out")
    assert names(tmp_path / "out", [job.target for job in jobs]) == list(OTHERS)
    assert all(job.is_copy for job in jobs)


def test_side_by_side_equal_names_are_numbered_and_no_sound_is_met(
    music: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    jobs = plan_copies([music], out, keep_tree=False, taken=[out / "rip.log"])
    assert names(out, [job.target for job in jobs]) == [
        "cover.jpg",
        "booklet.pdf",
        "cover (2).jpg",
        "two.cue",
        "rip (2).log",
    ]


def test_a_folder_that_is_named_twice_is_copied_once(music: Path, tmp_path: Path) -> None:
    jobs = plan_copies([music, music / "live"], tmp_path / "out")
    assert names(music, [job.source for job in jobs]) == list(OTHERS)


def test_what_was_copied_into_the_folder_is_not_copied_again(music: Path) -> None:
    out = music / "out"
    for _ in range(2):
        jobs = plan_copies([music], out)
        assert names(music, [job.source for job in jobs]) == list(OTHERS)
        for job in jobs:
            finish(copy_file(job.source, job.target, on_exists="overwrite"))
    assert plan_jobs([music], out, suffix=".x")[0].is_copy is False


def test_beside_their_sources_they_are_already(music: Path) -> None:
    with pytest.raises(ParameterError, match="name a folder with -o"):
        plan_copies([music], None)


def test_a_copy_is_whole_and_tells_its_size(music: Path, tmp_path: Path) -> None:
    source, target = music / "cover.jpg", tmp_path / "deep" / "cover.jpg"
    os.utime(source, ns=(5_000_000_000, 6_000_000_000))
    made = finish(copy_file(source, target, keep_date=True))
    assert target.read_bytes() == source.read_bytes()
    assert target.stat().st_mtime_ns == 6_000_000_000
    assert (made.copied, made.target, made.target_bytes) == (True, str(target), 9)
    with pytest.raises(TargetExistsError):
        finish(copy_file(source, target))
    with pytest.raises(OutputError, match="is the input itself"):
        finish(copy_file(source, source, on_exists="overwrite"))


@pytest.mark.parametrize(
    ("on_exists", "content", "age", "kept"),
    [
        ("skip", "mine", 1, True),
        ("overwrite", "mine", 1, False),
        ("update", "cover.jpg", 1, True),
        ("update", "cover.jpg", -1, False),  # older than the source
        ("update", "cut", 1, False),
    ],
)
def test_what_is_there_is_treated_as_asked(
    on_exists: str, content: str, age: int, kept: bool, music: Path, tmp_path: Path
) -> None:
    source, target = music / "cover.jpg", tmp_path / "cover.jpg"
    target.write_text(content)
    now = source.stat().st_mtime_ns
    os.utime(target, ns=(now, now + age * 10**9))
    before = target.stat().st_ino
    made = finish(copy_file(source, target, on_exists=on_exists))
    assert (made.target is None) == kept
    assert (target.stat().st_ino == before) == kept
    assert target.read_text() == (content if kept else "cover.jpg")


def test_a_copy_that_is_stopped_leaves_nothing(tmp_path: Path) -> None:
    source = tmp_path / "booklet.pdf"
    source.write_bytes(bytes(3 << 20))
    task = copy_file(source, tmp_path / "out" / "booklet.pdf")
    next(task)
    task.close()
    assert list((tmp_path / "out").iterdir()) == []


def test_one_that_fails_stops_no_other(music: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "cover.jpg").mkdir(parents=True)
    (out / "live").mkdir()
    (out / "live" / "two.cue").write_text("mine")
    copied = finish(copy_others([music], out, on_exists="skip"))
    assert (copied.n_copied, copied.n_skipped) == (3, 2)
    copied = finish(copy_others([music], out, on_exists="overwrite"))
    assert (copied.n_copied, copied.n_skipped) == (4, 0)
    assert [str(error) for error in copied.errors] == [
        f"{out / 'cover.jpg'}: is a folder, a file name is needed"
    ]
