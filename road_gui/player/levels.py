"""How loud what is heard is just now, channel by channel: what a level meter shows."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

LOWEST_DBFS = -60.0
"""The foot of the scale."""

HOLD_SECONDS = 1.5
"""So long the highest peak stays marked."""

_FALL_DB_PER_SECOND = 20.0 / 1.7  # IEC 60268-10, type I: 20 dB in 1.7 s
_RMS_SECONDS = 0.3
# One step below full scale of 16 bits: an integer sample cannot say whether it was cut off.
_CLIPPED = 32767 / 32768


@dataclass(frozen=True, slots=True)
class Level:
    """What one bar of a meter shows, in dBFS.

    Attributes
    ----------
    peak : float
        Greatest sample lately; it rises at once and falls slowly.
    rms : float
        Root of the mean square of the last 0.3 s, a full-scale sine being -3.0.
    held : float
        The highest peak of the last 1.5 s.
    """

    peak: float
    rms: float
    held: float


class Levels:
    """Follows the samples that are heard; time comes from outside.

    Parameters
    ----------
    n_channels : int
        Bars of the meter.
    """

    def __init__(self, n_channels: int) -> None:
        self._peaks = np.full(n_channels, LOWEST_DBFS)
        self._held = np.full(n_channels, LOWEST_DBFS)
        self._held_at = np.full(n_channels, -math.inf)
        self._powers = np.zeros(n_channels)
        self._now: float | None = None
        self.has_clipped = False

    @property
    def n_channels(self) -> int:
        """Bars of the meter."""
        return len(self._peaks)

    def add(self, frames: Floats, rate_hz: int, now: float) -> None:
        """Take what was heard since the last time, shape (frames, channels).

        Parameters
        ----------
        frames : ndarray
            Samples, full scale 1.0; none while nothing plays.
        rate_hz : int
            Frames per second.
        now : float
            Time in seconds, on any clock that does not go back.
        """
        passed = 0.0 if self._now is None else max(0.0, now - self._now)
        self._now = now
        n_channels = self.n_channels
        peaks = np.abs(frames).max(axis=0) if len(frames) else np.zeros(n_channels)
        self.has_clipped |= bool((peaks >= _CLIPPED).any())
        risen = 20.0 * np.log10(np.maximum(peaks, 1e-9))
        fallen = self._peaks - _FALL_DB_PER_SECOND * passed
        self._peaks = np.clip(np.maximum(risen, fallen), LOWEST_DBFS, None)
        is_new = (self._peaks >= self._held) | (now - self._held_at > HOLD_SECONDS)
        self._held = np.where(is_new, self._peaks, self._held)
        self._held_at = np.where(is_new, now, self._held_at)
        self._average(frames, rate_hz, passed)

    def _average(self, frames: Floats, rate_hz: int, passed: float) -> None:
        seconds = len(frames) / rate_hz if len(frames) else passed
        stays = math.exp(-seconds / _RMS_SECONDS)
        powers = np.mean(np.square(frames), axis=0) if len(frames) else 0.0
        self._powers = stays * self._powers + (1.0 - stays) * powers

    def unclip(self) -> None:
        """Forget that a sample has reached full scale."""
        self.has_clipped = False

    @property
    def are_low(self) -> bool:
        """Whether all bars have fallen to the foot of the scale."""
        return bool((self._held <= LOWEST_DBFS).all())

    def bars(self) -> list[Level]:
        """Return what the bars show, one for each channel."""
        rms = np.clip(10.0 * np.log10(np.maximum(self._powers, 1e-12)), LOWEST_DBFS, None)
        return [
            Level(float(peak), float(mean), float(held))
            for peak, mean, held in zip(self._peaks, rms, self._held, strict=True)
        ]
