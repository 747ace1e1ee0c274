"""What the page shows before there are two sounds: a place for each."""

from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from road_gui.actions import ActionButton
from road_gui.compare.actions import CompareActions
from road_gui.elided_label import ElidedLabel
from road_gui.icons import pixmap
from road_gui.theme import Theme

_PICTURE = 64
_SLOT_PICTURE = 36
_SLOT_WIDTH = 300


class _Slot(QFrame):
    """The place of one sound."""

    def __init__(self, title: str, missing: str, action: QAction, picture: str) -> None:
        super().__init__()
        self.setObjectName("compareSlot")
        self._missing = missing
        self._picture_name = picture
        self.setFixedWidth(_SLOT_WIDTH)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        heading = QLabel(title, alignment=Qt.AlignmentFlag.AlignCenter)
        heading.setProperty("role", "heading")
        self._name = ElidedLabel()
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name.setProperty("role", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (self._picture, heading, self._name):
            column.addWidget(widget)
        column.addWidget(ActionButton(action))
        self.show_path(None)

    def show_path(self, path: Path | None) -> None:
        """Show what is chosen."""
        self._name.setText(self._missing if path is None else path.name)
        self._name.setToolTip("" if path is None else str(path))
        self._name.setAccessibleName(self._name.text())

    def draw(self, colour: str, ratio: float) -> None:
        """Draw the picture anew."""
        self._picture.setPixmap(pixmap(self._picture_name, _SLOT_PICTURE, colour, ratio))


class EmptyCompare(QFrame):
    """Tells how to bring two sounds here."""

    def __init__(
        self, actions: CompareActions, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("dropArea")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._original = _Slot(
            self.tr("Original"), self.tr("none yet"), actions.open_original, "sound-file"
        )
        self._decoded = _Slot(
            self.tr("Encoded or decoded"), self.tr("none yet"), actions.open_decoded, "road-file"
        )
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setMinimumHeight(2 * self._status.fontMetrics().lineSpacing())
        self._status.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        theme.changed.connect(self._draw)
        self._draw()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Drop a sound and its encoded file here to compare them"))
        title.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "See where they differ, measure by how much, and hear it. Of an encoded file the "
                "original\nis found by itself where it lies beside it under the same name."
            )
        )
        text.setProperty("role", "soft")
        slots = QHBoxLayout()
        slots.setSpacing(16)
        slots.addStretch()
        slots.addWidget(self._original)
        slots.addWidget(self._decoded)
        slots.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(3)
        column.addWidget(self._picture)
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(slots)
        column.addWidget(self._status)
        column.addStretch(4)

    def show_paths(self, original: Path | None, decoded: Path | None) -> None:
        """Show what is chosen so far."""
        self._original.show_path(original)
        self._decoded.show_path(decoded)

    def show_status(self, sentence: str, *, is_bad: bool = False) -> None:
        """Say what is going on, or went wrong."""
        self._status.setProperty("role", "bad" if is_bad else "soft")
        self._status.style().unpolish(self._status)
        self._status.style().polish(self._status)
        self._status.setText(sentence)
        self._status.setAccessibleName(sentence)

    @Slot()
    def _draw(self) -> None:
        colours, ratio = self._theme.colours, self.devicePixelRatioF()
        self._picture.setPixmap(pixmap("compare", _PICTURE, colours.accent, ratio))
        for slot in (self._original, self._decoded):
            slot.draw(colours.text_soft, ratio)
