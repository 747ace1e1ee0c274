"""The pages of the window know of each other, and what is damaged is told."""

import re
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions
from road_gui.app import main
from road_gui.faults import FaultCatcher
from road_gui.main_window import MainWindow
from road_gui.player.source import Heard
from road_gui.settings import Settings
from road_gui.theme import Theme

MakeSound = Callable[..., Path]


def test_what_is_played_can_be_compared_with_its_original(
    qtbot: QtBot, window: MainWindow, encoded_sound: Path
) -> None:
    assert not window.commands.compare_played.isEnabled()
    with qtbot.waitSignal(window.player.opened, timeout=10_000):
        window.open_in_player(encoded_sound)
    with qtbot.waitSignal(window.compare.opened, timeout=10_000):
        window.commands.compare_played.trigger()
    assert window.compare.pair.original == encoded_sound.with_name("tone.wav")


def test_an_empty_compare_page_takes_what_is_played(
    qtbot: QtBot, window: MainWindow, encoded_sound: Path, make_sound: MakeSound
) -> None:
    compare, commands = window.compare, window.commands
    commands.compare.trigger()
    assert compare.choice.is_empty
    with qtbot.waitSignal(window.player.opened, timeout=10_000):
        window.open_in_player(encoded_sound)
    original = encoded_sound.with_name("tone.wav")
    qtbot.waitUntil(lambda: window.player.original == original, timeout=10_000)
    commands.compare.trigger()
    assert (compare.choice.original, compare.choice.decoded) == (original, encoded_sound)
    commands.play.trigger()
    compare.choice.set(original, make_sound("other.wav", 1.0))
    commands.compare.trigger()
    assert compare.choice.decoded != encoded_sound  # what was chosen stays


def test_what_was_encoded_can_be_compared_from_its_row(
    qtbot: QtBot, window: MainWindow, make_sound: MakeSound
) -> None:
    with qtbot.waitSignal(window.convert.adder.added):
        window.convert.add_paths([make_sound("a.wav", 1.0)])
    window.convert.view.selectRow(0)
    assert not window.convert.commands.compare.isEnabled()
    with qtbot.waitSignal(window.convert.queue.finished, timeout=20_000):
        window.convert.start()
    assert window.convert.commands.compare.isEnabled()
    with qtbot.waitSignal(window.compare.opened, timeout=10_000):
        window.convert.commands.compare.trigger()
    row = window.convert.model.row_at(0)
    assert window.compare.pair.original == row.source
    assert window.compare.pair.decoded == row.target


def test_what_was_encoded_under_another_name_is_heard_and_seen_beside_its_original(
    qtbot: QtBot, window: MainWindow, make_sound: MakeSound, tmp_path: Path
) -> None:
    convert, player = window.convert, window.player
    source = make_sound("a.wav", 1.0)
    convert.panel.output.set_folder(str(tmp_path / "elsewhere"))
    convert.panel.output.names.edit.setText("{codec} {name}")
    with qtbot.waitSignal(convert.adder.added):
        convert.add_paths([source])
    with qtbot.waitSignal(convert.queue.finished, timeout=20_000):
        convert.start()
    target = convert.model.row_at(0).target
    assert target is not None
    assert target.parent == tmp_path / "elsewhere"
    convert.view.selectRow(0)
    with qtbot.waitSignal(player.opened, timeout=10_000):
        convert.commands.open.trigger()
    qtbot.waitUntil(player.commands.hear[Heard.ORIGINAL].isEnabled, timeout=10_000)
    assert (player.path, player.original) == (target, source)
    with qtbot.waitSignal(window.compare.opened, timeout=10_000):
        window.commands.compare_played.trigger()
    assert (window.compare.pair.original, window.compare.pair.decoded) == (source, target)
    window.commands.fractal.trigger()
    explorer = window.fractal.explorer
    qtbot.waitUntil(lambda: explorer.file is not None, timeout=10_000)
    assert explorer.file.original == source
    with qtbot.waitSignal(explorer.look_changed, timeout=10_000):
        window.commands.look_played.trigger()
    assert explorer.file.original == source
    window.commands.play.trigger()
    player.commands.forget_original.trigger()
    assert player.original is None


def test_the_keys_of_a_page_are_its_own(
    qtbot: QtBot, window: MainWindow, encoded_sound: Path
) -> None:
    with qtbot.waitSignal(window.player.opened, timeout=10_000):
        window.open_in_player(encoded_sound)
    with qtbot.waitSignal(window.compare.surveyed, timeout=10_000):
        window.commands.compare_played.trigger()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.compare.stage.lanes.setFocus()
    before = window.compare.view.width
    qtbot.keyClick(window, Qt.Key.Key_Plus)
    assert window.compare.view.width == pytest.approx(before / 1.6)
    qtbot.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert window.compare.view.selection == (0, window.compare.view.n_samples)
    qtbot.keyClick(window.compare.stage.lanes, Qt.Key.Key_Escape)
    assert window.compare.view.selection is None


