"""Tasks one behind the other, told as one: each has a share of the whole."""

from contextlib import closing
from typing import TypeVar

from road_codec import Progress, Task

T = TypeVar("T")

STEPS = 10_000
"""Of which the progress of the whole is told."""


def as_part(task: Task[T], first: float, last: float) -> Task[T]:
    """Run a task whose progress goes from one share of the whole to another, 0.0 to 1.0."""
    with closing(task):
        while True:
            try:
                step = next(task)
            except StopIteration as end:
                result: T = end.value
                return result
            share = first + (last - first) * (step.fraction or 0.0)
            yield Progress(round(share * STEPS), STEPS, 1)
