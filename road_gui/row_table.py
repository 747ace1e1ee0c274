"""Tables whose rows are things: selected as a whole, opened by Return or a double click."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from road_gui.actions import add_to
from road_gui.theme import Theme


class RowTable(QTableView):
    """A calm table of rows of one height, without a grid.

    Parameters
    ----------
    theme : Theme
        Colours; painted again when they change.
    row_height : int
        In pixels.
    parent : QWidget, optional
        Owner.

    Signals
    -------
    opened(object)
        After a row was double-clicked, or Return was pressed on it: what `thing_at` gives.
    """

    opened = Signal(object)

    def __init__(self, theme: Theme, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
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
        rows.setDefaultSectionSize(row_height)
        columns.setHighlightSections(False)
        columns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.changed.connect(self._repaint)
        self.doubleClicked.connect(self._open)

    def thing_at(self, index: QModelIndex) -> object:
        """Return what the row of an index stands for, or None."""
        raise NotImplementedError

    def offer(self, actions: Iterable[QAction | None]) -> None:
        """Show actions on a right click, None as a line between them."""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        add_to(self, actions)

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

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        thing = self.thing_at(index)
        if thing is not None:
            self.opened.emit(thing)
