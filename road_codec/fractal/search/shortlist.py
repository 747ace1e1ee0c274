"""From proposals to maps: the rule of `base` decides between the domains that are listed.

A domain that is not listed may still be the best: then, and wherever bounds mean nothing, a range
stays open, for a back end that looks at all domains.
"""

import numba
import numpy as np

from road_codec.fractal.search.base import Bools, Floats, Ints, Maps, Ranges
from road_codec.fractal.search.decide import evaluate, measure
from road_codec.fractal.search.directions import Singles
from road_codec.fractal.search.propose import MARGIN, NORM_FLOOR, Proposals

# Twice what `propose` compares with, as either side rounds.
_UNSURE_RANGE = 4.0 * NORM_FLOOR**2
# Frames whose peak is outside are left to the CPU: there squares could leave the range of float32.
_LEAST_PEAK, _GREATEST_PEAK = 2.0**-40, 2.0**40

Choice = tuple[int, bool, int, float]
"""Domain (-1 for none), whether it is used backwards, code, error."""


def decide(
    frames: Floats, ranges: Ranges, proposals: Proposals, limit: float
) -> tuple[Maps, Bools]:
    """Choose the best listed domain of every range.

    Parameters
    ----------
    frames, ranges, limit
        As in `base.Search`.
    proposals : Proposals
        For these ranges, in NumPy arrays.

    Returns
    -------
    Maps
        What was found.
    ndarray of bool, shape (n,)
        Which ranges are open still: of these it means nothing.
    """
    n = len(ranges)
    found = Maps(
        np.zeros(n, np.int64), np.zeros(n, np.bool_), np.zeros(n, np.int64), np.full(n, np.inf)
    )
    still_open = np.zeros(n, np.bool_)
    _decide(
        np.ascontiguousarray(frames, np.float64),
        ranges.frame,
        ranges.start,
        ranges.length,
        proposals.domain,
        proposals.bound,
        proposals.others,
        float(limit),
        found.domain,
        found.reversed,
        found.scale,
        found.error,
        still_open,
    )
    return found, still_open


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _decide(
    frames: Floats,
    rows: Ints,
    starts: Ints,
    length: int,
    listed: Ints,
    bounds: Singles,
    others: Singles,
    limit: float,
    domain: Ints,
    backwards: Bools,
    scale: Ints,
    error: Floats,
    still_open: Bools,
) -> None:
    contracted = np.empty(length)
    row, unsure, suits = -1, 0.0, False
    for each in range(len(rows)):
        if rows[each] != row:
            row = rows[each]
            peak, _ = measure(frames[row])
            unsure = _UNSURE_RANGE * peak * peak * length
            suits = _LEAST_PEAK <= peak <= _GREATEST_PEAK
        block = frames[row][starts[each] : starts[each] + length]
        total, rest = _total_and_rest(block)
        if not suits or rest <= unsure:
            still_open[each] = True
            continue
        choice = _choose(
            frames[row], block, total, rest, limit, listed[each], bounds[each], contracted
        )
        # Written so that what is not a number stays open too.
        still_open[each] = not others[each] < _needed(rest, choice[3])
        if choice[0] >= 0:
            domain[each], backwards[each], scale[each], error[each] = choice


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _choose(
    frame: Floats,
    block: Floats,
    total: float,
    rest: float,
    limit: float,
    listed: Ints,
    bounds: Singles,
    contracted: Floats,
) -> Choice:
    """Decide between the listed domains whose bound reaches what has been gained already."""
    best: Choice = (-1, False, 0, limit)
    for place in range(len(listed)):
        bound, o = bounds[place], listed[place]
        if bound < 0.0 or bound < _needed(rest, best[3]):
            break
        domain_sum, beta = _contract(frame, o, contracted)
        if beta == 0.0:
            continue
        error, backwards, code = evaluate(block, total, contracted, domain_sum, beta)
        if error < best[3] or (error == best[3] and o < best[0]):
            best = (o, backwards, code, error)
    return best


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _needed(rest: float, error: float) -> float:
    """Return the bound from which on a domain might reach an error; relative, as bounds are."""
    return 1.0 - error / rest - MARGIN


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _total_and_rest(block: Floats) -> tuple[float, float]:
    """Return the sum of a range, and its energy without the mean."""
    total, rest = 0.0, 0.0
    for value in block:
        total += value
    mean = total / len(block)
    for value in block:
        rest += (value - mean) * (value - mean)
    return total, rest


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _contract(frame: Floats, offset: int, contracted: Floats) -> tuple[float, float]:
    """Write one contracted domain; return its sum and beta as the rule of `base` demands."""
    total, squares = 0.0, 0.0
    for i in range(len(contracted)):
        value = (frame[offset + 2 * i] + frame[offset + 2 * i + 1]) * 0.5
        contracted[i] = value
        total += value
        squares += value * value
    return total, len(contracted) * squares - total * total
