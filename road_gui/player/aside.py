"""Plays for other pages, and leaves what is open in the player as it is."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from road_gui.jobs.job import JobRunner
from road_gui.player.engine import Engine
from road_gui.player.opening import Opener, OpenFile
from road_gui.player.programme import Programme
from road_gui.player.source import Heard, Listening
from road_gui.player.state import State


class Aside(QObject):
    """Has an engine of its own, on the sound card of the player; one of the two is heard.

    The first and the last sample to be heard are those that were asked for; only beginnings
    inside a sound are faded in.

    Parameters
    ----------
    host : Engine
        That of the player: it rests when something is to be played aside, and when it plays
        again, that is over.
    runner : JobRunner
        Who opens files.
    parent : QObject, optional
        Owner.

    Signals
    -------
    moved(float)
        Where the sound is, in seconds of it.
    heard_changed(Heard)
        Another sound of the programme is heard, chosen or because the one before is gone.
    ended()
        It is over, or could not be played.
    failed(str)
        Something has gone wrong, in a sentence.
    """

    moved = Signal(float)
    heard_changed = Signal(object)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, host: Engine, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._host = host
        self._programme: Programme | None = None
        self._wish: tuple[float, float | None] | None = None
        self._is_on = False
        self.engine = Engine(self, devices=host.devices)
        self._opener = Opener(runner, self)
        self._opener.opened.connect(self._take_file)
        self._opener.failed.connect(self._refuse_file)
        self.engine.moved.connect(self._follow)
        self.engine.state_changed.connect(self._follow_state)
        self.engine.heard_changed.connect(self.heard_changed)
        self.engine.failed.connect(self.failed)
        self.engine.noticed.connect(self.failed)
        host.state_changed.connect(self._give_way)

    @property
    def is_on(self) -> bool:
        """Whether something is played, or about to be."""
        return self._is_on or self._wish is not None

    @property
    def path(self) -> Path | None:
        """The file that is played, of several the decoded one; the last one, if it is over."""
        return None if self._programme is None else self._programme.main.listening.path

    def play(
        self,
        programme: Programme,
        start_s: float,
        stop_s: float | None = None,
        *,
        heard: Heard = Heard.DECODED,
        loops: bool = False,
    ) -> None:
        """Play from a second to another, or to the end; over and over, if it `loops`."""
        engine = self.engine
        self._opener.forget()
        self._wish, self._is_on = None, False
        self._host.rest()
        engine.set_device(*self._host.device)
        if programme != self._programme:
            self._programme = programme
            engine.load(programme)
        engine.hear(heard)
        repeats = loops and stop_s is not None
        engine.set_loop((start_s, stop_s) if repeats and stop_s is not None else None)
        engine.seek(start_s, None if repeats else stop_s)
        engine.play()
        self._is_on = engine.is_active
        if not self._is_on:
            self.ended.emit()

    def play_file(self, path: Path, start_s: float, stop_s: float | None = None) -> None:
        """Open a file, and play it from a second to another, or to its end."""
        self._is_on = False
        self._host.rest()
        self._wish = (start_s, stop_s)
        self._opener.open(path)

    def hear(self, heard: Heard) -> None:
        """Let another sound of the programme be heard, at the same instant."""
        self.engine.hear(heard)

    @Slot()
    def stop(self) -> None:
        """Be silent, and let go of the sound card."""
        if self.is_on:
            self._end()

    def hand_over(self, path: Path | None) -> None:
        """Be silent; where it was that file, which the player has, the player goes on with it."""
        seconds = self.engine.seconds if self._is_on and path == self.path else None
        self.stop()
        if seconds is not None:
            self._host.seek(seconds)
            self._host.play()

    def close(self) -> None:
        """End the thread that decodes."""
        self.stop()
        self.engine.close()
        # A file that was being opened comes by an event, and wants to be closed.
        QCoreApplication.sendPostedEvents(self._opener)

    def _end(self) -> None:
        self._opener.forget()
        self._wish, self._is_on = None, False
        self.engine.stop()
        self.ended.emit()

    @Slot(object)
    def _take_file(self, file: OpenFile) -> None:
        file.reader.close()
        if self._wish is not None:
            self.play(Programme.of(Listening(file.path), file.sound), *self._wish)

    @Slot(str)
    def _refuse_file(self, sentence: str) -> None:
        self._end()
        self.failed.emit(sentence)

    @Slot(float)
    def _follow(self, seconds: float) -> None:
        if self._is_on and self.engine.is_active:
            self.moved.emit(seconds)

    @Slot(object)
    def _follow_state(self, state: State) -> None:
        if self._is_on and not state.is_active:
            self._end()

    @Slot(object)
    def _give_way(self, state: State) -> None:
        if state.is_active:
            self.stop()
