"""What tests do with a page of the player: open files, find what is on it, play."""

from pathlib import Path

import numpy as np
import soundfile
from fake_card import FakeCard
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from road_gui.player.page import PlayerPage
from road_gui.player.state import State


def open_file(page: PlayerPage, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.opened, timeout=10_000) as opened:
        page.open_path(path)
    assert opened.args == [path]


def open_pair(page: PlayerPage, path: Path, qtbot: QtBot) -> None:
    open_file(page, path, qtbot)
    qtbot.waitUntil(lambda: radio(page, "Original").isEnabled(), timeout=10_000)


def play(page: PlayerPage, card: FakeCard, qtbot: QtBot) -> None:
    page.engine.play()
    qtbot.waitUntil(lambda: page.engine.state is State.PLAYING, timeout=5_000)
    qtbot.waitUntil(lambda: card.stream.active, timeout=5_000)


def activate(page: PlayerPage, qtbot: QtBot) -> QWidget:
    """Give the keyboard to the waveform of a page, and return it."""
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page._view.waveform.setFocus()
    return page._view.waveform


def radio(page: QWidget, text: str) -> QRadioButton:
    (found,) = (one for one in page.findChildren(QRadioButton) if one.text() == text)
    return found


def button(page: QWidget, text: str) -> QPushButton:
    found = [one for one in page.findChildren(QPushButton) if one.text() == text]
    return next((one for one in found if one.isVisible()), found[0])


def check_box(page: QWidget, text: str) -> QCheckBox:
    (found,) = (one for one in page.findChildren(QCheckBox) if one.text() == text)
    return found


def box_named(page: QWidget, name: str) -> QComboBox:
    (box,) = (box for box in page.findChildren(QComboBox) if box.accessibleName() == name)
    return box


def texts_of(box: QComboBox) -> list[str]:
    return [box.itemText(number) for number in range(box.count())]


def action(page: PlayerPage, text: str) -> QAction:
    actions = [*page.actions_for_menu(), *page.actions_for_view()]
    (found,) = (one for one in actions if one.text().replace("&", "") == text)
    return found


def shown(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def shift(path: Path, n_samples: int) -> None:
    """Let a sound begin so much later, or earlier."""
    samples, rate_hz = soundfile.read(path, dtype="int16")
    silence = np.zeros((abs(n_samples), samples.shape[1]), np.int16)
    parts = (silence, samples) if n_samples > 0 else (samples[-n_samples:], silence)
    soundfile.write(path, np.concatenate(parts), rate_hz, "PCM_16")
