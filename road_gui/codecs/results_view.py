"""The table of the comparison."""

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from road_gui.codecs.columns import NAMES, Column, words_of
from road_gui.codecs.delegates import ROW_HEIGHT, CellDelegate
from road_gui.codecs.results_model import ResultsModel, SortedResults
from road_gui.codecs.rows import Row
from road_gui.row_table import RowTable
from road_gui.settings import Settings
from road_gui.theme import Theme

_WIDTHS = {
    Column.CODEC: 124,
    Column.SETTING: 112,
    Column.BYTES: 74,
    Column.BITS: 64,
    Column.KBIT: 54,
    Column.RATIO: 54,
    Column.SNR: 52,
    Column.SEGMENTAL: 64,
    Column.SI_SDR: 62,
    Column.SPECTRAL: 50,
    Column.ENVELOPE: 56,
    Column.ENCODE: 54,
    Column.DECODE: 54,
}
_HEAD_PADDING = 16


class ResultsView(RowTable):
    """Shows a `ResultsModel` in an order that can be chosen, one row selected at a time.

    Signals
    -------
    chosen(object)
        The `Row` that is selected now, or None.
    """

    chosen = Signal(object)

    def __init__(
        self, model: ResultsModel, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, ROW_HEIGHT, parent)
        self._rows = model
        self._settings = settings
        self.sorted = SortedResults(model, self)
        self.setModel(self.sorted)
        self.setObjectName("results")
        self.setAccessibleName(self.tr("Results"))
        self.setItemDelegate(CellDelegate(theme, self))
        self._dress()
        self._restore()
        self.setMouseTracking(True)
        self.entered.connect(self._hover)

    @property
    def row(self) -> Row | None:
        """The selected row."""
        indexes = self.selectionModel().selectedRows()
        return self.sorted.row_at(indexes[0]) if indexes else None

    def thing_at(self, index: QModelIndex) -> Row | None:
        """Return the row at an index."""
        return self.sorted.row_at(index)

    @Slot(object)
    def choose(self, row: Row) -> None:
        """Select a row, and bring it into view."""
        index = self.sorted.index_of(row)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def show_column(self, column: Column, is_shown: bool) -> None:
        """Show or hide a column, now and next time; one of the numbers always stays."""
        self.setColumnHidden(column, not is_shown)
        hidden = [one.name for one in Column if self.isColumnHidden(one)]
        self._settings.set("codecs/hidden", hidden)
        self._fit_names()
        self.viewport().update()

    def sort_by(self, column: Column | None) -> None:
        """Order the rows by a column, the other way round at the second time; None: as asked."""
        header = self.horizontalHeader()
        if column is None:
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
            return
        again = header.sortIndicatorSection() == column
        is_ascending = header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if again and is_ascending else Qt.SortOrder(0)
        self.sortByColumn(column, order)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of it."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.row)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at no row."""
        super().leaveEvent(event)
        self._rows.set_hovered(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep names legible, and the selected row in view."""
        super().resizeEvent(event)
        self._fit_names()
        if self.row is not None:
            self.scrollTo(self.currentIndex())

    def _dress(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setSectionResizeMode(Column.CODEC, QHeaderView.ResizeMode.Stretch)
        columns.setMinimumSectionSize(44)
        for column, width in _WIDTHS.items():
            columns.resizeSection(column, max(width, self._head_width(column)))
        columns.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def _head_width(self, column: Column) -> int:
        """Return what the heading of a column needs, in whatever language."""
        metrics = self.horizontalHeader().fontMetrics()
        lines = words_of(column).head.split("\n")
        return max(metrics.horizontalAdvance(line) for line in lines) + _HEAD_PADDING

    def _fit_names(self) -> None:
        """Let the codecs' names have what is left, but no less than they need."""
        columns = self.horizontalHeader()
        others = columns.length() - columns.sectionSize(Column.CODEC)
        has_room = self.viewport().width() - others >= _WIDTHS[Column.CODEC]
        mode = QHeaderView.ResizeMode.Stretch if has_room else QHeaderView.ResizeMode.Fixed
        if columns.sectionResizeMode(Column.CODEC) != mode:
            columns.setSectionResizeMode(Column.CODEC, mode)
        if not has_room:
            columns.resizeSection(Column.CODEC, _WIDTHS[Column.CODEC])

    def _restore(self) -> None:
        hidden = set(self._settings.value("codecs/hidden", list[str]()))
        for column in Column:
            self.setColumnHidden(column, column not in NAMES and column.name in hidden)

    @Slot(QModelIndex)
    def _hover(self, index: QModelIndex) -> None:
        self._rows.set_hovered(self.sorted.row_at(index))
