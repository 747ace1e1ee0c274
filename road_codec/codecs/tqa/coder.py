"""Coefficients to indices and those to sound, and the bits of indices and sigma codes.

A stream is read and written from the highest bit of each byte on (FORMAT.md, section 7).
"""

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.codecs.tqa.design import LONGEST_CODE, SYMBOL_BITS
from road_codec.codecs.tqa.generator import N_VARIANTS
from road_codec.codecs.tqa.plan import Layout
from road_codec.codecs.tqa.rotation import turn, turn_back
from road_codec.codecs.tqa.tables import Tables

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Indices = NDArray[np.uint16]

FAR_FROM_GAUSSIAN = 4.0
"""A row whose error is this many times what it is for Gaussian noise asks for other signs."""

_REACH = 8.0
_UNIT = 2.0**-28


@numba.njit(nogil=True, cache=True)
def quantise_blocks(
    coefficients: Floats,
    layout: Layout,
    bits: Bytes,
    factors: Floats,
    signs: Floats,
    tables: Tables,
    indices: Indices,
    variants: Bytes,
) -> int:
    """Rotate and quantise all blocks; return the size of the indices in bits.

    Parameters
    ----------
    coefficients : ndarray of float64
        After the first stages, the channels end to end; left as they are.
    layout : Layout
        The blocks.
    bits, factors : ndarray, shape (n_blocks, bands)
        Of the rows: their bits, and what brings their coefficients to variance 1.
    signs : ndarray, shape (N_VARIANTS, longest block)
        The signs of every variant.
    tables : Tables
        Levels and codes.
    indices : ndarray of uint16, shape of `coefficients`
        Filled with the index of each; with the sign layer that is its lowest bit.
    variants : ndarray, shape (n_blocks,)
        Filled with the variant of the signs that was chosen, mostly 0.
    """
    turned = np.empty(signs.shape[1])
    tried = np.empty(signs.shape[1], np.uint16)
    total = 0
    for number in range(len(bits)):
        variants[number] = 0
        if not bits[number].any():
            continue
        begin, n = layout.starts[number], layout.lengths[number]
        least, size = np.inf, 0
        for variant in range(N_VARIANTS):
            turned[:n] = coefficients[begin : begin + n]
            turn(turned[:n], signs[variant], bits.shape[1])
            cost, misfit = _quantise_block(
                turned[:n], bits[number], factors[number], tables, tried[:n]
            )
            if misfit < least:
                least, size = misfit, cost
                variants[number] = variant
                indices[begin : begin + n] = tried[:n]
            if misfit <= FAR_FROM_GAUSSIAN:
                break
        total += size
    return total


@numba.njit(nogil=True, cache=True)
def _quantise_block(
    block: Floats, bits: Bytes, factors: Floats, tables: Tables, indices: Indices
) -> tuple[int, float]:
    """Fill in the indices of a block; return their size, and the misfit of its worst row."""
    bands = len(bits)
    size = 0
    misfit = 0.0
    for band in range(bands):
        n_bits = np.int64(bits[band])
        if n_bits == 0:
            continue
        row = block[band::bands]
        row_size, error = _quantise_row(row, n_bits, factors[band], tables, indices[band::bands])
        size += row_size
        misfit = max(misfit, error / (len(row) * tables.distortions[n_bits]))
    return size, misfit


@numba.njit(nogil=True, cache=True)
def _quantise_row(
    row: Floats, n_bits: np.int64, factor: float, tables: Tables, indices: Indices
) -> tuple[int, float]:
    """Fill in the indices of a row; return their size in bits, and the sum of squared errors."""
    signed = tables.signed
    table = n_bits - 1 if signed else n_bits
    at = tables.level_at[table]
    levels = tables.levels[at : at + (1 << table)]
    edges = tables.edges[at : at + (1 << table)]
    cells = tables.cells[tables.cell_at[table] :]
    spread = tables.spreads[table] * _UNIT
    code_lengths = tables.lengths[table]
    n_low = table - SYMBOL_BITS if table > SYMBOL_BITS else 0
    half = (1 << table) >> 1
    fineness = 2.0 ** (table + 1)
    size = 0
    total = 0.0
    for i in range(len(row)):
        z = row[i] * factor
        index = np.int64(0)
        if half:
            magnitude = abs(z)
            index = half - 1 if magnitude >= _REACH else cells[int(magnitude * fineness)]
            while magnitude >= edges[half + index]:
                index += 1
            index = half + index if z >= 0.0 else half - 1 - index
            size += code_lengths[index >> n_low] + n_low
        error = z - levels[index] * _UNIT
        if signed:
            size += 1
            above = error >= 0.0
            error -= spread if above else -spread
            index = 2 * index + (1 if above else 0)
        indices[i] = index
        total += error * error
    return size, total


