"""The float32 pass of the CPU back end: an upper bound of what each domain can gain.

What a map gains is what it takes off the energy of the range.  For a range of norm ``q``, a
domain of norm ``d``, their likeness ``k`` (see `directions`) and ``t = 0.996 d / q`` that is,
relative to the energy of the range, at most ``k**2 - max(0, k - t)**2``: the first part is
what the best scale would give, the second what the limit of the scale takes away.

Fused and reordered operations are allowed here, and nowhere else.  Lone inner loops over
contiguous rows are what lets the compiler use wide vectors; two ranges at a time, because
fetching the directions takes longer than computing with them.
"""

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.fractal.quantize import SCALE_LIMIT
from road_codec.fractal.search.directions import (
    EVEN,
    EVEN2,
    INVERSE,
    NORM,
    ODD,
    ODD2,
    REST,
    Singles,
)

CHUNK = 128
"""Domains that share one noted maximum; tables are as wide as a multiple of it."""

MARGIN = 5e-6
"""Bound of the rounding of this pass, relative to the energy of the range.

A likeness is a sum of five products of numbers up to 1 and off by less than 1e-6; the gain
goes with its square.
"""

_FAST = {"nnan", "nsz", "reassoc", "contract", "arcp"}


@numba.njit(nogil=True, cache=True, error_model="numpy")
def bound_pair(
    table: Singles, queries: Singles, with_rest: bool, bounds: Singles, peaks: Singles
) -> None:
    """Bound the gains of all domains for two ranges.

    Parameters
    ----------
    table : ndarray of float32, shape (7, n)
        Directions of the domains.
    queries : ndarray of float32, shape (2, 7)
        Directions of the ranges.
    with_rest : bool
        Whether directions have more than the three components of blocks of 4 samples.
    bounds : ndarray of float32, shape (2, n)
        To be filled, relative to the energy of the range; rounding may leave them a hair
        below 0.
    peaks : ndarray of float32, shape (2, n // CHUNK)
        To be filled: the greatest bound of each chunk of domains, at least 0.
    """
    odd, even, odd2, norm = table[ODD], table[EVEN], table[ODD2], table[NORM]
    if with_rest:
        _bound(odd, even, odd2, table[EVEN2], table[REST], norm, queries, bounds[0], bounds[1])
    else:
        _bound_complete(odd, even, odd2, norm, queries, bounds[0], bounds[1])
    _find_peaks(bounds[0].view(np.int32), peaks[0].view(np.int32))
    _find_peaks(bounds[1].view(np.int32), peaks[1].view(np.int32))


@numba.njit(nogil=True, cache=True, fastmath=_FAST, error_model="numpy")
def _bound(
    odd: Singles,
    even: Singles,
    odd2: Singles,
    even2: Singles,
    rest: Singles,
    norm: Singles,
    queries: Singles,
    first: Singles,
    second: Singles,
) -> None:
    none, limit = np.float32(0.0), np.float32(SCALE_LIMIT)
    p, q = queries[0], queries[1]
    a, b, c, d, e, reach = p[ODD], p[EVEN], p[ODD2], p[EVEN2], p[REST], limit * p[INVERSE]
    s, t, u, v, w, reach2 = q[ODD], q[EVEN], q[ODD2], q[EVEN2], q[REST], limit * q[INVERSE]
    for o in range(len(first)):
        likeness = abs(a * odd[o] + c * odd2[o]) + abs(b * even[o] + d * even2[o]) + e * rest[o]
        short = max(none, likeness - reach * norm[o])
        first[o] = likeness * likeness - short * short
        likeness = abs(s * odd[o] + u * odd2[o]) + abs(t * even[o] + v * even2[o]) + w * rest[o]
        short = max(none, likeness - reach2 * norm[o])
        second[o] = likeness * likeness - short * short


@numba.njit(nogil=True, cache=True, fastmath=_FAST, error_model="numpy")
def _bound_complete(
    odd: Singles,
    even: Singles,
    odd2: Singles,
    norm: Singles,
    queries: Singles,
    first: Singles,
    second: Singles,
) -> None:
    """As `_bound`, for directions that are complete with three components."""
    none, limit = np.float32(0.0), np.float32(SCALE_LIMIT)
    p, q = queries[0], queries[1]
    a, b, c, reach = p[ODD], p[EVEN], p[ODD2], limit * p[INVERSE]
    s, t, u, reach2 = q[ODD], q[EVEN], q[ODD2], limit * q[INVERSE]
    for o in range(len(first)):
        likeness = abs(a * odd[o] + c * odd2[o]) + abs(b * even[o])
        short = max(none, likeness - reach * norm[o])
        first[o] = likeness * likeness - short * short
        likeness = abs(s * odd[o] + u * odd2[o]) + abs(t * even[o])
        short = max(none, likeness - reach2 * norm[o])
        second[o] = likeness * likeness - short * short


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _find_peaks(bounds: NDArray[np.int32], peaks: NDArray[np.int32]) -> None:
    """Note the greatest bound of each chunk.

    Compared as integers, whose order is that of non-negative floats: that vectorises.
    """
    for chunk in range(len(peaks)):
        here = bounds[chunk * CHUNK : (chunk + 1) * CHUNK]
        peak = np.int32(0)
        for o in range(len(here)):
            peak = max(peak, here[o])
        peaks[chunk] = peak


@numba.njit(nogil=True, cache=True, error_model="numpy")
def find_greatest(bounds: Singles, peaks: Singles) -> int:
    """Return the domain with the greatest bound, the first of equal ones.

    The number of domains where rounding has left no bound above 0.
    """
    best = 0
    for chunk in range(len(peaks)):
        if peaks[chunk] > peaks[best]:
            best = chunk
    return next_above(bounds, best, peaks[best], -1)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def next_above(bounds: Singles, chunk: int, needed: float, after: int) -> int:
    """Return the first domain of a chunk behind `after` whose bound reaches `needed`.

    The number of domains if there is none.  Looks at all of the chunk: that takes a few
    wide instructions, where a loop that stops would be guessed wrong most of the time.
    """
    start = chunk * CHUNK
    here = bounds[start : start + CHUNK]
    threshold, behind = np.float32(needed), np.int32(after - start)
    none = np.int32(CHUNK)
    place = none
    for o in range(len(here)):
        reaches = here[o] >= threshold and np.int32(o) > behind
        place = min(place, np.int32(o) if reaches else none)
    return start + int(place) if place < none else len(bounds)
