"""The oracle: the rule of `base` written down in NumPy, slow and beyond doubt."""

import numpy as np

from road_codec.fractal.quantize import SCALE_LIMIT, SCALE_STEPS
from road_codec.fractal.search.base import ROWS_AT_ONCE, Floats, Ints, Maps, Ranges

_RANGES_AT_ONCE = 64


def contract(frame: Floats, length: int) -> Floats:
    """Return every contracted domain of a frame, shape (length, n_domains)."""
    pairs = (frame[:-1] + frame[1:]) * 0.5
    n_domains = len(frame) - 2 * length + 1
    return np.stack([pairs[2 * i : 2 * i + n_domains] for i in range(length)])


class PlainSearch:
    """Every domain for every range, in the reference arithmetic."""

    name = "plain"
    rows_at_once = ROWS_AT_ONCE
    notices: tuple[str, ...] = ()

    def best_maps(self, frames: Floats, ranges: Ranges, limit: float) -> Maps:
        """Find the best maps; see `base.Search`."""
        n = len(ranges)
        found = Maps(
            np.zeros(n, np.int64), np.zeros(n, np.bool_), np.zeros(n, np.int64), np.full(n, np.inf)
        )
        for row in np.unique(ranges.frame):
            domains = contract(frames[row], ranges.length)
            mine = np.flatnonzero(ranges.frame == row)
            for first in range(0, len(mine), _RANGES_AT_ONCE):
                some = mine[first : first + _RANGES_AT_ONCE]
                starts = ranges.start[some]
                blocks = np.stack([frames[row][starts + i] for i in range(ranges.length)])
                _match(blocks, domains, limit, some, found)
        return found


def _match(blocks: Floats, domains: Floats, limit: float, rows: Ints, found: Maps) -> None:
    """Write the best maps of `blocks`, shape (length, n_ranges), to `rows` of `found`."""
    length = len(domains)
    range_sum, domain_sum = _in_order(blocks), _in_order(domains)
    beta = length * _in_order(domains * domains) - domain_sum * domain_sum
    takes_part = beta != 0.0
    if not takes_part.any():
        return
    errors, codes = [], []
    for direction in (domains, domains[::-1]):
        error, code = _fit(blocks, direction, range_sum, domain_sum, np.where(takes_part, beta, 1))
        errors.append(np.where(takes_part, error, np.inf))
        codes.append(code)
    backwards = errors[1] < errors[0]
    error = np.where(backwards, errors[1], errors[0])
    best = np.argmin(error, axis=1)
    each = np.arange(len(best))
    good = error[each, best] < limit
    rows, each, best = rows[good], each[good], best[good]
    found.domain[rows] = best
    found.reversed[rows] = backwards[each, best]
    found.scale[rows] = np.where(backwards, codes[1], codes[0])[each, best]
    found.error[rows] = error[each, best]


def _fit(
    blocks: Floats, domains: Floats, range_sum: Floats, domain_sum: Floats, beta: Floats
) -> tuple[Floats, Ints]:
    """Return errors and codes of every pair, both of shape (n_ranges, n_domains)."""
    length = len(domains)
    product = np.zeros((blocks.shape[1], domains.shape[1]))
    for block, domain in zip(blocks, domains, strict=True):
        product += block[:, np.newaxis] * domain
    scale = (length * product - range_sum[:, np.newaxis] * domain_sum) / beta
    code = np.trunc(np.clip(scale, -SCALE_LIMIT, SCALE_LIMIT) * SCALE_STEPS)
    used = code / SCALE_STEPS
    offset = (range_sum / length)[:, np.newaxis] - used * (domain_sum / length)
    error = np.zeros_like(product)
    for block, domain in zip(blocks, domains, strict=True):
        error += ((domain * used + offset) - block[:, np.newaxis]) ** 2
    return error, code.astype(np.int64)


def _in_order(columns: Floats) -> Floats:
    """Sum over the first axis, one after the other, as the original program does."""
    total = np.zeros(columns.shape[1:])
    for row in columns:
        total += row
    return total
