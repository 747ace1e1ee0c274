"""The lag is found, or it is said that it is not."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from road_codec.errors import ParameterError
from road_codec.metrics.alignment import (
    LARGEST_MAX_LAG,
    LEAST_CONFIDENCE,
    WINDOW_S,
    Aligner,
    Alignment,
    find_lag,
)

Floats = NDArray[np.float64]
RATE_HZ = 1000


def noise(n_samples: int, n_channels: int = 1, seed: int = 5) -> Floats:
    return 0.1 * np.random.default_rng(seed).standard_normal((n_channels, n_samples))


def delayed(sound: Floats, lag: int) -> Floats:
    """Move a sound to the right (or left), keeping its length."""
    moved = np.zeros_like(sound)
    if lag >= 0:
        moved[:, lag:] = sound[:, : sound.shape[1] - lag]
    else:
        moved[:, :lag] = sound[:, -lag:]
    return moved


def aligned(original: Floats, decoded: Floats, **options: int) -> Alignment:
    aligner = Aligner(RATE_HZ, **options)
    aligner.add(original, decoded)
    return aligner.result()


@pytest.mark.parametrize("lag", [0, 1, -1, 137, -250, 4096, -4096])
@pytest.mark.parametrize("gain", [1.0, 0.01, -3.0])
def test_delayed_copy_is_found_whatever_its_gain(lag: int, gain: float) -> None:
    original = noise(20_000, 2)
    found = aligned(original, gain * delayed(original, lag))
    assert found.lag_samples == lag
    # A copy is as like as what is left of it in view.
    assert found.confidence == pytest.approx(np.sqrt(1.0 - abs(lag) / 20_000), abs=0.01)


def test_lag_is_found_under_noise() -> None:
    original = noise(20_000)
    found = aligned(original, delayed(original, 529) + noise(20_000, seed=6))
    assert found.lag_samples == 529
    assert found.confidence == pytest.approx(np.sqrt(0.5), abs=0.03)


def test_correlation_is_the_plain_sum() -> None:
    # Longer than one transform, and of unequal lengths.
    original, decoded = noise(9000)[0], delayed(noise(9000), 3)[0, :7000]
    original, decoded = original - original.mean(), decoded - decoded.mean()
    expected = np.dot(original[: 7000 - 3], decoded[3:])
    expected /= np.linalg.norm(original) * np.linalg.norm(decoded)
    found = find_lag(original, decoded, max_lag=3)
    assert found.lag_samples == 3
    assert found.confidence == pytest.approx(expected, abs=1e-12)


def test_lag_beyond_the_bound_is_not_found() -> None:
    original = noise(20_000)
    found = aligned(original, delayed(original, 101), max_lag=100)
    assert found.lag_samples == 0
    assert found.confidence < LEAST_CONFIDENCE
    assert aligned(original, delayed(original, 101), max_lag=101).lag_samples == 101


def test_unrelated_sounds_have_no_lag() -> None:
    found = aligned(noise(20_000), noise(20_000, seed=6))
    assert found.lag_samples == 0
    assert 0.0 < found.confidence < LEAST_CONFIDENCE


@pytest.mark.parametrize(
    ("original", "decoded"),
    [
        (np.zeros((2, 500)), np.zeros((2, 500))),
        (np.zeros((1, 500)), noise(500)),
        (noise(500), np.zeros((1, 500))),
        (noise(500), np.full((1, 500), 0.1)),
        (np.zeros((1, 0)), np.zeros((1, 0))),
        (noise(500), np.zeros((1, 0))),
        (np.ones((1, 1)), np.ones((1, 1))),
        (np.full((1, 100), 0.1), np.full((1, 100), 0.1)),  # its mean is not exact
    ],
)
def test_silence_has_lag_0_and_no_confidence(original: Floats, decoded: Floats) -> None:
    assert aligned(original, decoded) == Alignment(0, 0.0)


def test_periodic_sound_does_not_lag_behind_itself() -> None:
    tone = np.sin(2.0 * np.pi * np.arange(20_000) / 20.0)[np.newaxis]
    found = aligned(tone, tone)
    assert found.lag_samples == 0
    assert found.confidence == pytest.approx(1.0)


@pytest.mark.parametrize("distance", range(1, 30))
def test_of_equals_the_later_one_nearest_to_0_is_chosen(distance: int) -> None:
    original, decoded = np.zeros(301), np.zeros(301)
    original[150] = 1.0
    decoded[[150 - distance, 150 + distance]] = 0.5
    assert find_lag(original, decoded).lag_samples == distance


def test_confidence_is_never_above_1() -> None:
    for n_samples in (2, 500, 4000, 5000, 6000):
        for seed in range(20):
            sound = noise(n_samples, seed=seed)
            assert 1.0 - 1e-12 < aligned(sound, -3.0 * sound, max_lag=4).confidence <= 1.0


def test_constant_offset_does_not_hide_the_lag() -> None:
    original = noise(20_000) + 10.0
    decoded = np.roll(original, 40)
    assert aligned(original, decoded).lag_samples == 40


def test_channels_may_differ_in_number() -> None:
    original = noise(5000, 2)
    mono = delayed(original.mean(axis=0, keepdims=True), 12)
    assert aligned(original, mono).lag_samples == 12


def test_only_the_beginning_is_looked_at() -> None:
    window = round(WINDOW_S * RATE_HZ)
    original = noise(window)
    aligner = Aligner(RATE_HZ)
    aligner.add(original[:, :-1], delayed(original, 7)[:, :-1])
    assert not aligner.full
    aligner.add(original[:, -1:], delayed(original, 7)[:, -1:])
    assert aligner.full
    before = aligner.result()
    aligner.add(10.0 * noise(5000, seed=7), 10.0 * noise(5000, seed=8))
    assert aligner.result() == before
    assert before.lag_samples == 7


def test_common_silence_at_the_beginning_is_skipped() -> None:
    original = np.zeros((1, 40_000))  # the window is 30 000
    original[:, 35_000:] = noise(5000)
    found = aligned(original, delayed(original, 33))
    assert found.lag_samples == 33
    assert found == aligned(original[:, 34_000:], delayed(original, 33)[:, 34_000:])


def test_silence_after_the_beginning_is_not_skipped() -> None:
    window = round(WINDOW_S * RATE_HZ)
    aligner = Aligner(RATE_HZ)
    aligner.add(noise(100), noise(100))
    aligner.add(np.zeros((1, window - 100)), np.zeros((1, window - 100)))
    assert aligner.full


@given(cuts=st.lists(st.integers(0, 6000), max_size=8))
@settings(max_examples=20, deadline=None)
def test_blocks_do_not_matter(cuts: list[int]) -> None:
    original = np.concatenate((np.zeros((1, 1000)), noise(5000)), axis=1)
    decoded = delayed(original, 21)
    aligner = Aligner(RATE_HZ)
    for start, stop in zip([0, *sorted(cuts)], [*sorted(cuts), 6000], strict=True):
        aligner.add(original[:, start:stop], decoded[:, start:stop])
    whole = aligned(original, decoded)
    found = aligner.result()
    assert found.lag_samples == whole.lag_samples == 21
    assert found.confidence == pytest.approx(whole.confidence, abs=1e-9)


def test_bad_options_are_refused() -> None:
    with pytest.raises(ParameterError, match="rate"):
        Aligner(0)
    for max_lag in (-1, LARGEST_MAX_LAG + 1):
        with pytest.raises(ParameterError, match="largest lag"):
            Aligner(RATE_HZ, max_lag=max_lag)
        with pytest.raises(ParameterError, match="largest lag"):
            find_lag(np.zeros(3), np.zeros(3), max_lag=max_lag)
    with pytest.raises(ParameterError, match="decoded"):
        Aligner(RATE_HZ).add(np.zeros((1, 2)), np.full((1, 2), np.nan))
    with pytest.raises(ParameterError, match="original"):
        Aligner(RATE_HZ).add(np.zeros((1, 2), dtype=np.int16), np.zeros((1, 2)))
