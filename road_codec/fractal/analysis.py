"""From frames to items: the encoder's core."""

import math
from dataclasses import dataclass

import numpy as np

from road_codec.fractal.bintree import split_silence, statistics
from road_codec.fractal.geometry import Geometry
from road_codec.fractal.items import Bools, Floats, Items, join_sorted
from road_codec.fractal.search.base import Maps, Ranges, Search


@dataclass(frozen=True, slots=True)
class Thresholds:
    """What decides how fine a frame is cut.

    Attributes
    ----------
    silence : float
        Greatest mean squared deviation of a silent block, in squared sample units.
    range_error : float
        A range whose squared error (a sum over the range) is not below this is halved.
    """

    silence: float
    range_error: float


def analyse(frames: Floats, geometry: Geometry, thresholds: Thresholds, search: Search) -> Items:
    """Partition frames and find the best map of every range.

    The tree grows level by level: all open ranges of one length of all frames go to
    the search in one call.  Whether a range is halved depends on that range alone, so
    the items equal those of a depth-first recursion (`codecs/classic/FORMAT.md`, section 13).

    Parameters
    ----------
    frames : ndarray of float64, shape (n_frames, frame_len)
        In sample units.
    geometry : Geometry
        Sizes of the partition.
    thresholds : Thresholds
        When to stop halving.
    search : Search
        The back end.

    Returns
    -------
    Items
        The leaves of all frames, in the order of frame and position.
    """
    parts, frame, start = split_silence(frames, geometry, thresholds.silence)
    for depth in range(geometry.depths, -1, -1):
        length = geometry.range_len(depth)
        open_ranges = Ranges(frame, start, length)
        limit = thresholds.range_error if depth else math.inf
        maps = search.best_maps(frames, open_ranges, limit)
        # At the smallest length even a range without any usable domain is kept: as domain 0
        # with scale 0, which is what a search that found nothing returns.
        keep = np.isfinite(maps.error) if depth else np.ones(len(frame), np.bool_)
        parts.append(_mapped_items(frames, open_ranges, maps, keep))
        frame = np.repeat(frame[~keep], 2)
        start = np.repeat(start[~keep], 2)
        start[1::2] += length // 2
    return join_sorted(parts)


def _mapped_items(frames: Floats, ranges: Ranges, maps: Maps, keep: Bools) -> Items:
    frame, start = ranges.frame[keep], ranges.start[keep]
    mean, _ = statistics(frames, frame, start, ranges.length)
    return Items(
        frame,
        start,
        np.full(len(frame), ranges.length),
        np.ones(len(frame), np.bool_),
        mean,
        maps.domain[keep],
        maps.reversed[keep],
        maps.scale[keep],
    )
