"""What a lane is: one row of the picture, drawn over the time that all rows share."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from road_gui.colours import PlotColours

GUTTER = 58.0
"""Room for scales at the left of every lane, in pixels."""

RIGHT_MARGIN = 12.0

_TITLE_PAPER_ALPHA = 215
_SMALL = 0.86


@dataclass(frozen=True, slots=True)
class Look:
    """With what and where a lane is drawn.

    Attributes
    ----------
    colours : PlotColours
        The theme's.
    first, last : float
        What is seen, in samples of the pair.
    rate_hz : int
        Samples per second of the pair.
    ratio : float
        Pixels of the screen for each pixel of the lane.
    is_drawing : bool
        Whether it is for a file with lines rather than for a screen.
    patience_s : float
        How long a lane may work on what takes its time; what is left then it draws as well as
        it can, and is unfinished.
    """

    colours: PlotColours
    first: float
    last: float
    rate_hz: int
    ratio: float = 1.0
    is_drawing: bool = False
    patience_s: float = math.inf

    def x_of(self, sample: float, rect: QRectF) -> float:
        """Return where a sample stands."""
        return rect.left() + (sample - self.first) / (self.last - self.first) * rect.width()

    def sample_at(self, x: float, rect: QRectF) -> float:
        """Return which sample stands at a pixel."""
        return self.first + (x - rect.left()) / max(rect.width(), 1.0) * (self.last - self.first)

    def n_columns(self, rect: QRectF) -> int:
        """Return how many pixels of the screen a rectangle is wide."""
        return max(1, round(rect.width() * self.ratio))


class Lane:
    """One row of the picture.

    Parameters
    ----------
    title : str
        What is written in its corner.
    weight : float
        Its share of the height, relative to other lanes.

    Attributes
    ----------
    is_unfinished : bool
        Whether it had no time the last time for all that is to be drawn.
    """

    def __init__(self, title: str, weight: float = 1.0) -> None:
        self.title = title
        self.weight = weight
        self.has_head_at_foot = False
        self.has_frequencies = False
        self.is_unfinished = False

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw into a rectangle; the gutter at its left is the lane's too."""
        raise NotImplementedError

    def paint_head(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        """Draw the title over what is there."""
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        width = metrics.horizontalAdvance(self.title) + 12
        height = metrics.height() + 2
        top = rect.bottom() - height - 3 if self.has_head_at_foot else rect.top() + 3
        box = QRectF(rect.left() + 4, top, width, height)
        paper = QColor(look.colours.background)
        paper.setAlpha(_TITLE_PAPER_ALPHA)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paper)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(look.colours.foreground)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.title)


def paint_scale(
    painter: QPainter, rect: QRectF, look: Look, marks: list[tuple[float, str]]
) -> None:
    """Write a scale into the gutter: heights in pixels with texts, as far as they have room."""
    font = QFont()
    font.setPointSizeF(font.pointSizeF() * _SMALL)
    painter.setFont(font)
    painter.setPen(QPen(look.colours.foreground))
    height = QFontMetricsF(font).height()
    taken: list[float] = []
    right = rect.left() - 6
    for y, text in marks:
        middle = min(max(y, rect.top() + height / 2), rect.bottom() - height / 2)
        if any(abs(middle - other) < height for other in taken):
            continue
        taken.append(middle)
        box = QRectF(right - GUTTER + 8, middle - height / 2, GUTTER - 8, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def paint_mark(painter: QPainter, rect: QRectF, look: Look, text: str) -> None:
    """Write a word at the left end of the gutter, in the middle of a lane or a part of it."""
    painter.setPen(QPen(look.colours.foreground))
    painter.setFont(QFont())
    box = QRectF(rect.left() - GUTTER + 8, rect.top(), GUTTER, rect.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def paint_line_at(painter: QPainter, rect: QRectF, y: float, colour: QColor) -> None:
    """Draw a line across a lane."""
    painter.fillRect(QRectF(rect.left(), math.floor(y), rect.width(), 1.0), colour)
