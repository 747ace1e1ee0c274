"""Why the chosen row has no numbers, in full."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from road_gui.codecs.rows import Row, State
from road_gui.icons import pixmap
from road_gui.theme import Theme

_ICON = 20


class RowNote(QFrame):
    """A strip with a sign and a sentence; there only while there is something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rowNote")
        self._theme = theme
        self._row: Row | None = None
        self._sign = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        theme.changed.connect(self._draw_sign)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said."""
        return self._text.text()

    def show_row(self, row: Row | None) -> None:
        """Say what went wrong with a row."""
        self._row = row if row is not None and row.state is State.FAILED else None
        self.setVisible(self._row is not None)
        if self._row is not None:
            self._text.setText(f"{self._row.name}: {self._row.message}")
            self._draw_sign()

    @Slot()
    def _draw_sign(self) -> None:
        if self._row is not None:
            colour, ratio = self._theme.colours.bad, self.devicePixelRatioF()
            self._sign.setPixmap(pixmap(self._row.state.icon, _ICON, colour, ratio))
