"""A function over a stream of inputs in several threads, results in order."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def ordered_map(
    function: Callable[[A], B], inputs: Iterable[A], threads: int
) -> Generator[B, None, None]:
    """Yield ``function(input)`` for every input, in order, computed in `threads` threads.

    Inputs are taken as they are needed: at most ``threads + 1`` are in work or waiting, so
    that memory stays bounded and taking the next one overlaps with the work.  Closing
    the iterator waits for what is running and drops the rest.
    """
    running: deque[Future[B]] = deque()
    pool = ThreadPoolExecutor(threads, thread_name_prefix="road-work")
    try:
        for item in inputs:
            running.append(pool.submit(function, item))
            if len(running) > threads:
                yield running.popleft().result()
        while running:
            yield running.popleft().result()
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
