"""One row at work: the task of the library, and what it tells."""

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import DiskFullError, Excerpt, InsideBench, Progress, RoadError, Trial
from road_gui.codecs.rows import Row, State
from road_gui.jobs.job import Job, JobRunner
from road_gui.library_words import said
from road_gui.messages import explain


class Measuring(QObject):
    """Drives one row, and writes into it what happens.

    Attributes
    ----------
    met_full_disk : bool
        Whether it failed for want of room.

    Signals
    -------
    changed(Row)
        After the row has changed.
    ended(Measuring)
        After its last change.
    """

    changed = Signal(object)
    ended = Signal(object)

    def __init__(
        self,
        row: Row,
        bench: InsideBench,
        excerpt: Excerpt,
        place: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.row = row
        self.met_full_disk = False
        self._job = Job(bench.measure(excerpt, row.setting, place))
        self._job.progressed.connect(self._progress)
        self._job.succeeded.connect(self._succeed)
        self._job.cancelled.connect(self._stop)
        self._job.failed.connect(self._fail)

    def start(self, runner: JobRunner) -> None:
        """Begin."""
        self.row.reset()
        self.row.state = State.RUNNING
        self.changed.emit(self.row)
        runner.start(self._job)

    def cancel(self) -> None:
        """Stop before the next step."""
        self._job.cancel()

    @Slot(object)
    def _progress(self, progress: Progress) -> None:
        self.row.fraction = progress.fraction or 0.0
        self.row.note = progress.note
        self.changed.emit(self.row)

    @Slot(object)
    def _succeed(self, trial: Trial) -> None:
        self.row.trial = trial
        self._end(State.DONE)

    @Slot()
    def _stop(self) -> None:
        self._end(State.STOPPED)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        message = explain(error)
        self.met_full_disk = isinstance(error, DiskFullError)
        # What the library says goes on behind the title, without a capital of its own.
        is_ours = isinstance(error, RoadError)
        self.row.message = message.titled(said(str(error))) if is_ours else message.line
        self.row.plain = message.plain
        self.row.details = message.details
        self._end(State.FAILED)

    def _end(self, state: State) -> None:
        self.row.state, self.row.fraction = state, 0.0
        self.changed.emit(self.row)
        self.ended.emit(self)
