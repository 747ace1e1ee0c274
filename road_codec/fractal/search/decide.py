"""The float64 pass of the CPU back end: the reference arithmetic, and the tie rule.

What is computed here follows the rule of `base` operation by operation: no fused
operations, every sum in index order.
"""

import math

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.fractal.quantize import GREATEST_CODE, SCALE_LIMIT, SCALE_STEPS
from road_codec.fractal.search.base import Floats
from road_codec.fractal.search.propose import CHUNK, MARGIN, Singles

Choice = tuple[int, bool, int, float]
"""Domain, whether it is used backwards, code, error."""


@numba.njit(nogil=True, cache=True)
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


@numba.njit(nogil=True, cache=True)
def contract(frame: Floats, contracted: Floats) -> None:
    """Average neighbours; a contracted domain is every second of the results."""
    for i in range(len(contracted)):
        contracted[i] = (frame[i] + frame[i + 1]) * 0.5


@numba.njit(nogil=True, cache=True)
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


@numba.njit(nogil=True, cache=True)
def first_with_energy(beta: Floats) -> int:
    """Return the first domain that takes part, or -1."""
    for o in range(len(beta)):
        if beta[o] != 0.0:
            return o
    return -1


@numba.njit(nogil=True, cache=True)
def decide(
    block: Floats,
    contracted: Floats,
    domain_sum: Floats,
    beta: Floats,
    gain: Singles,
    peaks: Singles,
    rest: float,
    limit: float,
) -> Choice:
    """Choose among the domains whose bound reaches the best exact gain.

    Parameters
    ----------
    block : ndarray, shape (length,)
        The range; `rest` is its energy without the mean.
    contracted, domain_sum, beta : ndarray
        From `contract` and `sum_domains`.
    gain, peaks : ndarray of float32
        From `road_codec.fractal.search.propose`.
    limit : float
        Only errors below this count.
    """
    slack = MARGIN * rest
    lead = _greatest(gain, peaks)
    range_sum = 0.0
    for value in block:
        range_sum += value
    best: Choice = (0, False, 0, limit)
    # The most promising domain first: its exact error decides how many others to look at.
    # It is not yet the best itself, for an earlier domain with the same error has to win.
    needed = rest - limit
    if gain[lead] + slack >= needed and lead < len(beta) and beta[lead] != 0.0:
        error, _, _ = evaluate(block, contracted, domain_sum, beta, range_sum, lead)
        needed = max(needed, rest - error)
    for chunk in range(len(peaks)):
        if peaks[chunk] + slack >= needed:
            first, last = chunk * CHUNK, min((chunk + 1) * CHUNK, len(beta))
            for o in range(first, last):
                if gain[o] + slack >= needed and beta[o] != 0.0:
                    error, backwards, code = evaluate(
                        block, contracted, domain_sum, beta, range_sum, o
                    )
                    if error < best[3]:
                        best = (o, backwards, code, error)
                        needed = max(needed, rest - error)
    return best if best[3] < limit else (0, False, 0, np.inf)


@numba.njit(nogil=True, cache=True)
def evaluate(
    block: Floats,
    contracted: Floats,
    domain_sum: Floats,
    beta: Floats,
    range_sum: float,
    o: int,
) -> tuple[float, bool, int]:
    """Return error, direction and code of the better direction of domain `o`."""
    length = len(block)
    last = o + 2 * (length - 1)
    forward, backward = 0.0, 0.0
    for i in range(length):
        forward += block[i] * contracted[o + 2 * i]
        backward += block[i] * contracted[last - 2 * i]
    code_f = _code(length, forward, range_sum, domain_sum[o], beta[o])
    code_b = _code(length, backward, range_sum, domain_sum[o], beta[o])
    used_f, used_b = code_f / SCALE_STEPS, code_b / SCALE_STEPS
    mean, domain_mean = range_sum / length, domain_sum[o] / length
    offset_f, offset_b = mean - used_f * domain_mean, mean - used_b * domain_mean
    error_f, error_b = 0.0, 0.0
    for i in range(length):
        difference = contracted[o + 2 * i] * used_f + offset_f - block[i]
        error_f += difference * difference
        difference = contracted[last - 2 * i] * used_b + offset_b - block[i]
        error_b += difference * difference
    if error_b < error_f:
        return error_b, True, int(code_b)
    return error_f, False, int(code_f)


@numba.njit(nogil=True, cache=True)
def _code(length: int, product: float, range_sum: float, domain_sum: float, beta: float) -> float:
    scale = (length * product - range_sum * domain_sum) / beta
    if scale > SCALE_LIMIT:
        return float(GREATEST_CODE)
    if scale < -SCALE_LIMIT:
        return float(-GREATEST_CODE)
    return float(math.trunc(scale * SCALE_STEPS))


@numba.njit(nogil=True, cache=True)
def _greatest(gain: NDArray[np.float32], peaks: NDArray[np.float32]) -> int:
    """Return the position of the greatest bound."""
    best = 0
    for chunk in range(len(peaks)):
        if peaks[chunk] > peaks[best]:
            best = chunk
    lead = best * CHUNK
    for o in range(lead, lead + CHUNK):
        if gain[o] > gain[lead]:
            lead = o
    return lead
