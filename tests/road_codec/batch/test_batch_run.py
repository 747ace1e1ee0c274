"""Tasks side by side: each ends once, none harms the others, and stopping means stopping."""

import threading
from collections.abc import Callable
from typing import Any

import pytest

from road_codec import FormatError, Progress, Task
from road_codec.batch.run import Event, run_tasks

STEP = Progress(1, None, 8000)


def counting(steps: int) -> Callable[[], Task[int]]:
    def task() -> Task[int]:
        for _ in range(steps):
            yield STEP
        return steps

    return task


def failing(error: Exception) -> Callable[[], Task[Any]]:
    def task() -> Task[Any]:
        yield STEP
        raise error

    return task


def ends(events: list[Event]) -> dict[int, Any]:
    return {event.number: event.error or event.result for event in events if event.ended}


@pytest.mark.parametrize("at_once", [1, 2, 8])
def test_every_task_ends_once_whatever_becomes_of_the_others(at_once: int) -> None:
    errors = {1: FormatError("damaged"), 3: MemoryError(), 5: KeyError("a fault")}
    makers = [failing(errors[n]) if n in errors else counting(n) for n in range(8)]

    events = list(run_tasks(makers, at_once))

    assert len([event for event in events if event.ended]) == 8
    assert ends(events) == {n: errors.get(n, n) for n in range(8)}
    assert len([event for event in events if event.progress]) == 0 + 1 + 2 + 1 + 4 + 1 + 6 + 7


def test_a_task_that_cannot_begin_has_failed() -> None:
    def maker() -> Task[Any]:
        raise OSError("no")

    assert isinstance(ends(list(run_tasks([maker, counting(0)], 1)))[0], OSError)


def test_nothing_to_do_ends_at_once() -> None:
    assert list(run_tasks([], 4)) == []


def endless(cleaned: list[int], number: int) -> Callable[[], Task[None]]:
    def task() -> Task[None]:
        try:
            while True:
                yield STEP
        finally:
            cleaned.append(number)

    return task


def test_closing_stops_all_tasks_and_waits_for_their_cleaning_up() -> None:
    cleaned: list[int] = []
    events = run_tasks([endless(cleaned, number) for number in range(5)], 2)
    seen = {next(events).number}
    while len(seen) < 2:
        seen.add(next(events).number)

    events.close()  # type: ignore[attr-defined]

    # The other three never began.
    assert sorted(cleaned) == sorted(seen)


def test_patience_with_a_task_in_a_long_step_has_an_end() -> None:
    going_on = threading.Event()
    cleaned = threading.Event()

    def task() -> Task[None]:
        try:
            yield STEP
            going_on.wait()
            yield STEP
        finally:
            cleaned.set()

    events = run_tasks([task], 1, patience_s=0.01)
    next(events)
    events.close()  # type: ignore[attr-defined]

    assert not cleaned.is_set()
    going_on.set()
    assert cleaned.wait(10)


def test_an_error_while_stopping_does_not_keep_anybody_waiting() -> None:
    def task() -> Task[None]:
        try:
            while True:
                yield STEP
        finally:
            raise OSError("the disk is full")

    events = run_tasks([task], 1)
    next(events)
    events.close()  # type: ignore[attr-defined]
