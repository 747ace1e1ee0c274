"""Changing the queue by hand: removing, arranging, settings of single files, and undoing."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from road_gui.encoder.actions import ConvertActions
from road_gui.encoder.panel import SettingsPanel
from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.queue_view import QueueView
from road_gui.encoder.row_settings import RowSettingsDialog
from road_gui.encoder.rows import Row, State
from road_gui.encoder.undoing import ArrangeRows, RemoveRows, moved


class QueueEditor(QObject):
    """Does what its actions say with the selected rows, in a way that can be taken back.

    Signals
    -------
    settings_changed()
        After rows have got other settings.
    """

    settings_changed = Signal()

    def __init__(
        self,
        model: QueueModel,
        view: QueueView,
        panel: SettingsPanel,
        commands: ConvertActions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._model, self._view, self._panel, self._commands = model, view, panel, commands
        self.undo_stack = QUndoStack(self)
        for action, slot in {
            commands.remove: self._remove,
            commands.clear: self._clear,
            commands.move_up: self._move_up,
            commands.move_down: self._move_down,
            commands.undo: self._undo,
            commands.redo: self._redo,
            commands.row_settings: self._set_rows,
        }.items():
            action.triggered.connect(slot)
        view.moved.connect(self._move)
        self.undo_stack.undoTextChanged.connect(self._name_undo)
        self.undo_stack.redoTextChanged.connect(self._name_undo)
        self._name_undo()

    def _at_rest(self) -> list[Row]:
        return [row for row in self._view.selected_rows() if row.state is not State.RUNNING]

    def _do(self, command: QUndoCommand) -> None:
        self.undo_stack.push(command)

    @Slot()
    def _remove(self) -> None:
        if rows := self._at_rest():
            self._do(RemoveRows(self._model, rows, self.tr("Removing %n file(s)", "", len(rows))))

    @Slot()
    def _clear(self) -> None:
        if rows := self._model.finished():
            self._do(RemoveRows(self._model, rows, self.tr("Clearing %n file(s)", "", len(rows))))

    @Slot(object, int)
    def _move(self, rows: Sequence[Row], before: int) -> None:
        order = moved(self._model.rows, rows, before)
        if order != list(self._model.rows):
            text = self.tr("Moving %n file(s)", "", len(rows))
            with self._view.selection_kept():
                self._do(ArrangeRows(self._model, order, text))

    @Slot()
    def _undo(self) -> None:
        with self._view.selection_kept():
            self.undo_stack.undo()

    @Slot()
    def _redo(self) -> None:
        with self._view.selection_kept():
            self.undo_stack.redo()

    @Slot()
    def _move_up(self) -> None:
        rows = self._view.selected_rows()
        if rows:
            self._move(rows, max(0, self._model.rows.index(rows[0]) - 1))

    @Slot()
    def _move_down(self) -> None:
        rows = self._view.selected_rows()
        if rows:
            last = self._model.rows.index(rows[-1])
            self._move(rows, min(len(self._model.rows), last + 2))

    @Slot()
    def _name_undo(self) -> None:
        stack, commands = self.undo_stack, self._commands
        for action, verb, can, what in (
            (commands.undo, self.tr("&Undo"), stack.canUndo(), stack.undoText()),
            (commands.redo, self.tr("Re&do"), stack.canRedo(), stack.redoText()),
        ):
            action.setEnabled(can)
            action.setText(f"{verb}: {what}" if what else verb)

    @Slot()
    def _set_rows(self) -> None:
        rows = self._at_rest()
        if not rows:
            return
        panel = self._panel
        dialog = RowSettingsDialog(
            rows,
            encoding=panel.encoding.shown(),
            options=panel.options(),
            suffix=panel.decoding.suffix,
            store=panel.store,
            parent=self._view.window(),
        )
        if dialog.exec():
            for row in rows:
                self._model.show(row)
            self.settings_changed.emit()
        dialog.deleteLater()
