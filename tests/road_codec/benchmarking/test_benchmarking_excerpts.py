"""What coders are given is the beginning of the sound, exactly, or rounded to what they take."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from making import MemorySource, encoded, noise, write_sound

from road_codec import FormatError, InputError, ParameterError, SampleType, finish
from road_codec.benchmarking.excerpts import write_excerpt

RATE = 8000


def excerpt(
    sound: Path, seconds: float | None = None, sample_type: SampleType | None = None
) -> tuple[np.ndarray, str]:
    target = sound.with_name("excerpt.wav")
    count = finish(write_excerpt(sound, target, seconds=seconds, sample_type=sample_type))
    with soundfile.SoundFile(target) as file:
        samples, subtype = file.read(dtype="int32", always_2d=True), file.subtype
    assert count == len(samples)
    return samples.T, subtype


@pytest.mark.parametrize("subtype", ["PCM_16", "PCM_24", "PCM_32"])
def test_the_whole_is_the_same_samples(tmp_path: Path, subtype: str) -> None:
    samples = noise(2, 100_000, peak=1 << 30).astype(np.int32)
    sound = write_sound(tmp_path / "x.wav", samples, subtype=subtype, title="a title")
    before = soundfile.read(sound, dtype="int32")[0].T
    found, kept = excerpt(sound)

    assert np.array_equal(found, before)
    assert kept == subtype


@pytest.mark.parametrize("seconds", [0.5, 1.0, 9.0, 11.0])
def test_the_beginning_has_its_length(tmp_path: Path, seconds: float) -> None:
    samples = noise(2, 10 * RATE).astype(np.int16)
    found, _ = excerpt(write_sound(tmp_path / "x.wav", samples), seconds)

    assert np.array_equal(found >> 16, samples[:, : round(seconds * RATE)])


def test_samples_are_rounded_to_fewer_bits(tmp_path: Path) -> None:
    # In steps of 24 bits; one of 16 bits is 256 of them.
    fine = np.array([[0, 127, 129, -127, -129, 256, (1 << 23) - 1, -(1 << 23)]], np.int32)
    sound = write_sound(tmp_path / "x.wav", fine << 8, subtype="PCM_24")
    found, subtype = excerpt(sound, sample_type=SampleType.S16)

    assert subtype == "PCM_16"
    assert (found >> 16).tolist() == [[0, 0, 1, 0, -1, 1, 32767, -32768]]


def test_samples_keep_their_value_with_more_bits(tmp_path: Path) -> None:
    samples = np.array([[-128 << 24, 0, 1 << 24, 127 << 24]], np.int32)
    sound = write_sound(tmp_path / "x.wav", samples, subtype="PCM_U8")
    found, subtype = excerpt(sound, sample_type=SampleType.S16)

    assert subtype == "PCM_16"
    assert found.tolist() == samples.tolist()


def test_what_is_no_sound_to_encode_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "out.wav"
    whole = tmp_path / "x.road.wav"
    whole.write_bytes(encoded(MemorySource(noise(1, 3000))))
    with pytest.raises(ParameterError, match=rf"^{whole}: is encoded already"):
        finish(write_excerpt(whole, target))
    whole.write_bytes(whole.read_bytes()[:100])
    with pytest.raises(FormatError, match=rf"^{whole}: has the name of an encoded file"):
        finish(write_excerpt(whole, target))
    with pytest.raises(InputError, match="there is no such file"):
        finish(write_excerpt(tmp_path / "missing.wav", target))
    silent = write_sound(tmp_path / "nothing.wav", np.zeros((1, 0), np.int16))
    with pytest.raises(ParameterError, match=rf"^{silent}: has no samples"):
        finish(write_excerpt(silent, target))
