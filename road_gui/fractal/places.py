"""Where things are in the lanes: samples as pixels, and pixels as samples."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF

from road_gui.fractal.look import Look

LEFT, _RIGHT = 52.0, 12.0
_TOP, _AXIS = 6.0, 20.0
_ROW_SHARE = 0.48
_USED = 2.5
_ARC_SHARE, _LOWEST_ARC, _HIGHEST_ARC = 0.14, 28.0, 44.0


@dataclass(frozen=True, slots=True)
class Places:
    """The lanes of one size, over one stretch of one superframe.

    Attributes
    ----------
    width, height : float
        Of all lanes together, in pixels.
    view : tuple of int
        First sample that is seen, and the one behind the last.
    rows : dict of int to (float, float)
        Of each row of the tree the length of its ranges, the longest first; and where it begins
        and how high it is, as shares of the tree.
    """

    width: float
    height: float
    view: tuple[int, int]
    rows: dict[int, tuple[float, float]]

    @property
    def plot(self) -> QRectF:
        """Return where the lanes are, without axis and labels."""
        return QRectF(
            LEFT, _TOP, max(1.0, self.width - LEFT - _RIGHT), max(1.0, self.height - _TOP - _AXIS)
        )

    @property
    def arc(self) -> float:
        """Return the height between waveform and tree, where the arc is."""
        return min(max(_ARC_SHARE * self.plot.height(), _LOWEST_ARC), _HIGHEST_ARC)

    @property
    def wave(self) -> QRectF:
        """Where the waveform is."""
        plot = self.plot
        height = (plot.height() - self.arc) * (1 - _ROW_SHARE)
        return QRectF(plot.left(), plot.top(), plot.width(), height)

    @property
    def tree(self) -> QRectF:
        """Where the tree is."""
        plot, wave = self.plot, self.wave
        top = wave.bottom() + self.arc
        return QRectF(plot.left(), top, plot.width(), plot.bottom() - top)

    def x_of(self, sample: float) -> float:
        """Return where a sample begins, in pixels."""
        first, last = self.view
        return LEFT + (sample - first) / (last - first) * self.plot.width()

    def sample_at(self, x: float) -> float:
        """Return the sample at a place, in pixels."""
        first, last = self.view
        return first + (x - LEFT) / self.plot.width() * (last - first)

    def row(self, length: int) -> QRectF:
        """Return where the row of ranges of a length is."""
        rect, (top, height) = self.tree, self.rows[length]
        y = rect.top() + top * rect.height()
        return QRectF(rect.left(), y, rect.width(), height * rect.height() - 1.5)

    def block(self, look: Look, number: int) -> QRectF:
        """Return where the block of a range is."""
        start, length = int(look.ranges.start[number]), int(look.ranges.length[number])
        row, left, right = self.row(length), self.x_of(start), self.x_of(start + length)
        return QRectF(left, row.top(), max(2.0, right - left), row.height())


def rows_of(look: Look | None) -> dict[int, tuple[float, float]]:
    """Return rows of all lengths that ranges may have here; those that some have are higher."""
    if look is None:
        return {}
    used = {int(length) for length in np.unique(look.ranges.length)}
    length, shortest = look.coded.frame_len, min(used)
    weights = {}
    while length >= shortest:
        weights[length] = _USED if length in used else 1.0
        length //= 2
    whole, top, rows = sum(weights.values()), 0.0, {}
    for length, weight in weights.items():
        rows[length] = (top / whole, weight / whole)
        top += weight
    return rows
