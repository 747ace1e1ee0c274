"""Frequency axes for people: linear, logarithmic and mel, and spectra brought to their rows."""

import math

import numpy as np

from road_codec.errors import ParameterError
from road_codec.metrics.pairs import Floats, Samples

FREQUENCY_SCALES = ("linear", "log", "mel")

LOWEST_LOG_HZ = 20.0
"""Where a logarithmic axis begins: the lowest tone that is heard as one."""

_MEL_BREAK_HZ = 700.0


def place_of_hz(frequency_hz: Floats | float, scale: str, highest_hz: float) -> Floats:
    """Return where frequencies stand on an axis: 0.0 at its foot, 1.0 at `highest_hz`.

    Parameters
    ----------
    frequency_hz : ndarray or float
        Frequencies; below the foot of a logarithmic axis, at `LOWEST_LOG_HZ`, the place
        is below 0.
    scale : {"linear", "log", "mel"}
        The axis.  Mel is 2595 log10(1 + f / 700), as O'Shaughnessy, *Speech Communication:
        Human and Machine*, 1987, gives it.
    highest_hz : float
        The top of the axis.

    Raises
    ------
    ParameterError
        If the scale is unknown.
    """
    low, high = _warped(np.array([_foot_hz(scale, highest_hz), highest_hz]), scale)
    warped = _warped(np.asarray(frequency_hz, dtype=np.float64), scale)
    place: Floats = (warped - low) / (high - low)
    return place


def hz_at_place(place: Floats | float, scale: str, highest_hz: float) -> Floats:
    """Return which frequencies stand at places of an axis; the inverse of `place_of_hz`."""
    low, high = _warped(np.array([_foot_hz(scale, highest_hz), highest_hz]), scale)
    warped: Floats = low + np.asarray(place, dtype=np.float64) * (high - low)
    if scale == "log":
        warped = np.exp(warped)
    elif scale == "mel":
        warped = _MEL_BREAK_HZ * np.expm1(warped)
    return warped


def to_rows(levels_db: Samples, bin_hz: float, edges_hz: Floats) -> Samples:
    """Bring spectra to the rows of an axis.

    Parameters
    ----------
    levels_db : ndarray, shape (bins, columns)
        Spectra; bin k stands for k · `bin_hz`.
    bin_hz : float
        Distance of two bins.
    edges_hz : ndarray, shape (rows + 1,)
        Frequencies between which the rows lie, ascending.

    Returns
    -------
    ndarray, shape (rows, columns)
        The level of the mean power of the bins in a row; where a row has no bin of its own
        the levels of its neighbours are joined by a line.  Minus infinity above the
        highest bin.
    """
    n_bins = levels_db.shape[0]
    firsts = np.ceil(edges_hz / bin_hz - 1e-9).astype(np.int64)
    counts = np.diff(np.minimum(firsts, n_bins))
    middles = 0.5 * (edges_hz[:-1] + edges_hz[1:]) / bin_hz
    rows = _interpolated(levels_db, middles)
    full = np.flatnonzero(counts > 1)
    if full.size:
        # Of single precision exp is many times faster than a power of ten.  The row more is
        # for ends behind the last bin; all is worked out in one array, for it may be large.
        powers = np.ones((n_bins + 1, levels_db.shape[1]), levels_db.dtype)
        np.multiply(levels_db, levels_db.dtype.type(math.log(10.0) / 10.0), out=powers[:-1])
        np.exp(powers[:-1], out=powers[:-1])
        # Pairs of first and end; only the sums of the first of each pair count.
        ends = np.minimum(firsts[full + 1], n_bins)
        cuts = np.stack([firsts[full], ends], axis=1).reshape(-1)
        sums = np.add.reduceat(powers, cuts, axis=0)[::2]
        rows[full] = 10.0 * np.log10(sums / counts[full, np.newaxis])
    return rows


def _interpolated(levels_db: Samples, middles: Floats) -> Samples:
    """Return levels at fractions of bins, shape (rows, columns)."""
    n_bins = levels_db.shape[0]
    below = np.clip(np.floor(middles).astype(np.int64), 0, n_bins - 1)
    above = np.minimum(below + 1, n_bins - 1)
    share = np.clip(middles - below, 0.0, 1.0)[:, np.newaxis].astype(levels_db.dtype)
    rows: Samples = levels_db[below] * (1 - share) + levels_db[above] * share
    rows[middles > n_bins - 0.5] = -np.inf
    return rows


def _foot_hz(scale: str, highest_hz: float) -> float:
    # An axis of a very low rate still has a decade.
    return min(LOWEST_LOG_HZ, highest_hz / 10.0) if scale == "log" else 0.0


def _warped(frequency_hz: Floats, scale: str) -> Floats:
    if scale == "linear":
        return frequency_hz
    if scale == "log":
        return np.log(np.maximum(frequency_hz, 1e-9))
    if scale == "mel":
        return np.log1p(frequency_hz / _MEL_BREAK_HZ)
    raise ParameterError(
        f"frequency scale: {scale!r}, must be one of {', '.join(FREQUENCY_SCALES)}"
    )
