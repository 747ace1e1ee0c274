"""What the Fractal page shows of the error: its lane, its values under the cursor, its colours."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from road_codec import coded_original, encode, finish, open_sound, open_stream
from road_gui.fractal import stage
from road_gui.fractal.colouring import LOUDEST_DB, QUIETEST_DB
from road_gui.fractal.error_lane import MOST_MAGNIFIED, error_lane
from road_gui.fractal.ground import caption_of
from road_gui.fractal.page import FractalPage
from road_gui.fractal.places import CAPTION, Places
from road_gui.fractal.words import ratio_text
from road_gui.plots.colour_maps import sequential

PATIENCE_MS = 20_000
BY_ERROR = 2


class Tips:
    """Stands for Qt's tips, whose windows complain of being without a screen."""

    def __init__(self) -> None:
        self.text = ""

    def showText(self, place: QPoint, text: str, widget: QWidget) -> None:
        assert widget.rect().contains(widget.mapFromGlobal(place))
        self.text = text

    def hideText(self) -> None:
        self.text = ""

    def isVisible(self) -> bool:
        return bool(self.text)


@pytest.fixture
def tips(monkeypatch: pytest.MonkeyPatch) -> Tips:
    made = Tips()
    monkeypatch.setattr(stage, "QToolTip", made)
    return made


def lose_the_original(qtbot: QtBot, page: FractalPage) -> Path:
    original = page.explorer.file.original
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.explorer.set_original(None)
    return original


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def inks(image: QImage) -> set[int]:
    wanted = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(wanted.constBits(), np.uint32)
    return set(np.unique(pixels).tolist())


def point_at(qtbot: QtBot, page: FractalPage, sample: int) -> None:
    places = page.stage.places
    place = QPointF(places.x_of(sample + 0.5), places.wave.center().y())
    qtbot.mouseMove(page.stage, place.toPoint())


# -- the lane ---------------------------------------------------------------------


@pytest.mark.parametrize("zoom", [1, 2])
def test_the_lane_is_what_is_decoded_minus_the_original(
    qtbot: QtBot, page: FractalPage, zoom: int
) -> None:
    explorer = page.explorer
    with qtbot.waitSignal(explorer.look_changed, timeout=PATIENCE_MS):
        explorer.want(replace(explorer.wish, superframe=1, zoom=zoom))
    look = explorer.look
    assert look.wish.zoom == zoom
    with open_stream(explorer.file.path) as stream, open_sound(explorer.file.original) as source:
        coded, original = stream.partition(1).channels[0], coded_original(stream, source, 1)[0]
        for passes in (0, 1, 8):
            lane = error_lane(look, passes, (0, look.coded.n_samples))
            assert np.array_equal(lane.samples, coded.after(passes) - original)
            assert 0 < np.abs(lane.samples).max() <= lane.peak


def test_the_lane_follows_the_channel(qtbot: QtBot, page: FractalPage, tmp_path: Path) -> None:
    explorer, path = page.explorer, tmp_path / "two.wav"
    noise = 0.1 * np.random.default_rng(3).standard_normal((4000, 2))
    soundfile.write(path, noise, 8000, "PCM_16")
    finish(encode(path, tmp_path / "two.road.wav"))
    with qtbot.waitSignal(explorer.look_changed, timeout=PATIENCE_MS):
        page.open_path(tmp_path / "two.road.wav")
    names = explorer.file.shape.channels
    seen = []
    for number in range(len(names)):
        if number != explorer.wish.channel:
            with qtbot.waitSignal(explorer.look_changed, timeout=PATIENCE_MS):
                page.head.channel_chosen.emit(number)
        with (
            open_stream(explorer.file.path) as stream,
            open_sound(explorer.file.original) as source,
        ):
            at = explorer.wish.superframe
            sound = stream.partition(at).channels[number].after(4)
            wanted = sound - coded_original(stream, source, at)[number]
        seen.append(error_lane(explorer.look, 4, explorer.view).samples)
        assert np.array_equal(seen[-1], wanted)
    assert len(seen) == 2
    assert not np.array_equal(*seen)


