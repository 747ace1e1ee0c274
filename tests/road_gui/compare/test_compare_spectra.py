"""Spectra are at the right place and level, and tell what over-clocking made up."""

import itertools
import math
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pair_case import PATIENCE_MS, RATE
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, qRgb
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from road_codec import finish
from road_gui.colours import DARK_PLOTS, LIGHT_PLOTS
from road_gui.compare.lane import Look
from road_gui.compare.lanes_view import LanesView
from road_gui.compare.level_cache import LevelCache
from road_gui.compare.opening import OpenPair, open_both
from road_gui.compare.spectra import Levels, Side, Spectra, fitting_fft, scaled_fft
from road_gui.compare.spectrum_lane import SpectrumLane, SpectrumStyle, _round_frequencies
from road_gui.compare.time_view import TimeView
from road_gui.jobs.job import JobRunner
from road_gui.plots.colour_maps import N_COLOURS, SEQUENTIAL, diverging, sequential, to_indices
from road_gui.theme import Theme


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    assert made.shut_down()


@pytest.fixture
def open_pair(pair: tuple[Path, Path]) -> OpenPair:
    return finish(open_both(*pair))


@pytest.fixture
def spectra(open_pair: OpenPair, runner: JobRunner) -> Iterator[Spectra]:
    made = Spectra(open_pair, runner)
    yield made
    made.cancel()


def tiles_of(spectra: Spectra, qtbot: QtBot, first: float, last: float) -> dict[Side, Levels]:
    spectra.start()
    spectra.want(first, last, 100)
    qtbot.waitUntil(
        lambda: len(spectra.tiles) == 2 and spectra.tiles[Side.DECODED].covers(first, last),
        timeout=PATIENCE_MS,
    )
    return spectra.tiles


