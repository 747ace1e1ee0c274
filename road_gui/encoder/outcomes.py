"""Looking at what came of files: in the player, beside the original, in a folder, in a report."""

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from road_gui.actions import make_action
from road_gui.encoder.actions import ConvertActions
from road_gui.encoder.queue import ConversionQueue
from road_gui.encoder.queue_view import QueueView
from road_gui.encoder.report_dialog import ReportDialog
from road_gui.encoder.rows import Row, State
from road_gui.encoder.summary import Summary
from road_gui.faults import show_fault
from road_gui.messages import Message
from road_gui.settings import Settings
from road_gui.theme import Theme


class Outcomes(QObject):
    """Does what its actions say with the selected rows, and changes nothing of them.

    Attributes
    ----------
    retry_failed : QAction
        What the report offers for all that failed, whatever is selected in the queue.

    Signals
    -------
    open_requested(Path, Path or None)
        When an encoded file is to be heard, with its original where that is known.
    compare_requested(Path, Path)
        When the second file is to be compared with the first, its original.
    status(str)
        What a person should know meanwhile.
    """

    status = Signal(str)
    open_requested = Signal(object, object)
    compare_requested = Signal(object, object)

    def __init__(
        self,
        queue: ConversionQueue,
        view: QueueView,
        commands: ConvertActions,
        settings: Settings,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._queue, self._view = queue, view
        self._settings, self._theme, self._widget = settings, theme, parent
        self._summary = Summary(self)
        self.retry_failed = make_action(
            self,
            self.tr("&Retry failed"),
            picture="retry",
            tip=self.tr("Convert the files that failed once more"),
        )
        view.opened.connect(self._open)
        for action, slot in {
            commands.open: self._open_selected,
            commands.compare: self._compare_selected,
            commands.show_folder: self._show_folder,
            commands.why: self._show_why,
            commands.copy_report: self._copy_report,
            commands.report: self._show_report,
        }.items():
            action.triggered.connect(slot)

    @Slot(object)
    def _open(self, row: Row) -> None:
        if row.state is State.FAILED:
            self._show_fault(row)
            return
        self._hear(row)

    def _hear(self, row: Row) -> None:
        path = row.openable
        if path is None:
            self.status.emit(self.tr("{name} is not encoded yet").format(name=row.source.name))
        else:
            self.open_requested.emit(path, row.source if row.comparable else None)

    @Slot()
    def _open_selected(self) -> None:
        for row in self._view.selected_rows():
            if row.openable:
                self._hear(row)
                return

    @Slot()
    def _compare_selected(self) -> None:
        for row in self._view.selected_rows():
            if row.comparable:
                self.compare_requested.emit(row.source, row.target)
                return

    @Slot()
    def _show_folder(self) -> None:
        for row in self._view.selected_rows()[:1]:
            path = row.target if row.state is State.DONE and row.target else row.source
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    @Slot()
    def _show_why(self) -> None:
        for row in self._view.selected_rows():
            if row.has_fault:
                self._show_fault(row)
                return

    def _show_fault(self, row: Row) -> None:
        title = f"{row.state.label}: {row.source.name}"
        show_fault(Message(title, row.message, row.details), self._widget.window())

    @Slot()
    def _show_report(self) -> None:
        dialog = ReportDialog(
            self._queue.model,
            self._queue.totals(),
            self.retry_failed,
            self._settings,
            self._theme,
            self._widget.window(),
        )
        dialog.exec()
        dialog.deleteLater()

    @Slot()
    def _copy_report(self) -> None:
        text = self._summary.report(self._queue.totals(), list(self._queue.model.rows))
        QGuiApplication.clipboard().setText(text)
        self.status.emit(self.tr("The report is on the clipboard"))
