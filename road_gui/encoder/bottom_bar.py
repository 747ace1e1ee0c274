"""The foot of the Convert page: the sum of all files, and the two great buttons."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from road_gui.actions import ActionButton
from road_gui.encoder.actions import ConvertActions
from road_gui.encoder.queue import Totals
from road_gui.encoder.summary import Summary

_STEPS = 1000


class BottomBar(QFrame):
    """Says how far the queue is, and starts and stops it."""

    def __init__(self, actions: ConvertActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self._summary = Summary(self)
        self.line = QLabel()
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the whole queue"))
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addStretch()
        left.addWidget(self.line)
        left.addWidget(self.bar)
        left.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addSpacing(12)
        row.addWidget(ActionButton(actions.stop))
        start = ActionButton(actions.start, primary_icon="play")
        start.setMinimumWidth(112)
        row.addWidget(start)

    def show_totals(self, totals: Totals, *, is_running: bool) -> None:
        """Show how far the queue is."""
        words = self._summary.of_work if is_running else self._summary.of_queue
        self.line.setText(words(totals))
        self.bar.setVisible(is_running)
        self.bar.setValue(round(totals.fraction * _STEPS))
