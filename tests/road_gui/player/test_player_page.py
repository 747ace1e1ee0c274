"""The player's page: what it shows of a file, and what it does when it is asked to."""

import threading
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from fake_card import FakeCard
from pages import action, activate, box_named, open_file, open_pair, shown, texts_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from walking import nameless, walked

from road_codec import DecodeOptions, open_stream
from road_gui.player.details import DetailsDialog
from road_gui.player.page import PlayerPage
from road_gui.player.source import Heard
from road_gui.player.state import State
from road_gui.settings import Settings
from road_gui.theme import Theme

UseCard = Callable[[FakeCard], FakeCard]


def test_a_file_is_shown_with_its_facts_and_its_choices(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    open_file(page, encoded, qtbot)
    assert "0:00.0 / 0:03.0" in shown(page)
    qtbot.waitUntil(lambda: "10 × 2048" in shown(page), timeout=10_000)
    facts = shown(page)
    for fact in ("tune.road.wav", "22.05 kHz · stereo · 16 bits", "0:03.00", "5.512 kHz"):
        assert fact in facts
    assert texts_of(box_named(page, "Output rate")) == [
        "5.512 kHz (¼ × the original)",
        "11.025 kHz (½ × the original)",
        "22.05 kHz (original)",
        "44.1 kHz (2 × over-clocked)",
        "88.2 kHz (4 × over-clocked)",
        "176.4 kHz (8 × over-clocked)",
        "Highest the device plays",
    ]
    assert box_named(page, "Output rate").currentText() == "22.05 kHz (original)"
    assert len(texts_of(box_named(page, "Sample type"))) == 6
    assert len(texts_of(box_named(page, "Order of the maps"))) == 3


def test_every_field_of_the_file_can_be_read(
    page: PlayerPage, qtbot: QtBot, encoded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []
    monkeypatch.setattr(
        DetailsDialog, "exec", lambda dialog: texts.append(dialog.text.toPlainText())
    )
    open_file(page, encoded, qtbot)
    details = action(page, "File details…")
    qtbot.waitUntil(details.isEnabled, timeout=10_000)
    details.trigger()
    lines = texts[0].splitlines()
    found = dict(pairwise(lines))
    assert lines[0] == "tune.road.wav"
    assert (found["Variant"], found["Mixing"], found["Frame length"]) == ("B", "mid", "2,048")
    assert {"Superframes", "Silent share", "Domains"} < set(lines)


def test_file_names_and_tags_are_text_not_markup(page: PlayerPage) -> None:
    dialog = DetailsDialog("<b>.road.wav", {"tags": {"title": "<i>&"}, "samples": None}, page)
    assert dialog.text.toPlainText().splitlines() == ["Tags", "Title", "<i>&"]


def test_rates_end_at_the_highest_that_the_device_plays(
    page: PlayerPage, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    use_card(FakeCard(rates_hz=(22_050, 44_100)))
    open_file(page, encoded, qtbot)
    box = box_named(page, "Output rate")
    wanted = "Highest the device plays (44.1 kHz)"
    qtbot.waitUntil(lambda: box.itemText(box.count() - 1) == wanted, timeout=5_000)
    assert box.itemText(box.count() - 2) == "44.1 kHz (2 × over-clocked)"
    box.setCurrentIndex(box.count() - 1)
    with qtbot.waitSignal(page.decode_requested) as asked:
        action(page, "Decode to file…").trigger()
    assert asked.args == [encoded, DecodeOptions(samples_per_range=8)]


def test_the_number_of_passes_that_is_named_is_what_the_file_gets(
    page: PlayerPage, encoded: Path
) -> None:
    passes = next(box for box in page.findChildren(QSpinBox) if box.accessibleName() == "Passes")
    assert passes.text() == "4 – the file's own"
    passes.stepUp()
    assert (passes.text(), page._choices.passes.passes) == ("5", 5)
    for _ in range(2):
        passes.stepDown()
    assert (passes.text(), page._choices.passes.passes) == ("3", 3)
    passes.stepUp()
    assert page._choices.passes.passes is None
    with open_stream(encoded) as stream:
        own, named, fewer = (
            next(stream.blocks(DecodeOptions(passes=number))).samples for number in (None, 4, 3)
        )
    assert np.array_equal(own, named)
    assert not np.array_equal(own, fewer)


def test_without_a_device_playing_gives_a_sentence_and_the_rest_works(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    open_file(page, encoded, qtbot)
    with qtbot.waitSignal(page.status, timeout=5_000) as status:
        action(page, "Play").trigger()
    assert status.args == ["No sound device was found. Everything else works."]
    assert shown(page).count("No sound device was found") == 2  # at the device, and at the button
    action(page, "Forward 1 second").trigger()
    assert page.engine.seconds == 1.0
    assert "0:01.0 / 0:03.0" in shown(page)


def test_a_sentence_too_long_for_its_place_between_the_buttons_stands_below(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    open_file(page, encoded, qtbot)
    lines = [
        label
        for label in page.findChildren(QLabel)
        if label.accessibleName() == "State of the player"
    ]

    def told() -> list[tuple[int, str]]:
        return [(at, one.text()) for at, one in enumerate(lines) if one.text() and one.isVisible()]

    page.resize(2000, 700)
    page._transport.show_status("It has gone. " * 5, is_bad=True)
    assert told() == [(0, "It has gone. " * 5)]
    page.resize(900, 700)
    assert told() == [(1, "It has gone. " * 5)]
    page.resize(2000, 700)
    assert told() == [(0, "It has gone. " * 5)]
    page._transport.show_status("It has gone. " * 50, is_bad=True)
    assert told() == [(1, "It has gone. " * 50)]
    assert page._transport.is_alarmed
    page._transport.show_status("")
    assert told() == []
    assert not page._transport.is_alarmed


def test_what_is_chosen_is_what_is_heard(
    page: PlayerPage, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard(rates_hz=(5_512, 22_050, 44_100)))
    open_file(page, encoded, qtbot)
    action(page, "Play").trigger()
    qtbot.waitUntil(lambda: page.engine.state is State.PLAYING, timeout=5_000)
    assert "Playing 22.05 kHz" in shown(page)
    assert action(page, "Pause").isEnabled()
    box_named(page, "Output rate").setCurrentIndex(3)
    qtbot.waitUntil(lambda: card.stream.rate_hz == 44_100, timeout=5_000)
    qtbot.waitUntil(lambda: "22.05 kHz × 2 = 44.1 kHz" in shown(page), timeout=5_000)
    # The seed is brought to the rate that the card has anyway: no stream is opened for it.
    n_streams = len(card.streams)
    action(page, "Hear the seed").trigger()
    assert "5.512 kHz, played at 44.1 kHz" in shown(page)
    assert len(card.streams) == n_streams
    # What the card does not take is converted, and that is said.
    box_named(page, "Output rate").setCurrentIndex(1)
    action(page, "Hear the decoded sound").trigger()
    wanted = "22.05 kHz ÷ 2 = 11.025 kHz, played at 5.512 kHz"
    qtbot.waitUntil(lambda: wanted in shown(page), timeout=5_000)


def test_closing_leaves_no_thread(
    page: PlayerPage, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    before = set(threading.enumerate())
    use_card(FakeCard())
    open_file(page, encoded, qtbot)
    action(page, "Play").trigger()
    qtbot.waitUntil(lambda: page.engine.state is State.PLAYING, timeout=5_000)
    page.close_all()
    assert set(threading.enumerate()) - before == set()
    assert page.engine.state is State.EMPTY


def test_of_two_files_opened_at_once_the_last_one_counts(
    page: PlayerPage, qtbot: QtBot, encoded: Path, sounds: Path
) -> None:
    page.open_path(encoded)
    open_file(page, sounds / "tune.wav", qtbot)
    assert "tune.wav" in shown(page)
    assert "there is nothing to decode" in shown(page)
    assert not action(page, "Decode to file…").isEnabled()
    # And back: what belongs to encoded files is there again.
    open_file(page, encoded, qtbot)
    assert box_named(page, "Output rate").isVisible()


@pytest.mark.parametrize("n_bytes", [0, 30, 5_000])
def test_a_file_that_cannot_be_played_is_refused_in_a_sentence(
    page: PlayerPage, qtbot: QtBot, encoded: Path, tmp_path: Path, n_bytes: int
) -> None:
    open_file(page, encoded, qtbot)
    broken = tmp_path / "broken.road.wav"
    broken.write_bytes(encoded.read_bytes()[:n_bytes])
    with qtbot.waitSignal(page.status, timeout=5_000) as status:
        page.open_path(broken)
    assert "broken.road.wav" in status.args[0]
    assert "\n" not in status.args[0]
    assert "tune.road.wav" in shown(page)  # the file before is still there


def test_a_click_in_the_waveform_goes_there(page: PlayerPage, qtbot: QtBot, encoded: Path) -> None:
    open_file(page, encoded, qtbot)
    viewport = page._view.waveform.viewport()
    middle = QPoint(viewport.width() // 2, viewport.height() // 2)
    with qtbot.waitSignal(page.engine.moved, timeout=2_000):
        qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=middle)
    assert page.engine.seconds == pytest.approx(1.5, abs=0.02)


def test_keys_work_but_not_while_somebody_writes(
    qtbot: QtBot, encoded: Path, settings: Settings, theme: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field, page = QLineEdit(), PlayerPage(settings, theme)
    page.addActions([*page.actions_for_menu(), *page.actions_for_view()])
    column.addWidget(field)
    column.addWidget(page)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    open_file(page, encoded, qtbot)
    page._view.waveform.setFocus()
    for key, modifier, place in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier, 1.0),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, 3.0),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, 2.0),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, 0.0),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, 3.0),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, 0.0),
    ):
        qtbot.keyClick(window.focusWidget(), key, modifier)
        assert page.engine.seconds == place
    volume = page._transport.volume
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert page._transport.volume < volume
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_M)
    assert page._transport.volume == 0.0

    field.setFocus()
    for text in ("m", " ", "r", "2"):
        qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Home)
    assert field.text() == "m r2"
    assert page._transport.volume == 0.0
    assert page.engine.state is State.STOPPED
    assert page._choices.heard.heard is Heard.DECODED
    page.close_all()


