"""Asks under which name settings are to be kept."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from road_codec import Preset, PresetStore, RoadError, TargetExistsError
from road_gui.messages import explain

_GREATEST_NAME, _GREATEST_TEXT = 60, 500


class PresetDialog(QDialog):
    """Takes a name and a sentence, and keeps the preset; stays open where that cannot be.

    Parameters
    ----------
    store : PresetStore
        Where it is kept.
    codec, values : str and mapping
        What is kept.
    old : Preset or None
        One of the user's own that may be meant: its name and sentence are proposed.
    """

    def __init__(
        self,
        store: PresetStore,
        codec: str,
        values: Mapping[str, Any],
        old: Preset | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._codec, self._values = store, codec, dict(values)
        self.setWindowTitle(self.tr("Save as a preset"))
        self.name = QLineEdit(old.name if old else "")
        self.name.setMaxLength(_GREATEST_NAME)
        self.name.setPlaceholderText(self.tr("Interviews"))
        self.text = QLineEdit(old.text if old else "")
        self.text.setMaxLength(_GREATEST_TEXT)
        self.text.setPlaceholderText(self.tr("What it is good for"))
        self.problem = QLabel()
        self.problem.setProperty("role", "bad")
        self.problem.setWordWrap(True)
        self.problem.hide()
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Save | buttons.Cancel)
        self._asked_for = ""
        self._lay_out()
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._follow)
        self._follow()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(12)
        for text, field in ((self.tr("&Name"), self.name), (self.tr("&Description"), self.text)):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            form.addRow(label, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)
        self.setMinimumWidth(420)

    @Slot()
    def _follow(self) -> None:
        self.problem.hide()
        self._asked_for = ""
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(self.name.text().strip()))
        save.setText(self.tr("Save"))

    @Slot()
    def _save(self) -> None:
        name = self.name.text().strip()
        try:
            preset = Preset(
                name=name, codec=self._codec, values=self._values, text=self.text.text().strip()
            )
            # The second time it has been said that there is one of that name.
            self._store.save(preset, overwrite=bool(self._asked_for))
        except TargetExistsError:
            self._asked_for = name
            self._say(self.tr("There is a preset of that name. Save again to replace it."))
            save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
            save.setText(self.tr("Replace"))
        except RoadError as error:
            self._say(explain(error).sentence)
        else:
            self.accept()

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
