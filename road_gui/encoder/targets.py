"""Which file each row of the queue becomes."""

from collections.abc import Iterable
from pathlib import Path

from road_codec import numbered, plan_jobs
from road_gui.encoder.rows import Kind, Row, State


def target_of(row: Row, output: Path | None, *, suffix: str) -> Path:
    """Return what a row is to become, whatever else is in the queue.

    Parameters
    ----------
    row : Row
        The row; below `row.root` its tree is kept.
    output : Path or None
        The folder for all, or None for beside the source.
    suffix : str
        Ending of the target, with the dot.
    """
    decoded = row.kind is Kind.DECODE
    if output is None:
        return plan_jobs([row.source], None, suffix=suffix, decoded=decoded)[0].target
    # In a folder of its own a decoded file needs no mark to keep it from the original.
    name = plan_jobs([row.source], None, suffix=suffix)[0].target.name
    return output / row.source.relative_to(row.root).with_name(name)


def assign_targets(
    rows: Iterable[Row], output: Path | None, *, encoded_suffix: str, decoded_suffix: str
) -> None:
    """Give a target to every waiting row; no two different sources share one."""
    rows = list(rows)
    taken = {
        row.target: row.source
        for row in rows
        if row.target is not None and (row.forced_target or row.state is not State.QUEUED)
    }
    for row in rows:
        if row.forced_target or not row.state.is_waiting:
            continue
        suffix = encoded_suffix if row.kind is Kind.ENCODE else decoded_suffix
        wished = target_of(row, output, suffix=suffix)
        row.target = next(
            name for name in numbered(wished) if taken.get(name, row.source) == row.source
        )
        taken[row.target] = row.source
