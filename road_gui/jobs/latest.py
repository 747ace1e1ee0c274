"""Work of which only the latest wish counts: details for a view that moves on."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import Progress, Task
from road_gui.jobs.job import Job, JobRunner


class Latest(QObject):
    """Runs one task at a time; a newer wish replaces the one that waits.

    Parameters
    ----------
    runner : JobRunner
        Who runs the work.
    is_patient : bool
        Whether work that has begun is brought to its end even when a newer wish is there.
    parent : QObject, optional
        Owner.

    Signals
    -------
    progressed(Progress)
        The latest task is a step further.
    done(object)
        What the latest task returned.
    failed(Exception)
        The latest task could not be done.
    """

    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)

    def __init__(
        self, runner: JobRunner, *, is_patient: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._is_patient = is_patient
        self._job: Job | None = None
        self._wish: Callable[[], Task[Any]] | None = None
        self._is_wanted = False

    @property
    def is_busy(self) -> bool:
        """Whether something is being worked on."""
        return self._job is not None

    def want(self, make_task: Callable[[], Task[Any]]) -> None:
        """Have a task done, rather than any that was wanted before."""
        self._wish = make_task
        if self._job is None:
            self._begin()
        elif not self._is_patient:
            self._is_wanted = False
            self._job.cancel()

    def forget(self) -> None:
        """Want nothing any more; what is being done is stopped, and told to nobody."""
        self._wish = None
        self._is_wanted = False
        if self._job is not None:
            self._job.cancel()

    def _begin(self) -> None:
        make_task, self._wish = self._wish, None
        if make_task is None:
            return
        self._is_wanted = True
        job = Job(make_task())
        job.progressed.connect(self._tell_progress)
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._go_on)
        self._job = job
        self._runner.start(job)

    @Slot(object)
    def _tell_progress(self, progress: Progress) -> None:
        if self._is_wanted:
            self.progressed.emit(progress)

    @Slot(object)
    def _take(self, result: object) -> None:
        is_wanted = self._is_wanted
        self._go_on()
        if is_wanted:
            self.done.emit(result)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        is_wanted = self._is_wanted
        self._go_on()
        if is_wanted:
            self.failed.emit(error)

    @Slot()
    def _go_on(self) -> None:
        self._job = None
        self._begin()
