"""What is heard of a pair: the selection or on from the cursor, of any of its sounds."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from pair_case import PATIENCE_MS, RATE
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from road_gui.compare.page import ComparePage
from road_gui.compare.playing import Heard


@pytest.mark.parametrize("heard", list(Heard))
def test_the_selection_of_each_sound_is_asked_for(
    heard: Heard, opened: ComparePage, qtbot: QtBot
) -> None:
    opened.view.select(RATE, 2 * RATE)
    with qtbot.waitSignal(opened.playing.play_requested) as asked:
        opened.commands.hear[heard.value].trigger()
    assert asked.args == [heard, 1.0, 2.0, False]
    assert opened.playing.now is heard
    assert opened.commands.play.text() == "&Stop"
    with qtbot.waitSignal(opened.playing.stop_requested):
        opened.commands.play.trigger()
    assert opened.playing.now is None


def test_without_a_selection_it_goes_on_from_the_cursor_which_goes_along(
    opened: ComparePage, qtbot: QtBot
) -> None:
    opened.view.set_cursor(RATE // 2)
    with qtbot.waitSignal(opened.playing.play_requested) as asked:
        opened.commands.play.trigger()
    assert asked.args == [Heard.DECODED, 0.5, None, False]
    opened.playing.follow(1.5)
    assert opened.view.cursor == RATE * 3 // 2
    opened.playing.end()
    opened.playing.follow(2.0)
    assert opened.view.cursor == RATE * 3 // 2


def test_another_sound_is_heard_without_a_new_beginning(opened: ComparePage, qtbot: QtBot) -> None:
    playing, commands = opened.playing, opened.commands
    commands.play.trigger()
    with qtbot.assertNotEmitted(playing.play_requested):
        with qtbot.waitSignal(playing.hear_requested) as asked:
            qtbot.keyClick(opened.stage.lanes, Qt.Key.Key_4)
        assert asked.args == [Heard.ERROR]
        qtbot.keyClick(opened.stage.lanes, Qt.Key.Key_1)
        assert playing.now is Heard.ORIGINAL
        for expected in (Heard.ERROR, Heard.ORIGINAL, Heard.ERROR):
            commands.swap_heard.trigger()
            assert playing.now is expected
    # What cannot be read any further is not what is shown as heard.
    playing.follow_heard(Heard.DECODED)
    assert playing.now is Heard.DECODED


def test_a_click_goes_to_another_place_while_it_plays(opened: ComparePage, qtbot: QtBot) -> None:
    lanes, playing = opened.stage.lanes, opened.playing
    place = QPoint(lanes.width() // 2, lanes.height() // 3)
    with qtbot.assertNotEmitted(playing.play_requested):
        qtbot.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=place)
    opened.view.set_cursor(100)
    opened.commands.play.trigger()
    with qtbot.waitSignal(playing.play_requested) as asked:
        qtbot.mouseClick(lanes, Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [Heard.DECODED, opened.view.cursor / RATE, None, False]
    assert opened.view.cursor > RATE // 2
    with qtbot.waitSignal(playing.play_requested) as asked:
        opened.commands.moves[2].trigger()
    assert asked.args[1] == 0.0
    with qtbot.assertNotEmitted(playing.play_requested):
        playing.follow(2.0)  # the sound moves the cursor, which is no wish
    # In a selection it plays to the end of that.
    opened.view.select(RATE, 2 * RATE)
    with qtbot.waitSignal(playing.play_requested) as asked:
        opened.view.put_cursor(1.5 * RATE)
    assert asked.args[1:] == [1.5, 2.0, False]


def test_the_selection_is_repeated_on_demand(opened: ComparePage, qtbot: QtBot) -> None:
    opened.view.select(RATE, 2 * RATE)
    opened.commands.play.trigger()
    with qtbot.waitSignal(opened.playing.play_requested) as asked:
        qtbot.keyClick(opened.stage.lanes, Qt.Key.Key_L)
    assert asked.args == [Heard.DECODED, 1.0, 2.0, True]
    assert opened.commands.loop.isChecked()
    opened.view.clear_selection()
    with qtbot.waitSignal(opened.playing.play_requested) as asked:
        opened.view.put_cursor(0)
    assert asked.args[2:] == [None, False]


def test_what_has_no_seed_offers_none(
    page: ComparePage, pair: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    sound, _ = soundfile.read(pair[0])
    soundfile.write(tmp_path / "softer.wav", 0.5 * sound, RATE, "PCM_16")
    with qtbot.waitSignal(page.opened, timeout=PATIENCE_MS):
        page.open_pair(*pair)
    assert page.commands.hear["seed"].isEnabled()
    page.commands.hear["seed"].trigger()
    with qtbot.waitSignal(page.opened, timeout=PATIENCE_MS):
        page.open_pair(pair[0], tmp_path / "softer.wav")
    assert not page.commands.hear["seed"].isEnabled()
    with qtbot.waitSignal(page.playing.play_requested) as asked:
        page.commands.play.trigger()
    assert asked.args[0] is Heard.DECODED


def test_a_pair_begins_where_both_sounds_are(
    page: ComparePage, pair: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    sound, _ = soundfile.read(pair[0])
    late = np.concatenate([np.zeros((2_205, 2)), sound])
    soundfile.write(tmp_path / "late.wav", late, RATE, "PCM_16")
    with qtbot.waitSignal(page.opened, timeout=PATIENCE_MS):
        page.open_pair(pair[0], tmp_path / "late.wav")
    assert page.playing.pair is page.pair
    assert (page.pair.original_start, page.pair.decoded_start) == (0, 2_205)
    page.view.select(RATE, 2 * RATE)
    with qtbot.waitSignal(page.playing.play_requested) as asked:
        page.playing.play(Heard.DECODED)
    assert asked.args[1:] == [1.0, 2.0, False]
