"""Standard input and output where a file is needed: staged in a temporary folder."""

import contextlib
import io
import os
import select
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

from road_codec.cli.exits import NO_OUTPUT
from road_codec.errors import InputError, OutputError, ParameterError

DASH = Path("-")
_BLOCK = 1 << 20
_PATIENCE_S = 0.1


class Staging:
    """A temporary folder for one run, made when it is first needed; a context manager.

    Attributes
    ----------
    aliases : dict of str to str
        What to call the files in it.
    """

    def __init__(self) -> None:
        self.aliases: dict[str, str] = {}
        self._folder: tempfile.TemporaryDirectory[str] | None = None

    def __enter__(self) -> "Staging":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    def inputs(self, paths: Sequence[Path]) -> list[Path]:
        """Put the file of `input` where ``-`` stands; raises as that does.

        Raises
        ------
        ParameterError
            If it is there twice: there is one standard input.
        """
        if list(paths).count(DASH) > 1:
            raise ParameterError("- stands for one file: it can be given once")
        return [self.input() if path == DASH else path for path in paths]

    def input(self) -> Path:
        """Copy standard input to a file.

        Raises
        ------
        InputError, OutputError
            If it cannot be read, or there is no room for it.
        """
        staged = self._place("stdin", "standard input")
        try:
            with staged.open("wb") as file:
                while block := _read_input():
                    file.write(block)
        except OSError as error:
            raise OutputError(f"{staged}: cannot be written: {_reason(error)}") from None
        return staged

    def output(self, suffix: str) -> Path:
        """Name a file for `send_output`."""
        return self._place(f"stdout{suffix}", "standard output")

    def _place(self, name: str, alias: str) -> Path:
        if self._folder is None:
            try:
                # What an abandoned task still writes must not disturb the end.
                self._folder = tempfile.TemporaryDirectory(
                    prefix="road-", ignore_cleanup_errors=True
                )
            except OSError as error:
                raise OutputError(f"no temporary folder can be made: {_reason(error)}") from None
        path = Path(self._folder.name) / name
        self.aliases[str(path)] = alias
        return path


def send_output(staged: Path) -> None:
    """Copy a file to standard output; raises as `put` does."""
    with staged.open("rb") as file, sent():
        while block := file.read(_BLOCK):
            sys.stdout.buffer.write(block)
        sys.stdout.buffer.flush()


def put(line: str) -> None:
    """Print a line on standard output.

    Raises
    ------
    SystemExit
        If nobody reads on.
    OutputError
        If it cannot be written.
    """
    with sent():
        print(line, flush=True)


def close_output() -> None:
    """Write what is held back for standard output; raises as `put` does."""
    with sent():
        sys.stdout.flush()


def open_streams() -> None:
    """Make standard streams usable that were closed, and let no character stop the output.

    A closed one would give its number to the next file that is opened.  What stands in
    for it fails when it is used, except that messages are dropped.
    """
    for number, wrong_mode in ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, wrong_mode)
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8", closefd=False))
    for stream in (sys.stdout, sys.stderr):
        # Names of files need not be text.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


@contextlib.contextmanager
def sent() -> Iterator[None]:
    """Guard what writes to standard output; raises as `put` does."""
    try:
        yield
    except OSError as error:
        # What is held back must not be tried again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        if isinstance(error, BrokenPipeError):
            # Whoever closed a pipe knows that something is missing.
            raise SystemExit(NO_OUTPUT) from None
        raise OutputError(f"standard output: cannot be written: {_reason(error)}") from None


def _read_input() -> bytes:
    try:
        number = sys.stdin.fileno()
        if os.name == "posix":
            # A Ctrl-C that comes just before a read is seen when that ends, however late.
            while not select.select([number], [], [], _PATIENCE_S)[0]:
                pass
        return os.read(number, _BLOCK)
    except OSError as error:
        raise InputError(f"standard input: cannot be read: {_reason(error)}") from None


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
