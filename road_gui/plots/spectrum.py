"""The spectrum of what is heard, live: a curve, or a picture that moves on with time."""

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from road_gui.messages import number_text, rate_text
from road_gui.plots.colour_maps import sequential
from road_gui.plots.drawing import painting
from road_gui.plots.frequency_scale import FrequencyScale, hertz_text

if TYPE_CHECKING:
    from road_gui.theme import Theme

Floats = NDArray[np.float32]

LOWEST_DBFS, HIGHEST_DBFS = -120.0, 0.0
"""What the plots can show."""

_DB_STEP = 20.0
_FALL_DB_A_FRAME = 1.5
_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, 12.0, 10.0, 22.0
_PIXELS_A_TICK = 70.0
_LEAST_ROOM = 20.0
_FILL_ALPHA = 60
_RAMP = bytes(range(256))


class _FrequencyPlot(QWidget):
    """What both plots share: the axes, their colours, and the line of the original's limit."""

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = FrequencyScale(24_000.0, is_log=False)
        self._limit_hz: float | None = None
        self._font = QFont()
        self._font.setPointSizeF(self._font.pointSizeF() * 0.85)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        theme.changed.connect(self._take_theme)

    def sizeHint(self) -> QSize:
        """Ask for a third of a usual window."""
        return QSize(480, 190)

    def minimumSizeHint(self) -> QSize:
        """Need room for the axes and a little."""
        return QSize(200, 90)

    @property
    def scale(self) -> FrequencyScale:
        """The axis of frequencies."""
        return self._scale

    def set_log(self, is_log: bool) -> None:
        """Make all octaves equally long, or all hertz."""
        self._change_scale(FrequencyScale(self._scale.highest_hz, is_log))

    def set_limit(self, limit_hz: float | None) -> None:
        """Mark a frequency, above which the original has nothing; None marks nothing."""
        if limit_hz != self._limit_hz:
            self._limit_hz = limit_hz
            self.update()

    def _change_scale(self, scale: FrequencyScale) -> None:
        if scale != self._scale:
            self._scale = scale
            self.clear()

    def clear(self) -> None:
        """Show nothing."""
        raise NotImplementedError

    @Slot()
    def _take_theme(self) -> None:
        self.update()

    def _room(self) -> QRectF:
        """Return the place of the plot inside its axes."""
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin again with as many pixels as there are."""
        super().resizeEvent(event)
        self.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw on clean paper, if there is room for a plot."""
        room = self._room()
        with painting(self) as painter:
            painter.fillRect(self.rect(), self._theme.plot_colours.background)
            painter.setFont(self._font)
            if room.width() >= _LEAST_ROOM and room.height() >= _LEAST_ROOM:
                self._paint(painter, room)

    def _paint(self, painter: QPainter, room: QRectF) -> None:
        """Draw into the place inside the axes, and the axes around it."""
        raise NotImplementedError

    def _text(self, painter: QPainter, rect: QRectF, text: str, align: Qt.AlignmentFlag) -> None:
        painter.setPen(self._theme.plot_colours.foreground)
        painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), text)

    def _ticks(self, length: float) -> list[float]:
        return self._scale.ticks(max(2, int(length / _PIXELS_A_TICK)))

    def _limit_share(self) -> float | None:
        if self._limit_hz is None:
            return None
        share = self._scale.share_of(self._limit_hz)
        return share if share < 0.995 else None

    def _limit_pen(self) -> QPen:
        pen = QPen(self._theme.plot_colours.cursor, 1.5)
        pen.setStyle(Qt.PenStyle.DashLine)
        return pen

    def _limit_text(self) -> str:
        limit = rate_text(self._limit_hz or 0.0)
        return self.tr("synthesised above {limit}").format(limit=limit)


