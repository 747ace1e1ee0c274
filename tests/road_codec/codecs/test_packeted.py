"""What all codecs of packets share, shown with the simplest of them: samples as doubles."""

import io

import numpy as np
import pytest
from making import MemorySource, noise
from numpy.typing import NDArray

from road_codec import DecodeOptions, Engine, ParameterError, SampleType, finish
from road_codec.codecs.packeted import PacketStream, encode_packets
from road_codec.containers.packets import PacketReader, PacketWriter
from road_codec.errors import FormatError, UnsupportedError

PACKET_LEN = 700


class DoublesStream(PacketStream):
    def decode_packet(self, payload: bytes, n_samples: int, number: int) -> NDArray[np.float64]:
        del number
        return np.frombuffer(payload, "<f8").reshape(-1, n_samples)

    def describe_packet(self, payload: bytes, n_samples: int) -> dict[str, int]:
        return {"values": len(payload) // 8}


def opened(data: bytes, *, keep_going: bool = False) -> DoublesStream:
    reader = PacketReader(io.BytesIO(data), b"DBLS", newest=1, keep_going=keep_going)
    return DoublesStream(reader, "doubles", "")


def samples_of(
    stream: DoublesStream, options: DecodeOptions | None = None, start: int = 0, threads: int = 1
) -> NDArray[np.generic]:
    blocks = stream.blocks(options or DecodeOptions(), start, threads)
    return np.concatenate([audio.samples for audio in blocks], axis=1)


def make(source: MemorySource, threads: int = 1) -> bytes:
    file = io.BytesIO()
    writer = PacketWriter(file, b"DBLS", 1, source.format)
    finish(encode_packets(source, writer, PACKET_LEN, _as_doubles, Engine(threads=threads)))
    return file.getvalue()


def _as_doubles(piece: NDArray[np.float64]) -> bytes:
    return piece.astype("<f8").tobytes()


@pytest.mark.parametrize("sample_type", SampleType)
def test_samples_of_every_type_come_back(sample_type: SampleType) -> None:
    rng = np.random.default_rng(1)
    if sample_type.is_float:
        samples = rng.normal(size=(3, 3000)).astype(np.float32)
    else:
        samples = rng.integers(sample_type.low, sample_type.high + 1, (3, 3000))
    stream = opened(make(MemorySource(samples, sample_type=sample_type)))
    assert np.array_equal(samples_of(stream), samples)
    assert stream.info.format.n_samples == 3000


@pytest.mark.parametrize("threads", [1, 3])
@pytest.mark.parametrize("start", [0, 1, 699, 700, 701, 2999, 3000, 9000])
def test_decoding_from_any_place_gives_the_rest_of_the_whole(start: int, threads: int) -> None:
    samples = noise(2, 3000)
    stream = opened(make(MemorySource(samples)))
    blocks = [audio.samples for audio in stream.blocks(DecodeOptions(), start, threads)]
    found = np.concatenate([np.empty((2, 0), np.int16), *blocks], axis=1)
    assert np.array_equal(found, samples[:, start:])


def test_threads_change_no_byte() -> None:
    source = MemorySource(noise(2, 9000))
    assert make(source) == make(source, threads=3)


@pytest.mark.parametrize("bits", ["8", "16", "24", "32", "float"])
def test_other_sample_types_are_rounded_not_truncated(bits: str) -> None:
    samples = np.array([[-0.75, -1e-9, 0.0, 1e-9, 0.5, 0.999999999]], np.float32)
    stream = opened(make(MemorySource(samples, sample_type=SampleType.F32)))
    kind = SampleType(bits)
    found = samples_of(stream, DecodeOptions(bits=bits)).astype(float)
    expected = np.minimum(
        samples.astype(float) * kind.full_scale, kind.full_scale - (not kind.is_float)
    )
    assert np.all(np.abs(found - kind.middle - expected) <= 0.5)


def test_what_is_no_number_becomes_silence_and_is_told() -> None:
    samples = np.array([[0.5, np.nan, np.inf, 2.0]], np.float32)
    file = io.BytesIO()
    source = MemorySource(samples, sample_type=SampleType.F32)
    writer = PacketWriter(file, b"DBLS", 1, source.format)
    result = finish(encode_packets(source, writer, PACKET_LEN, _as_doubles, Engine()))
    assert result.notices == ("2 samples were not finite numbers and became 0",)
    assert samples_of(opened(file.getvalue())).tolist() == [[0.5, 0.0, 0.0, 2.0]]


def test_a_damaged_packet_is_silent_where_that_is_asked_for() -> None:
    samples = noise(1, 2100, peak=9000) | 1
    data = bytearray(make(MemorySource(samples)))
    data[data.index(_as_doubles(samples[:, 1400:1402] / 32768.0))] ^= 1
    with pytest.raises(FormatError, match="packet 2 at byte"):
        samples_of(opened(bytes(data)))
    stream = opened(bytes(data), keep_going=True)
    samples[:, 1400:] = 0
    assert np.array_equal(samples_of(stream), samples)
    assert "its 700 samples are silent" in stream.info.notices[0]


@pytest.mark.parametrize(
    "options",
    [
        {"oversample": 2},
        {"rate_hz": 44100},
        {"order": "coin"},
        {"passes": 1},
        {"as_original": True},
    ],
)
def test_what_only_fractals_can_do_is_refused(options: dict[str, object]) -> None:
    stream = opened(make(MemorySource(noise(1, 100))))
    with pytest.raises(ParameterError, match="at their own rate of 8000 Hz only"):
        stream.output_format(DecodeOptions(**options))  # type: ignore[arg-type]


def test_the_own_rate_may_be_asked_for_by_name() -> None:
    stream = opened(make(MemorySource(noise(1, 100))))
    assert stream.output_format(DecodeOptions(rate_hz=8000)).rate_hz == 8000
    assert stream.samples_per_range_choices(10**6) == []


def test_there_is_no_seed() -> None:
    stream = opened(make(MemorySource(noise(1, 100))))
    with pytest.raises(UnsupportedError, match="no seed"):
        stream.seed_format()
    with pytest.raises(UnsupportedError, match="no seed"):
        next(stream.seed_blocks())


def test_the_description_adds_up() -> None:
    data = make(MemorySource(noise(2, 3000)))
    facts = finish(opened(data).describe())
    assert facts["statistics"] == {"values": 6000}
    assert sum(facts["bytes"].values()) == len(data) == facts["file_bytes"]
    assert facts["header"] == {"version": 1, "packets": 5}
    assert finish(opened(data).check()) == ()


def test_too_many_channels_are_refused_before_anything_is_written() -> None:
    with pytest.raises(ParameterError, match="channels: 9"):
        make(MemorySource(noise(9, 10)))


def test_packets_are_found_by_the_samples_in_them() -> None:
    stream = opened(make(MemorySource(noise(1, 1500))))
    for sample, piece in (
        (-5, (0, 700)),
        (0, (0, 700)),
        (699, (0, 700)),
        (700, (700, 1400)),
        (1450, (1400, 1500)),
        (1500, (1400, 1500)),
        (9999, (1400, 1500)),
    ):
        assert stream.piece_at(sample) == piece


def test_an_empty_sound_has_one_empty_piece() -> None:
    assert opened(make(MemorySource(noise(1, 0)))).piece_at(3) == (0, 0)
