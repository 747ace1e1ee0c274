"""Lanes run side by side: exact where they can be, at the same instant always, also in loops."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from numpy.typing import NDArray

from road_codec import DecodeOptions
from road_gui.player import mixing
from road_gui.player.mixing import Mixer, Readers
from road_gui.player.programme import Lane, Programme
from road_gui.player.source import Heard, Listening, Reader, collect

Floats = NDArray[np.float32]

RATE = 22_050


@pytest.fixture
def readers() -> Iterator[Readers]:
    made = Readers()
    yield made
    made.close()


def no_failure(heard: Heard, error: Exception) -> None:
    raise error


def lane(heard: Heard, path: Path, options: DecodeOptions | None = None) -> Lane:
    listening = Listening(path, heard, options or DecodeOptions())
    reader = Reader(path)
    sound = reader.format_of(listening)
    reader.close()
    rate = Fraction(RATE, 4) if heard is Heard.SEED else Fraction(sound.rate_hz)
    return Lane(heard, listening, sound, rate)


def programme(sounds: Path, options: DecodeOptions | None = None) -> Programme:
    encoded = sounds / "tune.road.wav"
    return Programme(
        (
            lane(Heard.DECODED, encoded, options),
            lane(Heard.ORIGINAL, sounds / "tune.wav"),
            lane(Heard.SEED, encoded),
        )
    )


def samples_of(one: Lane) -> Floats:
    reader = Reader(one.listening.path)
    found = collect(reader, one.listening, 0, 1 << 40).T
    reader.close()
    return np.repeat(found, 2, axis=1) if found.shape[1] == 1 else found


def mixed(mixer: Mixer, start: int = 0) -> Floats:
    return np.concatenate(list(mixer.frames(start)))


def taken(mixer: Mixer, n_frames: int, start: int, loop: tuple[int, int]) -> Floats:
    """Return the first frames of an endless loop."""
    found, n = [], 0
    frames = mixer.frames(start, loop)
    for block in frames:
        found.append(block)
        n += len(block)
        if n >= n_frames:
            break
    frames.close()
    return np.concatenate(found)[:n_frames]


def test_what_has_the_rate_of_the_card_passes_through_untouched(
    sounds: Path, readers: Readers
) -> None:
    lanes = programme(sounds)
    frames = mixed(Mixer(lanes, RATE, 2, readers, no_failure))
    decoded, original = (samples_of(one) for one in lanes.lanes[:2])
    assert lanes.heard == (Heard.DECODED, Heard.ORIGINAL, Heard.SEED, Heard.ERROR)
    assert np.array_equal(frames[:, 0:2], decoded)
    assert np.array_equal(frames[:, 2:4], original)
    assert np.array_equal(frames[:, 6:8], decoded - original)
    whole = soxr.resample(samples_of(lanes.lanes[2]), 1, 4)
    assert np.allclose(frames[:-4, 4:6], whole[: len(frames) - 4], atol=2e-6)


@pytest.mark.parametrize("rate_hz", [RATE, 2 * RATE, 48_000, 8_000])
def test_from_the_middle_it_is_what_it_is_from_the_beginning(
    sounds: Path, readers: Readers, rate_hz: int
) -> None:
    mixer = Mixer(programme(sounds), rate_hz, 2, readers, no_failure)
    whole = mixed(mixer)
    assert len(whole) == mixer.n_frames == 3 * rate_hz
    for start in (1, rate_hz + 17, 2 * rate_hz + 12_345 * rate_hz // 48_000):
        assert np.allclose(mixed(mixer, start), whole[start:], atol=3e-6)


def test_lanes_are_at_the_same_instant_whatever_their_rates(tmp_path: Path) -> None:
    # The same click in files of four rates, the last of them rounded down in the header.
    lanes = []
    for number, rate in enumerate((Fraction(48_000), Fraction(8_000), Fraction(11_025, 2))):
        sound = np.zeros(round(60 * rate))
        sound[round(50 * rate)] = 0.5
        path = tmp_path / f"{number}.wav"
        soundfile.write(path, sound, int(rate), "FLOAT")
        heard = (Heard.DECODED, Heard.ORIGINAL, Heard.SEED)[number]
        found = lane(heard, path)
        lanes.append(Lane(heard, found.listening, found.sound, rate))
    with_readers = Readers()
    mixer = Mixer(Programme(tuple(lanes)), 48_000, 1, with_readers, no_failure)
    frames = np.concatenate(list(mixer.frames(49 * 48_000)))
    with_readers.close()
    places = np.abs(frames[:, :3]).argmax(axis=0)
    assert np.abs(places - 48_000).max() <= 1


@pytest.mark.parametrize("lag", [37, -37])
@pytest.mark.parametrize("start", [0, 20, 37, 12_345])
def test_a_lane_that_begins_later_or_earlier_is_moved_by_that(
    sounds: Path, readers: Readers, lag: int, start: int
) -> None:
    decoded, original, _ = programme(sounds).lanes
    moved = replace(original, delay=Fraction(lag, RATE))
    frames = mixed(Mixer(Programme((decoded, moved)), RATE, 2, readers, no_failure), start)
    silence = np.zeros((40, 2), np.float32)
    samples = np.concatenate([silence, samples_of(original), silence])
    first = 40 + start - lag
    assert np.array_equal(frames[:, 2:4], samples[first : first + len(frames)])
    assert np.array_equal(frames[:, 0:2], samples_of(decoded)[start:])


@pytest.mark.parametrize("rate_hz", [2 * RATE, 48_000])
def test_a_delay_is_a_time_at_any_rate(sounds: Path, readers: Readers, rate_hz: int) -> None:
    decoded, original, _ = programme(sounds).lanes
    delay = Fraction(100, RATE)
    moved = Programme((decoded, replace(original, delay=delay)))
    frames = mixed(Mixer(moved, rate_hz, 2, readers, no_failure))
    plain = mixed(Mixer(Programme((decoded, original)), rate_hz, 2, readers, no_failure))
    n = round(delay * rate_hz)
    assert not frames[:n, 2:4].any()
    assert np.allclose(frames[n:, 2:4], plain[: len(plain) - n, 2:4], atol=3e-6)


def test_a_lane_that_ends_early_is_silent_and_one_that_is_longer_is_cut(
    sounds: Path, readers: Readers, tmp_path: Path
) -> None:
    for seconds in (1, 5):
        path = tmp_path / f"{seconds}.wav"
        soundfile.write(path, np.full((seconds * RATE, 2), 0.25), RATE, "FLOAT")
        lanes = Programme(
            (lane(Heard.DECODED, sounds / "tune.road.wav"), lane(Heard.ORIGINAL, path))
        )
        frames = mixed(Mixer(lanes, RATE, 2, readers, no_failure))
        assert len(frames) == 3 * RATE
        n_there = min(3, seconds) * RATE
        assert (frames[:n_there, 2:4] == 0.25).all()
        assert not frames[n_there:, 2:4].any()


def test_a_lane_that_cannot_be_read_is_silent_and_the_others_go_on(
    sounds: Path, readers: Readers, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.wav"
    soundfile.write(gone, np.zeros((3 * RATE, 2)), RATE, "PCM_16")
    lanes = Programme((lane(Heard.DECODED, sounds / "tune.road.wav"), lane(Heard.ORIGINAL, gone)))
    gone.unlink()
    lost = []
    frames = mixed(
        Mixer(lanes, RATE, 2, readers, lambda heard, error: lost.append((heard, str(error))))
    )
    assert np.array_equal(frames[:, :2], samples_of(lanes.lanes[0]))
    assert not frames[:, 2:4].any()
    ((heard, sentence),) = lost
    assert heard is Heard.ORIGINAL
    assert "gone.wav" in sentence


@pytest.mark.parametrize("is_kept", [True, False])
@pytest.mark.parametrize("loop", [(10_000, 30_000), (0, 5_000), (2_000, 2_022)])
def test_a_loop_repeats_every_sample_but_its_join(
    sounds: Path,
    readers: Readers,
    monkeypatch: pytest.MonkeyPatch,
    loop: tuple[int, int],
    is_kept: bool,
) -> None:
    if not is_kept:
        monkeypatch.setattr(mixing, "_MOST_KEPT_BYTES", 0)
    mixer = Mixer(programme(sounds), RATE, 2, readers, no_failure)
    whole = mixed(mixer)
    first, last = loop
    start = max(0, first - 700)
    frames = taken(mixer, last - start + 3 * (last - first), start, loop)
    assert _equal(frames[: first - start], whole[start:first])
    n_join = round(mixing.JOIN_SECONDS * RATE)
    exact = max(0, last - first - n_join)
    step = np.abs(np.diff(whole[:, :2], axis=0)).max()
    for number in range(4):
        at = first - start + number * (last - first)
        assert _equal(frames[at : at + exact], whole[first : first + exact])
        end = at + last - first
        if number < 3 and first >= n_join:
            # From its last frame into its first it goes as the sound does there.
            assert np.abs(frames[end - 1] - whole[first - 1]).max() < 1e-6
            if exact:
                around = frames[end - n_join - 1 : end + 1, :2]
                assert np.abs(np.diff(around, axis=0)).max() < step + 1.0 / n_join


def _equal(frames: Floats, wanted: Floats) -> bool:
    """Whether all is exact but the seed, which a resampler has been at."""
    exact = [0, 1, 2, 3, 6, 7]
    close = np.allclose(frames, wanted, atol=2e-6)
    return close and np.array_equal(frames[:, exact], wanted[:, exact])


def test_behind_its_end_a_loop_plays_no_part(sounds: Path, readers: Readers) -> None:
    mixer = Mixer(programme(sounds), RATE, 2, readers, no_failure)
    frames = np.concatenate(list(mixer.frames(60_000, (10_000, 30_000))))
    assert _equal(frames, mixed(mixer, 60_000))


def test_blocks_of_a_tiny_loop_are_not_tiny(sounds: Path, readers: Readers) -> None:
    mixer = Mixer(programme(sounds), RATE, 2, readers, no_failure)
    frames = mixer.frames(100, (100, 122))
    assert max(len(block) for block in islice(frames, 4)) > RATE // 20
    frames.close()


def test_files_that_are_not_needed_any_more_are_closed(sounds: Path, readers: Readers) -> None:
    lanes = programme(sounds)
    opened = [readers.of(one.listening) for one in lanes.lanes]
    assert readers.of(lanes.main.listening) is opened[0]
    readers.keep_only(Programme(lanes.lanes[:1]))
    assert readers.of(lanes.main.listening) is opened[0]
    assert readers.of(lanes.lanes[2].listening) is not opened[2]
