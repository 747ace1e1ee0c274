"""One map, step by step: the domain, shrunken, turned, scaled and put in place."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from road_gui.fractal.look import Look
from road_gui.fractal.state import Explorer
from road_gui.fractal.words import level_text, number_text
from road_gui.plots.drawing import paint_area, paint_line
from road_gui.theme import Theme

Floats = NDArray[np.float64]

_LOWEST, _HIGHEST = 120, 190
_GAP = 26
_LINE = 18


class MapDetail(QWidget):
    """Shows what the chosen map does with its domain in the sound, or in the original."""

    def __init__(self, explorer: Explorer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._theme = theme
        self._of_original = True
        self.setMinimumHeight(_LOWEST)
        self.setMaximumHeight(_HIGHEST)
        self.setAccessibleName(self.tr("The chosen map, step by step"))
        for signal in (
            explorer.look_changed,
            explorer.pass_changed,
            explorer.selected,
            explorer.file_changed,
            theme.changed,
        ):
            signal.connect(self.update)

    def set_of_original(self, is_wanted: bool) -> None:
        """Apply the map to the original, where it is known, or to the decoded sound."""
        self._of_original = is_wanted
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw four cells, or say why there are none."""
        painter = QPainter(self)
        colours = self._theme.plot_colours
        painter.fillRect(self.rect(), colours.background)
        painter.setPen(QPen(colours.grid, 1.0))
        painter.drawLine(0, 0, self.width(), 0)
        look, number = self._explorer.look, self._explorer.number
        text = ""
        if look is None or number is None:
            text = self.tr("Choose a range: its map is shown here, step by step.")
        elif not look.ranges.mapped[number]:
            text = self.tr("A silent block has no map: its mean is all that is kept.")
        painter.setPen(colours.foreground)
        if text:
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, text)
        elif look is not None and number is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_cells(painter, look, number)
        painter.end()

    def _paint_cells(self, painter: QPainter, look: Look, number: int) -> None:
        sound, zoom = look.sounds[self._explorer.passes], look.wish.zoom
        if self._of_original and look.original is not None:
            sound, zoom = look.original, 1
        table = look.ranges
        start, length = int(table.start[number]) * zoom, int(table.length[number]) * zoom
        target = sound[start : start + length]
        steps = look.coded.steps(number, sound)
        error = float(np.sqrt(np.mean((steps.placed - target) ** 2)))
        swing = float(np.abs(steps.domain - steps.domain.mean()).max())
        span = max(swing, float(np.abs(target - target.mean()).max()), 1e-6) * 1.08
        colours = self._theme.plot_colours
        purple, blue = colours.series[3], colours.wave
        turned = self.tr("mirrored") if table.reversed[number] else self.tr("not mirrored")
        scale = number_text(table.scale[number])
        titles = (
            self.tr("Domain: {n} samples").format(n=len(steps.domain)),
            self.tr("shrunken to {n}").format(n=length),
            turned,
            self.tr("× {scale} + mean").format(scale=scale),
        )
        curves = (
            (steps.domain, purple),
            (steps.shrunken, purple),
            (steps.turned, purple),
            (steps.placed, blue),
        )
        for place, title, (curve, colour) in zip(self._cells(), titles, curves, strict=True):
            middle = float(curve.mean()) if colour is purple else float(target.mean())
            if colour is blue:
                self._paint_error(painter, place, target, steps.placed, middle, span)
            self._paint_curve(painter, place, curve - middle, span, colour)
            painter.setPen(colours.foreground)
            heading = QRectF(place.left(), 4, place.width(), _LINE)
            shown = painter.fontMetrics().elidedText(
                title, Qt.TextElideMode.ElideRight, int(heading.width())
            )
            painter.drawText(heading, Qt.AlignmentFlag.AlignLeft, shown)
        foot = self.tr("error {error} ({level})").format(
            error=number_text(error, 5), level=level_text(error)
        )
        last = self._cells()[-1]
        place = QRectF(last.left() - _GAP, last.bottom(), last.width() + _GAP, _LINE)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, right, foot)
        self._paint_arrows(painter)

    def _cells(self) -> list[QRectF]:
        """Return four places; the domain's is the widest, the range's has the longest title."""
        whole = self.width() - 24 - 3 * _GAP
        widths = [0.32 * whole, 0.18 * whole, 0.18 * whole, 0.32 * whole]
        cells, left = [], 12.0
        for width in widths:
            cells.append(QRectF(left, _LINE + 8, width, self.height() - 2 * _LINE - 8))
            left += width + _GAP
        return cells

    def _paint_curve(
        self, painter: QPainter, place: QRectF, curve: Floats, span: float, colour: QColor
    ) -> None:
        painter.setPen(QPen(self._theme.plot_colours.grid, 1.0))
        painter.drawLine(
            QLineF(place.left(), place.center().y(), place.right(), place.center().y())
        )
        paint_line(painter, _across(place, len(curve)), _down(place, curve, span), colour)

    def _paint_error(
        self,
        painter: QPainter,
        place: QRectF,
        target: Floats,
        placed: Floats,
        middle: float,
        span: float,
    ) -> None:
        """Draw the range itself, and fill what the map misses."""
        colours = self._theme.plot_colours
        wash = QColor(colours.cursor)
        wash.setAlpha(90)
        x = _across(place, len(target))
        one, other = _down(place, target - middle, span), _down(place, placed - middle, span)
        paint_area(painter, x, np.maximum(one, other), np.minimum(one, other), wash)
        paint_line(painter, x, one, colours.foreground)

    def _paint_arrows(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.plot_colours.foreground, 1.5))
        for place in self._cells()[:-1]:
            x, y = place.right() + 5, place.center().y()
            end = x + _GAP - 10
            painter.drawLine(QLineF(x, y, end, y))
            painter.drawLine(QLineF(end - 4, y - 4, end, y))
            painter.drawLine(QLineF(end - 4, y + 4, end, y))


def _across(place: QRectF, count: int) -> Floats:
    return np.asarray(place.left() + (np.arange(count) + 0.5) * place.width() / count)


def _down(place: QRectF, values: Floats, span: float) -> Floats:
    return np.asarray(place.center().y() - np.clip(values / span, -1, 1) * 0.5 * place.height())
