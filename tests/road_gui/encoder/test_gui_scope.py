"""Some of the waiting files are converted alone, and the others wait on."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from test_gui_convert import MakeSound, add, convert, states
from test_gui_names import answer

from road_codec import DecodeOptions
from road_gui.encoder.page import ConvertPage
from road_gui.encoder.queue import ConversionQueue
from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.rows import Kind, Row, State
from road_gui.encoder.scope import Scope
from road_gui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("encoded_sound")
DONE, FAILED, QUEUED, SKIPPED = State.DONE, State.FAILED, State.QUEUED, State.SKIPPED


@pytest.fixture
def page(window: MainWindow) -> ConvertPage:
    return window.convert


def row(name: str, state: State = QUEUED) -> Row:
    path = Path("/sounds") / name
    return Row(source=path, root=path.parent, kind=Kind.ENCODE, source_bytes=1000, state=state)


def retry(qtbot: QtBot, page: ConvertPage, *numbers: int) -> None:
    page.view.clearSelection()
    page.view._select([page.model.row_at(number) for number in numbers])
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.commands.retry.trigger()


def choose(page: ConvertPage, on_exists: str) -> None:
    box = page.panel.output.on_exists_box
    box.setCurrentIndex(box.findData(on_exists))


def test_a_scope_is_widened_and_begun_anew() -> None:
    first, second, third = rows = [row(f"{number}.wav") for number in range(3)]
    scope = Scope()
    assert scope.is_all
    scope.begin([second])
    assert scope.of(rows) == [second]
    scope.widen([third])
    assert scope.of(rows) == [second, third]
    scope.widen()
    assert scope.of(rows) == rows
    scope.widen([first])
    assert scope.of(rows) == rows
    scope.begin([])
    assert scope.of(rows) == []


def test_saving_one_sound_leaves_the_waiting_files_alone(
    qtbot: QtBot, page: ConvertPage, encoded_sound: Path, make_sound: MakeSound, tmp_path: Path
) -> None:
    sound = make_sound("a.wav")
    add(qtbot, page, sound)
    told: list[str] = []
    page.queue.started.connect(lambda: told.append(page._bottom.line.text()))
    with qtbot.waitSignal(page.queue.finished, timeout=20_000) as finished:
        page.queue_decode(encoded_sound, tmp_path / "listen.wav", DecodeOptions())
    assert states(page) == [QUEUED, DONE]
    assert page.model.row_at(0).target is None
    assert list(sound.parent.iterdir()) == [sound]
    assert finished.args[0].fraction == 1.0
    assert [text.split(" · ")[0] for text in told] == ["0 of 1 file"]
    assert page._bottom.line.text().startswith("1 file done · 1 waiting")

    convert(qtbot, page)
    assert states(page) == [DONE, DONE]


def test_start_takes_the_others_as_well_while_one_is_at_work(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    add(qtbot, page, make_sound("long.wav", seconds=120.0), make_sound("other.wav"))
    with qtbot.waitSignal(page.queue.started, timeout=20_000):
        page.starter.start([page.model.row_at(0)])
    assert page.commands.start.isEnabled()
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.commands.start.trigger()
        assert not page.commands.start.isEnabled()
    assert states(page) == [DONE, DONE]


def test_what_is_added_meanwhile_waits_for_the_next_start(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    add(qtbot, page, make_sound("long.wav", seconds=120.0))
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.starter.start(list(page.model.rows))
        add(qtbot, page, make_sound("late.wav"))
    assert states(page) == [DONE, QUEUED]


def test_a_row_is_taken_in_addition_to_what_is_going_on(
    qtbot: QtBot, page: ConvertPage, encoded_sound: Path, make_sound: MakeSound, tmp_path: Path
) -> None:
    add(qtbot, page, make_sound("long.wav", seconds=120.0), make_sound("other.wav"))
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        with qtbot.waitSignal(page.queue.started, timeout=20_000):
            page.starter.start([page.model.row_at(0)])
        page.queue_decode(encoded_sound, tmp_path / "listen.wav", DecodeOptions())
    assert states(page) == [DONE, QUEUED, DONE]


def test_what_was_paused_stays_so_while_another_row_is_asked_for(
    qtbot: QtBot, page: ConvertPage, encoded_sound: Path, make_sound: MakeSound, tmp_path: Path
) -> None:
    add(qtbot, page, make_sound("long.wav", seconds=120.0), make_sound("other.wav"))
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        with qtbot.waitSignal(page.queue.started, timeout=20_000):
            page.commands.start.trigger()
        page.commands.pause.trigger()
        page.queue_decode(encoded_sound, tmp_path / "listen.wav", DecodeOptions())
    assert states(page) == [DONE, QUEUED, DONE]


def test_a_retry_converts_only_what_failed(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    broken = make_sound("a.wav")
    whole = broken.read_bytes()
    broken.write_bytes(b"RIFF no sound at all")
    add(qtbot, page, broken)
    convert(qtbot, page)
    assert states(page) == [FAILED]
    add(qtbot, page, make_sound("waiting.wav"))
    broken.write_bytes(whole)
    retry(qtbot, page)
    assert states(page) == [DONE, QUEUED]


def test_selected_rows_are_retried_and_no_others(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    for name in ("a", "b", "c"):
        make_sound(f"{name}.road.wav").write_bytes(b"old")
    choose(page, "skip")
    add(qtbot, page, *(make_sound(f"{name}.wav") for name in "abc"))
    gone = page.model.row_at(2)
    gone.source.unlink()
    convert(qtbot, page)
    assert states(page) == [SKIPPED, SKIPPED, FAILED]
    choose(page, "overwrite")
    retry(qtbot, page, 1)
    assert states(page) == [SKIPPED, DONE, FAILED]
    # What is done needs no other try: then it is meant for all that failed.
    make_sound("c.wav")
    retry(qtbot, page, 1)
    assert states(page) == [SKIPPED, DONE, DONE]
    page.view.selectRow(1)
    assert not page.commands.retry.isEnabled()
    page.view.selectRow(0)
    assert page.commands.retry.isEnabled()


def test_whoever_retries_is_asked_again_about_these_alone(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        make_sound(f"{name}.road.wav").write_bytes(b"old")
    choose(page, "ask")
    add(qtbot, page, *(make_sound(f"{name}.wav") for name in "ab"))
    answer(monkeypatch, "skip", "skip")
    convert(qtbot, page)
    add(qtbot, page, make_sound("a.wav"))
    assert states(page) == [SKIPPED, SKIPPED, QUEUED]
    asked = answer(monkeypatch, "overwrite")
    retry(qtbot, page, 1)
    assert [[Path(name).name for name in one] for one in asked] == [["b.road.wav"]]
    assert states(page) == [SKIPPED, DONE, QUEUED]


def test_a_stopped_row_is_retried_while_the_others_go_on(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    page.panel.output.at_once_box.setValue(2)
    first, second = make_sound("a.wav", seconds=300.0), make_sound("b.wav", seconds=300.0)
    add(qtbot, page, first, second)
    page.commands.start.trigger()
    qtbot.waitUntil(lambda: states(page) == [State.RUNNING] * 2, timeout=20_000)
    page.view.selectRow(1)
    with qtbot.waitSignal(page.queue.row_ended, timeout=20_000):
        page.commands.stop_selected.trigger()
    assert states(page) == [State.RUNNING, State.STOPPED]
    qtbot.waitUntil(page.commands.retry.isEnabled)
    with qtbot.waitSignal(page.queue.finished, timeout=40_000) as finished:
        page.commands.retry.trigger()
    assert states(page) == [DONE, DONE]
    # Begun twice, it is still one sound.
    assert finished.args[0].seconds == pytest.approx(600.0)


def test_other_files_come_with_the_last_sounds_of_their_folder(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound, tmp_path: Path
) -> None:
    folder = make_sound("a.wav").parent
    make_sound("b.wav")
    (folder / "cover.jpg").write_text("cover")
    out = tmp_path / "out"
    page.panel.output.set_folder(str(out))
    page.panel.output.copy_others_box.setChecked(True)
    add(qtbot, page, folder)
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.starter.start([page.model.row_at(1)])
    assert [path.name for path in out.iterdir()] == ["b.road.wav"]
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.starter.start([page.model.row_at(0)])
    assert (out / "cover.jpg").exists()


def test_other_files_wait_for_a_folder_that_is_not_there(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound, tmp_path: Path
) -> None:
    folder = make_sound("a.wav").parent
    (folder / "cover.jpg").write_text("cover")
    out = tmp_path / "out"
    page.panel.output.set_folder(str(out))
    page.panel.output.copy_others_box.setChecked(True)
    add(qtbot, page, folder)
    folder.rename(tmp_path / "unplugged")
    convert(qtbot, page)
    assert states(page) == [FAILED]
    (tmp_path / "unplugged").rename(folder)
    retry(qtbot, page)
    assert states(page) == [DONE]
    assert (out / "cover.jpg").exists()


def test_totals_of_the_work_leave_out_what_is_left_out(qtbot: QtBot) -> None:
    model = QueueModel()
    rows = [row("a.wav", FAILED), row("b.wav"), row("c.wav")]
    model.add(rows)
    queue = ConversionQueue(model)
    assert not queue.leaves_rows
    queue.scope.begin(rows[1:2])
    totals = queue.work_totals()
    assert (totals.n_rows, totals.n_failed, totals.n_waiting) == (1, 0, 1)
    assert queue.totals().n_rows == 3
    assert queue.leaves_rows
    queue.scope.widen(rows[2:])
    assert not queue.leaves_rows


def test_thousands_are_queued_again_at_once(qtbot: QtBot) -> None:
    model = QueueModel()
    rows = [row(f"{number}.wav", FAILED) for number in range(3000)]
    model.add(rows)
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    assert model.retry(rows) == 3000
    assert told == [(0, 2999)]


@pytest.mark.parametrize("state", [FAILED, DONE])
def test_a_double_click_on_a_failed_file_shows_why(
    state: State, page: ConvertPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[str, str, str]] = []
    monkeypatch.setattr(
        QMessageBox,
        "exec",
        lambda box: shown.append((box.text(), box.informativeText(), box.detailedText())),
    )
    one = row("<b>a.wav", state)
    one.message, one.details = "Internal fault: lost", "Traceback\nValueError: lost"
    page.model.add([one])
    page.view.opened.emit(one)
    told = ("Failed: <b>a.wav", "Internal fault: lost", "Traceback\nValueError: lost")
    assert shown == ([told] if state is FAILED else [])
    page.view.selectRow(0)
    page.commands.why.trigger()
    assert len(shown) == (2 if state is FAILED else 1)
    assert shown[-1][2] == one.details


def test_there_is_nothing_to_tell_of_what_has_not_failed(page: ConvertPage) -> None:
    page.model.add([row("a.wav"), row("b.wav", FAILED)])
    page.view.selectRow(0)
    assert not page.commands.why.isEnabled()
    page.view.selectRow(1)
    assert page.commands.why.isEnabled()
