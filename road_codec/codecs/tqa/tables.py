"""The frozen tables as arrays: levels, thresholds, codes, ladders, gains.

All are made of the whole numbers in ``gaussian.json`` by steps that are exact, so they are equal
on every machine (FORMAT.md, section 5).
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from road_codec.codecs.tqa.design import FRACTION_BITS, LONGEST_CODE, MAX_BITS, SYMBOL_BITS

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

UNIT_CODE = 192
"""The sigma code of 1.0; a step is a quarter of a factor of two."""

GAIN_MIDDLE = 1024
"""Entry of `gains` that is 1.0."""

_QUARTERS = (1.0, 1.189207115002721, 1.4142135623730951, 1.681792830507429)
_LUT_REACH = 8


class Tables(NamedTuple):
    """What encoder and decoder need for one way of writing indices.

    A named tuple, for those are what compiled code can take.

    Attributes
    ----------
    levels, level_at : ndarray
        Levels of the quantisers of 0 to 12 bits one after the other, in units of
        2**-28, and where each begins.
    edges : ndarray
        For each entry of `levels` its upper threshold in the units of the Gaussian;
        the last of each quantiser is infinite.
    cells, cell_at : ndarray
        First guess of the index among the positive levels, for magnitudes in steps of
        ``2**-(bits + 1)``, and where the guesses of each quantiser begin.
    spreads : ndarray
        Mean magnitude of the error of each quantiser, in units of 2**-28.
    codes, lengths : ndarray, shape (13, 64)
        Prefix codes of the symbols.
    lut : ndarray, shape (13, 2048)
        For the next 11 bits of a stream the symbol times 16, plus the length of its code.
    ladder : ndarray
        From which excess on a row has 1 to 12 bits.
    rates : ndarray
        Expected bits of a coefficient for 0 to 12 bits, times 256.
    distortions : ndarray
        Expected squared error for 0 to 12 bits.
    signed : bool
        Whether the last bit of each is a sign.
    """

    levels: Floats
    level_at: Ints
    edges: Floats
    cells: Ints
    cell_at: Ints
    spreads: Floats
    codes: Ints
    lengths: Ints
    lut: Ints
    ladder: Ints
    rates: Ints
    distortions: Floats
    signed: bool


def read_json(name: str) -> Any:
    """Return a frozen table beside this file."""
    return json.loads(Path(__file__).with_name(name).read_text(encoding="ascii"))


@cache
def tables(entropy: bool, signed: bool) -> Tables:
    """Return the tables with or without entropy coding and sign layer."""
    frozen = read_json("gaussian.json")
    levels, edges, cells = zip(*(_quantiser(half) for half in frozen["levels"]), strict=True)
    lengths = [
        frozen["code_lengths"][bits] if entropy else _flat(bits) for bits in range(MAX_BITS + 1)
    ]
    codes = [_canonical(one) for one in lengths]
    rates = np.arange(MAX_BITS + 1) * 256
    if entropy:
        rates = np.array(frozen["expected_bits"])
    if signed:
        rates = np.concatenate(([0], rates[:-1] + 256))
    name = ("entropy" if entropy else "plain") + (" signed" if signed else "")
    return Tables(
        levels=np.concatenate(levels),
        level_at=_starts(levels),
        edges=np.concatenate(edges),
        cells=np.concatenate(cells),
        cell_at=_starts(cells),
        spreads=np.array(frozen["spreads"], np.float64),
        codes=_padded(codes),
        lengths=_padded(lengths),
        lut=np.array([_lookup(*pair) for pair in zip(codes, lengths, strict=True)]),
        ladder=np.array(frozen["ladders"][name]),
        rates=rates,
        distortions=np.array(frozen["signed_distortions" if signed else "distortions"]),
        signed=signed,
    )


@cache
def gains() -> Floats:
    """Return ``2 ** (n / 4)`` for n from -1024 to 1023: a constant times a power of two."""
    steps = np.arange(-GAIN_MIDDLE, GAIN_MIDDLE)
    return np.asarray(np.ldexp(np.array(_QUARTERS)[steps % 4], steps // 4))


def _starts(pieces: tuple[Any, ...]) -> Ints:
    return np.cumsum([0] + [len(piece) for piece in pieces])[:-1]


def _padded(rows: list[list[int]]) -> Ints:
    return np.array([row + [0] * ((1 << SYMBOL_BITS) - len(row)) for row in rows])


def _quantiser(half: list[int]) -> tuple[Floats, Floats, Ints]:
    """Return levels, upper thresholds and guesses of one quantiser."""
    if not half:
        return np.zeros(1), np.full(1, np.inf), np.zeros(1, np.int64)
    positive = np.array(half, np.float64)
    levels = np.concatenate((-positive[::-1], positive))
    edges = np.append((levels[:-1] + levels[1:]) * 2.0 ** -(FRACTION_BITS + 1), np.inf)
    bits = len(levels).bit_length() - 1
    places = np.arange(_LUT_REACH << (bits + 1)) * 2.0 ** -(bits + 1)
    return levels, edges, np.searchsorted(edges[len(half) :], places, side="right")


def _flat(bits: int) -> list[int]:
    n_bits = min(bits, SYMBOL_BITS)
    return [n_bits] * (1 << n_bits)


def _canonical(lengths: list[int]) -> list[int]:
    """Return prefix codes of these lengths: shorter ones first, then in order of the symbols."""
    codes = [0] * len(lengths)
    code = before = 0
    for length, symbol in sorted((length, n) for n, length in enumerate(lengths)):
        code <<= length - before
        codes[symbol] = code
        code, before = code + 1, length
    return codes


def _lookup(codes: list[int], lengths: list[int]) -> Ints:
    entries = np.zeros(1 << LONGEST_CODE, np.int64)
    for symbol, (code, length) in enumerate(zip(codes, lengths, strict=True)):
        room = LONGEST_CODE - length
        entries[code << room : (code + 1) << room] = symbol * 16 + length
    return entries
