"""What stays in the lanes while ranges are chosen: waves, error, tree, axis, as one picture."""

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap

from road_gui.fractal.colouring import BY_SCALE, fills_of, mixed
from road_gui.fractal.error_lane import ErrorLane, error_lane, peak_of
from road_gui.fractal.look import Floats, Look
from road_gui.fractal.places import CAPTION, LEFT, Places
from road_gui.fractal.words import number_text
from road_gui.messages import count_text, small_text
from road_gui.plots.drawing import (
    PIXELS_A_DOT,
    paint_columns,
    paint_line,
    paint_trace,
    painting,
)
from road_gui.theme import Theme

translate = QCoreApplication.translate

_TICK_PIXELS = 90
_LEFT_TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Ground:
    """Draws the lanes of a look after some passes.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.colouring = BY_SCALE

    def drawn(self, look: Look, passes: int, places: Places, ratio: float) -> QPixmap:
        """Return a picture with `ratio` pixels for each of the screen's units."""
        made = QPixmap(QSize(round(places.width), round(places.height)) * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(self._theme.plot_colours.background)
        with painting(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_waves(painter, look, passes, places, ratio)
            self._paint_error(painter, look, passes, places, ratio)
            self._paint_tree(painter, look, passes, places, ratio)
            self._paint_silent(painter, look, places)
            self._paint_axis(painter, look, places)
        return made

    def _paint_waves(
        self, painter: QPainter, look: Look, passes: int, places: Places, ratio: float
    ) -> None:
        colours, rect = self._theme.plot_colours, places.wave
        peak = peak_of(look, places.view)
        curves = [(look.sounds[passes], look.wish.zoom, colours.wave)]
        if look.original is not None:
            curves.insert(0, (look.original, 1, colours.foreground))
        self._paint_lane(painter, rect, number_text(peak, 2 if peak >= 0.1 else 4))
        painter.setClipRect(rect)
        for sound, zoom, colour in curves:
            self._paint_wave(painter, (rect, places.view), (sound, zoom, peak), colour, ratio)
        painter.setClipping(False)

    def _paint_error(
        self, painter: QPainter, look: Look, passes: int, places: Places, ratio: float
    ) -> None:
        """Draw what is decoded minus the original, and tell how many times it is magnified."""
        rect, lane = places.error, error_lane(look, passes, places.view)
        if rect is None or lane is None:
            return
        self._paint_lane(painter, rect, small_text(lane.peak, 2 if lane.peak >= 1e-3 else 1))
        painter.setClipRect(rect)
        curve = (lane.samples, 1, lane.peak)
        # As on the Compare page: the colour that errors have in the player is the domain's here.
        ink = self._theme.plot_colours.wave_seed
        self._paint_wave(painter, (rect, places.view), curve, ink, ratio)
        painter.setClipping(False)
        painter.setPen(self._theme.plot_colours.foreground)
        line = QRectF(rect.left(), rect.top() - CAPTION, rect.width(), CAPTION)
        painter.drawText(line, _LEFT_TEXT, caption_of(lane))

    def _paint_lane(self, painter: QPainter, rect: QRectF, peak: str) -> None:
        """Draw where silence is, and say which amplitude fills the lane."""
        colours, middle = self._theme.plot_colours, rect.center().y()
        painter.setPen(QPen(colours.grid, 1.0))
        painter.drawLine(QLineF(rect.left(), middle, rect.right(), middle))
        painter.setPen(colours.foreground)
        painter.drawText(QRectF(0, rect.top(), LEFT - 6, 16), Qt.AlignmentFlag.AlignRight, peak)

    def _paint_wave(
        self,
        painter: QPainter,
        lane: tuple[QRectF, tuple[int, int]],
        curve: tuple[Floats, int, float],
        colour: QColor,
        ratio: float,
    ) -> None:
        """Draw a stretch of samples, so many for each original one, with a peak that fills it."""
        (rect, (first, last)), (sound, zoom, peak) = lane, curve
        scale, middle = 0.47 * rect.height() / peak, 0.5 * rect.height()
        count = (last - first) * zoom
        n_columns = round(rect.width() * ratio)
        if count > 2 * n_columns:
            seen = sound[first * zoom : last * zoom]
            edges = np.arange(n_columns) * count // n_columns
            high, low = np.maximum.reduceat(seen, edges), np.minimum.reduceat(seen, edges)
            # Each column reaches to where the next begins: steep slopes have no gaps.
            high[:-1] = np.maximum(high[:-1], seen[edges[1:]])
            low[:-1] = np.minimum(low[:-1], seen[edges[1:]])
            paint_columns(painter, rect, middle - scale * high, middle - scale * low, colour)
            return
        begin, end = max(0, first * zoom - 1), min(len(sound), last * zoom + 1)
        step = rect.width() / count
        at = np.asarray(LEFT + (np.arange(begin, end) + 0.5 - first * zoom) * step, float)
        heights = rect.top() + middle - scale * sound[begin:end]
        if step < PIXELS_A_DOT:
            paint_trace(painter, rect, at, heights, n_columns, colour)
        else:
            paint_line(painter, at, heights, colour)

    def _paint_tree(
        self, painter: QPainter, look: Look, passes: int, places: Places, ratio: float
    ) -> None:
        rect, table = places.tree, look.ranges
        first, last = places.view
        n_columns = max(1, round(rect.width() * ratio))
        samples = first + (np.arange(n_columns) + 0.5) * (last - first) / n_columns
        samples = np.clip(samples, 0, look.coded.n_samples - 1).astype(np.int64)
        items = np.searchsorted(table.start, samples, side="right") - 1
        lengths = table.length[items]
        fills = fills_of(look, passes, self.colouring, self._theme)[items]
        colours = self._theme.plot_colours
        split = mixed(colours.background, colours.grid, 0.45).rgba()
        pixels = n_columns / (last - first)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for level in places.rows:
            line = np.zeros(n_columns, np.uint32)
            line[lengths < level] = split
            line[lengths == level] = fills[lengths == level]
            if level * pixels >= 4:
                blocks = samples // level
                line[1:][blocks[1:] != blocks[:-1]] = 0
            data = line.tobytes()  # the image does not keep it
            image = QImage(data, n_columns, 1, QImage.Format.Format_ARGB32)
            painter.drawImage(places.row(level), image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_lengths(painter, places)

    def _paint_lengths(self, painter: QPainter, places: Places) -> None:
        """Name the rows from the foot up, as many as there is room for."""
        painter.setPen(self._theme.plot_colours.foreground)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        least, above = float(painter.fontMetrics().ascent()), float("inf")
        for level in reversed(places.rows):
            middle = places.row(level).center().y()
            if above - middle >= least:
                painter.drawText(QRectF(0, middle - 10, LEFT - 6, 20), right, str(level))
                above = middle

    def _paint_silent(self, painter: QPainter, look: Look, places: Places) -> None:
        first, last = places.view
        table = look.ranges
        seen = ~table.mapped & (table.start < last) & (table.start + table.length > first)
        brush = QBrush(self._theme.plot_colours.foreground, Qt.BrushStyle.BDiagPattern)
        for number in np.flatnonzero(seen):
            rect = places.block(look, int(number))
            painter.fillRect(rect.intersected(places.tree), brush)

    def _paint_axis(self, painter: QPainter, look: Look, places: Places) -> None:
        first, last = places.view
        colours, plot = self._theme.plot_colours, places.plot
        least = (last - first) * _TICK_PIXELS / plot.width()
        step = 1 << max(0, int(np.ceil(np.log2(least))))
        painter.setPen(colours.foreground)
        for sample in range(-(-first // step) * step, last, step):
            x = places.x_of(sample)
            painter.drawLine(QLineF(x, plot.bottom(), x, plot.bottom() + 4))
            text = QRectF(x - 40, plot.bottom() + 4, 80, 16)
            painter.drawText(text, Qt.AlignmentFlag.AlignCenter, str(sample))
        length = look.coded.frame_len
        painter.setPen(QPen(colours.foreground, 1.0, Qt.PenStyle.DotLine))
        for sample in range(-(-first // length) * length, last, length):
            x = places.x_of(sample)
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))


def caption_of(lane: ErrorLane) -> str:
    """Say what the lane of the error shows."""
    if lane.magnification == 1:
        return translate("Fractal", "Error")
    return translate("Fractal", "Error, magnified {number} times").format(
        number=count_text(lane.magnification)
    )
