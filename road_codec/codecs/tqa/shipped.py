"""The original's way: one rotation, 6 bits of a fixed codebook and a sign (FORMAT.md, section 8).

The butterflies are in single precision and in the original's order.  Means and deviations are
summed in double precision from the first value on, so that every machine finds the same bytes.
"""

from functools import cache

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.codecs.tqa.generator import sign_variants
from road_codec.codecs.tqa.tables import read_json
from road_codec.errors import FormatError

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Bytes = NDArray[np.uint8]

LEAST_SIGMA = 1e-6
"""Blocks of less are quantised without being scaled, but decoded scaled, and lost by that."""

_FACTS = np.dtype("<f4")
_N_FACTS = 3


@cache
def codebook() -> Singles:
    """Return the 64 frozen centroids, rising."""
    return np.array(read_json("shipped.json"), np.float32)


def compress(blocks: Singles, signs: Singles) -> tuple[Bytes, Floats]:
    """Quantise blocks as the original does.

    Parameters
    ----------
    blocks : ndarray of float32, shape (n_blocks, block_len)
        Full scale ±1.0; the length is a power of two.
    signs : ndarray of float32, shape (block_len,)
        Each 1 or -1.

    Returns
    -------
    packed : ndarray of uint8, shape (n_blocks, block_len)
        Index of the centroid times 2, plus the sign of what is left.
    facts : ndarray of float64, shape (n_blocks, 3)
        Mean, standard deviation, mean size of what is left.
    """
    rotated = _rotated(blocks * signs)
    packed = np.empty(blocks.shape, np.uint8)
    facts = np.empty((len(blocks), _N_FACTS))
    _quantise(rotated, codebook(), packed, facts)
    return packed, facts


def expand(packed: Bytes, facts: Singles, signs: Singles) -> Singles:
    """Turn what `compress` gave back into blocks, with the original's gap below `LEAST_SIGMA`.

    Parameters
    ----------
    packed : ndarray of uint8, shape (n_blocks, block_len)
        Each below 128.
    facts : ndarray of float32, shape (n_blocks, 3)
        Finite.
    signs : ndarray of float32, shape (block_len,)
        Those of the encoder.
    """
    mean, sigma, spread = (facts[:, n, np.newaxis] for n in range(_N_FACTS))
    signed = np.where(packed & 1, np.float32(1.0), np.float32(-1.0)) * spread
    rotated = (codebook()[packed >> 1] + signed) * sigma + mean
    return np.asarray(_rotated(rotated) * signs)


def _rotated(blocks: Singles) -> Singles:
    """Return H blocks / sqrt(block_len): sums in single, the quotient in double precision."""
    out = blocks.copy()
    _butterflies(out)
    return np.asarray((out / np.sqrt(np.float64(blocks.shape[1]))).astype(np.float32))


@numba.njit(nogil=True, cache=True)
def _butterflies(blocks: Singles) -> None:
    length = blocks.shape[1]
    for row in blocks:
        span = 1
        while span < length:
            for low in range(0, length, 2 * span):
                left = row[low : low + span]
                right = row[low + span : low + 2 * span]
                for i in range(span):
                    a = left[i]
                    b = right[i]
                    left[i] = a + b
                    right[i] = a - b
            span *= 2


@numba.njit(nogil=True, cache=True)
def _quantise(rotated: Singles, centroids: Singles, packed: Bytes, facts: Floats) -> None:
    length = rotated.shape[1]
    for block in range(len(rotated)):
        row = rotated[block]
        total = 0.0
        for value in row:
            total += value
        mean = total / length
        total = 0.0
        for value in row:
            total += (value - mean) * (value - mean)
        sigma = np.sqrt(total / length)
        left = 0.0
        divisor = sigma if sigma > LEAST_SIGMA else 1.0
        for i in range(length):
            z = (row[i] - mean) / divisor
            index = _nearest(centroids, z)
            rest = z - centroids[index]
            packed[block, i] = 2 * index + (1 if rest >= 0.0 else 0)
            left += abs(rest)
        facts[block, 0] = mean
        facts[block, 1] = sigma
        facts[block, 2] = left / length


@numba.njit(nogil=True, cache=True)
def _nearest(centroids: Singles, z: float) -> int:
    """Return the nearest centroid, the first one on a tie."""
    low, high = 0, len(centroids) - 1
    while low < high:
        middle = (low + high) // 2
        if centroids[middle + 1] - z < z - centroids[middle]:
            low = middle + 1
        else:
            high = middle
    return low


class ShippedPackets:
    """Makes and reads the packets of one file.

    Parameters
    ----------
    block_len : int
        Samples of a block, a power of two.
    n_channels : int
        Channels, each coded by itself.
    seed : int
        Of the signs.
    """

    def __init__(self, block_len: int, n_channels: int, seed: int) -> None:
        self._block_len = block_len
        self._n_channels = n_channels
        self._signs = sign_variants(seed)[0, :block_len].astype(np.float32)

    def encode(self, samples: Floats) -> bytes:
        """Return the payload of samples, shape (channels, n_samples), full scale ±1.0."""
        n_blocks = self._n_blocks(samples.shape[1])
        padded = np.zeros((self._n_channels, n_blocks * self._block_len), np.float32)
        # Beyond what a single holds after the butterflies there is no sound.
        padded[:, : samples.shape[1]] = np.clip(samples, -1e30, 1e30)
        packed, facts = compress(padded.reshape(-1, self._block_len), self._signs)
        joined = np.concatenate((packed, facts.astype(_FACTS).view(np.uint8)), axis=1)
        return joined.tobytes()

    def decode(self, payload: bytes, n_samples: int, where: str) -> Floats:
        """Return the samples of a payload, shape (channels, n_samples), full scale ±1.0.

        Raises
        ------
        FormatError
            If it cannot be the payload of so many samples.
        """
        n_blocks = self._n_channels * self._n_blocks(n_samples)
        size = n_blocks * (self._block_len + _N_FACTS * _FACTS.itemsize)
        if len(payload) != size:
            raise FormatError(
                f"{where}: {len(payload)} bytes, {n_samples} samples have {n_blocks} blocks of "
                f"{size // n_blocks}"
            )
        rows = np.frombuffer(payload, np.uint8).reshape(n_blocks, -1)
        packed = rows[:, : self._block_len]
        facts = np.ascontiguousarray(rows[:, self._block_len :]).view(_FACTS).astype(np.float32)
        if packed.max() > 127 or not (np.abs(facts) < 1e34).all():
            raise FormatError(f"{where}: a block holds numbers that cannot be")
        blocks = expand(packed, facts, self._signs)
        return blocks.reshape(self._n_channels, -1)[:, :n_samples].astype(np.float64)

    def _n_blocks(self, n_samples: int) -> int:
        return -(-n_samples // self._block_len)
