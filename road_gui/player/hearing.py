"""Which sound of a programme is heard, and which cannot be any more."""

from PySide6.QtCore import QObject, Signal

from road_gui.player.outlet import Outlet
from road_gui.player.source import Heard


class Hearing(QObject):
    """Chooses one of the sounds that run side by side.

    Parameters
    ----------
    outlet : Outlet
        Who is told.
    parent : QObject, optional
        Owner.

    Signals
    -------
    changed(Heard)
        Another sound is heard, or still the same though another one was wanted.
    """

    changed = Signal(object)

    def __init__(self, outlet: Outlet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outlet = outlet
        self._lost: set[Heard] = set()
        self.heard = Heard.DECODED

    def choose(self, heard: Heard) -> None:
        """Let another sound be heard, unless it cannot be read any further."""
        if self._is_lost(heard):
            self.changed.emit(self.heard)
        elif heard is not self.heard:
            self.heard = heard
            self._outlet.set_heard(heard)
            self.changed.emit(heard)

    def lose(self, lane: Heard, instead: Heard) -> bool:
        """Go on without one of the sounds; return whether it was there until now."""
        if lane in self._lost:
            return False
        self._lost.add(lane)
        if self._is_lost(self.heard):
            self.choose(instead)
        return True

    def find_all(self) -> None:
        """Take every sound for readable: it is another programme."""
        self._lost.clear()

    def _is_lost(self, heard: Heard) -> bool:
        compared = {Heard.ORIGINAL, Heard.DECODED}
        return not self._lost.isdisjoint(compared if heard is Heard.ERROR else {heard})
