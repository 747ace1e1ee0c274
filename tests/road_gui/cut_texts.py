"""Finds texts in a window that have less room than they need."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from road_gui.elided_label import ElidedLabel

_HEADER_MARGIN = 8
_SLACK = 2  # the hint of a button is rounded up


def cut_texts(window: QWidget) -> list[str]:
    """Name what is cut; names of files, which people give, may be elided."""
    return [
        f"{type(widget).__name__} {text!r}: {why}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and not isinstance(widget, ElidedLabel)
        for text, why in _cuts(widget)
    ]


def _cuts(widget: QWidget) -> Iterator[tuple[str, str]]:
    match widget:
        case QAbstractButton() if widget.text() and not _has_no_text(widget):
            if widget.sizeHint().width() > widget.width() + _SLACK:
                yield widget.text(), f"{widget.width()} of {widget.sizeHint().width()} wide"
            yield from _hidden(widget, widget.text())
        case QLabel() if widget.text():
            yield from _label_cuts(widget)
            yield from _hidden(widget, widget.text())
        case QComboBox():
            room = _room_in(widget)
            for text in map(widget.itemText, range(widget.count())):
                if (needed := widget.fontMetrics().horizontalAdvance(text)) > room:
                    yield text, f"{room} of {needed} wide"
            yield from _hidden(widget, widget.currentText())
        case QHeaderView() if widget.orientation() is Qt.Orientation.Horizontal:
            yield from _header_cuts(widget)


def _has_no_text(button: QAbstractButton) -> bool:
    style = getattr(button, "toolButtonStyle", None)
    return style is not None and style() is Qt.ToolButtonStyle.ToolButtonIconOnly


def _label_cuts(label: QLabel) -> Iterator[tuple[str, str]]:
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height():
            yield label.text(), f"{label.height()} of {needed} high"
    elif label.sizeHint().width() > label.width():
        yield label.text(), f"{label.width()} of {label.sizeHint().width()} wide"


def _room_in(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, box).width()


def _header_cuts(header: QHeaderView) -> Iterator[tuple[str, str]]:
    for section in range(header.count()):
        text = str(header.model().headerData(section, header.orientation()) or "")
        needed = max(map(header.fontMetrics().horizontalAdvance, text.split("\n")))
        room = header.sectionSize(section) - _HEADER_MARGIN
        if needed > room and not header.isSectionHidden(section):
            yield text, f"{room} of {needed} wide"


def _hidden(widget: QWidget, text: str) -> Iterator[tuple[str, str]]:
    """Whether a widget stands out of what it is shown in, to the right or the left."""
    parent = widget.parentWidget()
    while parent is not None:
        left = widget.mapTo(parent, QPoint(0, 0)).x()
        is_scrolled = isinstance(parent.parentWidget(), QAbstractScrollArea)
        if left < 0 or left + widget.width() > parent.width():
            yield text, f"stands out of {type(parent).__name__}"
            return
        if is_scrolled or parent.isWindow():
            return
        parent = parent.parentWidget()
