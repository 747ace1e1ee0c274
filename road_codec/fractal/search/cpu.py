"""The CPU back end: a vectorised float32 pass proposes, float64 decides."""

import numba
import numpy as np

from road_codec.fractal.search.base import Bools, Floats, Ints, Maps, Ranges
from road_codec.fractal.search.decide import (
    contract,
    decide,
    first_with_energy,
    measure,
    sum_domains,
)
from road_codec.fractal.search.propose import (
    CERTAIN,
    CHUNK,
    admit_unsure,
    bound_gains,
    describe_domains,
    describe_range,
)

# Sums of float64 are exact while numbers are as small as those of 16-bit sound.  For
# larger ones these factors, times the squared peak of the frame and the length, give
# the energy below which the rounding of the reference arithmetic itself could matter.
_UNSURE_DOMAIN = 2.0**-33
_UNSURE_RANGE = 2.0**-60


class CpuSearch:
    """Numba kernels that run without the interpreter lock: call it from many threads at once."""

    name = "cpu"

    def best_maps(self, frames: Floats, ranges: Ranges, limit: float) -> Maps:
        """Find the best maps; see `base.Search`."""
        n = len(ranges)
        found = Maps(
            np.zeros(n, np.int64), np.zeros(n, np.bool_), np.zeros(n, np.int64), np.full(n, np.inf)
        )
        # No error is below a limit of 0: variant B's way of splitting everything.
        if n == 0 or limit <= 0.0:
            return found
        used = np.unique(ranges.frame)
        _search_frames(
            np.ascontiguousarray(frames, np.float64),
            used,
            np.searchsorted(ranges.frame, used),
            np.searchsorted(ranges.frame, used, side="right"),
            ranges.start,
            ranges.length,
            float(limit),
            found.domain,
            found.reversed,
            found.scale,
            found.error,
        )
        return found


@numba.njit(nogil=True, cache=True)
def _search_frames(
    frames: Floats,
    rows: Ints,
    first: Ints,
    last: Ints,
    starts: Ints,
    length: int,
    limit: float,
    domain: Ints,
    backwards: Bools,
    scale: Ints,
    error: Floats,
) -> None:
    """Match the ranges ``first[i]..last[i]`` of each frame ``rows[i]``."""
    n_domains = frames.shape[1] - 2 * length + 1
    padded = -(-n_domains // CHUNK) * CHUNK
    contracted = np.empty(frames.shape[1] - 1)
    domain_sum, beta = np.empty(n_domains), np.empty(n_domains)
    features = np.zeros((length, padded), np.float32)
    energy, code_factor = np.zeros(padded, np.float32), np.zeros(padded, np.float32)
    cross, even = np.empty(padded, np.float32), np.empty(padded, np.float32)
    gain = np.zeros(padded, np.float32)
    peaks = np.empty(padded // CHUNK, np.float32)
    query = np.empty(length, np.float32)
    for each in range(len(rows)):
        frame = frames[rows[each]]
        peak, exact = measure(frame)
        contract(frame, contracted)
        sum_domains(contracted, length, domain_sum, beta)
        describe_domains(contracted, length, domain_sum, beta, features, energy, code_factor)
        first_domain = first_with_energy(beta)
        scale_of_doubt = peak * peak * length
        for one in range(first[each], last[each]):
            block = frame[starts[one] : starts[one] + length]
            rest = describe_range(block, query)
            if rest == 0.0 and (exact or block[0] == 0.0):
                # A constant range: every map has code 0 and error 0, so the first wins.
                if first_domain >= 0 and limit > 0.0:
                    domain[one], error[one] = first_domain, 0.0
                continue
            if rest <= _UNSURE_RANGE * scale_of_doubt:
                gain[:] = CERTAIN
                peaks[:] = CERTAIN
            else:
                bound_gains(features, energy, code_factor, query, cross, even, gain, peaks)
                if not exact:
                    admit_unsure(beta, _UNSURE_DOMAIN * scale_of_doubt * length, gain, peaks)
            domain[one], backwards[one], scale[one], error[one] = decide(
                block, contracted, domain_sum, beta, gain, peaks, rest, limit
            )