def test_a_tile_has_the_tones_of_the_sound(spectra: Spectra, qtbot: QtBot) -> None:
    tiles = tiles_of(spectra, qtbot, 4_000.0, 12_000.0)
    for side in Side:
        levels = tiles[side]
        assert levels.bin_hz * (levels.levels_db.shape[0] - 1) == pytest.approx(RATE / 2)
        column = levels.levels_db[:, levels.levels_db.shape[1] // 2]
        loudest = np.argmax(column) * levels.bin_hz
        assert loudest == pytest.approx(440 * 1.07, abs=60) or loudest == pytest.approx(330, abs=60)
        # The mean of two channels, one with half of full scale.
        assert column.max() == pytest.approx(-9.0, abs=4.0)


def test_what_is_silent_is_silent_at_its_place(spectra: Spectra, qtbot: QtBot) -> None:
    tiles = tiles_of(spectra, qtbot, 0.0, 3.0 * RATE)
    for side in Side:
        assert tiles[side].level_at(1.25 * RATE, 400.0) < -90
        assert tiles[side].level_at(0.5 * RATE, 330.0) > -30
        assert tiles[side].level_at(-5, 330.0) is None
        assert tiles[side].level_at(0.5 * RATE, 1e6) is None


def test_overclocking_shows_what_lies_above_the_originals_rate(
    spectra: Spectra, qtbot: QtBot
) -> None:
    assert spectra.pair.overclockings == (1, 2, 4)
    assert spectra.highest_hz == RATE / 2
    spectra.set_overclocking(2)
    assert spectra.highest_hz == RATE
    tiles = tiles_of(spectra, qtbot, 0.0, 20_000.0)
    original, decoded = tiles[Side.ORIGINAL], tiles[Side.DECODED]
    # Frames last as long, so that levels of the same tone can be subtracted.
    assert decoded.bin_hz == original.bin_hz
    assert decoded.column_len == original.column_len
    assert original.level_at(10_000, 0.75 * RATE) is None
    assert decoded.level_at(10_000, 0.75 * RATE) > -150
    assert decoded.level_at(10_000, 330.0) == pytest.approx(
        original.level_at(10_000, 330.0), abs=3.0
    )


def test_summaries_of_both_sounds_are_made_once(spectra: Spectra, qtbot: QtBot) -> None:
    spectra.start()
    spectra.start()
    qtbot.waitUntil(lambda: len(spectra.summaries) == 2, timeout=PATIENCE_MS)
    whole = spectra.summary(Side.ORIGINAL)
    assert whole.first == 0.0
    assert whole.last == pytest.approx(3 * RATE, abs=3 * whole.column_len)
    assert whole.level_at(0.5 * RATE, 330.0) > -30


def test_one_channel_can_be_looked_at(spectra: Spectra, qtbot: QtBot) -> None:
    spectra.set_channel(1)
    tiles = tiles_of(spectra, qtbot, 4_000.0, 8_000.0)
    # The right channel has nothing at 1234 Hz.
    assert tiles[Side.ORIGINAL].level_at(6_000, 1234.0) < -60
    spectra.set_channel(0)
    assert spectra.tiles == {}
    tiles = tiles_of(spectra, qtbot, 4_000.0, 8_000.0)
    assert tiles[Side.ORIGINAL].level_at(6_000, 1234.0) > -30


def test_a_lag_is_taken_out(
    runner: JobRunner, qtbot: QtBot, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    sound, _ = soundfile.read(pair[0])
    late = np.concatenate([np.zeros((1_500, 2)), sound])
    soundfile.write(tmp_path / "late.wav", late, RATE, "PCM_16")
    opened = finish(open_both(pair[0], tmp_path / "late.wav"))
    assert opened.lag_samples == opened.decoded_start == 1_500
    assert opened.n_samples == 3 * RATE
    assert opened.overclockings == (1,)
    spectra = Spectra(opened, runner)
    tiles = tiles_of(spectra, qtbot, 20_000.0, 30_000.0)
    difference = tiles[Side.DECODED].levels_db - tiles[Side.ORIGINAL].levels_db
    assert np.abs(difference).max() < 0.01


def test_coarser_levels_are_means_of_powers() -> None:
    levels = Levels(np.array([[0.0, -10.0, -20.0]], np.float32), 10.0, 5.0, 2.0)
    half = levels.coarser()
    expected = [10 * np.log10(0.55), -20.0]
    np.testing.assert_allclose(half.levels_db[0], expected, atol=1e-4)
    assert (half.first, half.column_len) == (5.0, 4.0)
    assert levels.on_columns_of(half).tolist() == [[-10.0, -20.0]]


def test_frames_suit_the_view_and_the_rate() -> None:
    assert fitting_fft(100) == 256
    assert fitting_fft(1e9) == 2048
    assert fitting_fft(48 * 1024) == 1024
    assert scaled_fft(1024, 2.0) == 2048
    assert scaled_fft(1024, 48_000 / 44_100) == 1024


def test_a_part_of_levels_has_the_same_columns() -> None:
    cache = LevelCache()
    whole = Levels(np.arange(4096, dtype=np.float32)[np.newaxis], 10.0, 0.0, 2.0)
    part = cache.part(whole, 3_000.0, 3_100.0)
    assert part.levels_db.shape[1] == 512
    assert part.level_at(3_050.0, 0.0) == whole.level_at(3_050.0, 0.0) == 1525.0
    assert cache.part(whole, 2_900.0, 3_090.0) is part
    assert cache.part(whole, -100.0, 9e9).levels_db.shape[1] == 4096
    assert cache.part(whole, 9e8, 9e9).levels_db.shape[1] >= 1


def test_pieces_of_levels_cover_what_is_seen_and_are_used_again() -> None:
    cache = LevelCache()
    whole = Levels(np.arange(4000, dtype=np.float32)[np.newaxis], 10.0, 0.0, 2.0)
    pieces = cache.pieces(whole, 1_500.0, 2_600.0)
    assert pieces[0].first <= 1_500.0
    assert pieces[-1].last >= 2_600.0
    for one, next_one in itertools.pairwise(pieces):
        assert one.last == next_one.first
    joined = np.concatenate([piece.levels_db for piece in pieces], axis=1)
    start = int(pieces[0].first / 2)
    np.testing.assert_array_equal(joined[0], np.arange(start, start + joined.shape[1]))
    moved = cache.pieces(whole, 2_000.0, 3_100.0)
    assert moved[0] is pieces[1]
    everything = cache.pieces(whole, -5.0, 1e9)
    assert sum(piece.levels_db.shape[1] for piece in everything) == 4000
    assert len(cache.pieces(whole, 1e8, 1e9)) == 1


def drawn(lane: SpectrumLane, first: float, last: float, patience_s: float = math.inf) -> QImage:
    image = QImage(QSize(300, 100), QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    painter = QPainter(image)
    look = Look(LIGHT_PLOTS, first, last, RATE, patience_s=patience_s)
    lane.paint(painter, QRectF(60, 0, 240, 100), look)
    painter.end()
    return image


@pytest.mark.parametrize("scale", ["linear", "log", "mel"])
def test_a_tone_is_drawn_at_its_frequency(scale: str, spectra: Spectra, qtbot: QtBot) -> None:
    tiles_of(spectra, qtbot, 0.0, 20_000.0)
    lane = SpectrumLane("x", spectra, Side.ORIGINAL, LevelCache())
    lane.style = SpectrumStyle(scale=scale, depth_db=60.0)
    image = drawn(lane, 0.0, 20_000.0)
    colours = [QColor(image.pixel(150, y)) for y in range(100)]
    brightness = [colour.lightness() for colour in colours]
    loudest = lane.frequency_at((int(np.argmax(brightness)) + 0.5) / 100)
    assert loudest == pytest.approx(385, abs=160)
    assert lane.level_at(10_000, 330.0) > -30
    # Nothing is there at the top, in the map's darkest colour.
    assert colours[1] == QColor(sequential("cividis")[0])


@pytest.mark.parametrize("scale", ["linear", "log", "mel"])
def test_a_part_of_the_axis_is_that_part_of_the_picture(
    scale: str, spectra: Spectra, qtbot: QtBot
) -> None:
    tiles_of(spectra, qtbot, 0.0, 20_000.0)
    lane = SpectrumLane("x", spectra, Side.ORIGINAL, LevelCache())
    lane.style = SpectrumStyle(scale=scale)
    ends = [lane.frequency_at(0.5), lane.frequency_at(0.25)]
    lane.shown = (0.5, 0.75)
    assert [lane.frequency_at(1.0), lane.frequency_at(0.0)] == pytest.approx(ends)
    found = _round_frequencies(scale, *ends)
    assert len(found) >= 2
    assert all(ends[0] <= hz <= ends[1] for hz in found)
    # The rows of a part are those of the whole axis, finer.
    cache, levels = LevelCache(), spectra.tiles[Side.ORIGINAL]
    whole = cache.rows(levels, levels, 80, scale, spectra.highest_hz)
    part = cache.rows(levels, levels, 20, scale, spectra.highest_hz, (0.5, 0.75))
    np.testing.assert_allclose(part, whole[40:60], atol=1e-3)


def test_equal_sounds_have_no_difference(
    runner: JobRunner, qtbot: QtBot, pair: tuple[Path, Path]
) -> None:
    spectra = Spectra(finish(open_both(pair[0], pair[0])), runner)
    tiles_of(spectra, qtbot, 0.0, 20_000.0)
    lane = SpectrumLane("x", spectra, None, LevelCache())
    image = drawn(lane, 0.0, 20_000.0)
    assert lane.level_at(10_000, 330.0) == 0.0
    colours = {image.pixel(x, y) for x in range(62, 298, 7) for y in range(0, 100, 7)}
    assert len(colours) == 1
    # An even number of colours has no middle one: the nearest is as good as paper.
    assert QColor(colours.pop()).lightness() >= LIGHT_PLOTS.background.lightness() - 2


def fill(spectra: Spectra) -> None:
    """Let it know all of two sounds of 20 480 samples."""
    generator = np.random.default_rng(5)
    for side in Side:
        fine = generator.uniform(-90, -10, (65, 2048)).astype(np.float32)
        finest = Levels(fine, RATE / 128, 0.0, 10.0)
        spectra.summaries[side] = (finest, finest.coarser(), finest.coarser().coarser())


@pytest.mark.parametrize("side", [*Side, None])
def test_who_has_no_time_draws_coarsely_at_first_and_the_same_in_the_end(
    side: Side | None, spectra: Spectra
) -> None:
    fill(spectra)
    patient, hasty = (SpectrumLane("x", spectra, side, LevelCache()) for _ in range(2))
    whole = drawn(hasty, 0.0, 20_480.0)
    assert not hasty.is_unfinished
    pictures = [whole]
    while len(pictures) == 1 or hasty.is_unfinished:
        pictures.append(drawn(hasty, 2000.0, 7000.0, patience_s=0.0))
        assert len(pictures) < 9
    wanted = drawn(patient, 2000.0, 7000.0)
    assert len(pictures) > 2
    assert pictures[-1] == wanted
    assert pictures[1] not in (whole, wanted)
    # Nowhere is nothing: what was there before stands in.
    ground = QColor(sequential("cividis")[0]) if side else QColor(LIGHT_PLOTS.background)
    right = [pictures[1].pixelColor(280, y) for y in range(5, 95)]
    assert sum(colour == ground for colour in right) < 30


def test_what_there_was_no_time_for_is_drawn_by_itself(
    spectra: Spectra, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("road_gui.compare.lanes_view._PATIENCE_S", 0.0)
    fill(spectra)
    view = TimeView()
    view.set_sound(20_480, RATE)
    lane = SpectrumLane("x", spectra, Side.ORIGINAL, LevelCache())
    lanes = LanesView(view, theme)
    qtbot.addWidget(lanes)
    lanes.resize(870, 100)
    lanes.set_lanes([lane])
    lanes.show()
    lanes.grab()
    assert lane.is_unfinished
    qtbot.waitUntil(lambda: not lane.is_unfinished)


def test_above_the_originals_rate_its_lane_is_empty_and_the_line_is_drawn(
    spectra: Spectra, qtbot: QtBot
) -> None:
    spectra.set_overclocking(2)
    tiles_of(spectra, qtbot, 0.0, 20_000.0)
    lane = SpectrumLane("x", spectra, Side.ORIGINAL, LevelCache())
    lane.style = SpectrumStyle(scale="linear", depth_db=120.0)
    image = drawn(lane, 0.0, 20_000.0)
    darkest = sequential("cividis")[0]
    above = {image.pixel(x, y) for x in range(62, 298, 5) for y in range(0, 47)}
    assert above == {darkest}
    line = {image.pixel(x, y) for x in range(62, 298) for y in (49, 50)}
    assert qRgb(255, 255, 255) in line


@pytest.mark.parametrize("side", [*Side, None])
def test_while_spectra_are_coming_their_lane_says_so(
    side: Side | None, spectra: Spectra, qtbot: QtBot
) -> None:
    silent, telling = (SpectrumLane("x", spectra, side, LevelCache()) for _ in range(2))
    telling.coming_text = "soon"

    def is_told() -> bool:
        return drawn(telling, 0.0, 20_000.0) != drawn(silent, 0.0, 20_000.0)

    assert not is_told()  # nobody has asked for them
    spectra.start()
    assert is_told()
    with qtbot.waitSignal(
        spectra.changed, timeout=PATIENCE_MS, check_params_cb=lambda: len(spectra.summaries) == 2
    ):
        pass
    assert not is_told()


def test_of_sounds_that_are_gone_nothing_is_to_come(
    runner: JobRunner, qtbot: QtBot, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    both = [Path(shutil.copy(path, tmp_path)) for path in pair]
    spectra = Spectra(finish(open_both(*both)), runner)
    for path in both:
        path.unlink()
    seen: list[bool] = []
    spectra.changed.connect(lambda: seen.append(spectra.is_coming(Side.DECODED)))
    with qtbot.waitSignal(spectra.failed, timeout=PATIENCE_MS):
        spectra.start()
    qtbot.waitUntil(lambda: False in seen, timeout=PATIENCE_MS)  # lanes are drawn anew by it
    spectra.cancel()


@pytest.mark.parametrize("name", SEQUENTIAL)
def test_lightness_grows_along_the_maps(name: str) -> None:
    table = [QColor(rgb) for rgb in sequential(name)]
    assert len(table) == N_COLOURS
    light = np.array([0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF() for c in table])
    assert (np.diff(light) > -0.004).all()
    assert light[-1] - light[0] > 0.6


@pytest.mark.parametrize("colours", [LIGHT_PLOTS, DARK_PLOTS])
def test_differences_go_from_blue_over_paper_to_orange(colours: object) -> None:
    table = [QColor(rgb) for rgb in diverging(colours)]
    assert table[0] == colours.wave
    assert table[-1] == colours.wave_seed
    paper = colours.background
    assert abs(table[127].lightness() - paper.lightness()) <= 2


def test_levels_beyond_the_ends_have_the_colours_of_the_ends() -> None:
    levels = np.array([-np.inf, -200.0, -60.0, 0.0, 20.0])
    assert to_indices(levels, -120.0, 0.0).tolist() == [0, 0, 127, 255, 255]
