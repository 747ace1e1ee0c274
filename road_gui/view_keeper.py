"""Keeps what is seen: size and page always, and what is open for the case of a crash."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from road_gui.compare.page import ComparePage
from road_gui.player.page import PlayerPage
from road_gui.settings import Settings

_SAVE_MS = 1000
_CALM_MS = 60_000
_PLAYED, _PAIR = "session/played", "session/pair"


class Maker(Protocol):
    """Who makes files that are gone when the window closes."""

    def owns(self, path: Path) -> bool:
        """Whether a file is one of those."""


class ViewKeeper(QObject):
    """Writes soon after a change how the window looks, and at once what is open in it.

    What is open is forgotten when the window closes; so what is found at a start was left by a
    crash, and is opened again. It is kept anew only when it has done no harm for a minute: what
    crashed the window is tried once.

    Signals
    -------
    status(str)
        A sentence for the status bar.
    """

    status = Signal(str)

    def __init__(
        self,
        settings: Settings,
        pages: QStackedWidget,
        player: PlayerPage,
        compare: ComparePage,
        makers: Sequence[Maker],
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._settings, self._pages = settings, pages
        self._player, self._compare, self._makers = player, compare, makers
        self._is_ours = False
        self._on_trial: list[list[str]] = []
        self._timer = QTimer(self, interval=_SAVE_MS, singleShot=True)
        self._timer.timeout.connect(self.save)
        self.calm = QTimer(self, interval=_CALM_MS, singleShot=True)
        self.calm.timeout.connect(self._end_trial)

    def reopen(self) -> None:
        """Open what a crash has left, as far as it is still there; keep what is open from now on.

        Only one window at a time may do that.
        """
        self._is_ours = True
        self._player.opened.connect(self._keep_played)
        self._compare.opened.connect(self._keep_pair)
        played = _there([self._settings.value(_PLAYED, "")])
        pair = _there(self._settings.value(_PAIR, list[str]()))
        self._forget()
        if played:
            self._player.open_path(played[0])
        if len(pair) == 2:
            self._compare.open_pair(*pair)
        elif pair:
            pair = []
        if names := [path.name for path in (*played, *pair)]:
            self._on_trial = [[os.fspath(path) for path in kind] for kind in (played, pair)]
            self.calm.start()
            text = self.tr("Opened again after an unexpected end: {names}")
            told = text.format(names=", ".join(dict.fromkeys(names)))
            # Of the queue something may have been said just now.
            before = self._window().statusBar().currentMessage()
            self.status.emit(f"{before} · {told}" if before else told)

    def restore_geometry(self) -> bool:
        """Give the window the size that it had; return whether it had one."""
        geometry = self._settings.value("window/geometry", QByteArray())
        return not geometry.isEmpty() and self._window().restoreGeometry(geometry)

    @Slot()
    def save_soon(self) -> None:
        """Write size and page after a moment, in which they may change again."""
        if self._is_ours:
            self._timer.start()

    @Slot()
    def save(self) -> None:
        """Write size and page."""
        self._settings.set("window/geometry", self._window().saveGeometry())
        self._settings.set("window/page", self._pages.currentIndex())
        self._settings.sync()

    def close(self) -> None:
        """Write size and page a last time, and forget what is open: this is no crash."""
        self._timer.stop()
        self.calm.stop()
        self.save()
        if self._is_ours:
            self._is_ours = False
            self._forget()

    def _window(self) -> QMainWindow:
        # Asked for each time: a window that is held by what it holds is never gone.
        return cast(QMainWindow, self.parent())

    def _forget(self) -> None:
        self._settings.remove(_PLAYED)
        self._settings.remove(_PAIR)
        self._settings.sync()

    def _keep(self, key: str, paths: list[str]) -> None:
        if self._is_ours and paths not in self._on_trial:
            self._settings.set(key, paths if key == _PAIR else paths[0])
            self._settings.sync()

    @Slot(object)
    def _keep_played(self, path: Path) -> None:
        if not self._is_passing(path):
            self._keep(_PLAYED, [os.fspath(path)])

    @Slot()
    def _keep_pair(self) -> None:
        pair = self._compare.pair
        if pair is not None and not self._is_passing(pair.decoded):
            self._keep(_PAIR, [os.fspath(pair.original), os.fspath(pair.decoded)])

    def _is_passing(self, path: Path) -> bool:
        return any(maker.owns(path) for maker in self._makers)

    @Slot()
    def _end_trial(self) -> None:
        self._on_trial = []
        if self._player.path is not None:
            self._keep_played(self._player.path)
        self._keep_pair()


def _there(names: list[str]) -> list[Path]:
    """Return the files that still exist."""
    return [Path(name) for name in names if name and "\0" not in name and Path(name).is_file()]
