"""The chart of quality against bits as a widget: points can be met by pointer and by keys."""

from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from road_gui.plots.rate_chart import Chart, ChartPoint, Layout, nearest, neighbour
from road_gui.plots.rate_painter import Look, laid_out, paint_chart, paint_ring, paint_tag
from road_gui.theme import Theme

_REACH = 16.0
_SMALLEST = 160
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class RatePlot(QWidget):
    """Shows a `Chart`; which point is chosen or pointed at is kept by whoever listens.

    Parameters
    ----------
    theme : Theme
        Colours; followed when they change.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    hovered(object)
        The key of the point that the pointer is at; None when it leaves.
    chosen(object)
        The key of a point that was clicked, or reached by keys.
    activated(object)
        The key of a point that was double-clicked, or on which Return was pressed.
    """

    hovered = Signal(object)
    chosen = Signal(object)
    activated = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart = Chart()
        self._layout: Layout | None = None
        self._chosen: object = None
        self._hovered: object = None
        self._empty_text = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(_SMALLEST)
        self.setAccessibleName(self.tr("Quality against bits"))
        self.setToolTip(
            self.tr(
                "A line joins what is better than all settings of its codec with fewer bits; "
                "the others stand alone."
            )
        )
        theme.changed.connect(self.update)

    @property
    def chart(self) -> Chart:
        """What is drawn."""
        return self._chart

    def look(self) -> Look:
        """Return with what it is painted now."""
        return Look(self._theme.plot_colours, self._theme.colours, self.font())

    def set_chart(self, chart: Chart) -> None:
        """Draw something else."""
        self._chart, self._layout = chart, None
        self._describe()
        self.update()

    def set_empty_text(self, text: str) -> None:
        """Say what is shown as long as there are no points."""
        self._empty_text = text
        self.update()

    def set_chosen(self, key: object) -> None:
        """Mark the point of a key, or none."""
        if key is not self._chosen:
            self._chosen = key
            self._describe()
            self.update()

    def set_hovered(self, key: object) -> None:
        """Show what the point of a key is, or of none."""
        if key is not self._hovered:
            self._hovered = key
            self.update()

    def place_of(self, key: object) -> QPointF | None:
        """Return where the point of a key is, None if it has none."""
        point = self._point_of(key)
        return None if point is None else QPointF(*self._laid_out().place_of(point))

    # -- painting -----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart, and marks around points."""
        painter, look = QPainter(self), self.look()
        painter.fillRect(self.rect(), look.plot.background)
        if not self._chart.curves:
            painter.setPen(look.plot.foreground)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._empty_text)
        else:
            layout = self._laid_out()
            paint_chart(painter, self._chart, layout, look)
            self._paint_marks(painter, layout, look)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.window.accent), 1.0))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _paint_marks(self, painter: QPainter, layout: Layout, look: Look) -> None:
        text = QColor(look.window.text)
        chosen, hovered = self._point_of(self._chosen), self._point_of(self._hovered)
        for point, is_strong in ((chosen, True), (hovered, False)):
            if point is not None:
                place = QPointF(*layout.place_of(point))
                paint_ring(painter, place, text, is_strong=is_strong)
        told = hovered or chosen
        if told is not None:
            paint_tag(painter, told, self._chart, layout, look)

    def _laid_out(self) -> Layout:
        if self._layout is None:
            self._layout = laid_out(self._chart, self.width(), self.height(), self.look())
        return self._layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find new places."""
        super().resizeEvent(event)
        self._layout = None

    def changeEvent(self, event: QEvent) -> None:
        """Find new places for another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._layout = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys go."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.update()

    # -- pointer and keys ---------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which point is pointed at."""
        point = self._at(event.position())
        self.setCursor(
            Qt.CursorShape.ArrowCursor if point is None else Qt.CursorShape.PointingHandCursor
        )
        self._tell_hover(point)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._tell_hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a point."""
        point = self._at(event.position())
        if point is not None:
            self.chosen.emit(point.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do what is usually done with a point."""
        point = self._at(event.position())
        if point is not None:
            self.activated.emit(point.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from point to point."""
        points = self._chart.points()
        key = Qt.Key(event.key())
        at = self._point_of(self._chosen)
        if not points:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._go(points[0] if at is None else self._beside(at, _ARROWS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(points[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at is not None:
            self.activated.emit(at.key)
        else:
            super().keyPressEvent(event)

    def _beside(self, point: ChartPoint, direction: tuple[int, int]) -> ChartPoint:
        return neighbour(self._chart, self._laid_out(), point, direction)

    def _go(self, point: ChartPoint) -> None:
        self._tell_hover(None)
        self.chosen.emit(point.key)

    def _tell_hover(self, point: ChartPoint | None) -> None:
        key = None if point is None else point.key
        if key is not self._hovered:
            self.hovered.emit(key)

    def _at(self, place: QPointF) -> ChartPoint | None:
        if not self._chart.curves:
            return None
        return nearest(self._chart, self._laid_out(), place.x(), place.y(), _REACH)

    def _point_of(self, key: object) -> ChartPoint | None:
        if key is None:
            return None
        return next((point for point in self._chart.points() if point.key is key), None)

    @Slot()
    def _describe(self) -> None:
        """Let a screen reader say the chosen point."""
        point = self._point_of(self._chosen)
        self.setAccessibleDescription(
            self.tr("Arrow keys go from point to point.") if point is None else point.text
        )
        change = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(change)
