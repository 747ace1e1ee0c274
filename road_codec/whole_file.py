"""Output files that appear only when they are whole.

A file is written beside its target, flushed to the disk and then renamed: until then
the target is untouched, and what a dead run left behind is removed by the next one.
"""

import contextlib
import errno
import itertools
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, cast

from road_codec.errors import (
    DiskFullError,
    InputError,
    OutputError,
    ParameterError,
    TargetExistsError,
)
from road_codec.progress import Progress, Task

ON_EXISTS = ("error", "skip", "rename", "overwrite")
POLICIES = (*ON_EXISTS, "update")
"""What whole tasks can be told; those that need a look into the target are theirs to decide."""

_PART = re.compile(r"^\..*\.road-part-(\d+)-\d+$")
# The last ending, and one of letters before it: other dots belong to the name.
_ENDINGS = re.compile(r"(?:\.[A-Za-z]+)?\.[^.]*$")
# Leaves room in 255 bytes for the rest of the temporary name.
_NAME_BYTES = 64
_COPY_BYTES = 1 << 20

_numbers = itertools.count(1)
# Parts of this process by name; whatever else bears its number was left by a dead one.
_unfinished: dict[str, Path] = {}


class WholeFile:
    """A file under construction; use it as a context manager.

    Leaving the context without an exception puts the file in place; leaving it with
    one removes it.

    Parameters
    ----------
    target : Path
        Where the file is to appear.
    on_exists : {"error", "rename", "overwrite"}
        What to do where there is one already.

    Attributes
    ----------
    part : Path
        Where it is being written.
    target : Path
        Where it appeared; with ``rename`` known only after the context.

    Raises
    ------
    OutputError
        If the target exists, is no ordinary file, or cannot be written.
    """

    def __init__(self, target: Path, on_exists: str = "error") -> None:
        if on_exists not in ON_EXISTS:
            raise ParameterError(f"on-exists: {on_exists!r}, must be one of {', '.join(ON_EXISTS)}")
        self.target = target
        self._on_exists = on_exists
        self._check_target()
        # A link that is to be overwritten stays one: what it names is replaced, in its folder.
        self._place = Path(os.path.realpath(target)) if on_exists == "overwrite" else target
        name = os.fsencode(target.name)[:_NAME_BYTES].decode(errors="ignore")
        self.part = self._place.parent / f".{name}.road-part-{os.getpid()}-{next(_numbers)}"

    def __enter__(self) -> "WholeFile":
        with _blamed_on(self.target):
            self.part.parent.mkdir(parents=True, exist_ok=True)
            remove_leftovers(self.part.parent)
            _unfinished[self.part.name] = self.part
            # Made here, so that a folder that cannot be written to is found out at once.
            try:
                self.part.open("xb").close()
            except OSError:
                del _unfinished[self.part.name]
                raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                with _blamed_on(self.target):
                    self._put_in_place()
        finally:
            _discard(self.part)
        if isinstance(error, OSError) and error.errno is not None:
            raise _as_output_error(error, self.target) from error

    @contextlib.contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """Open the part for writing."""
        with _blamed_on(self.target), self.part.open("r+b") as file:
            yield file

    def _check_target(self) -> None:
        if not self.target.name:
            raise OutputError(f"{self.target}: is a folder, a file name is needed")
        with _blamed_on(self.target):
            mode = _mode(self.target)
            if mode is not None and stat.S_ISDIR(mode):
                raise OutputError(f"{self.target}: is a folder, a file name is needed")
            if mode is not None and not stat.S_ISREG(mode):
                raise OutputError(f"{self.target}: is no ordinary file; use - for standard output")
            if self._on_exists == "error" and os.path.lexists(self.target):
                raise _exists(self.target)

    def _put_in_place(self) -> None:
        descriptor = os.open(self.part, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        if self._on_exists == "overwrite":
            self.part.replace(self._place)
            return
        for candidate in numbered(self.target):
            try:
                _link(self.part, candidate)
            except FileExistsError:
                if self._on_exists == "rename":
                    continue
                raise _exists(self.target) from None
            self.target = candidate
            return


def write_whole(target: Path, content: bytes, on_exists: str = "error") -> Path:
    """Write a small file that is there as a whole or not at all; return where it appeared.

    Raises
    ------
    OutputError
        As `WholeFile`.
    """
    with WholeFile(target, on_exists) as whole, whole.open() as file:
        file.write(content)
    return whole.target


def copy_whole(source: Path, target: Path, on_exists: str = "error") -> Task[Path]:
    """Copy a file, so that the copy is there as a whole or not at all; return where.

    Progress counts bytes.

    Raises
    ------
    InputError
        If the source cannot be read.
    OutputError
        As `WholeFile`; and if the target is the source.
    """
    if target.exists() and source.exists() and target.samefile(source):
        raise OutputError(f"{target}: is the file itself; choose another name")
    try:
        reader = source.open("rb")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"{source}: cannot be read: {reason}") from None
    with reader, WholeFile(target, on_exists) as whole, whole.open() as file:
        total = os.fstat(reader.fileno()).st_size
        while block := reader.read(_COPY_BYTES):
            file.write(block)
            yield Progress(file.tell(), total, 1)
    return whole.target


