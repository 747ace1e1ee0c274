"""With what each block of the tree is filled: by its scale, its length, or what it loses."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from road_gui.colours import PlotColours
from road_gui.fractal.look import Floats, Look
from road_gui.plots.colour_maps import sequential, to_indices
from road_gui.theme import Theme

Colours = NDArray[np.uint32]

BY_SCALE, BY_LENGTH, BY_ERROR = "scale", "length", "error"

QUIETEST_DB, LOUDEST_DB = -90.0, -30.0
"""Errors between which colours differ: nearly all ranges of real sounds have such ones, and
the same colour means the same in every file and after every pass."""

_SHADES = 64
_SILENCE = 1e-10


def fills_of(look: Look, passes: int, name: str, theme: Theme) -> Colours:
    """Return the colour of each range, as QImage takes it."""
    if name == BY_ERROR and look.losses is not None:
        return error_fills(look.losses.range_errors[passes], theme)
    colours, table = theme.plot_colours, look.ranges
    if name == BY_LENGTH:
        shortest = int(table.length.min())
        n_halvings = np.log2(look.coded.frame_len / shortest)
        depth = np.log2(table.length / shortest) / max(1.0, n_halvings)
        share, ends = 0.15 + 0.85 * depth, (colours.wave, colours.wave)
    else:
        share = np.clip(table.scale, -1.0, 1.0)
        ends = (colours.series[1], colours.wave)
    base = base_of(colours)
    steps = np.round(np.abs(share) * (_SHADES - 1)).astype(np.int64)
    tables = [
        np.array(
            [mixed(base, end, step / (_SHADES - 1)).rgba() for step in range(_SHADES)], np.uint32
        )
        for end in ends
    ]
    fills = np.where(share < 0, tables[0][steps], tables[1][steps])
    return np.where(table.mapped, fills, np.uint32(base.rgba())).astype(np.uint32)


def error_fills(errors: Floats, theme: Theme) -> Colours:
    """Return the colours of root mean squares."""
    levels = 20 * np.log10(np.maximum(errors, _SILENCE))
    table = np.array(error_colours(theme), np.uint32)
    return table[to_indices(levels, QUIETEST_DB, LOUDEST_DB)]


def error_colours(theme: Theme) -> tuple[int, ...]:
    """Return 256 colours, the quietest error first: the greater, the farther from the paper."""
    made = sequential("viridis")
    return made if theme.is_dark else made[::-1]


def base_of(colours: PlotColours) -> QColor:
    """Return the colour of a block that nothing is to be said of."""
    return mixed(colours.background, colours.grid, 0.9)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour on the way from one to the other."""
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(first + (second - first) * share) for first, second in pairs))
