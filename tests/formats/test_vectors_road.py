"""The files of the original programs are read and written bit for bit."""

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from road_codec import DecodeOptions, decode, encode, finish, open_stream
from road_codec.codecs.classic.development import DevelopmentReader
from road_codec.codecs.classic.params import ClassicParams
from road_codec.limits import DEFAULT_LIMITS

HERE = Path(__file__).parents[1] / "vectors" / "road"
BESIDE = Path(__file__).parents[3] / "shared" / "vectors"
FULL = Path(os.environ.get("ROAD_VECTORS", BESIDE)) / "road"

MANIFEST: dict[str, Any] = json.loads((HERE / "manifest.json").read_text())
MIXINGS = {"L+R": "mid", "L-R": "side", "MID": "mid", "SIDE": "side", "none": "none"}
# Its input has a LIST chunk behind the sound, which the original took for sound and we do not.
ODD_INPUT = "road/trailing_list_44k1_s16.af.min4.LplusR.road.wav"
MAPPED = [entry for entry in MANIFEST["road"] if not entry["variant"].startswith("development")]
LOSSLESS = [entry for entry in MANIFEST["road"] if entry["variant"].startswith("development")]
DECODES = [
    (entry, made)
    for entry in MANIFEST["road"]
    for made in entry.get("decoded") or []
    if "error" not in made
]


def name_of(value: Any) -> str:
    if "samples_per_range" in value:
        return f"p{value['samples_per_range']}-{value['bits']}bit"
    return str(Path(value["file"]).name.removesuffix(".road.wav"))


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    "entry", [entry for entry in MAPPED if entry["file"] != ODD_INPUT], ids=name_of
)
def test_strict_encoding_gives_the_original_bytes(entry: dict[str, Any], tmp_path: Path) -> None:
    params = ClassicParams(
        variant="a" if entry["variant"] == "article" else "b",
        strict=True,
        smallest_range=entry["smallest_range"],
        superframe=entry["superframe"],
        mixing=MIXINGS[entry["mixing"]],
    )
    target = tmp_path / "encoded.road.wav"
    finish(encode(HERE / entry["input"], target, params=params))
    assert target.read_bytes() == (HERE / entry["file"]).read_bytes()


def test_a_trailing_list_chunk_is_not_taken_for_sound(tmp_path: Path) -> None:
    target = tmp_path / "encoded.road.wav"
    finish(encode(HERE / "inputs/trailing_list_44k1_s16.wav", target))
    with open_stream(target) as stream:
        assert stream.info.format.n_samples == 9000


@pytest.mark.parametrize(("entry", "made"), DECODES, ids=name_of)
def test_decoding_as_the_original_gives_its_wave_file(
    entry: dict[str, Any], made: dict[str, Any], tmp_path: Path
) -> None:
    options = DecodeOptions(
        samples_per_range=made["samples_per_range"], bits=str(made["bits"]), as_original=True
    )
    target = tmp_path / "decoded.wav"
    finish(decode(HERE / entry["file"], target, options=options))
    written = soundfile.info(target)
    assert (written.samplerate, written.frames) == (made["rate"], made["frames"])
    assert sha256(target) == made["sha256"]


def test_all_decodes_of_the_manifest_are_tested() -> None:
    assert len(DECODES) == 130
    assert len(MAPPED) == 26


def test_a_file_whose_head_is_one_superframe_short_is_read_whole() -> None:
    entry = next(entry for entry in MAPPED if "len22528" in entry["file"])
    with open_stream(HERE / entry["file"]) as stream:
        decoded = np.concatenate([audio.samples for audio in stream.blocks(DecodeOptions())], 1)
    original, _ = soundfile.read(HERE / entry["input"], dtype="int16")
    error = decoded.T[: len(original)].astype(float) - original
    assert 10 * np.log10(np.sum(original.astype(float) ** 2) / np.sum(error**2)) > 35


@pytest.mark.parametrize("entry", LOSSLESS, ids=name_of)
def test_model_and_residual_give_the_truncated_mixed_signal(entry: dict[str, Any]) -> None:
    sound, _ = soundfile.read(HERE / entry["input"], dtype="int16")
    left, right = sound.T.astype(float)
    mixed = np.trunc(np.stack((left + right, left - right)) * 0.5)
    with (HERE / entry["file"]).open("rb") as file:
        reader = DevelopmentReader(file, keep_going=False, limits=DEFAULT_LIMITS)
        length = reader.layout.superframe_len
        for number in range(reader.n_superframes):
            exact = reader.exact(number).reshape(2, -1)
            np.testing.assert_array_equal(exact, mixed[:, number * length : (number + 1) * length])


@pytest.mark.parametrize("entry", LOSSLESS, ids=name_of)
def test_lossless_files_decode_to_within_the_half_bit_of_mixing(entry: dict[str, Any]) -> None:
    sound, _ = soundfile.read(HERE / entry["input"], dtype="int16")
    with open_stream(HERE / entry["file"]) as stream:
        decoded = np.concatenate([audio.samples for audio in stream.blocks(DecodeOptions())], 1)
    error = decoded.T.astype(int) - sound[: decoded.shape[1]]
    assert np.abs(error).max() == 1


@pytest.mark.vectors
@pytest.mark.skipif(not (FULL / "decoded").is_dir(), reason="the full set is not at hand")
def test_stored_decodes_are_reproduced_sample_for_sample(tmp_path: Path) -> None:
    compared = 0
    for entry, made in DECODES:
        if "file" not in made:
            continue
        options = DecodeOptions(
            samples_per_range=made["samples_per_range"], bits=str(made["bits"]), as_original=True
        )
        target = tmp_path / "decoded.wav"
        finish(decode(FULL / entry["file"], target, options=options, on_exists="overwrite"))
        assert target.read_bytes() == (FULL / made["file"]).read_bytes(), made["file"]
        compared += 1
    assert compared == 43
