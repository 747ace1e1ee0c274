"""Where things are in the lanes: samples as pixels, and pixels as samples."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF

from road_gui.fractal.look import Look

LEFT, _RIGHT = 52.0, 12.0
_TOP, _AXIS = 6.0, 20.0
_WAVE_SHARE, _WAVE_SHARE_OF_THREE, _ERROR_SHARE = 0.52, 0.40, 0.18
CAPTION = 17.0
"""Height of the line over the error, in pixels."""
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
    has_error : bool
        Whether the error to the original has a lane of its own.
    """

    width: float
    height: float
    view: tuple[int, int]
    rows: dict[int, tuple[float, float]]
    has_error: bool = False

    @property
    def plot(self) -> QRectF:
        """Return where the lanes are, without axis and labels."""
        return QRectF(
            LEFT, _TOP, max(1.0, self.width - LEFT - _RIGHT), max(1.0, self.height - _TOP - _AXIS)
        )

    @property
    def arc(self) -> float:
        """Return the height between the waves and the tree, where the arc is."""
        return min(max(_ARC_SHARE * self.plot.height(), _LOWEST_ARC), _HIGHEST_ARC)

    @property
    def wave(self) -> QRectF:
        """Where the waveform is."""
        plot, share = self.plot, _WAVE_SHARE_OF_THREE if self.has_error else _WAVE_SHARE
        return QRectF(plot.left(), plot.top(), plot.width(), share * self._shared)

    @property
    def error(self) -> QRectF | None:
        """Where the error to the original is, below its caption; None where it is not known."""
        if not self.has_error:
            return None
        wave = self.wave
        return QRectF(
            wave.left(), wave.bottom() + CAPTION, wave.width(), _ERROR_SHARE * self._shared
        )

    @property
    def _shared(self) -> float:
        """Return the height that the lanes have among them."""
        return max(1.0, self.plot.height() - self.arc - (CAPTION if self.has_error else 0.0))

    @property
    def waves(self) -> list[QRectF]:
        """Return the lanes above the arc."""
        return [self.wave] if self.error is None else [self.wave, self.error]

    @property
    def foot(self) -> float:
        """Return where the lanes above the arc end."""
        return self.waves[-1].bottom()

    @property
    def tree(self) -> QRectF:
        """Where the tree is."""
        plot, top = self.plot, self.foot + self.arc
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
