"""What there is to say of the chosen row, in full."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from road_gui.encoder.rows import Row, State
from road_gui.icons import pixmap
from road_gui.theme import Theme

_ICON = 20


class RowNote(QFrame):
    """A strip with a sign and a sentence; there only while there is something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rowNote")
        self._theme = theme
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
        self.hide()

    @property
    def text(self) -> str:
        """What is being said."""
        return self._text.text()

    def show_rows(self, rows: list[Row]) -> None:
        """Say what there is to say of a single row."""
        row = rows[0] if len(rows) == 1 else None
        self.setVisible(row is not None and bool(row.message))
        if row is not None:
            self._text.setText(f"{row.source.name}: {row.message}")
            colours = self._theme.colours
            colour = colours.bad if row.state is State.FAILED else colours.text_soft
            ratio = self.devicePixelRatioF()
            self._sign.setPixmap(pixmap(row.state.icon, _ICON, colour, ratio))
