"""Every key of the player, in the player and in a field that text is typed into."""

from pathlib import Path

import pytest
from fake_card import FakeCard
from pages import action, activate, open_file, open_pair, play, radio
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from road_codec import codec_named, encode, finish, open_stream
from road_gui.help import KeysDialog
from road_gui.main_window import MainWindow
from road_gui.player.page import PlayerPage
from road_gui.player.source import Heard
from road_gui.player.state import State

pytestmark = pytest.mark.usefixtures("card")

KEYS = {
    "Play": "Space",
    "Back 5 seconds": "Left",
    "Forward 5 seconds": "Right",
    "Back 1 second": "Shift+Left",
    "Forward 1 second": "Shift+Right",
    "Back 30 seconds": "Ctrl+Left",
    "Forward 30 seconds": "Ctrl+Right",
    "Go to the beginning": "Home",
    "Go to the end": "End",
    "Back one superframe": ",",
    "Forward one superframe": ".",
    "Loop": "L",
    "Hear the original": "1",
    "Hear the decoded sound": "2",
    "Hear the seed": "3",
    "Hear the error": "4",
    "Swap": "X",
    "Zoom in": "+",
    "Zoom out": "-",
    "Show all": "Ctrl+0",
    "Mute": "M",
    "Louder": "Up",
    "Quieter": "Down",
}
SUPERFRAME = 20_480


def test_every_key_is_that_of_a_menu_item(page: PlayerPage) -> None:
    assert {text: action(page, text).shortcut().toString() for text in KEYS} == KEYS


def test_j_and_k_are_second_keys_and_listed_with_the_first(page: PlayerPage) -> None:
    actions = page.actions_for_menu()
    html = KeysDialog([("Play", actions)], page).text.toPlainText()
    assert "Space, K, Media Play" in html
    assert "Left, J" in html
    for key in ("J", "K", "L"):
        owners = [one for one in actions if QKeySequence(key) in one.shortcuts()]
        assert len(owners) == 1, key