class SpectrumPlot(_FrequencyPlot):
    """Levels over frequencies; they rise at once and fall slowly."""

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._levels: Floats | None = None
        self.setAccessibleName(self.tr("Spectrum"))
        self.setToolTip(self.tr("How loud each frequency is just now, in dBFS"))

    def show_levels(self, levels: Floats, rate_hz: int) -> None:
        """Show other levels, in dBFS at equal distances from 0 to half of a rate."""
        self._change_scale(FrequencyScale(rate_hz / 2, self._scale.is_log))
        seen = self._scale.spread(levels, rate_hz / 2, max(1, int(self._room().width())))
        before = self._levels
        if before is not None and len(before) == len(seen):
            seen = np.maximum(seen, before - np.float32(_FALL_DB_A_FRAME))
        self._levels = seen
        self.update()

    @property
    def levels(self) -> Floats | None:
        """What is shown, a level for each pixel; None while nothing is."""
        return self._levels

    def clear(self) -> None:
        """Show nothing."""
        self._levels = None
        self.update()

    def _paint(self, painter: QPainter, room: QRectF) -> None:
        """Draw the axes, then the levels."""
        self._paint_axes(painter, room)
        if self._levels is not None:
            self._paint_levels(painter, room, self._levels)
        self._paint_limit(painter, room)

    def _paint_axes(self, painter: QPainter, room: QRectF) -> None:
        grid = self._theme.plot_colours.grid
        height = QFontMetricsF(self._font).height()
        level, last = HIGHEST_DBFS, -height
        while level >= LOWEST_DBFS:
            y = room.top() + _share_of(level) * room.height()
            painter.setPen(grid)
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            if y - last >= 1.3 * height:
                last = y
                box = QRectF(0.0, y - height / 2, _LEFT - 6.0, height)
                text = number_text(level, 0)
                self._text(painter, box, text, Qt.AlignmentFlag.AlignRight)
            level -= _DB_STEP
        for hz in self._ticks(room.width()):
            x = room.left() + self._scale.share_of(hz) * room.width()
            painter.setPen(grid)
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
            box = QRectF(x - 40.0, room.bottom() + 2.0, 80.0, _BOTTOM - 4.0)
            box.moveRight(min(box.right(), self.width() - 2.0 + 30.0))
            self._text(painter, box, hertz_text(hz), Qt.AlignmentFlag.AlignHCenter)

    def _paint_levels(self, painter: QPainter, room: QRectF, levels: Floats) -> None:
        shares = np.clip((HIGHEST_DBFS - levels) / (HIGHEST_DBFS - LOWEST_DBFS), 0.0, 1.0).astype(
            np.float64
        )
        colour = QColor(self._theme.plot_colours.wave)
        self._paint_fill(painter, room, shares, colour)
        x = room.left() + 0.5 + np.arange(len(levels))
        y = room.top() + shares * room.height()
        painter.setPen(QPen(colour, 1.0))
        painter.drawPolyline(pg.functions.arrayToQPolygonF(x, y))

    def _paint_fill(
        self, painter: QPainter, room: QRectF, shares: NDArray[np.float64], colour: QColor
    ) -> None:
        # A picture, for Qt takes ten times as long to fill a polygon of so many corners.
        n_rows = max(1, int(room.height()))
        below = np.arange(n_rows)[:, np.newaxis] >= shares * n_rows
        fill = QColor(colour)
        fill.setAlpha(_FILL_ALPHA)
        pixels = below.astype(np.uint8).tobytes()  # of which the picture makes no copy
        image = QImage(pixels, len(shares), n_rows, len(shares), QImage.Format.Format_Indexed8)
        image.setColorTable([0, fill.rgba()])
        painter.drawImage(room.topLeft(), image)

    def _paint_limit(self, painter: QPainter, room: QRectF) -> None:
        share = self._limit_share()
        if share is None:
            return
        x = room.left() + share * room.width()
        painter.setPen(self._limit_pen())
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
        width = QFontMetricsF(self._font).horizontalAdvance(self._limit_text()) + 8.0
        flips = x + width > room.right()
        box = QRectF(x - width if flips else x + 6.0, room.top() + 2.0, width, 16.0)
        self._text(painter, box, self._limit_text(), Qt.AlignmentFlag.AlignLeft)