def test_a_click_on_a_choice_leaves_the_keys_to_the_player(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    open_file(page, encoded, qtbot)
    for kind in (QComboBox, QAbstractButton, QSlider):
        for widget in page.findChildren(kind):
            if widget.isVisible() and not isinstance(widget.parent(), QAbstractItemView):
                assert not widget.focusPolicy() & Qt.FocusPolicy.ClickFocus, widget.objectName()
    box = box_named(page, "Sample type")
    box.setCurrentIndex(1)
    page.engine.seek(2.0)
    # Who comes by Tab has the keys of the choice.
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(box, Qt.Key.Key_Home)
    assert box.currentData() == "own"
    assert page.engine.seconds == 2.0


def test_keys_rest_while_another_page_is_shown(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    assert not action(page, "Play").isEnabled()
    open_file(page, encoded, qtbot)
    assert action(page, "Play").isEnabled()
    page.hide()
    assert not any(one.isEnabled() for one in page.actions_for_menu())
    assert not any(one.isEnabled() for one in page.actions_for_view())
    page.show()
    assert action(page, "Play").isEnabled()


def test_everything_that_takes_the_focus_has_a_name(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    open_file(page, encoded, qtbot)
    assert nameless(page) == []


def test_every_control_is_reached_by_tab(page: PlayerPage, qtbot: QtBot, pair: Path) -> None:
    open_pair(page, pair, qtbot)
    activate(page, qtbot)
    names = {"Play", "Output rate", "Look for sound devices", "Forget the original"}
    assert names <= walked(page)


def test_volume_and_rate_are_remembered(
    page: PlayerPage, qtbot: QtBot, encoded: Path, settings: Settings, theme: Theme
) -> None:
    open_file(page, encoded, qtbot)
    action(page, "Louder").trigger()
    box_named(page, "Output rate").setCurrentIndex(4)
    another = PlayerPage(settings, theme)
    qtbot.addWidget(another)
    assert another._transport.volume == page._transport.volume
    open_file(another, encoded, qtbot)
    assert box_named(another, "Output rate").currentText() == "88.2 kHz (4 × over-clocked)"
    another.close_all()


def test_the_waveform_follows_the_theme(
    page: PlayerPage, qtbot: QtBot, encoded: Path, theme: Theme
) -> None:
    open_file(page, encoded, qtbot)
    for mode in ("dark", "light"):
        theme.set_mode(mode)
        corner = QColor(page._view.waveform.grab().toImage().pixel(2, 2))
        assert corner == theme.plot_colours.background


def test_seed_and_sound_are_drawn_as_they_come_in(
    page: PlayerPage, qtbot: QtBot, encoded: Path, theme: Theme
) -> None:
    open_file(page, encoded, qtbot)
    qtbot.waitUntil(lambda: "10 × 2048" in shown(page), timeout=10_000)
    assert _has_colour(page, theme.plot_colours.wave)
    assert not _has_colour(page, theme.plot_colours.wave_seed)
    action(page, "Hear the seed").trigger()
    assert _has_colour(page, theme.plot_colours.wave_seed)
    assert not _has_colour(page, theme.plot_colours.wave)


def _has_colour(page: PlayerPage, colour: QColor) -> bool:
    image = page._view.waveform.grab().toImage()
    column = image.width() // 2 + 7
    return any(QColor(image.pixel(column, row)) == colour for row in range(image.height()))


def test_a_close_look_brings_the_samples_themselves(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    open_file(page, encoded, qtbot)
    qtbot.waitUntil(lambda: "10 × 2048" in shown(page), timeout=10_000)
    overview = page._waves.overview
    assert overview is not None
    page._view.waveform.show_stretch(1.0, 1.01)
    first, last = 22_050, 22_270
    qtbot.waitUntil(lambda: overview.sound.pyramid.has_detail(first, last), timeout=5_000)
    assert overview.sound.pyramid.reduce(first, last, 900).is_raw
