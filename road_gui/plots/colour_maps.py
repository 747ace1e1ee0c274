"""Colours for levels, chosen so that every kind of eyes can tell them apart.

The sequential maps are matplotlib's, which pyqtgraph brings along: their lightness grows
evenly, so that they can be read without colours too.  The diverging map is our own: from
the paper to the blue and the orange of the plots, which all common kinds of colour
blindness keep apart.
"""

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtGui import QColor, qRgb

from road_gui.colours import PlotColours

Bytes = NDArray[np.uint8]

SEQUENTIAL = ("cividis", "viridis", "inferno")
N_COLOURS = 256


def sequential(name: str) -> list[int]:
    """Return 256 colours from dark to light, as QImage's table takes them."""
    table = pg.colormap.get(name).getLookupTable(0.0, 1.0, N_COLOURS)
    return [qRgb(*(int(part) for part in row[:3])) for row in table]


def diverging(colours: PlotColours) -> list[int]:
    """Return 256 colours: blue for less, paper in the middle, orange for more."""
    middle = (N_COLOURS - 1) / 2
    table = []
    for index in range(N_COLOURS):
        share = (index - middle) / middle
        end = colours.wave_seed if share > 0 else colours.wave
        table.append(_mixed(colours.background, end, abs(share)))
    return table


def to_indices(levels: NDArray[np.floating], low: float, high: float) -> Bytes:
    """Return the colours' numbers of levels, `low` the first and `high` the last."""
    scaled = (levels - low) * ((N_COLOURS - 1) / (high - low))
    indices: Bytes = np.clip(np.nan_to_num(scaled, neginf=0.0), 0, N_COLOURS - 1).astype(np.uint8)
    return indices


def _mixed(one: QColor, other: QColor, share: float) -> int:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return qRgb(*(round(first + (second - first) * share) for first, second in pairs))
