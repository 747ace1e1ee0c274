"""Which columns of the queue are shown: what somebody wants, and what there is room for."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction

from road_gui.actions import make_action
from road_gui.encoder.queue_model import Column, QueueModel
from road_gui.settings import Settings

WIDTHS = {
    Column.CODEC: 108,
    Column.PRESET: 104,
    Column.STATE: 122,
    Column.PROGRESS: 132,
    Column.SPEED: 82,
    Column.LEFT: 86,
    Column.SIZE: 158,
    Column.RATIO: 64,
    Column.SNR: 76,
}
NAME_WIDTH = 200
# In a narrow window these go first, in this order: the name needs its room.
_SPARED = (
    Column.CODEC,
    Column.LEFT,
    Column.SPEED,
    Column.PRESET,
    Column.SNR,
    Column.RATIO,
    Column.SIZE,
)


class Columns(QObject):
    """The choice of columns, kept in the settings, and the actions that change it.

    Attributes
    ----------
    actions : list of QAction
        For a menu; None stands for a line.

    Signals
    -------
    changed()
        After other columns are wanted.
    """

    changed = Signal()

    def __init__(self, model: QueueModel, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._has_snr = False
        hidden = settings.value("queue/hidden_columns", list[str]())
        self._choices: dict[Column, QAction] = {}
        for column in WIDTHS:
            action = make_action(self, model.heading(column))
            action.setCheckable(True)
            action.setChecked(column.name.lower() not in hidden)
            action.toggled.connect(self._keep)
            self._choices[column] = action
        self.fit = make_action(
            self,
            self.tr("&Fit to the window"),
            tip=self.tr("Leave out columns that there is no room for, instead of scrolling"),
        )
        self.fit.setCheckable(True)
        self.fit.setChecked(settings.value("queue/fit_columns", True))
        self.fit.toggled.connect(self._keep)
        self.all = make_action(self, self.tr("Show &all columns"))
        self.all.triggered.connect(self._show_all)

    @property
    def actions(self) -> list[QAction | None]:
        """The actions in the order of a menu."""
        return [*self._choices.values(), None, self.fit, self.all]

    def set_measured(self, has_snr: bool) -> None:
        """Say whether there is, or will be, a value in the column for quality."""
        if has_snr != self._has_snr:
            self._has_snr = has_snr
            self.changed.emit()

    @property
    def wanted(self) -> set[Column]:
        """What somebody wants to see, be there room for it or not."""
        return {column for column, action in self._choices.items() if action.isChecked()}

    def shown(self, width: int) -> set[Column]:
        """Return what to show in a table of a width, in pixels."""
        wanted = self.wanted
        if not self.fit.isChecked():
            return wanted
        if not self._has_snr:
            wanted.discard(Column.SNR)
        room = width - NAME_WIDTH - sum(WIDTHS[column] for column in wanted)
        for column in _SPARED:
            if room >= 0:
                break
            if column in wanted:
                wanted.discard(column)
                room += WIDTHS[column]
        return wanted

    @Slot()
    def _keep(self) -> None:
        hidden = [
            column.name.lower()
            for column, action in self._choices.items()
            if not action.isChecked()
        ]
        self._settings.set("queue/hidden_columns", hidden)
        self._settings.set("queue/fit_columns", self.fit.isChecked())
        self.changed.emit()

    @Slot()
    def _show_all(self) -> None:
        for action in self._choices.values():
            action.setChecked(True)
