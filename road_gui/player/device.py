"""The one thread that talks to sound cards, so that a card that hangs does not hang the window."""

import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from road_gui.messages import explain
from road_gui.player.output import (
    Device,
    DeviceError,
    OutputStream,
    Wish,
    accepted_rates,
    find_device,
    list_devices,
)
from road_gui.player.tap import Tap

_Command = Callable[[], None]


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A sound card that is ready to play.

    Attributes
    ----------
    ticket : int
        What `DeviceThread.open` had returned.
    wish : Wish
        What was asked for.
    tap : Tap
        Where its sound is put in; its rate is the one that the card took.
    device : Device
        What was opened: the default one where the chosen one is not there.
    latency_seconds : float
        Time between callback and ear.
    """

    ticket: int
    wish: Wish
    tap: Tap
    device: Device
    latency_seconds: float

    @property
    def n_heard(self) -> int:
        """Which frame of the tap's monitor reaches the ear about now."""
        tap = self.tap
        # Cards take whole buffers, and play them evenly.
        since = min(max(0.0, time.monotonic() - tap.beat), self.latency_seconds)
        ahead = self.latency_seconds - since
        return max(0, tap.monitor.n_written - round(ahead * tap.rate_hz))


class DeviceThread(QObject):
    """Asks PortAudio in a thread of its own, one thing after the other.

    Every method returns at once; what comes of it is told by a signal.

    Attributes
    ----------
    n_looks : int
        How often `list_devices` was asked to look for new devices.

    Signals
    -------
    listed(list of Device)
        Answer to `list_devices`.
    probed(str, list of int)
        Answer to `probe`: the device's key, and the rates that it takes.
    opened(Opened)
        Answer to `open`.
    failed(int, str)
        The stream of that ticket could not be opened or started, in a sentence; it is closed.
    absent(str)
        There is nothing to play on, in a sentence; answer to `list_devices`.
    ran_out(Tap, int)
        A stream has played its last sound: where from, and in which run.
    """

    listed = Signal(object)
    probed = Signal(str, object)
    opened = Signal(object)
    failed = Signal(int, str)
    absent = Signal(str)
    ran_out = Signal(object, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: queue.SimpleQueue[_Command | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._stream: OutputStream | None = None
        self._busy_since: float | None = None
        self._n_tickets = 0
        self._ticket = 0
        self.n_looks = 0

    @property
    def busy_seconds(self) -> float:
        """For how long PortAudio has been busy with what it was asked."""
        since = self._busy_since
        return 0.0 if since is None else time.monotonic() - since

    def list_devices(self, *, anew: bool = False) -> None:
        """Ask what sound can be played on; `anew` looks for new devices and closes the stream."""
        self.n_looks += anew

        def command() -> None:
            if anew:
                self._close()
            try:
                devices = list_devices(anew=anew)
                find_device("")
            except DeviceError as error:
                self.listed.emit([])
                self.absent.emit(str(error))
            else:
                self.listed.emit(devices)

        self._put(command)

    def probe(self, key: str, rates_hz: Sequence[int]) -> None:
        """Ask which rates a device takes."""

        def command() -> None:
            try:
                rates = accepted_rates(key, rates_hz)
            except DeviceError:
                rates = []
            self.probed.emit(key, rates)

        self._put(command)

    def open(
        self, wish: Wish, *, anew: bool = False, tap: Tap | None = None, before: Tap | None = None
    ) -> int:
        """Open a stream, after closing the one before; return its ticket.

        With `anew` look for new devices first, and tell which there are.  A `tap` that is filled
        already plays at once, from where the tap `before` has ended; if the device does not
        take its rate, another tap is opened, and waits for `start`.
        """
        self._n_tickets += 1
        ticket = self._n_tickets

        def command() -> None:
            self._ticket = ticket
            if anew:
                self._close()
                self.listed.emit(list_devices(anew=True))
            device = find_device(wish.device)
            self._close()
            stream = OutputStream(device, wish, self.ran_out.emit, tap)
            self._stream = stream
            if before is not None:
                stream.tap.take_over(before)
            # Told first: a short rest may be over before anybody knows that it plays.
            self.opened.emit(
                Opened(ticket, wish, stream.tap, stream.device, stream.latency_seconds)
            )
            if tap is stream.tap and not tap.is_pausing:
                stream.start()

        self._put(command)
        return ticket

    def start(self) -> None:
        """Let the open stream play, unless it does."""

        def command() -> None:
            if self._stream is not None:
                self._stream.start()

        self._put(command)

    def halt(self) -> None:
        """Let the open stream fade out and end; `start` goes on with it."""

        def command() -> None:
            if self._stream is not None:
                self._stream.tap.is_pausing = True

        self._put(command)

    def close(self) -> None:
        """Let go of the sound card."""
        self._put(self._close)

    def shut_down(self, timeout_seconds: float = 3.0) -> bool:
        """Close everything and end the thread; return whether it ended.

        A thread that hangs in a driver is left behind; it does not keep the program alive.
        """
        if self._thread is None:
            return True
        self._commands.put(self._close)
        self._commands.put(None)
        self._thread.join(timeout_seconds)
        ended = not self._thread.is_alive()
        self._thread = None
        return ended

    def _put(self, command: _Command) -> None:
        self._commands.put(command)
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="sound card", daemon=True)
            self._thread.start()

    def _work(self) -> None:
        while (command := self._commands.get()) is not None:
            self._busy_since = time.monotonic()
            try:
                command()
            except DeviceError as error:
                self._close()
                self.failed.emit(self._ticket, str(error))
            except Exception as error:  # noqa: BLE001 - nothing may leave a thread unseen
                self._close()
                self.failed.emit(self._ticket, explain(error).line)
            finally:
                self._busy_since = None

    def _close(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()
