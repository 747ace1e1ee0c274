"""From items to frames: iterating the maps until the sound stands.

Source: `codecs/classic/FORMAT.md`, section 14.  All arithmetic is double precision with sums in
index order, so that every machine gives the same samples.
"""

from fractions import Fraction

import numba
import numpy as np

from road_codec.errors import ParameterError
from road_codec.fractal.items import Bools, Floats, Ints, Items


def synthesise(
    items: Items, n_frames: int, frame_len: int, zoom: Fraction, scale_steps: float, order: Ints
) -> Floats:
    """Decode frames at `zoom` times their original length.

    Parameters
    ----------
    items : Items
        Leaves that cover the frames 0 to ``n_frames - 1``; checked by the reader:
        every domain of twice the length lies within the frame.
    n_frames : int
        Number of frames.
    frame_len : int
        Original samples of a frame.
    zoom : Fraction
        Output samples per original sample; every length times `zoom` is whole.
    scale_steps : float
        What scale codes are divided by.
    order : ndarray of int64, shape (passes, len(items))
        For each pass the items in the order in which to apply them, frame by frame.

    Returns
    -------
    ndarray of float64, shape (n_frames, frame_len * zoom)
        In the units of the means.
    """
    length = items.length * zoom.numerator // zoom.denominator
    start = items.start * zoom.numerator // zoom.denominator
    # Truncation of the scaled offset, which is never negative.
    domain = items.domain * zoom.numerator // zoom.denominator
    out_len = frame_len * zoom.numerator // zoom.denominator
    if np.any(domain[items.mapped] + 2 * length[items.mapped] > out_len):
        raise ParameterError(f"a domain does not fit into a frame of {frame_len} samples")
    frames = np.empty((n_frames, out_len))
    _fill(frames, items.frame, start, length, items.mean)
    _iterate(
        frames,
        items.frame,
        start,
        length,
        items.mapped,
        items.mean,
        domain,
        items.reversed,
        items.scale / scale_steps,
        order,
    )
    return frames


@numba.njit(nogil=True, cache=True)
def _fill(frames: Floats, frame: Ints, start: Ints, length: Ints, mean: Floats) -> None:
    for item in range(len(frame)):
        frames[frame[item], start[item] : start[item] + length[item]] = mean[item]


@numba.njit(nogil=True, cache=True)
def _iterate(
    frames: Floats,
    frame: Ints,
    start: Ints,
    length: Ints,
    mapped: Bools,
    mean: Floats,
    domain: Ints,
    backwards: Bools,
    scale: Floats,
    order: Ints,
) -> None:
    """Apply every map in the same buffer: later maps already see what earlier ones wrote."""
    buffer = np.empty(frames.shape[1])
    for turn in range(order.shape[0]):
        for item in order[turn]:
            if not mapped[item]:
                continue
            n = length[item]
            row = frames[frame[item]]
            source = row[domain[item] : domain[item] + 2 * n]
            total = 0.0
            for i in range(n):
                value = (source[2 * i] + source[2 * i + 1]) * 0.5
                buffer[i] = value
                total += value
            middle = total / n
            target = row[start[item] : start[item] + n]
            factor, offset = scale[item], mean[item]
            if backwards[item]:
                for i in range(n):
                    target[i] = (buffer[n - 1 - i] - middle) * factor + offset
            else:
                for i in range(n):
                    target[i] = (buffer[i] - middle) * factor + offset
