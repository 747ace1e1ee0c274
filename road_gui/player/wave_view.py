"""The waveform with what it takes to move in it: a scroll bar and buttons to zoom."""

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from road_gui.actions import tool_button
from road_gui.player.actions import PlayerActions
from road_gui.plots.waveform import Waveform
from road_gui.theme import Theme

_STEPS = 1_000_000


class WaveView(QWidget):
    """A waveform, a scroll bar below, and buttons at its end."""

    def __init__(self, actions: PlayerActions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.waveform = Waveform(theme)
        self._seconds = 0.0
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        self._bar.setAccessibleName(self.tr("Stretch of the sound that is shown"))
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 8, 4)
        row.setSpacing(0)
        row.addWidget(self._bar, 1)
        row.addSpacing(8)
        for action in (*actions.zooms, actions.zoom_all):
            button = tool_button(action, with_text=False)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.waveform, 1)
        column.addLayout(row)
        self._bar.valueChanged.connect(self._move_view)
        self.waveform.view_changed.connect(self._follow_view)
        actions.zoom_requested.connect(self.waveform.zoom)
        actions.zoom_all.triggered.connect(self.waveform.show_all)

    def set_length(self, seconds: float) -> None:
        """Tell how long the sound is."""
        self._seconds = seconds
        self._follow_view(*self.waveform.seen)

    @Slot(float, float)
    def _follow_view(self, first: float, last: float) -> None:
        whole = max(self._seconds, last - first, 1e-9)
        page = round(_STEPS * (last - first) / whole)
        blocker = QSignalBlocker(self._bar)
        self._bar.setRange(0, _STEPS - page)
        self._bar.setPageStep(page)
        self._bar.setSingleStep(max(1, page // 10))
        self._bar.setValue(round(_STEPS * first / whole))
        blocker.unblock()

    @Slot(int)
    def _move_view(self, value: int) -> None:
        first, last = self.waveform.seen
        start = value / _STEPS * self._seconds
        self.waveform.show_stretch(start, start + (last - first))
