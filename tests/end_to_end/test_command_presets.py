"""Presets on the command line: kept, shown, shared, and used for encoding."""

import json
from pathlib import Path

import pytest
from command import Road
from jsonschema import Draft202012Validator

import road_codec.cli

SCHEMA = json.loads(
    (Path(road_codec.cli.__file__).parent / "schemas" / "presets.json").read_text("utf-8")
)


def objects(out: bytes) -> list[dict[str, object]]:
    found = [json.loads(line) for line in out.decode("ascii").splitlines()]
    for printed in found:
        Draft202012Validator(SCHEMA).validate(printed)
    return found


def test_a_preset_is_kept_shared_and_removed(road: Road) -> None:
    made = road("presets", "save", "Mine", "--from", "fine", "--set", "mixing=none", "--json")
    assert (made.code, made.err) == (0, "")
    assert objects(made.out)[0]["params"]["range_threshold"] == 1000.0  # type: ignore[index]

    listed = objects(road("presets", "--json").out)
    assert [one["name"] for one in listed][:4] == ["Small", "Standard", "Fine", "Exact"]
    assert [one["name"] for one in listed if not one["shipped"]] == ["Mine"]

    assert road("presets", "export", "mine", "-o", "to give away.json").code == 0
    again = road("presets", "import", "to give away.json")
    assert again.code == 5
    assert "is there already" in again.lines[0]
    assert road("presets", "import", "to give away.json", "--name", "Yours").code == 0
    shown = road("presets", "show", "yours")
    assert b"mixing             none" in shown.out

    assert objects(road("presets", "delete", "Mine", "--json").out)[0]["action"] == "delete"
    listed = objects(road("presets", "list", "--json").out)
    assert [one["name"] for one in listed if not one["shipped"]] == ["Yours"]
    assert road("presets", "delete", "small").code == 2
    assert road.files() == ["to give away.json"]


def test_encoding_begins_with_a_preset_and_what_is_said_counts_more(
    road: Road, small_sound: Path
) -> None:
    def encode(name: str, *words: str) -> bytes:
        target = road.folder / name
        assert road("encode", small_sound.name, "-o", name, *words).code == 0
        return target.read_bytes()

    small = encode("a.road.wav", "--preset", "small")
    assert small == encode("b.road.wav", "--smallest-range", "16")
    changed = encode("c.road.wav", "--preset", "SMALL", "--smallest-range", "32")
    assert changed == encode("d.road.wav", "--smallest-range", "32")
    assert changed == encode("e.road.wav", "--preset", "Small", "--set", "smallest-range=32")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--preset", "none"), "must be one of Small, Standard"),
        (("--preset", "Small", "--codec", "other"), "is for road-classic, not for other"),
    ],
)
def test_a_wrong_preset_is_refused(
    words: tuple[str, ...], said: str, road: Road, small_sound: Path
) -> None:
    ended = road("encode", small_sound.name, *words)
    assert ended.code == 2
    assert len(ended.lines) == 1
    assert said in ended.lines[0]


def test_a_damaged_file_among_the_presets_is_named(road: Road) -> None:
    folder = Path(road.env["XDG_CONFIG_HOME"]) / "road-studio" / "presets"
    folder.mkdir(parents=True)
    (folder / "bad.json").write_text("{")
    ended = road("presets")
    assert ended.code == 1
    assert b"Standard (road-classic)" in ended.out
    assert len(ended.lines) == 1
    assert "bad.json: is no preset" in ended.lines[0]
