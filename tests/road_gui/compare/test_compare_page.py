"""The page: a pair is opened, measured, shown, heard and written, and let go of."""

import csv
import json
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
import soundfile
from pair_case import PATIENCE_MS, RATE
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from walking import nameless, walked

from road_codec import compare, finish, open_pair
from road_gui.colours import LIGHT_PLOTS
from road_gui.compare.page import ComparePage
from road_gui.compare.survey import Survey
from road_gui.messages import number_text
from road_gui.settings import Settings
from road_gui.theme import Theme

NO_BUTTON = Qt.MouseButton.NoButton


def choose(monkeypatch: pytest.MonkeyPatch, target: Path, chosen_filter: str = "") -> None:
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), chosen_filter)
    )


def test_an_encoded_file_is_compared_with_the_original_beside_it(
    page: ComparePage, pair: tuple[Path, Path], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.opened, timeout=PATIENCE_MS):
        page.take_paths([pair[1]])
    assert (page.pair.original, page.pair.decoded) == pair
    assert page.pair.lag_samples == 0
    assert page.view.n_samples == 3 * RATE
    assert page.stage.lanes.isVisible()


def test_the_whole_is_measured_as_the_command_does(
    opened: ComparePage, pair: tuple[Path, Path]
) -> None:
    assert opened.survey.whole == finish(compare(*pair))


def test_waves_are_those_of_the_files(opened: ComparePage, pair: tuple[Path, Path]) -> None:
    sound, _ = soundfile.read(pair[0], dtype="float32")
    survey = opened.survey
    envelope = survey.original.reduce(0, 3 * RATE, 100)
    assert envelope.high.max() == pytest.approx(sound.max(), abs=1e-6)
    assert survey.error.n_samples == 3 * RATE
    values, frame_len = survey.snrs_db()
    assert frame_len == 441
    assert np.isnan(values[52:74]).all()
    assert np.nanmax(values) > 5


def test_a_selection_is_measured_by_itself(opened: ComparePage, qtbot: QtBot) -> None:
    opened.view.select(1_000, 9_000)
    assert opened.model.index(0, 2).data() == "…"
    qtbot.waitUntil(lambda: opened.survey.stretch is not None, timeout=PATIENCE_MS)
    assert opened.survey.stretch.n_samples == 8_000
    assert opened.survey.stretch.encoded_bytes is None
    assert opened.model.index(0, 2).data().endswith(" dB")
    opened.view.clear_selection()
    assert opened.survey.stretch is None
    assert opened.model.index(0, 2).data() == "–"


def point(qtbot: QtBot, lanes: QWidget, place: QPoint, texts: list[str]) -> None:
    """Move the mouse to a place, and wait until what is there has been told."""
    # From elsewhere, for a mouse that is there already does not move; and an X server tells
    # of it when it likes.
    for one in (place - QPoint(60, 0), place):
        n_before = len(texts)
        QTest.mouseMove(lanes, one)
        qtbot.waitUntil(lambda n_before=n_before: len(texts) > n_before, timeout=PATIENCE_MS)


