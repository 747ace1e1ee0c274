"""One row of the queue at work: the task of the library, and what it tells."""

import time
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import (
    DecodeOptions,
    DiskFullError,
    Engine,
    Outcome,
    Progress,
    RoadError,
    decode,
    encode,
    usable_cores,
)
from road_gui.encoder.rows import Kind, Row, State
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import Message, explain


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What the page says when work begins; it holds until the work ends.

    Attributes
    ----------
    codec, params : str and object
        With what to encode.
    options : DecodeOptions
        How to decode.
    encoded_suffix, decoded_suffix : str
        Endings of the targets, with the dot.
    output : Path or None
        The folder for all, or None for beside each source.
    on_exists : {"skip", "rename", "overwrite"}
        What to do where a target is there already.
    at_once : int
        Files converted side by side.
    """

    codec: str
    params: Any
    options: DecodeOptions
    encoded_suffix: str
    decoded_suffix: str
    output: Path | None
    on_exists: str
    at_once: int

    @property
    def threads(self) -> int:
        """Threads for each file, so that together they fill the machine."""
        return max(1, usable_cores() // self.at_once)


class Conversion(QObject):
    """Drives one row, and writes into it what happens.

    Attributes
    ----------
    met_full_disk : bool
        Whether it failed for want of room.

    Signals
    -------
    changed(Row)
        After the row has changed.
    ended(Conversion)
        After its last change.
    """

    changed = Signal(object)
    ended = Signal(object)

    def __init__(self, row: Row, orders: Orders, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self.met_full_disk = False
        self._started = time.monotonic()
        self._job = Job(_task(row, orders))
        self._job.progressed.connect(self._progress)
        self._job.succeeded.connect(self._succeed)
        self._job.cancelled.connect(self._cancel_done)
        self._job.failed.connect(self._fail)

    def start(self, runner: JobRunner) -> None:
        """Begin."""
        self.row.reset()
        self.row.state = State.RUNNING
        self._started = time.monotonic()
        self.changed.emit(self.row)
        runner.start(self._job)

    def cancel(self) -> None:
        """Stop before the next step."""
        self.row.message = self.tr("Stopping…")
        self.changed.emit(self.row)
        self._job.cancel()

    @Slot(object)
    def _progress(self, progress: Progress) -> None:
        row, took = self.row, time.monotonic() - self._started
        row.fraction = progress.fraction
        row.seconds = progress.seconds
        if took > 0 and progress.seconds > 0:
            row.speed = progress.seconds / took
            if progress.fraction:
                row.seconds_left = took * (1 / progress.fraction - 1)
        self.changed.emit(row)

    @Slot(object)
    def _succeed(self, outcome: Outcome) -> None:
        row = self.row
        row.seconds = outcome.seconds
        if outcome.target is None:
            row.message = self.tr("The target is there already")
            self._end(State.SKIPPED)
            return
        # Damage may stand among the notices as well; once is enough.
        notices = dict.fromkeys(text for text in (outcome.damage, *outcome.notices) if text)
        row.message = "; ".join(text[:1].upper() + text[1:] for text in notices)
        row.target = Path(outcome.target)
        row.source_bytes, row.target_bytes = outcome.source_bytes, outcome.target_bytes
        self._end(State.DONE)

    @Slot()
    def _cancel_done(self) -> None:
        self.row.message = self.tr("Nothing was left behind")
        self._end(State.STOPPED)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        message = explain(error)
        self.met_full_disk = isinstance(error, DiskFullError)
        self.row.message = _without_path(message, error, self.row)
        self.row.details = message.details
        self._end(State.FAILED)

    def _end(self, state: State) -> None:
        row = self.row
        row.state = state
        row.took = time.monotonic() - self._started
        row.speed = row.seconds_left = None
        self.changed.emit(row)
        self.ended.emit(self)


def _task(row: Row, orders: Orders) -> Generator[Progress, None, Outcome]:
    """Make the task in the thread that runs it, where its errors are caught."""
    target = row.target or row.source.with_name(row.source.name + orders.encoded_suffix)
    on_exists = "overwrite" if row.forced_target else orders.on_exists
    if row.kind is Kind.DECODE:
        options = row.options or orders.options
        return (
            yield from decode(
                row.source,
                target,
                options=options,
                threads=orders.threads,
                on_exists=on_exists,
            )
        )
    return (
        yield from encode(
            row.source,
            target,
            codec=orders.codec,
            params=orders.params,
            engine=Engine(threads=orders.threads),
            on_exists=on_exists,
        )
    )


def _without_path(message: Message, error: Exception, row: Row) -> str:
    """Say what is wrong without the name that stands in the row anyway."""
    if not isinstance(error, RoadError):
        return message.line
    return message.titled(str(error).removeprefix(f"{row.source}: "))
