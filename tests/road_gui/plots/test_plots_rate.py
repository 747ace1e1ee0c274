"""Quality against bits: what is laid out where, and how points are met by pointer and keys."""

import itertools
import math
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from road_codec import LabelBox
from road_gui.messages import short_text
from road_gui.plots.markers import N_MARKERS, marker
from road_gui.plots.rate_chart import (
    MARGIN_LEFT,
    Chart,
    ChartCurve,
    ChartPoint,
    Layout,
    curve_of,
    nearest,
    neighbour,
)
from road_gui.plots.rate_painter import laid_out, paint_chart
from road_gui.plots.rate_plot import RatePlot
from road_gui.theme import Theme

WIDTH, HEIGHT = 800, 400
LOSSLESS = math.inf


def point(bits: float, value: float) -> ChartPoint:
    return ChartPoint(object(), bits, value, f"{bits:g}", f"{bits:g} bits: {value:g} dB")


def curve(number: int, *places: tuple[float, float]) -> ChartCurve:
    return curve_of(f"Codec {number}", number, [point(*place) for place in places])


@pytest.fixture
def chart() -> Chart:
    """Six codecs near each other, one of them lossless."""
    curves = [
        curve(number, *((bits * (1 + 0.05 * number), 6 * bits + number) for bits in (1, 2, 4, 8)))
        for number in range(5)
    ]
    return Chart((*curves, curve(5, (9.0, LOSSLESS))), "Quality, dB", "Bits", "lossless")


@pytest.fixture
def plot(qtbot: QtBot, theme: Theme, chart: Chart) -> RatePlot:
    made = RatePlot(theme)
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    made.set_chart(chart)
    made.show()
    qtbot.waitExposed(made)
    return made


def layout_of(plot: RatePlot, chart: Chart) -> Layout:
    return laid_out(chart, WIDTH, HEIGHT, plot.look())


def test_more_bits_stand_to_the_right_and_more_quality_above(plot: RatePlot, chart: Chart) -> None:
    layout = layout_of(plot, chart)
    for one in chart.curves:
        places = [layout.place_of(each) for each in one.points]
        assert places == sorted(places, key=lambda place: (place[0], -place[1]))
    for x, y in layout.places.values():
        assert layout.panel.x0 < x < layout.panel.x1
        assert layout.panel.y0 < y < layout.panel.y1
    # Octaves are as long as each other.
    ticks = {tick.text: tick.at for tick in layout.bits}
    assert ticks["2"] - ticks["1"] == pytest.approx(ticks["8"] - ticks["4"])


def test_what_loses_nothing_stands_above_all_else(plot: RatePlot, chart: Chart) -> None:
    layout = layout_of(plot, chart)
    best = chart.curves[-1].points[0]
    heights = {key: y for key, (_, y) in layout.places.items() if key != id(best)}
    assert layout.top == layout.place_of(best)[1] < min(heights.values())
    assert all(tick.at > layout.top for tick in layout.values)


@pytest.mark.parametrize("word", ["lossless", "без потерь", "verlustfrei wiedergegeben"])
def test_the_word_for_no_loss_has_room_beside_the_plot(
    word: str, plot: RatePlot, chart: Chart
) -> None:
    layout = laid_out(replace(chart, top_text=word), WIDTH, HEIGHT, plot.look())
    needed = QFontMetricsF(plot.look().font).horizontalAdvance(word)
    assert layout.panel.x0 - 6 >= needed  # where it is drawn
    finite = Chart(chart.curves[:-1], top_text=word)
    assert laid_out(finite, WIDTH, HEIGHT, plot.look()).panel.x0 == MARGIN_LEFT


def test_names_lie_on_no_other_name_and_inside(plot: RatePlot, chart: Chart) -> None:
    for width, height in ((WIDTH, HEIGHT), (500, 220)):
        layout = laid_out(chart, width, height, plot.look())
        boxes = [name.box for name in layout.names]
        assert len(boxes) == len(chart.curves)
        assert all(layout.panel.holds(box) for box in boxes)
        for one, other in itertools.combinations(boxes, 2):
            assert not one.overlaps(other)


def test_names_lie_on_no_point_where_there_is_room(plot: RatePlot, chart: Chart) -> None:
    layout = layout_of(plot, chart)
    for name in layout.names:
        for x, y in layout.places.values():
            assert not name.box.overlaps(LabelBox(x - 1, y - 1, x + 1, y + 1))


def test_a_line_joins_only_what_is_better_than_all_with_fewer_bits() -> None:
    points = [point(4, 10), point(1, 5), point(2, 3), point(4, 8), point(6, LOSSLESS)]
    found = curve_of("x", 0, points)
    assert [(one.bits, one.value) for one in found.line] == [(1, 5), (4, 10), (6, LOSSLESS)]
    assert len(found.points) == len(points)
    low = curve_of("x", 0, points[:4], lower_is_better=True)
    assert [(one.bits, one.value) for one in low.line] == [(1, 5), (2, 3)]


@pytest.mark.parametrize(
    "only", [(1.0, 10.0), (0.001, -30.0), (16.0, 0.0), (5.0, LOSSLESS), (3.0, 0.0001)]
)
def test_one_point_is_a_chart(only: tuple[float, float], plot: RatePlot) -> None:
    layout = laid_out(Chart((curve(0, only),)), WIDTH, HEIGHT, plot.look())
    assert len(layout.bits) >= 2
    assert len({tick.text for tick in layout.values}) == len(layout.values) >= 2


