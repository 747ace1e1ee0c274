"""What is seen, which files are compared, and the table: models without a picture."""

import math
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from road_codec import Comparison, FormatError, compare, finish
from road_gui.compare.metrics_model import Column, MetricsModel
from road_gui.compare.pair_choice import PairChoice
from road_gui.compare.time_view import TimeView
from road_gui.compare.words import amplitude_text, lag_text, measures, value_text
from road_gui.jobs.job import JobRunner
from road_gui.jobs.latest import Latest


@pytest.fixture
def view(qapp: QApplication) -> TimeView:
    made = TimeView()
    made.set_sound(10_000, 1000)
    return made


def test_the_view_stays_in_the_sound_and_above_a_few_samples(view: TimeView) -> None:
    view.show(-500, 500)
    assert (view.first, view.last) == (0.0, 1000.0)
    view.show(9_900, 10_400)
    assert (view.first, view.last) == (9_500.0, 10_000.0)
    view.zoom(1e9, 9_700.0)
    assert view.width == 16
    assert view.first <= 9_700 <= view.last
    view.zoom(1e-9)
    assert (view.first, view.last) == (0.0, 10_000.0)


def test_zooming_leaves_a_sample_where_it_is(view: TimeView) -> None:
    view.zoom(4.0, 2_500.0)
    assert view.width == 2_500
    assert (2_500.0 - view.first) / view.width == pytest.approx(0.25)
    view.set_cursor(3_000)
    share = (3_000 - view.first) / view.width
    view.zoom(2.0)
    assert (3_000 - view.first) / view.width == pytest.approx(share)


def test_the_view_follows_a_cursor_that_it_saw(view: TimeView) -> None:
    view.show(1_000, 2_000)
    view.set_cursor(1_990)
    view.set_cursor(2_010, follow=True)
    assert (view.first, view.last) == (2_010.0, 3_010.0)
    view.show(6_000, 7_000)  # somebody looks elsewhere
    view.set_cursor(2_020, follow=True)
    assert view.first == 6_000
    view.set_cursor(99_999)
    assert view.cursor == 10_000


def test_a_selection_has_samples_or_is_none(view: TimeView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.selection_changed):
        view.select(700.4, 200.6)
    assert view.selection == (201, 700)
    with qtbot.assertNotEmitted(view.selection_changed):
        view.select(201, 700)
    view.select(300.1, 300.4)
    assert view.selection is None
    view.select(-50, 50_000)
    assert view.selection == (0, 10_000)


def test_a_selection_can_be_made_from_the_cursor_alone(view: TimeView) -> None:
    view.set_cursor(4_000)
    view.select_from_cursor()
    assert view.selection == (4_000, 10_000)
    view.set_cursor(6_000)
    view.select_to_cursor()
    assert view.selection == (4_000, 6_000)
    view.set_cursor(8_000)
    view.select_from_cursor()
    assert view.selection == (8_000, 10_000)
    view.show_selection()
    assert view.first == pytest.approx(7_900)


def test_whoever_saw_all_still_does_when_the_sound_grows(view: TimeView) -> None:
    view.grow(20_000)
    assert view.last == 20_000
    view.show(0, 100)
    view.grow(30_000)
    assert view.last == 100
    view.grow(10)
    assert view.n_samples == 30_000


# -- which files are compared ---------------------------------------------------------


@pytest.fixture
def choice(qapp: QApplication) -> PairChoice:
    return PairChoice()


def test_an_encoded_file_brings_its_original_along(
    choice: PairChoice, pair: tuple[Path, Path]
) -> None:
    choice.take([pair[1]])
    assert (choice.original, choice.decoded) == pair


def test_of_two_files_the_encoded_one_is_the_decoded(
    choice: PairChoice, pair: tuple[Path, Path]
) -> None:
    choice.take([pair[1], pair[0]])
    assert (choice.original, choice.decoded) == pair
    choice.swap()
    assert (choice.decoded, choice.original) == pair


def test_sounds_fill_the_places_one_after_the_other(choice: PairChoice, tmp_path: Path) -> None:
    names = [tmp_path / name for name in ("a.wav", "b.wav", "c.wav")]
    choice.take(names[:1])
    assert (choice.original, choice.decoded) == (names[0], None)
    assert not choice.is_complete
    choice.take(names[1:2])
    assert (choice.original, choice.decoded) == (names[0], names[1])
    choice.take(names[2:])
    assert (choice.original, choice.decoded) == (names[0], names[2])
    choice.take(names[:2])
    assert (choice.original, choice.decoded) == (names[0], names[1])
    choice.take([])
    assert choice.is_complete


def test_an_encoded_file_without_its_original_waits_for_one(
    choice: PairChoice, tmp_path: Path
) -> None:
    lonely, other = tmp_path / "x.road.wav", tmp_path / "other.wav"
    choice.take([lonely])
    assert (choice.original, choice.decoded) == (None, lonely)
    choice.take([other])
    assert (choice.original, choice.decoded) == (other, lonely)
    # Another encoded file is not of that original.
    choice.take([tmp_path / "y.road.wav"])
    assert (choice.original, choice.decoded) == (None, tmp_path / "y.road.wav")
    choice.set(other, None)
    choice.take([lonely])
    assert (choice.original, choice.decoded) == (other, lonely)


