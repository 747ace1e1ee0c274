"""The rate-distortion plot: what codecs keep against what they cost, one line for each."""

import importlib
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from road_codec.benchmarking.labels import LabelBox, Points, place_label, points_along
from road_codec.benchmarking.rows import Row
from road_codec.errors import MissingPartError, ParameterError

ENDINGS = (".png", ".svg", ".pdf")
"""What a plot can be, by the ending of its name."""

_LIBRARY = "matplotlib>=3.9"
# The colours of Okabe and Ito, which those can tell apart too who see few, without the yellow.
# With more codecs than colours markers still tell.
_COLOURS = ("#000000", "#d55e00", "#0072b2", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
_MARKERS = "os^Dv*PX<>p"
_PANELS = {
    "snr_db": "signal-to-noise ratio, dB",
    "log_spectral_distance_db": "log-spectral distance, dB (0: the same spectrum)",
}
_LOSSES = {"log_spectral_distance_db"}
_SIZE = (11.0, 5.0)
_DPI = 150
# From so many pixels on a line leads from the point to the name.
_FAR = 35.0


@dataclass(frozen=True, slots=True)
class Curve:
    """One codec in one panel.

    Attributes
    ----------
    codec : str
        Its name.
    house : bool
        Whether it is of this program.
    points : ndarray, shape (n, 2)
        Bits per sample and the measure, infinite where nothing was lost; in the order of bits.
    """

    codec: str
    house: bool
    points: Points


def check_plot(target: Path) -> None:
    """Find out before the work whether a plot of that name can be drawn.

    Raises
    ------
    ParameterError
        If its ending is none of `ENDINGS`.
    MissingPartError
        If matplotlib is not installed.
    """
    if target.suffix.lower() not in ENDINGS:
        raise ParameterError(f"{target}: a plot must end with {', '.join(ENDINGS)}")
    try:
        importlib.import_module("matplotlib")
    except ImportError:
        raise MissingPartError(
            f"a plot needs matplotlib: {sys.executable} -m pip install '{_LIBRARY}'"
        ) from None


def curves_of(rows: Sequence[Row], measure: str) -> list[Curve]:
    """Return a curve for each codec that has points.

    Parameters
    ----------
    rows : sequence of Row
        Of any order.
    measure : str
        The field of a row that is drawn; where it is None there is no point.
    """
    codecs = dict.fromkeys((row.codec, row.house) for row in rows)
    curves = []
    for codec, house in codecs:
        points = [
            (row.bits_per_sample, getattr(row, measure))
            for row in rows
            if row.codec == codec and getattr(row, measure) is not None
        ]
        if points:
            curves.append(Curve(codec, house, np.array(sorted(points), dtype=np.float64)))
    return curves


def draw(rows: Sequence[Row], file: BinaryIO, kind: str) -> None:
    """Draw signal-to-noise ratio and log-spectral distance against bits per sample.

    Parameters
    ----------
    rows : sequence of Row
        At least one.
    file : BinaryIO
        To write to.
    kind : str
        One of `ENDINGS`.  Equal rows give equal bytes with one version of matplotlib.
    """
    import matplotlib as mpl

    # Times of writing are left out; names of parts are drawn by lot unless there is salt.
    metadata = {".png": None, ".svg": {"Date": None}, ".pdf": {"CreationDate": None}}[kind]
    with mpl.rc_context({"svg.hashsalt": "road"}):
        figure_of(rows).savefig(file, format=kind[1:], metadata=metadata)


def best_of(points: Points, *, is_loss: bool) -> NDArray[np.bool_]:
    """Say which settings a line joins: those that are better than all with fewer bits.

    Parameters
    ----------
    points : ndarray of float64, shape (n, 2)
        Bits and measure, in the order of bits.
    is_loss : bool
        Less of the measure is better.
    """
    merit = -points[:, 1] if is_loss else points[:, 1]
    before = np.concatenate(([-np.inf], np.maximum.accumulate(merit)[:-1]))
    return merit > before


def figure_of(rows: Sequence[Row]) -> Any:
    """Return the matplotlib figure that `draw` writes."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=_SIZE, dpi=_DPI, layout="constrained")
    styles = _styles(rows)
    panels = list(zip(figure.subplots(1, len(_PANELS)), _PANELS.items(), strict=True))
    for axes, (measure, title) in panels:
        _panel(axes, curves_of(rows, measure), styles, title, is_loss=measure in _LOSSES)
    figure.suptitle("Medians over the sounds; solid: codecs of the house, dashed: others")
    # Names are placed where nothing is drawn, which must be drawn first.
    figure.draw_without_rendering()
    figure.set_layout_engine("none")
    for axes, (measure, _) in panels:
        _name(axes, curves_of(rows, measure), styles)
    return figure


def _styles(rows: Sequence[Row]) -> dict[str, tuple[str, str]]:
    """Give each codec a colour and a marker."""
    codecs = dict.fromkeys(row.codec for row in rows)
    return {
        codec: (_COLOURS[number % len(_COLOURS)], _MARKERS[number % len(_MARKERS)])
        for number, codec in enumerate(codecs)
    }


def _panel(
    axes: Any,
    curves: Sequence[Curve],
    styles: dict[str, tuple[str, str]],
    title: str,
    *,
    is_loss: bool,
) -> None:
    top = _height_of_infinity(curves)
    for curve in curves:
        colour, marker = styles[curve.codec]
        points = _finite(curve, top)
        axes.scatter(*points.T, color=colour, marker=marker, s=25, zorder=3)
        axes.plot(
            *points[best_of(points, is_loss=is_loss)].T,
            color=colour,
            linewidth=1.6 if curve.house else 1.1,
            linestyle="-" if curve.house else (0, (4, 2)),
        )
    axes.set_xscale("log", base=2)
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.set_xlabel("bits per sample")
    axes.set_title(title, fontsize="medium")
    axes.grid(alpha=0.25)
    axes.margins(x=0.12, y=0.1)
    _widen(axes)
    if any(np.isinf(curve.points).any() for curve in curves):
        axes.axhline(top, color="grey", linewidth=0.8, linestyle=":")
        axes.set_yticks([tick for tick in axes.get_yticks() if 0 <= tick < top - 2] + [top])
        axes.yaxis.set_major_formatter(
            lambda value, _: "lossless" if math.isclose(value, top) else f"{value:g}"
        )


def _widen(axes: Any) -> None:
    """Show two octaves at least, so that there are numbers along the axis."""
    low, high = np.log2(axes.get_xlim())
    missing = max(0.0, 2.0 - (high - low)) / 2.0
    axes.set_xlim(2.0 ** (low - missing), 2.0 ** (high + missing))


def _height_of_infinity(curves: Sequence[Curve]) -> float:
    """Return where what lost nothing is drawn: above all else."""
    values = np.concatenate([curve.points[:, 1] for curve in curves] or [np.zeros(1)])
    finite = values[np.isfinite(values)]
    return 1.15 * float(finite.max()) + 5.0 if finite.size else 100.0


def _finite(curve: Curve, top: float) -> Points:
    return np.where(np.isposinf(curve.points), top, np.maximum(curve.points, -top))


def _name(axes: Any, curves: Sequence[Curve], styles: dict[str, tuple[str, str]]) -> None:
    """Write each codec's name beside one of its points, where nothing else is."""
    top = _height_of_infinity(curves)
    lines = [axes.transData.transform(_finite(curve, top)) for curve in curves]
    others = [axes.transData.transform([(low, top) for low in axes.get_xlim()])]
    taken = np.concatenate([points_along(line) for line in (*lines, *others)])
    panel = LabelBox(*axes.get_window_extent().extents)
    names: list[LabelBox] = []
    for curve, line in zip(curves, lines, strict=True):
        look = {
            "color": _darker(styles[curve.codec][0]),
            "fontsize": 9.0,
            "fontweight": "bold" if curve.house else "normal",
        }
        index, box = place_label(
            line, _size(axes, curve.codec, look), taken=taken, names=names, panel=panel
        )
        names.append(box)
        _write(axes, curve, (line[index], _finite(curve, top)[index]), box, look)


def _size(axes: Any, text: str, look: dict[str, Any]) -> tuple[float, float]:
    """Measure a text, in pixels."""
    tried = axes.text(0.5, 0.5, text, transform=axes.transAxes, **look)
    extent = tried.get_window_extent()
    tried.remove()
    return extent.width, extent.height


def _write(
    axes: Any, curve: Curve, point: tuple[Points, Points], box: LabelBox, look: dict[str, Any]
) -> None:
    """Write a name into its box, with a line to its point (in pixels, and of the data) if far."""
    pixels, data = point
    gap = np.maximum(0.0, np.maximum((box.x0, box.y0) - pixels, pixels - (box.x1, box.y1)))
    leader = {"arrowstyle": "-", "color": look["color"], "linewidth": 0.6, "shrinkB": 3}
    axes.annotate(
        curve.codec,
        data,
        (np.array((box.x0, box.y0)) - pixels) * 72.0 / axes.figure.dpi,
        textcoords="offset points",
        ha="left",
        va="bottom",
        arrowprops=leader if np.hypot(*gap) > _FAR else None,
        **look,
    )


def _darker(colour: str) -> tuple[float, ...]:
    """Return a colour in which words can be read on white."""
    from matplotlib.colors import to_rgb

    return tuple(0.7 * part for part in to_rgb(colour))
