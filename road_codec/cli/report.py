"""What is shown while files are worked on, and what is said at their end."""

import contextlib
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from road_codec.cli.exits import complain, exit_code, message, printable
from road_codec.cli.pipes import put
from road_codec.operations import Outcome
from road_codec.progress import Progress


class Bars:
    """Progress bars on standard error, one per running file; nothing without a terminal."""

    def __init__(self, names: list[str], *, hidden: bool) -> None:
        self._names = names
        self._rows: dict[int, Any] = {}
        self._began: dict[int, float] = {}
        self._bars: Any = None
        if not hidden and sys.stderr.isatty():
            self._bars = _make_bars()

    @contextmanager
    def shown(self) -> Iterator[None]:
        """Draw while the context lasts."""
        if self._bars is None:
            yield
            return
        with self._bars:
            yield

    def advance(self, number: int, step: Progress) -> None:
        """Show a step of a file."""
        began = self._began.setdefault(number, time.monotonic())
        if self._bars is None:
            return
        if number not in self._rows:
            self._rows[number] = self._bars.add_task(
                printable(self._names[number]), total=step.total, speed="", note=""
            )
        passed = time.monotonic() - began
        speed = (
            f"{step.seconds / passed:.0f} × real time" if passed > 0.2 and step.rate_hz > 1 else ""
        )
        self._bars.update(
            self._rows[number], completed=step.done, total=step.total, speed=speed, note=step.note
        )

    def end(self, number: int) -> float:
        """Take a bar away; return the seconds since it appeared."""
        if number in self._rows:
            self._bars.remove_task(self._rows.pop(number))
        now = time.monotonic()
        return now - self._began.get(number, now)


def _make_bars() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TextColumn("{task.fields[speed]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[note]}"),
        console=Console(stderr=True),
        transient=True,
    )


class Reporter:
    """Says what became of each file: in words on standard error, or as JSON on standard output.

    Attributes
    ----------
    as_json : bool
        Whether it is JSON.
    aliases : dict of str to str
        What to call temporary files that stand for standard input and output.
    """

    def __init__(self, command: str, *, as_json: bool, quiet: bool) -> None:
        self._command = command
        self.aliases: dict[str, str] = {}
        self.as_json = as_json
        self._quiet = quiet or as_json
        self._n_copied = 0

    def done(self, outcome: Outcome, elapsed_s: float) -> None:
        """Report a file that was handled."""
        skipped = outcome.target is None
        speed = outcome.seconds / elapsed_s if elapsed_s > 0 and not skipped else None
        if self.as_json:
            self._print(
                source=self.named(outcome.source),
                target=outcome.target,
                state="skipped" if skipped else "done",
                source_bytes=outcome.source_bytes,
                target_bytes=None if skipped else outcome.target_bytes,
                pcm_bytes=None if skipped else outcome.pcm_bytes,
                seconds=outcome.seconds,
                elapsed_s=round(elapsed_s, 4),
                times_real_time=None if speed is None else round(speed, 2),
                notices=list(outcome.notices),
                error=None,
                **({"copied": True} if outcome.copied else {}),
            )
            return
        for notice in outcome.notices:
            # What is damaged is told as an error, once.
            if notice == outcome.damage:
                continue
            self.say(f"{outcome.source}: {notice}")
        if outcome.copied:
            self._n_copied += not skipped
        elif not skipped:
            rate = f", {speed:.0f} × real time" if speed else ""
            self.say(
                f"{outcome.target}: {outcome.target_bytes:,} bytes"
                f"{_share(outcome)}, {outcome.seconds:.1f} s of sound{rate}"
            )

    def count_copies(self) -> None:
        """Say how many files were copied as they are, if any were."""
        if self._n_copied:
            self.say(f"other files copied: {self._n_copied}")

    def failed(self, source: str, error: BaseException) -> None:
        """Report a file that could not be handled."""
        if self.as_json:
            self._print(
                source=self.named(source),
                target=None,
                state="failed",
                source_bytes=None,
                target_bytes=None,
                pcm_bytes=None,
                seconds=None,
                elapsed_s=None,
                times_real_time=None,
                notices=[],
                error={
                    "kind": type(error).__name__,
                    "message": self.named(message(error)),
                    "exit_code": exit_code(error),
                },
            )
        complain(self.named(message(error)))

    def named(self, text: str) -> str:
        """Call temporary files by the names that a user knows."""
        for path, name in self.aliases.items():
            text = text.replace(path, name)
        return text

    def say(self, line: str) -> None:
        """Say a line to people, with the names that they know."""
        if not self._quiet:
            say(self.named(line))

    def _print(self, **values: Any) -> None:
        print_json({"command": self._command, **values})


def say(line: str) -> None:
    """Say a line to people, who may have sent standard output elsewhere."""
    with contextlib.suppress(OSError):
        print(printable(line), file=sys.stderr)


def table(*rows: tuple[str, Any]) -> None:
    """Print names and values in two columns on standard output."""
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        put(f"  {name:<{width}}  {printable(str(value))}")


def print_json(values: dict[str, Any]) -> None:
    """Print one object on one line, in ASCII."""
    put(json.dumps(values))


def _share(outcome: Outcome) -> str:
    """Say how small the target is beside plain samples; sounds are those themselves."""
    if not outcome.pcm_bytes or outcome.target_bytes >= outcome.pcm_bytes:
        return ""
    return f" ({100 * outcome.target_bytes / outcome.pcm_bytes:.1f} % of PCM)"
