"""A form for any set of described parameters."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from road_codec import Param, ParameterError
from road_gui.forms.fields import Field, field_for
from road_gui.forms.section import Section


class ParamsForm(QWidget):
    """One field for each parameter; the rarer ones are folded away.

    Signals
    -------
    changed()
        After any value has changed.
    """

    changed = Signal()

    def __init__(self, params: Sequence[Param], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        rest = QWidget()
        self._rest = QVBoxLayout(rest)
        self._rest.setContentsMargins(0, 0, 0, 0)
        self._rest.setSpacing(12)
        for param in params:
            self._add(param)
        self.more = Section(self.tr("More settings"), rest, role="subsection")
        self._column.addWidget(self.more)
        self.more.setVisible(self._rest.count() > 0)

    def values(self) -> dict[str, Any]:
        """Return all values by name; None stands for "automatic"."""
        return {name: field.value() for name, field in self.fields.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values; names that are unknown and values that are not allowed are left out."""
        for name, value in values.items():
            field = self.fields.get(name)
            if field is not None and _is_allowed(field.param, value):
                field.set_value(value)

    def reset(self) -> None:
        """Show the defaults."""
        self.set_values({name: field.param.default for name, field in self.fields.items()})

    def commit(self) -> None:
        """Finish an edit that is under way."""
        for field in self.fields.values():
            field.commit()

    def to_text(self) -> str:
        """Return what differs from the defaults, to be kept."""
        return json.dumps(
            {
                name: field.value()
                for name, field in self.fields.items()
                if field.value() != field.param.default
            }
        )

    def set_text(self, text: str) -> None:
        """Show what `to_text` returned; what cannot be read is left out."""
        try:
            values = json.loads(text)
        except ValueError:
            return
        if isinstance(values, dict):
            self.set_values(values)

    def _add(self, param: Param) -> None:
        field = field_for(param)
        field.changed.connect(self.changed)
        self.fields[param.name] = field
        (self._rest if param.rare else self._column).addWidget(field)


def _is_allowed(param: Param, value: Any) -> bool:
    try:
        param.check(value)
    except ParameterError:
        return False
    return True
