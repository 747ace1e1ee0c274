"""What the window remembers: typed access to one INI file."""

import math
import shutil
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")

ORGANISATION = "ROAD Studio"
APPLICATION = "road-studio"

MAX_RECENT = 10
_GREATEST_INT = 2**31 - 1


class Settings:
    """Named values that outlive the window.

    A value that is missing, or that is not of the type asked for, gives the
    default: a file from another version, or one edited by hand, never stops
    the window from opening.
    """

    def __init__(self) -> None:
        self._file = _open()
        self.damaged_copy: Path | None = None
        if not _is_sound(self._file):
            self.damaged_copy = _set_aside(Path(self._file.fileName()))
            self._file = _open()

    @property
    def path(self) -> Path:
        """Where the values are kept."""
        return Path(self._file.fileName())

    def value(self, key: str, default: T) -> T:
        """Return the value of `key`, as the type of `default`.

        Parameters
        ----------
        key : str
            Words with slashes between them: ``"player/volume"``.
        default : bool, int, float, str, bytes, QByteArray or list of str
            Returned when there is no such value, or none of this type.
        """
        if not self._file.contains(key):
            return default
        found: Any = _converted(self._file.value(key), default)
        return default if found is None else found

    def set(self, key: str, value: object) -> None:
        """Keep `value` under `key`."""
        self._file.setValue(key, QByteArray(value) if isinstance(value, bytes) else value)

    def remove(self, key: str) -> None:
        """Forget `key` and all that stands below it."""
        self._file.remove(key)

    def clear(self) -> None:
        """Forget everything."""
        self._file.clear()

    def sync(self) -> None:
        """Write to disk now rather than soon."""
        self._file.sync()

    def recent_files(self) -> list[str]:
        """List the files opened last, newest first."""
        return self.value("recent/files", list[str]())[:MAX_RECENT]

    def add_recent_file(self, path: str) -> None:
        """Put a file at the front of the recent ones."""
        others = [item for item in self.recent_files() if item != path]
        self.set("recent/files", [path, *others][:MAX_RECENT])


def _open() -> QSettings:
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, ORGANISATION, APPLICATION
    )


def _is_sound(file: QSettings) -> bool:
    # Keys are read lazily: only asking for them makes Qt look at the whole file.
    file.allKeys()
    return file.status() != QSettings.Status.FormatError


def _set_aside(path: Path) -> Path:
    """Move a damaged file out of the way, so that its owner can look into it."""
    kept = path.with_name(path.name + ".bad")
    shutil.move(path, kept)
    return kept


def _converted(value: Any, default: object) -> Any:
    """Return `value` as the type of `default`, or None where it is no such thing."""
    kind = type(default)
    if kind is bool:
        return _as_bool(value)
    if kind in (int, float):
        return _as_number(value, kind)
    if kind is list:
        return _as_list(value)
    if kind in (bytes, QByteArray):
        return kind(value.data()) if isinstance(value, QByteArray) else None
    return value if isinstance(value, kind) else None


def _as_bool(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    # An INI file gives words back after a restart.
    return {"true": True, "false": False}.get(value) if isinstance(value, str) else None


def _as_number(value: Any, kind: type) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = kind(value)
    except (ValueError, OverflowError):
        return None
    # Widgets take whole numbers of 32 bits and fail with greater ones.
    greatest = _GREATEST_INT if kind is int else math.inf
    return number if math.isfinite(number) and abs(number) <= greatest else None


def _as_list(value: Any) -> list[str] | None:
    if value is None:  # how Qt stores an empty list
        return []
    if isinstance(value, str):  # and how it gives back a list of one
        return [value]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return value
    return None
