"""From samples to runs: where the turns are, and which curve leads from one to the next.

A turn counts only when the sound has gone back by more than the threshold (hysteresis), so
a peak is one turn however noisy it is, and a slow drift is followed.  A run whose curve strays
too far is cut where it strays most.  FORMAT.md, section 5.
"""

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.codecs.extrema.shapes import ONE, Curves, share_of_way

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

NO_SHAPE = -1
SHORTEST_CURVE = 3
"""Shorter runs have no curve: their samples are coded directly."""

LONGEST_RUN = 4096
# Places at which curves are compared with a run; those of longer runs are spread evenly.
_MOST_PLACES = 32
_GREATEST_HEIGHT = float(1 << 30)


class Runs(NamedTuple):
    """Runs in order, one entry each, and the height before the first sample.

    Attributes
    ----------
    length : ndarray of int64, at least 1
        Samples of the run.
    end : ndarray of int64
        Height at its end, in steps.
    shape : ndarray of int64
        Curve, 0 to 254; `NO_SHAPE` where the run is short, or level.
    middle : ndarray of int64
        Of runs of two samples what the first lies above the mean of both heights, in steps.
    """

    length: Ints
    end: Ints
    shape: Ints
    middle: Ints


@numba.njit(nogil=True, cache=True)
def turns(values: Floats, threshold: float) -> Ints:
    """Return the places of the turns, ascending; the last sample is one of them.

    Parameters
    ----------
    values : ndarray of float64, at least 1 sample
        One channel.
    threshold : float
        How far the sound must go back for a turn to count, in units of `values`.
    """
    found = np.empty(len(values) + 1, np.int64)
    found[0] = -1
    n_found = 1
    # Of the way since the last turn; before the first one it is not known which is next.
    highest = lowest = direction = 0
    for place in range(1, len(values)):
        value = values[place]
        if value > values[highest]:
            highest = place
        if value < values[lowest]:
            lowest = place
        if direction >= 0 and values[highest] - value > threshold:
            found[n_found] = highest
            n_found += 1
            direction, lowest = -1, place
        elif direction <= 0 and value - values[lowest] > threshold:
            found[n_found] = lowest
            n_found += 1
            direction, highest = 1, place
    if found[n_found - 1] != len(values) - 1:
        found[n_found] = len(values) - 1
        n_found += 1
    return found[1:n_found]


@numba.njit(nogil=True, cache=True)
def find_runs(
    values: Floats,
    threshold: float,
    tolerance: float,
    curves: Curves,
    knots: NDArray[np.float32],
) -> Runs:
    """Cut one channel into runs.

    Parameters
    ----------
    values : ndarray of float64, at least 1 sample
        In steps of the heights.
    threshold : float
        See `turns`.
    tolerance : float
        Mean squared error of a run above which it is cut, in squared steps.
    curves : ndarray of int32, shape (255, knots + 1)
        What runs may look like, in units of 1/`ONE`.
    knots : ndarray of float32, shape (knots + 1, 255)
        The same, to be searched.
    """
    limited = np.clip(values, -_GREATEST_HEIGHT, _GREATEST_HEIGHT)
    n_samples = len(limited)
    heights = np.rint(limited).astype(np.int64)
    length = np.empty(n_samples, np.int64)
    end = np.empty(n_samples, np.int64)
    shape = np.empty(n_samples, np.int64)
    middle = np.zeros(n_samples, np.int64)
    waiting = np.empty(n_samples + 1, np.int64)
    n_runs = 0
    before, height = -1, 0
    for turn in turns(limited, threshold):
        # Ends that wait, the next one on top: a run that is cut puts its cut above its end.
        waiting[0] = turn
        n_waiting = 1
        while n_waiting:
            stop = waiting[n_waiting - 1]
            size = stop - before
            chosen, cut = NO_SHAPE, -1
            if size > LONGEST_RUN:
                cut = before + size // 2
            elif size >= SHORTEST_CURVE:
                run = limited[before + 1 : stop + 1]
                chosen = _best_shape(run, height, heights[stop], knots)
                error, worst = _stray(run, height, heights[stop], chosen, curves)
                if error > tolerance * size:
                    cut = before + 1 + worst
            if cut >= 0:
                waiting[n_waiting] = cut
                n_waiting += 1
                continue
            length[n_runs], end[n_runs], shape[n_runs] = size, heights[stop], chosen
            if size == 2:
                middle[n_runs] = heights[stop - 1] - ((height + heights[stop]) >> 1)
            n_runs += 1
            n_waiting -= 1
            before, height = stop, heights[stop]
    return Runs(length[:n_runs], end[:n_runs], shape[:n_runs], middle[:n_runs])


@numba.njit(nogil=True, cache=True)
def _best_shape(run: Floats, start: int, stop: int, knots: NDArray[np.float32]) -> int:
    """Return the curve with the least squared error, of equals the first."""
    size, way = len(run), stop - start
    if way == 0:
        return NO_SHAPE
    n_knots, n_shapes = len(knots) - 1, knots.shape[1]
    n_places = min(size - 1, _MOST_PLACES)
    errors = np.zeros(n_shapes, np.float32)
    for number in range(n_places):
        place = (number + 1) * size // (n_places + 1)
        wanted = np.float32((run[place - 1] - start) / way * ONE)
        knot = place * n_knots // size
        rest = np.float32((place * n_knots - knot * size) / size)
        before, after = knots[knot], knots[knot + 1]
        for one in range(n_shapes):
            difference = before[one] + (after[one] - before[one]) * rest - wanted
            errors[one] += difference * difference
    return int(np.argmin(errors))


@numba.njit(nogil=True, cache=True)
def _stray(run: Floats, start: int, stop: int, shape: int, curves: Curves) -> tuple[float, int]:
    """Return the squared error of a curve, and where it is largest before the last sample."""
    size = len(run)
    total, greatest, worst = 0.0, -1.0, 0
    for place in range(1, size + 1):
        error = run[place - 1] - height_at(start, stop, shape, place, size, curves) / ONE
        squared = error * error
        total += squared
        if squared > greatest and place < size:
            greatest, worst = squared, place - 1
    return total, worst


@numba.njit(nogil=True, cache=True, inline="always")
def height_at(start: int, stop: int, shape: int, place: int, size: int, curves: Curves) -> int:
    """Return the height of a run at sample `place` of `size`, in units of a step / `ONE`."""
    if shape < 0:
        return start * ONE if place < size else stop * ONE
    return start * ONE + (stop - start) * share_of_way(curves[shape], place, size)


@numba.njit(nogil=True, cache=True)
def heights_of(runs: Runs, n_samples: int, curves: Curves) -> Ints:
    """Return the sound that runs stand for, in units of a step / `ONE`.

    Parameters
    ----------
    runs : Runs
        Of one channel; their lengths add up to `n_samples`.
    n_samples : int
        Length of the channel.
    curves : ndarray of int32, shape (255, knots + 1)
        The table that their shapes are numbers of.
    """
    found = np.empty(n_samples, np.int64)
    position = height = 0
    for number in range(len(runs.length)):
        size, end, shape = runs.length[number], runs.end[number], runs.shape[number]
        if size == 2:
            found[position] = (((height + end) >> 1) + runs.middle[number]) * ONE
            found[position + 1] = end * ONE
        else:
            for place in range(1, size + 1):
                found[position + place - 1] = height_at(height, end, shape, place, size, curves)
        position += size
        height = end
    return found
