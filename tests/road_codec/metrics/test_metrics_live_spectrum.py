"""Levels of a live spectrum are those of the sines in the sound."""

import numpy as np
import pytest

from road_codec.errors import ParameterError
from road_codec.metrics.live_spectrum import LOWEST_DBFS, LiveSpectrum


def sine(bin_number: float, length: int, level_dbfs: float = 0.0) -> np.ndarray:
    turns = np.arange(length) * bin_number / length
    return (10 ** (level_dbfs / 20) * np.sin(2 * np.pi * turns)).astype(np.float32)


@pytest.mark.parametrize("length", [256, 4096])
@pytest.mark.parametrize("level", [0.0, -60.0])
def test_a_sine_reads_its_level_at_its_frequency(length: int, level: float) -> None:
    levels = LiveSpectrum(length).levels_dbfs(sine(40, length, level)[:, np.newaxis])
    assert levels.argmax() == 40
    assert levels[40] == pytest.approx(level, abs=0.01)
    assert levels[50] < level - 90


def test_a_sine_between_two_bins_reads_a_little_less() -> None:
    levels = LiveSpectrum(1024).levels_dbfs(sine(40.5, 1024)[:, np.newaxis])
    assert levels.max() == pytest.approx(-1.42, abs=0.01)


def test_opposite_channels_do_not_vanish() -> None:
    one = sine(40, 1024)
    levels = LiveSpectrum(1024).levels_dbfs(np.stack([one, -one], axis=1))
    assert levels[40] == pytest.approx(0.0, abs=0.01)
    half = LiveSpectrum(1024).levels_dbfs(np.stack([one, 0 * one], axis=1))
    assert half[40] == pytest.approx(-3.01, abs=0.01)


def test_silence_is_finite() -> None:
    levels = LiveSpectrum(128).levels_dbfs(np.zeros((128, 2), np.float32))
    assert levels == pytest.approx(LOWEST_DBFS, abs=1e-4)
    assert len(levels) == LiveSpectrum(128).n_bins == 65


@pytest.mark.parametrize("length", [0, 63, 100, 1 << 21])
def test_other_lengths_are_refused(length: int) -> None:
    with pytest.raises(ParameterError, match="power of two"):
        LiveSpectrum(length)


@pytest.mark.parametrize("shape", [(127, 1), (128, 0), (128,)])
def test_other_shapes_are_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ParameterError, match="must be"):
        LiveSpectrum(128).levels_dbfs(np.zeros(shape, np.float32))