class SpectrogramPlot(_FrequencyPlot):
    """Spectra one beside the other, the latest on the right, levels as colours.

    The map is cividis: it runs from dark to bright, and looks the same to people who do
    not tell red from green (Nuñez, Anderton and Renslow, PLoS ONE 13, 2018).
    """

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._table = sequential("cividis")
        self._pixels = np.zeros((1, 1), np.uint8)
        self._at = 0
        self.setAccessibleName(self.tr("Spectrogram"))
        self.setToolTip(
            self.tr("How loud each frequency was lately: the brighter, the louder; now is right")
        )

    def show_levels(self, levels: Floats, rate_hz: int) -> None:
        """Add a column, of levels in dBFS at equal distances from 0 to half of a rate."""
        self._change_scale(FrequencyScale(rate_hz / 2, self._scale.is_log))
        n_rows, n_columns = self._pixels.shape
        seen = self._scale.spread(levels, rate_hz / 2, n_rows)
        bright = (seen - LOWEST_DBFS) * (255.0 / (HIGHEST_DBFS - LOWEST_DBFS))
        self._pixels[::-1, self._at % n_columns] = np.clip(bright, 0, 255)
        self._at += 1
        self.update()

    @property
    def n_columns(self) -> int:
        """How many spectra there are, the latest of them shown."""
        return self._at

    def clear(self) -> None:
        """Begin again with an empty picture."""
        room = self._room()
        self._pixels = np.zeros((max(1, int(room.height())), max(1, int(room.width()))), np.uint8)
        self._at = 0
        self.update()

    def _paint(self, painter: QPainter, room: QRectF) -> None:
        """Draw the axis, then the picture in two parts: it is written round and round."""
        n_rows, n_columns = self._pixels.shape
        image = QImage(
            self._pixels.data, n_columns, n_rows, n_columns, QImage.Format.Format_Indexed8
        )
        image.setColorTable(self._table)
        at = self._at % n_columns
        left = QPointF(room.left(), room.top())
        painter.drawImage(left, image, QRectF(at, 0, n_columns - at, n_rows))
        painter.drawImage(left + QPointF(n_columns - at, 0), image, QRectF(0, 0, at, n_rows))
        self._paint_axis(painter, room)

    def _paint_axis(self, painter: QPainter, room: QRectF) -> None:
        height = QFontMetricsF(self._font).height()
        for hz in self._scale.ticks(max(2, int(room.height() / (2.0 * height)))):
            y = room.bottom() - self._scale.share_of(hz) * room.height()
            painter.setPen(self._theme.plot_colours.foreground)
            painter.drawLine(QPointF(room.left() - 4.0, y), QPointF(room.left(), y))
            box = QRectF(0.0, y - height / 2, _LEFT - 8.0, height)
            self._text(painter, box, hertz_text(hz), Qt.AlignmentFlag.AlignRight)
        box = QRectF(room.left(), room.bottom() + 2.0, room.width(), _BOTTOM - 4.0)
        self._text(painter, box, self.tr("now"), Qt.AlignmentFlag.AlignRight)
        self._paint_legend(painter, box)
        share = self._limit_share()
        if share is not None:
            y = room.bottom() - share * room.height()
            # White on the map, whose dark end is what lies there.
            pen = self._limit_pen()
            pen.setColor(QColor("#ffffff"))
            painter.setPen(pen)
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.drawText(
                QRectF(room.left() + 6.0, y - height - 1.0, room.width(), height),
                int(Qt.AlignmentFlag.AlignLeft),
                self._limit_text(),
            )

    def _paint_legend(self, painter: QPainter, box: QRectF) -> None:
        """Draw the map with its ends, at the foot."""
        low, high = number_text(LOWEST_DBFS, 0), self.tr("0 dBFS")
        metrics = QFontMetricsF(self._font)
        x = box.left()
        self._text(painter, QRectF(x, box.top(), 60, box.height()), low, Qt.AlignmentFlag.AlignLeft)
        x += metrics.horizontalAdvance(low) + 6.0
        image = QImage(_RAMP, 256, 1, 256, QImage.Format.Format_Indexed8)
        image.setColorTable(self._table)
        painter.drawImage(QRectF(x, box.center().y() - 4.0, 100.0, 8.0), image)
        x += 106.0
        self._text(
            painter, QRectF(x, box.top(), 60, box.height()), high, Qt.AlignmentFlag.AlignLeft
        )


def _share_of(level: float) -> float:
    return (HIGHEST_DBFS - level) / (HIGHEST_DBFS - LOWEST_DBFS)
