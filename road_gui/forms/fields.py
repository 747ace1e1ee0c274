"""One widget for one parameter, whatever its kind."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from road_codec import Param
from road_gui.forms.number_box import NumberBox
from road_gui.forms.words import automatic_of, doc_of, label_of, value_text
from road_gui.library_words import said


class Field(QWidget):
    """Shows a parameter and lets it be changed; made by `field_for`.

    Signals
    -------
    changed()
        After the value has changed.
    """

    changed = Signal()

    def __init__(self, param: Param, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.param = param
        self.setToolTip(self._tip())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def value(self) -> Any:
        """Return the value, None for "automatic"."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value that the parameter allows."""
        raise NotImplementedError

    def commit(self) -> None:
        """Finish an edit that is under way."""

    def _tip(self) -> str:
        lines = [doc_of(self.param)]
        if self.param.kind == "number":
            limits = said(self.param.describe_limits())
            lines.append(self.tr("Allowed: {limits}").format(limits=limits))
        if self.param.automatic:
            lines.append(self.tr("Automatic: {what}").format(what=automatic_of(self.param)))
        return "\n".join(lines)

    def _add_labelled(self, widget: QWidget) -> None:
        label = QLabel(label_of(self.param))
        label.setBuddy(widget)
        widget.setAccessibleName(label_of(self.param))
        widget.setAccessibleDescription(doc_of(self.param))
        self._column.addWidget(label)


class QuietComboBox(QComboBox):
    """A choice that does not change when the page is scrolled over it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A long name must not make the panel wider than it is.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class FlagField(Field):
    """Yes or no."""

    def __init__(self, param: Param, parent: QWidget | None = None) -> None:
        super().__init__(param, parent)
        self.box = QCheckBox(label_of(param))
        self.box.setAccessibleDescription(doc_of(param))
        self._column.addWidget(self.box)
        self.set_value(param.default)
        self.box.toggled.connect(self.changed)

    def value(self) -> bool:
        """Return whether it is checked."""
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        """Check it or not."""
        self.box.setChecked(bool(value))


class ChoiceField(Field):
    """One of a few; "automatic" is one of them where the parameter allows it."""

    def __init__(self, param: Param, parent: QWidget | None = None) -> None:
        super().__init__(param, parent)
        self.box = QuietComboBox()
        if param.automatic:
            self.box.addItem(self.tr("Automatic"), None)
            self.box.setItemData(0, automatic_of(param), Qt.ItemDataRole.ToolTipRole)
        for value in param.among:
            self.box.addItem(value_text(param, value), value)
        self._add_labelled(self.box)
        self._column.addWidget(self.box)
        self.set_value(param.default)
        self.box.currentIndexChanged.connect(self._tell)

    def value(self) -> Any:
        """Return what is chosen."""
        return self.box.currentData()

    def set_value(self, value: Any) -> None:
        """Choose a value."""
        self.box.setCurrentIndex(self.box.findData(value))

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


class NumberField(Field):
    """A number within limits."""

    def __init__(self, param: Param, parent: QWidget | None = None) -> None:
        super().__init__(param, parent)
        start = param.default if param.default is not None else _middle(param)
        self.box = NumberBox(param, start)
        self._add_labelled(self.box)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addWidget(self.box, 1)
        self._column.addLayout(self._row)
        self.box.changed.connect(self.changed)

    def value(self) -> Any:
        """Return the number."""
        return self.box.value

    def set_value(self, value: Any) -> None:
        """Show a number."""
        self.box.set_value(value)

    def commit(self) -> None:
        """Replace a text that is no allowed number."""
        self.box.commit()


class AutomaticNumberField(NumberField):
    """A number within limits, or None: chosen automatically."""

    def __init__(self, param: Param, parent: QWidget | None = None) -> None:
        super().__init__(param, parent)
        self.automatic = QCheckBox(self.tr("Automatic"))
        self.automatic.setAccessibleName(self.tr("{name}: automatic").format(name=label_of(param)))
        self._row.addWidget(self.automatic)
        hint = automatic_of(param)
        self._hint = QLabel(hint[:1].upper() + hint[1:])
        self._hint.setProperty("role", "soft")
        self._hint.setWordWrap(True)
        self._column.addWidget(self._hint)
        self.automatic.toggled.connect(self._follow)
        self.automatic.setChecked(param.default is None)

    def value(self) -> Any:
        """Return the number or None."""
        return None if self.automatic.isChecked() else super().value()

    def set_value(self, value: Any) -> None:
        """Show a number, or that it is automatic."""
        if value is not None:
            super().set_value(value)
        self.automatic.setChecked(value is None)

    @Slot(bool)
    def _follow(self, automatic: bool) -> None:
        self.box.setDisabled(automatic)
        self.box.set_blank(automatic)
        self._hint.setVisible(automatic)
        self.changed.emit()


def field_for(param: Param, parent: QWidget | None = None) -> Field:
    """Return the widget for a parameter."""
    match param.kind:
        case "flag":
            return FlagField(param, parent)
        case "choice":
            return ChoiceField(param, parent)
        case "number":
            kind = AutomaticNumberField if param.automatic else NumberField
            return kind(param, parent)


def _middle(param: Param) -> float:
    """Return a number to begin with where the default is "automatic"."""
    low = param.low or 0
    high = param.high if param.high is not None else low
    return min(max(low, 10_000 if high > 1_000_000 else 1), high)
