"""Frequencies on a screen: linear or logarithmic, and which of the bins belong to a pixel."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication

from road_gui.messages import short_text

Floats = NDArray[np.float32]

LOWEST_HZ = 20.0
"""Where a logarithmic scale begins."""

_ROUND = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class FrequencyScale:
    """Maps frequencies to 0.0 to 1.0 along an axis.

    Attributes
    ----------
    highest_hz : float
        The end of the axis.
    is_log : bool
        Whether each octave is as long as any other; then it begins at 20 Hz, else at 0.
    """

    highest_hz: float
    is_log: bool

    @property
    def lowest_hz(self) -> float:
        """The beginning of the axis."""
        return min(LOWEST_HZ, self.highest_hz / 2) if self.is_log else 0.0

    def share_of(self, hz: float) -> float:
        """Return where a frequency is; below 0.0 or above 1.0 outside of the axis."""
        if not self.is_log:
            return hz / self.highest_hz
        return math.log(max(hz, 1e-3) / self.lowest_hz) / math.log(self.highest_hz / self.lowest_hz)

    def hz_at(self, share: float) -> float:
        """Return the frequency at a place."""
        if not self.is_log:
            return share * self.highest_hz
        return self.lowest_hz * float((self.highest_hz / self.lowest_hz) ** share)

    def ticks(self, most: int) -> list[float]:
        """Return round frequencies, not more than about `most` of them."""
        if self.is_log:
            return _log_ticks(self.lowest_hz, self.highest_hz, most)
        wanted = self.highest_hz / max(1, most)
        power = 10.0 ** math.floor(math.log10(wanted))
        step = next(power * unit for unit in (1, 2, 5, 10) if power * unit >= wanted * 0.999)
        return [number * step for number in range(int(self.highest_hz / step) + 1)]

    def spread(self, levels: Floats, highest_hz: float, n_pixels: int) -> Floats:
        """Bring the levels of bins to pixels.

        Parameters
        ----------
        levels : ndarray, shape (bins,)
            At equal distances from 0 to `highest_hz`.
        highest_hz : float
            Frequency of the last bin.
        n_pixels : int
            Length of the axis.

        Returns
        -------
        ndarray, shape (n_pixels,)
            The highest of the bins of a pixel; between bins a straight line.
        """
        edges = np.array([self.hz_at(i / n_pixels) for i in (0, n_pixels)])
        shares = np.arange(n_pixels + 1) / n_pixels
        if self.is_log:
            edges = self.lowest_hz * (self.highest_hz / self.lowest_hz) ** shares
        else:
            edges = shares * self.highest_hz
        places = edges * ((len(levels) - 1) / highest_hz)
        middles = (places[:-1] + places[1:]) / 2
        out: Floats = np.interp(middles, np.arange(len(levels)), levels).astype(np.float32)
        first, last = np.ceil(places[:-1]).astype(int), np.ceil(places[1:]).astype(int)
        wide = np.flatnonzero((last > first) & (first < len(levels)))
        if len(wide):
            # Pixels that hold bins follow each other without a gap, but for narrow ones.
            peaks = np.maximum.reduceat(levels, first[wide])
            last_one = wide[-1]
            peaks[-1] = levels[first[last_one] : max(last[last_one], first[last_one] + 1)].max()
            out[wide] = peaks
        out[middles > len(levels) - 1] = levels.min()
        return out


def _log_ticks(lowest_hz: float, highest_hz: float, most: int) -> list[float]:
    powers = range(math.floor(math.log10(lowest_hz)), math.ceil(math.log10(highest_hz)) + 1)
    for units in (_ROUND, (1, 3), (1,)):
        ticks = [unit * 10.0**power for power in powers for unit in units]
        ticks = [tick for tick in ticks if lowest_hz <= tick <= highest_hz]
        if len(ticks) <= most:
            break
    return ticks


def hertz_text(hz: float) -> str:
    """Label a tick: ``500``, ``2k``, ``2.5k``."""
    if hz < 1000:
        return short_text(hz)
    return QCoreApplication.translate("Units", "{number}k").format(number=short_text(hz / 1000))
