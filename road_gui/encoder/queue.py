"""The queue at work: takes one row after the other, and adds up."""

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from road_gui.encoder.conversion import Conversion, Orders
from road_gui.encoder.copying import Copying, has_others
from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.rows import Kind, Row, State
from road_gui.encoder.scope import Scope
from road_gui.encoder.shares import share_done
from road_gui.encoder.targets import is_planned
from road_gui.jobs.job import JobRunner
from road_gui.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What has come of all rows together.

    Attributes
    ----------
    n_rows, n_done, n_skipped, n_failed, n_stopped, n_waiting : int
        Rows, and how many are in which state.
    n_encoded : int
        Done rows that were encoded; only these can save anything.
    saved_bytes : int
        By how much their files are smaller than their sources.
    seconds : float
        Sound handled since the start.
    took : float
        Time since the start.
    n_copied : int
        Other files of the folders that were copied by the last start.
    copy_faults : tuple of Message
        Why some of them were not.
    fraction : float
        Share of the work begun by the last start that is done, by length of sound.
    """

    n_rows: int
    n_done: int
    n_skipped: int
    n_failed: int
    n_stopped: int
    n_waiting: int
    n_encoded: int
    saved_bytes: int
    seconds: float
    took: float
    fraction: float
    n_copied: int = 0
    copy_faults: tuple[Message, ...] = ()

    @property
    def n_finished(self) -> int:
        """Rows to which nothing more happens."""
        return self.n_done + self.n_skipped + self.n_failed

    @property
    def speed(self) -> float | None:
        """Times faster than real time, all rows together."""
        return self.seconds / self.took if self.took > 0 and self.seconds > 0 else None


class ConversionQueue(QObject):
    """Converts the rows of a model, some at once.

    Attributes
    ----------
    model : QueueModel
        The rows.
    scope : Scope
        Which of them are taken; the others wait on, whatever is known of them.
    met_full_disk : bool
        Whether the last work has paused for want of room.

    Signals
    -------
    started()
        When work begins.
    row_changed(Row)
        After a row has changed.
    row_ended(Row)
        After a row has come to its end, whatever that was.
    finished(Totals)
        When no row is at work any more and none will be taken.
    """

    started = Signal()
    row_changed = Signal(object)
    row_ended = Signal(object)
    finished = Signal(object)

    def __init__(self, model: QueueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self.scope = Scope()
        self._runner = JobRunner(self)
        self._at_work: list[Conversion] = []
        self._orders: Orders | None = None
        self._takes_more = self.met_full_disk = False
        self._started = self._took = 0.0
        self._run: dict[Row, None] = {}  # in the order in which they were begun, each once
        self._copying: list[Copying] = []

    @property
    def is_running(self) -> bool:
        """Whether any row is at work, or the other files of the folders are being copied."""
        return bool(self._at_work) or any(not one.has_ended for one in self._copying)

    @property
    def is_pausing(self) -> bool:
        """Whether rows at work are the last to be taken."""
        return self.is_running and not self._takes_more

    def start(self, orders: Orders) -> None:
        """Take the rows of the scope that have a target; nothing happens while any is at work."""
        if self.is_running:
            return
        self._orders = orders
        self._takes_more, self.met_full_disk = True, False
        self._started, self._took = time.monotonic(), 0.0
        self._run, self._copying = {}, []
        self._fill()
        if self.is_running:
            self.started.emit()

    def take_more(self) -> None:
        """Look for rows that can be taken now: targets were given to some."""
        if self.is_running:
            self._fill()

    @property
    def leaves_rows(self) -> bool:
        """Whether rows wait that this work is not about."""
        return bool(self._left_out())

    @property
    def takes_more(self) -> bool:
        """Whether rows that come are taken: work was begun, and neither paused nor stopped."""
        return self._takes_more

    @property
    def orders(self) -> Orders | None:
        """What work goes on by, or went on by the last time."""
        return self._orders

    def pause(self) -> None:
        """Take no more rows after those at work."""
        self._takes_more = False

    def resume(self) -> None:
        """Take more rows again, before those at work have ended."""
        if self.is_running:
            self._takes_more = True
            self._fill()

    def stop(self) -> None:
        """Stop at once; what was begun is removed and its rows say so."""
        self._takes_more = False
        for conversion in list(self._at_work):
            conversion.cancel()
        for copying in self._copying:
            copying.cancel()

    def stop_rows(self, rows: Collection[Row]) -> None:
        """Stop these rows at once, and go on with the others; the next start takes them again."""
        for conversion in list(self._at_work):
            if conversion.row in rows:
                conversion.cancel()

    def shut_down(self) -> bool:
        """Stop, wait for the threads, and return whether all of them ended."""
        self._takes_more = False
        return self._runner.shut_down()

    def totals(self) -> Totals:
        """Add up all rows."""
        return self._added_up(self.model.rows)

    def work_totals(self) -> Totals:
        """Add up the rows that this start has taken or will take."""
        return self._added_up(list(dict.fromkeys([*self._run, *self._to_come()])))

    def _added_up(self, rows: Sequence[Row]) -> Totals:
        states = [row.state for row in rows]
        encoded = [
            row
            for row in (rows if State.DONE in states else ())
            if row.state is State.DONE and row.kind is Kind.ENCODE and row.target_bytes is not None
        ]
        return Totals(
            n_rows=len(rows),
            n_done=states.count(State.DONE),
            n_skipped=states.count(State.SKIPPED),
            n_failed=states.count(State.FAILED),
            n_stopped=states.count(State.STOPPED),
            n_waiting=states.count(State.QUEUED),
            n_encoded=len(encoded),
            saved_bytes=sum(row.source_bytes - (row.target_bytes or 0) for row in encoded),
            seconds=sum(row.seconds for row in self._run if row.state is not State.SKIPPED),
            took=time.monotonic() - self._started if self.is_running else self._took,
            fraction=share_done(self._work()) if self._run else 0.0,
            n_copied=sum(copying.n_copied for copying in self._copying),
            copy_faults=tuple(fault for copying in self._copying for fault in copying.faults),
        )

    def _work(self) -> list[Row]:
        """List the rows that this start has taken or will take, each once."""
        # What was finished before this start tells nothing of the time that is left, and
        # what was stopped on the way belongs to the next one.
        begun = self._run
        return [
            *(row for row in begun if row.state is not State.STOPPED),
            *(row for row in self._to_come() if row not in begun),
        ]

    def _to_come(self) -> list[Row]:
        return self.scope.of(self.model.waiting())

    def _left_out(self) -> list[Row]:
        if self.scope.is_all:
            return []
        waiting = self.model.waiting()
        chosen = set(self.scope.of(waiting))
        return [row for row in waiting if row not in chosen]

    def _fill(self) -> None:
        """Begin rows until enough are at work."""
        orders = self._orders
        if orders is None:
            return
        for row in self._to_come():
            if not self._takes_more or len(self._at_work) >= orders.at_once:
                return
            if row.state is State.STOPPED and row in self._run:
                continue  # somebody has just stopped it, for the sake of the others
            if not is_planned(row, orders.destination):
                continue  # it came or was changed meanwhile, and its turn is when it is planned
            self._begin(row, orders)

    def _begin(self, row: Row, orders: Orders) -> None:
        conversion = Conversion(row, orders, self)
        conversion.changed.connect(self._show)
        conversion.ended.connect(self._end)
        self._at_work.append(conversion)
        self._run[row] = None
        conversion.start(self._runner)

    @Slot(object)
    def _show(self, row: Row) -> None:
        self.model.show(row)
        self.row_changed.emit(row)

    @Slot(object)
    def _end(self, conversion: Conversion) -> None:
        self._took = time.monotonic() - self._started
        self._at_work.remove(conversion)
        if conversion.met_full_disk:
            # The others would fail as well: they wait until there is room.
            self.met_full_disk = True
            self.pause()
        conversion.deleteLater()
        self.row_ended.emit(conversion.row)
        self._fill()
        if not self.is_running and not self._begin_copying():
            self.finished.emit(self.totals())

    def _begin_copying(self) -> bool:
        """Copy the other files, where that is wished and nothing was stopped or put off."""
        orders, is_over = self._orders, self._takes_more or not self._to_come()
        # They come with the last of the sounds beside them; of a folder from which nothing has
        # come, as one on a drive that is not there, they are still to be had.
        later = {row.root for row in self._left_out()}
        run = [row for row in self._run if row.state is not State.FAILED and row.root not in later]
        if orders is None or not is_over or not has_others(run, orders):
            return False
        copying = Copying(self.model.rows, run, orders, self)
        copying.ended.connect(self._end_copying)
        self._copying.append(copying)
        copying.start(self._runner)
        return True

    @Slot()
    def _end_copying(self) -> None:
        self._took = time.monotonic() - self._started
        self._fill()  # rows that were left alone meanwhile
        if not self.is_running:
            self.finished.emit(self.totals())
