"""Other pages are heard on the card of the player, which keeps its file, place and loop."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fake_card import FakeCard
from pages import open_file, play
from pytestqt.qtbot import QtBot

from road_gui.player.page import PlayerPage
from road_gui.player.programme import Lane, Programme
from road_gui.player.source import Heard, Listening, Reader, collect
from road_gui.player.state import State

PATIENCE_MS = 10_000
RATE = 22_050


def both(encoded: Path, original: Path) -> Programme:
    """Return an encoded file and its original, side by side."""
    lanes = []
    for path, heard in ((encoded, Heard.DECODED), (original, Heard.ORIGINAL)):
        reader, listening = Reader(path), Listening(path, heard)
        lanes.append(Lane(heard, listening, reader.format_of(listening), RATE))
        reader.close()
    return Programme(tuple(lanes))


def alone(path: Path) -> Programme:
    reader, listening = Reader(path), Listening(path)
    programme = Programme.of(listening, reader.format_of(listening))
    reader.close()
    return programme


def wait_for_sound(page: PlayerPage, card: FakeCard, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.aside.engine.state is State.PLAYING, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: card.stream.active, timeout=PATIENCE_MS)


def pull_until(card: FakeCard, qtbot: QtBot, condition: Callable[[], bool]) -> None:
    def step() -> bool:
        card.stream.pull(1_000)
        return condition()

    qtbot.waitUntil(step, timeout=PATIENCE_MS)


def test_a_stretch_is_heard_and_the_player_stays_as_it_was(
    page: PlayerPage, card: FakeCard, qtbot: QtBot, encoded: Path, sounds: Path
) -> None:
    open_file(page, encoded, qtbot)
    page.loop.set_stretch(0.25, 2.0)
    page.engine.seek(0.75)
    page._choices.passes.choose(0)
    play(page, card, qtbot)
    first = card.stream
    places: list[float] = []
    page.aside.moved.connect(places.append)
    with qtbot.assertNotEmitted(page.opened):
        page.aside.play_file(sounds / "tune.wav", 1.0, 1.5)
        wait_for_sound(page, card, qtbot)
    assert first.is_closed  # one card, one sound
    assert page.engine.state is State.STOPPED
    assert page.aside.path == sounds / "tune.wav"
    with qtbot.waitSignal(page.aside.ended, timeout=PATIENCE_MS):
        pull_until(card, qtbot, lambda: not page.aside.is_on)
    assert places[0] >= 1.0 - 0.2  # what is heard is behind by the latency
    assert places[-1] == 1.5
    qtbot.waitUntil(lambda: card.stream.is_closed, timeout=PATIENCE_MS)
    assert page.path == encoded
    assert page.engine.seconds == pytest.approx(0.75, abs=0.3)
    assert page.engine.loop == (0.25, 2.0)
    play(page, card, qtbot)
    assert page.engine.seconds == pytest.approx(0.75, abs=0.3)


def test_what_is_chosen_in_the_player_is_not_heard_aside(
    page: PlayerPage, card: FakeCard, qtbot: QtBot, encoded: Path
) -> None:
    open_file(page, encoded, qtbot)
    page._choices.passes.choose(0)
    page._choices.heard.hear(Heard.SEED)
    page.set_volume(1.0)
    page.loop.set_stretch(0.5, 0.6)
    page.aside.play(alone(encoded), 0.0)
    wait_for_sound(page, card, qtbot)
    pull_until(card, qtbot, lambda: page.aside.engine.seconds > 1.0)
    heard = np.concatenate(card.stream.heard)
    reader = Reader(encoded)
    plain = collect(reader, Listening(encoded), 0, RATE).T
    reader.close()
    start = int(np.flatnonzero(heard.any(axis=1))[0])
    begin = int(np.flatnonzero(plain.any(axis=1))[0])
    n = RATE - begin
    assert np.array_equal(heard[start : start + n], plain[begin:])


def test_the_original_and_the_error_are_heard_at_the_same_instant(
    page: PlayerPage, card: FakeCard, qtbot: QtBot, encoded: Path, sounds: Path
) -> None:
    aside = page.aside
    told: list[Heard] = []
    aside.heard_changed.connect(told.append)
    aside.play(both(encoded, sounds / "tune.wav"), 0.5, heard=Heard.ORIGINAL)
    wait_for_sound(page, card, qtbot)
    pull_until(card, qtbot, lambda: aside.engine.seconds > 0.7)
    stream, before = card.stream, aside.engine.seconds
    aside.hear(Heard.ERROR)
    stream.pull(1_000)
    error = stream.pull(1_000)
    assert np.abs(error).max() < 0.05
    assert error.any()
    aside.hear(Heard.DECODED)
    stream.pull(1_000)
    assert np.abs(stream.pull(1_000)).max() > 0.2
    assert told == [Heard.ORIGINAL, Heard.ERROR, Heard.DECODED]
    assert card.stream is stream
    assert aside.engine.seconds == pytest.approx(before + 4_000 / RATE, abs=0.05)
    # Another place of the same programme is gone to without a new beginning.
    aside.play(both(encoded, sounds / "tune.wav"), 2.0, heard=Heard.DECODED)
    pull_until(card, qtbot, lambda: aside.engine.seconds > 2.0)
    assert card.stream is stream


def test_a_stretch_is_repeated(
    page: PlayerPage, card: FakeCard, qtbot: QtBot, encoded: Path
) -> None:
    aside, places = page.aside, list[float]()
    aside.moved.connect(places.append)
    aside.play(alone(encoded), 1.0, 1.5, loops=True)
    wait_for_sound(page, card, qtbot)
    pull_until(card, qtbot, lambda: sum(np.diff(places) < -0.1) > 2)
    assert max(places) <= 1.5
    assert aside.is_on
    # Once, it ends where it should.
    with qtbot.waitSignal(aside.ended, timeout=PATIENCE_MS):
        aside.play(alone(encoded), 1.0, 1.5)
        pull_until(card, qtbot, lambda: not aside.is_on)
    assert places[-1] == 1.5


def test_when_the_player_plays_it_is_over(
    page: PlayerPage, card: FakeCard, qtbot: QtBot, encoded: Path, sounds: Path
) -> None:
    open_file(page, encoded, qtbot)
    page.aside.play_file(sounds / "tune.wav", 1.0)
    wait_for_sound(page, card, qtbot)
    with qtbot.waitSignal(page.aside.ended):
        page.engine.play()
    qtbot.waitUntil(lambda: page.engine.state is State.PLAYING, timeout=PATIENCE_MS)
    pull_until(card, qtbot, lambda: page.engine.seconds > 0.5)
    assert page.aside.engine.state is State.STOPPED
    page.aside.play(alone(sounds / "tune.wav"), 1.0)
    assert page.engine.state is State.STOPPED  # nor does the player go on meanwhile
    wait_for_sound(page, card, qtbot)
    # Another file does not take the card from who plays aside either.
    stream = card.stream
    open_file(page, sounds / "tune.wav", qtbot)
    pull_until(card, qtbot, lambda: page.aside.engine.seconds > 1.5)
    assert card.stream is stream
    assert not stream.is_closed


def test_the_player_goes_on_with_the_same_file_and_ends_another(
    page: PlayerPage, card: FakeCard, qtbot: QtBot, encoded: Path, sounds: Path
) -> None:
    open_file(page, encoded, qtbot)
    page.aside.play(both(encoded, sounds / "tune.wav"), 1.0, 1.5, heard=Heard.DECODED)
    wait_for_sound(page, card, qtbot)
    pull_until(card, qtbot, lambda: page.aside.engine.seconds > 1.2)
    with qtbot.waitSignal(page.aside.ended):
        page.aside.hand_over(page.path)
    qtbot.waitUntil(lambda: page.engine.state is State.PLAYING, timeout=PATIENCE_MS)
    assert 1.2 < page.engine.seconds < 1.5
    pull_until(card, qtbot, lambda: page.engine.seconds > 1.7)  # beyond the end of the stretch
    page.aside.play_file(sounds / "tune.wav", 1.0)
    wait_for_sound(page, card, qtbot)
    place = page.engine.seconds
    page.aside.hand_over(page.path)
    assert not page.aside.is_on
    assert (page.engine.state, page.engine.seconds) == (State.STOPPED, place)


def test_without_a_sound_card_it_is_told_and_over(
    page: PlayerPage, qtbot: QtBot, encoded: Path
) -> None:
    with qtbot.waitSignals([page.aside.ended, page.status], timeout=PATIENCE_MS):
        page.aside.play_file(encoded, 0.0)
    assert not page.aside.is_on


def test_what_cannot_be_opened_is_told_and_over(
    page: PlayerPage, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignals([page.aside.ended, page.status], timeout=PATIENCE_MS):
        page.aside.play_file(tmp_path / "missing.wav", 0.0)
    assert not page.aside.is_on
