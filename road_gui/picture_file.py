"""Pictures for papers and reports: painted once for files, as pixels or as lines."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from road_codec import OutputError, write_whole

PNG_RATIO = 2.0
"""Pixels of a written picture for each of the screen's, so that it can be printed."""

Paint = Callable[[QPainter, bool], None]
"""Paints into a painter; True asks for lines rather than for pixels."""


def save_picture(target: Path, size: QSize, title: str, description: str, paint: Paint) -> None:
    """Write a picture: SVG where the name ends so, else PNG.

    Parameters
    ----------
    target : Path
        The file; one that is there is replaced.
    size : QSize
        In pixels of a screen; a PNG has twice as many.
    title, description : str
        What an SVG says of itself.
    paint : callable
        Paints it.  Colours are its own: on paper those of the light theme.

    Raises
    ------
    OutputError
        If the picture cannot be made, or the file not be written.
    """
    is_svg = target.suffix.lower() == ".svg"
    content = _svg(size, title, description, paint) if is_svg else _png(size, paint)
    if not content:
        raise OutputError(f"{target}: the picture cannot be made: too large")
    write_whole(target, content, "overwrite")


def _png(size: QSize, paint: Paint) -> bytes:
    image = QImage(size * PNG_RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(PNG_RATIO)
    painter = QPainter(image)
    try:
        paint(painter, False)
    finally:
        painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _svg(size: QSize, title: str, description: str, paint: Paint) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(), QSizeF(size)))
    generator.setTitle(title)
    generator.setDescription(description)
    painter = QPainter(generator)
    try:
        paint(painter, True)
    finally:
        painter.end()
    return bytes(buffer.data().data())
