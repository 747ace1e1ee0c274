"""Encodes a sound without maps as ROAD, for a look: a copy that does not stay."""

from pathlib import Path

import platformdirs
from PySide6.QtCore import QObject, Signal, Slot

from road_codec import (
    Progress,
    Scratch,
    Task,
    as_part,
    decode,
    encode,
    is_encoded,
    remove_dead_scratch,
)
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain

_DECODED_SHARE = 0.2


def copies_folder() -> Path:
    """Return where copies are kept: among what may be deleted at any time."""
    return platformdirs.user_cache_path("road-studio", appauthor=False) / "fractal"


class Copying(QObject):
    """Makes one copy at a time; it is gone with the next one, at the end, or, after a crash,
    at the next start.

    Parameters
    ----------
    root : Path
        Where copies are kept.
    parent : QObject, optional
        Owner.

    Signals
    -------
    progressed(float)
        How much has been done, 0.0 to 1.0.
    done(Path, Path)
        The copy, and the sound that it was made from.
    ended(str)
        The work was stopped (an empty text) or has failed, in a sentence.
    """

    progressed = Signal(float)
    done = Signal(object, object)
    ended = Signal(str)

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = root
        self._jobs = JobRunner(self)
        self._job: Job | None = None
        self._scratch: list[Scratch] = []
        self._doomed: list[Scratch] = []
        if root.is_dir():
            self._jobs.start(Job(_sweep(root)))

    @property
    def is_running(self) -> bool:
        """Whether a copy is being made."""
        return self._job is not None

    def start(self, source: Path) -> None:
        """Encode a sound, or what an encoded file decodes to."""
        self.stop()
        self.drop()
        job = Job(make_copy(source, self._root, self._scratch))
        job.progressed.connect(self._follow)
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)
        self._job = job
        self._jobs.start(job)

    @Slot()
    def stop(self) -> None:
        """Make no copy."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.ended.emit("")

    def owns(self, path: Path) -> bool:
        """Whether a file is one of the copies."""
        return path.is_relative_to(self._root)

    def drop(self) -> None:
        """Remove the copy: something else is looked at."""
        if self._scratch and not self.is_running:
            doomed, self._scratch = self._scratch, []
            self._doomed = [*self._doomed, *doomed]
            self._jobs.start(Job(_close(doomed)))

    def close(self) -> None:
        """End the work, and remove everything."""
        self._job = None
        self._jobs.shut_down()
        for scratch in (*self._scratch, *self._doomed):
            scratch.close()
        self._scratch, self._doomed = [], []

    @Slot(object)
    def _follow(self, progress: Progress) -> None:
        if self.sender() is self._job:
            self.progressed.emit(progress.fraction or 0.0)

    @Slot(object)
    def _take(self, found: tuple[Path, Path]) -> None:
        if self.sender() is self._job:
            self._job = None
            self.done.emit(*found)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            self.ended.emit(explain(error).line)


def make_copy(source: Path, root: Path, scratch: list[Scratch]) -> Task[tuple[Path, Path]]:
    """Return an encoded copy in a folder of its own, and the sound it was made from; a task."""
    yield Progress(0, None, 1)
    fresh = Scratch(root)
    scratch.append(fresh)
    original, first = source, 0.0
    if is_encoded(source):
        original, first = fresh.path / f"{source.stem}.wav", _DECODED_SHARE
        yield from as_part(decode(source, original), 0.0, first)
    target = fresh.path / f"{source.stem}.road.wav"
    yield from as_part(encode(original, target), first, 1.0)
    return target, original


def _close(scratch: list[Scratch]) -> Task[None]:
    for one in scratch:
        one.close()
        yield Progress(0, None, 1)


def _sweep(root: Path) -> Task[None]:
    """Remove what runs have left that were killed."""
    yield Progress(0, None, 1)
    remove_dead_scratch(root)
