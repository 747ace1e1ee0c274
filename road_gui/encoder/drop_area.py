"""What the queue shows while it is empty, and what it shows under a drag."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from road_gui.actions import ActionButton
from road_gui.invitation import Invitation, draw_frame
from road_gui.theme import Theme

translate = QCoreApplication.translate


class DropArea(Invitation):
    """An invitation to drop files, or to choose them."""

    def __init__(self, theme: Theme, actions: list[QAction], parent: QWidget | None = None) -> None:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for action in actions:
            row.addWidget(ActionButton(action))
        super().__init__(
            theme,
            "drop",
            translate("DropArea", "Drop sound files or folders here"),
            translate(
                "DropArea",
                "Sounds become ROAD files that any WAVE player can preview.\n"
                "ROAD files become sound again.",
            ),
            buttons,
            parent,
        )
        self.set_foot(
            translate("DropArea", "WAV · RF64 · W64 · AIFF · CAF · FLAC · Ogg · Opus · MP3 · ROAD")
        )


class DropHint(QWidget):
    """Lies over another widget while files hang over the window."""

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        over.installEventFilter(self)
        self.hide()

    def set_hot(self, is_hot: bool) -> None:
        """Appear or vanish."""
        self.setGeometry(self._over.rect())
        self.setVisible(is_hot)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the size of what lies below."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil what lies below and say what dropping would do."""
        painter = QPainter(self)
        colours = self._theme.colours
        veil = QColor(colours.base)
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        draw_frame(painter, QRectF(self.rect()), self._theme, is_hot=True)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to add"))
