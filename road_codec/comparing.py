"""Bringing two sounds together for the metrics: one rate, one length, one beginning."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.framing import regroup
from road_codec.audio.resample import resample
from road_codec.codecs.base import Source
from road_codec.errors import ParameterError
from road_codec.metrics.alignment import Aligner
from road_codec.metrics.report import Comparer, Comparison
from road_codec.progress import Progress, Task

Singles = NDArray[np.float32]

_BLOCK = 1 << 16
# Old files round the rate down by a few hertz: their samples still belong together.
_SAME_RATE = 0.001
# Rates that are further apart are no two versions of one sound, and cost memory without end.
_GREATEST_RATIO = 1024


def compare_sources(
    original: Source,
    decoded: Source,
    *,
    original_bytes: int | None = None,
    encoded_bytes: int | None = None,
) -> Task[Comparison]:
    """Measure how far `decoded` is from `original`, both read twice from the front.

    The second sound is resampled to the rate of the first where they differ by more
    than 0.1 %, and moved by the lag found in its first 30 seconds.

    Raises
    ------
    ParameterError
        If they have different numbers of channels, or rates that are too far apart.
    """
    shape, other = original.format, decoded.format
    if shape.n_channels != other.n_channels:
        raise ParameterError(
            f"channels: the original has {shape.n_channels}, the other sound "
            f"{other.n_channels}; only sounds with as many channels can be compared"
        )
    low, high = sorted((shape.rate_hz, other.rate_hz))
    if high > _GREATEST_RATIO * low:
        raise ParameterError(
            f"rate: the original has {shape.rate_hz} Hz, the other sound {other.rate_hz} Hz; "
            "they are too far apart to be compared"
        )
    yield Progress(0, shape.n_samples, shape.rate_hz, "aligning")
    lag = _find_lag(original, decoded)
    comparer = Comparer(shape.rate_hz, shape.n_channels)
    first = regroup(_floats(original, max(0, -lag)), _BLOCK)
    second = regroup(_skip(_at_rate(decoded, shape.rate_hz), max(0, lag)), _BLOCK)
    done = 0
    # Sounds of different lengths are compared as far as both go.
    for left, right in zip(first, second, strict=False):
        length = min(left.shape[1], right.shape[1])
        comparer.add(left[:, :length], right[:, :length])
        done += length
        yield Progress(done, shape.n_samples, shape.rate_hz)
    return comparer.result(
        lag_samples=lag, original_bytes=original_bytes, encoded_bytes=encoded_bytes
    )


def _find_lag(original: Source, decoded: Source) -> int:
    aligner = Aligner(original.format.rate_hz)
    pairs = zip(
        regroup(_floats(original, 0), _BLOCK),
        regroup(_at_rate(decoded, original.format.rate_hz), _BLOCK),
        strict=False,
    )
    for left, right in pairs:
        aligner.add(left, right)
        if aligner.full:
            break
    return aligner.result().lag_samples


def _at_rate(source: Source, rate_hz: int) -> Iterator[NDArray[np.float64]]:
    own = source.format.rate_hz
    if abs(own - rate_hz) <= _SAME_RATE * rate_hz:
        return _floats(source, 0)
    singles = (block.astype(np.float32) for block in _floats(source, 0))
    resampled = resample(singles, own, rate_hz, source.format.n_channels)
    return (block.astype(np.float64) for block in resampled)


def _floats(source: Source, start: int) -> Iterator[NDArray[np.float64]]:
    """Yield full-scale floats; what is not a number counts as silence."""
    for audio in source.blocks(start):
        kind = audio.sample_type
        centred = audio.samples.astype(np.float64) - kind.middle
        yield np.nan_to_num(centred / kind.full_scale, posinf=0.0, neginf=0.0)


def _skip(blocks: Iterator[NDArray[np.float64]], count: int) -> Iterator[NDArray[np.float64]]:
    for block in blocks:
        gone = min(count, block.shape[1])
        count -= gone
        if block.shape[1] > gone:
            yield block[:, gone:]
