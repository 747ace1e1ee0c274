"""What a search back end does, and the rule by which all of them choose.

The rule
--------
A range ``r`` of ``n`` samples is compared with every domain ``o`` of its frame,
contracted to ``y[i] = (x[o + 2i] + x[o + 2i + 1]) / 2``, forwards and backwards.
In IEEE double arithmetic, without fused operations, every sum in index order::

    beta  = n * sum(y * y) - Y * Y                  with Y = sum(y), R = sum(r)
    s     = (n * sum(r * y) - R * Y) / beta         clipped to ±0.996
    code  = trunc(s * 255),  s' = code / 255
    b     = R / n - s' * (Y / n)
    error = sum(((y * s' + b) - r) ** 2)

Domains with ``beta == 0`` do not take part.  The smallest error wins; among equal
errors the lowest offset, and at one offset the forward direction.  Back ends may find
candidates in any way, but decide between them by this arithmetic alone: all choose
the same maps, and the same as the original program (`codecs/classic/FORMAT.md`, section 13).
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

ROWS_AT_ONCE = 96
"""Frames that a thread of the CPU should be given in one call: many enough to be worth it, few
enough to notice a cancellation within a fraction of a second."""

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ranges:
    """Ranges of one length to be matched.

    Attributes
    ----------
    frame : ndarray of int64, shape (n,)
        Row of the frame that each lies in, ascending.
    start : ndarray of int64, shape (n,)
        First sample in the frame.
    length : int
        Samples of every one of them.
    """

    frame: Ints
    start: Ints
    length: int

    def __len__(self) -> int:
        return len(self.frame)


@dataclass(frozen=True, slots=True)
class Maps:
    """The best map of each range.

    Attributes
    ----------
    domain : ndarray of int64, shape (n,)
        Offset of the domain in the frame, in samples.
    reversed : ndarray of bool, shape (n,)
        Whether the domain is used back to front.
    scale : ndarray of int64, shape (n,)
        Code of the scale, -253 to 253.
    error : ndarray of float64, shape (n,)
        Sum of squared differences, in squared sample units; infinite (and the
        rest 0) where no map below the limit exists.
    """

    domain: Ints
    reversed: Bools
    scale: Ints
    error: Floats


class Search(Protocol):
    """A back end."""

    @property
    def name(self) -> str:
        """Short name, as on the command line."""

    @property
    def rows_at_once(self) -> int:
        """Frames that it wants in one call; any number gives the same maps."""

    @property
    def notices(self) -> tuple[str, ...]:
        """What a user should know of how the maps were found, one line each."""

    def best_maps(self, frames: Floats, ranges: Ranges, limit: float) -> Maps:
        """Find the best map of every range.

        Parameters
        ----------
        frames : ndarray of float64, shape (n_frames, frame_len)
            In sample units.
        ranges : Ranges
            What to match; ``2 * ranges.length`` is at most ``frame_len``.
        limit : float
            Only maps with an error below this matter; `numpy.inf` for any.

        Returns
        -------
        Maps
            In the order of the ranges.
        """
