"""Counts as bars, and parts of a whole as one bar."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from road_gui.theme import Theme

_BARS_HEIGHT = 56
_TEXT_HEIGHT = 16


class Histogram(QWidget):
    """Bars of counts, with the ends of their axis below.

    Parameters
    ----------
    name : str
        What is counted.
    theme : Theme
        Colours; followed when they change.
    """

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._theme = theme
        self._counts: list[int] = []
        self._labels: tuple[str, ...] = ()
        self.setFixedHeight(_BARS_HEIGHT + 2 * _TEXT_HEIGHT + 4)
        self.setAccessibleName(name)
        theme.changed.connect(self.update)

    @property
    def counts(self) -> list[int]:
        """What is shown."""
        return list(self._counts)

    def show_counts(self, counts: Sequence[int], labels: Sequence[str], text: str) -> None:
        """Show counts; labels are spread over the axis, `text` says it all in words."""
        self._counts, self._labels = [int(count) for count in counts], tuple(labels)
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name, the bars and the labels."""
        painter = QPainter(self)
        colours, width = self._theme.plot_colours, self.width()
        painter.setPen(QColor(self._theme.colours.text))
        painter.drawText(QRectF(0, 0, width, _TEXT_HEIGHT), Qt.AlignmentFlag.AlignLeft, self._name)
        foot = _TEXT_HEIGHT + _BARS_HEIGHT
        highest, n_bars = max(self._counts, default=0), max(1, len(self._counts))
        for number, count in enumerate(self._counts):
            height = (_BARS_HEIGHT - 4) * count / max(1, highest)
            gap = 1.0 if width / n_bars > 3 else 0.0
            bar = QRectF(number * width / n_bars, foot - height, width / n_bars - gap, height)
            painter.fillRect(bar, colours.wave)
        painter.setPen(colours.foreground)
        painter.drawLine(QLineF(0, foot, width, foot))
        cell = width / max(1, len(self._labels))
        widest = max(map(painter.fontMetrics().horizontalAdvance, self._labels), default=0)
        # Of many labels as many are left out between those that are drawn as need the room.
        every = max(1, -(-(widest + 4) // max(1, int(cell))))
        for number, label in list(enumerate(self._labels))[::every]:
            middle, wide = (number + 0.5) * cell, max(cell, float(widest))
            place = QRectF(middle - wide / 2, foot + 1, wide, _TEXT_HEIGHT)
            painter.drawText(place, _alignment(number, self._labels, n_bars), label)
        painter.end()


def _alignment(number: int, labels: Sequence[str], n_bars: int) -> Qt.AlignmentFlag:
    if len(labels) == n_bars or 0 < number < len(labels) - 1:
        return Qt.AlignmentFlag.AlignHCenter
    return Qt.AlignmentFlag.AlignLeft if number == 0 else Qt.AlignmentFlag.AlignRight


class PartsBar(QWidget):
    """One bar of several parts, each with a row that names it."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: list[tuple[str, float, str]] = []
        self.setAccessibleName(name)
        self.setFixedHeight(22)
        theme.changed.connect(self.update)

    def show_parts(self, parts: Sequence[tuple[str, float, str]]) -> None:
        """Show parts: each a name, a number and that number in words."""
        self._parts = list(parts)
        self.setFixedHeight(22 + 18 * len(self._parts))
        self.setAccessibleDescription("\n".join(f"{name}: {text}" for name, _, text in parts))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, and a row for each part."""
        painter = QPainter(self)
        series = self._theme.plot_colours.series
        whole = sum(value for _, value, _ in self._parts) or 1.0
        left = 0.0
        for number, (name, value, text) in enumerate(self._parts):
            colour = QColor(series[number % len(series)])
            colour.setAlpha(255 if number < len(series) else 130)
            width = self.width() * value / whole
            painter.fillRect(QRectF(left, 0, max(0.0, width - 1), 14), colour)
            left += width
            top = 22 + 18 * number
            painter.fillRect(QRectF(0, top + 3, 10, 10), colour)
            painter.setPen(QColor(self._theme.colours.text))
            row = QRectF(18, top, self.width() - 18, 16)
            painter.drawText(row, Qt.AlignmentFlag.AlignLeft, name)
            painter.drawText(row, Qt.AlignmentFlag.AlignRight, text)
        painter.end()
