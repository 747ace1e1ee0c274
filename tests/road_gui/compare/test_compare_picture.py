"""The picture: what lanes show, and what mouse and wheel do in it."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from road_gui.colours import LIGHT_PLOTS
from road_gui.compare.lane import GUTTER, RIGHT_MARGIN, Look
from road_gui.compare.lanes_view import LanesView
from road_gui.compare.overview_bar import OverviewBar
from road_gui.compare.ruler import ticks
from road_gui.compare.snr_lane import SnrLane, reduce_with_gaps
from road_gui.compare.time_view import TimeView
from road_gui.compare.wave_lane import WaveLane
from road_gui.plots.drawing import paint_area, paint_columns, paint_line, paint_trace
from road_gui.plots.pyramid import Pyramid
from road_gui.theme import Theme

RATE = 1000
N_SAMPLES = 100_000
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def pyramid_of(samples: NDArray[np.float32]) -> Pyramid:
    made = Pyramid(len(samples))
    made.append(samples.astype(np.float32))
    return made


@pytest.fixture
def view(qapp: QApplication) -> TimeView:
    made = TimeView()
    made.set_sound(N_SAMPLES, RATE)
    return made


@pytest.fixture
def lanes(qtbot: QtBot, theme: Theme, view: TimeView) -> LanesView:
    made = LanesView(view, theme)
    qtbot.addWidget(made)
    made.resize(870, 300)  # 800 pixels of sound
    noise = np.random.default_rng(2).uniform(-1, 1, (1, N_SAMPLES))
    made.set_lanes([WaveLane("One", pyramid_of(noise)), WaveLane("Two", pyramid_of(0.1 * noise))])
    made.show()
    return made


def x_of(sample: float) -> int:
    return round(GUTTER + 800 * sample / N_SAMPLES)


def wheel(widget: LanesView, notches: int, x: int, keys: Qt.KeyboardModifier = NONE) -> None:
    at = QPointF(x, 50)
    event = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def drag(
    widget: LanesView | OverviewBar,
    *xs: int,
    button: Qt.MouseButton = LEFT,
    keys: Qt.KeyboardModifier = NONE,
) -> None:
    QTest.mousePress(widget, button, keys, QPoint(xs[0], 20))
    for x in xs[1:]:
        QTest.mouseMove(widget, QPoint(x, 20))
    QTest.mouseRelease(widget, button, keys, QPoint(xs[-1], 20))


def test_a_click_puts_the_cursor_there(lanes: LanesView, view: TimeView) -> None:
    QTest.mouseClick(lanes, LEFT, NONE, QPoint(x_of(25_000), 20))
    assert view.cursor == pytest.approx(25_000, abs=80)
    assert view.selection is None


def test_dragging_selects_in_either_direction(lanes: LanesView, view: TimeView) -> None:
    drag(lanes, x_of(60_000), x_of(50_000), x_of(20_000))
    assert view.selection == pytest.approx((20_000, 60_000), abs=80)
    assert view.cursor == 0


def test_an_end_of_the_selection_can_be_pulled(lanes: LanesView, view: TimeView) -> None:
    view.select(20_000, 60_000)
    drag(lanes, x_of(20_000) + 1, x_of(30_000), x_of(40_000))
    assert view.selection == pytest.approx((40_000, 60_000), abs=80)
    # Over the other end it goes on as the new end.
    drag(lanes, x_of(40_000), x_of(70_000))
    assert view.selection == pytest.approx((60_000, 70_000), abs=80)


@pytest.mark.parametrize(("button", "keys"), [(Qt.MouseButton.RightButton, NONE), (LEFT, SHIFT)])
def test_other_drags_move_the_view(
    lanes: LanesView, view: TimeView, button: Qt.MouseButton, keys: Qt.KeyboardModifier
) -> None:
    view.show(50_000, 60_000)
    drag(lanes, 500, 400, 300, button=button, keys=keys)
    assert view.first == pytest.approx(52_500)
    assert view.selection is None


def test_the_wheel_zooms_at_the_pointer_and_moves_with_shift(
    lanes: LanesView, view: TimeView
) -> None:
    wheel(lanes, 4, x_of(25_000))
    assert view.width == pytest.approx(N_SAMPLES / 1.25**4)
    assert (25_000 - view.first) / view.width == pytest.approx(0.25, abs=0.01)
    first = view.first
    wheel(lanes, -1, 300, SHIFT)
    assert view.first == pytest.approx(first + 0.1 * view.width)


def test_escape_lets_go_of_the_selection_and_of_nothing_else(
    lanes: LanesView, view: TimeView
) -> None:
    view.select(10, 20)
    QTest.keyClick(lanes, Qt.Key.Key_Escape)
    assert view.selection is None


def test_the_place_under_the_pointer_is_told(lanes: LanesView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(lanes.hovered) as told:
        QTest.mouseMove(lanes, QPoint(x_of(50_000), 200))
    place = told.args[0]
    assert place.lane is lanes.lanes[1]
    assert place.sample == pytest.approx(50_000, abs=80)
    assert place.share == pytest.approx(1 / 3, abs=0.02)
    assert lanes.place_at(QPointF(5, 200)) is None


def test_lanes_share_one_axis_and_each_shows_its_own(lanes: LanesView, theme: Theme) -> None:
    image = lanes.grab().toImage()
    wave, paper = theme.plot_colours.wave, theme.plot_colours.background
    at = x_of(50_000) + 3
    assert QColor(image.pixel(at, 75)) == wave
    assert QColor(image.pixel(at, 20)) == wave
    assert QColor(image.pixel(at, 225)) == wave
    assert QColor(image.pixel(at, 170)) == paper  # a tenth as loud


class CountingLane(WaveLane):
    """Counts how often it is painted."""

    n_paintings = 0

    def paint(self, painter: QPainter, rect: QRectF, look: Look) -> None:
        self.n_paintings += 1
        super().paint(painter, rect, look)


@pytest.fixture
def counting(lanes: LanesView) -> tuple[CountingLane, CountingLane]:
    noise = np.random.default_rng(3).uniform(-1, 1, (1, N_SAMPLES))
    two = (CountingLane("One", pyramid_of(noise)), CountingLane("Two", pyramid_of(noise)))
    lanes.set_lanes(two)
    lanes.grab()
    for lane in two:
        lane.n_paintings = 0
    return two


def test_lanes_are_drawn_once_and_then_copied(
    lanes: LanesView, view: TimeView, counting: tuple[CountingLane, CountingLane]
) -> None:
    view.set_cursor(500)
    view.select(100, 900)
    lanes.grab()
    assert [lane.n_paintings for lane in counting] == [0, 0]
    view.show(0, 1_000)
    lanes.grab()
    assert [lane.n_paintings for lane in counting] == [1, 1]


def test_of_lanes_that_changed_the_others_are_copied(
    lanes: LanesView, counting: tuple[CountingLane, CountingLane]
) -> None:
    first, second = counting
    before = lanes.grab().toImage()
    second.pyramid = pyramid_of(np.zeros((1, N_SAMPLES)))
    lanes.redraw_lanes([second])
    after = lanes.grab().toImage()
    assert (first.n_paintings, second.n_paintings) == (0, 1)
    upper, lower = QRect(0, 0, 870, 150), QRect(0, 150, 870, 150)
    assert after.copy(upper) == before.copy(upper)
    assert after.copy(lower) != before.copy(lower)
    # What is drawn by parts is what would be drawn at once.
    lanes.redraw()
    assert lanes.grab().toImage() == after
    # A lane that is not shown is nobody's business.
    lanes.redraw_lanes([WaveLane("Three", first.pyramid)])
    lanes.grab()
    assert (first.n_paintings, second.n_paintings) == (1, 2)


def test_single_samples_have_dots_and_stems(lanes: LanesView, view: TimeView) -> None:
    samples = np.zeros((1, N_SAMPLES), np.float32)
    samples[0, 1_008] = 0.8
    lane = WaveLane("Close", pyramid_of(samples))
    lane.pyramid.set_detail(900, samples[:, 900:1_200])
    lanes.set_lanes([lane])
    view.show(1_000, 1_016)
    image = lanes.grab().toImage()
    middle, peak = 150, 150 - round(0.5 * 0.92 * 300 * 0.8)
    at = round(GUTTER + 800 * 8 / 16)
    assert QColor(image.pixel(at, peak)) == LIGHT_PLOTS.wave
    # A stem stands between them, and none half a sample beside.
    stem = QColor(image.pixel(at, (middle + peak) // 2 + 20))
    assert stem != LIGHT_PLOTS.background
    beside = [QColor(image.pixel(at + 49, y)) for y in range(peak, middle - 8)]
    assert set(map(QColor.name, beside)) == {LIGHT_PLOTS.background.name()}
    assert lane.values_at(1_008, 0) == pytest.approx((0.8, 0.8))
    assert lane.values_at(1_007, 0) == (0.0, 0.0)


@pytest.mark.parametrize("is_level", [False, True])
def test_the_error_is_magnified_or_a_level(lanes: LanesView, theme: Theme, is_level: bool) -> None:
    lane = WaveLane("Error", pyramid_of(np.tile([[0.01, -0.01]], N_SAMPLES // 2)), is_error=True)
    lane.set_scale(64.0, is_level=is_level)
    lanes.set_lanes([lane])
    image = lanes.grab().toImage()
    colour, at = theme.plot_colours.wave_seed, 700
    column = [QColor(image.pixel(at, y)) == colour for y in range(299)]
    if is_level:
        assert lane.title == "Error, dBFS"
        # -40 dB of a scale that goes down to -120.
        assert column.index(True) == pytest.approx(299 - 0.92 * 299 * 80 / 120, abs=2)
    else:
        assert lane.title == "Error × 64"
        assert column.index(True) == pytest.approx(149 - 0.46 * 299 * 0.64, abs=2)


def test_columns_look_like_the_area_that_they_stand_for(qapp: QApplication) -> None:
    random = np.random.default_rng(5)
    top = 40 - random.uniform(0, 39, 200)
    bottom = 40 + random.uniform(0, 39, 200)
    images = []
    for kind in ("columns", "area"):
        image = QImage(QSize(200, 80), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if kind == "columns":
            paint_columns(painter, QRectF(0, 0, 200, 80), top, bottom, QColor("black"))
        else:
            sides = np.repeat(top, 2), np.repeat(bottom, 2)
            x = np.repeat(np.arange(201.0), 2)[1:-1]
            paint_area(painter, x, sides[1], sides[0], QColor("black"))
        painter.end()
        images.append(
            np.array([[image.pixelColor(x, y).red() for x in range(200)] for y in range(80)])
        )
    # Qt's area has seams where its pieces overlap.
    differences = np.abs(images[0] - images[1])
    assert differences.mean() < 1.0
    assert (differences > 24).mean() < 0.005
    assert images[0].min() == 0


def test_columns_that_are_missing_leave_a_gap(qapp: QApplication) -> None:
    image = QImage(QSize(4, 10), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    top = np.array([5.0, np.nan, 5.0, 0.0])
    paint_columns(painter, QRectF(0, 0, 4, 10), top, np.full(4, 5.0), QColor("black"))
    painter.end()
    darkness = [sum(255 - image.pixelColor(x, y).red() for y in range(10)) for x in range(4)]
    assert darkness[1] == 0
    assert darkness[0] == darkness[2] == pytest.approx(255, abs=2)  # silence: one pixel
    assert darkness[3] == pytest.approx(5 * 255, abs=4)


@pytest.mark.parametrize("points_a_pixel", [0.3, 1.0, 2.0])
def test_a_trace_looks_like_the_line_that_it_stands_for(
    qapp: QApplication, points_a_pixel: float
) -> None:
    n_points = round(200 * points_a_pixel)
    x = (np.arange(n_points) + 0.5) / points_a_pixel
    y = 40 + 35 * np.sin(x / 9)
    images = []
    for kind in ("trace", "line"):
        image = QImage(QSize(200, 80), QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if kind == "trace":
            paint_trace(painter, QRectF(0, 0, 200, 80), x, y, 200, QColor("black"))
        else:
            paint_line(painter, x, y, QColor("black"))
        painter.end()
        images.append(
            np.array([[255 - image.pixelColor(x, y).red() for x in range(200)] for y in range(80)])
        )
    # The middle of what is dark in a column is the height of the line.
    rows = np.arange(80)[:, np.newaxis] + 0.5
    inner = slice(4, -4)
    middles = [(rows * image).sum(axis=0)[inner] / image.sum(axis=0)[inner] for image in images]
    np.testing.assert_allclose(middles[0], middles[1], atol=1.0)
    np.testing.assert_allclose(
        middles[0], 40 + 35 * np.sin((np.arange(200) + 0.5) / 9)[inner], atol=1.0
    )


def test_a_trace_ends_where_a_value_is_missing(qapp: QApplication) -> None:
    image = QImage(QSize(8, 10), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    y = np.array([5.0, 5.0, np.nan, np.nan, 5.0, np.nan, 5.0, 5.0])
    paint_trace(painter, QRectF(0, 0, 8, 10), np.arange(8) + 0.5, y, 8, QColor("black"))
    painter.end()
    darkness = [sum(255 - image.pixelColor(x, y).red() for y in range(10)) for x in range(8)]
    assert [dark > 0 for dark in darkness] == np.isfinite(y).tolist()


def test_gaps_stay_gaps_when_values_are_reduced() -> None:
    nan = np.nan
    values = np.array([1.0, 3.0, nan, 5.0, nan, nan, 7.0], np.float32)
    np.testing.assert_array_equal(
        reduce_with_gaps(values, 2),
        [[1.0, 5.0, nan, 7.0], [2.0, 5.0, nan, 7.0], [3.0, 5.0, nan, 7.0]],
    )


def test_the_snr_is_read_where_there_is_sound(lanes: LanesView) -> None:
    values = np.array([10.0, np.nan, 30.0], np.float32)
    lane = SnrLane("SNR", lambda: (values, 20))
    lanes.set_lanes([lane])
    lanes.grab()
    assert lane.value_at(19) == 10.0
    assert lane.value_at(20) is None
    assert lane.value_at(60) is None


def test_the_ruler_has_round_times(view: TimeView) -> None:
    look = Look(LIGHT_PLOTS, 12_300.0, 14_700.0, RATE)
    labelled, every, decimals = ticks(look, 800)
    assert labelled == pytest.approx([12.5, 13.0, 13.5, 14.0, 14.5])
    assert set(np.round(labelled, 6)) <= set(np.round(every, 6))
    assert decimals == 1


# -- the overview ---------------------------------------------------------------------


@pytest.fixture
def overview(qtbot: QtBot, theme: Theme, view: TimeView) -> OverviewBar:
    made = OverviewBar(view, theme)
    qtbot.addWidget(made)
    made.resize(870, made.height())
    made.set_pyramid(pyramid_of(np.full((1, N_SAMPLES), 0.5)))
    made.show()
    made.grab()
    return made


def test_the_frame_is_dragged_and_its_ends_are_pulled(
    overview: OverviewBar, view: TimeView
) -> None:
    view.show(20_000, 40_000)
    drag(overview, x_of(30_000), x_of(40_000), x_of(50_000))
    assert (view.first, view.last) == pytest.approx((40_000, 60_000), abs=150)
    drag(overview, x_of(60_000), x_of(80_000))
    assert (view.first, view.last) == pytest.approx((40_000, 80_000), abs=150)
    drag(overview, x_of(40_000), x_of(50_000))
    assert (view.first, view.last) == pytest.approx((50_000, 80_000), abs=150)


def test_a_click_beside_the_frame_brings_it_there(overview: OverviewBar, view: TimeView) -> None:
    view.show(0, 10_000)
    QTest.mouseClick(overview, LEFT, NONE, QPoint(x_of(70_000), 20))
    assert (view.first, view.last) == pytest.approx((65_000, 75_000), abs=150)
    QTest.keyClick(overview, Qt.Key.Key_PageUp)
    assert view.first == pytest.approx(55_000, abs=150)


def test_margins_are_what_these_tests_take_them_for() -> None:
    assert GUTTER + RIGHT_MARGIN == 70
