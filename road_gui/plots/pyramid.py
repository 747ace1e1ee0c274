"""The extremes of a sound at every scale, so that an hour is drawn as fast as a second."""

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

BLOCK = 256
"""Samples of the finest level; measured as a good balance of memory and speed."""

FACTOR = 4
"""Each level has blocks so many times as long as the one below."""

# A column of the picture is made of whole blocks.  With at least four of them a column
# is never more than a quarter wider than a pixel.
_BLOCKS_A_COLUMN = 4


@dataclass(frozen=True, slots=True)
class Envelope:
    """What to draw of a stretch: one column a bin, or the samples themselves.

    Attributes
    ----------
    start : int
        Sample at which the first bin begins.
    bin_len : int
        Samples of a bin; 1 where `low` and `high` are the samples.
    low, high : ndarray, shape (channels, bins)
        Least and greatest sample of each bin.
    """

    start: int
    bin_len: int
    low: Floats
    high: Floats

    @property
    def n_bins(self) -> int:
        """Number of bins."""
        return int(self.low.shape[1])

    @property
    def is_raw(self) -> bool:
        """Whether these are the samples, so that a line goes through them."""
        return self.bin_len == 1


class Pyramid:
    """Least and greatest samples of blocks of 256, 1024, 4096 ... samples.

    Samples are appended while a file is being decoded, in one thread, and drawn
    in another.  They are not kept: where a view needs them, the few that it needs
    are decoded again and handed over by `set_detail`.

    Parameters
    ----------
    n_channels : int
        Channels of the sound.
    """

    def __init__(self, n_channels: int) -> None:
        self._n_channels = n_channels
        self._n_samples = 0
        self._levels = [_Level(n_channels)]
        self._detail: tuple[int, Floats] | None = None
        self._lock = threading.Lock()

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return self._n_channels

    @property
    def n_samples(self) -> int:
        """Samples appended so far, of one channel."""
        return self._n_samples

    @property
    def peak(self) -> float:
        """Greatest sample so far, whatever its sign; 0.0 before there is any."""
        with self._lock:
            top = self._levels[-1]
            low, high = top.low[:, : top.n_blocks], top.high[:, : top.n_blocks]
            return float(max(-low.min(initial=0.0), high.max(initial=0.0)))

    def append(self, samples: Floats) -> None:
        """Add what comes next, shape (channels, samples)."""
        if samples.shape[1] == 0:
            return
        with self._lock:
            first = self._levels[0].add_samples(samples, self._n_samples)
            self._n_samples += samples.shape[1]
            self._lift(first)

    def _lift(self, first: int) -> None:
        """Renew every level above the finest, from block `first` of that on."""
        index = 0
        while self._levels[index].n_blocks > FACTOR:
            if index + 1 == len(self._levels):
                self._levels.append(_Level(self._n_channels))
                first = 0
            first = self._levels[index + 1].gather(self._levels[index], first)
            index += 1

    def set_detail(self, start: int, samples: Floats) -> None:
        """Keep the samples from `start` on, shape (channels, samples), for close views."""
        with self._lock:
            self._detail = (start, samples)

    def has_detail(self, start: int, stop: int) -> bool:
        """Whether the samples from `start` to `stop` are at hand."""
        detail = self._detail
        return detail is not None and _covers(detail, max(0, start), min(stop, self._n_samples))

    def needs_detail(self, start: int, stop: int, n_pixels: int) -> bool:
        """Whether the finest blocks are too coarse for `n_pixels` pixels."""
        return stop - start < n_pixels * BLOCK and not self.has_detail(start, stop)

    def reduce(self, start: int, stop: int, n_pixels: int) -> Envelope:
        """Return the extremes of samples `start` to `stop`, about one bin a pixel.

        Parameters
        ----------
        start, stop : int
            What is seen; parts outside the sound are left out.
        n_pixels : int
            Width of the picture.

        Returns
        -------
        Envelope
            With at most `n_pixels` + 1 bins, or samples where there are not more than
            two a pixel.  Bins begin at multiples of their length: they stay what they
            are, and do not flicker, while the view moves.
        """
        with self._lock:
            start, stop = max(0, start), min(stop, self._n_samples)
            if stop <= start or n_pixels < 1:
                none = np.empty((self._n_channels, 0), np.float32)
                return Envelope(0, 1, none, none)
            samples_a_pixel = (stop - start) / n_pixels
            close = samples_a_pixel < BLOCK * _BLOCKS_A_COLUMN
            if close and self._detail is not None and _covers(self._detail, start, stop):
                return _from_detail(self._detail, start, stop, samples_a_pixel)
            return self._from_blocks(start, stop, samples_a_pixel)

    def _from_blocks(self, start: int, stop: int, samples_a_pixel: float) -> Envelope:
        index, block = 0, BLOCK
        while (
            index + 1 < len(self._levels) and block * FACTOR * _BLOCKS_A_COLUMN <= samples_a_pixel
        ):
            index, block = index + 1, block * FACTOR
        level = self._levels[index]
        blocks_a_bin = max(1, int(np.ceil(samples_a_pixel / block)))
        bin_len = blocks_a_bin * block
        first = start // bin_len * blocks_a_bin
        # Whole bins, to the end of the sound: what is seen of one does not change it.
        last = min(-(-stop // bin_len) * blocks_a_bin, level.n_blocks)
        edges = np.arange(first, last, blocks_a_bin)
        low = np.minimum.reduceat(level.low[:, :last], edges, axis=1)
        high = np.maximum.reduceat(level.high[:, :last], edges, axis=1)
        return Envelope(first * block, bin_len, low, high)


def _covers(detail: tuple[int, Floats], start: int, stop: int) -> bool:
    first, samples = detail
    return first <= start and stop <= first + samples.shape[1]


def _from_detail(
    detail: tuple[int, Floats], start: int, stop: int, samples_a_pixel: float
) -> Envelope:
    first, samples = detail
    if samples_a_pixel <= 2.0:
        seen = samples[:, start - first : stop - first]
        return Envelope(start, 1, seen, seen)
    bin_len = int(np.ceil(samples_a_pixel))
    # Bins begin at multiples of their length, as far as the detail goes.
    edges = np.arange(start // bin_len * bin_len, stop, bin_len)
    cuts = np.maximum(edges - first, 0)
    seen = samples[:, : stop - first]
    return Envelope(
        int(edges[0]),
        bin_len,
        np.minimum.reduceat(seen, cuts, axis=1),
        np.maximum.reduceat(seen, cuts, axis=1),
    )


class _Level:
    """The blocks of one length; the last one may still be growing."""

    def __init__(self, n_channels: int) -> None:
        self._low = np.empty((n_channels, 64), np.float32)
        self._high = np.empty((n_channels, 64), np.float32)
        self.n_blocks = 0

    @property
    def low(self) -> Floats:
        """Least samples, shape (channels, blocks)."""
        return self._low[:, : self.n_blocks]

    @property
    def high(self) -> Floats:
        """Greatest samples, shape (channels, blocks)."""
        return self._high[:, : self.n_blocks]

    def add_samples(self, samples: Floats, n_before: int) -> int:
        """Take samples into blocks; return the first block that they changed."""
        first, filled = divmod(n_before, BLOCK)
        n_total = n_before + samples.shape[1]
        cuts = np.maximum(np.arange(first * BLOCK, n_total, BLOCK) - n_before, 0)
        low = np.minimum.reduceat(samples, cuts, axis=1)
        high = np.maximum.reduceat(samples, cuts, axis=1)
        if filled:
            low[:, 0] = np.minimum(low[:, 0], self._low[:, first])
            high[:, 0] = np.maximum(high[:, 0], self._high[:, first])
        self._put(first, low, high)
        return first

    def gather(self, finer: "_Level", first: int) -> int:
        """Renew from the finer level's block `first` on; return the first own block changed."""
        own = first // FACTOR
        cuts = np.arange(0, finer.n_blocks - own * FACTOR, FACTOR)
        low = np.minimum.reduceat(finer.low[:, own * FACTOR :], cuts, axis=1)
        high = np.maximum.reduceat(finer.high[:, own * FACTOR :], cuts, axis=1)
        self._put(own, low, high)
        return own

    def _put(self, first: int, low: Floats, high: Floats) -> None:
        stop = first + low.shape[1]
        if stop > self._low.shape[1]:
            self._low = _grown(self._low, stop)
            self._high = _grown(self._high, stop)
        self._low[:, first:stop] = low
        self._high[:, first:stop] = high
        self.n_blocks = stop


def _grown(array: Floats, n_columns: int) -> Floats:
    grown = np.empty((array.shape[0], max(n_columns, 2 * array.shape[1])), array.dtype)
    grown[:, : array.shape[1]] = array
    return grown
