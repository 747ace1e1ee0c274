"""A target is the old file or the whole new one, whatever happens to the disk."""

import json
import os
import resource
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from command import Road
from making import MemorySource, encoded, noise, write_sound

from road_codec import decode, encode, finish
from road_codec.codecs.classic.params import ClassicParams

OLD = b"the old content"
QUICK = ("--smallest-range", "32")
ENCODED = encoded(MemorySource(noise(2, 60000, peak=20000), 44100), superframe=10)


def disk_of(size: int) -> Callable[[], None]:
    """Let no file of the child grow beyond a size."""

    def prepare() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

    return prepare


@pytest.mark.parametrize(
    ("on_exists", "code", "state", "files"),
    [
        ("error", 5, "failed", []),
        ("skip", 0, "skipped", []),
        ("rename", 0, "done", ["small (2).road.wav"]),
        ("overwrite", 0, "done", []),
    ],
)
def test_an_existing_target_is_dealt_with_as_asked(
    road: Road, small_sound: Path, on_exists: str, code: int, state: str, files: list[str]
) -> None:
    target = road.folder / "small.road.wav"
    target.write_bytes(OLD)

    ended = road("encode", "--json", *QUICK, small_sound.name, "--on-exists", on_exists)

    assert ended.code == code
    assert json.loads(ended.out)["state"] == state
    assert road.files() == sorted(["small.wav", "small.road.wav", *files])
    assert (target.read_bytes() == OLD) == (on_exists != "overwrite")
    if code:
        assert "small.road.wav: exists already" in ended.lines[0]
        assert "set on-exists to skip, rename or overwrite" in ended.lines[0]


@pytest.mark.parametrize("on_exists", ["error", "rename", "overwrite"])
@pytest.mark.parametrize("way", ["itself", "another path", "a link", "a hard link"])
def test_the_input_is_never_written_over(
    road: Road, small_sound: Path, way: str, on_exists: str
) -> None:
    before = small_sound.read_bytes()
    other = road.folder / "other.wav"
    if way == "a link":
        other.symlink_to(small_sound)
    elif way == "a hard link":
        other.hardlink_to(small_sound)
    target = {"itself": "small.wav", "another path": f"../{road.folder.name}/small.wav"}

    # In this process: nothing is started for what must be refused at once.
    with pytest.raises(Exception, match="is the input itself; choose another name"):
        finish(encode(small_sound, road.folder / target.get(way, other.name), on_exists=on_exists))

    assert small_sound.read_bytes() == before


def test_the_command_refuses_to_write_over_its_input(road: Road, small_sound: Path) -> None:
    ended = road("encode", "small.wav", "-o", "./small.wav", "--on-exists", "overwrite")

    assert ended.code == 5
    assert ended.lines == ["road: small.wav: is the input itself; choose another name"]


def test_what_can_be_no_target_is_refused_in_a_sentence(road: Road, small_sound: Path) -> None:
    os.mkfifo(road.folder / "pipe")
    (road.folder / "loop").symlink_to("loop")
    for target, words in (
        ("/dev/null", "is no ordinary file; use - for standard output"),
        ("pipe", "is no ordinary file; use - for standard output"),
        ("loop", "too many levels of symbolic links"),
        ("small.wav/x", "not a directory"),
        ("y" * 256, "file name too long"),
    ):
        with pytest.raises(Exception, match=words):
            finish(encode(small_sound, road.folder / target, on_exists="overwrite"))
    # One of them as the command says it.
    ended = road("encode", small_sound.name, "-o", "pipe")
    assert ended.code == 5
    assert ended.lines == ["road: pipe: is no ordinary file; use - for standard output"]
    assert road.files() == ["loop", "pipe", "small.wav"]


def test_a_folder_that_may_not_be_written_to_is_told(road: Road, small_sound: Path) -> None:
    closed = Path("/proc/self")
    with pytest.raises(Exception, match=r"/proc/self/x\.wav: cannot be written: "):
        finish(encode(small_sound, closed / "x.wav"))
    ended = road("encode", small_sound.name, "-o", "/proc/x/y.wav")
    assert ended.code == 5
    assert ended.lines[0].startswith("road: /proc/x/y.wav: cannot be written: ")


