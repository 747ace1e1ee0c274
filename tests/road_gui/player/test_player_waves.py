"""The waveform shows what is heard: original, decoded sound, seed or error."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from pages import action, open_pair, shift
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions, open_stream
from road_gui.player.page import PlayerPage
from road_gui.player.source import Heard
from road_gui.theme import Theme


def test_the_wave_is_that_of_what_is_heard(
    page: PlayerPage, qtbot: QtBot, pair: Path, theme: Theme
) -> None:
    shift(pair.with_name("tune.wav"), 90)
    open_pair(page, pair, qtbot)
    overview, colours = page._waves.overview, theme.plot_colours
    assert overview is not None
    assert overview.layer(Heard.ORIGINAL) is None  # nobody has asked to see it
    layers = {}
    for text, heard, colour in (
        ("Hear the original", Heard.ORIGINAL, colours.foreground),
        ("Hear the error", Heard.ERROR, colours.series[3]),
        ("Hear the seed", Heard.SEED, colours.wave_seed),
        ("Hear the decoded sound", Heard.DECODED, colours.wave),
    ):
        action(page, text).trigger()
        layer = layers[heard] = overview.layer(heard)
        assert layer is not None
        qtbot.waitUntil(lambda: layer.seconds >= 3.0, timeout=10_000)  # noqa: B023
        assert has_colour(page, colour)
        assert page._view._caption.text().startswith(radio_text(page))
        is_magnified = "magnified" in page._view._caption.text()
        assert is_magnified is (heard is Heard.ERROR)
    # Each is read once and kept; the shifted original lies under the decoded sound.
    action(page, "Hear the original").trigger()
    assert overview.layer(Heard.ORIGINAL) is layers[Heard.ORIGINAL]
    peaks = {heard: layer.pyramid.peak for heard, layer in layers.items()}
    assert peaks[Heard.ORIGINAL] == pytest.approx(peaks[Heard.DECODED], abs=0.02)
    assert peaks[Heard.ERROR] < 0.05


def has_colour(page: PlayerPage, colour: QColor) -> bool:
    image = page._view.waveform.grab().toImage()
    columns = range(image.width() // 2, image.width() // 2 + 20, 3)
    return any(QColor(image.pixel(x, y)) == colour for x in columns for y in range(image.height()))


def radio_text(page: PlayerPage) -> str:
    (found,) = (one.text() for one in page.findChildren(QRadioButton) if one.isChecked())
    return found


def test_a_close_look_at_the_original_and_the_error_brings_their_samples(
    page: PlayerPage, qtbot: QtBot, pair: Path
) -> None:
    shift(pair.with_name("tune.wav"), -321)
    moved, _ = soundfile.read(pair.with_name("tune.wav"), dtype="float32")
    open_pair(page, pair, qtbot)
    overview = page._waves.overview
    assert overview is not None
    page._view.waveform.show_stretch(1.0, 1.01)
    first, last = 22_050, 22_270
    found = {}
    for text, heard in (("original", Heard.ORIGINAL), ("error", Heard.ERROR)):
        action(page, f"Hear the {text}").trigger()
        layer = overview.layer(heard)
        assert layer is not None
        qtbot.waitUntil(
            lambda: layer.pyramid.has_detail(first, last) and layer.seconds > 2,  # noqa: B023
            timeout=10_000,
        )
        found[heard] = layer.pyramid.reduce(first, last, 900)
    start = found[Heard.ORIGINAL].start
    n = found[Heard.ORIGINAL].n_bins
    assert np.array_equal(found[Heard.ORIGINAL].high, moved[start - 321 :][:n].T)
    assert np.abs(found[Heard.ERROR].high).max() < 0.05


def test_another_original_is_another_wave(
    page: PlayerPage, qtbot: QtBot, pair: Path, tmp_path: Path
) -> None:
    open_pair(page, pair, qtbot)
    overview = page._waves.overview
    assert overview is not None
    action(page, "Hear the original").trigger()
    before = overview.layer(Heard.ORIGINAL)
    other = tmp_path / "other.wav"
    soundfile.write(other, np.zeros((66_150, 2)), 22_050, "PCM_16")
    with qtbot.waitSignal(page._comparing.original_changed, timeout=10_000):
        page._comparing.choose_original(other)
    after = overview.layer(Heard.ORIGINAL)
    assert after is not None
    assert after is not before
    qtbot.waitUntil(lambda: after.seconds == 3.0, timeout=10_000)
    assert not after.pyramid.reduce(0, 66_150, 50).high.any()
    action(page, "Forget the original").trigger()
    assert overview.layer(Heard.ORIGINAL) is None


def test_the_wave_grows_with_the_passes(page: PlayerPage, qtbot: QtBot, pair: Path) -> None:
    open_pair(page, pair, qtbot)
    overview, passes = page._waves.overview, page._choices.passes
    assert overview is not None
    qtbot.waitUntil(lambda: overview.sound.seconds >= 3.0, timeout=10_000)
    action(page, "Hear the error").trigger()
    page._view.waveform.show_stretch(1.0, 1.01)
    first, last = 22_050, 22_270
    peaks = {}
    with open_stream(pair) as stream:
        for number in (1, 0, 2):
            before = overview.sound
            passes.choose(number)
            assert overview.before is before  # there is something to see all the while
            action(page, "Hear the decoded sound").trigger()
            sound = overview.sound
            assert sound is not before
            qtbot.waitUntil(lambda: sound.pyramid.has_detail(first, last), timeout=10_000)  # noqa: B023
            qtbot.waitUntil(lambda: overview.before is None, timeout=10_000)
            assert sound.seconds == 3.0
            drawn = sound.pyramid.reduce(first, last, 900)
            start, stop = drawn.start, drawn.start + drawn.n_bins
            block = next(stream.blocks(DecodeOptions(passes=number), start=start))
            heard = block.samples[:, : stop - start].astype(np.float32) / 32768
            assert np.array_equal(drawn.high, heard)
            # The error is that of this sound too.
            action(page, "Hear the error").trigger()
            error = overview.layer(Heard.ERROR)
            assert error is not None
            qtbot.waitUntil(lambda: error.seconds == 3.0, timeout=10_000)  # noqa: B023
            peaks[number] = error.pyramid.peak
    assert peaks[0] > peaks[1] > peaks[2]


def test_only_what_makes_another_sound_draws_it_again(
    page: PlayerPage, qtbot: QtBot, pair: Path
) -> None:
    open_pair(page, pair, qtbot)
    overview, choices = page._waves.overview, page._choices
    assert overview is not None
    before = overview.sound
    choices.rate.choose(2)
    choices.bits.setCurrentIndex(choices.bits.findData("24"))
    assert page._programme is not None
    assert page._programme.main.sound.rate_hz == 44_100
    assert overview.sound is before
    choices.order.setCurrentIndex(choices.order.findData("shuffle"))
    after = overview.sound
    assert after is not before
    action(page, "Reshuffle").trigger()
    assert overview.sound is not after
