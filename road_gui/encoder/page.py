"""The Convert page: what is to be converted, how, and how far it is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from road_codec import DecodeOptions, finish
from road_gui.actions import tool_button
from road_gui.encoder.actions import ConvertActions
from road_gui.encoder.adding import Adder
from road_gui.encoder.bottom_bar import BottomBar
from road_gui.encoder.columns import Columns
from road_gui.encoder.drop_area import DropArea
from road_gui.encoder.editing import QueueEditor
from road_gui.encoder.enabling import enable
from road_gui.encoder.intake import Intake
from road_gui.encoder.outcomes import Outcomes
from road_gui.encoder.panel import SettingsPanel
from road_gui.encoder.queue import ConversionQueue, Totals
from road_gui.encoder.queue_exchange import QueueExchange
from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.queue_view import QueueView
from road_gui.encoder.row_note import RowNote
from road_gui.encoder.rows import Kind, Row
from road_gui.encoder.starting import Starter
from road_gui.encoder.summary import Summary
from road_gui.encoder.targets import plan_targets
from road_gui.file_filters import name_filters
from road_gui.key_guard import PageKeys
from road_gui.settings import Settings
from road_gui.theme import Theme

_REFRESH_MS = 250
_PREVIEWS = 3


class ConvertPage(QWidget):
    """Takes files, converts them, and tells what came of them.

    Signals
    -------
    status(str)
        A sentence for the status bar.
    open_requested(Path, Path or None)
        When a file is to be opened in the player, with its original where that is known.
    compare_requested(Path, Path)
        When an original and what became of it are to be compared.
    page_wanted()
        When files were chosen to be added, from wherever that was asked for.
    work_changed()
        After work has begun or ended.
    rows_settled()
        After something has changed that is worth being kept: a row has ended, or has
        other settings.
    """

    status = Signal(str)
    open_requested = Signal(object, object)
    compare_requested = Signal(object, object)
    page_wanted = Signal()
    work_changed = Signal()
    rows_settled = Signal()

    def __init__(self, settings: Settings, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = theme
        self.model = QueueModel(self)
        self.queue = ConversionQueue(self.model, self)
        self.adder = Adder(self.model, self)
        self.commands = ConvertActions(self)
        self.columns = Columns(self.model, settings, self)
        self.commands.columns = self.columns.actions
        self.panel = SettingsPanel(settings)
        self.view = QueueView(self.model, theme, self.columns)
        self.starter = Starter(self.model, self.queue, self.panel, self)
        self.editor = QueueEditor(self.model, self.view, self.panel, self.commands, self)
        self.outcomes = Outcomes(self.queue, self.view, self.commands, settings, theme, self)
        self.exchange = QueueExchange(self.model, self.adder, self.commands, settings, self)
        self._summary = Summary(self)
        self._bottom = BottomBar(self.commands)
        self._drop_area = DropArea(theme, [self.commands.add_files, self.commands.add_folder])
        self.note = RowNote(theme)
        self._stack = QStackedWidget()
        self._clock = QTimer(self, interval=_REFRESH_MS)
        self._lay_out()
        self._connect_actions()
        self._connect_queue()
        self.refresh()

    @property
    def is_running(self) -> bool:
        """Whether files are being converted."""
        return self.queue.is_running

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add files, and the sounds in folders."""
        if paths:
            self.status.emit(self.tr("Looking for sounds…"))
            self.adder.add(paths)

    def queue_decode(self, source: Path, target: Path, options: DecodeOptions) -> None:
        """Add one file to be decoded to a named target, and begin."""
        row = Row(source=source, root=source.parent, kind=Kind.DECODE, options=options)
        row.source_bytes = source.stat().st_size if source.exists() else 0
        row.target, row.forced_target = target, True
        self.model.add([row])
        self.starter.start([row])

    def restore(self, rows: Sequence[Row]) -> None:
        """Take over what was not finished the last time, and say so."""
        if self.model.add(rows):
            self.status.emit(self._summary.of_restored(len(rows)))

    def shut_down(self) -> bool:
        """Stop everything and wait for the threads; return whether all of them ended."""
        self._clock.stop()
        self.panel.save()
        self._settings.set("panel/shown", self.commands.settings.isChecked())
        workers = (self.queue, self.adder, self.starter, self.exchange)
        ended = [worker.shut_down() for worker in workers]  # one that is late keeps none waiting
        return all(ended)

    @Slot()
    def start(self) -> None:
        """Convert all rows that wait."""
        self.starter.start()

    @Slot()
    def choose_files(self) -> None:
        """Ask for files to add."""
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Add files"), self._last_folder(), ";;".join(name_filters())
        )
        if names:
            self._settings.set("folders/add", str(Path(names[0]).parent))
            self.page_wanted.emit()
            self.add_paths([Path(name) for name in names])

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder to add."""
        name = QFileDialog.getExistingDirectory(
            self, self.tr("Add a folder with sounds"), self._last_folder()
        )
        if name:
            self._settings.set("folders/add", name)
            self.page_wanted.emit()
            self.add_paths([Path(name)])

    @Slot()
    def retry(self) -> None:
        """Queue what is selected again and begin, or, where that needs it not, what failed."""
        chosen = [row for row in self.view.selected_rows() if row.state.can_be_retried]
        self._convert_again(chosen or self.model.failed())

    @Slot()
    def retry_failed(self) -> None:
        """Queue what failed again, and begin."""
        self._convert_again(self.model.failed())

    @Slot()
    def refresh(self) -> None:
        """Show what is so: sums, previews, and which actions make sense."""
        totals, is_all = self.queue.totals(), self.queue.scope.is_all
        self._bottom.show_totals(
            self.queue.work_totals() if self.is_running and not is_all else totals,
            is_running=self.is_running,
            is_pausing=self.queue.is_pausing,
        )
        self.model.set_encoding(self.panel.encoding.label())
        measures = self.panel.output.measure_box.isChecked()
        self.columns.set_measured(
            measures or any(row.snr_db is not None for row in self.model.rows)
        )
        self._stack.setCurrentWidget(self.view if totals.n_rows else self._drop_area)
        self._show_preview()
        selected = self.view.selected_rows()
        self.note.show_rows(selected)
        enable(
            self.commands,
            selected,
            totals,
            is_running=self.is_running,
            is_pausing=self.queue.is_pausing,
            is_waiting=self.starter.is_waiting,
            is_adding=self.adder.is_busy,
            leaves_rows=self.queue.leaves_rows,
        )

    def _lay_out(self) -> None:
        self._stack.addWidget(self._drop_area)
        self._stack.addWidget(self.view)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._stack, 1)
        left.addWidget(self.note)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(left, 1)
        middle.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tool_bar())
        column.addLayout(middle, 1)
        column.addWidget(self._bottom)

    def _tool_bar(self) -> QWidget:
        commands = self.commands
        bar = QFrame()
        bar.setObjectName("toolBar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        for action in (commands.add_files, commands.add_folder):
            row.addWidget(tool_button(action))
        row.addStretch()
        for action in (commands.retry, commands.remove, commands.clear):
            row.addWidget(tool_button(action))
        row.addSpacing(8)
        row.addWidget(tool_button(commands.settings, with_text=False))
        return bar

    def _connect_actions(self) -> None:
        commands = self.commands
        commands.settings.setChecked(self._settings.value("panel/shown", True))
        self.panel.setVisible(commands.settings.isChecked())
        commands.settings.toggled.connect(self.panel.setVisible)
        PageKeys(commands.of_this_page(), self)
        for action, slot in {
            commands.add_files: self.choose_files,
            commands.add_folder: self.choose_folder,
            commands.start: self.start,
            commands.pause: self._pause,
            commands.resume: self._resume,
            commands.stop: self._stop,
            commands.stop_selected: self._stop_selected,
            commands.retry: self.retry,
            self.outcomes.retry_failed: self.retry_failed,
        }.items():
            action.triggered.connect(slot)
        self.view.offer(
            [
                *(commands.open, commands.compare, commands.show_folder, None),
                *(commands.row_settings, commands.move_up, commands.move_down, None),
                *(commands.stop_selected, commands.retry, commands.why, commands.remove),
            ]
        )

    def _connect_queue(self) -> None:
        self.exchange.status.connect(self.status)
        self.outcomes.status.connect(self.status)
        self.outcomes.open_requested.connect(self.open_requested)
        self.outcomes.compare_requested.connect(self.compare_requested)
        self.view.selection_changed.connect(self.refresh)
        self.adder.found.connect(self._tell_found)
        self.adder.added.connect(self._tell_added)
        self.adder.failed.connect(self.status)
        # The rows come while their thread still ends: only then is there nothing to stop.
        self.adder.ended.connect(self.refresh)
        self.starter.changed.connect(self.refresh)
        self.starter.status.connect(self.status)
        self.editor.settings_changed.connect(self._plan_anew)
        self.editor.settings_changed.connect(self.rows_settled)
        self.queue.row_ended.connect(self.rows_settled)
        self.model.rowsInserted.connect(self._plan_anew)
        self.model.layoutChanged.connect(self.refresh)
        self.model.rowsRemoved.connect(self.refresh)
        self.model.modelReset.connect(self._plan_anew)
        self.queue.started.connect(self._begin)
        self.queue.finished.connect(self._finish)
        self._theme.changed.connect(self.refresh)
        self.panel.output.changed.connect(self.refresh)
        self.panel.encoding.changed.connect(self.refresh)
        self.panel.decoding.changed.connect(self.refresh)
        self._clock.timeout.connect(self.refresh)

    def _show_preview(self) -> None:
        destination = self.panel.destination()
        if destination is None:
            self.panel.output.show_preview([])
            return
        waiting = self.model.waiting()
        if destination.needs_tags and not self.is_running:
            self.starter.read_tags(waiting)
        shown = waiting[:_PREVIEWS]
        targets = dict(finish(plan_targets(shown, destination)).targets)
        named = [row.target if row.forced_target else targets.get(row) for row in shown]
        self.panel.output.show_preview([target for target in named if target is not None])

    @Slot()
    def _begin(self) -> None:
        self._clock.start()
        self.panel.set_locked(True)
        self.refresh()
        self.work_changed.emit()

    @Slot(object)
    def _finish(self, totals: Totals) -> None:
        self._clock.stop()
        self.panel.set_locked(False)
        self.refresh()
        if self.queue.met_full_disk:
            self.status.emit(self.tr("The disk is full: the other files wait until there is room"))
        else:
            # It stands at the foot of this page; what was said on the way is not so any more.
            self.status.emit("" if self.isVisible() else self._summary.of_end(totals))
        self.work_changed.emit()

    @Slot()
    def _plan_anew(self) -> None:
        # Who adds files to a running queue wants them converted like the others, unless it is
        # at work for some chosen ones alone.
        if self.is_running or self.starter.is_waiting:
            self.starter.plan()
        self.refresh()

    def _convert_again(self, rows: Sequence[Row]) -> None:
        if self.model.retry(rows):
            self.starter.start(rows)

    @Slot(int)
    def _tell_found(self, n_files: int) -> None:
        if n_files > 1:
            self.status.emit(self.tr("Looking for sounds: %n found so far", "", n_files))

    @Slot(int, object)
    def _tell_added(self, n_added: int, intake: Intake) -> None:
        self.status.emit(self._summary.of_intake(n_added, intake))

    @Slot()
    def _pause(self) -> None:
        self.queue.pause()
        self.status.emit(self.tr("Pausing after what is being converted"))
        self.refresh()

    @Slot()
    def _resume(self) -> None:
        self.queue.resume()
        self.status.emit("")  # what stands there is not so any more
        self.refresh()

    @Slot()
    def _stop(self) -> None:
        self.status.emit("")
        self.starter.stop()
        self.adder.stop()
        self.queue.stop()
        self.refresh()

    @Slot()
    def _stop_selected(self) -> None:
        self.queue.stop_rows(self.view.selected_rows())

    def _last_folder(self) -> str:
        return self._settings.value("folders/add", str(Path.home()))
