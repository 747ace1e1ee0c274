"""Draws the waves themselves: one lane a channel, in pixels of the plot."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from road_gui.plots.drawing import paint_area, paint_line
from road_gui.plots.pyramid import Envelope, Pyramid

Floats = NDArray[np.float64]

_LANE_FILL = 0.94
_MOST_MAGNIFIED = 1024


class Ink(Enum):
    """With what a sound is drawn: each kind has a colour of its own."""

    SOUND = "sound"
    SEED = "seed"
    ORIGINAL = "original"
    ERROR = "error"


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """A sound to be drawn.

    Attributes
    ----------
    pyramid : Pyramid
        Its extremes, which may still be growing.
    rate_hz : int
        Its samples per second.
    ink : Ink
        With what it is drawn.
    """

    pyramid: Pyramid
    rate_hz: int
    ink: Ink = Ink.SOUND

    @property
    def seconds(self) -> float:
        """How far it has grown."""
        return self.pyramid.n_samples / self.rate_hz

    @property
    def magnification(self) -> int:
        """How many times as large it is drawn: an error as large as a power of two allows."""
        peak = self.pyramid.peak if self.ink is Ink.ERROR else 1.0
        exponent = math.floor(-math.log2(max(peak, 1.0 / _MOST_MAGNIFIED)))
        return 1 << max(0, exponent)


class WaveItem(pg.GraphicsObject):  # type: ignore[misc]
    """Lanes of waves, painted once and then copied until something changes."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()
        self._view = (0.0, 1.0)
        self._layers: tuple[Layer, ...] = ()
        self._inks: Mapping[Ink, QColor] = {}
        self._grid = QColor()
        self.setZValue(-1)
        # A cursor moves over it thirty times a second: without the cache each move
        # would draw all lines again.
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def set_colours(self, inks: Mapping[Ink, QColor], grid: QColor) -> None:
        """Change the colours."""
        self._inks, self._grid = inks, grid
        self.update()

    def set_rect(self, rect: QRectF) -> None:
        """Change the place in the plot, in pixels."""
        if rect != self._rect:
            self.prepareGeometryChange()
            self._rect = QRectF(rect)

    def set_view(self, first: float, last: float) -> None:
        """Change the stretch that is seen, in seconds."""
        if (first, last) != self._view:
            self._view = (first, last)
            self.update()

    def set_layers(self, layers: Sequence[Layer]) -> None:
        """Change what is drawn: each layer hides the ones before as far as it goes."""
        self._layers = tuple(layers)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return the place in the plot."""
        return self._rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw all lanes."""
        if self._rect.width() < 1 or not self._layers:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        n_lanes = max(layer.pyramid.n_channels for layer in self._layers)
        self._paint_lanes(painter, n_lanes)
        hidden_to = 0.0
        for layer in reversed(self._layers):
            self._paint_layer(painter, layer, n_lanes, hidden_to)
            hidden_to = max(hidden_to, layer.seconds)

    def _paint_lanes(self, painter: QPainter, n_lanes: int) -> None:
        painter.setPen(QPen(self._grid, 1.0))
        left, right = self._rect.left(), self._rect.right()
        for lane in range(n_lanes):
            middle, _ = self._lane(lane, n_lanes)
            painter.drawLine(QPointF(left, middle), QPointF(right, middle))

    def _lane(self, lane: int, n_lanes: int) -> tuple[float, float]:
        """Return the middle of a lane, and the height of full scale."""
        height = self._rect.height() / n_lanes
        return self._rect.top() + (lane + 0.5) * height, 0.5 * _LANE_FILL * height

    def _paint_layer(self, painter: QPainter, layer: Layer, n_lanes: int, hidden_to: float) -> None:
        first, last = max(self._view[0], hidden_to), min(self._view[1], layer.seconds)
        if last <= first:
            return
        width = self._rect.width() * (last - first) / (self._view[1] - self._view[0])
        # One sample more on either side, so that lines reach the edges.
        envelope = layer.pyramid.reduce(
            int(first * layer.rate_hz) - 1, int(np.ceil(last * layer.rate_hz)) + 1, int(width)
        )
        if not envelope.n_bins:
            return
        colour, times = self._inks.get(layer.ink, self._grid), layer.magnification
        x = self._x_of(envelope, layer.rate_hz)
        n_channels = layer.pyramid.n_channels
        for lane in range(n_lanes):
            channel = min(lane, n_channels - 1)
            middle, height = self._lane(lane, n_lanes)
            low, high = (
                middle - height * np.clip(times * side[channel].astype(np.float64), -1, 1)
                for side in (envelope.low, envelope.high)
            )
            if envelope.is_raw:
                paint_line(painter, x, high, colour)
            else:
                paint_area(painter, x, low, high, colour)

    def _x_of(self, envelope: Envelope, rate_hz: int) -> Floats:
        first, last = self._view
        middle = 0.0 if envelope.is_raw else 0.5 * envelope.bin_len
        samples = envelope.start + middle + envelope.bin_len * np.arange(envelope.n_bins)
        scale = self._rect.width() / (last - first)
        x: Floats = self._rect.left() + (samples / rate_hz - first) * scale
        return x


