"""What can be done with presets: keep, share, take in, remove."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QToolButton, QWidget

from road_codec import Preset, PresetStore, RoadError, TargetExistsError, write_preset
from road_gui.encoder.preset_dialog import PresetDialog
from road_gui.icons import icon
from road_gui.messages import explain

_ICON = QSize(18, 18)


class PresetMenu(QWidget):
    """A button with a menu; it needs no place of its own.

    Signals
    -------
    changed()
        After there are other presets.
    """

    changed = Signal()

    def __init__(self, store: PresetStore, parent: QWidget) -> None:
        super().__init__(parent)
        self._store = store
        self._codec = ""
        self._values: dict[str, Any] = {}
        self._preset: Preset | None = None
        self.hide()
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        self.save = self._action(
            menu, self.tr("&Save as a preset…"), self.tr("Keep these settings under a name")
        )
        self.take_in = self._action(
            menu, self.tr("&Import…"), self.tr("Take in a preset that somebody has given you")
        )
        self.export = self._action(
            menu, self.tr("&Export…"), self.tr("Write this preset to a file to give away")
        )
        menu.addSeparator()
        self.delete = self._action(
            menu, self.tr("&Delete…"), self.tr("Remove this preset; those shipped stay")
        )
        for action, slot in {
            self.save: self._save,
            self.take_in: self._take_in,
            self.export: self._export,
            self.delete: self._delete,
        }.items():
            action.triggered.connect(slot)
        self.button = QToolButton()
        self.button.setIcon(icon("preset"))
        self.button.setIconSize(_ICON)
        self.button.setMenu(menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setAccessibleName(self.tr("Presets: save, import, export, delete"))
        self.button.setToolTip(self.tr("Save, import, export or delete presets"))

    def set_state(self, codec: str, values: Mapping[str, Any], preset: Preset | None) -> None:
        """Say what is shown: it is what would be saved, exported or deleted."""
        self._codec, self._values, self._preset = codec, dict(values), preset
        self.export.setEnabled(preset is not None)
        self.delete.setEnabled(preset is not None and not preset.is_shipped)

    def _action(self, menu: QMenu, text: str, tip: str) -> QAction:
        action = menu.addAction(text)
        action.setToolTip(tip)
        action.setStatusTip(tip)
        return action

    @Slot()
    def _save(self) -> None:
        preset = self._preset
        own = preset if preset is not None and not preset.is_shipped else None
        dialog = PresetDialog(self._store, self._codec, self._values, own, self.window())
        if dialog.exec():
            self.changed.emit()
        dialog.deleteLater()

    @Slot()
    def _take_in(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.window(), self.tr("Import a preset"), str(Path.home()), self._filter()
        )
        if not name:
            return
        try:
            self._import(Path(name))
        except RoadError as error:
            self._tell(error)
        self.changed.emit()

    def _import(self, path: Path) -> None:
        try:
            self._store.take_in(path)
        except TargetExistsError:
            if self._may(self.tr("There is a preset of that name already. Replace it?")):
                self._store.take_in(path, overwrite=True)

    @Slot()
    def _export(self) -> None:
        if self._preset is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self.window(),
            self.tr("Export the preset"),
            str(Path.home() / f"{self._preset.name}.json"),
            self._filter(),
        )
        if not name:
            return
        try:
            write_preset(self._preset, Path(name), on_exists="overwrite")
        except RoadError as error:
            self._tell(error)

    @Slot()
    def _delete(self) -> None:
        preset = self._preset
        if preset is None or not self._may(
            self.tr("Delete the preset {name}? Its settings stay in the form.").format(
                name=preset.name
            )
        ):
            return
        try:
            self._store.delete(preset.name)
        except RoadError as error:
            self._tell(error)
        self.changed.emit()

    def _may(self, question: str) -> bool:
        answer = QMessageBox.question(
            self.window(),
            self.tr("Presets"),
            question,
            defaultButton=QMessageBox.StandardButton.No,
        )
        return answer == QMessageBox.StandardButton.Yes

    def _tell(self, error: RoadError) -> None:
        message = explain(error)
        QMessageBox.warning(self.window(), message.title, message.sentence)

    def _filter(self) -> str:
        return self.tr("Presets (*.json)")
