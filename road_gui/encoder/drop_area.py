"""What the queue shows while it is empty, and what it shows under a drag."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from road_gui.actions import ActionButton
from road_gui.icons import pixmap
from road_gui.theme import Theme

_PICTURE = 96
_MARGIN = 20
_RADIUS = 14


class DropArea(QWidget):
    """An invitation to drop files, or to choose them."""

    def __init__(self, theme: Theme, actions: list[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dropArea")
        self._theme = theme
        self._is_hot = False
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._lay_out(actions)
        theme.changed.connect(self._draw_picture)
        self._draw_picture()

    def set_hot(self, is_hot: bool) -> None:
        """Show whether files hang over the window."""
        self._is_hot = is_hot
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and a dashed line around."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.base))
        _draw_frame(painter, QRectF(self.rect()), self._theme, is_hot=self._is_hot)

    def _lay_out(self, actions: list[QAction]) -> None:
        title = QLabel(self.tr("Drop sound files or folders here"))
        title.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "Sounds become ROAD files that any WAVE player can preview.\n"
                "ROAD files become sound again."
            )
        )
        endings = QLabel(self.tr("WAV · RF64 · W64 · AIFF · CAF · FLAC · Ogg · Opus · MP3 · ROAD"))
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        for action in actions:
            buttons.addWidget(ActionButton(action))
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(3)
        column.addWidget(self._picture)
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addLayout(buttons)
        column.addStretch(3)
        endings.setAlignment(Qt.AlignmentFlag.AlignCenter)
        endings.setProperty("role", "soft")
        text.setProperty("role", "soft")
        column.addWidget(endings)
        column.addSpacing(_MARGIN + 8)

    @Slot()
    def _draw_picture(self) -> None:
        self._picture.setPixmap(
            pixmap("drop", _PICTURE, self._theme.colours.accent, self.devicePixelRatioF())
        )
        self.update()


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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        veil = QColor(colours.base)
        veil.setAlpha(225)
        painter.fillRect(self.rect(), veil)
        _draw_frame(painter, QRectF(self.rect()), self._theme, is_hot=True)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.4)
        painter.setFont(font)
        painter.setPen(QColor(colours.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Drop to add"))


def _draw_frame(painter: QPainter, rect: QRectF, theme: Theme, *, is_hot: bool) -> None:
    colours = theme.colours
    pen = QPen(QColor(colours.accent if is_hot else colours.control_border), 2 if is_hot else 1.5)
    pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.setBrush(QColor(colours.selected) if is_hot else Qt.BrushStyle.NoBrush)
    painter.setOpacity(0.5 if is_hot else 1.0)
    painter.drawRoundedRect(rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), _RADIUS, _RADIUS)
    painter.setOpacity(1.0)
