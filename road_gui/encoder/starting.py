"""What is done before files are converted: tags read, targets chosen, questions asked."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from road_codec import ParameterError
from road_gui.encoder.conversion import Orders
from road_gui.encoder.existing_dialog import ExistingDialog
from road_gui.encoder.panel import SettingsPanel
from road_gui.encoder.queue import ConversionQueue
from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.rows import Row
from road_gui.encoder.tag_reading import TagReader
from road_gui.encoder.targets import Plan, plan_targets
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain


class Starter(QObject):
    """Brings the waiting rows to the point where the queue can take them.

    Tags are read and targets chosen in threads: there may be ten thousand rows.

    Signals
    -------
    status(str)
        A sentence for the status bar.
    changed()
        After it has begun to wait for something, or waits no longer.
    """

    status = Signal(str)
    changed = Signal()

    def __init__(
        self, model: QueueModel, queue: ConversionQueue, panel: SettingsPanel, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._model, self._queue, self._panel, self._widget = model, queue, panel, parent
        self._tags = TagReader(self)
        self._tags.ended.connect(self._take_tags)
        self._runner = JobRunner(self)
        self._planned: Orders | None = None
        self._is_first = self._is_asking = self._again = False
        self.is_waiting = False

    def start(self, rows: Collection[Row] | None = None) -> None:
        """Convert these rows alone, or all that wait and those that come later.

        Where work is going on already they are taken in addition.
        """
        queue = self._queue
        if queue.is_pausing:
            # What was put off stays so: only what is asked for now goes on.
            queue.scope.begin(rows)
            queue.resume()
        elif queue.is_running or self._is_preparing:
            queue.scope.widen(rows)
        else:
            queue.scope.begin(rows)
        self.plan()
        self.changed.emit()

    @property
    def _is_preparing(self) -> bool:
        return self.is_waiting or self._is_asking or self._planned is not None

    def plan(self) -> None:
        """Let the rows that the work is about be taken, whatever came or changed meanwhile."""
        orders = self._queue.orders if self._queue.is_running else self._new_orders()
        if orders is None:
            return
        if orders.destination.needs_tags and self.read_tags(self._nameless()):
            if not self._queue.is_running:
                self.status.emit(self.tr("Reading tags for the names…"))
                self._wait()
            return  # they are planned once they are read
        if self._planned is not None or self._is_asking:
            self._again = True  # those that came meanwhile are planned as well, later
            return
        self._is_first = not self._queue.is_running
        self._plan(orders)

    def read_tags(self, rows: Sequence[Row]) -> bool:
        """Read the tags of rows whose are not known; return whether there are any."""
        return self._tags.read(rows)

    def _nameless(self) -> list[Row]:
        return [row for row in self._to_come() if not row.forced_target]

    def _to_come(self) -> list[Row]:
        return self._queue.scope.of(self._model.waiting())

    def stop(self) -> None:
        """Wait for nothing any more."""
        self.is_waiting = self._again = False
        self._planned = None
        self._tags.stop()
        self._runner.cancel_all()

    def shut_down(self) -> bool:
        """Stop, wait for the threads, and return whether all of them ended."""
        self.stop()
        return all([self._tags.shut_down(), self._runner.shut_down()])

    def _new_orders(self) -> Orders | None:
        try:
            return self._panel.orders()
        except ParameterError as error:
            message = explain(error)
            QMessageBox.warning(self._widget, message.title, message.sentence)
            return None

    def _wait(self) -> None:
        self.is_waiting = True
        self.changed.emit()

    def _plan(self, orders: Orders) -> None:
        """Give targets to all rows that are to be taken."""
        self._planned = orders
        chosen = self._to_come()
        if self._is_first:
            for row in chosen:
                row.on_exists = ""  # what was decided was of the start before
        asks = orders.on_exists == "ask"
        rows = list(self._model.rows)
        job = Job(plan_targets(rows, orders.destination, chosen=set(chosen), looks=asks))
        job.succeeded.connect(self._take_plan)
        job.failed.connect(self._fail)
        self._runner.start(job)
        if self._is_first:
            self._wait()

    @Slot(object)
    def _take_plan(self, plan: Plan) -> None:
        orders = self._planned
        if orders is None or plan.destination is not orders.destination:
            return  # somebody has stopped it meanwhile, and perhaps begun again
        self._planned = None
        if self._again:
            self._again = False
            self._plan(orders)
            return
        plan.take_over()
        goes_on = self._ask(plan)
        self.is_waiting = False
        was_running = self._queue.is_running
        self._go_on(orders, goes_on)
        if was_running or not self._queue.is_running:
            self.changed.emit()  # of a beginning the queue itself has told
        if self._again:
            self._again = False
            self.plan()

    def _go_on(self, orders: Orders, goes_on: bool) -> None:
        if self._queue.is_running:
            self._queue.take_more()
        elif self._is_first:
            if goes_on:
                self._queue.start(orders)
        elif self._queue.takes_more:
            # The last of the files before has ended while these were planned.
            self._queue.start(orders)

    def _ask(self, plan: Plan) -> bool:
        """Ask about targets that are there, if that is wished; return whether to go on."""
        rows = plan.undecided()
        if not rows:
            return True
        dialog = ExistingDialog(rows, self._widget.window())
        self._is_asking = True
        goes_on = bool(dialog.exec())
        self._is_asking = False
        dialog.deleteLater()
        return goes_on

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self.stop()
        self.status.emit(explain(error).line)
        self.changed.emit()

    @Slot()
    def _take_tags(self) -> None:
        """Do what has waited for the tags."""
        was_waiting = self.is_waiting and self._planned is None
        if was_waiting or self._queue.is_running:
            self.is_waiting = False
            self.plan()
        self.changed.emit()
