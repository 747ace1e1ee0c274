"""How the frozen tables were made: optimal quantisers of the Gaussian, codes for their indices.

``python -m road_codec.codecs.tqa.design`` prints ``gaussian.json``, and with ``shipped`` the
codebook of the original, ``shipped.json`` (FORMAT.md, sections 5 and 8).  Encoder and decoder
read the files, never this: another machine's logarithm may differ in its last bit.

Sources: Lloyd, *Least squares quantization in PCM*, IEEE Trans. IT 28, 1982; Max, *Quantizing for
minimum distortion*, IRE Trans. IT 6, 1960; code lengths: Larmore and Hirschberg, *A fast algorithm
for optimal length-limited Huffman codes*, JACM 37, 1990 (package-merge).
"""

import json
import math
import sys
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MAX_BITS = 12
FRACTION_BITS = 28
SYMBOL_BITS = 6
LONGEST_CODE = 11
_TOLERANCE = 1e-13


@dataclass(frozen=True, slots=True)
class Quantiser:
    """The optimal symmetric quantiser of the unit Gaussian with some number of levels.

    Attributes
    ----------
    levels : ndarray of float64
        The positive levels, rising; the others are their negatives.
    shares : ndarray of float64
        Probability of each of their cells; together one half.
    distortion : float
        Mean squared error.
    spread : float
        Mean magnitude of the error.
    """

    levels: Floats
    shares: Floats
    distortion: float
    spread: float


def gaussian_quantiser(bits: int) -> Quantiser:
    """Return the optimal quantiser with 2 ** `bits` levels, 0 to `MAX_BITS`; for 0 bits the mean.

    Both conditions of Lloyd and Max, thresholds halfway between the levels and levels at the
    mean of their cells, are solved by Newton's method; the error left in a level is below 1e-12.
    """
    if bits == 0:
        return Quantiser(np.zeros(0), np.zeros(0), 1.0, math.sqrt(2.0 / math.pi))
    n = 1 << (bits - 1)
    levels = _companded(n)
    for _ in range(200):
        step = _newton_step(levels)
        # Half a gap at most keeps the levels in order.
        gaps = np.diff(levels, prepend=0.0)
        room = float(np.max(np.abs(step) / np.minimum(gaps, np.append(gaps[1:], np.inf))))
        levels = levels - step * min(1.0, 0.45 / max(room, 1e-300))
        if float(np.max(np.abs(step))) < _TOLERANCE:
            break
    edges = _edges(levels)
    shares = _mass(edges)
    distortion = 1.0 - 2.0 * float(np.sum(levels**2 * shares))
    return Quantiser(levels, shares, distortion, _spread(levels, edges))


def _companded(n: int) -> Floats:
    """Return what is optimal for many levels: equal steps of the Gaussian of variance 3."""
    from statistics import NormalDist

    wide = NormalDist(0.0, math.sqrt(3.0))
    return np.array([wide.inv_cdf(0.5 + (i + 0.5) / (2 * n)) for i in range(n)])


def _edges(levels: Floats) -> Floats:
    return np.concatenate(([0.0], (levels[:-1] + levels[1:]) / 2, [np.inf]))


def _density(x: Floats) -> Floats:
    return np.asarray(np.exp(-0.5 * x * x) / math.sqrt(2.0 * math.pi))


def _mass(edges: Floats) -> Floats:
    tails = np.array([0.5 * math.erfc(x / math.sqrt(2.0)) for x in edges])
    return np.asarray(tails[:-1] - tails[1:])


def _newton_step(levels: Floats) -> Floats:
    """Solve the linearised conditions, a tridiagonal system (Thomas)."""
    edges = _edges(levels)
    density, mass = _density(edges), _mass(edges)
    means = (density[:-1] - density[1:]) / mass
    rest = levels - means
    # How the mean of a cell moves with its edges; each edge moves by half with its levels.
    low = density[:-1] * (means - edges[:-1]) / mass * 0.5
    high = np.append(density[1:-1] * (edges[1:-1] - means[:-1]) / mass[:-1] * 0.5, 0.0)
    low[0] = 0.0
    diagonal = 1.0 - low - high
    n = len(levels)
    for i in range(1, n):
        factor = -low[i] / diagonal[i - 1]
        diagonal[i] -= factor * -high[i - 1]
        rest[i] -= factor * rest[i - 1]
    step = np.zeros(n)
    for i in reversed(range(n)):
        above = high[i] * step[i + 1] if i + 1 < n else 0.0
        step[i] = (rest[i] + above) / diagonal[i]
    return step


