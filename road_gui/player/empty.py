"""What the player shows while there is nothing to play."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from road_gui.icons import icon, pixmap
from road_gui.theme import Theme

_PICTURE = 80


class EmptyPlayer(QWidget):
    """An invitation to drop a file, or to choose one.

    Signals
    -------
    choose_requested()
        A file is to be chosen.
    """

    choose_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dropArea")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = QLabel(self.tr("Drop a ROAD file here to listen to it"))
        title.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "A .road.wav is decoded while it plays, at its own rate or at many times that.\n"
                "Ordinary sounds play too, to compare."
            )
        )
        text.setProperty("role", "soft")
        button = QPushButton(icon("open"), self.tr("Choose a file…"))
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(self.choose_requested)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(3)
        column.addWidget(self._picture)
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(4)
        theme.changed.connect(self._draw_picture)
        self._draw_picture()

    @Slot()
    def _draw_picture(self) -> None:
        colour = self._theme.colours.accent
        self._picture.setPixmap(pixmap("player", _PICTURE, colour, self.devicePixelRatioF()))