def test_no_point_and_no_room_are_no_trouble(plot: RatePlot, chart: Chart) -> None:
    for made in (
        laid_out(Chart(), WIDTH, HEIGHT, plot.look()),
        laid_out(chart, 10, 10, plot.look()),
    ):
        assert made.names == []
    plot.set_chart(Chart())
    plot.set_empty_text("Nothing yet")
    plot.grab()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Return):
        QtBot.keyClick(plot, key)


def test_numbers_of_axes_have_no_more_digits_than_they_need() -> None:
    assert [short_text(value) for value in (0.5, 2.0, -10.0, 0.125, 1000.0)] == [
        *("0.5", "2", "−10", "0.125", "1,000")
    ]


def test_marks_have_shapes_of_their_own() -> None:
    shapes = set()
    for number in range(N_MARKERS):
        image = QImage(40, 40, QImage.Format.Format_Mono)
        image.fill(0)
        painter = QPainter(image)
        painter.translate(20, 20)
        painter.fillPath(marker(number, 12.0), Qt.GlobalColor.white)
        painter.end()
        shapes.add(bytes(image.constBits()))
        assert image.pixelIndex(20, 20) == 1
    assert len(shapes) == N_MARKERS


def test_the_nearest_point_is_met_within_reach(plot: RatePlot, chart: Chart) -> None:
    layout = layout_of(plot, chart)
    for one in chart.points():
        x, y = layout.place_of(one)
        assert nearest(chart, layout, x + 1, y - 1, 16.0) is one
    assert nearest(chart, layout, -100, -100, 16.0) is None


def test_neighbours_lie_along_the_curve_or_on_another(plot: RatePlot, chart: Chart) -> None:
    layout = layout_of(plot, chart)
    first, second, *_ = chart.curves[0].points
    assert neighbour(chart, layout, first, (1, 0)) is second
    assert neighbour(chart, layout, second, (-1, 0)) is first
    assert neighbour(chart, layout, first, (-1, 0)) is first
    above = neighbour(chart, layout, second, (0, 1))
    assert above not in chart.curves[0].points
    assert layout.place_of(above)[1] < layout.place_of(second)[1]


# -- the widget -------------------------------------------------------------------


def middle(plot: RatePlot, one: ChartPoint) -> QPoint:
    place = plot.place_of(one.key)
    assert place is not None
    return place.toPoint()


def test_pointing_and_clicking_tell_the_point(qtbot: QtBot, plot: RatePlot, chart: Chart) -> None:
    one = chart.curves[2].points[1]
    with qtbot.waitSignal(plot.hovered) as hovered:
        qtbot.mouseMove(plot, middle(plot, one))
    assert hovered.args == [one.key]
    with qtbot.waitSignal(plot.chosen) as chosen:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=middle(plot, one))
    assert chosen.args == [one.key]
    with qtbot.waitSignal(plot.activated) as activated:
        qtbot.mouseDClick(plot, Qt.MouseButton.LeftButton, pos=middle(plot, one))
    assert activated.args == [one.key]
    plot.set_hovered(one.key)
    with qtbot.waitSignal(plot.hovered) as left:
        qtbot.mouseMove(plot, QPoint(3, 3))
    assert left.args == [None]
    with qtbot.assertNotEmitted(plot.chosen):
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_keys_walk_over_all_points(qtbot: QtBot, plot: RatePlot, chart: Chart) -> None:
    plot.chosen.connect(plot.set_chosen)
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    told = []
    plot.chosen.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End):
        qtbot.keyClick(plot, key)
    points = chart.points()
    assert told == [points[1].key, points[2].key, points[1].key, points[-1].key]
    with qtbot.waitSignal(plot.activated) as activated:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert activated.args == [points[-1].key]


def test_a_screen_reader_hears_the_chosen_point(plot: RatePlot, chart: Chart) -> None:
    one = chart.points()[3]
    plot.set_chosen(one.key)
    face = QAccessible.queryAccessibleInterface(plot)
    assert face.text(QAccessible.Text.Name) == "Quality against bits"
    assert face.text(QAccessible.Text.Description) == one.text
    plot.set_chart(Chart())
    assert face.text(QAccessible.Text.Description) != one.text


def test_the_chosen_point_is_marked_in_both_themes(
    plot: RatePlot, chart: Chart, theme: Theme
) -> None:
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        plot.set_chosen(None)
        plain = plot.grab().toImage()
        ground = theme.plot_colours.background.name()
        assert plain.pixelColor(4, 4).name() == ground
        plot.set_chosen(chart.points()[0].key)
        assert plot.grab().toImage() != plain
    theme.set_mode("light")


def test_a_curve_has_its_colour(plot: RatePlot, chart: Chart, theme: Theme) -> None:
    layout = layout_of(plot, chart)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.plot_colours.background)
    painter = QPainter(image)
    paint_chart(painter, chart, layout, plot.look())
    painter.end()
    for one in (chart.curves[0], chart.curves[-1]):
        place = QPointF(*layout.place_of(one.points[0])).toPoint()
        wanted = theme.plot_colours.series[one.style]
        assert image.pixelColor(place).name() == wanted.name()
    QApplication.processEvents()
