"""The random signs: SplitMix64, written down so that any program makes the same ones.

Source: Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014;
FORMAT.md, section 4.
"""

import numpy as np
from numpy.typing import NDArray

_GAMMA = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1

N_VARIANTS = 4
"""Sequences of signs that a block can choose among."""

LONGEST_BLOCK = 4096


def splitmix64(seed: int, n_numbers: int) -> list[int]:
    """Return the first `n_numbers` outputs of the generator, 64 bits each."""
    numbers = []
    state = seed & _MASK
    for _ in range(n_numbers):
        state = (state + _GAMMA) & _MASK
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & _MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & _MASK
        numbers.append(z ^ (z >> 31))
    return numbers


def sign_variants(seed: int) -> NDArray[np.float64]:
    """Return the signs of every variant, shape (`N_VARIANTS`, `LONGEST_BLOCK`), each 1 or -1.

    Bit 0 of the first number is the first sign of variant 0, and 1 stands for -1.
    """
    numbers = np.array(splitmix64(seed, N_VARIANTS * LONGEST_BLOCK // 64), np.uint64)
    bits = (numbers[:, np.newaxis] >> np.arange(64, dtype=np.uint64)) & np.uint64(1)
    return np.where(bits == 0, 1.0, -1.0).reshape(N_VARIANTS, LONGEST_BLOCK)
