"""Writes what the page shows to files that are there as a whole or not at all."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from road_codec import Comparison, OutputError, comparisons_csv, comparisons_json, write_whole
from road_gui.compare.lane import GUTTER, RIGHT_MARGIN
from road_gui.compare.lanes_view import LanesView
from road_gui.compare.opening import OpenPair
from road_gui.compare.ruler import HEIGHT as RULER_HEIGHT
from road_gui.compare.ruler import paint_ruler
from road_gui.compare.words import pair_text
from road_gui.plots.drawing import painting

_PNG_RATIO = 2.0
"""Pixels of a written picture for each of the screen's, so that it can be printed."""

_TITLE_HEIGHT = 28


def write_measures(
    target: Path,
    pair: OpenPair,
    whole: Comparison,
    stretch: Comparison | None,
    selection: tuple[int, int] | None,
) -> None:
    """Write measures as JSON where the name ends so, else as CSV.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    named = {"whole": whole}
    if stretch is not None:
        named["selection"] = stretch
    if target.suffix.lower() == ".json":
        facts: dict[str, object] = {"original": str(pair.original), "decoded": str(pair.decoded)}
        if selection is not None and stretch is not None:
            facts["selection_samples"] = list(selection)
        text = comparisons_json(named, **facts)
    else:
        text = comparisons_csv(named)
    write_whole(target, text.encode(), "overwrite")


def write_picture(target: Path, view: LanesView, pair: OpenPair) -> None:
    """Write the lanes with title and time axis: SVG where the name ends so, else PNG.

    Raises
    ------
    OutputError
        If the picture cannot be made, or the file not be written.
    """
    size = QSize(view.width(), view.height() + _TITLE_HEIGHT + RULER_HEIGHT)
    is_svg = target.suffix.lower() == ".svg"
    content = _svg(size, view, pair) if is_svg else _png(size, view, pair)
    if not content:
        raise OutputError(f"{target}: the picture cannot be made: too large")
    write_whole(target, content, "overwrite")


def _png(size: QSize, view: LanesView, pair: OpenPair) -> bytes:
    image = QImage(size * _PNG_RATIO, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_PNG_RATIO)
    with painting(image) as painter:
        _paint(painter, size, view, pair, ratio=_PNG_RATIO)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


def _svg(size: QSize, view: LanesView, pair: OpenPair) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(QPointF(), QSizeF(size)))
    generator.setTitle(pair_text(pair.original, pair.decoded))
    generator.setDescription("ROAD Studio")
    with painting(generator) as painter:
        _paint(painter, size, view, pair, is_drawing=True)
    return bytes(buffer.data().data())


def _paint(
    painter: QPainter,
    size: QSize,
    view: LanesView,
    pair: OpenPair,
    *,
    ratio: float = 1.0,
    is_drawing: bool = False,
) -> None:
    shown = view.look()
    look = replace(shown, ratio=ratio, is_drawing=is_drawing)
    lanes = QSizeF(view.size())
    painter.fillRect(QRectF(QPointF(), QSizeF(size)), look.colours.background)
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(look.colours.foreground)
    title = QRectF(GUTTER, 0, lanes.width() - GUTTER - RIGHT_MARGIN, _TITLE_HEIGHT)
    text = QFontMetricsF(font).elidedText(
        pair_text(pair.original, pair.decoded), Qt.TextElideMode.ElideMiddle, title.width()
    )
    painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.save()
    painter.translate(0, _TITLE_HEIGHT)
    view.paint_lanes(painter, lanes, look)
    view.paint_marks(painter, lanes, look)
    painter.restore()
    top = _TITLE_HEIGHT + lanes.height()
    paint_ruler(painter, QRectF(GUTTER, top, title.width(), RULER_HEIGHT), look)
