"""Playing against the clock, on a virtual sound card that keeps time."""

import os
import time
import tracemalloc
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import soundfile
from engines import load, switch
from numpy.typing import NDArray
from pytestqt.qtbot import QtBot

from road_codec import DecodeOptions, encode, finish
from road_gui.player.engine import Engine
from road_gui.player.output import OutputStream
from road_gui.player.programme import Lane, Programme
from road_gui.player.source import Heard, Listening, Reader, collect
from road_gui.player.state import State
from road_gui.player.tap import Tap

pytestmark = [
    pytest.mark.realtime,
    pytest.mark.skipif(
        "PULSE_RUNTIME_PATH" not in os.environ,
        reason="needs the paced sound card of tests/tools/virtual_sink.sh",
    ),
]

RATE = 48_000
_MOST_STORMS = 3
Floats = NDArray[np.float32]


@pytest.fixture(scope="module")
def tone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return eight seconds of a slow sweep at 48 kHz, encoded."""
    folder = tmp_path_factory.mktemp("tone")
    seconds = np.arange(8 * RATE) / RATE
    sweep = 0.5 * np.sin(2 * np.pi * (100 + 20 * seconds) * seconds)
    soundfile.write(folder / "tone.wav", np.stack([sweep, -sweep], axis=1), RATE, "PCM_16")
    finish(encode(folder / "tone.wav", folder / "tone.road.wav"))
    return folder / "tone.road.wav"


def start(engine: Engine, qtbot: QtBot) -> None:
    engine.play()
    began = engine.seconds
    qtbot.waitUntil(lambda: engine.seconds > began, timeout=8_000)


def recording() -> Floats:
    raw = Path(os.environ["ROAD_SINK_RECORDING"]).read_bytes()
    return np.frombuffer(raw[: len(raw) // 8 * 8], np.float32).reshape(-1, 2)


def test_three_seconds_take_three_seconds_without_a_gap(
    engine: Engine, qtbot: QtBot, tone: Path
) -> None:
    load(engine, Listening(tone))
    before = len(recording())
    start(engine, qtbot)
    began, place = time.monotonic(), engine.seconds
    qtbot.wait(3_000)
    assert engine.seconds - place == pytest.approx(time.monotonic() - began, abs=0.12)
    tap = engine.tap
    assert tap is not None
    assert (tap.n_underflows, tap.n_late) == (0, 0)
    engine.stop()

    reader = Reader(tone)
    expected = collect(reader, Listening(tone), RATE // 2, 2 * RATE).T
    reader.close()
    qtbot.waitUntil(lambda: _is_in(expected, recording()[before:]), timeout=5_000)


def _is_in(expected: Floats, heard: Floats) -> bool:
    """Whether a stretch was recorded, sample for sample."""
    starts = np.flatnonzero((heard == expected[0]).all(axis=1))
    return any(np.array_equal(heard[at : at + len(expected)], expected) for at in starts)


def test_pause_and_play_go_on_where_the_sound_was(engine: Engine, qtbot: QtBot, tone: Path) -> None:
    load(engine, Listening(tone))
    start(engine, qtbot)
    qtbot.wait(300)
    engine.pause()
    assert engine.state is State.PAUSED
    qtbot.wait(300)
    place = engine.seconds
    qtbot.wait(200)
    assert engine.seconds == place
    start(engine, qtbot)
    # What the device has taken before the pause is behind it in time.
    qtbot.waitUntil(lambda: engine.seconds > place, timeout=2_000)
    assert engine.seconds < place + 0.5
    # At once after each other, they leave the player playing.
    for _ in range(10):
        engine.toggle()
    assert engine.state is State.PLAYING
    place = engine.seconds
    qtbot.waitUntil(lambda: engine.seconds > place + 0.3, timeout=4_000)


def test_a_louder_volume_is_heard_within_150_ms(engine: Engine, qtbot: QtBot, tone: Path) -> None:
    engine.set_volume(0.01)
    load(engine, Listening(tone))
    start(engine, qtbot)
    qtbot.wait(500)
    assert np.abs(recording()[-RATE // 5 :]).max() < 0.02
    engine.set_volume(1.0)
    began = time.monotonic()
    qtbot.waitUntil(lambda: np.abs(recording()[-RATE // 5 :]).max() > 0.3, timeout=1_000)
    # The recorder itself is 20 ms late, and the test looks every 10 ms.
    assert time.monotonic() - began < 0.15 + 0.05


def test_bits_and_seed_are_switched_without_losing_the_time(
    engine: Engine, qtbot: QtBot, tone: Path
) -> None:
    load(engine, Listening(tone))
    start(engine, qtbot)
    renderings = [
        Listening(tone, options=DecodeOptions(bits="8")),
        Listening(tone, options=DecodeOptions(order="shuffle", order_seed=3)),
        Listening(tone, Heard.SEED),
        Listening(tone, options=DecodeOptions(samples_per_range=8)),
        Listening(tone, options=DecodeOptions(samples_per_range=64)),  # 768 kHz: is refused
        Listening(tone),
    ]
    for listening in renderings:
        before = engine.seconds
        switch(engine, listening)
        assert engine.seconds == pytest.approx(before, abs=0.15)
        qtbot.waitUntil(lambda: engine.seconds > before + 0.3, timeout=8_000)  # noqa: B023
        assert engine.seconds < before + 0.6


@pytest.mark.parametrize("n_times", [2, 1])
def test_another_rate_is_a_short_break(
    engine: Engine, qtbot: QtBot, tone: Path, n_times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From 48 to 96 kHz or from 96 to 48: the card is closed and opened again."""
    renderings = [Listening(tone), Listening(tone, options=DecodeOptions(samples_per_range=8))]
    first, second = renderings if n_times == 2 else reversed(renderings)
    ends = note_times(monkeypatch, OutputStream, "_finished")
    fills = note_times(monkeypatch, Tap, "fill")
    load(engine, first)
    engine.seek(1.0)
    start(engine, qtbot)
    qtbot.wait(600)
    place, began = engine.seconds, time.monotonic()
    with qtbot.waitSignal(engine.opened, timeout=5_000):
        switch(engine, second)
    qtbot.waitUntil(lambda: engine.seconds > place + 0.6, timeout=5_000)
    assert engine.tap is not None
    assert engine.tap.rate_hz == RATE * n_times
    late = time.monotonic() - began - (engine.seconds - place)
    broken = next(at for at in fills if at > ends[0]) - ends[0]
    engine.stop()
    # From when the card has played its last sample of the old rate to when it asks for one
    # of the new: whatever the card needs to start comes on top.
    print(f"another rate: {1000 * broken:.0f} ms of silence, {1000 * late:.0f} ms late after it")
    assert broken < 0.1
    assert abs(late) < 0.25


