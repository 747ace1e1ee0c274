"""Short sounds to play, and a machine without any sound card unless a test brings one."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from fake_card import FakeCard

from road_codec import encode, finish
from road_gui.player import output

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
