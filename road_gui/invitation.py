"""What a page shows while nothing is open there: what can be dropped, and what comes of it."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from road_gui.icons import pixmap
from road_gui.theme import Theme

_PICTURE = 80
_MARGIN = 20
_RADIUS = 14
_HOT_OPACITY = 0.5


class Invitation(QWidget):
    """A picture, a title and a text in the middle of a dashed frame.

    Parameters
    ----------
    picture : str
        Name of the icon.
    title, text : str
        What can be dropped here, and what comes of it.
    below : QWidget
        What stands below them: buttons, as a rule.
    """

    def __init__(
        self,
        theme: Theme,
        picture: str,
        title: str,
        text: str,
        below: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._picture_name = picture
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[_MARGIN] * 4)
        column.setSpacing(12)
        column.addStretch(3)
        column.addWidget(self._picture)
        self.title_label, self.text_label = QLabel(), QLabel()
        for label, role in ((self.title_label, "title"), (self.text_label, "soft")):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)  # names of files may stand in it
            label.setProperty("role", role)
            label.setWordWrap(True)
            column.addWidget(label)
        self.say(title, text)
        column.addSpacing(8)
        column.addWidget(below, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(4)
        theme.changed.connect(self._draw)
        self._draw()

    def say(self, title: str, text: str, *, is_bad: bool = False) -> None:
        """Show other words; `is_bad` where the text says what went wrong."""
        self.title_label.setText(title)
        self.text_label.setText(text)
        role = "bad" if is_bad else "soft"
        if self.text_label.property("role") != role:
            self.text_label.setProperty("role", role)
            self.text_label.style().polish(self.text_label)

    def set_foot(self, text: str) -> None:
        """Write a line at the foot of the frame."""
        foot = QLabel(text, alignment=Qt.AlignmentFlag.AlignCenter)
        foot.setProperty("role", "soft")
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(foot)
        column.addSpacing(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and a frame around where files can be dropped."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._theme.colours.base))
        draw_frame(painter, QRectF(self.rect()), self._theme, is_hot=False)

    @Slot()
    def _draw(self) -> None:
        colour = self._theme.colours.accent
        self._picture.setPixmap(
            pixmap(self._picture_name, _PICTURE, colour, self.devicePixelRatioF())
        )
        self.update()


def draw_frame(painter: QPainter, rect: QRectF, theme: Theme, *, is_hot: bool) -> None:
    """Draw the dashed line within which files can be dropped; `is_hot` while some hang over it."""
    colours = theme.colours
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colours.accent if is_hot else colours.control_border), 2 if is_hot else 1.5)
    pen.setDashPattern([5, 4])
    painter.setPen(pen)
    painter.setBrush(QColor(colours.selected) if is_hot else Qt.BrushStyle.NoBrush)
    painter.setOpacity(_HOT_OPACITY if is_hot else 1.0)
    painter.drawRoundedRect(rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), _RADIUS, _RADIUS)
    painter.restore()
