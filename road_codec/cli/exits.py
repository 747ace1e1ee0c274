"""What an error means to the shell, and how it is told to people."""

import contextlib
import sys
import traceback
import unicodedata
from pathlib import Path

import click

from road_codec.errors import (
    BackendError,
    FormatError,
    InputError,
    LimitError,
    MissingPartError,
    OutputError,
    ParameterError,
    RoadError,
    UnsupportedError,
)

DONE = 0
SOME_FAILED = 1
WRONG_COMMAND = 2
NO_INPUT = 3
DAMAGED = 4
NO_OUTPUT = 5
MISSING_PART = 6
INTERNAL = 70
STOPPED = 130

MEANINGS = {
    DONE: "all done, also where a file was skipped because its target is there",
    SOME_FAILED: "some files failed, others did not",
    WRONG_COMMAND: "wrong command line, or a value that does not fit the sound",
    NO_INPUT: "an input is missing or cannot be read, or a folder holds nothing to do",
    DAMAGED: "an input is damaged, not ours, or too large to be honest",
    NO_OUTPUT: "an output could not be written: it exists, the disk is full, no permission",
    MISSING_PART: "a needed part is missing: a library, a sound device",
    INTERNAL: "a fault of the program; the message names the log with the details",
    STOPPED: "stopped with Ctrl-C; nothing half written is left",
}
"""What the codes say, for people."""

_CODES: tuple[tuple[type[BaseException], int], ...] = (
    (ParameterError, WRONG_COMMAND),
    (InputError, NO_INPUT),
    (FormatError, DAMAGED),
    (UnsupportedError, DAMAGED),
    (LimitError, DAMAGED),
    (OutputError, NO_OUTPUT),
    (MissingPartError, MISSING_PART),
    (BackendError, MISSING_PART),
    (KeyboardInterrupt, STOPPED),
)

# Control characters, and what stands for bytes of file names that are no UTF-8.
_ESCAPED = {"Cc", "Cs"}


def exit_code(error: BaseException) -> int:
    """Return the exit code of an error; `INTERNAL` for what nobody foresaw."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else DONE
    return next((code for kind, code in _CODES if isinstance(error, kind)), INTERNAL)


def explain(error: BaseException, code: int) -> None:
    """Say one line on standard error; keep the trace of an internal fault in the log."""
    if code not in {DONE, STOPPED} and not isinstance(error, SystemExit):
        complain(message(error))


def complain(text: str) -> None:
    """Say one line on standard error, if that takes it."""
    with contextlib.suppress(OSError):
        print(f"road: {text}", file=sys.stderr)


def explain_usage(error: click.ClickException) -> None:
    """Say one line on standard error about a wrong command line."""
    text = _one_line(error.format_message()).rstrip(".")
    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = f"; see {context.command_path} --help" if context is not None else ""
    complain(f"{text[:1].lower()}{text[1:]}{hint}")


def message(error: BaseException) -> str:
    """Return one line for people."""
    if isinstance(error, RoadError):
        return _one_line(str(error))
    if isinstance(error, MemoryError):
        return "not enough memory; try a smaller superframe or fewer --jobs"
    fault = _one_line(f"{type(error).__name__}: {error}")
    return f"internal fault: {fault} ({_write_log(error)})"


def printable(text: str) -> str:
    """Escape what a terminal could not show, or would obey: control characters, lone bytes."""
    return "".join(
        char.encode("unicode_escape").decode() if unicodedata.category(char) in _ESCAPED else char
        for char in text
    )


def _one_line(text: str) -> str:
    return printable(" ".join(text.split()))


def _write_log(error: BaseException) -> str:
    import platformdirs

    folder = Path(platformdirs.user_log_dir("road-studio"))
    log = folder / "road.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write("".join(traceback.format_exception(error)))
    except OSError:
        return f"{log} for the details cannot be written"
    return f"details in {log}"