def numbered(target: Path) -> Iterator[Path]:
    """Yield ``name.ext``, ``name (2).ext``, ``name (3).ext``…, with double endings kept whole."""
    yield target
    match = _ENDINGS.search(target.name, 1)
    place = match.start() if match else len(target.name)
    stem, ending = target.name[:place], target.name[place:]
    for number in itertools.count(2):
        yield target.with_name(f"{stem} ({number}){ending}")


def remove_leftovers(folder: Path) -> None:
    """Remove parts whose writers are dead, as far as that is possible."""
    # A folder that may be written to need not be readable.
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            match = _PART.match(entry.name)
            if match and entry.name not in _unfinished and not _is_alive(int(match[1])):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def discard_unfinished() -> None:
    """Remove what this process is still writing: only just before it ends without waiting."""
    for part in list(_unfinished.values()):
        _discard(part)


@contextlib.contextmanager
def spool_beside(file: BinaryIO) -> Iterator[BinaryIO]:
    """Open a nameless temporary file on the disk of `file` (in memory if that has no name)."""
    name = getattr(file, "name", None)
    folder = str(Path(name).parent) if isinstance(name, str) else None
    if folder is None:
        with tempfile.SpooledTemporaryFile(max_size=1 << 26) as spool:
            yield cast(BinaryIO, spool)
    else:
        with tempfile.TemporaryFile(dir=folder) as spool_file:
            yield cast(BinaryIO, spool_file)


def _link(part: Path, target: Path) -> None:
    """Rename without ever replacing: by a hard link, or exclusively where links fail."""
    try:
        target.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        target.open("xb").close()
        try:
            part.replace(target)
        except OSError:
            target.unlink()
            raise


def _discard(part: Path) -> None:
    with contextlib.suppress(OSError):
        part.unlink()
    _unfinished.pop(part.name, None)


def _mode(target: Path) -> int | None:
    """Return type and permissions of what stands at a place, None if nothing does."""
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise OutputError(f"{str(target)!r}: no possible file name: {error}") from None


def _is_alive(pid: int) -> bool:
    if pid == os.getpid():
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _exists(target: Path) -> TargetExistsError:
    return TargetExistsError(
        f"{target}: exists already; choose another name, or set on-exists to skip, rename or "
        "overwrite"
    )


@contextlib.contextmanager
def _blamed_on(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        # Without a number it is not of the disk: a library that cannot be loaded, for one.
        if error.errno is None:
            raise
        raise _as_output_error(error, target) from error


def _as_output_error(error: OSError, target: Path) -> OutputError:
    reason = (error.strerror or str(error)).lower()
    if error.errno in {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}:
        return DiskFullError(f"{target}: the disk is full ({reason}; {free_space(target)})")
    return OutputError(f"{target}: cannot be written: {reason}")


def free_space(target: Path) -> str:
    """Say how much room is left where `target` is to be."""
    try:
        free = shutil.disk_usage(target.parent).free
    except OSError:
        return "free space unknown"
    return f"{free / 1e6:.0f} MB are free"


def shortage(target: Path, expected_bytes: int) -> str:
    """Warn if there is hardly room for a file of about that size; else say nothing."""
    folder = next((place for place in target.absolute().parents if place.is_dir()), None)
    try:
        free = shutil.disk_usage(folder or target.parent).free
    except OSError:
        return ""
    needed = expected_bytes * 11 // 10
    if needed <= free:
        return ""
    return f"{needed / 1e6:.0f} MB may be needed, {free / 1e6:.0f} MB are free"
