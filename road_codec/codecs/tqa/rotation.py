"""The rotation: Walsh-Hadamard butterflies in natural order, with random signs between them.

A block of ``n`` samples goes through ``log2 n`` stages of butterflies.  The first ``log2 bands`` of
them part neighbouring samples into bands; the signs follow, and the other stages spread every band
over the time of the block (FORMAT.md, section 4).  Nothing is normalised here: a block comes out
``sqrt(n)`` times as large, and the gains make up for it.  Double precision, no fused operations.
"""

import numba
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@numba.njit(nogil=True, cache=True)
def butterflies(x: Floats, first: int, last: int) -> None:
    """Run the stages whose span is `first` (a power of two) to below `last`, in place.

    A stage of span h replaces a = x[i] and b = x[i + h] by a + b and a - b.
    """
    span = first
    while span < last:
        for low in range(0, len(x), 2 * span):
            left = x[low : low + span]
            right = x[low + span : low + 2 * span]
            for i in range(span):
                a = left[i]
                b = right[i]
                left[i] = a + b
                right[i] = a - b
        span *= 2


@numba.njit(nogil=True, cache=True)
def turn(block: Floats, signs: Floats, bands: int) -> None:
    """Rotate the bands of a block, in place; the block has been through the first stages."""
    for i in range(len(block)):
        block[i] *= signs[i]
    butterflies(block, bands, len(block))


@numba.njit(nogil=True, cache=True)
def turn_back(block: Floats, signs: Floats, bands: int) -> None:
    """Undo `turn` and the first stages, but for a factor of the length, in place."""
    butterflies(block, bands, len(block))
    for i in range(len(block)):
        block[i] *= signs[i]
    butterflies(block, 1, bands)
