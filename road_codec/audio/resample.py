"""Another sample rate by band-limited interpolation, through soxr."""

from collections.abc import Iterable, Iterator

import numpy as np
import soxr
from numpy.typing import NDArray

Singles = NDArray[np.float32]

# Samples of one channel that may be made at once: 4 MB each.
_AT_ONCE = 1 << 20


def resample(
    blocks: Iterable[Singles], from_hz: int, to_hz: int, n_channels: int
) -> Iterator[Singles]:
    """Yield blocks of shape (channels, any) at another rate; memory does not grow."""
    step = max(1, _AT_ONCE * from_hz // to_hz)
    stream = soxr.ResampleStream(from_hz, to_hz, n_channels, dtype="float32", quality="HQ")
    for block in blocks:
        for first in range(0, block.shape[1], step):
            piece = np.ascontiguousarray(block[:, first : first + step].T)
            yield stream.resample_chunk(piece).reshape(-1, n_channels).T
    last = np.zeros((0, n_channels), np.float32)
    yield stream.resample_chunk(last, last=True).reshape(-1, n_channels).T
