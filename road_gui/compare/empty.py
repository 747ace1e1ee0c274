"""What the page shows before there are two sounds: a place for each."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from road_gui.actions import ActionButton
from road_gui.compare.actions import CompareActions
from road_gui.elided_label import ElidedLabel
from road_gui.icons import pixmap
from road_gui.invitation import Invitation
from road_gui.theme import Theme

translate = QCoreApplication.translate

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


class EmptyCompare(Invitation):
    """Tells how to bring two sounds here."""

    def __init__(
        self, actions: CompareActions, theme: Theme, parent: QWidget | None = None
    ) -> None:
        none_yet = translate("EmptyCompare", "none yet")
        self._original = _Slot(
            translate("EmptyCompare", "Original"), none_yet, actions.open_original, "sound-file"
        )
        self._decoded = _Slot(
            translate("EmptyCompare", "Encoded or decoded"),
            none_yet,
            actions.open_decoded,
            "road-file",
        )
        self._status = QLabel()
        self._status.setWordWrap(True)
        self._status.setMinimumHeight(2 * self._status.fontMetrics().lineSpacing())
        self._status.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        super().__init__(
            theme,
            "compare",
            translate("EmptyCompare", "Drop a sound and its encoded file here to compare them"),
            translate(
                "EmptyCompare",
                "See where they differ, measure by how much, and hear it. Of an encoded file the "
                "original\nis found by itself where it lies beside it under the same name.",
            ),
            self._both(),
            parent,
        )
        theme.changed.connect(self._draw_slots)
        self._draw_slots()

    def _both(self) -> QWidget:
        """Put the places beside each other, and below them what goes on."""
        both = QWidget()
        slots = QGridLayout(both)
        slots.setContentsMargins(0, 0, 0, 0)
        slots.setHorizontalSpacing(16)
        slots.setVerticalSpacing(12)
        slots.addWidget(self._original, 0, 0)
        slots.addWidget(self._decoded, 0, 1)
        slots.addWidget(self._status, 1, 0, 1, 2)
        return both

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
    def _draw_slots(self) -> None:
        for slot in (self._original, self._decoded):
            slot.draw(self._theme.colours.text_soft, self.devicePixelRatioF())
