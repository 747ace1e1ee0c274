"""The random signs, made so that any program makes the same ones (FORMAT.md, section 4)."""

import numpy as np
from numpy.typing import NDArray

from road_codec.splitmix import random_numbers

N_VARIANTS = 4
"""Sequences of signs that a block can choose among."""

LONGEST_BLOCK = 4096


def sign_variants(seed: int) -> NDArray[np.float64]:
    """Return the signs of every variant, shape (`N_VARIANTS`, `LONGEST_BLOCK`), each 1 or -1.

    Bit 0 of the first number of the seed is the first sign of variant 0, and 1 stands for -1.
    """
    numbers = random_numbers(seed, 0, N_VARIANTS * LONGEST_BLOCK // 64)
    bits = (numbers[:, np.newaxis] >> np.arange(64, dtype=np.uint64)) & np.uint64(1)
    return np.where(bits == 0, 1.0, -1.0).reshape(N_VARIANTS, LONGEST_BLOCK)
