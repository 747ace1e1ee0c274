"""Mixing two channels into mid and side, and back."""

from enum import Enum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


class Mixing(Enum):
    """What the coded channels of a stereo sound are.

    MID stores (L+R)/2 first and (L-R)/2 second, SIDE the other way round,
    NONE left and right as they are.  Only two-channel sounds are mixed.
    """

    MID = "mid"
    SIDE = "side"
    NONE = "none"


def mix(samples: Floats, mixing: Mixing) -> Floats:
    """Return coded channels of sound channels, both of shape (channels, samples).

    Halves are exact in double precision, so `unmix` restores integers exactly.
    """
    if samples.shape[0] != 2 or mixing is Mixing.NONE:
        return samples
    left, right = samples
    middle, side = (left + right) * 0.5, (left - right) * 0.5
    return np.stack((middle, side) if mixing is Mixing.MID else (side, middle))


def unmix(coded: Floats, mixing: Mixing) -> Floats:
    """Return sound channels of coded channels, both of shape (channels, samples)."""
    if coded.shape[0] != 2 or mixing is Mixing.NONE:
        return coded
    middle, side = coded if mixing is Mixing.MID else coded[::-1]
    sound = np.empty_like(coded)
    np.add(middle, side, out=sound[0])
    np.subtract(middle, side, out=sound[1])
    return sound
