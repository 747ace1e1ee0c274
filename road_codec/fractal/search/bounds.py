"""The fast passes of the CPU back end: what each domain can gain at most, and about.

What a map gains is what it takes off the energy of the range.  For a range of norm ``q``, a
domain of norm ``d``, their likeness ``k`` (see `directions`) and ``t = 0.996 d / q`` that is,
relative to the energy of the range, at most ``k**2 - max(0, k - t)**2``: the first part is
what the best scale would give, the second what the limit of the scale takes away.

Of a chunk of domains where one bound is high enough, the gains themselves are computed next.

Fused and reordered operations are allowed here, and nowhere else.  Lone inner loops over
contiguous rows are what lets the compiler use wide vectors; two ranges at a time, because
fetching the directions takes longer than computing with them.
"""

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.fractal.items import Floats
from road_codec.fractal.quantize import SCALE_LIMIT, SCALE_STEPS
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
"""Bound of the rounding of these passes, relative to the energy of the range.

A likeness is a sum of five products of numbers up to 1 and off by less than 1e-6; the gain
goes with its square.
"""

# A code whose exact value lies this near below the next one counts as the next one.
_CODE_SLACK = 0.01
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


@numba.njit(nogil=True, cache=True, error_model="numpy")
def level_out(block: Floats, total: float, level: Floats) -> None:
    """Write a range without its mean to `level`, shape (2, length): forwards and backwards."""
    length = len(block)
    mean = total / length
    for i in range(length):
        level[0, i] = block[i] - mean
        level[1, length - 1 - i] = block[i] - mean


@numba.njit(nogil=True, cache=True, fastmath=_FAST, error_model="numpy")
def refine(
    contracted: Floats,
    domain_sum: Floats,
    table: Singles,
    chunk: int,
    level: Floats,
    rest: float,
    by_code: bool,
    sums: Floats,
    bounds: Singles,
) -> None:
    """Put the gains of a chunk's domains, but for rounding, in the place of their bounds.

    Parameters
    ----------
    contracted : ndarray, shape (frame_len - 1,)
        Averages of neighbours in the frame.
    domain_sum : ndarray, shape (n_domains,)
        Sum of each contracted domain.
    table : ndarray of float32
        Directions of the domains, of which the norms are used.
    chunk : int
        Which domains.
    level : ndarray, shape (2, length)
        The range, from `level_out`; `rest` is its energy.
    by_code : bool
        Whether to count only scales that have a code; otherwise any within the limit.
    sums : ndarray, shape (2, CHUNK)
        Scratch space.
    bounds : ndarray of float32
        Of all domains.
    """
    start = chunk * CHUNK
    n = min(CHUNK, len(domain_sum) - start)
    _correlate(contracted[start:], level, n, sums)
    left = 0.0
    for i in range(level.shape[1]):
        left += level[0, i]
    left /= level.shape[1]
    forward, backward, total = sums[0], sums[1], domain_sum[start : start + n]
    norm, inverse = table[NORM][start : start + n], table[INVERSE][start : start + n]
    here = bounds[start : start + n]
    for o in range(n):
        # What rounding has left of the range's mean counts where a domain lies far from 0.
        excess = left * total[o]
        product = max(abs(forward[o] - excess), abs(backward[o] - excess))
        energy, factor = float(norm[o]), float(inverse[o])
        scale = min(SCALE_LIMIT, product * factor * factor)
        if by_code:
            scale = np.floor(scale * SCALE_STEPS + _CODE_SLACK) * (1.0 / SCALE_STEPS)
        here[o] = scale * (product + product - scale * energy * energy) / rest


@numba.njit(nogil=True, cache=True, fastmath=_FAST, error_model="numpy")
def _correlate(contracted: Floats, level: Floats, n: int, sums: Floats) -> None:
    """Write the inner products of a range, both ways round, with `n` domains in a row."""
    forward, backward = sums[0], sums[1]
    sums[:] = 0.0
    # Four samples at a time: the sums are fetched and put back less often.
    for i in range(0, level.shape[1], 4):
        a, b, c, d = level[0, i], level[0, i + 1], level[0, i + 2], level[0, i + 3]
        s, t, u, v = level[1, i], level[1, i + 1], level[1, i + 2], level[1, i + 3]
        place = 2 * i
        w, x = contracted[place : place + n], contracted[place + 2 : place + 2 + n]
        y, z = contracted[place + 4 : place + 4 + n], contracted[place + 6 : place + 6 + n]
        for o in range(n):
            forward[o] += a * w[o] + b * x[o] + c * y[o] + d * z[o]
            backward[o] += s * w[o] + t * x[o] + u * y[o] + v * z[o]
