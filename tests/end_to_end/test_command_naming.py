"""Names by a pattern, dates that are kept, and work that was done before."""

import json
import os
from pathlib import Path

import pytest
from command import Road
from making import noise, write_sound

QUICK = ("--preset", "Small")
DATE_NS = 1_000_000_000_123_456_789


def made(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def music(road: Road) -> Path:
    folder = road.folder / "music"
    (folder / "deep").mkdir(parents=True)
    samples = noise(1, 3000).astype("int16")
    write_sound(folder / "one.wav", samples, artist="A/B", title="Song")
    write_sound(folder / "deep" / "two.wav", samples, artist="A/B", title="Song")
    return folder


@pytest.mark.parametrize(
    ("words", "files"),
    [
        ((), ["A_B/Song Small.road.wav", "deep/A_B/Song Small.road.wav"]),
        (("--flat",), ["A_B/Song Small (2).road.wav", "A_B/Song Small.road.wav"]),
    ],
)
def test_names_are_made_of_tags(
    words: tuple[str, ...], files: list[str], road: Road, music: Path
) -> None:
    pattern = ("--pattern", "{artist}/{title} {preset}")
    assert road("encode", "music", "-o", "out", *pattern, *QUICK, *words).code == 0
    assert made(road.folder / "out") == files

    words = ("--flat", "--pattern", "{title} again")
    assert road("decode", "out", "-o", "back", *words).code == 0
    assert made(road.folder / "back") == ["Song again (2).wav", "Song again.wav"]


def test_a_pattern_needs_a_name_to_be_for(road: Road, small_sound: Path) -> None:
    ended = road("encode", small_sound.name, "-o", "-", "--pattern", "{name}")
    assert (ended.code, ended.out) == (2, b"")
    ended = road("encode", small_sound.name, "--pattern", "{nmae}")
    assert ended.code == 2
    assert "{nmae} is unknown" in ended.lines[0]


def test_dates_are_kept(road: Road, small_sound: Path) -> None:
    os.utime(small_sound, ns=(DATE_NS, DATE_NS))
    assert road("encode", small_sound.name, "--keep-date", *QUICK).code == 0
    assert road("decode", "small.road.wav", "--keep-date").code == 0
    for name in ("small.road.wav", "small.decoded.wav"):
        assert (road.folder / name).stat().st_mtime_ns == DATE_NS


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (lambda source, target: None, "skipped"),
        (lambda source, target: os.utime(source), "done"),
        (lambda source, target: target.write_bytes(target.read_bytes()[:-30]), "done"),
        (lambda source, target: target.write_bytes(b"something else"), "done"),
        (lambda source, target: target.unlink(), "done"),
    ],
)
@pytest.mark.parametrize("command", ["encode", "decode"])
def test_update_does_what_is_not_done_yet(
    command: str, change: object, state: str, road: Road, small_sound: Path
) -> None:
    assert road("encode", small_sound.name, *QUICK).code == 0
    source, target = small_sound, road.folder / "small.road.wav"
    if command == "decode":
        source, target = target, road.folder / "small.decoded.wav"
        assert road("decode", source.name).code == 0
    whole = target.read_bytes()
    past = source.stat().st_mtime_ns - 10**9
    os.utime(source, ns=(past, past))
    change(source, target)  # type: ignore[operator]

    words = QUICK if command == "encode" else ()
    ended = road(command, "--json", source.name, "--on-exists", "update", *words)

    assert ended.code == 0
    printed = json.loads(ended.out)
    assert printed["state"] == state
    assert ("skipped: the target is newer and whole" in printed["notices"]) == (state == "skipped")
    assert target.read_bytes() == whole
