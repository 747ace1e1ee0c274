"""Levels rise at once, fall slowly and stay marked; loops keep their two ends in order."""

import math

import numpy as np
import pytest

from road_gui.player.levels import HOLD_SECONDS, LOWEST_DBFS, Levels
from road_gui.player.loop import Loop

RATE = 48_000


def sine(level_dbfs: float, seconds: float) -> np.ndarray:
    time = np.arange(round(seconds * RATE)) / RATE
    wave = 10 ** (level_dbfs / 20) * np.sin(2 * np.pi * 1000 * time)
    return np.stack([wave, 0.5 * wave], axis=1).astype(np.float32)


def silence(seconds: float) -> np.ndarray:
    return np.zeros((round(seconds * RATE), 2), np.float32)


def test_a_sine_reads_its_peak_and_its_mean() -> None:
    levels = Levels(2)
    for number in range(60):
        levels.add(sine(-6.0, 0.033), RATE, 0.033 * number)
    left, right = levels.bars()
    assert left.peak == pytest.approx(-6.0, abs=0.1)
    assert left.rms == pytest.approx(-9.01, abs=0.1)
    assert right.peak == pytest.approx(-12.02, abs=0.1)
    assert not levels.has_clipped


def test_peaks_fall_twenty_decibels_in_1_7_seconds_and_are_held_for_1_5() -> None:
    levels = Levels(2)
    levels.add(sine(-6.0, 0.1), RATE, 10.0)
    levels.add(silence(0.1), RATE, 10.85)
    (left, _) = levels.bars()
    assert left.peak == pytest.approx(-16.0, abs=0.1)
    assert left.held == pytest.approx(-6.0, abs=0.1)
    levels.add(silence(0.1), RATE, 10.0 + HOLD_SECONDS + 0.2)
    (left, _) = levels.bars()
    assert left.held == left.peak == pytest.approx(-26.0, abs=0.1)


def test_without_sound_all_bars_reach_the_foot() -> None:
    levels = Levels(2)
    levels.add(sine(0.0, 0.1), RATE, 0.0)
    nothing = np.zeros((0, 2), np.float32)
    for number in range(1, 400):
        levels.add(nothing, 1, 0.033 * number)
    assert levels.are_low
    assert all(bar.peak == bar.rms == bar.held == LOWEST_DBFS for bar in levels.bars())


def test_full_scale_is_marked_until_it_is_taken_away() -> None:
    levels = Levels(2)
    almost = silence(0.1)
    almost[7, 1] = 32766 / 32768
    levels.add(almost, RATE, 0.0)
    assert not levels.has_clipped
    almost[7, 1] = -1.0
    levels.add(almost, RATE, 0.1)
    levels.add(silence(0.1), RATE, 9.0)
    assert levels.has_clipped
    levels.unclip()
    assert not levels.has_clipped


def test_a_clock_that_goes_back_breaks_nothing() -> None:
    levels = Levels(1)
    levels.add(np.zeros((4, 1), np.float32), RATE, 5.0)
    levels.add(np.zeros((4, 1), np.float32), RATE, 4.0)
    assert all(math.isfinite(bar.peak) for bar in levels.bars())


# -- loops ------------------------------------------------------------------------


def a_loop() -> tuple[Loop, list[object]]:
    loop, seen = Loop(), []
    loop.reset(10.0)
    loop.changed.connect(lambda: seen.append(loop.active))
    return loop, seen


def test_a_marked_stretch_is_on_whichever_end_came_first() -> None:
    loop, seen = a_loop()
    loop.set_stretch(5.0, 2.0)
    loop.set_stretch(8.0, 99.0)
    assert seen == [(2.0, 5.0), (8.0, 10.0)]


def test_a_click_is_no_loop() -> None:
    loop, seen = a_loop()
    loop.set_stretch(5.0, 5.001)
    assert seen == []
    loop.set_stretch(1.0, 2.0)
    loop.set_stretch(5.0, 5.001)
    assert loop.stretch is None


def test_ends_are_set_one_after_the_other() -> None:
    loop, _ = a_loop()
    loop.set_first(3.0)
    assert loop.active == (3.0, 10.0)
    loop.set_last(4.0)
    assert loop.active == (3.0, 4.0)
    loop.set_first(6.0)  # behind the end that there was
    assert loop.active == (6.0, 10.0)
    loop.set_last(2.0)  # before the beginning that there was
    assert loop.active == (0.0, 2.0)


def test_off_and_on_again_it_is_the_same_stretch() -> None:
    loop, _ = a_loop()
    loop.set_on(True, (1.0, 4.0))
    assert loop.active == (1.0, 4.0)
    loop.set_on(False, (0.0, 10.0))
    assert (loop.active, loop.stretch) == (None, (1.0, 4.0))
    loop.set_on(True, (0.0, 10.0))
    assert loop.active == (1.0, 4.0)
    loop.clear()
    assert loop.stretch is None
