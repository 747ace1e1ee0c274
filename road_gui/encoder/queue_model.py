"""The queue as a table: what views ask, rows answer."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from road_gui.encoder.rows import Kind, Row, State
from road_gui.messages import duration_text, percent_text, size_text, speed_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Gives the `Row` itself."""


class Column(IntEnum):
    """What stands where."""

    NAME = 0
    STATE = 1
    PROGRESS = 2
    SPEED = 3
    LEFT = 4
    SIZE = 5
    RATIO = 6
    MESSAGE = 7


_NUMBERS = (Column.SPEED, Column.LEFT, Column.SIZE, Column.RATIO)


class QueueModel(QAbstractTableModel):
    """Files to convert, in the order in which they are taken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, first to be taken first; not to be changed behind the model's back."""
        return self._rows

    def row_at(self, number: int) -> Row:
        """Return one row."""
        return self._rows[number]

    def waiting(self) -> list[Row]:
        """List the rows that the next start takes."""
        return [row for row in self._rows if row.state.is_waiting]

    def count(self, state: State) -> int:
        """Count the rows in a state."""
        return sum(row.state is state for row in self._rows)

    def add(self, rows: Iterable[Row]) -> int:
        """Append rows but for those whose source waits already; return how many were added."""
        there = {(row.source, row.kind) for row in self._rows if not row.state.is_finished}
        fresh = []
        for row in rows:
            key = (row.source, row.kind)
            if row.forced_target or key not in there:
                there.add(key)
                fresh.append(row)
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()
        return len(fresh)

    def remove(self, rows: Iterable[Row]) -> None:
        """Take rows out; those at work stay."""
        doomed = {id(row) for row in rows if row.state is not State.RUNNING}
        end = len(self._rows)
        while end:
            # Neighbours go together: a view lays itself out anew after each removal.
            start = end
            while start and id(self._rows[start - 1]) in doomed:
                start -= 1
            if start < end:
                self.beginRemoveRows(QModelIndex(), start, end - 1)
                del self._rows[start:end]
                self.endRemoveRows()
            end = start - 1 if start else 0

    def clear_finished(self) -> None:
        """Take out what is done or skipped; what failed stays to be retried."""
        self.remove([row for row in self._rows if row.state in (State.DONE, State.SKIPPED)])

    def retry(self, rows: Iterable[Row]) -> int:
        """Queue failed and stopped rows again; return how many."""
        again = [row for row in rows if row.state in (State.FAILED, State.STOPPED, State.SKIPPED)]
        for row in again:
            row.reset()
            self.show(row)
        return len(again)

    def failed(self) -> list[Row]:
        """List the rows that failed."""
        return [row for row in self._rows if row.state is State.FAILED]

    def show(self, row: Row) -> None:
        """Tell the views that a row has changed."""
        try:
            number = self._rows.index(row)
        except ValueError:  # taken out meanwhile
            return
        self.dataChanged.emit(self.index(number, 0), self.index(number, len(Column) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heading(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(row)
        text = self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heading(column)}: {text}"
        return text if role == Qt.ItemDataRole.DisplayRole else None

    def _heading(self, column: Column) -> str:
        return {
            Column.NAME: self.tr("File"),
            Column.STATE: self.tr("State"),
            Column.PROGRESS: self.tr("Progress"),
            Column.SPEED: self.tr("Speed"),
            Column.LEFT: self.tr("Time left"),
            Column.SIZE: self.tr("Size"),
            Column.RATIO: self.tr("Ratio"),
            Column.MESSAGE: self.tr("Message"),
        }[column]

    def _text(self, row: Row, column: Column) -> str:
        match column:
            case Column.NAME:
                return row.source.name
            case Column.STATE:
                return row.state.label
            case Column.MESSAGE:
                return row.message
            case Column.SIZE:
                return _sizes(row)
        value = _number(row, column)
        return "" if value is None else _WORDS[column](value)

    def _tool_tip(self, row: Row) -> str:
        lines = [str(row.source)]
        if row.target is not None:
            lines.append(self.tr("becomes {target}").format(target=row.target))
        elif row.kind is Kind.DECODE:
            lines.append(self.tr("is turned back into sound"))
        if row.message:
            lines.append(row.message)
        return "\n".join(lines)


_WORDS = {
    Column.PROGRESS: percent_text,
    Column.SPEED: speed_text,
    Column.LEFT: duration_text,
    Column.RATIO: percent_text,
}


def _number(row: Row, column: Column) -> float | None:
    if column is Column.RATIO:
        return row.ratio
    if column is Column.SPEED and row.state is State.DONE:
        return row.seconds / row.took if row.took else None
    if row.state is not State.RUNNING:
        return None
    return {
        Column.PROGRESS: row.fraction,
        Column.SPEED: row.speed,
        Column.LEFT: row.seconds_left,
    }[column]


def _sizes(row: Row) -> str:
    before = size_text(row.source_bytes)
    if row.target_bytes is None:
        return before
    return f"{before} → {size_text(row.target_bytes)}"


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
