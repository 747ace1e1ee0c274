"""Connects the actions of the player with what plays: where it goes, and what is looped."""

from PySide6.QtCore import QObject, Slot

from road_gui.player.actions import PlayerActions
from road_gui.player.engine import Engine
from road_gui.player.loop import Loop
from road_gui.player.opening import OpenFile
from road_gui.plots.waveform import Waveform


class Steering(QObject):
    """Seeks, skips and loops, by keys, buttons and in the waveform.

    Parameters
    ----------
    actions : PlayerActions
        What is asked for.
    engine : Engine
        What plays.
    loop : Loop
        The stretch that is played over and over.
    waveform : Waveform
        Where places are clicked and stretches are marked.
    parent : QObject, optional
        Owner.

    Attributes
    ----------
    file : OpenFile or None
        Whose superframes are stepped over.
    """

    def __init__(
        self,
        actions: PlayerActions,
        engine: Engine,
        loop: Loop,
        waveform: Waveform,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions, self._engine, self._loop, self._waveform = actions, engine, loop, waveform
        self.file: OpenFile | None = None
        actions.play.triggered.connect(engine.toggle)
        actions.stop.triggered.connect(engine.stop)
        actions.to_start.triggered.connect(self._go_to_start)
        actions.to_end.triggered.connect(self._go_to_end)
        actions.skip_requested.connect(self._skip)
        actions.step_requested.connect(self._step)
        actions.loop.triggered.connect(self._toggle_loop)
        actions.loop_first.triggered.connect(self._loop_from_here)
        actions.loop_last.triggered.connect(self._loop_to_here)
        actions.unloop.triggered.connect(loop.clear)
        loop.changed.connect(self._follow_loop)
        waveform.seek_requested.connect(engine.seek)
        waveform.stretch_marked.connect(loop.set_stretch)
        waveform.stretch_unmarked.connect(loop.clear)

    @Slot(float)
    def _skip(self, seconds: float) -> None:
        self._engine.seek(self._engine.seconds + seconds)

    @Slot(bool)
    def _step(self, forward: bool) -> None:
        if self.file is None:
            return
        engine = self._engine
        # While it plays, the beginning of a superframe is behind as soon as one is there.
        place = self.file.step(
            engine.seconds,
            forward,
            slack=engine.sample_seconds,
            from_start=engine.is_active,
        )
        engine.seek(place)

    @Slot()
    def _go_to_start(self) -> None:
        self._engine.seek(0.0)

    @Slot()
    def _go_to_end(self) -> None:
        if self._engine.length_seconds is not None:
            self._engine.seek(self._engine.length_seconds)

    @Slot()
    def _toggle_loop(self) -> None:
        self._loop.set_on(self._actions.loop.isChecked(), self._waveform.seen)
        self._actions.loop.setChecked(self._loop.is_on)

    @Slot()
    def _loop_from_here(self) -> None:
        self._loop.set_first(self._engine.seconds)

    @Slot()
    def _loop_to_here(self) -> None:
        self._loop.set_last(self._engine.seconds)

    @Slot()
    def _follow_loop(self) -> None:
        loop = self._loop
        self._engine.set_loop(loop.active)
        self._waveform.set_stretch(loop.stretch, is_on=loop.is_on)
        self._actions.loop.setChecked(loop.is_on)
        self._actions.unloop.setEnabled(loop.stretch is not None)