def test_files_side_by_side_give_the_same_bytes(road: Road) -> None:
    names = [f"{number}.wav" for number in range(5)]
    for number, name in enumerate(names):
        write_sound(road.folder / name, noise(2, 9000 * number, seed=number).astype("int16"))

    for jobs in ("1", "3"):
        assert road("encode", "-j", jobs, *names, "-o", f"out{jobs}").code == 0

    for name in names:
        one, three = (road.folder / out / f"{name[:-4]}.road.wav" for out in ("out1", "out3"))
        assert one.read_bytes() == three.read_bytes()


def test_without_a_gpu_the_same_bytes_are_written_and_a_line_says_why(
    road: Road, small_sound: Path
) -> None:
    # Where there is a card, CUDA is told to show none.
    hidden = {**road.env, "CUDA_VISIBLE_DEVICES": ""}
    words = ("encode", *QUICK, small_sound.name)
    assert road(*words, "-o", "cpu.road.wav").code == 0
    ended = road(*words, "-o", "gpu.road.wav", "--backend", "gpu", env=hidden)
    assert ended.code == 0
    (line,) = [line for line in ended.lines if "gpu: " in line]
    assert line.endswith("the cpu is used instead")
    first, second = (road.folder / f"{name}.road.wav" for name in ("cpu", "gpu"))
    assert first.read_bytes() == second.read_bytes()


def run_on_full_disk(road: Road, words: list[str], size: int) -> None:
    """Check that a command with too little room fails, and that nothing of it stays."""
    target = road.folder / words[-1]
    target.write_bytes(OLD)
    before = road.files()

    ended = road(*words, "--on-exists", "overwrite", prepare=disk_of(size))

    assert ended.code == 5, f"{size} bytes: {ended}"
    assert len(ended.lines) == 1
    assert f"{target.name}: the disk is full (file too large; " in ended.lines[0]
    assert "MB are free)" in ended.lines[0]
    assert target.read_bytes() == OLD
    assert road.files() == before
    assert road.temporary == []


@pytest.fixture
def full(road: Road) -> Callable[[str], tuple[list[str], int]]:
    """Return the words of a command, and how large its target becomes where there is room."""
    folder = road.folder
    write_sound(folder / "x.wav", noise(2, 60000, peak=20000).astype("int16"), 44100)
    (folder / "x.road.wav").write_bytes(ENCODED)

    def prepare(what: str) -> tuple[list[str], int]:
        if what == "encode":
            finish(encode(folder / "x.wav", folder / "y", params=ClassicParams(smallest_range=32)))
            return ["encode", *QUICK, "x.wav", "-o", "y"], (folder / "y").stat().st_size
        finish(decode(folder / "x.road.wav", folder / f"y.{what}"))
        size = (folder / f"y.{what}").stat().st_size
        return ["decode", "x.road.wav", "-o", f"y.{what}"], size

    return prepare


@pytest.mark.parametrize("what", ["encode", "wav", "flac", "ogg"])
@pytest.mark.parametrize("share", [0.0, 1.0])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    road: Road, full: Callable[[str], tuple[list[str], int]], what: str, share: float
) -> None:
    words, size = full(what)
    # The encoder keeps what it will append in a second file, which is full first.
    greatest = size - 1 if what != "encode" else size - 50
    run_on_full_disk(road, words, int(share * greatest))


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("what", ["encode", "wav", "flac", "ogg", "mp3", "aiff"])
def test_a_disk_that_is_full_at_any_of_many_places_leaves_the_old_file(
    road: Road, full: Callable[[str], tuple[list[str], int]], what: str
) -> None:
    words, size = full(what)
    for number in range(50):
        run_on_full_disk(road, words, number * (size - 1) // 49)


def test_a_full_disk_stops_one_target_and_not_the_others(road: Road) -> None:
    write_sound(road.folder / "long.wav", noise(2, 60000, peak=20000).astype("int16"))
    write_sound(road.folder / "short.wav", noise(1, 2048).astype("int16"))

    ended = road("encode", *QUICK, "long.wav", "short.wav", prepare=disk_of(5000))

    assert ended.code == 1
    assert "long.road.wav: the disk is full" in ended.lines[0]
    assert road.files() == ["long.wav", "short.road.wav", "short.wav"]


def test_a_name_with_a_slash_at_its_end_is_a_folder(road: Road, small_sound: Path) -> None:
    assert road("encode", *QUICK, small_sound.name, "-o", "new/").code == 0
    assert [path.name for path in (road.folder / "new").iterdir()] == ["small.road.wav"]
