"""The queue on disk: what was not finished is there next time."""

import json
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from road_gui.encoder.rows import Kind, Row, State

_log = logging.getLogger(__name__)
_VERSION = 1


def save_queue(path: Path, rows: Iterable[Row]) -> None:
    """Write the rows that are not done; a row with a target of its own needs its window."""
    lines = [
        {"source": str(row.source), "root": str(row.root), "kind": row.kind.value}
        for row in rows
        if row.state not in (State.DONE, State.SKIPPED) and not row.forced_target
    ]
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Names that are no text in any encoding survive as surrogates, which JSON escapes.
        part.write_text(json.dumps({"version": _VERSION, "rows": lines}), encoding="ascii")
        part.replace(path)
    except OSError as error:  # a queue that is lost must not keep the window open
        _log.warning("the queue was not saved: %s", error)


def load_queue(path: Path) -> list[Row]:
    """Read what `save_queue` wrote; what cannot be read or is gone is left out."""
    try:
        kept = json.loads(path.read_text(encoding="ascii"))
        lines = kept["rows"] if kept["version"] == _VERSION else []
        rows = [_row(line) for line in lines]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError) as error:
        _log.warning("the saved queue was not read: %s", error)
        return []
    return [row for row in rows if row.source.exists()]


def _row(line: dict[str, Any]) -> Row:
    source = Path(line["source"])
    row = Row(source=source, root=Path(line["root"]), kind=Kind(line["kind"]))
    if source.is_file():
        row.source_bytes = source.stat().st_size
    return row
