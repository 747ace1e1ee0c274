"""The strip of the whole sound, and the counts of the whole file with their progress."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from road_codec import FormatError, Progress, Task, open_stream
from road_gui.fractal import survey
from road_gui.fractal.page import FractalPage
from road_gui.fractal.strip import Strip

PATIENCE_MS = 20_000


def at(strip: Strip, superframe: float) -> QPoint:
    return QPoint(round(strip.x_of(superframe)), strip.height() // 2)


def inks(widget: QWidget, x: int) -> set[str]:
    image: QImage = widget.grab().toImage()
    return {image.pixelColor(x, y).name() for y in range(image.height())}


def test_a_click_a_drag_and_keys_choose_a_superframe(qtbot: QtBot, page: FractalPage) -> None:
    strip, explorer = page.head.strip, page.explorer
    assert strip.n_superframes == 2
    with qtbot.waitSignal(explorer.look_changed, timeout=PATIENCE_MS):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=at(strip, 1.5))
    assert explorer.look.wish.superframe == page.head.superframe.value() == 1
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=at(strip, 1.2))
    with qtbot.waitSignal(explorer.look_changed, timeout=PATIENCE_MS):
        qtbot.mouseMove(strip, at(strip, 0.3))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=at(strip, 0.3))
    assert explorer.look.wish.superframe == 0
    for key, wanted in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 1),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_PageDown, 1),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_Period, 1),
    ):
        strip.setFocus()
        qtbot.keyClick(strip, key)
        assert explorer.wish.superframe == page.head.superframe.value() == wanted
    text = QAccessible.queryAccessibleInterface(strip).text(QAccessible.Text.Description)
    assert "Superframe 1 of 1, at 0:00.51" in text


def test_the_wave_is_the_seed_and_silence_is_hatched(qtbot: QtBot, page: FractalPage) -> None:
    strip, found = page.head.strip, page.explorer.survey
    with open_stream(page.explorer.file.path) as stream:
        seed = np.concatenate([audio.as_float() for audio in stream.seed_blocks()], axis=1)
        shares = [stream.partition(number).silent_share for number in range(2)]
    assert found.wave.n_samples == seed.shape[1]
    assert found.silent.tolist() == np.array(shares, np.float32).tolist()
    colours = page.stage._theme.plot_colours
    assert colours.wave.name() in inks(strip, at(strip, 0.6).x())
    before = strip.grab().toImage()
    found.silent[:] = (0.0, 1.0)
    found.changed.emit()
    assert strip.grab().toImage() != before
    assert "100" in strip.text_of(1)


def test_hours_are_drawn_at_once(page: FractalPage) -> None:
    strip, found = page.head.strip, page.explorer.survey
    chance = np.random.default_rng(1)
    for _ in range(30):  # three hours of a seed at a quarter of 44.1 kHz
        found.wave.append(0.3 * chance.standard_normal((1, 4_000_000)).astype(np.float32))
    found.silent = chance.random(23_000).astype(np.float32)
    strip.redraw()
    strip.grab()
    assert found.wave.reduce(0, found.wave.n_samples, strip.width()).n_bins <= strip.width() + 1


def test_counting_is_stopped_and_begun_again(
    qtbot: QtBot, page: FractalPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, found = page.panel.counting, page.explorer.survey
    assert not row.isVisible()

    def slow(*_: object) -> Task[None]:
        for number in range(1000):
            yield Progress(number, 1000, 1)
        yield from slow()

    with monkeypatch.context() as patched:
        patched.setattr(survey, "count_partitions", slow)
        with qtbot.waitSignal(found.changed, timeout=PATIENCE_MS):
            found.start()
        assert not row.isVisible()  # it might be done at once
        qtbot.waitUntil(row.isVisible, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: row.bar.value() > 0, timeout=PATIENCE_MS)
        assert row.line.text().startswith("Counting the whole file")
        assert row.button.text() == "Stop"
        row.button.click()
    assert not found.is_running
    assert row.line.text() == "Stopped: the whole file is not counted"
    assert row.button.text() == "Count"
    page.panel.scope.setCurrentIndex(1)
    page.panel.scope.activated.emit(1)
    assert page.panel.lengths.counts == []
    with qtbot.waitSignal(found.finished, timeout=PATIENCE_MS):
        row.button.click()
    assert not row.isVisible()
    assert sum(page.panel.scales.counts) == found.statistics.n_mapped


def test_what_goes_wrong_while_counting_is_told_in_the_page(
    qtbot: QtBot, page: FractalPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Task[None]:
        yield Progress(1, 2, 1)
        raise FormatError("superframe 3: its bytes are cut short")

    row, found = page.panel.counting, page.explorer.survey
    monkeypatch.setattr(survey, "count_partitions", broken)
    found.start()
    qtbot.waitUntil(lambda: not found.is_running, timeout=PATIENCE_MS)
    assert "superframe 3: its bytes are cut short" in row.line.text().lower()
    assert row.line.property("role") == "bad"
    assert row.isVisible()


def test_a_superframe_that_cannot_be_read_is_told_in_the_lanes(
    qtbot: QtBot, page: FractalPage, tmp_path: Path
) -> None:
    file, page.explorer.file.original = page.explorer.file, None
    file.stream.close()
    file.path.write_bytes(b"")
    file._open.close()
    with qtbot.waitSignal(page.explorer.failed, timeout=PATIENCE_MS) as told:
        page.explorer.want(page.explorer.wish)
    assert page.explorer.look is None
    assert page.explorer.sentence == told.args[0]
    page.stage.grab()
    assert page.panel.facts.text() == ""
