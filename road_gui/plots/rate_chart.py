"""Curves of quality against bits, laid out: scales, ticks, and the place of everything."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from road_codec import LabelBox, place_label, points_along

MARGIN_LEFT, MARGIN_RIGHT, MARGIN_TOP, MARGIN_BOTTOM = 52.0, 20.0, 30.0, 40.0
_TOP_GAP = 12.0
_FEWEST_OCTAVES = 2.0
# Room beside the outermost points, in octaves, and above and below them, as a share.
_AIR_OCTAVES, _AIR = 0.25, 0.08
# Of one value alone; numbers of the axis then need three decimals at most.
_LEAST_AIR = 0.05
_PIXELS_A_TICK = 46.0
# At so many points, those with the most bits, a place for the name is looked for.
_NAMED_AT = 5
_LEAD_FROM = 26.0
"""From so many pixels on a line leads from a name to its curve."""


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """A result.

    Attributes
    ----------
    key : object
        Whose it is; compared by identity.
    bits : float
        Bits per sample, positive.
    value : float
        The measure; infinite where nothing was lost.
    name, text : str
        Of which setting, and what a person is told of it.
    """

    key: object
    bits: float
    value: float
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class ChartCurve:
    """One codec.

    Attributes
    ----------
    name : str
        For people.
    style : int
        Number of its colour and marker.
    points : tuple of ChartPoint
        In the order of bits.
    line : tuple of ChartPoint
        Those of them that a line goes through: at least one.
    """

    name: str
    style: int
    points: tuple[ChartPoint, ...]
    line: tuple[ChartPoint, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn.

    Attributes
    ----------
    curves : tuple of ChartCurve
        Each with at least one point.
    title : str
        Of the measure.
    bits_title : str
        Of the axis below.
    top_text : str
        What infinity is called.
    """

    curves: tuple[ChartCurve, ...] = ()
    title: str = ""
    bits_title: str = ""
    top_text: str = ""

    def points(self) -> list[ChartPoint]:
        """List all points."""
        return [point for curve in self.curves for point in curve.points]


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis, in pixels, and its number."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a curve: where it stands, and a line that leads to it if it is far."""

    curve: ChartCurve
    box: LabelBox
    leader: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class Layout:
    """A chart in pixels.

    Attributes
    ----------
    panel : LabelBox
        Where curves are.
    bits, values : list of Tick
        Both axes.
    top : float or None
        Height of the line for infinity.
    places : dict
        Of each point, by its `id`: x and y.
    names : list of Name
        Of the curves.
    """

    panel: LabelBox
    bits: list[Tick] = field(default_factory=list)
    values: list[Tick] = field(default_factory=list)
    top: float | None = None
    places: dict[int, tuple[float, float]] = field(default_factory=dict)
    names: list[Name] = field(default_factory=list)

    def place_of(self, point: ChartPoint) -> tuple[float, float]:
        """Return where a point is."""
        return self.places[id(point)]


def curve_of(
    name: str, style: int, points: Sequence[ChartPoint], *, lower_is_better: bool = False
) -> ChartCurve:
    """Return the curve of at least one point.

    The line goes through the points that are better than all with fewer bits: what a codec
    reaches.  Others stand alone.
    """
    sign = -1.0 if lower_is_better else 1.0
    ordered = sorted(points, key=lambda point: (point.bits, -sign * point.value))
    line: list[ChartPoint] = []
    for point in ordered:
        if not line or sign * point.value > sign * line[-1].value:
            line.append(point)
    return ChartCurve(name, style, tuple(ordered), tuple(line))


def lay_out(
    chart: Chart,
    width: float,
    height: float,
    size_of: Callable[[str], tuple[float, float]],
    number_text: Callable[[float], str],
) -> Layout:
    """Find a place for everything.

    Parameters
    ----------
    chart : Chart
        What is drawn.
    width, height : float
        Of the picture, in pixels.
    size_of : callable
        Measures a name: width and height.
    number_text : callable
        Says a number of an axis.
    """
    points = chart.points()
    has_top = any(math.isinf(point.value) for point in points)
    left = MARGIN_LEFT
    if has_top:  # its name is longer than a number, in some languages much
        left = max(left, math.ceil(size_of(chart.top_text)[0] + _TOP_GAP))
    panel = LabelBox(left, MARGIN_TOP, width - MARGIN_RIGHT, height - MARGIN_BOTTOM)
    if not points or panel.x1 - panel.x0 < 1 or panel.y1 - panel.y0 < 1:
        return Layout(panel)
    bits = _bits_range([point.bits for point in points])
    values, step = _value_range([point.value for point in points], panel.y1 - panel.y0)
    # What is infinite has a line of its own, above all that is finite.
    ceiling = panel.y0 + (26.0 if has_top else 0.0)
    layout = Layout(
        panel,
        _bits_ticks(bits, panel, number_text),
        _value_ticks(values, step, (ceiling, panel.y1), number_text),
        panel.y0 + 8.0 if has_top else None,
    )
    for point in points:
        x = _between(math.log2(point.bits), bits, panel.x0, panel.x1)
        finite = min(max(point.value, values[0]), values[1])
        y = _between(finite, values, panel.y1, ceiling)
        layout.places[id(point)] = (x, panel.y0 + 8.0 if point.value == math.inf else y)
    _name_curves(chart, layout, size_of)
    return layout


