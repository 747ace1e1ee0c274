"""The waveform: what it shows, where a click goes, how the view moves."""

import time

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from road_gui.plots.pyramid import Envelope, Pyramid
from road_gui.plots.ticks import TimeAxis, clock_text, decimals_for
from road_gui.plots.wave_item import Ink, Layer
from road_gui.plots.waveform import Waveform
from road_gui.theme import Theme

RATE = 8_000
Floats = NDArray[np.float32]


@pytest.fixture
def waveform(qtbot: QtBot, theme: Theme) -> Waveform:
    made = Waveform(theme)
    qtbot.addWidget(made)
    made.resize(824, 300)
    made.show()
    return made


def layer_of(samples: Floats, ink: Ink = Ink.SOUND) -> Layer:
    layer = Layer(Pyramid(len(samples)), RATE, ink)
    layer.pyramid.append(samples)
    return layer


def noise(seconds: float, n_channels: int = 1) -> Floats:
    random = np.random.default_rng(4)
    return random.uniform(-1, 1, (n_channels, int(seconds * RATE))).astype(np.float32)


def turn_wheel(
    waveform: Waveform,
    notches: int,
    x: int,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    viewport = waveform.viewport()
    at = QPointF(x, 100.0)
    event = QWheelEvent(
        at,
        QPointF(viewport.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def drag(waveform: Waveform, button: Qt.MouseButton, *xs: int) -> None:
    viewport = waveform.viewport()
    kinds = [QEvent.Type.MouseButtonPress, *[QEvent.Type.MouseMove] * (len(xs) - 1)]
    for kind, x in zip(kinds, xs, strict=True):
        at = QPointF(x, 100.0)
        own = button if kind is QEvent.Type.MouseButtonPress else Qt.MouseButton.NoButton
        _send(viewport, kind, at, own, button)
        # The scene takes moves that follow each other too fast for one.
        time.sleep(0.02)
    _send(viewport, QEvent.Type.MouseButtonRelease, QPointF(xs[-1], 100.0), button, Qt.MouseButton.NoButton)  # fmt: skip  # noqa: E501


def _send(
    viewport: object, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton
) -> None:
    event = QMouseEvent(kind, at, at, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, event)


@pytest.mark.parametrize(
    ("seconds", "decimals", "text"),
    [
        (0.0, 0, "0:00"),
        (59.99, 0, "1:00"),
        (59.99, 1, "1:00.0"),
        (62.5, 1, "1:02.5"),
        (3_661.0, 0, "1:01:01"),
        (-1.5, 1, "−0:01.5"),
        (-0.01, 1, "0:00.0"),
    ],
)
def test_places_are_said_as_clocks_do(seconds: float, decimals: int, text: str) -> None:
    assert clock_text(seconds, decimals) == text


@pytest.mark.parametrize("width", [1e-4, 0.01, 0.5, 3.0, 45.0, 600.0, 7_200.0, 90_000.0])
def test_ticks_are_round_far_enough_apart_and_told_apart(qapp: QApplication, width: float) -> None:
    axis = TimeAxis()
    (major, _), (minor, _) = axis.tickSpacing(0.0, width, 900.0)
    assert major * 900.0 / width >= 90
    assert round(major / minor, 6) == round(major / minor)
    labels = axis.tickStrings([0.0, major, 2 * major], 1.0, major)
    assert len(set(labels)) == 3
    assert decimals_for(0.25) == 1


def test_layers_are_drawn_in_their_colours_the_finer_one_first(
    waveform: Waveform, theme: Theme
) -> None:
    seed, sound = layer_of(noise(4.0), Ink.SEED), layer_of(noise(2.0))
    waveform.show_layers([seed, sound], 4.0)
    image = waveform.grab().toImage()
    middle = image.height() // 2 - 8
    colours = theme.plot_colours
    assert QColor(image.pixel(image.width() // 4, middle)) == colours.wave
    assert QColor(image.pixel(3 * image.width() // 4, middle)) == colours.wave_seed
    sound.pyramid.append(noise(2.0))
    waveform.refresh()
    image = waveform.grab().toImage()
    assert QColor(image.pixel(3 * image.width() // 4, middle)) == colours.wave


def test_what_has_grown_in_part_is_drawn_no_denser_than_pixels(
    waveform: Waveform, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    reduce = Pyramid.reduce

    def spy(pyramid: Pyramid, start: int, stop: int, n_pixels: int) -> Envelope:
        envelope = reduce(pyramid, start, stop, n_pixels)
        seen.append(envelope.n_bins)
        return envelope

    monkeypatch.setattr(Pyramid, "reduce", spy)
    waveform.show_layers([layer_of(noise(300.0))], 1_200.0)
    waveform.grab()
    assert 100 < seen[-1] <= 201


def test_a_click_asks_for_its_place(waveform: Waveform, qtbot: QtBot) -> None:
    waveform.show_layers([layer_of(noise(4.0))], 4.0)
    width = waveform.viewport().width()
    with qtbot.waitSignal(waveform.seek_requested) as asked:
        drag(waveform, Qt.MouseButton.LeftButton, width // 4)
    assert asked.args[0] == pytest.approx(4.0 * (width / 4 - 12) / (width - 24), abs=0.02)


def test_nothing_is_asked_for_without_a_sound(waveform: Waveform, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(waveform.seek_requested):
        drag(waveform, Qt.MouseButton.LeftButton, 300)
    waveform.set_cursor(1.0)
    waveform.clear_layers()


def test_dragging_goes_along(waveform: Waveform, qtbot: QtBot) -> None:
    waveform.show_layers([layer_of(noise(4.0))], 4.0)
    places: list[float] = []
    waveform.seek_requested.connect(places.append)
    drag(waveform, Qt.MouseButton.LeftButton, 100, 200, 300, 400)
    assert len(places) >= 2
    assert places == sorted(places)
    assert waveform.seen == (0.0, 4.0)


def test_the_right_button_moves_the_view(waveform: Waveform, qtbot: QtBot) -> None:
    waveform.show_layers([layer_of(noise(4.0))], 4.0)
    waveform.show_stretch(1.0, 2.0)
    with qtbot.assertNotEmitted(waveform.seek_requested):
        drag(waveform, Qt.MouseButton.RightButton, 500, 450, 400, 300)
    first, last = waveform.seen
    assert 1.1 < first < 1.4
    assert last - first == pytest.approx(1.0)


def test_the_wheel_comes_closer_to_the_pointer(waveform: Waveform) -> None:
    waveform.show_layers([layer_of(noise(4.0))], 4.0)
    x = 12 + (waveform.viewport().width() - 24) // 4
    turn_wheel(waveform, 4, x)
    first, last = waveform.seen
    assert last - first == pytest.approx(4.0 / 1.25**4)
    assert first + (last - first) / 4 == pytest.approx(1.0, abs=0.01)
    turn_wheel(waveform, -1, x, Qt.KeyboardModifier.ShiftModifier)
    assert waveform.seen[0] > first
    assert waveform.seen[1] - waveform.seen[0] == pytest.approx(last - first)
    turn_wheel(waveform, -40, x)
    assert waveform.seen == (0.0, 4.0)
    # It ends where there are a few samples left to see.
    turn_wheel(waveform, 200, x)
    assert waveform.seen[1] - waveform.seen[0] == pytest.approx(32 / RATE)


def test_the_view_turns_the_page_with_the_cursor_that_it_saw(waveform: Waveform) -> None:
    waveform.show_layers([layer_of(noise(10.0))], 10.0)
    waveform.show_stretch(2.0, 3.0)
    waveform.set_cursor(2.99, follow=True)
    assert waveform.seen == pytest.approx((2.0, 3.0))
    waveform.set_cursor(3.01, follow=True)
    assert waveform.seen == pytest.approx((3.01, 4.01))
    waveform.show_stretch(6.0, 7.0)  # somebody looks elsewhere
    waveform.set_cursor(3.05, follow=True)
    assert waveform.seen == pytest.approx((6.0, 7.0))


def test_a_close_look_stays_where_it_is_while_the_sound_goes_on(waveform: Waveform) -> None:
    waveform.show_layers([layer_of(noise(10.0))], 10.0)
    waveform.show_stretch(2.0, 2.1)
    waveform.set_cursor(2.09, follow=True)
    waveform.set_cursor(2.12, follow=True)
    assert waveform.seen == pytest.approx((2.0, 2.1))


def test_details_are_asked_for_when_the_view_is_close(waveform: Waveform, qtbot: QtBot) -> None:
    layer = layer_of(noise(60.0))
    waveform.show_layers([layer], 60.0)
    with qtbot.waitSignal(waveform.detail_wanted, timeout=2_000) as wanted:
        waveform.show_stretch(10.0, 10.1)
    asked, start, stop = wanted.args
    assert asked is layer
    assert start <= 80_000
    assert stop >= 80_800


def test_an_hour_is_drawn_at_once(waveform: Waveform) -> None:
    pyramid, piece = Pyramid(2), noise(100.0, 2)
    for _ in range(200):
        pyramid.append(piece)
    waveform.resize(1_200, 300)
    waveform.show_layers([Layer(pyramid, 44_100)], pyramid.n_samples / 44_100)
    times = []
    for start in range(8):
        waveform.show_stretch(60.0 * start, 60.0 * start + 2_000.0)
        began = time.perf_counter()
        waveform.grab()
        times.append(time.perf_counter() - began)
    # 8 ms on an idle machine; the least of several is what the drawing itself takes.
    assert min(times) < 0.03


@pytest.mark.parametrize(
    ("peak", "times"), [(0.0, 1024), (0.001, 512), (0.03, 32), (0.5, 2), (0.51, 1), (1.5, 1)]
)
def test_an_error_is_drawn_as_large_as_a_power_of_two_allows(peak: float, times: int) -> None:
    samples = np.zeros((2, 5_000), np.float32)
    samples[1, 4_321] = -peak
    assert layer_of(samples, Ink.ERROR).magnification == times
    assert layer_of(samples, Ink.SOUND).magnification == 1
    assert layer_of(samples, Ink.ERROR).pyramid.peak == np.float32(peak)
