"""What is done before files are converted: tags read, targets chosen, questions asked."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMessageBox, QWidget

from road_codec import ParameterError
from road_gui.encoder.conversion import Orders
from road_gui.encoder.existing_dialog import ExistingDialog
from road_gui.encoder.panel import SettingsPanel
from road_gui.encoder.queue import ConversionQueue
from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.tag_reading import TagReader
from road_gui.encoder.targets import assign_targets, is_undecided
from road_gui.messages import explain


class Starter(QObject):
    """Brings the waiting rows to the point where the queue can take them.

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
        self.is_waiting = False

    def start(self) -> None:
        """Convert all rows that wait; those that come later are converted too."""
        if self._queue.is_running:
            self._plan_more()
            return
        try:
            orders = self._panel.orders()
        except ParameterError as error:
            message = explain(error)
            QMessageBox.warning(self._widget, message.title, message.sentence)
            return
        if orders.destination.needs_tags and self.read_tags():
            self.is_waiting = True
            self.status.emit(self.tr("Reading tags for the names…"))
            self.changed.emit()
            return
        for row in self._model.waiting():
            row.on_exists = ""  # what was decided was of the start before
        assign_targets(self._model.rows, orders.destination)
        if self._ask(orders):
            self._queue.start(orders)

    def read_tags(self) -> bool:
        """Read the tags of rows whose are not known; return whether there are any."""
        return self._tags.read(self._model.waiting())

    def stop(self) -> None:
        """Wait for nothing any more."""
        self.is_waiting = False
        self._tags.stop()

    def shut_down(self) -> bool:
        """Stop, wait for the threads, and return whether all of them ended."""
        self.is_waiting = False
        return self._tags.shut_down()

    def _plan_more(self) -> None:
        """Give targets to rows that came while work was going on, and ask about them."""
        orders = self._queue.orders
        if orders is None or (orders.destination.needs_tags and self.read_tags()):
            return  # they are planned once they are read
        assign_targets(self._model.rows, orders.destination)
        self._ask(orders)
        self._queue.plan()

    def _ask(self, orders: Orders) -> bool:
        """Ask about targets that are there, if that is wished; return whether to go on."""
        rows = [row for row in self._model.waiting() if is_undecided(row)]
        if orders.on_exists != "ask" or not rows:
            return True
        dialog = ExistingDialog(rows, self._widget.window())
        goes_on = bool(dialog.exec())
        dialog.deleteLater()
        return goes_on

    @Slot()
    def _take_tags(self) -> None:
        """Do what has waited for the tags."""
        was_waiting, self.is_waiting = self.is_waiting, False
        if was_waiting or self._queue.is_running:
            self.start()
        self.changed.emit()
