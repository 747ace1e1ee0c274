"""The queue is changed by hand: removed, arranged, set one by one, and all of it taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions, PresetStore
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.page import ConvertPage
from road_gui.encoder.queue_model import Column
from road_gui.encoder.queue_view import _ROWS
from road_gui.encoder.row_settings import RowSettingsDialog
from road_gui.encoder.rows import Kind, Row, State
from road_gui.encoder.undoing import moved
from road_gui.main_window import MainWindow

MakeSound = Callable[..., Path]


@pytest.fixture
def page(window: MainWindow) -> ConvertPage:
    page = window.convert
    page.model.add(
        Row(source=Path(f"/m/{name}.wav"), root=Path("/m"), kind=Kind.ENCODE) for name in "abcde"
    )
    fatal = QAbstractItemModelTester.FailureReportingMode.Warning
    QAbstractItemModelTester(page.model, fatal, page)
    return page


def order(page: ConvertPage) -> str:
    return "".join(row.source.stem for row in page.model.rows)


def select(page: ConvertPage, names: str) -> None:
    page.view.clearSelection()
    mode = page.view.selectionModel().SelectionFlag
    for number, row in enumerate(page.model.rows):
        if row.source.stem in names:
            page.view.selectionModel().select(page.model.index(number, 0), mode.Select | mode.Rows)


def selected(page: ConvertPage) -> str:
    return "".join(row.source.stem for row in page.view.selected_rows())


def test_what_is_removed_comes_back_where_it_was(page: ConvertPage) -> None:
    commands = page.commands
    assert not commands.undo.isEnabled()
    select(page, "bde")
    commands.remove.trigger()
    assert order(page) == "ac"
    assert commands.undo.text() == "&Undo: Removing 3 files"
    commands.undo.trigger()
    assert order(page) == "abcde"
    commands.redo.trigger()
    assert order(page) == "ac"
    commands.undo.trigger()
    assert order(page) == "abcde"
    assert not commands.undo.isEnabled()


def test_many_scattered_rows_are_removed_moved_and_brought_back_at_once(
    page: ConvertPage, qtbot: QtBot
) -> None:
    page.model.remove(page.model.rows)
    names = [f"{number:02}" for number in range(60)]
    page.model.add(
        Row(source=Path(f"/m/{name}.wav"), root=Path("/m"), kind=Kind.ENCODE) for name in names
    )
    before, odd = order(page), names[1::2]
    page.view.selectionModel().clear()
    for number in range(1, 60, 2):
        flag = page.view.selectionModel().SelectionFlag
        page.view.selectionModel().select(page.model.index(number, 0), flag.Select | flag.Rows)
    page.commands.move_up.trigger()
    assert order(page) == "".join(odd + names[0::2])
    assert selected(page) == "".join(odd)
    page.commands.undo.trigger()
    assert order(page) == before
    assert selected(page) == "".join(odd)
    with qtbot.waitSignal(page.model.modelReset):
        page.commands.remove.trigger()
    assert order(page) == "".join(names[0::2])
    assert not page.commands.remove.isEnabled()
    page.model.remove(page.model.rows[:4])
    page.commands.undo.trigger()
    # As far as their places are still there: the four at the front are gone.
    assert sorted(row.source.stem for row in page.model.rows) == sorted(names[8:] + names[1:8:2])
    assert [row.source.stem for row in page.model.rows if row.source.stem in odd] == odd


def test_removed_rows_come_back_into_a_shorter_queue(page: ConvertPage) -> None:
    select(page, "e")
    page.commands.remove.trigger()
    page.model.remove(page.model.rows[:3])
    page.commands.undo.trigger()
    assert order(page) == "de"


def test_clearing_can_be_taken_back(page: ConvertPage) -> None:
    for number, state in ((0, State.DONE), (2, State.SKIPPED), (3, State.FAILED)):
        page.model.row_at(number).state = state
    page.refresh()
    page.commands.clear.trigger()
    assert order(page) == "bde"
    page.commands.undo.trigger()
    assert order(page) == "abcde"
    assert page.model.row_at(0).state is State.DONE


@pytest.mark.parametrize(
    ("chosen", "key", "result"),
    [
        ("b", Qt.Key.Key_Up, "bacde"),
        ("a", Qt.Key.Key_Up, "abcde"),
        ("bc", Qt.Key.Key_Up, "bcade"),
        ("ce", Qt.Key.Key_Up, "aceb d".replace(" ", "")),
        ("b", Qt.Key.Key_Down, "acbde"),
        ("e", Qt.Key.Key_Down, "abcde"),
        ("ab", Qt.Key.Key_Down, "cabde"),
    ],
)
def test_rows_are_moved_by_keys_and_stay_selected(
    chosen: str, key: Qt.Key, result: str, qtbot: QtBot, page: ConvertPage
) -> None:
    select(page, chosen)
    page.window().activateWindow()
    qtbot.waitUntil(page.window().isActiveWindow)
    page.view.setFocus()
    qtbot.keyClick(page.view, key, Qt.KeyboardModifier.AltModifier)
    assert order(page) == result
    assert sorted(selected(page)) == sorted(chosen)
    if result != "abcde":
        page.commands.undo.trigger()
        assert order(page) == "abcde"


def test_moving_keeps_the_order_of_what_moves(page: ConvertPage) -> None:
    rows = list(page.model.rows)
    for before, result in ((0, "bdace"), (5, "acebd"), (2, "abdce"), (3, "acbde")):
        names = "".join(row.source.stem for row in moved(rows, [rows[3], rows[1]], before))
        assert names == result


def drag(page: ConvertPage, data: QMimeData, at: QPoint) -> QDropEvent:
    """Send to the table what a drag sends that ends at a point."""
    view, buttons = page.view.viewport(), Qt.MouseButton.LeftButton
    keys, move = Qt.KeyboardModifier.NoModifier, Qt.DropAction.MoveAction
    enter = QDragEnterEvent(at, move, data, buttons, keys)
    QApplication.sendEvent(view, enter)
    QApplication.sendEvent(view, QDragMoveEvent(at, move, data, buttons, keys))
    assert (page.view._gap is not None) == enter.isAccepted()
    page.view.viewport().grab()  # the line is painted without a complaint
    drop = QDropEvent(QPointF(at), move, data, buttons, keys)
    QApplication.sendEvent(view, drop)
    QApplication.sendEvent(view, QDragLeaveEvent())
    return drop


@pytest.mark.parametrize(
    ("row", "lower", "result"), [(0, False, "debca"), (1, True, "abdec"), (-1, True, "abcde")]
)
def test_rows_are_dragged(row: int, lower: bool, result: str, page: ConvertPage) -> None:
    select(page, "de")
    data = QMimeData()
    data.setData(_ROWS, page.view._token)
    y = 400
    if row >= 0:
        y = page.view.rowViewportPosition(row) + (40 if lower else 4)
    assert drag(page, data, QPoint(30, y)).isAccepted()
    assert order(page) == ("deabc" if result == "debca" else result)
    assert page.view._gap is None


def test_rows_of_another_window_are_not_taken(page: ConvertPage) -> None:
    select(page, "de")
    foreign = QMimeData()
    foreign.setData(_ROWS, b"of another window")
    assert not drag(page, foreign, QPoint(30, 10)).isAccepted()
    assert order(page) == "abcde"


def test_files_that_are_dropped_on_rows_are_for_the_window(
    qtbot: QtBot, page: ConvertPage, make_sound: MakeSound
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(make_sound("new.wav")))])
    view, keys = page.view.viewport(), Qt.KeyboardModifier.NoModifier
    at, copy, left = QPoint(300, 30), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    with qtbot.waitSignal(page.adder.added):
        for event in (
            QDragEnterEvent(at, copy, data, left, keys),
            QDragMoveEvent(at, copy, data, left, keys),
            QDropEvent(QPointF(at), copy, data, left, keys),
        ):
            QApplication.sendEvent(view, event)
            assert event.isAccepted()
            assert page.view._gap is None
    assert order(page) == "abcdenew"


def test_a_new_order_is_the_order_of_the_work(
    qtbot: QtBot, window: MainWindow, encoded_sound: Path, make_sound: MakeSound
) -> None:
    page = window.convert
    with qtbot.waitSignal(page.adder.added):
        page.add_paths([make_sound("a.wav"), make_sound("b.wav")])
    select(page, "b")
    page.commands.move_up.trigger()
    ended: list[str] = []
    page.queue.row_ended.connect(lambda row: ended.append(row.source.stem))
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.commands.start.trigger()
    assert ended == ["b", "a"]


def test_the_selected_files_get_settings_of_their_own(
    qtbot: QtBot,
    window: MainWindow,
    encoded_sound: Path,
    make_sound: MakeSound,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = window.convert
    with qtbot.waitSignal(page.adder.added):
        page.add_paths([make_sound("a.wav"), make_sound("b.wav"), encoded_sound])
    monkeypatch.setattr(RowSettingsDialog, "exec", choose_small)
    select(page, "b")
    page.view.selectRow(1)
    page.commands.row_settings.trigger()
    presets = [page.model.index(number, Column.PRESET).data() for number in range(3)]
    assert presets == ["Standard", "Small", ""]

    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.commands.start.trigger()
    first, second = (row.target_bytes or 0 for row in page.model.rows[:2])
    assert second < first
    assert page.model.rows[1].used == page.model.rows[1].encoding

    monkeypatch.setattr(RowSettingsDialog, "exec", forget)
    page.view.selectRow(1)
    page.commands.row_settings.trigger()
    assert not page.model.rows[1].has_own_settings


def choose_small(dialog: RowSettingsDialog) -> int:
    assert dialog.encoding is not None
    dialog.encoding.form.set_values({"smallest_range": 16})
    dialog.buttons.accepted.emit()
    return dialog.result()


def forget(dialog: RowSettingsDialog) -> int:
    assert dialog.as_all.isEnabled()
    dialog.as_all.click()
    return dialog.result()


def test_sounds_and_encoded_files_have_a_form_each(qtbot: QtBot) -> None:
    rows = [
        Row(source=Path("/a.wav"), root=Path("/"), kind=Kind.ENCODE),
        Row(source=Path("/b.road.wav"), root=Path("/"), kind=Kind.DECODE),
    ]
    dialog = RowSettingsDialog(
        rows,
        encoding=Encoding(preset="Standard"),
        options=DecodeOptions(bits="24"),
        suffix=".flac",
        store=PresetStore(),
    )
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Settings of 2 files"
    assert dialog.decoding is not None
    assert (dialog.decoding.options().bits, dialog.decoding.suffix) == ("24", ".flac")
    assert not dialog.as_all.isEnabled()
    dialog.buttons.accepted.emit()
    assert rows[0].encoding is not None
    assert rows[0].encoding.preset == "Standard"
    assert rows[1].options == DecodeOptions(bits="24")
    assert rows[1].decoded_suffix == ".flac"