def choose_target(monkeypatch: pytest.MonkeyPatch, chosen: Path) -> None:
    """Let the dialog for decoded sounds be answered with a name."""

    def answer(dialog: QFileDialog) -> int:
        assert [Path(name).name for name in dialog.selectedFiles()] == ["tone.decoded.wav"]
        dialog.selectFile(str(chosen))
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("plain", "plain.wav"),
        ("notes.txt", "notes.txt.wav"),
        ("take 1.5", "take 1.5.wav"),
        ("loud.FLAC", "loud.FLAC"),
    ],
)
def test_what_is_decoded_gets_the_ending_of_a_sound(
    typed: str,
    written: str,
    qtbot: QtBot,
    window: MainWindow,
    encoded_sound: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "out").mkdir()
    choose_target(monkeypatch, tmp_path / "out" / typed)
    with qtbot.waitSignal(window.convert.queue.finished, timeout=20_000):
        window.player.decode_requested.emit(encoded_sound, DecodeOptions())
    assert [row.target for row in window.convert.model.rows] == [tmp_path / "out" / written]
    assert [path.name for path in (tmp_path / "out").iterdir()] == [written]


@pytest.mark.parametrize("is_allowed", [True, False])
def test_a_completed_name_replaces_nothing_unasked(
    is_allowed: bool,
    qtbot: QtBot,
    window: MainWindow,
    encoded_sound: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = tmp_path / "notes.txt.wav"
    old.write_bytes(b"old")
    choose_target(monkeypatch, tmp_path / "notes.txt")
    button = QMessageBox.StandardButton.Yes if is_allowed else QMessageBox.StandardButton.No
    monkeypatch.setattr(QMessageBox, "question", lambda *_, **__: button)
    finished = window.convert.queue.finished
    with qtbot.waitSignal(finished, timeout=20_000) if is_allowed else nullcontext():
        window.player.decode_requested.emit(encoded_sound, DecodeOptions())
    assert window.convert.model.rowCount() == is_allowed
    assert (old.read_bytes() == b"old") != is_allowed


def test_opening_another_file_ends_what_was_said_of_the_one_before(
    qtbot: QtBot, window: MainWindow, encoded_sound: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.player.status, timeout=10_000):
        window.open_in_player(tmp_path / "missing.road.wav")
    assert "missing.road.wav" in window.statusBar().currentMessage()
    with qtbot.waitSignal(window.player.opened, timeout=10_000):
        window.open_in_player(encoded_sound)
    assert window.statusBar().currentMessage() == ""


def test_what_was_opened_is_remembered(
    qtbot: QtBot, window: MainWindow, settings: Settings, encoded_sound: Path
) -> None:
    with qtbot.waitSignal(window.player.opened, timeout=10_000):
        window.open_paths([encoded_sound])
    assert settings.recent_files() == [str(encoded_sound)]


def test_a_cleared_list_of_recent_files_can_be_brought_back(
    window: MainWindow, settings: Settings
) -> None:
    def choose(text: str) -> None:
        recent = window.menus._recent
        recent.aboutToShow.emit()
        next(one for one in recent.actions() if one.text() == text).trigger()

    for name in ("/sounds/a.wav", "/sounds/b.wav"):
        settings.add_recent_file(name)
    choose("&Clear list")
    assert settings.recent_files() == []
    choose("&Bring the list back")
    assert settings.recent_files() == ["/sounds/b.wav", "/sounds/a.wav"]


def test_a_fault_that_nobody_caught_is_shown(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.detailedText()))
    catcher = FaultCatcher()
    with qtbot.waitSignal(catcher.caught):
        catcher._take(ValueError, ValueError("lost"), None)
    qtbot.waitUntil(lambda: bool(shown))
    assert "lost" in shown[0]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [one for one in QApplication.allWidgets() if isinstance(one, QMessageBox)]


def test_the_version_is_told_without_a_window(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["road-gui", "--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("ROAD Studio ")


def test_the_damaged_settings_are_mentioned(qtbot: QtBot, theme: Theme, settings: Settings) -> None:
    settings.set("a", 1)
    settings.sync()
    settings.path.write_bytes(b"[broken\nno setting\n")
    window = MainWindow(Settings(), theme)
    qtbot.addWidget(window)
    assert ".bad" in window.statusBar().currentMessage()
    window.close()


@pytest.mark.parametrize(
    "value",
    [
        *("garbage", "-1", "1e999", "99999999999999999999", "true", "", "\x00\ud7ff"),
        *(["a", "b"], b"\x00\xff", -(2**31), 1e300, True),
    ],
    ids=repr,
)
def test_whatever_stands_in_the_settings_the_window_opens(
    value: object, settings: Settings, theme: Theme, qtbot: QtBot
) -> None:
    texts = [path.read_text() for path in Path("road_gui").rglob("*.py")]
    keys = {key for text in texts for key in re.findall(r'"([a-z]+/[a-z_-]+)"', text)}
    assert {"window/geometry", "output/on_exists", "queue/at_once", "player/volume"} <= keys
    for key in keys:
        settings.set(key, value)
    settings.sync()
    again = MainWindow(Settings(), theme)
    qtbot.addWidget(again)
    again.show()
    for page in again.commands.pages:
        page.trigger()
    assert again.close()
