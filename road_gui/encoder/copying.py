"""The other files of the folders that were dropped, copied once their sounds are done."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import Copied, Task, copy_others
from road_gui.encoder.conversion import Orders
from road_gui.encoder.rows import Row
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import Message, explain


class Copying(QObject):
    """Copies in a thread, under the orders by which the sounds were converted.

    Parameters
    ----------
    rows, run : iterable of Row
        All there are, and those whose folders it is about; once these are copied, their rows
        bring no others any more.
    orders : Orders
        Where to, and what happens to files that are there.
    parent : QObject
        Whose it is.

    Attributes
    ----------
    n_copied, n_skipped : int
        Files that were copied, and that were left out since they are there already.
    faults : list of Message
        Why others were not copied.
    has_ended : bool
        Whether nothing more will be copied.

    Signals
    -------
    ended()
        After everything was copied, or it was stopped.
    """

    ended = Signal()

    def __init__(
        self, rows: Iterable[Row], run: Iterable[Row], orders: Orders, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.n_copied = self.n_skipped = 0
        self.faults: list[Message] = []
        self.has_ended = False
        folders = dict.fromkeys(row.root for row in run if row.brings_others)
        self._rows = [row for row in rows if row.root in folders]
        self._copied = Copied()
        self._job = Job(_task(list(folders), self._rows, orders, self._copied))
        self._job.succeeded.connect(self._succeed)
        self._job.cancelled.connect(self._end)
        self._job.failed.connect(self._fail)

    def start(self, runner: JobRunner) -> None:
        """Begin."""
        runner.start(self._job)

    def cancel(self) -> None:
        """Stop before the next step; what was copied stays."""
        self._job.cancel()

    @Slot()
    def _succeed(self) -> None:
        for row in self._rows:
            row.brings_others = False
        self._end()

    @Slot()
    def _end(self) -> None:
        self.n_copied, self.n_skipped = self._copied.n_copied, self._copied.n_skipped
        self.faults += [explain(error) for error in self._copied.errors]
        self.has_ended = True
        self.ended.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.faults.append(explain(error))
        self._end()


def has_others(rows: Iterable[Row], orders: Orders) -> bool:
    """Whether other files are to be copied: the sounds of a folder went to another place."""
    if not orders.copy_others or orders.destination.output is None:
        return False
    return any(row.brings_others for row in rows)


def _task(folders: list[Path], rows: list[Row], orders: Orders, copied: Copied) -> Task[Copied]:
    return copy_others(
        folders,
        orders.destination.output,
        copied,
        keep_tree=orders.destination.keep_tree,
        # Of these nobody was asked.
        on_exists="skip" if orders.on_exists == "ask" else orders.on_exists,
        keep_date=orders.keep_date,
        taken=[row.target for row in rows if row.target is not None],
    )
