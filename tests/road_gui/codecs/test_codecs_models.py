"""Rows of results, their order, and the tree of settings: models that views can rely on."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from road_codec import (
    CodecSetting,
    Comparison,
    Excerpt,
    SampleType,
    SoundFormat,
    Trial,
    all_codecs,
    benchmark_settings,
    codec_named,
)
from road_gui.codecs.charting import chart_of
from road_gui.codecs.columns import MEASURES, NAMES, Column, text_of, words_of
from road_gui.codecs.results_model import HOVER_ROLE, ROW_ROLE, ResultsModel, SortedResults
from road_gui.codecs.rows import Row, State
from road_gui.codecs.settings_model import SettingsModel, params_text, short_label
from road_gui.settings import Settings

CHECK = Qt.ItemDataRole.CheckStateRole
INFINITY = float("inf")


def watched(model: QObject) -> QAbstractItemModelTester:
    """Let Qt look at everything that a model does."""
    mode = QAbstractItemModelTester.FailureReportingMode.Warning  # which fails a test
    return QAbstractItemModelTester(model, mode)


def setting(number: int = 0) -> CodecSetting:
    return benchmark_settings()[number]


def row(number: int = 0) -> Row:
    one = setting(number)
    return Row(one, codec_named(one.codec).title, number)


def done(number: int, n_bytes: int, snr_db: float | None) -> Row:
    """Return a row that has been measured on a second of stereo."""
    made = row(number)
    made.state = State.DONE
    made.trial = Trial(
        setting=made.setting,
        excerpt=Excerpt(
            sound=Path("a sound.wav"),
            path=Path("excerpt.wav"),
            format=SoundFormat(8000, 2, SampleType.S16, 8000),
        ),
        encoded=Path("encoded"),
        encoded_bytes=n_bytes,
        encode_s=0.1,
        decode_s=0.002,
        comparison=Comparison(
            rate_hz=8000,
            n_channels=2,
            n_samples=8000,
            snr_db=snr_db,
            segmental_snr_db=12.34,
            si_sdr_db=None,
            log_spectral_distance_db=3.0,
            peak_error=0.1,
            correlation=0.9,
            envelope_difference_db=0.25,
        ),
    )
    return made


def shown(model: SortedResults) -> list[Row]:
    return [model.index(number, 0).data(ROW_ROLE) for number in range(model.rowCount())]


# -- results ----------------------------------------------------------------------


def test_rows_come_and_go_under_the_eyes_of_qt(qtbot: QtBot) -> None:
    model = ResultsModel()
    order = SortedResults(model)
    keep = [watched(model), watched(order)]
    rows = [done(0, 4000, 20.0), done(1, 2000, 10.0), row(2)]
    order.sort(Column.SNR)
    model.add(rows)
    rows[2].state, rows[2].fraction, rows[2].note = State.RUNNING, 0.5, "encoding"
    with qtbot.waitSignal(model.dataChanged):
        model.show(rows[2])
    assert shown(order) == [rows[1], rows[0], rows[2]]
    model.remove([rows[0]])
    assert shown(order) == [rows[1], rows[2]]
    model.clear()
    assert (model.rowCount(), len(keep)) == (0, 2)


def test_cells_say_what_was_measured() -> None:
    model = ResultsModel()
    model.add([done(0, 2000, INFINITY), row(0)])
    texts = [str(model.index(0, column).data()) for column in Column]
    one = setting()
    assert texts == [
        *(codec_named(one.codec).title, one.label),
        *("2.0 kB", "1.00", "16.0", "6.3 %"),
        *("∞", "12.3", "–", "3.0", "0.25"),
        *("10.0", "500"),
    ]
    waiting = [str(model.index(1, column).data()) for column in Column]
    assert waiting == [*texts[:2], *[""] * (len(Column) - 2)]


def test_every_cell_tells_a_screen_reader_its_column_and_what_is_going_on() -> None:
    model = ResultsModel()
    failed = row(0)
    failed.state, failed.message = State.FAILED, "Not supported: so it is"
    model.add([done(0, 2000, 10.0), failed])
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, Column.SNR).data(role) == "Signal-to-noise ratio, dB: 10.0"
    assert model.index(1, Column.SNR).data(role).endswith(": Not supported: so it is")
    assert "so it is" in model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
    for column in Column:
        assert model.headerData(column, Qt.Orientation.Horizontal)
        tip = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        assert tip.startswith(words_of(column).name)


def test_the_tips_of_times_say_what_they_contain() -> None:
    for column in (Column.ENCODE, Column.DECODE):
        assert "Wall time inside this program" in words_of(column).tip


@pytest.mark.parametrize("direction", list(Qt.SortOrder))
def test_what_has_no_number_stands_last_in_both_directions(direction: Qt.SortOrder) -> None:
    model = ResultsModel()
    order = SortedResults(model)
    rows = [row(0), done(1, 4000, None), done(2, 3000, INFINITY), done(3, 2000, 10.0), row(1)]
    model.add(rows)
    order.sort(Column.SNR, direction)
    numbers = [rows[3], rows[2]]
    if direction is Qt.SortOrder.DescendingOrder:
        numbers.reverse()
    assert shown(order)[:2] == numbers
    assert set(map(id, shown(order)[2:])) == {id(rows[0]), id(rows[1]), id(rows[4])}
    order.sort(-1)
    assert shown(order) == rows


def test_words_are_ordered_as_words() -> None:
    model = ResultsModel()
    order = SortedResults(model)
    rows = [row(number) for number in range(len(benchmark_settings()))]
    model.add(rows)
    order.sort(Column.CODEC)
    titles = [text_of(one, Column.CODEC).casefold() for one in shown(order)]
    assert titles == sorted(titles)


def test_a_row_can_be_pointed_at(qtbot: QtBot) -> None:
    model = ResultsModel()
    rows = [row(0), row(1)]
    model.add(rows)
    with qtbot.waitSignal(model.hover_changed):
        model.set_hovered(rows[1])
    assert [model.index(number, 0).data(HOVER_ROLE) for number in (0, 1)] == [False, True]
    with qtbot.assertNotEmitted(model.hover_changed):
        model.set_hovered(rows[1])
    model.remove([rows[1]])
    assert model.hovered is None


def test_sentences_stand_for_numbers_until_they_are_there() -> None:
    one = row(0)
    assert one.sentence == "Queued"
    one.state, one.fraction, one.note = State.RUNNING, 0.42, "decoding"
    assert one.sentence == "Decoding – 42 %"
    one.note = "something new"
    assert one.sentence == "Running – 42 %"
    assert done(0, 1, 1.0).sentence == ""


def test_a_chart_has_a_curve_for_each_codec_and_a_point_for_each_number() -> None:
    by_codec: dict[str, int] = {}
    for number, one in enumerate(benchmark_settings()):
        by_codec.setdefault(one.codec, number)
    rows = [done(number, 1000 + number, 10.0) for number in by_codec.values()]
    rows += [done(0, 3000, 20.0), row(0), done(1, 9000, None)]
    chart = chart_of(rows, Column.SNR)
    assert [curve.name for curve in chart.curves] == [codec_named(one).title for one in by_codec]
    assert [point.key for point in chart.curves[0].points] == [rows[0], rows[len(by_codec)]]
    assert "higher is better" in chart.title
    assert "lower is better" in chart_of(rows, Column.SPECTRAL).title
    for measure in MEASURES:
        assert measure not in NAMES
        chart_of(rows, measure)


# -- settings ---------------------------------------------------------------------


@pytest.fixture
def tree(settings: Settings) -> SettingsModel:
    return SettingsModel(settings)


def own(**values: object) -> CodecSetting:
    codec = codec_named("road-classic")
    made = CodecSetting(codec=codec.id, label="mine", params=codec.params_type(**values))
    assert all(made.params != one.params for one in benchmark_settings())
    return made


def test_settings_are_added_and_removed_under_the_eyes_of_qt(tree: SettingsModel) -> None:
    keep = watched(tree)
    before = tree.checked()
    assert before == tuple(benchmark_settings())
    index = tree.add(own(superframe=3))
    assert tree.checked() != before
    assert index.data() == "mine"
    assert tree.entry_at(index).is_own
    tree.remove(tree.index(0, 0, tree.index(0, 0)))  # one of the codec's own stays
    tree.remove(index)
    assert tree.checked() == before
    assert keep is not None


def test_a_codec_stands_for_all_its_settings(qtbot: QtBot, tree: SettingsModel) -> None:
    keep = watched(tree)
    codec = tree.index(0, 0)
    n_settings = tree.rowCount(codec)
    assert codec.data(CHECK) is Qt.CheckState.Checked
    with qtbot.waitSignal(tree.checked_changed):
        tree.setData(tree.index(1, 0, codec), Qt.CheckState.Unchecked, CHECK)
    assert codec.data(CHECK) is Qt.CheckState.PartiallyChecked
    tree.setData(codec, Qt.CheckState.Unchecked, CHECK)
    assert codec.data(CHECK) is Qt.CheckState.Unchecked
    assert len(tree.checked()) == len(benchmark_settings()) - n_settings
    tree.setData(codec, Qt.CheckState.Checked, CHECK)
    assert len(tree.checked()) == len(benchmark_settings())
    assert keep is not None


def test_what_is_checked_and_added_is_there_next_time(
    tree: SettingsModel, settings: Settings
) -> None:
    tree.setData(tree.index(0, 0, tree.index(0, 0)), Qt.CheckState.Unchecked, CHECK)
    tree.add(own(superframe=3))
    again = SettingsModel(settings)
    assert again.checked() == tree.checked()
    assert own(superframe=3) in again.checked()
    assert benchmark_settings()[0] not in again.checked()


def test_the_same_parameters_are_not_listed_twice(tree: SettingsModel) -> None:
    codec = tree.index(0, 0)
    there = tree.entry_at(tree.index(1, 0, codec)).setting
    tree.setData(tree.index(1, 0, codec), Qt.CheckState.Unchecked, CHECK)
    n_before = tree.rowCount(codec)
    index = tree.add(CodecSetting(codec=there.codec, label="again", params=there.params))
    assert (index.row(), tree.rowCount(codec)) == (1, n_before)
    assert index.data(CHECK) is Qt.CheckState.Checked
    # Another setting of the same name gets a number.
    tree.add(own(superframe=3))
    assert tree.add(own(superframe=4)).data() == "mine (2)"


@pytest.mark.parametrize(
    "kept",
    [
        "no json",
        "3",
        '["x", 3, null]',
        json.dumps([{"codec": "gone", "label": "x", "values": {}}]),
        json.dumps([{"codec": "road-classic", "label": "x", "values": {"superframe": -1}}]),
        json.dumps([{"codec": "road-classic", "label": "x", "values": {"nothing": 1}}]),
        json.dumps([{"codec": "road-classic", "values": {}}]),
        json.dumps([{"codec": ["x"], "label": "x", "values": {}}]),
    ],
)
def test_what_no_codec_takes_any_more_is_left_out(kept: str, settings: Settings) -> None:
    settings.set("codecs/own", kept)
    assert SettingsModel(settings).checked() == tuple(benchmark_settings())


def test_settings_are_named_after_what_is_not_a_default() -> None:
    assert short_label(own(superframe=3, strict=True)) == "strict on, superframe 3"
    assert "Superframe (frames): 3" in params_text(own(superframe=3)).split("\n")
    for one in all_codecs():
        plain = CodecSetting(codec=one.id, label="", params=one.params_type())
        assert (short_label(plain), params_text(plain)) == ("", "")


def test_indexes_that_are_of_nothing_are_answered(tree: SettingsModel) -> None:
    nowhere = QModelIndex()
    assert tree.entry_at(nowhere) is None
    assert tree.codec_at(nowhere) is None
    assert tree.data(nowhere) is None
    assert not tree.setData(nowhere, Qt.CheckState.Checked, CHECK)
    assert not tree.index(99, 0).isValid()
    assert tree.codec_at(tree.index(0, 0)) is all_codecs()[0]
