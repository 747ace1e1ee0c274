"""The float32 pass of the CPU back end: an upper bound of what each domain can gain.

For a range of energy ``rr`` (its squared deviation from its mean) and a domain of
energy ``v``, a map with scale ``q`` lowers the error by ``q * (2c - q * v)``, where
``c`` is their inner product without the means.  This is bounded here for every domain
and both directions at once.

Two facts make that cheap.  Split into its even and odd half (``y[i] ± y[n-1-i]``), a
domain and its mirror image differ only in the sign of the odd half, so the better of
both directions has ``|even| + |odd|``.  And a Walsh-Hadamard transform of the even half
puts the mean into one component, which drops out.

Fused and reordered operations are allowed here, and nowhere else.  Lone inner loops
over contiguous rows are what lets the compiler use wide vectors.
"""

import math

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.fractal.quantize import SCALE_LIMIT, SCALE_STEPS
from road_codec.fractal.search.base import Floats

Singles = NDArray[np.float32]

CHUNK = 128
"""Domains that share one noted maximum."""

MARGIN = 1e-5
"""Bound of the rounding of this pass, relative to the energy of the range.

At most 70 roundings of 2**-24 for ranges of 32 samples, times a safety factor of 2.
"""

CERTAIN = np.float32(3e38)
"""A bound that lets a domain through in any case."""

# A code whose exact value lies this near below the next one counts as the next one.
_CODE_SLACK = 0.01
_FAST = {"nnan", "nsz", "reassoc", "contract", "arcp"}
_ROOT_HALF = math.sqrt(0.5)


@numba.njit(nogil=True, cache=True)
def describe_domains(
    contracted: Floats,
    length: int,
    domain_sum: Floats,
    beta: Floats,
    features: Singles,
    energy: Singles,
    code_factor: Singles,
) -> None:
    """Fill the features of all domains: the odd half, then the even one without its mean."""
    half = length // 2
    n_domains = len(beta)
    for i in range(half):
        mirror = length - 1 - i
        for o in range(n_domains):
            mean = domain_sum[o] / length
            left = contracted[o + 2 * i] - mean
            right = contracted[o + 2 * mirror] - mean
            features[i, o] = (left - right) * _ROOT_HALF
            features[half + i, o] = (left + right) * _ROOT_HALF
    _hadamard_rows(features[half:], n_domains)
    for o in range(n_domains):
        energy[o] = max(0.0, beta[o] / length)
        code_factor[o] = SCALE_STEPS * length / beta[o] if beta[o] > 0.0 else 0.0


@numba.njit(nogil=True, cache=True)
def describe_range(block: Floats, query: Singles) -> float:
    """Fill the features of a range; return its energy without the mean."""
    length = len(block)
    half = length // 2
    total = 0.0
    for value in block:
        total += value
    mean = total / length
    rest = 0.0
    for value in block:
        rest += (value - mean) * (value - mean)
    for i in range(half):
        left = block[i] - mean
        right = block[length - 1 - i] - mean
        query[i] = (left - right) * _ROOT_HALF
        query[half + i] = (left + right) * _ROOT_HALF
    _hadamard_rows(query[half:].reshape(half, 1), 1)
    return rest


@numba.njit(nogil=True, cache=True)
def bound_gains(
    features: Singles,
    energy: Singles,
    code_factor: Singles,
    query: Singles,
    cross: Singles,
    even: Singles,
    gain: Singles,
    peaks: Singles,
) -> None:
    """Write an upper bound of the gain of every domain, and its maximum in each chunk.

    `cross` and `even` are scratch space.
    """
    if len(query) == 4:
        _correlate_4(features, query, cross)
    else:
        _correlate(features, query, cross, even)
    _bound(cross, energy, code_factor, gain)
    _find_peaks(gain, peaks)


