"""Where converted files go, how they are called, and what happens where there is one already."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from road_codec import Pattern, usable_cores
from road_gui.elided_label import ElidedLabel
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.pattern_field import PatternField
from road_gui.encoder.targets import Destination
from road_gui.forms.fields import QuietComboBox
from road_gui.messages import path_text
from road_gui.settings import Settings

_BESIDE, _FOLDER = "beside", "folder"


class OutputForm(QWidget):
    """Shows the destination and lets it be changed.

    Signals
    -------
    changed()
        After any value has changed.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._folder = settings.value("output/folder", "")
        self.place = QuietComboBox()
        self.folder_label = ElidedLabel()
        self.choose = QPushButton(self.tr("Choose…"))
        self.keep_tree_box = QCheckBox(self.tr("Keep the folders of the sources"))
        self.copy_others_box = QCheckBox(self.tr("Copy the other files of the folders"))
        self.names = PatternField(settings.value("output/pattern", ""))
        self.on_exists_box = QuietComboBox()
        self.at_once_box = QSpinBox()
        self.keep_date_box = QCheckBox(self.tr("Keep the dates of the sources"))
        self.measure_box = QCheckBox(self.tr("Measure the quality afterwards"))
        self.preview = ElidedLabel()
        self._fill()
        self._lay_out()
        self._follow()
        self.place.currentIndexChanged.connect(self._change_place)
        self.choose.clicked.connect(self.choose_folder)
        self.names.changed.connect(self._keep)
        self.on_exists_box.currentIndexChanged.connect(self._keep)
        self.at_once_box.valueChanged.connect(self._keep)
        boxes = (self.keep_tree_box, self.copy_others_box, self.keep_date_box, self.measure_box)
        for box in boxes:
            box.toggled.connect(self._keep)

    @property
    def folder(self) -> Path | None:
        """The folder for all files, None for beside each source."""
        in_folder = self.place.currentData() == _FOLDER and self._folder
        return Path(self._folder) if in_folder else None

    @property
    def on_exists(self) -> str:
        """What happens where a target is there: see `Orders`."""
        return str(self.on_exists_box.currentData())

    @property
    def at_once(self) -> int:
        """Files converted side by side."""
        return self.at_once_box.value()

    def destination(
        self, encoding: Encoding, decoded_suffix: str, pattern: Pattern | None
    ) -> Destination:
        """Return where files go, with what else decides about their names."""
        return Destination(
            output=self.folder,
            pattern=pattern,
            keep_tree=self.keep_tree_box.isChecked(),
            encoding=encoding,
            decoded_suffix=decoded_suffix,
        )

    def set_folder(self, folder: str) -> None:
        """Send all files to a folder; an empty text sends them beside their sources."""
        self._folder = folder or self._folder
        self.place.setCurrentIndex(self.place.findData(_FOLDER if folder else _BESIDE))
        self._follow()
        self._keep()

    def show_preview(self, targets: list[Path]) -> None:
        """Show what the first waiting files will become."""
        # The sources stand in the queue; two long names in one line would be cut to nothing.
        self.preview.setText("\n".join(f"→ {self._shortened(target)}" for target in targets))
        self.preview.setToolTip("\n".join(str(target) for target in targets))
        self.preview.setVisible(bool(targets))

    @Slot()
    def choose_folder(self) -> bool:
        """Ask for the folder; return whether one was chosen."""
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for converted files"), self._folder or str(Path.home())
        )
        if chosen:
            self.set_folder(chosen)
        return bool(chosen)

    def _shortened(self, target: Path) -> str:
        folder = self.folder
        if folder is None or folder not in target.parents:
            depth = 1 if self.names.pattern_text is None else self.names.pattern_text.count("/") + 1
            return str(Path(*target.parts[-depth:]))
        return str(target.relative_to(folder))

    def _fill(self) -> None:
        self.place.addItem(self.tr("Beside each source"), _BESIDE)
        self.place.addItem(self.tr("In one folder"), _FOLDER)
        self.on_exists_box.addItem(self.tr("Ask before the start"), "ask")
        self.on_exists_box.addItem(self.tr("Skip the file"), "skip")
        self.on_exists_box.addItem(self.tr("Skip it if newer and whole"), "update")
        self.on_exists_box.addItem(self.tr("Number the new file"), "rename")
        self.on_exists_box.addItem(self.tr("Overwrite"), "overwrite")
        self.at_once_box.setRange(1, usable_cores())
        self.at_once_box.setValue(self._settings.value("queue/at_once", 1))
        place = self._settings.value("output/place", _BESIDE) if self._folder else _BESIDE
        self.place.setCurrentIndex(max(0, self.place.findData(place)))
        on_exists = self._settings.value("output/on_exists", "ask")
        self.on_exists_box.setCurrentIndex(max(0, self.on_exists_box.findData(on_exists)))
        self.keep_tree_box.setChecked(self._settings.value("output/keep_tree", True))
        self.copy_others_box.setChecked(self._settings.value("output/copy_others", False))
        self.keep_date_box.setChecked(self._settings.value("output/keep_date", False))
        self.measure_box.setChecked(self._settings.value("output/measure", False))
        self._explain()

    def _explain(self) -> None:
        for widget, tip in {
            self.at_once_box: self.tr(
                "A single file uses all processors; more at once help with many short files."
            ),
            self.keep_tree_box: self.tr(
                "What was dropped as a folder keeps the folders in it. "
                "Otherwise all files lie side by side, and equal names are numbered."
            ),
            self.copy_others_box: self.tr(
                "Covers, booklets, cue sheets and whatever else lies in the folders that were "
                "dropped comes along, once their sounds are done."
            ),
            self.keep_date_box: self.tr("New files get the date of the file they were made of."),
            self.measure_box: self.tr(
                "Decodes each file once it is encoded and compares it with its source: "
                "the column SNR says how close it is. Takes about half as long again."
            ),
        }.items():
            widget.setToolTip(tip)
            widget.setAccessibleDescription(tip)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)  # a line follows
        column.setSpacing(12)
        self._folder_rows = QWidget()
        rows = QVBoxLayout(self._folder_rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        row = QHBoxLayout()
        row.addWidget(self.folder_label, 1)
        row.addWidget(self.choose)
        rows.addLayout(row)
        rows.addWidget(self.keep_tree_box)
        rows.addWidget(self.copy_others_box)
        _add_pair(column, self.tr("Save to"), self.place)
        column.addWidget(self._folder_rows)
        column.addWidget(self.names)
        self.preview.setProperty("role", "soft")
        self.preview.hide()
        column.addWidget(self.preview)
        _add_pair(column, self.tr("If the file is there already"), self.on_exists_box)
        _add_pair(column, self.tr("Files at once"), self.at_once_box)
        column.addWidget(self.keep_date_box)
        column.addWidget(self.measure_box)

    @Slot()
    def _change_place(self) -> None:
        wants_folder = self.place.currentData() == _FOLDER
        if wants_folder and not self._folder and not self.choose_folder():
            self.place.setCurrentIndex(self.place.findData(_BESIDE))
            return
        self._follow()
        self._keep()

    def _follow(self) -> None:
        self._folder_rows.setVisible(self.place.currentData() == _FOLDER)
        self.folder_label.setText(path_text(Path(self._folder)) if self._folder else "")
        self.folder_label.setToolTip(self._folder)

    @Slot()
    def _keep(self) -> None:
        for key, value in {
            "output/folder": self._folder,
            "output/place": self.place.currentData(),
            "output/pattern": self.names.text,
            "output/keep_tree": self.keep_tree_box.isChecked(),
            "output/copy_others": self.copy_others_box.isChecked(),
            "output/keep_date": self.keep_date_box.isChecked(),
            "output/measure": self.measure_box.isChecked(),
            "output/on_exists": self.on_exists,
            "queue/at_once": self.at_once,
        }.items():
            self._settings.set(key, value)
        self.changed.emit()


def _add_pair(column: QVBoxLayout, text: str, widget: QWidget) -> None:
    pair = QVBoxLayout()
    pair.setSpacing(4)
    label = QLabel(text)
    label.setBuddy(widget)
    widget.setAccessibleName(text)
    pair.addWidget(label)
    pair.addWidget(widget)
    column.addLayout(pair)
