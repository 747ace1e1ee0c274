"""Both back ends choose the same maps, whatever the sound."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from road_codec.errors import ParameterError
from road_codec.fractal.search import make_search
from road_codec.fractal.search.base import Maps, Ranges
from road_codec.fractal.search.cpu import CpuSearch
from road_codec.fractal.search.plain import PlainSearch
from road_codec.parallel import ordered_map

Floats = NDArray[np.float64]
FRAME = 256


def all_ranges(n_frames: int, length: int, frame_len: int = FRAME) -> Ranges:
    each = frame_len // length
    return Ranges(
        np.repeat(np.arange(n_frames), each), np.tile(np.arange(each) * length, n_frames), length
    )


def assert_same(first: Maps, second: Maps) -> None:
    for name in ("domain", "reversed", "scale", "error"):
        np.testing.assert_array_equal(getattr(first, name), getattr(second, name), err_msg=name)


def compare(frames: Floats, length: int, limit: float = np.inf) -> Maps:
    ranges = all_ranges(len(frames), length, frames.shape[1])
    found = CpuSearch().best_maps(frames, ranges, limit)
    assert_same(PlainSearch().best_maps(frames, ranges, limit), found)
    return found


def noise(rng: np.random.Generator) -> Floats:
    return np.trunc(rng.normal(0, 8000, FRAME))


def tiny_noise(rng: np.random.Generator) -> Floats:
    return np.trunc(rng.normal(0, 1.2, FRAME))


def square(rng: np.random.Generator) -> Floats:
    return np.where(np.arange(FRAME) // 8 % 2, 32767.0, -32768.0)


def ramp(rng: np.random.Generator) -> Floats:
    return np.arange(FRAME) * 100.0 - 10000


def silence_then_tone(rng: np.random.Generator) -> Floats:
    tone = np.trunc(20000 * np.sin(np.arange(FRAME) * 0.3))
    return np.where(np.arange(FRAME) < FRAME // 2, 0.0, tone)


def halves(rng: np.random.Generator) -> Floats:
    return np.trunc(rng.normal(0, 300, FRAME)) + 0.5


def click(rng: np.random.Generator) -> Floats:
    frame = np.zeros(FRAME)
    frame[rng.integers(FRAME)] = 30000.0
    return frame


def constant(rng: np.random.Generator) -> Floats:
    return np.full(FRAME, 1234.5)


def wide(rng: np.random.Generator) -> Floats:
    return np.trunc(rng.normal(0, 2.0**29, FRAME))


def wide_on_direct_current(rng: np.random.Generator) -> Floats:
    return 2.0**30 + np.trunc(rng.normal(0, 3, FRAME))


def wide_and_quiet(rng: np.random.Generator) -> Floats:
    loud = np.trunc(rng.normal(0, 2.0**29, FRAME))
    return np.where(np.arange(FRAME) % 64 < 32, loud, np.trunc(rng.normal(0, 4, FRAME)) + 1000.0)


def wide_constant(rng: np.random.Generator) -> Floats:
    return np.where(np.arange(FRAME) < 100, 123456789.0, np.trunc(rng.normal(0, 2.0**28, FRAME)))


KINDS = [
    noise,
    tiny_noise,
    square,
    ramp,
    silence_then_tone,
    halves,
    click,
    constant,
    wide,
    wide_on_direct_current,
    wide_and_quiet,
    wide_constant,
]


@pytest.mark.parametrize("length", [4, 8, 16, 32])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("limit", [np.inf, 10000.0])
def test_back_ends_agree(
    kind: Callable[[np.random.Generator], Floats], length: int, limit: float
) -> None:
    rng = np.random.default_rng(length)
    compare(np.stack([kind(rng), kind(rng)]), length, limit)


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(st.integers(-32768, 32767), min_size=64, max_size=64),
    length=st.sampled_from([4, 8, 16]),
)
def test_back_ends_agree_on_any_integers(values: list[int], length: int) -> None:
    compare(np.array([values], np.float64), length)


@settings(max_examples=60, deadline=None)
@given(
    values=st.lists(st.sampled_from([-3, 0, 0, 1, 5]), min_size=64, max_size=64),
    length=st.sampled_from([4, 8, 16]),
)
def test_back_ends_agree_where_many_domains_tie(values: list[int], length: int) -> None:
    compare(np.array([values], np.float64), length)


def test_threads_change_nothing() -> None:
    rng = np.random.default_rng(3)
    frames = np.stack([noise(rng) for _ in range(6)])
    search, ranges = CpuSearch(), all_ranges(1, 8)

    def one(frame: Floats) -> Maps:
        return search.best_maps(frame[np.newaxis], ranges, np.inf)

    for alone, among_others in zip(map(one, frames), ordered_map(one, frames, 3), strict=True):
        assert_same(alone, among_others)


def test_a_copied_piece_is_found_where_it_was_copied_from() -> None:
    rng = np.random.default_rng(4)
    frame = noise(rng)
    source = frame[100:132]
    frame[0:16] = np.trunc(0.5 * (source[::2] + source[1::2]) * 0.5)
    found = compare(frame[np.newaxis], 16)
    assert (found.domain[0], bool(found.reversed[0])) == (100, False)
    assert found.scale[0] == pytest.approx(127, abs=1)


def test_a_mirrored_piece_is_found_backwards_with_a_negative_scale() -> None:
    rng = np.random.default_rng(5)
    frame = noise(rng)
    source = frame[100:132]
    frame[0:16] = np.trunc(-0.5 * (source[::2] + source[1::2])[::-1] * 0.5)
    found = compare(frame[np.newaxis], 16)
    assert (found.domain[0], bool(found.reversed[0])) == (100, True)
    assert found.scale[0] == pytest.approx(-127, abs=1)


def test_the_first_of_equal_domains_wins() -> None:
    frame = np.tile(np.trunc(9000 * np.sin(np.arange(32) * 0.4)), 8)
    found = compare(frame[np.newaxis], 8)
    assert (found.domain < 32).all()


def test_nothing_is_found_in_silence_or_below_an_impossible_limit() -> None:
    silent = np.zeros((1, FRAME))
    assert np.isinf(compare(silent, 4).error).all()
    rng = np.random.default_rng(6)
    assert np.isinf(compare(noise(rng)[np.newaxis], 8, limit=0.0).error).all()


def test_an_unknown_back_end_is_refused_by_name() -> None:
    with pytest.raises(ParameterError, match="'quantum', must be one of auto, cpu, gpu, plain"):
        make_search("quantum", 64)
