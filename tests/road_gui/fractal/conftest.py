"""The page with a real file in it, in the real window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dragging import drop
from pytestqt.qtbot import QtBot

from road_codec import codec_named, encode, finish
from road_gui.fractal.page import FractalPage
from road_gui.main_window import MainWindow

MakeSound = Callable[..., Path]
PATIENCE_MS = 20_000


@pytest.fixture
def page(
    qtbot: QtBot, window: MainWindow, encoded_sound: Path, make_sound: MakeSound
) -> FractalPage:
    """Return the page with a file of two superframes in it, its original beside it."""
    sound = make_sound("noise.wav", seconds=0.8)
    params = codec_named("road-classic").params_type(superframe=2)
    finish(encode(sound, sound.with_name("noise.road.wav"), params=params))
    window.commands.fractal.trigger()
    page = window.fractal
    with qtbot.waitSignals(
        [page.explorer.look_changed, page.explorer.survey.finished], timeout=PATIENCE_MS
    ):
        drop(window, sound.with_name("noise.road.wav"))
    # On a screen without a window manager nobody else makes the window the active one.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
    page.stage.setFocus()
    return page
