"""Short sounds to play, and a machine without any sound card unless a test brings one."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from fake_card import FakeCard
from pytestqt.qtbot import QtBot

from road_codec import encode, finish
from road_gui.player import output
from road_gui.player.engine import Engine
from road_gui.player.page import PlayerPage
from road_gui.settings import Settings
from road_gui.theme import Theme

RATE = 22_050


UseCard = Callable[[FakeCard], FakeCard]


@pytest.fixture(autouse=True)
def use_card(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> UseCard:
    """Return a function that plugs a fake sound card in; until it is called there is none.

    Tests that were started on a virtual sound card keep that one.
    """

    def use(card: FakeCard) -> FakeCard:
        monkeypatch.setattr(output, "load", lambda: card)
        return card

    is_virtual = "ROAD_SINK_FILE" in os.environ or request.node.get_closest_marker("realtime")
    if not is_virtual:
        use(FakeCard(n_channels=0))
    return use


@pytest.fixture(scope="session")
def sounds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a sound, ``tune.wav``, and the same encoded, ``tune.road.wav``."""
    folder = tmp_path_factory.mktemp("sounds")
    seconds = np.arange(3 * RATE) / RATE
    left = 0.5 * np.sin(2 * np.pi * 330 * seconds) + 0.1 * np.sin(2 * np.pi * 1234 * seconds)
    right = 0.4 * np.sin(2 * np.pi * 440 * seconds * (1 + 0.1 * seconds))
    soundfile.write(folder / "tune.wav", np.stack([left, right], axis=1), RATE, "PCM_16")
    finish(encode(folder / "tune.wav", folder / "tune.road.wav"))
    return folder


@pytest.fixture(scope="session")
def encoded(sounds: Path) -> Path:
    """Return three seconds of stereo at 22.05 kHz, encoded."""
    return sounds / "tune.road.wav"


@pytest.fixture
def pair(sounds: Path, tmp_path: Path) -> Path:
    """Return an encoded file beside its original, in a folder of their own."""
    for name in ("tune.wav", "tune.road.wav"):
        shutil.copy(sounds / name, tmp_path / name)
    return tmp_path / "tune.road.wav"


@pytest.fixture
def card(use_card: UseCard) -> FakeCard:
    """Plug a sound card in that takes two rates."""
    return use_card(FakeCard(rates_hz=(22_050, 44_100)))


@pytest.fixture
def page(qtbot: QtBot, settings: Settings, theme: Theme) -> Iterator[PlayerPage]:
    """Return a page that is shown; without `card` there is nothing to play on."""
    made = PlayerPage(settings, theme)
    made.addActions([*made.actions_for_menu(), *made.actions_for_view()])
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    yield made
    made.close_all()


@pytest.fixture
def engine(qapp: object, use_card: UseCard) -> Iterator[Engine]:
    """Return an engine; its threads have to end after the test."""
    engine = Engine()
    yield engine
    assert engine.close()
