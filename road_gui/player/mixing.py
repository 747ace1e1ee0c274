"""Brings the lanes of a programme to one rate, side by side, frame by frame."""

import math
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from road_gui.player.passage import Loop
from road_gui.player.programme import Lane, Programme
from road_gui.player.source import Heard, Listening, Reader, route

Floats = NDArray[np.float32]
LaneFailed = Callable[[Heard, Exception], None]

JOIN_SECONDS = 0.005
"""Over how much of its end a loop goes over into what comes before its beginning."""

_BLOCK_SECONDS = 0.1
# A loop up to this size is decoded once and repeated from memory.
_MOST_KEPT_BYTES = 64 << 20
# Samples of the lower rate that a resampler has to have seen to give what it would have
# given from the beginning on: measured, 128 leave nothing above the rounding of floats.
_PREROLL = 256


class Readers:
    """The files of a programme, each open once for each lane."""

    def __init__(self) -> None:
        self._open: dict[tuple[Path, Heard], Reader] = {}

    def of(self, listening: Listening) -> Reader:
        """Return the reader of a lane, opening its file if need be."""
        key = (listening.path, listening.heard)
        if key not in self._open:
            self._open[key] = Reader(listening.path)
        return self._open[key]

    def keep_only(self, programme: Programme) -> None:
        """Close what a programme does not need."""
        needed = {(lane.listening.path, lane.listening.heard) for lane in programme.lanes}
        for key in set(self._open) - needed:
            self._open.pop(key).close()

    def close(self) -> None:
        """Let go of all files."""
        for reader in self._open.values():
            reader.close()
        self._open.clear()


