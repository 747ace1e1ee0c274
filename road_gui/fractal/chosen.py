"""What is laid over the lanes: the chosen range, its domain, the arc, and the playhead."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from road_gui.fractal.look import Look
from road_gui.fractal.places import Places
from road_gui.theme import Theme


class Chosen:
    """Paints marks.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint_range(self, painter: QPainter, look: Look, number: int, places: Places) -> None:
        """Frame a range, wash it and its domain, and draw the arc between them."""
        colours, table = self._theme.plot_colours, look.ranges
        start, length = int(table.start[number]), int(table.length[number])
        ink = QColor(self._theme.colours.text)
        self._paint_band(painter, places, (start, length), colours.wave)
        if table.mapped[number]:
            domain = int(table.domain[number])
            self._paint_band(painter, places, (domain, 2 * length), colours.series[3])
            ends = (domain + length, start + length / 2)
            self._paint_arc(painter, places, ends, colours.series[3])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2.0))
        painter.drawRect(places.block(look, number).adjusted(-1, -1, 1, 1))

    def _paint_band(
        self, painter: QPainter, places: Places, stretch: tuple[int, int], colour: QColor
    ) -> None:
        start, length = stretch
        left, right = places.x_of(start), places.x_of(start + length)
        wash = QColor(colour)
        wash.setAlpha(46)
        width = max(1.0, right - left)
        for lane in (*places.waves, places.tree):
            painter.fillRect(QRectF(left, lane.top(), width, lane.height()), wash)
        painter.setPen(QPen(colour, 1.2))
        for lane in places.waves:
            for x in (left, left + width):
                painter.drawLine(QLineF(x, lane.top(), x, lane.bottom()))
        foot = places.foot + 2
        painter.setPen(QPen(colour, 3.0))
        painter.drawLine(QLineF(left, foot, left + width, foot))

    def _paint_arc(
        self, painter: QPainter, places: Places, ends: tuple[float, float], colour: QColor
    ) -> None:
        """Draw the way from a domain to its range, an arrow at the range's end."""
        y = places.foot + 4
        begin, end = (QPointF(places.x_of(sample), y) for sample in ends)
        depth = min(places.arc - 10, 12 + abs(end.x() - begin.x()) * 0.2) * 1.33
        down = QPointF(0, depth)
        path = QPainterPath(begin)
        path.cubicTo(begin + down, end + down, end)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2.0))
        painter.drawPath(path)
        head = QPainterPath(end)
        head.lineTo(end + QPointF(-5, 8))
        head.lineTo(end + QPointF(5, 8))
        head.closeSubpath()
        painter.fillPath(head, colour)

    def paint_pointer(self, painter: QPainter, sample: float, places: Places) -> None:
        """Draw whose values are told, through all lanes."""
        x = places.x_of(sample)
        painter.setPen(QPen(QColor(self._theme.colours.text), 1.0, Qt.PenStyle.DashLine))
        for lane in (*places.waves, places.tree):
            painter.drawLine(QLineF(x, lane.top(), x, lane.bottom()))

    def paint_playhead(self, painter: QPainter, sample: float, places: Places) -> None:
        """Draw where the sound is being played."""
        colour, plot = self._theme.plot_colours.cursor, places.plot
        x = places.x_of(sample)
        painter.setPen(QPen(colour, 1.6))
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
        head = QPainterPath(QPointF(x - 5, plot.top()))
        head.lineTo(x + 5, plot.top())
        head.lineTo(x, plot.top() + 7)
        head.closeSubpath()
        painter.fillPath(head, colour)
