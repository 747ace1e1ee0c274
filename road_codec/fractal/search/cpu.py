"""The CPU back end: bounds in float32 propose, float64 decides."""

import numba
import numpy as np

from road_codec.fractal.search.base import ROWS_AT_ONCE, Bools, Floats, Ints, Maps, Ranges
from road_codec.fractal.search.bounds import (
    CHUNK,
    MARGIN,
    bound_pair,
    find_greatest,
    level_out,
    next_above,
    refine,
)
from road_codec.fractal.search.decide import (
    contract,
    evaluate,
    first_with_energy,
    measure,
    sum_domains,
)
from road_codec.fractal.search.directions import (
    N_ROWS,
    Singles,
    describe_domains,
    describe_range,
    make_basis,
)

# Sums of float64 are exact while numbers are as small as those of 16-bit sound.  For
# larger ones this factor, times the squared peak of the frame and the length, gives the
# energy of a range below which the rounding of the reference arithmetic could matter.
_UNSURE_RANGE = 2.0**-60

# Samples of domains that are looked at one by one before whole chunks are: there are mostly one
# or two domains, and where a long range is like noise hundreds.
_PATIENCE = 96

Choice = tuple[int, bool, int, float]
"""Domain (-1 for none), whether it is used backwards, code, error."""


class CpuSearch:
    """Numba kernels that run without the interpreter lock: call it from many threads at once.

    Parameters
    ----------
    notices : tuple of str
        Why it is used instead of another back end.
    """

    name = "cpu"
    rows_at_once = ROWS_AT_ONCE

    def __init__(self, notices: tuple[str, ...] = ()) -> None:
        self.notices = notices

    def best_maps(self, frames: Floats, ranges: Ranges, limit: float) -> Maps:
        """Find the best maps; see `base.Search`."""
        n = len(ranges)
        found = Maps(
            np.zeros(n, np.int64), np.zeros(n, np.bool_), np.zeros(n, np.int64), np.full(n, np.inf)
        )
        # No error is below a limit of 0: variant B's way of splitting everything.
        if n == 0 or limit <= 0.0:
            return found
        first = np.flatnonzero(np.diff(ranges.frame, prepend=-1))
        _search_frames(
            np.ascontiguousarray(frames, np.float64),
            ranges.frame[first],
            first,
            np.append(first[1:], n),
            ranges.start,
            make_basis(ranges.length),
            float(limit),
            found.domain,
            found.reversed,
            found.scale,
            found.error,
        )
        return found


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _search_frames(
    frames: Floats,
    rows: Ints,
    first: Ints,
    last: Ints,
    starts: Ints,
    basis: Floats,
    limit: float,
    domain: Ints,
    backwards: Bools,
    scale: Ints,
    error: Floats,
) -> None:
    """Match the ranges ``first[i]..last[i]`` of each frame ``rows[i]``."""
    n_domains = frames.shape[1] - 4 * basis.shape[1] + 1
    contracted, halves = np.empty(frames.shape[1] - 1), np.empty((2, frames.shape[1] // 2))
    domain_sum, beta = np.empty(n_domains), np.empty(n_domains)
    # Columns behind the last domain keep a norm of 0: nothing to gain there.
    table = np.zeros((N_ROWS, -(-n_domains // CHUNK) * CHUNK), np.float32)
    for each in range(len(rows)):
        frame = frames[rows[each]]
        peak, exact = measure(frame)
        contract(frame, contracted, halves)
        sum_domains(contracted, 2 * basis.shape[1], domain_sum, beta)
        describe_domains(contracted, domain_sum, basis, peak, table)
        mine = slice(first[each], last[each])
        _match(
            frame,
            starts[mine],
            basis,
            limit,
            exact,
            _UNSURE_RANGE * peak * peak,
            contracted,
            halves,
            domain_sum,
            beta,
            table,
            domain[mine],
            backwards[mine],
            scale[mine],
            error[mine],
        )


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _match(
    frame: Floats,
    starts: Ints,
    basis: Floats,
    limit: float,
    exact: bool,
    unsure: float,
    contracted: Floats,
    halves: Floats,
    domain_sum: Floats,
    beta: Floats,
    table: Singles,
    domain: Ints,
    backwards: Bools,
    scale: Ints,
    error: Floats,
) -> None:
    """Match the ranges of one frame, two at a time."""
    length = 2 * basis.shape[1]
    queries, bounds = np.empty((2, N_ROWS), np.float32), np.empty((2, table.shape[1]), np.float32)
    peaks = np.empty((2, table.shape[1] // CHUNK), np.float32)
    totals, rests = np.empty(2), np.empty(2)
    level, sums = np.empty((2, length)), np.empty((2, CHUNK))
    for pair in range(0, len(starts), 2):
        n_here = min(2, len(starts) - pair)
        for i in range(n_here):
            block = frame[starts[pair + i] : starts[pair + i] + length]
            totals[i], rests[i] = describe_range(block, basis, queries[i])
        if n_here == 1:
            queries[1] = queries[0]
        bound_pair(table, queries, length > 4, bounds, peaks)
        for i in range(n_here):
            one, total, rest = pair + i, totals[i], rests[i]
            block = frame[starts[one] : starts[one] + length]
            if rest == 0.0 and (exact or block[0] == 0.0):
                # A constant range: every map has code 0 and error 0, so the first wins.
                choice = (first_with_energy(beta), False, 0, 0.0)
            elif rest <= unsure * length:
                choice = _choose_among_all(block, total, limit, halves, domain_sum, beta)
            else:
                choice = _choose(
                    block, total, rest, limit, exact, contracted, halves, domain_sum, beta,
                    table, bounds[i], peaks[i], level, sums,
                )  # fmt: skip
            if choice[0] >= 0:
                domain[one], backwards[one], scale[one], error[one] = choice


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _choose(
    block: Floats,
    total: float,
    rest: float,
    limit: float,
    exact: bool,
    contracted: Floats,
    halves: Floats,
    domain_sum: Floats,
    beta: Floats,
    table: Singles,
    bounds: Singles,
    peaks: Singles,
    level: Floats,
    sums: Floats,
) -> Choice:
    """Decide between all domains whose bound reaches what has been gained already."""
    best: Choice = (-1, False, 0, limit)
    needed = _needed(rest, limit)
    # The most promising domain first: what it gains decides how many others to look at.
    lead = find_greatest(bounds, peaks)
    if lead < len(beta):
        if bounds[lead] < needed:
            return best
        best = _better(best, lead, block, total, halves, domain_sum, beta)
    level_out(block, total, level)
    patience = _PATIENCE // len(block)
    for chunk in range(len(peaks)):
        needed = _needed(rest, best[3])
        if peaks[chunk] < needed:
            continue
        # At once where the chunks before have used up all patience.
        if patience <= 0:
            refine(contracted, domain_sum, table, chunk, level, rest, exact, sums, bounds)
        o = next_above(bounds, chunk, needed, -1)
        while o < len(beta):
            best = _better(best, o, block, total, halves, domain_sum, beta)
            patience -= 1
            if patience == 0:
                refine(contracted, domain_sum, table, chunk, level, rest, exact, sums, bounds)
            o = next_above(bounds, chunk, _needed(rest, best[3]), o)
    return best


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _needed(rest: float, error: float) -> float:
    """Return the bound from which on a domain might reach an error; relative, as bounds are."""
    return 1.0 - error / rest - MARGIN


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _choose_among_all(
    block: Floats, total: float, limit: float, halves: Floats, domain_sum: Floats, beta: Floats
) -> Choice:
    """Decide between all domains, for a range that is too quiet for bounds to mean anything."""
    best: Choice = (-1, False, 0, limit)
    for o in range(len(beta)):
        best = _better(best, o, block, total, halves, domain_sum, beta)
    return best


@numba.njit(nogil=True, cache=True, error_model="numpy")
def _better(
    best: Choice,
    o: int,
    block: Floats,
    total: float,
    halves: Floats,
    domain_sum: Floats,
    beta: Floats,
) -> Choice:
    """Return the better of `best` and domain `o`, by the rule of `base`."""
    if beta[o] == 0.0 or o == best[0]:
        return best
    found = halves[o & 1][o >> 1 : (o >> 1) + len(block)]
    error, backwards, code = evaluate(block, total, found, domain_sum[o], beta[o])
    if error < best[3] or (error == best[3] and o < best[0]):
        return (o, backwards, code, error)
    return best
