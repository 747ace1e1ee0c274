"""A file without maps: what was opened is said plainly, and a copy with maps is offered."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from dragging import drop
from extrema_files import encode_extrema
from making import MemorySource, noise
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from road_codec import Progress, Task
from road_gui.fractal import copying
from road_gui.fractal.copying import copies_folder
from road_gui.fractal.page import FractalPage
from road_gui.main_window import MainWindow
from road_gui.settings import Settings
from road_gui.theme import Theme

MakeSound = Callable[..., Path]
PATIENCE_MS = 20_000


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow, encoded_sound: Path) -> FractalPage:
    """Return the page with a file of maps in it."""
    window.commands.fractal.trigger()
    with qtbot.waitSignal(window.fractal.explorer.look_changed, timeout=PATIENCE_MS):
        drop(window, encoded_sound)
    return window.fractal


def refuse(qtbot: QtBot, page: FractalPage, path: Path) -> None:
    with qtbot.waitSignal(page.explorer.refused, timeout=PATIENCE_MS):
        drop(page.window(), path)
    assert page.explorer.file is None
    assert not page.stage.isVisible()
    assert page.invitation.title_label.text() == f"{path.name} has no maps to show"


def copies() -> list[Path]:
    return sorted(copies_folder().glob("run-*/*.road.wav"))


def test_a_sound_is_encoded_for_a_look(
    qtbot: QtBot, page: FractalPage, make_sound: MakeSound, encoded_sound: Path
) -> None:
    sound = make_sound("noise.wav", seconds=0.8)
    refuse(qtbot, page, sound)
    assert "is not encoded" in page.invitation.text_label.text()
    page.window().activateWindow()
    qtbot.waitUntil(page.invitation.encode.hasFocus, timeout=PATIENCE_MS)
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        qtbot.keyClick(page.invitation.encode, Qt.Key.Key_Space)
    assert page.stage.isVisible()
    assert page.head.name.text() == "noise.wav, encoded for a look"
    assert copies() == [page.explorer.file.path]
    assert page.explorer.file.original == sound
    assert page.explorer.look.original is not None
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        drop(page.window(), encoded_sound)
    qtbot.waitUntil(lambda: copies() == [], timeout=PATIENCE_MS)


def test_a_file_of_another_codec_is_decoded_first(
    qtbot: QtBot, page: FractalPage, tmp_path: Path, make_sound: MakeSound
) -> None:
    path = tmp_path / "a.xtr"
    path.write_bytes(encode_extrema(MemorySource(noise(1, 5000)))[0])
    refuse(qtbot, page, path)
    assert "It was encoded by Extrema" in page.invitation.text_label.text()
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.invitation.encode.click()
    assert page.explorer.file.original == copies()[0].with_name("a.wav")
    misses = page.explorer.look.losses.misses
    assert misses[-1] < 0.5 * misses[0]
    # Another one right after it: of two copies the older one goes, never the new one.
    refuse(qtbot, page, make_sound("noise.wav", seconds=0.8))
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.invitation.encode.click()
    qtbot.waitUntil(lambda: len(copies()) == 1, timeout=PATIENCE_MS)
    assert copies() == [page.explorer.file.path]
    page.close_all()
    assert list(copies_folder().glob("run-*")) == []


def test_what_is_no_sound_is_not_offered(qtbot: QtBot, page: FractalPage, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words")
    refuse(qtbot, page, path)
    assert page.invitation.text_label.property("role") == "bad"
    assert page.invitation.text_label.text()
    assert not page.invitation.encode.isVisible()
    assert page.invitation.choose.isVisible()


def test_encoding_is_stopped_and_fails_in_a_sentence(
    qtbot: QtBot, page: FractalPage, make_sound: MakeSound, monkeypatch: pytest.MonkeyPatch
) -> None:
    invitation, goes_on = page.invitation, threading.Event()

    def slow(source: Path, target: Path) -> Task[None]:
        while not goes_on.wait(0.02):
            yield Progress(1, 4, 8000)

    refuse(qtbot, page, make_sound("noise.wav"))
    monkeypatch.setattr(copying, "encode", slow)
    invitation.encode.click()
    qtbot.waitUntil(lambda: "25" in invitation.text_label.text(), timeout=PATIENCE_MS)
    assert invitation.bar.isVisible()
    assert not invitation.choose.isVisible()
    page.window().activateWindow()
    qtbot.waitUntil(invitation.stop.hasFocus, timeout=PATIENCE_MS)
    qtbot.keyClick(invitation.stop, Qt.Key.Key_Space)
    assert invitation.encode.hasFocus()
    goes_on.set()
    assert invitation.text_label.text() == "Stopped: nothing was encoded"
    assert invitation.encode.isVisible()
    (copies_folder()).rename(copies_folder().with_name("gone"))
    copies_folder().write_text("in the way")
    with qtbot.waitSignal(page.copying.ended, timeout=PATIENCE_MS) as ended:
        invitation.encode.click()
    assert ended.args[0]
    assert invitation.text_label.text() == ended.args[0]


def test_what_a_crash_has_left_is_removed(qtbot: QtBot, settings: Settings, theme: Theme) -> None:
    left = copies_folder() / "run-dead"
    left.mkdir(parents=True)
    (left / "lock").touch()
    page = FractalPage(settings, theme)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: not left.exists(), timeout=PATIENCE_MS)
    page.close_all()


def test_a_copy_is_seen_where_its_sound_is_heard(
    qtbot: QtBot, page: FractalPage, make_sound: MakeSound
) -> None:
    sound = make_sound("long.wav", seconds=6.0)
    with qtbot.waitSignal(page.explorer.refused, timeout=PATIENCE_MS):
        page.open_path(sound, None, 3.0)
    with qtbot.waitSignal(page.explorer.look_changed, timeout=PATIENCE_MS):
        page.invitation.encode.click()
    length = page.explorer.file.superframe_len / 8000
    assert page.explorer.wish.superframe == int(3.0 / length) > 0
