"""Lanes of spectra: of a sound, or by how much the decoded one is louder or softer."""

import math
import time
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from road_codec import hz_at_place, place_of_hz
from road_gui.compare.lane import Lane, Look, paint_scale
from road_gui.compare.level_cache import LevelCache
from road_gui.compare.spectra import Levels, Side, Spectra
from road_gui.messages import rate_text
from road_gui.plots.colour_maps import coloured, diverging, sequential, to_indices

Floats = NDArray[np.floating[Any]]

DIFFERENCE_DB = 24.0
"""Ends of the scale of differences."""

_HIGHEST_DB = 0.0
_FEWEST_ROWS = 8
# An axis from one frequency to so many times that one has labels at decades.
_FEWEST_TIMES = 20.0


@dataclass(frozen=True, slots=True)
class SpectrumStyle:
    """How spectra are drawn; all lanes have the same.

    Attributes
    ----------
    scale : str
        Frequency axis: linear, log or mel.
    depth_db : float
        Range of levels below full scale.
    colour_map : str
        For levels; differences have a map of their own.
    """

    scale: str = "log"
    depth_db: float = 100.0
    colour_map: str = "cividis"


class SpectrumLane(Lane):
    """One spectrogram.

    Parameters
    ----------
    title : str
        What it is.
    spectra : Spectra
        Where levels come from.
    side : Side or None
        Which sound; None for decoded minus original.
    cache : LevelCache
        What all lanes of a pair share.
    """

    def __init__(self, title: str, spectra: Spectra, side: Side | None, cache: LevelCache) -> None:
        super().__init__(title, weight=1.6)
        self.has_frequencies = True
        # The part of the axis that is seen, from 0.0 at the foot to 1.0.
        self.shown = (0.0, 1.0)
        self._cache = cache
        self._spectra = spectra
        self.side = side
        self.style = SpectrumStyle()
        # What is said of the frequencies above half the lower rate, `{limit}`.
        self.nyquist_text = ""
        # What stands where there is nothing to be seen yet.
        self.coming_text = ""
        # Pictures that were drawn the last time, by what they were made of, and how.
        self._images: dict[tuple[int, ...], tuple[QImage, tuple[Levels, ...]]] = {}
        self._drawn_as: tuple[object, ...] = ()

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw what is known: all coarsely, and over it what is known finely."""
        self._paint_ground(painter, rect, look)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        layers = self._layers(rect, look)
        self._prepare_images(layers, rect, look)
        for image, sources in self._images.values():
            self._paint_image(painter, rect, look, image, sources[0])
        painter.restore()
        self._paint_axis(painter, rect, look)
        if not layers and any(map(self._spectra.is_coming, self._sides)):
            _paint_note(painter, rect, self.coming_text)

    @property
    def _sides(self) -> tuple[Side, ...]:
        return (self.side,) if self.side else (Side.ORIGINAL, Side.DECODED)

    def frequency_at(self, share: float) -> float:
        """Return the frequency at a share of the height from the top, 0.0 to 1.0."""
        low, high = self.shown
        place = high - share * (high - low)
        return float(hz_at_place(place, self.style.scale, self._spectra.highest_hz))

    def _y_of(self, frequency_hz: float, rect: QRectF) -> float:
        low, high = self.shown
        place = float(place_of_hz(frequency_hz, self.style.scale, self._spectra.highest_hz))
        return rect.bottom() - (place - low) / (high - low) * rect.height()

    def level_at(self, sample: float, frequency_hz: float) -> float | None:
        """Return what is drawn at a place: a level, or a difference of two."""
        found = [self._level_of(side, sample, frequency_hz) for side in self._sides]
        if any(level is None for level in found):
            return None
        levels = [max(level, -self.style.depth_db) for level in found if level is not None]
        if self.side is not None:
            return found[0]
        return levels[1] - levels[0]

    def _level_of(self, side: Side, sample: float, frequency_hz: float) -> float | None:
        for levels in (self._spectra.tiles.get(side), self._spectra.summary(side)):
            if levels is not None:
                level = levels.level_at(sample, frequency_hz)
                if level is not None:
                    return level
        return None

    def _layers(self, rect: QRectF, look: Look) -> list[tuple[Levels, ...]]:
        """List what there is to be drawn, the coarsest first; pairs for a difference."""
        tiles = _known([self._spectra.tiles.get(side) for side in self._sides])
        if tiles and tiles[0].covers(max(0.0, look.first), look.last):
            return [tiles]
        pixel = (look.last - look.first) / max(1.0, rect.width() * look.ratio)
        wholes = _known([self._spectra.summary(side, pixel) for side in self._sides])
        layers = self._pieces(wholes, look) if wholes else []
        return [*layers, tiles] if tiles else layers

    def _pieces(self, wholes: tuple[Levels, ...], look: Look) -> list[tuple[Levels, ...]]:
        """Cut what is known of whole sounds into what is seen of it."""
        cache, first = self._cache, wholes[0]
        own = cache.pieces(first, look.first, look.last)
        if len(wholes) == 1:
            return [(piece,) for piece in own]
        other = wholes[1]
        if other.has_columns_of(first):
            return list(zip(own, cache.pieces(other, look.first, look.last), strict=True))
        return [(piece, cache.part(other, piece.first, piece.last)) for piece in own]

    def _prepare_images(self, layers: list[tuple[Levels, ...]], rect: QRectF, look: Look) -> None:
        """Make what is not there yet, one at least; pictures of before stand in for the rest."""
        n_rows = max(_FEWEST_ROWS, round(rect.height() * look.ratio))
        way = (
            n_rows,
            self.style,
            self._spectra.highest_hz,
            self.shown,
            look.colours.background.rgb(),
        )
        known = self._images if self._drawn_as == way else {}
        made: dict[tuple[int, ...], tuple[QImage, tuple[Levels, ...]]] = {}
        end, is_late = time.perf_counter() + look.patience_s, False
        for levels in layers:
            key = tuple(id(one) for one in levels)
            if key in known:
                made[key] = known[key]
            elif not is_late:
                # The levels are kept with the image: their ids are its key.
                made[key] = (self._image_of(levels, n_rows, look), levels)
                is_late = time.perf_counter() >= end
        self.is_unfinished = len(made) < len(layers)
        stand_ins = {
            key: (image, sources)
            for key, (image, sources) in known.items()
            if key not in made and sources[0].first < look.last and sources[0].last > look.first
        }
        self._images = {**stand_ins, **made} if self.is_unfinished else made
        self._drawn_as = way

    def _image_of(self, levels: tuple[Levels, ...], n_rows: int, look: Look) -> QImage:
        scale, highest_hz = self.style.scale, self._spectra.highest_hz
        rows = [
            self._cache.rows(one, levels[0], n_rows, scale, highest_hz, self.shown)
            for one in levels
        ]
        return self._coloured(rows, look)

    def _coloured(self, rows: list[Floats], look: Look) -> QImage:
        low = _HIGHEST_DB - self.style.depth_db
        if len(rows) == 1:
            indices = to_indices(rows[0], low, _HIGHEST_DB)
            table = sequential(self.style.colour_map)
        else:
            # What is too soft to be drawn does not differ.
            original, decoded = (np.maximum(row, low) for row in rows)
            indices = to_indices(decoded - original, -DIFFERENCE_DB, DIFFERENCE_DB)
            table = diverging(look.colours)
        # Low frequencies lie at the foot.
        return coloured(indices[::-1], table)

    def _paint_image(
        self, painter: QPainter, rect: QRectF, look: Look, image: QImage, place: Levels
    ) -> None:
        first, last = max(place.first, look.first), min(place.last, look.last)
        first_column = max(0, math.floor((first - place.first) / place.column_len))
        last_column = min(image.width(), math.ceil((last - place.first) / place.column_len))
        if last_column <= first_column:
            return
        left = look.x_of(place.first + first_column * place.column_len, rect)
        right = look.x_of(place.first + last_column * place.column_len, rect)
        target = QRectF(left, rect.top(), right - left, rect.height())
        source = QRectF(first_column, 0, last_column - first_column, image.height())
        painter.drawImage(target, image, source)

    def _paint_ground(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        if self.side is None:
            painter.fillRect(rect, look.colours.background)
        else:
            painter.fillRect(rect, QColor(sequential(self.style.colour_map)[0]))

    def _paint_axis(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        lowest, highest = self.frequency_at(1.0), self.frequency_at(0.0)
        marks = [
            (self._y_of(frequency, rect), rate_text(frequency))
            for frequency in _round_frequencies(self.style.scale, lowest, highest)
        ]
        paint_scale(painter, rect, look, marks)
        nyquist = min(self._spectra.rate_hz(side) for side in Side) / 2
        y = self._y_of(nyquist, rect)
        if nyquist < self._spectra.highest_hz * 0.999 and rect.top() <= y <= rect.bottom():
            text = self.nyquist_text.format(limit=rate_text(nyquist))
            self._paint_nyquist(painter, rect, y, text)

    def _paint_nyquist(self, painter: QPainter, rect: QRectF, y: float, text: str) -> None:
        for colour, style in ((QColor("#000000"), Qt.PenStyle.SolidLine),
                              (QColor("#ffffff"), Qt.PenStyle.DashLine)):  # fmt: skip
            painter.setPen(QPen(colour, 1.6, style))
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        height = _note_size(text).height()
        # Above the line where there is room, for it speaks of what is there.
        top = y - height - 2 if y - height - 2 >= rect.top() else y + 3
        room = QRectF(rect.left(), top, rect.width() - 4, height)
        _paint_note(painter, room, text, at_right=True)


def _note_font() -> QFont:
    font = QFont()
    font.setPointSizeF(font.pointSizeF() * 0.86)
    return font


def _note_size(text: str) -> QSizeF:
    metrics = QFontMetricsF(_note_font())
    return QSizeF(metrics.horizontalAdvance(text) + 10, metrics.height() + 2)


def _paint_note(painter: QPainter, rect: QRectF, text: str, *, at_right: bool = False) -> None:
    """Write on a dark ground of its own in the middle, or at the right, whatever is below."""
    if not text:
        return
    box = QRectF(QPointF(), _note_size(text))
    box.moveCenter(rect.center())
    if at_right:
        box.moveRight(rect.right())
    painter.fillRect(box, QColor(0, 0, 0, 170))
    painter.setFont(_note_font())
    painter.setPen(QColor("#ffffff"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _known(group: list[Levels | None]) -> tuple[Levels, ...]:
    """Return levels of all sounds, or nothing where one has none yet."""
    known = tuple(levels for levels in group if levels is not None and levels.levels_db.shape[1])
    return known if len(known) == len(group) else ()


def _round_frequencies(scale: str, lowest_hz: float, highest_hz: float) -> list[float]:
    """List frequencies worth a label, the most telling first."""
    width = highest_hz - lowest_hz
    if scale == "linear" or highest_hz < _FEWEST_TIMES * max(lowest_hz, 1.0):
        step = 10.0 ** math.floor(math.log10(width / 2))
        while width / step < 4:
            step /= 2
        first, last = math.ceil(lowest_hz / step), math.floor(highest_hz / step)
        # Of those that do not all have room, tens count more than fives, and these than twos.
        numbers = sorted(range(first, last + 1), key=_roundness)
        return [number * step for number in numbers]
    decades = [1000.0, 100.0, 10_000.0, 20.0, 5000.0, 500.0, 2000.0, 200.0, 20_000.0, 50.0]
    every = (*decades, 40_000.0, 80_000.0)
    return [hz for hz in every if lowest_hz - 1e-6 <= hz <= highest_hz]


def _roundness(number: int) -> int:
    return next(place for place, part in enumerate((10, 5, 2, 1)) if number % part == 0)
