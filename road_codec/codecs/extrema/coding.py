"""Runs as bytes and back, with the adaptive range coder (FORMAT.md, section 4).

A number is coded as the number of its bits, one decision for each, and then its bits from
the second highest on.  What the decisions of one kind depend on is named by contexts, which
learn anew in every packet.
"""

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.bitstream.range_coder import Bytes, Chances, Registers, get_bit, put_bit
from road_codec.codecs.extrema.runs import LONGEST_RUN, NO_SHAPE, SHORTEST_CURVE, Runs

Ints = NDArray[np.int64]

MOST_BYTES_PER_RUN = 192
"""More than a run takes, however unlikely its bits are: below 128 decisions of 12 bits."""

_SIZE_BITS = 13  # of lengths up to LONGEST_RUN
_HEIGHT_BITS = 32  # of differences of heights
_TREE_BITS = 3  # bits behind the first one whose contexts know all before them
_SHAPE_BITS = 8

# Contexts of one number: its size in bits, the tree behind the first bit, the bits below it.
_TREE = 1 << _TREE_BITS
_LENGTH_KINDS, _HEIGHT_KINDS, _SIZE_KINDS, _SIGN_KINDS = 6, 24, 4, 3
_SHAPE_KINDS = 5

_LENGTHS = 0
_LENGTH_TREES = _LENGTHS + _LENGTH_KINDS * _LENGTH_KINDS * _SIZE_BITS
_HEIGHTS = _LENGTH_TREES + _SIZE_BITS * (_TREE + _SIZE_BITS)
_HEIGHT_TREES = _HEIGHTS + _HEIGHT_KINDS * _SIZE_KINDS * _HEIGHT_BITS
_SIGNS = _HEIGHT_TREES + _HEIGHT_BITS * (_TREE + _HEIGHT_BITS)
_SHAPES = _SIGNS + _SIGN_KINDS * _SIGN_KINDS * _SIZE_KINDS
_MIDDLES = _SHAPES + 2 * _SHAPE_KINDS * (1 << _SHAPE_BITS)
_MIDDLE_TREES = _MIDDLES + _HEIGHT_KINDS * _HEIGHT_BITS
_MIDDLE_SIGNS = _MIDDLE_TREES + _HEIGHT_BITS * (_TREE + _HEIGHT_BITS)
N_CONTEXTS = _MIDDLE_SIGNS + _SIGN_KINDS


@numba.njit(nogil=True, cache=True)
def _n_bits(number: int) -> int:
    """Return the bits of a number that is not negative; 0 has none."""
    count = 0
    while number:
        number >>= 1
        count += 1
    return count


@numba.njit(nogil=True, cache=True)
def _put_number(
    registers: Registers,
    buffer: Bytes,
    chances: Chances,
    sizes: int,
    trees: int,
    most: int,
    number: int,
) -> None:
    """Write a number of at most `most` bits; `sizes` and `trees` are where its contexts begin."""
    n_bits = _n_bits(number)
    for size in range(most):
        put_bit(registers, buffer, chances, sizes + size, 1 if size == n_bits else 0)
        if size == n_bits:
            break
    node = 1
    tree = trees + (n_bits - 1) * (_TREE + most)
    for place in range(n_bits - 2, -1, -1):
        bit = (number >> place) & 1
        if node < _TREE:
            put_bit(registers, buffer, chances, tree + node, bit)
            node = 2 * node + bit
        else:
            put_bit(registers, buffer, chances, tree + _TREE + place, bit)


@numba.njit(nogil=True, cache=True)
def _get_number(
    registers: Registers, buffer: Bytes, chances: Chances, sizes: int, trees: int, most: int
) -> int:
    """Read what `_put_number` wrote."""
    n_bits = 0
    while n_bits < most and not get_bit(registers, buffer, chances, sizes + n_bits):
        n_bits += 1
    if n_bits == 0:
        return 0
    number, node = 1, 1
    tree = trees + (n_bits - 1) * (_TREE + most)
    for place in range(n_bits - 2, -1, -1):
        if node < _TREE:
            bit = get_bit(registers, buffer, chances, tree + node)
            node = 2 * node + bit
        else:
            bit = get_bit(registers, buffer, chances, tree + _TREE + place)
        number = 2 * number + bit
    return number


@numba.njit(nogil=True, cache=True)
def _size_kind(length: int) -> int:
    return min(length, _SIZE_KINDS) - 1


@numba.njit(nogil=True, cache=True)
def _shape_kind(length: int) -> int:
    """Return the kind of a length from `SHORTEST_CURVE` on: 3, 4, to 8, to 16, beyond."""
    if length <= SHORTEST_CURVE + 1:
        return length - SHORTEST_CURVE
    return min(_n_bits(length - 1) - 1, _SHAPE_KINDS - 1)


@numba.njit(nogil=True, cache=True)
def _sign(number: int) -> int:
    return 0 if number == 0 else (1 if number > 0 else 2)


