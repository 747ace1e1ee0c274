"""The rail at the left edge: one button for each page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

_WIDTH = 84
_ICON = QSize(26, 26)


class Navigation(QFrame):
    """Buttons for actions of which exactly one is chosen; the last stands at the foot."""

    def __init__(
        self, actions: list[QAction], foot: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Pages"))
        self.setFixedWidth(_WIDTH)
        group = QActionGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 9, 10)
        column.setSpacing(6)
        for action in (*actions, foot):
            action.setCheckable(True)
            group.addAction(action)
            if action is foot:
                column.addStretch()
            column.addWidget(_button(action))


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setIconSize(_ICON)
    button.setFixedSize(_WIDTH - 17, 62)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(action.iconText())
    return button
