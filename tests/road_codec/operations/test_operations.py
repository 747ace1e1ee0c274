"""Whole tasks name the file that an error is about, and nothing else is taken for damage."""

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile
from damaging import anatomy, with_field
from making import MemorySource, encoded, noise, write_sound

from road_codec import (
    DecodeOptions,
    FormatError,
    OutputError,
    ParameterError,
    SampleType,
    UnsupportedError,
    check,
    compare,
    decode,
    encode,
    finish,
    open_source,
    open_stream,
    originals_beside,
    write_difference,
    write_seed,
)


def written(folder: Path, data: bytes) -> Path:
    path = folder / "x.road.wav"
    path.write_bytes(data)
    return path


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A file of two superframes, whose second one is damaged."""
    whole = encoded(MemorySource(noise(2, 4000)), variant="a")
    end = anatomy(whole).orig
    return written(tmp_path, whole[: end - 300] + b"\xff" * 300 + whole[end:])


def test_what_cannot_be_encoded_is_named(tmp_path: Path) -> None:
    sound = write_sound(tmp_path / "nine.wav", noise(9, 100).astype(np.int16))
    with pytest.raises(ParameterError, match=rf"^{sound}: channels: 9, road-classic holds 1 to 8"):
        finish(encode(sound, tmp_path / "x.road.wav"))


def test_an_encrypted_file_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, with_field(encoded(MemorySource(noise(1, 3000))), "encryption", 5))
    with pytest.raises(UnsupportedError, match=rf"^{path}: encryption code 5"):
        finish(decode(path, tmp_path / "x.wav"))


def test_a_rate_that_a_file_has_not_is_told_with_its_name(tmp_path: Path) -> None:
    path = written(tmp_path, encoded(MemorySource(noise(1, 3000))))
    with pytest.raises(ParameterError, match=rf"^{path}: rate: 8001 Hz"):
        finish(decode(path, tmp_path / "x.wav", options=DecodeOptions(rate_hz=8001)))


def test_a_damaged_file_is_named_once_whatever_is_done_with_it(
    damaged: Path, tmp_path: Path
) -> None:
    original = write_sound(tmp_path / "x.wav", noise(2, 4000).astype(np.int16))
    for task in (
        decode(damaged, tmp_path / "y.wav"),
        write_seed(damaged, tmp_path / "y.wav"),
        check(damaged),
        compare(original, damaged),
    ):
        with pytest.raises(FormatError) as caught:
            finish(task)
        assert str(caught.value).startswith(f"{damaged}: superframe 1 at byte")
        assert str(caught.value).count(str(damaged)) == 1


def test_damage_is_reported_when_it_is_passed_over(damaged: Path, tmp_path: Path) -> None:
    options = DecodeOptions(keep_going=True)
    outcome = finish(decode(damaged, tmp_path / "y.wav", options=options))
    assert outcome.damage.startswith("damaged: superframe 1 at byte")
    assert outcome.seconds == 2048 / 8000


def test_a_file_may_be_called_damaged(tmp_path: Path) -> None:
    path = written(tmp_path, encoded(MemorySource(noise(1, 3000), 8000, SampleType.S32)))
    outcome = finish(decode(path, tmp_path / "damaged: no.flac"))
    assert outcome.damage == ""
    assert any("fewer bits" in notice for notice in outcome.notices)


def test_a_stream_is_closed_whatever_happens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, encoded(MemorySource(noise(1, 3000))))
    closed = []
    with pytest.raises(KeyError), open_stream(path) as stream:
        monkeypatch.setattr(stream, "close", lambda: closed.append(1))
        raise KeyError
    assert closed == [1]


def test_the_error_is_decoded_minus_original(tmp_path: Path) -> None:
    sound = write_sound(tmp_path / "x.wav", noise(2, 9000).astype(np.int16))
    finish(encode(sound, tmp_path / "x.road.wav"))
    finish(decode(tmp_path / "x.road.wav", tmp_path / "x.decoded.wav"))
    target = finish(
        write_difference(
            sound, tmp_path / "x.road.wav", tmp_path / "error.wav", start=1000, stop=7000
        )
    )
    original, decoded, error = (
        soundfile.read(path, dtype="float64")[0]
        for path in (sound, tmp_path / "x.decoded.wav", target)
    )
    np.testing.assert_array_equal(error, (decoded - original)[1000:7000])
    assert error.any()
    with pytest.raises(OutputError, match="exists already"):
        finish(write_difference(sound, sound, target))


def test_any_sound_is_opened_as_a_source(tmp_path: Path) -> None:
    sound = write_sound(tmp_path / "x.wav", noise(1, 9000).astype(np.int16))
    finish(encode(sound, tmp_path / "x.road.wav"))
    with open_source(sound) as source:
        assert source.format.n_samples == 9000
    with open_source(tmp_path / "x.road.wav", DecodeOptions(oversample=Fraction(2))) as source:
        assert source.format.rate_hz == 16_000
        assert sum(audio.n_samples for audio in source.blocks(10)) == 17_990
    unknown = open_source(tmp_path / "x.road.wav", DecodeOptions(rate_hz=7))
    with pytest.raises(ParameterError, match=rf"^{tmp_path}/x.road.wav: "), unknown:
        pass


@pytest.mark.parametrize(
    ("encoded_name", "others", "found"),
    [
        ("a.road.wav", ["a.wav"], "a.wav"),
        ("a.road.wav", ["a.flac", "b.wav"], "a.flac"),
        ("a.decoded.wav", ["a.wav"], "a.wav"),
        ("a.decoded.flac", ["a.aiff"], "a.aiff"),
        ("a.flac", ["a.wav"], "a.wav"),
        ("a.road.wav", ["a.txt", "a", ".wav"], None),
        (".road.wav", [".wav"], None),
    ],
)
def test_an_original_is_found_beside_what_was_made_of_it(
    encoded_name: str, others: list[str], found: str | None, tmp_path: Path
) -> None:
    for name in others:
        write_sound(tmp_path / "x.wav", noise(1, 100).astype(np.int16)).rename(tmp_path / name)
    original = next(iter(originals_beside(tmp_path / encoded_name)), None)
    assert original == (None if found is None else tmp_path / found)


def test_an_encoded_file_is_no_original(tmp_path: Path) -> None:
    sound = write_sound(tmp_path / "x.wav", noise(1, 900).astype(np.int16))
    finish(encode(sound, tmp_path / "y.road.wav"))
    (tmp_path / "y.road.wav").rename(tmp_path / "a.wav")
    assert originals_beside(tmp_path / "a.road.wav") == []
