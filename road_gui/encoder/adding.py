"""How files come into the queue without the window standing still."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from road_codec import Progress
from road_gui.encoder.intake import Intake, gather
from road_gui.encoder.queue_model import QueueModel
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain

_ROWS_AT_ONCE = 2500


class Adder(QObject):
    """Looks through what was dropped in a thread, and adds what it finds.

    Signals
    -------
    found(int)
        While looking: how many files there are so far.
    added(int, Intake)
        After rows were added: how many, and what was found.
    failed(str)
        When looking went wrong, with a sentence.
    ended()
        When nothing is being looked through any more, whatever came of it.
    """

    found = Signal(int)
    added = Signal(int, object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, model: QueueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._runner = JobRunner(self)
        self._runner.freed.connect(self._end)
        # What was found and is not in the queue yet: how far, and how much of it was new.
        self._found: deque[Intake] = deque()
        self._n_taken = self._n_added = 0
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._add_some)

    @property
    def is_busy(self) -> bool:
        """Whether something is being looked through, or waits to be added."""
        return self._runner.n_running > 0 or bool(self._found)

    def add(self, paths: Sequence[Path]) -> None:
        """Look through files and folders, and add what is found."""
        job = Job(gather(list(paths)))
        job.failed.connect(self._tell)
        job.progressed.connect(self._tell_progress)
        self.run(job)

    def run(self, job: Job) -> None:
        """Add what a job finds, which is an `Intake`."""
        job.succeeded.connect(self._take)
        self._runner.start(job)

    def stop(self) -> None:
        """Look no further; what was found so far is not added."""
        self._runner.cancel_all()
        self._forget()

    def shut_down(self) -> bool:
        """Stop, wait for the threads, and return whether all of them ended."""
        self._forget()
        return self._runner.shut_down()

    @Slot(object)
    def _take(self, intake: Intake) -> None:
        self._found.append(intake)
        if len(self._found) == 1:
            self._add_some()

    @Slot()
    def _add_some(self) -> None:
        """Add as many rows as nobody notices; the window has its turn before the next ones."""
        intake = self._found[0]
        rows = intake.rows[self._n_taken : self._n_taken + _ROWS_AT_ONCE]
        self._n_taken += len(rows)
        self._n_added += self._model.add(rows)
        if self._n_taken < len(intake.rows):
            self._turn.start()
            return
        n_added = self._n_added
        self._found.popleft()
        self._n_taken = self._n_added = 0
        if self._found:
            self._turn.start()
        self.added.emit(n_added, intake)
        self._end()

    @Slot()
    def _end(self) -> None:
        if not self.is_busy:
            self.ended.emit()

    def _forget(self) -> None:
        self._turn.stop()
        self._found.clear()
        self._n_taken = self._n_added = 0

    @Slot(object)
    def _tell_progress(self, progress: Progress) -> None:
        self.found.emit(progress.done)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        self.failed.emit(explain(error).line)
