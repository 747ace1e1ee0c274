"""Several threads: how many there should be, and a function over a stream of inputs."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def usable_cores() -> int:
    """Count the processors that this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def ordered_map(
    function: Callable[[A], B], inputs: Iterable[A], threads: int
) -> Generator[B, None, None]:
    """Yield ``function(input)`` for every input, in order, computed in `threads` threads.

    What goes wrong with the inputs is raised behind the results of those before.

    Inputs are taken as they are needed: at most ``threads + 1`` are in work or waiting, so
    that memory stays bounded and taking the next one overlaps with the work.  Closing
    the iterator waits for what is running and drops the rest.
    """
    running: deque[Future[B]] = deque()
    faults: list[Exception] = []
    pool = ThreadPoolExecutor(threads, thread_name_prefix="road-work")
    try:
        for item in _until_fault(inputs, faults):
            running.append(_submit(pool, function, item))
            if len(running) > threads:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
        if faults:
            raise faults[0]
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submit(pool: ThreadPoolExecutor, function: Callable[[A], B], item: A) -> Future[B]:
    try:
        return pool.submit(function, item)
    except RuntimeError as error:
        # "can't start new thread": there is no room for its stack.
        raise MemoryError(str(error)) from None


def _until_fault(inputs: Iterable[A], faults: list[Exception]) -> Generator[A, None, None]:
    try:
        yield from inputs
    except Exception as fault:  # noqa: BLE001 - raised again by whoever asked for the inputs
        faults.append(fault)
