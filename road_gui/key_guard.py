"""Who gets a key: the widget that uses it itself, and the page that is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

_WRITING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
_CHOOSING = (QComboBox, QAbstractItemView)
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_ENDS = {Qt.Key.Key_Home, Qt.Key.Key_End}


class KeyGuard(QObject):
    """Gives a key to the widget that has the focus, not to an action, where the widget uses it.

    A text field gets all of them; a button keeps Space, a slider the arrows.
    Qt asks the widget before it looks at shortcuts, and this answers for it.

    Parameters
    ----------
    actions : sequence of QAction
        Whose keys are meant.
    parent : QObject, optional
        Owner.
    """

    def __init__(self, actions: Sequence[QAction], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys = {keys for action in actions for keys in action.shortcuts()}
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._watch)

    @Slot(QWidget, QWidget)
    def _watch(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a key for the widget."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if QKeySequence(event.keyCombination()) not in self._keys:
            return False
        if not _uses(watched, Qt.Key(event.key())):
            return False
        event.accept()
        return True


class PageKeys(QObject):
    """Takes keys away from actions while they would be pressed for something else.

    They work on the page that the actions are of, and not in a field for typing.
    From the menu all can be done all the while; the list of keys shows them there, too.

    Parameters
    ----------
    actions : sequence of QAction
        What the page can do.
    page : QWidget
        Where it is meant.
    """

    def __init__(self, actions: Sequence[QAction], page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._keys = {action: action.shortcuts() for action in actions}
        for action, keys in self._keys.items():
            action.setProperty("keys", keys)
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
        is_meant = self._page.isVisible() and not isinstance(QApplication.focusWidget(), _WRITING)
        for action, keys in self._keys.items():
            wanted = keys if is_meant else []
            if action.shortcuts() != wanted:
                action.setShortcuts(wanted)


def _uses(widget: QObject, key: Qt.Key) -> bool:
    if isinstance(widget, (*_WRITING, *_CHOOSING)):
        return True
    if isinstance(widget, QAbstractButton):
        return key == Qt.Key.Key_Space or (widget.autoExclusive() and key in _ARROWS)
    return isinstance(widget, QAbstractSlider) and key in _ARROWS | _ENDS
