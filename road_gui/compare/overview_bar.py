"""The whole sound in a strip, with a frame around what is seen."""

from enum import Enum

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from road_gui.compare.lane import GUTTER, RIGHT_MARGIN
from road_gui.compare.time_view import TimeView
from road_gui.plots.drawing import paint_area, painting
from road_gui.plots.pyramid import Pyramid
from road_gui.theme import Theme

HEIGHT = 44

_EDGE_PIXELS = 5.0
_SHADE_ALPHA = 150


class _Grip(Enum):
    """What of the frame is held."""

    FIRST = "first"
    LAST = "last"
    WHOLE = "whole"


class OverviewBar(QWidget):
    """Shows everything; the frame is dragged, its ends are pulled, a click brings it there.

    Parameters
    ----------
    view : TimeView
        What is seen; changed here.
    theme : Theme
        Colours.
    parent : QWidget, optional
        Owner.
    """

    def __init__(self, view: TimeView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._theme = theme
        self._pyramid: Pyramid | None = None
        self._picture: QPixmap | None = None
        self._grip: _Grip | None = None
        self._grabbed_at = 0.0
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Overview"))
        self.setAccessibleDescription(
            self.tr("The whole sound; the frame is what is seen. Page Up and Page Down move it.")
        )
        self.setToolTip(
            self.tr("The whole sound. Drag the frame to move the view, pull its ends to zoom.")
        )
        view.changed.connect(self._repaint)
        view.selection_changed.connect(self._repaint)
        view.cursor_moved.connect(self._repaint)
        theme.changed.connect(self.redraw)

    def set_pyramid(self, pyramid: Pyramid | None) -> None:
        """Show another sound."""
        self._pyramid = pyramid
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw the sound anew, for it has grown."""
        self._picture = None
        self.update()

    @Slot()
    def _repaint(self) -> None:
        self.update()

    def _plot(self) -> QRectF:
        return QRectF(GUTTER, 4, max(1.0, self.width() - GUTTER - RIGHT_MARGIN), self.height() - 8)

    def _x_of(self, sample: float) -> float:
        plot = self._plot()
        return plot.left() + sample / max(1, self._view.n_samples) * plot.width()

    def _sample_at(self, x: float) -> float:
        plot = self._plot()
        return (x - plot.left()) / plot.width() * self._view.n_samples

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sound, what is selected, and the frame."""
        ratio = self.devicePixelRatioF()
        size = (self.size().toSizeF() * ratio).toSize()
        if self._picture is None or self._picture.size() != size:
            self._picture = self._drawn(ratio)
        with painting(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            self._paint_frame(painter)

    def _drawn(self, ratio: float) -> QPixmap:
        picture = QPixmap((self.size().toSizeF() * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        with painting(picture) as painter:
            self._paint_sound(painter)
        return picture

    def _paint_sound(self, painter: QPainter) -> None:
        colours = self._theme.plot_colours
        painter.fillRect(self.rect(), colours.background)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plot, pyramid = self._plot(), self._pyramid
        if pyramid is not None and pyramid.n_samples:
            width = plot.width() * pyramid.n_samples / max(1, self._view.n_samples)
            envelope = pyramid.reduce(0, pyramid.n_samples, max(1, int(width)))
            at = envelope.start + envelope.bin_len * (np.arange(float(envelope.n_bins)) + 0.5)
            x = plot.left() + at / max(1, self._view.n_samples) * plot.width()
            low, high = envelope.low.min(axis=0), envelope.high.max(axis=0)
            middle, full = plot.center().y(), plot.height() / 2
            bottom = middle - full * np.clip(low.astype(np.float64), -1, 1)
            top = middle - full * np.clip(high.astype(np.float64), -1, 1)
            paint_area(painter, x, bottom, top, colours.wave)

    def _paint_frame(self, painter: QPainter) -> None:
        colours, view, plot = self._theme.plot_colours, self._view, self._plot()
        if view.selection is not None:
            first, last = (self._x_of(sample) for sample in view.selection)
            rect = QRectF(first, plot.top(), max(1.0, last - first), plot.height())
            painter.fillRect(rect, colours.selection)
        x = self._x_of(view.cursor)
        painter.setPen(QPen(colours.cursor, 1.0))
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        first, last = self._x_of(view.first), self._x_of(view.last)
        shade = QColor(colours.background)
        shade.setAlpha(_SHADE_ALPHA)
        painter.fillRect(QRectF(plot.left(), 0, first - plot.left(), self.height()), shade)
        painter.fillRect(QRectF(last, 0, plot.right() - last, self.height()), shade)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = QColor(self._theme.colours.accent)
        is_held = self.hasFocus() or self._grip is not None
        painter.setPen(QPen(accent, 2.0 if is_held else 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(first, 1.5, max(3.0, last - first), self.height() - 3.0)
        painter.drawRoundedRect(frame, 3, 3)

    # -- the mouse ----------------------------------------------------------------

    def _grip_at(self, x: float) -> _Grip | None:
        first, last = self._x_of(self._view.first), self._x_of(self._view.last)
        if abs(x - first) <= _EDGE_PIXELS and last - first > _EDGE_PIXELS:
            return _Grip.FIRST
        if abs(x - last) <= _EDGE_PIXELS:
            return _Grip.LAST
        return _Grip.WHOLE if first <= x <= last else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame, and bring it here first if it is elsewhere."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x()
        self._grip = self._grip_at(x)
        if self._grip is None:
            middle, half = self._sample_at(x), self._view.width / 2
            self._view.show(middle - half, middle + half)
            self._grip = _Grip.WHOLE
        self._grabbed_at = self._sample_at(x) - self._view.first
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move what is held."""
        sample, view = self._sample_at(event.position().x()), self._view
        if self._grip is _Grip.WHOLE:
            first = sample - self._grabbed_at
            view.show(first, first + view.width)
        elif self._grip is _Grip.FIRST and sample < view.last:
            view.show(max(0.0, sample), view.last)
        elif self._grip is _Grip.LAST and sample > view.first:
            view.show(view.first, min(sample, float(view.n_samples)))
        else:
            self._show_grip(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        self.update()

    def _show_grip(self, x: float) -> None:
        grip = self._grip_at(x)
        if grip in (_Grip.FIRST, _Grip.LAST):
            self.setCursor(Qt.CursorShape.SizeHorCursor)
        elif grip is _Grip.WHOLE:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the frame by a part of its width, or to an end."""
        moves = {Qt.Key.Key_PageUp: -1.0, Qt.Key.Key_PageDown: 1.0}
        if event.key() in moves:
            self._view.pan(moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