def test_close_views_have_the_samples(opened: ComparePage, qtbot: QtBot) -> None:
    opened.view.show(5_000, 5_100)
    qtbot.waitUntil(lambda: opened.survey.error.has_detail(5_000, 5_100), timeout=PATIENCE_MS)
    texts: list[str] = []
    opened.stage.read_out.connect(texts.append)
    lanes = opened.stage.lanes
    point(qtbot, lanes, QPoint(lanes.width() // 2, 20), texts)
    assert "sample 5,04" in texts[-1]
    first, second = texts[-1].split("\n")
    assert first.endswith("L")
    assert second.count("0.") == 3
    assert "≤" not in second


def test_spectra_are_read_out_in_hertz_and_decibels(opened: ComparePage, qtbot: QtBot) -> None:
    opened.commands.show_waves.trigger()
    opened.commands.show_snr.trigger()
    opened.commands.show_spectra.trigger()
    qtbot.waitUntil(lambda: len(opened.spectra.summaries) == 2, timeout=PATIENCE_MS)
    assert [lane.title for lane in opened.stage.shown] == [
        "Original",
        "Decoded",
        "Decoded − original",
    ]
    texts: list[str] = []
    opened.stage.read_out.connect(texts.append)
    lanes = opened.stage.lanes
    lanes.grab()
    point(qtbot, lanes, QPoint(200, 60), texts)
    first, second = texts[-1].split("\n")
    assert first.endswith("Hz")
    assert second.startswith("original −")
    assert second.endswith(" dB")


def test_without_a_pointer_the_place_of_the_cursor_is_read_out(
    opened: ComparePage, qtbot: QtBot
) -> None:
    opened.view.show(5_000, 5_100)
    qtbot.waitUntil(lambda: opened.survey.error.has_detail(5_000, 5_100), timeout=PATIENCE_MS)
    texts: list[str] = []
    opened.stage.read_out.connect(texts.append)
    lanes = opened.stage.lanes
    QApplication.sendEvent(lanes, QEvent(QEvent.Type.Leave))
    opened.view.set_cursor(5_021)
    first, second = texts[-1].split("\n")
    assert "sample 5,021" in first
    with open_pair(opened.pair.original, opened.pair.decoded, lag_samples=0) as both:
        original, decoded = next(iter(both.blocks(5_021, 5_022)))
    values = [original[0, 0], decoded[0, 0], decoded[0, 0] - original[0, 0]]
    said = [number_text(value, 5, signed=True) for value in values]
    assert second == "original {} · decoded {} · error {}".format(*said)
    # At the pointer, where there is one.
    point(qtbot, lanes, QPoint(lanes.width() // 2, 20), texts)
    told = texts[-1]
    opened.view.set_cursor(5_022)
    assert texts[-1] == told
    QApplication.sendEvent(lanes, QEvent(QEvent.Type.Leave))
    assert "sample 5,022" in texts[-1]


def test_frequencies_are_zoomed_by_wheel_and_keys(opened: ComparePage, qtbot: QtBot) -> None:
    opened.commands.show_waves.trigger()
    opened.commands.show_snr.trigger()
    opened.commands.show_spectra.trigger()
    qtbot.waitUntil(lambda: len(opened.spectra.summaries) == 2, timeout=PATIENCE_MS)
    opened.panel.form.scale.setCurrentIndex(opened.panel.form.scale.findData("linear"))
    stage, lanes = opened.stage, opened.stage.lanes
    seen = (opened.view.first, opened.view.last)

    def turn(notches: int, keys: Qt.KeyboardModifier) -> None:
        # A quarter up the first lane, which has a third of the height.
        at = QPointF(400, lanes.height() / 3 * 0.75)
        place = QPointF(lanes.mapToGlobal(at.toPoint()))
        wheel = QWheelEvent(at, place, QPoint(), QPoint(0, 120 * notches), NO_BUTTON, keys,
                            Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        QApplication.sendEvent(lanes, wheel)

    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    turn(3, ctrl)
    low, high = stage.frequencies
    assert high - low == pytest.approx(1.25**-3)
    # What was under the pointer still is.
    assert low + 0.25 * (high - low) == pytest.approx(0.25, abs=0.01)
    assert {lane.shown for lane in stage.shown} == {(low, high)}
    turn(2, ctrl | shift)
    assert stage.frequencies == pytest.approx((low + 0.2 * (high - low), high + 0.2 * (high - low)))
    assert (opened.view.first, opened.view.last) == seen
    for action in opened.commands.frequencies:
        before = stage.frequencies
        action.trigger()
        assert stage.frequencies != before
    for _ in range(20):
        opened.commands.frequencies[0].trigger()
    low, high = stage.frequencies
    assert high - low == pytest.approx(1 / 64)
    lanes.grab()
    opened.commands.all_frequencies.trigger()
    assert stage.frequencies == (0.0, 1.0)
    opened.commands.frequencies[1].trigger()
    assert stage.frequencies == (0.0, 1.0)
    # Over waves the wheel zooms time, with the key or without.
    opened.commands.show_waves.trigger()
    lanes.grab()
    opened.commands.show_spectra.trigger()
    turn(1, ctrl)
    assert opened.view.width < seen[1] - seen[0]


def test_what_is_shown_is_remembered(
    opened: ComparePage, settings: Settings, theme: Theme, qtbot: QtBot
) -> None:
    opened.commands.show_spectra.trigger()
    form = opened.panel.form
    form.scale.setCurrentIndex(form.scale.findData("mel"))
    form.error.setCurrentIndex(form.error.findData(16))
    assert opened.stage.shown[2].title == "Error × 16"
    again = ComparePage(settings, theme)
    qtbot.addWidget(again)
    assert again.commands.show_spectra.isChecked()
    assert again.panel.form.style_of_spectra().scale == "mel"
    assert again.panel.form.error.currentData() == 16
    again.close_all()


def test_one_channel_alone_can_be_shown(opened: ComparePage) -> None:
    box = opened.panel.form.channel
    assert [box.itemText(index) for index in range(box.count())] == ["All", "Left", "Right"]
    box.setCurrentIndex(2)
    assert opened.stage.shown[0].channels() == [1]


# -- files ----------------------------------------------------------------------------


def test_measures_are_written_as_csv_and_json(
    opened: ComparePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened.view.select(1_000, 9_000)
    qtbot.waitUntil(lambda: opened.survey.stretch is not None, timeout=PATIENCE_MS)
    choose(monkeypatch, tmp_path / "m.csv")
    with qtbot.waitSignal(opened.status):
        opened.commands.save_measures.trigger()
    rows = list(csv.reader((tmp_path / "m.csv").read_text().splitlines()))
    assert rows[0] == ["measure", "whole", "selection"]
    whole, stretch = opened.survey.whole, opened.survey.stretch
    assert rows[2] == ["snr_db", str(whole.snr_db), str(stretch.snr_db)]
    choose(monkeypatch, tmp_path / "m", "JSON (*.json)")
    opened.commands.save_measures.trigger()
    told = json.loads((tmp_path / "m.json").read_text())
    assert told["measures"] == {"whole": whole.as_json(), "selection": stretch.as_json()}
    assert told["selection_samples"] == [1_000, 9_000]
    assert told["original"] == str(opened.pair.original)


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_the_picture_is_written(
    ending: str,
    opened: ComparePage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    opened.commands.show_spectra.trigger()
    qtbot.waitUntil(lambda: len(opened.spectra.summaries) == 2, timeout=PATIENCE_MS)
    target = tmp_path / f"p{ending}"
    choose(monkeypatch, target)
    opened.commands.save_picture.trigger()
    lanes = opened.stage.lanes
    if ending == ".png":
        image = QImage(str(target))
        assert image.width() == 2 * lanes.width()
        assert image.height() > 2 * lanes.height()
    else:
        root = ElementTree.fromstring(target.read_text())
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        # Waves as lines, spectra as pictures, words as words.
        text = target.read_text()
        assert "tune.wav ↔ tune.road.wav" in text
        assert text.count("<polygon") > 20
        assert text.count("<image") >= 3
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ending] == [target.name]


def test_pictures_are_for_paper_whatever_the_theme(
    opened: ComparePage,
    theme: Theme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    opened.commands.show_spectra.trigger()
    qtbot.waitUntil(lambda: len(opened.spectra.summaries) == 2, timeout=PATIENCE_MS)
    contents = []
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        target = tmp_path / f"{mode}.png"
        choose(monkeypatch, target)
        opened.commands.save_picture.trigger()
        contents.append(QImage(str(target)))
    theme.set_mode("light")
    assert contents[0].pixelColor(1, 1) == LIGHT_PLOTS.background
    assert contents[0] == contents[1]


def test_a_file_that_cannot_be_written_is_told_and_none_is_left(
    opened: ComparePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *words: told.append(words[-1]))
    (tmp_path / "taken").write_text("a file")
    choose(monkeypatch, tmp_path / "taken" / "m.csv")
    opened.commands.save_measures.trigger()
    assert len(told) == 1
    assert "m.csv" in told[0]
    assert (tmp_path / "taken").read_text() == "a file"


@pytest.mark.parametrize("is_allowed", [True, False])
def test_a_completed_name_replaces_nothing_unasked(
    is_allowed: bool, opened: ComparePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "m.csv").write_text("old")
    choose(monkeypatch, tmp_path / "m")
    button = QMessageBox.StandardButton.Yes if is_allowed else QMessageBox.StandardButton.No
    monkeypatch.setattr(QMessageBox, "question", lambda *_, **__: button)
    opened.commands.save_measures.trigger()
    assert ((tmp_path / "m.csv").read_text() == "old") != is_allowed


# -- what goes wrong ------------------------------------------------------------------


def test_what_cannot_be_opened_is_told_where_it_was_chosen(
    page: ComparePage, pair: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "half.road.wav").write_bytes(b"RIFF")
    with qtbot.waitSignal(page.status, timeout=PATIENCE_MS) as told:
        page.open_pair(pair[0], tmp_path / "half.road.wav")
    assert "half.road.wav" in told.args[0]
    assert page.pair is None
    assert not page.commands.save_picture.isEnabled()


def test_sounds_that_do_not_go_together_are_refused(
    page: ComparePage, pair: tuple[Path, Path], tmp_path: Path, qtbot: QtBot
) -> None:
    soundfile.write(tmp_path / "mono.wav", np.zeros(100), RATE)
    with qtbot.waitSignal(page.status, timeout=PATIENCE_MS) as told:
        page.open_pair(pair[0], tmp_path / "mono.wav")
    assert "channels" in told.args[0]


def test_sounds_of_nothing_in_common_are_compared_with_a_warning(
    page: ComparePage, tmp_path: Path, qtbot: QtBot
) -> None:
    for number in (1, 2):
        noise = 0.1 * np.random.default_rng(number).standard_normal(RATE)
        soundfile.write(tmp_path / f"{number}.wav", noise, RATE)
    with qtbot.waitSignal(page.opened, timeout=PATIENCE_MS):
        page.take_paths([tmp_path / "1.wav", tmp_path / "2.wav"])
    assert any("nothing in common" in label for label in words_on(page))


def words_on(page: ComparePage) -> list[str]:
    return [widget.text() for widget in page.findChildren(QWidget) if hasattr(widget, "text")]


@pytest.mark.parametrize("n_samples", [0, 1, 50])
def test_tiny_sounds_are_shown(
    n_samples: int, page: ComparePage, tmp_path: Path, qtbot: QtBot
) -> None:
    soundfile.write(tmp_path / "a.wav", np.full(n_samples, 0.25), RATE)
    page.commands.show_spectra.setChecked(True)
    with qtbot.waitSignal(page.surveyed, timeout=PATIENCE_MS):
        page.open_pair(tmp_path / "a.wav", tmp_path / "a.wav")
    qtbot.waitUntil(lambda: page.survey.whole is not None, timeout=PATIENCE_MS)
    page.view.zoom(2.0)
    page.view.select_all()
    page.grab()
    assert page.survey.whole.n_samples == n_samples
    # Nothing is worked out again and again.
    qtbot.waitUntil(lambda: page._jobs.n_running == 0, timeout=PATIENCE_MS)


def test_another_pair_takes_the_place_of_the_one_before(
    opened: ComparePage, pair: tuple[Path, Path], qtbot: QtBot
) -> None:
    before = opened.survey
    opened.view.select(0, 100)
    with qtbot.waitSignal(opened.opened, timeout=PATIENCE_MS):
        opened.commands.swap.trigger()
    assert isinstance(opened.survey, Survey)
    assert opened.survey is not before
    assert (opened.pair.decoded, opened.pair.original) == pair
    assert opened.view.selection is None


def test_closing_in_the_middle_ends_all_threads(
    page: ComparePage, tmp_path: Path, qtbot: QtBot
) -> None:
    noise = 0.1 * np.random.default_rng(1).standard_normal(600 * 8_000)
    soundfile.write(tmp_path / "long.wav", noise, 8_000, "PCM_16")
    page.commands.show_spectra.setChecked(True)
    with qtbot.waitSignal(page.opened, timeout=PATIENCE_MS):
        page.open_pair(tmp_path / "long.wav", tmp_path / "long.wav")
    page.view.show(0, 1_000_000)
    page.close_all()
    assert page._jobs.n_running == 0


# -- keys and names -------------------------------------------------------------------


def test_keys_move_cursor_view_and_selection(opened: ComparePage) -> None:
    view = opened.view
    commands = opened.commands
    commands.moves[1].trigger()
    assert view.cursor == round(0.01 * 3 * RATE)
    commands.steps[0].trigger()
    assert view.cursor == round(0.01 * 3 * RATE) - 1
    commands.moves[3].trigger()
    assert view.cursor == 3 * RATE
    commands.moves[2].trigger()
    assert view.cursor == 0
    commands.zooms[0].trigger()
    assert view.width == pytest.approx(3 * RATE / 1.6)
    commands.pans[1].trigger()
    assert view.first == pytest.approx(0.3125 * 3 * RATE)
    commands.select_all.trigger()
    assert view.selection == (0, 3 * RATE)
    assert commands.zoom_selection.isEnabled()
    commands.clear.trigger()
    assert not commands.zoom_selection.isEnabled()


def test_actions_sleep_while_the_page_is_hidden(opened: ComparePage) -> None:
    assert all(action.isEnabled() for action in opened.commands.lanes)
    opened.hide()
    assert not any(one.isEnabled() for one in opened.commands.all() if one is not None)


def test_every_control_has_a_name_and_is_reached_by_tab(opened: ComparePage, qtbot: QtBot) -> None:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.stage.lanes.setFocus()
    assert nameless(opened) == []
    assert len(walked(opened)) > 15


def test_both_themes_reach_the_picture(opened: ComparePage, theme: Theme) -> None:
    papers = []
    for mode in ("light", "dark"):
        theme.set_mode(mode)
        image = opened.stage.grab().toImage()
        papers.append(image.pixelColor(2, image.height() - 3))
        assert papers[-1] == theme.plot_colours.background
    assert papers[0] != papers[1]
