"""Colours for levels, chosen so that every kind of eyes can tell them apart.

The sequential maps are matplotlib's, which pyqtgraph brings along: their lightness grows
evenly, so that they can be read without colours too.  The diverging map is our own: from
the paper to the blue and the orange of the plots, which all common kinds of colour
blindness keep apart.
"""

from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, qRgb

from road_gui.colours import PlotColours

Bytes = NDArray[np.uint8]

SEQUENTIAL = ("cividis", "viridis", "inferno")
N_COLOURS = 256


@lru_cache(maxsize=len(SEQUENTIAL))
def sequential(name: str) -> tuple[int, ...]:
    """Return 256 colours from dark to light, as QImage's table takes them."""
    table = pg.colormap.get(name).getLookupTable(0.0, 1.0, N_COLOURS)
    return tuple(qRgb(*(int(part) for part in row[:3])) for row in table)


def diverging(colours: PlotColours) -> tuple[int, ...]:
    """Return 256 colours: blue for less, paper in the middle, orange for more."""
    three = (colours.wave, colours.background, colours.wave_seed)
    return _between(*(colour.rgb() for colour in three))


@lru_cache(maxsize=8)
def _between(first: int, paper: int, last: int) -> tuple[int, ...]:
    middle = (N_COLOURS - 1) / 2
    shares = [(index - middle) / middle for index in range(N_COLOURS)]
    return tuple(_mixed(paper, last if share > 0 else first, abs(share)) for share in shares)


def to_indices(levels: NDArray[np.floating], low: float, high: float) -> Bytes:
    """Return the colours' numbers of levels, `low` the first and `high` the last."""
    scaled = levels - levels.dtype.type(low)
    scaled *= levels.dtype.type((N_COLOURS - 1) / (high - low))
    np.nan_to_num(scaled, copy=False, neginf=0.0)
    indices: Bytes = np.clip(scaled, 0, N_COLOURS - 1, out=scaled).astype(np.uint8)
    return indices


def coloured(indices: Bytes, table: tuple[int, ...]) -> QImage:
    """Return a picture of colours' numbers, shape (rows, columns), the first row on top.

    It has four bytes a pixel, as screens have: painting one of numbers and a table would
    look up every pixel again each time.
    """
    pixels = _as_array(table)[indices]
    height, width = pixels.shape
    # Of the pixels QImage holds no more than their place: the copy owns its own.
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


@lru_cache(maxsize=16)
def _as_array(table: tuple[int, ...]) -> NDArray[np.uint32]:
    return np.array(table, np.uint32)


def _mixed(one: int, other: int, share: float) -> int:
    first, second = QColor(one), QColor(other)
    pairs = (
        (first.red(), second.red()),
        (first.green(), second.green()),
        (first.blue(), second.blue()),
    )
    return qRgb(*(round(here + (there - here) * share) for here, there in pairs))
