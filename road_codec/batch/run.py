"""Several tasks side by side in threads, as one stream of events."""

import queue
import threading
import time
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import Any

from road_codec.progress import Progress, Task


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to one task.

    Attributes
    ----------
    number : int
        Which task, from 0.
    progress : Progress or None
        A step, if it is one.
    result : object
        What the task returned, if it has ended well.
    error : Exception or None
        What it raised, if it has not.
    ended : bool
        Whether this is the task's last event.
    """

    number: int
    progress: Progress | None = None
    result: Any = None
    error: Exception | None = None
    ended: bool = False


def run_tasks(
    makers: Sequence[Callable[[], Task[Any]]], at_once: int, *, patience_s: float | None = None
) -> Generator[Event, None, None]:
    """Run tasks, `at_once` of them side by side, and yield what happens.

    Closing the iterator stops all of them before their next step and waits for
    their clean-up.

    Parameters
    ----------
    makers : sequence of callables
        Each makes one task, in the thread that will run it.
    at_once : int
        At least 1.
    patience_s : float or None
        How long closing waits at most; None for as long as it takes.
    """
    events: queue.Queue[Event] = queue.Queue()
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    for number in range(len(makers)):
        waiting.put(number)
    stopping = threading.Event()

    def work() -> None:
        while not stopping.is_set():
            try:
                number = waiting.get_nowait()
            except queue.Empty:
                return
            _run_one(number, makers[number], events, stopping)

    threads = [
        threading.Thread(target=work, name=f"road-{index}", daemon=True)
        for index in range(min(at_once, len(makers)))
    ]
    for thread in threads:
        thread.start()
    left = len(makers)
    try:
        while left:
            event = events.get()
            left -= event.ended
            yield event
    finally:
        stopping.set()
        _join(threads, patience_s)


def _join(threads: Sequence[threading.Thread], patience_s: float | None) -> None:
    end = None if patience_s is None else time.monotonic() + patience_s
    for thread in threads:
        thread.join(None if end is None else max(0.0, end - time.monotonic()))


def _run_one(
    number: int,
    maker: Callable[[], Task[Any]],
    events: "queue.Queue[Event]",
    stopping: threading.Event,
) -> None:
    try:
        task = maker()
        try:
            while not stopping.is_set():
                events.put(Event(number, progress=next(task)))
        finally:
            task.close()
    except StopIteration as end:
        events.put(Event(number, result=end.value, ended=True))
    except Exception as error:  # noqa: BLE001 - nothing may leave a thread unseen
        events.put(Event(number, error=error, ended=True))
