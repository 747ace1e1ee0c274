"""Lanes of waves: a sound, or the error, linear with a magnification or as a level."""

import math

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter

from road_gui.compare.lane import Lane, Look, paint_line_at, paint_mark, paint_scale
from road_gui.compare.words import channel_letter
from road_gui.messages import count_text, short_text, small_text
from road_gui.plots.drawing import (
    PIXELS_A_DOT,
    paint_area,
    paint_columns,
    paint_line,
    paint_stems,
    paint_trace,
)
from road_gui.plots.pyramid import Envelope, Pyramid

Floats = NDArray[np.float64]
translate = QCoreApplication.translate

LOWEST_DB = -120.0
"""Foot of the scale of levels."""

_FILL = 0.92
_FAINT = 110


class WaveLane(Lane):
    """A sound, one part of the height for each channel that is shown.

    Parameters
    ----------
    title : str
        What it is.
    pyramid : Pyramid
        Its extremes.
    is_error : bool
        Whether it has the colour of what does not belong to the sound.
    """

    def __init__(self, title: str, pyramid: Pyramid, *, is_error: bool = False) -> None:
        super().__init__(title, weight=1.5)
        self._name = title
        self.pyramid = pyramid
        self._is_error = is_error
        self.channel: int | None = None
        self._gain = 1.0
        self._is_level = False

    @property
    def gain(self) -> float:
        """How many times larger than it is it is drawn."""
        return self._gain

    def set_scale(self, gain: float, *, is_level: bool) -> None:
        """Magnify the wave, or show its level in dB."""
        self._gain, self._is_level = gain, is_level
        if is_level:
            self.title = translate("Compare", "{name}, dBFS").format(name=self._name)
        else:
            self.title = self._name if gain == 1.0 else f"{self._name} × {count_text(round(gain))}"

    def channels(self) -> list[int]:
        """List the channels that are shown."""
        return list(range(self.pyramid.n_channels)) if self.channel is None else [self.channel]

    def channel_at(self, share: float) -> int:
        """Return the channel at a share of the height, 0.0 to 1.0."""
        channels = self.channels()
        return channels[min(int(share * len(channels)), len(channels) - 1)]

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw all channels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        channels = self.channels()
        height = rect.height() / len(channels)
        n_columns = max(1, int(rect.width() * look.ratio))
        envelope = self.pyramid.reduce(
            math.floor(look.first) - 1, math.ceil(look.last) + 1, n_columns
        )
        for number, channel in enumerate(channels):
            part = QRectF(rect.left(), rect.top() + number * height, rect.width(), height)
            self._paint_axis(painter, part, look)
            if len(channels) > 1:
                paint_mark(painter, part, look, channel_letter(channel, self.pyramid.n_channels))
            if envelope.n_bins:
                painter.save()
                painter.setClipRect(part)
                self._paint_channel(painter, part, look, envelope, channel)
                painter.restore()

    def _paint_axis(self, painter: QPainter, part: QRectF, look: Look) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._is_level:
            levels = (-20.0, -40.0, -60.0, -80.0, -100.0)
            marks = [(float(_level_y(level, part)), short_text(level)) for level in levels]
            for y, _ in marks:
                paint_line_at(painter, part, y, look.colours.grid)
            paint_scale(painter, part, look, marks)
        else:
            middle, full = part.center().y(), 0.5 * _FILL * part.height()
            paint_line_at(painter, part, middle, look.colours.grid)
            top = small_text(1 / self._gain)
            paint_scale(
                painter,
                part,
                look,
                [(middle, "0"), (middle - full, top), (middle + full, f"−{top}")],
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_channel(
        self, painter: QPainter, part: QRectF, look: Look, envelope: Envelope, channel: int
    ) -> None:
        colour = look.colours.wave_seed if self._is_error else look.colours.wave
        low = envelope.low[channel].astype(np.float64)
        high = envelope.high[channel].astype(np.float64)
        if self._is_level:
            top = _level_y(_levels_db(np.maximum(high, -low)), part)
            bottom = np.full(len(top), part.bottom())
            _paint_filled(painter, part, look, envelope, top, bottom, colour)
            return
        middle, full = part.center().y(), 0.5 * _FILL * part.height() * self._gain
        # Beyond its part a magnified wave is not seen; Qt would draw far away all the same.
        edge = 0.52 * part.height()
        top = middle - np.clip(full * high, -edge, edge)
        bottom = middle - np.clip(full * low, -edge, edge)
        if not envelope.is_raw:
            _paint_filled(painter, part, look, envelope, top, bottom, colour)
            return
        x = _x_of(envelope, part, look)
        if len(x) > 1 and x[1] - x[0] >= PIXELS_A_DOT:
            faint = QColor(colour)
            faint.setAlpha(_FAINT)
            paint_stems(painter, x, top, middle, faint)
            paint_line(painter, x, top, colour)
        elif look.is_drawing:
            paint_line(painter, x, top, colour)
        else:
            paint_trace(painter, part, x, top, look.n_columns(part), colour)

    def values_at(self, sample: int, channel: int) -> tuple[float, float]:
        """Return the extremes around a sample: twice the same where the sample itself is known."""
        envelope = self.pyramid.reduce(sample, sample + 1, 1)
        if not envelope.n_bins:
            return math.nan, math.nan
        return float(envelope.low[channel, 0]), float(envelope.high[channel, 0])


def _paint_filled(
    painter: QPainter,
    part: QRectF,
    look: Look,
    envelope: Envelope,
    top: Floats,
    bottom: Floats,
    colour: QColor,
) -> None:
    """Fill between heights of bins: as pixels on a screen, as an area in a drawing."""
    if look.is_drawing:
        paint_area(painter, _x_of(envelope, part, look), bottom, top, colour)
        return
    n_columns = look.n_columns(part)
    edges = look.first + (look.last - look.first) * np.arange(n_columns + 1.0) / n_columns
    places = (edges - envelope.start) / envelope.bin_len
    first = np.floor(places[:-1]).astype(np.int64)
    last = np.ceil(places[1:]).astype(np.int64) - 1
    is_outside = (last < 0) | (first >= envelope.n_bins)
    limit = envelope.n_bins - 1
    first, last = np.clip(first, 0, limit), np.clip(last, 0, limit)
    # Bins are hardly narrower than columns: no more than three lie in one.
    middle = np.minimum(first + 1, last)
    highest = np.minimum(np.minimum(top[first], top[middle]), top[last])
    lowest = np.maximum(np.maximum(bottom[first], bottom[middle]), bottom[last])
    highest[is_outside] = np.nan
    paint_columns(painter, part, highest - part.top(), lowest - part.top(), colour)


def _x_of(envelope: Envelope, rect: QRectF, look: Look) -> Floats:
    middle = 0.0 if envelope.is_raw else 0.5 * envelope.bin_len
    samples = envelope.start + middle + envelope.bin_len * np.arange(float(envelope.n_bins))
    x: Floats = rect.left() + (samples - look.first) / (look.last - look.first) * rect.width()
    return x


def _levels_db(peaks: Floats) -> Floats:
    least = 10.0 ** (LOWEST_DB / 20.0)
    return np.asarray(20.0 * np.log10(np.maximum(np.abs(peaks), least)), dtype=np.float64)


def _level_y(level_db: Floats | float, rect: QRectF) -> Floats:
    share = np.clip(1.0 - np.asarray(level_db, dtype=np.float64) / LOWEST_DB, 0.0, 1.0)
    y: Floats = rect.bottom() - share * _FILL * rect.height()
    return y
