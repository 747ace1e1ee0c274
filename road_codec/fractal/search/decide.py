"""The float64 pass of the CPU back end: the reference arithmetic, and the tie rule.

What is computed here follows the rule of `base` operation by operation: no fused
operations, every sum in index order.
"""

import math

import numba
import numpy as np

from road_codec.fractal.quantize import GREATEST_CODE, SCALE_LIMIT, SCALE_STEPS
from road_codec.fractal.search.base import Floats


@numba.njit(nogil=True, cache=True, error_model="numpy")
def measure(frame: Floats) -> tuple[float, bool]:
    """Return the peak, and whether sums of products of the samples are exact in float64.

    They are for halves of 16-bit integers, that is for all 8 and 16-bit sounds.
    """
    peak = 0.0
    halves = True
    for value in frame:
        peak = max(peak, abs(value))
        doubled = value * 2.0
        halves = halves and doubled == math.floor(doubled)
    return peak, halves and peak <= 65536.0


@numba.njit(nogil=True, cache=True, error_model="numpy")
def contract(frame: Floats, contracted: Floats, halves: Floats) -> None:
    """Average neighbours; a contracted domain is every second of the results.

    `halves`, shape (2, frame_len // 2), gets the even and the odd ones: domain `o` is a
    run of row ``o % 2`` that begins at ``o // 2``.
    """
    for i in range(len(contracted)):
        contracted[i] = (frame[i] + frame[i + 1]) * 0.5
        halves[i & 1, i >> 1] = contracted[i]


@numba.njit(nogil=True, cache=True, error_model="numpy")
def sum_domains(contracted: Floats, length: int, domain_sum: Floats, beta: Floats) -> None:
    """Sum every domain and its squares in index order, as the rule demands."""
    squares = np.zeros(len(beta))
    domain_sum[:] = 0.0
    for i in range(length):
        for o in range(len(beta)):
            value = contracted[o + 2 * i]
            domain_sum[o] += value
            squares[o] += value * value
    for o in range(len(beta)):
        beta[o] = length * squares[o] - domain_sum[o] * domain_sum[o]


@numba.njit(nogil=True, cache=True, error_model="numpy")
def first_with_energy(beta: Floats) -> int:
    """Return the first domain that takes part, or -1."""
    for o in range(len(beta)):
        if beta[o] != 0.0:
            return o
    return -1


@numba.njit(nogil=True, cache=True, error_model="numpy")
def evaluate(
    block: Floats, total: float, domain: Floats, domain_sum: float, beta: float
) -> tuple[float, bool, int]:
    """Return error, direction and code of the better direction of a contracted domain.

    Parameters
    ----------
    block, domain : ndarray, shape (length,)
        The range and the domain; `total` and `domain_sum` are their sums.
    beta : float
        ``length * sum(domain**2) - domain_sum**2``, not 0.
    """
    length = len(block)
    forward, backward = 0.0, 0.0
    for i in range(length):
        forward += block[i] * domain[i]
        backward += block[i] * domain[length - 1 - i]
    code_f = _code(length, forward, total, domain_sum, beta)
    code_b = _code(length, backward, total, domain_sum, beta)
    used_f, used_b = code_f / SCALE_STEPS, code_b / SCALE_STEPS
    mean, domain_mean = total / length, domain_sum / length
    offset_f, offset_b = mean - used_f * domain_mean, mean - used_b * domain_mean
    error_f, error_b = 0.0, 0.0
    for i in range(length):
        difference = domain[i] * used_f + offset_f - block[i]
        error_f += difference * difference
        difference = domain[length - 1 - i] * used_b + offset_b - block[i]
        error_b += difference * difference
    if error_b < error_f:
        return error_b, True, int(code_b)
    return error_f, False, int(code_f)


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _code(length: int, product: float, total: float, domain_sum: float, beta: float) -> float:
    scale = (length * product - total * domain_sum) / beta
    if scale > SCALE_LIMIT:
        return float(GREATEST_CODE)
    if scale < -SCALE_LIMIT:
        return float(-GREATEST_CODE)
    return float(math.trunc(scale * SCALE_STEPS))
