"""What the engine does when sound cards, files and people behave badly."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from fake_card import FakeCard
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions
from road_gui.player import engine as engine_module
from road_gui.player import output, watch
from road_gui.player.engine import Engine, State
from road_gui.player.programme import Programme
from road_gui.player.source import Heard, Listening, Reader
from road_gui.player.tap import Tap
from road_gui.player.watch import Trouble, Watch

UseCard = Callable[[FakeCard], FakeCard]
REAL_LOAD = output.load


@pytest.fixture
def engine(qapp: object, use_card: UseCard) -> Iterator[Engine]:
    engine = Engine()
    yield engine
    assert engine.close()


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


def test_without_a_device_there_is_a_sentence(engine: Engine, qtbot: QtBot, encoded: Path) -> None:
    load(engine, Listening(encoded))
    engine.seek(1.5)
    with qtbot.waitSignal(engine.failed, timeout=5_000) as failed:
        engine.play()
    assert failed.args == ["No sound device was found. Everything else works."]
    assert (engine.state, engine.seconds) == (State.STOPPED, 1.5)


def test_without_portaudio_the_package_is_named(
    engine: Engine, qtbot: QtBot, encoded: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(output, "load", REAL_LOAD)
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    load(engine, Listening(encoded))
    with qtbot.waitSignal(engine.failed, timeout=5_000) as failed:
        engine.play()
    assert "libportaudio2" in failed.args[0]


def test_a_device_that_does_not_start_is_named(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    use_card(FakeCard()).refuses_to_start = True
    load(engine, Listening(encoded))
    with qtbot.waitSignal(engine.failed, timeout=5_000) as failed:
        engine.play()
    assert failed.args == ["“Card” does not play: Unanticipated host error."]
    assert engine.state is State.STOPPED


def test_a_rate_that_is_refused_gives_way_to_the_one_that_the_device_likes(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    use_card(FakeCard(rates_hz=(8_000,)))
    load(engine, Listening(encoded))
    with qtbot.waitSignal(engine.opened, timeout=5_000) as opened:
        engine.play()
    assert opened.args[0].tap.rate_hz == 8_000


def test_after_a_pulled_plug_it_plays_on_where_it_was(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    load(engine, Listening(encoded))
    engine.seek(1.0)
    play(engine, qtbot, card)
    pull_until(card, lambda: engine.seconds > 1.1, qtbot)
    with qtbot.waitSignal(engine.noticed, timeout=5_000) as noticed:
        card.stream.vanish()
    assert noticed.args == ["The sound device had stopped; playing goes on with “Card”."]
    assert card.n_looks == 1
    qtbot.waitUntil(lambda: card.stream.active, timeout=5_000)
    assert len(card.streams) == 2
    assert 1.1 < engine.seconds < 1.3
    pull_until(card, lambda: engine.seconds > 1.4, qtbot)
    # A device that does it again right away is not worth another try.
    with qtbot.waitSignal(engine.failed, timeout=5_000) as failed:
        card.stream.vanish()
    assert failed.args == ["The sound device has stopped. Play to try again."]
    assert engine.state is State.STOPPED
    assert engine.seconds > 1.4


def test_a_pulled_plug_without_another_device_stops_and_keeps_the_place(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    load(engine, Listening(encoded))
    engine.seek(1.0)
    play(engine, qtbot, card)
    pull_until(card, lambda: engine.seconds > 1.1, qtbot)
    card.n_channels = 0
    with qtbot.waitSignal(engine.failed, timeout=5_000) as failed:
        card.stream.vanish()
    assert failed.args == ["The sound device has stopped. Play to try again."]
    assert engine.state is State.STOPPED
    assert 1.1 < engine.seconds < 1.3
    card.n_channels = 2
    play(engine, qtbot, card)
    assert len(card.streams) == 2


def test_a_device_that_stays_silent_is_opened_again(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    card = use_card(FakeCard())
    monkeypatch.setattr(watch, "WAITING_SECONDS", 0.1)
    monkeypatch.setattr(engine_module, "_PATIENCE_SECONDS", 0.2)
    load(engine, Listening(encoded))
    with qtbot.waitSignal(engine.noticed, timeout=5_000):
        play(engine, qtbot, card)
    assert card.streams[0].is_closed
    pull_until(card, lambda: len(card.streams) == 2 and engine.seconds > 0.2, qtbot)


def test_a_device_that_calls_no_more_is_waited_for(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    card = use_card(FakeCard())
    monkeypatch.setattr(watch, "WAITING_SECONDS", 0.1)
    load(engine, Listening(encoded))
    with qtbot.waitSignal(engine.trouble_changed, timeout=5_000) as trouble:
        play(engine, qtbot, card)
    assert trouble.args == ["Waiting for the sound device …"]
    with qtbot.waitSignal(engine.trouble_changed, timeout=5_000) as trouble:
        card.stream.pull(480)
    assert trouble.args == [""]
    # Nobody answers, and yet it can be paused and stopped.
    engine.pause()
    assert engine.state is State.PAUSED
    engine.stop()
    assert engine.state is State.STOPPED


def test_a_device_that_hangs_while_opening_hangs_nothing_else(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    card = use_card(FakeCard())
    monkeypatch.setattr(watch, "WAITING_SECONDS", 0.1)
    card.hangs.clear()
    load(engine, Listening(encoded))
    with qtbot.waitSignal(engine.trouble_changed, timeout=5_000) as trouble:
        engine.play()
    assert trouble.args == ["Waiting for the sound device …"]
    engine.seek(0.5)
    engine.stop()
    assert engine.state is State.STOPPED
    card.hangs.set()
    play(engine, qtbot, card)
    pull_until(card, lambda: engine.seconds > 0.1, qtbot)


def test_a_file_that_breaks_while_playing_stops_with_a_sentence(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard, tmp_path: Path
) -> None:
    card = use_card(FakeCard())
    copy = tmp_path / "copy.road.wav"
    copy.write_bytes(encoded.read_bytes())
    load(engine, Listening(copy))
    copy.unlink()
    with qtbot.waitSignal(engine.failed, timeout=5_000) as failed:
        engine.play()
    assert "copy.road.wav" in failed.args[0]
    assert engine.state is State.STOPPED
    assert not any(stream.active for stream in card.streams)


def test_seeks_in_every_state_go_to_their_place(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    engine.seek(1.0)  # nothing is loaded
    assert engine.state is State.EMPTY
    load(engine, Listening(encoded))
    engine.seek(99.0)
    assert engine.seconds == 3.0
    engine.seek(-1.0)
    assert engine.seconds == 0.0
    engine.play()
    engine.seek(1.0)
    qtbot.waitUntil(lambda: engine.state is State.PLAYING, timeout=5_000)
    pull_until(card, lambda: 1.0 < engine.seconds < 1.5, qtbot)
    engine.seek(2.0)
    assert engine.seconds == 2.0
    pull_until(card, lambda: 2.0 < engine.seconds < 2.5, qtbot)
    engine.pause()
    engine.seek(0.5)
    assert engine.seconds == 0.5
    play(engine, qtbot, card)
    pull_until(card, lambda: 0.5 < engine.seconds < 1.0, qtbot)


def test_a_seek_at_the_very_end_still_plays_on(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    load(engine, Listening(encoded))
    engine.seek(2.9)
    play(engine, qtbot, card)
    # The order is on its way while the card plays out what it has.
    engine.seek(1.0)
    for _ in range(12):
        card.stream.pull(480)
    pull_until(card, lambda: 1.0 < engine.seconds < 2.0, qtbot)
    assert engine.state is State.PLAYING


def test_a_length_that_no_header_tells_is_known_after_the_end(
    engine: Engine, qtbot: QtBot, sounds: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    listening = Listening(sounds / "tune.wav")
    reader = Reader(listening.path)
    engine.load(Programme.of(listening, replace(reader.format_of(listening), n_samples=None)))
    reader.close()
    assert engine.length_seconds is None
    engine.seek(2.9)
    play(engine, qtbot, card)
    with qtbot.waitSignal(engine.ended, timeout=5_000):
        pull_until(card, lambda: not card.stream.active, qtbot)
    assert (engine.length_seconds, engine.seconds) == (3.0, 3.0)
    play(engine, qtbot, card)
    pull_until(card, lambda: 0.0 < engine.seconds < 1.0, qtbot)


def test_a_file_written_anew_is_opened_anew(
    engine: Engine, qtbot: QtBot, sounds: Path, use_card: UseCard, tmp_path: Path
) -> None:
    card = use_card(FakeCard())
    for level in (0.25, 0.5):
        soundfile.write(tmp_path / "same.wav", np.full((20_000, 2), level), 22_050, "FLOAT")
        load(engine, Listening(tmp_path / "same.wav"))
        play(engine, qtbot, card)
        assert (card.stream.pull(100) == np.float32(level)).all()


def test_other_bits_go_on_at_the_same_place(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    load(engine, Listening(encoded))
    play(engine, qtbot, card)
    pull_until(card, lambda: engine.seconds > 0.5, qtbot)
    switch(engine, Listening(encoded, options=DecodeOptions(bits="8")))
    tap = engine.tap
    assert tap is not None
    before = tap.seconds
    assert before is not None
    qtbot.waitUntil(lambda: tap.upcoming is not tap.current, timeout=5_000)
    card.stream.pull(480)
    assert tap.seconds == pytest.approx(before + 480 / 22_050, abs=1e-3)
    assert len(card.streams) == 1


def test_another_rate_opens_the_card_again(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    load(engine, Listening(encoded))
    engine.seek(1.0)
    play(engine, qtbot, card)
    switch(engine, Listening(encoded, options=DecodeOptions(samples_per_range=8)))
    qtbot.waitUntil(lambda: len(card.streams) == 2, timeout=5_000)
    qtbot.waitUntil(lambda: card.stream.active, timeout=5_000)
    assert card.streams[0].is_closed
    assert card.stream.rate_hz == 44_100
    assert engine.seconds == pytest.approx(1.0, abs=0.01)
    switch(engine, Listening(encoded, Heard.SEED))
    qtbot.waitUntil(lambda: len(card.streams) == 3, timeout=5_000)


def test_many_channels_are_mixed_into_two(
    engine: Engine, qtbot: QtBot, tmp_path: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    sound = np.zeros((2_000, 6))
    sound[:, [0, 1]] = 0.5, 0.25
    sound[:, 4] = 0.25
    soundfile.write(tmp_path / "six.wav", sound, 22_050, "FLOAT")
    load(engine, Listening(tmp_path / "six.wav"))
    play(engine, qtbot, card)
    card.stream.pull(100)
    assert np.allclose(card.stream.heard[0], [[0.25, 0.25 / 3]])


def test_underflows_are_counted(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    load(engine, Listening(encoded))
    play(engine, qtbot, card)
    card.stream.pull(100, underflow=True)
    card.stream.pull(100)
    assert engine.tap is not None
    assert engine.tap.n_underflows == 1


def test_decoding_that_is_too_slow_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    tap, observer = Tap(48_000, 2), Watch()
    assert observer.look(tap, 0.0) is Trouble.NONE
    tap.n_late += 1
    now += 1.5
    tap.beat = now
    assert observer.look(tap, 0.0) is Trouble.LATE
    now += 1.5
    tap.beat = now
    assert observer.look(tap, 0.0) is Trouble.NONE
    assert observer.look(None, 2.0) is Trouble.WAITING
