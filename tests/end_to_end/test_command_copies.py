"""`--copy-others`: covers, booklets and logs go along with the sounds of a folder."""

import json
from pathlib import Path

import pytest
from command import Road
from making import noise, write_sound

OTHERS = {"cover.jpg": b"\xff\xd8picture", "deep/rip.log": b"log", "deep/empty.cue": b""}


@pytest.fixture
def music(road: Road) -> Path:
    folder = road.folder / "music"
    (folder / "deep").mkdir(parents=True)
    samples = noise(1, 3000).astype("int16")
    write_sound(folder / "one.wav", samples)
    write_sound(folder / "deep" / "two.wav", samples)
    for name, data in OTHERS.items():
        (folder / name).write_bytes(data)
    return folder


def others(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix != ".wav"
    }


def test_they_go_there_and_back_with_the_sounds(road: Road, music: Path) -> None:
    ended = road("encode", "music", "-o", "out", "--copy-others")
    assert ended.code == 0
    assert others(road.folder / "out") == OTHERS
    assert ended.lines[-1] == "other files copied: 3"
    assert road("decode", "out", "-o", "back", "--copy-others").code == 0
    assert others(road.folder / "back") == OTHERS
    assert (road.folder / "back" / "deep" / "two.wav").exists()
    assert others(music) == OTHERS


def test_they_stay_where_they_are_unless_asked_for(road: Road, music: Path) -> None:
    assert road("encode", music.name, "-o", "out").code == 0
    assert others(road.folder / "out") == {}


def test_each_has_an_object_that_says_so(road: Road, music: Path) -> None:
    ended = road("encode", music.name, "-o", "out", "--copy-others", "--json", "-j", "2")
    objects = [json.loads(line) for line in ended.out.splitlines()]
    copied = [printed for printed in objects if printed.get("copied")]
    assert len(objects) == 5
    assert sorted((one["source"], one["target"], one["target_bytes"]) for one in copied) == sorted(
        (f"music/{name}", f"out/{name}", len(data)) for name, data in OTHERS.items()
    )


def test_the_same_rule_holds_where_they_are_there_already(road: Road, music: Path) -> None:
    words = ("encode", music.name, "-o", "out", "--copy-others")
    assert road(*words).code == 0
    (road.folder / "out" / "cover.jpg").write_bytes(b"mine")
    ended = road(*words)
    assert ended.code == 5
    assert "out/cover.jpg: exists already" in ended.err
    assert others(road.folder / "out")["cover.jpg"] == b"mine"
    assert road(*words, "--on-exists", "skip").code == 0
    assert others(road.folder / "out")["cover.jpg"] == b"mine"
    assert road(*words, "--on-exists", "overwrite").code == 0
    assert others(road.folder / "out") == OTHERS


def test_without_a_folder_to_go_to_nothing_is_begun(road: Road, music: Path) -> None:
    ended = road("encode", music.name, "--copy-others")
    assert ended.code == 2
    assert ended.lines == [
        "road: copy-others: beside their sources the other files are there already; "
        "name a folder with -o"
    ]
    assert list(music.rglob("*.road.wav")) == []
