"""The first page and the tour: what each button makes happen, in the real window."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from road_codec import is_encoded
from road_gui.main_window import MainWindow
from road_gui.player.source import Heard
from road_gui.settings import Settings
from road_gui.theme import Theme
from road_gui.welcome.demo import DEMOS, demo_file, demo_folder
from road_gui.welcome.steps import Feature, tour_steps

PATIENCE_MS = 60_000


@pytest.fixture
def first_window(qtbot: QtBot, settings: Settings, theme: Theme) -> Iterator[MainWindow]:
    """The window as it is at the very first start."""
    made = MainWindow(settings, theme)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def click(qtbot: QtBot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_shown_at_the_first_start_only(
    qtbot: QtBot, first_window: MainWindow, settings: Settings, theme: Theme
) -> None:
    assert first_window.welcome.isVisible()
    assert first_window.commands.welcome.isChecked()
    second = MainWindow(settings, theme)
    qtbot.addWidget(second)
    second.show()
    assert second.convert.isVisible()
    second.close()


def test_it_leads_to_the_own_sounds(qtbot: QtBot, first_window: MainWindow) -> None:
    click(qtbot, first_window.welcome.convert)
    assert first_window.convert.isVisible()
    first_window.commands.welcome.trigger()
    assert first_window.welcome.isVisible()


@pytest.mark.parametrize("name", DEMOS)
def test_a_demo_is_encoded_once_and_opened(
    qtbot: QtBot, first_window: MainWindow, name: str
) -> None:
    with qtbot.waitSignal(first_window.player.opened, timeout=PATIENCE_MS) as opened:
        click(qtbot, first_window.welcome.demos[name])
    path = demo_folder() / f"{name}.road.wav"
    assert opened.args == [path]
    assert first_window.player.isVisible()
    assert is_encoded(path)
    assert path.with_name(f"{name}.flac").is_file()
    before = path.stat().st_mtime_ns
    for _ in demo_file(name, demo_folder()):
        pytest.fail("it is there already")
    assert path.stat().st_mtime_ns == before


def test_the_tour_goes_forth_and_back_and_ends(qtbot: QtBot, first_window: MainWindow) -> None:
    tour = first_window.tour
    assert tour.isHidden()
    click(qtbot, first_window.welcome.tour)
    assert tour.isVisible()
    seen = [tour.step]
    while tour.next.text() == "&Next":
        click(qtbot, tour.next)
        seen.append(tour.step)
    assert tuple(seen) == tour_steps()
    click(qtbot, tour.back)
    assert tour.step == seen[-2]
    click(qtbot, tour.next)
    click(qtbot, tour.next)
    assert tour.isHidden()
    first_window.commands.tour.trigger()
    assert tour.step == seen[0]
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert tour.isHidden()


def test_every_step_does_what_it_says(qtbot: QtBot, first_window: MainWindow) -> None:
    window, tour = first_window, first_window.tour
    tour.begin()
    with qtbot.waitSignal(window.player.opened, timeout=PATIENCE_MS):
        click(qtbot, tour.try_it)
    found = {}
    while True:
        click(qtbot, tour.try_it)
        options = window.player._choices.options()
        heard = window.player._choices.heard.heard
        times = window.player._choices.rate.choice
        found[tour.step.feature] = (heard, options, times.times if times else None)
        if tour.next.text() != "&Next":
            break
        click(qtbot, tour.next)
    assert found[Feature.PRELISTENING][0] is Heard.SEED
    assert found[Feature.OVER_CLOCKING][2] == Fraction(2)
    assert found[Feature.EXPANDING][1].bits == "24"
    assert found[Feature.STOCHASTIC][1].order == "shuffle"
    assert found[Feature.STOCHASTIC][1].passes == 0
    assert not window.player.isVisible()


def test_the_demo_sounds_are_ready_when_they_are_asked_for(
    qtbot: QtBot, first_window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: not first_window.guide.is_busy, timeout=PATIENCE_MS)
    for name in DEMOS:
        assert is_encoded(demo_folder() / f"{name}.road.wav")
    assert first_window.welcome.isVisible()
    assert first_window.player.path is None


def test_the_button_says_that_the_sound_is_not_ready_yet(
    qtbot: QtBot, first_window: MainWindow
) -> None:
    window, tour = first_window, first_window.tour
    tour.begin()
    click(qtbot, tour.try_it)
    assert tour.try_it.text() == "Getting ready…"
    with qtbot.waitSignal(window.guide.shown, timeout=PATIENCE_MS):
        pass
    assert tour.try_it.text() == tour.step.invitation


def test_two_keys_lead_through_the_tour(qtbot: QtBot, first_window: MainWindow) -> None:
    window, tour = first_window, first_window.tour
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE_MS)
    window.welcome.tour.setFocus()
    qtbot.keyClick(window.welcome.tour, Qt.Key.Key_Space)
    spectra, passes = [], window.fractal.passes
    for step in tour_steps():
        assert tour.step == step
        assert tour.try_it.hasFocus()
        with qtbot.waitSignal(window.guide.shown, timeout=PATIENCE_MS):
            qtbot.keyClick(tour.try_it, Qt.Key.Key_Space)
        spectra.append(window.player.commands.spectrum.isChecked())
        if step.feature is Feature.SELF_SIMILARITY:
            qtbot.waitUntil(lambda: passes.is_running, timeout=PATIENCE_MS)
        assert tour.next.hasFocus()
        qtbot.keyClick(tour.next, Qt.Key.Key_Space)
    assert tour.isHidden()
    # The spectrum is seen where there is something above the old limit, and then no more.
    assert spectra == [False, True, False, False, False]


def test_the_sound_grows_by_itself(qtbot: QtBot, first_window: MainWindow) -> None:
    step = next(step for step in tour_steps() if step.feature is Feature.STOCHASTIC)
    guide = first_window.guide
    guide._growing.setInterval(1)
    guide.show_step(step)
    passes, met = first_window.player._choices.passes, []
    passes.changed.connect(lambda: met.append(passes.passes))
    qtbot.waitUntil(lambda: len(met) == 5, timeout=PATIENCE_MS)
    assert met == [0, 1, 2, 3, None]  # four are the file's own
    assert not guide._growing.isActive()


def test_what_goes_wrong_is_told(
    qtbot: QtBot, first_window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: not first_window.guide.is_busy, timeout=PATIENCE_MS)
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(first_window.guide, "_folder", tmp_path / "file" / "demo")
    with qtbot.waitSignals([first_window.guide.status] * 2, timeout=PATIENCE_MS):
        first_window.guide.play_demo("piano")
    assert first_window.welcome.isVisible()


def test_everything_has_a_name(first_window: MainWindow) -> None:
    first_window.tour.begin()
    for part in (first_window.welcome, first_window.tour):
        for button in part.findChildren(QPushButton):
            assert button.accessibleName() or button.text()
        assert all(label.text() or label.pixmap() for label in part.findChildren(QLabel))
