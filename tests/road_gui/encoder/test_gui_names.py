"""Files are called by a pattern, and what is there already is asked about once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from road_codec import Pattern, finish, is_encoded
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.existing_dialog import ExistingDialog, ExistingModel
from road_gui.encoder.page import ConvertPage
from road_gui.encoder.pattern_field import PatternField
from road_gui.encoder.rows import Kind, Row, State
from road_gui.encoder.targets import Destination, plan_targets
from road_gui.main_window import MainWindow

MakeSound = Callable[..., Path]

pytestmark = pytest.mark.usefixtures("encoded_sound")


@pytest.fixture
def page(window: MainWindow) -> ConvertPage:
    return window.convert


@pytest.fixture
def tagged(make_sound: MakeSound) -> MakeSound:
    def make(name: str, **tags: str) -> Path:
        path = make_sound(name)
        samples, rate_hz = soundfile.read(path)
        with soundfile.SoundFile(path, "w", rate_hz, 1) as file:
            for key, value in tags.items():
                setattr(file, key, value)
            file.write(samples)
        return path

    return make


def add(qtbot: QtBot, page: ConvertPage, *paths: Path) -> None:
    with qtbot.waitSignal(page.adder.added):
        page.add_paths(paths)


def convert(qtbot: QtBot, page: ConvertPage) -> None:
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.commands.start.trigger()


def answer(monkeypatch: pytest.MonkeyPatch, *decisions: str | None) -> list[list[str]]:
    """Let the dialog be answered, by one decision for each of its rows; None cancels."""
    asked: list[list[str]] = []

    def execute(dialog: ExistingDialog) -> int:
        model = dialog.model
        asked.append([str(model.index(n, 0).data()) for n in range(model.rowCount())])
        if decisions[0] is None:
            return 0
        for number, decision in enumerate(decisions):
            dialog.table.selectRow(number)
            dialog.choices[str(decision)].click()
        dialog.buttons.accepted.emit()
        return dialog.result()

    monkeypatch.setattr(ExistingDialog, "exec", execute)
    return asked


def test_tags_make_the_names(
    qtbot: QtBot, page: ConvertPage, tagged: MakeSound, tmp_path: Path
) -> None:
    one = tagged("deep/one.wav", artist="AC/DC", title="Song")
    tagged("two.wav")
    output = page.panel.output
    output.set_folder(str(tmp_path / "out"))
    output.names.edit.setText("{artist}/{title} ({preset})")
    add(qtbot, page, one.parents[1])
    qtbot.waitUntil(lambda: "AC_DC" in output.preview.text())
    assert output.preview.text() == (
        "→ deep/AC_DC/Song (Standard).road.wav\n→ unknown/two (Standard).road.wav"
    )
    output.keep_tree_box.setChecked(False)
    assert output.preview.text().startswith("→ AC_DC/Song")
    convert(qtbot, page)
    assert is_encoded(tmp_path / "out" / "AC_DC" / "Song (Standard).road.wav")
    assert is_encoded(tmp_path / "out" / "unknown" / "two (Standard).road.wav")


@pytest.mark.usefixtures("russian")
def test_names_do_not_depend_on_the_language() -> None:
    destination = Destination(pattern=Pattern("{name} ({preset})"))
    row = Row(source=Path("/m/a.wav"), root=Path("/m"), kind=Kind.ENCODE)
    for preset, name in (("Standard", "a (Standard)"), ("", "a (Custom)")):
        row.encoding = Encoding(preset=preset)
        assert row.encoding.preset_title not in name
        assert destination.target_of(row) == Path(f"/m/{name}.road.wav")


def test_the_start_waits_for_tags_that_are_not_read_yet(
    qtbot: QtBot, page: ConvertPage, tagged: MakeSound
) -> None:
    sound = tagged("a.wav", title="Song")
    page.panel.output.names.edit.setText("{title}")
    row = Row(source=sound, root=sound.parent, kind=Kind.ENCODE)
    page.model.add([row])
    row.tags = None  # as if nobody had looked yet
    page.starter.stop()
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.start()
    assert row.target == sound.with_name("Song.road.wav")
    assert row.state is State.DONE


def test_a_wrong_pattern_is_named_and_nothing_begins(
    page: ConvertPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    page.model.add([Row(source=Path("/a.wav"), root=Path("/"), kind=Kind.ENCODE)])
    names = page.panel.output.names
    names.edit.setText("{nmae}")
    assert names.problem.isVisible()
    assert "{nmae} is unknown" in names.problem.text()
    assert not page.panel.output.preview.isVisible()
    page.commands.start.trigger()
    assert "{nmae} is unknown" in told[0]
    assert not page.is_running
    names.edit.clear()
    assert not names.problem.isVisible()
    assert page.panel.output.preview.isVisible()


def test_fields_are_inserted_from_the_menu(qtbot: QtBot) -> None:
    field = PatternField("a ")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.changed):
        next(a for a in field.insert.menu().actions() if a.data() == "{album}").trigger()
    assert field.text == "a {album}"
    assert field.pattern_text == "a {album}"
    field.edit.setText("{name}")
    assert field.pattern() is None


def test_equal_names_are_numbered_before_the_start() -> None:
    rows = [
        Row(source=Path(f"/m/{name}.wav"), root=Path("/m"), kind=Kind.ENCODE, tags={})
        for name in ("a", "b")
    ]
    finish(
        plan_targets(rows, Destination(output=Path("/o"), pattern=Pattern("{album}")))
    ).take_over()
    assert [str(row.target) for row in rows] == ["/o/unknown.road.wav", "/o/unknown (2).road.wav"]


def test_no_name_is_that_of_another_source() -> None:
    rows = [
        Row(source=Path("/m/a.road.wav"), root=Path("/m"), kind=Kind.DECODE),
        Row(source=Path("/m/b.wav"), root=Path("/m"), kind=Kind.ENCODE),
    ]
    finish(plan_targets(rows, Destination(pattern=Pattern("b")))).take_over()
    assert [row.target and row.target.name for row in rows] == ["b (2).wav", "b.road.wav"]


def test_what_is_there_is_asked_about_once_for_all(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    sounds = [make_sound(f"{name}.wav") for name in "abcd"]
    for sound in sounds[:3]:
        sound.with_name(f"{sound.stem}.road.wav").write_bytes(b"old")
    asked = answer(monkeypatch, "overwrite", "skip", "rename")
    add(qtbot, page, *sounds)
    convert(qtbot, page)
    assert [[Path(name).name for name in names] for names in asked] == [
        ["a.road.wav", "b.road.wav", "c.road.wav"]
    ]
    folder = sounds[0].parent
    assert [row.state.value for row in page.model.rows] == ["done", "skipped", "done", "done"]
    assert is_encoded(folder / "a.road.wav")
    assert (folder / "b.road.wav").read_bytes() == b"old"
    assert (folder / "c.road.wav").read_bytes() == b"old"
    assert is_encoded(folder / "c (2).road.wav")


def test_cancelling_the_question_begins_nothing(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = make_sound("a.wav")
    sound.with_name("a.road.wav").write_bytes(b"old")
    asked = answer(monkeypatch, None)
    add(qtbot, page, sound)
    for n_asked in (1, 2):  # nothing was decided
        page.commands.start.trigger()
        qtbot.waitUntil(page.commands.start.isEnabled)
        assert len(asked) == n_asked
        assert not page.is_running


def test_what_has_appeared_since_is_never_replaced(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    first, second = make_sound("a.wav", seconds=60.0), make_sound("b.wav")
    add(qtbot, page, first, second)
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        with qtbot.waitSignal(page.queue.started):
            page.commands.start.trigger()
        second.with_name("b.road.wav").write_bytes(b"new")
    row = page.model.row_at(1)
    assert (row.state, row.message) == (State.SKIPPED, "The target is there already")
    assert second.with_name("b.road.wav").read_bytes() == b"new"


def test_what_appears_while_a_file_is_written_is_left_alone(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    sound = make_sound("a.wav", seconds=120.0)
    add(qtbot, page, sound)
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        with qtbot.waitSignal(
            page.queue.row_changed, check_params_cb=lambda row: bool(row.fraction)
        ):
            page.commands.start.trigger()
        sound.with_name("a.road.wav").write_bytes(b"new")
    row = page.model.row_at(0)
    assert row.state is State.SKIPPED
    assert "appeared" in row.message
    assert sound.with_name("a.road.wav").read_bytes() == b"new"


def test_what_is_newer_and_whole_is_not_done_again(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    sound = make_sound("a.wav")
    box = page.panel.output.on_exists_box
    box.setCurrentIndex(box.findData("update"))
    page.panel.output.keep_date_box.setChecked(True)
    target = sound.with_name("a.road.wav")
    for expected in (State.DONE, State.SKIPPED):
        add(qtbot, page, sound)
        convert(qtbot, page)
        assert page.model.rows[-1].state is expected
        assert target.stat().st_mtime_ns == sound.stat().st_mtime_ns
    assert page.model.rows[-1].message == "The target is there already, newer and whole"
    target.write_bytes(target.read_bytes()[:-9])
    add(qtbot, page, sound)
    convert(qtbot, page)
    assert page.model.rows[-1].state is State.DONE


@pytest.fixture
def existing(qtbot: QtBot, tmp_path: Path) -> Iterator[ExistingModel]:
    (tmp_path / "a.road.wav").write_bytes(b"x" * 2000)
    rows = [
        Row(source=Path(f"/{n}.wav"), root=Path("/"), kind=Kind.ENCODE, target=tmp_path / name)
        for n, name in enumerate(("a.road.wav", "gone.road.wav"))
    ]
    model = ExistingModel(rows)
    fatal = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model, fatal)
    yield model
    del tester


def test_the_list_says_what_is_there_and_what_will_be(existing: ExistingModel) -> None:
    assert str(existing.index(0, 1).data()).startswith("2.0 kB · ")
    assert existing.index(1, 1).data() == ""
    assert existing.index(0, 2).data() == "Skip"
    existing.decide([0], "overwrite")
    assert existing.index(0, 2).data() == "Overwrite"
    assert existing.headerData(2, Qt.Orientation.Horizontal) == "Then"


def test_the_dialog_can_be_walked_by_keyboard(qtbot: QtBot, tmp_path: Path) -> None:
    rows = [
        Row(source=Path(f"/{n}.wav"), root=Path("/"), kind=Kind.ENCODE, target=tmp_path / f"{n}")
        for n in range(3)
    ]
    dialog = ExistingDialog(rows)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Tab)
    assert dialog.choices["skip"].hasFocus()
    qtbot.keyClick(dialog.choices["overwrite"], Qt.Key.Key_Space)
    assert dialog.model.decisions == ["overwrite"] * 3  # all are selected at first
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert [row.on_exists for row in rows] == ["overwrite"] * 3
