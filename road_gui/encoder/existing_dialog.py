"""Asks once, for all files of a batch, what happens to those that are there already."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from road_gui.encoder.rows import Row
from road_gui.messages import path_text, size_text

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW_HEIGHT = 30
_DECISIONS = ("skip", "rename", "overwrite")
_WIDTHS = {1: 220, 2: 150}


class ExistingModel(QAbstractTableModel):
    """Rows whose targets are there, and what was decided of each; at first to skip it."""

    def __init__(self, rows: Sequence[Row], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = list(rows)
        self.decisions = ["skip"] * len(rows)
        self._facts: dict[int, str] = {}

    def decide(self, numbers: Sequence[int], decision: str) -> None:
        """Decide of some rows."""
        if not numbers:
            return
        for number in numbers:
            self.decisions[number] = decision
        self.dataChanged.emit(self.index(min(numbers), 2), self.index(max(numbers), 2))

    def write_down(self) -> None:
        """Let the rows know what was decided."""
        for row, decision in zip(self._rows, self.decisions, strict=True):
            row.on_exists = decision

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the heading of a column."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("File"), self.tr("There already"), self.tr("Then"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what stands in a cell."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return str(row.target)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        decision = {
            "skip": self.tr("Skip"),
            "rename": self.tr("Number the new one"),
            "overwrite": self.tr("Overwrite"),
        }[self.decisions[index.row()]]
        if index.column() == 1:
            return self._fact(index.row())
        target = "" if row.target is None else path_text(row.target)
        return decision if index.column() else target

    def _fact(self, number: int) -> str:
        """Look at a file when it is shown: there may be thousands."""
        if number not in self._facts:
            self._facts[number] = _facts(self._rows[number])
        return self._facts[number]


class ExistingDialog(QDialog):
    """Shows the list; a decision is for the rows that are selected, at first all of them."""

    def __init__(self, rows: Sequence[Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Files are there already"))
        self.model = ExistingModel(rows, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Files that are there already"))
        texts = (self.tr("&Skip"), self.tr("&Number the new ones"), self.tr("&Overwrite"))
        self.choices = dict(zip(_DECISIONS, map(QPushButton, texts), strict=True))
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel)
        self.buttons.button(buttons.Ok).setText(self.tr("Go on"))
        self._dress()
        self._lay_out(len(rows))
        self.table.selectAll()
        for button in self.choices.values():
            button.clicked.connect(self._decide)
        self.buttons.accepted.connect(self._go_on)
        self.buttons.rejected.connect(self.reject)
        self.resize(760, 420)

    def _dress(self) -> None:
        table = self.table
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.setProperty("role", "framed")
        rows, columns = table.verticalHeader(), table.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        columns.setHighlightSections(False)
        columns.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            columns.resizeSection(column, width)

    def _lay_out(self, n_rows: int) -> None:
        title = QLabel(
            self.tr("%n file(s) would be written where there is one already.", "", n_rows)
        )
        title.setProperty("role", "heading")
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("The selected ones:")))
        for button in self.choices.values():
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.buttons)

    @Slot()
    def _decide(self) -> None:
        button = self.sender()
        decision = next(name for name, one in self.choices.items() if one is button)
        numbers = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        self.model.decide(numbers, decision)

    @Slot()
    def _go_on(self) -> None:
        self.model.write_down()
        self.accept()


def _facts(row: Row) -> str:
    """Say how large and how old the file is that is there."""
    try:
        found = row.target.stat() if row.target is not None else None
    except OSError:
        found = None
    if found is None:
        return ""
    when = QDateTime.fromSecsSinceEpoch(int(found.st_mtime))
    date = QLocale().toString(when, QLocale.FormatType.ShortFormat)
    return f"{size_text(found.st_size)} · {date}"
