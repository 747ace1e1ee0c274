"""Sound cards, through PortAudio: the only room that imports sounddevice.

PortAudio may be asked by one thread at a time; `road_gui.player.device` sees to that.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from road_gui.library_words import said
from road_gui.player.tap import FADE_SECONDS, Tap

translate = QCoreApplication.translate

DEFAULT_LATENCY_SECONDS = 0.1
"""Measured: 0.1 s stands two busy Python threads without a gap, "low" not even an idle machine."""


# How long a device that is to be closed may take for its last sound, besides its latency.
_GRACE_SECONDS = 0.2


class DeviceError(Exception):
    """A sound card cannot do what it should; the message is a sentence for people."""


@dataclass(frozen=True, slots=True)
class Device:
    """Something that sound can be played on.

    Attributes
    ----------
    key : str
        What it is known by from one start of the program to the next.
    name : str
        For people.
    index : int
        PortAudio's number, good until the list is made anew.
    n_channels : int
        The most that it takes.
    default_rate_hz : int
        The rate it likes best.
    is_default : bool
        Whether the system plays on it if nobody chooses.
    """

    key: str
    name: str
    index: int
    n_channels: int
    default_rate_hz: int
    is_default: bool


@dataclass(frozen=True, slots=True)
class Wish:
    """How a stream is to be opened.

    Attributes
    ----------
    device : str
        Key of the device; empty for the system's default.
    rate_hz, n_channels : int
        Of the sound.
    latency_seconds : float
        How far ahead the device may hold sound.
    n_looks : int
        How often devices had been looked for when it was wished: a stream that was opened
        before a look is closed by it.
    """

    device: str
    rate_hz: int
    n_channels: int
    latency_seconds: float = DEFAULT_LATENCY_SECONDS
    n_looks: int = 0


class OutputStream:
    """An open sound card, playing what its tap gives.

    Parameters
    ----------
    device : Device
        Where to play.
    wish : Wish
        What is asked for; rate and channels of the tap are what the device took.
    ran_out : callable
        Called with the tap and the number of its run, in a thread of PortAudio, after the
        last sound was heard.
    tap : Tap, optional
        One that is filled already, if rate and channels turn out to be its own.

    Attributes
    ----------
    tap : Tap
        Where passages are put.
    device : Device
        As given.
    """

    def __init__(
        self,
        device: Device,
        wish: Wish,
        ran_out: Callable[[Tap, int], None],
        tap: Tap | None = None,
    ) -> None:
        self.device = device
        self._ran_out, self._prepared = ran_out, tap
        self._has_finished = threading.Event()
        try:
            self._open(wish, wish.rate_hz)
        except DeviceError:
            # The rate is what a device refuses most often.
            if device.default_rate_hz == wish.rate_hz:
                raise
            self._open(wish, device.default_rate_hz)

    def _open(self, wish: Wish, rate_hz: int) -> None:
        sounddevice = load()
        # Mono is played on both sides.
        n_channels = min(max(2, wish.n_channels), self.device.n_channels)
        prepared = self._prepared
        if prepared is None or (prepared.rate_hz, prepared.n_channels) != (rate_hz, n_channels):
            prepared = Tap(rate_hz, n_channels)
        self.tap = prepared
        try:
            self._stream = sounddevice.OutputStream(
                device=self.device.index,
                samplerate=rate_hz,
                channels=n_channels,
                dtype="float32",
                latency=wish.latency_seconds,
                blocksize=0,
                callback=self._callback(sounddevice.CallbackStop),
                finished_callback=self._finished,
            )
            self.tap.n_drain = round((self.latency_seconds + FADE_SECONDS) * rate_hz)
        except sounddevice.PortAudioError as error:
            raise DeviceError(
                translate("Output", "“{device}” cannot be opened: {reason}.").format(
                    device=self.device.name, reason=_reason(error)
                )
            ) from None

    def _callback(self, stop: type[Exception]) -> Callable[[Any, int, Any, Any], None]:
        tap = self.tap

        def callback(out: Any, n_frames: int, times: Any, status: Any) -> None:
            if status.output_underflow:
                tap.n_underflows += 1
            if not tap.fill(out):
                raise stop

        return callback

    def _finished(self) -> None:
        self._has_finished.set()
        self._ran_out(self.tap, self.tap.run)

    @property
    def latency_seconds(self) -> float:
        """Time between the callback and the ear, as far as PortAudio knows."""
        return float(self._stream.latency)

    def start(self) -> None:
        """Play, unless it does."""
        sounddevice = load()
        if self._stream.active and not self.tap.is_pausing:
            return
        try:
            # A stream that its callback has ended is neither running nor stopped to PortAudio.
            self._stream.stop()
            self.tap.rearm()
            self._has_finished.clear()
            self._stream.start()
        except sounddevice.PortAudioError as error:
            raise DeviceError(
                translate("Output", "“{device}” does not play: {reason}.").format(
                    device=self.device.name, reason=_reason(error)
                )
            ) from None

    def close(self) -> None:
        """Let the sound fade out, then let go of the device."""
        if self._stream.active:
            self.tap.is_pausing = True
            self._has_finished.wait(2 * self.latency_seconds + _GRACE_SECONDS)
        self._stream.close(ignore_errors=True)


def load() -> Any:
    """Import sounddevice, which loads PortAudio.

    Raises
    ------
    DeviceError
        With the name of the Debian package that is missing.
    """
    try:
        import sounddevice
    except (OSError, ImportError):
        raise DeviceError(
            translate(
                "Output",
                "Sound cannot be played here: the Debian package libportaudio2 is missing. "
                "Install it and start the program again; everything else works without it.",
            )
        ) from None
    return sounddevice


def list_devices(*, anew: bool = False) -> list[Device]:
    """Return what sound can be played on, the system's default first.

    Parameters
    ----------
    anew : bool
        Look for devices that came since the program was started; no stream may be open.
    """
    sounddevice = load()
    if anew:
        # PortAudio looks for devices when it starts, and never again.
        sounddevice._terminate()
        sounddevice._initialize()
    apis = sounddevice.query_hostapis()
    default = sounddevice.default.device[1]
    if default < 0:
        defaults = [api["default_output_device"] for api in apis]
        default = next((index for index in defaults if index >= 0), -1)
    devices = [
        Device(
            key=f"{entry['name']}|{apis[entry['hostapi']]['name']}",
            name=entry["name"],
            index=index,
            n_channels=entry["max_output_channels"],
            default_rate_hz=round(entry["default_samplerate"]),
            is_default=index == default,
        )
        for index, entry in enumerate(sounddevice.query_devices())
        if entry["max_output_channels"] > 0
    ]
    return sorted(devices, key=_rank)


def _rank(device: Device) -> int:
    return 0 if device.is_default else 1


def find_device(key: str) -> Device:
    """Return the device of that key; the default one if it is not there or none is named.

    Raises
    ------
    DeviceError
        If there is no device at all.
    """
    devices = list_devices()
    if not devices:
        raise DeviceError(translate("Output", "No sound device was found. Everything else works."))
    return next((device for device in devices if device.key == key), devices[0])


def accepted_rates(key: str, rates_hz: Sequence[int]) -> list[int]:
    """Return those of the rates that a device takes, in ascending order."""
    sounddevice = load()
    device = find_device(key)
    accepted = []
    for rate_hz in sorted(rates_hz):
        try:
            sounddevice.check_output_settings(
                device=device.index,
                channels=min(2, device.n_channels),
                dtype="float32",
                samplerate=rate_hz,
            )
        except (sounddevice.PortAudioError, ValueError):
            continue
        accepted.append(rate_hz)
    return accepted


def _reason(error: Exception) -> str:
    """Return PortAudio's words without its number, in the language where they are known."""
    text = str(error.args[0]) if error.args else str(error)
    words = text.split(" [PaErrorCode", 1)[0].split(": ")[-1].strip().rstrip(".")
    known = said(words.lower())
    return words if known == words.lower() else known
