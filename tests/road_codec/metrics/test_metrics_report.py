"""One comparison: all measures at once, streaming, and as JSON."""

import json
import math
import tracemalloc
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from road_codec.errors import ParameterError
from road_codec.metrics.report import Comparer, Comparison, JsonValue
from road_codec.metrics.spectral import LogSpectralDistance
from road_codec.metrics.waveform import (
    Correlation,
    EnvelopeDifference,
    MeanSquaredError,
    PeakError,
    SegmentalSnr,
    SiSdr,
    Snr,
)

Floats = NDArray[np.floating[Any]]
RATE_HZ = 8000
N_SAMPLES = 7000

KEYS = [
    "mse",
    "snr_db",
    "segmental_snr_db",
    "si_sdr_db",
    "log_spectral_distance_db",
    "peak_error",
    "peak_error_dbfs",
    "correlation",
    "envelope_difference_db",
    "lag_samples",
    "rate_hz",
    "channels",
    "samples",
    "seconds",
    "original_bytes",
    "encoded_bytes",
    "ratio",
    "bits_per_sample",
    "kbit_per_s",
]


def sounds(n_samples: int = N_SAMPLES, n_channels: int = 2) -> tuple[Floats, Floats]:
    """Noise that swells and fades, and a noisy, louder copy of it."""
    random = np.random.default_rng(3)
    swell = np.sin(np.pi * np.arange(n_samples) / n_samples) ** 4
    original = 0.2 * swell * random.standard_normal((n_channels, n_samples)) + 0.001
    decoded = 1.1 * original + 0.01 * random.standard_normal((n_channels, n_samples))
    return original, decoded


def compared(original: Floats, decoded: Floats) -> Comparison:
    comparer = Comparer(RATE_HZ, original.shape[0])
    comparer.add(original, decoded)
    return comparer.result()


def assert_near(values: dict[str, JsonValue], expected: dict[str, JsonValue]) -> None:
    for key, value in expected.items():
        is_number = isinstance(value, float)
        near = pytest.approx(value, rel=1e-9, abs=1e-9) if is_number else value
        assert values[key] == near, key


def test_every_value_comes_from_its_measure() -> None:
    original, decoded = sounds()
    measures: dict[str, Any] = {
        "mse": MeanSquaredError(),
        "snr_db": Snr(),
        "segmental_snr_db": SegmentalSnr(RATE_HZ),
        "si_sdr_db": SiSdr(),
        "log_spectral_distance_db": LogSpectralDistance(),
        "peak_error": PeakError(),
        "correlation": Correlation(),
        "envelope_difference_db": EnvelopeDifference(RATE_HZ),
    }
    for measure in measures.values():
        measure.add(original, decoded)
    expected = {name: measure.result() for name, measure in measures.items()}
    assert len(set(expected.values())) == len(measures)
    values = compared(original, decoded).as_json()
    assert {name: values[name] for name in measures} == expected


@given(cuts=st.lists(st.integers(0, N_SAMPLES), max_size=12))
@settings(max_examples=40, deadline=None)
def test_blocks_do_not_matter(cuts: list[int]) -> None:
    original, decoded = sounds()
    comparer = Comparer(RATE_HZ, 2)
    for start, stop in zip([0, *sorted(cuts)], [*sorted(cuts), N_SAMPLES], strict=True):
        comparer.add(original[:, start:stop], decoded[:, start:stop])
    assert_near(comparer.result().as_json(), compared(original, decoded).as_json())


@given(
    n_samples=st.one_of(st.integers(0, 4), st.integers(155, 165), st.integers(2040, 2060)),
    n_first=st.integers(0, 2060),
)
@settings(max_examples=40, deadline=None)
def test_blocks_do_not_matter_for_short_sounds(n_samples: int, n_first: int) -> None:
    original, decoded = sounds(n_samples, 1)
    comparer = Comparer(RATE_HZ, 1)
    comparer.add(original[:, :n_first], decoded[:, :n_first])
    comparer.result()  # changes nothing
    comparer.add(original[:, n_first:], decoded[:, n_first:])
    assert_near(comparer.result().as_json(), compared(original, decoded).as_json())


def test_blocks_longer_than_a_slab_and_single_samples_agree() -> None:
    original, decoded = sounds(70_000, 1)
    whole = compared(original, decoded).as_json()
    comparer = Comparer(RATE_HZ, 1)
    for start in range(100):
        comparer.add(original[:, start : start + 1], decoded[:, start : start + 1])
    comparer.add(original[:, 100:], decoded[:, 100:])
    assert_near(comparer.result().as_json(), whole)


