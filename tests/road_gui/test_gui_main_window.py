"""The window takes files from anywhere, can be walked by keyboard, and closes cleanly."""

import gc
import os
import re
import signal
import threading
import weakref
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QUrl,
)
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions
from road_gui.app import InterruptWatch, main
from road_gui.encoder.rows import Kind, State
from road_gui.faults import FaultCatcher
from road_gui.main_window import MainWindow
from road_gui.player.source import Heard
from road_gui.settings import Settings
from road_gui.theme import Theme

MakeSound = Callable[..., Path]


_GESTURE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drag(widget: QWidget, *paths: Path) -> QMimeData:
    """Send what a file manager sends when files are dragged in."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPoint(widget.width() // 2, widget.height() // 2)
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(middle, Qt.DropAction.CopyAction, data, *_GESTURE)
        QApplication.sendEvent(widget, event)
        assert event.isAccepted()
    return data


def drop(widget: QWidget, *paths: Path) -> QDropEvent:
    """Send what a file manager sends when files are dragged in and let go."""
    data = drag(widget, *paths)
    middle = QPointF(widget.width() / 2, widget.height() / 2)
    let_go = QDropEvent(middle, Qt.DropAction.CopyAction, data, *_GESTURE)
    QApplication.sendEvent(widget, let_go)
    return let_go


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


def test_closing_during_work_asks_once_and_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, make_sound: MakeSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = make_sound("long.wav", seconds=900.0)
    with qtbot.waitSignal(window.convert.adder.added):
        window.convert.add_paths([long])
    with qtbot.waitSignal(window.convert.queue.row_changed):
        window.convert.start()
    asked: list[str] = []

    def answer(button: QMessageBox.ButtonRole) -> Callable[[QMessageBox], int]:
        def choose(box: QMessageBox) -> int:
            asked.append(box.text())
            next(one for one in box.buttons() if box.buttonRole(one) == button).click()
            return 0

        return choose

    monkeypatch.setattr(QMessageBox, "exec", answer(QMessageBox.ButtonRole.RejectRole))
    assert not window.close()
    assert window.isVisible()
    assert window.convert.is_running

    monkeypatch.setattr(QMessageBox, "exec", answer(QMessageBox.ButtonRole.AcceptRole))
    assert window.close()
    assert len(asked) == 2
    assert [path.name for path in long.parent.iterdir()] == ["long.wav"]


def test_an_unfinished_queue_is_there_next_time(
    qtbot: QtBot, settings: Settings, theme: Theme, make_sound: MakeSound
) -> None:
    window = MainWindow(settings, theme)
    with qtbot.waitSignal(window.convert.adder.added):
        window.convert.add_paths([make_sound("a.wav")])
    assert window.close()
    again = MainWindow(Settings(), theme)
    qtbot.addWidget(again)
    assert [row.source.name for row in again.convert.model.rows] == ["a.wav"]
    assert again.convert.model.row_at(0).state is State.QUEUED
    assert again.statusBar().currentMessage() == "1 unfinished file restored from the last time"
    again.close()


def test_size_and_page_are_remembered(settings: Settings, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(settings, theme)
    window.show()
    window.resize(1030, 705)  # wider would be cut to the offscreen screen
    window.commands.play.trigger()
    window.close()
    again = MainWindow(Settings(), theme)
    qtbot.addWidget(again)
    again.show()
    assert again.size().height() == 705
    assert again.player.isVisible()
    again.close()


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


def test_an_interrupt_closes_the_window(qtbot: QtBot, window: MainWindow) -> None:
    heard = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in heard}
    watch = InterruptWatch()
    try:
        os.kill(os.getpid(), signal.SIGINT)
        qtbot.waitUntil(lambda: not window.isVisible())
    finally:
        watch.stop()
        for number, handler in before.items():
            signal.signal(number, handler)


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


def test_a_reset_that_is_refused_changes_nothing(
    window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(box: QMessageBox) -> int:
        assert box.clickedButton() is None
        next(one for one in box.buttons() if one is box.defaultButton()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", refuse)
    settings.set("output/place", "folder")
    window.commands.reset.trigger()
    assert window.isVisible()
    assert not window.wants_reset
    assert settings.value("output/place", "") == "folder"


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


def test_a_window_that_nobody_holds_is_gone_at_once(settings: Settings, theme: Theme) -> None:
    """Were it in a cycle, the collector would empty its objects while Qt still asks them."""
    gc.disable()
    try:
        window = MainWindow(settings, theme)
        held = weakref.ref(window)
        window.close()
        del window
        assert held() is None
    finally:
        gc.enable()


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_hundred_windows_leave_nothing_behind(
    settings: Settings, theme: Theme, qapp: QApplication
) -> None:
    def open_and_close() -> None:
        window = MainWindow(settings, theme)
        window.show()
        qapp.processEvents()
        assert window.close()
        window.deleteLater()
        del window
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

    def counted() -> tuple[int, int, int]:
        return len(qapp.allWidgets()), threading.active_count(), n_native_threads()

    for _ in range(5):  # caches fill
        open_and_close()
    before, memory = counted(), resident_bytes()
    for _ in range(100):
        open_and_close()
    # Threads of other tests may end meanwhile.
    assert all(now <= then for now, then in zip(counted(), before, strict=True))
    assert resident_bytes() - memory < 5_000_000


def n_native_threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


def resident_bytes() -> int:
    n_pages = int(Path("/proc/self/statm").read_text().split()[1])
    return n_pages * os.sysconf("SC_PAGE_SIZE")
