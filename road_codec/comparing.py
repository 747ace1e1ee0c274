"""Two sounds brought together: one rate, one beginning, one time axis for metrics and views."""

import math
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.framing import regroup
from road_codec.audio.resample import resample
from road_codec.codecs.base import Source
from road_codec.errors import ParameterError
from road_codec.metrics.alignment import Aligner, Alignment
from road_codec.metrics.report import Comparer, Comparison
from road_codec.progress import Progress, Task

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]

_BLOCK = 1 << 16
# Old files round the rate down by a few hertz: their samples still belong together.
_SAME_RATE = 0.001
# Rates that are further apart are no two versions of one sound, and cost memory without end.
_GREATEST_RATIO = 1024
# Samples of the lower rate that a resampler needs before what it gives does not depend on where
# it began; measured, with room to spare.
_WARM_UP = 512


class Pair:
    """An original and its decoded sound, read together from any place.

    Sample 0 of the pair is the first that both sounds have once the decoded one has been
    moved by its lag; the pair ends where one of them does.  The decoded sound is resampled
    to the rate of the original where they differ by more than 0.1 %.

    Parameters
    ----------
    original, decoded : Source
        Both sounds; they stay open as long as the pair is used.
    lag_samples : int
        By how much the decoded sound comes later, in samples of the original's rate.

    Raises
    ------
    ParameterError
        If they have different numbers of channels, or rates that are too far apart.
    """

    def __init__(self, original: Source, decoded: Source, *, lag_samples: int = 0) -> None:
        _check_likeness(original, decoded)
        self._original, self._decoded = original, decoded
        self.lag_samples = lag_samples

    @property
    def rate_hz(self) -> int:
        """Samples per second of the pair: those of the original."""
        return self._original.format.rate_hz

    @property
    def n_channels(self) -> int:
        """Channels of each sound."""
        return self._original.format.n_channels

    @property
    def original_start(self) -> int:
        """Where the pair begins in the original, in samples."""
        return max(0, -self.lag_samples)

    @property
    def decoded_start(self) -> int:
        """Where the pair begins in the decoded sound, in samples of the original's rate."""
        return max(0, self.lag_samples)

    @property
    def n_samples(self) -> int | None:
        """Length of what both sounds have; None while one of the lengths is unknown."""
        first, second = self._original.format, self._decoded.format
        if first.n_samples is None or second.n_samples is None:
            return None
        length = second.n_samples
        if not _is_same_rate(second.rate_hz, first.rate_hz):
            length = round(length * first.rate_hz / second.rate_hz)
        return max(0, min(first.n_samples - self.original_start, length - self.decoded_start))

    def align(self) -> Task[Alignment]:
        """Find the lag in the first 30 seconds of both sounds, and keep to it from now on."""
        yield Progress(0, self.n_samples, self.rate_hz, "aligning")
        aligner = Aligner(self.rate_hz)
        first = regroup(_floats(self._original, 0), _BLOCK)
        second = regroup(_at_rate(self._decoded, self.rate_hz, 0), _BLOCK)
        for left, right in zip(first, second, strict=False):
            aligner.add(left, right)
            if aligner.full:
                break
            yield Progress(0, self.n_samples, self.rate_hz, "aligning")
        found = aligner.result()
        self.lag_samples = found.lag_samples
        return found

    def blocks(self, start: int = 0, stop: int | None = None) -> Iterator[tuple[Floats, Floats]]:
        """Yield both sounds from sample `start` to `stop`, or as far as both go.

        Yields
        ------
        tuple of ndarray, shape (channels, n)
            The same stretch of the original and of the decoded sound, full scale ±1.0;
            what is not a number is silence.
        """
        start = max(0, start)
        known = self.n_samples
        left = math.inf if stop is None else stop - start
        if left <= 0 or (known is not None and start >= known):
            return
        first = regroup(_floats(self._original, self.original_start + start), _BLOCK)
        second = regroup(_at_rate(self._decoded, self.rate_hz, self.decoded_start + start), _BLOCK)
        # Sounds of different lengths belong together as far as both go.
        for one, other in zip(first, second, strict=False):
            length = int(min(one.shape[1], other.shape[1], left))
            yield one[:, :length], other[:, :length]
            left -= length
            if left <= 0:
                return

    def compare(
        self,
        start: int = 0,
        stop: int | None = None,
        *,
        original_bytes: int | None = None,
        encoded_bytes: int | None = None,
    ) -> Task[Comparison]:
        """Measure how far the sounds are apart, in all or from sample `start` to `stop`."""
        total = self.n_samples if stop is None else stop
        total = None if total is None else max(0, total - start)
        comparer = Comparer(self.rate_hz, self.n_channels)
        done = 0
        for original, decoded in self.blocks(start, stop):
            comparer.add(original, decoded)
            done += original.shape[1]
            yield Progress(done, total, self.rate_hz)
        return comparer.result(
            lag_samples=self.lag_samples,
            original_bytes=original_bytes,
            encoded_bytes=encoded_bytes,
        )


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
    pair = Pair(original, decoded)
    yield from pair.align()
    return (yield from pair.compare(original_bytes=original_bytes, encoded_bytes=encoded_bytes))


def _check_likeness(original: Source, decoded: Source) -> None:
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


def _is_same_rate(own_hz: int, rate_hz: int) -> bool:
    return abs(own_hz - rate_hz) <= _SAME_RATE * rate_hz


def _at_rate(source: Source, rate_hz: int, start: int) -> Iterator[Floats]:
    """Yield a sound at another rate, from sample `start` of that rate on."""
    own = source.format.rate_hz
    if _is_same_rate(own, rate_hz):
        yield from _floats(source, start)
        return
    # The resampler begins where samples of both rates fall together, and early enough.
    step = rate_hz // math.gcd(own, rate_hz)
    margin = _WARM_UP * max(1, -(-rate_hz // own))
    begin = max(0, start - margin) // step * step
    singles = (block.astype(np.float32) for block in _floats(source, begin * own // rate_hz))
    resampled = resample(singles, own, rate_hz, source.format.n_channels)
    yield from _skip((block.astype(np.float64) for block in resampled), start - begin)


def _floats(source: Source, start: int) -> Iterator[Floats]:
    """Yield full-scale floats; what is not a number counts as silence."""
    n_samples = source.format.n_samples
    if n_samples is not None and start > n_samples:
        return
    for audio in source.blocks(start):
        kind = audio.sample_type
        centred = audio.samples.astype(np.float64) - kind.middle
        yield np.nan_to_num(centred / kind.full_scale, posinf=0.0, neginf=0.0)


def _skip(blocks: Iterator[Floats], count: int) -> Iterator[Floats]:
    for block in blocks:
        gone = min(count, block.shape[1])
        count -= gone
        if block.shape[1] > gone:
            yield block[:, gone:]
