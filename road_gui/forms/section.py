"""A part of a form that opens and closes under its heading."""

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from road_gui.icons import icon


class Section(QWidget):
    """A heading, and a widget below it that can be folded away.

    Parameters
    ----------
    title : str
        The heading.
    content : QWidget
        What is shown when it is open.
    role : {"section", "subsection"}
        How the heading looks; see the style sheet.

    Signals
    -------
    toggled(bool)
        After it has been opened or closed.
    """

    toggled = Signal(bool)

    def __init__(
        self, title: str, content: QWidget, role: str = "section", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.content = content
        self.heading = QToolButton()
        self.heading.setProperty("role", role)
        self.heading.setText(title)
        self.heading.setAccessibleName(title)
        self.heading.setCheckable(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setIconSize(QSize(12, 12))
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(content)
        self.heading.toggled.connect(self._follow)
        self._follow(False)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return self.heading.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Show the content or fold it away."""
        self.heading.setChecked(is_open)

    @Slot(bool)
    def _follow(self, is_open: bool) -> None:
        self.content.setVisible(is_open)
        self.heading.setIcon(icon("chevron-down" if is_open else "chevron-right"))
        self.toggled.emit(is_open)
