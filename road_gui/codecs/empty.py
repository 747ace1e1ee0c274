"""What the Codecs page shows while there is no sound."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from road_gui.actions import ActionButton
from road_gui.icons import pixmap
from road_gui.theme import Theme

_PICTURE = 80
_MARGIN, _RADIUS = 20, 14


class EmptyComparison(QWidget):
    """An invitation to drop a sound, or to choose one."""

    def __init__(self, choose: QAction, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dropArea")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._is_hot = False
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = QLabel(self.tr("Drop a sound here to compare codecs on it"))
        title.setProperty("role", "title")
        text = QLabel(
            self.tr(
                "Every codec is given its beginning at each of the checked settings.\n"
                "Size, quality and speed are measured, and each result can be heard and seen."
            )
        )
        text.setProperty("role", "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(12)
        column.addStretch(3)
        column.addWidget(self._picture)
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(ActionButton(choose), 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(4)
        theme.changed.connect(self._draw_picture)
        self._draw_picture()

    def set_hot(self, is_hot: bool) -> None:
        """Show whether a file hangs over the window."""
        self._is_hot = is_hot
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and a frame around where files can be dropped."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        painter.fillRect(self.rect(), QColor(colours.base))
        line = colours.accent if self._is_hot else colours.control_border
        pen = QPen(QColor(line), 2.0 if self._is_hot else 1.5)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), _RADIUS, _RADIUS
        )

    @Slot()
    def _draw_picture(self) -> None:
        colour = self._theme.colours.accent
        self._picture.setPixmap(pixmap("codecs", _PICTURE, colour, self.devicePixelRatioF()))
        self.update()
