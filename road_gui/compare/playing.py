"""What is to be heard of a pair: asked of whoever has the sound card, and followed."""

from enum import Enum

from PySide6.QtCore import QObject, Signal, Slot

from road_gui.compare.opening import OpenPair
from road_gui.compare.time_view import TimeView


class Heard(Enum):
    """What of a pair."""

    ORIGINAL = "original"
    DECODED = "decoded"
    SEED = "seed"
    ERROR = "error"


class Playing(QObject):
    """Plays the selection, or on from the cursor, which then goes along.

    All sounds of the pair run side by side: which of them is heard is changed at the same
    instant.  Seconds are counted from the first sample of the pair.

    Parameters
    ----------
    view : TimeView
        Selection and cursor.
    parent : QObject, optional
        Owner.

    Signals
    -------
    play_requested(Heard, float, object, bool)
        That sound is to be played from a second on, to another or (None) to its end; over and
        over, or once.
    hear_requested(Heard)
        What plays goes on as that sound.
    stop_requested()
        Nothing is to be heard any more.
    changed()
        Something else is heard, or nothing.
    """

    play_requested = Signal(object, float, object, bool)
    hear_requested = Signal(object)
    stop_requested = Signal()
    changed = Signal()

    def __init__(self, view: TimeView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._pair: OpenPair | None = None
        self._is_on, self._loops = False, False
        self._heard, self._before = Heard.DECODED, Heard.ORIGINAL
        view.cursor_put.connect(self._seek)

    @property
    def pair(self) -> OpenPair | None:
        """What it is about."""
        return self._pair

    @property
    def now(self) -> Heard | None:
        """What is heard just now, or about to be."""
        return self._heard if self._is_on else None

    def set_pair(self, pair: OpenPair | None) -> None:
        """Play another pair from now on."""
        self.stop()
        self._pair = pair
        if pair is not None and pair.seed_format is None:
            self._heard, self._before = Heard.DECODED, Heard.ORIGINAL

    def play(self, heard: Heard) -> None:
        """Let one of the sounds be heard: at the same instant, if another one is."""
        self._choose(heard)
        if self._is_on:
            self.hear_requested.emit(heard)
            self.changed.emit()
        else:
            self._begin()

    @Slot()
    def swap(self) -> None:
        """Let that be heard which was heard before."""
        self.play(self._before)

    @Slot()
    def toggle(self) -> None:
        """Play what was heard last, or be silent."""
        if self._is_on:
            self.stop()
        else:
            self._begin()

    @Slot(bool)
    def set_loops(self, loops: bool) -> None:
        """Play selections over and over, or once."""
        self._loops = loops
        if self._is_on and self._view.selection is not None:
            self._begin()

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        if self._is_on:
            self.stop_requested.emit()
            self.end()

    @Slot(float)
    def follow(self, seconds: float) -> None:
        """Take the cursor to where the sound is."""
        if self._is_on:
            self._view.set_cursor(seconds * self._view.rate_hz, follow=True)

    def follow_heard(self, heard: Heard) -> None:
        """Another sound is heard, for the one before could not be read any further."""
        if self._is_on and heard is not self._heard:
            self._choose(heard)
            self.changed.emit()

    @Slot()
    def end(self) -> None:
        """Nothing is heard any more."""
        if self._is_on:
            self._is_on = False
            self.changed.emit()

    def _choose(self, heard: Heard) -> None:
        if heard is not self._heard:
            self._before, self._heard = self._heard, heard

    def _begin(self) -> None:
        """Play the selection, or on from the cursor; at the end that is the beginning."""
        view = self._view
        if view.selection is not None:
            self._ask(*view.selection)
        else:
            self._ask(0 if view.cursor >= view.n_samples else view.cursor, None)

    @Slot()
    def _seek(self) -> None:
        """Go on from where somebody has put the cursor, in the selection or beyond it."""
        if self._is_on:
            first, last = self._view.selection or (0, 0)
            cursor = self._view.cursor
            self._ask(cursor, last if first <= cursor < last else None)

    def _ask(self, start: int, stop: int | None) -> None:
        if self._pair is None:
            return
        rate_hz = self._view.rate_hz
        loops = self._loops and stop is not None
        self._is_on = True
        self.play_requested.emit(
            self._heard, start / rate_hz, None if stop is None else stop / rate_hz, loops
        )
        self.changed.emit()
