"""Columns are chosen, remembered, and give way to the name where there is little room."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from road_gui.encoder.columns import NAME_WIDTH, WIDTHS, Columns
from road_gui.encoder.queue_model import Column, QueueModel
from road_gui.encoder.rows import Kind, Row, State
from road_gui.main_window import MainWindow
from road_gui.settings import Settings


@pytest.fixture
def columns(settings: Settings, qtbot: QtBot) -> Columns:
    model = QueueModel()
    made = Columns(model, settings, model)
    made.model = model  # type: ignore[attr-defined]  # kept as long as they are
    return made


def test_all_are_shown_where_there_is_room(columns: Columns) -> None:
    assert columns.shown(2000) == set(WIDTHS) - {Column.SNR}
    columns.set_measured(True)
    assert columns.shown(2000) == set(WIDTHS)


@pytest.mark.parametrize("width", [500, 632, 888, 1000, 1196])
def test_the_name_keeps_its_room(width: int, columns: Columns) -> None:
    shown = columns.shown(width)
    assert {Column.STATE, Column.PROGRESS} <= shown
    assert width < 500 or NAME_WIDTH + sum(WIDTHS[column] for column in shown) <= width


def test_a_choice_is_remembered(columns: Columns, settings: Settings, qtbot: QtBot) -> None:
    size = next(action for action in columns.actions if action and action.text() == "Size")
    with qtbot.waitSignal(columns.changed):
        size.trigger()
    columns.fit.trigger()
    model = QueueModel()
    again = Columns(model, settings, model)
    assert again.shown(100) == set(WIDTHS) - {Column.SIZE}
    again.all.trigger()
    assert again.shown(100) == set(WIDTHS)


def test_the_table_follows_and_scrolls_if_it_is_not_to_fit(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.convert
    page.model.add([Row(source=Path("/a.wav"), root=Path("/"), kind=Kind.ENCODE)])
    window.resize(1024, 640)
    qtbot.waitUntil(page.view.isVisible)
    assert page.view.isColumnHidden(Column.CODEC)
    qtbot.waitUntil(lambda: page.view.horizontalScrollBar().maximum() == 0)
    page.columns.fit.trigger()
    assert not page.view.isColumnHidden(Column.CODEC)
    qtbot.waitUntil(lambda: page.view.horizontalScrollBar().maximum() > 0)
    assert page.view.columnWidth(Column.NAME) == NAME_WIDTH
    page.columns.fit.trigger()
    qtbot.waitUntil(lambda: page.view.horizontalScrollBar().maximum() == 0)
    assert page.view.columnWidth(Column.NAME) >= NAME_WIDTH


def test_the_choice_is_in_the_header_and_in_a_menu(window: MainWindow) -> None:
    page = window.convert
    header = page.view.horizontalHeader()
    assert header.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    wanted = [action for action in page.columns.actions if action is not None]
    assert [action for action in header.actions() if not action.isSeparator()] == wanted
    menus = window.menuBar().findChildren(QMenu)
    assert any(wanted[0] in menu.actions() for menu in menus)


def test_what_has_no_column_of_its_own_stands_below_another(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.convert
    row = Row(source=Path("/a.wav"), root=Path("/"), kind=Kind.ENCODE)
    page.model.add([row])
    row.state, row.source_bytes, row.target_bytes = State.DONE, 1000, 300
    page.model.show(row)
    window.resize(1024, 640)
    qtbot.waitUntil(page.view.isVisible)
    below = {
        column: page.view.itemDelegateForColumn(column)._text_below(
            page.model.index(0, column), row
        )
        for column in (Column.STATE, Column.SIZE, Column.PRESET)
    }
    assert below == {Column.STATE: "Standard", Column.SIZE: "30 %", Column.PRESET: "ROAD classic"}
    page.columns.fit.trigger()
    assert not page.view.itemDelegateForColumn(Column.SIZE)._text_below(
        page.model.index(0, Column.SIZE), row
    )
    # A sentence has the line for itself.
    row.state, row.message = State.FAILED, "It is broken."
    page.columns.fit.trigger()
    assert not page.view.itemDelegateForColumn(Column.STATE)._text_below(
        page.model.index(0, Column.STATE), row
    )
