"""The spectra of a pair: of everything, coarsely, and of what is seen, finely."""

import math
import threading
import time
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import Enum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from road_codec import Progress, Source, Spectrogram, SpectrumSummary, open_source
from road_gui.compare.opening import OpenPair
from road_gui.jobs.job import JobRunner
from road_gui.jobs.latest import Latest
from road_gui.messages import explain

Floats = NDArray[np.float32]

FFT_LENGTHS = (256, 512, 1024, 2048, 4096, 8192)
_SUMMARY_FFT = 2048
_LONGEST_TILE_SECONDS = 600.0
# Share of a view by which a tile reaches beyond it.
_MARGIN = 0.25
_COLUMNS_A_PIXEL = 1.0
_SECONDS_BETWEEN_LOOKS = 1.0
# A view is divided into about so many frames that do not overlap, within the lengths that
# tell anything.
_FRAMES_A_VIEW = 48
_FEWEST_COLUMNS = 512
_NEPERS = np.float32(math.log(10.0) / 10.0)


class Side(Enum):
    """Which sound of a pair."""

    ORIGINAL = "original"
    DECODED = "decoded"


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """A spectrogram with its place.

    Attributes
    ----------
    levels_db : ndarray, shape (bins, columns)
        Levels.
    bin_hz : float
        Distance of two bins.
    first : float
        Sample of the pair at which column 0 begins.
    column_len : float
        Samples of the pair that a column covers.
    """

    levels_db: Floats
    bin_hz: float
    first: float
    column_len: float

    @property
    def last(self) -> float:
        """Sample of the pair at which the last column ends."""
        return self.first + self.column_len * float(self.levels_db.shape[1])

    def covers(self, first: float, last: float) -> bool:
        """Whether a stretch lies in it."""
        return self.first <= first + 1e-6 and last - 1e-6 <= self.last

    def coarser(self) -> "Levels":
        """Return half as many columns, each the mean power of two."""
        levels = self.levels_db
        if levels.shape[1] % 2:
            levels = np.concatenate([levels, levels[:, -1:]], axis=1)
        powers = np.exp(levels * _NEPERS)
        means = np.log(0.5 * (powers[:, 0::2] + powers[:, 1::2])) / _NEPERS
        return Levels(means.astype(np.float32), self.bin_hz, self.first, 2 * self.column_len)

    def has_columns_of(self, other: "Levels") -> bool:
        """Whether the columns of both are the same stretches of time."""
        return (self.first, self.column_len, self.levels_db.shape[1]) == (
            other.first,
            other.column_len,
            other.levels_db.shape[1],
        )

    def on_columns_of(self, other: "Levels") -> Floats:
        """Return the levels at the columns of another one, each from the nearest of its own."""
        if self.has_columns_of(other):
            return self.levels_db
        middles = other.first + other.column_len * (np.arange(other.levels_db.shape[1]) + 0.5)
        columns = np.floor((middles - self.first) / self.column_len).astype(np.int64)
        return self.levels_db[:, np.clip(columns, 0, self.levels_db.shape[1] - 1)]

    def level_at(self, sample: float, frequency_hz: float) -> float | None:
        """Return the level at a place, None outside."""
        column = math.floor((sample - self.first) / self.column_len)
        row = round(frequency_hz / self.bin_hz)
        n_rows, n_columns = self.levels_db.shape
        if 0 <= column < n_columns and 0 <= row < n_rows:
            return float(self.levels_db[row, column])
        return None


