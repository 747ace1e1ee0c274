"""A sound over time: click to go to a place, turn the wheel to come closer."""

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QGraphicsSceneWheelEvent, QWidget

from road_gui.plots.loop_band import FLAG_PIXELS, Band, MarkingAxis
from road_gui.plots.ticks import clock_text, decimals_for
from road_gui.plots.wave_item import Ink, Layer, Marker, WaveItem

if TYPE_CHECKING:
    from road_gui.theme import Theme

_ZOOM_A_NOTCH = 1.25
_PAN_A_NOTCH = 0.1
_FEWEST_SAMPLES = 32
_DETAIL_DELAY_MS = 60
# Narrower pages would turn before their samples are fetched, and show nothing at all.
_SHORTEST_PAGE_SECONDS = 0.5
_NOTCH = 120.0
_HALO_ALPHA = 170


class Waveform(pg.PlotWidget):  # type: ignore[misc]
    """Shows sounds as lanes of waves, with a cursor where one is being played.

    Left button: go to a place.  Right or middle button, or Shift and left: move
    the view.  Wheel: zoom at the pointer; with Shift, or sideways: move the view.
    On the ruler, left button: mark a stretch.

    Parameters
    ----------
    theme : Theme
        Colours; followed when they change.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    seek_requested(float)
        A place was clicked or dragged to, in seconds.
    view_changed(float, float)
        What is seen now, in seconds.
    stretch_marked(float, float)
        A stretch is being marked on the ruler, in seconds, either end first.
    stretch_unmarked()
        No stretch is to be marked any more.
    detail_wanted(Layer, int, int)
        The view is closer than a layer's blocks: its samples from one to another
        are wanted in its pyramid.
    """

    seek_requested = Signal(float)
    view_changed = Signal(float, float)
    stretch_marked = Signal(float, float)
    stretch_unmarked = Signal()
    detail_wanted = Signal(object, int, int)

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        box, ruler = _Box(), MarkingAxis()
        super().__init__(parent, viewBox=box, axisItems={"bottom": ruler})
        self._box, self._ruler = box, ruler
        self._theme = theme
        self._layers: tuple[Layer, ...] = ()
        self._seconds = 0.0
        self._cursor_at: float | None = None
        self._wave, self._cursor, self._hover = WaveItem(), Marker(z=10), Marker(z=11)
        self._band = Band(z=5)
        self._band_is_on = False
        self._wave.setParentItem(box)
        for marker in (self._cursor, self._hover, self._band):
            # Not of the box, which would cut off half of them at its edges.
            marker.setParentItem(self.getPlotItem())
        self._detail_timer = QTimer(self, singleShot=True, interval=_DETAIL_DELAY_MS)
        self._detail_timer.timeout.connect(self._want_detail)
        self._set_up()
        self._box.pointed.connect(self._go_to)
        self._box.hovered.connect(self._show_hover)
        self._box.left.connect(self._hover.hide)
        self._ruler.marked.connect(self.stretch_marked)
        self._ruler.unmarked.connect(self.stretch_unmarked)
        self._box.sigXRangeChanged.connect(self._follow_view)
        self._box.sigResized.connect(self._follow_view)
        theme.changed.connect(self._take_colours)
        self._take_colours()

    def _set_up(self) -> None:
        name = self.tr("Waveform")
        for widget in (self, self.viewport()):
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(
                self.tr(
                    "Click to go to a place; the wheel zooms, Shift and the wheel move the view."
                )
            )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMenuEnabled(False)
        self.hideButtons()
        self.hideAxis("left")
        self.getPlotItem().layout.setContentsMargins(12, 4, 12, 2)
        self.getAxis("bottom").setHeight(24)
        self.getAxis("bottom").setZValue(-1000)  # its grid goes behind the waves
        self.getAxis("bottom").setGrid(110)
        self.setYRange(0.0, 1.0, padding=0.0)
        self.setMouseEnabled(x=True, y=False)

    # -- what is shown ------------------------------------------------------------

    def show_layers(self, layers: Sequence[Layer], seconds: float) -> None:
        """Show other sounds, and the whole of them if their length is another.

        Parameters
        ----------
        layers : sequence of Layer
            Each hides the ones before as far as it goes.
        seconds : float
            Length of the whole, which layers may still have to reach.
        """
        self._layers = tuple(layers)
        self._wave.set_layers(layers)
        if seconds != self._seconds:
            self._seconds = seconds
            shortest = _FEWEST_SAMPLES / max((layer.rate_hz for layer in layers), default=1)
            end = max(seconds, shortest)
            self._box.set_widths(shortest, end)
            self.show_all()
        self.refresh()

    def clear_layers(self) -> None:
        """Show nothing."""
        self.set_cursor(None)
        self._hover.hide()
        self.show_layers((), 0.0)

    @Slot()
    def refresh(self) -> None:
        """Draw again, for a layer has grown."""
        self._wave.update()
        self._detail_timer.start()

    def set_cursor(self, seconds: float | None, *, follow: bool = False) -> None:
        """Put the cursor to a place; with `follow`, turn the page where it leaves the view.

        A close look stays where it is: the cursor would rush through it many times a second.
        """
        before, self._cursor_at = self._cursor_at, seconds
        if seconds is None:
            self._cursor.hide()
            return
        first, last = self.seen
        leaves = before is not None and first <= before <= last < seconds
        if follow and leaves and last - first >= _SHORTEST_PAGE_SECONDS:
            self.show_stretch(seconds, seconds + (last - first))
        self._place_cursor()

    def set_stretch(self, stretch: tuple[float, float] | None, *, is_on: bool = True) -> None:
        """Mark a stretch, in seconds, or none; one that is not on is marked by its ends alone."""
        self._ruler.stretch, self._band_is_on = stretch, is_on
        self._place_band()

    @property
    def seen(self) -> tuple[float, float]:
        """The stretch that is seen, in seconds."""
        first, last = self._box.viewRange()[0]
        return float(first), float(last)

    def show_stretch(self, first: float, last: float) -> None:
        """Show a stretch, in seconds; moved to where there is sound."""
        width = last - first
        first = max(0.0, min(first, self._seconds - width))
        self._box.setXRange(first, first + width, padding=0.0)

    @Slot()
    def show_all(self) -> None:
        """Show everything."""
        self._box.setXRange(0.0, max(self._seconds, 1e-3), padding=0.0)

    def zoom(self, factor: float) -> None:
        """Come closer by a factor, around the cursor where that is seen."""
        first, last = self.seen
        at = self._cursor_at
        middle = at if at is not None and first <= at <= last else (first + last) / 2
        self._box.zoom(factor, middle)

    # -- colours ------------------------------------------------------------------

    @Slot()
    def _take_colours(self) -> None:
        colours = self._theme.plot_colours
        palette = self.palette()
        self.setBackground(colours.background)
        axis = self.getAxis("bottom")
        axis.setPen(pg.mkPen(colours.grid))
        axis.setTickPen(pg.mkPen(colours.grid))
        axis.setTextPen(pg.mkPen(colours.foreground))
        inks = {
            Ink.SOUND: colours.wave,
            Ink.SEED: colours.wave_seed,
            Ink.ORIGINAL: colours.foreground,
            Ink.ERROR: colours.series[3],
        }
        self._wave.set_colours(inks, colours.grid)
        halo = QColor(colours.background)
        halo.setAlpha(_HALO_ALPHA)
        self._cursor.set_line(colours.cursor, halo)
        self._band.set_colours(colours.selection, colours.wave)
        self._hover.set_line(colours.foreground, style=Qt.PenStyle.DotLine)
        self._hover.set_text_colours(
            palette.color(QPalette.ColorRole.ToolTipBase),
            palette.color(QPalette.ColorRole.ToolTipText),
        )

    # -- what the view and the mouse do -------------------------------------------

    @Slot()
    def _follow_view(self) -> None:
        first, last = self.seen
        self._wave.set_rect(self._box.rect())
        self._wave.set_view(first, last)
        self._place_cursor()
        self._place_band()
        self._hover.hide()
        self._detail_timer.start()
        self.view_changed.emit(first, last)

    def _place_cursor(self) -> None:
        first, last = self.seen
        at = self._cursor_at
        if at is None or not first <= at <= last or not self._layers:
            self._cursor.hide()
        else:
            rect = self._box.geometry()
            share = (at - first) / (last - first)
            self._cursor.put(rect.left() + share * rect.width(), *_span(rect))

    def _place_band(self) -> None:
        stretch = self._ruler.stretch
        if stretch is None or not self._layers:
            self._band.hide()
            return
        first, last = self.seen
        rect = self._box.geometry()
        rect.setBottom(rect.bottom() + FLAG_PIXELS)
        begin, end = ((seconds - first) / (last - first) for seconds in stretch)
        self._band.put(rect, begin, end, is_on=self._band_is_on)

    @Slot(float)
    def _go_to(self, seconds: float) -> None:
        if self._layers:
            self.seek_requested.emit(min(max(0.0, seconds), self._seconds))

    @Slot(float)
    def _show_hover(self, x: float) -> None:
        rect = self._box.geometry()
        x += rect.left()
        if not self._layers or not rect.left() <= x <= rect.right():
            self._hover.hide()
            return
        first, last = self.seen
        pixel = (last - first) / max(rect.width(), 1.0)
        seconds = first + (x - rect.left()) * pixel
        decimals = min(6, decimals_for(10 ** math.floor(math.log10(max(pixel, 1e-9)))))
        self._hover.set_text(clock_text(seconds, decimals), flips=x > rect.center().x())
        self._hover.put(x, *_span(rect))

    @Slot()
    def _want_detail(self) -> None:
        first, last = self.seen
        n_pixels = int(self._box.rect().width())
        for layer in self._layers:
            start, stop = int(first * layer.rate_hz) - 1, math.ceil(last * layer.rate_hz) + 1
            if layer.pyramid.needs_detail(start, stop, n_pixels):
                self.detail_wanted.emit(layer, start, stop)


