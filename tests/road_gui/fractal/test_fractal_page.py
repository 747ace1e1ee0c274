"""The Fractal page shows what a real file is made of, and follows pointer and keys."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from walking import nameless, walked

from road_codec import open_stream
from road_gui.fractal.look import MOST_PASSES
from road_gui.fractal.page import FractalPage
from road_gui.main_window import MainWindow

MakeSound = Callable[..., Path]
PATIENCE_MS = 20_000


def test_a_dropped_file_is_shown_beside_its_original(page: FractalPage) -> None:
    look = page.explorer.look
    assert page.stage.isVisible()
    assert page.explorer.file.original.name == "noise.wav"
    assert look.original.shape == (2 * 2048,)
    assert look.ranges.mapped[page.explorer.number]
    assert "Collage error" in page.panel.facts.text()
    assert np.all(np.diff(look.distances) < 0)


def test_superframes_are_stepped_through(qtbot: QtBot, page: FractalPage) -> None:
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        qtbot.keyClick(page.stage, Qt.Key.Key_Period)
    assert page.explorer.look.wish.superframe == page.head.superframe.value() == 1
    with open_stream(page.explorer.file.path) as stream:
        wanted = stream.partition(1).channels[0].after(4)
    assert np.array_equal(page.explorer.look.sounds[4], wanted)
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.head.superframe.setValue(0)


def test_a_range_is_chosen_anew_in_another_superframe(qtbot: QtBot, page: FractalPage) -> None:
    explorer, counts = page.explorer, set()
    for number in (1, 0):
        counts.add(len(explorer.look.ranges))
        explorer.select(len(explorer.look.ranges) - 1)
        # Fewer ranges than the number of the one that is chosen: a fault would be told.
        with qtbot.waitSignal(explorer.look_changed, timeout=PATIENCE_MS):
            page.head.superframe.setValue(number)
        table, sound = explorer.look.ranges, explorer.look.sounds[-1]
        weights = [
            np.ptp(sound[start : start + length]) * abs(scale) * length
            if mapped and explorer.view[0] <= start < explorer.view[1]
            else -1
            for start, length, scale, mapped in zip(
                table.start, table.length, table.scale, table.mapped, strict=True
            )
        ]
        assert explorer.number == int(np.argmax(weights))
    assert len(counts) == 2


def test_a_click_chooses_a_range_and_keys_go_on(qtbot: QtBot, page: FractalPage) -> None:
    explorer, stage = page.explorer, page.stage
    middle = stage.places.tree.center()
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=middle.toPoint())
    number = explorer.look.ranges.at(int(stage.places.sample_at(middle.toPoint().x())))
    assert explorer.number == number
    qtbot.keyClick(stage, Qt.Key.Key_Right)
    assert explorer.number == number + 1
    text = QAccessible.queryAccessibleInterface(stage).text(QAccessible.Text.Description)
    assert f"from {explorer.look.ranges.start[number + 1]}" in text
    qtbot.keyClick(stage, Qt.Key.Key_End)
    assert explorer.number == len(explorer.look.ranges) - 1
    assert explorer.view == (2048, 4096)
    qtbot.keyClick(stage, Qt.Key.Key_Home)
    assert explorer.number == 0


def test_return_shows_range_and_domain(qtbot: QtBot, page: FractalPage) -> None:
    explorer, table = page.explorer, page.explorer.look.ranges
    number = int(np.flatnonzero(table.mapped)[3])
    explorer.select(number)
    qtbot.keyClick(page.stage, Qt.Key.Key_Return)
    first, last = explorer.view
    assert first <= min(table.start[number], table.domain[number])
    assert last >= table.domain[number] + 2 * table.length[number]
    qtbot.keyClick(page.stage, Qt.Key.Key_W)
    assert explorer.view == (0, 4096)


def test_the_block_of_a_range_has_the_colour_of_its_scale(page: FractalPage) -> None:
    stage, explorer = page.stage, page.explorer
    explorer.set_view(0, 128)
    explorer.select(None)
    table = explorer.look.ranges
    image = stage.grab().toImage()
    plain = stage._theme.plot_colours.background.name()
    for number in np.flatnonzero(table.start + table.length <= 128):
        middle = stage.places.block(explorer.look, int(number)).center().toPoint()
        assert image.pixelColor(middle).name() != plain
    page.panel.colour.setCurrentIndex(1)
    page.panel.colour.activated.emit(1)
    assert stage.grab().toImage() != image


def test_the_passes_are_animated_to_their_end(qtbot: QtBot, page: FractalPage) -> None:
    page.passes._clock.setInterval(1)
    before = page.stage.grab().toImage()
    qtbot.keyClick(page.stage, Qt.Key.Key_Space)
    assert page.explorer.passes == 0
    assert page.passes.is_running
    assert page.stage.grab().toImage() != before
    qtbot.waitUntil(lambda: not page.passes.is_running)
    assert page.explorer.passes == page.passes.slider.value() == MOST_PASSES


def test_the_animation_is_paused_and_goes_on(qtbot: QtBot, page: FractalPage) -> None:
    bar, play = page.passes, page.commands.play
    bar.speed.setCurrentIndex(bar.speed.count() - 1)
    bar.speed.activated.emit(bar.speed.currentIndex())
    play.trigger()
    assert play.text() == "P&ause"
    assert bar._clock.interval() == 150
    qtbot.waitUntil(lambda: page.explorer.passes == 2)
    play.trigger()
    assert play.text() == "&Animate"
    assert not bar.is_running
    play.trigger()
    assert page.explorer.passes == 2
    qtbot.waitUntil(lambda: page.explorer.passes == 3)
    qtbot.keyClick(page.stage, Qt.Key.Key_BracketLeft)
    assert (page.explorer.passes, bar.is_running) == (2, False)
    qtbot.keyClick(page.stage, Qt.Key.Key_BracketRight)
    assert page.explorer.passes == 3
    play.trigger()
    assert page.explorer.passes == 0


def test_the_curve_is_of_what_is_chosen(qtbot: QtBot, page: FractalPage) -> None:
    bar, look = page.passes, page.explorer.look
    curve, measure = bar.curve, bar.measure
    assert measure.currentText() == "SNR, to the original"
    noise = np.array([np.sum((sound - look.original) ** 2) for sound in look.sounds])
    assert np.allclose(curve.levels, 10 * np.log10(np.sum(look.original**2) / noise))
    measure.setCurrentIndex(2)
    measure.activated.emit(2)
    sound = look.sounds[3]
    step = np.sqrt(np.mean((look.coded.collage(sound) - sound) ** 2))
    assert curve.levels[3] == pytest.approx(20 * np.log10(step))
    qtbot.mouseClick(curve, Qt.MouseButton.LeftButton, pos=curve.point_of(6).toPoint())
    assert page.explorer.passes == 6
    page.explorer.file.original = None
    measure.setCurrentIndex(0)
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.explorer.want(page.explorer.wish)
    assert measure.currentText() == "Distance to the end"
    assert curve.levels[0] == pytest.approx(20 * np.log10(page.explorer.look.distances[0]))


@pytest.mark.parametrize("zoom", [2, 4])
def test_errors_are_the_same_however_fine_the_sound(
    qtbot: QtBot, page: FractalPage, zoom: int
) -> None:
    before, choice = page.explorer.look, page.passes.zoom
    choice.setCurrentIndex(choice.findData(zoom))
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        choice.activated.emit(choice.currentIndex())
    look = page.explorer.look
    assert len(look.sounds[0]) == zoom * len(before.sounds[0])
    assert np.array_equal(look.losses.misses, before.losses.misses)
    assert np.array_equal(look.collages, before.collages)
    assert np.array_equal(look.losses.errors, before.losses.errors)


def test_another_order_gives_another_way_to_the_same_end(qtbot: QtBot, page: FractalPage) -> None:
    before = page.explorer.look
    page.passes.order.setCurrentIndex(2)
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.passes.order.activated.emit(2)
    shuffled = page.explorer.look
    assert not np.array_equal(before.sounds[1], shuffled.sounds[1])
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.commands.reshuffle.trigger()
    assert not np.array_equal(page.explorer.look.sounds[1], shuffled.sounds[1])


def test_counts_are_of_the_superframe_or_of_the_file(page: FractalPage) -> None:
    one = sum(page.panel.lengths.counts)
    page.panel.scope.setCurrentIndex(1)
    page.panel.scope.activated.emit(1)
    whole = page.explorer.survey.statistics
    assert sum(page.panel.lengths.counts) == whole.n_mapped + whole.n_silent > one
    assert sum(page.panel.scales.counts) == whole.n_mapped
    assert "Seed" in page.panel.parts.accessibleDescription()


def test_what_is_opened_in_play_is_shown_here(
    qtbot: QtBot, window: MainWindow, encoded_sound: Path
) -> None:
    with qtbot.waitSignal(window.player.opened, timeout=PATIENCE_MS):
        window.open_in_player(encoded_sound)
    with qtbot.waitSignal(window.fractal.explorer.look_changed, timeout=PATIENCE_MS):
        window.commands.fractal.trigger()
    assert window.fractal.explorer.file.path == encoded_sound


def test_a_sound_that_is_not_the_original_is_left_out(
    qtbot: QtBot, page: FractalPage, make_sound: MakeSound
) -> None:
    other = make_sound("other.wav", rate_hz=44_100)
    with qtbot.waitSignals([page.status, page.explorer.look_changed], timeout=PATIENCE_MS):
        page.explorer.set_original(other)
    assert page.explorer.look.original is None
    assert not page.panel.of_original.isVisible()


def test_every_pixel_is_drawn_from_near_and_far(page: FractalPage) -> None:
    for _ in range(12):
        page.explorer.zoom(1.6)
        page.stage.grab()
        page.detail.grab()
    assert page.explorer.view[1] - page.explorer.view[0] >= 16
    page.stage.setFocus()
    middle = page.stage.places.wave.center()
    assert page.stage.rect().contains(QPoint(int(middle.x()), int(middle.y())))


def test_file_and_original_are_chosen_by_dialogs(
    qtbot: QtBot, page: FractalPage, encoded_sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [encoded_sound, encoded_sound.with_name("tone.wav")]

    def choose(parent: object, title: str, folder: str, filters: str) -> tuple[str, str]:
        assert ".wav" in filters
        return str(answers.pop(0)), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.commands.choose.trigger()
    page.explorer.file.original = None
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.commands.original.trigger()
    assert answers == []
    assert page.explorer.file.path == encoded_sound
    assert page.explorer.look.original is not None
    assert page.passes.line.text() == "4 passes"


def test_everything_has_a_name_and_is_reached_by_tab(qtbot: QtBot, page: FractalPage) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.stage.setFocus()
    assert nameless(page) == []
    assert len(walked(page)) > 15
