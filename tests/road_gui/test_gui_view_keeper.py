"""After a crash the window looks as before; what crashed it is tried once."""

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from programs import Program, quiet_start
from pytestqt.qtbot import QtBot

from road_gui.main_window import MainWindow
from road_gui.settings import Settings
from road_gui.theme import Theme

PATIENCE_MS = 10_000


@pytest.fixture
def reopened(settings: Settings, theme: Theme, qtbot: QtBot) -> Callable[[], MainWindow]:
    """Return a function that opens a window on what the settings say now."""

    def make() -> MainWindow:
        settings.set("window/welcomed", True)
        settings.sync()
        made = MainWindow(Settings(), theme)
        qtbot.addWidget(made, before_close_func=lambda one: one.close())
        return made

    return make


def test_what_was_open_in_a_killed_program_is_open_again(
    program: Callable[..., Program],
    settings: Settings,
    encoded_sound: Path,
    reopened: Callable[[], MainWindow],
    qtbot: QtBot,
) -> None:
    quiet_start(settings)
    started = program(encoded_sound)
    started.wait_for("opened")
    started.end(signal.SIGKILL)
    window = reopened()
    assert window.statusBar().currentMessage().endswith(f"unexpected end: {encoded_sound.name}")
    qtbot.waitUntil(lambda: window.player.path == encoded_sound, timeout=PATIENCE_MS)
    # Were it what crashed, the next window would not try it.
    assert Settings().value("session/played", "") == ""
    window.view_keeper.calm.timeout.emit()
    assert Settings().value("session/played", "") == str(encoded_sound)
    window.close()
    assert Settings().value("session/played", "") == ""


def test_a_pair_is_open_again_and_nothing_that_is_gone(
    settings: Settings, encoded_sound: Path, reopened: Callable[[], MainWindow], qtbot: QtBot
) -> None:
    original = encoded_sound.with_name("tone.wav")
    settings.set("session/pair", [str(original), str(encoded_sound)])
    settings.set("session/played", str(encoded_sound.with_name("gone.road.wav")))
    window = reopened()
    with qtbot.waitSignal(window.compare.opened, timeout=PATIENCE_MS):
        pass
    assert (window.compare.pair.original, window.compare.pair.decoded) == (original, encoded_sound)
    assert "gone" not in window.statusBar().currentMessage()
    window.close()
    assert reopened().statusBar().currentMessage() == ""


def test_what_is_opened_is_kept_while_it_is_open(
    encoded_sound: Path, window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.player.opened, timeout=PATIENCE_MS):
        window.open_in_player(encoded_sound)
    with qtbot.waitSignal(window.compare.opened, timeout=PATIENCE_MS):
        window.commands.compare_played.trigger()
    assert Settings().value("session/played", "") == str(encoded_sound)
    pair = [str(encoded_sound.with_name("tone.wav")), str(encoded_sound)]
    assert Settings().value("session/pair", list[str]()) == pair


def test_page_and_size_are_written_before_the_window_closes(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1030, 705)
    window.commands.compare.trigger()
    qtbot.waitUntil(lambda: Settings().value("window/page", 0) == 2)
    assert Settings().value("window/geometry", b"") != b""
