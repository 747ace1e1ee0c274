"""What was done to the queue and can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QUndoCommand

from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.rows import Row

translate = QCoreApplication.translate


class RemoveRows(QUndoCommand):
    """Rows taken out of the queue."""

    def __init__(self, model: QueueModel, rows: Sequence[Row], text: str) -> None:
        super().__init__(text)
        self._model = model
        self._rows = list(rows)
        self._gone: list[tuple[int, Row]] = []

    def redo(self) -> None:
        """Take them out."""
        self._gone = self._model.remove(self._rows)

    def undo(self) -> None:
        """Put them back where they were."""
        self._model.put_back(self._gone)


class ArrangeRows(QUndoCommand):
    """Rows put into another order."""

    def __init__(self, model: QueueModel, order: Sequence[Row], text: str) -> None:
        super().__init__(text)
        self._model = model
        self._before = list(model.rows)
        self._after = list(order)

    def redo(self) -> None:
        """Take the new order."""
        self._model.arrange(self._after)

    def undo(self) -> None:
        """Take the old one."""
        self._model.arrange(self._before)


def moved(rows: Sequence[Row], chosen: Sequence[Row], before: int) -> list[Row]:
    """Return an order in which the chosen rows stand together before what is at a place now.

    Parameters
    ----------
    rows : sequence of Row
        All of them.
    chosen : sequence of Row
        Those to be moved; they keep their order.
    before : int
        A place in `rows`; their number for the end.
    """
    picked = {id(row) for row in chosen}
    upper = [row for row in rows[:before] if id(row) not in picked]
    lower = [row for row in rows[before:] if id(row) not in picked]
    return upper + [row for row in rows if id(row) in picked] + lower
