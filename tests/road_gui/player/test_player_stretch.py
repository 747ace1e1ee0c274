"""A stretch of a file is played for another page, from one second to another."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fake_card import FakeCard
from pytestqt.qtbot import QtBot

from road_gui.player.page import PlayerPage
from road_gui.player.state import State
from road_gui.settings import Settings
from road_gui.theme import Theme

UseCard = Callable[[FakeCard], FakeCard]
PATIENCE_MS = 10_000


@pytest.fixture
def page(qtbot: QtBot, settings: Settings, theme: Theme) -> Iterator[PlayerPage]:
    made = PlayerPage(settings, theme)
    qtbot.addWidget(made)
    yield made
    made.close_all()


def play(page: PlayerPage, qtbot: QtBot, card: FakeCard, *wish: object) -> None:
    page.stretch.play(*wish)
    qtbot.waitUntil(lambda: page.engine.state is State.PLAYING, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: card.stream.active, timeout=PATIENCE_MS)


def test_it_is_heard_from_one_second_to_another(
    page: PlayerPage, qtbot: QtBot, use_card: UseCard, encoded: Path
) -> None:
    card = use_card(FakeCard())
    places: list[float] = []
    page.stretch.moved.connect(places.append)
    play(page, qtbot, card, encoded, 1.0, 1.5)
    ended: list[bool] = []
    page.stretch.ended.connect(lambda: ended.append(True))

    def step() -> bool:
        card.stream.pull(1_000)
        return bool(ended)

    qtbot.waitUntil(step, timeout=PATIENCE_MS)
    assert places[0] >= 1.0 - 0.2  # what is heard is behind by the latency
    assert places[-1] == 1.5
    assert page.engine.state is State.PAUSED
    # The same file once more, though nothing has to be opened.
    with qtbot.assertNotEmitted(page.stretch.open_requested):
        play(page, qtbot, card, encoded, 0.5, None)
    page.stretch.stop()
    assert page.engine.state is State.PAUSED


def test_without_a_sound_card_it_ends_at_once(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    with qtbot.waitSignal(page.stretch.ended, timeout=PATIENCE_MS):
        page.stretch.play(encoded, 0.0, None)


def test_what_cannot_be_opened_ends_too(page: PlayerPage, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(page.stretch.ended, timeout=PATIENCE_MS):
        page.stretch.play(tmp_path / "missing.wav", 0.0, None)


def test_whoever_goes_to_the_player_takes_it_over(
    page: PlayerPage, qtbot: QtBot, use_card: UseCard, encoded: Path
) -> None:
    card = use_card(FakeCard())
    play(page, qtbot, card, encoded, 1.0, 1.5)
    with qtbot.waitSignal(page.stretch.ended):
        page.stretch.let_go()
    assert page.engine.state is State.PLAYING

    def step() -> bool:
        card.stream.pull(1_000)
        return page.engine.seconds > 1.7

    with qtbot.assertNotEmitted(page.stretch.moved):
        qtbot.waitUntil(step, timeout=PATIENCE_MS)  # beyond the end of the stretch
        page.engine.seek(2.0)
    assert page.engine.state is State.PLAYING


def test_another_file_opened_meanwhile_is_left_alone(
    page: PlayerPage, qtbot: QtBot, sounds: Path, encoded: Path
) -> None:
    page.stretch.play(encoded, 1.0, None)
    with qtbot.waitSignal(page.opened, timeout=PATIENCE_MS):
        page.open_path(sounds / "tune.wav")
    assert page.engine.state is State.STOPPED
    assert page.engine.seconds == 0.0