def _spread(levels: Floats, edges: Floats) -> float:
    """Return the mean of the magnitude of the error."""
    below = np.column_stack((edges[:-1], levels, edges[1:]))
    tails = np.array([[0.5 * math.erfc(x / math.sqrt(2.0)) for x in row] for row in below])
    density = _density(below)
    left = levels * (tails[:, 0] - tails[:, 1]) - (density[:, 0] - density[:, 1])
    right = (density[:, 1] - density[:, 2]) - levels * (tails[:, 1] - tails[:, 2])
    return 2.0 * float(np.sum(left + right))


def code_lengths(shares: Floats) -> list[int]:
    """Return optimal lengths, at most `LONGEST_CODE`, of a prefix code for symbols of these shares.

    By package-merge, on shares in units of 2**-40, so that ties fall the same way anywhere.
    """
    leaves = sorted((max(1, round(share * 2**40)), (n,)) for n, share in enumerate(shares))
    packages: list[tuple[int, tuple[int, ...]]] = []
    for _ in range(LONGEST_CODE):
        merged = sorted(leaves + packages)
        packages = [
            (a[0] + b[0], a[1] + b[1]) for a, b in zip(merged[::2], merged[1::2], strict=False)
        ]
    lengths = [0] * len(leaves)
    for _, members in packages[: len(leaves) - 1]:
        for n in members:
            lengths[n] += 1
    return lengths


def symbol_shares(quantiser: Quantiser, bits: int) -> Floats:
    """Return the probabilities of the highest bits of an index, `SYMBOL_BITS` at most."""
    both = np.concatenate((quantiser.shares[::-1], quantiser.shares))
    return np.asarray(both.reshape(1 << min(bits, SYMBOL_BITS), -1).sum(axis=1))


def ladder(rates: list[float], distortions: list[float]) -> list[int]:
    """Return from which energy on each number of bits pays: reverse water-filling.

    Entry b - 1 belongs to b bits, in eighths of a step of the sigma codes (1.505 dB), counted
    from the energy at which the first bit pays.  Rates and distortions begin with those of 0 bits.
    """
    slopes = [
        (rates[b] - rates[b - 1]) / (distortions[b - 1] - distortions[b])
        for b in range(1, len(rates))
    ]
    return [round(16.0 * math.log2(slope / slopes[0])) for slope in slopes]


def gaussian_tables() -> dict[str, Any]:
    """Return what ``gaussian.json`` holds; its fields are named in FORMAT.md, section 5."""
    found = [gaussian_quantiser(bits) for bits in range(MAX_BITS + 1)]
    unit = float(1 << FRACTION_BITS)
    lengths, rates = [[0]], [0.0]
    for bits in range(1, MAX_BITS + 1):
        shares = symbol_shares(found[bits], bits)
        lengths.append(code_lengths(shares))
        rates.append(float(shares @ np.array(lengths[bits])) + max(0, bits - SYMBOL_BITS))
    plain = [float(bits) for bits in range(MAX_BITS + 1)]
    distortions = [one.distortion for one in found]
    # With the sign layer a bit goes to the sign: what it leaves is the error less its mean size.
    signed = [1.0] + [one.distortion - one.spread**2 for one in found[:-1]]
    return {
        "fraction_bits": FRACTION_BITS,
        "levels": [[round(level * unit) for level in one.levels] for one in found],
        "spreads": [round(one.spread * unit) for one in found],
        "code_lengths": lengths,
        "expected_bits": [round(rate * 256) for rate in rates],
        "distortions": distortions,
        "signed_distortions": signed,
        "ladders": {
            "plain": ladder(plain, distortions),
            "entropy": ladder(rates, distortions),
            "plain signed": ladder(plain, signed),
            "entropy signed": ladder([0.0] + [1.0 + rate for rate in rates[:-1]], signed),
        },
    }


def shipped_codebook() -> NDArray[np.float32]:
    """Return the 64 centroids of the original, by its recipe (FORMAT.md, section 8)."""
    values = np.random.RandomState(42).standard_normal(100_000)
    samples = np.sort(values.astype(np.float32))
    codebook: NDArray[np.float32] = samples[np.linspace(0, len(samples) - 1, 64).astype(int)]
    for _ in range(20):
        cells = np.searchsorted((codebook[:-1] + codebook[1:]) / 2, samples)
        for n in range(64):
            cell = samples[cells == n]
            if len(cell):
                codebook[n] = cell.mean()
    return codebook


def main(arguments: list[str]) -> None:
    """Print a table as JSON."""
    if arguments == ["shipped"]:
        sys.stdout.write(json.dumps([float(value) for value in shipped_codebook()]) + "\n")
    else:
        sys.stdout.write(json.dumps(gaussian_tables(), separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
