"""The range coder: what goes in comes out, near to the entropy, and nothing leads out of it."""

import numba
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from road_codec.bitstream.range_coder import (
    TAIL_BYTES,
    decoder_registers,
    encoder_registers,
    finish,
    fresh_chances,
    get_bit,
    put_bit,
)

N_CONTEXTS = 5


@numba.njit
def put_all(registers, buffer, chances, bits):  # type: ignore[no-untyped-def]
    for number in range(len(bits)):
        put_bit(registers, buffer, chances, number % N_CONTEXTS, bits[number])


@numba.njit
def get_all(registers, buffer, chances, bits):  # type: ignore[no-untyped-def]
    for number in range(len(bits)):
        bits[number] = get_bit(registers, buffer, chances, number % N_CONTEXTS)


def encoded(bits: np.ndarray) -> bytes:
    registers = encoder_registers()
    buffer = np.zeros(2 * len(bits) + TAIL_BYTES, np.uint8)
    put_all(registers, buffer, fresh_chances(N_CONTEXTS), bits)
    return finish(registers, buffer)


def read(data: bytes, n_bits: int) -> np.ndarray:
    buffer = np.frombuffer(data, np.uint8)
    bits = np.zeros(n_bits, np.int64)
    get_all(decoder_registers(buffer), buffer, fresh_chances(N_CONTEXTS), bits)
    return bits


@settings(deadline=None, max_examples=300)
@given(st.lists(st.integers(0, 1), max_size=400), st.floats(0, 1))
def test_bits_come_back(bits: list[int], bias: float) -> None:
    rare = np.random.default_rng(len(bits)).random(400) < bias
    for given_bits in (np.array(bits, np.int64), rare.astype(np.int64)):
        assert np.array_equal(read(encoded(given_bits), len(given_bits)), given_bits)


@pytest.mark.parametrize("bits", [[0] * 3000, [1] * 3000, [1] * 1000 + [0] * 3000 + [1] * 999])
def test_long_stretches_of_the_same_come_back_small(bits: list[int]) -> None:
    given_bits = np.array(bits, np.int64)
    data = encoded(given_bits)
    assert np.array_equal(read(data, len(bits)), given_bits)
    assert len(data) < len(bits) / 25


@pytest.mark.parametrize("chance", [0.02, 0.1, 0.5])
def test_the_size_is_near_the_entropy(chance: float) -> None:
    bits = (np.random.default_rng(1).random(100_000) < chance).astype(np.int64)
    entropy = -chance * np.log2(chance) - (1 - chance) * np.log2(1 - chance)
    assert 8 * len(encoded(bits)) / len(bits) < entropy * 1.04 + 0.01


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=40))
def test_any_bytes_are_some_bits(data: bytes) -> None:
    assert set(read(data, 500).tolist()) <= {0, 1}
