"""What is to be heard of a pair: asked of whoever has the sound card, and followed."""

import tempfile
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import write_difference
from road_gui.compare.opening import OpenPair
from road_gui.compare.time_view import TimeView
from road_gui.jobs.job import JobRunner
from road_gui.jobs.latest import Latest
from road_gui.messages import explain

_LONGEST_ERROR_SECONDS = 600.0


class Heard(Enum):
    """What of a pair."""

    ORIGINAL = "original"
    DECODED = "decoded"
    ERROR = "error"


class Playing(QObject):
    """Plays the selection, or on from the cursor, which then goes along.

    The error is written to a file of its own before it can be heard; that file is gone when
    the page is closed or another error is heard.

    Parameters
    ----------
    view : TimeView
        Selection and cursor.
    runner : JobRunner
        Who writes the error.
    parent : QObject, optional
        Owner.

    Signals
    -------
    play_requested(Path, float, object)
        That file is to be played from a second on, to another or (None) to its end.
    stop_requested()
        Nothing is to be heard any more.
    changed()
        Something else is heard, or nothing.
    failed(str)
        The error cannot be heard, in a sentence.
    """

    play_requested = Signal(object, float, object)
    stop_requested = Signal()
    changed = Signal()
    failed = Signal(str)

    def __init__(self, view: TimeView, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._pair: OpenPair | None = None
        self._now: Heard | None = None
        self._last = Heard.DECODED
        # Second of the file that is heard at which the pair's sample 0 lies.
        self._offset = 0.0
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._n_errors = 0
        self._writer = Latest(runner, parent=self)
        self._writer.done.connect(self._play_error)
        self._writer.failed.connect(self._fail)
        self._error_start = 0

    @property
    def now(self) -> Heard | None:
        """What is heard just now, or about to be."""
        return self._now

    def set_pair(self, pair: OpenPair | None) -> None:
        """Play another pair from now on."""
        self.stop()
        self._writer.forget()
        self._pair = pair

    def owns(self, path: Path) -> bool:
        """Whether a file is one of the errors, which nobody wants to find in a list."""
        return self._folder is not None and path.is_relative_to(self._folder.name)

    def play(self, heard: Heard) -> None:
        """Let one of the sounds be heard."""
        pair = self._pair
        if pair is None:
            return
        self._last = heard
        start, stop = self._stretch()
        if heard is Heard.ERROR:
            self._write_error(pair, start, stop)
            return
        own_start = pair.original_start if heard is Heard.ORIGINAL else pair.decoded_start
        path = pair.original if heard is Heard.ORIGINAL else pair.decoded
        self._begin(heard, path, start, stop, own_start / pair.rate_hz)

    @Slot()
    def toggle(self) -> None:
        """Play what was heard last, or be silent."""
        if self._now is None:
            self.play(self._last)
        else:
            self.stop()

    @Slot()
    def stop(self) -> None:
        """Be silent."""
        self._writer.forget()
        if self._now is not None:
            self.stop_requested.emit()
            self.end()

    @Slot(float)
    def follow(self, seconds: float) -> None:
        """Take the cursor to where the file is that is heard."""
        if self._now is not None:
            self._view.set_cursor((seconds - self._offset) * self._view.rate_hz, follow=True)

    @Slot()
    def end(self) -> None:
        """Nothing is heard any more."""
        if self._now is not None:
            self._now = None
            self.changed.emit()

    def close(self) -> None:
        """Remove the files of errors."""
        self._writer.forget()
        self._now = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _stretch(self) -> tuple[int, int | None]:
        if self._view.selection is not None:
            return self._view.selection
        cursor = self._view.cursor
        return (0 if cursor >= self._view.n_samples else cursor), None

    def _begin(self, heard: Heard, path: Path, start: int, stop: int | None, offset: float) -> None:
        rate_hz = self._view.rate_hz
        self._now, self._offset = heard, offset
        end = None if stop is None else stop / rate_hz + offset
        self.play_requested.emit(path, start / rate_hz + offset, end)
        self.changed.emit()

    def _write_error(self, pair: OpenPair, start: int, stop: int | None) -> None:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="road-error-")
        self._n_errors += 1
        target = Path(self._folder.name) / f"{pair.decoded.stem} error {self._n_errors}.wav"
        # What nobody will listen to in one go is not written either.
        longest = start + round(_LONGEST_ERROR_SECONDS * pair.rate_hz)
        end = longest if stop is None else min(stop, longest)
        if pair.n_samples is not None:
            end = min(end, pair.n_samples)
        self._error_start = start
        self._writer.want(
            lambda: write_difference(
                pair.original,
                pair.decoded,
                target,
                start=start,
                stop=end,
                lag_samples=pair.lag_samples,
                on_exists="overwrite",
            )
        )

    @Slot(object)
    def _play_error(self, path: Path) -> None:
        offset = -self._error_start / self._view.rate_hz
        self._begin(Heard.ERROR, path, self._error_start, None, offset)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.failed.emit(explain(error).line)
