"""A pass is heard, the file is heard on from a range, and the playhead of Play is shown."""

from pathlib import Path

import numpy as np
import soundfile
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions, open_stream
from road_gui.fractal.page import FractalPage
from road_gui.main_window import MainWindow

PATIENCE_MS = 20_000
SUPERFRAME = 2 * 2048
RATE_HZ = 8000


def test_the_pass_that_is_shown_is_heard(
    qtbot: QtBot, page: FractalPage, window: MainWindow
) -> None:
    explorer, hearing = page.explorer, page.hearing
    with qtbot.waitSignal(explorer.look_changed, timeout=PATIENCE_MS):
        page.head.superframe.setValue(1)
    explorer.set_passes(1)
    page.stage.setFocus()
    heard: list[Path] = []
    hearing.play_requested.connect(lambda path, start, stop: heard.append(path))
    with qtbot.waitSignal(hearing.play_requested, timeout=PATIENCE_MS) as asked:
        qtbot.keyClick(page.stage, Qt.Key.Key_H)
        assert hearing.is_on
        assert page.commands.hear.isChecked()
    path, start, stop = asked.args
    assert (start, stop) == (0.0, None)
    with open_stream(explorer.file.path) as stream:
        options = DecodeOptions(passes=1, bits="float")
        whole = np.concatenate([audio.samples for audio in stream.blocks(options)], axis=1)
    sound, rate_hz = soundfile.read(path, always_2d=True)
    assert rate_hz == RATE_HZ
    assert np.allclose(sound.T, whole[:, SUPERFRAME : 2 * SUPERFRAME])
    hearing.follow(0.25)
    assert explorer.playhead == SUPERFRAME / RATE_HZ + 0.25
    assert explorer.playhead_here == 2000
    page.stage.grab()
    # Without a sound card it is over at once; the player knows nothing of the pass.
    qtbot.waitUntil(lambda: not hearing.is_on, timeout=PATIENCE_MS)
    assert not page.commands.hear.isChecked()
    assert explorer.playhead is None
    assert window.player.path is None
    assert not window._settings.recent_files()
    # The next pass takes the place of this one, and nothing is left at the end.
    assert path.exists()
    explorer.set_passes(2)
    with qtbot.waitSignal(hearing.play_requested, timeout=PATIENCE_MS) as asked:
        page.commands.hear.trigger()
    assert not path.exists()
    second = asked.args[0]
    hearing.close()
    assert not second.exists()
    assert not any(second.parent.parent.glob("*/pass.wav"))


def test_a_pass_that_cannot_be_written_is_told(qtbot: QtBot, page: FractalPage) -> None:
    page.explorer.file.path.unlink()
    with qtbot.waitSignal(page.status, timeout=PATIENCE_MS) as told:
        page.commands.hear.trigger()
    assert told.args[0]
    assert not page.hearing.is_on


def test_the_file_is_heard_on_from_the_chosen_range(qtbot: QtBot, page: FractalPage) -> None:
    explorer, hearing, stage = page.explorer, page.hearing, page.stage
    explorer.select(5)
    start = int(explorer.look.ranges.start[5]) / RATE_HZ
    with qtbot.waitSignal(hearing.play_requested) as asked:
        qtbot.keyClick(stage, Qt.Key.Key_P)
    assert asked.args == [explorer.file.path, start, None]
    assert page.commands.play_on.isChecked()
    with qtbot.waitSignal(hearing.stop_requested):
        page.commands.play_on.trigger()
    assert not page.commands.play_on.isChecked()
    middle = stage.places.tree.center().toPoint()
    ctrl = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(hearing.play_requested) as asked:
        qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, ctrl, middle)
    number = explorer.look.ranges.at(int(stage.places.sample_at(middle.x())))
    assert asked.args[1] == int(explorer.look.ranges.start[number]) / RATE_HZ
    strip = page.head.strip
    with qtbot.waitSignal(hearing.play_requested) as asked:
        place = QPoint(round(strip.x_of(1.5)), 20)
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, ctrl, place)
    assert asked.args[1] == SUPERFRAME / RATE_HZ


def test_the_playhead_of_play_is_shown_and_followed(
    qtbot: QtBot, page: FractalPage, window: MainWindow
) -> None:
    explorer = page.explorer
    with qtbot.waitSignal(window.player.opened, timeout=PATIENCE_MS):
        window.open_in_player(explorer.file.path)
    window.commands.fractal.trigger()
    before = page.stage.grab().toImage()
    window.player.engine.seek(0.125)
    assert explorer.playhead_here == 1000
    assert page.stage.grab().toImage() != before
    window.player.engine.seek(0.6)
    assert explorer.playhead_here is None
    assert explorer.wish.superframe == 0
    page.commands.follow.trigger()
    with qtbot.waitSignal(explorer.look_changed, timeout=PATIENCE_MS):
        window.player.engine.seek(0.7)
    assert explorer.wish.superframe == 1
    assert explorer.playhead_here == 0.7 * RATE_HZ - SUPERFRAME


def test_play_leads_to_the_superframe_that_is_heard(
    qtbot: QtBot, window: MainWindow, page: FractalPage, encoded_sound: Path
) -> None:
    path = page.explorer.file.path
    with qtbot.waitSignal(window.player.opened, timeout=PATIENCE_MS):
        window.open_in_player(path)
    window.player.engine.seek(0.6)
    look = next(
        action
        for title, actions in window.menus.titled_actions()
        for action in actions
        if action.text() == "Show in Fr&actal"
    )
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        look.trigger()
    assert page.isVisible()
    assert page.explorer.look.wish.superframe == 1
    with qtbot.waitSignal(window.player.opened, timeout=PATIENCE_MS):
        window.player.open_path(encoded_sound)
    assert page.explorer.playhead is None
