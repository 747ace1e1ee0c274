"""What stays in the lanes while ranges are chosen: waveforms, tree, axis, as one picture."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPixmap

from road_gui.fractal.look import Look
from road_gui.fractal.places import LEFT, Places
from road_gui.fractal.words import number_text
from road_gui.plots.drawing import paint_columns, paint_line, painting
from road_gui.theme import Theme

Floats = NDArray[np.float64]

_TICK_PIXELS = 90
_QUIETEST_PEAK = 1e-4


class Ground:
    """Draws the lanes of a look after some passes.

    Parameters
    ----------
    theme : Theme
        Colours.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.is_by_scale = True

    def drawn(self, look: Look, passes: int, places: Places, ratio: float) -> QPixmap:
        """Return a picture with `ratio` pixels for each of the screen's units."""
        made = QPixmap(QSize(round(places.width), round(places.height)) * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(self._theme.plot_colours.background)
        with painting(made) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_waves(painter, look, passes, places, ratio)
            self._paint_tree(painter, look, places, ratio)
            self._paint_silent(painter, look, places)
            self._paint_axis(painter, look, places)
        return made

    def _paint_waves(
        self, painter: QPainter, look: Look, passes: int, places: Places, ratio: float
    ) -> None:
        colours, rect = self._theme.plot_colours, places.wave
        painter.setPen(QPen(colours.grid, 1.0))
        painter.drawLine(QLineF(rect.left(), rect.center().y(), rect.right(), rect.center().y()))
        painter.setClipRect(rect)
        peak = _peak_of(look, places.view)
        curves = [(look.sounds[passes], look.wish.zoom, colours.wave)]
        if look.original is not None:
            curves.insert(0, (look.original, 1, colours.foreground))
        for sound, zoom, colour in curves:
            self._paint_wave(painter, places, (sound, zoom, peak), colour, ratio)
        painter.setClipping(False)
        painter.setPen(colours.foreground)
        text = QRectF(0, rect.top(), LEFT - 6, 16)
        painter.drawText(
            text, Qt.AlignmentFlag.AlignRight, number_text(peak, 2 if peak >= 0.1 else 4)
        )

    def _paint_wave(
        self,
        painter: QPainter,
        places: Places,
        curve: tuple[Floats, int, float],
        colour: QColor,
        ratio: float,
    ) -> None:
        """Draw samples, so many for each original one, with a peak that fills the lane."""
        rect, (first, last) = places.wave, places.view
        sound, zoom, peak = curve
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
        paint_line(painter, at, rect.top() + middle - scale * sound[begin:end], colour)

    def _paint_tree(self, painter: QPainter, look: Look, places: Places, ratio: float) -> None:
        rect, table = places.tree, look.ranges
        first, last = places.view
        n_columns = max(1, round(rect.width() * ratio))
        samples = first + (np.arange(n_columns) + 0.5) * (last - first) / n_columns
        samples = np.clip(samples, 0, look.coded.n_samples - 1).astype(np.int64)
        items = np.searchsorted(table.start, samples, side="right") - 1
        lengths = table.length[items]
        fills = self._fills(look)[items]
        colours = self._theme.plot_colours
        split = _mixed(colours.background, colours.grid, 0.45).rgba()
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

    def _fills(self, look: Look) -> NDArray[np.uint32]:
        """Return the colour of each range."""
        colours, table = self._theme.plot_colours, look.ranges
        if self.is_by_scale:
            share = np.clip(table.scale, -1.0, 1.0)
            ends = (colours.series[1], colours.wave)
        else:
            shortest = int(table.length.min())
            n_halvings = np.log2(look.coded.frame_len / shortest)
            depth = np.log2(table.length / shortest) / max(1.0, n_halvings)
            share, ends = 0.15 + 0.85 * depth, (colours.wave, colours.wave)
        steps = np.round(np.abs(share) * 63).astype(np.int64)
        base = _mixed(colours.background, colours.grid, 0.9)
        tables = [
            np.array([_mixed(base, end, step / 63).rgba() for step in range(64)], np.uint32)
            for end in ends
        ]
        fills = np.where(share < 0, tables[0][steps], tables[1][steps])
        return np.where(table.mapped, fills, np.uint32(base.rgba())).astype(np.uint32)

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


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(first + (second - first) * share) for first, second in pairs))


def _peak_of(look: Look, view: tuple[int, int]) -> float:
    """Return the greatest amplitude that is seen, the same after any pass."""
    first, last = (edge * look.wish.zoom for edge in view)
    peak = max(_QUIETEST_PEAK, float(np.abs(look.sounds[-1][first:last]).max()))
    if look.original is None:
        return peak
    return max(peak, float(np.abs(look.original[view[0] : view[1]]).max()))
