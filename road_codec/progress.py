"""How long work tells its caller where it is."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a long task.

    Attributes
    ----------
    done, total : int
        In samples of one channel; `total` is None while it is unknown.
    rate_hz : int
        Sample rate, so that ``done / rate_hz`` is sound handled, in seconds.
    note : str
        What the task is doing just now, when that is worth saying; else empty.
    warning : str
        What a user should know before the work is done; else empty.
    """

    done: int
    total: int | None
    rate_hz: int
    note: str = ""
    warning: str = ""

    @property
    def fraction(self) -> float | None:
        """Share done, 0.0 to 1.0, or None while the total is unknown."""
        if self.total is None:
            return None
        return min(1.0, self.done / self.total) if self.total else 1.0

    @property
    def seconds(self) -> float:
        """Sound handled so far, in seconds."""
        return self.done / self.rate_hz


PART_STEPS = 10_000
"""In which the progress of a whole is told, where its parts are told by `as_part`."""

T = TypeVar("T")
Task = Generator[Progress, None, T]
"""A long task: yields `Progress`, returns its result, stops cleanly when closed."""


def finish(task: Task[T]) -> T:
    """Run a task to its end and return its result."""
    while True:
        try:
            next(task)
        except StopIteration as end:
            result: T = end.value
            return result


def as_part(task: Task[T], first: float, last: float, note: str = "") -> Task[T]:
    """Run a task as a part of a whole, whose progress goes from one share of it to another.

    Parameters
    ----------
    task : Task
        The part.
    first, last : float
        Shares of the whole, 0.0 to 1.0, at which it begins and ends.
    note : str
        What the part is doing.
    """
    with closing(task):
        while True:
            try:
                step = next(task)
            except StopIteration as end:
                result: T = end.value
                return result
            done = first + (last - first) * (step.fraction or 0.0)
            yield Progress(round(done * PART_STEPS), PART_STEPS, 1, note, step.warning)
