"""The queue as a table: what views ask, rows answer."""

from collections.abc import Iterable, Sequence
from enum import IntEnum
from itertools import islice
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionRange,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from road_gui.encoder.encoding import Encoding, codec_by_name
from road_gui.encoder.rows import Kind, Row, State
from road_gui.messages import decibel_text, duration_text, percent_text, size_text, speed_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()

ROW_ROLE = Qt.ItemDataRole.UserRole
"""Gives the `Row` itself."""


class Column(IntEnum):
    """What stands where."""

    NAME = 0
    CODEC = 1
    PRESET = 2
    STATE = 3
    PROGRESS = 4
    SPEED = 5
    LEFT = 6
    SIZE = 7
    RATIO = 8
    SNR = 9
    MESSAGE = 10


_ROW_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
# A view lays itself out anew after each part that comes or goes, a selection looks at each of
# its own; beyond this many it is quicker to begin afresh.
MOST_PARTS = 16
_N_COLUMNS = len(Column)
NUMBERS = (Column.SPEED, Column.LEFT, Column.SIZE, Column.RATIO, Column.SNR)


class QueueModel(QAbstractTableModel):
    """Files to convert, in the order in which they are taken."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._encoding = Encoding()

    def set_encoding(self, encoding: Encoding) -> None:
        """Say with what rows that have no settings of their own will be encoded."""
        if (encoding.codec, encoding.preset) == (self._encoding.codec, self._encoding.preset):
            return
        self._encoding = encoding
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.PRESET)
            self.dataChanged.emit(self.index(0, Column.CODEC), last)

    def encoding_of(self, row: Row) -> Encoding | None:
        """Return with what a row was or will be encoded; None for one that is decoded."""
        if row.kind is Kind.DECODE:
            return None
        return row.used or row.encoding or self._encoding

    @property
    def rows(self) -> Sequence[Row]:
        """The rows, first to be taken first; not to be changed behind the model's back."""
        return self._rows

    def row_at(self, number: int) -> Row:
        """Return one row."""
        return self._rows[number]

    def waiting(self) -> list[Row]:
        """List the rows that the next start takes."""
        # Asked for at every turn, of ten thousand rows: each call in the loop would be felt.
        queued, stopped = State.QUEUED, State.STOPPED
        return [row for row in self._rows if row.state is queued or row.state is stopped]

    def count(self, state: State) -> int:
        """Count the rows in a state."""
        return sum(row.state is state for row in self._rows)

    def add(self, rows: Iterable[Row]) -> int:
        """Append rows but for those whose source waits already; return how many were added."""
        # As texts, which know their hashes: paths work them out each time.
        there: dict[Kind, set[str]] = {kind: set() for kind in Kind}
        for row in self._rows:
            if not row.state.is_finished:
                there[row.kind].add(str(row.source))
        fresh = []
        for row in rows:
            source = str(row.source)
            if row.forced_target or source not in there[row.kind]:
                there[row.kind].add(source)
                fresh.append(row)
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows.extend(fresh)
            self.endInsertRows()
        return len(fresh)

    def remove(self, rows: Iterable[Row]) -> list[tuple[int, Row]]:
        """Take rows out; those at work stay.  Return the others with their places."""
        doomed = {id(row) for row in rows if row.state is not State.RUNNING}
        gone = [(number, row) for number, row in enumerate(self._rows) if id(row) in doomed]
        parts = _neighbours(gone)
        if len(parts) > MOST_PARTS:
            self.beginResetModel()
            self._rows = [row for row in self._rows if id(row) not in doomed]
            self.endResetModel()
            return gone
        for part in reversed(parts):
            first = part[0][0]
            self.beginRemoveRows(QModelIndex(), first, first + len(part) - 1)
            del self._rows[first : first + len(part)]
            self.endRemoveRows()
        return gone

    def put_back(self, gone: Sequence[tuple[int, Row]]) -> None:
        """Insert what `remove` has taken out, at its places as far as they are still there."""
        parts = _neighbours(gone)
        if len(parts) > MOST_PARTS:
            self.beginResetModel()
            self._rows = _merged(self._rows, gone)
            self.endResetModel()
            return
        for part in parts:
            first = min(part[0][0], len(self._rows))
            self.beginInsertRows(QModelIndex(), first, first + len(part) - 1)
            self._rows[first:first] = [row for _, row in part]
            self.endInsertRows()

    def arrange(self, rows: Sequence[Row]) -> None:
        """Put rows into an order; those that it does not name come behind, as they are."""
        here = {id(row) for row in self._rows}
        order = [row for row in rows if id(row) in here]
        if len(order) < len(self._rows):
            there = {id(row) for row in order}
            order += [row for row in self._rows if id(row) not in there]
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        followed = {id(self._rows[index.row()]) for index in before}
        places = {id(row): number for number, row in enumerate(order) if id(row) in followed}
        moved = [places[id(self._rows[index.row()])] for index in before]
        columns = [index.column() for index in before]
        self._rows = order
        after = [self.createIndex(*place) for place in zip(moved, columns, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def finished(self) -> list[Row]:
        """List what is done or skipped; what failed stays to be retried."""
        return [row for row in self._rows if row.state in (State.DONE, State.SKIPPED)]

    def retry(self, rows: Iterable[Row]) -> int:
        """Queue failed, stopped and skipped rows again; return how many."""
        again = [row for row in rows if row.state.can_be_retried]
        for row in again:
            row.reset()
            row.planned_for = None  # what is there now, nobody was asked about
        if len(again) > MOST_PARTS:
            self.dataChanged.emit(self.index(0, 0), self._last_index())
        else:
            for row in again:
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

    def whole_rows(self, first: int, last: int) -> QItemSelectionRange:
        """Return what a selection needs for these rows and those between them."""
        # Not by `index`, which asks back for the sizes each time: there may be thousands.
        return QItemSelectionRange(
            self.createIndex(first, 0), self.createIndex(last, _N_COLUMNS - 1)
        )

    def _last_index(self) -> QModelIndex:
        return self.index(len(self._rows) - 1, len(Column) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else _N_COLUMNS

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explanation(column)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged to other places."""
        return _ROW_FLAGS if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Return what a drag within the queue does."""
        return Qt.DropAction.MoveAction

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(row)
        text = self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.heading(column)}: {text}"
        return text if role == Qt.ItemDataRole.DisplayRole else None

    def heading(self, column: Column) -> str:
        """Return the name of a column for people."""
        return {
            Column.NAME: self.tr("File"),
            Column.CODEC: self.tr("Codec"),
            Column.PRESET: self.tr("Preset"),
            Column.STATE: self.tr("State"),
            Column.PROGRESS: self.tr("Progress"),
            Column.SPEED: self.tr("Speed"),
            Column.LEFT: self.tr("Time left"),
            Column.SIZE: self.tr("Size"),
            Column.RATIO: self.tr("Ratio"),
            Column.SNR: self.tr("SNR"),
            Column.MESSAGE: self.tr("Message"),
        }[column]

    def _text(self, row: Row, column: Column) -> str:
        words = {
            Column.NAME: lambda: row.source.name,
            Column.CODEC: lambda: self._codec(row),
            Column.PRESET: lambda: self._preset(row),
            Column.STATE: lambda: row.state.label,
            Column.SIZE: lambda: _sizes(row),
            Column.MESSAGE: lambda: row.message,
        }.get(column)
        if words is not None:
            return words()
        value = _number(row, column)
        return "" if value is None else _WORDS[column](value)

    def _explanation(self, column: Column) -> str | None:
        return {
            Column.SPEED: self.tr("Seconds of sound for each second of work"),
            Column.SIZE: self.tr("Size of the file before and after"),
            Column.RATIO: self.tr("Size after as a share of the size before"),
            Column.SNR: self.tr("Signal to noise: how close the result is, if that was measured"),
        }.get(column)

    def _codec(self, row: Row) -> str:
        encoding = self.encoding_of(row)
        if encoding is not None:
            return encoding.codec_title
        codec = codec_by_name(row.source)
        return codec.title if codec else ""

    def _preset(self, row: Row) -> str:
        encoding = self.encoding_of(row)
        if encoding is None:
            return self.tr("Own settings") if row.options is not None else ""
        return encoding.preset_title

    def _tool_tip(self, row: Row) -> str:
        lines = [str(row.source)]
        if row.target is not None:
            lines.append(self.tr("becomes {target}").format(target=row.target))
        elif row.kind is Kind.DECODE:
            lines.append(self.tr("is turned back into sound"))
        if row.message:
            lines.append(row.message)
        return "\n".join(lines)


def _neighbours(places: Sequence[tuple[int, Row]]) -> list[list[tuple[int, Row]]]:
    """Part places in rising order where there is a gap between them."""
    parts: list[list[tuple[int, Row]]] = []
    for place in places:
        if not parts or place[0] != parts[-1][-1][0] + 1:
            parts.append([])
        parts[-1].append(place)
    return parts


def _merged(rows: Sequence[Row], gone: Sequence[tuple[int, Row]]) -> list[Row]:
    """Return rows with others at their places, in rising order; late ones go to the end."""
    merged: list[Row] = []
    left = iter(rows)
    for number, row in gone:
        merged += islice(left, max(0, number - len(merged)))
        merged.append(row)
    return [*merged, *left]


_WORDS = {
    Column.PROGRESS: percent_text,
    Column.SPEED: speed_text,
    Column.LEFT: duration_text,
    Column.RATIO: percent_text,
    Column.SNR: decibel_text,
}


def _number(row: Row, column: Column) -> float | None:
    known = {Column.RATIO: row.ratio, Column.SNR: row.snr_db}
    if column in known:
        return known[column]
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
    if not row.source_bytes:
        return ""  # it was not there when its size was looked for
    before = size_text(row.source_bytes)
    if row.target_bytes is None:
        return before
    return f"{before} → {size_text(row.target_bytes)}"


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