class Marker(pg.GraphicsObject):  # type: ignore[misc]
    """A line from top to bottom at one place, with a text at its head or without."""

    def __init__(self, *, z: float) -> None:
        super().__init__()
        self._height = 0.0
        self._text = ""
        self._line, self._halo = QColor(), QColor()
        self._paper, self._ink = QColor(), QColor()
        self._pen_style = Qt.PenStyle.SolidLine
        self._flips = False
        self.setZValue(z)
        self.setVisible(False)

    def set_line(
        self, line: QColor, halo: QColor | None = None, style: Qt.PenStyle = Qt.PenStyle.SolidLine
    ) -> None:
        """Change the line, and what sets it off from a wave of the same colour."""
        self._line, self._halo, self._pen_style = line, halo or QColor(), style
        self.update()

    def set_text_colours(self, paper: QColor, ink: QColor) -> None:
        """Change the colours of the text and of its ground."""
        self._paper, self._ink = paper, ink
        self.update()

    def put(self, x: float, top: float, height: float) -> None:
        """Move to a place, in pixels of the plot."""
        if height != self._height:
            self.prepareGeometryChange()
            self._height = height
        self.setPos(x, top)
        self.setVisible(True)

    def set_text(self, text: str, *, flips: bool) -> None:
        """Say something at the head of the line, on its left if it `flips`."""
        if (text, flips) != (self._text, self._flips):
            self.prepareGeometryChange()
            self._text, self._flips = text, flips
            self.update()

    def boundingRect(self) -> QRectF:
        """Return what is painted."""
        line = QRectF(-5.0, 0.0, 10.0, self._height)
        return line.united(self._text_rect()) if self._text else line

    def _text_rect(self) -> QRectF:
        width = QFontMetricsF(QFont()).horizontalAdvance(self._text) + 12.0
        height = QFontMetricsF(QFont()).height() + 4.0
        return QRectF(-width - 5.0 if self._flips else 5.0, 4.0, width, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the line, its head, and the text."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, bottom = QPointF(0.0, 0.0), QPointF(0.0, self._height)
        if self._halo.isValid():
            painter.setPen(QPen(self._halo, 4.0))
            painter.drawLine(top, bottom)
        painter.setPen(QPen(self._line, 1.5, self._pen_style))
        painter.drawLine(top, bottom)
        if self._text:
            self._paint_text(painter)
        elif self._pen_style is Qt.PenStyle.SolidLine:
            head = QPainterPath()
            head.addPolygon(QPolygonF([QPointF(-5, 0), QPointF(5, 0), QPointF(0, 7)]))
            painter.fillPath(head, self._line)

    def _paint_text(self, painter: QPainter) -> None:
        rect = self._text_rect()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._paper)
        painter.drawRoundedRect(rect, 4.0, 4.0)
        painter.setPen(self._ink)
        painter.setFont(QFont())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text)
