"""What the engine does when sound cards, files and people behave badly."""

import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile
from engines import load, play, pull_until, switch
from fake_card import FakeCard
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions
from road_gui.player import output, rescue, watch
from road_gui.player.engine import Engine
from road_gui.player.programme import Lane, Programme
from road_gui.player.source import Heard, Listening, Reader, collect
from road_gui.player.state import State
from road_gui.player.tap import Tap
from road_gui.player.watch import Trouble, Watch

UseCard = Callable[[FakeCard], FakeCard]
Floats = NDArray[np.float32]
REAL_LOAD = output.load


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
    monkeypatch.setattr(rescue, "PATIENCE_SECONDS", 0.2)
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


def compare(engine: Engine, sounds: Path) -> list[Floats]:
    """Load the encoded tune beside its original; return what the lanes should play."""
    reader = Reader(sounds / "tune.road.wav")
    decoded = Listening(reader.path)
    seed = Listening(reader.path, Heard.SEED)
    original = Listening(sounds / "tune.wav", Heard.ORIGINAL)
    sound = Reader(original.path)
    lanes = (
        Lane(Heard.DECODED, decoded, reader.format_of(decoded), Fraction(22_050)),
        Lane(Heard.ORIGINAL, original, sound.format_of(original), Fraction(22_050)),
        Lane(Heard.SEED, seed, reader.format_of(seed), Fraction(22_050, 4)),
    )
    engine.load(Programme(lanes))
    one, other = (
        collect(reader, decoded, 0, 1 << 30).T,
        collect(sound, original, 0, 1 << 30).T,
    )
    reader.close()
    sound.close()
    return [one, other]


def heard_from(card: FakeCard, n_frames: int, qtbot: QtBot, *, piece: int = 480) -> Floats:
    """Let the card play on for so many frames, no faster than decoding is."""
    got = []
    while len(got) * piece < n_frames:
        got.append(card.stream.pull(piece))
        qtbot.wait(1)
    return np.concatenate(got)


FADE = round(0.005 * 22_050)


