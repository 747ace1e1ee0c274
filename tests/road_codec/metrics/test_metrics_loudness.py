"""Loudness is that of BS.1770-4, by the signals of the standard and of EBU Tech 3341."""

import math
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from road_codec.errors import ParameterError
from road_codec.metrics.loudness import Loudness, LoudnessMeter, matching_gains_db

Floats = NDArray[np.float64]


def sine(level_dbfs: float, seconds: float, rate_hz: int, frequency_hz: float = 1000.0) -> Floats:
    time = np.arange(round(seconds * rate_hz)) / rate_hz
    return 10 ** (level_dbfs / 20) * np.sin(2 * np.pi * frequency_hz * time)


def lufs_of(sound: Floats, rate_hz: int) -> float | None:
    meter = LoudnessMeter(rate_hz, len(sound))
    meter.add(sound)
    return meter.result().lufs


@pytest.mark.parametrize("rate_hz", [22_050, 44_100, 48_000, 96_000, 192_000])
def test_a_sine_of_997_hz_at_full_scale_in_one_channel_is_3_lufs_below(rate_hz: int) -> None:
    # BS.1770-4, annex 1: "the indicated loudness will equal -3.01 LKFS"
    sound = np.stack([sine(0.0, 5, rate_hz, 997), np.zeros(5 * rate_hz)])
    assert lufs_of(sound, rate_hz) == pytest.approx(-3.01, abs=0.03)


@pytest.mark.parametrize(("level", "loudness"), [(-23.0, -23.0), (-33.0, -33.0)])
def test_signals_1_and_2_of_tech_3341(level: float, loudness: float) -> None:
    sound = np.stack([sine(level, 20, 48_000)] * 2)
    assert lufs_of(sound, 48_000) == pytest.approx(loudness, abs=0.1)


@pytest.mark.parametrize(
    "parts",
    [
        [(-36, 10), (-23, 60), (-36, 10)],
        [(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)],
        [(-26, 20), (-20, 20.1), (-26, 20)],
    ],
)
def test_signals_3_to_5_of_tech_3341_pass_the_gates(parts: list[tuple[float, float]]) -> None:
    mono = np.concatenate([sine(level, seconds, 48_000) for level, seconds in parts])
    assert lufs_of(np.stack([mono, mono]), 48_000) == pytest.approx(-23.0, abs=0.1)


def test_signal_6_of_tech_3341_weights_the_channels() -> None:
    levels = (-28, -28, -24, -30, -30)
    sound = np.stack([sine(level, 20, 48_000) for level in levels])
    assert lufs_of(sound, 48_000) == pytest.approx(-23.0, abs=0.1)
    # With a low-frequency channel, which does not count.
    with_lfe = np.insert(sound, 3, sine(-6, 20, 48_000, 60), axis=0)
    assert lufs_of(with_lfe, 48_000) == pytest.approx(-23.0, abs=0.1)


def test_the_filters_at_48_khz_are_those_of_the_standard() -> None:
    sections = LoudnessMeter(48_000, 1)._sections
    shelf = [1.53512485958697, -2.69169618940638, 1.19839281085285]
    poles = [1.0, -1.69065929318241, 0.73248077421585]
    assert np.allclose(sections[0], shelf + poles, atol=1e-8)
    assert np.allclose(
        sections[1], [1.0, -2.0, 1.0, 1.0, -1.99004745483398, 0.99007225036621], atol=1e-8
    )


def test_blocks_may_be_cut_anywhere() -> None:
    sound = np.random.default_rng(1).uniform(-0.5, 0.5, (2, 50_000))
    whole, pieces = LoudnessMeter(8_000, 2), LoudnessMeter(8_000, 2)
    whole.add(sound)
    cuts = [0, 1, 3, 799, 801, 4_000, 4_000, 12_345, 50_000]
    for first, last in pairwise(cuts):
        pieces.add(sound[:, first:last])
    assert pieces.result().lufs == pytest.approx(whole.result().lufs, abs=1e-9)
    assert pieces.result().peak == whole.result().peak == np.abs(sound).max()


def test_silence_and_what_is_too_short_have_no_loudness() -> None:
    assert lufs_of(np.zeros((2, 100_000)), 48_000) is None
    assert lufs_of(np.ones((1, 0)), 48_000) is None
    assert lufs_of(sine(-20, 0.39, 48_000)[np.newaxis], 48_000) is None
    assert lufs_of(sine(-20, 0.41, 48_000)[np.newaxis], 48_000) is not None


@pytest.mark.parametrize("rate_hz", [100, 1_000, 3_000, 768_000])
def test_filters_are_stable_at_odd_rates(rate_hz: int) -> None:
    sound = np.random.default_rng(2).uniform(-1, 1, (1, 3 * rate_hz))
    found = lufs_of(sound, rate_hz)
    assert found is not None
    assert -20 < found < 3


def test_what_is_no_sound_is_refused() -> None:
    with pytest.raises(ParameterError, match="0 channels"):
        LoudnessMeter(48_000, 0)
    with pytest.raises(ParameterError, match="1 channels, 2 expected"):
        LoudnessMeter(48_000, 2).add(np.zeros((1, 10)))
    with pytest.raises(ParameterError, match="finite"):
        LoudnessMeter(48_000, 1).add(np.full((1, 10), np.nan))


def test_gains_make_sounds_as_loud_as_the_first() -> None:
    gains = matching_gains_db([Loudness(-20.0, 0.5), Loudness(-26.0, 0.25), Loudness(-14.0, 0.9)])
    assert gains == pytest.approx([0.0, 6.0, -6.0])


def test_gains_bring_nothing_beyond_full_scale() -> None:
    # The second would need +10 dB, and has a peak of -6.02 dBFS.
    gains = matching_gains_db([Loudness(-20.0, 1.0), Loudness(-30.0, 0.5)])
    excess = 10.0 + 20 * math.log10(0.5)
    assert gains == pytest.approx([-excess, 10.0 - excess])
    assert 0.5 * 10 ** (gains[1] / 20) == pytest.approx(1.0)


def test_what_has_no_loudness_is_left_alone_and_nothing_is_lifted_without_end() -> None:
    assert matching_gains_db([Loudness(None, 0.0), Loudness(-30.0, 0.5)]) == [0.0, 0.0]
    assert matching_gains_db([Loudness(-20.0, 0.5), Loudness(None, 0.0)]) == [0.0, 0.0]
    assert matching_gains_db([Loudness(-20.0, 0.5), Loudness(-60.0, 0.001)]) == [0.0, 20.0]
    assert matching_gains_db([]) == []
