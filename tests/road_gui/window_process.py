"""The window in a process of its own, which tells on its standard output what it shows.

    python window_process.py [--start | --close | --logout | --reset] FILES...

Each line is one JSON object.  It is the program itself, with a window that speaks; `--start`
begins to convert as soon as the queue is on the disk, `--close` then closes the window during
the work and leaves the question open, `--logout` has it end during the work as Qt does when the
session ends, and `--reset` resets the settings.
"""

import json
import sys

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

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
            does, SpeakingWindow.does = self.does, ""
            if does == "--close":
                QTimer.singleShot(0, self.close)
            elif does == "--logout":
                QTimer.singleShot(0, log_out)

    @Slot(object)
    def tell_opened(self, path: object) -> None:
        tell("opened", path=str(path))

    @Slot()
    def tell_saved(self) -> None:
        tell("saved")
        if self.does in {"--start", "--close", "--logout"}:
            self.convert.start()
        elif self.does == "--reset":
            SpeakingWindow.does = ""
            QTimer.singleShot(0, self.commands.reset.trigger)


def tell(what: str, **facts: object) -> None:
    print(json.dumps({"what": what, **facts}), flush=True)


def log_out() -> None:
    QCoreApplication.sendEvent(QCoreApplication.instance(), QEvent(QEvent.Type.Quit))


def ask(box: QMessageBox) -> int:
    QTimer.singleShot(0, tell_asked)
    return exec_box(box)


def tell_asked() -> None:
    box = QApplication.activeModalWidget()
    tell("asked", text=box.text() if isinstance(box, QMessageBox) else "")


def press_first(box: QMessageBox) -> int:
    tell("asked", text=box.text())
    box.buttons()[0].click()
    return 0


if __name__ == "__main__":
    words = sys.argv[1:]
    if words and words[0].startswith("--"):
        SpeakingWindow.does = words.pop(0)
    # Of two buttons the one that agrees is pressed, unless the question is to stay.
    exec_box = QMessageBox.exec
    stays = SpeakingWindow.does == "--close"
    QMessageBox.exec = ask if stays else press_first  # type: ignore[method-assign]
    main_window.MainWindow = SpeakingWindow  # type: ignore[misc]
    sys.exit(app.main(["road-gui", *words]))
