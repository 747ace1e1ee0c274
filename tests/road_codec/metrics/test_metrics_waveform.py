"""Closed-form cases for the measures of waveforms."""

import math
from collections.abc import Callable
from typing import Any, Protocol

import numpy as np
import pytest
from numpy.typing import NDArray

from road_codec.errors import ParameterError
from road_codec.metrics.waveform import (
    Correlation,
    EnvelopeDifference,
    PeakError,
    SegmentalSnr,
    SegmentalSnrCurve,
    SiSdr,
    Snr,
)

Floats = NDArray[np.floating[Any]]
RATE_HZ = 8000  # a frame of 20 ms has 160 samples


class Measure(Protocol):
    def add(self, original: Floats, decoded: Floats) -> None: ...
    def result(self) -> float | None: ...


MEASURES: list[Callable[[], Measure]] = [
    Snr,
    lambda: SegmentalSnr(RATE_HZ),
    SiSdr,
    PeakError,
    Correlation,
    lambda: EnvelopeDifference(RATE_HZ),
]


def noise(n_samples: int, n_channels: int = 2, seed: int = 1) -> Floats:
    return 0.1 * np.random.default_rng(seed).standard_normal((n_channels, n_samples))


def measured(measure: Measure, original: Floats, decoded: Floats) -> float | None:
    measure.add(original, decoded)
    return measure.result()


def with_noise(original: Floats, snr_db: float) -> Floats:
    """Add white noise at exactly this ratio, orthogonal to the original."""
    error = noise(original.shape[1], original.shape[0], seed=99)
    error -= original * (np.vdot(original, error) / np.vdot(original, original))
    error *= np.linalg.norm(original) / np.linalg.norm(error) * 10.0 ** (-snr_db / 20.0)
    return original + error


@pytest.mark.parametrize("snr_db", [-5.0, 0.0, 23.5, 120.0])
def test_snr_of_white_noise_is_what_was_mixed(snr_db: float) -> None:
    original = noise(5000)
    assert measured(Snr(), original, with_noise(original, snr_db)) == pytest.approx(snr_db)


def test_snr_counts_all_channels_together() -> None:
    original = np.array([[0.5, -0.5], [0.0, 0.0]])
    decoded = original + np.array([[0.0, 0.0], [0.05, 0.05]])
    assert measured(Snr(), original, decoded) == pytest.approx(20.0)


def test_identical_sounds_have_no_error() -> None:
    sound = noise(4000)
    values = [measured(make(), sound, sound.copy()) for make in MEASURES]
    assert values == [math.inf, pytest.approx(35.0), math.inf, 0.0, pytest.approx(1.0), 0.0]


def test_two_silent_sounds_have_no_ratio_but_no_distance_either() -> None:
    silence = np.zeros((2, 1000))
    values = [measured(make(), silence, silence) for make in MEASURES]
    assert values == [None, None, None, 0.0, None, 0.0]


def test_error_on_a_silent_original_has_no_ratio() -> None:
    decoded = np.full((1, 320), 0.001)
    values = [measured(make(), np.zeros((1, 320)), decoded) for make in MEASURES]
    assert values == [None, None, None, 0.001, None, pytest.approx(30.0)]


def test_silent_decoded_sound_is_all_error() -> None:
    original = noise(1600)
    values = [measured(make(), original, np.zeros_like(original)) for make in MEASURES[:5]]
    peak = float(np.abs(original).max())
    assert values == [pytest.approx(0.0), pytest.approx(0.0), None, peak, None]


@pytest.mark.parametrize("make", MEASURES)
def test_nothing_is_undefined(make: Callable[[], Measure]) -> None:
    assert make().result() is None
    assert measured(make(), np.zeros((2, 0)), np.zeros((2, 0))) is None
    assert measured(make(), np.zeros((0, 5)), np.zeros((0, 5))) is None


def test_one_sample_is_measured() -> None:
    original, decoded = np.array([[0.5]]), np.array([[0.25]])
    values = [measured(make(), original, decoded) for make in MEASURES]
    half_db = 20.0 * math.log10(2.0)
    assert values == [
        pytest.approx(half_db),
        pytest.approx(half_db),
        math.inf,
        0.25,
        None,
        pytest.approx(half_db),
    ]


def test_segmental_snr_is_the_mean_of_frames() -> None:
    original = noise(4 * 160)
    decoded = original.copy()
    decoded[:, :160] *= 1.0 - 10.0 ** (-20.0 / 20.0)  # 20 dB
    decoded[:, 160:320] *= 1.0 - 10.0 ** (-50.0 / 20.0)  # clamped to 35 dB
    decoded[:, 320:480] *= 11.0  # -20 dB, clamped to -10 dB
    value = measured(SegmentalSnr(RATE_HZ), original, decoded)
    assert value == pytest.approx((20.0 + 35.0 - 10.0 + 35.0) / 4.0)


