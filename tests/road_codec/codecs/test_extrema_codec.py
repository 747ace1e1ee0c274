"""Extrema: what the author claims holds, from any place, in any number of threads."""

import numpy as np
import pytest
from extrema_files import decoded, encode_extrema, open_extrema, snr_db
from making import MemorySource, noise
from numpy.typing import NDArray

from road_codec import DecodeOptions, ParameterError, SampleType, finish
from road_codec.codecs.extrema.packet import PACKET_LEN
from road_codec.codecs.extrema.runs import LONGEST_RUN, find_runs, turns
from road_codec.codecs.extrema.shapes import N_SHAPES, ONE, published_curves, trained_curves

RATE_HZ = 44100


def sine(
    frequency_hz: float, amplitude: float, n_samples: int = 2 * PACKET_LEN
) -> NDArray[np.int16]:
    wave = np.sin(2 * np.pi * frequency_hz * np.arange(n_samples) / RATE_HZ)
    return np.rint(amplitude * wave)[np.newaxis].astype(np.int16)


@pytest.mark.parametrize(("frequency_hz", "amplitude"), [(100, 3000), (10_000, 20_000), (50, 1000)])
def test_tones_survive_that_the_published_program_loses(
    frequency_hz: float, amplitude: float
) -> None:
    samples = sine(frequency_hz, amplitude)
    data, _ = encode_extrema(MemorySource(samples, RATE_HZ))
    assert snr_db(samples, decoded(open_extrema(data))) > 25
    assert len(data) < 0.6 * samples.nbytes


@pytest.mark.parametrize("threshold", [0.5, 16.0, 128.0, 2048.0, 16384.0])
def test_the_error_keeps_to_the_threshold(threshold: float) -> None:
    samples = noise(2, 30_000) + sine(300, 8000, 30_000)
    data, _ = encode_extrema(MemorySource(samples, RATE_HZ), threshold=threshold)
    error = decoded(open_extrema(data)).astype(float) - samples
    assert np.sqrt(np.mean(error**2)) <= max(0.5, threshold)


def test_less_threshold_is_finer_and_larger() -> None:
    samples = noise(1, 20_000)
    sizes, losses = [], []
    for threshold in (2048.0, 256.0, 32.0):
        data, _ = encode_extrema(MemorySource(samples), threshold=threshold)
        sizes.append(len(data))
        losses.append(snr_db(samples, decoded(open_extrema(data))))
    assert sizes == sorted(sizes)
    assert losses == sorted(losses)


@pytest.mark.parametrize("n_channels", [1, 2, 3, 8])
@pytest.mark.parametrize("sample_type", SampleType)
def test_every_number_of_channels_and_every_type(n_channels: int, sample_type: SampleType) -> None:
    real = noise(n_channels, 5000) / 32768
    stored = real if sample_type.is_float else np.rint(real * sample_type.full_scale)
    stored = (stored + sample_type.middle).astype(sample_type.dtype)
    data, _ = encode_extrema(MemorySource(stored, sample_type=sample_type), threshold=8.0)
    stream = open_extrema(data)
    assert (stream.info.format.n_channels, stream.info.format.n_samples) == (n_channels, 5000)
    middle = float(sample_type.middle)
    assert snr_db(stored - middle, decoded(stream) - middle) > 45


def test_stereo_is_stored_as_mid_and_side_where_that_is_smaller() -> None:
    one = noise(1, PACKET_LEN)
    both, _ = encode_extrema(MemorySource(np.concatenate((one, one + 3))))
    alone, _ = encode_extrema(MemorySource(one))
    assert len(both) < 1.1 * len(alone)
    apart, _ = encode_extrema(MemorySource(noise(2, PACKET_LEN)))
    facts = finish(open_extrema(apart).describe())
    assert facts["statistics"]["packets_as_mid_and_side"] == 0


@pytest.mark.parametrize("n_samples", [0, 1, 2, 3, PACKET_LEN, PACKET_LEN + 1])
def test_sounds_of_every_length(n_samples: int) -> None:
    samples = noise(2, n_samples)
    data, result = encode_extrema(MemorySource(samples), threshold=0.5)
    assert result.n_samples == n_samples
    assert np.array_equal(decoded(open_extrema(data)), samples)


