"""The table of the queue."""

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from road_gui.encoder.delegates import (
    ROW_HEIGHT,
    CellDelegate,
    NameDelegate,
    NumberDelegate,
    ProgressDelegate,
    StateDelegate,
)
from road_gui.encoder.queue_model import Column, QueueModel
from road_gui.encoder.rows import Row
from road_gui.theme import Theme

_WIDTHS = {
    Column.STATE: 108,
    Column.PROGRESS: 132,
    Column.SPEED: 74,
    Column.LEFT: 86,
    Column.SIZE: 158,
    Column.RATIO: 64,
}
# In a narrow window these go first, in this order: the name needs its room.
_SPARED = (Column.RATIO, Column.LEFT, Column.SPEED, Column.SIZE)
_NAME_WIDTH = 220


class QueueView(QTableView):
    """Shows a `QueueModel`, a line of name and a line of explanation in each row.

    Signals
    -------
    selection_changed()
        After other rows were selected.
    opened(Row)
        After a row was double-clicked, or Return was pressed on it.
    """

    selection_changed = Signal()
    opened = Signal(object)

    def __init__(self, model: QueueModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Queue of files"))
        self._dress()
        kinds: dict[Column, type[CellDelegate]] = {
            Column.NAME: NameDelegate,
            Column.STATE: StateDelegate,
            Column.PROGRESS: ProgressDelegate,
            **dict.fromkeys(_SPARED, NumberDelegate),
        }
        for column, kind in kinds.items():
            self.setItemDelegateForColumn(column, kind(theme, self))
        theme.changed.connect(self._repaint)
        self.doubleClicked.connect(self._open)

    def selected_rows(self) -> list[Row]:
        """List the selected rows, in the order of the queue."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._model.row_at(number) for number in numbers]

    def offer(self, actions: list[QAction]) -> None:
        """Show actions on a right click."""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.addActions(actions)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of it."""
        super().selectionChanged(selected, deselected)
        self.selection_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the row that the keyboard is at."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns that there is no room for."""
        super().resizeEvent(event)
        room = self.viewport().width() - _NAME_WIDTH - sum(_WIDTHS.values())
        for column in _SPARED:
            self.setColumnHidden(column, room < 0)
            if room < 0:
                room += _WIDTHS[column]

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        columns.setHighlightSections(False)
        columns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        columns.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            columns.resizeSection(column, width)
        # The message stands in the second line of the whole row.
        self.setColumnHidden(Column.MESSAGE, True)

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row_at(index.row()))
