"""Keys of the queue work on its page; elsewhere and in fields they are for other things."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from test_gui_convert import MakeSound

from road_gui.help import keys_of
from road_gui.main_window import MainWindow


@pytest.fixture
def stopped(window: MainWindow, qtbot: QtBot) -> list[bool]:
    """Return what stopping has been asked for, in a window that has the keyboard."""
    times: list[bool] = []
    window.convert.commands.stop.setEnabled(True)
    window.convert.commands.stop.triggered.connect(lambda: times.append(True))
    window.commands.convert.trigger()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return times


def test_it_is_seen_on_its_own_page_alone(
    window: MainWindow, stopped: list[bool], qtbot: QtBot
) -> None:
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert len(stopped) == 1
    window.commands.codecs.trigger()
    window.convert.commands.stop.setEnabled(True)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert len(stopped) == 1
    # The menu does it from everywhere, and the list of keys tells of it.
    assert [keys.toString() for keys in keys_of(window.convert.commands.stop)] == ["Esc"]
    window.convert.commands.stop.trigger()
    assert len(stopped) == 2
    window.commands.convert.trigger()
    window.setFocus()
    window.convert.commands.stop.setEnabled(True)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert len(stopped) == 3


def test_the_queue_is_not_changed_from_pages_that_do_not_show_it(
    window: MainWindow, stopped: list[bool], qtbot: QtBot, make_sound: MakeSound
) -> None:
    page, sound = window.convert, make_sound("a.wav")
    with qtbot.waitSignal(page.adder.added, timeout=10_000):
        page.add_paths([sound])
    page.view.selectRow(0)
    for go in (window.commands.play, window.commands.codecs, window.commands.fractal):
        go.trigger()
        window.setFocus()
        qtbot.keyClick(window, Qt.Key.Key_Delete)
        assert len(page.model.rows) == 1
    window.commands.convert.trigger()
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Delete)
    assert page.model.rows == []
    window.commands.codecs.trigger()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.model.rows == []
    window.commands.convert.trigger()
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [row.source for row in page.model.rows] == [sound]


def test_a_number_field_keeps_it(window: MainWindow, stopped: list[bool], qtbot: QtBot) -> None:
    box = window.convert.panel.output.at_once_box
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not stopped
    box.clearFocus()
    window.convert.commands.stop.setEnabled(True)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert stopped


def test_a_line_keeps_it(window: MainWindow, stopped: list[bool], qtbot: QtBot) -> None:
    names = next(
        one
        for one in window.convert.panel.output.findChildren(QLineEdit)
        if one.isVisible() and one.isEnabled() and one.objectName() != "qt_spinbox_lineedit"
    )
    names.setFocus()
    qtbot.waitUntil(names.hasFocus)
    qtbot.keyClick(names, Qt.Key.Key_Escape)
    assert not stopped


def test_files_added_from_another_page_are_shown(
    window: MainWindow, qtbot: QtBot, make_sound: MakeSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = make_sound("a.wav")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([str(sound)], ""))
    window.commands.play.trigger()
    with qtbot.waitSignal(window.convert.adder.added, timeout=10_000):
        window.convert.commands.add_files.trigger()
    assert window.convert.isVisible()
    window.commands.play.trigger()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    window.convert.commands.add_folder.trigger()
    assert not window.convert.isVisible()  # nothing was chosen


def test_it_is_told_how_many_sounds_were_found_so_far(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(400):
        (tmp_path / f"{number}.wav").write_bytes(b"")
    told: list[str] = []
    window.convert.status.connect(told.append)
    found: list[int] = []
    window.convert.adder.found.connect(found.append)
    with qtbot.waitSignal(window.convert.adder.added, timeout=10_000):
        window.convert.add_paths([tmp_path])
    assert found
    window.convert.adder.found.emit(120)
    assert told[-1] == "Looking for sounds: 120 found so far"
