"""Lets the Fractal page be heard by the player, and shows there where the player is."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from road_gui.fractal.page import FractalPage
from road_gui.player.page import PlayerPage


class FractalSound(QObject):
    """Stands between two pages that do not know each other.

    Parameters
    ----------
    fractal : FractalPage
        Who wants to be heard, and shows the playhead.
    player : PlayerPage
        Who has the sound card.
    parent : QObject
        Owner.

    Signals
    -------
    silence_wanted()
        Whoever else is heard is to be silent: one pair of ears hears one thing.
    """

    silence_wanted = Signal()

    def __init__(self, fractal: FractalPage, player: PlayerPage, parent: QObject) -> None:
        super().__init__(parent)
        self._fractal, self._player = fractal, player
        hearing, aside = fractal.hearing, player.aside
        hearing.play_requested.connect(self._play)
        hearing.stop_requested.connect(aside.stop)
        aside.moved.connect(hearing.follow)
        aside.moved.connect(self._show_place_aside)
        aside.ended.connect(hearing.end)
        player.engine.moved.connect(self._show_place)

    def look_into(self, path: Path) -> None:
        """Show the superframe that is heard of a file, or its first one if another is open."""
        is_open = self._player.path == path
        original = self._player.original if is_open else None
        self._fractal.open_path(path, original, self._player.engine.seconds if is_open else None)

    @Slot(object, float, object)
    def _play(self, path: Path, start_s: float, stop_s: float | None) -> None:
        self.silence_wanted.emit()
        self._player.aside.play_file(path, start_s, stop_s)

    @Slot(float)
    def _show_place(self, seconds: float) -> None:
        self._fractal.show_place(self._player.path, seconds)

    @Slot(float)
    def _show_place_aside(self, seconds: float) -> None:
        self._fractal.show_place(self._player.aside.path, seconds)
