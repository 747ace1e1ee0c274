"""Loops on the ruler, live passes, meters and spectra, and a hundred files one after the other."""

import gc
import threading
import tracemalloc
from pathlib import Path

import pyqtgraph as pg
import pytest
from engines import pull_until
from fake_card import FakeCard
from pages import action, activate, open_file, play, shown
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from road_gui.player.page import PlayerPage
from road_gui.player.source import Heard
from road_gui.player.state import State
from road_gui.settings import Settings

pytestmark = pytest.mark.usefixtures("card")


# -- loops ------------------------------------------------------------------------


def ruler_point(page: PlayerPage, share: float) -> QPoint:
    """Return where on the ruler a share of the whole sound is."""
    waveform = page._view.waveform
    axis = waveform.getAxis("bottom").geometry()
    return QPoint(round(axis.left() + share * axis.width()), round(axis.center().y()))


def drag(page: PlayerPage, first: float, last: float, qtbot: QtBot) -> None:
    viewport = page._view.waveform.viewport()
    begin, end = ruler_point(page, first), ruler_point(page, last)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    # Moves that follow each other faster than a hand can make them would be left out.
    pg.setConfigOption("mouseRateLimit", 0)
    qtbot.mousePress(viewport, left, none, begin)
    for step in (0.3, 0.7, 1.0):
        qtbot.mouseMove(viewport, begin + (end - begin) * step)
    qtbot.mouseRelease(viewport, left, none, end)


def test_dragging_on_the_ruler_makes_a_loop_and_its_ends_can_be_moved(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    open_file(page, encoded, qtbot)
    QApplication.processEvents()
    drag(page, 0.7, 0.3, qtbot)
    assert page.engine.loop == pytest.approx((0.9, 2.1), abs=0.05)
    assert action(page, "Loop").isChecked()
    first, last = page.engine.loop
    drag(page, last / 3, 0.9, qtbot)
    assert page.engine.loop == pytest.approx((first, 2.7), abs=0.05)
    viewport, middle = page._view.waveform.viewport(), ruler_point(page, 0.5)
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle)
    assert page.engine.loop is not None
    qtbot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=middle)
    assert page.engine.loop is None
    assert not action(page, "Loop").isChecked()
    assert page.engine.seconds == 0.0  # none of this was a click into the sound


