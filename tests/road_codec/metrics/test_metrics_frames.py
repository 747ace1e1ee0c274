"""Frames are the same whatever the blocks are."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from road_codec.errors import ParameterError
from road_codec.metrics.frames import FrameMean, Framer, level_frame_len


@given(
    cuts=st.lists(st.integers(0, 100), max_size=6),
    frame_len=st.integers(1, 40),
    hop=st.integers(1, 40),
)
@settings(max_examples=60, deadline=None)
def test_frames_start_a_hop_apart(cuts: list[int], frame_len: int, hop: int) -> None:
    hop = min(hop, frame_len)
    sound = np.arange(200.0).reshape(2, 100)
    framer = Framer(frame_len, hop)
    seen: list[np.ndarray] = []
    for start, stop in zip([0, *sorted(cuts)], [*sorted(cuts), 100], strict=True):
        seen.extend(framer.add(sound[:, start:stop], -sound[:, start:stop]))
    frames = np.concatenate(seen, axis=2)
    starts = range(0, 100 - frame_len + 1, hop)
    expected = np.stack([sound[:, start : start + frame_len] for start in starts], axis=1)
    np.testing.assert_array_equal(frames, np.stack((expected, -expected)))
    assert framer.short() is None


def test_sound_shorter_than_a_frame_is_kept() -> None:
    framer = Framer(5, 5)
    assert framer.short() is None
    sound = np.arange(8.0).reshape(2, 4)
    assert not list(framer.add(sound[:, :1], sound[:, :1]))
    assert not list(framer.add(sound[:, 1:], sound[:, 1:]))
    np.testing.assert_array_equal(framer.short(), np.stack((sound, sound))[:, :, np.newaxis])


def test_channels_may_not_change() -> None:
    framer = Framer(5, 5)
    list(framer.add(np.zeros((2, 3)), np.zeros((2, 3))))
    with pytest.raises(ParameterError, match="3 channels, 2 until now"):
        list(framer.add(np.zeros((3, 3)), np.zeros((3, 3))))


def test_mean_counts_the_values_that_the_function_returns() -> None:
    def above_two(frames: np.ndarray) -> np.ndarray:
        values = frames[0, 0, :, 0]
        return values[values > 2.0]

    mean = FrameMean(2, 2, above_two)
    sound = np.array([[1.0, 9.0, 3.0, 9.0, 6.0, 9.0, 100.0]])
    mean.add(sound[:, :2], sound[:, :2])
    assert mean.result() is None
    mean.add(sound[:, 2:], sound[:, 2:])
    assert mean.result() == 4.5


@pytest.mark.parametrize(
    ("rate_hz", "frame_len"), [(1, 1), (8000, 160), (11025, 220), (44100, 882), (48000, 960)]
)
def test_level_frames_last_20_ms(rate_hz: int, frame_len: int) -> None:
    assert level_frame_len(rate_hz) == frame_len
