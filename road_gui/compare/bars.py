"""The bars above and below the picture: what is shown, and what is heard and read there."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from road_gui.actions import tool_button
from road_gui.compare.actions import CompareActions
from road_gui.elided_label import ElidedLabel

_LEAST_TEXT = 220


class LaneBar(QFrame):
    """Which lanes are shown, and how much of the time; how it is played."""

    def __init__(self, commands: CompareActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(4)
        for action in commands.lanes:
            row.addWidget(tool_button(action))
        row.addStretch()
        for action in (commands.loop, commands.mute):
            row.addWidget(tool_button(action, with_text=False))
        row.addSpacing(8)
        for action in (*commands.zooms, commands.zoom_all, commands.zoom_selection):
            row.addWidget(tool_button(action, with_text=False))


class HearingBar(QFrame):
    """What can be heard, and a line that tells what is under the pointer."""

    def __init__(self, commands: CompareActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(0)
        names = {
            "original": self.tr("Original"),
            "decoded": self.tr("Decoded"),
            "seed": self.tr("Seed"),
            "error": self.tr("Error"),
        }
        for heard, name in names.items():
            action = commands.hear[heard]
            action.setIconText(name)
            button = tool_button(action)
            button.setProperty("role", "tight")
            row.addWidget(button)
            self._buttons[heard] = button
        # Two lines, whatever they say: a bar that grows and shrinks would move the picture.
        self._text = ElidedLabel("\n")
        self._text.setProperty("role", "soft")
        self._text.elision = Qt.TextElideMode.ElideRight
        self._text.setFixedHeight(self._text.sizeHint().height())
        self._text.setAccessibleName(self.tr("What is under the pointer, or at the cursor"))
        row.addSpacing(8)
        row.addWidget(self._text, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the seed to its key where the line beside the buttons would be cut to nothing."""
        needed = sum(button.sizeHint().width() for button in self._buttons.values())
        self._buttons["seed"].setVisible(self.width() >= needed + _LEAST_TEXT)
        super().resizeEvent(event)

    @Slot(str)
    def show_text(self, text: str) -> None:
        """Say what is at a place, or what is going on, in two lines at most."""
        self._text.setText(text)
        self._text.setToolTip(text)
