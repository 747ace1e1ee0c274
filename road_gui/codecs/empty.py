"""What the Codecs page shows while there is no sound."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from road_gui.actions import ActionButton
from road_gui.invitation import Invitation
from road_gui.theme import Theme

translate = QCoreApplication.translate


class EmptyComparison(Invitation):
    """An invitation to drop a sound, or to choose one."""

    def __init__(self, choose: QAction, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            "codecs",
            translate("EmptyComparison", "Drop a sound here to compare codecs on it"),
            translate(
                "EmptyComparison",
                "Every codec is given its beginning at each of the checked settings.\n"
                "Size, quality and speed are measured, and each result can be heard and seen.",
            ),
            ActionButton(choose),
            parent,
        )