@numba.njit(nogil=True, cache=True)
def put_runs(registers: Registers, buffer: Bytes, chances: Chances, runs: Runs) -> None:
    """Write the runs of a channel; `buffer` must have room for `MOST_BYTES_PER_RUN` of each."""
    height = 0
    kind_1 = kind_2 = 0
    step_1 = step_2 = 0
    for number in range(len(runs.length)):
        length = runs.length[number]
        lengths = _LENGTHS + (kind_1 * _LENGTH_KINDS + kind_2) * _SIZE_BITS
        _put_number(registers, buffer, chances, lengths, _LENGTH_TREES, _SIZE_BITS, length - 1)
        kind_1, kind_2 = min(_n_bits(length - 1), _LENGTH_KINDS - 1), kind_1
        step = runs.end[number] - height
        size = _size_kind(length)
        like = min(_n_bits((abs(step_1) + abs(step_2) + 1) >> 1), _HEIGHT_KINDS - 1)
        heights = _HEIGHTS + (like * _SIZE_KINDS + size) * _HEIGHT_BITS
        _put_number(registers, buffer, chances, heights, _HEIGHT_TREES, _HEIGHT_BITS, abs(step))
        if step:
            signs = (_sign(step_1) * _SIGN_KINDS + _sign(step_2)) * _SIZE_KINDS + size
            put_bit(registers, buffer, chances, _SIGNS + signs, 1 if step < 0 else 0)
        if length == 2:
            _put_middle(registers, buffer, chances, step, runs.middle[number])
        elif length >= SHORTEST_CURVE and step:
            _put_shape(registers, buffer, chances, length, step, runs.shape[number])
        height += step
        step_1, step_2 = step, step_1


@numba.njit(nogil=True, cache=True)
def _put_middle(
    registers: Registers, buffer: Bytes, chances: Chances, step: int, middle: int
) -> None:
    like = min(_n_bits(abs(step)), _HEIGHT_KINDS - 1)
    sizes = _MIDDLES + like * _HEIGHT_BITS
    _put_number(registers, buffer, chances, sizes, _MIDDLE_TREES, _HEIGHT_BITS, abs(middle))
    if middle:
        context = _MIDDLE_SIGNS + _sign(step)
        put_bit(registers, buffer, chances, context, 1 if middle < 0 else 0)


@numba.njit(nogil=True, cache=True)
def _put_shape(
    registers: Registers, buffer: Bytes, chances: Chances, length: int, step: int, shape: int
) -> None:
    kind = 2 * _shape_kind(length) + (1 if step < 0 else 0)
    first = _SHAPES + kind * (1 << _SHAPE_BITS)
    node = 1
    for place in range(_SHAPE_BITS - 1, -1, -1):
        bit = (shape >> place) & 1
        put_bit(registers, buffer, chances, first + node, bit)
        node = 2 * node + bit


@numba.njit(nogil=True, cache=True)
def get_runs(registers: Registers, buffer: Bytes, chances: Chances, n_samples: int) -> Runs:
    """Read the runs of `n_samples` samples; whatever the bytes are, their lengths add up to it.

    A number that goes beyond what an encoder writes is cut: see FORMAT.md, section 4.
    """
    length = np.empty(n_samples, np.int64)
    end = np.empty(n_samples, np.int64)
    shape = np.empty(n_samples, np.int64)
    middle = np.zeros(n_samples, np.int64)
    n_runs = done = height = 0
    kind_1 = kind_2 = 0
    step_1 = step_2 = 0
    while done < n_samples:
        lengths = _LENGTHS + (kind_1 * _LENGTH_KINDS + kind_2) * _SIZE_BITS
        found = 1 + _get_number(registers, buffer, chances, lengths, _LENGTH_TREES, _SIZE_BITS)
        kind_1, kind_2 = min(_n_bits(found - 1), _LENGTH_KINDS - 1), kind_1
        found = min(found, LONGEST_RUN, n_samples - done)
        size = _size_kind(found)
        like = min(_n_bits((abs(step_1) + abs(step_2) + 1) >> 1), _HEIGHT_KINDS - 1)
        heights = _HEIGHTS + (like * _SIZE_KINDS + size) * _HEIGHT_BITS
        step = _get_number(registers, buffer, chances, heights, _HEIGHT_TREES, _HEIGHT_BITS)
        if step:
            signs = (_sign(step_1) * _SIGN_KINDS + _sign(step_2)) * _SIZE_KINDS + size
            if get_bit(registers, buffer, chances, _SIGNS + signs):
                step = -step
        shape[n_runs] = NO_SHAPE
        if found == 2:
            middle[n_runs] = _get_middle(registers, buffer, chances, step)
        elif found >= SHORTEST_CURVE and step:
            shape[n_runs] = _get_shape(registers, buffer, chances, found, step)
        height = min(max(height + step, -(1 << 31)), 1 << 31)
        length[n_runs], end[n_runs] = found, height
        step_1, step_2 = step, step_1
        done += found
        n_runs += 1
    return Runs(length[:n_runs], end[:n_runs], shape[:n_runs], middle[:n_runs])


@numba.njit(nogil=True, cache=True)
def _get_middle(registers: Registers, buffer: Bytes, chances: Chances, step: int) -> int:
    like = min(_n_bits(abs(step)), _HEIGHT_KINDS - 1)
    sizes = _MIDDLES + like * _HEIGHT_BITS
    middle: int = _get_number(registers, buffer, chances, sizes, _MIDDLE_TREES, _HEIGHT_BITS)
    if middle and get_bit(registers, buffer, chances, _MIDDLE_SIGNS + _sign(step)):
        middle = -middle
    return middle


@numba.njit(nogil=True, cache=True)
def _get_shape(
    registers: Registers, buffer: Bytes, chances: Chances, length: int, step: int
) -> int:
    kind = 2 * _shape_kind(length) + (1 if step < 0 else 0)
    first = _SHAPES + kind * (1 << _SHAPE_BITS)
    node = 1
    for _ in range(_SHAPE_BITS):
        node = 2 * node + get_bit(registers, buffer, chances, first + node)
    # 255 shapes have numbers from 0 to 254: the last path of the tree leads to no other.
    return min(node - (1 << _SHAPE_BITS), (1 << _SHAPE_BITS) - 2)