def test_a_switch_is_in_the_next_buffer_exact_to_the_sample_and_opens_nothing(
    engine: Engine, qtbot: QtBot, sounds: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    decoded, original = compare(engine, sounds)
    play(engine, qtbot, card)
    assert np.array_equal(heard_from(card, 4_800, qtbot), decoded[:4_800])
    engine.hear(Heard.ORIGINAL)
    out = card.stream.pull(480)
    # Wholly there 5 ms after the buffer began, at the same sample, after no silence.
    assert np.array_equal(out[FADE:], original[4_800 + FADE : 5_280])
    assert np.abs(out[:FADE] - decoded[4_800 : 4_800 + FADE]).max() < 0.2
    engine.hear(Heard.ERROR)
    out = card.stream.pull(480)
    assert np.array_equal(out[FADE:], (decoded - original)[5_280 + FADE : 5_760])
    engine.hear(Heard.DECODED)
    out = card.stream.pull(480)
    assert np.array_equal(out[FADE:], decoded[5_760 + FADE : 6_240])
    assert len(card.streams) == 1
    assert engine.tap is not None
    assert engine.tap.n_late == 0


def test_a_loop_comes_round_to_the_sample_without_a_gap(
    engine: Engine, qtbot: QtBot, sounds: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    decoded, original = compare(engine, sounds)
    engine.set_loop((1.0, 1.5))
    engine.seek(0.9)
    play(engine, qtbot, card)
    first, last, start = 22_050, 33_075, round(0.9 * 22_050)
    got = heard_from(card, 40_000, qtbot)
    assert np.array_equal(got[FADE : last - start - FADE], decoded[start + FADE : last - FADE])
    for number in (1, 2):
        at = last - start + (number - 1) * (last - first)
        assert np.array_equal(got[at : at + last - first - FADE], decoded[first : last - FADE])
    assert 1.0 <= engine.seconds < 1.5
    # Switches and seeks in it; off, it plays on to the end.
    engine.hear(Heard.ORIGINAL)
    at = engine.tap.current.frame
    out = card.stream.pull(480)
    inside = min(480, last - FADE - at)
    assert np.array_equal(out[FADE:inside], original[at + FADE : at + inside])
    engine.seek(1.25)
    pull_until(card, lambda: 1.25 < engine.seconds < 1.45, qtbot)
    engine.set_loop(None)
    pull_until(card, lambda: engine.seconds > 1.7, qtbot)
    assert engine.tap.n_late == 0


def test_a_loop_before_the_place_is_gone_to_and_one_around_it_is_not(
    engine: Engine, qtbot: QtBot, sounds: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    compare(engine, sounds)
    engine.seek(2.0)
    play(engine, qtbot, card)
    pull_until(card, lambda: engine.seconds > 2.1, qtbot)
    engine.set_loop((1.9, 2.5))
    assert engine.seconds > 2.1
    engine.set_loop((0.5, 1.0))
    assert engine.seconds == 0.5
    pull_until(card, lambda: 0.55 < engine.seconds < 1.0, qtbot)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [((1.0, 0.5), (0.5, 1.0)), ((2.5, 9.0), (2.5, 3.0)), ((-1.0, 1.0), (0.0, 1.0)),
     ((1.0, 1.0), None), ((3.5, 4.0), None)],
)  # fmt: skip
def test_a_loop_stays_in_the_sound(
    engine: Engine, sounds: Path, wanted: tuple[float, float], kept: tuple[float, float] | None
) -> None:
    compare(engine, sounds)
    engine.set_loop(wanted)
    assert engine.loop == kept
    load(engine, Listening(sounds / "tune.wav"))
    assert engine.loop is None


def test_passes_change_without_a_gap_and_at_the_very_sample(
    engine: Engine, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    load(engine, Listening(encoded))
    play(engine, qtbot, card)
    card.stream.pull(480)
    for passes in (0, 1, 8, 2):
        steps = Listening(encoded, options=DecodeOptions(passes=passes))
        reader = Reader(encoded)
        expected = collect(reader, steps, 0, 1 << 30).T
        reader.close()
        switch(engine, steps)
        tap = engine.tap
        assert tap is not None
        qtbot.waitUntil(lambda: tap.upcoming is not tap.current, timeout=5_000)  # noqa: B023
        at = tap.current.frame
        out = card.stream.pull(480)
        assert np.array_equal(out[FADE:], expected[at + FADE : at + 480])
        assert tap.n_late == 0
    assert len(card.streams) == 1


def test_an_original_that_vanishes_gives_way_to_the_decoded_sound(
    engine: Engine, qtbot: QtBot, sounds: Path, use_card: UseCard, tmp_path: Path
) -> None:
    card = use_card(FakeCard())
    copy = tmp_path / "copy.wav"
    copy.write_bytes((sounds / "tune.wav").read_bytes())
    reader, sound = Reader(sounds / "tune.road.wav"), Reader(copy)
    lanes = tuple(
        Lane(heard, one, found.format_of(one), Fraction(22_050))
        for heard, one, found in (
            (Heard.DECODED, Listening(reader.path), reader),
            (Heard.ORIGINAL, Listening(copy, Heard.ORIGINAL), sound),
        )
    )
    decoded = collect(reader, lanes[0].listening, 0, 1 << 30).T
    reader.close()
    sound.close()
    engine.load(Programme(lanes))
    engine.hear(Heard.ERROR)
    copy.unlink()
    with qtbot.waitSignal(engine.noticed, timeout=5_000) as noticed:
        play(engine, qtbot, card)
    assert "copy.wav" in noticed.args[0]
    assert engine.heard is Heard.DECODED
    assert engine.state is State.PLAYING
    heard_from(card, 480, qtbot)
    assert np.array_equal(card.stream.pull(480), decoded[480:960])
    # What is gone is not heard when it is asked for either.
    engine.hear(Heard.ORIGINAL)
    assert engine.heard is Heard.DECODED


def test_a_storm_of_everything_ends_where_it_should(
    engine: Engine, qtbot: QtBot, sounds: Path, use_card: UseCard
) -> None:
    card = use_card(FakeCard())
    _, original = compare(engine, sounds)
    play(engine, qtbot, card)
    random = np.random.default_rng(4)
    for _ in range(60):
        place = float(random.uniform(0, 2.5))
        step = int(random.integers(0, 4))
        if step == 0:
            engine.seek(place)
        elif step == 1:
            engine.set_loop((place, place + float(random.choice([0.001, 0.02, 0.4]))))
        elif step == 2:
            engine.set_loop(None)
        else:
            engine.hear(list(Heard)[int(random.integers(0, 4))])
        card.stream.pull(int(random.integers(1, 900)))
    engine.set_loop(None)
    engine.hear(Heard.ORIGINAL)
    engine.seek(1.0)
    pull_until(card, lambda: 1.0 < engine.seconds < 1.3, qtbot)
    assert engine.state is State.PLAYING
    at = engine.tap.current.frame
    assert np.array_equal(card.stream.pull(300), original[at : at + 300])


def test_a_device_that_runs_dry_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    tap, observer = Tap(48_000, 2), Watch()
    assert observer.look(tap, 0.0) is Trouble.NONE
    for n_more, found in ((1, Trouble.NONE), (5, Trouble.STARVED), (0, Trouble.NONE)):
        tap.n_underflows += n_more
        now += 1.5
        tap.beat = now
        assert observer.look(tap, 0.0) is found
