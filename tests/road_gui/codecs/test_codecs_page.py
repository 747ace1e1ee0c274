"""The Codecs page measures real codecs, shows what comes, and leaves nothing behind."""

import csv
import io
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from test_gui_main_window import drop
from walking import nameless, walked

from road_codec import (
    CodecSetting,
    Scratch,
    all_codecs,
    codec_named,
    compare,
    finish,
    is_encoded,
)
from road_gui.codecs.columns import Column, words_of
from road_gui.codecs.page import CodecsPage, scratch_root
from road_gui.codecs.rows import Row, State
from road_gui.codecs.setting_dialog import SettingDialog
from road_gui.colours import LIGHT_PLOTS
from road_gui.main_window import MainWindow
from road_gui.settings import Settings
from road_gui.theme import Theme

MakeSound = Callable[..., Path]
CLASSIC = "road-classic"
PATIENCE_MS = 20_000
MOST_SECONDS_TO_STOP = 0.5

pytestmark = pytest.mark.usefixtures("encoded_sound")


@pytest.fixture
def page(window: MainWindow) -> CodecsPage:
    """Return the page, shown, with the settings of one codec checked."""
    window.commands.codecs.trigger()
    model = window.codecs.panel.settings_view.model
    for number, group in enumerate(model.groups):
        if group.codec.id != CLASSIC:
            model.setData(
                model.index(number, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole
            )
    return window.codecs


def take(qtbot: QtBot, page: CodecsPage, sound: Path) -> None:
    """Choose a sound, and wait until it has been looked into."""
    form = page.panel.sound
    page.take_path(sound)
    qtbot.waitUntil(lambda: form.sound is not None or form.facts.property("role") == "bad")
    qtbot.waitUntil(lambda: page._jobs.n_running == 0)


def run(qtbot: QtBot, page: CodecsPage) -> None:
    with qtbot.waitSignal(page.queue.finished, timeout=PATIENCE_MS):
        page.commands.start.trigger()


def states(page: CodecsPage) -> list[State]:
    return [row.state for row in page.model.rows]


def impossible() -> CodecSetting:
    """Return a setting that refuses sounds in one channel."""
    params = codec_named(CLASSIC).params_type(variant="a", strict=True)
    return CodecSetting(codec=CLASSIC, label="strict a", params=params)


def files() -> list[Path]:
    """List what lies in folders of comparisons; locks are no matter.

    ``os.walk`` passes over folders that vanish under its feet: they are removed
    by another thread while this looks.
    """
    walk = os.walk(scratch_root())
    return [Path(top, name) for top, _, names in walk for name in names if name != "lock"]


def answer(monkeypatch: pytest.MonkeyPatch, chosen: Path, kind: str = "") -> list[str]:
    """Let the dialog for names be answered; return what was proposed."""
    proposed: list[str] = []

    def choose(parent: object, title: str, name: str, filters: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        wanted = [one for one in filters.split(";;") if kind in one]
        return str(chosen), wanted[0]

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return proposed


# -- the work ---------------------------------------------------------------------


def test_all_that_is_checked_is_measured(
    qtbot: QtBot, page: CodecsPage, make_sound: MakeSound
) -> None:
    assert not page.commands.start.isEnabled()
    take(qtbot, page, make_sound("a.wav"))
    checked = page.panel.settings_view.model.checked()
    arrived: list[int] = []
    page.queue.row_changed.connect(lambda _: arrived.append(len(page.results.plot.chart.points())))
    run(qtbot, page)

    assert [row.setting for row in page.model.rows] == list(checked)
    assert set(states(page)) == {State.DONE}
    # The plot has grown with the results.
    assert sorted(set(arrived)) == list(range(len(checked) + 1))
    row = page.model.rows[0]
    wanted = finish(compare(row.trial.excerpt.path, row.trial.encoded))
    assert page.results.view.sorted.index(0, Column.SNR).data() == f"{wanted.snr_db:.1f}"
    assert "4 results · All that is checked has been measured" in page._bottom.line.text()
    assert not page.commands.start.isEnabled()


def test_one_setting_that_fails_says_why_and_the_others_go_on(
    qtbot: QtBot, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    page.panel.settings_view.model.add(impossible())
    run(qtbot, page)
    failed = page.model.rows[-1]
    assert states(page) == [*[State.DONE] * 4, State.FAILED]
    assert failed.message.startswith("Setting does not fit: channels: 1, the program of variant a")
    assert len(page.results.plot.chart.points()) == 4
    page.results.view.choose(failed)
    assert page.results.note.isVisible()
    assert failed.message in page.results.note.text
    assert not page.commands.hear.isEnabled()
    page.results.view.choose(page.model.rows[0])
    assert not page.results.note.isVisible()


def test_what_is_added_later_is_measured_alone(
    qtbot: QtBot, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    trials = [row.trial for row in page.model.rows]
    params = codec_named(CLASSIC).params_type(superframe=3)
    page.panel.settings_view.model.add(CodecSetting(codec=CLASSIC, label="3", params=params))
    assert "1 setting to measure" in page._bottom.line.text()
    run(qtbot, page)
    assert [row.trial for row in page.model.rows[:4]] == trials
    assert page.model.rows[4].state is State.DONE


def test_another_length_of_the_sound_is_another_comparison(
    qtbot: QtBot, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("a.wav", seconds=1.0))
    page.panel.sound.seconds_box.setValue(0.5)
    run(qtbot, page)
    first = [row.trial for row in page.model.rows]
    assert {trial.excerpt.seconds for trial in first} == {0.5}
    page.panel.sound.only_first.setChecked(False)
    run(qtbot, page)
    second = [row.trial for row in page.model.rows]
    assert {trial.excerpt.seconds for trial in second} == {1.0}
    assert len(second) == len(first)
    # The results of the first can be brought back, and those of the second in their turn.
    for expected in (first, second, first):
        page.commands.undo.trigger()
        assert [row.trial for row in page.model.rows] == expected
        assert all(trial.encoded.exists() for trial in (*first, *second))
    assert page.queue.excerpt is first[0].excerpt


def test_several_at_once_give_the_same_files(
    qtbot: QtBot, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    alone = [row.trial.encoded.read_bytes() for row in page.model.rows]
    page.commands.clear.trigger()
    page.panel.at_once_box.setRange(1, 4)
    page.panel.at_once_box.setValue(4)
    run(qtbot, page)
    assert [row.trial.encoded.read_bytes() for row in page.model.rows] == alone


def test_stopping_is_quick_and_keeps_what_is_there(
    qtbot: QtBot, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("long.wav", seconds=400.0))
    page.panel.sound.only_first.setChecked(False)

    def is_encoding(row: Row) -> bool:
        return row.state is State.RUNNING and row.note == "encoding"

    with qtbot.waitSignal(page.queue.row_changed, check_params_cb=is_encoding, timeout=PATIENCE_MS):
        page.commands.start.trigger()
    assert page.panel.orders() is not None
    assert not page.panel.at_once_box.isEnabled()
    began = time.monotonic()
    with qtbot.waitSignal(page.queue.finished, timeout=PATIENCE_MS):
        page.commands.stop.trigger()
    assert time.monotonic() - began < MOST_SECONDS_TO_STOP
    assert set(states(page)) == {State.STOPPED}
    assert page.commands.start.isEnabled()
    assert page.panel.at_once_box.isEnabled()
    qtbot.waitUntil(lambda: page.queue._runner.n_running == 0)
    assert sorted(path.name for path in files()) == ["long.wav", "short.wav"]


@pytest.mark.parametrize("broken", ["is_missing", "is_encoded", "is_no_sound", "is_empty"])
def test_a_sound_that_cannot_be_used_is_refused_in_words(
    broken: str, qtbot: QtBot, page: CodecsPage, encoded_sound: Path, tmp_path: Path
) -> None:
    path = tmp_path / "x.wav"
    if broken == "is_no_sound":
        path.write_bytes(b"no sound at all")
    elif broken == "is_empty":
        path.write_bytes(b"")
    take(qtbot, page, encoded_sound if broken == "is_encoded" else path)
    assert page.panel.sound.sound is None
    assert page.panel.sound.facts.text()
    assert str(tmp_path) not in page.panel.sound.facts.text()
    assert not page.commands.start.isEnabled()


def test_a_sound_that_vanishes_is_told_when_it_is_needed(
    qtbot: QtBot, page: CodecsPage, make_sound: MakeSound
) -> None:
    sound = make_sound("a.wav")
    take(qtbot, page, sound)
    sound.unlink()
    with qtbot.waitSignal(page.status) as told:
        run(qtbot, page)
    assert "no such file" in told.args[0]
    assert page.model.rowCount() == 0
    assert "no such file" in page._bottom.line.text()


def test_a_row_can_be_measured_again_and_taken_away(
    qtbot: QtBot, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    row = page.model.rows[1]
    old = row.trial
    page.results.view.choose(row)
    with qtbot.waitSignal(page.queue.finished, timeout=PATIENCE_MS):
        page.commands.again.trigger()
    assert row.trial is not old
    assert row.trial.encoded.exists()
    assert not old.encoded.exists()
    assert states(page) == [State.DONE] * 4

    encoded = row.trial.encoded
    page.results.view.choose(row)
    page.commands.remove.trigger()
    assert row not in page.model.rows
    assert len(page.results.plot.chart.points()) == 3
    assert page.commands.start.isEnabled()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.keyClick(page.window(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.model.rows[1] is row
    assert encoded.exists()
    assert not page.commands.start.isEnabled()
    assert not page.commands.undo.isEnabled()
    # Its file goes when something else is removed.
    page.results.view.choose(row)
    page.commands.remove.trigger()
    page.results.view.choose(page.model.rows[0])
    page.commands.remove.trigger()
    assert not encoded.exists()


# -- files ------------------------------------------------------------------------


def test_nothing_is_left_when_results_go_or_the_window_closes(
    qtbot: QtBot, window: MainWindow, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    assert len(files()) == 4 + 2
    page.commands.clear.trigger()
    assert page.model.rowCount() == 0
    page.commands.undo.trigger()
    assert states(page) == [State.DONE] * 4
    page.results.view.choose(page.model.rows[2])
    with qtbot.waitSignal(page.queue.finished, timeout=PATIENCE_MS):
        page.commands.again.trigger()
    assert states(page) == [State.DONE] * 4
    page.commands.clear.trigger()
    before = files()
    assert len(before) == 4 + 2
    run(qtbot, page)
    qtbot.waitUntil(lambda: not any(path.exists() for path in before))
    assert len(files()) == 4 + 2
    page.commands.clear.trigger()
    window.close()
    assert files() == []
    assert [path.name for path in scratch_root().iterdir()] == ["lock"]


def test_what_a_killed_window_left_goes_at_the_next_start(
    qtbot: QtBot, settings: Settings, theme: Theme
) -> None:
    dead = scratch_root() / "run-dead"
    dead.mkdir(parents=True)
    (dead / "lock").write_bytes(b"")
    (dead / "big.tqa").write_bytes(b"left")
    alive = Scratch(scratch_root())
    window = MainWindow(settings, theme)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: not dead.exists())
    assert alive.path.exists()
    alive.close()
    window.close()


def test_hear_and_see_name_both_files(
    qtbot: QtBot, window: MainWindow, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    trial = page.model.rows[2].trial
    page.results.view.choose(page.model.rows[2])
    with qtbot.waitSignal(page.look_requested) as look:
        assert page.commands.see.isEnabled()
        page.commands.see.trigger()
    assert look.args == [trial.excerpt.path, trial.encoded]
    assert (trial.excerpt.path.name, is_encoded(trial.encoded)) == ("a.wav", True)
    for ask in (
        page.commands.hear.trigger,
        lambda: qtbot.keyClick(page.results.view, Qt.Key.Key_Return),
        lambda: qtbot.keyClick(page.results.plot, Qt.Key.Key_Return),
    ):
        window.commands.codecs.trigger()  # from where it was seen or heard
        with qtbot.waitSignal(page.hear_requested) as heard:
            ask()
        assert heard.args == [trial.encoded, trial.excerpt.path]


def test_a_result_is_heard_in_the_player(
    qtbot: QtBot, window: MainWindow, page: CodecsPage, make_sound: MakeSound
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    page.results.view.choose(page.model.rows[0])
    with qtbot.waitSignal(window.player.opened, timeout=PATIENCE_MS) as opened:
        page.commands.hear.trigger()
    assert opened.args == [page.model.rows[0].trial.encoded]
    assert window.player.isVisible()
    assert not page.commands.hear.isEnabled()  # its keys are of a page that is not shown


def test_an_encoded_file_can_be_kept(
    qtbot: QtBot,
    page: CodecsPage,
    make_sound: MakeSound,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    row = page.model.rows[0]
    page.results.view.choose(row)
    (tmp_path / "kept").mkdir()
    proposed = answer(monkeypatch, tmp_path / "kept" / "mine")
    with qtbot.waitSignal(page.status) as told:
        page.commands.save_encoded.trigger()
    assert proposed == [f"a ({row.setting.label}).road.wav"]
    (kept,) = (tmp_path / "kept").iterdir()
    assert kept.name == "mine.road.wav"
    assert kept.read_bytes() == row.trial.encoded.read_bytes()
    assert "mine.road.wav" in told.args[0]


def test_the_table_is_written_as_it_is_shown(
    qtbot: QtBot,
    page: CodecsPage,
    make_sound: MakeSound,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    page.panel.settings_view.model.add(impossible())
    run(qtbot, page)
    page.commands.orders[Column.BYTES].trigger()
    (tmp_path / "out").mkdir()
    assert answer(monkeypatch, tmp_path / "out" / "t.csv") == []
    page.commands.save_table.trigger()
    proposed = answer(monkeypatch, tmp_path / "out" / "t", "json")
    page.commands.save_table.trigger()
    assert proposed == ["a.codecs.csv"]

    rows = list(csv.DictReader(io.StringIO((tmp_path / "out" / "t.csv").read_text())))
    sizes = [int(row["encoded_bytes"]) for row in rows[:-1]]
    assert sizes == sorted(row.trial.encoded_bytes for row in page.model.rows if row.trial)
    assert "the program of variant a" in rows[-1]["error"]
    whole = json.loads((tmp_path / "out" / "t.json").read_text())
    assert [one["setting"] for one in whole["results"]] == [row["setting"] for row in rows]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["t.csv", "t.json"]


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


def test_the_plot_is_written_as_pixels_and_as_lines(
    qtbot: QtBot,
    page: CodecsPage,
    make_sound: MakeSound,
    tmp_path: Path,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert not page.commands.save_plot.isEnabled()
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    (tmp_path / "out").mkdir()
    for name, kind in (("p", "png"), ("p", "svg")):
        answer(monkeypatch, tmp_path / "out" / name, kind)
        page.commands.save_plot.trigger()
    theme.set_mode("dark")
    answer(monkeypatch, tmp_path / "dark", "png")
    page.commands.save_plot.trigger()
    theme.set_mode("light")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["p.png", "p.svg"]
    image = QImage(str(tmp_path / "out" / "p.png"))
    assert image.width() >= 1440
    # On paper, whatever the theme.
    assert image.pixelColor(1, 1) == LIGHT_PLOTS.background
    assert QImage(str(tmp_path / "dark.png")) == image
    text = (tmp_path / "out" / "p.svg").read_text()
    assert QSvgRenderer(str(tmp_path / "out" / "p.svg")).isValid()
    for word in (codec_named(CLASSIC).title, "Signal-to-noise ratio, dB", "a.wav"):
        assert word in text


def test_what_cannot_be_written_is_told_and_the_old_file_stays(
    qtbot: QtBot,
    page: CodecsPage,
    make_sound: MakeSound,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take(qtbot, page, make_sound("a.wav"))
    run(qtbot, page)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    (tmp_path / "folder.csv").mkdir()
    answer(monkeypatch, tmp_path / "folder.csv")
    page.commands.save_table.trigger()
    assert "is a folder" in told[0]
    # Of a name that was completed the dialog has not asked.
    old = tmp_path / "old.csv"
    old.write_bytes(b"old")
    answer(monkeypatch, tmp_path / "old", "csv")
    monkeypatch.setattr(QMessageBox, "question", lambda *_, **__: QMessageBox.StandardButton.No)
    page.commands.save_table.trigger()
    assert old.read_bytes() == b"old"


# -- how it is looked at ----------------------------------------------------------


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


# -- adding a setting -------------------------------------------------------------


def test_a_setting_is_asked_for_and_added(
    qtbot: QtBot, page: CodecsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: SettingDialog) -> QDialog.DialogCode:
        assert dialog.box.currentData() == CLASSIC
        dialog.forms[CLASSIC].set_values({"superframe": 7})
        assert dialog.name.placeholderText() == "superframe 7"
        dialog.accept()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SettingDialog, "exec", fill)
    model = page.panel.settings_view.model
    before = len(model.checked())
    page.commands.add_setting.trigger()
    assert len(model.checked()) == before + 1
    entry = page.panel.settings_view.entry
    assert entry.setting.label == "superframe 7"
    assert entry.setting.params.superframe == 7
    assert page.commands.remove_setting.isEnabled()
    page.commands.remove_setting.trigger()
    assert len(model.checked()) == before
    assert not page.commands.remove_setting.isEnabled()
    page.commands.undo.trigger()
    assert page.panel.settings_view.entry is entry
    assert entry.setting in model.checked()
    assert not page.commands.undo.isEnabled()


def test_the_dialog_shows_every_codec_and_has_names_for_all(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = SettingDialog(CLASSIC, impossible(), window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.forms[CLASSIC].values()["variant"] == "a"
    assert dialog.box.count() == len(dialog.forms)
    for number in range(dialog.box.count()):
        dialog.box.setCurrentIndex(number)
        dialog.name.setText(f"name {number}")
        dialog.accept()
        assert dialog.setting.label == f"name {number}"
        assert dialog.setting.codec == dialog.box.itemData(number)
        dialog.show()


def test_values_that_do_not_fit_together_are_told_in_the_dialog(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = SettingDialog(CLASSIC, None, window)
    qtbot.addWidget(dialog)
    dialog.show()
    monkeypatch.setattr(dialog.forms[CLASSIC], "values", lambda: {"superframe": 0})
    dialog.accept()
    assert dialog.setting is None
    assert dialog.isVisible()
    assert "1 to 256" in dialog.trouble.text()
