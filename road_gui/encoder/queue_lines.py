"""Rows of the queue as JSON objects, and back; nothing that is read is trusted."""

import re
from collections.abc import Callable
from dataclasses import fields
from fractions import Fraction
from pathlib import Path
from typing import Any

from road_codec import (
    SOUND_ENDINGS,
    DecodeOptions,
    FormatError,
    Preset,
    RoadError,
    codec_named,
    describe,
)
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.rows import Kind, Row

_LONGEST_PATH = 1 << 13
# A name that a preset may always have; the values are checked as those of one.
_ANY_NAME = "queue"
# An exponent, as in 1e999999999, would fill the memory.
_FRACTION = re.compile(r"[1-9][0-9]{0,3}(/[1-9][0-9]{0,3})?")


def line_of(row: Row) -> dict[str, Any]:
    """Return what is to be kept of a row, as plain JSON types."""
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


def row_of(line: Any) -> Row:
    """Return the row of an object, without settings of its own; no file is looked at.

    Raises
    ------
    FormatError
        If it is not what `line_of` returns, or its result could lie outside the folder for
        all results.
    """
    if not isinstance(line, dict):
        raise FormatError(f"must be an object, is {_shown(line)}")
    source, root = _path(line, "source"), _path(line, "root")
    if source == root or not source.is_relative_to(root):
        raise FormatError(f"source: {_shown(source)} does not lie in the root {_shown(root)}")
    kinds = [kind.value for kind in Kind]
    if line.get("kind") not in kinds:
        raise FormatError(f"kind: {_shown(line.get('kind'))}, must be one of {', '.join(kinds)}")
    row = Row(source=source, root=root, kind=Kind(line["kind"]))
    row.brings_others = line.get("brings_others") is True
    return row


def read_settings(line: dict[str, Any], row: Row) -> None:
    """Give a row the settings of its own that stand in its object.

    Raises
    ------
    FormatError
        If there is no such codec, parameter or value; the row is as it was then.
    """
    encoding = _tried("encoding", _encoding, line["encoding"]) if "encoding" in line else None
    if "options" in line:
        options = _tried("options", _options, line["options"])
        row.decoded_suffix = _suffix(line.get("decoded_suffix"))
        row.options = options
    row.encoding = encoding


def _path(line: dict[str, Any], name: str) -> Path:
    text = line.get(name)
    if not isinstance(text, str) or not 0 < len(text) <= _LONGEST_PATH or "\0" in text:
        raise FormatError(f"{name}: must be a path, is {_shown(text)}")
    path = Path(text)
    if not path.is_absolute() or ".." in path.parts:
        raise FormatError(f"{name}: must be a whole path without .., is {_shown(text)}")
    return path


def _tried(name: str, read: Callable[[Any], Any], value: Any) -> Any:
    try:
        return read(value)
    except (RoadError, ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise FormatError(f"{name}: {_shown(error)}") from None


def _encoding_line(encoding: Encoding) -> dict[str, Any]:
    params = encoding.params
    names = [param.name for param in describe(codec_named(encoding.codec).params_type)]
    values = {} if params is None else {name: getattr(params, name) for name in names}
    return {"codec": encoding.codec, "preset": encoding.preset, "params": values}


def _encoding(line: dict[str, Any]) -> Encoding:
    name = line["preset"]
    if not isinstance(name, str):
        raise TypeError("the name of a preset must be a text")
    checked = Preset(name=name or _ANY_NAME, codec=line["codec"], values=dict(line["params"]))
    return Encoding(codec=checked.codec, params=checked.params(), preset=name)


def _options_line(options: DecodeOptions) -> dict[str, Any]:
    values = {field.name: getattr(options, field.name) for field in fields(options)}
    oversample = options.oversample
    return values | {"oversample": None if oversample is None else str(oversample)}


def _options(line: dict[str, Any]) -> DecodeOptions:
    oversample = line.get("oversample")
    if oversample is not None:
        if not _FRACTION.fullmatch(str(oversample)):
            raise ValueError("oversample is no fraction")
        oversample = Fraction(str(oversample))
    values = line | {"oversample": oversample}
    for field in fields(DecodeOptions):
        value = values.get(field.name, field.default)
        if isinstance(field.default, bool) != isinstance(value, bool):
            raise ValueError(f"{field.name} is of the wrong type")
    return DecodeOptions(**values)


def _suffix(value: Any) -> str:
    if value not in ("", *SOUND_ENDINGS):
        raise FormatError(f"decoded_suffix: {_shown(value)} is no ending of a sound file")
    return str(value)


def _shown(value: object) -> str:
    """Return what stands there, shortened: it may be a book."""
    text = str(value) if isinstance(value, Exception) else repr(value)
    return text if len(text) <= 120 else text[:120] + "…"
