"""Waveform, arc and tree over one time axis: where each range takes its domain from."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from road_gui.fractal.look import Look
from road_gui.fractal.state import Explorer
from road_gui.fractal.words import number_text, sentence_of
from road_gui.plots.drawing import paint_columns, paint_line
from road_gui.theme import Theme

Floats = NDArray[np.float64]

_LEFT, _RIGHT, _TOP = 52.0, 12.0, 6.0
_ARC, _AXIS = 44.0, 20.0
_ROW_SHARE = 0.46
_TICK_PIXELS = 90
_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -(1 << 30),
    Qt.Key.Key_End: 1 << 30,
}


class Stage(QWidget):
    """Lanes of one superframe; a range is chosen by click, or by the arrow keys.

    Parameters
    ----------
    explorer : Explorer
        What is seen.
    theme : Theme
        Colours; followed when they change.
    parent : QWidget, optional
        Owner.
    """

    def __init__(self, explorer: Explorer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._theme = theme
        self._ground: QPixmap | None = None
        self._by_scale = True
        self._drag: tuple[float, tuple[int, int]] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(220)
        self.setAccessibleName(self.tr("Waveform and tree of ranges"))
        for signal in (
            explorer.look_changed,
            explorer.pass_changed,
            explorer.view_changed,
            explorer.file_changed,
            theme.changed,
        ):
            signal.connect(self.redraw)
        explorer.selected.connect(self._follow_selection)

    def colour_by(self, name: str) -> None:
        """Colour maps by their ``scale`` or their ``length``."""
        self._by_scale = name == "scale"
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draw everything anew."""
        self._ground = None
        self.update()

    @Slot()
    def _follow_selection(self) -> None:
        look, number = self._explorer.look, self._explorer.number
        text = self.tr("Arrow keys go from range to range, Return shows the domain.")
        if look is not None and number is not None:
            text = f"{sentence_of(look, number)}\n{text}"
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )
        self.update()

    # -- places -------------------------------------------------------------------

    @property
    def _plot(self) -> QRectF:
        return QRectF(
            _LEFT, _TOP, max(1.0, self.width() - _LEFT - _RIGHT), self.height() - _TOP - _AXIS
        )

    @property
    def wave_rect(self) -> QRectF:
        """Where the waveform is."""
        plot = self._plot
        height = (plot.height() - _ARC) * (1 - _ROW_SHARE)
        return QRectF(plot.left(), plot.top(), plot.width(), height)

    @property
    def tree_rect(self) -> QRectF:
        """Where the tree is."""
        plot, wave = self._plot, self.wave_rect
        top = wave.bottom() + _ARC
        return QRectF(plot.left(), top, plot.width(), plot.bottom() - top)

    def x_of(self, sample: float) -> float:
        """Return where a sample begins, in pixels."""
        first, last = self._explorer.view
        return _LEFT + (sample - first) / (last - first) * self._plot.width()

    def sample_at(self, x: float) -> float:
        """Return the sample at a place, in pixels."""
        first, last = self._explorer.view
        return first + (x - _LEFT) / self._plot.width() * (last - first)

    def levels(self) -> list[int]:
        """List the lengths of the rows, the longest first."""
        look = self._explorer.look
        if look is None:
            return []
        length, shortest = look.coded.frame_len, int(look.ranges.length.min())
        rows = []
        while length >= shortest:
            rows.append(length)
            length //= 2
        return rows

    # -- painting -----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what stays, and draw what is chosen over it."""
        look = self._explorer.look
        painter = QPainter(self)
        if look is None:
            painter.fillRect(self.rect(), self._theme.plot_colours.background)
            painter.end()
            return
        if self._ground is None or self._ground.deviceIndependentSize() != self.size():
            self._ground = self._draw_ground(look)
        painter.drawPixmap(0, 0, self._ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number = self._explorer.number
        if number is not None and number < len(look.ranges):
            painter.setClipRect(QRectF(_LEFT - 2, 0, self._plot.width() + 4, self.height()))
            self._paint_chosen(painter, look, number)
            painter.setClipping(False)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self._theme.colours.accent), 1.0))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _draw_ground(self, look: Look) -> QPixmap:
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        colours = self._theme.plot_colours
        made.fill(colours.background)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_waves(painter, look)
        self._paint_tree(painter, look, ratio)
        self._paint_axis(painter, look)
        painter.end()
        return made

    def _paint_waves(self, painter: QPainter, look: Look) -> None:
        colours, rect = self._theme.plot_colours, self.wave_rect
        painter.setPen(QPen(colours.grid, 1.0))
        painter.drawLine(QLineF(rect.left(), rect.center().y(), rect.right(), rect.center().y()))
        painter.setClipRect(rect)
        sound = look.sounds[self._explorer.passes]
        peak = max(float(np.abs(look.sounds[-1]).max()), 1e-4)
        if look.original is not None:
            peak = max(peak, float(np.abs(look.original).max()))
            self._paint_wave(painter, look.original, 1, peak, colours.foreground)
        self._paint_wave(painter, sound, look.wish.zoom, peak, colours.wave)
        painter.setClipping(False)
        painter.setPen(colours.foreground)
        text = QRectF(0, rect.top(), _LEFT - 6, 16)
        painter.drawText(text, Qt.AlignmentFlag.AlignRight, number_text(peak, 2))

    def _paint_wave(
        self, painter: QPainter, sound: Floats, zoom: int, peak: float, colour: QColor
    ) -> None:
        rect, (first, last) = self.wave_rect, self._explorer.view
        scale, middle = 0.47 * rect.height() / peak, 0.5 * rect.height()
        count = (last - first) * zoom
        n_columns = round(rect.width() * self.devicePixelRatioF())
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
        at = np.asarray(_LEFT + (np.arange(begin, end) + 0.5 - first * zoom) * step, float)
        paint_line(painter, at, rect.top() + middle - scale * sound[begin:end], colour)

    def _paint_tree(self, painter: QPainter, look: Look, ratio: float) -> None:
        rect, levels, table = self.tree_rect, self.levels(), look.ranges
        first, last = self._explorer.view
        n_columns = max(1, round(rect.width() * ratio))
        samples = first + (np.arange(n_columns) + 0.5) * (last - first) / n_columns
        samples = np.clip(samples, 0, look.coded.n_samples - 1).astype(np.int64)
        items = np.searchsorted(table.start, samples, side="right") - 1
        lengths = table.length[items]
        fills = self._fills(look)[items]
        colours = self._theme.plot_colours
        split = _mixed(colours.background, colours.grid, 0.45).rgba()
        pixels = n_columns / (last - first)
        height = rect.height() / len(levels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for row, level in enumerate(levels):
            line = np.zeros(n_columns, np.uint32)
            line[lengths < level] = split
            line[lengths == level] = fills[lengths == level]
            if level * pixels >= 4:
                blocks = samples // level
                line[1:][blocks[1:] != blocks[:-1]] = 0
            data = line.tobytes()  # the image does not keep it
            image = QImage(data, n_columns, 1, QImage.Format.Format_ARGB32)
            place = QRectF(rect.left(), rect.top() + row * height, rect.width(), height - 1.5)
            painter.drawImage(place, image)
            painter.setPen(colours.foreground)
            text = QRectF(0, place.top(), _LEFT - 6, height)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(text, right, str(level))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_silent(painter, look)

    def _fills(self, look: Look) -> NDArray[np.uint32]:
        """Return the colour of each range."""
        colours, table = self._theme.plot_colours, look.ranges
        if self._by_scale:
            share = np.clip(table.scale, -1.0, 1.0)
            ends = (colours.series[1], colours.wave)
        else:
            levels = self.levels()
            depth = np.log2(table.length / levels[-1]) / max(1, len(levels) - 1)
            share, ends = 0.15 + 0.85 * depth, (colours.wave, colours.wave)
        steps = np.round(np.abs(share) * 63).astype(np.int64)
        base = _mixed(colours.background, colours.grid, 0.9)
        tables = [
            np.array([_mixed(base, end, step / 63).rgba() for step in range(64)], np.uint32)
            for end in ends
        ]
        fills = np.where(share < 0, tables[0][steps], tables[1][steps])
        return np.where(table.mapped, fills, np.uint32(base.rgba())).astype(np.uint32)

    def _paint_silent(self, painter: QPainter, look: Look) -> None:
        first, last = self._explorer.view
        table = look.ranges
        seen = ~table.mapped & (table.start < last) & (table.start + table.length > first)
        brush = QBrush(self._theme.plot_colours.foreground, Qt.BrushStyle.BDiagPattern)
        for number in np.flatnonzero(seen):
            rect = self.block_rect(look, int(number))
            painter.fillRect(rect.intersected(self.tree_rect), brush)

    def block_rect(self, look: Look, number: int) -> QRectF:
        """Return where the block of a range is."""
        rect, levels, table = self.tree_rect, self.levels(), look.ranges
        start, length = int(table.start[number]), int(table.length[number])
        height = rect.height() / len(levels)
        left, right = self.x_of(start), self.x_of(start + length)
        top = rect.top() + levels.index(length) * height
        return QRectF(left, top, max(2.0, right - left), height - 1.5)

    def _paint_axis(self, painter: QPainter, look: Look) -> None:
        first, last = self._explorer.view
        colours, plot = self._theme.plot_colours, self._plot
        least = (last - first) * _TICK_PIXELS / plot.width()
        step = 1 << max(0, int(np.ceil(np.log2(least))))
        painter.setPen(colours.foreground)
        for sample in range(-(-first // step) * step, last, step):
            x = self.x_of(sample)
            painter.drawLine(QLineF(x, plot.bottom(), x, plot.bottom() + 4))
            text = QRectF(x - 40, plot.bottom() + 4, 80, 16)
            painter.drawText(text, Qt.AlignmentFlag.AlignCenter, str(sample))
        length = look.coded.frame_len
        painter.setPen(QPen(colours.foreground, 1.0, Qt.PenStyle.DotLine))
        for sample in range(-(-first // length) * length, last, length):
            x = self.x_of(sample)
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))

    def _paint_chosen(self, painter: QPainter, look: Look, number: int) -> None:
        colours, table = self._theme.plot_colours, look.ranges
        start, length = int(table.start[number]), int(table.length[number])
        ink = QColor(self._theme.colours.text)
        self._paint_band(painter, start, length, colours.wave)
        if table.mapped[number]:
            domain = int(table.domain[number])
            self._paint_band(painter, domain, 2 * length, colours.series[3])
            self._paint_arc(painter, domain + length, start + length / 2, colours.series[3])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 2.0))
        painter.drawRect(self.block_rect(look, number).adjusted(-1, -1, 1, 1))

    def _paint_band(self, painter: QPainter, start: int, length: int, colour: QColor) -> None:
        wave, tree = self.wave_rect, self.tree_rect
        left, right = self.x_of(start), self.x_of(start + length)
        wash = QColor(colour)
        wash.setAlpha(46)
        width = max(1.0, right - left)
        painter.fillRect(QRectF(left, wave.top(), width, wave.height()), wash)
        painter.fillRect(QRectF(left, tree.top(), width, tree.height()), wash)
        painter.setPen(QPen(colour, 1.2))
        for x in (left, left + width):
            painter.drawLine(QLineF(x, wave.top(), x, wave.bottom()))
        painter.setPen(QPen(colour, 3.0))
        painter.drawLine(QLineF(left, wave.bottom() + 2, left + width, wave.bottom() + 2))

    def _paint_arc(self, painter: QPainter, source: float, target: float, colour: QColor) -> None:
        """Draw the way from a domain to its range, an arrow at the range's end."""
        y = self.wave_rect.bottom() + 4
        begin, end = QPointF(self.x_of(source), y), QPointF(self.x_of(target), y)
        depth = min(_ARC - 10, 12 + abs(end.x() - begin.x()) * 0.2) * 1.33
        down = QPointF(0, depth)
        path = QPainterPath(begin)
        path.cubicTo(begin + down, end + down, end)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2.0))
        painter.drawPath(path)
        head = QPainterPath(end)
        head.lineTo(end + QPointF(-5, 8))
        head.lineTo(end + QPointF(5, 8))
        head.closeSubpath()
        painter.fillPath(head, colour)

    # -- pointer and keys ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the range that was clicked."""
        look = self._explorer.look
        if event.button() == Qt.MouseButton.LeftButton and look is not None:
            self._explorer.select(look.ranges.at(int(self.sample_at(event.position().x()))))
        else:
            self._drag = (event.position().x(), self._explorer.view)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the view, or tell of the range that is pointed at."""
        look, x = self._explorer.look, event.position().x()
        if self._drag is not None and event.buttons():
            from_x, (first, last) = self._drag
            moved = (from_x - x) / self._plot.width() * (last - first)
            self._explorer.set_view(first + moved, last + moved)
        elif look is not None and self._plot.contains(event.position()):
            number = look.ranges.at(int(self.sample_at(x)))
            QToolTip.showText(event.globalPosition().toPoint(), sentence_of(look, number), self)
        else:
            QToolTip.hideText()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the view where it is."""
        self._drag = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show range and domain from near."""
        self._explorer.show_pair()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift, or sideways, move the view."""
        down, across = event.angleDelta().y() / 120, event.angleDelta().x() / 120
        if across or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            first, last = self._explorer.view
            moved = -(across or down) * 0.1 * (last - first)
            self._explorer.set_view(first + moved, last + moved)
        else:
            self._explorer.zoom(1.25**down, self.sample_at(event.position().x()))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from range to range."""
        key = Qt.Key(event.key())
        if key in _KEYS:
            self._explorer.move(_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._explorer.show_pair()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Paint the frame around it with the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(first + (second - first) * share) for first, second in pairs))
