"""The Convert page does the work: encodes, decodes, fails in one row alone, and stops."""

import resource
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions, is_encoded
from road_gui.encoder.page import ConvertPage
from road_gui.encoder.rows import Kind, Row, State
from road_gui.main_window import MainWindow

MOST_SECONDS_TO_STOP = 0.5
MakeSound = Callable[..., Path]

pytestmark = pytest.mark.usefixtures("encoded_sound")


@pytest.fixture
def page(window: MainWindow) -> ConvertPage:
    return window.convert


def add(qtbot: QtBot, page: ConvertPage, *paths: Path) -> None:
    with qtbot.waitSignal(page.adder.added):
        page.add_paths(paths)


def convert(qtbot: QtBot, page: ConvertPage) -> None:
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.commands.start.trigger()


def states(page: ConvertPage) -> list[State]:
    return [row.state for row in page.model.rows]


def leftovers(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if "part" in path.name]


def test_sounds_are_encoded_and_decoded_again(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    first, second = make_sound("first.wav"), make_sound("second.wav", seconds=1.0)
    add(qtbot, page, first, second)
    assert page.commands.start.isEnabled()
    convert(qtbot, page)

    assert states(page) == [State.DONE, State.DONE]
    encoded = first.with_name("first.road.wav")
    assert is_encoded(encoded)
    assert page.model.row_at(0).target == encoded
    assert page.model.row_at(0).target_bytes == encoded.stat().st_size

    add(qtbot, page, encoded)
    convert(qtbot, page)
    decoded = first.with_name("first.decoded.wav")
    assert soundfile.info(decoded).frames == soundfile.info(first).frames
    assert leftovers(first.parent) == []


def test_there_is_nothing_to_stop_once_files_are_added(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    add(qtbot, page, make_sound("a.wav"))
    qtbot.waitUntil(lambda: not page.adder.is_busy)
    assert not page.commands.stop.isEnabled()


def test_one_broken_file_does_not_hold_up_the_others(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    good, later = make_sound("a.wav"), make_sound("c.wav")
    broken = good.with_name("b.wav")
    broken.write_bytes(b"RIFF no sound at all")
    add(qtbot, page, good.parent)
    convert(qtbot, page)

    assert states(page) == [State.DONE, State.FAILED, State.DONE]
    row = page.model.row_at(1)
    assert row.message.startswith("Not supported: ")
    assert str(broken) not in row.message  # the row names the file already
    assert not broken.with_name("b.road.wav").exists()
    assert page._bottom.line.text().startswith("2 files done · 1 failed")

    page.view.selectRow(1)
    assert row.message in page.note.text
    assert page.note.isVisible()

    soundfile.write(broken, soundfile.read(later)[0], 8000)
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.commands.retry.trigger()
    assert states(page) == [State.DONE] * 3


def test_half_an_encoded_file_fails_and_is_not_encoded_anew(
    qtbot: QtBot, page: ConvertPage, encoded_sound: Path, tmp_path: Path
) -> None:
    half = tmp_path / "half" / "tone.road.wav"
    half.parent.mkdir()
    data = encoded_sound.read_bytes()
    half.write_bytes(data[: len(data) // 2])
    add(qtbot, page, half)
    convert(qtbot, page)
    assert states(page) == [State.FAILED]
    assert "cut short" in page.model.row_at(0).message
    assert list(half.parent.iterdir()) == [half]


def test_a_full_disk_lets_the_others_wait(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    sounds = [make_sound(f"{name}.wav", seconds=2.0) for name in "abc"]
    add(qtbot, page, *sounds)
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, kept[1]))
    told: list[str] = []
    page.status.connect(told.append)
    try:
        convert(qtbot, page)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
        signal.signal(signal.SIGXFSZ, heard)

    assert states(page) == [State.FAILED, State.QUEUED, State.QUEUED]
    assert "the disk is full" in page.model.row_at(0).message.lower()
    assert told[-1] == "The disk is full: the other files wait until there is room"
    assert leftovers(sounds[0].parent) == []


def test_where_nothing_can_be_written_that_is_said_once(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound, tmp_path: Path
) -> None:
    no_folder = tmp_path / "file"
    no_folder.write_bytes(b"")
    page.panel.output.set_folder(str(no_folder))
    add(qtbot, page, make_sound("a.wav"))
    convert(qtbot, page)
    assert states(page) == [State.FAILED]
    message = page.model.row_at(0).message
    assert message.startswith(f"Cannot be written: {no_folder / 'a.road.wav'}: ")
    assert message.lower().count("cannot be written") == 1


def test_stopping_is_quick_and_leaves_nothing(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    long = make_sound("long.wav", seconds=600.0)
    add(qtbot, page, long, make_sound("waiting.wav"))
    with qtbot.waitSignal(page.queue.row_changed, check_params_cb=lambda row: bool(row.fraction)):
        page.commands.start.trigger()
    assert page.is_running

    begun = time.monotonic()
    with qtbot.waitSignal(page.queue.finished):
        page.commands.stop.trigger()
    assert time.monotonic() - begun < MOST_SECONDS_TO_STOP

    assert states(page) == [State.STOPPED, State.QUEUED]
    assert page.model.row_at(0).message == "Nothing was left behind"
    assert sorted(path.name for path in long.parent.iterdir()) == ["long.wav", "waiting.wav"]
    assert page.commands.start.isEnabled()


def test_one_file_can_be_stopped_while_the_others_go_on(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    long, other = make_sound("long.wav", seconds=600.0), make_sound("other.wav")
    add(qtbot, page, long, other)
    page.view.selectRow(1)
    with qtbot.waitSignal(page.queue.row_changed, check_params_cb=lambda row: bool(row.fraction)):
        page.commands.start.trigger()
    assert not page.commands.stop_selected.isEnabled()  # the other one only waits
    page.view.selectRow(0)
    with qtbot.waitSignal(page.queue.finished, timeout=20_000) as finished:
        page.commands.stop_selected.trigger()
    assert states(page) == [State.STOPPED, State.DONE]
    assert finished.args[0].fraction == 1.0
    assert not long.with_name("long.road.wav").exists()
    assert page.commands.start.isEnabled()


def test_pausing_finishes_what_was_begun(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    add(qtbot, page, make_sound("a.wav"), make_sound("b.wav"))
    page.queue.started.connect(page.commands.pause.trigger)
    convert(qtbot, page)
    assert states(page) == [State.DONE, State.QUEUED]


def test_files_added_to_a_running_queue_are_converted_too(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    add(qtbot, page, make_sound("a.wav", seconds=30.0))
    other = make_sound("other/a.flac")
    with qtbot.waitSignal(page.queue.started):
        page.commands.start.trigger()
    assert page.is_running
    page.adder.add([other])
    # Whether the first is still at work when the second has been looked at is left to chance.
    qtbot.waitUntil(lambda: states(page) == [State.DONE, State.DONE], timeout=20_000)
    assert is_encoded(other.with_name("a.road.wav"))


@pytest.mark.parametrize(
    ("on_exists", "state", "names"),
    [
        ("skip", State.SKIPPED, ["a.road.wav", "a.wav"]),
        ("overwrite", State.DONE, ["a.road.wav", "a.wav"]),
        ("rename", State.DONE, ["a (2).road.wav", "a.road.wav", "a.wav"]),
    ],
)
def test_what_exists_is_treated_as_asked(
    on_exists: str,
    state: State,
    names: list[str],
    qtbot: QtBot,
    page: ConvertPage,
    make_sound: MakeSound,
) -> None:
    sound = make_sound("a.wav")
    old = sound.with_name("a.road.wav")
    old.write_bytes(b"old")
    box = page.panel.output.on_exists_box
    box.setCurrentIndex(box.findData(on_exists))
    add(qtbot, page, sound)
    convert(qtbot, page)
    assert states(page) == [state]
    assert state.label not in page.model.row_at(0).message  # it stands beside it
    assert sorted(path.name for path in sound.parent.iterdir()) == names
    assert (old.read_bytes() == b"old") == (on_exists != "overwrite")


def test_one_folder_for_all_keeps_the_tree(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound, tmp_path: Path
) -> None:
    root = make_sound("a.wav").parent
    make_sound("deep/er/b.wav")
    page.panel.output.set_folder(str(tmp_path / "out"))
    page.panel.output.at_once_box.setValue(2)
    add(qtbot, page, root)
    assert page.panel.output.preview.text() == "→ a.road.wav\n→ deep/er/b.road.wav"
    convert(qtbot, page)
    assert is_encoded(tmp_path / "out" / "a.road.wav")
    assert is_encoded(tmp_path / "out" / "deep" / "er" / "b.road.wav")


def test_equal_names_are_numbered_in_the_preview_as_in_the_work(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    sounds = [make_sound("a.wav"), make_sound("a.flac"), make_sound("a.aiff")]
    add(qtbot, page, *sounds)
    names = ["a.road.wav", "a (2).road.wav", "a (3).road.wav"]
    assert page.panel.output.preview.text() == "\n".join(f"→ {name}" for name in names)
    convert(qtbot, page)
    assert [row.target and row.target.name for row in page.model.rows] == names


def test_what_comes_while_targets_are_planned_is_converted_as_well(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    add(qtbot, page, *(make_sound(f"{number}.wav", seconds=0.1) for number in range(3)))
    page.commands.start.trigger()
    assert page.starter.is_waiting
    assert not page.commands.start.isEnabled()
    late = make_sound("late.wav")
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.model.add([Row(source=late, root=late.parent, kind=Kind.ENCODE)])
    qtbot.waitUntil(lambda: states(page) == [State.DONE] * 4, timeout=20_000)


def test_planning_can_be_stopped_and_begun_again(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    add(qtbot, page, make_sound("a.wav"))
    page.commands.start.trigger()
    page.commands.stop.trigger()
    assert page.commands.start.isEnabled()
    assert states(page) == [State.QUEUED]
    convert(qtbot, page)
    assert states(page) == [State.DONE]


def test_what_was_removed_and_comes_back_during_the_work_is_converted(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    add(qtbot, page, make_sound("a.wav", seconds=120.0), make_sound("b.wav"))
    page.view.selectRow(1)
    page.commands.remove.trigger()
    page.queue.started.connect(page.commands.undo.trigger)
    convert(qtbot, page)
    assert states(page) == [State.DONE] * 2


def test_settings_of_the_panel_reach_the_encoder(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    sound = make_sound("a.wav")
    add(qtbot, page, sound)
    convert(qtbot, page)
    fine = sound.with_name("a.road.wav").stat().st_size

    page.panel.encoding.form.set_values({"smallest_range": 32})
    box = page.panel.output.on_exists_box
    box.setCurrentIndex(box.findData("overwrite"))
    add(qtbot, page, sound)
    convert(qtbot, page)
    assert sound.with_name("a.road.wav").stat().st_size < fine


def test_a_decode_asked_for_elsewhere_begins_by_itself(
    qtbot: QtBot, page: ConvertPage, encoded_sound: Path, tmp_path: Path
) -> None:
    target = tmp_path / "listen.flac"
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.queue_decode(encoded_sound, target, DecodeOptions(bits="24"))
    assert states(page) == [State.DONE]
    assert soundfile.info(target).subtype == "PCM_24"


def test_a_double_click_or_return_opens_what_can_be_heard(
    qtbot: QtBot, page: ConvertPage, encoded_sound: Path, make_sound: MakeSound
) -> None:
    add(qtbot, page, encoded_sound, make_sound("a.wav"))
    middle = page.view.visualRect(page.model.index(0, 0)).center()
    viewport, left = page.view.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(viewport, left, pos=middle)
    with qtbot.waitSignal(page.open_requested) as opened:
        qtbot.mouseDClick(viewport, left, pos=middle)
    assert opened.args == [encoded_sound, None]
    page.view.setCurrentIndex(page.model.index(0, 0))
    with qtbot.waitSignal(page.open_requested):
        qtbot.keyClick(page.view, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(page.open_requested), qtbot.waitSignal(page.status):
        page.view.opened.emit(page.model.row_at(1))


def test_the_folder_for_results_is_looked_for_from_home(
    page: ConvertPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def choose_none(parent: QWidget, title: str, folder: str) -> str:
        begun.append(folder)
        return ""

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose_none)
    assert not page.panel.output.choose_folder()
    assert begun == [str(Path.home())]


def test_the_report_names_every_file(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    page.model.add([Row(source=Path("/gone.wav"), root=Path("/"), kind=Kind.ENCODE)])
    add(qtbot, page, make_sound("a.wav"))
    convert(qtbot, page)
    page.commands.copy_report.trigger()
    report = QGuiApplication.clipboard().text()
    assert "Failed: /gone.wav" in report
    assert page.model.row_at(0).message in report
    assert "a.wav" in report


def test_removing_and_clearing_touch_no_file(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    sounds = [make_sound("a.wav"), make_sound("b.wav")]
    add(qtbot, page, *sounds)
    page.view.selectRow(0)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert [row.source for row in page.model.rows] == sounds[1:]
    convert(qtbot, page)
    page.commands.clear.trigger()
    assert page.model.rowCount() == 0
    assert all(sound.exists() for sound in sounds)
