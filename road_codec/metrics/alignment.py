"""By how many samples a decoded sound comes later than its original."""

from dataclasses import dataclass

import numpy as np

from road_codec.errors import ParameterError
from road_codec.metrics.pairs import Floats, Samples, check_samples

DEFAULT_MAX_LAG = 4096
"""Largest lag that is looked for, in samples: more than any usual codec's delay."""

LARGEST_MAX_LAG = 1 << 20
"""Bound of the lag that may be asked for; it bounds memory."""

WINDOW_S = 30.0
"""How much of the sounds is looked at, in seconds."""

LEAST_CONFIDENCE = 0.1
"""Correlation below which the peak is held for chance and the lag for unknown."""

_CONSTANT = 1e-9
# Deviations from the mean that are this small against the peak are its rounding.


@dataclass(frozen=True, slots=True)
class Alignment:
    """How two sounds lie against each other.

    Attributes
    ----------
    lag_samples : int
        Positive where the decoded sound comes later; 0 if nothing was found.
    confidence : float
        Absolute correlation at the best lag, 0.0 to 1.0, whatever the gain between
        the sounds and its sign; the part that a lag pushes out of view counts as unlike.
    """

    lag_samples: int
    confidence: float


class Aligner:
    """Collects the beginning of two sounds, as mono sums, and finds the lag between them.

    Silence that both sounds begin with is skipped.  Memory is bounded by `WINDOW_S`.
    Channels that cancel each other in the mono sum cannot be aligned.

    Parameters
    ----------
    rate_hz : int
        Samples per second of one channel.
    max_lag : int
        Largest lag to look for in both directions, in samples.

    Raises
    ------
    ParameterError
        If the rate is not positive or the lag not within 0 to `LARGEST_MAX_LAG`.
    """

    def __init__(self, rate_hz: int, *, max_lag: int = DEFAULT_MAX_LAG) -> None:
        if rate_hz < 1:
            raise ParameterError(f"rate: {rate_hz} Hz, must be 1 or more")
        _check_max_lag(max_lag)
        self._window = max(1, round(WINDOW_S * rate_hz))
        self._max_lag = max_lag
        self._original = _Beginning(self._window)
        self._decoded = _Beginning(self._window)

    @property
    def full(self) -> bool:
        """Whether more blocks would not be looked at any more."""
        return self._original.n_samples == self._decoded.n_samples == self._window

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of each sound.

        Parameters
        ----------
        original, decoded : ndarray of float, shape (channels, samples)
            Full scale ±1.0.  The two may differ in length and in channels.

        Raises
        ------
        ParameterError
            If samples are not floats or not finite.
        """
        check_samples(original, "original")
        check_samples(decoded, "decoded")
        first = self._common_silence(original, decoded)
        self._original.add(original, first)
        self._decoded.add(decoded, first)

    def result(self) -> Alignment:
        """Return the lag found so far; 0 with confidence 0.0 for silence."""
        return find_lag(self._original.joined(), self._decoded.joined(), max_lag=self._max_lag)

    def _common_silence(self, original: Samples, decoded: Samples) -> int:
        """Return how many samples both sounds stay silent from their very beginning."""
        if self._original.n_samples or self._decoded.n_samples:
            return 0
        length = min(original.shape[1], decoded.shape[1])
        heard = np.any(original[:, :length], axis=0) | np.any(decoded[:, :length], axis=0)
        return int(np.argmax(heard)) if heard.any() else length


class _Beginning:
    """The first samples of the mono sum of one sound."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._parts: list[Floats] = []
        self.n_samples = 0

    def add(self, block: Samples, first: int) -> None:
        """Append a block from its sample `first` on, as far as there is room."""
        room = self._window - self.n_samples
        part: Floats = block[:, first : first + room].astype(np.float64).sum(axis=0)
        if part.size:
            self._parts.append(part)
            self.n_samples += part.size

    def joined(self) -> Floats:
        """Return what was collected, shape (n_samples,)."""
        return np.concatenate(self._parts) if self._parts else np.empty(0)


def find_lag(original: Floats, decoded: Floats, *, max_lag: int = DEFAULT_MAX_LAG) -> Alignment:
    """Find the lag with the strongest correlation, whatever its sign.

    Of equally strong lags the one nearest to 0 wins, then the positive one.

    Parameters
    ----------
    original, decoded : ndarray, shape (n,) and (m,)
        Mono sounds; their means are removed before.
    max_lag : int
        Largest lag to look for in both directions, in samples.

    Returns
    -------
    Alignment
        Lag 0 if the confidence is below `LEAST_CONFIDENCE`.

    Raises
    ------
    ParameterError
        If `max_lag` is not within 0 to `LARGEST_MAX_LAG`.

    References
    ----------
    Knapp and Carter, *The generalized correlation method for estimation of time
    delay*, IEEE Transactions on Acoustics, Speech and Signal Processing 24, 1976;
    here without weighting.
    """
    _check_max_lag(max_lag)
    original, decoded = _unit(original), _unit(decoded)
    if not original.size or not decoded.size:
        return Alignment(0, 0.0)
    strengths = np.abs(_cross_correlation(original, decoded, max_lag))
    best = float(strengths.max())
    # Rounding must not choose between equals.
    lags = np.flatnonzero(strengths >= best * (1.0 - 1e-9)) - max_lag
    lag = min((int(lag) for lag in lags), key=lambda lag: (abs(lag), lag < 0))
    return Alignment(lag if best >= LEAST_CONFIDENCE else 0, min(1.0, best))


def _check_max_lag(max_lag: int) -> None:
    if not 0 <= max_lag <= LARGEST_MAX_LAG:
        raise ParameterError(f"largest lag: {max_lag} samples, must be 0 to {LARGEST_MAX_LAG}")


def _unit(sound: Floats) -> Floats:
    """Return a sound with mean 0 and energy 1; empty if it is constant."""
    if not sound.size:
        return sound
    peak = float(np.max(np.abs(sound)))
    centred = sound - sound.mean()
    norm = float(np.sqrt(np.sum(centred**2)))
    if norm <= _CONSTANT * peak * np.sqrt(sound.size):
        return np.empty(0)
    unit: Floats = centred / norm
    return unit


def _cross_correlation(original: Floats, decoded: Floats, max_lag: int) -> Floats:
    """Return ``sum(original[t] * decoded[t + lag])`` for lags from -max_lag to max_lag.

    The sum over pieces of the original is taken of their spectra, so that transforms
    stay short however long the sounds are.
    """
    size = 1 << max(12, (8 * max_lag).bit_length())
    step = size - 2 * max_lag  # what the lags reach beyond a piece must not wrap round
    padded = np.concatenate((np.zeros(max_lag), decoded))
    spectrum = np.zeros(size // 2 + 1, dtype=np.complex128)
    for start in range(0, original.size, step):
        piece = np.fft.rfft(original[start : start + step], size)
        spectrum += np.conj(piece) * np.fft.rfft(padded[start : start + size], size)
    return np.asarray(np.fft.irfft(spectrum, size)[: 2 * max_lag + 1], dtype=np.float64)