def test_the_error_is_magnified_as_far_as_a_power_of_two_allows(page: FractalPage) -> None:
    look, view = page.explorer.look, (0, 2048)
    sound = look.sounds[-1][slice(*view)]
    for share, times in ((0.3, 2), (0.25, 4), (0.01, 64), (1e-9, MOST_MAGNIFIED), (0.0, 1024)):
        wave = float(np.abs(sound).max())
        error = np.zeros(look.coded.n_samples)
        error[100] = -share * wave
        lane = error_lane(replace(look, original=look.plain[8] - error), 8, view)
        assert lane.magnification == times
        assert lane.peak == pytest.approx(wave / times, rel=share)
        assert caption_of(lane) == f"Error, magnified {times:,} times"
    error[100] = 0.3 * wave  # only what is seen counts
    elsewhere = error_lane(replace(look, original=look.plain[8] - error), 8, (2048, 4096))
    assert elsewhere.magnification == MOST_MAGNIFIED


def test_an_error_larger_than_the_sound_is_drawn_whole(page: FractalPage) -> None:
    look = page.explorer.look
    opposite = error_lane(replace(look, original=-look.plain[8]), 8, (0, 2048))
    assert opposite.magnification == 1
    assert opposite.peak == np.abs(opposite.samples[:2048]).max()
    assert caption_of(opposite) == "Error"


