"""Which blocks a packet is cut into, how loud their rows are, and how many bits each row has.

A row is one band of one block.  Its loudness is a sigma code; how many bits it gets follows from
the code and the threshold of the packet alone, by reverse water-filling, so that nothing but the
codes and the threshold is stored (FORMAT.md, section 6).  All decisions are made on whole numbers.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.codecs.tqa.params import SHORTEST_ROW
from road_codec.codecs.tqa.tables import UNIT_CODE, Tables

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

GREATEST_CODE = 255
CODE_STEPS = 8
"""Thresholds are in eighths of a step of the codes."""

LEAST_THRESHOLD = CODE_STEPS
GREATEST_THRESHOLD = CODE_STEPS * (GREATEST_CODE + 1)
SHORTEST_BLOCK = 64
MOST_HALVINGS = 3
ESCAPE = 24
ESCAPE_BITS = 9
N_RICE = 8
_N_TRIED_RICE = 4  # more was never the best for sounds
_CODED_ROW_COST = 900  # in 1/256 bits: measured on music, about 3.5 bits
_QUIET_ROW_COST = 64
_DEEPEST, _HIGHEST = 160, 480  # excesses that make a difference
# 2 ** (n / 16): written out, for what a machine computes may differ in its last bit.
_SIXTEENTHS = (
    1.0,
    1.0442737824274138,
    1.0905077326652577,
    1.1387886347566916,
    1.189207115002721,
    1.241857812073484,
    1.2968395546510096,
    1.3542555469368927,
    1.4142135623730951,
    1.4768261459394993,
    1.5422108254079407,
    1.6104903319492543,
    1.681792830507429,
    1.7562521603732995,
    1.8340080864093424,
    1.9152065613971474,
)


@dataclass(frozen=True, slots=True)
class Shape:
    """What all packets of a file have in common.

    Attributes
    ----------
    block_len : int
        Samples of a block before it is cut, a power of two.
    bands : int
        Bands of a block, a power of two.
    n_channels : int
        Channels.
    """

    block_len: int
    bands: int
    n_channels: int

    @property
    def halvings(self) -> int:
        """How often a block may be halved."""
        shortest = max(SHORTEST_BLOCK, SHORTEST_ROW * self.bands)
        room = self.block_len // shortest
        return min(MOST_HALVINGS, room.bit_length() - 1)

    def n_long(self, n_samples: int) -> int:
        """Return how many uncut blocks of one channel hold `n_samples`."""
        return -(-n_samples // self.block_len)


class Layout(NamedTuple):
    """The blocks of a packet in the order of the file: channel by channel, then by time.

    Attributes
    ----------
    starts, lengths : ndarray of int64, shape (n_blocks,)
        Where each lies in the channels, laid end to end, in samples.
    first : ndarray of bool, shape (n_blocks,)
        Whether it is the first of its channel.
    """

    starts: Ints
    lengths: Ints
    first: NDArray[np.bool_]


def layout_of(halvings: Ints, shape: Shape) -> Layout:
    """Return the blocks where each uncut one, (channels, n_long), is halved some times."""
    times = halvings.reshape(-1)
    counts = 1 << times
    lengths = np.repeat(shape.block_len >> times, counts)
    starts = np.cumsum(lengths) - lengths
    per_channel = halvings.shape[1] * shape.block_len
    return Layout(starts, lengths, starts % per_channel == 0)


def energies(coefficients: Floats, shape: Shape) -> list[Floats]:
    """Return the sums of squares of all rows, for every number of halvings.

    Parameters
    ----------
    coefficients : ndarray, shape (channels, n_long * block_len)
        Sound that has been through the first stages of the rotation.

    Returns
    -------
    list of ndarray, shape (channels * n_long, 2 ** halvings, bands)
    """
    shortest = shape.block_len >> shape.halvings
    finest = _row_energies(coefficients.reshape(-1), shortest, shape.bands)
    levels = [finest.reshape(-1, 1 << shape.halvings, shape.bands)]
    while levels[0].shape[1] > 1:
        levels.insert(0, levels[0][:, 0::2] + levels[0][:, 1::2])
    return levels


@numba.njit(nogil=True, cache=True)
def _row_energies(x: Floats, block_len: int, bands: int) -> Floats:
    sums = np.zeros((len(x) // block_len, bands))
    for block in range(len(sums)):
        row = sums[block]
        for at in range(block * block_len, (block + 1) * block_len, bands):
            for band in range(bands):
                row[band] += x[at + band] * x[at + band]
    return sums


def sigma_codes(variances: Floats) -> Ints:
    """Return the codes nearest to the square roots of variances: 192 + 2 log2, 0 for silence."""
    mantissa, exponent = np.frexp(variances)
    codes = UNIT_CODE + 2 * exponent.astype(np.int64)
    codes -= (mantissa < 0.8408964152537145).astype(np.int64)  # 2 ** -0.25
    codes -= (mantissa < 0.5946035575013605).astype(np.int64)  # 2 ** -0.75
    codes[variances <= 0.0] = 0
    return np.clip(codes, 0, GREATEST_CODE)


def row_codes(sums: Floats, halvings: int, shape: Shape, mid_side: bool) -> Ints:
    """Return the sigma codes of sums of squares, whose rows are scaled by nothing but lengths."""
    length = shape.block_len >> halvings
    return sigma_codes(sums / (length * (2 if mid_side else 1)))


def price_list(tables: Tables) -> Ints:
    """Return what a coefficient costs for every excess of its row over the threshold.

    Rate plus distortion over the slope of the ladder, in 1/256 bits.  Entry n belongs to the
    excess ``n - 160``; below that rows are as good as silent.
    """
    excess = np.arange(-_DEEPEST, _HIGHEST + 1)
    bits = np.searchsorted(tables.ladder, excess, side="right")
    slope = (1.0 - tables.distortions[1]) * 256.0 / tables.rates[1]
    power = np.ldexp(np.array(_SIXTEENTHS)[excess % 16], excess // 16)
    cost = tables.rates[bits] + 256.0 * slope * power * tables.distortions[bits]
    return np.asarray(np.rint(cost).astype(np.int64))


def prices(codes: Ints, row_len: int, threshold: int, price: Ints) -> Ints:
    """Return the cost of all rows of each uncut block, codes (n, blocks, bands), in 1/256 bits."""
    excess = np.clip(CODE_STEPS * codes - threshold, -_DEEPEST, _HIGHEST)
    each = price[excess + _DEEPEST] * row_len
    each += np.where(excess >= 0, _CODED_ROW_COST, _QUIET_ROW_COST)
    return np.asarray(each.sum(axis=(1, 2)))


def base_code(threshold: int) -> int:
    """Return the code from which the stored ones count: of it and below, rows have no bits."""
    return (threshold + CODE_STEPS - 2) // CODE_STEPS - 1


@numba.njit(nogil=True, cache=True)
def row_bits(
    codes: Ints, threshold: int, n_early: int, base: int, ladder: Ints
) -> NDArray[np.uint8]:
    """Return the bits of every row, for codes (n_blocks, bands).

    Parameters
    ----------
    codes : ndarray
        Sigma codes.
    threshold : int
        Of the packet; the first `n_early` rows have one of 1 less.
    base : int
        Up to this code rows have no bits in any case.
    ladder : ndarray
        From which excess on a row has 1, 2, … bits.
    """
    n_blocks, bands = codes.shape
    bits = np.zeros((n_blocks, bands), np.uint8)
    for block in range(n_blocks):
        for band in range(bands):
            code = codes[block, band]
            early = block * bands + band < n_early
            excess = CODE_STEPS * code - threshold + (1 if early else 0)
            n = 0
            if code > base:
                while n < len(ladder) and excess >= ladder[n]:
                    n += 1
            bits[block, band] = n
    return bits


@numba.njit(nogil=True, cache=True)
def zigzag(difference: int) -> int:
    """Return 0, 1, 2, 3, 4 … for the differences 0, -1, 1, -2, 2 …."""
    return 2 * difference if difference >= 0 else -2 * difference - 1


@numba.njit(nogil=True, cache=True)
def expected_size(
    codes: Ints,
    bits: NDArray[np.uint8],
    layout: Layout,
    base: int,
    rates: Ints,
) -> tuple[int, int]:
    """Return the size of a packet in 1/256 bits as far as it can be told, and the Rice parameter.

    Parameters
    ----------
    codes, bits : ndarray, shape (n_blocks, bands)
        Sigma codes and bits of the rows.
    layout : Layout
        The blocks.
    base : int
        Code from which the stored ones count.
    rates : ndarray
        Expected bits of a coefficient, times 256.
    """
    n_blocks, bands = codes.shape
    rice = np.zeros(_N_TRIED_RICE, np.int64)
    before = np.zeros(bands, np.int64)
    data = 0
    for block in range(n_blocks):
        if layout.first[block]:
            before[:] = 0
        if not bits[block].any():
            before[:] = 0
            continue
        for band in range(bands):
            n = bits[block, band]
            stored = codes[block, band] - base if n else 0
            data += layout.lengths[block] // bands * rates[n]
            number = zigzag(stored - before[band])
            before[band] = stored
            for k in range(_N_TRIED_RICE):
                prefix = number >> k
                rice[k] += prefix + 1 + k if prefix < ESCAPE else ESCAPE + ESCAPE_BITS
    best = int(np.argmin(rice))
    return data + 256 * (int(rice[best]) + 3 * n_blocks), best