class Spectra(QObject):
    """Works out spectra as they are looked at.

    Parameters
    ----------
    pair : OpenPair
        Both sounds.
    runner : JobRunner
        Who runs the work.
    parent : QObject, optional
        Owner.

    Attributes
    ----------
    summaries : dict of Side to tuple of Levels
        What is there of the whole sounds, the finest first, each half as fine as the one before.
    tiles : dict of Side to Levels
        What is there of what was seen last.
    overclocking : int
        Times its rate at which the decoded sound is looked at.

    Signals
    -------
    changed()
        There is something else to be seen.
    failed(str)
        A sound could not be read, in a sentence.
    """

    changed = Signal()
    failed = Signal(str)

    def __init__(self, pair: OpenPair, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pair = pair
        self.overclocking = 1
        self._channel: int | None = None
        self._fft_len: int | None = None
        self.summaries: dict[Side, tuple[Levels, ...]] = {}
        self.tiles: dict[Side, Levels] = {}
        self._interim: dict[Side, tuple[Levels, ...]] = {}
        self._lock = threading.Lock()
        self._has_more = False
        self._is_started = False
        self._view = (0.0, 0.0, 0)
        self._ordered: tuple[float, float, int] | None = None
        self._readers = {side: Latest(runner, parent=self) for side in Side}
        for reader in self._readers.values():
            reader.progressed.connect(self._look)
            reader.done.connect(self._take_summary)
            reader.failed.connect(self._fail)
        self._tiler = Latest(runner, parent=self)
        self._tiler.done.connect(self._take_tiles)
        self._tiler.failed.connect(self._fail)

    def rate_hz(self, side: Side) -> float:
        """Return the rate at which a sound is looked at."""
        if side is Side.ORIGINAL:
            return float(self.pair.rate_hz)
        return float(self.pair.decoded_format.rate_hz) * self.overclocking

    @property
    def highest_hz(self) -> float:
        """Top of the axis that all pictures share."""
        return max(self.rate_hz(side) for side in Side) / 2

    def is_coming(self, side: Side) -> bool:
        """Whether more of a sound's spectra is still to come."""
        return self._readers[side].is_busy

    def start(self) -> None:
        """Read through both sounds, if that has not begun already."""
        if not self._is_started:
            self._is_started = True
            for side in Side:
                self._summarise(side)

    def cancel(self) -> None:
        """Stop soon, and tell nothing any more."""
        for latest in (*self._readers.values(), self._tiler):
            latest.forget()

    def set_overclocking(self, times: int) -> None:
        """Look at the decoded sound at so many times its rate."""
        if times != self.overclocking and times in self.pair.overclockings:
            self.overclocking = times
            self._drop(Side.DECODED)

    def set_channel(self, channel: int | None) -> None:
        """Look at one channel, or at the mean of all."""
        if channel != self._channel:
            self._channel = channel
            self._drop(*Side)

    def set_fft_len(self, fft_len: int | None) -> None:
        """Cut the original into frames of so many samples; None: as the view asks for."""
        if fft_len != self._fft_len:
            self._fft_len = fft_len
            self._drop(*Side)

    def want(self, first: float, last: float, n_pixels: int) -> None:
        """Work out what is needed to see a stretch on so many pixels."""
        self._view = (first, last, n_pixels)
        # The same is not asked for twice, whatever came of it.
        is_new = self._view != self._ordered
        if self._is_started and is_new and not self._suffices(first, last, n_pixels):
            self._order_tiles()

    @property
    def _kind(self) -> tuple[object, ...]:
        """What summaries depend on."""
        return (self.overclocking, self._channel, self._fft_len)

    def _drop(self, *sides: Side) -> None:
        for side in sides:
            with self._lock:
                self.summaries.pop(side, None)
                self._interim.pop(side, None)
            if self._is_started:
                self._summarise(side)
        # Tiles of both sounds belong together: they are subtracted.
        self.tiles = {}
        self._ordered = None
        if self._is_started:
            self.want(*self._view)
        self.changed.emit()

    def _suffices(self, first: float, last: float, n_pixels: int) -> bool:
        seconds = (last - first) / self.pair.rate_hz
        pixel = (last - first) / max(1, n_pixels)
        first, last = max(0.0, first), min(last, self._end)
        if seconds > _LONGEST_TILE_SECONDS or n_pixels < 1 or last - first < 1.0:
            return True
        if len(self.tiles) < len(Side):
            return False
        tile = self.tiles[Side.ORIGINAL]
        # Coarser ones blur, and much finer ones have frames that are too short.
        return tile.covers(first, last) and 0.45 < tile.column_len * _COLUMNS_A_PIXEL / pixel < 1.3

    @property
    def _end(self) -> float:
        return math.inf if self.pair.n_samples is None else float(self.pair.n_samples)

    def _order_tiles(self) -> None:
        first, last, n_pixels = self._ordered = self._view
        width = last - first
        before = max(0.0, first - _MARGIN * width)
        after = min(self._end, last + _MARGIN * width)
        n_columns = max(1, round(n_pixels * _COLUMNS_A_PIXEL * (after - before) / width))
        fft_len = self._fft_len or fitting_fft(width)
        self._tiler.want(lambda: self._make_tiles(before, after, n_columns, fft_len))

    def _summarise(self, side: Side) -> None:
        self._readers[side].want(lambda: self._read_all(side))

    # -- in the working threads ---------------------------------------------------

    def _read_all(self, side: Side) -> Generator[Progress, None, tuple[Side, tuple[Levels, ...]]]:
        rate_hz, channel, kind = self.rate_hz(side), self._channel, self._kind
        ratio = self.pair.rate_hz / rate_hz
        summary = SpectrumSummary(scaled_fft(self._fft_len or _SUMMARY_FFT, 1 / ratio))
        done, looked = 0, time.monotonic()
        for samples in self._blocks(side, 0.0, channel):
            summary.add(samples)
            done += samples.shape[1]
            if time.monotonic() - looked > _SECONDS_BETWEEN_LOOKS:
                self._show_so_far(side, kind, _placed(summary, rate_hz, ratio))
                looked = time.monotonic()
            yield Progress(done, None, round(rate_hz))
        return side, _placed(summary, rate_hz, ratio)

    def _show_so_far(
        self, side: Side, kind: tuple[object, ...], levels: tuple[Levels, ...]
    ) -> None:
        with self._lock:
            if kind == self._kind:  # else nobody wants to see it any more
                self._interim[side] = levels
                self._has_more = True

    def _make_tiles(
        self, first: float, last: float, n_columns: int, fft_len: int
    ) -> Generator[Progress, None, dict[Side, Levels]]:
        tiles = {}
        channel = self._channel
        for side in Side:
            rate_hz = self.rate_hz(side)
            scale = rate_hz / self.pair.rate_hz
            own_fft = scaled_fft(fft_len, scale)
            # What is read begins early enough for the first frame.
            begin = max(0, int(first - fft_len))
            offset = first * scale - round(begin * scale)
            made = Spectrogram(
                fft_len=own_fft, n_columns=n_columns, first=offset, length=(last - first) * scale
            )
            left = math.ceil((last - begin + fft_len) * scale)
            for samples in self._blocks(side, begin, channel):
                made.add(samples[:, :left])
                left -= samples.shape[1]
                yield Progress(0, None, round(rate_hz))
                if left <= 0:
                    break
            column_len = (last - first) / n_columns
            tiles[side] = Levels(made.result_db(), rate_hz / own_fft, first, column_len)
        return tiles

    def _blocks(self, side: Side, start: float, channel: int | None) -> Iterator[Floats]:
        """Yield a sound from a sample of the pair on."""
        pair, scale = self.pair, self.rate_hz(side) / self.pair.rate_hz
        is_original = side is Side.ORIGINAL
        path = pair.original if is_original else pair.decoded
        options = pair.options(1 if is_original else self.overclocking)
        own_start = pair.original_start if is_original else pair.decoded_start
        with open_source(path, options) as source:
            yield from _floats(source, round((start + own_start) * scale), channel)

    # -- what they tell -----------------------------------------------------------

    @Slot()
    def _look(self) -> None:
        """Tell of what a reader has so far; it is in a thread of its own and may not."""
        if self._has_more:
            self._has_more = False
            self.changed.emit()

    def summary(self, side: Side, pixel: float = 0.0) -> Levels | None:
        """Return what is known of a whole sound so far, no finer than a pixel of some samples."""
        with self._lock:
            known = self.summaries.get(side) or self._interim.get(side) or ()
        fitting = [levels for levels in known if levels.column_len <= pixel]
        return fitting[-1] if fitting else next(iter(known), None)

    @Slot(object)
    def _take_summary(self, found: tuple[Side, tuple[Levels, ...]]) -> None:
        side, levels = found
        self.summaries[side] = levels
        self.changed.emit()

    @Slot(object)
    def _take_tiles(self, tiles: dict[Side, Levels]) -> None:
        self.tiles = tiles
        self.changed.emit()
        self.want(*self._view)  # the view may have moved on

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(explain(error).line)
        self.changed.emit()  # nothing more is coming


def fitting_fft(n_samples: float) -> int:
    """Return the frame for a view of so many samples: fine in time when close, else in pitch."""
    wanted = max(1.0, n_samples / _FRAMES_A_VIEW)
    return min(max(FFT_LENGTHS[0], 1 << round(math.log2(wanted))), _SUMMARY_FFT)


def scaled_fft(fft_len: int, scale: float) -> int:
    """Return the frame that lasts about as long at another rate."""
    return min(max(32, 1 << round(math.log2(fft_len * scale))), 1 << 16)


def _placed(summary: SpectrumSummary, rate_hz: float, ratio: float) -> tuple[Levels, ...]:
    levels = summary.result_db()
    known = [Levels(levels, rate_hz / summary.fft_len, 0.0, summary.column_len * ratio)]
    while known[-1].levels_db.shape[1] > _FEWEST_COLUMNS:
        known.append(known[-1].coarser())
    return tuple(known)


def _floats(source: Source, start: int, channel: int | None) -> Iterator[Floats]:
    blocks = source.blocks(start)
    try:
        for audio in blocks:
            samples = np.nan_to_num(audio.as_float(), nan=0.0, posinf=0.0, neginf=0.0)
            yield samples if channel is None else samples[[channel]]
    finally:
        if isinstance(blocks, Generator):
            with closing(blocks):
                pass
