"""Keeps what was worked out of levels for drawing, so that three lanes and many moves share it."""

import math
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import numpy as np

from road_codec import hz_at_place, to_rows
from road_gui.compare.spectra import Floats, Levels

_MOST = 192
# Pieces begin at multiples of so many columns: a view that moves needs few new ones.
_COLUMNS_A_PIECE = 256


class LevelCache:
    """Pieces of levels and their rows; what was not used for long is forgotten."""

    def __init__(self) -> None:
        # Whatever a key names by its id is kept with the value, so that ids stay true.
        self._kept: OrderedDict[tuple[object, ...], tuple[object, Any]] = OrderedDict()

    def pieces(self, levels: Levels, first: float, last: float) -> list[Levels]:
        """Return the pieces that have the columns between two samples, from left to right."""
        if levels.levels_db.shape[1] <= 2 * _COLUMNS_A_PIECE:
            return [levels]
        start, stop = _span(levels, first, last)
        return [self._piece(levels, number, number + 1) for number in range(start, stop)]

    def part(self, levels: Levels, first: float, last: float) -> Levels:
        """Return levels with little more than the columns between two samples."""
        if levels.levels_db.shape[1] <= 2 * _COLUMNS_A_PIECE:
            return levels
        return self._piece(levels, *_span(levels, first, last))

    def _piece(self, levels: Levels, start: int, stop: int) -> Levels:
        def make() -> Levels:
            first, last = start * _COLUMNS_A_PIECE, stop * _COLUMNS_A_PIECE
            return Levels(
                levels.levels_db[:, first:last],
                levels.bin_hz,
                levels.first + first * levels.column_len,
                levels.column_len,
            )

        made: Levels = self._get(("piece", id(levels), start, stop), levels, make)
        return made

    def rows(
        self,
        levels: Levels,
        like: Levels,
        n_rows: int,
        scale: str,
        highest_hz: float,
        shown: tuple[float, float] = (0.0, 1.0),
    ) -> Floats:
        """Return levels at the columns of `like`, brought to the rows of a frequency axis.

        Of the axis a part is `shown`, between two places of 0.0 to 1.0.
        """

        def make() -> Floats:
            edges = hz_at_place(np.linspace(*shown, n_rows + 1), scale, highest_hz)
            return to_rows(levels.on_columns_of(like), levels.bin_hz, edges)

        if levels.has_columns_of(like):
            like = levels  # so that its lane and that of differences share it
        key = ("rows", id(levels), id(like), n_rows, scale, highest_hz, shown)
        made: Floats = self._get(key, (levels, like), make)
        return made

    def _get(self, key: tuple[object, ...], owner: object, make: Callable[[], Any]) -> Any:
        if key not in self._kept:
            self._kept[key] = (owner, make())
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key][1]


def _span(levels: Levels, first: float, last: float) -> tuple[int, int]:
    """Return the numbers of the first piece between two samples and of the one behind the last."""
    step = _COLUMNS_A_PIECE * levels.column_len
    most = -(-levels.levels_db.shape[1] // _COLUMNS_A_PIECE)
    start = min(max(0, math.floor((first - levels.first) / step)), most - 1)
    return start, min(max(start + 1, math.ceil((last - levels.first) / step)), most)
