"""Where the names of curves stand in a plot: near their points, and on nothing else."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

# Distances to a point that are tried one after the other, in pixels of `place_label`.
_DISTANCES = (12, 18, 28, 42, 60, 85, 120, 170)
_DIRECTIONS = ((1, 0), (0, 1), (0, -1), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1))
_DIAGONAL = 0.7
_ON_NAME = 1000
_OUTSIDE = 100000
# How near to a line a name may come at its sides, and above and below.
_AIR = (3.0, 1.0)


@dataclass(frozen=True, slots=True)
class LabelBox:
    """A rectangle, in pixels."""

    x0: float
    y0: float
    x1: float
    y1: float

    def overlaps(self, other: "LabelBox") -> bool:
        """Whether the two have something in common."""
        return (
            self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1
        )

    def holds(self, other: "LabelBox") -> bool:
        """Whether the other lies inside."""
        return (
            self.x0 <= other.x0
            and other.x1 <= self.x1
            and self.y0 <= other.y0
            and other.y1 <= self.y1
        )


def place_label(
    points: Points,
    size: tuple[float, float],
    *,
    taken: Points,
    names: Sequence[LabelBox],
    panel: LabelBox,
) -> tuple[int, LabelBox]:
    """Choose a place for a name beside one of the points of its curve.

    Parameters
    ----------
    points : ndarray, shape (n, 2)
        Points of the curve, at least one; those behind are preferred.
    size : (float, float)
        Width and height of the name.
    taken : ndarray, shape (m, 2)
        What it should not lie on.
    names : sequence of LabelBox
        Names that are there already.
    panel : LabelBox
        What it should not leave.

    Returns
    -------
    int
        Which point.
    LabelBox
        Where the name stands: the nearest place where it lies on nothing; where there is none,
        one where it lies on little, and rather on curves than on names.
    """
    best, fewest = None, 0
    # Side by side in memory: hundreds of places are tried.
    across, up = np.ascontiguousarray(taken.T)
    for index, box in _places(points, size):
        hits = _hits(box, across, up, names, panel)
        if best is None or hits < fewest:
            best, fewest = (index, box), hits
        if not fewest:
            break
    assert best is not None
    return best


def _places(points: Points, size: tuple[float, float]) -> Iterator[tuple[int, LabelBox]]:
    width, height = size
    for distance in _DISTANCES:
        for x, y in _DIRECTIONS:
            reach = distance * (_DIAGONAL if x and y else 1.0)
            across, up = x * (reach + width / 2), y * (reach + height / 2)
            for index in range(len(points))[::-1]:
                left = float(points[index, 0]) + across - width / 2
                low = float(points[index, 1]) + up - height / 2
                yield index, LabelBox(left, low, left + width, low + height)


def _hits(
    box: LabelBox, across: Points, up: Points, names: Sequence[LabelBox], panel: LabelBox
) -> int:
    side, above = _AIR
    inside = (across > box.x0 - side) & (across < box.x1 + side)
    inside &= (up > box.y0 - above) & (up < box.y1 + above)
    on_curves = int(np.count_nonzero(inside))
    on_names = sum(box.overlaps(other) for other in names)
    return on_curves + _ON_NAME * on_names + _OUTSIDE * (not panel.holds(box))


def points_along(line: Points) -> Points:
    """Return points all along a line, about three pixels apart; shape (m, 2)."""
    pieces = [line]
    for start, end in itertools.pairwise(line):
        count = max(2, int(np.hypot(*(end - start)) / 3.0))
        pieces.append(np.linspace(start, end, count))
    return np.concatenate(pieces)
