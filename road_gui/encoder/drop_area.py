"""What the queue shows while it is empty."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from road_gui.actions import ActionButton
from road_gui.invitation import Invitation
from road_gui.theme import Theme

translate = QCoreApplication.translate


class DropArea(Invitation):
    """An invitation to drop files, or to choose them."""

    def __init__(self, theme: Theme, actions: list[QAction], parent: QWidget | None = None) -> None:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for action in actions:
            row.addWidget(ActionButton(action))
        super().__init__(
            theme,
            "drop",
            translate("DropArea", "Drop sound files or folders here"),
            translate(
                "DropArea",
                "Sounds become ROAD files that any WAVE player can preview.\n"
                "ROAD files become sound again.",
            ),
            buttons,
            parent,
        )
        self.set_foot(
            translate("DropArea", "WAV · RF64 · W64 · AIFF · CAF · FLAC · Ogg · Opus · MP3 · ROAD")
        )
