"""Sounds of different rates are brought to one, without memory that a head could ask for."""

import tracemalloc

import numpy as np
import pytest
from making import MemorySource, noise

from road_codec import ParameterError, finish
from road_codec.audio.resample import resample
from road_codec.comparing import compare_sources

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
