"""The thread that decodes ahead of the sound card."""

import threading
import time
from contextlib import closing
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from road_gui.player.mixing import Mixer, Readers
from road_gui.player.passage import Loop, Passage
from road_gui.player.programme import Programme
from road_gui.player.ring import Ring
from road_gui.player.source import Heard
from road_gui.player.tap import Tap

Floats = NDArray[np.float32]

AHEAD_SECONDS = 2.0
"""How far the decoder runs ahead: some superframes, and as long as one may take to decode."""

READY_SECONDS = 0.2
"""How much is decoded before anything is heard."""

_POLL_SECONDS = 0.01
# An order that was overtaken is still brought to sound if that takes no longer: in a storm
# of seeks something is heard, and the last one never waits for more.
_PATIENCE_SECONDS = 0.1
_FOLLOW_SECONDS = 1.5


@dataclass(frozen=True, slots=True, eq=False)
class Order:
    """What is to be decoded, from where, and for whom.

    Attributes
    ----------
    serial : int
        Number of the order; later ones are greater.
    programme : Programme
        What is decoded.
    start : int
        Sample of its first lane at which to begin.
    loop : (int, int) or None
        First sample of a loop, and the one behind its last.
    stop : int or None
        Sample of its first lane behind the last; None: to its end.
    tap : Tap
        Who plays it; its rate and channels are what is delivered.
    joins : bool
        Whether what is playing goes over into it.
    follows : bool
        Whether it is to go on where the tap is by the time that it is ready.
    before : Tap or None
        The tap that plays until then, where that is another one.
    """

    serial: int
    programme: Programme
    start: int
    loop: Loop | None
    stop: int | None
    tap: Tap
    joins: bool
    follows: bool
    before: Tap | None = None


class Feeder(QObject):
    """Decodes what was ordered last, and hands it to a tap as soon as there is enough.

    Signals
    -------
    ready(int)
        The passage of that order has been put into its tap.
    failed(int, Exception)
        That order could not be decoded any further.
    lane_failed(int, Heard, Exception)
        One of the sounds of that order could not be read; the others go on.
    """

    ready = Signal(int)
    failed = Signal(int, object)
    lane_failed = Signal(int, object, object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        ahead_seconds: float = AHEAD_SECONDS,
        ready_seconds: float = READY_SECONDS,
    ) -> None:
        super().__init__(parent)
        self._ahead_seconds, self._ready_seconds = ahead_seconds, ready_seconds
        self._wake = threading.Condition()
        self._order: Order | None = None
        self._is_ending = False
        self._thread: threading.Thread | None = None
        self._readers = Readers()
        self._wants_anew = False

    def put(self, order: Order) -> None:
        """Decode this, and forget what was ordered before."""
        with self._wake:
            self._order = order
            self._wake.notify()
        if self._thread is None:
            self._is_ending = False
            self._thread = threading.Thread(target=self._work, name="player", daemon=True)
            self._thread.start()

    def rest(self) -> None:
        """Decode nothing more, and let go of the file."""
        with self._wake:
            self._order = None
            self._wants_anew = True
            self._wake.notify()

    def shut_down(self) -> None:
        """End the thread; takes as long as the decoder takes for one block."""
        with self._wake:
            self._order = None
            self._is_ending = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        served: Order | None = None
        try:
            while not self._is_ending:
                with self._wake:
                    order = self._order
                    if order is served and not self._is_ending:
                        self._wake.wait()
                        continue
                served = order
                if order is None:
                    self._readers.close()
                else:
                    self._serve(order)
        finally:
            self._readers.close()

    def _serve(self, order: Order) -> None:
        def lose(heard: Heard, error: Exception) -> None:
            if heard is order.programme.main.heard and _needs(order, heard):
                raise error
            self.lane_failed.emit(order.serial, heard, error)

        try:
            if self._wants_anew:  # a file may have been written anew, though its name is the same
                self._wants_anew = False
                self._readers.close()
            self._readers.keep_only(order.programme)
            tap = order.tap
            mixer = Mixer(order.programme, tap.rate_hz, tap.n_channels, self._readers, lose)
            pouring = _Pouring(order, mixer, self._ahead_seconds, self._ready_seconds)
            with closing(mixer.frames(pouring.start, pouring.loop, pouring.stop)) as blocks:
                for frames in blocks:
                    if not self._pour(pouring, frames):
                        return
            pouring.complete()
            self._offer(pouring, is_all=True)
        except Exception as error:  # noqa: BLE001 - nothing may leave a thread unseen
            self._readers.close()
            self.failed.emit(order.serial, error)

    def _pour(self, pouring: "_Pouring", frames: Floats) -> bool:
        """Put frames into the ring as it empties; return False if nobody wants them any more."""
        while True:
            frames = frames[pouring.write(frames) :]
            if pouring.is_ready:
                self._offer(pouring)
            if self._is_unwanted(pouring):
                return False
            if not len(frames):
                return True
            with self._wake:
                self._wake.wait(_POLL_SECONDS)

    def _offer(self, pouring: "_Pouring", *, is_all: bool = False) -> None:
        if not pouring.is_offered and pouring.offer(is_all=is_all):
            self.ready.emit(pouring.order.serial)

    def _is_unwanted(self, pouring: "_Pouring") -> bool:
        current = self._order
        if current is pouring.order:
            return False
        return current is None or pouring.is_offered or pouring.age > _PATIENCE_SECONDS


