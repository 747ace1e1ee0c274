"""Run by `test_player_sink` in a process of its own: what is played lands in a file."""

import os
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soxr
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions
from road_gui.player.engine import Engine
from road_gui.player.programme import Lane, Programme
from road_gui.player.source import Heard, Listening, Reader, collect
from road_gui.player.state import State

Floats = NDArray[np.float32]

SINK = Path(os.environ.get("ROAD_SINK_FILE", ""))
FADE_SECONDS = 0.005


@pytest.fixture
def engine(qapp: object) -> Iterator[Engine]:
    # The sink takes everything at once: what it plays has to be there before it starts.
    engine = Engine(ahead_seconds=10, ready_seconds=10)
    yield engine
    assert engine.close()


def load(engine: Engine, listening: Listening) -> Floats:
    """Load something, and return what should be heard, shape (samples, channels)."""
    reader = Reader(listening.path)
    sound = reader.format_of(listening)
    expected = collect(reader, listening, 0, 1 << 40)
    reader.close()
    assert expected.shape[1] == sound.n_samples
    engine.load(Programme.of(listening, sound))
    return np.repeat(expected, 2, axis=0).T if len(expected) == 1 else expected.T


def play_to_the_end(engine: Engine, qtbot: QtBot) -> Floats:
    """Play on, and return what the sink got, without the silence before and after it."""
    with qtbot.waitSignal(engine.ended, timeout=10_000):
        engine.play()
    assert engine.state is State.STOPPED
    assert engine.devices.shut_down()
    got = np.fromfile(SINK, np.float32).reshape(-1, 2)
    sounding = np.flatnonzero(got.any(axis=1))
    return got[sounding[0] : sounding[-1] + 1]


def sample_of(engine: Engine) -> int:
    return round(engine.seconds / engine.sample_seconds)


def without_silence(frames: Floats) -> Floats:
    sounding = np.flatnonzero(frames.any(axis=1))
    return frames[sounding[0] : sounding[-1] + 1]


@pytest.mark.parametrize(
    "options",
    [DecodeOptions(), DecodeOptions(samples_per_range=8, bits="32", order="coin", order_seed=7)],
)
def test_decoded_samples_arrive_exactly(
    engine: Engine, qtbot: QtBot, encoded: Path, options: DecodeOptions
) -> None:
    expected = load(engine, Listening(encoded, options=options))
    assert np.array_equal(play_to_the_end(engine, qtbot), without_silence(expected))
    assert sample_of(engine) == len(expected)


def test_the_seed_is_heard_on_both_sides(engine: Engine, qtbot: QtBot, encoded: Path) -> None:
    expected = load(engine, Listening(encoded, Heard.SEED))
    assert np.array_equal(play_to_the_end(engine, qtbot), without_silence(expected))


def test_an_ordinary_sound_is_played_too(engine: Engine, qtbot: QtBot, sounds: Path) -> None:
    expected = load(engine, Listening(sounds / "tune.wav"))
    assert np.array_equal(play_to_the_end(engine, qtbot), without_silence(expected))


def test_a_seek_goes_to_the_very_sample(engine: Engine, qtbot: QtBot, encoded: Path) -> None:
    expected = load(engine, Listening(encoded))
    engine.seek(1.2345)
    start = sample_of(engine)
    assert start == round(1.2345 * 22_050)
    got = play_to_the_end(engine, qtbot)
    n_fade = round(FADE_SECONDS * 22_050)
    rest = without_silence(expected[start + n_fade :])
    assert np.array_equal(got[-len(rest) :], rest)
    # Before that it rises, from a first frame of silence.
    ramp = np.arange(1, n_fade)[:, np.newaxis] / n_fade
    assert np.allclose(got[: n_fade - 1], expected[start + 1 : start + n_fade] * ramp, atol=1e-6)


def test_a_stretch_ends_at_the_very_sample(engine: Engine, qtbot: QtBot, encoded: Path) -> None:
    expected = load(engine, Listening(encoded))
    n_fade = round(FADE_SECONDS * 22_050)
    engine.set_loop((0.5, 1.1))  # which does not count until the end of the stretch
    for first, last in ((10_000, 30_001), (10_000, 30_000), (22_050, 22_050 + n_fade + 7)):
        places: list[float] = []
        engine.moved.connect(places.append)
        engine.seek(first / 22_050, last / 22_050)
        with qtbot.waitSignal(engine.ended, timeout=10_000):
            engine.play()
        assert (engine.state, sample_of(engine)) == (State.PAUSED, last)
        assert places[-1] == last / 22_050
        engine.stop()
        assert engine.devices.shut_down()  # so that all of it is in the file
        got = np.fromfile(SINK, np.float32).reshape(-1, 2)
        got = got[: np.flatnonzero(got.any(axis=1))[-1] + 1]
        exact = expected[first + n_fade : last]
        assert np.array_equal(got[-len(exact) :], exact)
        ramp = np.arange(n_fade)[:, np.newaxis] / n_fade
        risen = got[-len(exact) - n_fade : -len(exact)]
        assert np.allclose(risen, expected[first : first + n_fade] * ramp, atol=1e-6)
        assert not got[: -len(exact) - n_fade].any()


