"""Blocks of an original and its decoded sound, checked and cut into short stretches."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from road_codec.errors import ParameterError

Floats = NDArray[np.float64]
Samples = NDArray[np.floating[Any]]

SLAB_SIZE = 1 << 16
"""Samples over all channels that are worked on at a time: 512 KiB, so that they stay in cache."""

LARGEST_SAMPLE = float(np.finfo(np.float32).max)
"""Beyond what a float file can hold; its squares still add up within float64."""


def slabs(original: Samples, decoded: Samples) -> Iterator[Floats]:
    """Check a block of both sounds and yield it in short stretches.

    Parameters
    ----------
    original, decoded : ndarray of float, shape (channels, samples)
        The same stretch of both sounds, full scale ±1.0.

    Yields
    ------
    ndarray, shape (2, channels, n)
        Original and decoded as float64, contiguous; n is at least 1.

    Raises
    ------
    ParameterError
        If the shapes differ, or samples are not floats or not finite.
    """
    check_samples(original, "original")
    check_samples(decoded, "decoded")
    if original.shape != decoded.shape:
        raise ParameterError(f"original is {original.shape}, decoded is {decoded.shape}")
    n_channels, n_samples = original.shape
    step = max(1, SLAB_SIZE // max(1, n_channels))
    for start in range(0, n_samples if n_channels else 0, step):
        stretch = slice(start, start + step)
        yield np.stack((original[:, stretch], decoded[:, stretch])).astype(np.float64, copy=False)


def check_samples(samples: Samples, name: str) -> None:
    """Raise `ParameterError` unless `samples` are finite floats (channels, samples)."""
    if samples.ndim != 2 or samples.dtype.kind != "f":
        raise ParameterError(
            f"{name}: samples are {samples.dtype} {samples.shape}, "
            "must be float (channels, samples)"
        )
    # Written so that a NaN, which is neither in nor out of any range, fails too.
    if samples.size and not (samples.max() <= LARGEST_SAMPLE and samples.min() >= -LARGEST_SAMPLE):
        raise ParameterError(f"{name}: samples must be finite numbers, full scale is 1.0")