@numba.njit(nogil=True, cache=True)
def write_rows(
    out: Bytes, at: int, indices: Indices, layout: Layout, bits: Bytes, tables: Tables
) -> int:
    """Write the indices of all rows from bit `at` of `out` on; return the bit behind them.

    What is behind `at` in its byte is 0 before.
    """
    n_blocks, bands = bits.shape
    for block in range(n_blocks):
        begin = layout.starts[block]
        for band in range(bands):
            n_bits = np.int64(bits[block, band])
            if n_bits:
                row = indices[begin + band : begin + layout.lengths[block] : bands]
                at = _write_row(out, at, row, n_bits, tables)
    return at


@numba.njit(nogil=True, cache=True)
def _write_row(out: Bytes, at: int, row: Indices, n_bits: np.int64, tables: Tables) -> int:
    table = n_bits - 1 if tables.signed else n_bits
    # What follows the code of a symbol as it is: lower bits of the index, and the sign.
    n_tail = n_bits - (SYMBOL_BITS if table > SYMBOL_BITS else table)
    codes, lengths = tables.codes[table], tables.lengths[table]
    place, n_waiting = at >> 3, at & 7
    waiting = np.int64(out[place]) >> (8 - n_waiting)
    for value in row:
        index = np.int64(value)
        symbol = index >> n_tail
        length = lengths[symbol] + n_tail
        waiting = (waiting << length) | (codes[symbol] << n_tail) | (index & ((1 << n_tail) - 1))
        n_waiting += length
        while n_waiting >= 8:
            n_waiting -= 8
            out[place] = (waiting >> n_waiting) & 255
            place += 1
        waiting &= (1 << n_waiting) - 1
    out[place] = (waiting << (8 - n_waiting)) & 255
    return 8 * place + n_waiting


@numba.njit(nogil=True, cache=True)
def read_rows(
    data: Bytes,
    at: int,
    layout: Layout,
    bits: Bytes,
    factors: Floats,
    variants: Bytes,
    signs: Floats,
    tables: Tables,
    out: Floats,
) -> int:
    """Read all rows from bit `at` on, and turn the blocks back; return the bit behind them.

    Behind the end of the data there are zeros; the caller finds out by the result.

    Parameters
    ----------
    out : ndarray of float64
        Zeros; filled with the sound, the channels end to end.
    """
    n_blocks, bands = bits.shape
    for number in range(n_blocks):
        if not bits[number].any():
            continue
        begin = layout.starts[number]
        block = out[begin : begin + layout.lengths[number]]
        for band in range(bands):
            n_bits = np.int64(bits[number, band])
            if n_bits:
                at = _read_row(data, at, n_bits, factors[number, band], tables, block[band::bands])
        turn_back(block, signs[variants[number]], bands)
    return at


@numba.njit(nogil=True, cache=True)
def _read_row(
    data: Bytes, at: int, n_bits: np.int64, factor: float, tables: Tables, out: Floats
) -> int:
    table = n_bits - 1 if tables.signed else n_bits
    n_low = table - SYMBOL_BITS if table > SYMBOL_BITS else 0
    spread = tables.spreads[table]
    symbols = tables.lut[table]
    levels = tables.levels[tables.level_at[table] : tables.level_at[table] + (1 << table)]
    place, n_held = at >> 3, -(at & 7)
    held = np.int64(0)
    for i in range(len(out)):
        while n_held < 24:
            held = (held << 8) | (np.int64(data[place]) if place < len(data) else 0)
            place += 1
            n_held += 8
        entry = symbols[(held >> (n_held - LONGEST_CODE)) & ((1 << LONGEST_CODE) - 1)]
        n_held -= (entry & 15) + n_low
        index = ((entry >> 4) << n_low) | ((held >> n_held) & ((1 << n_low) - 1))
        level = levels[index]
        if tables.signed:
            n_held -= 1
            level += spread if (held >> n_held) & 1 else -spread
        held &= (1 << n_held) - 1
        out[i] = level * factor
    return 8 * place - n_held
