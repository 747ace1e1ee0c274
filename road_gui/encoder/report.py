"""What became of every file of the queue, for people and for programs."""

import csv
import io
import json
import math
from collections.abc import Iterable
from typing import Any

from road_gui.encoder.queue_model import QueueModel
from road_gui.encoder.rows import Kind, Row, State

FIELDS = (
    "source",
    "target",
    "state",
    "message",
    "task",
    "codec",
    "preset",
    "source_bytes",
    "target_bytes",
    "ratio",
    "seconds",
    "took_s",
    "times_real_time",
    "snr_db",
)
"""Columns of the table, and keys of the objects; names as in ``road encode --json``."""
OBJECT_FIELDS = (*FIELDS, "details")
"""Keys of the objects: what a bug report needs has many lines, for which a cell has no room."""


def as_csv(model: QueueModel) -> str:
    """Return a table (RFC 4180) with a line of headings; unknown values are empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, FIELDS, extrasaction="ignore")
    writer.writeheader()
    for row in model.rows:
        writer.writerow({key: _cell(value) for key, value in _facts(model, row).items()})
    return text.getvalue()


def as_json(model: QueueModel) -> str:
    """Return one object: counts by state, and an object for each file; unknown values are null."""
    rows = list(model.rows)
    return json.dumps(
        {
            "counts": {state.value: model.count(state) for state in State},
            "saved_bytes": sum(_saved(rows)),
            "files": [_facts(model, row) for row in rows],
        },
        indent=2,
        ensure_ascii=True,
    )


def _saved(rows: Iterable[Row]) -> Iterable[int]:
    for row in rows:
        if row.kind is Kind.ENCODE and row.state is State.DONE and row.target_bytes is not None:
            yield row.source_bytes - row.target_bytes


def _facts(model: QueueModel, row: Row) -> dict[str, Any]:
    encoding = model.encoding_of(row)
    is_done = row.state is State.DONE
    speed = row.seconds / row.took if is_done and row.took > 0 else None
    return {
        "source": str(row.source),
        "target": str(row.target) if is_done and row.target else None,
        "state": row.state.value,
        "message": row.plain or row.message or None,
        "task": row.kind.value,
        "codec": encoding.codec if encoding else None,
        "preset": (encoding.preset or None) if encoding else None,
        "source_bytes": row.source_bytes or None,
        "target_bytes": row.target_bytes,
        "ratio": _rounded(row.ratio, 4),
        "seconds": _rounded(row.seconds, 3) if is_done else None,
        "took_s": _rounded(row.took, 3) if is_done else None,
        "times_real_time": _rounded(speed, 2),
        "snr_db": _rounded(row.snr_db, 2),
        "details": row.details or None,
    }


def _rounded(value: float | None, digits: int) -> float | str | None:
    if value is None:
        return None
    # JSON has no infinity.
    return round(value, digits) if math.isfinite(value) else str(value)


def _cell(value: Any) -> Any:
    """Keep a spreadsheet from taking the name of a file for a formula."""
    if isinstance(value, str):
        # Names that are no text in any encoding cannot be written as they are.
        value = value.encode(errors="surrogateescape").decode(errors="replace")
        return "'" + value if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
    return value