@pytest.mark.parametrize(("level_dbfs", "expected_db"), [(-69.9, 27.5), (-70.1, 20.0)])
def test_segmental_snr_leaves_frames_below_70_dbfs_out(
    level_dbfs: float, expected_db: float
) -> None:
    original = np.full((2, 320), 0.5)
    original[:, 160:] = 10.0 ** (level_dbfs / 20.0)
    decoded = original * 0.9  # 20 dB
    decoded[:, 160:] = original[:, 160:] * 0.99  # 40 dB, clamped to 35 dB
    assert measured(SegmentalSnr(RATE_HZ), original, decoded) == pytest.approx(expected_db)


def test_segmental_snr_takes_a_frame_over_all_channels() -> None:
    original = np.stack((np.full(160, 0.5), np.zeros(160)))
    decoded = original + np.stack((np.zeros(160), np.full(160, 0.05)))
    assert measured(SegmentalSnr(RATE_HZ), original, decoded) == pytest.approx(20.0)


def test_unfinished_frame_does_not_count_after_full_ones() -> None:
    original = np.full((1, 160 + 159), 0.5)
    decoded = original * 0.9
    decoded[:, 160:] = 0.0
    assert measured(SegmentalSnr(RATE_HZ), original, decoded) == pytest.approx(20.0)
    expected_db = -20.0 * math.log10(0.9)
    assert measured(EnvelopeDifference(RATE_HZ), original, decoded) == pytest.approx(expected_db)


@pytest.mark.parametrize("gain", [1.0, 0.3, -2.5, 1e-4])
def test_si_sdr_does_not_see_the_gain(gain: float) -> None:
    original = noise(3000)
    decoded = gain * with_noise(original, 17.0)
    assert measured(SiSdr(), original, decoded) == pytest.approx(17.0)


@pytest.mark.parametrize("gain", [0.3, -2.5, 1e-4, 1e6])
def test_si_sdr_of_a_scaled_copy_is_infinite(gain: float) -> None:
    original = noise(80_000)  # more than one stretch
    assert measured(SiSdr(), original, gain * original) == math.inf


def test_si_sdr_keeps_a_small_rest_of_a_large_sound() -> None:
    original = noise(80_000)
    decoded = 0.7 * with_noise(original, 200.0)
    assert measured(SiSdr(), original, decoded) == pytest.approx(200.0, abs=0.5)


def test_si_sdr_of_an_unrelated_sound_is_minus_infinity() -> None:
    original, decoded = np.array([[0.5, 0.0]]), np.array([[0.0, 0.5]])
    assert measured(SiSdr(), original, decoded) == -math.inf


def test_si_sdr_has_one_gain_for_parts_of_different_loudness() -> None:
    measure = SiSdr()
    measure.add(np.array([[1.0]]), np.array([[1.0]]))
    measure.add(np.array([[2.0]]), np.array([[4.0]]))
    # Gain 9/5: target 81/5, rest 17 - 81/5.
    assert measure.result() == pytest.approx(10.0 * math.log10(81.0 / 4.0))


def test_si_sdr_counts_what_comes_where_the_original_is_silent() -> None:
    measure = SiSdr()
    measure.add(np.array([[0.0]]), np.array([[0.1]]))
    measure.add(np.array([[1.0]]), np.array([[1.0]]))
    assert measure.result() == pytest.approx(20.0)


def test_si_sdr_takes_a_vanishing_original_for_silence() -> None:
    assert measured(SiSdr(), np.array([[1e-140]]), np.array([[1e38]])) is None


def test_peak_error_is_the_largest_of_all_blocks_and_channels() -> None:
    measure = PeakError()
    measure.add(np.array([[0.0, 0.5], [0.1, 0.0]]), np.array([[0.0, 0.5], [0.1, 0.75]]))
    measure.add(np.array([[0.0], [0.0]]), np.array([[0.5], [0.0]]))
    assert measure.result() == 0.75
    measure.add(np.array([[-1.0], [0.0]]), np.array([[0.25], [0.0]]))
    assert measure.result() == 1.25


