"""How files come into the queue without the window standing still."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from road_gui.encoder.intake import Intake, gather
from road_gui.encoder.queue_model import QueueModel
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain


class Adder(QObject):
    """Looks through what was dropped in a thread, and adds what it finds.

    Signals
    -------
    added(int, Intake)
        After rows were added: how many, and what was found.
    failed(str)
        When looking went wrong, with a sentence.
    ended()
        When nothing is being looked through any more, whatever came of it.
    """

    added = Signal(int, object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, model: QueueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._runner = JobRunner(self)
        self._runner.freed.connect(self.ended)

    @property
    def is_busy(self) -> bool:
        """Whether something is being looked through."""
        return self._runner.n_running > 0

    def add(self, paths: Sequence[Path]) -> None:
        """Look through files and folders, and add what is found."""
        job = Job(gather(list(paths)))
        job.succeeded.connect(self._take)
        job.failed.connect(self._tell)
        self._runner.start(job)

    def stop(self) -> None:
        """Look no further; what was found so far is not added."""
        self._runner.cancel_all()

    def shut_down(self) -> bool:
        """Stop, wait for the threads, and return whether all of them ended."""
        return self._runner.shut_down()

    @Slot(object)
    def _take(self, intake: Intake) -> None:
        self.added.emit(self._model.add(intake.rows), intake)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        self.failed.emit(explain(error).line)
