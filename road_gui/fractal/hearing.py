"""What is to be heard of the page: asked of whoever has the sound card, and followed."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import (
    DecodeOptions,
    Progress,
    Scratch,
    SuperframeSource,
    Task,
    open_stream,
    write_sound,
)
from road_gui.fractal.look import Wish
from road_gui.fractal.state import Explorer
from road_gui.jobs.job import JobRunner
from road_gui.jobs.latest import Latest
from road_gui.messages import explain


class Hearing(QObject):
    """Plays a superframe after the passes that are shown, or the file on from the chosen range.

    A pass is written to a file of its own before it can be heard; that file is gone with the
    next one, when the page is closed, or, after a crash, at the next start.

    Parameters
    ----------
    explorer : Explorer
        What is seen.
    root : Path
        Where passes are written.
    parent : QObject, optional
        Owner.

    Signals
    -------
    play_requested(Path, float, object)
        That file is to be played from a second on, to another or (None) to its end.
    stop_requested()
        Nothing is to be heard any more.
    changed()
        A pass or the file is heard, or no more.
    failed(str)
        The pass cannot be heard, in a sentence.
    """

    play_requested = Signal(object, float, object)
    stop_requested = Signal()
    changed = Signal()
    failed = Signal(str)

    def __init__(self, explorer: Explorer, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._jobs = JobRunner(self)
        self._root = root
        self._scratch: list[Scratch] = []
        self._start = 0.0
        self._is_on = self._plays_on = False
        self._writer = Latest(self._jobs, parent=self)
        self._writer.done.connect(self._begin)
        self._writer.failed.connect(self._fail)
        explorer.file_changed.connect(self._stop_pass)

    @property
    def is_on(self) -> bool:
        """Whether a pass is heard, or about to be."""
        return self._is_on

    @property
    def plays_on(self) -> bool:
        """Whether the file is heard from a range on that was chosen here."""
        return self._plays_on

    @Slot()
    def toggle(self) -> None:
        """Let the pass be heard that is shown, or be silent."""
        file, found = self._explorer.file, self._explorer.look
        if self._is_on:
            self.stop()
            return
        self.stop()
        if file is not None and found is not None:
            passes, wish, path = self._explorer.passes, found.wish, file.path
            root, scratch = self._root, self._scratch
            self._start = wish.superframe * file.superframe_len / file.shape.rate_hz
            self._is_on = True
            self._writer.want(lambda: write_pass(path, wish, passes, root, scratch))
            self.changed.emit()

    @Slot()
    def play_on(self) -> None:
        """Let the file be heard from the chosen range on, or be silent."""
        if self._plays_on:
            self.stop()
        else:
            self.play_from(self._explorer.seconds)

    @Slot(float)
    def play_from(self, seconds: float) -> None:
        """Let the file be heard from a second on."""
        file = self._explorer.file
        if file is not None:
            self.stop()
            self._plays_on = True
            self.play_requested.emit(file.path, seconds, None)
            self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Be silent, if a pass is heard, or the file on from here."""
        self._writer.forget()
        if self._is_on or self._plays_on:
            self.stop_requested.emit()
            self.end()

    @Slot(float)
    def follow(self, seconds: float) -> None:
        """Show where the pass is that is heard."""
        if self._is_on:
            self._explorer.set_playhead(self._start + seconds)

    @Slot()
    def end(self) -> None:
        """Nothing is heard any more."""
        if self._is_on:
            self._explorer.set_playhead(None)
        if self._is_on or self._plays_on:
            self._is_on = self._plays_on = False
            self.changed.emit()

    def close(self) -> None:
        """End the work, and remove the files."""
        self._writer.forget()
        self._jobs.shut_down()
        self._is_on = self._plays_on = False
        for one in self._scratch:
            one.close()
        self._scratch.clear()

    @Slot()
    def _stop_pass(self) -> None:
        if self._is_on:
            self.stop()

    @Slot(object)
    def _begin(self, path: Path) -> None:
        if self._is_on:
            self.play_requested.emit(path, 0.0, None)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.end()
        self.failed.emit(explain(error).line)


def write_pass(
    path: Path, wish: Wish, passes: int, root: Path, scratch: list[Scratch]
) -> Task[Path]:
    """Write a superframe as it sounds after some passes, all channels; a task.

    It lies in a folder of its own, which takes the place of those before.
    """
    options = DecodeOptions(
        bits="float",
        passes=passes,
        order=wish.order,
        order_seed=wish.seed,
        oversample=Fraction(wish.zoom),
    )
    yield Progress(0, None, 1)
    before, fresh = list(scratch), Scratch(root)
    scratch.append(fresh)
    target = fresh.path / "pass.wav"
    with open_stream(path) as stream:
        sound = SuperframeSource(stream, wish.superframe, options)
        yield from write_sound(sound, target)
    for one in before:
        one.close()
        scratch.remove(one)
    return target
