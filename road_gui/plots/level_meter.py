"""A level meter: upright bars with a scale in dBFS, and a lamp for what has reached the top."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from road_gui.spoken import Spoken

if TYPE_CHECKING:
    from road_gui.theme import Theme

_LOWEST_DBFS = -60.0
_MARKS = (0, -6, -12, -18, -24, -36, -48, -60)
_BAR, _GAP, _MOST_BARS = 7.0, 3.0, 8
_LAMP = 7.0
_MARGIN = 8.0
# Above these a level is loud, and about to be too loud.
_CAREFUL_DBFS, _BAD_DBFS = -12.0, -3.0
_PALE = 0.55

Bar = tuple[float, float, float]
"""Peak, mean and held peak of a channel, in dBFS."""


class LevelMeter(QWidget):
    """Shows what a sound card is given; a click or Return puts the lamp out.

    Signals
    -------
    lamp_clicked()
        The lamp is to go out.
    """

    lamp_clicked = Signal()

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[Bar, ...] = ((_LOWEST_DBFS,) * 3,) * 2
        self._has_clipped = False
        self._font = QFont()
        self._font.setPointSizeF(self._font.pointSizeF() * 0.8)
        self.setAccessibleName(self.tr("Level"))
        self.setToolTip(
            self.tr(
                "What the sound device is given, in dBFS: the pale bar is the highest sample, "
                "the dark one the mean (RMS), the line the peak of the last 1.5 seconds. The "
                "lamp says that full scale was reached; a click puts it out."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._spoken = Spoken(self, self._as_words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for the width of the bars and of the scale."""
        bars = self._bars_width()
        return QSize(round(2 * _MARGIN + self._scale_width() + 4.0 + bars), 120)

    def minimumSizeHint(self) -> QSize:
        """Need the same width."""
        return self.sizeHint()

    def show_levels(self, bars: Sequence[Bar], *, has_clipped: bool) -> None:
        """Show other levels, in dBFS."""
        bars = tuple(bars[:_MOST_BARS])
        if len(bars) != len(self._bars):
            self._bars = bars
            self.updateGeometry()
        if (bars, has_clipped) != (self._bars, self._has_clipped):
            self._bars, self._has_clipped = bars, has_clipped
            self.update()
            self._spoken.change()

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown."""
        return self._bars

    @property
    def has_clipped(self) -> bool:
        """Whether the lamp is lit."""
        return self._has_clipped

    def _as_words(self) -> str:
        """Say the mean and the held peak of each channel, for screen readers."""
        count = QLocale().toString
        channels = [
            self.tr("channel {number}: mean {mean} dB, peak {peak} dB").format(
                number=number, mean=count(round(mean)), peak=count(round(held))
            )
            for number, (_, mean, held) in enumerate(self._bars, 1)
        ]
        if self._has_clipped:
            channels.append(self.tr("full scale was reached"))
        return "; ".join(channels)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the lamp out by the keyboard too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.lamp_clicked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the lamp out."""
        self.lamp_clicked.emit()

    def _bars_width(self) -> float:
        return len(self._bars) * (_BAR + _GAP) - _GAP

    def _scale_width(self) -> float:
        return QFontMetricsF(self._font).horizontalAdvance("−60")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw scale, bars and lamps."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.plot_colours.background)
        text = QFontMetricsF(self._font).height()
        top, bottom = _MARGIN + _LAMP + 6.0, self.height() - _MARGIN
        if bottom - top < 2 * text:
            return
        left = _MARGIN + self._scale_width() + 4.0
        self._paint_scale(painter, top, bottom, left)
        for number, bar in enumerate(self._bars):
            self._paint_bar(painter, bar, left + number * (_BAR + _GAP), top, bottom)
        if self.hasFocus():
            painter.setPen(QColor(self._theme.colours.accent))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 4.0, 4.0)

    def _zones(self) -> tuple[tuple[float, float, str], ...]:
        colours = self._theme.colours
        return (
            (_LOWEST_DBFS, _CAREFUL_DBFS, colours.accent),
            (_CAREFUL_DBFS, _BAD_DBFS, colours.careful),
            (_BAD_DBFS, 0.0, colours.bad),
        )

    def _paint_scale(self, painter: QPainter, top: float, bottom: float, left: float) -> None:
        colours = self._theme.plot_colours
        painter.setFont(self._font)
        height = QFontMetricsF(self._font).height()
        last = -height
        for mark in _MARKS:
            y = _y_of(mark, top, bottom)
            painter.setPen(colours.grid)
            painter.drawLine(
                int(left - 2), round(y), round(left + self._bars_width() + 2), round(y)
            )
            if y - last < height:  # no room for every number
                continue
            last = y
            painter.setPen(colours.foreground)
            box = QRectF(0.0, y - height / 2, left - 5.0, height)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, int(align), f"−{-mark}" if mark else "0")

    def _paint_bar(self, painter: QPainter, bar: Bar, x: float, top: float, bottom: float) -> None:
        colours = self._theme.colours
        peak, mean, held = bar
        lamp = QRectF(x, _MARGIN, _BAR, _LAMP)
        painter.fillRect(lamp, QColor(colours.bad if self._has_clipped else colours.track))
        if self._has_clipped:  # and not by its colour alone
            painter.fillRect(lamp.adjusted(2.5, 1.5, -2.5, -1.5), QColor(colours.base))
        painter.fillRect(QRectF(x, top, _BAR, bottom - top), QColor(colours.track))
        for level, alpha in ((peak, _PALE), (mean, 1.0)):
            for lowest, highest, colour in self._zones():
                if level > lowest:
                    first = _y_of(min(level, highest), top, bottom)
                    part = QRectF(x, first, _BAR, _y_of(lowest, top, bottom) - first)
                    painter.fillRect(part, QColor(colours.base))
                    painter.setOpacity(alpha)
                    painter.fillRect(part, QColor(colour))
                    painter.setOpacity(1.0)
        if held > _LOWEST_DBFS:
            y = _y_of(held, top, bottom)
            painter.fillRect(QRectF(x, y - 1.0, _BAR, 2.0), QColor(colours.text))


def _y_of(level: float, top: float, bottom: float) -> float:
    share = min(1.0, max(0.0, level / _LOWEST_DBFS))
    return top + share * (bottom - top)
