"""Another rate while it plays: the card is opened again, and nothing of the sound is lost."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from engines import load, play, pull_until, switch
from fake_card import FakeCard, FakeStream
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions
from road_gui.player.engine import Engine
from road_gui.player.source import Heard, Listening, Reader, collect
from road_gui.player.state import State

Floats = NDArray[np.float32]

FAST = DecodeOptions(samples_per_range=8)


def samples_of(listening: Listening) -> Floats:
    reader = Reader(listening.path)
    found = collect(reader, listening, 0, 1 << 40).T
    reader.close()
    return found


def change(
    engine: Engine, card: FakeCard, qtbot: QtBot, condition: Callable[[], bool] = lambda: True
) -> FakeStream:
    """Let the first stream play on until there is another one that plays; return that."""
    first = card.streams[0]

    def step() -> bool:
        first.pull(240)
        return len(card.streams) > 1 and card.stream.active and condition()

    qtbot.waitUntil(step, timeout=10_000)
    return card.stream


def test_another_rate_goes_on_at_the_very_sample(
    engine: Engine, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    load(engine, Listening(encoded))
    engine.seek(1.0)
    play(engine, qtbot, card)
    card.stream.pull(2_000)
    tap, states = engine.tap, list[State]()
    assert tap is not None
    engine.state_changed.connect(states.append)
    switch(engine, Listening(encoded, options=FAST))
    second = change(engine, card, qtbot)
    qtbot.waitUntil(lambda: engine.tap is not tap, timeout=5_000)
    assert second.rate_hz == 44_100
    assert states == []  # it plays all the time
    place = 22_050 + tap.n_played
    assert engine.tap is not None
    assert engine.tap.upcoming is not None
    assert engine.tap.upcoming.frame == 2 * place

    # The old rate ends in a fade, the new one rises out of silence, both from the same place.
    before, after = samples_of(Listening(encoded)), samples_of(Listening(encoded, options=FAST))
    faded = [buffer for buffer in card.streams[0].heard if buffer.any()][-1]
    n_fade = round(0.005 * 22_050)
    ramp = 1 - np.arange(n_fade)[:, np.newaxis] / n_fade
    assert np.allclose(faded[:n_fade], before[place : place + n_fade] * ramp, atol=1e-6)
    assert not faded[n_fade:].any()
    n_fade = round(0.005 * 44_100)
    got, place = second.pull(2_000), 2 * place
    assert np.array_equal(got[n_fade:], after[place + n_fade : place + 2_000])
    rise = np.arange(n_fade)[:, np.newaxis] / n_fade
    assert np.allclose(got[:n_fade], after[place : place + n_fade] * rise, atol=1e-6)
    assert engine.tap is not None
    assert engine.tap.n_late == 0


def test_what_plays_plays_on_until_the_other_rate_is_decoded(
    engine: Engine, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    load(engine, Listening(encoded))
    play(engine, qtbot, card)
    first = card.stream
    switch(engine, Listening(encoded, options=FAST))
    assert first.pull(500).any() or first.pull(500).any()
    assert engine.state is State.PLAYING
    second = change(engine, card, qtbot)
    assert first.is_closed
    assert second.pull(2_000).any()


def test_a_rate_that_the_card_refuses_is_converted_at_the_same_place(
    engine: Engine, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    card.rates_hz = {22_050}
    load(engine, Listening(encoded))
    engine.seek(1.0)
    play(engine, qtbot, card)
    card.stream.pull(4_410)
    switch(engine, Listening(encoded, options=FAST))
    second = change(engine, card, qtbot, lambda: engine.state is State.PLAYING)
    assert second.rate_hz == 22_050
    assert 1.2 <= engine.seconds + 0.1 < 1.6
    assert second.pull(4_000).any()


def test_a_seek_while_the_rate_changes_goes_to_its_place(
    engine: Engine, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    load(engine, Listening(encoded))
    play(engine, qtbot, card)
    card.stream.pull(2_000)
    switch(engine, Listening(encoded, options=FAST))
    engine.seek(2.0)
    assert engine.seconds == 2.0
    second = change(engine, card, qtbot)
    expected = samples_of(Listening(encoded, options=FAST))[88_200:]
    n_fade = round(0.005 * 44_100)
    assert np.array_equal(second.pull(1_000)[n_fade:], expected[n_fade:1_000])


def test_a_pause_while_the_rate_changes_is_silent_and_keeps_the_place(
    engine: Engine, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    load(engine, Listening(encoded))
    engine.seek(1.0)
    play(engine, qtbot, card)
    card.stream.pull(2_000)
    switch(engine, Listening(encoded, options=FAST))
    engine.pause()
    card.streams[0].pull(500)
    assert engine.state is State.PAUSED
    place = engine.seconds
    assert place == pytest.approx(1.0 + 2_000 / 22_050, abs=0.03)
    engine.play()
    second = change(engine, card, qtbot, lambda: engine.state is State.PLAYING)
    assert second.rate_hz == 44_100
    assert engine.seconds == pytest.approx(place, abs=0.11)
    assert second.pull(2_000).any()


def test_rates_chosen_faster_than_they_come_end_at_the_last(
    engine: Engine, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    card.rates_hz = {22_050, 44_100, 88_200}
    load(engine, Listening(encoded))
    engine.seek(1.0)
    play(engine, qtbot, card)
    for power in (8, 16, 4, 16, 8, 4, 8):
        switch(engine, Listening(encoded, options=DecodeOptions(samples_per_range=power)))
        card.streams[0].pull(96)
    change(engine, card, qtbot, lambda: engine.tap is not None and engine.tap.rate_hz == 44_100)
    qtbot.waitUntil(lambda: card.stream.active and engine.state is State.PLAYING, timeout=5_000)
    assert card.stream.rate_hz == 44_100
    assert 0.9 < engine.seconds < 1.6
    assert card.stream.pull(4_000).any()


def test_back_at_once_leaves_the_card_as_it_is(
    engine: Engine, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    load(engine, Listening(encoded))
    play(engine, qtbot, card)
    switch(engine, Listening(encoded, options=FAST))
    switch(engine, Listening(encoded))
    assert engine.tap is not None
    pull_until(card, lambda: engine.seconds > 0.3, qtbot)
    assert engine.state is State.PLAYING
    assert card.stream.rate_hz == 22_050


def test_another_sound_is_chosen_while_the_rate_changes(
    engine: Engine, qtbot: QtBot, encoded: Path, card: FakeCard
) -> None:
    load(engine, Listening(encoded))
    engine.set_volume(0.5)
    play(engine, qtbot, card)
    switch(engine, Listening(encoded, options=FAST))
    engine.set_volume(0.0)
    engine.hear(Heard.DECODED)
    second = change(engine, card, qtbot)
    assert not second.pull(2_000).any()
