"""Keeps what was worked out of levels for drawing, so that three lanes and many moves share it."""

import math
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import numpy as np

from road_codec import hz_at_place, to_rows
from road_gui.compare.spectra import Floats, Levels

_MOST = 24
# Parts begin and end at multiples of so many columns: small moves need no other part.
_COLUMNS_A_PART = 256


class LevelCache:
    """Parts of levels and their rows; what was not used for long is forgotten."""

    def __init__(self) -> None:
        # Whatever a key names by its id is kept with the value, so that ids stay true.
        self._kept: OrderedDict[tuple[object, ...], tuple[object, Any]] = OrderedDict()

    def part(self, levels: Levels, first: float, last: float) -> Levels:
        """Return levels with little more than the columns between two samples."""
        n_columns = levels.levels_db.shape[1]
        if n_columns <= 2 * _COLUMNS_A_PART:
            return levels
        step = _COLUMNS_A_PART * levels.column_len
        start = max(0, math.floor((first - levels.first) / step)) * _COLUMNS_A_PART
        stop = max(0, math.ceil((last - levels.first) / step)) * _COLUMNS_A_PART
        start, stop = min(start, n_columns - 1), min(max(stop, start + 1), n_columns)

        def make() -> Levels:
            return Levels(
                levels.levels_db[:, start:stop],
                levels.bin_hz,
                levels.first + start * levels.column_len,
                levels.column_len,
            )

        made: Levels = self._get(("part", id(levels), start, stop), levels, make)
        return made

    def rows(
        self, levels: Levels, like: Levels, n_rows: int, scale: str, highest_hz: float
    ) -> Floats:
        """Return levels at the columns of `like`, brought to the rows of a frequency axis."""

        def make() -> Floats:
            edges = hz_at_place(np.linspace(0.0, 1.0, n_rows + 1), scale, highest_hz)
            return to_rows(levels.on_columns_of(like), levels.bin_hz, edges)

        key = ("rows", id(levels), id(like), n_rows, scale, highest_hz)
        made: Floats = self._get(key, (levels, like), make)
        return made

    def _get(self, key: tuple[object, ...], owner: object, make: Callable[[], Any]) -> Any:
        if key not in self._kept:
            self._kept[key] = (owner, make())
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key][1]
