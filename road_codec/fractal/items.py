"""The value `Items`: the leaves of the partitions of a superframe."""

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Items:
    """Structure of arrays, one entry a leaf, in the order of frame and position.

    Attributes
    ----------
    frame : ndarray of int64, shape (n,)
        Row of the frame that the item belongs to (channel * frames + frame).
    start, length : ndarray of int64, shape (n,)
        Place in the frame, in original samples.
    mapped : ndarray of bool, shape (n,)
        Whether the item is an affine map of a domain; otherwise a silent block.
    mean : ndarray of float64, shape (n,)
        Average of the range, in units of the file's sample type.
    domain : ndarray of int64, shape (n,)
        First original sample of the domain in the frame; 0 for silent blocks.
    reversed : ndarray of bool, shape (n,)
        Whether the contracted domain is used back to front.
    scale : ndarray of int64, shape (n,)
        Signed scale code; what it is divided by is the format's matter.
    """

    frame: Ints
    start: Ints
    length: Ints
    mapped: Bools
    mean: Floats
    domain: Ints
    reversed: Bools
    scale: Ints

    def __len__(self) -> int:
        return len(self.frame)

    def take(self, which: NDArray[np.int64] | Bools | slice) -> "Items":
        """Return the chosen items, in the order of `which`."""
        return Items(*(getattr(self, field.name)[which] for field in fields(self)))

    def bounds(self, n_frames: int) -> Ints:
        """Return where each frame's items begin, shape (n_frames + 1,)."""
        return np.searchsorted(self.frame, np.arange(n_frames + 1)).astype(np.int64)


def silent_items(frame: Ints, start: Ints, length: Ints, mean: Floats) -> Items:
    """Make items of silent blocks."""
    zero = np.zeros(len(frame), np.int64)
    no = np.zeros(len(frame), np.bool_)
    return Items(frame, start, length, no, mean, zero, no, zero)


def join(parts: list[Items]) -> Items:
    """Put items together, one part behind the other."""
    return Items(
        *(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Items))
    )


def join_sorted(parts: list[Items]) -> Items:
    """Put items together in the order of frame and position.

    Places are compared as one number: frames are shorter than 2**32 samples.
    """
    joined = join(parts)
    # Every part is in order: a merging sort needs little more than one look at each.
    return joined.take(np.argsort(joined.frame << 32 | joined.start, kind="stable"))
