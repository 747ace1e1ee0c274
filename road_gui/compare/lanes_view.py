"""The picture: all lanes over one time axis, and what mouse and wheel do there."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from road_gui.compare.lane import GUTTER, RIGHT_MARGIN, Lane, Look
from road_gui.compare.ruler import paint_grid
from road_gui.compare.time_view import TimeView
from road_gui.plots.drawing import painting
from road_gui.theme import Theme

_NOTCH = 120.0
_ZOOM_A_NOTCH = 1.25
_PAN_A_NOTCH = 0.1
_EDGE_PIXELS = 4.0
_GAP = 1.0
# There are three lanes at most that take their time; all are to be drawn within some 30 ms.
_PATIENCE_S = 0.002


@dataclass(frozen=True, slots=True)
class Place:
    """Where the pointer is: a sample, a lane, and the share of its height from the top."""

    sample: float
    lane: Lane
    share: float


class LanesView(QWidget):
    """Draws lanes once, copies them until something changes, and marks places over them.

    Click: put the cursor there.  Drag: select.  Shift and drag, or the middle or right button:
    move the view.  Wheel: zoom at the pointer; with Shift, or sideways: move the view; with Ctrl,
    over spectra: the same with frequencies.

    Parameters
    ----------
    view : TimeView
        What is seen; also changed here.
    theme : Theme
        Colours.
    parent : QWidget, optional
        Owner.

    Attributes
    ----------
    redraw_seconds : float
        How long the lanes took to be drawn the last time.

    Signals
    -------
    frequencies_turned(object, float, bool)
        The wheel was turned with Ctrl at a `Place` of a lane of frequencies, by so many notches;
        to move rather than to zoom.
    hovered(object)
        The pointer is at that `Place`, or gone (None).
    resized()
        There is another number of pixels.
    """

    frequencies_turned = Signal(object, float, bool)
    hovered = Signal(object)
    resized = Signal()

    def __init__(self, view: TimeView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._theme = theme
        self._lanes: list[Lane] = []
        self._picture: QPixmap | None = None
        # What the picture was drawn for, and the lanes of it that have changed since.
        self._drawn_for: tuple[object, ...] = ()
        self._stale: set[Lane] = set()
        self._hover: QPointF | None = None
        self._pressed: QPointF | None = None
        self._anchor: float | None = None  # the fixed end of a selection that is being drawn
        self._panning: float | None = None
        self._is_focus_shown = False
        self.redraw_seconds = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumHeight(160)
        self.setAccessibleName(self.tr("Waveforms and spectra"))
        self.setAccessibleDescription(
            self.tr(
                "Click to put the cursor to a place, drag to select; the wheel zooms, Shift and "
                "the wheel move the view; with Ctrl, over spectra, frequencies. All of it can be "
                "done by the keys of the Compare menu."
            )
        )
        view.changed.connect(self.redraw)
        view.changed.connect(self._tell_hover)
        view.cursor_moved.connect(self._repaint)
        view.selection_changed.connect(self._repaint)
        theme.changed.connect(self.redraw)

    # -- what is drawn ------------------------------------------------------------

    @property
    def lanes(self) -> Sequence[Lane]:
        """The lanes, from top to bottom."""
        return self._lanes

    def set_lanes(self, lanes: Sequence[Lane]) -> None:
        """Show other lanes."""
        self._lanes = list(lanes)
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw all lanes anew at the next opportunity."""
        self._drawn_for = ()
        self.update()

    def redraw_lanes(self, lanes: Sequence[Lane]) -> None:
        """Draw some lanes anew, and copy the others."""
        self._stale.update(lane for lane in lanes if lane in self._lanes)
        if self._stale:
            self.update()

    @property
    def is_pointed_at(self) -> bool:
        """Whether the pointer is over it."""
        return self._hover is not None

    @property
    def n_pixels(self) -> int:
        """Columns of the lanes, in pixels of the screen."""
        return max(1, round(self._plot(QSizeF(self.size())).width() * self.devicePixelRatioF()))

    def look(self) -> Look:
        """Return with what the lanes are drawn now."""
        view = self._view
        return Look(
            self._theme.plot_colours,
            view.first,
            view.last,
            view.rate_hz,
            ratio=self.devicePixelRatioF(),
        )

    def paint_lanes(self, painter: QPainter, size: QSizeF, look: Look) -> None:
        """Draw all lanes into a picture of a size, a screen's or a file's."""
        if not self._lanes:
            painter.fillRect(QRectF(QPointF(), size), look.colours.background)
            painter.setPen(look.colours.foreground)
            text = self.tr("Choose above what is to be seen.")
            painter.drawText(QRectF(QPointF(), size), Qt.AlignmentFlag.AlignCenter, text)
        for lane, rect in self._places(size):
            self._paint_lane(painter, lane, rect, look, size.width())

    def _paint_lane(
        self, painter: QPainter, lane: Lane, rect: QRectF, look: Look, width: float
    ) -> None:
        """Draw a lane with its gutter and the line below it."""
        whole = QRectF(0.0, rect.top(), width, rect.height() + _GAP)
        painter.save()
        painter.setClipRect(whole)
        painter.fillRect(whole, look.colours.background)
        paint_grid(painter, rect, look)
        lane.paint(painter, rect, look)
        lane.paint_head(painter, rect, look)
        painter.fillRect(QRectF(0.0, rect.bottom(), width, _GAP), look.colours.grid)
        painter.restore()

    def paint_marks(self, painter: QPainter, size: QSizeF, look: Look) -> None:
        """Draw selection and cursor over the lanes."""
        plot, view = self._plot(size), self._view
        painter.save()
        painter.setClipRect(plot)
        if view.selection is not None:
            first, last = (look.x_of(sample, plot) for sample in view.selection)
            painter.fillRect(
                QRectF(first, plot.top(), max(1.0, last - first), plot.height()),
                look.colours.selection,
            )
            painter.setPen(QPen(look.colours.wave, 1.0))
            for x in (first, last):
                painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        x = look.x_of(view.cursor, plot)
        halo = QColor(look.colours.background)
        halo.setAlpha(150)
        for pen in (QPen(halo, 3.5), QPen(look.colours.cursor, 1.5)):
            painter.setPen(pen)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
        painter.restore()

    def _plot(self, size: QSizeF) -> QRectF:
        return QRectF(GUTTER, 0.0, max(1.0, size.width() - GUTTER - RIGHT_MARGIN), size.height())

    def _places(self, size: QSizeF) -> list[tuple[Lane, QRectF]]:
        plot = self._plot(size)
        whole = sum(lane.weight for lane in self._lanes)
        top, weight, places = 0.0, 0.0, []
        for lane in self._lanes:
            weight += lane.weight
            # Whole pixels: what is painted between two is blurred, and slow.
            bottom = float(round(plot.height() * weight / whole))
            places.append((lane, QRectF(plot.left(), top, plot.width(), bottom - top - _GAP)))
            top = bottom
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy the lanes, and draw what moves over them."""
        size, look = QSizeF(self.size()), self.look()
        picture = self._drawn(size, look)
        with painting(self) as painter:
            painter.drawPixmap(0, 0, picture)
            self.paint_marks(painter, size, look)
            self._paint_pointer(painter, size, look)

    def _paint_pointer(self, painter: QPainter, size: QSizeF, look: Look) -> None:
        if self._hover is not None and self._plot(size).contains(self._hover):
            painter.setPen(QPen(look.colours.foreground, 1.0, Qt.PenStyle.DotLine))
            x = self._hover.x()
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        if self.hasFocus() and self._is_focus_shown:
            painter.setPen(QPen(QColor(self._theme.colours.accent), 1.0))
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _drawn(self, size: QSizeF, look: Look) -> QPixmap:
        """Return the picture, with what has changed drawn anew."""
        drawn_for = (look, size, tuple(self._lanes))
        picture, is_whole = self._picture, drawn_for != self._drawn_for
        if picture is not None and not is_whole and not self._stale:
            return picture
        began = time.perf_counter()
        pixels = (size * look.ratio).toSize()
        if picture is None or picture.size() != pixels:
            picture = QPixmap(pixels)
        picture.setDevicePixelRatio(look.ratio)
        hasty = replace(look, patience_s=_PATIENCE_S)
        with painting(picture) as painter:
            if is_whole:
                self.paint_lanes(painter, size, hasty)
            else:
                for lane, rect in self._places(size):
                    if lane in self._stale:
                        self._paint_lane(painter, lane, rect, hasty, size.width())
        self._picture, self._drawn_for = picture, drawn_for
        self._stale.clear()
        self.redraw_lanes([lane for lane in self._lanes if lane.is_unfinished])
        self.redraw_seconds = time.perf_counter() - began
        return picture

    @Slot()
    def _repaint(self) -> None:
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew."""
        self.redraw()
        self.resized.emit()

    # -- the mouse ----------------------------------------------------------------

    def _sample_at(self, x: float) -> float:
        return self.look().sample_at(x, self._plot(QSizeF(self.size())))

    def place_at(self, point: QPointF) -> Place | None:
        """Return what is at a pixel, None beside the lanes."""
        for lane, rect in self._places(QSizeF(self.size())):
            if rect.contains(point):
                share = (point.y() - rect.top()) / max(rect.height(), 1.0)
                return Place(self._sample_at(point.x()), lane, share)
        return None

    def _edge_at(self, x: float) -> float | None:
        """Return the other end of the selection if one of its ends is at a pixel."""
        selection = self._view.selection
        if selection is None:
            return None
        plot, look = self._plot(QSizeF(self.size())), self.look()
        distances = [abs(look.x_of(sample, plot) - x) for sample in selection]
        if min(distances) > _EDGE_PIXELS:
            return None
        return float(selection[1 if distances[0] <= distances[1] else 0])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, or to move the view."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and not shifted:
            self._pressed = event.position()
            self._anchor = self._edge_at(event.position().x())
        else:
            self._panning = event.position().x()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, and tell where the pointer is."""
        point = event.position()
        if self._panning is not None:
            plot = self._plot(QSizeF(self.size()))
            self._view.pan((self._panning - point.x()) / plot.width())
            self._panning = point.x()
        elif self._pressed is not None:
            moved = abs(point.x() - self._pressed.x()) >= QApplication.startDragDistance()
            if self._anchor is None and moved:
                self._anchor = self._sample_at(self._pressed.x())
            if self._anchor is not None:
                self._view.select(self._anchor, self._sample_at(point.x()))
        else:
            at_edge = self._edge_at(point.x()) is not None
            shape = Qt.CursorShape.SizeHorCursor if at_edge else Qt.CursorShape.CrossCursor
            self.setCursor(shape)
        self._set_hover(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End it; a press that never moved puts the cursor to its place."""
        if self._pressed is not None and self._anchor is None:
            self._view.put_cursor(self._sample_at(event.position().x()))
        self._pressed = self._anchor = self._panning = None
        self.setCursor(Qt.CursorShape.CrossCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer, or move the view."""
        delta = event.angleDelta()
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        sideways = abs(delta.x()) > abs(delta.y())
        notches = (delta.x() if sideways else delta.y()) / _NOTCH
        place = self.place_at(event.position())
        with_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if with_ctrl and place is not None and place.lane.has_frequencies:
            self.frequencies_turned.emit(place, notches, shifted)
        elif sideways or shifted:
            self._view.pan(-notches * _PAN_A_NOTCH)
        else:
            self._view.zoom(_ZOOM_A_NOTCH**notches, self._sample_at(event.position().x()))
        event.accept()
        self._set_hover(event.position())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the line under the pointer."""
        self._set_hover(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Take the line away."""
        self._set_hover(None)

    def _set_hover(self, point: QPointF | None) -> None:
        self._hover = point
        self._tell_hover()
        self.update()

    @Slot()
    def _tell_hover(self) -> None:
        self.hovered.emit(None if self._hover is None else self.place_at(self._hover))

    # -- keys ---------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is to whoever came here by it."""
        by_keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._is_focus_shown = event.reason() in by_keys
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Escape, which elsewhere stops the queue, as long as something is selected."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self._view.selection is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go of the selection on Escape."""
        if event.key() == Qt.Key.Key_Escape and self._view.selection is not None:
            self._view.clear_selection()
        else:
            super().keyPressEvent(event)
