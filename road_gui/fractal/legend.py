"""Which colour of a block stands for which error."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from road_gui.fractal.colouring import LOUDEST_DB, QUIETEST_DB, error_colours
from road_gui.messages import decibel_text
from road_gui.plots.colour_maps import N_COLOURS, coloured
from road_gui.plots.drawing import painting
from road_gui.theme import Theme

_BAR, _TEXT = 12, 17


class ErrorLegend(QWidget):
    """A bar of all colours, with the errors of its ends and its middle below.

    Parameters
    ----------
    theme : Theme
        Colours; followed when they change.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFixedHeight(_BAR + _TEXT)
        self.setAccessibleName(self.tr("Colours of the errors"))
        text = self.tr(
            "Error of each range after the passes that are shown, as a root mean square against "
            "full scale: from {quietest} or less at the left to {loudest} or more at the right"
        ).format(quietest=decibel_text(QUIETEST_DB, 0), loudest=decibel_text(LOUDEST_DB, 0))
        self.setAccessibleDescription(text)
        self.setToolTip(text)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and its labels."""
        numbers = np.arange(N_COLOURS, dtype=np.uint8)[np.newaxis]
        below = QRectF(0, _BAR, self.width(), _TEXT)
        flags = Qt.AlignmentFlag
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            bar = QRectF(0, 0, self.width(), _BAR)
            painter.drawImage(bar, coloured(numbers, error_colours(self._theme)))
            painter.setPen(QColor(self._theme.colours.text))
            for level_db, flag, sign in (
                (QUIETEST_DB, flags.AlignLeft, "≤ "),
                ((QUIETEST_DB + LOUDEST_DB) / 2, flags.AlignHCenter, ""),
                (LOUDEST_DB, flags.AlignRight, "≥ "),
            ):
                text = sign + decibel_text(level_db, 0)
                painter.drawText(below, flag | flags.AlignVCenter, text)
