"""Levels that are known beforehand, at the places where they belong."""

import numpy as np
import pytest
from numpy.typing import NDArray

from road_codec import (
    FREQUENCY_SCALES,
    ParameterError,
    Spectrogram,
    SpectrumSummary,
    hz_at_place,
    place_of_hz,
    spectrogram_db,
    to_rows,
)
from road_codec.metrics.spectrogram import FLOOR_DB

Floats = NDArray[np.float64]
FFT_LEN = 256


def tone(cycles_a_frame: float, n_samples: int, height: float = 1.0) -> Floats:
    return height * np.sin(2 * np.pi * cycles_a_frame / FFT_LEN * np.arange(n_samples))[np.newaxis]


@pytest.mark.parametrize(("height", "level_db"), [(1.0, 0.0), (0.1, -20.0)])
@pytest.mark.parametrize("n_columns", [1, 7, 300])
def test_a_sine_in_the_middle_of_a_bin_has_its_level(
    height: float, level_db: float, n_columns: int
) -> None:
    sound = tone(40, 8192, height)
    levels = spectrogram_db(sound, fft_len=FFT_LEN, n_columns=n_columns, first=FFT_LEN, length=7000)
    assert levels.shape == (FFT_LEN // 2 + 1, n_columns)
    np.testing.assert_allclose(levels[40], level_db, atol=0.01)
    np.testing.assert_allclose(levels[41], level_db - 6.02, atol=0.01)  # a Hann window's skirt
    assert levels[[30, 60]].max() < -120


def test_powers_are_averaged_over_channels() -> None:
    sound = np.concatenate([tone(40, 4096), np.zeros((1, 4096))])
    levels = spectrogram_db(sound, fft_len=FFT_LEN, n_columns=5, first=500, length=3000)
    np.testing.assert_allclose(levels[40], -3.01, atol=0.01)


def test_silence_and_what_lies_beside_the_sound_are_the_floor() -> None:
    assert spectrogram_db(np.zeros((2, 100)), fft_len=32, n_columns=4).max() == FLOOR_DB
    around = spectrogram_db(tone(40, 512), fft_len=FFT_LEN, n_columns=4, first=-1024, length=4096)
    np.testing.assert_array_equal(around[:, [3]], FLOOR_DB)
    assert around[40, 1] > -10


def test_a_click_is_seen_in_its_column_alone() -> None:
    sound = np.zeros((1, 4000))
    sound[0, 2250] = 1.0
    levels = spectrogram_db(sound, fft_len=64, n_columns=40)
    loud = levels.max(axis=0) > FLOOR_DB
    assert loud[22]
    assert not loud[:21].any()
    assert not loud[24:].any()


@pytest.mark.parametrize(("fft_len", "n_columns"), [(16, 4), (1 << 17, 4), (100, 4), (FFT_LEN, 0)])
def test_what_cannot_be_asked_for_is_refused(fft_len: int, n_columns: int) -> None:
    with pytest.raises(ParameterError):
        spectrogram_db(np.zeros((1, 1000)), fft_len=fft_len, n_columns=n_columns)


@pytest.mark.parametrize("cut", [1, 100, 3333])
@pytest.mark.parametrize(("first", "length"), [(-300.0, 5000.0), (2100.5, 777.7), (900.0, 90.0)])
def test_cuts_do_not_matter(cut: int, first: float, length: float) -> None:
    sound = 0.1 * np.random.default_rng(3).standard_normal((2, 4000))
    made = Spectrogram(fft_len=64, n_columns=23, first=first, length=length)
    for at in range(0, 4000, cut):
        made.add(sound[:, at : at + cut])
    expected = spectrogram_db(sound, fft_len=64, n_columns=23, first=first, length=length)
    np.testing.assert_allclose(made.result_db(), expected, atol=1e-4)
    np.testing.assert_array_equal(made.result_db(), made.result_db())


@pytest.mark.parametrize("cut", [37, 1000, 20_000])
def test_a_summary_is_the_spectrogram_of_the_whole_however_it_is_cut(cut: int) -> None:
    sound = 0.1 * np.random.default_rng(3).standard_normal((2, 20_000))
    summary = SpectrumSummary(FFT_LEN, max_columns=1000)
    for at in range(0, sound.shape[1], cut):
        summary.add(sound[:, at : at + cut])
    levels, n = summary.result_db(), summary.n_columns
    assert summary.column_len == FFT_LEN // 2
    assert n == 20_000 // 128 - 1
    expected = spectrogram_db(sound, fft_len=FFT_LEN, n_columns=n, length=n * 128)
    np.testing.assert_allclose(levels, expected, atol=1e-3)


def test_columns_that_are_used_up_are_joined_without_loss() -> None:
    sound = tone(40, 30_000, 0.5)
    sound[:, 15_000:] = 0.0
    summary = SpectrumSummary(FFT_LEN, max_columns=16)
    summary.add(sound)
    assert 8 <= summary.n_columns <= 16
    levels = summary.result_db()
    half = 15_000 // summary.column_len
    np.testing.assert_allclose(levels[40, 1:half], -6.02, atol=0.05)
    assert levels[40, half + 2 :].max() == FLOOR_DB


def test_a_summary_of_nothing_is_empty() -> None:
    assert SpectrumSummary().result_db().shape == (1025, 0)
    with pytest.raises(ParameterError):
        SpectrumSummary(max_columns=3)


@pytest.mark.parametrize("scale", FREQUENCY_SCALES)
def test_places_and_frequencies_are_inverse(scale: str) -> None:
    places = np.linspace(0, 1, 11)
    hz = hz_at_place(places, scale, 22_050.0)
    assert hz[-1] == pytest.approx(22_050.0)
    assert (np.diff(hz) > 0).all()
    np.testing.assert_allclose(place_of_hz(hz, scale, 22_050.0), places, atol=1e-9)


def test_scales_are_what_they_are_called() -> None:
    assert hz_at_place(0.5, "linear", 8000.0) == 4000.0
    assert hz_at_place(0.5, "log", 20_000.0) == pytest.approx(np.sqrt(20.0 * 20_000.0))
    # 1000 Hz are 1000 mel, nearly.
    thousand = place_of_hz(1000.0, "mel", 8000.0) * 2595 * np.log10(1 + 8000 / 700)
    assert float(thousand) == pytest.approx(999.99, abs=0.01)
    with pytest.raises(ParameterError, match="one of linear, log, mel"):
        place_of_hz(1.0, "bark", 8000.0)


def test_rows_are_means_of_bins_or_lie_between_them() -> None:
    levels = np.array([[0.0], [-10.0], [-20.0], [-30.0], [-40.0]])
    rows = to_rows(levels, 100.0, np.array([100.0, 300.0, 500.0]))
    expected = [10 * np.log10((0.1 + 0.01) / 2), 10 * np.log10((0.001 + 0.0001) / 2)]
    np.testing.assert_allclose(rows[:, 0], expected)
    fine = to_rows(levels, 100.0, np.array([140.0, 160.0, 240.0, 260.0]))
    np.testing.assert_allclose(fine[[0, 2], 0], [-15.0, -25.0])
    beyond = to_rows(levels, 100.0, np.array([380.0, 440.0, 600.0, 700.0]))
    assert beyond[0, 0] > -41
    np.testing.assert_array_equal(beyond[1:, 0], -np.inf)
