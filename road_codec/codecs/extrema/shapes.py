"""The curves between two heights: the trained table, and the formula of the published layout.

A curve says how much of the way from one height to the next is done at every place between
them: 0 at its beginning, 1 at its end.  It is held as whole numbers, `ONE` for 1, at equally
spaced places, and straight between them, so that decoders agree to the last bit.
"""

from functools import cache
from pathlib import Path

import numba
import numpy as np
from numpy.typing import NDArray

Curves = NDArray[np.int32]

N_SHAPES = 255
ONE = 1 << 14
KNOTS = 32
"""Straight pieces of a trained curve."""

PUBLISHED_ONE = 1 << 16
PUBLISHED_KNOTS = 256

_TABLE = Path(__file__).with_name("shapes-1.bin")


@cache
def trained_curves() -> Curves:
    """Return the table, shape (255, KNOTS + 1), in units of 1/`ONE` (FORMAT.md, section 6)."""
    inner = np.frombuffer(_TABLE.read_bytes(), "<i2").reshape(N_SHAPES, KNOTS - 1)
    curves: Curves = np.zeros((N_SHAPES, KNOTS + 1), np.int32)
    curves[:, 1:-1] = inner
    curves[:, -1] = ONE
    curves.flags.writeable = False
    return curves


@cache
def published_curves() -> Curves:
    """Return our curves for the published layout, shape (255, PUBLISHED_KNOTS + 1).

    The original's are lost; FORMAT.md, section 3, has the formula.  In units of
    1/`PUBLISHED_ONE`.
    """
    place = np.arange(PUBLISHED_KNOTS + 1) / PUBLISHED_KNOTS
    exponent = np.repeat(64.0 ** (np.arange(51) / 50) / 8, 5)[:, np.newaxis]
    blend = np.tile(np.arange(5) / 4, 51)[:, np.newaxis]
    power = place**exponent
    smooth = power * power * (3.0 - 2.0 * power)
    curves: Curves = np.rint(PUBLISHED_ONE * ((1.0 - blend) * power + blend * smooth)).astype(
        np.int32
    )
    curves.flags.writeable = False
    return curves


@numba.njit(nogil=True, cache=True, inline="always")
def share_of_way(curve: NDArray[np.int32], place: int, length: int) -> int:
    """Return how much of a curve's way is done at sample `place` of `length`.

    In the units of the curve, rounded down; `place` from 0 to `length`.
    """
    knots = len(curve) - 1
    scaled = place * knots
    knot = scaled // length
    if knot == knots:
        last: int = curve[knots]
        return last
    rest = scaled - knot * length
    way: int = curve[knot] + (curve[knot + 1] - curve[knot]) * rest // length
    return way
