"""How an error falls step by step, on a logarithmic scale."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from road_gui.theme import Theme

_FLOOR_DB = -140.0
_MARGIN = 8.0


class DecayCurve(QWidget):
    """Levels after each step as a small curve, with a mark where one is."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._levels: list[float] = []
        self._at = 0
        self.setMinimumSize(136, 46)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    def show_values(self, values: Sequence[float], at: int) -> None:
        """Show root mean squares, the mark at one of them."""
        self._levels = [
            max(_FLOOR_DB, 20 * math.log10(value)) if value > 0 else _FLOOR_DB for value in values
        ]
        self._at = at
        words = ", ".join(f"{number}: {level:.0f} dB" for number, level in enumerate(self._levels))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw curve, dots, and the level at the mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._levels:
            low, high = min(self._levels), max(self._levels)
            width, height = self.width() - 60 - 2 * _MARGIN, self.height() - 2 * _MARGIN
            points = [
                QPointF(
                    _MARGIN + number * width / max(1, len(self._levels) - 1),
                    _MARGIN + (high - level) / max(1.0, high - low) * height,
                )
                for number, level in enumerate(self._levels)
            ]
            colours = self._theme.plot_colours
            painter.setPen(QPen(colours.wave, 2.0))
            painter.drawPolyline(QPolygonF(points))
            painter.setBrush(colours.wave)
            for number, point in enumerate(points):
                radius = 4.5 if number == self._at else 2.0
                painter.drawEllipse(point, radius, radius)
            painter.setPen(colours.foreground)
            text = f"{self._levels[self._at]:.0f} dB".replace("-", "−")
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(0, 0, -4, 0), right, text)
        painter.end()
