"""Paints a chart of quality against bits: on the screen, as pixels or as lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from road_gui.colours import Colours, PlotColours
from road_gui.messages import short_text
from road_gui.plots.markers import marker
from road_gui.plots.rate_chart import Chart, ChartPoint, Layout, Tick, lay_out

RADIUS = 4.5
_LINE_WIDTH = 2.0
_TICK = 5.0
_TAG_PADDING = 7.0
_TAG_GAP = 14.0
_CENTRE = Qt.AlignmentFlag.AlignCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Look:
    """With what a chart is painted.

    Attributes
    ----------
    plot : PlotColours
        Of curves and axes.
    window : Colours
        Of what lies over them.
    font : QFont
        Of all words.
    """

    plot: PlotColours
    window: Colours
    font: QFont

    def series(self, style: int) -> QColor:
        """Return the colour of a curve."""
        return self.plot.series[style % len(self.plot.series)]

    @property
    def bold(self) -> QFont:
        """The font of names."""
        bold = QFont(self.font)
        bold.setWeight(QFont.Weight.DemiBold)
        return bold


def laid_out(chart: Chart, width: float, height: float, look: Look) -> Layout:
    """Find a place for everything, in the font of a look."""
    metrics = QFontMetricsF(look.bold)

    def size_of(text: str) -> tuple[float, float]:
        return metrics.horizontalAdvance(text) + 2.0, metrics.height()

    return lay_out(chart, width, height, size_of, short_text)


def paint_chart(painter: QPainter, chart: Chart, layout: Layout, look: Look) -> None:
    """Paint axes, curves, marks and names."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(look.font)
    _paint_axes(painter, chart, layout, look)
    for curve in chart.curves:
        pen = QPen(look.series(curve.style), _LINE_WIDTH)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = [QPointF(*layout.place_of(point)) for point in curve.line]
        painter.drawPolyline(QPolygonF(line))
        for point in curve.points:
            paint_mark(painter, QPointF(*layout.place_of(point)), curve.style, look)
    _paint_names(painter, layout, look)


def paint_mark(
    painter: QPainter, place: QPointF, style: int, look: Look, radius: float = RADIUS
) -> None:
    """Paint the mark of a curve, set off from what lies below it."""
    painter.save()
    painter.translate(place)
    painter.setPen(QPen(look.plot.background, 1.5))
    painter.setBrush(look.series(style))
    painter.drawPath(marker(style, radius))
    painter.restore()


def paint_ring(painter: QPainter, place: QPointF, colour: QColor, *, is_strong: bool) -> None:
    """Paint a ring around a point that is pointed at or chosen."""
    painter.setPen(QPen(colour, 2.5 if is_strong else 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place, 2.4 * RADIUS, 2.4 * RADIUS)


def paint_tag(
    painter: QPainter, point: ChartPoint, chart: Chart, layout: Layout, look: Look
) -> None:
    """Say what a point is, in a box beside it that stays inside the panel."""
    lines = point.text.split("\n")
    metrics = QFontMetricsF(look.font)
    width = max(metrics.horizontalAdvance(line) for line in lines) + 2 * _TAG_PADDING
    size = (width, metrics.height() * len(lines) + _TAG_PADDING)
    rect = _tag_rect(layout.place_of(point), size, chart, layout)
    painter.setPen(QPen(QColor(look.window.control_border), 1.0))
    painter.setBrush(QColor(look.window.tooltip))
    painter.drawRoundedRect(rect, 4.0, 4.0)
    painter.setPen(QColor("#ffffff"))
    painter.setFont(look.font)
    inside = rect.adjusted(_TAG_PADDING, 0, -_TAG_PADDING, 0)
    painter.drawText(inside, _LEFT, point.text)


def _tag_rect(
    place: tuple[float, float], size: tuple[float, float], chart: Chart, layout: Layout
) -> QRectF:
    """Return the place around a point where a box hides the fewest points and names."""
    panel, points = layout.panel, [QPointF(*layout.place_of(one)) for one in chart.points()]
    names = [
        QRectF(name.box.x0, name.box.y0, name.box.x1 - name.box.x0, name.box.y1 - name.box.y0)
        for name in layout.names
    ]
    places: list[tuple[int, int, QRectF]] = []
    for across, down in ((1, 1), (-1, -1), (1, -1), (-1, 1), (1, 0), (-1, 0)):
        left = place[0] + across * _TAG_GAP - (size[0] if across < 0 else 0.0)
        top = place[1] + down * _TAG_GAP - (0.0, 0.5, 1.0)[1 - down] * size[1]
        left = min(max(left, panel.x0), panel.x1 - size[0])
        rect = QRectF(left, min(max(top, panel.y0), panel.y1 - size[1]), *size)
        hidden = sum(rect.contains(one) for one in points)
        places.append((hidden + sum(rect.intersects(one) for one in names), len(places), rect))
    return min(places, key=lambda one: one[:2])[2]


def _paint_axes(painter: QPainter, chart: Chart, layout: Layout, look: Look) -> None:
    panel, colours = layout.panel, look.plot
    painter.setPen(QPen(colours.grid, 1.0))
    painter.drawLines(list(_grid(layout)))
    painter.setPen(QPen(colours.foreground, 1.0))
    painter.drawLine(QLineF(panel.x0, panel.y1, panel.x1, panel.y1))
    for tick in layout.bits:
        painter.drawLine(QLineF(tick.at, panel.y1, tick.at, panel.y1 + _TICK))
        rect = QRectF(tick.at - 40, panel.y1 + _TICK, 80, 16)
        painter.drawText(rect, _CENTRE, tick.text)
    _paint_value_texts(painter, layout.values, panel.x0)
    if layout.top is not None:
        painter.setPen(QPen(colours.foreground, 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(panel.x0, layout.top, panel.x1, layout.top))
        painter.setPen(colours.foreground)
        painter.drawText(QRectF(0, layout.top - 10, panel.x0 - 6, 20), _RIGHT, chart.top_text)
    painter.setPen(colours.foreground)
    title = QRectF(panel.x0, 2, panel.x1 - panel.x0, panel.y0 - 8)
    metrics = QFontMetricsF(look.font)
    elided = metrics.elidedText(chart.title, Qt.TextElideMode.ElideRight, title.width())
    painter.drawText(title, _LEFT, elided)
    below = QRectF(panel.x0, panel.y1 + 19, panel.x1 - panel.x0, 18)
    painter.drawText(below, _CENTRE, chart.bits_title)


def _grid(layout: Layout) -> Iterable[QLineF]:
    panel = layout.panel
    for tick in layout.bits:
        yield QLineF(tick.at, panel.y0, tick.at, panel.y1)
    for tick in layout.values:
        yield QLineF(panel.x0, tick.at, panel.x1, tick.at)


def _paint_value_texts(painter: QPainter, ticks: Iterable[Tick], right: float) -> None:
    for tick in ticks:
        painter.drawText(QRectF(0, tick.at - 10, right - 6, 20), _RIGHT, tick.text)


def _paint_names(painter: QPainter, layout: Layout, look: Look) -> None:
    painter.setFont(look.bold)
    for name in layout.names:
        colour = look.series(name.curve.style)
        if name.leader is not None:
            painter.setPen(QPen(colour, 1.0))
            painter.drawLine(QLineF(*name.leader))
        painter.setPen(colour)
        box = name.box
        rect = QRectF(box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0)
        painter.drawText(rect, _CENTRE, name.curve.name)