def test_keys_set_the_ends_of_a_loop_and_switch_it(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    open_file(page, encoded, qtbot)
    waveform = activate(page, qtbot)
    page.engine.seek(1.0)
    qtbot.keyClick(waveform, Qt.Key.Key_BracketLeft)
    assert page.engine.loop == (1.0, 3.0)
    page.engine.seek(2.0)
    qtbot.keyClick(waveform, Qt.Key.Key_BracketRight)
    assert page.engine.loop == (1.0, 2.0)
    qtbot.keyClick(waveform, Qt.Key.Key_L)
    assert page.engine.loop is None
    qtbot.keyClick(waveform, Qt.Key.Key_L)
    assert page.engine.loop == (1.0, 2.0)
    qtbot.keyClick(waveform, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    assert page.engine.loop is None
    assert not action(page, "Remove the loop").isEnabled()
    # Without a marked stretch, what is seen becomes the loop.
    waveform.show_stretch(0.5, 1.5)
    qtbot.keyClick(waveform, Qt.Key.Key_L)
    assert page.engine.loop == pytest.approx((0.5, 1.5), abs=1e-6)


def test_a_loop_is_seen(page: PlayerPage, qtbot: QtBot, encoded: Path) -> None:
    open_file(page, encoded, qtbot)
    before = page._view.waveform.grab().toImage()
    page.loop.set_stretch(1.0, 2.0)
    on = page._view.waveform.grab().toImage()
    page.loop.set_on(False, (0.0, 1.0))
    off = page._view.waveform.grab().toImage()
    assert before != on != off != before


# -- live -------------------------------------------------------------------------


def test_passes_are_heard_while_the_slider_moves(
    page: PlayerPage, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    open_file(page, encoded, qtbot)
    play(page, card, qtbot)
    card.stream.pull(9_000)
    place = page.engine.seconds
    (slider,) = (one for one in page.findChildren(QSlider) if "0 to 8" in one.accessibleName())
    for passes in (3, 2, 1, 0):
        slider.setValue(passes)
    assert page._choices.options().passes == 0
    tap = page.engine.tap
    assert tap is not None
    qtbot.waitUntil(lambda: tap.upcoming is not tap.current, timeout=5_000)
    assert page.engine.seconds == pytest.approx(place, abs=0.05)
    assert len(card.streams) == 1
    card.stream.pull(2_000)
    assert tap.n_late == 0
    assert page.engine.state is State.PLAYING


def test_the_position_is_told_in_samples_too(
    page: PlayerPage, qtbot: QtBot, encoded: Path, settings: Settings
) -> None:
    open_file(page, encoded, qtbot)
    page.engine.seek(1.0)
    assert "0:01.0 / 0:03.0" in shown(page)
    qtbot.mouseClick(page._transport._clock, Qt.MouseButton.LeftButton)
    assert "22,050 / 66,150" in shown(page)
    assert settings.value("player/in_samples", False)
    action(page, "Position in samples").trigger()
    assert "0:01.0 / 0:03.0" in shown(page)


def test_the_meter_shows_what_the_device_is_given(
    page: PlayerPage, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    page._transport.set_level(1.0)
    open_file(page, encoded, qtbot)
    play(page, card, qtbot)
    page.analysis.look()
    for _ in range(10):
        card.stream.pull(480)
        page.analysis.look()
    loudest = page._view.meter.bars[0][0]
    assert -12.0 < loudest < 0.0
    assert not page._view.meter.has_clipped
    page.commands.mute.trigger()
    for _ in range(4):
        card.stream.pull(2_000)
    monitor = page.engine.monitor
    assert monitor is not None
    assert not monitor.stretch(monitor.n_written - 2_000, monitor.n_written).any()


def test_a_spectrum_is_computed_while_it_is_seen_and_only_then(
    page: PlayerPage, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    open_file(page, encoded, qtbot)
    play(page, card, qtbot)
    view = page._view
    card.stream.pull(8_000)
    page.analysis.look()
    assert view.spectrum.levels is None
    action(page, "Spectrum").trigger()
    assert view.spectrum.isVisible()
    page.analysis.look()
    levels = view.spectrum.levels
    assert levels is not None
    scale = view.spectrum.scale
    assert scale.highest_hz == 22_050 / 2
    assert scale.hz_at(levels.argmax() / len(levels)) == pytest.approx(400, abs=80)
    action(page, "Spectrogram").trigger()
    assert view.spectrogram.isVisible()
    assert not view.spectrum.isVisible()
    assert not action(page, "Spectrum").isChecked()
    before = view.spectrogram.n_columns
    page.analysis.look()
    assert view.spectrogram.n_columns == before + 1
    action(page, "Spectrogram").trigger()
    assert not view.spectrogram.isVisible()
    assert not page.analysis.wants_spectrum


def test_what_was_synthesised_is_marked_in_the_spectrum(
    page: PlayerPage, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    open_file(page, encoded, qtbot)
    assert page._view.spectrum._limit_hz is None
    box = page._choices.rate
    box.setCurrentIndex(box.findData("2"))
    assert page._view.spectrum._limit_hz == 22_050 / 2


def test_a_device_that_has_come_back_is_told_of(
    page: PlayerPage, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    open_file(page, encoded, qtbot)
    play(page, card, qtbot)
    assert "Changes are heard after 100 ms" in shown(page)
    with qtbot.waitSignal(page.status, timeout=5_000) as status:
        card.stream.vanish()
    assert "playing goes on with “Card”" in status.args[0]
    qtbot.waitUntil(lambda: page.engine.state is State.PLAYING, timeout=5_000)


def look_for_devices(page: PlayerPage, qtbot: QtBot) -> None:
    (button,) = (
        one
        for one in page.findChildren(QToolButton)
        if one.accessibleName() == "Look for sound devices"
    )
    with qtbot.waitSignal(page.engine.devices.listed, timeout=5_000):
        button.click()


def test_what_plays_goes_on_after_devices_were_looked_for(
    page: PlayerPage, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    open_file(page, encoded, qtbot)
    page.engine.seek(1.0, stop_at=2.0)
    play(page, card, qtbot)
    card.stream.pull(9_000)
    place, states = page.engine.seconds, []
    assert place > 1.2
    page.engine.state_changed.connect(states.append)
    look_for_devices(page, qtbot)
    qtbot.waitUntil(lambda: len(card.streams) == 2 and card.stream.active, timeout=5_000)
    qtbot.waitUntil(lambda: page.engine.state is State.PLAYING, timeout=5_000)
    assert card.n_looks == 1
    assert card.streams[0].is_closed
    assert states == [State.STARTING, State.PLAYING]
    assert page.engine.seconds == pytest.approx(place, abs=0.05)
    # The end that was set for it holds as before.
    pull_until(card, lambda: page.engine.state is State.PAUSED, qtbot)
    assert page.engine.seconds == 2.0


@pytest.mark.parametrize("is_paused", [True, False])
def test_looking_for_devices_keeps_the_place(
    page: PlayerPage, qtbot: QtBot, encoded: Path, card: FakeCard, is_paused: bool
) -> None:
    open_file(page, encoded, qtbot)
    page.engine.seek(1.5)
    if is_paused:
        play(page, card, qtbot)
        page.engine.pause()
    state, place = page.engine.state, page.engine.seconds
    look_for_devices(page, qtbot)
    assert (page.engine.state, page.engine.seconds) == (state, place)
    play(page, card, qtbot)
    assert not card.stream.is_closed
    assert page.engine.seconds == pytest.approx(place, abs=0.05)


def test_without_any_device_left_the_place_is_kept(
    page: PlayerPage, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    open_file(page, encoded, qtbot)
    page.engine.seek(1.5)
    play(page, card, qtbot)
    card.n_channels = 0
    with qtbot.waitSignal(page.engine.failed, timeout=5_000):
        look_for_devices(page, qtbot)
    assert page.engine.state is State.STOPPED
    assert page.engine.seconds == pytest.approx(1.5, abs=0.1)


# -- a long life ------------------------------------------------------------------


def n_objects(page: PlayerPage) -> int:
    return len(page.findChildren(QObject))


@pytest.mark.parametrize("n_pairs", [6, pytest.param(50, marks=pytest.mark.slow)])
def test_files_that_were_open_leave_no_thread_no_widget_and_no_memory(
    page: PlayerPage, qtbot: QtBot, encoded: Path, sounds: Path, card: FakeCard, n_pairs: int
) -> None:
    def once(path: Path) -> None:
        open_file(page, path, qtbot)
        if path == encoded:
            play(page, card, qtbot)
            card.stream.pull(480)
            page.engine.hear(Heard.SEED)
            page.loop.set_stretch(0.5, 1.0)
            page.engine.pause()
            card.stream.pull(480)
        page._show_file(None)
        qtbot.waitUntil(lambda: page._jobs.n_running == 0, timeout=10_000)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    tracemalloc.start()
    for _ in range(3):  # what is made once and kept
        once(encoded)
        once(sounds / "tune.wav")
    card.streams.clear()
    gc.collect()
    threads, objects = threading.active_count(), n_objects(page)
    windows, before = len(QApplication.topLevelWidgets()), tracemalloc.get_traced_memory()[0]
    for _ in range(n_pairs):
        once(encoded)
        once(sounds / "tune.wav")
    card.streams.clear()
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert threading.active_count() <= threads
    assert n_objects(page) <= objects
    assert len(QApplication.topLevelWidgets()) <= windows
    print(f"{2 * n_pairs} files opened and closed: {grown / 1e6:.2f} MB more")
    assert grown < 5e6
