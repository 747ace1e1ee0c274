"""Results as a chart: one curve for each codec, in the order of bits."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from road_codec import Excerpt
from road_gui.codecs.columns import LOWER_IS_BETTER, Column, number_of, number_text, words_of
from road_gui.codecs.rows import Row
from road_gui.messages import duration_text
from road_gui.plots.rate_chart import Chart, ChartCurve, ChartPoint, curve_of

translate = QCoreApplication.translate


def chart_of(rows: Sequence[Row], measure: Column) -> Chart:
    """Return what is drawn of some rows; those without the measure have no point."""
    by_title: dict[str, list[Row]] = {}
    for row in rows:
        if _can_be_drawn(row, measure):
            by_title.setdefault(row.setting.codec, []).append(row)
    return Chart(
        curves=tuple(_curve(group, measure) for group in by_title.values()),
        title=_title(measure),
        bits_title=words_of(Column.BITS).name,
        top_text=translate("Chart", "lossless"),
    )


def heading_of(excerpt: Excerpt | None) -> str:
    """Say of which sound results are, and of how much of it."""
    if excerpt is None:
        return ""
    return f"{excerpt.sound.name} · {duration_text(excerpt.seconds)}"


def _can_be_drawn(row: Row, measure: Column) -> bool:
    value = number_of(row, measure)
    return value is not None and value != float("-inf")


def _curve(rows: list[Row], measure: Column) -> ChartCurve:
    return curve_of(
        rows[0].title,
        rows[0].style,
        [_point(row, measure) for row in rows],
        lower_is_better=measure in LOWER_IS_BETTER,
    )


def _point(row: Row, measure: Column) -> ChartPoint:
    bits, value = number_of(row, Column.BITS), number_of(row, measure)
    assert bits is not None and value is not None  # else it is not drawn
    text = "\n".join(
        (
            row.name,
            f"{words_of(Column.BITS).name}: {number_text(bits, Column.BITS)}",
            f"{words_of(measure).name}: {number_text(value, measure)}",
        )
    )
    return ChartPoint(row, bits, value, row.label, text)


def _title(measure: Column) -> str:
    name = words_of(measure).name
    if measure in LOWER_IS_BETTER:
        return translate("Chart", "{measure} – lower is better").format(measure=name)
    return translate("Chart", "{measure} – higher is better").format(measure=name)