# -- the table ------------------------------------------------------------------------


@pytest.fixture
def model(qapp: QApplication) -> MetricsModel:
    made = MetricsModel()
    made.tester = QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    return made


def texts(model: MetricsModel, column: Column) -> list[str]:
    rows = range(model.rowCount())
    return [model.index(row, column).data() for row in rows]


def test_every_measure_of_the_command_has_a_row_and_a_meaning(
    model: MetricsModel, pair: tuple[Path, Path]
) -> None:
    whole = finish(compare(*pair))
    model.show(whole, None, share=None, is_stretch_wanted=False)
    words, values = measures(), whole.as_json()
    assert set(values) - set(words) == {"peak_error", "rate_hz", "channels", "samples"}
    assert texts(model, Column.MEASURE) == [name for name, _ in words.values()]
    assert texts(model, Column.WHOLE) == [value_text(key, values[key]) for key in words]
    for row in range(model.rowCount()):
        assert model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole).endswith(".")


def test_what_is_not_known_yet_is_told_from_what_is_not_defined(model: MetricsModel) -> None:
    model.show(None, None, share=0.25, is_stretch_wanted=True)
    assert set(texts(model, Column.WHOLE)) == set(texts(model, Column.STRETCH)) == {"…"}
    header = model.headerData(Column.WHOLE, Qt.Orientation.Horizontal)
    assert header == "25 %"
    model.show(None, None, share=None, is_stretch_wanted=False)
    assert set(texts(model, Column.WHOLE)) == {"–"}


def test_a_measure_that_the_library_learns_gets_a_row(
    model: MetricsModel, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = finish(compare(*pair))
    known = whole.as_json()
    monkeypatch.setattr(Comparison, "as_json", lambda _: {**known, "loudness_db": 1.5})
    model.show(whole, None, share=None, is_stretch_wanted=False)
    assert texts(model, Column.MEASURE)[-1] == "loudness_db"
    assert texts(model, Column.WHOLE)[-1] == "1.50 dB"


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("snr_db", "inf", "∞"),
        ("peak_error_dbfs", "-inf", "−∞"),
        ("peak_error_dbfs", -33.048, "−33.0 dBFS"),
        ("correlation", 0.99951, "1.000"),
        ("mse", 4.06e-7, "4.06·10⁻⁷"),
        ("snr_db", 123.456, "123.5 dB"),
        ("lag_samples", -1105, "−1,105 samples"),
        ("original_bytes", 3_200_000, "3.2 MB"),
        ("seconds", 62.5, "1:02.50"),
        ("snr_db", None, "–"),
    ],
)
def test_values_are_said_with_their_units(key: str, value: object, text: str) -> None:
    assert value_text(key, value) == text


def test_places_and_samples_are_said() -> None:
    assert lag_text(0, 44_100) == "0 samples"
    assert lag_text(-441, 44_100) == "−441 samples (−10.00 ms)"
    assert amplitude_text(-0.25, -0.25) == "−0.25000"
    assert amplitude_text(-0.5, 0.25) == "≤ 0.500"
    assert amplitude_text(math.nan, math.nan) == "–"


# -- only the latest wish counts ------------------------------------------------------


def test_only_the_latest_wish_is_told_of(qtbot: QtBot) -> None:
    runner = JobRunner()
    latest = Latest(runner)
    done: list[object] = []
    latest.done.connect(done.append)

    def task(number: int):
        yield None
        return number

    with qtbot.waitSignal(latest.done):
        for number in range(20):
            latest.want(lambda number=number: task(number))
    assert done == [19]
    with qtbot.waitSignal(runner.freed):
        latest.want(lambda: task(20))
        latest.forget()
    qtbot.waitUntil(lambda: not latest.is_busy)
    assert done == [19]
    assert runner.shut_down()


def test_what_fails_is_told(qtbot: QtBot) -> None:
    runner = JobRunner()
    latest = Latest(runner)

    def task():
        yield None
        raise FormatError("no")

    with qtbot.waitSignal(latest.failed) as failed:
        latest.want(task)
    assert str(failed.args[0]) == "no"
    assert runner.shut_down()


def test_sounds_that_are_alike_but_not_of_one_name_can_be_chosen(
    choice: PairChoice, tmp_path: Path
) -> None:
    soundfile.write(tmp_path / "a.wav", np.zeros(100), 8000)
    soundfile.write(tmp_path / "a.flac", np.zeros(100), 8000)
    choice.set_decoded(tmp_path / "a.flac")
    assert choice.original == tmp_path / "a.wav"
    choice.set_original(tmp_path / "b.wav")
    assert choice.decoded == tmp_path / "a.flac"
