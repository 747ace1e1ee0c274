"""What is drawn of a sound is what a search through all its samples finds."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from road_gui.plots.pyramid import BLOCK, Envelope, Pyramid

Floats = NDArray[np.float32]


def noise(n_channels: int, n_samples: int, seed: int = 0) -> Floats:
    random = np.random.default_rng(seed)
    return random.uniform(-1, 1, (n_channels, n_samples)).astype(np.float32)


def pyramid_of(samples: Floats, piece_len: int) -> Pyramid:
    pyramid = Pyramid(samples.shape[0])
    for start in range(0, samples.shape[1], piece_len):
        pyramid.append(samples[:, start : start + piece_len])
    return pyramid


def check_bins(envelope: Envelope, samples: Floats) -> None:
    """Compare every bin with the samples it stands for."""
    for index in range(envelope.n_bins):
        begin = envelope.start + index * envelope.bin_len
        stretch = samples[:, begin : begin + envelope.bin_len]
        assert np.array_equal(envelope.low[:, index], stretch.min(axis=1))
        assert np.array_equal(envelope.high[:, index], stretch.max(axis=1))


@settings(max_examples=80, deadline=None)
@given(
    n_samples=st.integers(1, 200_000),
    piece_len=st.integers(1, 9_000),
    n_pixels=st.integers(1, 300),
    cut=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_bins_hold_the_extremes_of_their_samples(
    n_samples: int, piece_len: int, n_pixels: int, cut: tuple[float, float]
) -> None:
    samples = noise(2, n_samples)
    start, stop = sorted(int(share * n_samples) for share in cut)
    envelope = pyramid_of(samples, max(piece_len, n_samples // 50)).reduce(start, stop, n_pixels)

    if stop == start:
        assert envelope.n_bins == 0
        return
    assert envelope.n_bins <= n_pixels + 1
    assert envelope.start <= start
    assert envelope.start + envelope.n_bins * envelope.bin_len >= stop
    check_bins(envelope, samples)


@settings(max_examples=60, deadline=None)
@given(
    first=st.integers(0, 2_000),
    n_detail=st.integers(1, 5_000),
    n_pixels=st.integers(1, 300),
    cut=st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_detail_shows_single_samples(
    first: int, n_detail: int, n_pixels: int, cut: tuple[float, float]
) -> None:
    samples = noise(1, 8_000)
    pyramid = pyramid_of(samples, 1_000)
    detail = samples[:, first : first + n_detail]
    pyramid.set_detail(first, detail)
    start, stop = sorted(first + int(share * detail.shape[1]) for share in cut)
    envelope = pyramid.reduce(start, stop, n_pixels)

    if stop == start:
        assert envelope.n_bins == 0
    elif stop - start <= 2 * n_pixels:
        assert envelope.is_raw
        assert np.array_equal(envelope.low, samples[:, start:stop])
    elif (stop - start) / n_pixels < 4 * BLOCK:
        assert envelope.n_bins <= n_pixels + 1
        for index in range(envelope.n_bins):
            begin = envelope.start + index * envelope.bin_len
            stretch = samples[:, max(begin, first) : min(begin + envelope.bin_len, stop)]
            assert envelope.low[0, index] == stretch.min()
            assert envelope.high[0, index] == stretch.max()


def test_detail_is_asked_for_only_where_blocks_are_too_coarse() -> None:
    pyramid = pyramid_of(noise(1, 600_000), 20_480)
    assert not pyramid.needs_detail(0, 600_000, 1_000)
    assert pyramid.needs_detail(1_000, 60_000, 1_000)
    pyramid.set_detail(0, noise(1, 70_000))
    assert not pyramid.needs_detail(1_000, 60_000, 1_000)


def test_a_view_beyond_the_sound_shows_what_there_is() -> None:
    samples = noise(1, 3_000)
    pyramid = pyramid_of(samples, 700)
    envelope = pyramid.reduce(-5_000, 99_000, 50)
    assert envelope.low.min() == samples.min()
    assert envelope.high.max() == samples.max()
    assert pyramid.reduce(3_000, 9_000, 50).n_bins == 0
    assert Pyramid(2).reduce(0, 100, 50).low.shape == (2, 0)


def test_bins_stay_the_same_while_the_view_moves() -> None:
    pyramid = pyramid_of(noise(1, 1_000_000), 20_480)
    here, there = pyramid.reduce(0, 500_000, 400), pyramid.reduce(40_000, 540_000, 400)
    assert here.bin_len == there.bin_len
    shift = (there.start - here.start) // here.bin_len
    assert np.array_equal(here.low[:, shift + 2 : 300], there.low[:, 2 : 300 - shift])


@pytest.mark.parametrize("share", [1.0, 0.1, 0.001])
def test_an_hour_is_reduced_in_a_blink(share: float) -> None:
    n_samples = 44_100 * 3_600
    pyramid, piece = Pyramid(2), noise(2, 2_000_000)
    for start in range(0, n_samples, piece.shape[1]):
        pyramid.append(piece[:, : n_samples - start])
    began = time.perf_counter()
    envelope = pyramid.reduce(0, int(share * n_samples), 1_200)
    assert time.perf_counter() - began < 0.03
    assert 0 < envelope.n_bins <= 1_201
