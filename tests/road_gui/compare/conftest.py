"""A short sound, what ROAD classic makes of it, and a page that shows both."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from pair_case import PATIENCE_MS, RATE
from pytestqt.qtbot import QtBot

from road_codec import encode, finish
from road_gui.compare.page import ComparePage
from road_gui.player import output
from road_gui.settings import Settings
from road_gui.theme import Theme


@pytest.fixture(autouse=True)
def no_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test of this folder makes a noise."""

    class NoCard:
        def query_devices(self, *_: object, **__: object) -> list[object]:
            return []

        query_hostapis = query_devices

    monkeypatch.setattr(output, "load", NoCard)


@pytest.fixture(scope="session")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return three seconds of stereo, silent from 1 s to 1.5 s, and the same encoded."""
    folder = tmp_path_factory.mktemp("pair")
    seconds = np.arange(3 * RATE) / RATE
    left = 0.5 * np.sin(2 * np.pi * 330 * seconds) + 0.1 * np.sin(2 * np.pi * 1234 * seconds)
    right = 0.4 * np.sin(2 * np.pi * 440 * seconds * (1 + 0.1 * seconds))
    sound = np.stack([left, right], axis=1)
    sound[RATE : RATE * 3 // 2] = 0.0
    soundfile.write(folder / "tune.wav", sound, RATE, "PCM_16")
    finish(encode(folder / "tune.wav", folder / "tune.road.wav"))
    return folder / "tune.wav", folder / "tune.road.wav"


@pytest.fixture
def page(qtbot: QtBot, settings: Settings, theme: Theme) -> Iterator[ComparePage]:
    """Return a shown page without sounds."""
    made = ComparePage(settings, theme)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    yield made
    made.close_all()


@pytest.fixture
def opened(qtbot: QtBot, page: ComparePage, pair: tuple[Path, Path]) -> ComparePage:
    """Return a page with a pair, all of which has been read and measured."""
    with qtbot.waitSignal(page.surveyed, timeout=PATIENCE_MS):
        page.open_pair(*pair)
    qtbot.waitUntil(lambda: page.survey.whole is not None, timeout=PATIENCE_MS)
    return page
