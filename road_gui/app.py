"""Starts the window, unless it is there: settings, theme, language, the last net, the loop."""

import argparse
import gc
import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QObject,
    QSocketNotifier,
    Signal,
    Slot,
)
from PySide6.QtWidgets import QApplication

from road_codec import __version__
from road_gui.faults import FaultCatcher
from road_gui.icons import icon
from road_gui.language import KEY, SYSTEM, locale_of, translate_into
from road_gui.log import start_log
from road_gui.one_window import Door
from road_gui.settings import APPLICATION, ORGANISATION, Settings
from road_gui.theme import Theme

if TYPE_CHECKING:
    from road_gui.main_window import MainWindow

MISSING_PART = 6
"""Exit code where there is no screen, as of the command `road`."""

_MANY = 64
"""More signals than come at once."""


class Program(QApplication):
    """The application, which knows when the session ends.

    Signals
    -------
    ending()
        When it is to end by the word of another program, which will not wait for answers.
    """

    ending = Signal()

    def event(self, event: QEvent) -> bool:
        """Tell before Qt closes the windows: the session's manager sends nothing else."""
        if event.type() == QEvent.Type.Quit:
            self.ending.emit()
        return super().event(event)


class InterruptWatch(QObject):
    """Lets Ctrl-C in a terminal close the window as its own button would, and tells of its end.

    Python sees a signal only when it runs again, and Qt's loop may sleep for
    long: the number of the signal, written to a socket, wakes it up.

    Signals
    -------
    terminated()
        When the program is to end at once, or its terminal is gone.
    """

    terminated = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        signal.set_wakeup_fd(self._writer.fileno())
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            # What was started to outlive its terminal is told by a signal that is ignored.
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _ignore)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._quit)

    def stop(self) -> None:
        """Watch no longer."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for end in (self._reader, self._writer):
            end.close()

    @Slot()
    def _quit(self) -> None:
        if set(self._reader.recv(_MANY)) - {signal.SIGINT}:
            self.terminated.emit()
        else:
            QApplication.closeAllWindows()


def main(argv: Sequence[str] | None = None) -> int:
    """Show the window until it is closed, or the one that is open; return the exit code."""
    words = list(sys.argv if argv is None else argv)
    options = _parse(words[1:])
    if not has_screen():
        print(
            "road: no screen was found (DISPLAY and WAYLAND_DISPLAY are not set); "
            "the other commands of road work without one",
            file=sys.stderr,
        )
        return MISSING_PART
    app = Program(words[:1])
    settings, theme = prepare(app)
    paths = [_whole_path(name) for name in options.files]
    door = Door(settings.path, parent=app)
    if not door.open(paths):
        return 0
    start_log()
    catcher = FaultCatcher(app)
    catcher.install()
    watch = InterruptWatch(app)
    code = _show_windows(app, door, watch, settings, theme, paths)
    door.close()
    watch.stop()
    return code


def has_screen() -> bool:
    """Whether a window can be shown, as far as is known before; Qt aborts where it cannot."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def prepare(app: QApplication) -> tuple[Settings, Theme]:
    """Give the application its names, language and style; the colours are yet to be applied."""
    QCoreApplication.setOrganizationName(ORGANISATION)
    QCoreApplication.setApplicationName(APPLICATION)
    QCoreApplication.setApplicationVersion(__version__)
    app.setApplicationDisplayName("ROAD Studio")
    app.setDesktopFileName("road-studio")
    app.setWindowIcon(icon("road-studio"))
    app.setStyle("Fusion")
    settings = Settings()
    locale = locale_of(settings.value(KEY, SYSTEM))
    QLocale.setDefault(locale)
    translate_into(app, locale)
    return settings, Theme(settings.value("window/theme", "system"), app)


def built_window(settings: Settings, theme: Theme) -> "MainWindow":
    """Return a window in the theme's colours, not shown yet."""
    # To look through all that the libraries load holds up every thread for 0.1 s, now and later
    # again and again, and finds nothing: none of it is ever given back.
    gc.disable()
    try:
        # Imported late: a fault in a page is then shown in a dialog, not in a terminal.
        from road_gui.main_window import MainWindow

        window = MainWindow(settings, theme)
        # Now and not before: Qt would shape each widget again whenever it is put into another
        # one, which is two thirds of the time until the window shows.
        theme.apply()
        gc.freeze()
    finally:
        gc.enable()
    return window


def _show_windows(
    app: Program,
    door: Door,
    watch: InterruptWatch,
    settings: Settings,
    theme: Theme,
    paths: Sequence[Path],
) -> int:
    """Show a window, and a new one after each that was closed for a reset."""
    from road_gui.player.media_keys import MediaKeys

    while True:
        window = built_window(settings, theme)
        keys = MediaKeys(window.player, window)
        app.ending.connect(window.end)
        watch.terminated.connect(window.end)
        door.asked.connect(window.take_over)
        if paths:
            window.open_paths(paths)
        window.show()
        code = app.exec()
        keys.leave()
        if not window.wants_reset:
            return code
        window.deleteLater()
        paths = []
        settings.clear()
        theme.set_mode("system")


def _parse(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="road-gui", description="Encoder, decoder and player for fractal audio."
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="sound or ROAD files, folders")
    parser.add_argument("--version", action="version", version=f"ROAD Studio {__version__}")
    return parser.parse_args(words)


def _whole_path(name: str) -> Path:
    """Return a path that will do from any folder, and that says where the file lies."""
    path = Path(name).absolute()
    return path.resolve() if ".." in path.parts else path


def _ignore(number: int, frame: object) -> None:
    """Do nothing here: the socket wakes the loop, and the loop closes the window."""
