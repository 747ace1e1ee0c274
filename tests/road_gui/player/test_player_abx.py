"""Listeners find out whether they hear a difference, and nothing tells them what X is."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from fake_card import FakeCard
from pages import action, button, check_box, open_pair, radio, shown
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from walking import walked

from road_codec import AbxTest
from road_gui.main_window import MainWindow
from road_gui.player.abx_dialog import AbxDialog
from road_gui.player.page import PlayerPage
from road_gui.player.source import Heard
from road_gui.player.state import State

pytestmark = pytest.mark.usefixtures("card")


@pytest.fixture
def dialog(page: PlayerPage, qtbot: QtBot, pair: Path) -> AbxDialog:
    open_pair(page, pair, qtbot)
    action(page, "Listening test…").trigger()
    (made,) = page.findChildren(AbxDialog)
    qtbot.waitUntil(lambda: button(made, "Start").isEnabled(), timeout=10_000)
    return made


def start(dialog: AbxDialog, *, trials: int = 16, seed: int = 1) -> AbxTest:
    dialog._seed = seed
    dialog.setup.trials.setValue(trials)
    button(dialog, "Start").click()
    assert dialog.test is not None
    return dialog.test


def test_keys_take_a_listener_through_a_test(
    page: PlayerPage, dialog: AbxDialog, qtbot: QtBot
) -> None:
    test = start(dialog)
    names = {"A": Heard.ORIGINAL, "B": Heard.DECODED}
    assert page.engine.is_active
    for number in range(16):
        assert f"Trial {number + 1} of 16" in shown(dialog)
        assert page.engine.heard is Heard.ORIGINAL
        qtbot.keyClick(dialog, Qt.Key.Key_X)
        assert page.engine.heard is names[test.hidden(number)]
        qtbot.keyClick(dialog, Qt.Key.Key_B)
        assert page.engine.heard is Heard.DECODED
        answer = test.hidden(number) if number < 12 else "AB".replace(test.hidden(number), "")
        key = Qt.Key.Key_A if answer == "A" else Qt.Key.Key_B
        qtbot.keyClick(dialog, key, Qt.KeyboardModifier.ShiftModifier)
    text = shown(dialog).replace("\u00a0", " ")
    assert "You hear a difference." in text
    assert "12 of 16 answers are right. Who guesses gets as many or more in 3.84 %" in text
    assert "Seed 1" in text
    assert page.engine.state is not State.PLAYING


def test_nothing_tells_what_x_is(
    page: PlayerPage, dialog: AbxDialog, qtbot: QtBot, card: FakeCard
) -> None:
    test = start(dialog, seed=987_654)
    qtbot.waitUntil(lambda: page.engine.state is State.PLAYING, timeout=5_000)
    qtbot.waitUntil(lambda: card.stream.active, timeout=5_000)
    before, looks = shown(page), set()
    for choice in ("A", "X", "B", "X"):
        dialog._sounds[choice].click()
        card.stream.pull(4_000)
        page.analysis.look()
        assert radio(page, "Decoded sound").isChecked()
        assert shown(page) == before
        assert "right" not in shown(dialog)
        assert str(test.seed) not in shown(dialog)
        assert not page._view._caption.isVisible()
        looks.add(page._view.meter.bars)
    assert len(looks) == 1
    dialog.close()
    assert page.engine.heard is Heard.DECODED

    def meter_moves() -> bool:
        card.stream.pull(4_000)
        page.analysis.look()
        return page._view.meter.bars not in looks

    # With the test over it does again, as soon as there is a decoded sound to be heard.
    qtbot.waitUntil(meter_moves, timeout=5_000)


def test_who_wants_to_peek_may(dialog: AbxDialog) -> None:
    check_box(dialog, "Show the score during the test").click()
    test = start(dialog)
    button(dialog, f"X is {test.hidden(0)}").click()
    assert "1 of 1 right" in shown(dialog)


def test_a_test_by_guessing_shows_no_difference(dialog: AbxDialog) -> None:
    test = start(dialog, trials=4)
    for number in range(4):
        right = test.hidden(number)
        button(dialog, f"X is {right if number % 2 else 'AB'.replace(right, '')}").click()
    assert "No difference was shown." in shown(dialog)
    assert "That does not prove that there is none." in shown(dialog)


@pytest.mark.parametrize("ending", [".json", ".csv"])
def test_results_are_saved_with_their_settings(
    dialog: AbxDialog, tmp_path: Path, ending: str
) -> None:
    test = start(dialog, trials=2, seed=7)
    for choice in "AB":
        button(dialog, f"X is {choice}").click()
    path = tmp_path / f"result{ending}"
    assert dialog.save(path)
    text = path.read_text()
    if ending == ".json":
        saved = json.loads(text)
        assert (saved["seed"], saved["answers"]) == ("7", ["A", "B"])
        assert saved["settings"]["a"] == "original"
        assert saved["settings"]["equally_loud"] is True
        assert saved["settings"]["b_file"].endswith("tune.road.wav")
        assert saved["sequence"] == [test.hidden(0), test.hidden(1)]
    else:
        assert text.splitlines()[0].startswith("trial,hidden,answer,right,program,a,")
        assert len(text.splitlines()) == 3


def test_a_result_that_cannot_be_written_is_told(dialog: AbxDialog, tmp_path: Path) -> None:
    start(dialog, trials=1)
    button(dialog, "X is A").click()
    assert not dialog.save(tmp_path / "no folder" / "result.json")
    assert "cannot be written" in shown(dialog)


# -- leaving ----------------------------------------------------------------------


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[QMessageBox.ButtonRole]]:
    """Return the answers to come, by roles of buttons; all of them have to be asked for."""
    answers: list[QMessageBox.ButtonRole] = []

    def choose(box: QMessageBox) -> int:
        role = answers.pop(0)
        next(one for one in box.buttons() if box.buttonRole(one) == role).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", choose)
    yield answers
    assert answers == []


def save_to(monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    name = "" if path is None else str(path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))


def finish_test(dialog: AbxDialog) -> None:
    start(dialog, trials=2, seed=7)
    for choice in "AB":
        button(dialog, f"X is {choice}").click()


def test_a_result_is_saved_by_the_answer_to_the_question(
    dialog: AbxDialog, asked: list[QMessageBox.ButtonRole], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    finish_test(dialog)
    # Whoever wants no file after all still has the result, and so does who can write none.
    for target in (None, tmp_path / "no folder" / "result.json"):
        save_to(monkeypatch, target)
        asked.append(QMessageBox.ButtonRole.AcceptRole)
        button(dialog, "Close").click()
        assert dialog.isVisible()
    save_to(monkeypatch, tmp_path / "result.json")
    asked.append(QMessageBox.ButtonRole.AcceptRole)
    button(dialog, "Close").click()
    assert not dialog.isVisible()
    assert json.loads((tmp_path / "result.json").read_text())["answers"] == ["A", "B"]


def test_a_result_is_discarded_only_after_the_question(
    dialog: AbxDialog, asked: list[QMessageBox.ButtonRole], monkeypatch: pytest.MonkeyPatch
) -> None:
    finish_test(dialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", pytest.fail)
    for leave in (dialog.close, dialog.reject, button(dialog, "Another test").click):
        asked.append(QMessageBox.ButtonRole.RejectRole)
        leave()
        assert dialog.isVisible()
        assert "answers are right" in shown(dialog).replace("\u00a0", " ")
    asked.append(QMessageBox.ButtonRole.DestructiveRole)
    button(dialog, "Another test").click()
    assert button(dialog, "Start").isVisible()
    finish_test(dialog)
    asked.append(QMessageBox.ButtonRole.DestructiveRole)
    dialog.close()
    assert not dialog.isVisible()


@pytest.fixture
def tested(window: MainWindow, qtbot: QtBot, pair: Path) -> AbxDialog:
    """Return a test whose answers are given, in the window."""
    window.open_in_player(pair)
    qtbot.waitUntil(action(window.player, "Listening test…").isEnabled, timeout=10_000)
    action(window.player, "Listening test…").trigger()
    (dialog,) = window.player.findChildren(AbxDialog)
    qtbot.waitUntil(lambda: button(dialog, "Start").isEnabled(), timeout=10_000)
    finish_test(dialog)
    return dialog


def test_at_the_end_of_a_session_nothing_is_asked(
    window: MainWindow, tested: AbxDialog, asked: list[QMessageBox.ButtonRole]
) -> None:
    window.end()
    assert not tested.isVisible()
    assert not window.isVisible()


def test_the_window_is_not_closed_over_a_result_unasked(
    window: MainWindow, tested: AbxDialog, asked: list[QMessageBox.ButtonRole]
) -> None:
    asked.append(QMessageBox.ButtonRole.RejectRole)
    assert not window.close()
    assert window.isVisible()
    assert tested.isVisible()
    asked.append(QMessageBox.ButtonRole.DestructiveRole)
    assert window.close()


def test_a_saved_result_is_not_asked_about(
    dialog: AbxDialog, asked: list[QMessageBox.ButtonRole], monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:  # fmt: skip
    save_to(monkeypatch, tmp_path / "result.csv")
    finish_test(dialog)
    button(dialog, "Save the result…").click()
    button(dialog, "Another test").click()
    # The next one is another result.
    finish_test(dialog)
    asked.append(QMessageBox.ButtonRole.RejectRole)
    dialog.close()
    assert dialog.isVisible()
    button(dialog, "Save the result…").click()
    dialog.close()
    assert not dialog.isVisible()


def test_escape_asks_whether_a_test_is_given_up_and_tells_nothing(
    page: PlayerPage, dialog: AbxDialog, qtbot: QtBot
) -> None:
    test = start(dialog, seed=987_654)
    for number in range(3):
        button(dialog, f"X is {test.hidden(number)}").click()
    qtbot.keyClick(dialog, Qt.Key.Key_X)
    heard = page.engine.heard
    said: list[str] = []

    def press(key: Qt.Key) -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text() + box.informativeText())
        qtbot.keyClick(box, key)

    # The button that takes nothing away is the one under the Return key, and Escape's too.
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        QTimer.singleShot(0, partial(press, key))
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert page.engine.heard is heard
        assert "Trial 4 of 16" in shown(dialog)
    assert len(said) == 2
    for text in said:
        assert "3 of 16 answers are given" in text
        assert "right" not in text
        assert str(test.seed) not in text


def test_a_test_can_be_given_up(
    page: PlayerPage, dialog: AbxDialog, asked: list[QMessageBox.ButtonRole]
) -> None:
    test = start(dialog)
    button(dialog, f"X is {test.hidden(0)}").click()
    asked.append(QMessageBox.ButtonRole.DestructiveRole)
    button(dialog, "Close").click()
    assert not dialog.isVisible()
    assert not page._comparing.is_blind


def test_without_an_answer_nothing_is_asked(
    dialog: AbxDialog, asked: list[QMessageBox.ButtonRole]
) -> None:
    start(dialog)
    dialog.close()
    assert not dialog.isVisible()


# -- around it --------------------------------------------------------------------


def test_two_different_sounds_are_needed(dialog: AbxDialog) -> None:
    dialog.setup.b.setCurrentIndex(dialog.setup.b.findData(Heard.ORIGINAL))
    assert not button(dialog, "Start").isEnabled()
    assert "A and B are the same sound." in shown(dialog)


def test_loudness_is_matched_for_the_test_alone(page: PlayerPage, dialog: AbxDialog) -> None:
    assert page._choices.heard.is_matched
    dialog.close()
    assert not page._choices.heard.is_matched


def test_the_test_goes_on_after_the_end_of_the_sound(
    page: PlayerPage, dialog: AbxDialog, qtbot: QtBot
) -> None:
    start(dialog)
    with qtbot.waitSignal(page.engine.state_changed, timeout=5_000):
        page.engine.stop()
    page.engine.ended.emit()
    assert page.engine.is_active


def test_every_control_has_a_name_and_is_reached_by_tab(dialog: AbxDialog, qtbot: QtBot) -> None:
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    names = walked(dialog)
    assert {"A", "B", "Trials", "Start", "Close"} <= names
    test = start(dialog, trials=1)
    names = walked(dialog)
    assert {"Hear A", "Hear X", "Hear B", "X is A", "X is B", "Close"} <= names
    button(dialog, f"X is {test.hidden(0)}").click()
    names = walked(dialog)
    assert {"Sequence and answers", "Save the result…", "Another test", "Close"} <= names
