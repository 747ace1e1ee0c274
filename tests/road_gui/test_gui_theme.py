"""Both themes can be read, and reach every pixel."""

import dataclasses
from itertools import combinations, product

import numpy as np
import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from road_gui.colours import DARK, LIGHT, Colours, PlotColours
from road_gui.main_window import MainWindow
from road_gui.theme import Theme

LEAST_CONTRAST = 4.5
LEAST_CONTRAST_OF_LINES = 3.0
LEAST_CONTRAST_OF_TRACKS = 1.2  # what is filled of them is clearer


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.1 defines it."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


TEXTS = ("text", "text_soft", "link", "good", "bad", "careful")
GROUNDS = ("window", "base", "raised", "stripe")


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *product(TEXTS, GROUNDS),
        *product(("text", "text_soft", "good", "bad", "careful", "link"), ("selected",)),
        *product(("on_accent",), ("accent", "accent_hover", "accent_pressed")),
        *product(("text",), ("control", "control_hover", "control_pressed")),
    ],
)
def test_text_stands_out(colours: Colours, text: str, ground: str) -> None:
    pair = QColor(getattr(colours, text)), QColor(getattr(colours, ground))
    assert contrast(*pair) >= LEAST_CONTRAST


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["base", "raised", "selected"])
def test_the_empty_part_of_a_bar_can_be_seen(colours: Colours, ground: str) -> None:
    pair = QColor(colours.track), QColor(getattr(colours, ground))
    assert contrast(*pair) >= LEAST_CONTRAST_OF_TRACKS


# Machado, Oliveira and Fernandes, IEEE TVCG 15, 2009: what people see of linear red, green and
# blue who lack one kind of cones.
EYES = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no long ones": (
        *((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216)),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no middle ones": (
        *((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413)),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no short ones": (
        *((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602)),
        (0.004733, 0.691367, 0.303900),
    ),
}
LEAST_DISTANCE = 15.0  # of CIE L*a*b*; 2 can just be told apart side by side


def seen(colour: QColor, eyes: str) -> np.ndarray:
    """Return L*, a* and b* of a colour."""
    parts = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    to_xyz = ((0.4125, 0.3576, 0.1804), (0.2127, 0.7152, 0.0722), (0.0193, 0.1192, 0.9503))
    white = np.array((0.9505, 1.0, 1.0888))
    xyz = np.array(to_xyz) @ np.clip(np.array(EYES[eyes]) @ linear, 0, 1) / white
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array((116 * y - 16, 500 * (x - y), 200 * (y - z)))


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_curves_are_apart_for_all_eyes(mode: str, eyes: str, qapp: QApplication) -> None:
    series = Theme(mode).plot_colours.series
    for one, other in combinations(series, 2):
        distance = np.linalg.norm(seen(one, eyes) - seen(other, eyes))
        assert distance >= LEAST_DISTANCE, (one.name(), other.name())


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_plots_stand_out(mode: str, qapp: QApplication) -> None:
    colours = Theme(mode).plot_colours
    assert contrast(colours.foreground, colours.background) >= LEAST_CONTRAST
    for name in colours.series:
        assert contrast(name, colours.background) >= LEAST_CONTRAST
    for line in (colours.wave, colours.wave_seed, colours.cursor):
        assert contrast(line, colours.background) >= LEAST_CONTRAST_OF_LINES


def test_plot_colours_are_all_there(qapp: QApplication) -> None:
    names = {field.name for field in dataclasses.fields(PlotColours)}
    assert {"background", "foreground", "grid", "wave", "wave_seed", "cursor"} <= names
    assert "selection" in names


def test_a_change_reaches_palette_and_pixels(
    qtbot: QtBot, window: MainWindow, theme: Theme
) -> None:
    for mode, colours in (("dark", DARK), ("light", LIGHT)):
        with qtbot.waitSignal(theme.changed):
            theme.set_mode(mode)
        assert theme.is_dark == (mode == "dark")
        assert QApplication.palette().color(QPalette.ColorRole.Window).name() == colours.window
        picture = window.grab().toImage()
        assert picture.pixelColor(picture.width() // 2, 4).name() == colours.window


def test_an_unknown_mode_means_the_system(qapp: QApplication) -> None:
    assert Theme("purple").mode == "system"
