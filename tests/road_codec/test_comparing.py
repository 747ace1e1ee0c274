"""Sounds of different rates are brought to one, without memory that a head could ask for."""

import tracemalloc

import numpy as np
import pytest
from making import MemorySource, noise

from road_codec import ParameterError, finish
from road_codec.audio.resample import resample
from road_codec.comparing import Pair, compare_sources

MEMORY = 64 << 20


@pytest.mark.parametrize(("original_hz", "decoded_hz"), [(1025, 1), (1, 1025), (1 << 30, 8000)])
def test_rates_too_far_apart_are_refused(original_hz: int, decoded_hz: int) -> None:
    original, decoded = (MemorySource(noise(1, 10), rate) for rate in (original_hz, decoded_hz))
    with pytest.raises(
        ParameterError, match=rf"{original_hz} Hz, .* {decoded_hz} Hz; they are too"
    ):
        finish(compare_sources(original, decoded))


def test_a_much_higher_rate_costs_no_memory() -> None:
    original = MemorySource(noise(1, 20000), 1024 * 48)
    decoded = MemorySource(noise(1, 20000), 48, block=20000)
    tracemalloc.start()
    finish(compare_sources(original, decoded))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MEMORY


@pytest.mark.parametrize(("from_hz", "to_hz"), [(8000, 44100), (44100, 8000), (40, 40000)])
def test_a_resampled_sound_is_as_long_and_its_cuts_do_not_matter(from_hz: int, to_hz: int) -> None:
    sound = noise(2, 3000).astype(np.float32) / 9000
    cut = [sound[:, :1], sound[:, 1:1777], sound[:, 1777:]]
    whole, pieces = (
        np.concatenate(list(resample(blocks, from_hz, to_hz, 2)), axis=1)
        for blocks in ([sound], cut)
    )
    assert whole.shape == (2, round(3000 * to_hz / from_hz))
    np.testing.assert_allclose(pieces, whole, atol=1e-6)


def pair_of(original_hz: int, decoded_hz: int, lag: int) -> tuple[Pair, np.ndarray, np.ndarray]:
    """Return a pair and all of both its sounds."""
    left = noise(2, 30_000, seed=1)
    right = noise(2, 40_000, seed=1)
    pair = Pair(MemorySource(left, original_hz), MemorySource(right, decoded_hz), lag_samples=lag)
    blocks = list(pair.blocks())
    first, second = (np.concatenate(parts, axis=1) for parts in zip(*blocks, strict=True))
    return pair, first, second


@pytest.mark.parametrize("lag", [0, 25, -1300])
@pytest.mark.parametrize("decoded_hz", [8000, 8007, 11025, 3000])
def test_a_pair_reads_the_same_from_any_place(decoded_hz: int, lag: int) -> None:
    pair, first, second = pair_of(8000, decoded_hz, lag)
    assert pair.n_samples == first.shape[1] == second.shape[1]
    for start, stop in ((0, 10), (5, 9000), (17_003, 17_203), (20_001, None)):
        parts = list(pair.blocks(start, stop))
        one, other = (np.concatenate(part, axis=1) for part in zip(*parts, strict=True))
        np.testing.assert_array_equal(one, first[:, start:stop])
        np.testing.assert_allclose(other, second[:, start:stop], atol=2e-6)
    assert list(pair.blocks(pair.n_samples)) == []
    assert list(pair.blocks(5, 5)) == []


def test_a_pair_lines_up_its_sounds() -> None:
    sound = noise(1, 20_000)
    late = np.concatenate([np.zeros((1, 137), sound.dtype), sound], axis=1)
    pair = Pair(MemorySource(sound), MemorySource(late))
    assert finish(pair.align()).lag_samples == pair.lag_samples == 137
    assert pair.n_samples == 20_000
    assert finish(pair.compare()).snr_db == np.inf
    pair = Pair(MemorySource(late), MemorySource(sound))
    finish(pair.align())
    assert (pair.lag_samples, pair.original_start, pair.decoded_start) == (-137, 137, 0)
    assert finish(pair.compare()).snr_db == np.inf


def test_a_stretch_is_measured_by_itself() -> None:
    sound = noise(1, 20_000)
    worse = sound.copy()
    worse[:, 12_000:13_000] //= 2
    pair = Pair(MemorySource(sound), MemorySource(worse))
    assert finish(pair.compare(0, 12_000)).snr_db == np.inf
    stretch = finish(pair.compare(12_000, 13_000))
    assert stretch.n_samples == 1000
    assert stretch.snr_db == pytest.approx(6.02, abs=0.1)
    whole = finish(pair.compare(original_bytes=40_000, encoded_bytes=10_000))
    assert whole == finish(
        compare_sources(
            MemorySource(sound),
            MemorySource(worse),
            original_bytes=40_000,
            encoded_bytes=10_000,
        )
    )


def test_a_pair_of_unknown_length_goes_as_far_as_both_do() -> None:
    pair = Pair(MemorySource(noise(1, 9000), length_known=False), MemorySource(noise(1, 8000)))
    assert pair.n_samples is None
    assert sum(one.shape[1] for one, _ in pair.blocks()) == 8000
