"""How far a whole is, told by its parts."""

import pytest

from road_codec import Progress, Task, as_part, finish


def work(closed: list[bool]) -> Task[str]:
    try:
        yield Progress(1, 4, 8000, warning="careful")
        yield Progress(2, None, 8000)
        yield Progress(4, 4, 8000)
    finally:
        closed.append(True)
    return "done"


def test_a_part_fills_its_share_of_the_whole() -> None:
    steps = list(as_part(work([]), 0.5, 0.9, "counting"))
    assert [step.fraction for step in steps] == pytest.approx([0.6, 0.5, 0.9])
    assert {step.note for step in steps} == {"counting"}
    assert [step.warning for step in steps] == ["careful", "", ""]
    assert finish(as_part(work([]), 0.0, 1.0)) == "done"


def test_a_part_that_is_left_is_closed() -> None:
    closed: list[bool] = []
    task = as_part(work(closed), 0.0, 0.5)
    next(task)
    task.close()
    assert closed == [True]
