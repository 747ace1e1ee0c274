"""Several threads: results in order, faults in their place, nothing left running."""

import threading
from collections.abc import Iterator

import pytest

from road_codec.parallel import ordered_map, usable_cores


def square(number: int) -> int:
    return number * number


@pytest.mark.parametrize("threads", [1, 2, 8])
def test_results_come_in_the_order_of_the_inputs(threads: int) -> None:
    assert list(ordered_map(square, range(20), threads)) == [n * n for n in range(20)]


def test_a_fault_of_the_inputs_comes_behind_the_results_of_those_before() -> None:
    def inputs() -> Iterator[int]:
        yield from (1, 2, 3)
        raise ValueError("no more")

    results = ordered_map(square, inputs(), 2)

    assert [next(results) for _ in range(3)] == [1, 4, 9]
    with pytest.raises(ValueError, match="no more"):
        next(results)


def test_a_fault_of_the_function_comes_in_the_place_of_its_result() -> None:
    results = ordered_map(lambda number: 1 // number, [1, 0, 1], 2)

    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_inputs_are_taken_only_as_they_are_needed() -> None:
    taken: list[int] = []

    def inputs() -> Iterator[int]:
        for number in range(100):
            taken.append(number)
            yield number

    results = ordered_map(square, inputs(), 2)
    next(results)

    assert len(taken) == 3
    results.close()
    assert len(taken) == 3
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("road-work")]


def test_there_is_at_least_one_core() -> None:
    assert usable_cores() >= 1
