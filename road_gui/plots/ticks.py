"""A time axis that reads like a clock."""

import math
from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QPainter

_PARTS_OF_DIGITS = ((1, 5), (2, 4), (5, 5))
# Distance of the ticks with labels in seconds, and the parts that short ticks make of it.
_STEPS = (
    *((step * 10.0**power, parts) for power in range(-6, 0) for step, parts in _PARTS_OF_DIGITS),
    *((1, 5), (2, 4), (5, 5), (10, 5), (15, 3), (30, 3), (60, 4), (120, 4), (300, 5), (600, 5)),
    *((900, 3), (1800, 3), (3600, 4), (7200, 4), (14400, 4), (43200, 4), (86400, 4)),
)  # fmt: skip
_PIXELS_A_LABEL = 90
# So far labels may reach beyond the plot, whose margins are a little wider.
_OVERHANG = 8.0


def clock_text(seconds: float, decimals: int = 0) -> str:
    """Say a place in a sound: ``1:02.5``, and ``2:00:07`` beyond an hour."""
    unit: int = 10**decimals
    ticks = round(abs(seconds) * unit)
    whole, rest = divmod(ticks, unit)
    hours, minutes, left = whole // 3600, whole // 60 % 60, whole % 60
    text = f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
    sign = "−" if seconds < 0 and ticks else ""
    return sign + text + (f"{QLocale().decimalPoint()}{rest:0{decimals}}" if decimals else "")


def decimals_for(step_seconds: float) -> int:
    """Return how many decimals tell two ticks apart."""
    return max(0, -math.floor(math.log10(step_seconds) + 1e-9))


def tick_steps(seconds: float, n_pixels: float) -> tuple[float, float]:
    """Return how far ticks with labels, and all ticks, are apart, in seconds.

    Parameters
    ----------
    seconds : float
        What is seen.
    n_pixels : float
        How wide that is.
    """
    wanted = seconds * _PIXELS_A_LABEL / max(n_pixels, 1.0)
    step, parts = next((pair for pair in _STEPS if pair[0] >= wanted), _STEPS[-1])
    return step, step / parts


class TimeAxis(pg.AxisItem):  # type: ignore[misc]
    """Seconds, labelled as minutes and seconds at round places."""

    def __init__(self) -> None:
        super().__init__(orientation="bottom")
        self.enableAutoSIPrefix(False)
        self.setStyle(tickLength=5, tickTextOffset=3, maxTextLevel=0, autoExpandTextSpace=False)

    def boundingRect(self) -> QRectF:
        """Return what is painted; pyqtgraph leaves out labels that reach beyond."""
        rect: QRectF = super().boundingRect()
        return rect.adjusted(-_PIXELS_A_LABEL, 0.0, _PIXELS_A_LABEL, 0.0)

    def generateDrawSpecs(self, painter: QPainter) -> Any:
        """Move the first and the last label to where they are not cut off."""
        specs = super().generateDrawSpecs(painter)
        if specs is not None:
            bounds = self.mapRectFromParent(self.geometry())
            for rect, _, _ in specs[2]:
                rect.moveLeft(max(rect.left(), bounds.left() - _OVERHANG))
                rect.moveRight(min(rect.right(), bounds.right() + _OVERHANG))
        return specs

    def tickSpacing(self, low: float, high: float, size: float) -> list[tuple[float, float]]:
        """Return the distances of ticks with labels and of those without."""
        return [(step, 0.0) for step in tick_steps(high - low, size)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Label the ticks."""
        return [clock_text(value, decimals_for(spacing)) for value in values]
