"""The choice among the presets of a codec."""

import logging
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from road_codec import Preset, PresetStore, RoadError
from road_gui.forms.fields import QuietComboBox
from road_gui.library_words import preset_word

_log = logging.getLogger(__name__)


class PresetBox(QuietComboBox):
    """Lists the presets of one codec, and "Custom" for values that are none of them.

    Signals
    -------
    reloaded()
        After the presets were read anew.
    """

    reloaded = Signal()

    def __init__(self, store: PresetStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._codec = ""
        self._presets: list[Preset] = []
        self._told: set[str] = set()
        self.setAccessibleName(self.tr("Preset"))
        self.setToolTip(self.tr("Settings under a name; the command line has the same ones."))

    @property
    def preset(self) -> Preset | None:
        """The chosen preset, None for values that are none."""
        name = self.preset_name
        return next((preset for preset in self._presets if preset.name == name), None)

    @property
    def preset_name(self) -> str:
        """Its name, empty for values that are none."""
        return str(self.currentData() or "")

    def set_codec(self, codec: str) -> None:
        """List the presets of a codec."""
        if codec != self._codec:
            self._codec = codec
            self.reload()

    def reload(self) -> None:
        """Read the presets anew."""
        presets = self._read()
        if presets != self._presets or not self.count():
            self._presets = presets
            self._fill()
        self.reloaded.emit()

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Choose the preset that has these values; the one that is chosen if it has them."""
        fitting = [preset.name for preset in self._presets if preset.all_values() == values]
        if self.preset_name not in fitting:
            self.setCurrentIndex(self.findData(fitting[0]) if fitting else self.count() - 1)

    def showPopup(self) -> None:
        """Look which presets there are now."""
        self.reload()
        super().showPopup()

    def _read(self) -> list[Preset]:
        try:
            presets, problems = self._store.read()
        except RoadError as error:
            presets, problems = [], [str(error)]
        for problem in problems:
            if problem not in self._told:  # once is enough for the log
                self._told.add(problem)
                _log.warning("%s", problem)
        return [preset for preset in presets if preset.codec == self._codec]

    def _fill(self) -> None:
        chosen = self.preset_name
        self.clear()
        for preset in self._presets:
            self.addItem(preset_word(preset.name), preset.name)
            text = preset_word(preset.text)
            self.setItemData(self.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        self.addItem(self.tr("Custom"), "")
        self.setItemData(
            self.count() - 1,
            self.tr("Values that are no preset: change any below"),
            Qt.ItemDataRole.ToolTipRole,
        )
        self.setCurrentIndex(max(0, self.findData(chosen)))
