"""Maps are iterated in the arithmetic of the format, in any order, at any rate."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from road_codec.errors import ParameterError
from road_codec.fractal.analysis import Thresholds, analyse
from road_codec.fractal.geometry import Geometry
from road_codec.fractal.items import Items
from road_codec.fractal.order import Order, orders
from road_codec.fractal.search.cpu import CpuSearch
from road_codec.fractal.synthesis import synthesise

Floats = NDArray[np.float64]
FRAME = 256


@pytest.fixture(scope="module")
def items() -> Items:
    rng = np.random.default_rng(7)
    smooth = np.convolve(rng.normal(0, 9000, FRAME + 8), np.ones(9) / 9, "valid")
    frames = np.trunc(np.stack((smooth, smooth[::-1])))
    return analyse(frames, Geometry(FRAME, 4, 32), Thresholds(100.0, 10000.0), CpuSearch())


def plain_synthesis(items: Items, zoom: Fraction, order: NDArray[np.int64]) -> Floats:
    """Decode sample by sample, as the description says it."""
    frames = np.zeros((2, int(FRAME * zoom)))
    for frame, start, length, mean in zip(
        items.frame, items.start, items.length, items.mean, strict=True
    ):
        frames[frame, int(start * zoom) : int((start + length) * zoom)] = mean
    for turn in order:
        for item in turn:
            if not items.mapped[item]:
                continue
            length = int(items.length[item] * zoom)
            row = frames[items.frame[item]]
            offset = int(items.domain[item] * zoom)
            pairs = [(row[offset + 2 * i] + row[offset + 2 * i + 1]) * 0.5 for i in range(length)]
            mean = sum(pairs) / length
            centred = [value - mean for value in pairs]
            if items.reversed[item]:
                centred.reverse()
            begin = int(items.start[item] * zoom)
            for i, value in enumerate(centred):
                row[begin + i] = value * (items.scale[item] / 255.0) + items.mean[item]
    return frames


@pytest.mark.parametrize("zoom", [Fraction(1, 4), Fraction(1), Fraction(3, 4), Fraction(2)])
@pytest.mark.parametrize("kind", list(Order))
def test_synthesis_follows_the_description_bit_for_bit(
    items: Items, zoom: Fraction, kind: Order
) -> None:
    order = orders(kind, len(items), 3, (1,))
    found = synthesise(items, 2, FRAME, zoom, 255.0, order)
    np.testing.assert_array_equal(found, plain_synthesis(items, zoom, order))


def test_no_pass_leaves_the_steps_of_the_seed(items: Items) -> None:
    found = synthesise(
        items, 2, FRAME, Fraction(1), 255.0, orders(Order.SEQUENTIAL, len(items), 0, ())
    )
    first = items.take(items.frame == 0)
    np.testing.assert_array_equal(found[0], np.repeat(first.mean, first.length))


def test_every_order_leads_to_the_same_attractor(items: Items) -> None:
    decoded = [
        synthesise(items, 2, FRAME, Fraction(1), 255.0, orders(kind, len(items), 64, (3,)))
        for kind in Order
    ]
    for other in decoded[1:]:
        np.testing.assert_allclose(other, decoded[0], atol=1.0)


def test_a_domain_beyond_its_frame_is_refused(items: Items) -> None:
    with pytest.raises(ParameterError, match="does not fit"):
        synthesise(
            items, 2, FRAME // 2, Fraction(1), 255.0, orders(Order.SEQUENTIAL, len(items), 1, ())
        )


@given(
    kind=st.sampled_from(list(Order)),
    n_items=st.integers(0, 40),
    passes=st.integers(0, 5),
    seed=st.integers(0, 2**40),
)
def test_every_pass_visits_every_item_once_and_seeds_repeat(
    kind: Order, n_items: int, passes: int, seed: int
) -> None:
    found = orders(kind, n_items, passes, (seed, 2, 3))
    assert found.shape == (passes, n_items)
    for turn in found:
        assert sorted(turn.tolist()) == list(range(n_items))
    np.testing.assert_array_equal(found, orders(kind, n_items, passes, (seed, 2, 3)))


def test_the_coin_takes_some_items_down_and_the_rest_up() -> None:
    turn = orders(Order.COIN, 100, 1, (5,))[0].tolist()
    steps = np.sign(np.diff(turn))
    change = int(np.argmax(steps > 0))
    assert (steps[:change] < 0).all()
    assert (steps[change:] > 0).all()
    assert 20 < change < 80


def test_shuffling_differs_from_pass_to_pass_and_seed_to_seed() -> None:
    first = orders(Order.SHUFFLE, 50, 2, (1,))
    assert first[0].tolist() != first[1].tolist()
    assert first[0].tolist() != orders(Order.SHUFFLE, 50, 1, (2,))[0].tolist()
