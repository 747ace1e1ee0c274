"""The window can be used by keyboard alone: all is met, has a name, and no key means two things."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from walking import nameless, walked

from road_gui.actions import ActionButton
from road_gui.help import keys_of
from road_gui.main_window import MainWindow
from road_gui.navigation import Navigation

MakeSound = Callable[..., Path]


def activate(window: MainWindow, start: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    start.setFocus()


@pytest.mark.parametrize("page", ["convert", "play", "compare", "codecs", "fractal", "welcome"])
def test_every_control_has_a_name(
    page: str, window: MainWindow, qtbot: QtBot, make_sound: MakeSound
) -> None:
    getattr(window.commands, page).trigger()
    for section in window.convert.panel.sections.values():
        section.set_open(True)
    window.convert.panel.encoding.form.more.set_open(True)
    window.convert.panel.decoding.params.more.set_open(True)
    with qtbot.waitSignal(window.convert.adder.added):
        window.convert.adder.add([make_sound("a.wav")])
    assert nameless(window) == []


def test_the_tab_key_reaches_every_control(
    qtbot: QtBot, window: MainWindow, make_sound: MakeSound
) -> None:
    with qtbot.waitSignal(window.convert.adder.added):
        window.convert.add_paths([make_sound("a.wav")])
    window.convert.view.selectRow(0)
    activate(window, window.convert.view, qtbot)
    assert {"Queue of files", "Convert", "Play", "Start"} <= walked(window)


def test_the_tab_key_reaches_every_control_of_the_first_page_and_of_the_tour(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.commands.welcome.trigger()
    window.tour.begin()
    activate(window, window.centralWidget(), qtbot)
    window.focusNextChild()
    names = walked(window)
    assert {"Welcome", "Convert"} <= names
    assert len(walked(window.tour)) >= 3
    assert len(walked(window.welcome)) >= 4


# Their actions sleep while their page is hidden, so that one key may serve several of them.
SLEEPERS = {"Play", "Compare", "Codecs"}


@pytest.mark.parametrize("page", ["Convert", *sorted(SLEEPERS), "Fractal"])
def test_keys_are_all_different_and_all_in_menus(
    page: str, window: MainWindow, qtbot: QtBot
) -> None:
    window.activateWindow()
    next(one for one in window.commands.pages if one.iconText() == page).trigger()
    window.setFocus()
    actions = [
        action
        for title, listed in window.menus.titled_actions()
        for action in listed
        if title not in SLEEPERS - {page}
        and (page == "Play" or action not in window.player.commands.view())
        # A key of one widget alone is asked for by that widget.
        and action.shortcutContext() != Qt.ShortcutContext.WidgetShortcut
    ]
    names = [keys.toString() for action in actions for keys in action.shortcuts()]
    assert sorted(set(names)) == sorted(names)
    # The list of keys names those too that work on another page.
    listed = {keys.toString() for action in actions for keys in keys_of(action)}
    assert {"Ctrl+O", "Ctrl+Return", "Esc", "Del", "Ctrl+R", "Ctrl+,", "F1"} <= listed


def test_the_keys_follow_a_click_on_the_rail_to_what_its_page_is_about(
    qtbot: QtBot, window: MainWindow, make_sound: MakeSound, encoded_sound: Path
) -> None:
    def click(action: QAction) -> None:
        (button,) = (
            one
            for one in window.findChildren(QToolButton)
            if one.defaultAction() is action and isinstance(one.parent(), Navigation)
        )
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    with qtbot.waitSignal(window.convert.adder.added):
        window.convert.add_paths([make_sound("a.wav")])
    with qtbot.waitSignal(window.player.opened, timeout=10_000):
        window.player.open_path(encoded_sound)
    activate(window, window.convert.view, qtbot)
    click(window.commands.play)
    assert QApplication.focusWidget() is window.player.waveform
    click(window.commands.convert)
    assert QApplication.focusWidget() is window.convert.view
    window.convert.panel.output.names.edit.setFocus()
    click(window.commands.play)
    assert QApplication.focusWidget() is window.player.waveform


def test_a_click_on_start_leaves_the_keys_with_the_queue(
    qtbot: QtBot, window: MainWindow, make_sound: MakeSound
) -> None:
    with qtbot.waitSignal(window.convert.adder.added):
        window.convert.add_paths([make_sound("a.wav")])
    activate(window, window.convert.view, qtbot)
    (start,) = (one for one in window.findChildren(ActionButton) if one.text() == "Start")
    with qtbot.waitSignal(window.convert.queue.finished, timeout=20_000):
        qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    assert not start.isEnabled()
    assert QApplication.focusWidget() is window.convert.view


def test_who_walks_along_the_rail_stays_there(qtbot: QtBot, window: MainWindow) -> None:
    rail = window.findChild(Navigation)
    activate(window, rail.findChild(QToolButton), qtbot)
    button = QApplication.focusWidget()
    window.commands.compare.trigger()
    assert QApplication.focusWidget() is button
