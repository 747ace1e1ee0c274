"""The table of the queue."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from uuid import uuid4

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from road_gui.actions import add_to
from road_gui.encoder.columns import NAME_WIDTH, WIDTHS, Columns
from road_gui.encoder.delegates import (
    ROW_HEIGHT,
    CellDelegate,
    NameDelegate,
    NumberDelegate,
    ProgressDelegate,
    SizeDelegate,
    StateDelegate,
    WordDelegate,
)
from road_gui.encoder.queue_model import MOST_PARTS, NUMBERS, Column, QueueModel
from road_gui.encoder.rows import Row
from road_gui.row_table import RowTable
from road_gui.theme import Theme

_ROWS = "application/x-road-studio-rows"


class QueueView(RowTable):
    """Shows a `QueueModel`, a line of name and a line of explanation in each row.

    Signals
    -------
    selection_changed()
        After other rows were selected.
    moved(list of Row, int)
        After rows were dragged: which, and before which place they are to stand.
    """

    selection_changed = Signal()
    moved = Signal(object, int)

    def __init__(
        self, model: QueueModel, theme: Theme, columns: Columns, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, ROW_HEIGHT, parent)
        self._model = model
        self._theme = theme
        self._columns = columns
        self._spared: set[Column] = set()
        self._gap: int | None = None
        self._is_keeping = False
        # Known until it changes: it is asked for at every refresh, and may be thousands.
        self._selected: list[Row] | None = None
        # Rows of another window are not ours to move.
        self._token = QByteArray(uuid4().bytes)
        self.setModel(model)
        for change in (
            *(model.rowsInserted, model.rowsRemoved),
            *(model.layoutChanged, model.modelReset),
        ):
            change.connect(self._forget_selected)
        self.setAccessibleName(self.tr("Queue of files"))
        self._dress()
        kinds: dict[Column, type[CellDelegate]] = {
            Column.NAME: NameDelegate,
            Column.STATE: StateDelegate,
            Column.PROGRESS: ProgressDelegate,
            Column.CODEC: WordDelegate,
            Column.PRESET: WordDelegate,
            **dict.fromkeys(NUMBERS, NumberDelegate),
            Column.SIZE: SizeDelegate,
        }
        for column, kind in kinds.items():
            self.setItemDelegateForColumn(column, kind(theme, self, self._spared))
        columns.changed.connect(self._choose_columns)

    def thing_at(self, index: QModelIndex) -> Row:
        """Return the row at an index."""
        return self._model.row_at(index.row())

    def selected_rows(self) -> list[Row]:
        """List the selected rows, in the order of the queue."""
        if self._selected is None:
            self._selected = self._looked_up()
        return list(self._selected)

    def _looked_up(self) -> list[Row]:
        # Whole rows are selected: asking for each cell of thousands would take a second.
        numbers: set[int] = set()
        selection = self.selectionModel().selection()
        for part in map(selection.at, range(selection.count())):
            numbers.update(range(part.top(), part.bottom() + 1))
        return [self._model.row_at(number) for number in sorted(numbers)]

    @contextmanager
    def selection_kept(self) -> Iterator[None]:
        """Select the same rows again after they were put into another order.

        Qt would follow each of them on its way, which takes a second with thousands.
        """
        rows = self.selected_rows()
        self._is_keeping = True
        try:
            self.clearSelection()
            yield
            if rows:
                self._select(rows)
        finally:
            self._is_keeping = False
        self.selection_changed.emit()

    def _select(self, rows: Sequence[Row]) -> None:
        wanted = {id(row) for row in rows}
        numbers = [number for number, row in enumerate(self._model.rows) if id(row) in wanted]
        selection = QItemSelection()
        # Neighbours are one range: the place in the list and the place in the queue rise together.
        for _, part in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
            found = [number for _, number in part]
            selection.append(self._model.whole_rows(found[0], found[-1]))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(selection, flag)
        self._selected = [self._model.row_at(number) for number in numbers]

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of it."""
        self._forget_selected()
        if selected.count() + deselected.count() > MOST_PARTS:
            self.viewport().update()  # Qt would work out where each of thousands is
        else:
            super().selectionChanged(selected, deselected)
        if not self._is_keeping:
            self.selection_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns that there is no room for."""
        super().resizeEvent(event)
        self._choose_columns()

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag the selected rows; those of the model move only where they are dropped."""
        drag = QDrag(self)
        data = QMimeData()
        data.setData(_ROWS, self._token)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)
        self._show_gap(None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take rows of this queue; files are for the window."""
        self._take_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the rows would go."""
        self._take_drag(event)
        if event.isAccepted():
            self._show_gap(self._place_at(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show it no longer."""
        self._show_gap(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the rows to be moved."""
        self._take_drag(event)
        if event.isAccepted():
            self._show_gap(None)
            self.moved.emit(self.selected_rows(), self._place_at(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the table, and a line where dragged rows would go."""
        super().paintEvent(event)
        if self._gap is None:
            return
        painter = QPainter(self.viewport())
        y = max(1, self._top_of(self._gap) - 1)
        painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
        painter.drawLine(0, y, self.viewport().width(), y)

    def _take_drag(self, event: QDropEvent) -> None:
        is_ours = event.mimeData().data(_ROWS) == self._token
        event.setAccepted(is_ours)
        if is_ours:
            event.setDropAction(Qt.DropAction.MoveAction)

    def _place_at(self, point: QPoint) -> int:
        """Return before which row something dropped at a point of the viewport would go."""
        number = self.rowAt(point.y())
        if number < 0:
            return self._model.rowCount()
        middle = self.rowViewportPosition(number) + self.rowHeight(number) // 2
        return number + (point.y() >= middle)

    def _top_of(self, place: int) -> int:
        if place < self._model.rowCount():
            return self.rowViewportPosition(place)
        return self.rowViewportPosition(place - 1) + ROW_HEIGHT

    def _show_gap(self, place: int | None) -> None:
        if place != self._gap:
            self._gap = place
            self.viewport().update()

    @Slot()
    def _forget_selected(self) -> None:
        self._selected = None

    @Slot()
    def _choose_columns(self) -> None:
        shown = self._columns.shown(self.viewport().width())
        self._spared.clear()
        self._spared.update(self._columns.wanted - shown)
        for column in WIDTHS:
            self.setColumnHidden(column, column not in shown)
        needed = NAME_WIDTH + sum(WIDTHS[column] for column in shown)
        is_wide = needed > self.viewport().width() and not self._columns.fit.isChecked()
        # Stretched, the name would be cut to nothing before anything scrolls.
        mode = QHeaderView.ResizeMode.Fixed if is_wide else QHeaderView.ResizeMode.Stretch
        header = self.horizontalHeader()
        if header.sectionResizeMode(Column.NAME) != mode:
            header.setSectionResizeMode(Column.NAME, mode)
        if is_wide:
            header.resizeSection(Column.NAME, NAME_WIDTH)

    def _dress(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        columns = self.horizontalHeader()
        # With that of the rows it would ask each of thousands at every painting whether it is
        # selected, and show nothing of it.
        columns.setSelectionModel(QItemSelectionModel(self._model, columns))
        columns.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        add_to(columns, self._columns.actions)
        columns.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            columns.resizeSection(column, width)
        # The message stands in the second line of the whole row.
        self.setColumnHidden(Column.MESSAGE, True)
