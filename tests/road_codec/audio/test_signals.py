"""Test signals are what their parameters say, however they are cut."""

import numpy as np
import pytest
from numpy.typing import NDArray

from road_codec.audio.signals import SignalParams, SignalSource
from road_codec.errors import ParameterError

KINDS = ("sine", "square", "noise", "gaussian", "transient")


def made(start: int = 0, **params: object) -> NDArray[np.float64]:
    source = SignalSource(SignalParams(bits="float", **params))  # type: ignore[arg-type]
    blocks = [audio.samples[0].astype(float) for audio in source.blocks(start)]
    return np.concatenate([np.zeros(0), *blocks])


@pytest.mark.parametrize("kind", KINDS)
def test_length_rate_and_type_are_as_asked(kind: str) -> None:
    source = SignalSource(SignalParams(signal=kind, duration=0.5, rate=44100, bits="24"))
    blocks = list(source.blocks())
    assert source.format.n_samples == sum(audio.n_samples for audio in blocks) == 22050
    assert {(audio.rate_hz, audio.sample_type.value) for audio in blocks} == {(44100, "24")}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("start", [1, 65536, 65537, 100_001])
def test_any_place_gives_the_rest_of_the_whole(kind: str, start: int) -> None:
    whole = made(signal=kind, duration=15.0, spikes=50)
    assert np.array_equal(made(start, signal=kind, duration=15.0, spikes=50), whole[start:])


def test_a_sine_has_its_frequency_and_amplitude() -> None:
    found = np.abs(np.fft.rfft(made(frequency=1000.0, duration=1.0, amplitude=0.25))) / 4000
    assert found[1000] == pytest.approx(0.25, abs=1e-6)
    assert np.delete(found, 1000).max() < 1e-6


def test_a_square_has_two_values_half_the_time_each() -> None:
    found = made(signal="square", frequency=100.0, duration=1.0, amplitude=0.5)
    assert found[:80].tolist() == [0.5] * 40 + [-0.5] * 40
    assert np.array_equal(found, np.tile(found[:80], 100))


def test_noise_is_even_and_gaussian_noise_normal() -> None:
    even = made(signal="noise", duration=20.0, amplitude=0.5)
    normal = made(signal="gaussian", duration=20.0, amplitude=0.1)
    assert 0.499 < np.abs(even).max() <= 0.5
    assert np.std(even) == pytest.approx(0.5 / np.sqrt(3), rel=0.01)
    assert np.std(normal) == pytest.approx(0.1, rel=0.01)
    assert np.mean((normal / np.std(normal)) ** 4) == pytest.approx(3.0, abs=0.1)


def test_the_seed_makes_the_noise() -> None:
    assert np.array_equal(made(signal="noise", seed=7), made(signal="noise", seed=7))
    assert not np.array_equal(made(signal="noise", seed=7), made(signal="noise", seed=8))


def test_transients_are_as_many_single_samples_as_asked() -> None:
    found = made(signal="transient", spikes=3, duration=0.75, amplitude=0.1)
    assert np.flatnonzero(found).tolist() == [1000, 3000, 5000]
    assert found[found != 0.0].tolist() == pytest.approx([0.1, -0.1, 0.1])


def test_integers_are_rounded_and_clipped() -> None:
    source = SignalSource(SignalParams(signal="square", amplitude=1.0))
    assert set(np.concatenate([audio.samples[0] for audio in source.blocks()])) == {32767, -32768}


@pytest.mark.parametrize("wrong", [{"signal": "saw"}, {"amplitude": 2.0}, {"rate": 0}])
def test_what_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ParameterError, match="must be"):
        SignalParams(**wrong)  # type: ignore[arg-type]
