"""What the callback of a sound card hands out: exact samples, and no clicks."""

import numpy as np
import pytest
from numpy.typing import NDArray

from road_gui.player.ring import Ring
from road_gui.player.tap import FADE_SECONDS, Passage, Tap

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
    return Passage(
        serial=serial, ring=ring, rate_hz=RATE, start=start, source_rate_hz=RATE, joins=joins
    )


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


def test_seconds_are_those_of_the_source() -> None:
    tap = Tap(RATE, 1)
    assert tap.seconds is None
    ring = Ring(2_000, 1)
    ring.write(np.zeros((2_000, 1), np.float32))
    tap.upcoming = Passage(
        serial=1, ring=ring, rate_hz=RATE, start=22_050, source_rate_hz=44_100, joins=False
    )
    take(tap, 480)
    assert tap.seconds == pytest.approx(0.51)