@pytest.mark.parametrize("offset", [0.0, 0.5, 1000.0])
def test_correlation_is_the_cosine_of_the_mixture(offset: float) -> None:
    turns = 2.0 * np.pi * np.arange(1600) / 160.0
    original, other = np.sin(turns)[np.newaxis], np.cos(turns)[np.newaxis]
    decoded = 3.0 * (0.8 * original + 0.6 * other) - offset
    assert measured(Correlation(), original + offset, decoded) == pytest.approx(0.8, abs=1e-9)


def test_correlation_of_the_inverse_is_minus_one() -> None:
    original = noise(80_000)
    assert measured(Correlation(), original, -0.5 * original) == pytest.approx(-1.0)


def test_correlation_is_never_beyond_1() -> None:
    for seed in range(20):
        original = noise(300, 1, seed)
        value = measured(Correlation(), original, -3.0 * original)
        assert value is not None
        assert -1.0 <= value < -1.0 + 1e-12


def test_correlation_agrees_with_numpy_across_blocks() -> None:
    original, decoded = noise(1000) + 0.3, noise(1000, seed=2)
    decoded[:, 300:] += original[:, 300:] - 2.0
    measure = Correlation()
    for start in range(0, 1000, 100):
        measure.add(original[:, start : start + 100], decoded[:, start : start + 100])
    expected = np.corrcoef(original.ravel(), decoded.ravel())[0, 1]
    assert measure.result() == pytest.approx(expected, abs=1e-12)


def test_correlation_with_a_constant_is_undefined() -> None:
    measure = Correlation()
    for n_samples in (7, 1, 1000):
        measure.add(noise(n_samples), np.full((2, n_samples), 0.1))
    assert measure.result() is None


def test_envelope_difference_of_a_halved_channel() -> None:
    original = noise(1600)
    decoded = original * np.array([[0.5], [1.0]])
    value = measured(EnvelopeDifference(RATE_HZ), original, decoded)
    assert value == pytest.approx(10.0 * math.log10(4.0) / 2.0)


def test_envelope_difference_does_not_see_phase() -> None:
    original = np.full((1, 320), 0.25)
    assert measured(EnvelopeDifference(RATE_HZ), original, -original) == 0.0


def test_envelopes_end_at_the_floor() -> None:
    value = measured(EnvelopeDifference(RATE_HZ), np.full((1, 160), 1e-6), np.zeros((1, 160)))
    assert value == 0.0


@pytest.mark.parametrize("make", MEASURES)
@pytest.mark.parametrize(
    ("original", "decoded"),
    [
        (np.zeros((1, 5)), np.zeros((1, 4))),
        (np.zeros((1, 5)), np.zeros((2, 5))),
        (np.zeros(5), np.zeros(5)),
        (np.zeros((1, 5), dtype=np.int16), np.zeros((1, 5))),
        (np.zeros((1, 5)), np.full((1, 5), np.nan)),
        (np.full((1, 5), -np.inf), np.zeros((1, 5))),
    ],
)
def test_what_is_not_sound_is_refused(
    make: Callable[[], Measure], original: Floats, decoded: Floats
) -> None:
    with pytest.raises(ParameterError):
        make().add(original, decoded)


@pytest.mark.parametrize("make", [lambda: SegmentalSnr(0), lambda: EnvelopeDifference(-1)])
def test_rate_must_be_positive(make: Callable[[], object]) -> None:
    with pytest.raises(ParameterError, match="rate"):
        make()


@pytest.mark.parametrize("value", [1e-45, 3.4e38])
def test_extremes_of_float_files_neither_overflow_nor_warn(value: float) -> None:
    original = np.array([[value, -value, 0.5]], dtype=np.float32)
    for make in MEASURES:
        result = measured(make(), original, original[:, ::-1])
        assert result is None or not math.isnan(result)


def test_the_mean_of_the_curve_is_the_segmental_snr() -> None:
    random = np.random.default_rng(8)
    original = 0.2 * random.standard_normal((2, 9000))
    original[:, 3000:5000] = 0.0
    decoded = original + 0.01 * random.standard_normal(original.shape)
    curve, mean = SegmentalSnrCurve(8000), SegmentalSnr(8000)
    for at in range(0, 9000, 701):
        curve.add(original[:, at : at + 701], decoded[:, at : at + 701])
        mean.add(original[:, at : at + 701], decoded[:, at : at + 701])
    values = curve.values()
    assert values.shape == (9000 // curve.frame_len,)
    silent = np.isnan(values)
    assert silent[20:31].all()
    assert silent.sum() <= 13
    assert np.nanmean(values) == pytest.approx(mean.result())


def test_a_curve_of_nothing_is_empty() -> None:
    assert SegmentalSnrCurve(8000).values().shape == (0,)
