"""The queue on disk: what was not finished is there next time."""

import json
import logging
import re
from collections.abc import Iterable
from dataclasses import fields
from fractions import Fraction
from pathlib import Path
from typing import Any

from road_codec import DecodeOptions, Preset, RoadError, codec_named, describe
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.rows import Kind, Row, State
from road_gui.whole_text import write_whole

_log = logging.getLogger(__name__)
_VERSION = 1
_GREATEST_FILE = 1 << 28
# A name that a preset may always have; the values are checked as those of one.
_ANY_NAME = "queue"
# An exponent, as in 1e999999999, would fill the memory.
_FRACTION = re.compile(r"[1-9][0-9]{0,3}(/[1-9][0-9]{0,3})?")


def save_queue(path: Path, rows: Iterable[Row]) -> None:
    """Write the rows that are not done; a row with a target of its own needs its window."""
    lines = [
        _line(row)
        for row in rows
        if row.state not in (State.DONE, State.SKIPPED) and not row.forced_target
    ]
    try:
        # Names that are no text in any encoding survive as surrogates, which JSON escapes.
        write_whole(path, json.dumps({"version": _VERSION, "rows": lines}))
    except OSError as error:  # a queue that is lost must not keep the window open
        _log.warning("the queue was not saved: %s", error)


def load_queue(path: Path) -> list[Row]:
    """Read what `save_queue` wrote; what cannot be read or is gone is left out."""
    try:
        if path.stat().st_size > _GREATEST_FILE:
            raise ValueError("it is too large to be one")
        kept = json.loads(path.read_text(encoding="ascii"))
        lines = kept["rows"] if kept["version"] == _VERSION else []
        rows = [_row(line) for line in lines]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        _log.warning("the saved queue was not read: %s", error)
        return []
    return [row for row in rows if row.source.exists()]


def _line(row: Row) -> dict[str, Any]:
    line: dict[str, Any] = {
        "source": str(row.source),
        "root": str(row.root),
        "kind": row.kind.value,
        "brings_others": row.brings_others,
    }
    if row.encoding is not None:
        line["encoding"] = _encoding_line(row.encoding)
    if row.options is not None:
        line["options"] = _options_line(row.options)
        line["decoded_suffix"] = row.decoded_suffix
    return line


def _row(line: dict[str, Any]) -> Row:
    source = Path(line["source"])
    row = Row(source=source, root=Path(line["root"]), kind=Kind(line["kind"]))
    row.brings_others = line.get("brings_others") is True
    if source.is_file():
        row.source_bytes = source.stat().st_size
    try:
        if "encoding" in line:
            row.encoding = _encoding(line["encoding"])
        if "options" in line:
            row.options = _options(line["options"])
            row.decoded_suffix = str(line["decoded_suffix"])
    except (RoadError, ValueError, KeyError, TypeError, AttributeError) as error:
        # Of another version, perhaps: the file is converted as the page says.
        _log.warning("the settings of %s were not read: %s", source, error)
    return row


def _encoding_line(encoding: Encoding) -> dict[str, Any]:
    params = encoding.params
    names = [param.name for param in describe(codec_named(encoding.codec).params_type)]
    values = {} if params is None else {name: getattr(params, name) for name in names}
    return {"codec": encoding.codec, "preset": encoding.preset, "params": values}


def _encoding(line: dict[str, Any]) -> Encoding:
    checked = Preset(name=_ANY_NAME, codec=line["codec"], values=dict(line["params"]))
    return Encoding(codec=checked.codec, params=checked.params(), preset=str(line["preset"]))


def _options_line(options: DecodeOptions) -> dict[str, Any]:
    values = {field.name: getattr(options, field.name) for field in fields(options)}
    oversample = options.oversample
    return values | {"oversample": None if oversample is None else str(oversample)}


def _options(line: dict[str, Any]) -> DecodeOptions:
    oversample = line.get("oversample")
    if oversample is not None:
        if not _FRACTION.fullmatch(str(oversample)):
            raise ValueError(f"oversample: {oversample!r} is no fraction")
        oversample = Fraction(str(oversample))
    return DecodeOptions(**line | {"oversample": oversample})
