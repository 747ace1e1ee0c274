"""How a level changes step by step, as a curve in decibels on which a step can be chosen."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from road_gui.messages import decibel_text
from road_gui.plots.drawing import painting
from road_gui.theme import Theme

FLOOR_DB = -140.0
"""Levels below are drawn as this one."""

_SIDE, _TOP, _FOOT = 10.0, 8.0, 16.0
_TEXT = 66
_ROOM_FOR_FOOT = 56


def decibels(values: Sequence[float]) -> list[float]:
    """Return root mean squares, full scale 1.0, as levels."""
    return [max(FLOOR_DB, 20 * math.log10(one)) if one > 0 else FLOOR_DB for one in values]


class DecayCurve(QWidget):
    """Levels after each step, with a mark where one is.

    Parameters
    ----------
    name : str
        What a screen reader calls it.
    theme : Theme
        Colours; followed when they change.

    Signals
    -------
    chosen(int)
        A step was clicked.
    """

    chosen = Signal(int)

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._levels: list[float] = []
        self._at = 0
        self.setMinimumSize(136, 46)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    @property
    def levels(self) -> list[float]:
        """What is shown, in decibels."""
        return list(self._levels)

    def show_levels(self, levels: Sequence[float], at: int, tip: str = "") -> None:
        """Show levels in decibels, the mark at one of them; `tip` says what they are."""
        self._levels, self._at = list(levels), at
        words = ", ".join(
            f"{number}: {decibel_text(level, 0)}" for number, level in enumerate(self._levels)
        )
        self.setAccessibleDescription(words)
        self.setToolTip(f"{tip}\n{words}" if tip else words)
        self.update()

    def point_of(self, step: int) -> QPointF:
        """Return where a step is, in pixels."""
        low, high = min(self._levels), max(self._levels)
        plot = self._plot
        return QPointF(
            plot.left() + step * plot.width() / max(1, len(self._levels) - 1),
            plot.top() + (high - self._levels[step]) / max(1.0, high - low) * plot.height(),
        )

    @property
    def _plot(self) -> QRectF:
        foot = _FOOT if self._has_foot else _TOP
        width = max(1.0, self.width() - _TEXT - 2 * _SIDE)
        return QRectF(_SIDE, _TOP, width, max(1.0, self.height() - _TOP - foot))

    @property
    def _has_foot(self) -> bool:
        return self.height() >= _ROOM_FOR_FOOT

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw curve, dots, and the level at the mark."""
        if not self._levels:
            return
        colours = self._theme.plot_colours
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            points = [self.point_of(step) for step in range(len(self._levels))]
            painter.setPen(QPen(colours.grid, 1.0))
            mark, plot = points[self._at], self._plot
            painter.drawLine(QPointF(mark.x(), plot.top()), QPointF(mark.x(), plot.bottom()))
            painter.setPen(QPen(colours.wave, 2.0))
            painter.drawPolyline(QPolygonF(points))
            painter.setBrush(colours.wave)
            for number, point in enumerate(points):
                radius = 4.5 if number == self._at else 2.0
                painter.drawEllipse(point, radius, radius)
            self._paint_texts(painter, points)

    def _paint_texts(self, painter: QPainter, points: list[QPointF]) -> None:
        painter.setPen(self._theme.plot_colours.foreground)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(
            self.rect().adjusted(0, 0, -4, 0), right, decibel_text(self._levels[self._at], 0)
        )
        if self._has_foot:
            gap = self._plot.width() / max(1, len(points) - 1)
            every = math.ceil(painter.fontMetrics().horizontalAdvance("00") / max(1.0, gap))
            for number, point in list(enumerate(points))[::every]:
                place = QRectF(point.x() - 12, self.height() - _FOOT + 2, 24, _FOOT - 2)
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step that is nearest."""
        if event.button() == Qt.MouseButton.LeftButton and self._levels:
            last, plot = len(self._levels) - 1, self._plot
            step = round((event.position().x() - plot.left()) / plot.width() * last)
            self.chosen.emit(min(max(step, 0), last))