class Mixer:
    """Frames of all lanes of a programme, at the rate of a sound card.

    Frames are counted from the beginning of the sound; frame *n* of every lane is the
    same instant.  The first lane passes through untouched where the card has its rate.

    Parameters
    ----------
    programme : Programme
        What there is.
    rate_hz : int
        Rate of the card.
    n_channels : int
        Its channels.
    readers : Readers
        Where files are opened.
    failed : callable
        Told of each lane that cannot be read any further; it is silent from there on.
    """

    def __init__(
        self,
        programme: Programme,
        rate_hz: int,
        n_channels: int,
        readers: Readers,
        failed: LaneFailed,
    ) -> None:
        main = programme.main
        self._programme, self._n_channels = programme, n_channels
        self._readers, self._failed = readers, failed
        self._block = max(1, round(_BLOCK_SECONDS * rate_hz))
        self._n_join = max(1, round(JOIN_SECONDS * rate_hz))
        self.frames_per_second = Fraction(rate_hz, main.sound.rate_hz) * main.rate_hz
        n_samples = main.sound.n_samples
        self.n_frames = None if n_samples is None else math.ceil(n_samples * self._zoom(main))

    def _zoom(self, lane: Lane) -> Fraction:
        """Return how many frames there are for a sample of a lane."""
        return self.frames_per_second / lane.rate_hz

    def frame_of(self, sample: int) -> int:
        """Return the frame at a sample of the first lane."""
        return round(sample * self._zoom(self._programme.main))

    @property
    def n_columns(self) -> int:
        """Samples of a frame."""
        return self._n_channels * len(self._programme.heard)

    def frames(
        self, start: int, loop: Loop | None = None, stop: int | None = None
    ) -> Generator[Floats, None, None]:
        """Yield frames from one on, shape (frames, columns), for ever if there is a loop ahead.

        Without one they end before the frame `stop`, or where the first lane does.
        """
        if loop is None or start >= loop[1]:
            yield from self._stretch(start, self.n_frames if stop is None else stop)
            return
        lead = self._lead_of(loop)
        yield from _blended(self._stretch(start, loop[1]), start, loop[1], lead)
        kept = (loop[1] - loop[0]) * self.n_columns * 4 <= _MOST_KEPT_BYTES
        if kept:
            yield from self._repeated(list(self._round(loop, lead)))
        while True:
            yield from self._round(loop, lead)

    def _round(self, loop: Loop, lead: Floats) -> Generator[Floats, None, None]:
        return _blended(self._stretch(*loop), loop[0], loop[1], lead)

    def _lead_of(self, loop: Loop) -> Floats:
        """Return what comes before a loop: its end goes over into that, so as not to click."""
        n = min(self._n_join, loop[1] - loop[0])
        first = max(0, loop[0] - n)
        found = [*self._stretch(first, loop[0])]
        silence = np.zeros((n - (loop[0] - first), self.n_columns), np.float32)
        return np.concatenate([silence, *found])

    def _repeated(self, blocks: list[Floats]) -> Iterator[Floats]:
        whole = np.concatenate(blocks)
        # Short loops are laid out several times: blocks of a millisecond would take all day.
        whole = np.tile(whole, (max(1, -(-self._block // len(whole))), 1))
        while True:
            yield whole

    def _stretch(self, start: int, stop: int | None) -> Generator[Floats, None, None]:
        """Yield frames from `start` to `stop`, or to the end of the first lane."""
        takers = [_Taker(self._guarded(lane, start), self._n_channels)
                  for lane in self._programme.lanes]  # fmt: skip
        heard = self._programme.heard
        try:
            while stop is None or start < stop:
                n = self._block if stop is None else min(self._block, stop - start)
                taken = [taker.take(n) for taker in takers]
                if stop is None:  # then the first lane tells where the end is
                    taken = [frames[: takers[0].n_taken] for frames in taken]
                if Heard.ERROR in heard:
                    by_name = dict(zip(heard, taken, strict=False))
                    taken.append(by_name[Heard.DECODED] - by_name[Heard.ORIGINAL])
                if not len(taken[0]):
                    return
                yield taken[0] if len(taken) == 1 else np.concatenate(taken, axis=1)
                start += n
        finally:
            for taker in takers:
                taker.close()

    def _guarded(self, lane: Lane, start: int) -> Generator[Floats, None, None]:
        """Yield a lane; what goes wrong in it leaves the others alone."""
        try:
            yield from self._delayed(lane, start)
        except Exception as error:  # noqa: BLE001 - a lane is a file, and may be anything
            self._failed(lane.heard, error)

    def _delayed(self, lane: Lane, start: int) -> Generator[Floats, None, None]:
        """Yield a lane from a frame of the first lane on; silence until it begins."""
        start -= round(lane.delay * self.frames_per_second)
        if start < 0:
            yield np.zeros((-start, self._n_channels), np.float32)
        yield from self._resampled(lane, max(0, start))

    def _resampled(self, lane: Lane, start: int) -> Generator[Floats, None, None]:
        reader, zoom = self._readers.of(lane.listening), self._zoom(lane)
        if zoom == 1:
            with closing(reader.blocks(lane.listening, start)) as blocks:
                for block in blocks:
                    yield route(block, self._n_channels)
            return
        # Imported where rates differ.
        import soxr

        # From a sample that falls on a frame, some way ahead of the first that is wanted.
        step = zoom.denominator
        preroll = math.ceil(_PREROLL * max(Fraction(1), 1 / zoom))
        sample = max(0, (math.floor(start / zoom) - preroll) // step * step)
        surplus = start - int(sample * zoom)
        resampler = soxr.ResampleStream(step, zoom.numerator, self._n_channels)
        with closing(reader.blocks(lane.listening, sample)) as blocks:
            for block in blocks:
                frames = resampler.resample_chunk(route(block, self._n_channels))
                yield frames[surplus:]
                surplus = max(0, surplus - len(frames))
        last = resampler.resample_chunk(np.zeros((0, self._n_channels), np.float32), last=True)
        yield last[surplus:]


class _Taker:
    """Cuts a stream of frames into pieces of any size; silence comes after its end."""

    def __init__(self, blocks: Generator[Floats, None, None], n_channels: int) -> None:
        self._blocks = blocks
        self._rest: Floats = np.zeros((0, n_channels), np.float32)
        self.n_taken = 0

    def take(self, n: int) -> Floats:
        """Return `n` frames; `n_taken` says how many of them were there."""
        if len(self._rest) >= n:  # no copy: a block is many pieces
            out, self._rest = self._rest[:n], self._rest[n:]
            self.n_taken = n
            return out
        pieces, missing = [self._rest], n - len(self._rest)
        self._rest = self._rest[:0]
        while missing > 0 and (block := next(self._blocks, None)) is not None:
            pieces.append(block[:missing])
            self._rest = block[missing:]
            missing -= len(pieces[-1])
        self.n_taken = n - missing
        return np.concatenate([*pieces, np.zeros((missing, pieces[0].shape[1]), np.float32)])

    def close(self) -> None:
        """Take nothing more."""
        self._blocks.close()


def _blended(
    blocks: Generator[Floats, None, None], start: int, stop: int, lead: Floats
) -> Generator[Floats, None, None]:
    """Let a stretch that ends at `stop` go over into what `lead` has, at its very end."""
    begin = stop - len(lead)
    share = (np.arange(1, len(lead) + 1, dtype=np.float32) / len(lead))[:, np.newaxis]
    with closing(blocks):
        for block in blocks:
            end = start + len(block)
            if end > begin:
                at = max(0, begin - start)
                part = slice(max(0, start - begin), end - begin)
                block = block.copy()  # noqa: PLW2901 - a block may be a view of another
                block[at:] += (lead[part] - block[at:]) * share[part]
            yield block
            start = end
