"""The Codecs page: one sound through many codecs, and what came of it."""

from collections.abc import Sequence
from pathlib import Path

import platformdirs
from PySide6.QtCore import QMetaMethod, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from road_gui.codecs.actions import CodecsActions
from road_gui.codecs.bottom_bar import BottomBar
from road_gui.codecs.charting import heading_of
from road_gui.codecs.empty import EmptyComparison
from road_gui.codecs.panel import ComparisonPanel
from road_gui.codecs.queue import MeasuringQueue
from road_gui.codecs.results_model import ResultsModel
from road_gui.codecs.results_panel import ResultsPanel
from road_gui.codecs.rows import Row, State
from road_gui.codecs.saving import Saver
from road_gui.file_filters import name_filters
from road_gui.jobs.job import JobRunner
from road_gui.messages import explain
from road_gui.settings import Settings
from road_gui.theme import Theme

_REFRESH_MS = 250


class CodecsPage(QWidget):
    """Compares codecs on one sound.

    Parameters
    ----------
    settings : Settings
        What is compared and shown is kept here.
    theme : Theme
        Colours.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    status(str)
        A sentence for the status bar.
    hear_requested(Path, Path)
        A result is to be heard: the encoded file, and the original beside it.
    look_requested(Path, Path)
        A result is to be looked at: the original, and the encoded file.
    """

    status = Signal(str)
    hear_requested = Signal(object, object)
    look_requested = Signal(object, object)

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._trouble = ""
        self._was_setting = False
        self._jobs = JobRunner(self)
        self.model = ResultsModel(self)
        self.queue = MeasuringQueue(self.model, scratch_root(), self)
        self.commands = CodecsActions(self)
        self.panel = ComparisonPanel(self.commands, settings, self._jobs)
        self.results = ResultsPanel(self.model, self.commands, settings, theme)
        self._saver = Saver(settings, self._jobs, self)
        self._empty = EmptyComparison(self.commands.choose, theme)
        self._bottom = BottomBar(self.commands)
        self._stack = QStackedWidget()
        self._clock = QTimer(self, interval=_REFRESH_MS)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def is_running(self) -> bool:
        """Whether codecs are being measured."""
        return self.queue.is_running

    def take_path(self, path: Path) -> None:
        """Take a sound; while work goes on the old one stays."""
        if self.is_running:
            self.status.emit(self.tr("Stop the comparison before you choose another sound"))
        else:
            self._trouble = ""
            self.panel.sound.take(path)

    def owns(self, path: Path) -> bool:
        """Whether a file is one of the results, which are gone when the window closes."""
        return path.is_relative_to(scratch_root())

    def shut_down(self) -> bool:
        """Stop, wait for the threads and remove all files; return whether all threads ended."""
        self._clock.stop()
        return all([self.queue.shut_down(), self._jobs.shut_down()])

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys work."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the keys to the page that is shown."""
        super().hideEvent(event)
        self.refresh()

    @Slot()
    def start(self) -> None:
        """Measure what is checked and has no result yet."""
        orders = self.panel.orders()
        if orders is not None:
            self._trouble = ""
            self.queue.start(orders)

    @Slot()
    def choose_sound(self) -> None:
        """Ask for a sound."""
        sounds, _, everything = name_filters()
        name, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Choose a sound"),
            self._settings.value("folders/add", str(Path.home())),
            f"{sounds};;{everything}",
        )
        if name:
            self._settings.set("folders/add", str(Path(name).parent))
            self.take_path(Path(name))

    @Slot()
    def refresh(self) -> None:
        """Show what is so, and which actions make sense."""
        rows = self.model.rows
        orders = self.panel.orders()
        n_missing = len(self.queue.missing(orders)) if orders else 0
        if self.is_running:
            self._bottom.show_work(self.queue.run, self.queue.fraction)
        else:
            self._bottom.show_rest(rows, n_missing, self._hint())
        is_empty = not rows and self.panel.sound.path is None
        self._stack.setCurrentWidget(self._empty if is_empty else self.results)
        self.results.heading.setText(heading_of(self.queue.excerpt))
        self.results.plot.set_empty_text(
            self.tr("Results appear here as they arrive.")
            if self.is_running
            else self.tr("Press Run to measure what is checked.")
        )
        self._enable(n_missing)

    def _hint(self) -> str:
        if self._trouble:
            return self._trouble
        if self.panel.sound.path is None:
            return self.tr("Choose a sound first")
        if not self.panel.settings_view.model.checked():
            return self.tr("Check a setting first")
        return "" if self.panel.sound.sound is not None else self.tr("The sound cannot be used")

    def _enable(self, n_missing: int) -> None:
        commands, running, is_shown = self.commands, self.is_running, self.isVisible()
        row = self.results.view.row
        is_done = row is not None and row.trial is not None
        entry = self.panel.settings_view.entry
        has_results = any(one.result() is not None for one in self.model.rows)
        for action, makes_sense in {
            commands.choose: not running,
            commands.start: not running and n_missing > 0,
            commands.stop: running,
            commands.add_setting: not running,
            commands.remove_setting: not running and entry is not None and entry.is_own,
            commands.hear: is_done,
            commands.see: is_done and self._can_be_seen(),
            commands.save_encoded: is_done,
            commands.again: not running and row is not None and self.queue.excerpt is not None,
            commands.remove: row is not None and row.state is not State.RUNNING,
            commands.clear: not running and bool(self.model.rows),
            commands.undo: not running and self._can_undo(),
            commands.save_table: has_results,
            commands.save_plot: bool(self.results.plot.chart.curves),
        }.items():
            action.setEnabled(is_shown and makes_sense)

    def _can_be_seen(self) -> bool:
        """Whether anybody shows two sounds beside each other."""
        return self.isSignalConnected(QMetaMethod.fromSignal(self.look_requested))

    def _lay_out(self) -> None:
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.results)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.panel)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self._bottom)

    def _connect(self) -> None:
        commands, queue = self.commands, self.queue
        for action, slot in {
            commands.choose: self.choose_sound,
            commands.start: self.start,
            commands.stop: queue.stop,
            commands.hear: self._hear,
            commands.see: self._see,
            commands.save_encoded: self._save_encoded,
            commands.again: self._measure_again,
            commands.remove: self._remove,
            commands.clear: self._clear,
            commands.undo: self._undo,
            commands.save_table: self._save_table,
            commands.save_plot: self._save_plot,
        }.items():
            action.triggered.connect(slot)
        self.panel.settings_view.removed.connect(self._note_removed_setting)
        queue.started.connect(self._begin)
        queue.finished.connect(self._finish)
        queue.failed.connect(self._fail)
        self.model.rowsInserted.connect(self.refresh)
        self.model.rowsRemoved.connect(self.refresh)
        self.model.modelReset.connect(self.refresh)
        self.panel.changed.connect(self.refresh)
        self.results.chosen.connect(self.refresh)
        self.results.opened.connect(self._open)
        self._saver.status.connect(self.status)
        self._clock.timeout.connect(self.refresh)

    @Slot()
    def _begin(self) -> None:
        self._clock.start()
        self.panel.set_locked(True)
        self.refresh()

    @Slot()
    def _finish(self) -> None:
        self._clock.stop()
        self.panel.set_locked(False)
        self.refresh()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._trouble = explain(error).line
        self.status.emit(self._trouble)
        self.refresh()

    @Slot(object)
    def _open(self, row: Row) -> None:
        if row.trial is not None:
            self.hear_requested.emit(row.trial.encoded, row.trial.excerpt.path)
        else:
            self.status.emit(f"{row.name}: {row.sentence}")

    @Slot()
    def _hear(self) -> None:
        row = self.results.view.row
        if row is not None:
            self._open(row)

    @Slot()
    def _see(self) -> None:
        row = self.results.view.row
        if row is not None and row.trial is not None:
            self.look_requested.emit(row.trial.excerpt.path, row.trial.encoded)

    @Slot()
    def _save_encoded(self) -> None:
        row = self.results.view.row
        if row is not None:
            self._saver.save_encoded(row)

    @Slot()
    def _measure_again(self) -> None:
        row = self.results.view.row
        if row is not None:
            self.queue.measure_again(row)

    @Slot()
    def _remove(self) -> None:
        row = self.results.view.row
        if row is not None:
            self.queue.remove(row)
            self._was_setting = False

    @Slot()
    def _clear(self) -> None:
        self.queue.clear()
        self._was_setting = False

    @Slot()
    def _note_removed_setting(self) -> None:
        self._was_setting = True
        self.refresh()

    def _can_undo(self) -> bool:
        return self.queue.can_bring_back or self.panel.settings_view.can_bring_back

    @Slot()
    def _undo(self) -> None:
        """Bring back what was removed last, be it a setting or results."""
        settings = self.panel.settings_view
        if settings.can_bring_back and (self._was_setting or not self.queue.can_bring_back):
            settings.bring_back()
        else:
            self.queue.bring_back()
        self._was_setting = False
        self.refresh()

    @Slot()
    def _save_table(self) -> None:
        self._saver.save_table(list(self._in_order()), self._stem())

    @Slot()
    def _save_plot(self) -> None:
        self._saver.save_plot(self.results.plot, self.results.heading.text(), self._stem())

    def _in_order(self) -> Sequence[Row]:
        """List the rows as the table shows them."""
        view = self.results.view.sorted
        rows = [view.row_at(view.index(number, 0)) for number in range(view.rowCount())]
        return [row for row in rows if row is not None]

    def _stem(self) -> str:
        excerpt = self.queue.excerpt
        return excerpt.sound.stem if excerpt is not None else "comparison"


def scratch_root() -> Path:
    """Return where encoded files lie as long as their results are shown."""
    return platformdirs.user_cache_path("road-studio", appauthor=False) / "codecs"