def _span(rect: QRectF) -> tuple[float, float]:
    return rect.top(), rect.height()


class _Box(pg.ViewBox):  # type: ignore[misc]
    """What the mouse does in a waveform.

    Signals
    -------
    pointed(float)
        A place was clicked or dragged to, in seconds.
    hovered(float)
        The pointer is over that pixel.
    left()
        The pointer is gone.
    """

    pointed = Signal(float)
    hovered = Signal(float)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        self._least, self._most = 0.0, 1.0

    def mouseClickEvent(self, event: Any) -> None:
        """Go to the place that was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.pointed.emit(self._seconds_at(event.pos()))

    def mouseDragEvent(self, event: Any, axis: int | None = None) -> None:
        """Go along with the pointer, or move the view."""
        event.accept()
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() == Qt.MouseButton.LeftButton and not shifted:
            self.pointed.emit(self._seconds_at(event.pos()))
            return
        self.translateBy(x=self._seconds_at(event.lastPos()) - self._seconds_at(event.pos()))

    def wheelEvent(self, event: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        """Zoom at the pointer, or move the view."""
        event.accept()
        notches = event.delta() / _NOTCH
        sideways = event.orientation() == Qt.Orientation.Horizontal
        if sideways or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            first, last = self.viewRange()[0]
            self.translateBy(x=-notches * _PAN_A_NOTCH * (last - first))
        else:
            self.zoom(_ZOOM_A_NOTCH**notches, self._seconds_at(event.pos()))

    def hoverEvent(self, event: Any) -> None:
        """Tell where the pointer is."""
        if event.isExit():
            self.left.emit()
        else:
            self.hovered.emit(float(event.pos().x()))

    def set_widths(self, least: float, most: float) -> None:
        """Let the view be so wide, in seconds, and never leave the sound."""
        self._least, self._most = least, most
        self.setLimits(xMin=0.0, xMax=most, minXRange=least, maxXRange=most)

    def zoom(self, factor: float, seconds: float) -> None:
        """Come closer, leaving a place where it is."""
        first, last = self.viewRange()[0]
        width = min(max((last - first) / factor, self._least), self._most)
        start = seconds - (seconds - first) / (last - first) * width
        start = min(max(start, 0.0), self._most - width)
        self.setXRange(start, start + width, padding=0.0)

    def _seconds_at(self, position: QPointF) -> float:
        return float(self.mapToView(position).x())
