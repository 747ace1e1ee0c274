"""The rail at the left edge: one button for each page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QFont, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

_WIDTH = 84
_BESIDE = 17
_AROUND_TEXT = 8
_ICON = QSize(26, 26)


class Navigation(QFrame):
    """Buttons for actions of which exactly one is chosen; the last stands at the foot."""

    def __init__(
        self, actions: list[QAction], foot: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setAccessibleName(self.tr("Pages"))
        width = _width_for([*actions, foot])
        self.setFixedWidth(width)
        group = QActionGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 9, 10)
        column.setSpacing(6)
        for action in (*actions, foot):
            action.setCheckable(True)
            group.addAction(action)
            if action is foot:
                column.addStretch()
            column.addWidget(_button(action, width - _BESIDE))


def _width_for(actions: list[QAction]) -> int:
    """Return what the longest name needs, as wide as it is when its page is chosen."""
    font = QGuiApplication.font()
    font.setWeight(QFont.Weight.DemiBold)
    measure = QFontMetrics(font)
    names = (measure.horizontalAdvance(action.iconText()) for action in actions)
    return max(_WIDTH, max(names) + _AROUND_TEXT + _BESIDE)


def _button(action: QAction, width: int) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setIconSize(_ICON)
    button.setFixedSize(width, 62)
    # A click leaves the keys to the page that it shows.
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(action.iconText())
    return button
