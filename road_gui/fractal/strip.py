"""The whole sound in a strip: where it is silent, and which superframe is looked at."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QBrush,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget

from road_gui.fractal.state import Explorer
from road_gui.messages import percent_text
from road_gui.plots.drawing import paint_columns, painting
from road_gui.plots.ticks import clock_text
from road_gui.theme import Theme

HEIGHT = 42

_MARGIN, _SIDE = 6.0, 6.0
_NARROWEST = 4.0
_MOSTLY = 0.5
_FLAG = 5.0
_PALE = 120
_FAR = 1 << 40
_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
    Qt.Key.Key_Home: -_FAR,
    Qt.Key.Key_End: _FAR,
}


class Strip(QWidget):
    """Chooses a superframe by click, by dragging, or by the arrow keys.

    The waveform is that of the seed: it lies in the file as samples, so that of hours it is
    there in seconds.

    Parameters
    ----------
    explorer : Explorer
        What is seen.
    theme : Theme
        Colours; followed when they change.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    chosen(int)
        Another superframe is to be seen.
    """

    chosen = Signal(int)

    def __init__(self, explorer: Explorer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explorer = explorer
        self._theme = theme
        self._picture: QPixmap | None = None
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("The whole sound"))
        for signal in (explorer.survey.changed, explorer.file_changed, theme.changed):
            signal.connect(self.redraw)
        explorer.wished.connect(self._tell)
        explorer.played.connect(self.update)

    @property
    def n_superframes(self) -> int:
        """How many there are to choose from."""
        return 0 if self._explorer.file is None else self._explorer.file.n_superframes

    def x_of(self, superframe: float) -> float:
        """Return where a superframe begins, in pixels."""
        return _SIDE + superframe / max(1, self.n_superframes) * self._plot.width()

    def superframe_at(self, x: float) -> int:
        """Return the superframe at a place, in pixels."""
        share = (x - _SIDE) / self._plot.width()
        return min(max(int(share * self.n_superframes), 0), max(0, self.n_superframes - 1))

    @property
    def _plot(self) -> QRectF:
        width = max(1.0, self.width() - 2 * _SIDE)
        return QRectF(_SIDE, _MARGIN, width, HEIGHT - 2 * _MARGIN)

    @Slot()
    def redraw(self) -> None:
        """Draw everything anew, for more is known of the file."""
        self._picture = None
        self.update()

    @Slot()
    def _tell(self) -> None:
        self.update()
        self.setAccessibleDescription(self.text_of(self._explorer.wish.superframe))
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )

    def text_of(self, superframe: int) -> str:
        """Say which superframe that is, when it sounds, and how much of it is silent."""
        file, silent = self._explorer.file, self._explorer.survey.silent
        if file is None:
            return ""
        seconds = superframe * file.superframe_len / file.shape.rate_hz
        text = self.tr("Superframe {number} of {last}, at {time}").format(
            number=superframe, last=max(0, file.n_superframes - 1), time=clock_text(seconds, 2)
        )
        if superframe < len(silent) and silent[superframe] > 0:
            share = percent_text(float(silent[superframe]))
            text += "\n" + self.tr("{share} of it in silent blocks").format(share=share)
        return text

    # -- painting -----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what stays, and mark what is looked at and what is heard."""
        ratio = self.devicePixelRatioF()
        size = (self.size().toSizeF() * ratio).toSize()
        if self._picture is None or self._picture.size() != size:
            self._picture = QPixmap(size)
            self._picture.setDevicePixelRatio(ratio)
            with painting(self._picture) as painter:
                self._paint_sound(painter, ratio)
        with painting(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.n_superframes:
                self._paint_playhead(painter)
                self._paint_frame(painter)

    def _paint_sound(self, painter: QPainter, ratio: float) -> None:
        colours, plot, wave = self._theme.plot_colours, self._plot, self._explorer.survey.wave
        painter.fillRect(self.rect(), colours.background)
        painter.setPen(QPen(colours.grid, 1.0))
        middle = plot.center().y()
        painter.drawLine(QPointF(plot.left(), middle), QPointF(plot.right(), middle))
        n_columns = max(1, round(plot.width() * ratio))
        if wave.n_samples:
            # While it is being read the rest of the strip stays empty.
            whole = self._n_seed()
            envelope = wave.reduce(0, wave.n_samples, n_columns)
            edges = np.arange(n_columns) * whole / n_columns
            bins = ((edges - envelope.start) // envelope.bin_len).astype(np.int64)
            known = (edges < wave.n_samples) & (bins < envelope.n_bins)
            bins = np.clip(bins, 0, envelope.n_bins - 1)
            peak = max(1e-3, float(np.abs(envelope.high).max()), float(np.abs(envelope.low).max()))
            middle, full = plot.height() / 2, plot.height() / 2 / peak
            top = np.where(known, middle - full * envelope.high[0][bins], np.nan)
            bottom = np.where(known, middle - full * envelope.low[0][bins], np.nan)
            paint_columns(painter, plot, top, bottom, colours.wave)
        self._paint_silence(painter, n_columns)

    def _n_seed(self) -> float:
        """Return the samples that the seed of all superframes has, those of the last one too."""
        file = self._explorer.file
        n_ranges = 0 if file is None else file.shape.n_frames * file.shape.frame_len
        rate = 1 if file is None else file.shape.smallest_range
        return max(1.0, self._explorer.survey.wave.n_samples, n_ranges / rate)

    def _paint_silence(self, painter: QPainter, n_columns: int) -> None:
        """Hatch what is mostly silent blocks, as they are in the tree."""
        silent, plot = self._explorer.survey.silent, self._plot
        if not len(silent):
            return
        columns = np.arange(min(n_columns, len(silent)))
        edges = columns * len(silent) // len(columns)
        sums = np.add.reduceat(np.nan_to_num(silent), edges)
        is_silent = sums > _MOSTLY * np.diff(edges, append=len(silent))
        changes = np.flatnonzero(np.diff(np.concatenate([[0], is_silent.view(np.int8), [0]])))
        width = plot.width() / len(columns)
        pale = QColor(self._theme.plot_colours.foreground)
        pale.setAlpha(_PALE)
        brush = QBrush(pale, Qt.BrushStyle.BDiagPattern)
        for first, last in changes.reshape(-1, 2):
            left = plot.left() + first * width
            painter.fillRect(QRectF(left, plot.top(), (last - first) * width, plot.height()), brush)

    def _paint_playhead(self, painter: QPainter) -> None:
        file, playhead = self._explorer.file, self._explorer.playhead
        if file is None or playhead is None:
            return
        x = self.x_of(playhead * file.shape.rate_hz / file.superframe_len)
        painter.setPen(QPen(self._theme.plot_colours.cursor, 1.6))
        painter.drawLine(QPointF(x, 2), QPointF(x, HEIGHT - 3))

    def _paint_frame(self, painter: QPainter) -> None:
        """Frame the superframe; a flag above it is seen where it is less than a pixel wide."""
        number, plot = self._explorer.wish.superframe, self._plot
        left, right = self.x_of(number), self.x_of(number + 1)
        middle = (left + right) / 2
        width = max(_NARROWEST, right - left)
        accent = QColor(self._theme.colours.accent)
        wash = QColor(accent)
        wash.setAlpha(50)
        frame = QRectF(middle - width / 2, plot.top() - 1, width, plot.height() + 2)
        painter.setPen(QPen(accent, 2.0 if self.hasFocus() else 1.2))
        painter.setBrush(wash)
        painter.drawRoundedRect(frame, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        corners = (QPointF(-_FLAG, 0), QPointF(_FLAG, 0), QPointF(0, _FLAG))
        foot = QPointF(middle, 1.0)
        painter.drawPolygon(QPolygonF([foot + corner for corner in corners]))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 1.0))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    # -- pointer and keys ---------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the superframe that was clicked; with Ctrl play from there on."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        number, file = self.superframe_at(event.position().x()), self._explorer.file
        self._choose(number)
        if file is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            seconds = number * file.superframe_len / file.shape.rate_hz
            self._explorer.play_wanted.emit(seconds)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose on while dragging; otherwise tell what is there."""
        number = self.superframe_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(number)
            return
        QToolTip.showText(event.globalPosition().toPoint(), self.text_of(number), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on or back by one superframe, by ten, or to an end."""
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._explorer.wish.superframe + step)

    def event(self, event: QEvent) -> bool:
        """Paint the frame around it with the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def _choose(self, number: int) -> None:
        number = min(max(number, 0), self.n_superframes - 1)
        if number >= 0 and number != self._explorer.wish.superframe:
            self.chosen.emit(number)
