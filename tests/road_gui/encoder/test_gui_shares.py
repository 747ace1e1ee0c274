"""What is done is weighed by how long sounds are, not by their bytes."""

from pathlib import Path

import pytest

from road_gui.encoder.rows import Kind, Row, State
from road_gui.encoder.shares import share_done


def row(
    name: str, n_bytes: int, state: State = State.QUEUED, kind: Kind = Kind.ENCODE, **facts: float
) -> Row:
    path = Path("/sounds") / name
    made = Row(source=path, root=path.parent, kind=kind, source_bytes=n_bytes, state=state)
    for key, value in facts.items():
        setattr(made, key, value)
    return made


def test_nothing_is_done_of_nothing() -> None:
    assert share_done([]) == 0.0
    assert share_done([row("a.wav", 0)]) == 0.0


def test_a_small_file_of_a_lossy_kind_may_last_as_long_as_a_large_one() -> None:
    rows = [row("a.WAV", 1_764_000, State.DONE, seconds=10.0), row("b.mp3", 200_000)]
    assert share_done(rows) == pytest.approx(0.5)
    assert share_done([row("a.wav", 1_764_000, State.FAILED), rows[1]]) == pytest.approx(0.5)


def test_files_of_a_kind_tell_of_the_others() -> None:
    # The first one has half as many bytes a second as usual: so has the second, then.
    rows = [row("a.wav", 882_000, State.DONE, seconds=10.0), row("b.wav", 882_000)]
    assert share_done(rows) == pytest.approx(0.5)
    rows.append(row("c.road.wav", 600_000, kind=Kind.DECODE))  # of another kind, by its codec
    assert share_done(rows) == pytest.approx(1 / 3)


def test_what_is_at_work_counts_as_far_as_it_has_come() -> None:
    rows = [
        row("a.wav", 100, State.RUNNING, fraction=0.5, seconds=1.0),
        row("b.wav", 100, State.RUNNING, fraction=None),
        row("c.wav", 100, State.DONE, seconds=100 / 176_400),
        row("d.wav", 100, State.SKIPPED),
    ]
    assert share_done(rows) == pytest.approx(2.5 / 4)
