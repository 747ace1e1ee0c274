"""Looks thirty times a second at what is heard: levels for the meter, spectra for the plots."""

import time

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from road_codec import LiveSpectrum
from road_gui.player.engine import Engine
from road_gui.player.levels import Levels
from road_gui.player.monitor import Monitor
from road_gui.player.state import State

Floats = NDArray[np.float32]

FRAME_MS = 33

# Long enough to tell bass notes apart, short enough to follow them.
_WINDOW_SECONDS = 0.085
_LONGEST_STRETCH_SECONDS = 0.2


class Analysis(QObject):
    """Computes in the thread of the window, never in that of the sound card.

    Parameters
    ----------
    engine : Engine
        What plays.
    parent : QObject, optional
        Owner.

    Signals
    -------
    levels_changed(Levels)
        There is something new for a meter.
    spectrum_changed(ndarray, int)
        Levels in dBFS from 0 to half the rate, and that rate; only while `wants_spectrum`.
    """

    levels_changed = Signal(object)
    spectrum_changed = Signal(object, int)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._levels = Levels(2)
        self._spectrum = LiveSpectrum(4096)
        self._seen: Monitor | None = None
        self._at = 0
        self.wants_spectrum = False
        self._is_hidden = False
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.look)
        engine.state_changed.connect(self._follow_state)

    def set_hidden(self, is_hidden: bool) -> None:
        """Show nothing, for eyes would tell what ears are asked for."""
        self._is_hidden = is_hidden

    @Slot()
    def unclip(self) -> None:
        """Forget that a sample has reached full scale."""
        self._levels.unclip()
        self.levels_changed.emit(self._levels)

    @Slot()
    def look(self) -> None:
        """Take what is heard now, and tell of it."""
        monitor = None if self._is_hidden else self._engine.monitor
        if monitor is None:
            self._seen = None
            self._rest()
            return
        now = self._engine.n_heard
        if monitor is not self._seen:
            self._seen, self._at = monitor, now
            if monitor.n_channels != self._levels.n_channels:
                self._levels = Levels(monitor.n_channels)
        first = max(self._at, now - round(_LONGEST_STRETCH_SECONDS * monitor.rate_hz))
        self._levels.add(monitor.stretch(first, now), monitor.rate_hz, time.monotonic())
        self._at = max(self._at, now)
        self.levels_changed.emit(self._levels)
        if self.wants_spectrum:
            self._look_at_spectrum(monitor, now)

    def _look_at_spectrum(self, monitor: Monitor, now: int) -> None:
        length = 1 << max(8, min(18, round(np.log2(_WINDOW_SECONDS * monitor.rate_hz))))
        if length != self._spectrum.length:
            self._spectrum = LiveSpectrum(length)
        frames = monitor.stretch(now - length, now)
        if len(frames) == length:
            self.spectrum_changed.emit(self._spectrum.levels_dbfs(frames), monitor.rate_hz)

    def _rest(self) -> None:
        """Let the bars fall to the foot, then stop."""
        silence = np.zeros((0, self._levels.n_channels), np.float32)
        self._levels.add(silence, 1, time.monotonic())
        self.levels_changed.emit(self._levels)
        if self._levels.are_low and self._engine.state is not State.PLAYING:
            self._timer.stop()

    @Slot(object)
    def _follow_state(self, state: State) -> None:
        if state is State.PLAYING:
            self._timer.start()