def nearest(chart: Chart, layout: Layout, x: float, y: float, reach: float) -> ChartPoint | None:
    """Return the point nearest to a place, None if there is none within reach (in pixels)."""
    best, closest = None, reach
    for point in chart.points():
        at = layout.place_of(point)
        distance = math.hypot(at[0] - x, at[1] - y)
        if distance <= closest:
            best, closest = point, distance
    return best


def neighbour(
    chart: Chart, layout: Layout, point: ChartPoint, direction: tuple[int, int]
) -> ChartPoint:
    """Return the next point in a direction: along its curve, or on the nearest other curve.

    Parameters
    ----------
    direction : (int, int)
        One of them is 0: right is (1, 0), up is (0, 1).
    """
    curve = next(one for one in chart.curves if any(p is point for p in one.points))
    number = next(n for n, p in enumerate(curve.points) if p is point)
    if direction[0]:
        return curve.points[min(max(number + direction[0], 0), len(curve.points) - 1)]
    x, y = layout.place_of(point)
    others = [
        (math.hypot(layout.place_of(p)[0] - x, layout.place_of(p)[1] - y), number, p)
        for number, one in enumerate(chart.curves)
        for p in one.points
        if one is not curve and (y - layout.place_of(p)[1]) * direction[1] > 0
    ]
    return min(others)[2] if others else point


def _bits_range(bits: Sequence[float]) -> tuple[float, float]:
    """Return the ends of the axis in octaves: whole halves, so that it grows in steps."""
    low, high = math.log2(min(bits)) - _AIR_OCTAVES, math.log2(max(bits)) + _AIR_OCTAVES
    missing = max(0.0, _FEWEST_OCTAVES - (high - low)) / 2.0
    return math.floor(2 * (low - missing)) / 2, math.ceil(2 * (high + missing)) / 2


def _bits_ticks(
    bits: tuple[float, float], panel: LabelBox, number_text: Callable[[float], str]
) -> list[Tick]:
    return [
        Tick(_between(octave, bits, panel.x0, panel.x1), number_text(2.0**octave))
        for octave in range(math.ceil(bits[0]), math.floor(bits[1]) + 1)
    ]


def _value_range(values: Sequence[float], pixels: float) -> tuple[tuple[float, float], float]:
    """Return the ends of the axis, both on ticks, and the distance of these."""
    finite = [value for value in values if math.isfinite(value)] or [0.0]
    low, high = min(finite), max(finite)
    air = max(_AIR * (high - low), 0.02 * max(abs(low), abs(high)), _LEAST_AIR)
    # What cannot be negative has an axis that ends at zero.
    low = max(0.0, low - air) if low >= 0.0 else low - air
    step = _round_step((high + air - low) * _PIXELS_A_TICK / pixels)
    return (math.floor(low / step) * step, math.ceil((high + air) / step) * step), step


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * one for one in (1.0, 2.0, 2.5, 5.0, 10.0) if power * one >= least)


def _value_ticks(
    values: tuple[float, float],
    step: float,
    heights: tuple[float, float],
    number_text: Callable[[float], str],
) -> list[Tick]:
    count = round((values[1] - values[0]) / step)
    ticks = [round(values[0] + number * step, 10) for number in range(count + 1)]
    return [
        Tick(_between(value, values, heights[1], heights[0]), number_text(value)) for value in ticks
    ]


def _between(value: float, ends: tuple[float, float], first: float, last: float) -> float:
    share = (value - ends[0]) / (ends[1] - ends[0])
    return first + share * (last - first)


def _name_curves(
    chart: Chart, layout: Layout, size_of: Callable[[str], tuple[float, float]]
) -> None:
    lines = [np.array([layout.place_of(point) for point in one.line]) for one in chart.curves]
    taken = [points_along(line) for line in lines]
    taken.append(np.array([layout.place_of(point) for point in chart.points()]))
    if layout.top is not None:
        ends = np.array([(layout.panel.x0, layout.top), (layout.panel.x1, layout.top)])
        taken.append(points_along(ends))
    for curve, line in zip(chart.curves, lines, strict=True):
        number, box = place_label(
            line[-_NAMED_AT:],
            size_of(curve.name),
            taken=np.concatenate(taken),
            names=[name.box for name in layout.names],
            panel=layout.panel,
        )
        layout.names.append(Name(curve, box, _leader(line[-_NAMED_AT:][number], box)))


def _leader(
    point: "np.ndarray[tuple[int, ...], np.dtype[np.float64]]", box: LabelBox
) -> tuple[float, float, float, float] | None:
    """Return a line from a name to its point if that is far."""
    x, y = float(point[0]), float(point[1])
    end_x, end_y = min(max(x, box.x0), box.x1), min(max(y, box.y0), box.y1)
    far = math.hypot(end_x - x, end_y - y) > _LEAD_FROM
    return (end_x, end_y, x, y) if far else None
