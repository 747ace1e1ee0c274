"""What the callback of a sound card hands out: exact samples, and no clicks."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from road_gui.player.monitor import Monitor
from road_gui.player.passage import Passage
from road_gui.player.ring import Ring
from road_gui.player.source import Heard
from road_gui.player.tap import FADE_SECONDS, Tap

Floats = NDArray[np.float32]

RATE = 48_000
FADE = round(RATE * FADE_SECONDS)


def passage(
    frames: Floats, *, serial: int = 1, start: int = 0, joins: bool = False, complete: bool = True
) -> Passage:
    ring = Ring(max(len(frames), 1), frames.shape[1])
    ring.write(frames)
    if complete:
        ring.complete()
    return Passage(serial=serial, ring=ring, frames_per_second=RATE, start=start, joins=joins)


def take(tap: Tap, n_frames: int) -> tuple[Floats, bool]:
    out = np.full((n_frames, tap.n_channels), np.nan, np.float32)
    goes_on = tap.fill(out)
    assert np.isfinite(out).all()
    return out, goes_on


def steps_of(frames: Floats) -> float:
    """Return the greatest jump from one frame to the next; silence stands before and after."""
    framed = np.concatenate(
        [np.zeros((1, frames.shape[1])), frames, np.zeros((1, frames.shape[1]))]
    )
    return float(np.abs(np.diff(framed, axis=0)).max())


def noise(n_frames: int) -> Floats:
    return np.random.default_rng(3).uniform(-1, 1, (n_frames, 2)).astype(np.float32)


def test_a_file_is_played_exactly_from_its_beginning_to_its_end() -> None:
    sound, tap = noise(5_000), Tap(RATE, 2)
    tap.upcoming = passage(sound)
    got = []
    goes_on = True
    while goes_on:
        out, goes_on = take(tap, 417)
        got.append(out)
    played = np.concatenate(got)
    assert np.array_equal(played[:5_000], sound)
    assert not played[5_000:].any()
    assert tap.has_ended
    assert tap.n_late == 0


def test_a_place_in_the_middle_fades_in() -> None:
    tap = Tap(RATE, 2)
    tap.upcoming = passage(np.ones((2_000, 2), np.float32), start=700)
    out, _ = take(tap, 1_000)
    assert steps_of(out[:900]) == 1.0  # only at the cut of this test
    assert np.abs(np.diff(out[:, 0])).max() < 1.5 / FADE
    assert (out[FADE:] == 1.0).all()


def test_a_seek_goes_over_within_one_buffer() -> None:
    tap = Tap(RATE, 1)
    tap.upcoming = passage(np.full((5_000, 1), 0.8, np.float32))
    take(tap, 1_000)
    tap.upcoming = passage(np.full((5_000, 1), -0.6, np.float32), serial=2, start=9, joins=True)
    out, _ = take(tap, 1_000)
    assert out[0, 0] == pytest.approx(0.8, abs=0.02)
    assert np.abs(np.diff(out[:, 0])).max() < 2 * 1.4 / FADE
    assert (out[FADE:] == np.float32(-0.6)).all()
    assert tap.current is tap.upcoming


def test_the_same_sound_in_both_passages_is_not_touched() -> None:
    sound, tap = noise(6_000), Tap(RATE, 2)
    tap.upcoming = passage(sound)
    take(tap, 1_000)
    tap.upcoming = passage(sound[1_000:], serial=2, start=1_000, joins=True)
    out, _ = take(tap, 1_000)
    assert np.allclose(out, sound[1_000:2_000], atol=1e-6)


def test_a_pause_loses_no_sample_and_does_not_click() -> None:
    sound, tap = np.ones((4_000, 1), np.float32), Tap(RATE, 1)
    tap.upcoming = passage(sound)
    take(tap, 1_000)
    tap.is_pausing = True
    out, goes_on = take(tap, 1_000)
    assert not goes_on
    assert np.abs(np.diff(out[:, 0])).max() < 1.5 / FADE
    assert not out[FADE:].any()
    assert tap.n_played == 1_000

    tap.rearm()
    out, goes_on = take(tap, 1_000)
    assert goes_on
    assert out[0, 0] == 0.0
    assert (out[FADE:] == 1.0).all()


def test_a_seek_during_a_pause_lets_nothing_old_be_heard() -> None:
    tap = Tap(RATE, 1)
    tap.upcoming = passage(np.ones((4_000, 1), np.float32))
    take(tap, 1_000)
    tap.is_pausing = True
    take(tap, 1_000)
    tap.rearm()
    silence = np.zeros((4_000, 1), np.float32)
    tap.upcoming = passage(silence, serial=2, start=50, joins=True)
    assert not take(tap, 1_000)[0].any()


def test_running_dry_fades_out_and_in_again() -> None:
    tap = Tap(RATE, 1)
    late = passage(np.ones((1_500, 1), np.float32), complete=False)
    tap.upcoming = late
    take(tap, 1_000)
    out, goes_on = take(tap, 1_000)
    assert goes_on
    assert tap.n_late == 1
    assert np.abs(np.diff(out[:, 0])).max() < 1.5 / FADE
    late.ring.write(np.ones((1_000, 1), np.float32))
    out, _ = take(tap, 1_000)
    assert out[0, 0] == 0.0
    assert np.abs(np.diff(out[:, 0])).max() < 1.5 / FADE
    assert (out[FADE:] == 1.0).all()


def test_volume_reaches_its_value_smoothly_within_one_buffer() -> None:
    tap = Tap(RATE, 1)
    tap.upcoming = passage(np.ones((9_000, 1), np.float32))
    take(tap, 1_200)
    tap.volume = 0.25
    out, _ = take(tap, 1_200)
    assert np.abs(np.diff(out[:, 0])).max() < 0.002
    assert (out[1_000:] == np.float32(0.25)).all()


@pytest.mark.parametrize("n_frames", [1, 7, 104, 239, 241, 5_000])
def test_buffers_of_any_size_are_filled(n_frames: int) -> None:
    tap = Tap(RATE, 2)
    tap.upcoming = passage(noise(300))
    take(tap, n_frames)
    tap.upcoming = passage(noise(90), serial=2, start=4, joins=True)
    take(tap, n_frames)
    tap.volume = 0.1
    take(tap, n_frames)
    tap.is_pausing = True
    assert take(tap, n_frames)[1] is False


def test_a_storm_of_seeks_never_jumps() -> None:
    tap = Tap(RATE, 1)
    wave = np.sin(np.arange(40_000) * 2 * np.pi * 100 / RATE).astype(np.float32)[:, np.newaxis]
    random = np.random.default_rng(5)
    got = []
    for serial in range(1, 200):
        start = int(random.integers(0, 30_000))
        tap.upcoming = passage(wave[start : start + 6_000], serial=serial, start=start, joins=True)
        got.append(take(tap, 480)[0])
    # The wave itself moves by 0.013 a frame, a cross-fade adds 2 / FADE.
    assert np.abs(np.diff(np.concatenate(got)[:, 0])).max() < 0.013 + 2.1 / FADE


def test_seconds_are_those_of_the_sound() -> None:
    tap = Tap(RATE, 1)
    assert tap.seconds is None
    ring = Ring(2_000, 1)
    ring.write(np.zeros((2_000, 1), np.float32))
    tap.upcoming = Passage(serial=1, ring=ring, frames_per_second=RATE, start=24_000, joins=False)
    take(tap, 480)
    assert tap.seconds == pytest.approx(0.51)


LANES = (Heard.DECODED, Heard.ORIGINAL, Heard.SEED)


def lanes_of(*sounds: Floats, **settings: object) -> Passage:
    one = passage(np.concatenate(sounds, axis=1), **settings)
    return replace(one, lanes=LANES[: len(sounds)])


def test_another_lane_is_heard_in_the_next_buffer_at_the_same_frame() -> None:
    decoded, original, tap = noise(5_000), 0.5 * noise(5_000)[::-1], Tap(RATE, 2)
    tap.upcoming = lanes_of(decoded, original)
    out, _ = take(tap, 1_000)
    assert np.array_equal(out, decoded[:1_000])
    tap.heard = Heard.ORIGINAL
    out, _ = take(tap, 1_000)
    assert np.array_equal(out[FADE:], original[1_000 + FADE : 2_000])
    share = np.arange(FADE)[:, np.newaxis] / FADE
    mixed = decoded[1_000 : 1_000 + FADE] * (1 - share) + original[1_000 : 1_000 + FADE] * share
    assert np.allclose(out[:FADE], mixed, atol=1e-6)
    tap.heard = Heard.DECODED
    take(tap, 1_000)
    out, _ = take(tap, 1_000)
    assert np.array_equal(out, decoded[3_000:4_000])


def test_what_is_the_same_in_both_lanes_does_not_change_at_the_switch() -> None:
    sound, tap = noise(3_000), Tap(RATE, 2)
    tap.upcoming = lanes_of(sound, sound)
    take(tap, 1_000)
    tap.heard = Heard.ORIGINAL
    assert np.allclose(take(tap, 1_000)[0], sound[1_000:2_000], atol=1e-6)


def test_a_lane_that_is_not_there_gives_way_to_the_first() -> None:
    sound, tap = noise(3_000), Tap(RATE, 2)
    tap.heard = Heard.SEED
    tap.upcoming = lanes_of(sound, 0 * sound)
    assert np.array_equal(take(tap, 1_000)[0], sound[:1_000])


def test_gains_of_lanes_come_with_the_lanes() -> None:
    ones, tap = np.ones((9_000, 1), np.float32), Tap(RATE, 1)
    tap.gains = {Heard.ORIGINAL: 0.5}
    tap.upcoming = lanes_of(ones, ones)
    assert (take(tap, 1_000)[0] == 1.0).all()
    tap.heard = Heard.ORIGINAL
    out, _ = take(tap, 1_000)
    assert (out[FADE:] == 0.5).all()
    assert np.abs(np.diff(out[:, 0])).max() < 0.6 / FADE


def test_another_gain_of_the_lane_that_is_heard_glides() -> None:
    ones, tap = np.ones((9_000, 1), np.float32), Tap(RATE, 1)
    tap.upcoming = lanes_of(ones, ones)
    take(tap, 1_000)
    tap.gains = {LANES[0]: 0.5}
    out, _ = take(tap, 2_000)
    n_ramp = RATE // 50
    assert (out[n_ramp:] == 0.5).all()
    assert np.abs(np.diff(out[:, 0], prepend=1.0)).max() < 0.51 / n_ramp


def test_a_storm_of_lanes_never_jumps() -> None:
    wave = np.sin(np.arange(40_000) * 2 * np.pi * 100 / RATE).astype(np.float32)[:, np.newaxis]
    tap, random = Tap(RATE, 1), np.random.default_rng(6)
    tap.upcoming = lanes_of(wave, -wave, 0.1 * wave)
    got = []
    for _ in range(80):
        tap.heard = LANES[int(random.integers(0, 3))]
        got.append(take(tap, 480)[0])
    assert np.abs(np.diff(np.concatenate(got)[:, 0])).max() < 0.013 + 2.1 / FADE


def test_a_lane_chosen_during_a_pause_is_all_that_is_heard_afterwards() -> None:
    ones, tap = np.ones((9_000, 1), np.float32), Tap(RATE, 1)
    tap.upcoming = lanes_of(ones, 0 * ones)
    take(tap, 1_000)
    tap.is_pausing = True
    take(tap, 1_000)
    tap.rearm()
    tap.heard = Heard.ORIGINAL
    assert not take(tap, 1_000)[0].any()


def test_who_follows_goes_on_at_the_very_frame() -> None:
    sound, tap = noise(9_000), Tap(RATE, 2)
    tap.upcoming = passage(sound)
    take(tap, 1_000)
    other = replace(passage(-sound[400:], serial=2, start=400, joins=True), follows=True)
    take(tap, 333)  # between its making and its coming
    tap.upcoming = other
    out, _ = take(tap, 1_000)
    assert np.array_equal(out[FADE:], -sound[1_333 + FADE : 2_333])


def test_who_follows_into_a_loop_finds_its_place_in_it() -> None:
    sound, tap = noise(9_000), Tap(RATE, 2)
    rounds = np.concatenate([sound[500:1_500]] * 6)
    looped = replace(passage(rounds, start=500), loop=(500, 1_500))
    tap.upcoming = looped
    for _ in range(5):
        take(tap, 470)
    assert looped.frame == 500 + 2_350 % 1_000
    other = replace(passage(-rounds, serial=2, start=500, joins=True), loop=(500, 1_500))
    tap.upcoming = replace(other, follows=True)
    out, _ = take(tap, 1_000)
    wanted = np.concatenate([sound[850:1_500], sound[500:850]])
    assert np.array_equal(out[FADE:], -wanted[FADE:])


def test_places_in_a_loop_come_round() -> None:
    one = replace(passage(noise(10), start=48_000), loop=(96_000, 144_000))
    assert [one.seconds_at(n) for n in (-5, 0, 48_000, 95_999.0, 96_000, 168_000)] == (
        pytest.approx([1.0, 1.0, 2.0, 3.0, 2.0, 2.5], abs=1e-4)
    )
    behind = replace(passage(noise(10), start=200_000), loop=(96_000, 144_000))
    assert behind.frame_at(48_000) == 248_000


def test_the_monitor_keeps_what_was_handed_out() -> None:
    sound, tap = noise(9_000), Tap(RATE, 2)
    tap.volume = tap.gains.get(Heard.DECODED, 1.0)
    tap.upcoming = passage(sound)
    for _ in range(4):
        take(tap, 1_000)
    assert tap.monitor.n_written == 4_000
    assert np.array_equal(tap.monitor.stretch(500, 3_500), sound[500:3_500])
    assert len(tap.monitor.stretch(3_900, 5_000)) == 100
    assert len(tap.monitor.stretch(5_000, 6_000)) == 0


@pytest.mark.parametrize("n_frames", [1, 777, 2_000, 5_000])
def test_the_monitor_forgets_what_is_old(n_frames: int) -> None:
    monitor, sound = Monitor(1_000, 1), noise(40_000)[:, :1]
    for first in range(0, 20_000, n_frames):
        monitor.write(sound[first : first + n_frames])
    n = monitor.n_written
    assert np.array_equal(monitor.stretch(0, n), sound[n - 1_000 : n][-min(n, 1_000) :])


def test_after_the_last_sound_there_is_silence_until_the_card_has_played_it() -> None:
    tap, sound = Tap(RATE, 2), noise(1_000)
    tap.n_drain = 300
    tap.upcoming = passage(sound)
    heard, goes_on = take(tap, 1_200)
    assert goes_on
    assert np.array_equal(heard[:1_000], sound)
    assert tap.has_ended
    assert take(tap, 200)[1]
    heard, goes_on = take(tap, 200)
    assert not goes_on
    assert not heard.any()


def test_what_comes_during_that_silence_is_played_at_once() -> None:
    tap = Tap(RATE, 2)
    tap.n_drain = 3_000
    tap.upcoming = passage(noise(100))
    take(tap, 200)
    assert tap.has_ended
    tap.upcoming = passage(noise(2_000))
    heard, goes_on = take(tap, 500)
    assert goes_on
    assert not tap.has_ended
    assert heard[-100:].any()


def test_a_tap_begins_where_one_of_another_rate_has_ended() -> None:
    slow, fast = Tap(RATE, 2), Tap(2 * RATE, 2)
    slow.upcoming = passage(noise(5_000))
    take(slow, 1_234)
    fast.upcoming = replace(passage(noise(10_000)), follows=True, frames_per_second=2.0 * RATE)
    fast.take_over(slow)
    assert fast.upcoming.frame == 2 * 1_234
