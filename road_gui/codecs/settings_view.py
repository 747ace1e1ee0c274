"""The tree of codecs and settings, with the buttons that change it."""

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTreeView, QVBoxLayout, QWidget

from road_codec import all_codecs
from road_gui.actions import tool_button
from road_gui.codecs.actions import CodecsActions
from road_gui.codecs.setting_dialog import SettingDialog
from road_gui.codecs.settings_model import Entry, Removed, SettingsModel
from road_gui.settings import Settings


class SettingsView(QWidget):
    """Lets settings be checked, added and removed.

    Signals
    -------
    changed()
        After other settings are checked, or another one is selected.
    removed()
        After one was taken out, which can be brought back.
    """

    changed = Signal()
    removed = Signal()

    def __init__(
        self, commands: CodecsActions, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = SettingsModel(settings, self)
        self._removed: Removed | None = None
        self.tree = QTreeView()
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.tr("Codecs and settings to compare"))
        self.tree.setToolTip(self.tr("What is checked is measured. Space changes a mark."))
        self.tree.setUniformRowHeights(True)
        self.tree.setTabKeyNavigation(False)
        self.tree.setMinimumHeight(120)
        self.tree.expandAll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(tool_button(commands.add_setting))
        row.addStretch()
        row.addWidget(tool_button(commands.remove_setting, with_text=False))
        column.addLayout(row)
        self.model.checked_changed.connect(self.changed)
        self.tree.selectionModel().currentChanged.connect(self.changed)
        commands.add_setting.triggered.connect(self.ask)
        commands.remove_setting.triggered.connect(self._remove)

    @property
    def entry(self) -> Entry | None:
        """The setting that the keyboard is at."""
        return self.model.entry_at(self.tree.currentIndex())

    @Slot()
    def ask(self) -> None:
        """Ask for a setting, and add it."""
        index = self.tree.currentIndex()
        codec, entry = self.model.codec_at(index), self.model.entry_at(index)
        dialog = SettingDialog(
            (codec or all_codecs()[0]).id, entry.setting if entry else None, self.window()
        )
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        setting = dialog.setting
        dialog.deleteLater()
        if is_accepted and setting is not None:
            self._show(self.model.add(setting))

    def _show(self, index: QModelIndex) -> None:
        self.tree.expand(index.parent())
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)

    @Slot()
    def _remove(self) -> None:
        self._removed = self.model.remove(self.tree.currentIndex()) or self._removed
        self.removed.emit()

    @property
    def can_bring_back(self) -> bool:
        """Whether there is a setting that was removed last."""
        return self._removed is not None

    def bring_back(self) -> None:
        """Put in again the setting that was removed last."""
        if self._removed is not None:
            removed, self._removed = self._removed, None
            self._show(self.model.put_back(removed))
