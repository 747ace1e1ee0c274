"""A stretch that is marked in a plot over time, and the ruler on which it is marked."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from road_gui.plots.ticks import TimeAxis

_GRIP_PIXELS = 7.0
FLAG_PIXELS = 8.0
"""How far the flags of a stretch hang down into the ruler."""

Stretch = tuple[float, float]


class MarkingAxis(TimeAxis):
    """A time axis on which stretches can be marked by dragging.

    Dragging an end of the marked stretch moves that end; a double click unmarks it.

    Signals
    -------
    marked(float, float)
        A stretch is being marked, in seconds; either end may come first.
    unmarked()
        There is to be none.
    """

    marked = Signal(float, float)
    unmarked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.stretch: Stretch | None = None
        self._anchor: float | None = None
        self.setToolTip(
            self.tr("Drag to loop a stretch; drag its ends to change it; double click to end it")
        )

    def mouseDragEvent(self, event: Any) -> None:
        """Mark from where the button was pressed to where the pointer is."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        event.accept()
        if event.isStart() or self._anchor is None:
            self._anchor = self._anchor_for(event.buttonDownPos())
        self.marked.emit(self._anchor, self._seconds_at(event.pos()))
        if event.isFinish():
            self._anchor = None

    def mouseClickEvent(self, event: Any) -> None:
        """Unmark at a double click."""
        if event.button() == Qt.MouseButton.LeftButton and event.double():
            event.accept()
            self.unmarked.emit()

    def wheelEvent(self, event: Any) -> None:
        """Leave the wheel to the plot."""
        event.ignore()

    def _anchor_for(self, position: QPointF) -> float:
        """Return the end that stays: the other one, where an end of the stretch was taken."""
        if self.stretch is not None:
            for end, other in (self.stretch, self.stretch[::-1]):
                if abs(self._x_of(end) - position.x()) <= _GRIP_PIXELS:
                    return other
        return self._seconds_at(position)

    def _seconds_at(self, position: QPointF) -> float:
        first, last = self.range
        return float(first + position.x() / max(self.width(), 1.0) * (last - first))

    def _x_of(self, seconds: float) -> float:
        first, last = self.range
        return float((seconds - first) / max(last - first, 1e-12) * self.width())


class Band(pg.GraphicsObject):  # type: ignore[misc]
    """A shaded stretch, with flags at its ends that hang down into the ruler."""

    def __init__(self, *, z: float) -> None:
        super().__init__()
        self._size = (0.0, 0.0)
        self._ends = (0.0, 0.0)
        self._fill, self._line = QColor(), QColor()
        self._is_on = True
        self.setZValue(z)
        self.setVisible(False)

    def set_colours(self, fill: QColor, line: QColor) -> None:
        """Change the colours of the stretch and of its ends."""
        self._fill, self._line = fill, line
        self.update()

    def put(self, rect: QRectF, first: float, last: float, *, is_on: bool) -> None:
        """Move to a place: the plot's room in pixels, and the ends as shares of its width."""
        self.prepareGeometryChange()
        self._size = (rect.width(), rect.height())
        self._ends = (first * rect.width(), last * rect.width())
        self._is_on = is_on
        self.setPos(rect.topLeft())
        self.setVisible(last > 0.0 and first < 1.0)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return what is painted."""
        return QRectF(-FLAG_PIXELS, 0.0, self._size[0] + 2 * FLAG_PIXELS, self._size[1])

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the stretch as far as it is seen."""
        width, height = self._size
        left, right = max(0.0, self._ends[0]), min(width, self._ends[1])
        if self._is_on:
            room = QRectF(left, 0.0, right - left, height - FLAG_PIXELS)
            painter.fillRect(room, self._fill)
        pen = QPen(self._line, 1.5)
        # Off is told by the dashes, not by the missing shade alone.
        pen.setStyle(Qt.PenStyle.SolidLine if self._is_on else Qt.PenStyle.DashLine)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for x, side in ((self._ends[0], 1.0), (self._ends[1], -1.0)):
            if not 0.0 <= x <= width:
                continue
            painter.setPen(pen)
            painter.drawLine(QPointF(x, 0.0), QPointF(x, height))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._line)
            head = QPointF(x, height - FLAG_PIXELS)
            corners = (QPointF(0, 0), QPointF(side * FLAG_PIXELS, 0), QPointF(0, FLAG_PIXELS))
            painter.drawPolygon(QPolygonF([head + corner for corner in corners]))
