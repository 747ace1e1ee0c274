"""Table, plot and tree of the Codecs page show the same, by mouse and by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from comparing import run, take
from dragging import drop
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from walking import nameless, walked

from road_codec import all_codecs
from road_gui.codecs.columns import Column, words_of
from road_gui.codecs.page import CodecsPage
from road_gui.codecs.rows import State
from road_gui.main_window import MainWindow
from road_gui.settings import Settings
from road_gui.theme import Theme

MakeSound = Callable[..., Path]

pytestmark = pytest.mark.usefixtures("encoded_sound")


@pytest.mark.parametrize("width", [600, 900, 1400])
def test_names_and_headings_can_be_read_at_any_width(
    qtbot: QtBot, page: CodecsPage, width: int
) -> None:
    view = page.results.view
    view.setParent(None)
    qtbot.addWidget(view)
    view.resize(width, 300)
    view.show()
    header = view.horizontalHeader()
    metrics = header.fontMetrics()
    for column in Column:
        needed = max(map(metrics.horizontalAdvance, words_of(column).head.split("\n")))
        assert header.sectionSize(column) > needed
    longest = max((codec.title for codec in all_codecs()), key=len)
    assert header.sectionSize(Column.CODEC) >= metrics.horizontalAdvance(longest) + 30
    is_wide = header.length() > view.viewport().width()
    assert is_wide == (width < 900)


def test_what_is_chosen_in_one_view_is_chosen_in_the_other(
    qtbot: QtBot, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    plot, view = page.results.plot, page.results.view
    row = page.model.rows[2]
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=plot.place_of(row).toPoint())
    assert view.row is row
    view.sort_by(Column.SNR)
    view.sort_by(Column.SNR)
    assert view.row is row
    qtbot.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert view.row is view.sorted.row_at(view.sorted.index(0, 0))
    assert plot.accessibleDescription().startswith(view.row.name)

    qtbot.mouseMove(plot, plot.place_of(row).toPoint() + QPoint(1, 1))
    assert page.model.hovered is row
    qtbot.mouseMove(view.viewport(), view.visualRect(view.sorted.index_of(row)).center())
    qtbot.mouseMove(plot, QPoint(2, 2))
    assert page.model.hovered is None


def test_columns_order_and_measure_are_chosen_in_menus_and_remembered(
    qtbot: QtBot, page: CodecsPage, settings: Settings, theme: Theme
) -> None:
    view, commands = page.results.view, page.commands
    commands.columns[Column.KBIT].trigger()
    commands.measures[Column.SPECTRAL].trigger()
    assert view.isColumnHidden(Column.KBIT)
    assert page.results.measure is Column.SPECTRAL
    assert "lower is better" in page.results.plot.chart.title
    commands.orders[Column.BITS].trigger()
    assert view.horizontalHeader().sortIndicatorSection() == Column.BITS
    commands.as_asked.trigger()
    assert view.sorted.sortColumn() == -1

    again = CodecsPage(Settings(), theme)
    qtbot.addWidget(again)
    assert again.results.view.isColumnHidden(Column.KBIT)
    assert not again.commands.columns[Column.KBIT].isChecked()
    assert again.results.measure is Column.SPECTRAL
    again.shut_down()
    commands.columns[Column.KBIT].trigger()
    assert not view.isColumnHidden(Column.KBIT)


def test_every_state_can_be_painted_in_both_themes(
    qtbot: QtBot, page: CodecsPage, make_sound: MakeSound, theme: Theme
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    for row, state in zip(page.model.rows, list(State)[:2] + list(State)[3:], strict=True):
        row.trial, row.state, row.fraction, row.message = None, state, 0.4, "no\nreason"
        page.model.show(row)
    for mode in ("dark", "light"):
        theme.set_mode(mode)
        picture = page.grab().toImage()
        assert picture.pixelColor(3, 3).name() == theme.colours.raised


def test_a_sound_dropped_on_the_page_is_taken(
    qtbot: QtBot, window: MainWindow, page: CodecsPage, make_sound: MakeSound
) -> None:
    sound = make_sound("dropped.flac")
    drop(window, sound)
    qtbot.waitUntil(lambda: page.panel.sound.sound == sound)
    assert page.isVisible()
    assert window.convert.model.rowCount() == 0
    assert "8 kHz · 1 channel · 16 bits" in page.panel.sound.facts.text()


def test_the_tab_key_reaches_plot_table_and_tree(
    qtbot: QtBot, window: MainWindow, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.results.view.choose(page.model.rows[0])
    page.panel.settings_view.tree.setFocus()
    assert nameless(page) == []
    names = {one.accessibleName() for one in (page.results.plot, page.results.view)}
    assert names | {page.panel.settings_view.tree.accessibleName()} <= walked(page)


def test_the_space_bar_checks_a_setting(qtbot: QtBot, page: CodecsPage) -> None:
    view = page.panel.settings_view
    before = view.model.checked()
    qtbot.keyClick(view.tree, Qt.Key.Key_Home)
    qtbot.keyClick(view.tree, Qt.Key.Key_Down)
    qtbot.keyClick(view.tree, Qt.Key.Key_Space)
    assert view.model.checked() == before[1:]
    qtbot.keyClick(view.tree, Qt.Key.Key_Space)
    assert view.model.checked() == before
