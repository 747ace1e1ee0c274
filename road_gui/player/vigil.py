"""Looks thirty times a second after what plays: where it is, and what hinders it."""

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from road_gui.player.device import DeviceThread
from road_gui.player.outlet import Outlet
from road_gui.player.watch import Trouble, Watch, trouble_text

translate = QCoreApplication.translate

TICK_MS = 33


class Vigil(QObject):
    """Keeps an eye on the sound card while something plays, or is about to.

    Parameters
    ----------
    devices : DeviceThread
        Who may be waiting for a driver.
    outlet : Outlet
        The card.
    parent : QObject, optional
        Owner.

    Signals
    -------
    ticked()
        It plays: about thirty times a second.
    trouble_changed(str)
        What hinders playing just now, in a sentence; empty when it is over.
    gave_up(str)
        The card has called nobody for so long that it will not, in a sentence.
    """

    ticked = Signal()
    trouble_changed = Signal(str)
    gave_up = Signal(str)

    def __init__(
        self, devices: DeviceThread, outlet: Outlet, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._devices, self._outlet = devices, outlet
        self._watch, self._trouble = Watch(), ""
        self._plays = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)

    def keep(self, *, is_active: bool, plays: bool) -> None:
        """Look, or rest: what is active plays, or is about to."""
        self._plays = plays
        if is_active:
            self._timer.start()
        else:
            self._timer.stop()
            self._set_trouble("")

    @Slot()
    def _tick(self) -> None:
        plays = self._plays
        if plays:
            self.ticked.emit()
        tap = self._outlet.tap if plays else None
        trouble = self._watch.look(tap, self._devices.busy_seconds)
        if self._outlet.has_waited(plays and trouble is Trouble.WAITING):
            self.gave_up.emit(
                translate("Engine", "The sound device does not answer. Play to try again.")
            )
        self._set_trouble(trouble_text(trouble))

    def _set_trouble(self, sentence: str) -> None:
        if sentence != self._trouble:
            self._trouble = sentence
            self.trouble_changed.emit(sentence)
