"""Keeps the keys of the player away from widgets that need them themselves."""

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

WRITING = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)
"""Widgets to which every key may be a letter."""

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


def _uses(widget: QObject, key: Qt.Key) -> bool:
    if isinstance(widget, (*WRITING, *_CHOOSING)):
        return True
    if isinstance(widget, QAbstractButton):
        return key == Qt.Key.Key_Space or (widget.autoExclusive() and key in _ARROWS)
    return isinstance(widget, QAbstractSlider) and key in _ARROWS | _ENDS
