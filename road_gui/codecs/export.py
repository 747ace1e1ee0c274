"""Writes results to files that are there as a whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from road_codec import OutputError, trials_csv, trials_json, write_whole
from road_gui.codecs.rows import Row
from road_gui.plots.rate_chart import Chart
from road_gui.plots.rate_painter import Look, laid_out, paint_chart

_PNG_RATIO = 2.0
"""Pixels of a written picture for each of the screen's, so that it can be printed."""

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


def write_plot(target: Path, chart: Chart, heading: str, size: QSize, look: Look) -> None:
    """Write a chart: SVG where the name ends so, else PNG.

    Raises
    ------
    OutputError
        If the picture cannot be made, or the file not be written.
    """
    size = size.expandedTo(_SMALLEST)
    is_svg = target.suffix.lower() == ".svg"
    content = (_svg if is_svg else _png)(size, chart, heading, look)
    if not content:
        raise OutputError(f"{target}: the picture cannot be made")
    write_whole(target, content, "overwrite")


def _png(size: QSize, chart: Chart, heading: str, look: Look) -> bytes:
    image = QImage(size * _PNG_RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_RATIO)
    painter = QPainter(image)
    _paint(painter, size, chart, heading, look)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())


def _svg(size: QSize, chart: Chart, heading: str, look: Look) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(), QSizeF(size)))
    generator.setTitle(heading)
    generator.setDescription(chart.title)
    painter = QPainter(generator)
    _paint(painter, size, chart, heading, look)
    painter.end()
    return bytes(buffer.data().data())


def _paint(painter: QPainter, size: QSize, chart: Chart, heading: str, look: Look) -> None:
    painter.fillRect(QRectF(QPointF(), QSizeF(size)), look.plot.background)
    layout = laid_out(chart, size.width(), size.height() - _HEADING, look)
    painter.setFont(look.bold)
    painter.setPen(look.plot.foreground)
    rect = QRectF(layout.panel.x0, 4, layout.panel.x1 - layout.panel.x0, _HEADING - 4)
    painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, heading)
    painter.translate(0, _HEADING)
    paint_chart(painter, chart, layout, look)
