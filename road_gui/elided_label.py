"""A label for paths: what does not fit is left out of the middle."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class ElidedLabel(QLabel):
    """Shows each of its lines in the room that there is.

    Attributes
    ----------
    elision : Qt.TextElideMode
        Where what does not fit is left out; of paths in the middle.
    """

    elision = Qt.TextElideMode.ElideMiddle

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def sizeHint(self) -> QSize:
        """Ask for the height of the lines; any width will do."""
        n_lines = self.text().count("\n") + 1
        return QSize(40, n_lines * self.fontMetrics().lineSpacing() + 4)

    def minimumSizeHint(self) -> QSize:
        """Need no more than what is asked for."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, shortened."""
        painter = QPainter(self)
        metrics = self.fontMetrics()
        lines = [
            metrics.elidedText(line, self.elision, self.width()) for line in self.text().split("\n")
        ]
        self.style().drawItemText(
            painter,
            self.rect(),
            int(self.alignment()),
            self.palette(),
            self.isEnabled(),
            "\n".join(lines),
            self.foregroundRole(),
        )
