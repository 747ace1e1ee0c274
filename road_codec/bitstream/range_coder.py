"""An adaptive binary range coder: bits with learnt probabilities, as bytes.

Range coding after G. N. N. Martin, "Range encoding: an algorithm for removing redundancy
from a digitised message" (1979), of binary decisions; the probability of each context is the
mean of two estimates that learn at different speeds.  Everything is in integers, so that a
decoder is the same on every machine.  `codecs/extrema/FORMAT.md` says it bit by bit.

A coder is a tuple of arrays that Numba kernels pass on: ``registers`` (low, range, position),
``buffer`` (bytes) and ``chances`` (one row of two numbers per context).
"""

import numba
import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Registers = NDArray[np.int64]
Chances = NDArray[np.int32]

_HALF = 1 << 15
_FAST, _SLOW = 4, 7
_CODE_BITS = 32
_TOP = 1 << 24
_MASK = (1 << _CODE_BITS) - 1
_LOW, _RANGE, _PLACE = 0, 1, 2
TAIL_BYTES = 8
"""Room that an encoder's buffer needs behind what it holds."""


def fresh_chances(n_contexts: int) -> Chances:
    """Return the state of contexts that have seen nothing: both bits are as likely."""
    return np.full((n_contexts, 2), _HALF, np.int32)


def encoder_registers() -> Registers:
    """Return the registers of an encoder that has written nothing."""
    return np.array([0, _MASK, 0], np.int64)


def decoder_registers(buffer: Bytes) -> Registers:
    """Return the registers of a decoder that stands at the front of `buffer`.

    Behind the end of the buffer it reads zeros.
    """
    first = bytes(buffer[:4]).ljust(4, b"\0")
    return np.array([int.from_bytes(first, "big"), _MASK, 4], np.int64)


@numba.njit(nogil=True, cache=True, inline="always")
def _share(registers: Registers, chances: Chances, context: int) -> int:
    """Return how much of the range belongs to a 0: 1/4096 of it at least, as does a 1."""
    chance = (chances[context, 0] + chances[context, 1]) >> 5
    chance = min(max(chance, 1), 4095)
    share: int = (registers[_RANGE] >> 12) * chance
    return share


@numba.njit(nogil=True, cache=True, inline="always")
def _learn(chances: Chances, context: int, bit: int) -> None:
    if bit:
        chances[context, 0] -= chances[context, 0] >> _FAST
        chances[context, 1] -= chances[context, 1] >> _SLOW
    else:
        chances[context, 0] += (65536 - chances[context, 0]) >> _FAST
        chances[context, 1] += (65536 - chances[context, 1]) >> _SLOW


@numba.njit(nogil=True, cache=True)
def put_bit(registers: Registers, buffer: Bytes, chances: Chances, context: int, bit: int) -> None:
    """Write a bit in a context; `buffer` must have `TAIL_BYTES` of room."""
    share = _share(registers, chances, context)
    if bit:
        registers[_LOW] += share
        registers[_RANGE] -= share
        if registers[_LOW] > _MASK:
            registers[_LOW] &= _MASK
            place = registers[_PLACE] - 1
            while buffer[place] == 255:
                buffer[place] = 0
                place -= 1
            buffer[place] += 1
    else:
        registers[_RANGE] = share
    _learn(chances, context, bit)
    while registers[_RANGE] < _TOP:
        buffer[registers[_PLACE]] = registers[_LOW] >> 24
        registers[_PLACE] += 1
        registers[_LOW] = (registers[_LOW] << 8) & _MASK
        registers[_RANGE] <<= 8


@numba.njit(nogil=True, cache=True)
def get_bit(registers: Registers, buffer: Bytes, chances: Chances, context: int) -> int:
    """Read a bit in a context."""
    share = _share(registers, chances, context)
    bit = 1 if registers[_LOW] >= share else 0
    if bit:
        registers[_LOW] -= share
        registers[_RANGE] -= share
    else:
        registers[_RANGE] = share
    _learn(chances, context, bit)
    while registers[_RANGE] < _TOP:
        place = registers[_PLACE]
        following = buffer[place] if place < len(buffer) else 0
        registers[_PLACE] += 1
        registers[_LOW] = (registers[_LOW] << 8) | following
        registers[_RANGE] <<= 8
    return bit


def finish(registers: Registers, buffer: Bytes) -> bytes:
    """End an encoder: return its bytes, without the zeros at their end."""
    place = int(registers[_PLACE])
    low = int(registers[_LOW])
    # Any number from low up to low + range will do: the one with the most zeros at its end.
    for n_bytes in range(5):
        step = 1 << (8 * (4 - n_bytes))
        value = -(-low // step) * step
        if value < low + int(registers[_RANGE]):
            break
    whole = int.from_bytes(bytes(buffer[:place]), "big")
    total = (whole << 32) + value
    return total.to_bytes(place + 4, "big").rstrip(b"\0")
