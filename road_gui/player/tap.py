"""What a sound card's callback does: copy from a ring, fade, set numbers."""

import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from road_gui.player.ring import Ring

Floats = NDArray[np.float32]

FADE_SECONDS = 0.005
"""How long sound takes to come and go at a seek: too short to notice, too long to click."""

_VOLUME_SECONDS = 0.02


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A stretch of sound that is being decoded, from one place on.

    Attributes
    ----------
    serial : int
        Number of the order that it answers.
    ring : Ring
        Where its frames come in.
    rate_hz : int
        Frames of the ring per second.
    start : int
        Sample of the source at which the passage begins.
    source_rate_hz : int
        Samples of the source per second.
    joins : bool
        Whether what was playing goes over into it; else it begins from silence.
    """

    serial: int
    ring: Ring
    rate_hz: int
    start: int
    source_rate_hz: int
    joins: bool

    @property
    def start_seconds(self) -> float:
        """Where in the source the passage begins."""
        return self.start / self.source_rate_hz

    def seconds_at(self, n_frames: float) -> float:
        """Return where in the source a frame of the ring is, in seconds."""
        return self.start_seconds + max(0.0, n_frames) / self.rate_hz


class Tap:
    """Pours passages into a sound card, one after the other, without a click.

    `fill` belongs to the thread of the sound card, which may not wait: it takes no
    lock and makes nothing but views.  Everybody else sets the fields below and reads
    the counters; each of them is one reference or one number.

    Attributes
    ----------
    upcoming : Passage or None
        To be played from the next callback on; the one before fades out over it.
    volume : float
        Factor on all samples, 0.0 to 1.0; reached within 20 ms.
    is_pausing : bool
        Asks `fill` to fade out and end; what it faded is played again afterwards.
    current : Passage or None
        The passage being played.
    has_ended : bool
        Whether `fill` ended by itself: paused, or at the end of a passage.
    run : int
        How often the stream was started.
    beat : float
        Time of the last callback, on the clock of `time.monotonic`.
    n_callbacks, n_late, n_underflows : int
        How often `fill` was called, found too few frames, and was called too late.
    """

    def __init__(self, rate_hz: int, n_channels: int, volume: float = 1.0) -> None:
        self.rate_hz = rate_hz
        self.n_channels = n_channels
        self.volume = volume
        self.upcoming: Passage | None = None
        self.current: Passage | None = None
        self.is_pausing = False
        self.has_ended = False
        self.beat = time.monotonic()
        self.run = 0
        self.n_callbacks = 0
        self.n_late = 0
        self.n_underflows = 0
        self._volume_now = volume
        self._n_fade = max(1, round(rate_hz * FADE_SECONDS))
        self._tail: Floats = np.zeros((self._n_fade, n_channels), np.float32)
        n_ramp = max(self._n_fade, round(rate_hz * _VOLUME_SECONDS))
        self._steps: Floats = np.arange(n_ramp, dtype=np.float32)[:, np.newaxis]
        self._ramp: Floats = np.empty((n_ramp, 1), np.float32)
        self._rises = False

    def rearm(self) -> None:
        """Make ready for another start of the stream; nobody calls `fill` meanwhile."""
        self.run += 1
        self.is_pausing = False
        self.has_ended = False
        self.beat = time.monotonic()
        self._volume_now = self.volume

    @property
    def n_played(self) -> int:
        """Frames of the current passage that were handed to the sound card."""
        passage = self.current
        return 0 if passage is None else passage.ring.n_read

    @property
    def seconds(self) -> float | None:
        """Where in the source the next frame is; None before the first passage."""
        passage = self.current
        return None if passage is None else passage.seconds_at(passage.ring.n_read)

    def fill(self, out: Floats) -> bool:
        """Fill a buffer of the sound card, shape (frames, channels).

        Returns
        -------
        bool
            False with the last buffer.
        """
        self.n_callbacks += 1
        self.beat = time.monotonic()
        is_last = self.is_pausing  # may be set by another thread at any moment
        goes_on = not is_last and self._complete(out, self._begin(out))
        if is_last:
            self._fade_away(out)
        self._apply_volume(out)
        self.has_ended = not goes_on
        return goes_on

    def _begin(self, out: Floats) -> int:
        """Put what there is to play into `out`; return how many frames there were."""
        passage = self.upcoming
        if passage is not None and passage is not self.current:
            return self._go_over(out, passage)
        if self.current is None:
            return 0
        n = self.current.ring.read_into(out)
        if n and self._rises:
            self._scale(out[: min(n, self._n_fade)], 0.0, 1.0)
            self._rises = False
        return n

    def _go_over(self, out: Floats, passage: Passage) -> int:
        """Cross-fade from the current passage into another one."""
        n_tail = 0
        tail = self._tail[: len(out)]
        if self.current is not None and passage.joins and not self._rises:
            n_tail = self.current.ring.read_into(tail)
        self.current = passage
        n = passage.ring.read_into(out)
        # The beginning of a file is played as it is; anything else would begin with a click.
        if n_tail or passage.ring.n_read > n or passage.start:
            self._scale(out[: min(n, self._n_fade)], 0.0, 1.0)
        self._rises = n == 0
        if n_tail:
            self._scale(tail[:n_tail], 1.0, 0.0)
            out[n:n_tail] = 0.0
            out[:n_tail] += tail[:n_tail]
        return max(n, n_tail)

    def _complete(self, out: Floats, n: int) -> bool:
        """Deal with a buffer of which only `n` frames are there; return whether to go on."""
        passage = self.current
        if n < len(out) and passage is not None and passage.ring.is_complete:
            n += passage.ring.read_into(out[n:])  # what came in between
        if n == len(out):
            return True
        out[n:] = 0.0
        if passage is not None and passage.ring.is_exhausted and self.upcoming is passage:
            return False
        if n:
            n_fade = min(n, self._n_fade)
            self._scale(out[n - n_fade : n], 1.0, 0.0)
        self.n_late += 1
        self._rises = True
        return True

    def _fade_away(self, out: Floats) -> None:
        """Fade what comes next, but leave it in the ring to be played after the pause."""
        n = 0
        if self.current is not None and not self._rises:
            n = self.current.ring.peek_into(out[: self._n_fade])
            self._scale(out[:n], 1.0, 0.0)
        out[n:] = 0.0
        self._rises = True

    def _apply_volume(self, out: Floats) -> None:
        before, after = self._volume_now, self.volume
        self._volume_now = after
        n_ramp = 0
        if before != after:
            n_ramp = min(len(out), len(self._steps))
            self._scale(out[:n_ramp], before, after)
        if after != 1.0:
            np.multiply(out[n_ramp:], np.float32(after), out=out[n_ramp:])

    def _scale(self, frames: Floats, first: float, last: float) -> None:
        """Multiply by a straight line from `first` to `last`, in place."""
        n = len(frames)
        if n == 0:
            return
        ramp = self._ramp[:n]
        np.multiply(self._steps[:n], np.float32((last - first) / n), out=ramp)
        np.add(ramp, np.float32(first), out=ramp)
        np.multiply(frames, ramp, out=frames)
