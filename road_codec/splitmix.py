"""SplitMix64: random numbers that any program makes equal on any machine.

Source: Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014.
Number n (from 0) of a seed is mix(seed + (n + 1) · 9E3779B97F4A7C15h), so that it can be had
without those before.
"""

import numpy as np
from numpy.typing import NDArray

_GAMMA = np.uint64(0x9E3779B97F4A7C15)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)


def random_numbers(seed: int, start: int, count: int) -> NDArray[np.uint64]:
    """Return `count` numbers of 64 bits of a seed (0 to 2**64 - 1), from number `start` on."""
    # Products and sums of arrays wrap round, as they should here.
    z = np.arange(start + 1, start + count + 1, dtype=np.uint64) * _GAMMA
    z += np.full(1, seed, np.uint64)
    z = (z ^ (z >> np.uint64(30))) * _FIRST
    z = (z ^ (z >> np.uint64(27))) * _SECOND
    return np.asarray(z ^ (z >> np.uint64(31)))


def random_fractions(seed: int, start: int, count: int) -> NDArray[np.float64]:
    """Return numbers from 0 to below 1, the highest 53 bits of `random_numbers`."""
    high = random_numbers(seed, start, count) >> np.uint64(11)
    return np.asarray(high.astype(np.float64) * 2.0**-53)
