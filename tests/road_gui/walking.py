"""A way round by the Tab key, on which every control has to be met and to have a name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_MOST_CONTROLS = 200


def walked(root: QWidget) -> set[str]:
    """Go round from what has the focus; return the names of all controls below a widget.

    Names are those a screen reader says; of a combo box, whose is its text, the given one.
    """
    start = QApplication.focusWidget()
    assert start is not None
    assert start.isVisible()
    met = [start]
    while len(met) == 1 or met[-1] is not start:
        QTest.keyClick(met[-1], Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
        assert len(met) < _MOST_CONTROLS, "the focus never came back"
    names, missed = set(), []
    for widget in _controls(root):
        name = _name_of(widget)
        assert name, f"{type(widget).__name__} {widget.objectName()} has no name"
        names.add(widget.accessibleName() or name)
        # A part of one that was met, as the text of a number field, is reached with it.
        is_inside = widget.focusProxy() is not None or widget.parentWidget() in met
        if widget.isEnabled() and widget not in met and not is_inside:
            missed.append(f"{type(widget).__name__} {name}")
    assert missed == []
    return names


def nameless(root: QWidget) -> list[str]:
    """List what can have the focus below a widget, by mouse as well, and has no name."""
    return [
        f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}"
        for widget in root.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not _name_of(widget)
    ]


def _controls(root: QWidget) -> list[QWidget]:
    tab = Qt.FocusPolicy.TabFocus.value
    return [
        widget
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy().value & tab
    ]


def _name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
