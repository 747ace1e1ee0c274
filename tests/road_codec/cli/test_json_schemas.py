"""What `--json` prints keeps to its schemas, and nothing else is printed."""

import json
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import numpy as np
import pytest
import soundfile
from covered import cover, covered_file
from jsonschema import Draft202012Validator

import road_codec.cli
from road_codec import codec_named, encode, finish
from road_codec.cli import exits
from road_codec.cli.main import cli
from road_codec.codecs import classic
from road_codec.codecs.classic.params import ClassicParams
from road_codec.codecs.registry import all_codecs

CLI = Path(road_codec.cli.__file__).parent
SCHEMAS = {path.stem: json.loads(path.read_text("utf-8")) for path in CLI.glob("schemas/*.json")}
README = (CLI / "README.md").read_text("utf-8")

Object = dict[str, Any]


@pytest.fixture(scope="module")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of small sounds: ordinary, encoded in all variants, damaged."""
    folder = tmp_path_factory.mktemp("sounds")
    noise = np.random.default_rng(1).integers(-9000, 9000, (3000, 2)).astype(np.int16)
    soundfile.write(folder / "stereo.wav", noise, 8000)
    with soundfile.SoundFile(folder / "mono.flac", "w", 8000, 1, "PCM_24") as file:
        file.title = "a title"
        file.write(noise[:, 0])
    (folder / "text.wav").write_text("this is no sound")
    for name, variant in (("stereo.wav", "a"), ("mono.flac", "b")):
        target = folder / f"{Path(name).stem}.road.wav"
        params = ClassicParams(variant=variant, smallest_range=32, superframe=1)
        finish(encode(folder / name, target, params=params))
    covered_file(folder / "covered.flac")
    finish(encode(folder / "covered.flac", folder / "covered.tqa", codec="tqa"))
    whole = (folder / "stereo.road.wav").read_bytes()
    (folder / "cut.road.wav").write_bytes(whole[:-200])
    (folder / "c.road.wav").write_bytes(_documented_bytes("c-empty"))
    (folder / "empty").mkdir()
    return folder


def _documented_bytes(name: str) -> bytes:
    text = Path(classic.__file__).with_name("FORMAT.md").read_text("utf-8")
    block = text.partition(f"```hex {name}\n")[2].partition("```")[0]
    return bytes.fromhex("".join(re.findall(r"^\S+  (.*?) *\|", block, re.MULTILINE)))


def road(folder: Path, *arguments: str, stdin: bytes = b"") -> tuple[int, list[Object]]:
    """Run the real command in a folder; return its exit code and the objects it printed."""
    done = subprocess.run(
        [sys.executable, "-c", "from road_codec.cli.main import main; main()", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert b"Traceback" not in done.stderr, done.stderr.decode()
    # Every line must be an object: anything else on standard output fails here.
    return done.returncode, [json.loads(line) for line in done.stdout.decode("ascii").splitlines()]


def check_objects(command: str, objects: Sequence[Object], states: Sequence[str]) -> None:
    validator = Draft202012Validator(SCHEMAS[command])
    for printed in objects:
        validator.validate(printed)
    assert [printed.get("state", "") for printed in objects] == list(states)


def test_every_command_with_json_has_a_schema() -> None:
    context = click.Context(cli)
    with_json = set()
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        if any(parameter.name == "as_json" for parameter in command.params):
            with_json.add(name)

    assert with_json == set(SCHEMAS)


@pytest.mark.parametrize("command", sorted(SCHEMAS))
def test_schemas_are_schemas(command: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[command])


@pytest.mark.parametrize("command", sorted(SCHEMAS))
def test_every_field_of_a_schema_is_in_the_readme(command: str) -> None:
    sections = {part.partition("\n")[0]: part for part in README.split("\n### ")}
    text = "".join(
        section
        for heading, section in sections.items()
        if heading == "Every object" or f"`road {command} --json`" in heading
    )
    parts = [SCHEMAS[command], *SCHEMAS[command].get("$defs", {}).values()]
    fields = {name for part in parts for name in part.get("properties", {})}

    assert {field for field in fields if f"`{field}`" not in text} == set()


def test_the_readme_has_every_exit_code() -> None:
    table = README.partition("## Exit codes")[2].partition("\n## ")[0]
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)}
    names = [name for name in vars(exits) if name.isupper() and name[0] != "_"]
    known = {value for name in names if isinstance(value := getattr(exits, name), int)}

    assert documented == {value for value in known if isinstance(value, int)}


def test_encode_prints_what_became_of_each_input(sounds: Path, tmp_path: Path) -> None:
    arguments = ("encode", "--json", "--smallest-range", "32", "-o", str(tmp_path))
    inputs = ("stereo.wav", "mono.flac", "missing.wav", "text.wav", "c.road.wav")
    code, objects = road(sounds, *arguments, *inputs)

    assert code == exits.SOME_FAILED
    check_objects("encode", objects, ["done", "done", "failed", "failed", "failed"])
    assert [printed["error"]["exit_code"] for printed in objects[2:]] == [
        exits.NO_INPUT,
        exits.DAMAGED,
        exits.WRONG_COMMAND,
    ]

    code, objects = road(sounds, *arguments, "mono.flac", "--on-exists", "skip")

    assert code == exits.DONE
    check_objects("encode", objects, ["skipped"])

    code, objects = road(sounds, *arguments, "mono.flac")

    assert code == exits.NO_OUTPUT
    check_objects("encode", objects, ["failed"])


def test_decode_prints_what_became_of_each_input(sounds: Path, tmp_path: Path) -> None:
    arguments = ("decode", "--json", "-o", str(tmp_path), "--oversample", "2")
    inputs = ("stereo.road.wav", "mono.road.wav", "c.road.wav", "cut.road.wav", "stereo.wav")
    code, objects = road(sounds, *arguments, *inputs)

    assert code == exits.SOME_FAILED
    check_objects("decode", objects, ["done", "done", "done", "failed", "failed"])

    code, objects = road(sounds, *arguments, "stereo.road.wav", "--on-exists", "skip")

    check_objects("decode", objects, ["skipped"])


def test_decode_of_a_damaged_file_is_done_and_failed(sounds: Path, tmp_path: Path) -> None:
    arguments = ("decode", "--json", "--keep-going", "-o", str(tmp_path / "cut.wav"))
    code, objects = road(sounds, *arguments, "cut.road.wav")

    assert code == exits.DAMAGED
    check_objects("decode", objects, ["done", "failed"])
    assert objects[0]["source"] == objects[1]["source"] == "cut.road.wav"


def test_seed_prints_what_became_of_each_input(sounds: Path, tmp_path: Path) -> None:
    arguments = ("seed", "--json", "-o", str(tmp_path))
    code, objects = road(sounds, *arguments, "stereo.road.wav", "mono.road.wav", "text.wav")

    assert code == exits.SOME_FAILED
    check_objects("seed", objects, ["done", "done", "failed"])

    code, objects = road(sounds, *arguments, "mono.road.wav", "--on-exists", "skip")

    check_objects("seed", objects, ["skipped"])


def test_test_prints_a_verdict_for_each_input(sounds: Path) -> None:
    code, objects = road(sounds, "test", "--json", "stereo.road.wav", "cut.road.wav", "missing")

    assert code == exits.SOME_FAILED
    check_objects("test", objects, ["done", "failed", "failed"])
    validator = Draft202012Validator(SCHEMAS["test"])
    assert not validator.is_valid(objects[0] | {"extra": 1})
    assert not validator.is_valid(objects[0] | {"state": "failed"})


def test_info_describes_every_variant(sounds: Path) -> None:
    inputs = ("stereo.road.wav", "mono.road.wav", "c.road.wav", "stereo.wav")
    code, objects = road(sounds, "info", "--json", *inputs)

    assert code == exits.SOME_FAILED
    check_objects("info", objects, ["done", "done", "done", "failed"])
    assert [printed["variant"] for printed in objects[:3]] == ["A", "B", "C"]


def test_info_describes_a_file_of_packets(sounds: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.tqa"
    finish(encode(sounds / "stereo.wav", target, codec="tqa"))
    code, objects = road(sounds, "info", "--json", str(target))

    assert code == exits.DONE
    check_objects("info", objects, ["done"])
    assert objects[0]["statistics"]["blocks"] > 0


def test_encode_tells_of_files_that_were_copied(sounds: Path, tmp_path: Path) -> None:
    folder = tmp_path / "music"
    folder.mkdir()
    (folder / "one.wav").write_bytes((sounds / "stereo.wav").read_bytes())
    (folder / "cover.jpg").write_bytes(b"picture")
    words = ("encode", "--json", str(folder), "-o", str(tmp_path / "out"), "--copy-others")
    _, objects = road(sounds, *words)
    check_objects("encode", objects, ["done", "done"])
    _, objects = road(sounds, *words, "--on-exists", "skip")
    check_objects("encode", objects, ["skipped", "skipped"])
    assert [printed.get("copied") for printed in objects] == [None, True]


def test_info_tells_of_a_cover_in_words_and_in_json(sounds: Path) -> None:
    _, objects = road(sounds, "info", "--json", "covered.tqa", "mono.road.wav")

    check_objects("info", objects, ["done", "done"])
    size = len(cover().data)
    assert objects[0]["cover"] == {"mime": "image/jpeg", "description": "vorne ✓", "bytes": size}
    assert objects[1]["cover"] is None
    words = [sys.executable, "-c", "from road_codec.cli.main import main; main()"]
    told = subprocess.run(
        [*words, "info", "covered.tqa"], cwd=sounds, capture_output=True, check=True
    )
    assert re.search(rf"cover +image/jpeg, {size:,} bytes, vorne ✓", told.stdout.decode())


def test_simulate_prints_an_object_for_each_codec(sounds: Path) -> None:
    words = ("simulate", "--json", "--duration", "0.2")
    code, objects = road(sounds, *words, "--codec", "tqa", "--codec", "road-classic")

    assert code == exits.DONE
    check_objects("simulate", objects, ["done", "done"])


def test_info_calls_standard_input_by_its_name(sounds: Path) -> None:
    code, objects = road(sounds, "info", "--json", "-", stdin=_documented_bytes("tiny-b"))

    assert code == exits.DONE
    check_objects("info", objects, ["done"])
    assert objects[0]["source"] == "standard input"


@pytest.mark.parametrize(
    ("arguments", "code", "states"),
    [
        (("stereo.wav", "stereo.road.wav"), exits.DONE, ["done"]),
        (("stereo.wav", "stereo.wav"), exits.DONE, ["done"]),
        (("stereo.wav", "mono.flac"), exits.WRONG_COMMAND, ["failed"]),
        (("stereo.wav", "missing.wav"), exits.NO_INPUT, ["failed"]),
    ],
    ids=["encoded", "identical", "other channels", "missing"],
)
def test_compare_prints_one_object(
    sounds: Path, arguments: tuple[str, ...], code: int, states: list[str]
) -> None:
    found, objects = road(sounds, "compare", "--json", *arguments)

    assert found == code
    check_objects("compare", objects, states)


def test_bench_codecs_prints_an_object_for_each_row(sounds: Path) -> None:
    inputs = ("missing.wav", "stereo.wav", "c.road.wav")
    # One codec, for each setting takes four processes.
    wanted = ("--codec", "road-classic")
    code, objects = road(sounds, "bench-codecs", "--json", "--per-file", *wanted, *inputs)
    n_rows = len(codec_named("road-classic").benchmarks)

    assert code == exits.SOME_FAILED
    check_objects(
        "bench-codecs", objects, ["failed", *["done"] * n_rows, "failed", *["done"] * n_rows]
    )
    of_one, of_all = objects[1 : n_rows + 1], objects[n_rows + 2 :]
    assert [printed["source"] for printed in of_one] == ["stereo.wav"] * n_rows
    assert [printed["source"] for printed in of_all] == [None] * n_rows
    # There was one sound: the rows are of it.
    for one, whole in zip(of_one, of_all, strict=True):
        assert one | {"source": None, "lag_samples": None} == whole
    assert [printed["error"]["exit_code"] for printed in (objects[0], objects[n_rows + 1])] == [
        exits.NO_INPUT,
        exits.WRONG_COMMAND,
    ]


def test_codecs_prints_an_object_for_each_codec(sounds: Path) -> None:
    code, objects = road(sounds, "codecs", "--json")

    assert code == exits.DONE
    check_objects("codecs", objects, [""] * len(all_codecs()))
    assert [printed["id"] for printed in objects] == [codec.id for codec in all_codecs()]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("encode", "--json", "stereo.wav", "--smallest-range", "5"), exits.WRONG_COMMAND),
        (("encode", "--json", "stereo.wav", "--no-such-option"), exits.WRONG_COMMAND),
        (("decode", "--json", "stereo.road.wav", "-o", "-"), exits.WRONG_COMMAND),
        (("encode", "--json", "empty"), exits.NO_INPUT),
        (("bench-codecs", "--json", "empty"), exits.NO_INPUT),
    ],
    ids=[
        "wrong value",
        "wrong option",
        "sound on standard output",
        "empty folder",
        "nothing to measure",
    ],
)
def test_what_cannot_begin_prints_no_object(
    sounds: Path, arguments: tuple[str, ...], code: int
) -> None:
    assert road(sounds, *arguments) == (code, [])
