"""What the Help menu does: its dialogs come and go, and a bug report is copied."""

from typing import cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from road_gui.help import AboutDialog, KeysDialog, LogDialog
from road_gui.log import bug_report
from road_gui.menus import Menus, WindowActions


class Help(QObject):
    """Opens what the Help menu offers; nothing of a dialog stays when it is closed.

    Signals
    -------
    status(str)
        A sentence for the status bar.
    """

    status = Signal(str)

    def __init__(self, commands: WindowActions, menus: Menus, window: QWidget) -> None:
        super().__init__(window)
        self._menus = menus
        commands.keys.triggered.connect(self._show_keys)
        commands.log.triggered.connect(self._show_log)
        commands.bug_report.triggered.connect(self._copy_bug_report)
        commands.about.triggered.connect(self._show_about)

    def _window(self) -> QWidget:
        # Asked for each time: a window that is held by what it holds is never gone.
        return cast(QWidget, self.parent())

    @Slot()
    def _show_keys(self) -> None:
        _show(KeysDialog(self._menus.titled_actions(), self._window()))

    @Slot()
    def _show_log(self) -> None:
        _show(LogDialog(self._window()))

    @Slot()
    def _show_about(self) -> None:
        _show(AboutDialog(self._window()))

    @Slot()
    def _copy_bug_report(self) -> None:
        QGuiApplication.clipboard().setText(bug_report())
        self.status.emit(self.tr("Versions and log are on the clipboard"))


def _show(dialog: QDialog) -> None:
    """Show a dialog until it is closed, and leave none of it to its parent."""
    dialog.exec()
    dialog.deleteLater()
