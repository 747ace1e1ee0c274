"""The tree grown level by level equals the recursion that the format describes."""

import numpy as np
import pytest
from numpy.typing import NDArray

from road_codec.errors import ParameterError
from road_codec.fractal.analysis import Thresholds, analyse
from road_codec.fractal.geometry import Geometry
from road_codec.fractal.search.base import Ranges
from road_codec.fractal.search.plain import PlainSearch

Floats = NDArray[np.float64]
Leaf = tuple[int, int, bool, int, bool, int]

GEOMETRY = Geometry(frame_len=256, smallest_range=4, widest_range=32)


def frames_of(seed: int) -> Floats:
    """Two frames with silence, a quiet and a loud part."""
    rng = np.random.default_rng(seed)
    loudness = np.repeat([0.0, 3.0, 200.0, 9000.0], 64)
    return np.trunc(rng.normal(0, 1, (2, 256)) * np.stack((loudness, loudness[::-1])))


def recursive_leaves(frame: Floats, thresholds: Thresholds) -> list[Leaf]:
    """Follow the description word by word: silence split, then range split."""
    leaves: list[Leaf] = []

    def silence(start: int, length: int) -> None:
        block = frame[start : start + length]
        mean = sum(block) / length
        if sum((value - mean) ** 2 for value in block) / length <= thresholds.silence:
            leaves.append((start, length, False, 0, False, 0))
            return
        for half in (start, start + length // 2):
            if length // 2 > GEOMETRY.widest_range:
                silence(half, length // 2)
            else:
                ranges(half, length // 2)

    def ranges(start: int, length: int) -> None:
        one = Ranges(np.array([0]), np.array([start]), length)
        best = PlainSearch().best_maps(frame[np.newaxis], one, np.inf)
        if length == GEOMETRY.smallest_range or best.error[0] < thresholds.range_error:
            leaves.append(
                (
                    start,
                    length,
                    True,
                    int(best.domain[0]),
                    bool(best.reversed[0]),
                    int(best.scale[0]),
                )
            )
            return
        ranges(start, length // 2)
        ranges(start + length // 2, length // 2)

    silence(0, len(frame))
    return leaves


@pytest.mark.parametrize(
    "thresholds",
    [
        Thresholds(100.0, 10000.0),
        Thresholds(0.0, 1e6),
        Thresholds(5.0, 0.0),
        Thresholds(1e9, 1.0),
    ],
)
def test_levels_equal_the_recursion(thresholds: Thresholds) -> None:
    frames = frames_of(1)
    items = analyse(frames, GEOMETRY, thresholds, PlainSearch())
    for row, frame in enumerate(frames):
        mine = items.take(items.frame == row)
        found = list(
            zip(
                mine.start.tolist(),
                mine.length.tolist(),
                mine.mapped.tolist(),
                mine.domain.tolist(),
                mine.reversed.tolist(),
                mine.scale.tolist(),
                strict=True,
            )
        )
        assert found == recursive_leaves(frame, thresholds)


def test_items_cover_every_frame_without_gaps_and_know_their_means() -> None:
    frames = frames_of(2)
    items = analyse(frames, GEOMETRY, Thresholds(100.0, 10000.0), PlainSearch())
    assert np.unique(items.mapped).tolist() == [False, True]
    for row, frame in enumerate(frames):
        mine = items.take(items.frame == row)
        ends = mine.start + mine.length
        assert mine.start.tolist() == [0, *ends[:-1].tolist()]
        assert ends[-1] == len(frame)
        for start, end, mean in zip(mine.start, ends, mine.mean, strict=True):
            assert mean == pytest.approx(frame[start:end].mean())


def test_sizes_that_cannot_be_halved_are_refused() -> None:
    with pytest.raises(ParameterError, match="cannot be halved"):
        Geometry(2048, 4, 48)
    with pytest.raises(ParameterError, match="cannot be halved"):
        Geometry(64, 4, 32)
