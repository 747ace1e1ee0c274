"""Segmental SNR over time: where the codec loses, and where it does not."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from road_codec import SEGMENT_RANGE_DB
from road_gui.compare.lane import Lane, Look, paint_line_at, paint_scale
from road_gui.messages import short_text
from road_gui.plots.drawing import PIXELS_A_DOT, paint_area, paint_columns, paint_line, paint_trace

Floats = NDArray[np.float64]
Curve = Callable[[], tuple[NDArray[np.float32], int]]

_BAND_ALPHA = 90


class SnrLane(Lane):
    """The mean of the frames in a column as a line, their extremes as a band.

    Parameters
    ----------
    title : str
        What it is.
    curve : callable
        Gives the values, NaN where nothing is to be heard, and the samples of each.
    """

    def __init__(self, title: str, curve: Curve) -> None:
        super().__init__(title, weight=0.7)
        self._curve = curve
        # What is worth seeing is mostly near the top.
        self.has_head_at_foot = True

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw scale, band and line; silence leaves a gap."""
        low, high = SEGMENT_RANGE_DB
        for level in (0.0, 20.0):
            paint_line_at(painter, rect, float(_y_of(level, rect)), look.colours.grid)
        marks = [high, low, 20.0, 0.0]
        paint_scale(painter, rect, look, [(float(_y_of(m, rect)), short_text(m)) for m in marks])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        values, frame_len = self._curve()
        first = max(0, math.floor(look.first / frame_len) - 1)
        last = min(len(values), math.ceil(look.last / frame_len) + 1)
        if last <= first:
            return
        a_column = max(1, math.ceil((look.last - look.first) / frame_len / max(1, rect.width())))
        columns = reduce_with_gaps(values[first // a_column * a_column : last], a_column)
        start = first // a_column * a_column
        at = (start + a_column * (np.arange(float(columns.shape[1])) + 0.5)) * frame_len
        x: Floats = rect.left() + (at - look.first) / (look.last - look.first) * rect.width()
        heights: Floats = _y_of(columns, rect)
        painter.save()
        painter.setClipRect(rect)
        self._paint_band(painter, rect, look, x, heights)
        self._paint_means(painter, rect, look, x, heights[1])
        painter.restore()

    def _paint_band(
        self, painter: QPainter, rect: QRectF, look: Look, x: Floats, heights: Floats
    ) -> None:
        band = QColor(look.colours.wave)
        band.setAlpha(_BAND_ALPHA)
        if look.is_drawing:
            for run in _runs(heights[1]):
                paint_area(painter, x[run], heights[0, run], heights[2, run], band)
            return
        n_columns = look.n_columns(rect)
        middles = rect.left() + (np.arange(n_columns) + 0.5) * rect.width() / n_columns
        least, greatest = (
            np.interp(middles, x, row, left=np.nan, right=np.nan) - rect.top()
            for row in (heights[0], heights[2])
        )
        paint_columns(painter, rect, greatest, least, band)

    def _paint_means(
        self, painter: QPainter, rect: QRectF, look: Look, x: Floats, mean: Floats
    ) -> None:
        colour = look.colours.wave
        if not look.is_drawing and len(x) * PIXELS_A_DOT > rect.width():
            paint_trace(painter, rect, x, mean, look.n_columns(rect), colour)
            return
        for run in _runs(mean):
            at, y = x[run], mean[run]
            if len(at) == 1:  # a line needs two ends
                at, y = at + np.array([-0.5, 0.5]), np.repeat(y, 2)
            paint_line(painter, at, y, colour)

    def value_at(self, sample: int) -> float | None:
        """Return the value of the frame around a sample; None in silence and outside."""
        values, frame_len = self._curve()
        number = sample // frame_len
        if not 0 <= number < len(values) or np.isnan(values[number]):
            return None
        return float(values[number])


def reduce_with_gaps(values: NDArray[np.float32], a_column: int) -> Floats:
    """Return least, mean and greatest of each `a_column` values, shape (3, columns).

    NaN do not count; a column of nothing else is NaN.
    """
    cuts = np.arange(0, len(values), a_column)
    is_there = ~np.isnan(values)
    counts = np.add.reduceat(is_there, cuts, dtype=np.int64)
    sums = np.add.reduceat(np.where(is_there, values, np.float32(0.0)), cuts, dtype=np.float64)
    mean = np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)
    reduced: Floats = np.stack(
        [np.fmin.reduceat(values, cuts), mean, np.fmax.reduceat(values, cuts)]
    )
    return reduced


def _runs(values: Floats) -> list[slice]:
    """Return the stretches in which something is there."""
    is_there = ~np.isnan(values)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], is_there, [False]]).astype(np.int8)))
    return [slice(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _y_of(level_db: Floats | float, rect: QRectF) -> Floats:
    low, high = SEGMENT_RANGE_DB
    share = (np.asarray(level_db, dtype=np.float64) - low) / (high - low)
    y: Floats = rect.bottom() - 2 - share * (rect.height() - 4)
    return y