@pytest.mark.parametrize("passes", [0, 4])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_samples_of_the_error_are_drawn_where_they_belong(
    page: FractalPage, passes: int, mode: str
) -> None:
    lanes, explorer = page.stage, page.explorer
    lanes._theme.set_mode(mode)
    explorer.select(None)
    explorer.set_passes(passes)
    explorer.set_view(300, 332)
    lane, places = error_lane(explorer.look, passes, explorer.view), lanes.places
    image, ink = picture(lanes), lanes._theme.plot_colours.wave_seed
    scale = 0.47 * places.error.height() / lane.peak
    for sample in range(301, 331):
        y = places.error.center().y() - scale * lane.samples[sample]
        place = QPointF(places.x_of(sample + 0.5), y).toPoint()
        around = [place + QPoint(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        assert ink in [image.pixelColor(one) for one in around]


def test_the_lane_is_there_only_beside_an_original(qtbot: QtBot, page: FractalPage) -> None:
    lanes = page.stage
    colour = lanes._theme.plot_colours.wave_seed.rgb()
    height = lanes.places.wave.height()
    assert lanes.places.error.height() >= 20
    assert colour in inks(picture(lanes))
    assert lanes.accessibleName() == "Waveform, error to the original, and tree of ranges"
    original = lose_the_original(qtbot, page)
    assert lanes.places.error is None
    assert lanes.places.foot == lanes.places.wave.bottom()
    assert lanes.places.wave.height() > height
    assert colour not in inks(picture(lanes))
    assert lanes.accessibleName() == "Waveform and tree of ranges"
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.explorer.set_original(original)
    assert colour in inks(picture(lanes))


@pytest.mark.parametrize("height", [220, 301, 415, 1200])
@pytest.mark.parametrize("has_error", [True, False])
def test_lanes_do_not_lie_over_each_other(height: int, has_error: bool) -> None:
    places = Places(650, height, (0, 2048), {}, has_error)
    parts = [*places.waves, places.tree]
    assert len(parts) == 2 + has_error
    assert all(part.height() >= 24 for part in parts)
    if has_error:
        assert places.error.top() - places.wave.bottom() == CAPTION
    assert places.tree.top() == pytest.approx(places.foot + places.arc)
    assert places.tree.bottom() == pytest.approx(places.plot.bottom())
    assert places.arc >= 28


# -- values under the cursor --------------------------------------------------------


def test_values_under_the_cursor_are_told(qtbot: QtBot, page: FractalPage, tips: Tips) -> None:
    explorer, sample = page.explorer, 777
    with qtbot.waitSignal(explorer.look_changed, timeout=PATIENCE_MS):
        page.head.superframe.setValue(1)
    explorer.set_view(700, 900)
    point_at(qtbot, page, sample)
    look, table = explorer.look, explorer.look.ranges
    number = table.at(sample)
    start, length = int(table.start[number]), int(table.length[number])
    error = look.sounds[4] - look.original
    rms = np.sqrt(np.mean(error[start : start + length] ** 2))
    level = np.sqrt(np.mean(look.original[start : start + length] ** 2))
    missing = f"{error[sample]:.4f}".replace("-", "−")
    below = f"{20 * np.log10(abs(error[sample])):.1f}".replace("-", "−")
    lines = tips.text.split("\n")
    assert lines[0] == f"Time: 0:{(4096 + sample) / 8000:07.4f}, sample {sample}"
    values = f"{look.sounds[4][sample]:.4f}, of the original {look.original[sample]:.4f}"
    assert lines[1] == f"Value: {values}".replace("-", "−")
    assert lines[2] == f"Error: {missing} ({below} dB)"
    assert lines[3] == f"Range: {length} samples from {start}"
    assert f"Scale: {table.scale[number]:.3f}".replace("-", "−") in lines
    assert f"Error after pass 4: −{-20 * np.log10(rms):.1f} dB" in lines
    assert f"SNR after pass 4: {20 * np.log10(level / rms):.1f} dB" in lines
    explorer.set_passes(1)
    assert "Error after pass 1: " in tips.text
    assert tips.text.split("\n")[0] == lines[0]
    assert tips.text.split("\n")[2] != lines[2]


def test_without_an_original_only_the_value_is_told(
    qtbot: QtBot, page: FractalPage, tips: Tips
) -> None:
    lose_the_original(qtbot, page)
    page.explorer.set_view(450, 550)
    point_at(qtbot, page, 500)
    lines = tips.text.split("\n")
    value = f"{page.explorer.look.sounds[4][500]:.4f}".replace("-", "−")
    assert lines[1] == f"Value: {value}"
    assert "Error" not in tips.text


def test_a_line_stands_at_the_cursor_until_it_leaves(
    qtbot: QtBot, page: FractalPage, tips: Tips
) -> None:
    lanes = page.stage
    before = picture(lanes)
    point_at(qtbot, page, 500)
    pointed = picture(lanes)
    changed = [x for x in range(before.width()) if not same_column(before, pointed, x)]
    assert changed
    assert max(abs(x - lanes.places.x_of(500.5)) for x in changed) <= 2
    QApplication.sendEvent(lanes, QEvent(QEvent.Type.Leave))
    assert picture(lanes) == before


def same_column(one: QImage, other: QImage, x: int) -> bool:
    return all(one.pixel(x, y) == other.pixel(x, y) for y in range(one.height()))


def test_keys_tell_what_a_range_loses_after_the_passes(qtbot: QtBot, page: FractalPage) -> None:
    explorer = page.explorer
    qtbot.keyClick(page.stage, Qt.Key.Key_Home)
    qtbot.keyClick(page.stage, Qt.Key.Key_BracketLeft)
    assert (explorer.number, explorer.passes) == (0, 3)
    wanted = f"Error after pass 3: −{-20 * np.log10(explorer.look.losses.range_errors[3][0]):.1f}"
    spoken = QAccessible.queryAccessibleInterface(page.stage)
    assert wanted in spoken.text(QAccessible.Text.Description)
    assert wanted in page.panel.facts.text()


@pytest.mark.parametrize(
    ("level", "error", "text"),
    [(0.5, 0.05, "20.0 dB"), (0.0, 0.1, "−∞ dB"), (0.5, 0.0, "∞ dB"), (0.0, 0.0, "∞ dB")],
)
def test_ratios_of_silence_are_told(level: float, error: float, text: str) -> None:
    assert ratio_text(level, error) == text


# -- colours ------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_blocks_are_coloured_by_their_error(qtbot: QtBot, page: FractalPage, mode: str) -> None:
    lanes, explorer, choice = page.stage, page.explorer, page.panel.colour
    lanes._theme.set_mode(mode)
    assert not page.panel.legend.isVisible()
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_End)
    assert choice.currentIndex() == BY_ERROR
    assert page.panel.legend.isVisible()
    explorer.select(None)
    explorer.set_view(0, 128)
    table = explorer.look.ranges
    seen = np.flatnonzero(table.start + table.length <= 128)
    colours, pictures = sequential("viridis"), []
    if mode == "light":
        colours = colours[::-1]
    for passes in (4, 0):
        explorer.set_passes(passes)
        pictures.append(picture(lanes))
        levels = 20 * np.log10(explorer.look.losses.range_errors[passes][seen])
        shares = np.clip((levels - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB), 0, 1)
        found = set()
        for number, share in zip(seen, shares, strict=True):
            middle = lanes.places.block(explorer.look, int(number)).center().toPoint()
            colour = pictures[-1].pixelColor(middle)
            assert colour == QColor.fromRgb(colours[int(share * 255)])
            found.add(colour.name())
        assert len(found) > 1
    assert pictures[0] != pictures[1]


def test_a_silent_block_has_the_colour_of_its_error_too(page: FractalPage) -> None:
    lanes, look = page.stage, page.explorer.look
    page.panel.colour.setCurrentIndex(BY_ERROR)
    mapped = look.ranges.mapped.copy()
    mapped[:] = False
    page.explorer.look = replace(look, ranges=replace(look.ranges, mapped=mapped))
    page.explorer.select(None)
    lanes.redraw()
    hatched = inks(picture(lanes))
    errors = look.losses.range_errors[4][look.ranges.start + look.ranges.length <= 2048]
    shares = (20 * np.log10(errors) - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)
    colours = sequential("viridis")
    if not lanes._theme.is_dark:
        colours = colours[::-1]
    assert {colours[int(share * 255)] for share in np.clip(shares, 0, 1)} & hatched


def test_errors_are_no_choice_without_an_original(qtbot: QtBot, page: FractalPage) -> None:
    choice, lanes = page.panel.colour, page.stage
    by_scale = picture(lanes)
    choice.setCurrentIndex(BY_ERROR)
    assert picture(lanes) != by_scale
    original = lose_the_original(qtbot, page)
    assert choice.currentIndex() == 0
    assert not page.panel.legend.isVisible()
    assert not choice.model().item(BY_ERROR).isEnabled()
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_End)
    assert choice.currentIndex() == 1
    choice.setCurrentIndex(0)
    lanes.setFocus()
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.explorer.set_original(original)
    assert choice.model().item(BY_ERROR).isEnabled()
    assert picture(lanes) == by_scale


def test_the_choice_stays_from_file_to_file(qtbot: QtBot, page: FractalPage) -> None:
    page.panel.colour.setCurrentIndex(BY_ERROR)
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.head.superframe.setValue(1)
    assert page.panel.colour.currentIndex() == BY_ERROR
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.open_path(page.explorer.file.path)
    assert page.panel.colour.currentIndex() == BY_ERROR
    assert page.panel.legend.isVisible()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_legend_has_the_colours_and_says_so(page: FractalPage, mode: str) -> None:
    page.panel.colour.setCurrentIndex(BY_ERROR)
    page.panel.legend._theme.set_mode(mode)
    legend, colours = page.panel.legend, sequential("viridis")
    image = picture(legend)
    ends = [QColor.fromRgb(colours[0]), QColor.fromRgb(colours[-1])]
    shown = [image.pixelColor(0, 4), image.pixelColor(image.width() - 1, 4)]
    for one, wanted in zip(shown, ends if mode == "dark" else ends[::-1], strict=True):
        assert one.getRgb() == pytest.approx(wanted.getRgb(), abs=2)
    assert legend.accessibleName() == "Colours of the errors"
    assert "from −90 dB or less at the left to −30 dB or more" in legend.accessibleDescription()
