"""Esc stops the work only where that is meant: on the page of the queue, and not in a field."""

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from road_gui.key_guard import WRITING


class StopKey(QObject):
    """Takes the keys of an action away while they would be pressed for something else.

    From the menu it can be done all the while; the list of keys shows them there, too.

    Parameters
    ----------
    action : QAction
        What stops the work.
    page : QWidget
        Where it is meant.
    """

    def __init__(self, action: QAction, page: QWidget) -> None:
        super().__init__(page)
        self._action, self._page = action, page
        self._keys = action.shortcuts()
        action.setProperty("keys", self._keys)
        page.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)
        self._set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page."""
        if watched is self._page and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._set()
        return False

    @Slot()
    def _follow_focus(self) -> None:
        self._set()

    def _set(self) -> None:
        is_meant = self._page.isVisible() and not isinstance(QApplication.focusWidget(), WRITING)
        keys = self._keys if is_meant else []
        if self._action.shortcuts() != keys:
            self._action.setShortcuts(keys)
