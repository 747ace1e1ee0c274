"""What can be done on the Codecs page, each with its keys."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from road_gui.actions import make_action
from road_gui.codecs.columns import MEASURES, NAMES, Column, words_of


class CodecsActions(QObject):
    """The actions of the page; menus, buttons and keys share them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._make_work()
        self._make_settings()
        self._make_those_of_rows()
        self._make_exports()
        self.measures = {column: self._checkable(column, column.name) for column in MEASURES}
        self.columns = {
            column: self._checkable(column, column.name) for column in Column if column not in NAMES
        }
        self.orders = {column: self._sorting(column) for column in Column}
        self.as_asked = make_action(
            self,
            self.tr("As they were &asked for"),
            tip=self.tr("Order the results as the settings stand in the list"),
        )

    def of_results(self) -> list[QAction]:
        """List what is offered for a row, or a point."""
        return [self.hear, self.see, self.save_encoded, self.again, self.remove]

    def all(self) -> list[QAction | None]:
        """Return the actions in the order of a menu, None for a line between groups."""
        return [
            *(self.choose, self.start, self.stop, None),
            *(self.add_setting, self.remove_setting, None),
            *(self.hear, self.see, self.save_encoded, self.again, self.remove, None),
            *(self.clear, self.undo, None),
            *(self.save_table, self.save_plot),
        ]

    def _make_work(self) -> None:
        self.choose = make_action(
            self,
            self.tr("Choose a &sound…"),
            keys="Ctrl+L",
            picture="sound-file",
            tip=self.tr("Choose the sound that all codecs are given"),
        )
        self.start = make_action(
            self,
            self.tr("&Run"),
            keys="F5",
            picture="play",
            tip=self.tr("Measure all checked settings that have no result for this sound yet"),
        )
        self.stop = make_action(
            self,
            self.tr("S&top"),
            keys="Shift+F5",
            picture="stop",
            tip=self.tr("Stop at once; results that are there stay"),
        )

    def _make_settings(self) -> None:
        self.add_setting = make_action(
            self,
            self.tr("Add a sett&ing…"),
            keys="Ctrl+N",
            picture="add",
            tip=self.tr("Choose parameters of a codec, to be compared too"),
        )
        self.remove_setting = make_action(
            self,
            self.tr("Remove the settin&g"),
            picture="remove",
            tip=self.tr("Take a setting that was added out of the list"),
        )

    def _make_those_of_rows(self) -> None:
        self.hear = make_action(
            self,
            self.tr("&Hear"),
            keys="Ctrl+H",
            picture="player",
            tip=self.tr("Listen to the selected result; a double click does the same"),
        )
        self.see = make_action(
            self,
            self.tr("S&ee"),
            keys="Ctrl+J",
            picture="compare",
            tip=self.tr("See the selected result beside the original"),
        )
        self.save_encoded = make_action(
            self,
            self.tr("Sa&ve as…"),
            keys="Ctrl+Alt+S",
            picture="save",
            tip=self.tr("Keep the encoded file; what is not kept goes when the results go"),
        )
        self.again = make_action(
            self,
            self.tr("&Measure again"),
            keys="Shift+F6",
            picture="retry",
            tip=self.tr("Measure the selected setting once more"),
        )
        self.remove = make_action(
            self,
            self.tr("Remove the resu&lt"),
            keys="Shift+Del",
            picture="remove",
            tip=self.tr("Take the selected result and its file away"),
        )

    def _make_exports(self) -> None:
        self.clear = make_action(
            self,
            self.tr("&Clear all results"),
            picture="clear",
            tip=self.tr("Take all results and their files away"),
        )
        self.undo = make_action(
            self,
            self.tr("Bring back what was removed"),
            keys="Ctrl+Z",
            picture="undo",
            tip=self.tr("Undo the last removal of results or of a setting"),
        )
        self.save_table = make_action(
            self,
            self.tr("Save the ta&ble…"),
            keys="Ctrl+E",
            picture="table",
            tip=self.tr("Write all results to a CSV or JSON file"),
        )
        self.save_plot = make_action(
            self,
            self.tr("Save the &plot…"),
            keys="Ctrl+Shift+E",
            picture="picture",
            tip=self.tr("Write the plot to a PNG or SVG file"),
        )

    def _checkable(self, column: Column, name: str) -> QAction:
        words = words_of(column)
        action = make_action(self, words.name, tip=words.tip)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setData(column)
        return action

    def _sorting(self, column: Column) -> QAction:
        action = make_action(self, words_of(column).name)
        action.setData(column)
        return action
