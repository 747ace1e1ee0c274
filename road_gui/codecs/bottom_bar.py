"""The foot of the Codecs page: how far the work is, and the two great buttons."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from road_gui.actions import ActionButton
from road_gui.codecs.actions import CodecsActions
from road_gui.codecs.rows import Row, State

_STEPS = 1000
_DOT = " · "


class BottomBar(QFrame):
    """Says how far the comparison is, and starts and stops it."""

    def __init__(self, commands: CodecsActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.line = QLabel()
        self.bar = QProgressBar()
        self.bar.setRange(0, _STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the comparison"))
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
        row.addWidget(ActionButton(commands.stop))
        start = ActionButton(commands.start, primary_icon="play")
        start.setMinimumWidth(112)
        row.addWidget(start)

    def show_work(self, rows: Sequence[Row], fraction: float) -> None:
        """Show how far the work is."""
        n_ended = sum(row.state not in (State.QUEUED, State.RUNNING) for row in rows)
        parts = [self.tr("{done} of %n setting(s)", "", len(rows)).format(done=n_ended)]
        self.line.setText(_DOT.join(parts + self._failures(rows)))
        self.bar.setVisible(True)
        self.bar.setValue(round(fraction * _STEPS))

    def show_rest(self, rows: Sequence[Row], n_missing: int, hint: str) -> None:
        """Show what has come of it, and what a run would do; `hint` says why it cannot run."""
        n_done = sum(row.state is State.DONE for row in rows)
        parts = [self.tr("%n result(s)", "", n_done)] if rows else []
        parts += self._failures(rows)
        if hint:
            parts.append(hint)
        elif n_missing:
            parts.append(self.tr("%n setting(s) to measure", "", n_missing))
        else:
            parts.append(self.tr("All that is checked has been measured"))
        self.line.setText(_DOT.join(parts))
        self.bar.setVisible(False)

    def _failures(self, rows: Sequence[Row]) -> list[str]:
        n_failed = sum(row.state is State.FAILED for row in rows)
        n_stopped = sum(row.state is State.STOPPED for row in rows)
        parts = [self.tr("%n failed", "", n_failed)] if n_failed else []
        return [*parts, self.tr("%n stopped", "", n_stopped)] if n_stopped else parts
