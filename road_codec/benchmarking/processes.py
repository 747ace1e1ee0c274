"""A command run as a process of its own: its time, its memory, and what it said."""

import contextlib
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from road_codec.errors import MissingPartError, UnsupportedError
from road_codec.progress import Progress, Task

# A shell says that it is there, waits for a line, runs the command and says its code.  Then it
# becomes a Python that tells what the command took: the account of a process's children outlives
# that.  Were the command a child of this process, its peak would be at least ours: the system
# counts from before exec.
_SCRIPT = 'echo; read -r line; "$@" </dev/null >&2; echo $?; exec "$0" -I -S -c "$ROAD_REPORT"'
_REPORT = """
import resource
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""
_POLL_S = 0.05
_SAID = "said"
_LAST_BYTES = 2000


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took.

    Attributes
    ----------
    wall_s, cpu_s : float
        Seconds from its start to its end, and of the processors that all its threads used.
    peak_bytes : int
        The most memory it held (resident).
    """

    wall_s: float
    cpu_s: float
    peak_bytes: int


def run_measured(words: Sequence[str], folder: Path, step: Progress) -> Task[Run]:
    """Run a command to its end; closing the task ends it and all that it started.

    Parameters
    ----------
    words : sequence of str
        The program and its arguments.
    folder : Path
        Where it runs; what it says goes into a file there.
    step : Progress
        What to yield while it runs.

    Raises
    ------
    UnsupportedError
        If it ends with another code than 0; the message is the last line that it said.
    MissingPartError
        If there is no shell to start it.
    """
    said = folder / _SAID
    with said.open("wb") as err, _shell(words, folder, err.fileno()) as (line_in, lines):
        yield from lines.next(step)
        began = time.perf_counter()
        os.write(line_in, b"\n")
        code = yield from lines.next(step)
        wall_s = time.perf_counter() - began
        report = yield from lines.next(step)
    if code != "0" or not report:
        raise UnsupportedError(f"exit code {code or 'unknown'}: {_last_line(said)}")
    cpu_s, peak_kib = report.split()
    return Run(wall_s, float(cpu_s), int(peak_kib) * 1024)


class _Lines:
    """Lines that come out of a pipe, waited for in small steps."""

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe
        self._held = b""

    def next(self, step: Progress) -> Task[str]:
        """Wait for the next line; an empty one if none will come any more."""
        while b"\n" not in self._held:
            if not select.select([self._pipe], [], [], _POLL_S)[0]:
                yield step
                continue
            block = os.read(self._pipe, 4096)
            if not block:
                return ""
            self._held += block
        line, _, self._held = self._held.partition(b"\n")
        return line.decode(errors="replace")


@contextlib.contextmanager
def _shell(words: Sequence[str], folder: Path, err: int) -> Iterator[tuple[int, _Lines]]:
    """Start the shell in a group of its own, which is ended with it."""
    try:
        process = subprocess.Popen(
            ["/bin/sh", "-c", _SCRIPT, sys.executable, *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=err,
            cwd=folder,
            env={**os.environ, "ROAD_REPORT": _REPORT},
            start_new_session=True,
        )
    except OSError as error:
        raise MissingPartError(f"/bin/sh cannot be started: {error.strerror}") from None
    assert process.stdin is not None and process.stdout is not None
    try:
        yield process.stdin.fileno(), _Lines(process.stdout.fileno())
    finally:
        # Waited for afterwards: as long as it is not, the number of the group is not given anew.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.stdin.close()
        process.stdout.close()
        process.wait()


def _last_line(said: Path) -> str:
    with said.open("rb") as file:
        file.seek(max(0, said.stat().st_size - _LAST_BYTES))
        # Progress is often written over itself.
        text = file.read().decode(errors="replace").replace("\r", "\n")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else "it said nothing"
