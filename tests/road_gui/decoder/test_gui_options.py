"""Decoder options that exclude each other do so in the form."""

from fractions import Fraction

import pytest
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions
from road_gui.decoder.options_form import OVERSAMPLES, OptionsForm
from road_gui.settings import Settings


@pytest.fixture
def form(qtbot: QtBot, settings: Settings) -> OptionsForm:
    made = OptionsForm(settings)
    qtbot.addWidget(made)
    return made


def test_it_begins_with_the_defaults(form: OptionsForm) -> None:
    assert form.options() == DecodeOptions()
    assert form.suffix == ".wav"


@pytest.mark.parametrize("times", OVERSAMPLES)
def test_every_oversampling_is_offered(times: Fraction, form: OptionsForm) -> None:
    form.oversample.setCurrentIndex(OVERSAMPLES.index(times))
    assert form.options().oversample == (None if times == 1 else times)


def test_at_most_one_decides_the_rate(form: OptionsForm) -> None:
    form.params.set_values({"rate_hz": 48_000})
    form.oversample.setCurrentIndex(OVERSAMPLES.index(Fraction(2)))
    assert (form.options().oversample, form.options().rate_hz) == (Fraction(2), None)

    form.params.set_values({"samples_per_range": 8})
    options = form.options()
    assert (options.oversample, options.rate_hz, options.samples_per_range) == (None, None, 8)

    form.params.set_values({"rate_hz": 96_000})
    options = form.options()
    assert (options.oversample, options.rate_hz, options.samples_per_range) == (None, 96_000, None)


def test_choices_are_kept(form: OptionsForm, settings: Settings, qtbot: QtBot) -> None:
    form.oversample.setCurrentIndex(OVERSAMPLES.index(Fraction(1, 4)))
    form.file_type.setCurrentIndex(1)
    form.params.set_values({"bits": "24", "keep_going": True})
    settings.sync()
    again = OptionsForm(Settings())
    qtbot.addWidget(again)
    assert again.options() == form.options()
    assert again.suffix == ".flac"
    again.reset()
    assert again.options() == DecodeOptions()