def note_times(monkeypatch: pytest.MonkeyPatch, owner: type, name: str) -> list[float]:
    """Return a list that grows by the time of each call of a method."""
    method, times = getattr(owner, name), list[float]()

    def noting(*arguments: object) -> object:
        times.append(time.monotonic())
        return method(*arguments)

    monkeypatch.setattr(owner, name, noting)
    return times


def test_a_storm_of_seeks_neither_clicks_nor_grows_nor_hangs(
    engine: Engine, qtbot: QtBot, tone: Path
) -> None:
    load(engine, Listening(tone))
    start(engine, qtbot)
    qtbot.wait(300)
    random = np.random.default_rng(8)
    for _ in range(_MOST_STORMS):
        before, n_underflows = len(recording()), engine.tap.n_underflows
        tracemalloc.start()
        sizes = []
        for _ in range(4):
            for _ in range(50):
                engine.seek(float(random.uniform(0, 6)))
                qtbot.wait(10)
            sizes.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        engine.seek(3.0)
        qtbot.waitUntil(lambda: 3.1 < engine.seconds < 4.0, timeout=3_000)
        assert max(sizes) < 16e6
        storm = recording()[before:]
        # A card that ran dry, the machine standing still, clicks whatever is played.
        if engine.tap.n_underflows == n_underflows:
            break
    # The sweep moves by at most 0.03 a frame, two of them being faded by 2 / 240 each.
    assert np.abs(np.diff(storm[:, 0])).max() < 0.06
    assert np.abs(storm).max() > 0.3


def test_the_end_comes_when_the_last_sample_was_heard(
    engine: Engine, qtbot: QtBot, tone: Path
) -> None:
    load(engine, Listening(tone))
    before = len(recording())
    engine.seek(7.0)
    start(engine, qtbot)
    began, place = time.monotonic(), engine.seconds
    with qtbot.waitSignal(engine.ended, timeout=6_000):
        pass
    assert time.monotonic() - began == pytest.approx(8.0 - place, abs=0.2)
    assert (engine.state, engine.seconds) == (State.STOPPED, 8.0)
    # Down to the last sample: PortAudio would drop what the card still holds.
    reader = Reader(tone)
    last = collect(reader, Listening(tone), 8 * RATE - RATE // 2, 8 * RATE).T
    reader.close()
    qtbot.waitUntil(lambda: _is_in(last, recording()[before:]), timeout=2_000)


def test_another_sound_is_heard_at_once_at_the_same_instant(
    engine: Engine, qtbot: QtBot, tone: Path
) -> None:
    original = tone.with_name("tone.wav")
    lanes = []
    for listening in (Listening(tone), Listening(original, Heard.ORIGINAL)):
        reader = Reader(listening.path)
        sound = reader.format_of(listening)
        lanes.append(Lane(listening.heard, listening, sound, Fraction(sound.rate_hz)))
        reader.close()
    engine.load(Programme(tuple(lanes)))
    # What is not the decoded sound is silent, so that the moment can be seen.
    engine.set_gains({Heard.ORIGINAL: 0.0})
    start(engine, qtbot)
    qtbot.wait(500)
    began = time.monotonic()
    engine.hear(Heard.ORIGINAL)
    qtbot.waitUntil(lambda: np.abs(recording()[-RATE // 100 :]).max() == 0.0, timeout=1_000)
    took = time.monotonic() - began
    print(f"another sound after {1000 * took:.0f} ms, the device's own latency included")
    # The fade of 5 ms, a buffer, the latency of the device, and 20 ms of the recorder.
    assert took < 0.15 + 0.05
    assert engine.tap is not None
    assert (engine.tap.n_underflows, engine.tap.n_late) == (0, 0)
    heard = recording()
    last = np.flatnonzero(np.abs(heard[:, 0]) > 0)[-1]
    fade = np.abs(heard[last - 400 : last + 1, 0])
    assert fade[:100].max() > 0.3  # full loudness 6 ms before the last sound
