"""The window in a process of its own, which tells on its standard output what it shows.

    python window_process.py [--start | --reset] FILES...

Each line is one JSON object.  It is the program itself, with a window that speaks; `--start`
begins to convert as soon as the queue is on the disk, and `--reset` then resets the settings.
"""

import json
import sys

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QMessageBox

from road_gui import app, main_window
from road_gui.encoder.rows import Row


class SpeakingWindow(main_window.MainWindow):
    does = ""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        page = self.convert
        page.adder.added.connect(self.tell_added)
        page.queue.row_changed.connect(self.tell_work)
        self.player.opened.connect(self.tell_opened)
        self.keeper.saved.connect(self.tell_saved)
        QTimer.singleShot(0, self.tell_shown)

    @Slot()
    def tell_shown(self) -> None:
        names = [row.source.name for row in self.convert.model.rows]
        notices = [label.text() for label in self.statusBar().findChildren(QLabel)]
        shown = type(self._pages.currentWidget()).__name__
        tell("shown", rows=names, notices=notices, page=shown, theme=self.menus._theme.mode)

    @Slot()
    def tell_added(self) -> None:
        tell("added", rows=[row.source.name for row in self.convert.model.rows])

    @Slot(object)
    def tell_work(self, row: Row) -> None:
        if row.fraction:
            tell("work", row=row.source.name)

    @Slot(object)
    def tell_opened(self, path: object) -> None:
        tell("opened", path=str(path))

    @Slot()
    def tell_saved(self) -> None:
        tell("saved")
        if self.does == "--start":
            self.convert.start()
        elif self.does == "--reset":
            SpeakingWindow.does = ""
            QTimer.singleShot(0, self.commands.reset.trigger)


def tell(what: str, **facts: object) -> None:
    print(json.dumps({"what": what, **facts}), flush=True)


def press_first(box: QMessageBox) -> int:
    tell("asked", text=box.text())
    box.buttons()[0].click()
    return 0


if __name__ == "__main__":
    words = sys.argv[1:]
    if words and words[0].startswith("--"):
        SpeakingWindow.does = words.pop(0)
    # Of two buttons the one that agrees is pressed.
    QMessageBox.exec = press_first  # type: ignore[method-assign]
    main_window.MainWindow = SpeakingWindow  # type: ignore[misc]
    sys.exit(app.main(["road-gui", *words]))
