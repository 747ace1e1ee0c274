"""One preset, and the JSON file that it is kept in.

A file holds one object: ``format`` is ``"road-preset"``, ``version`` is 1, ``name``,
``codec`` and ``text`` are texts, ``params`` is an object of values by the names of the
codec's parameters; those that are not named have their defaults.
"""

import json
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from road_codec.codecs.registry import codec_named
from road_codec.errors import (
    FormatError,
    InputError,
    LimitError,
    ParameterError,
    UnsupportedError,
)
from road_codec.file_names import what_is_wrong
from road_codec.params import Param, describe
from road_codec.whole_file import WholeFile

FORMAT = "road-preset"
VERSION = 1
GREATEST_FILE = 1 << 16
"""Bytes beyond which a file is no preset."""

GREATEST_NAME = 60
GREATEST_TEXT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """Parameters of one codec under a name.

    Attributes
    ----------
    name : str
        One that every file system takes, at most 60 characters.
    codec : str
        Id of the codec.
    values : mapping of str to object
        Values by the names of parameters; the others have their defaults.
    text : str
        One sentence on what it is good for.
    is_shipped : bool
        Whether it came with the program and cannot be changed.

    Raises
    ------
    ParameterError
        If the codec, a parameter or a value does not exist, or the name will not do.
    """

    name: str
    codec: str
    values: Mapping[str, Any] = field(default_factory=dict)
    text: str = ""
    is_shipped: bool = False

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.text) > GREATEST_TEXT or not self.text.isprintable():
            raise ParameterError(f"text: must be one line of at most {GREATEST_TEXT} characters")
        known = {param.name: param for param in describe(codec_named(self.codec).params_type)}
        for name, value in self.values.items():
            if name not in known:
                raise ParameterError(f"{name}: {self.codec} has no such parameter")
            _check_value(known[name], value)
        self.params()

    def params(self) -> Any:
        """Return the parameters, of the codec's `params_type`."""
        return codec_named(self.codec).params_type(**self.values)

    def all_values(self) -> dict[str, Any]:
        """Return the values of all parameters by name, defaults included."""
        params = self.params()
        return {param.name: getattr(params, param.name) for param in describe(type(params))}

    def as_json(self) -> dict[str, Any]:
        """Return what stands in a file, as plain JSON types."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "name": self.name,
            "codec": self.codec,
            "text": self.text,
            "params": dict(self.values),
        }


def check_name(name: str) -> None:
    """Raise `ParameterError` unless `name` can be that of a preset."""
    wrong = what_is_wrong(name)
    if not wrong and len(name) > GREATEST_NAME:
        wrong = f"has more than {GREATEST_NAME} characters"
    if not wrong and name.startswith("-"):
        wrong = "begins like an option of a command"
    if wrong:
        raise ParameterError(f"preset: the name {name!r} {wrong}")


def read_preset(path: Path, *, name: str | None = None, is_shipped: bool = False) -> Preset:
    """Read a preset from a file, trusting nothing that stands in it.

    Parameters
    ----------
    path : Path
        The file.
    name : str, optional
        What to call it instead of what the file says.
    is_shipped : bool
        See `Preset`.

    Raises
    ------
    InputError, LimitError, FormatError, UnsupportedError
        If it cannot be read, is too large, is no preset, or one of a newer version.
    """
    try:
        found = json.loads(_bytes_of(path))
    except (ValueError, RecursionError):
        raise FormatError(f"{path}: is no preset: no JSON can be read in it") from None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise FormatError(f"{path}: is no preset: its format is not {FORMAT!r}")
    version = found.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise FormatError(f"{path}: version: {version!r}, must be {VERSION}")
    if version > VERSION:
        raise UnsupportedError(
            f"{path}: version {version} of presets is newer than this program; update it"
        )
    try:
        return Preset(
            name=name if name is not None else _field(found, "name", str),
            codec=_field(found, "codec", str),
            values=_field(found, "params", dict),
            text=_field(found, "text", str),
            is_shipped=is_shipped,
        )
    except ParameterError as error:
        raise FormatError(f"{path}: {error}") from None


def write_preset(preset: Preset, path: Path, *, on_exists: str = "error") -> Path:
    """Write a preset to a file that others can take in; return where it is.

    Raises
    ------
    OutputError
        If it cannot be written, or is there and `on_exists` is ``"error"``.
    """
    text = json.dumps(preset.as_json(), indent=2, ensure_ascii=False) + "\n"
    with WholeFile(path, on_exists) as whole, whole.open() as file:
        file.write(text.encode())
    return whole.target


def _bytes_of(path: Path) -> bytes:
    try:
        # A pipe would keep the reader waiting.
        if not stat.S_ISREG(path.stat().st_mode):
            raise InputError(f"{path}: is no ordinary file")
        with path.open("rb") as file:
            data = file.read(GREATEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: cannot be read: {reason.lower()}") from None
    if len(data) > GREATEST_FILE:
        raise LimitError(f"{path}: is no preset: larger than {GREATEST_FILE} bytes")
    return data


def _field(found: dict[str, Any], name: str, kind: type[str] | type[dict[str, Any]]) -> Any:
    value = found.get(name)
    if not isinstance(value, kind):
        raise ParameterError(f"{name}: must be {'a text' if kind is str else 'an object'}")
    return value


def _check_value(param: Param, value: Any) -> None:
    param.check(value)
    # To Python 4.0 and True are among 4 and 1; to a codec they are not.
    if param.kind == "choice" and value is not None:
        kinds = {type(item) for item in param.among if item == value}
        if type(value) not in kinds:
            raise ParameterError(f"{param.name}: {value!r}, must be {param.describe_limits()}")
