"""What tests do with the engine of the player: load, switch, play by hand."""

from collections.abc import Callable

from fake_card import FakeCard
from pytestqt.qtbot import QtBot

from road_gui.player.engine import Engine
from road_gui.player.programme import Programme
from road_gui.player.source import Listening, Reader
from road_gui.player.state import State


def load(engine: Engine, listening: Listening) -> None:
    reader = Reader(listening.path)
    engine.load(Programme.of(listening, reader.format_of(listening)))
    reader.close()


def switch(engine: Engine, listening: Listening) -> None:
    reader = Reader(listening.path)
    engine.switch(Programme.of(listening, reader.format_of(listening)))
    reader.close()


def play(engine: Engine, qtbot: QtBot, card: FakeCard) -> None:
    engine.play()
    qtbot.waitUntil(lambda: engine.state is State.PLAYING, timeout=5_000)
    qtbot.waitUntil(lambda: card.stream.active, timeout=5_000)


def pull_until(card: FakeCard, condition: Callable[[], bool], qtbot: QtBot) -> None:
    def step() -> bool:
        card.stream.pull(480)
        return condition()

    qtbot.waitUntil(step, timeout=5_000)