def test_after_a_stretch_it_plays_on_to_the_end(
    engine: Engine, qtbot: QtBot, encoded: Path
) -> None:
    expected = load(engine, Listening(encoded))
    engine.seek(0.5, 1.0)
    with qtbot.waitSignal(engine.ended, timeout=10_000):
        engine.play()
    got = play_to_the_end(engine, qtbot)
    rest = without_silence(expected[22_050 + round(FADE_SECONDS * 22_050) :])
    assert np.array_equal(got[-len(rest) :], rest)


def test_after_the_end_it_begins_again(engine: Engine, qtbot: QtBot, encoded: Path) -> None:
    expected = without_silence(load(engine, Listening(encoded)))
    assert np.array_equal(play_to_the_end(engine, qtbot), expected)
    assert np.array_equal(play_to_the_end(engine, qtbot), expected)


def test_volume_is_a_factor(engine: Engine, qtbot: QtBot, encoded: Path) -> None:
    expected = load(engine, Listening(encoded))
    engine.set_volume(0.25)
    got = play_to_the_end(engine, qtbot)
    assert np.array_equal(got, without_silence(expected * np.float32(0.25)))


def test_a_rate_that_the_device_refuses_is_converted(
    engine: Engine, qtbot: QtBot, encoded: Path
) -> None:
    listening = Listening(encoded, options=DecodeOptions(samples_per_range=128))  # 705.6 kHz
    expected = load(engine, listening)
    rates = []
    engine.opened.connect(collector(rates))
    got = play_to_the_end(engine, qtbot)
    (device_rate_hz,) = (opened.tap.rate_hz for opened in rates)
    assert device_rate_hz in (44_100, 48_000)
    converted = soxr.resample(expected, 22_050 * 32, device_rate_hz)
    n = min(len(converted), len(got)) - 2_000
    shift = np.argmin(
        [np.abs(got[k : k + n] - converted[1_000 : 1_000 + n]).max() for k in range(990, 1_011)]
    )
    assert np.allclose(got[990 + shift :][:n], converted[1_000 : 1_000 + n], atol=2e-4)


def collector(into: list[object]) -> Callable[[object], None]:
    return into.append


def test_stop_goes_to_the_beginning(engine: Engine, qtbot: QtBot, encoded: Path) -> None:
    load(engine, Listening(encoded))
    engine.seek(2.0)
    with qtbot.waitSignal(engine.opened, timeout=5_000):
        engine.play()
    engine.stop()
    assert (engine.state, engine.seconds) == (State.STOPPED, 0.0)


def test_another_rendering_keeps_the_time(engine: Engine, qtbot: QtBot, encoded: Path) -> None:
    load(engine, Listening(encoded))
    engine.seek(1.0)
    faster = Listening(encoded, options=DecodeOptions(samples_per_range=8))
    reader = Reader(encoded)
    engine.switch(Programme.of(faster, reader.format_of(faster)))
    reader.close()
    assert engine.seconds == 1.0
    assert sample_of(engine) == 44_100
    expected = collect_all(faster)
    got = play_to_the_end(engine, qtbot)
    n_fade = round(FADE_SECONDS * 44_100)
    rest = without_silence(expected[44_100 + n_fade :])
    assert np.array_equal(got[-len(rest) :], rest)


def collect_all(listening: Listening) -> Floats:
    reader = Reader(listening.path)
    samples = collect(reader, listening, 0, 1 << 40)
    reader.close()
    return samples.T


def test_the_device_is_listed_and_its_rates_are_known(engine: Engine, qtbot: QtBot) -> None:
    with qtbot.waitSignal(engine.devices.listed, timeout=5_000) as listed:
        engine.devices.list_devices()
    (device,) = listed.args[0]
    assert device.is_default
    with qtbot.waitSignal(engine.devices.probed, timeout=5_000) as probed:
        engine.devices.probe("", [768_000, 44_100, 96_000])
    assert probed.args == ["", [44_100, 96_000]]
    # A device that has gone is replaced by the default one.
    with qtbot.waitSignal(engine.devices.probed, timeout=5_000) as probed:
        engine.devices.probe("headphones that were pulled out|ALSA", [44_100])
    assert probed.args[1] == [44_100]


def test_the_original_beside_an_encoded_file_arrives_exactly(
    engine: Engine, qtbot: QtBot, sounds: Path, encoded: Path
) -> None:
    decoded, original = Listening(encoded), Listening(sounds / "tune.wav", Heard.ORIGINAL)
    lanes = []
    for listening in (decoded, original):
        reader = Reader(listening.path)
        sound = reader.format_of(listening)
        lanes.append(Lane(listening.heard, listening, sound, Fraction(sound.rate_hz)))
        reader.close()
    engine.load(Programme(tuple(lanes)))
    engine.hear(Heard.ORIGINAL)
    expected = collect_all(original)
    assert np.array_equal(play_to_the_end(engine, qtbot), without_silence(expected))
    engine.hear(Heard.ERROR)
    expected = collect_all(decoded) - expected
    assert np.array_equal(play_to_the_end(engine, qtbot), without_silence(expected))
