"""Plays a stretch of a file for another page, and says where it is."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from road_gui.player.engine import Engine
from road_gui.player.state import State


class StretchPlayer(QObject):
    """Drives an engine from one second to another, whatever file is open.

    The first and the last sample to be heard are those of the stretch; only beginnings inside
    a sound are faded in.

    Parameters
    ----------
    engine : Engine
        Who plays.
    parent : QObject, optional
        Owner.

    Signals
    -------
    open_requested(Path)
        That file has to be open before it can be played; `begin` tells that it is.
    moved(float)
        Where the stretch is, in seconds of the file.
    ended()
        The stretch is over, or could not be played.
    """

    open_requested = Signal(object)
    moved = Signal(float)
    ended = Signal()

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._path: Path | None = None
        self._open_path: Path | None = None
        self._start, self._stop = 0.0, None  # type: float, float | None
        self._is_playing = False
        engine.moved.connect(self._follow)
        engine.state_changed.connect(self._follow_state)

    def play(self, path: Path, start_s: float, stop_s: float | None) -> None:
        """Play a file from a second to another, or to its end."""
        self._is_playing = False
        self._path, self._start, self._stop = path, start_s, stop_s
        if self._open_path == path and self._engine.state is not State.EMPTY:
            self.begin(path)
        else:
            self.open_requested.emit(path)

    @Slot()
    def stop(self) -> None:
        """Be silent, if it is the stretch that is heard."""
        if self._is_playing:
            self._is_playing = False
            self._engine.pause()
        self._path = None

    @Slot(object)
    def begin(self, path: Path) -> None:
        """A file is open: play, if it is the one that was asked for."""
        self._open_path = path
        if self._path != path:
            self._path = None  # somebody has opened another one meanwhile
            return
        self._engine.seek(self._start, self._stop)
        self._engine.play()
        self._is_playing = self._engine.is_active
        if not self._is_playing:
            self.ended.emit()

    @Slot()
    def fail(self) -> None:
        """The file could not be opened."""
        if self._path is not None and not self._is_playing:
            self._path = None
            self.ended.emit()

    @Slot()
    def let_go(self) -> None:
        """Leave what is heard to somebody else, without a stop."""
        if self._is_playing:
            self._is_playing = False
            self._path = None
            self._engine.play_on()
            self.ended.emit()

    @Slot(float)
    def _follow(self, seconds: float) -> None:
        if self._is_playing and self._engine.is_active:
            self.moved.emit(seconds)

    @Slot(object)
    def _follow_state(self, state: State) -> None:
        if self._is_playing and state not in (State.PLAYING, State.STARTING):
            self._is_playing = False
            self._path = None
            self.ended.emit()
