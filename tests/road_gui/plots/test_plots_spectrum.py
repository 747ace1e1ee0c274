"""Spectra are drawn where their frequencies are, in both themes and at every size."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from road_gui.plots.frequency_scale import FrequencyScale, hertz_text
from road_gui.plots.level_meter import LevelMeter
from road_gui.plots.spectrum import SpectrogramPlot, SpectrumPlot
from road_gui.theme import Theme

RATE = 48_000


def levels_with(hz: float, level: float = 0.0, n_bins: int = 2049) -> np.ndarray:
    levels = np.full(n_bins, -120.0, np.float32)
    levels[round(hz / (RATE / 2) * (n_bins - 1))] = level
    return levels


@pytest.mark.parametrize("is_log", [False, True])
@pytest.mark.parametrize("highest_hz", [100.0, 5_512.0, 24_000.0, 384_000.0])
def test_a_scale_goes_there_and_back(highest_hz: float, is_log: bool) -> None:
    scale = FrequencyScale(highest_hz, is_log)
    for share in (0.0, 0.25, 1.0):
        assert scale.share_of(scale.hz_at(share)) == pytest.approx(share)
    ticks = scale.ticks(8)
    assert 2 <= len(ticks) <= 12
    assert all(scale.lowest_hz <= tick <= highest_hz for tick in ticks)
    assert ticks == sorted(set(ticks))


@pytest.mark.parametrize("is_log", [False, True])
@pytest.mark.parametrize("n_pixels", [1, 50, 700, 4_000])
@pytest.mark.parametrize("hz", [30.0, 1_000.0, 12_345.0, 23_000.0])
def test_no_peak_gets_lost_between_pixels(hz: float, n_pixels: int, is_log: bool) -> None:
    scale = FrequencyScale(RATE / 2, is_log)
    spread = scale.spread(levels_with(hz), RATE / 2, n_pixels)
    assert spread.shape == (n_pixels,)
    # Where a pixel is wider than a bin the peak is there in full, else at least nearly.
    assert spread.max() > -40.0
    nearest = round(hz / 24_000 * 2048) / 2048 * 24_000
    assert abs(spread.argmax() + 0.5 - scale.share_of(nearest) * n_pixels) <= max(
        1.0, n_pixels / 100
    )


def test_what_is_beyond_the_bins_is_low() -> None:
    spread = FrequencyScale(48_000.0, is_log=False).spread(np.zeros(100, np.float32), 24_000, 200)
    assert (spread[:100] == 0.0).all()
    assert np.isfinite(spread).all()


@pytest.mark.parametrize(("hz", "text"), [(20, "20"), (500, "500"), (2000, "2k"), (2500, "2.5k")])
def test_ticks_are_labelled_shortly(hz: float, text: str) -> None:
    assert hertz_text(hz) == text


def colour_counts(image: QImage) -> dict[str, int]:
    counts: dict[str, int] = {}
    for y in range(image.height()):
        for x in range(image.width()):
            name = image.pixelColor(x, y).name()
            counts[name] = counts.get(name, 0) + 1
    return counts


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_spectrum_peaks_at_its_frequency(qtbot: QtBot, theme: Theme, mode: str) -> None:
    theme.set_mode(mode)
    plot = SpectrumPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(500, 200)
    plot.show()
    plot.show_levels(levels_with(12_000.0), RATE)
    room = plot._room()
    image = plot.grab().toImage()
    x = round(room.left() + room.width() / 2)
    line = theme.plot_colours.wave.name()
    column = [image.pixelColor(x + dx, y).name() for dx in (-1, 0, 1) for y in range(20)]
    assert line in column  # the peak reaches the top there
    assert line not in [image.pixelColor(x + 40, y).name() for y in range(100)]


def test_levels_fall_slowly(qtbot: QtBot, theme: Theme) -> None:
    plot = SpectrumPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(500, 200)
    plot.show_levels(levels_with(12_000.0), RATE)
    for _ in range(10):
        plot.show_levels(levels_with(12_000.0, -120.0), RATE)
    assert plot.levels is not None
    assert plot.levels.max() == pytest.approx(-15.0)
    plot.set_log(True)
    assert plot.levels is None


def test_the_limit_is_marked_where_there_is_something_above_it(qtbot: QtBot, theme: Theme) -> None:
    for plot in (SpectrumPlot(theme), SpectrogramPlot(theme)):
        qtbot.addWidget(plot)
        plot.resize(500, 200)
        plot.show()
        plot.show_levels(levels_with(100.0), RATE)
        without = colour_counts(plot.grab().toImage())
        plot.set_limit(12_000.0)
        marked = colour_counts(plot.grab().toImage())
        assert marked != without
        plot.set_limit(24_000.0)  # the end of the scale
        assert colour_counts(plot.grab().toImage()) == without


def test_a_spectrogram_moves_on_to_the_left(qtbot: QtBot, theme: Theme) -> None:
    plot = SpectrogramPlot(theme)
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    plot.show()
    plot.show_levels(np.zeros(2049, np.float32), RATE)
    bright = QColor(plot._table[255]).name()
    room = plot._room()
    right, middle = int(room.right()) - 1, int(room.center().y())
    assert plot.grab().toImage().pixelColor(right, middle).name() == bright
    for _ in range(10):
        plot.show_levels(np.full(2049, -120.0, np.float32), RATE)
    image = plot.grab().toImage()
    assert image.pixelColor(right, middle).name() == QColor(plot._table[0]).name()
    assert image.pixelColor(right - 10, middle).name() == bright
    # Round and round: more columns than there is room for.
    for _ in range(1_000):
        plot.show_levels(np.zeros(2049, np.float32), RATE)
    assert plot.grab().toImage().pixelColor(int(room.left()) + 1, middle).name() == bright


@pytest.mark.parametrize("size", [(1, 1), (60, 40), (300, 90), (1_500, 700)])
@pytest.mark.parametrize("rate_hz", [1_000, 768_000])
def test_any_size_and_rate_can_be_drawn(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], rate_hz: int
) -> None:
    for plot in (SpectrumPlot(theme), SpectrogramPlot(theme)):
        qtbot.addWidget(plot)
        plot.resize(*size)
        for is_log in (True, False):
            plot.set_log(is_log)
            plot.show_levels(np.full(129, -20.0, np.float32), rate_hz)
            plot.grab()


def test_a_meter_shows_bars_lamps_and_tells_of_clicks(qtbot: QtBot, theme: Theme) -> None:
    meter = LevelMeter(theme)
    qtbot.addWidget(meter)
    meter.resize(meter.sizeHint().width(), 300)
    meter.show()
    low = colour_counts(meter.grab().toImage())
    meter.show_levels([(-1.0, -9.0, -0.5), (-20.0, -30.0, -18.0)], has_clipped=False)
    loud = colour_counts(meter.grab().toImage())
    accent, bad = theme.colours.accent, theme.colours.bad
    assert loud.get(accent, 0) > low.get(accent, 0) + 500
    assert bad not in loud
    meter.show_levels([(-1.0, -9.0, -0.5), (-20.0, -30.0, -18.0)], has_clipped=True)
    assert bad in colour_counts(meter.grab().toImage())
    with qtbot.waitSignal(meter.lamp_clicked, timeout=1_000):
        qtbot.mouseClick(meter, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("n_bars", [1, 2, 8, 64])
def test_a_meter_has_room_for_many_channels(qtbot: QtBot, theme: Theme, n_bars: int) -> None:
    meter = LevelMeter(theme)
    qtbot.addWidget(meter)
    meter.show_levels([(-10.0, -20.0, -5.0)] * n_bars, has_clipped=False)
    assert len(meter.bars) == min(8, n_bars)
    meter.resize(meter.sizeHint())
    meter.grab()
