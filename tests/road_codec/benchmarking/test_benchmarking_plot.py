"""The plot: all that was measured is in it, and its words can be read."""

import dataclasses
import io
import itertools
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from road_codec import MissingPartError, ParameterError
from road_codec.benchmarking.labels import LabelBox
from road_codec.benchmarking.plot import ENDINGS, best_of, check_plot, curves_of, draw, figure_of
from road_codec.benchmarking.rows import Row

pytest.importorskip("matplotlib", reason="the plot needs matplotlib")

BEGINNINGS = {".png": b"\x89PNG\r\n", ".svg": b"<?xml", ".pdf": b"%PDF-"}


def row(codec: str, bits: float, snr_db: float | None, *, house: bool = False) -> Row:
    return Row(
        codec=codec,
        setting=f"{bits}",
        house=house,
        files=1,
        seconds=1.0,
        encoded_bytes=1,
        bits_per_sample=bits,
        kbit_per_s=1.0,
        snr_db=snr_db,
        segmental_snr_db=1.0,
        si_sdr_db=1.0,
        log_spectral_distance_db=None if snr_db is None else max(0.0, 30.0 - snr_db),
        encode_times_real_time=1.0,
        decode_times_real_time=1.0,
        encode_cpu_s=1.0,
        decode_cpu_s=1.0,
        encode_peak_bytes=1,
        decode_peak_bytes=1,
    )


def many() -> list[Row]:
    """Nine codecs whose curves lie close together, and one that loses nothing."""
    rows = [
        row(f"codec-{number}", bits, 6.0 * bits + 1.5 * number, house=number < 3)
        for number in range(8)
        for bits in (0.5, 1.0 + 0.1 * number, 2.0, 4.0)
    ]
    return [*rows, row("lossless-one", 6.0, math.inf)]


def names(axes: Any) -> dict[str, Any]:
    from matplotlib.text import Text

    # Drawn, for only then an annotation is in its place.
    axes.figure.draw_without_rendering()
    return {text.get_text(): LabelBox(*Text.get_window_extent(text).extents) for text in axes.texts}


def test_every_codec_is_named_once_in_each_panel_and_names_do_not_overlap() -> None:
    figure = figure_of(many())
    for axes in figure.axes:
        found = names(axes)
        assert len(axes.texts) == len(found) == 9
        assert set(found) == {one.codec for one in many()}
        panel = LabelBox(*axes.get_window_extent().extents)
        assert all(panel.holds(box) for box in found.values())
        for one, other in itertools.combinations(found.values(), 2):
            assert not one.overlaps(other)


def test_points_are_what_was_measured() -> None:
    rows = [row("b", 2.0, 20.0), row("a", 1.0, 5.0), row("b", 0.5, 9.0), row("a", 9.0, None)]
    first, second = curves_of(rows, "snr_db")

    assert (first.codec, first.points.tolist()) == ("b", [[0.5, 9.0], [2.0, 20.0]])
    assert (second.codec, second.points.tolist()) == ("a", [[1.0, 5.0]])
    lines = figure_of(rows).axes[0].lines
    assert np.array_equal(lines[0].get_xydata(), first.points)
    assert np.array_equal(lines[1].get_xydata(), second.points)


def test_what_loses_nothing_stands_above_all_else_on_a_line_that_says_so() -> None:
    axes = figure_of(many()).axes[0]
    heights = [float(np.max(line.get_ydata())) for line in axes.lines]
    top = heights[8]

    assert top > max(heights[:8])
    labels = {label.get_text(): label.get_position()[1] for label in axes.get_yticklabels()}
    assert labels["lossless"] == top


def test_one_point_is_a_plot() -> None:
    for only in (row("a", 5.2, math.inf), row("a", 1.0, -3.0), row("a", 1.0, None)):
        for axes in figure_of([only]).axes:
            low, high = axes.get_xlim()
            assert sum(low <= tick <= high for tick in axes.get_xticks()) >= 2


@pytest.mark.parametrize("kind", ENDINGS)
def test_equal_rows_give_equal_files_of_the_kind(kind: str) -> None:
    files = []
    for _ in range(2):
        file = io.BytesIO()
        draw(many(), file, kind)
        files.append(file.getvalue())

    assert files[0] == files[1]
    assert files[0].startswith(BEGINNINGS[kind])
    other = io.BytesIO()
    draw([dataclasses.replace(one, snr_db=1.0) for one in many()], other, kind)
    assert other.getvalue() != files[0]


def test_a_name_with_another_ending_is_refused() -> None:
    check_plot(Path("x.SVG"))
    with pytest.raises(ParameterError, match=r"^x\.txt: a plot must end with \.png, \.svg, \.pdf"):
        check_plot(Path("x.txt"))


def test_without_matplotlib_the_message_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    with pytest.raises(MissingPartError, match=r"-m pip install 'matplotlib>=3\.9'$"):
        check_plot(Path("x.svg"))


def test_a_line_joins_what_is_worth_its_bits() -> None:
    points = np.array([[1.0, 10.0], [2.0, 9.0], [3.0, 12.0], [3.0, 12.0], [4.0, 11.0]])
    assert best_of(points, is_loss=False).tolist() == [True, False, True, False, False]
    assert best_of(points, is_loss=True).tolist() == [True, True, False, False, False]
