"""A field for one number, of any size that a parameter may have."""

import math

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QWidget

from road_codec import Param

_FLOAT_DIGITS = 12
_MARGIN = 6


class NumberBox(QAbstractSpinBox):
    """Edits a number within the limits of its description.

    Qt's own boxes end at 2³¹ or write 10¹⁹ with all its zeros; thresholds of
    squared samples and seeds of random orders go beyond both.

    Signals
    -------
    changed()
        After the value has changed.
    """

    changed = Signal()

    def __init__(self, param: Param, value: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._param = param
        self._value = value
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setText(self._text_of(value))
        self.lineEdit().setAcceptDrops(False)  # files dropped here are for the window
        self.lineEdit().textEdited.connect(self._take_text)
        self.editingFinished.connect(self.commit)

    @property
    def low(self) -> float:
        """Least value."""
        return -math.inf if self._param.low is None else self._param.low

    @property
    def high(self) -> float:
        """Greatest value."""
        return math.inf if self._param.high is None else self._param.high

    @property
    def value(self) -> float:
        """The number: an int where the parameter is whole."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show a number, moved to the limits if it lies beyond."""
        value = min(max(value, self.low), self.high)
        self.lineEdit().setText(self._text_of(value))
        self._keep(value)

    def set_blank(self, is_blank: bool) -> None:
        """Show no number, for as long as none is asked for; the value stays."""
        self.lineEdit().setText("" if is_blank else self._text_of(self._value))

    @Slot()
    def commit(self) -> None:
        """Replace a text that is no allowed number by the nearest one that is."""
        if not self.isEnabled():
            return
        typed = self._parsed(self.text())
        self.set_value(self._value if typed is None else typed)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Say whether a text is a number, may become one, or never will."""
        number = self._parsed(text)
        if number is not None and self.low <= number <= self.high:
            return QValidator.State.Acceptable, text, position
        allowed = "+-0123456789"
        if not self._param.integral:
            allowed += ".eE" + QLocale().decimalPoint()
        may_become = all(letter in allowed for letter in text)
        state = QValidator.State.Intermediate if may_become else QValidator.State.Invalid
        return state, text, position

    def fixup(self, text: str) -> str:
        """Return the allowed text nearest to one that is not."""
        number = self._parsed(text)
        number = self._value if number is None else min(max(number, self.low), self.high)
        return self._text_of(number)

    def stepBy(self, steps: int) -> None:
        """Go up or down; a real number by a tenth of its size."""
        size = 1.0
        if not self._param.integral and self._value:
            size = 10.0 ** (math.floor(math.log10(abs(self._value))) - 1)
        # Whole steps of whole numbers: a float would lose the last digits of large ones.
        step = steps if self._param.integral else steps * size
        self.set_value(self._value + step)

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Say which ways are open."""
        flags = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self._value < self.high:
            flags |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        if self._value > self.low:
            flags |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return flags

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the field is being edited."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field on Escape, with a number in it."""
        if event.key() == Qt.Key.Key_Escape:
            self.commit()
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _take_text(self, text: str) -> None:
        if self.validate(text, 0)[0] == QValidator.State.Acceptable:
            self._keep(self._parsed(text))

    def _keep(self, value: float | None) -> None:
        if value is not None and value != self._value:
            self._value = value
            self.changed.emit()

    def _parsed(self, text: str) -> float | None:
        try:
            number = int(text) if self._param.integral else float(_with_point(text))
        except ValueError:
            return None
        return number if math.isfinite(number) else None

    def _text_of(self, value: float) -> str:
        if self._param.integral:
            return str(value)
        return format(value, f".{_FLOAT_DIGITS}g").replace(".", QLocale().decimalPoint())


def _with_point(text: str) -> str:
    """Return a real number as Python reads it, whichever sign of decimals it is typed with."""
    return text.replace(QLocale().decimalPoint(), ".")


def dress_boxes(root: QWidget) -> None:
    """Give every number field in a window what neither a style sheet nor its name does."""
    for box in root.findChildren(QAbstractSpinBox):
        # A style sheet has no say in the room before a number, and a screen reader
        # meets the text inside the box as a thing of its own.
        box.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
        box.lineEdit().setAccessibleName(box.accessibleName())
