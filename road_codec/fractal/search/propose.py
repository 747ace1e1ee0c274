"""Which domains may fit best: array operations that run on a GPU as well as in NumPy.

For a range of norm ``q``, a domain of norm ``d`` (both without their means), the cosine ``k``
between them (the better way round, whatever its sign) and ``t = 0.996 d / q``, a map gains at most
``s * (2 k - s)`` with ``s = min(k, t)``, relative to the energy of the range.  Here this bound is
computed for all pairs of a batch of frames, and the domains with the greatest ones are listed;
`shortlist` decides between these.

Blocks are taken apart into an even and an odd half, ``(x[i] ± x[-1-i]) / sqrt(2)``: mirroring a
block changes the sign of the odd half alone, so ``k = |even . even'| + |odd . odd'|``, at the price
of one direction.

How exact it is
---------------
Directions are made in float64 and rounded to float32; ``u`` is 2**-24.

- The halves have at most 16 components.  With both factors rounded, ``k`` is off by less than
  ``19 u``, as the products add up to 1 at most.
- The rounding of a mean shifts a block by a constant, to which the other block is orthogonal; what
  else is rounded before is below ``2**-22`` for either block, as long as no norm is below
  `NORM_FLOOR` of the frame.  Where a domain is, all of its frame is left to the CPU.
- The bound goes with at most twice ``k``, and its own operations cost ``4 u``.
- The reference arithmetic (`base`) rounds the error itself, by less than ``2**-20`` of the energy.

Together that is below ``6e-6``, and `MARGIN` is more.  It holds for IEEE float32 products and sums
in any order; for TF32, whose factors have 11 bits, it does not: `gpu` looks for that when it
starts.

Only what NumPy and CuPy have with the same meaning is used, and the large arrays are worked on in
place: time is what reading and writing them takes.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from road_codec.fractal.quantize import SCALE_LIMIT

# An array of NumPy or of CuPy, and the module that it is of.
Array = Any
Module = Any

N_LISTED = 8
"""Domains that are listed for each range."""

MARGIN = 2.0**-17
"""Bound of the rounding of a listed bound, and of the error it stands for; see above."""

NORM_FLOOR = 2.0**-30
"""Of the peak of the frame, times the square root of the length: norms below mean nothing."""

NONE = -1.0
"""The bound where there is no domain; others are not negative."""

# Into so many classes the domains of a frame are sorted to find the best: by their offset
# modulo this number.  Halving a row some times gives the maxima of all classes.
_N_CLASSES = 32


@dataclass(frozen=True, slots=True)
class Proposals:
    """The most promising domains of each range, best first.

    Attributes
    ----------
    domain : ndarray of int32, shape (n_ranges, N_LISTED)
        Offsets in the frame.
    bound : ndarray of float32, shape (n_ranges, N_LISTED)
        What each can gain, relative to the energy of the range, but for `MARGIN`; `NONE` where the
        frame has no more domains.
    others : ndarray of float32, shape (n_ranges,)
        The greatest bound of the domains that are not listed.
    """

    domain: Array
    bound: Array
    others: Array


def bytes_of_frame(frame_len: int, length: int, n_ranges: int) -> int:
    """Return the memory that one frame of a batch takes in `propose`, at most, in bytes."""
    n_columns = _columns(frame_len - 2 * length + 1)
    # First the domains in float64, without mean, and their halves; then the halves in float32,
    # twice, and two float32 for every pair.  Each range has its samples, and what looking for the
    # best domains takes.
    domains = n_columns * length * 24
    pairs = n_columns * (length + n_ranges) * 8
    each_range = 16 * n_columns // _N_CLASSES + 8 * length + 512
    return max(domains, pairs) + n_ranges * each_range


def propose(xp: Module, frames: Array, starts: Array, length: int) -> Proposals:
    """List the most promising domains of some ranges.

    Parameters
    ----------
    xp : module
        NumPy or CuPy, of which the arrays are.
    frames : ndarray of float64, shape (n_frames, frame_len)
        In sample units.
    starts : ndarray of int64, shape (n_frames, n)
        Where the ranges of each frame begin.
    length : int
        Samples of every range: 4, 8, 16 or 32.

    Returns
    -------
    Proposals
        Of ``n_frames * n`` ranges, on the same device.
    """
    n_domains = frames.shape[1] - 2 * length + 1
    floor = NORM_FLOOR * length**0.5 * xp.abs(frames).max(axis=1)[:, np.newaxis]
    even, odd, norm = _directions(xp, _contracted(xp, frames, length), floor)
    doubtful = ((norm > 0.0) & (norm <= floor)).any(axis=1)
    ranges = _directions(xp, _ranges(xp, frames, starts, length), floor)
    # A range below the floor is not decided by bounds: any finite number will do.
    reach = SCALE_LIMIT / xp.maximum(ranges[2], xp.maximum(floor, 2.0**-100))
    bounds = _bounds(xp, (*ranges[:2], reach), (even, odd, norm), _columns(n_domains))
    bounds[:, :, n_domains:] = NONE
    found = _list_best(xp, bounds.reshape(-1, bounds.shape[2]))
    # More than any domain can gain: nothing of such a frame is settled by bounds.
    beyond = xp.repeat(xp.where(doubtful, 2.0, NONE), starts.shape[1]).astype(np.float32)
    return replace(found, others=xp.maximum(found.others, beyond))


def _columns(n_domains: int) -> int:
    """Return the power of two that rows of bounds are filled up to."""
    return max(_N_CLASSES, 1 << (n_domains - 1).bit_length())


def _contracted(xp: Module, frames: Array, length: int) -> Array:
    """Return all contracted domains, shape (n_frames, length, n_domains), as a view."""
    averages = (frames[:, :-1] + frames[:, 1:]) * 0.5
    row, one = averages.strides
    return xp.lib.stride_tricks.as_strided(
        averages,
        (len(frames), length, frames.shape[1] - 2 * length + 1),
        (row, 2 * one, one),
    )


def _ranges(xp: Module, frames: Array, starts: Array, length: int) -> Array:
    """Return the ranges, shape (n_frames, length, n)."""
    rows = xp.arange(len(frames))[:, np.newaxis, np.newaxis]
    return frames[rows, starts[:, np.newaxis, :] + xp.arange(length)[:, np.newaxis]]


def _directions(xp: Module, blocks: Array, floor: Array) -> tuple[Array, Array, Array]:
    """Take blocks apart.

    Parameters
    ----------
    blocks : ndarray of float64, shape (n_frames, length, n)
        Along the second axis.
    floor : ndarray of float64, shape (n_frames, 1)
        Norms up to this give the direction 0.

    Returns
    -------
    even, odd : ndarray of float32, shape (n_frames, length // 2, n)
        The halves, of which the squares add up to 1.
    norm : ndarray of float64, shape (n_frames, n)
        In sample units.
    """
    half = blocks.shape[1] // 2
    level = blocks - blocks.mean(axis=1)[:, np.newaxis]
    norm = xp.sqrt((level * level).sum(axis=1))
    sure = norm > floor
    factor = xp.where(sure, 0.5**0.5 / xp.where(sure, norm, 1.0), 0.0)[:, np.newaxis]
    front, back = level[:, :half] * factor, level[:, : half - 1 : -1] * factor
    return (front + back).astype(np.float32), (front - back).astype(np.float32), norm


def _bounds(
    xp: Module, ranges: tuple[Array, ...], domains: tuple[Array, ...], n_columns: int
) -> Array:
    """Return the bounds of all pairs, shape (n_frames, n_ranges, n_columns).

    Of a range the third is its reach, what the scale allows for each unit of a domain's norm.
    """
    range_even, range_odd, reach = ranges
    even, odd, norm = (_widened(xp, part, n_columns) for part in domains)
    cosine = xp.matmul(range_even.transpose(0, 2, 1), even)
    other = xp.matmul(range_odd.transpose(0, 2, 1), odd)
    xp.abs(cosine, out=cosine)
    xp.abs(other, out=other)
    cosine += other
    xp.multiply(reach.astype(np.float32)[:, :, np.newaxis], norm[:, np.newaxis], out=other)
    xp.minimum(cosine, other, out=other)
    cosine += cosine
    cosine -= other
    cosine *= other
    return cosine


def _widened(xp: Module, part: Array, n_columns: int) -> Array:
    """Fill the last axis up with zeros, as float32."""
    wide = xp.zeros((*part.shape[:-1], n_columns), np.float32)
    wide[..., : part.shape[-1]] = part
    return wide


def _list_best(xp: Module, bounds: Array) -> Proposals:
    """Take the greatest bounds out of each row of `bounds`, which is changed."""
    n, n_columns = bounds.shape
    peaks = bounds
    while peaks.shape[1] > _N_CLASSES:
        half = peaks.shape[1] // 2
        peaks = xp.maximum(peaks[:, :half], peaks[:, half:])
    each, steps = xp.arange(n), xp.arange(0, n_columns, _N_CLASSES)
    flat = bounds.reshape(-1)
    domain, bound = xp.empty((n, N_LISTED), np.int32), xp.empty((n, N_LISTED), np.float32)
    for turn in range(N_LISTED):
        best = peaks.argmax(axis=1)
        places = (each * n_columns + best)[:, np.newaxis] + steps
        members = flat[places]
        which = members.argmax(axis=1)
        domain[:, turn] = which * _N_CLASSES + best
        bound[:, turn] = members[each, which]
        members[each, which] = NONE
        flat[places[each, which]] = NONE
        peaks[each, best] = members.max(axis=1)
    return Proposals(domain, bound, peaks.max(axis=1))
