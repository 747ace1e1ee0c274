"""Files of the published Extrema layout: known by name and bytes, and bounded whatever they say."""

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from extrema_files import NamedBytes, decoded, encode_extrema, open_extrema
from making import MemorySource, noise

from road_codec import LimitError, ParameterError, RoadError, decode, encode, finish, is_encoded
from road_codec.codecs.extrema.codec import ExtremaCodec

VECTORS = Path(__file__).parents[2] / "vectors" / "extrema"
STREAMS = sorted(VECTORS.glob("*.ext"))


def record(curve: int, length: int, end: int) -> bytes:
    return struct.pack("<BHh", curve, length, end)


def hold(count: int, *, wide: bool = False) -> bytes:
    return struct.pack("<BQ" if wide else "<BI", 0, count)


def is_known(data: bytes, name: str = "sound.ext") -> bool:
    file = NamedBytes(data)
    file.name = name
    return ExtremaCodec().recognises(file)


@pytest.mark.parametrize("path", STREAMS, ids=lambda path: path.name)
def test_every_stream_of_the_published_loop_is_known_by_name_and_bytes(path: Path) -> None:
    data = path.read_bytes()
    assert is_known(data, "a.ext")
    assert is_known(data, "A.EXTREMA")
    assert not is_known(data, "a.wav")
    assert not ExtremaCodec().recognises(io.BytesIO(data))


@pytest.mark.parametrize(
    "data",
    [
        b"Dear reader, this is a text that somebody has named so. " * 5,
        b"\x89PNG\r\n\x1a\n" + bytes(22),
        record(7, 2, 100) + b"\x09\x04",
        record(7, 2, 100) + hold(0),
        bytes(100),
        np.random.default_rng(3).bytes(5000),
    ],
    ids=["text", "picture", "cut", "hold of nothing", "zeros", "noise"],
)
def test_other_files_are_not_known_whatever_their_name(data: bytes) -> None:
    assert not is_known(data)


def test_packets_with_a_damaged_magic_do_not_pass_for_records() -> None:
    data = bytearray(encode_extrema(MemorySource(noise(2, 3000)))[0])
    data[0] ^= 1
    assert not is_known(bytes(data))
    for keep_going in (False, True):
        with pytest.raises(RoadError):
            open_extrema(bytes(data), keep_going=keep_going)


@pytest.mark.parametrize("wide", [False, True])
def test_a_hold_at_the_end_tells_the_variant_too(wide: bool) -> None:
    stream = open_extrema(record(7, 2, 1000) + hold(5, wide=wide))
    assert f"holds of {9 if wide else 5} bytes" in stream.info.variant
    assert stream.info.format.n_samples == 7
    assert decoded(stream)[0, 2:].tolist() == [1000] * 5


@pytest.mark.parametrize("wide", [False, True])
def test_holds_longer_than_what_three_bytes_say_are_believed(wide: bool) -> None:
    count = (1 << 24) + 5
    data = record(7, 2, 1000) + hold(count, wide=wide) + record(7, 2, 0)
    assert is_known(data)
    assert open_extrema(data).info.format.n_samples == count + 4


@pytest.mark.parametrize("keep_going", [False, True])
def test_many_holds_of_the_greatest_length_are_refused_at_once(keep_going: bool) -> None:
    data = record(7, 2, 1000) + hold((1 << 32) - 1) * 200_000
    with pytest.raises(LimitError, match="seconds"):
        open_extrema(data, keep_going=keep_going)


def test_an_impossible_record_is_named_and_what_stands_before_can_be_kept() -> None:
    data = record(7, 2, 1000) + record(9, 3, -500) + hold(0) + record(9, 3, 0)
    with pytest.raises(RoadError, match="record at byte 10"):
        open_extrema(data)
    stream = open_extrema(data, keep_going=True)
    assert stream.info.format.n_samples == 5
    assert any(line.startswith("damaged: ") for line in stream.info.notices)


def test_a_length_of_0_moves_the_height() -> None:
    found = decoded(open_extrema(record(1, 0, 900) + hold(2) + record(1, 0, -7) + hold(1)))
    assert found[0].tolist() == [900, 900, -7]


def test_a_file_of_records_goes_through_the_whole_library(tmp_path: Path) -> None:
    path, target = tmp_path / "tone.ext", tmp_path / "tone.wav"
    path.write_bytes((VECTORS / "sine440_a12000.native8.ext").read_bytes())
    assert is_encoded(path)
    outcome = finish(decode(path, target))
    assert (outcome.seconds, target.exists()) == (4387 / 44100, True)
    assert any("published layout" in notice for notice in outcome.notices)
    with pytest.raises(ParameterError, match="is encoded already"):
        finish(encode(path, tmp_path / "again.extrema", codec="extrema"))


def test_an_empty_file_is_the_sound_that_never_moved() -> None:
    stream = open_extrema(b"")
    assert is_known(b"")
    assert stream.info.format.n_samples == 0
    assert decoded(stream).shape == (1, 0)