@numba.njit(nogil=True, cache=True)
def admit_unsure(beta: Floats, least: float, gain: Singles, peaks: Singles) -> None:
    """Let domains through whose energy is near the rounding of the reference arithmetic."""
    for o in range(len(beta)):
        if beta[o] != 0.0 and beta[o] < least:
            gain[o] = CERTAIN
            peaks[o // CHUNK] = CERTAIN


@numba.njit(nogil=True, cache=True)
def _hadamard_rows(rows: Singles, n_columns: int) -> None:
    """Transform every column, orthonormally; row 0 then holds the mean."""
    root = np.float32(_ROOT_HALF)
    step = 1
    while step < len(rows):
        for base in range(0, len(rows), 2 * step):
            for i in range(base, base + step):
                for o in range(n_columns):
                    left, right = rows[i, o], rows[i + step, o]
                    rows[i, o] = (left + right) * root
                    rows[i + step, o] = (left - right) * root
        step *= 2


@numba.njit(nogil=True, cache=True, fastmath=_FAST)
def _correlate_4(features: Singles, query: Singles, cross: Singles) -> None:
    """Write ``|odd| + |even|`` for ranges of 4 samples, the most frequent ones."""
    q0, q1, q3 = query[0], query[1], query[3]
    f0, f1, f3 = features[0], features[1], features[3]
    for o in range(len(cross)):
        cross[o] = abs(q0 * f0[o] + q1 * f1[o]) + abs(q3 * f3[o])


@numba.njit(nogil=True, cache=True, fastmath=_FAST)
def _correlate(features: Singles, query: Singles, cross: Singles, even: Singles) -> None:
    """Write ``|odd| + |even|``, the better inner product of both directions, to `cross`."""
    half = len(query) // 2
    _add_four(features, query, cross, True)
    _add_four(features[half:], query[half:], even, True)
    for i in range(4, half, 4):
        _add_four(features[i:], query[i:], cross, False)
        _add_four(features[half + i :], query[half + i :], even, False)
    for o in range(len(cross)):
        cross[o] = abs(cross[o]) + abs(even[o])


@numba.njit(nogil=True, cache=True, fastmath=_FAST)
def _add_four(features: Singles, query: Singles, total: Singles, begin: bool) -> None:
    """Add the inner products of four components to `total`, or begin with them."""
    a, b, c, d = query[0], query[1], query[2], query[3]
    f0, f1, f2, f3 = features[0], features[1], features[2], features[3]
    if begin:
        for o in range(len(total)):
            total[o] = a * f0[o] + b * f1[o] + c * f2[o] + d * f3[o]
    else:
        for o in range(len(total)):
            total[o] += a * f0[o] + b * f1[o] + c * f2[o] + d * f3[o]


@numba.njit(nogil=True, cache=True, fastmath=_FAST)
def _bound(cross: Singles, energy: Singles, code_factor: Singles, gain: Singles) -> None:
    """Write the gain of the greatest code that rounding might allow."""
    cap = np.float32(SCALE_LIMIT * SCALE_STEPS)
    slack = np.float32(_CODE_SLACK)
    unit = np.float32(1.0 / SCALE_STEPS)
    two = np.float32(2.0)
    for o in range(len(cross)):
        code = cross[o] * code_factor[o]
        code = (code if code < cap else cap) + slack
        used = np.float32(np.int32(code)) * unit
        gain[o] = used * (two * cross[o] - used * energy[o])


@numba.njit(nogil=True, cache=True)
def _find_peaks(gain: Singles, peaks: Singles) -> None:
    """Note the greatest gain of each chunk, at least 0.

    Compared as integers, whose order is that of non-negative floats: that vectorises.
    """
    bits, peak_bits = gain.view(np.int32), peaks.view(np.int32)
    for chunk in range(len(peaks)):
        here = bits[chunk * CHUNK : (chunk + 1) * CHUNK]
        peak = np.int32(0)
        for o in range(CHUNK):
            peak = max(peak, here[o])
        peak_bits[chunk] = peak
