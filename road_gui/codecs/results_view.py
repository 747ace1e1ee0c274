"""The table of the comparison."""

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from road_gui.codecs.columns import NAMES, Column
from road_gui.codecs.delegates import ROW_HEIGHT, CellDelegate
from road_gui.codecs.results_model import ResultsModel, SortedResults
from road_gui.codecs.rows import Row
from road_gui.settings import Settings
from road_gui.theme import Theme

_WIDTHS = {
    Column.CODEC: 124,
    Column.SETTING: 116,
    Column.BYTES: 74,
    Column.BITS: 64,
    Column.KBIT: 54,
    Column.RATIO: 54,
    Column.SNR: 52,
    Column.SEGMENTAL: 64,
    Column.SI_SDR: 62,
    Column.SPECTRAL: 50,
    Column.ENVELOPE: 56,
    Column.ENCODE: 62,
    Column.DECODE: 62,
}
_MARGIN = 17  # of the style sheet, and a pixel


class ResultsView(QTableView):
    """Shows a `ResultsModel` in an order that can be chosen, one row selected at a time.

    Signals
    -------
    chosen(object)
        The `Row` that is selected now, or None.
    opened(Row)
        After a row was double-clicked, or Return was pressed on it.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, model: ResultsModel, settings: Settings, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
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
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._repaint)

    @property
    def row(self) -> Row | None:
        """The selected row."""
        indexes = self.selectionModel().selectedRows()
        return self.sorted.row_at(indexes[0]) if indexes else None

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

    def offer(self, actions: list[QAction]) -> None:
        """Show actions on a right click."""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.addActions(actions)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell of it."""
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.row)

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

    def leaveEvent(self, event: QEvent) -> None:
        """Point at no row."""
        super().leaveEvent(event)
        self._rows.set_hovered(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the selected row in view."""
        super().resizeEvent(event)
        if self.row is not None:
            self.scrollTo(self.currentIndex())

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
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
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setSectionResizeMode(Column.CODEC, QHeaderView.ResizeMode.Stretch)
        columns.setMinimumSectionSize(44)
        metrics = QFontMetrics(columns.font())
        for column, width in _WIDTHS.items():
            lines = str(self.model().headerData(column, Qt.Orientation.Horizontal)).split("\n")
            needed = max(map(metrics.horizontalAdvance, lines)) + _MARGIN
            columns.resizeSection(column, max(width, needed))
        columns.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def _restore(self) -> None:
        hidden = set(self._settings.value("codecs/hidden", list[str]()))
        for column in Column:
            self.setColumnHidden(column, column not in NAMES and column.name in hidden)

    @Slot(QModelIndex)
    def _hover(self, index: QModelIndex) -> None:
        self._rows.set_hovered(self.sorted.row_at(index))

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self.sorted.row_at(index)
        if row is not None:
            self.opened.emit(row)
