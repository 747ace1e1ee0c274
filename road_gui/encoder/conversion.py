"""One row of the queue at work: the task of the library, and what it tells."""

import time
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from road_codec import (
    Comparison,
    DecodeOptions,
    DiskFullError,
    Engine,
    Outcome,
    Progress,
    TargetExistsError,
    compare,
    decode,
    encode,
    usable_cores,
)
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.rows import Kind, Row, State
from road_gui.encoder.targets import Destination
from road_gui.jobs.job import Job, JobRunner
from road_gui.library_words import said
from road_gui.messages import Translate, as_written, explain

_MEASURING = "measuring"
# Of the time that encoding and measuring take together; decoding and comparing are quicker.
_ENCODING = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What the page says when work begins; it holds until the work ends.

    Attributes
    ----------
    destination : Destination
        Where files go, and with what sounds are encoded.
    options : DecodeOptions
        How to decode.
    on_exists : {"ask", "skip", "update", "rename", "overwrite"}
        What to do where a target is there already; with `ask` rows know what was answered.
    at_once : int
        Files converted side by side.
    keep_date : bool
        Give files the dates of their sources.
    copy_others : bool
        Copy the other files of the folders as well, where all goes to one folder.
    measure : bool
        Find out how close an encoded file is to its source.
    """

    destination: Destination
    options: DecodeOptions
    on_exists: str
    at_once: int
    keep_date: bool = False
    copy_others: bool = False
    measure: bool = False

    @property
    def threads(self) -> int:
        """Threads for each file, so that together they fill the machine."""
        return max(1, usable_cores() // self.at_once)


@dataclass(slots=True)
class _Work:
    """What the thread of one row needs to know, and what it leaves behind."""

    source: Path
    target: Path
    kind: Kind
    encoding: Encoding
    options: DecodeOptions
    threads: int
    on_exists: str
    keep_date: bool
    measures: bool
    outcome: Outcome | None = None
    comparison: Comparison | None = None


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
        self._work = _work_for(row, orders)
        self._job = Job(_task(self._work))
        self._job.progressed.connect(self._progress)
        self._job.succeeded.connect(self._succeed)
        self._job.cancelled.connect(self._cancel_done)
        self._job.failed.connect(self._fail)

    def start(self, runner: JobRunner) -> None:
        """Begin."""
        self.row.reset()
        self.row.state = State.RUNNING
        if self.row.kind is Kind.ENCODE:
            self.row.used = self._work.encoding
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
        is_measuring = progress.note == _MEASURING
        row.fraction = self._share(progress.fraction, is_measuring)
        if is_measuring:
            row.message = row.message or self.tr("Measuring…")
        elif took > 0 and progress.seconds > 0:
            row.seconds = progress.seconds
            row.speed = progress.seconds / took
        if took > 0 and row.fraction:
            row.seconds_left = took * (1 / row.fraction - 1)
        self.changed.emit(row)

    def _share(self, fraction: float | None, is_measuring: bool) -> float | None:
        if fraction is None or not self._work.measures:
            return fraction
        return _ENCODING + (1 - _ENCODING) * fraction if is_measuring else _ENCODING * fraction

    @Slot(object)
    def _succeed(self, outcome: Outcome) -> None:
        self._finish(outcome)

    def _finish(self, outcome: Outcome, remark: str = "", plain: str = "") -> None:
        """Take over what the work has left: a whole file, or none because it was skipped."""
        row = self.row
        row.seconds = outcome.seconds
        if outcome.target is None:
            self._tell(_why_skipped, self._work.on_exists)
            self._end(State.SKIPPED)
            return
        # Damage may stand among the notices as well; once is enough.
        notices = tuple(dict.fromkeys((outcome.damage, *outcome.notices)))
        row.message = _sentences((*map(said, notices), remark))
        row.plain = _sentences((*notices, plain))
        row.target = Path(outcome.target)
        row.source_bytes, row.target_bytes = outcome.source_bytes, outcome.target_bytes
        if self._work.comparison is not None:
            row.snr_db = self._work.comparison.snr_db
        self._end(State.DONE)

    def _tell(self, sentence: Callable[..., str], *about: str) -> None:
        """Say something to people in their language, and to programs in English."""
        self.row.message = sentence(QCoreApplication.translate, *about)
        self.row.plain = sentence(as_written, *about)

    @Slot()
    def _cancel_done(self) -> None:
        if self._work.outcome is not None:
            remark = _measuring_stopped(QCoreApplication.translate)
            self._finish(self._work.outcome, remark, _measuring_stopped(as_written))
            return
        self._tell(_nothing_left)
        self._end(State.STOPPED)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if self._work.outcome is not None:
            message = explain(error)
            self.row.details = message.details
            reason = self.tr("not measured: {reason}").format(reason=message.sentence)
            self._finish(self._work.outcome, reason, f"not measured: {message.plain}")
            return
        if isinstance(error, TargetExistsError):
            self._tell(_appeared)
            self._end(State.SKIPPED)
            return
        self.met_full_disk = isinstance(error, DiskFullError)
        # The name of the file stands in the row anyway.
        message = explain(error, known=f"{self.row.source}: ")
        self.row.message, self.row.plain = message.line, message.plain
        self.row.details = message.details
        self._end(State.FAILED)

    def _end(self, state: State) -> None:
        row = self.row
        row.state = state
        row.took = time.monotonic() - self._started
        row.speed = row.seconds_left = None
        self.changed.emit(row)
        self.ended.emit(self)


def _work_for(row: Row, orders: Orders) -> _Work:
    """Take all that is known of a row now: later it may be changed for the next start."""
    encoding = row.encoding or orders.destination.encoding
    return _Work(
        source=row.source,
        target=row.target or orders.destination.target_of(row),
        kind=row.kind,
        encoding=encoding,
        options=row.options or orders.options,
        threads=orders.threads,
        on_exists=_policy(row, orders),
        keep_date=orders.keep_date,
        measures=orders.measure and row.kind is Kind.ENCODE,
    )


def _policy(row: Row, orders: Orders) -> str:
    if row.forced_target:
        return "overwrite"
    if orders.on_exists != "ask":
        return orders.on_exists
    # Of what has appeared since somebody was asked nobody has said that it may be replaced.
    return row.on_exists or "skip"


def _task(work: _Work) -> Generator[Progress, None, Outcome]:
    """Convert, and measure; made in the thread that runs it, where its errors are caught."""
    work.outcome = outcome = yield from _convert(work)
    if work.measures and outcome.target is not None:
        work.comparison = yield from _noted(compare(work.source, outcome.target))
    return outcome


def _convert(work: _Work) -> Generator[Progress, None, Outcome]:
    if work.kind is Kind.DECODE:
        return (
            yield from decode(
                work.source,
                work.target,
                options=work.options,
                threads=work.threads,
                on_exists=work.on_exists,
                keep_date=work.keep_date,
            )
        )
    return (
        yield from encode(
            work.source,
            work.target,
            codec=work.encoding.codec,
            params=work.encoding.params,
            engine=Engine(threads=work.threads),
            on_exists=work.on_exists,
            keep_date=work.keep_date,
        )
    )


def _noted(task: Generator[Progress, None, Comparison]) -> Generator[Progress, None, Comparison]:
    """Mark the steps of measuring, for the window to know them."""
    with closing(task):
        while True:
            try:
                step = next(task)
            except StopIteration as end:
                result: Comparison = end.value
                return result
            yield replace(step, note=_MEASURING)


def _sentences(texts: Iterable[str]) -> str:
    return "; ".join(text[:1].upper() + text[1:] for text in texts if text)


def _why_skipped(translate: Translate, on_exists: str) -> str:
    if on_exists == "update":
        return translate("Conversion", "The target is there already, newer and whole")
    return translate("Conversion", "The target is there already")


def _measuring_stopped(translate: Translate) -> str:
    return translate("Conversion", "measuring was stopped")


def _nothing_left(translate: Translate) -> str:
    return translate("Conversion", "Nothing was left behind")


def _appeared(translate: Translate) -> str:
    return translate("Conversion", "A file appeared there meanwhile; it was left alone")
