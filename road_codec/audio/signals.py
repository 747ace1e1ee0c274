"""Test signals: sine, square, noise, transients, as a sound that is made while it is read."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.samples import Audio, SampleType, round_to
from road_codec.audio.sound_format import SoundFormat
from road_codec.params import check_limits, choice, number
from road_codec.splitmix import random_fractions

Floats = NDArray[np.float64]

_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalParams:
    """What a test signal is; equal parameters give equal samples."""

    signal: str = choice(
        "sine",
        among=("sine", "square", "noise", "gaussian", "transient"),
        doc="Sine; square; noise of even or of normal distribution; single samples in silence.",
    )
    frequency: float = number(
        440.0, low=0.0, high=1e6, unit="Hz", doc="Of sine and square; a square begins high."
    )
    duration: float = number(2.0, low=0.0, high=86400.0, unit="s", doc="Length.")
    amplitude: float = number(
        0.1,
        low=0.0,
        high=1.0,
        doc="Greatest value, 1 is full scale; of gaussian noise the standard deviation.",
    )
    spikes: int = number(
        3, low=0, high=1_000_000, doc="Samples of a transient that are not 0, evenly spread."
    )
    rate: int = number(8000, low=1, high=1_000_000, unit="Hz", doc="Samples in a second.")
    bits: str = choice("16", among=("8", "16", "24", "32", "float"), doc="Bits of a sample.")
    seed: int = number(0, low=0, high=(1 << 63) - 1, doc="Repeats the same noise (SplitMix64).")

    def __post_init__(self) -> None:
        check_limits(self)


class SignalSource:
    """A test signal of one channel as a `Source`, in blocks.

    Parameters
    ----------
    params : SignalParams
        What to make.
    """

    def __init__(self, params: SignalParams) -> None:
        self._params = params
        self._make = {
            "sine": _sine,
            "square": _square,
            "noise": _noise,
            "gaussian": _gaussian,
            "transient": _transient,
        }[params.signal]
        n_samples = round(params.duration * params.rate)
        self.format = SoundFormat(params.rate, 1, SampleType(params.bits), n_samples)

    def blocks(self, start: int = 0) -> Iterator[Audio]:
        """Yield the signal from sample `start` on; integers are rounded and clipped."""
        end, kind = self.format.n_samples or 0, self.format.sample_type
        for at in range(start, end, _BLOCK):
            places = np.arange(at, min(end, at + _BLOCK))
            values = self._make(self._params, places)[np.newaxis]
            yield Audio(round_to(values, kind), self.format.rate_hz, kind)


def _turns(params: SignalParams, places: NDArray[np.int64]) -> Floats:
    """Return the phase, 0.0 to below 1.0."""
    return np.asarray((places * params.frequency / params.rate) % 1.0)


def _sine(params: SignalParams, places: NDArray[np.int64]) -> Floats:
    return np.asarray(params.amplitude * np.sin(2.0 * math.pi * _turns(params, places)))


def _square(params: SignalParams, places: NDArray[np.int64]) -> Floats:
    return np.where(_turns(params, places) < 0.5, params.amplitude, -params.amplitude)


def _noise(params: SignalParams, places: NDArray[np.int64]) -> Floats:
    fractions = random_fractions(params.seed, int(places[0]), len(places))
    return np.asarray(params.amplitude * (2.0 * fractions - 1.0))


def _gaussian(params: SignalParams, places: NDArray[np.int64]) -> Floats:
    """Turn two even numbers for each sample into a normal one (Box and Muller, 1958)."""
    pairs = random_fractions(params.seed, 2 * int(places[0]), 2 * len(places)).reshape(-1, 2)
    radius = np.sqrt(-2.0 * np.log1p(-pairs[:, 0]))
    return np.asarray(params.amplitude * radius * np.cos(2.0 * math.pi * pairs[:, 1]))


def _transient(params: SignalParams, places: NDArray[np.int64]) -> Floats:
    """Put spike k of n at the middle of the kth of n equal parts; every other one is negative."""
    n_samples = round(params.duration * params.rate)
    spikes = np.arange(params.spikes)
    at = (2 * spikes + 1) * n_samples // max(1, 2 * params.spikes) - int(places[0])
    here = (at >= 0) & (at < len(places))
    values = np.zeros(len(places))
    values[at[here]] = np.where(spikes[here] % 2 == 0, params.amplitude, -params.amplitude)
    return values