def test_silence_costs_next_to_nothing() -> None:
    data, _ = encode_extrema(MemorySource(np.zeros((2, 100 * PACKET_LEN), np.int16)))
    assert len(data) < 100 * 50
    assert not decoded(open_extrema(data)).any()


@pytest.mark.parametrize("layout", ["packets", "published"])
def test_decoding_from_any_place_gives_the_rest_of_the_whole(layout: str) -> None:
    samples = noise(1, 3 * PACKET_LEN) + sine(50, 9000, 3 * PACKET_LEN)
    data, _ = encode_extrema(MemorySource(samples, RATE_HZ), layout=layout)
    stream = open_extrema(data)
    whole = decoded(stream)
    for start in (0, 1, 5000, PACKET_LEN, 2 * PACKET_LEN - 1, whole.shape[1] - 1, whole.shape[1]):
        for threads in (1, 3):
            assert np.array_equal(decoded(stream, start, threads), whole[:, start:])


def test_threads_change_no_byte() -> None:
    source = MemorySource(noise(2, 5 * PACKET_LEN))
    assert encode_extrema(source)[0] == encode_extrema(source, threads=3)[0]


def test_more_bits_are_not_padding() -> None:
    samples = sine(200, 300)
    stream = open_extrema(encode_extrema(MemorySource(samples, RATE_HZ))[0])
    fine = decoded(stream, bits="24")
    assert np.any(fine % 256)
    assert np.array_equal(np.rint(fine / 256), decoded(stream))


def test_runs_cover_the_sound_and_none_is_too_long() -> None:
    values = np.concatenate((np.zeros(3 * LONGEST_RUN), np.linspace(0, 900, 3 * LONGEST_RUN)))
    curves = trained_curves()
    knots = np.ascontiguousarray(curves.T, np.float32)
    runs = find_runs(values, 1.0, 0.1, curves, knots)
    assert runs.length.sum() == len(values)
    assert runs.length.max() <= LONGEST_RUN


def test_a_turn_counts_only_beyond_the_threshold() -> None:
    values = np.array([0.0, 3, 2.5, 5, 4.1, 6, 1, 1.5, 0, 4])
    assert turns(values, 1.0).tolist() == [0, 5, 8, 9]
    assert turns(values, 0.8).tolist() == [0, 3, 4, 5, 8, 9]
    assert turns(np.zeros(1), 1.0).tolist() == [0]


def test_the_tables_are_curves_from_0_to_1() -> None:
    for curves, one in ((trained_curves(), ONE), (published_curves(), 1 << 16)):
        assert len(curves) == N_SHAPES
        assert not curves[:, 0].any()
        assert (curves[:, -1] == one).all()
        assert len(np.unique(curves, axis=0)) == N_SHAPES


def test_the_published_layout_says_what_it_loses() -> None:
    samples = noise(2, 3000, peak=9000) + 128
    source = MemorySource(samples // 100, 8000, SampleType.U8)
    _, result = encode_extrema(source, layout="published")
    text = "; ".join(result.notices)
    assert "the first of 2 channels only" in text
    assert "it will play at 44100 Hz" in text
    assert "8-bit samples were rounded to 16 bits" in text


def test_a_slope_that_has_no_room_in_a_record_is_refused() -> None:
    slope = np.arange(70_000) * 20_000 - 2**30 + 60_000_000
    source = MemorySource(slope[np.newaxis], sample_type=SampleType.S32)
    with pytest.raises(ParameterError, match="use the layout packets"):
        encode_extrema(source, layout="published")


def test_long_holds_are_decoded_in_pieces() -> None:
    n_held = 20_000_000
    hold = b"\0" + n_held.to_bytes(4, "little")
    data = bytes.fromhex("07 02 00 10 27") + hold + bytes.fromhex("07 04 00 00 00")
    stream = open_extrema(data)
    assert stream.info.format.n_samples == n_held + 6
    longest = 0
    for audio in stream.blocks(DecodeOptions()):
        longest = max(longest, audio.n_samples)
    assert longest < 200_000
    assert decoded(stream, n_held)[0, :2].tolist() == [10_000, 10_000]


def test_a_broken_last_record_is_left_out_and_told() -> None:
    stream = open_extrema(bytes.fromhex("07 02 00 10 27 09 04"))
    assert stream.info.format.n_samples == 2
    assert any("the last 2 bytes" in notice for notice in stream.info.notices)
