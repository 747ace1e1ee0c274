"""Numbers are written as the locale writes them, wherever people read them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

import road_gui
from road_gui.codecs import columns
from road_gui.compare.words import (
    amplitude_text,
    frequency_text,
    lag_text,
    level_text,
    value_text,
)
from road_gui.messages import number_text, rate_text, short_text, small_text
from road_gui.plots.frequency_scale import hertz_text
from road_gui.plots.ticks import clock_text


@pytest.fixture
def russian() -> Iterator[None]:
    """Let numbers be written as in Russia: a comma, and spaces between thousands."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Russian, QLocale.Country.Russia))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("russian")
def test_numbers_are_those_of_the_locale() -> None:
    assert value_text("snr_db", 33.048) == "33,05 dB"
    assert value_text("mse", 4.06e-7) == "4,06·10⁻⁷"
    assert value_text("lag_samples", -1105) == "−1\xa0105 samples"
    assert value_text("seconds", 62.5) == "1:02,50"
    assert lag_text(-441, 44_100) == "−441 samples (−10,00 ms)"
    assert amplitude_text(-0.5, 0.25) == "≤ 0,500"
    assert level_text(-3.26, signed=True) == "−3,3 dB"
    assert frequency_text(1234.0) == "1,23 kHz"
    assert columns.number_text(12.34, columns.Column.SNR) == "12,3"
    assert columns.number_text(12.34, columns.Column.KBIT) == "12,3"
    assert (short_text(2.5), hertz_text(2500.0), rate_text(11_025)) == ("2,5", "2,5k", "11,025 kHz")
    assert clock_text(62.5, 1) == "1:02,5"


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (1.0, "1"), (0.25, "0.25"), (0.0625, "0.063"), (1 / 512, "0.002"),
     (1 / 65536, "1.5·10⁻⁵"), (-3e-12, "−3.0·10⁻¹²")],
)  # fmt: skip
def test_small_numbers_keep_their_first_digits(value: float, text: str) -> None:
    assert small_text(value) == text


def test_a_sign_can_be_asked_for() -> None:
    texts = [number_text(value, 1, signed=True) for value in (1.26, -1.26, 0.0)]
    assert texts == ["+1.3", "−1.3", "0.0"]


def test_numbers_are_said_in_one_place() -> None:
    """What people read is written by `road_gui.messages`, which asks the locale."""
    pattern = re.compile(r"""f["'][^"']*\{[^}"']*:[^}"']*[gfe,%]\}""")
    found = [
        f"{path.name}: {line.strip()}"
        for room in ("compare", "codecs", "plots")
        for path in sorted((Path(road_gui.__file__).parent / room).glob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if pattern.search(line)
    ]
    # A name under which a setting is kept, whatever the language of the window.
    kept = 'settings_model.py: return f"{value:g}" if isinstance(value, float) else str(value)'
    assert found == [kept]
