"""The measures as a table: a row for each, a column for the whole sound and one for a stretch."""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from road_codec import Comparison
from road_gui.compare.words import NOTHING, measures, value_text
from road_gui.messages import percent_text

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEFT_OUT = {"peak_error", "rate_hz", "channels", "samples"}


class Column(IntEnum):
    """What stands where."""

    MEASURE = 0
    WHOLE = 1
    STRETCH = 2


class MetricsModel(QAbstractTableModel):
    """Holds two comparisons; what is not known yet is an ellipsis.

    Measures that have no name here, because the library has learnt them since, stand at the
    end under the library's own.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = measures()
        self._keys = list(self._words)
        self._values: dict[Column, dict[str, object]] = {}
        self._share: float | None = None
        self._is_stretch_wanted = False

    @property
    def share(self) -> float | None:
        """How much of the whole has been measured; None where nothing is being measured."""
        return self._share

    def show(
        self,
        whole: Comparison | None,
        stretch: Comparison | None,
        *,
        share: float | None,
        is_stretch_wanted: bool,
    ) -> None:
        """Show comparisons; None stands for what is not known.

        Parameters
        ----------
        whole, stretch : Comparison or None
            What is known.
        share : float or None
            How much of the whole has been measured, 0.0 to 1.0; None if that is not going on.
        is_stretch_wanted : bool
            Whether something is selected.
        """
        found = {Column.WHOLE: whole, Column.STRETCH: stretch}
        self._values = {
            column: dict(one.as_json()) for column, one in found.items() if one is not None
        }
        self._share, self._is_stretch_wanted = share, is_stretch_wanted
        keys = [*self._words]
        for values in self._values.values():
            keys += [key for key in values if key not in keys and key not in _LEFT_OUT]
        if keys != self._keys:
            self.beginResetModel()
            self._keys = keys
            self.endResetModel()
        else:
            last = self.index(len(keys) - 1, Column.STRETCH)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, Column.WHOLE, Column.STRETCH)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of measures."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return names, values, and what they mean."""
        if not index.isValid():
            return None
        key, column = self._keys[index.row()], Column(index.column())
        name, meaning = self._words.get(key, (key, ""))
        if role == Qt.ItemDataRole.DisplayRole:
            return name if column is Column.MEASURE else self._text(key, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return meaning
        if role == Qt.ItemDataRole.AccessibleTextRole and column is not Column.MEASURE:
            return f"{name}: {self._text(key, column)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column is not Column.MEASURE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Name the columns."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if section == Column.WHOLE and self._share is not None and self._share < 1.0:
                return percent_text(self._share)
            return (self.tr("Measure"), self.tr("Whole"), self.tr("Selection"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_name = section == Column.MEASURE
            side = Qt.AlignmentFlag.AlignLeft if is_name else Qt.AlignmentFlag.AlignRight
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _text(self, key: str, column: Column) -> str:
        values = self._values.get(column)
        if values is not None:
            return value_text(key, values.get(key))
        is_coming = self._share is not None if column is Column.WHOLE else self._is_stretch_wanted
        return "…" if is_coming else NOTHING
