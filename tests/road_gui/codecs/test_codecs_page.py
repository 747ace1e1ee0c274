"""The Codecs page measures real codecs, shows what comes, and hands it on."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from comparing import CLASSIC, PATIENCE_MS, files, impossible, run, states, take
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from road_codec import CodecSetting, codec_named, compare, finish, is_encoded
from road_gui.codecs.columns import Column
from road_gui.codecs.page import CodecsPage
from road_gui.codecs.rows import Row, State
from road_gui.main_window import MainWindow
from road_gui.player.state import State as Playing

MakeSound = Callable[..., Path]
MOST_SECONDS_TO_STOP = 0.5

pytestmark = pytest.mark.usefixtures("encoded_sound")


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
    began: list[Playing] = []
    window.player.engine.state_changed.connect(began.append)
    with qtbot.waitSignal(window.player.opened, timeout=PATIENCE_MS) as opened:
        page.commands.hear.trigger()
    assert opened.args == [page.model.rows[0].trial.encoded]
    assert window.player.isVisible()
    assert began[-1] is Playing.STARTING
    # When the window closes it is gone: nobody is to look for it then.
    assert window._settings.recent_files() == []
    window.commands.compare_played.trigger()
    qtbot.waitUntil(lambda: window.compare.pair is not None, timeout=PATIENCE_MS)
    assert window._settings.value("session/played", "") == ""
    assert window._settings.value("session/pair", list[str]()) == []
    assert not page.commands.hear.isEnabled()  # its keys are of a page that is not shown