def test_single_precision_is_as_good() -> None:
    original, decoded = (sound.astype(np.float32) for sound in sounds())
    expected = compared(original.astype(np.float64), decoded.astype(np.float64))
    assert compared(original, decoded) == expected


def test_memory_does_not_grow_with_the_sound() -> None:
    # Whole frames of both kinds: what is left over is equally much every time.
    original, decoded = sounds(5120)
    comparer = Comparer(RATE_HZ, 2)
    sizes: list[int] = []
    tracemalloc.start()
    try:
        for _ in range(24):
            comparer.add(original, decoded)
            sizes.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
    # Even a float for every frame of 20 ms in one channel would be 5 KiB.
    assert max(sizes[4:]) - min(sizes[4:]) < 4096
    # Unfinished frames alone: what they were cut from is ten times as large.
    assert max(sizes) < 100_000
    assert comparer.result().n_samples == 24 * 5120


def test_identical_sounds_as_json() -> None:
    original, _ = sounds()
    values = compared(original, original).as_json()
    assert values["snr_db"] == values["si_sdr_db"] == "inf"
    assert values["peak_error"] == values["log_spectral_distance_db"] == 0.0
    assert values["peak_error_dbfs"] == "-inf"
    assert values["correlation"] == pytest.approx(1.0)


def test_json_has_all_keys_and_nothing_that_json_has_not() -> None:
    for original, decoded in (
        sounds(),
        sounds(0),
        (np.zeros((2, 9)), np.zeros((2, 9))),
        (np.array([[1.0, 0.0]]), np.array([[0.0, 1.0]])),
        (np.full((1, 3), 0.5), np.full((1, 3), 0.5)),
    ):
        values = compared(original, decoded).as_json()
        assert list(values) == KEYS
        assert json.loads(json.dumps(values, allow_nan=False)) == values
        assert {type(value) for value in values.values()} <= {str, int, float, type(None)}


def test_nothing_has_no_measures() -> None:
    values = Comparer(RATE_HZ, 2).result(encoded_bytes=100).as_json()
    known = {key: value for key, value in values.items() if value is not None}
    assert known == {
        "lag_samples": 0,
        "rate_hz": RATE_HZ,
        "channels": 2,
        "samples": 0,
        "seconds": 0.0,
        "encoded_bytes": 100,
    }


def test_sizes_give_the_rates() -> None:
    comparer = Comparer(RATE_HZ, 2)
    comparer.add(*sounds(4000))
    values = comparer.result(lag_samples=-3, original_bytes=16_044, encoded_bytes=2000).as_json()
    assert values["lag_samples"] == -3
    assert values["samples"] == 4000
    assert values["seconds"] == 0.5
    assert values["ratio"] == pytest.approx(8.022)
    assert values["bits_per_sample"] == 2.0
    assert values["kbit_per_s"] == 32.0


@pytest.mark.parametrize(
    ("original_bytes", "encoded_bytes"), [(None, None), (100, None), (None, 100), (100, 0)]
)
def test_unknown_sizes_have_no_ratio(original_bytes: int | None, encoded_bytes: int | None) -> None:
    comparer = Comparer(RATE_HZ, 2)
    result = comparer.result(original_bytes=original_bytes, encoded_bytes=encoded_bytes)
    assert result.ratio is None
    assert result.kbit_per_s is None
    assert result.bits_per_sample is None


def test_peak_error_is_a_level_too() -> None:
    result = compared(np.array([[0.0, 0.2]]), np.array([[0.1, 0.2]]))
    assert result.peak_error == pytest.approx(0.1)
    assert result.peak_error_dbfs == pytest.approx(-20.0)
    assert compared(np.zeros((1, 1)), np.zeros((1, 1))).peak_error_dbfs == -math.inf


def test_refused_blocks_leave_no_trace() -> None:
    original, decoded = sounds()
    comparer = Comparer(RATE_HZ, 2)
    comparer.add(original, decoded)
    expected = comparer.result()
    for bad in (
        (original[:1], decoded[:1]),
        (original, decoded[:, 1:]),
        (original, decoded * np.nan),
        (original[0], decoded[0]),
        (original, decoded[:1]),
        (np.array(0.5), np.array(0.5)),
    ):
        with pytest.raises(ParameterError):
            comparer.add(*bad)
    assert comparer.result() == expected


@pytest.mark.parametrize(("rate_hz", "n_channels"), [(0, 1), (8000, 0)])
def test_rate_and_channels_must_be_positive(rate_hz: int, n_channels: int) -> None:
    with pytest.raises(ParameterError, match="must be 1 or more"):
        Comparer(rate_hz, n_channels)
