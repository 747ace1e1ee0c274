"""Closed-form cases for the log-spectral distance."""

import math

import numpy as np
import pytest

from road_codec.metrics.spectral import (
    FRAME_LEN,
    HOP,
    ROUNDING_POWER,
    LogSpectralDistance,
    periodic_hann,
)

FLOOR = ROUNDING_POWER * float(np.sum(periodic_hann(FRAME_LEN) ** 2))


def distance_db(original: np.ndarray, decoded: np.ndarray) -> float | None:
    measure = LogSpectralDistance()
    measure.add(original, decoded)
    return measure.result()


def impulse(n_samples: int, position: int, height: float = 0.5) -> np.ndarray:
    sound = np.zeros((1, n_samples))
    sound[0, position] = height
    return sound


def white(n_samples: int, seed: int = 1) -> np.ndarray:
    return 0.2 * np.random.default_rng(seed).standard_normal((2, n_samples))


def test_window_is_periodic_and_its_shifts_add_up_to_one() -> None:
    window = periodic_hann(FRAME_LEN)
    np.testing.assert_allclose(window[:HOP] + window[HOP:], 1.0)
    assert window[0] == 0.0


def test_identical_sounds_are_0_apart() -> None:
    assert distance_db(white(5000), white(5000)) == 0.0


def test_two_silent_sounds_are_0_apart() -> None:
    assert distance_db(np.zeros((2, 5000)), np.zeros((2, 5000))) == 0.0


def test_gain_is_the_distance() -> None:
    assert distance_db(white(9000), 0.5 * white(9000)) == pytest.approx(6.0206, abs=1e-3)


def test_delay_by_a_sample_is_nearly_unheard_in_a_steady_tone() -> None:
    turns = 2.0 * np.pi * 64 / FRAME_LEN * np.arange(FRAME_LEN * 4)
    tone, later = np.sin(turns), np.sin(turns - 0.3)
    assert distance_db(tone[np.newaxis], later[np.newaxis]) == pytest.approx(0.0, abs=0.01)


def test_impulse_against_silence_stands_on_rounding_noise() -> None:
    # The spectrum of an impulse is flat: in the middle of the frame the window is 1.
    expected_db = 10.0 * math.log10((0.25 + FLOOR) / FLOOR)
    sound = impulse(FRAME_LEN, FRAME_LEN // 2)
    assert distance_db(sound, np.zeros_like(sound)) == pytest.approx(expected_db)


def test_what_is_far_below_rounding_noise_does_not_count() -> None:
    sound = 1e-9 * white(5000)
    assert distance_db(sound, np.zeros_like(sound)) == pytest.approx(0.0, abs=1e-3)


def test_distance_is_a_mean_over_frames_and_channels() -> None:
    # Frames start at 0, 1024 and 2048; the impulse at 512 is seen by the first alone.
    sound = np.concatenate((impulse(4096, 512), np.zeros((1, 4096))))
    weight = float(periodic_hann(FRAME_LEN)[512]) ** 2
    expected_db = 10.0 * math.log10((0.25 * weight + FLOOR) / FLOOR)
    assert distance_db(sound, np.zeros_like(sound)) == pytest.approx(expected_db / 6.0)


def test_bins_are_joined_as_a_root_mean_square() -> None:
    # A constant through a periodic Hann window has two bins: N/2 and N/4 high.
    sound = np.full((1, FRAME_LEN), 0.5)
    powers = (0.5 * np.array([FRAME_LEN / 2.0, FRAME_LEN / 4.0])) ** 2
    levels_db = 10.0 * np.log10(powers / FLOOR + 1.0)
    expected_db = math.sqrt(float(np.sum(levels_db**2)) / (FRAME_LEN / 2 + 1))
    assert distance_db(sound, np.zeros_like(sound)) == pytest.approx(expected_db)


@pytest.mark.parametrize("n_samples", [1, 2, 3])
def test_sound_shorter_than_a_frame_is_put_in_its_middle(n_samples: int) -> None:
    sound = impulse(n_samples, n_samples // 2)
    expected_db = 10.0 * math.log10((0.25 + FLOOR) / FLOOR)
    assert distance_db(sound, np.zeros_like(sound)) == pytest.approx(expected_db, rel=1e-9)


def test_unfinished_frame_does_not_count_after_full_ones() -> None:
    sound = white(FRAME_LEN + HOP - 1)
    decoded = sound.copy()
    decoded[:, FRAME_LEN:] = 0.0
    assert distance_db(sound, decoded) == 0.0


def test_nothing_is_undefined() -> None:
    assert LogSpectralDistance().result() is None
    assert distance_db(np.zeros((2, 0)), np.zeros((2, 0))) is None
