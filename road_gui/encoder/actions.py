"""What can be done on the Convert page, each with its keys."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from road_gui.actions import make_action


class ConvertActions(QObject):
    """The actions of the page; menus, buttons and keys share them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Of the table: which columns it shows.
        self.columns: list[QAction | None] = []
        self.add_files = make_action(
            self,
            self.tr("&Add files…"),
            keys="Ctrl+O",
            picture="add-file",
            tip=self.tr("Choose sounds to encode or encoded files to decode"),
        )
        self.add_folder = make_action(
            self,
            self.tr("Add &folder…"),
            keys="Ctrl+Shift+O",
            picture="add-folder",
            tip=self.tr("Add all sounds in a folder and the folders in it; the tree is kept"),
        )
        self.start = make_action(
            self,
            self.tr("&Start"),
            keys="Ctrl+Return",
            picture="play",
            tip=self.tr("Convert all files that wait"),
        )
        self.pause = make_action(
            self,
            self.tr("&Pause after this file"),
            picture="pause",
            tip=self.tr("Finish what is being converted, then take no more"),
        )
        self.resume = make_action(
            self,
            self.tr("R&esume"),
            picture="play",
            tip=self.tr("Take more files again, before those being converted have ended"),
        )
        self.stop = make_action(
            self,
            self.tr("Stop &now"),
            keys="Esc",
            picture="stop",
            tip=self.tr("Stop at once; unfinished files are removed"),
        )
        self.stop_selected = make_action(
            self,
            self.tr("Stop se&lected"),
            keys="Shift+Esc",
            picture="stop",
            tip=self.tr("Stop the selected files and go on with the others"),
        )
        self._make_those_of_rows()

    def of_this_page(self) -> list[QAction]:
        """List what is about rows that only this page shows, or means something else on others."""
        return [
            *(self.stop, self.stop_selected, self.retry, self.remove, self.clear),
            *(self.row_settings, self.move_up, self.move_down, self.undo, self.redo),
            *(self.open, self.compare),
        ]

    def _make_those_of_rows(self) -> None:
        self.retry = make_action(
            self,
            self.tr("&Retry"),
            keys="Ctrl+R",
            picture="retry",
            tip=self.tr(
                "Convert the selected files that failed, were stopped or skipped once more; "
                "where none is selected, all that failed"
            ),
        )
        self.why = make_action(
            self,
            self.tr("W&hy it failed…"),
            picture="info",
            tip=self.tr("Show what went wrong with the selected file, as a double click does"),
        )
        self.remove = make_action(
            self,
            self.tr("Re&move"),
            keys="Del",
            picture="remove",
            tip=self.tr("Take the selected files out of the queue; the files stay"),
        )
        self.clear = make_action(
            self,
            self.tr("&Clear finished"),
            keys="Ctrl+Shift+Del",
            picture="clear",
            tip=self.tr("Take everything that is done out of the queue"),
        )
        self._make_those_that_arrange()
        self._make_those_that_look()

    def _make_those_that_arrange(self) -> None:
        self.row_settings = make_action(
            self,
            self.tr("Settin&gs of the selected…"),
            keys="Alt+Return",
            picture="settings",
            tip=self.tr("Give the selected files a codec, a preset or values of their own"),
        )
        self.move_up = make_action(
            self,
            self.tr("Mo&ve up"),
            keys="Alt+Up",
            picture="chevron-up",
            tip=self.tr("Convert the selected files earlier; they can be dragged as well"),
        )
        self.move_down = make_action(
            self,
            self.tr("Move do&wn"),
            keys="Alt+Down",
            picture="chevron-down",
            tip=self.tr("Convert the selected files later; they can be dragged as well"),
        )
        self.undo = make_action(
            self,
            self.tr("&Undo"),
            keys="Ctrl+Z",
            picture="undo",
            tip=self.tr("Bring back what was removed, or the order before"),
        )
        self.redo = make_action(
            self,
            self.tr("Re&do"),
            keys="Ctrl+Shift+Z",
            tip=self.tr("Do again what was undone"),
        )

    def _make_those_that_look(self) -> None:
        self.open = make_action(
            self,
            self.tr("&Open in the player"),
            keys="Ctrl+Shift+Return",
            picture="player",
            tip=self.tr("Listen to the selected file; a double click does the same"),
        )
        self.compare = make_action(
            self,
            self.tr("Compare with the ori&ginal"),
            keys="Ctrl+Shift+K",
            picture="compare",
            tip=self.tr("See and measure how far the selected file is from its original"),
        )
        self.show_folder = make_action(
            self,
            self.tr("Show in &folder"),
            picture="folder",
            tip=self.tr("Open the folder of the converted file"),
        )
        self.report = make_action(
            self,
            self.tr("Repor&t…"),
            keys="Ctrl+Shift+R",
            picture="report",
            tip=self.tr("Show what became of every file; it can be saved as a table or JSON"),
        )
        self.copy_report = make_action(
            self,
            self.tr("Cop&y report"),
            picture="copy",
            tip=self.tr("Copy what became of every file, as text"),
        )
        self.settings = make_action(
            self,
            self.tr("S&ettings panel"),
            keys="Ctrl+,",
            picture="settings",
            tip=self.tr("Show or hide how files are converted"),
        )
        self.settings.setCheckable(True)
        self._make_those_of_files()

    def _make_those_of_files(self) -> None:
        self.import_queue = make_action(
            self,
            self.tr("&Import queue…"),
            tip=self.tr("Add the files of a queue that was exported, with their own settings"),
        )
        self.export_queue = make_action(
            self,
            self.tr("E&xport queue…"),
            tip=self.tr("Write all files of the queue and their own settings to a JSON file"),
        )
