"""The foot of the Convert page: the sum of all files, and the great buttons."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from road_gui.actions import ActionButton
from road_gui.encoder.actions import ConvertActions
from road_gui.encoder.queue import Totals
from road_gui.encoder.summary import Summary

_STEPS = 1000


class BottomBar(QFrame):
    """Says how far the queue is, and starts, pauses and stops it."""

    def __init__(self, actions: ConvertActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self._summary = Summary(self)
        self.line = QLabel()
        self.line.setWordWrap(True)
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
        self._report = ActionButton(actions.report)
        self._pause = ActionButton(actions.pause)
        self._resume = ActionButton(actions.resume)
        stop = ActionButton(actions.stop)
        for button in (self._report, self._pause, self._resume, stop):
            row.addWidget(button)
        start = ActionButton(actions.start, primary_icon="play")
        start.setMinimumWidth(112)
        row.addWidget(start)

    def show_totals(self, totals: Totals, *, is_running: bool, is_pausing: bool) -> None:
        """Show how far the queue is."""
        words = self._summary.of_work if is_running else self._summary.of_queue
        self.line.setText(words(totals))
        self.bar.setVisible(is_running)
        self.bar.setValue(round(totals.fraction * _STEPS))
        # One of them is of use at a time, and the line needs the room.
        self._pause.setVisible(is_running and not is_pausing)
        self._resume.setVisible(is_pausing)
        self._report.setVisible(not is_running and totals.n_finished > 0)
