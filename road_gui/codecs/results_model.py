"""The comparison as a table: what views ask, rows answer; and the order that somebody chose."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from road_gui.codecs.columns import NAMES, Column, number_of, text_of, words_of
from road_gui.codecs.rows import Row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Gives the `Row` itself."""

HOVER_ROLE = ROW_ROLE + 1
"""Whether the row is pointed at, here or in the plot."""


class ResultsModel(QAbstractTableModel):
    """Codecs at settings, in the order in which they were asked for.

    Signals
    -------
    hover_changed()
        After another row, or none, is pointed at.
    """

    hover_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._hovered: Row | None = None

    @property
    def rows(self) -> Sequence[Row]:
        """The rows; not to be changed behind the model's back."""
        return self._rows

    @property
    def hovered(self) -> Row | None:
        """The row that is pointed at."""
        return self._hovered

    def set_hovered(self, row: Row | None) -> None:
        """Point at a row, or at none."""
        if row is self._hovered:
            return
        before, self._hovered = self._hovered, row
        for changed in (before, row):
            if changed is not None:
                self.show(changed)
        self.hover_changed.emit()

    def number_of(self, row: Row) -> int:
        """Return where a row stands, -1 if it does not."""
        return next((number for number, one in enumerate(self._rows) if one is row), -1)

    def add(self, rows: Sequence[Row]) -> None:
        """Append rows."""
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def insert(self, number: int, row: Row) -> None:
        """Put a row to a place, or to the end where there is none such any more."""
        number = min(number, len(self._rows))
        self.beginInsertRows(QModelIndex(), number, number)
        self._rows.insert(number, row)
        self.endInsertRows()

    def remove(self, rows: Iterable[Row]) -> None:
        """Take rows out."""
        for row in rows:
            number = self.number_of(row)
            if number < 0:
                continue
            if row is self._hovered:
                self.set_hovered(None)
            self.beginRemoveRows(QModelIndex(), number, number)
            del self._rows[number]
            self.endRemoveRows()

    def clear(self) -> None:
        """Take all rows out."""
        self.beginResetModel()
        self._rows, self._hovered = [], None
        self.endResetModel()

    def show(self, row: Row) -> None:
        """Tell the views that a row has changed."""
        number = self.number_of(row)
        if number >= 0:
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
        """Return the heading of a column, and what it means."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(Column):
            return None
        column = Column(section)
        words = words_of(column)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return words.head
            case Qt.ItemDataRole.AccessibleTextRole:
                return words.name
            case Qt.ItemDataRole.ToolTipRole:
                return f"{words.name}\n{words.tip}".strip()
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == ROW_ROLE:
            return row
        if role == HOVER_ROLE:
            return row is self._hovered
        return _answer(row, column, role)


class SortedResults(QSortFilterProxyModel):
    """The same rows in another order; rows without a number stand last in both directions."""

    def __init__(self, model: ResultsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setSourceModel(model)
        self.setDynamicSortFilter(True)

    def row_at(self, index: Index) -> Row | None:
        """Return the row of an index of this model."""
        return self._model.rows[self.mapToSource(index).row()] if index.isValid() else None

    def index_of(self, row: Row) -> QModelIndex:
        """Return the index of a row's first cell, here."""
        number = self._model.number_of(row)
        return QModelIndex() if number < 0 else self.mapFromSource(self._model.index(number, 0))

    def lessThan(self, left: Index, right: Index) -> bool:
        """Compare words as words, numbers as numbers; equals stay as they came."""
        column = Column(left.column())
        one, other = self._model.rows[left.row()], self._model.rows[right.row()]
        if column in NAMES:
            return text_of(one, column).casefold() < text_of(other, column).casefold()
        first, second = number_of(one, column), number_of(other, column)
        if first is not None and second is not None:
            return first < second
        # Qt asks the other way round for the other direction: what is missing stays last.
        ascending = self.sortOrder() is Qt.SortOrder.AscendingOrder
        return (first is None) != (second is None) and (second is None) == ascending


def _answer(row: Row, column: Column, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return text_of(row, column)
        case Qt.ItemDataRole.AccessibleTextRole:
            text = row.sentence if row.trial is None and column not in NAMES else ""
            return f"{words_of(column).name}: {text or text_of(row, column)}"
        case Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (row.name, row.sentence)))
        case Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
    return None


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in NAMES else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
