"""Waves, error, arc and tree over one time axis: where each range takes its domain from."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from road_gui.fractal.chosen import Chosen
from road_gui.fractal.ground import Ground
from road_gui.fractal.look import Look
from road_gui.fractal.places import LEFT, Places, rows_of
from road_gui.fractal.state import Explorer
from road_gui.fractal.words import brief_of, facts_of, said, values_of
from road_gui.plots.drawing import painting
from road_gui.theme import Theme

_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -(1 << 30),
    Qt.Key.Key_End: 1 << 30,
}


class Stage(QWidget):
    """Lanes of one superframe; a range is chosen by click, or by the arrow keys.

    Parameters
    ----------
    explorer : Explorer
        What is seen.
    theme : Theme
        Colours; followed when they change.
    parent : QWidget, optional
        Owner.
    """

    def __init__(self, explorer: Explorer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._theme = theme
        self._ground, self._chosen = Ground(theme), Chosen(theme)
        self._picture: QPixmap | None = None
        self._drag: tuple[float, tuple[int, int]] | None = None
        self._pointer: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(220)
        self._name_it()
        for signal in (
            explorer.look_changed,
            explorer.pass_changed,
            explorer.view_changed,
            explorer.file_changed,
            theme.changed,
        ):
            signal.connect(self.redraw)
        explorer.look_changed.connect(self._name_it)
        explorer.selected.connect(self._follow_selection)
        explorer.pass_changed.connect(self._follow_selection)
        explorer.played.connect(self.update)

    def colour_by(self, name: str) -> None:
        """Colour blocks by their ``scale``, ``length`` or, where it is known, ``error``."""
        self._ground.colouring = name
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw everything anew."""
        self._picture = None
        if self._pointer is not None and QToolTip.isVisible():
            self._tell(self._pointer)
        self.update()

    @Slot()
    def _name_it(self) -> None:
        look = self._explorer.look
        if look is not None and look.original is not None:
            self.setAccessibleName(self.tr("Waveform, error to the original, and tree of ranges"))
        else:
            self.setAccessibleName(self.tr("Waveform and tree of ranges"))

    @Slot()
    def _follow_selection(self) -> None:
        look, number = self._explorer.look, self._explorer.number
        text = self.tr("Arrow keys go from range to range, Return shows the domain.")
        if look is not None and number is not None:
            text = f"{said(facts_of(look, number, self._explorer.passes))}\n{text}"
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.update()

    @property
    def places(self) -> Places:
        """Where things are just now."""
        explorer = self._explorer
        look = explorer.look
        has_error = look is not None and look.original is not None
        return Places(self.width(), self.height(), explorer.view, rows_of(look), has_error)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what stays, and draw what is chosen over it."""
        look, places = self._explorer.look, self.places
        with painting(self) as painter:
            if look is None:
                painter.fillRect(self.rect(), self._theme.plot_colours.background)
                painter.setPen(QColor(self._theme.colours.bad))
                flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                place = self.rect().adjusted(24, 0, -24, 0)
                painter.drawText(place, int(flags), self._explorer.sentence)
                return
            if self._picture is None or self._picture.deviceIndependentSize() != self.size():
                ratio = self.devicePixelRatioF()
                self._picture = self._ground.drawn(look, self._explorer.passes, places, ratio)
            painter.drawPixmap(0, 0, self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_marks(painter, look, places)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(self._theme.colours.accent), 1.0))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_marks(self, painter: QPainter, look: Look, places: Places) -> None:
        number, playhead = self._explorer.number, self._explorer.playhead_here
        painter.setClipRect(QRectF(LEFT - 2, 0, places.plot.width() + 4, self.height()))
        if number is not None and number < len(look.ranges):
            self._chosen.paint_range(painter, look, number, places)
        if self._pointer is not None:
            pointed = self._sample_at(look, self._pointer)
            self._chosen.paint_pointer(painter, pointed + 0.5, places)
        if playhead is not None:
            self._chosen.paint_playhead(painter, playhead, places)
        painter.setClipping(False)

    # -- pointer and keys ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the range that was clicked; with Ctrl play from there on."""
        look, explorer = self._explorer.look, self._explorer
        if event.button() == Qt.MouseButton.LeftButton and look is not None:
            explorer.select(look.ranges.at(int(self.places.sample_at(event.position().x()))))
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                explorer.play_wanted.emit(explorer.seconds)
        else:
            self._drag = (event.position().x(), self._explorer.view)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the view, or tell of the sample and the range that are pointed at."""
        place = event.position()
        if self._drag is not None and event.buttons():
            from_x, (first, last) = self._drag
            moved = (from_x - place.x()) / self.places.plot.width() * (last - first)
            self._point_at(None)
            self._explorer.set_view(first + moved, last + moved)
        elif self._explorer.look is not None and self.places.plot.contains(place):
            self._point_at(place)
        else:
            self._point_at(None)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        super().leaveEvent(event)
        self._point_at(None)

    def _point_at(self, place: QPointF | None) -> None:
        self._pointer = place
        if place is None:
            QToolTip.hideText()
        else:
            self._tell(place)
        self.update()

    def _tell(self, place: QPointF) -> None:
        """Show the values of what is pointed at."""
        look = self._explorer.look
        text = "" if look is None else self.text_of(look, self._sample_at(look, place))
        QToolTip.showText(self.mapToGlobal(place).toPoint(), text, self)

    def _sample_at(self, look: Look, place: QPointF) -> int:
        return min(max(int(self.places.sample_at(place.x())), 0), look.coded.n_samples - 1)

    def text_of(self, look: Look, sample: int) -> str:
        """Say what is known of a sample, and of the range that it lies in."""
        explorer, number = self._explorer, look.ranges.at(sample)
        values = values_of(look, sample, explorer.passes, explorer.seconds_of(sample))
        return said(values + brief_of(look, number, explorer.passes))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the view where it is."""
        self._drag = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show range and domain from near."""
        self._explorer.show_pair()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift, or sideways, move the view."""
        down, across = event.angleDelta().y() / 120, event.angleDelta().x() / 120
        if across or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            first, last = self._explorer.view
            moved = -(across or down) * 0.1 * (last - first)
            self._explorer.set_view(first + moved, last + moved)
        else:
            self._explorer.zoom(1.25**down, self.places.sample_at(event.position().x()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from range to range."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self._explorer.move(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._explorer.show_pair()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Paint the frame around it with the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)
