"""Files dragged into a widget, as file managers do it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_GESTURE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drag(widget: QWidget, *paths: Path) -> QMimeData:
    """Send what a file manager sends when files are dragged in."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPoint(widget.width() // 2, widget.height() // 2)
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(middle, Qt.DropAction.CopyAction, data, *_GESTURE)
        QApplication.sendEvent(widget, event)
        assert event.isAccepted()
    return data


def drop(widget: QWidget, *paths: Path) -> QDropEvent:
    """Send what a file manager sends when files are dragged in and let go."""
    data = drag(widget, *paths)
    middle = QPointF(widget.width() / 2, widget.height() / 2)
    let_go = QDropEvent(middle, Qt.DropAction.CopyAction, data, *_GESTURE)
    QApplication.sendEvent(widget, let_go)
    return let_go
