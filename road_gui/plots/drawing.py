"""How waves are drawn: areas between extremes, lines through samples, stems under them."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPaintDevice, QPainter, QPen, QPolygonF

Floats = NDArray[np.float64]

PIXELS_A_DOT = 8.0
"""Distance of samples from which on each has a dot."""

_LINE_WIDTH = 1.4
# Qt's time for a polygon grows with the square of its corners: measured 22 ms for 1100
# columns in one piece, 3 ms in pieces of 30.
_COLUMNS_AT_ONCE = 32


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """Paint on something, and end it whatever happens: Qt crashes over a painter left open."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


def paint_area(painter: QPainter, x: Floats, low: Floats, high: Floats, colour: QColor) -> None:
    """Fill what lies between the extremes; silence is a line of one pixel."""
    thin = np.maximum(0.0, 1.0 - (low - high)) / 2
    low, high = low + thin, high - thin
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for first in range(0, len(x), _COLUMNS_AT_ONCE):
        # Two columns are painted twice: edges that only touch would leave a pale seam.
        part = slice(first, first + _COLUMNS_AT_ONCE + 2)
        sides = np.concatenate([x[part], x[part][::-1]])
        painter.drawPolygon(polygon(sides, np.concatenate([high[part], low[part][::-1]])))


def paint_line(painter: QPainter, x: Floats, y: Floats, colour: QColor) -> None:
    """Draw through the samples, with a dot each where there is room."""
    pen = QPen(colour, _LINE_WIDTH)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = polygon(x, y)
    painter.drawPolyline(points)
    if len(x) > 1 and x[1] - x[0] >= PIXELS_A_DOT:
        pen.setWidthF(5.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPoints(points)


def polygon(x: Floats, y: Floats) -> QPolygonF:
    """Return points as Qt's polygon, without a loop over them."""
    made: QPolygonF = pg.functions.arrayToQPolygonF(x, y)
    return made


@lru_cache(maxsize=16)
def _shades(rgba: int) -> NDArray[np.uint32]:
    """Return a colour in 256 degrees of transparency, multiplied by them, as Qt paints fastest."""
    colour = QColor.fromRgba(rgba)
    alphas = np.arange(256, dtype=np.uint32) * colour.alpha() // 255
    shades = alphas << 24
    for part, shift in ((colour.red(), 16), (colour.green(), 8), (colour.blue(), 0)):
        shades |= (alphas * part + 127) // 255 << shift
    return shades.astype(np.uint32)


def paint_stems(painter: QPainter, x: Floats, y: Floats, foot: float, colour: QColor) -> None:
    """Draw a line from each sample to where silence is."""
    painter.setPen(QPen(colour, 1.0))
    painter.drawLines(
        [QLineF(at, foot, at, to) for at, to in zip(x.tolist(), y.tolist(), strict=True)]
    )


def paint_columns(
    painter: QPainter, rect: QRectF, top: Floats, bottom: Floats, colour: QColor
) -> None:
    """Fill what lies between two heights in every column of a rectangle, without polygons.

    An area of many narrow columns is painted so ten times as fast: only for screens, for it is
    a picture of pixels.  Edges are as smooth as Qt's.

    Parameters
    ----------
    painter : QPainter
        Where to.
    rect : QRectF
        The place.
    top, bottom : ndarray, shape (columns,)
        Heights in pixels of the painter's, from the top of the rectangle down; a column is as
        wide as the rectangle divided by their number.  NaN leaves a gap.
    colour : QColor
        With what.
    """
    n_columns = len(top)
    ratio = n_columns / rect.width()
    n_rows = round(rect.height() * ratio)
    if n_rows < 1:
        return
    # Silence is a line of one pixel.
    thin = np.maximum(0.0, 1.0 - (bottom - top) * ratio) / 2
    first = np.nan_to_num(top * ratio - thin, nan=np.inf).astype(np.float32)
    last = np.nan_to_num(bottom * ratio + thin).astype(np.float32)
    rows = np.arange(n_rows, dtype=np.float32)[:, np.newaxis]
    covered = np.minimum(rows + 1, last) - np.maximum(rows, first)
    np.clip(covered, 0.0, 1.0, out=covered)
    covered *= 255.0
    covered += 0.5
    pixels = _shades(colour.rgba())[covered.astype(np.uint8)]
    form = QImage.Format.Format_ARGB32_Premultiplied
    painter.drawImage(rect, QImage(pixels.data, n_columns, n_rows, 4 * n_columns, form))


def paint_trace(
    painter: QPainter, rect: QRectF, x: Floats, y: Floats, n_columns: int, colour: QColor
) -> None:
    """Draw a line through points as a picture of pixels: only for screens.

    Where points lie closely, Qt takes ten times as long for the same.

    Parameters
    ----------
    painter : QPainter
        Where to.
    rect : QRectF
        The place.
    x, y : ndarray, shape (points,)
        In pixels of the painter's, x ascending; NaN in y interrupts the line.
    n_columns : int
        Pixels of the screen that the rectangle is wide.
    colour : QColor
        With what.
    """
    ratio = n_columns / rect.width()
    edges = rect.left() + np.arange(n_columns + 1.0) / ratio
    on_edges = np.interp(edges, x, y, left=np.nan, right=np.nan)
    top = np.fmin(on_edges[:-1], on_edges[1:])
    bottom = np.fmax(on_edges[:-1], on_edges[1:])
    columns = np.floor((x - rect.left()) * ratio).astype(np.int64)
    is_inside = (columns >= 0) & (columns < n_columns)
    columns, inside = columns[is_inside], y[is_inside]
    np.fmin.at(top, columns, inside)
    np.fmax.at(bottom, columns, inside)
    half = _LINE_WIDTH / 2
    paint_columns(painter, rect, top - half - rect.top(), bottom + half - rect.top(), colour)
