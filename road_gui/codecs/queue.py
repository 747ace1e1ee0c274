"""The comparison at work: the excerpt first, then one row after the other."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import (
    CodecSetting,
    Excerpt,
    InsideBench,
    Progress,
    Scratch,
    Task,
    all_codecs,
    remove_dead_scratch,
    remove_trial,
    usable_cores,
)
from road_gui.codecs.measuring import Measuring
from road_gui.codecs.removed import Measured, Removed
from road_gui.codecs.results_model import ResultsModel
from road_gui.codecs.rows import Row, State
from road_gui.jobs.job import Job, JobRunner


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What is to be measured.

    Attributes
    ----------
    sound : Path
        On which sound.
    seconds : float or None
        On how much of it, from its beginning; None for all.
    settings : tuple of CodecSetting
        With what.
    at_once : int
        How many side by side.
    """

    sound: Path
    seconds: float | None
    settings: tuple[CodecSetting, ...]
    at_once: int

    @property
    def threads(self) -> int:
        """Threads for each setting, so that together they fill the machine."""
        return max(1, usable_cores() // self.at_once)


class MeasuringQueue(QObject):
    """Measures settings on one sound; results stay as long as the sound is the same.

    Encoded files lie in a folder of its own below `root`, which goes with them.

    Signals
    -------
    started()
        When work begins.
    row_changed(Row)
        After a row has changed.
    failed(Exception)
        When the sound could not be taken; nothing was measured.
    finished()
        When no row is at work any more and none will be taken.
    """

    started = Signal()
    row_changed = Signal(object)
    failed = Signal(object)
    finished = Signal()

    def __init__(self, model: ResultsModel, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._root = root
        self._runner = JobRunner(self)
        self._numbers = itertools.count(1)
        self._styles = {codec.id: number for number, codec in enumerate(all_codecs())}
        self._titles = {codec.id: codec.title for codec in all_codecs()}
        # Filled by the thread that makes it, so that it can be removed whatever happens.
        self._scratch: list[Scratch] = []
        self._doomed: list[Scratch] = []
        self._excerpt: Excerpt | None = None
        self._bench: InsideBench | None = None
        self._measured: tuple[object, ...] = ()
        self._orders: Orders | None = None
        self._preparing: Job | None = None
        self._at_work: list[Measuring] = []
        self._takes_more = False
        self._run: list[Row] = []
        self._removed: Removed | None = None
        if root.is_dir():
            self._runner.start(Job(_sweep(root)))

    @property
    def is_running(self) -> bool:
        """Whether anything is at work."""
        return bool(self._at_work) or self._preparing is not None

    @property
    def excerpt(self) -> Excerpt | None:
        """The sound that the rows are of."""
        return self._excerpt

    @property
    def fraction(self) -> float:
        """Share of the work begun by the last start that is done."""
        return sum(row.share_done for row in self._run) / len(self._run) if self._run else 0.0

    @property
    def run(self) -> Sequence[Row]:
        """The rows of the last start."""
        return self._run

    def missing(self, orders: Orders) -> list[CodecSetting]:
        """List the settings that a start would measure: those without a result for the sound."""
        if _identity(orders) != self._measured:
            return list(orders.settings)
        there = [row.setting for row in self._model.rows if row.state is State.DONE]
        return [one for one in orders.settings if one not in there]

    def start(self, orders: Orders) -> None:
        """Measure what is missing; rows of another sound go, and can be brought back."""
        wanted = self.missing(orders)
        if self.is_running or not wanted:
            return
        identity = _identity(orders)
        is_new = identity != self._measured
        if is_new:
            self.clear()
            self._measured = identity
        else:
            self._forget_removed()
        self._orders, self._takes_more = orders, True
        self._run = [self._row_for(setting) for setting in wanted]
        if is_new or self._excerpt is None:
            self._prepare(orders)
        else:
            self._bench = InsideBench(self._scratch[-1].path, threads=orders.threads)
        self.started.emit()
        self._fill()

    def measure_again(self, row: Row) -> None:
        """Forget what came of a row, and measure it once more."""
        orders = self._orders
        if self.is_running or orders is None or self._model.number_of(row) < 0:
            return
        self._drop_files(row)
        row.reset()
        self._model.show(row)
        self.start(
            Orders(
                sound=orders.sound,
                seconds=orders.seconds,
                settings=(row.setting,),
                at_once=orders.at_once,
            )
        )

    def remove(self, row: Row) -> None:
        """Take a row out that is not at work; its file goes when it cannot be brought back."""
        number = self._model.number_of(row)
        if row.state is not State.RUNNING and number >= 0:
            self._forget_removed()
            self._removed = Removed(places=[(number, row)], run=self._run)
            self._run = [one for one in self._run if one is not row]
            self._model.remove([row])

    def clear(self) -> None:
        """Take all rows out; their files go when they cannot be brought back."""
        if self.is_running:
            return
        taken = self._all()
        self._forget_removed()
        self._removed = taken if taken.places else None
        if not taken.places:
            self._forget(taken)
        self._scratch.clear()
        self._run, self._excerpt, self._bench, self._measured = [], None, None, ()
        self._model.clear()

    @property
    def can_bring_back(self) -> bool:
        """Whether there is something that was taken out last."""
        return self._removed is not None and not self.is_running

    def bring_back(self) -> None:
        """Put in again what was taken out last; in place of the results of another sound."""
        removed = self._removed
        if removed is None or self.is_running:
            return
        self._removed = None
        if removed.whole is not None:
            self.clear()  # which can be brought back in its turn
            self._scratch[:] = removed.whole.scratch
            self._excerpt, self._bench = removed.whole.excerpt, removed.whole.bench
            self._measured, self._orders = removed.whole.identity, removed.whole.orders
        self._run = removed.run
        for number, row in removed.places:
            self._model.insert(number, row)

    def _all(self) -> Removed:
        common = Measured(
            scratch=list(self._scratch),
            excerpt=self._excerpt,
            bench=self._bench,
            identity=self._measured,
            orders=self._orders,
        )
        return Removed(places=list(enumerate(self._model.rows)), run=self._run, whole=common)

    def _forget_removed(self) -> None:
        """Remove the files of what was taken out last."""
        removed, self._removed = self._removed, None
        if removed is not None:
            self._forget(removed)

    def _forget(self, removed: Removed) -> None:
        if removed.whole is None:
            for _, row in removed.places:
                self._drop_files(row)
        else:
            self._doomed += removed.whole.scratch
            self._runner.start(Job(_close(removed.whole.scratch)))

    def stop(self) -> None:
        """Stop at once; rows that were begun say so."""
        self._takes_more = False
        if self._preparing is not None:
            self._preparing.cancel()
        for measuring in list(self._at_work):
            measuring.cancel()
        self._stop_waiting()

    def shut_down(self) -> bool:
        """Stop, wait for the threads, remove all files; return whether all threads ended."""
        self._takes_more = False
        if self._removed is not None and self._removed.whole is not None:
            self._doomed += self._removed.whole.scratch
        have_ended = self._runner.shut_down()
        for scratch in (*self._scratch, *self._doomed):
            scratch.close()
        return have_ended

    def _let_go(self) -> list[Scratch]:
        """Return the folders that are to be removed, which takes its time."""
        doomed = list(self._scratch)
        self._scratch.clear()
        self._doomed += doomed
        return doomed

    def _row_for(self, setting: CodecSetting) -> Row:
        """Return the row of a setting, made new."""
        row = next((one for one in self._model.rows if one.setting == setting), None)
        if row is None:
            row = Row(setting, self._titles[setting.codec], self._styles[setting.codec])
            self._model.add([row])
        else:
            row.reset()
            self._model.show(row)
        return row

    def _drop_files(self, row: Row) -> None:
        if row.trial is not None:
            remove_trial(row.trial.encoded.parent)

    def _prepare(self, orders: Orders) -> None:
        job = Job(_prepare(self._root, self._let_go(), self._scratch, orders))
        job.succeeded.connect(self._take_excerpt)
        job.failed.connect(self._refuse)
        job.cancelled.connect(self._give_up)
        self._preparing = job
        self._runner.start(job)

    @Slot(object)
    def _take_excerpt(self, found: tuple[InsideBench, Excerpt]) -> None:
        self._preparing = None
        self._bench, self._excerpt = found
        self._fill()
        self._tell_end()

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        self._give_up()
        self.failed.emit(error)

    @Slot()
    def _give_up(self) -> None:
        """End without having begun: there is nothing that rows could say."""
        self._preparing, self._measured = None, ()
        self._takes_more = False
        self._run = []
        self._model.clear()
        self.finished.emit()

    def _fill(self) -> None:
        """Begin rows until enough are at work."""
        if self._orders is None or self._bench is None or self._excerpt is None:
            return
        for row in self._run:
            if not self._takes_more or len(self._at_work) >= self._orders.at_once:
                return
            if row.state is State.QUEUED:
                self._begin(row, self._bench, self._excerpt)

    def _begin(self, row: Row, bench: InsideBench, excerpt: Excerpt) -> None:
        measuring = Measuring(row, bench, excerpt, str(next(self._numbers)), self)
        measuring.changed.connect(self._show)
        measuring.ended.connect(self._end)
        self._at_work.append(measuring)
        measuring.start(self._runner)

    @Slot(object)
    def _show(self, row: Row) -> None:
        self._model.show(row)
        self.row_changed.emit(row)

    @Slot(object)
    def _end(self, measuring: Measuring) -> None:
        self._at_work.remove(measuring)
        if measuring.met_full_disk:
            # The others would fail as well.
            self._takes_more = False
            self._stop_waiting()
        measuring.deleteLater()
        self._fill()
        self._tell_end()

    def _tell_end(self) -> None:
        if not self.is_running:
            self.finished.emit()

    def _stop_waiting(self) -> None:
        for row in self._run:
            if row.state is State.QUEUED:
                row.state = State.STOPPED
                self._show(row)


def _identity(orders: Orders) -> tuple[object, ...]:
    """Return what must be the same for results to be of the same sound."""
    try:
        facts = orders.sound.stat()
    except OSError:
        return (orders.sound, orders.seconds, None)
    return (orders.sound, orders.seconds, facts.st_mtime_ns, facts.st_size)


def _prepare(
    root: Path, doomed: list[Scratch], scratch: list[Scratch], orders: Orders
) -> Task[tuple[InsideBench, Excerpt]]:
    """Let go of the files before, and write what the codecs will be given."""
    yield from _close(doomed)
    fresh = Scratch(root)
    scratch.append(fresh)
    bench = InsideBench(fresh.path, threads=orders.threads)
    excerpt = yield from bench.prepare(orders.sound, seconds=orders.seconds)
    return bench, excerpt


def _close(doomed: list[Scratch]) -> Task[None]:
    for scratch in doomed:
        scratch.close()
        yield Progress(0, None, 1)


def _sweep(root: Path) -> Task[None]:
    """Remove what runs have left that were killed."""
    yield Progress(0, None, 1)
    remove_dead_scratch(root)
