"""The sound card that the player has, or is waiting for, and how loud it is fed."""

import time
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from road_codec import SoundFormat
from road_gui.player.device import DeviceThread, Opened
from road_gui.player.output import DEFAULT_LATENCY_SECONDS, Wish
from road_gui.player.rescue import Rescue
from road_gui.player.source import Heard
from road_gui.player.tap import Tap

translate = QCoreApplication.translate


class Outlet(QObject):
    """Asks for sound cards, keeps the one that came, and tries again where one fails.

    Parameters
    ----------
    devices : DeviceThread
        Who opens them.
    parent : QObject, optional
        Owner.

    Signals
    -------
    ready(Opened)
        What was asked for last is there.
    failed(str)
        It cannot be had, in a sentence.
    rescued(str)
        A card that had failed is replaced by another one, or by itself, in a sentence.
    """

    ready = Signal(object)
    failed = Signal(str)
    rescued = Signal(str)

    def __init__(self, devices: DeviceThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices = devices
        self.opened: Opened | None = None
        self.coming: Tap | None = None
        self._coming_wish: Wish | None = None
        self._asked: Wish | None = None
        self._ticket = 0
        self._device, self._latency_seconds, self._n_looks = "", DEFAULT_LATENCY_SECONDS, 0
        self._rescue = Rescue()
        self._rescuing = ""
        self._volume = 1.0
        self._gains: Mapping[Heard, float] = {}
        self._heard = Heard.DECODED
        devices.opened.connect(self._take)
        devices.failed.connect(self._fail)

    @property
    def tap(self) -> Tap | None:
        """Where the open card is fed."""
        return None if self.opened is None else self.opened.tap

    @property
    def n_heard(self) -> int:
        """Which frame of the tap's monitor reaches the ear about now."""
        return 0 if self.opened is None else self.opened.n_heard

    @property
    def device(self) -> tuple[str, float]:
        """Key and latency of the device that is wished for."""
        return self._device, self._latency_seconds

    def set_device(self, key: str, latency_seconds: float) -> None:
        """Wish for another device from now on; an empty key is the system's default.

        It is another one too if devices were looked for since, which closes those that are open.
        """
        self._device, self._latency_seconds = key, latency_seconds
        self._n_looks = self._devices.n_looks

    def wish_for(self, sound: SoundFormat | None) -> Wish:
        """Return how a card is to be opened for a sound."""
        rate_hz, n_channels = (1, 1) if sound is None else (sound.rate_hz, sound.n_channels)
        return Wish(self._device, rate_hz, n_channels, self._latency_seconds, self._n_looks)

    def tap_for(self, wish: Wish) -> Tap | None:
        """Return where to put what is wished for: the open card, or the one that is to come."""
        if self.opened is not None and self.opened.wish == wish:
            return self.tap
        return self.coming if self._coming_wish == wish else None

    def prepare(self, wish: Wish) -> Tap | None:
        """Return a tap to be filled while the open card plays on; None where that is no use.

        The card is the same at another rate.
        """
        opened = self.opened
        if opened is None or replace(opened.wish, rate_hz=wish.rate_hz) != wish:
            return None
        self.coming, self._coming_wish = Tap(wish.rate_hz, opened.tap.n_channels), wish
        self._tell_tap()
        return self.coming

    def go_over(self) -> None:
        """Have the card closed, and opened again for the tap that is filled now."""
        wish, opened = self._coming_wish, self.opened
        if wish is not None and opened is not None and self._asked != wish:
            self._asked = wish
            self._ticket = self._devices.open(wish, tap=self.coming, before=opened.tap)
        if self.coming is not None:
            self.coming.is_pausing = False

    def ask(self, wish: Wish) -> None:
        """Open a card in the place of the one before, unless that is on its way already."""
        if self._asked != wish:
            self._open(wish)

    def rescue(self, wish: Wish, sentence: str) -> bool:
        """Look for the cards that there are now, and open one; return False if it is no use.

        `sentence` is what is said if nothing comes of it.
        """
        if not self._rescue.try_again(time.monotonic()):
            return False
        self._rescuing = sentence
        self._open(wish, anew=True)
        return True

    def _open(self, wish: Wish, *, anew: bool = False) -> None:
        self.opened, self._asked = None, wish
        self.coming, self._coming_wish = None, None
        self._ticket = self._devices.open(wish, anew=anew)

    def pause(self) -> None:
        """Have no card play on, nor one that is on its way."""
        for tap in (self.tap, self.coming):
            if tap is not None:
                tap.is_pausing = True

    def has_waited(self, is_waiting: bool) -> bool:
        """Whether a card that calls nobody has been waited for long enough."""
        return self._rescue.has_waited(is_waiting, time.monotonic())

    def let_go(self) -> None:
        """Close the card, and want none."""
        # Whoever has none may not close that of another engine.
        if self.opened is not None or self._asked is not None:
            self._devices.close()
        self.opened, self._asked = None, None
        self.coming, self._coming_wish = None, None
        self._ticket, self._rescuing = 0, ""
        self._rescue.rest()

    # -- how loud -----------------------------------------------------------------

    def set_volume(self, volume: float) -> None:
        """Set the factor on all samples, 0.0 to 1.0."""
        self._volume = min(1.0, max(0.0, volume))
        self._tell_tap()

    def set_gains(self, gains: Mapping[Heard, float]) -> None:
        """Set factors on single lanes."""
        self._gains = dict(gains)
        self._tell_tap()

    def set_heard(self, heard: Heard) -> None:
        """Set which lane is heard."""
        self._heard = heard
        self._tell_tap()

    def _tell_tap(self) -> None:
        for tap in (self.tap, self.coming):
            if tap is not None:
                tap.volume, tap.gains, tap.heard = self._volume, self._gains, self._heard

    # -- what comes of it ---------------------------------------------------------

    @Slot(object)
    def _take(self, opened: Opened) -> None:
        if opened.ticket != self._ticket:
            return  # another one is on its way, or none is wanted any more
        self.opened, self._asked = opened, None
        self.coming, self._coming_wish = None, None
        self._tell_tap()
        was_rescued, self._rescuing = bool(self._rescuing), ""
        self.ready.emit(opened)
        if was_rescued:
            text = translate(
                "Engine", "The sound device had stopped; playing goes on with “{device}”."
            )
            self.rescued.emit(text.format(device=opened.device.name))

    @Slot(int, str)
    def _fail(self, ticket: int, sentence: str) -> None:
        if ticket == self._ticket:
            self.failed.emit(self._rescuing or sentence)
