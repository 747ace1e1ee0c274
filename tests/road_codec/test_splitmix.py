"""SplitMix64 gives the numbers that the reference gives, from any place on."""

import numpy as np
import pytest

from road_codec.splitmix import random_fractions, random_numbers

MASK = (1 << 64) - 1


def one_by_one(seed: int, count: int) -> list[int]:
    """The generator as published, in whole numbers of any size."""
    numbers = []
    for _ in range(count):
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = ((seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        numbers.append(z ^ (z >> 31))
    return numbers


def test_the_first_numbers_are_the_published_ones() -> None:
    # From the reference implementation by Vigna, seed 1234567.
    expected = [6457827717110365317, 3203168211198807973, 9817491932198370423]
    assert random_numbers(1234567, 0, 3).tolist() == expected


@pytest.mark.parametrize("seed", [0, 1, 42, 1 << 63, MASK])
@pytest.mark.parametrize("start", [0, 1, 77])
def test_numbers_are_those_of_the_generator_from_any_place_on(seed: int, start: int) -> None:
    assert random_numbers(seed, start, 9).tolist() == one_by_one(seed, start + 9)[start:]


def test_fractions_are_even_and_below_1() -> None:
    found = random_fractions(5, 0, 100_000)
    assert 0.0 <= found.min() < found.max() < 1.0
    counts = np.bincount((found * 16).astype(int), minlength=16)
    assert np.abs(counts - 6250).max() < 400
