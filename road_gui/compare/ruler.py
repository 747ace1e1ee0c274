"""The time axis below the lanes."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from road_gui.compare.lane import GUTTER, RIGHT_MARGIN, Look
from road_gui.compare.time_view import TimeView
from road_gui.plots.drawing import painting
from road_gui.plots.ticks import clock_text, decimals_for, tick_steps
from road_gui.theme import Theme

HEIGHT = 24

_GRID_ALPHA = 110


def ticks(look: Look, width: float) -> tuple[list[float], list[float], int]:
    """Return seconds of labelled ticks and of all ticks, and the decimals of the labels."""
    first, last = look.first / look.rate_hz, look.last / look.rate_hz
    step, part = tick_steps(last - first, width)
    return _multiples(first, last, step), _multiples(first, last, part), decimals_for(step)


def _multiples(first: float, last: float, step: float) -> list[float]:
    numbers = range(math.ceil(first / step - 1e-9), math.floor(last / step + 1e-9) + 1)
    return [number * step for number in numbers]


def paint_grid(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Draw faint lines over the height of a lane, where the ticks with labels are."""
    colour = QColor(look.colours.grid)
    colour.setAlpha(_GRID_ALPHA)
    for seconds in ticks(look, rect.width())[0]:
        x = math.floor(look.x_of(seconds * look.rate_hz, rect))
        # Qt takes ten times as long for a line.
        painter.fillRect(QRectF(x, rect.top(), 1.0, rect.height()), colour)


def paint_ruler(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Draw ticks and times into a rectangle as wide as the lanes are without their gutter."""
    labelled, every, decimals = ticks(look, rect.width())
    painter.setPen(QPen(look.colours.grid, 1.0))
    painter.drawLine(rect.topLeft(), rect.topRight())
    for seconds in every:
        x = look.x_of(seconds * look.rate_hz, rect)
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.top() + 4))
    font = QFont()
    painter.setFont(font)
    painter.setPen(look.colours.foreground)
    metrics = QFontMetricsF(font)
    for seconds in labelled:
        text = clock_text(seconds, decimals)
        width = metrics.horizontalAdvance(text) + 2
        x = look.x_of(seconds * look.rate_hz, rect) - width / 2
        x = min(max(x, rect.left() - GUTTER / 2), rect.right() + RIGHT_MARGIN - width)
        box = QRectF(x, rect.top() + 5, width, rect.height() - 5)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)


class Ruler(QWidget):
    """Minutes and seconds of what is seen."""

    def __init__(self, view: TimeView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._theme = theme
        self.setFixedHeight(HEIGHT)
        view.changed.connect(self._repaint)
        theme.changed.connect(self._repaint)

    @Slot()
    def _repaint(self) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        colours, view = self._theme.plot_colours, self._view
        width = self.width() - GUTTER - RIGHT_MARGIN
        look = Look(colours, view.first, view.last, view.rate_hz)
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.background)
            paint_ruler(painter, QRectF(GUTTER, 0, width, self.height()), look)
