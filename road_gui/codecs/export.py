"""Writes results to files that are there as a whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QPainter

from road_codec import trials_csv, trials_json, write_whole
from road_gui.codecs.rows import Row
from road_gui.colours import LIGHT, LIGHT_PLOTS
from road_gui.picture_file import save_picture
from road_gui.plots.rate_chart import Chart
from road_gui.plots.rate_painter import Look, laid_out, paint_chart

_SMALLEST = QSize(720, 440)
_HEADING = 30


def write_table(target: Path, rows: Sequence[Row]) -> None:
    """Write results as JSON where the name ends so, else as CSV.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    results = [result for row in rows if (result := row.result()) is not None]
    is_json = target.suffix.lower() == ".json"
    text = trials_json(results) if is_json else trials_csv(results)
    write_whole(target, text.encode(errors="replace"), "overwrite")


def write_plot(target: Path, chart: Chart, heading: str, size: QSize, font: QFont) -> None:
    """Write a chart on white paper: SVG where the name ends so, else PNG.

    Raises
    ------
    OutputError
        If the picture cannot be made, or the file not be written.
    """
    size = size.expandedTo(_SMALLEST)
    look = Look(LIGHT_PLOTS, LIGHT, font)

    def paint(painter: QPainter, is_drawing: bool) -> None:
        _paint(painter, size, chart, heading, look)

    save_picture(target, size, heading, chart.title, paint)


def _paint(painter: QPainter, size: QSize, chart: Chart, heading: str, look: Look) -> None:
    painter.fillRect(QRectF(QPointF(), QSizeF(size)), look.plot.background)
    layout = laid_out(chart, size.width(), size.height() - _HEADING, look)
    painter.setFont(look.bold)
    painter.setPen(look.plot.foreground)
    rect = QRectF(layout.panel.x0, 4, layout.panel.x1 - layout.panel.x0, _HEADING - 4)
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, heading)
    painter.translate(0, _HEADING)
    paint_chart(painter, chart, layout, look)
