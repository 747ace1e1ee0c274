"""Blocks as directions: the few numbers that tell what a domain can gain at most.

A block without its mean is a vector; its *direction* here is that vector, divided by its
length (its *norm*), in five components: the inner products with the vectors 1 to 4 of the
orthonormal DCT-II basis, and the norm of all the rest.

Mirroring a block only flips the odd basis vectors, and a negative scale flips all.  So the
*likeness* of two directions, ``|odd . odd'| + |even . even'| + rest * rest'``, bounds the
cosine between a range and a domain from above for both ways round and both signs at once (by
Cauchy and Schwarz for the rest; blocks of 4 samples have none, and it is the cosine itself).

Directions are kept in tables of float32, shape (7, n), whose rows are named below.
"""

import math

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.fractal.search.base import Floats

Singles = NDArray[np.float32]

ODD, EVEN, ODD2, EVEN2, REST, NORM, INVERSE = range(7)
"""Rows: basis vectors 1 to 4, the rest, the norm in sample units, its inverse or 0."""
N_ROWS = 7
_N_VECTORS = 4

# A block is projected in doubles.  What that rounds, relative to the greatest sample, is
# below this times the square root of the block's length.
_ROUNDING = 2.0**-50
_TILE = 512  # domains that are worked on together, so that their sums stay in the cache


def make_basis(length: int) -> Floats:
    """Return the first halves of the DCT-II vectors 1 to 4, shape (4, length // 2).

    The second halves mirror them, with changed sign for the odd ones.
    """
    place = (np.arange(length // 2) + 0.5) * np.pi / length
    return np.stack([np.cos(place * k) for k in range(1, _N_VECTORS + 1)]) * math.sqrt(2.0 / length)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def describe_domains(
    contracted: Floats, domain_sum: Floats, basis: Floats, peak: float, table: Singles
) -> None:
    """Fill the table of all contracted domains of a frame.

    Parameters
    ----------
    contracted : ndarray, shape (frame_len - 1,)
        Averages of neighbours.
    domain_sum : ndarray, shape (n_domains,)
        Sum of each contracted domain.
    basis : ndarray
        From `make_basis`.
    peak : float
        Greatest absolute sample of the frame.
    table : ndarray of float32, shape (7, n_domains or more)
        To be filled; a domain without energy has the direction 0.
    """
    blur = 8.0 * _ROUNDING * peak * math.sqrt(2.0 * basis.shape[1])
    sums = np.empty((_N_VECTORS + 1, _TILE))
    for first in range(0, len(domain_sum), _TILE):
        last = min(first + _TILE, len(domain_sum))
        _project(contracted[first:], domain_sum[first:last], basis, sums)
        _normalise(sums, blur, basis.shape[1] > 2, table, first, last)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _project(contracted: Floats, domain_sum: Floats, basis: Floats, sums: Floats) -> None:
    """Write the four components and the energy of domains to the rows of `sums`."""
    half = basis.shape[1]
    n = len(domain_sum)
    odd, even, odd2, even2, energy = sums[0], sums[1], sums[2], sums[3], sums[4]
    sums[:] = 0.0
    for i in range(half):
        a, b, c, d = basis[0, i], basis[1, i], basis[2, i], basis[3, i]
        front = contracted[2 * i : 2 * i + n]
        mirror = 2 * (2 * half - 1 - i)
        back = contracted[mirror : mirror + n]
        for o in range(n):
            mean = domain_sum[o] / (2 * half)
            left, right = front[o] - mean, back[o] - mean
            odd[o] += a * (left - right)
            even[o] += b * (left + right)
            odd2[o] += c * (left - right)
            even2[o] += d * (left + right)
            energy[o] += left * left + right * right


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _normalise(
    sums: Floats, blur: float, with_rest: bool, table: Singles, first: int, last: int
) -> None:
    """Turn what `_project` found into directions; `blur` bounds its rounding."""
    odd, even, odd2, even2, energy = sums[0], sums[1], sums[2], sums[3], sums[4]
    rest, norm = table[REST][first:last], table[NORM][first:last]
    inverse = table[INVERSE][first:last]
    for o in range(last - first):
        known = odd[o] * odd[o] + even[o] * even[o] + odd2[o] * odd2[o] + even2[o] * even2[o]
        size = math.sqrt(energy[o])
        factor = 1.0 / size if size > 0.0 else 0.0
        # Rounded up: it has to bound what it stands for.
        left = math.sqrt(max(energy[o] - known, 0.0) + blur * size) * factor
        rest[o] = left if with_rest else 0.0
        norm[o], inverse[o] = size, factor
        energy[o] = factor
    for row in range(_N_VECTORS):
        component, total = table[row][first:last], sums[row]
        for o in range(last - first):
            component[o] = total[o] * energy[o]


@numba.njit(nogil=True, cache=True, error_model="numpy")
def describe_range(block: Floats, basis: Floats, query: Singles) -> tuple[float, float]:
    """Fill the direction of a range, shape (7,); return its sum and its energy without the mean."""
    half = basis.shape[1]
    length = 2 * half
    total = 0.0
    for value in block:
        total += value
    mean = total / length
    odd, even, odd2, even2, energy = 0.0, 0.0, 0.0, 0.0, 0.0
    for i in range(half):
        left, right = block[i] - mean, block[length - 1 - i] - mean
        odd += basis[0, i] * (left - right)
        even += basis[1, i] * (left + right)
        odd2 += basis[2, i] * (left - right)
        even2 += basis[3, i] * (left + right)
        energy += left * left + right * right
    norm = math.sqrt(energy)
    inverse = 1.0 / norm if norm > 0.0 else 0.0
    left_over = max(energy - odd * odd - even * even - odd2 * odd2 - even2 * even2, 0.0)
    query[ODD], query[EVEN] = odd * inverse, even * inverse
    query[ODD2], query[EVEN2] = odd2 * inverse, even2 * inverse
    query[REST] = math.sqrt(left_over) * inverse if half > 2 else 0.0
    query[NORM], query[INVERSE] = norm, inverse
    return total, energy
