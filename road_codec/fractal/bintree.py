"""The silence split: which parts of a frame are quiet, and which are to be mapped.

Source: `codecs/classic/FORMAT.md`, section 13.  A block whose mean squared deviation is above the
threshold is halved, from the whole frame down to twice the widest range; what is
still loud there is left to the ranges.
"""

import numba
import numpy as np

from road_codec.fractal.geometry import Geometry
from road_codec.fractal.items import Floats, Ints, Items, silent_items


def split_silence(
    frames: Floats, geometry: Geometry, threshold: float
) -> tuple[list[Items], Ints, Ints]:
    """Find the silent blocks of some frames, level by level.

    Parameters
    ----------
    frames : ndarray of float64, shape (n_frames, frame_len)
        In sample units.
    geometry : Geometry
        Sizes of the partition.
    threshold : float
        Greatest mean squared deviation of silence, in squared sample units.

    Returns
    -------
    silent : list of Items
        One entry a level.
    frame, start : ndarray of int64
        Rows and places of the widest ranges that are not silent, in order.
    """
    frame = np.arange(len(frames))
    start = np.zeros(len(frames), np.int64)
    length = geometry.frame_len
    silent: list[Items] = []
    while length > geometry.widest_range:
        mean, deviation = statistics(frames, frame, start, length)
        quiet = ~(deviation > threshold)
        lengths = np.full(int(quiet.sum()), length)
        silent.append(silent_items(frame[quiet], start[quiet], lengths, mean[quiet]))
        length //= 2
        frame = np.repeat(frame[~quiet], 2)
        start = np.repeat(start[~quiet], 2)
        start[1::2] += length
    return silent, frame, start


def statistics(frames: Floats, frame: Ints, start: Ints, length: int) -> tuple[Floats, Floats]:
    """Return mean and mean squared deviation of blocks, both of shape (n_blocks,)."""
    mean, deviation = np.empty(len(frame)), np.empty(len(frame))
    _statistics(np.ascontiguousarray(frames), frame, start, length, mean, deviation)
    return mean, deviation


@numba.njit(nogil=True, cache=True)
def _statistics(
    frames: Floats, frame: Ints, start: Ints, length: int, mean: Floats, deviation: Floats
) -> None:
    # Sums in index order, as in the original program: a threshold decides on their last bit.
    for each in range(len(frame)):
        block = frames[frame[each], start[each] : start[each] + length]
        total = 0.0
        for value in block:
            total += value
        middle = total / length
        squares = 0.0
        for value in block:
            squares += (value - middle) * (value - middle)
        mean[each] = middle
        deviation[each] = squares / length
