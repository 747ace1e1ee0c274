"""What the player shows while there is nothing to play."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from road_gui.icons import icon
from road_gui.invitation import Invitation
from road_gui.theme import Theme

translate = QCoreApplication.translate


class EmptyPlayer(Invitation):
    """An invitation to drop a file, or to choose one.

    Signals
    -------
    choose_requested()
        A file is to be chosen.
    """

    choose_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        button = QPushButton(icon("open"), translate("EmptyPlayer", "Choose a file…"))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        super().__init__(
            theme,
            "player",
            translate("EmptyPlayer", "Drop a ROAD file here to listen to it"),
            translate(
                "EmptyPlayer",
                "A .road.wav is decoded while it plays, at its own rate or at many times that.\n"
                "Ordinary sounds play too, to compare.",
            ),
            button,
            parent,
        )
        button.clicked.connect(self.choose_requested)