def test_j_k_and_l_go_back_play_or_pause_and_loop(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    open_file(page, encoded, qtbot)
    waveform = activate(page, qtbot)
    page.loop.set_stretch(0.5, 1.0)
    page.engine.seek(2.5)
    assert not page.engine.is_active
    qtbot.keyClick(waveform, Qt.Key.Key_K)
    assert page.engine.is_active
    qtbot.keyClick(waveform, Qt.Key.Key_K)
    assert page.engine.state is State.PAUSED
    qtbot.keyClick(waveform, Qt.Key.Key_L)
    assert page.engine.loop is None
    qtbot.keyClick(waveform, Qt.Key.Key_J)
    assert page.engine.seconds == 0.0


def test_j_k_and_l_are_keys_of_the_play_page_alone(
    window: MainWindow, qtbot: QtBot, encoded: Path
) -> None:
    player, engine = window.player, window.player.engine
    with qtbot.waitSignal(player.opened, timeout=10_000):
        window.open_in_player(encoded)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    engine.seek(2.5)

    def press() -> tuple[float, bool, bool]:
        for key in (Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_L):
            qtbot.keyClick(window, key)
        return engine.seconds, engine.is_active, player.loop.is_on

    window.commands.convert.trigger()
    assert press() == (2.5, False, False)
    window.commands.play.trigger()
    assert press() == (0.0, True, True)


def test_no_key_fires_in_a_text_field(page: PlayerPage, qtbot: QtBot, pair: Path) -> None:
    open_pair(page, pair, qtbot)
    activate(page, qtbot)
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    page.engine.seek(1.0)
    for action_ in (*page.actions_for_menu(), *page.actions_for_view()):
        action_.triggered.connect(pytest.fail)
    qtbot.keyClicks(field, " ,.1234jklxmgrtf+-=[]")
    assert field.text() == " ,.1234jklxmgrtf+-=[]"
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        for modifier in (none, shift, Qt.KeyboardModifier.ControlModifier):
            qtbot.keyClick(field, key, modifier)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(field, key)
    qtbot.keyClick(field, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.engine.seconds == 1.0
    assert radio(page, "Decoded sound").isChecked()


def test_a_superframe_is_stepped_over_at_any_rate(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    open_file(page, encoded, qtbot)
    waveform = activate(page, qtbot)
    for times in ("1", "1/4", "2"):
        page._choices.rate.setCurrentIndex(page._choices.rate.findData(times))
        page.engine.seek(0.0)
        for number in (1, 2, 3, 4):
            qtbot.keyClick(waveform, Qt.Key.Key_Period)
            place = min(number * SUPERFRAME, 66_150) / 22_050
            assert page.engine.seconds == pytest.approx(place, abs=2e-4)
        for number in (3, 2, 1, 0, 0):
            qtbot.keyClick(waveform, Qt.Key.Key_Comma)
            assert page.engine.seconds == pytest.approx(number * SUPERFRAME / 22_050, abs=2e-4)
    # From the middle, back goes to where the superframe begins.
    page.engine.seek(1.5)
    qtbot.keyClick(waveform, Qt.Key.Key_Comma)
    assert page.engine.seconds == pytest.approx(SUPERFRAME / 22_050)


def test_back_goes_on_going_back_while_it_plays(
    page: PlayerPage, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    open_file(page, encoded, qtbot)
    waveform = activate(page, qtbot)
    page.engine.seek(2.5)
    play(page, card, qtbot)
    card.stream.pull(4_000)
    place = page.engine.seconds
    assert 2 * SUPERFRAME < place * 22_050 < 3 * SUPERFRAME
    qtbot.keyClick(waveform, Qt.Key.Key_Comma)
    assert page.engine.seconds == pytest.approx(SUPERFRAME / 22_050, abs=1e-3)
    assert page.engine.state is State.PLAYING


@pytest.mark.parametrize("codec", ["extrema", "tqa"])
def test_other_codecs_are_stepped_through_by_packets(
    page: PlayerPage, qtbot: QtBot, sounds: Path, tmp_path: Path, codec: str
) -> None:
    path = tmp_path / f"tune{codec_named(codec).suffix}"
    finish(encode(sounds / "tune.wav", path, codec=codec))
    open_file(page, path, qtbot)
    waveform = activate(page, qtbot)
    with open_stream(path) as stream:
        first, second = stream.piece_at(0)[1], stream.piece_at(stream.piece_at(0)[1])[1]
    for key, place in (
        (Qt.Key.Key_Period, first),
        (Qt.Key.Key_Period, second),
        (Qt.Key.Key_Comma, first),
    ):
        qtbot.keyClick(waveform, key)
        assert page.engine.seconds == pytest.approx(place / 22_050)


def test_an_ordinary_sound_has_no_superframes(page: PlayerPage, qtbot: QtBot, sounds: Path) -> None:
    open_file(page, sounds / "tune.wav", qtbot)
    assert not action(page, "Forward one superframe").isEnabled()


def test_wheel_and_keys_zoom_and_move_the_view(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    open_file(page, encoded, qtbot)
    waveform = activate(page, qtbot)
    whole = waveform.seen
    turn(page, Qt.KeyboardModifier.ControlModifier)
    first, last = waveform.seen
    assert last - first == pytest.approx((whole[1] - whole[0]) / 1.25)
    turn(page, Qt.KeyboardModifier.ShiftModifier)
    assert waveform.seen[1] - waveform.seen[0] == pytest.approx(last - first)
    assert waveform.seen[0] != first
    qtbot.keyClick(waveform, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert waveform.seen == whole
    qtbot.keyClick(waveform, Qt.Key.Key_Plus)
    assert waveform.seen[1] - waveform.seen[0] < whole[1]
    qtbot.keyClick(waveform, Qt.Key.Key_Minus)
    assert waveform.seen == pytest.approx(whole)


def turn(page: PlayerPage, modifier: Qt.KeyboardModifier) -> None:
    """Turn the wheel by a notch over the middle of the waveform."""
    viewport = page._view.waveform.viewport()
    at = QPoint(viewport.width() // 2, 100)
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_keys_choose_what_is_heard(page: PlayerPage, qtbot: QtBot, pair: Path) -> None:
    open_pair(page, pair, qtbot)
    waveform = activate(page, qtbot)
    for key, heard in (
        (Qt.Key.Key_1, Heard.ORIGINAL),
        (Qt.Key.Key_4, Heard.ERROR),
        (Qt.Key.Key_3, Heard.SEED),
        (Qt.Key.Key_2, Heard.DECODED),
        (Qt.Key.Key_X, Heard.SEED),
        (Qt.Key.Key_X, Heard.DECODED),
        (Qt.Key.Key_1, Heard.ORIGINAL),
        (Qt.Key.Key_X, Heard.DECODED),
    ):
        qtbot.keyClick(waveform, key)
        assert page.engine.heard is heard
