"""What the lane of the error shows: decoded minus original, as large as it can be seen well."""

import math
from dataclasses import dataclass

import numpy as np

from road_gui.fractal.look import Floats, Look

MOST_MAGNIFIED = 1024
QUIETEST_PEAK = 1e-4


@dataclass(frozen=True, slots=True, eq=False)
class ErrorLane:
    """The error after some passes.

    Attributes
    ----------
    samples : ndarray, shape (n_samples,)
        Decoded minus original, full scale ±1.0, of the whole superframe.
    magnification : int
        How many times as large it is drawn as the waveform in a lane of that height would be:
        a power of two.
    peak : float
        The amplitude that fills the lane.
    """

    samples: Floats
    magnification: int
    peak: float


def error_lane(look: Look, passes: int, view: tuple[int, int]) -> ErrorLane | None:
    """Return the error for a stretch that is seen; None where there is no original."""
    samples = look.error_after(passes)
    if samples is None:
        return None
    whole = peak_of(look, view)
    error = float(np.abs(samples[view[0] : view[1]]).max())
    share = max(error / whole, 1.0 / MOST_MAGNIFIED)
    times = 1 << max(0, math.floor(-math.log2(share)))
    # Before the first pass the error may be larger than the sound itself.
    return ErrorLane(samples, times, max(whole, error) / times)


def peak_of(look: Look, view: tuple[int, int]) -> float:
    """Return the greatest amplitude that is seen of the sound, the same after any pass."""
    first, last = (edge * look.wish.zoom for edge in view)
    peak = max(QUIETEST_PEAK, float(np.abs(look.sounds[-1][first:last]).max()))
    if look.original is None:
        return peak
    return max(peak, float(np.abs(look.original[view[0] : view[1]]).max()))
