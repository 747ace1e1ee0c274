"""The last net: what nobody caught is logged and shown, and the window lives on."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from road_gui.messages import Message, explain

_log = logging.getLogger(__name__)


class FaultCatcher(QObject):
    """Takes uncaught exceptions from any thread, shows them one at a time.

    Signals
    -------
    caught(Exception)
        Carries an exception to the thread of the window.
    """

    caught = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_showing = False
        # Queued: not from within the call that has just failed.
        self.caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from here on."""
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):  # Ctrl-C, sys.exit
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("uncaught", exc_info=(kind, error, trace))
        self.caught.emit(error)

    def _take_from_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            self._take(fault.exc_type, fault.exc_value, fault.exc_traceback)

    @Slot(object)
    def _show(self, error: Exception) -> None:
        # A fault in something that is painted comes again and again.
        if self._is_showing:
            return
        self._is_showing = True
        show_fault(explain(error, is_logged=True), QApplication.activeWindow())
        self._is_showing = False


def show_fault(message: Message, parent: QWidget | None) -> None:
    """Show what went wrong, with a button for the details where there are any."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Critical)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names of files may look like marks
    box.setWindowTitle(QCoreApplication.translate("FaultCatcher", "ROAD Studio"))
    box.setText(message.title)
    box.setInformativeText(message.sentence)
    box.setDetailedText(message.details)
    box.exec()
    box.deleteLater()
