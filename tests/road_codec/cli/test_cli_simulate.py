"""`road simulate` makes its signals and sends them through every codec of the house."""

import json
from typing import Any

import pytest
import soundfile
from command import Road
from jsonschema import Draft202012Validator
from test_json_schemas import SCHEMAS

from road_codec.codecs.registry import all_codecs

SHORT = ("--duration", "0.5", "--json")


def objects(road: Road, *words: str) -> tuple[int, list[dict[str, Any]]]:
    done = road("simulate", *words)
    found = [json.loads(line) for line in done.out.decode().splitlines()]
    for one in found:
        Draft202012Validator(SCHEMAS["simulate"]).validate(one)
    return done.code, found


@pytest.mark.parametrize("signal", ["sine", "square", "noise", "gaussian", "transient"])
def test_a_signal_is_written_as_a_file(road: Road, signal: str) -> None:
    code, found = objects(road, "--signal", signal, *SHORT, "-o", "x.wav", "--rate", "16000")

    assert code == 0
    assert (found[0]["source"], found[0]["codec"], found[0]["target"]) == (signal, None, "x.wav")
    info = soundfile.info(road.folder / "x.wav")
    assert (info.samplerate, info.frames, info.channels, info.subtype) == (16000, 8000, 1, "PCM_16")
    assert road.files() == ["x.wav"]


def test_every_codec_takes_a_signal_there_and_back(road: Road) -> None:
    ids = [codec.id for codec in all_codecs()]
    code, found = objects(road, *SHORT, *(word for name in ids for word in ("--codec", name)))

    assert code == 0
    assert [one["codec"] for one in found] == ids
    assert all(one["encoded_bytes"] > 0 and one["samples"] == 4000 for one in found)
    assert (road.files(), road.temporary) == ([], [])


def test_parameters_reach_the_codec(road: Road) -> None:
    sizes = [
        objects(road, "--signal", "noise", *SHORT, "--codec", "tqa", "--set", f"bits={bits}")[1]
        for bits in (2, 4)
    ]
    assert sizes[0][0]["encoded_bytes"] < 0.6 * sizes[1][0]["encoded_bytes"]
    assert sizes[0][0]["snr_db"] < sizes[1][0]["snr_db"] - 9.0
    assert sizes[1][0]["ratio_to_16_bits"] == 8000 / sizes[1][0]["encoded_bytes"]


def test_people_get_a_table(road: Road) -> None:
    done = road("simulate", "--duration", "0.5", "--codec", "tqa")
    text = done.out.decode()
    for name in ("encoded, bytes", "16-bit PCM : encoded", "MSE", "SQNR, dB", "peak difference"):
        assert name in text


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ((), "nothing to do"),
        (("--codec", "nonsense"), "must be one of"),
        (("--codec", "tqa", "--set", "bits=99"), "bits: 99"),
        (("--set", "bits=4", "-o", "x.wav"), "--set is for one codec"),
        (("--amplitude", "3", "--codec", "tqa"), "amplitude: 3"),
        (("-o", "-"), "standard output"),
        (("-o", "x.wav", "--on-exists", "skip"), "rename or overwrite"),
        (("-o", "x.wav", "--on-exists", "update"), "rename or overwrite"),
    ],
)
def test_what_cannot_be_is_one_line(road: Road, words: tuple[str, ...], what: str) -> None:
    done = road("simulate", *words)
    assert done.code == 2
    assert what in done.lines[-1]
    assert road.files() == []


def test_a_file_that_is_there_stays(road: Road) -> None:
    (road.folder / "x.wav").write_bytes(b"mine")
    assert road("simulate", "-o", "x.wav").code == 5
    assert (road.folder / "x.wav").read_bytes() == b"mine"


def test_a_codec_that_fails_is_told_and_the_others_go_on(road: Road) -> None:
    # 2 Hz leave no seed, which road-classic needs.
    words = ("--rate", "2", "--duration", "50", "--json", "--codec", "road-classic")
    code, found = objects(road, *words, "--codec", "tqa")

    assert code == 1
    assert [one["state"] for one in found] == ["failed", "done"]
