"""Keeps the queue on disk while the window is open: after changes, in a thread, and alone."""

import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot

from road_codec import FormatError
from road_gui.encoder.queue_file import keep_queue, load_queue, save_queue
from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.rows import Row
from road_gui.jobs.job import Job, JobRunner

_log = logging.getLogger(__name__)
_SAVE_MS = 1000


class QueueKeeper(QObject):
    """Writes the rows of a model to a file that belongs to one window at a time.

    Of two windows the first one has the file. The lock of a program that was killed is taken
    over, for it is known by the number of its process.

    Attributes
    ----------
    is_ours : bool
        Whether what is queued here will be there next time.
    damaged_copy : Path or None
        Where a file was put that could not be read.

    Signals
    -------
    saved()
        After the queue was written while the window is open.
    """

    saved = Signal()

    def __init__(self, path: Path, model: QueueModel, parent: QObject) -> None:
        super().__init__(parent)
        self._path, self._model = path, model
        self.damaged_copy: Path | None = None
        self._runner = JobRunner(self)
        self._runner.freed.connect(self._go_on)
        self._is_late = False
        self._timer = QTimer(self, interval=_SAVE_MS, singleShot=True)
        self._timer.timeout.connect(self._save)
        self._lock = QLockFile(str(path.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)  # windows stay open for days
        self.is_ours = self._take_lock()
        for changed in (
            *(model.rowsInserted, model.rowsRemoved),
            *(model.layoutChanged, model.modelReset),
        ):
            changed.connect(self.save_soon)

    def load(self) -> Sequence[Row]:
        """Return what was not finished the last time; nothing where it is another window's."""
        if not self.is_ours:
            return []
        try:
            return load_queue(self._path)
        except FormatError as error:
            _log.warning("the saved queue was not read: %s", error)
            self._set_aside()
            return []

    @Slot()
    def save_soon(self) -> None:
        """Write the queue after a moment, in which more may change."""
        if self.is_ours:
            self._timer.start()

    def close(self) -> None:
        """Write the queue a last time, and let others have it."""
        self._timer.stop()
        self._is_late = False
        self._runner.shut_down()
        if self.is_ours:
            save_queue(self._path, self._model.rows)
            self._lock.unlock()
            self.is_ours = False

    def _take_lock(self) -> bool:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True  # nothing can be kept there by anyone, and saving says so
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def _set_aside(self) -> None:
        """Move a damaged file out of the way, so that its owner can look into it."""
        kept = self._path.with_name(self._path.name + ".bad")
        try:
            shutil.move(self._path, kept)
        except OSError as error:
            _log.warning("the damaged queue was not put aside: %s", error)
        else:
            self.damaged_copy = kept

    @Slot()
    def _save(self) -> None:
        if self._runner.n_running:
            self._is_late = True  # what is being written is old already
            return
        job = Job(keep_queue(self._path, list(self._model.rows)))
        job.succeeded.connect(self.saved)
        self._runner.start(job)

    @Slot()
    def _go_on(self) -> None:
        if self._is_late:
            self._is_late = False
            self._save()
