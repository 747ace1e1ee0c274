"""Connects the choice of device and rate with the sound cards that there are."""

from PySide6.QtCore import QObject, Signal, Slot

from road_gui.player.device import Opened
from road_gui.player.device_choice import DeviceChoice
from road_gui.player.engine import Engine
from road_gui.player.rate_choice import RateBox
from road_gui.player.words import latency_text


class DeviceLink(QObject):
    """Asks which devices there are and what they can do, and says which one plays.

    Signals
    -------
    told(str)
        Something worth knowing of the device, in a sentence.
    """

    told = Signal(str)

    def __init__(
        self, engine: Engine, choice: DeviceChoice, rate: RateBox, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._engine, self._choice, self._rate = engine, choice, rate
        self._knows_devices = False
        engine.opened.connect(self._follow)
        engine.devices.listed.connect(choice.set_devices)
        engine.devices.absent.connect(choice.show_note)
        engine.devices.probed.connect(self._take_rates)
        choice.changed.connect(self.choose)
        choice.refresh_requested.connect(self._refresh)

    def ask(self) -> None:
        """Ask which devices there are, once."""
        if not self._knows_devices:
            self._knows_devices = True
            self._engine.devices.list_devices()

    @Slot()
    def choose(self) -> None:
        """Play on the device that is chosen."""
        self._engine.set_device(self._choice.key, self._choice.latency_seconds)
        self.probe()

    def probe(self) -> None:
        """Ask which of the file's rates the device takes."""
        rates_hz = self._rate.rates_hz()
        if rates_hz:
            self._engine.devices.probe(self._choice.key, rates_hz)

    @Slot()
    def _refresh(self) -> None:
        self._choice.show_note("")
        self._engine.devices.list_devices(anew=True)
        # Looking has closed the card; whatever plays goes on once it is open again.
        self.choose()

    @Slot(str, object)
    def _take_rates(self, key: str, rates_hz: list[int]) -> None:
        if key == self._choice.key:
            self._rate.set_highest(max(rates_hz, default=None))

    @Slot(object)
    def _follow(self, opened: Opened) -> None:
        self._choice.show_delay(latency_text(opened.latency_seconds))
        if opened.wish.device not in ("", opened.device.key):
            self.told.emit(
                self.tr("The chosen sound device is not there: played on “{device}”.").format(
                    device=opened.device.name
                )
            )
