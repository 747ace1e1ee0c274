"""Plot and table of the results, one above the other, and what is done with one of them."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from road_gui.actions import tool_button
from road_gui.codecs.actions import CodecsActions
from road_gui.codecs.charting import chart_of
from road_gui.codecs.columns import MEASURES, Column, words_of
from road_gui.codecs.results_model import ResultsModel
from road_gui.codecs.results_view import ResultsView
from road_gui.codecs.row_note import RowNote
from road_gui.codecs.rows import Row
from road_gui.elided_label import ElidedLabel
from road_gui.forms.fields import QuietComboBox
from road_gui.plots.rate_plot import RatePlot
from road_gui.settings import Settings
from road_gui.theme import Theme


class ResultsPanel(QWidget):
    """Holds the two views of one model together: what is chosen in one is chosen in the other.

    Signals
    -------
    chosen()
        After another row was selected.
    opened(Row)
        After a row, or its point, was double-clicked.
    """

    chosen = Signal()
    opened = Signal(object)

    def __init__(
        self,
        model: ResultsModel,
        commands: CodecsActions,
        settings: Settings,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._commands = commands
        self._settings = settings
        self.heading = ElidedLabel()
        self.measure_box = QuietComboBox()
        self.plot = RatePlot(theme)
        self.view = ResultsView(model, settings, theme)
        self.note = RowNote(theme)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._fill()
        self._lay_out()
        self._connect()
        self._follow_columns()
        self.redraw()

    @property
    def measure(self) -> Column:
        """What is drawn against bits per sample."""
        return Column(self.measure_box.currentData())

    @Slot()
    def redraw(self) -> None:
        """Draw what is there now."""
        self.plot.set_chart(chart_of(self._model.rows, self.measure))
        self.plot.set_chosen(self.view.row)

    def _fill(self) -> None:
        self.measure_box.setAccessibleName(self.tr("Measure that is drawn"))
        self.measure_box.setMinimumContentsLength(22)
        kept = self._settings.value("codecs/measure", Column.SNR.name)
        for column in MEASURES:
            words = words_of(column)
            self.measure_box.addItem(words.name, int(column))
            number = self.measure_box.count() - 1
            self.measure_box.setItemData(number, words.tip, Qt.ItemDataRole.ToolTipRole)
            if column.name == kept:
                self.measure_box.setCurrentIndex(number)

    def _lay_out(self) -> None:
        above, below = QWidget(), QWidget()
        for half, bar, view in (
            (above, self._plot_bar(), self.plot),
            (below, self._table_bar(), self.view),
        ):
            column = QVBoxLayout(half)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(bar)
            column.addWidget(view, 1)
            self._splitter.addWidget(half)
        column.addWidget(self.note)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setHandleWidth(3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._splitter)

    def _plot_bar(self) -> QWidget:
        bar, row = _bar()
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        label = QLabel(self.tr("Show"))
        label.setBuddy(self.measure_box)
        row.addWidget(self.heading, 1)
        row.addWidget(label)
        row.addWidget(self.measure_box)
        row.addSpacing(4)
        row.addWidget(tool_button(self._commands.save_plot, with_text=False))
        return bar

    def _table_bar(self) -> QWidget:
        commands = self._commands
        bar, row = _bar()
        for action in (commands.hear, commands.see, commands.save_encoded):
            row.addWidget(tool_button(action))
        row.addStretch()
        of_rows = (commands.again, commands.remove, commands.clear, commands.undo)
        for action in (*of_rows, commands.save_table):
            row.addWidget(tool_button(action, with_text=False))
        return bar

    def _connect(self) -> None:
        model, view, plot = self._model, self.view, self.plot
        for signal in (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.modelReset):
            signal.connect(self._follow_model)
        view.chosen.connect(self._follow_choice)
        view.opened.connect(self.opened)
        plot.chosen.connect(view.choose)
        plot.activated.connect(self.opened)
        plot.hovered.connect(model.set_hovered)
        model.hover_changed.connect(self._follow_hover)
        self.measure_box.currentIndexChanged.connect(self._change_measure)
        for action in self._commands.measures.values():
            action.triggered.connect(self._choose_measure)
        for action in self._commands.columns.values():
            action.toggled.connect(self._toggle_column)
        for action in self._commands.orders.values():
            action.triggered.connect(self._sort)
        self._commands.as_asked.triggered.connect(self._sort)
        view.offer(self._commands.of_results())
        plot.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        plot.addActions(self._commands.of_results())
        header = view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        header.addActions(list(self._commands.columns.values()))

    @Slot()
    def _follow_model(self) -> None:
        """Draw anew only if a point has come or gone: rows at work change all the time."""
        self.note.show_row(self.view.row)
        drawn = {id(point.key) for point in self.plot.chart.points()}
        chart = chart_of(self._model.rows, self.measure)
        if {id(point.key) for point in chart.points()} != drawn:
            self.plot.set_chart(chart)

    @Slot(object)
    def _follow_choice(self, row: Row | None) -> None:
        self.plot.set_chosen(row)
        self.note.show_row(row)
        self.chosen.emit()

    @Slot()
    def _follow_hover(self) -> None:
        self.plot.set_hovered(self._model.hovered)

    @Slot()
    def _change_measure(self) -> None:
        self._settings.set("codecs/measure", self.measure.name)
        self._follow_columns()
        self.redraw()

    @Slot()
    def _choose_measure(self) -> None:
        column = _column_of(self.sender())
        if column is not None:
            self.measure_box.setCurrentIndex(self.measure_box.findData(int(column)))
            self._follow_columns()

    @Slot(bool)
    def _toggle_column(self, is_shown: bool) -> None:
        column = _column_of(self.sender())
        if column is not None:
            self.view.show_column(column, is_shown)

    @Slot()
    def _sort(self) -> None:
        self.view.sort_by(_column_of(self.sender()))

    def _follow_columns(self) -> None:
        """Check in the menus what is shown."""
        for column, action in self._commands.columns.items():
            with QSignalBlocker(action):
                action.setChecked(not self.view.isColumnHidden(column))
        for column, action in self._commands.measures.items():
            action.setChecked(column is self.measure)


def _bar() -> tuple[QFrame, QHBoxLayout]:
    bar = QFrame()
    bar.setObjectName("toolBar")
    row = QHBoxLayout(bar)
    row.setContentsMargins(12, 6, 12, 6)
    row.setSpacing(4)
    return bar, row


def _column_of(sender: object) -> Column | None:
    data = getattr(sender, "data", lambda: None)()
    return None if data is None else Column(data)
