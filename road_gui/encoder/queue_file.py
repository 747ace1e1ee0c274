"""The queue on disk: what was not finished is there next time."""

import json
import logging
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from road_codec import FormatError, Progress, Task, finish
from road_gui.encoder.queue_lines import line_of, read_settings, row_of
from road_gui.encoder.rows import Row, State
from road_gui.whole_text import write_whole

_log = logging.getLogger(__name__)
VERSION = 1
_GREATEST_FILE = 1 << 28
_ROWS_PER_STEP = 64


def keep_queue(path: Path, rows: Iterable[Row]) -> Task[None]:
    """Write the rows that are not done; a row with a target of its own needs its window."""
    lines: list[str] = []
    for number, row in enumerate(rows):
        if number % _ROWS_PER_STEP == 0:
            yield Progress(number, None, 1)
        if row.state not in (State.DONE, State.SKIPPED) and not row.forced_target:
            lines.append(json.dumps(line_of(row)))
    try:
        write_whole(path, as_text(lines))
    except OSError as error:  # a queue that is lost must not keep the window open
        _log.warning("the queue was not saved: %s", error)


def save_queue(path: Path, rows: Iterable[Row]) -> None:
    """Do what `keep_queue` does, at once."""
    finish(keep_queue(path, rows))


def as_text(lines: Iterable[str]) -> str:
    """Put objects, each a text already, into one file.

    Row by row, for all of them at once would hold up every other thread; and with a row in
    each line people and programs can compare two queues.
    """
    # Names that are no text in any encoding survive as surrogates, which JSON escapes.
    return f'{{"version": {VERSION}, "rows": [\n' + ",\n".join(lines) + "\n]}\n"


def load_queue(path: Path) -> list[Row]:
    """Read what `keep_queue` wrote; what is not there stays, for its drive may come back.

    Raises
    ------
    FormatError
        If it cannot be read.
    """
    try:
        if path.stat().st_size > _GREATEST_FILE:
            raise FormatError("it is too large to be one")
        kept = json.loads(path.read_text(encoding="ascii"))
        if kept["version"] != VERSION:
            raise FormatError("it is of another version")
        rows = [_row(line) for line in kept["rows"]]
    except FileNotFoundError:
        return []
    except (OSError, FormatError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise FormatError(f"{path}: is no queue: {error}") from None
    for row in rows:
        measure(row)
    return rows


def measure(row: Row) -> bool:
    """Look how large the source is; return whether it is there."""
    try:
        row.source_bytes = row.source.stat().st_size
    except OSError:
        return False
    return True


def _row(line: dict[str, Any]) -> Row:
    row = row_of(line)
    try:
        read_settings(line, row)
    except FormatError as error:
        # Of another version, perhaps: the file is converted as the page says.
        _log.warning("the settings of %s were not read: %s", row.source, error)
    return row
