"""What a sound card's callback does: copy from a ring, fade, set numbers."""

import time
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from road_gui.player.monitor import Monitor
from road_gui.player.passage import Passage
from road_gui.player.source import Heard

Floats = NDArray[np.float32]

FADE_SECONDS = 0.005
"""How long one sound takes to go over into another: too short to notice, too long to click."""

_VOLUME_SECONDS = 0.02


class Tap:
    """Pours passages into a sound card, one after the other, without a click.

    `fill` belongs to the thread of the sound card, which may not wait: it takes no
    lock and makes nothing but views.  Everybody else sets the fields below and reads
    the counters; each of them is one reference or one number.

    Attributes
    ----------
    upcoming : Passage or None
        To be played from the next callback on; the one before fades out over it.
    heard : Heard
        Which lane of a passage is heard, from the next callback on.
    volume : float
        Factor on all samples, 0.0 to 1.0; reached within 20 ms.
    gains : mapping of Heard to float
        Factors on single lanes, 1.0 where one is missing; to be replaced, not changed.
    is_pausing : bool
        Asks `fill` to fade out and end; what it faded is played again afterwards.
    current : Passage or None
        The passage being played.
    monitor : Monitor
        What was handed out last.
    n_drain : int
        Frames of silence that `fill` gives after the last sound, before it ends: PortAudio
        drops what ALSA still holds when a stream ends.
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
        self.gains: Mapping[Heard, float] = {}
        self.heard = Heard.DECODED
        self.upcoming: Passage | None = None
        self.current: Passage | None = None
        self.monitor = Monitor(rate_hz, n_channels)
        self.is_pausing = False
        self.n_drain = 0
        self.has_ended = False
        self.beat = time.monotonic()
        self.run = 0
        self.n_callbacks = 0
        self.n_late = 0
        self.n_underflows = 0
        self._heard_now = self.heard
        self._level_now = volume
        self._n_fade = max(1, round(rate_hz * FADE_SECONDS))
        self._tail: Floats = np.zeros((self._n_fade, n_channels), np.float32)
        self._n_ramp = max(self._n_fade, round(rate_hz * _VOLUME_SECONDS))
        self._steps: Floats = np.arange(self._n_ramp, dtype=np.float32)[:, np.newaxis]
        self._ramp: Floats = np.empty((self._n_ramp, 1), np.float32)
        self._rises = False
        self._n_left = 0

    def rearm(self) -> None:
        """Make ready for another start of the stream; nobody calls `fill` meanwhile."""
        self.run += 1
        self.is_pausing = False
        self.has_ended = False
        self._n_left = 0
        self.beat = time.monotonic()
        self._level_now = self._level

    def take_over(self, before: "Tap") -> None:
        """Begin where another tap has ended; nobody calls `fill` of either meanwhile."""
        passage, other = self.upcoming, before.current
        if passage is not None and other is not None and passage.follows:
            lag = passage.lag_behind(other)
            # Where decoding did not keep up, going back a little is better than silence.
            if lag < passage.ring.available:
                passage.ring.skip(lag)

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

    @property
    def _level(self) -> float:
        return self.volume * self.gains.get(self._heard_now, 1.0)

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
        if self._n_left and (is_last or self.upcoming is self.current):
            return self._drain(out)
        before = self._heard_now
        goes_on = not is_last and self._complete(out, self._begin(out))
        if is_last:
            self._fade_away(out)
        # Gains of lanes change with the lanes, as fast as these.
        self._apply_level(out, self._n_ramp if self._heard_now is before else self._n_fade)
        self.monitor.write(out)
        self.has_ended = not goes_on
        self._n_left = 0 if goes_on else self.n_drain
        return goes_on or self._n_left > 0

    def _drain(self, out: Floats) -> bool:
        """Give silence until the card has played what it holds; return whether to go on."""
        out[:] = 0.0
        self.monitor.write(out)
        self._n_left = max(0, self._n_left - len(out))
        return self._n_left > 0

    def _begin(self, out: Floats) -> int:
        """Put what there is to play into `out`; return how many frames there were."""
        passage, current, heard = self.upcoming, self.current, self.heard
        if passage is not None and passage is not current:
            return self._go_over(out, passage, heard)
        if current is None:
            return 0
        if heard is not self._heard_now and not self._rises:
            return self._change_lane(out, current, heard)
        self._heard_now = heard
        n = current.ring.read_into(out, current.column_of(heard))
        if n and self._rises:
            self._scale(out[: min(n, self._n_fade)], 0.0, 1.0)
            self._rises = False
        return n

    def _change_lane(self, out: Floats, passage: Passage, heard: Heard) -> int:
        """Cross-fade from one lane into another, at the same frame of both."""
        tail = self._tail[: len(out)]
        n_tail = passage.ring.peek_into(tail, passage.column_of(self._heard_now))
        n = passage.ring.read_into(out, passage.column_of(heard))
        self._heard_now = heard
        n_tail = min(n, n_tail)
        self._scale(out[:n_tail], 0.0, 1.0)
        self._scale(tail[:n_tail], 1.0, 0.0)
        out[:n_tail] += tail[:n_tail]
        return n

    def _go_over(self, out: Floats, passage: Passage, heard: Heard) -> int:
        """Cross-fade from the current passage into another one."""
        n_tail = 0
        tail = self._tail[: len(out)]
        before = self.current
        if before is not None and passage.follows:
            lag = passage.lag_behind(before)
            # Where decoding did not keep up, going back a little is better than silence.
            if lag < passage.ring.available:
                passage.ring.skip(lag)
        if before is not None and passage.joins and not self._rises:
            n_tail = before.ring.read_into(tail, before.column_of(self._heard_now))
        self.current, self._heard_now = passage, heard
        n = passage.ring.read_into(out, passage.column_of(heard))
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
            column = passage.column_of(self._heard_now)
            n += passage.ring.read_into(out[n:], column)  # what came in between
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
        n, passage = 0, self.current
        if passage is not None and not self._rises:
            column = passage.column_of(self._heard_now)
            n = passage.ring.peek_into(out[: self._n_fade], column)
            self._scale(out[:n], 1.0, 0.0)
        out[n:] = 0.0
        self._rises = True

    def _apply_level(self, out: Floats, n_ramp: int) -> None:
        before, after = self._level_now, self._level
        self._level_now = after
        if before == after:
            n_ramp = 0
        else:
            n_ramp = min(len(out), n_ramp)
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
