"""Each page says and does what it has to with files that are dropped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dragging import drag, drop
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from road_gui.encoder.rows import Kind
from road_gui.main_window import MainWindow

MakeSound = Callable[..., Path]


def test_files_and_folders_can_be_dropped(
    qtbot: QtBot, window: MainWindow, make_sound: MakeSound, encoded_sound: Path
) -> None:
    alone, folder = make_sound("alone.wav"), make_sound("tree/deep/a.flac").parents[1]
    with qtbot.waitSignal(window.convert.adder.added):
        assert drop(window, alone, folder, encoded_sound).isAccepted()
    rows = window.convert.model.rows
    assert [(row.source.name, row.kind) for row in rows] == [
        ("alone.wav", Kind.ENCODE),
        ("a.flac", Kind.ENCODE),
        ("tone.road.wav", Kind.DECODE),
    ]
    assert window.convert.view.isVisible()
    assert "3 files added" in window.statusBar().currentMessage()


@pytest.mark.parametrize(
    ("page", "n_files", "hint"),
    [
        ("convert", 1, "Drop to add to the queue"),
        ("play", 1, "Drop to listen"),
        ("play", 2, "Drop to add to the queue"),
        ("compare", 2, "Drop to compare"),
        ("codecs", 1, "Drop to compare codecs"),
        ("fractal", 1, "Drop to look into it"),
        ("welcome", 1, "Drop to add to the queue"),
    ],
)
def test_what_hangs_over_the_window_is_told_what_would_become_of_it(
    page: str, n_files: int, hint: str, window: MainWindow, encoded_sound: Path
) -> None:
    getattr(window.commands, page).trigger()
    drag(window, *[encoded_sound] * n_files)
    shown = window.dropping.hint
    assert (shown.text, shown.isVisible()) == (hint, True)
    window.resize(window.width() + 40, window.height())
    assert shown.size() == shown.parentWidget().size()
    assert not shown.grab().isNull()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not shown.isVisible()


def test_a_drag_of_text_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("text")
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()
    QApplication.sendEvent(window, QDragLeaveEvent())


@pytest.mark.parametrize("is_encoded", [True, False])
def test_one_file_dropped_on_the_player_is_opened_there(
    is_encoded: bool,
    qtbot: QtBot,
    window: MainWindow,
    encoded_sound: Path,
    make_sound: MakeSound,
) -> None:
    dropped = encoded_sound if is_encoded else make_sound("plain.flac")
    window.commands.play.trigger()
    with qtbot.waitSignal(window.player.opened, timeout=10_000) as opened:
        drop(window, dropped)
    assert opened.args == [dropped]
    assert window.player.isVisible()
    assert window.player.commands.play.isEnabled()
    assert not window.player.engine.is_active  # what is opened waits to be started
    assert window.convert.model.rowCount() == 0


def test_a_file_that_cannot_be_played_is_refused_by_the_player(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "half.road.wav").write_bytes(b"RIFF")
    window.commands.play.trigger()
    with qtbot.waitSignal(window.player.status, timeout=10_000):
        drop(window, tmp_path / "half.road.wav")
    assert "half.road.wav" in window.statusBar().currentMessage()
    assert window.player.isVisible()
    assert window.convert.model.rowCount() == 0


@pytest.mark.parametrize("names", [["a.wav", "b.wav"], ["."]])
def test_several_files_or_a_folder_dropped_on_the_player_are_queued(
    names: list[str], qtbot: QtBot, window: MainWindow, make_sound: MakeSound
) -> None:
    folder = make_sound("a.wav").parent
    make_sound("b.wav")
    window.commands.play.trigger()
    with qtbot.waitSignal(window.convert.adder.added):
        drop(window, *(folder / name for name in names))
    assert window.convert.isVisible()
    assert [row.source.name for row in window.convert.model.rows] == ["a.wav", "b.wav"]


def test_a_sound_and_its_encoded_file_are_compared(
    qtbot: QtBot, window: MainWindow, encoded_sound: Path
) -> None:
    original = encoded_sound.with_name("tone.wav")
    window.commands.compare.trigger()
    with qtbot.waitSignal(window.compare.opened, timeout=10_000):
        drop(window, encoded_sound, original)
    assert window.compare.isVisible()
    assert (window.compare.pair.original, window.compare.pair.decoded) == (original, encoded_sound)
    assert window.convert.model.rowCount() == 0
    drop(window, encoded_sound, original, encoded_sound)
    assert window.convert.isVisible()
