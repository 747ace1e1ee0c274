"""Looks whether sound really flows, and names what holds it up."""

import time
from enum import Enum

from PySide6.QtCore import QCoreApplication

from road_gui.player.tap import Tap

translate = QCoreApplication.translate

WAITING_SECONDS = 1.0
"""So long without a callback, or without an answer from PortAudio, is a fault."""

_WINDOW_SECONDS = 1.0


class Trouble(Enum):
    """What hinders playing just now."""

    NONE = "none"
    WAITING = "waiting"
    LATE = "late"
    STARVED = "starved"


def trouble_text(trouble: Trouble) -> str:
    """Say what hinders playing, in a sentence; nothing if nothing does."""
    return {
        Trouble.NONE: "",
        Trouble.WAITING: translate("Engine", "Waiting for the sound device …"),
        Trouble.LATE: translate(
            "Engine", "Decoding is slower than playing: choose a lower output rate."
        ),
        Trouble.STARVED: translate("Engine", "The sound device ran dry: choose a longer latency."),
    }[trouble]


class Watch:
    """Compares the counters of a tap with what they were a while ago."""

    def __init__(self) -> None:
        self._tap: Tap | None = None
        self._n_late, self._n_underflows = 0, 0
        self._since = 0.0
        self._found = Trouble.NONE

    def look(self, tap: Tap | None, busy_seconds: float) -> Trouble:
        """Say what is wrong.

        Parameters
        ----------
        tap : Tap or None
            What should be playing; None while nothing should.
        busy_seconds : float
            For how long PortAudio has been busy with one question.
        """
        now = time.monotonic()
        if tap is not self._tap:
            self._tap, self._since, self._found = tap, now, Trouble.NONE
            self._n_late = 0 if tap is None else tap.n_late
            self._n_underflows = 0 if tap is None else tap.n_underflows
        silent_seconds = 0.0 if tap is None else now - tap.beat
        if max(busy_seconds, silent_seconds) > WAITING_SECONDS:
            return Trouble.WAITING
        if tap is not None and now - self._since >= _WINDOW_SECONDS:
            self._found = self._compare(tap)
            self._n_late, self._n_underflows, self._since = tap.n_late, tap.n_underflows, now
        return self._found

    def _compare(self, tap: Tap) -> Trouble:
        if tap.n_late > self._n_late:
            return Trouble.LATE
        # One is nothing to worry about, and cards report one when they start.
        if tap.n_underflows > self._n_underflows + 1:
            return Trouble.STARVED
        return Trouble.NONE
