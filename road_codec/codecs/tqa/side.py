"""What stands before the indices of a packet: how blocks are cut, which are silent, sigma codes.

Written and read from the highest bit of each byte on (FORMAT.md, section 7).
"""

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.codecs.tqa.plan import ESCAPE, ESCAPE_BITS, GREATEST_CODE, Layout, zigzag

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]

FINE, ENDED, IMPOSSIBLE = 0, 1, 2
"""What reading comes to."""


@numba.njit(nogil=True, cache=True)
def put(out: Bytes, at: int, value: int, n_bits: int) -> int:
    """Write the lowest `n_bits` of a value, over zeros, at bit `at`; return the bit behind."""
    place = at >> 3
    room = 8 - (at & 7)
    left = n_bits
    while left > room:
        left -= room
        out[place] |= (value >> left) & ((1 << room) - 1)
        place += 1
        room = 8
    out[place] |= (value & ((1 << left) - 1)) << (room - left)
    return at + n_bits


@numba.njit(nogil=True, cache=True)
def peek(data: Bytes, at: int, n_bits: int) -> int:
    """Return the `n_bits` (at most 24) from bit `at` on; behind the end of the data are zeros."""
    place = at >> 3
    value = np.int64(0)
    for i in range(place, place + 4):
        value = (value << 8) | (np.int64(data[i]) if i < len(data) else 0)
    return int(value >> (32 - (at & 7) - n_bits)) & ((1 << n_bits) - 1)


@numba.njit(nogil=True, cache=True)
def write_side(
    out: Bytes,
    layout: Layout,
    halvings: Ints,
    codes: Ints,
    bits: Bytes,
    variants: Bytes,
    base: int,
    rice: int,
) -> int:
    """Write halvings, silence, variants and sigma codes of all blocks; return the bit behind.

    Parameters
    ----------
    out : ndarray of uint8
        Zeros, long enough.
    layout, halvings : Layout, ndarray
        The blocks, and how often each uncut one is halved, flat.
    codes, bits : ndarray, shape (n_blocks, bands)
        Of the rows.
    variants : ndarray, shape (n_blocks,)
        Of the signs.
    base, rice : int
        Code from which the stored ones count; parameter of their code.
    """
    n_blocks, bands = codes.shape
    block_len = layout.starts[n_blocks - 1] + layout.lengths[n_blocks - 1]
    block_len //= len(halvings)
    before = np.zeros(bands, np.int64)
    at = 0
    for block in range(n_blocks):
        if layout.first[block]:
            before[:] = 0
        if layout.starts[block] % block_len == 0:
            at = put(out, at, halvings[layout.starts[block] // block_len], 2)
        if not bits[block].any():
            before[:] = 0
            at = put(out, at, 0, 1)
            continue
        at = put(out, at, 1, 1)
        at = put(out, at, 4 | variants[block], 3) if variants[block] else put(out, at, 0, 1)
        for band in range(bands):
            stored = codes[block, band] - base if bits[block, band] else 0
            at = _put_rice(out, at, zigzag(stored - before[band]), rice)
            before[band] = stored
    return at


@numba.njit(nogil=True, cache=True)
def _put_rice(out: Bytes, at: int, number: int, rice: int) -> int:
    prefix = number >> rice
    if prefix >= ESCAPE:
        at = put(out, at, (1 << ESCAPE) - 1, ESCAPE)
        return put(out, at, number, ESCAPE_BITS)
    at = put(out, at, (2 << prefix) - 2, prefix + 1)
    return put(out, at, number, rice)


@numba.njit(nogil=True, cache=True)
def read_side(
    data: Bytes,
    most_halvings: int,
    base: int,
    rice: int,
    halvings: Ints,
    codes: Ints,
    variants: Bytes,
) -> tuple[int, int, int]:
    """Read what `write_side` wrote; return how that went, the bit behind it and the blocks.

    Parameters
    ----------
    data : ndarray of uint8
        The payload behind its head.
    most_halvings : int
        How often a block may be halved.
    halvings : ndarray, shape (channels, n_long)
        Filled in.
    codes, variants : ndarray, shape (n_most, bands) and (n_most,)
        Zeros, filled in; `n_most` is the number of blocks if all are as short as can be.
        Rows without bits have the code 0.
    """
    before = np.zeros(codes.shape[1], np.int64)
    at = 0
    block = 0
    for channel in range(halvings.shape[0]):
        before[:] = 0
        for long in range(halvings.shape[1]):
            times = peek(data, at, 2)
            at += 2
            if times > most_halvings:
                return IMPOSSIBLE, at, block
            halvings[channel, long] = times
            for _ in range(1 << times):
                at = _read_block(data, at, base, rice, before, codes[block], variants[block:])
                if at < 0:
                    return IMPOSSIBLE, at, block
                block += 1
            if at > 8 * len(data):
                return ENDED, at, block
    return FINE, at, block


@numba.njit(nogil=True, cache=True)
def _read_block(
    data: Bytes, at: int, base: int, rice: int, before: Ints, codes: Ints, variant: Bytes
) -> int:
    """Read variant and codes of a block; return the bit behind, -1 if there is no such code."""
    if peek(data, at, 1) == 0:
        before[:] = 0
        return at + 1
    if peek(data, at + 1, 1):
        variant[0] = peek(data, at + 2, 2)
        at += 2
    at += 2
    for band in range(len(codes)):
        number, at = _read_rice(data, at, rice)
        stored = before[band] + ((number >> 1) ^ -(number & 1))
        if stored < 0 or (stored and stored + base > GREATEST_CODE):
            return -1
        before[band] = stored
        if stored:
            codes[band] = stored + base
    return at


@numba.njit(nogil=True, cache=True)
def _read_rice(data: Bytes, at: int, rice: int) -> tuple[int, int]:
    prefix = 0
    while prefix < ESCAPE and peek(data, at + prefix, 1):
        prefix += 1
    if prefix == ESCAPE:
        return peek(data, at + ESCAPE, ESCAPE_BITS), at + ESCAPE + ESCAPE_BITS
    rest = peek(data, at + prefix + 1, rice) if rice else 0
    return (prefix << rice) | rest, at + prefix + 1 + rice
