"""Writes what the page shows to files that are there as a whole or not at all."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from road_codec import Comparison, comparisons_csv, comparisons_json, write_whole
from road_gui.colours import LIGHT_PLOTS
from road_gui.compare.lane import GUTTER, RIGHT_MARGIN, Look
from road_gui.compare.lanes_view import LanesView
from road_gui.compare.opening import OpenPair
from road_gui.compare.ruler import HEIGHT as RULER_HEIGHT
from road_gui.compare.ruler import paint_ruler
from road_gui.compare.words import pair_text
from road_gui.picture_file import PNG_RATIO, save_picture

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
    """Write the lanes with title and time axis on white paper: SVG if the name says so, else PNG.

    Raises
    ------
    OutputError
        If the picture cannot be made, or the file not be written.
    """
    size = QSize(view.width(), view.height() + _TITLE_HEIGHT + RULER_HEIGHT)

    def paint(painter: QPainter, is_drawing: bool) -> None:
        ratio = 1.0 if is_drawing else PNG_RATIO
        look = replace(view.look(), colours=LIGHT_PLOTS, ratio=ratio, is_drawing=is_drawing)
        _paint(painter, size, view, pair, look)

    title = pair_text(pair.original, pair.decoded)
    save_picture(target, size, title, "ROAD Studio", paint)


def _paint(painter: QPainter, size: QSize, view: LanesView, pair: OpenPair, look: Look) -> None:
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
