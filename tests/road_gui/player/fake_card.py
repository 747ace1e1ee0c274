"""A sound card that a test turns by hand, in the place of sounddevice."""

import threading
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class PortAudioError(Exception):
    """As sounddevice raises it."""


class CallbackStop(Exception):  # noqa: N818 - sounddevice's name
    """As sounddevice has it."""


class FakeCard:
    """Looks like the module sounddevice; what is played lands in `heard`.

    Attributes
    ----------
    rates_hz : set of int
        Rates that it takes.
    n_channels : int
        Channels that it has; without any there is no device at all.
    refuses_to_start : bool
        Whether starting fails.
    n_looks : int
        How often the list of devices was made anew.
    hangs : threading.Event
        Opening waits until this is set.
    """

    PortAudioError = PortAudioError
    CallbackStop = CallbackStop

    def __init__(self, *, rates_hz: tuple[int, ...] = (22_050, 44_100), n_channels: int = 2):
        self.rates_hz = set(rates_hz)
        self.n_channels = n_channels
        self.refuses_to_start = False
        self.n_looks = 0
        self.hangs = threading.Event()
        self.hangs.set()
        self.streams: list[FakeStream] = []
        self.default = SimpleNamespace(device=[-1, 0 if n_channels else -1])

    def query_hostapis(self) -> list[dict[str, Any]]:
        return [{"name": "Fake", "default_output_device": 0 if self.n_channels else -1}]

    def query_devices(self) -> list[dict[str, Any]]:
        entry = {
            "name": "Card",
            "hostapi": 0,
            "max_output_channels": self.n_channels,
            "default_samplerate": float(min(self.rates_hz)),
        }
        return [entry] if self.n_channels else []

    def _terminate(self) -> None:
        self.n_looks += 1

    def _initialize(self) -> None:
        pass

    def check_output_settings(self, *, samplerate: float, **_: Any) -> None:
        if samplerate not in self.rates_hz:
            raise PortAudioError("Invalid sample rate [PaErrorCode -9997]")

    def OutputStream(self, **settings: Any) -> "FakeStream":
        self.hangs.wait(20)
        self.check_output_settings(samplerate=settings["samplerate"])
        self.streams.append(FakeStream(self, **settings))
        return self.streams[-1]

    @property
    def stream(self) -> "FakeStream":
        """The stream that was opened last."""
        return self.streams[-1]


class FakeStream:
    """One open stream; `pull` plays the part of the sound card's thread."""

    def __init__(
        self,
        card: FakeCard,
        *,
        channels: int,
        samplerate: float,
        callback: Callable[..., None],
        finished_callback: Callable[[], None],
        latency: float,
        **_: Any,
    ) -> None:
        self._card = card
        self._callback, self._finished = callback, finished_callback
        self.n_channels, self.rate_hz, self.latency = channels, samplerate, latency
        self.active = False
        self.is_closed = False
        self.heard: list[Floats] = []

    def start(self) -> None:
        if self._card.refuses_to_start:
            raise PortAudioError(
                "Error starting stream: Unanticipated host error [PaErrorCode -9999]"
            )
        self.active = True

    def stop(self) -> None:
        self.active = False

    def close(self, ignore_errors: bool = True) -> None:
        self.active = False
        self.is_closed = True

    def pull(self, n_frames: int, *, underflow: bool = False) -> Floats:
        """Ask for a buffer, as a running card does."""
        out = np.zeros((n_frames, self.n_channels), np.float32)
        if self.active:
            try:
                self._callback(out, n_frames, None, SimpleNamespace(output_underflow=underflow))
            except CallbackStop:
                self.active = False
                self._finished()
            self.heard.append(out)
        return out

    def vanish(self) -> None:
        """End as when the plug is pulled."""
        self.active = False
        self._finished()