def _needs(order: Order, lane: Heard) -> bool:
    """Whether what is heard now comes from a lane."""
    heard, programme = order.tap.heard, order.programme
    return heard in (lane, Heard.ERROR) or heard not in programme.heard


class _Pouring:
    """One order on its way into the tap."""

    def __init__(
        self, order: Order, mixer: Mixer, ahead_seconds: float, ready_seconds: float
    ) -> None:
        tap = order.tap
        self.order = order
        self.is_offered = False
        self.start = mixer.frame_of(order.start)
        self.stop = None if order.stop is None else mixer.frame_of(order.stop)
        self.loop = None
        if order.loop is not None:
            first, last = (mixer.frame_of(sample) for sample in order.loop)
            self.loop = (first, max(first + 1, last))
        self._began = time.monotonic()
        self._ring = Ring(max(1024, round(ahead_seconds * tap.rate_hz)), mixer.n_columns)
        self._enough = min(self._ring.capacity, round(ready_seconds * tap.rate_hz))
        self._passage = Passage(
            serial=order.serial,
            ring=self._ring,
            frames_per_second=float(mixer.frames_per_second),
            start=self.start,
            joins=order.joins,
            follows=order.follows,
            loop=self.loop,
            lanes=order.programme.heard,
        )

    @property
    def age(self) -> float:
        """Seconds since the order was taken up."""
        return time.monotonic() - self._began

    @property
    def is_ready(self) -> bool:
        """Whether there is enough to begin with."""
        return not self.is_offered and self._ring.available >= self._enough

    def write(self, frames: Floats) -> int:
        """Write what fits; return how much did."""
        return self._ring.write(frames)

    def complete(self) -> None:
        """Nothing more will come."""
        self._ring.complete()

    def offer(self, *, is_all: bool) -> bool:
        """Give the passage to the tap, unless it still has to catch up; return whether."""
        if self.order.follows and not self._catch_up() and not is_all:
            return False
        self.order.tap.upcoming = self._passage
        self.is_offered = True
        return True

    def _catch_up(self) -> bool:
        """Drop what the passage before has played meanwhile; return whether to go over.

        What it plays from now on is dropped by the tap, at the very moment.
        """
        before = (self.order.before or self.order.tap).current
        if before is None:
            return True
        lag = self._passage.lag_behind(before)
        lag -= self._ring.skip(lag)
        is_enough = lag <= 0 and self._ring.available >= self._enough
        return is_enough or self.age > _FOLLOW_SECONDS
