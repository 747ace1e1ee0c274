"""The waves of a file, worked out in the background while it may already be playing."""

import os
import threading
from collections.abc import Generator, Sequence
from contextlib import closing, suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from road_codec import Progress
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain
from road_gui.player.drawing_source import Drawn
from road_gui.player.mixing import Readers
from road_gui.player.opening import OpenFile
from road_gui.player.pairing import Original
from road_gui.player.source import Heard, Reader
from road_gui.plots.wave_item import Layer

Floats = NDArray[np.float32]

_LOW_PRIORITY = 10
# Share of a view by which its samples are fetched beyond it, so that small moves need no more.
_MARGIN = 0.5


class Overview(QObject):
    """Fills the layers of one file, then reads what the file is made of.

    Seed and sound are read at once; original and error when they are wanted, one after the
    other, and kept.

    Parameters
    ----------
    file : OpenFile
        What to look at; it is opened anew in the working thread.
    runner : JobRunner
        Who runs the work.
    parent : QObject, optional
        Owner.

    Signals
    -------
    grown()
        A layer has more to show.
    described(dict)
        Header fields and statistics, of an encoded file.
    failed(str)
        The file could not be read to its end, in a sentence.
    """

    grown = Signal()
    described = Signal(object)
    failed = Signal(str)

    def __init__(self, file: OpenFile, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._runner = file, runner
        self._original: Original | None = None
        self._drawn: dict[Heard, Drawn] = {}
        for heard in (Heard.SEED, Heard.DECODED):
            self._add(heard)
        self._survey_job: Job | None = None
        self._other_job: Job | None = None
        self._others: list[Drawn] = []
        self._detail_job: Job | None = None
        self._detail: tuple[Drawn, int, int] | None = None
        self._wanted: tuple[Drawn, int, int] | None = None
        self._is_cancelled, self._is_done = False, False

    def _add(self, heard: Heard) -> Drawn | None:
        drawn = Drawn.of(self._file, heard, self._original)
        if drawn is not None:
            self._drawn[heard] = drawn
        return drawn

    def layer(self, heard: Heard) -> Layer | None:
        """Return what there is to draw of a sound, which may still be growing."""
        drawn = self._drawn.get(heard)
        return None if drawn is None else drawn.layer

    @property
    def sound(self) -> Layer:
        """The decoded sound, or that of an ordinary file."""
        return self._drawn[Heard.DECODED].layer

    @property
    def share(self) -> float | None:
        """How much of the sound has been read, 0.0 to 1.0; None while the length is unknown."""
        n_samples = self._file.sound.n_samples
        if self._is_done:
            return 1.0
        return self.sound.pyramid.n_samples / n_samples if n_samples else None

    def start(self) -> None:
        """Begin."""
        job = Job(_survey(self._file, list(self._drawn.values())))
        job.progressed.connect(self._tell_growth)
        job.succeeded.connect(self._finish)
        job.failed.connect(self._fail)
        self._survey_job = job
        self._runner.start(job)

    def cancel(self) -> None:
        """Stop soon, and tell nothing any more."""
        self._is_cancelled = True
        self._others.clear()
        for job in (self._survey_job, self._other_job, self._detail_job):
            if job is not None:
                job.cancel()

    # -- original and error -------------------------------------------------------

    def set_original(self, original: Original | None) -> None:
        """Have another original from now on, or none: what was drawn of the one before is gone."""
        if original == self._original:
            return
        self._original = original
        for heard in set(self._drawn) - {Heard.SEED, Heard.DECODED}:
            del self._drawn[heard]
        self._others.clear()
        if self._other_job is not None:
            self._other_job.cancel()

    def want(self, heard: Heard) -> None:
        """Have something drawn that is not there yet."""
        if heard in self._drawn or self._is_cancelled:
            return
        drawn = self._add(heard)
        if drawn is not None:
            self._others.append(drawn)
            self._survey_next()

    def _survey_next(self) -> None:
        if self._other_job is not None or not self._others:
            return
        job = Job(_grow([self._others.pop(0)]))
        job.progressed.connect(self._tell_growth)
        for ending in (job.succeeded, job.failed, job.cancelled):
            ending.connect(self._end_other)
        self._other_job = job
        self._runner.start(job)

    @Slot()
    def _end_other(self) -> None:
        # What cannot be read is not drawn; who plays it says why.
        self._other_job = None
        self._tell_growth()
        self._survey_next()

    # -- samples for close views --------------------------------------------------

    @Slot(object, int, int)
    def want_detail(self, layer: Layer, start: int, stop: int) -> None:
        """Bring the samples around a stretch into a layer's pyramid, the latest wish first."""
        drawn = next((one for one in self._drawn.values() if one.layer is layer), None)
        if drawn is None:
            return
        margin = int(_MARGIN * (stop - start))
        self._wanted = (drawn, max(0, start - margin), stop + margin)
        if self._detail is None:
            self._fetch_detail()

    def _fetch_detail(self) -> None:
        self._detail, self._wanted = self._wanted, None
        if self._detail is None or self._is_cancelled:
            return
        job = Job(_fetch(*self._detail))
        job.succeeded.connect(self._take_detail)
        job.failed.connect(self._drop_detail)
        job.cancelled.connect(self._drop_detail)
        self._detail_job = job
        self._runner.start(job)

    @Slot(object)
    def _take_detail(self, samples: Floats) -> None:
        if self._detail is not None:
            drawn, start, _ = self._detail
            drawn.layer.pyramid.set_detail(start, samples)
            self._tell_growth()
        self._drop_detail()

    @Slot()
    def _drop_detail(self) -> None:
        self._detail = None
        self._fetch_detail()

    # -- what the survey tells ----------------------------------------------------

    @Slot()
    def _tell_growth(self) -> None:
        if not self._is_cancelled:
            self.grown.emit()

    @Slot(object)
    def _finish(self, description: dict[str, Any]) -> None:
        self._is_done = True
        if not self._is_cancelled:
            self.grown.emit()
            self.described.emit(description)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._is_done = True
        if not self._is_cancelled:
            self.grown.emit()
            self.failed.emit(explain(error).line)


def _survey(file: OpenFile, drawn: list[Drawn]) -> Generator[Progress, None, dict[str, Any]]:
    """Read the seed, which is quick, then decode all, then read what the file says of itself."""
    yield from _grow(drawn)
    if not file.is_encoded:
        return {}
    with closing(Reader(file.path)) as reader:
        return {} if reader.stream is None else (yield from reader.stream.describe())


def _grow(drawn: Sequence[Drawn]) -> Generator[Progress, None, None]:
    _step_back()
    with closing(Readers()) as readers:
        for one in drawn:
            pyramid = one.layer.pyramid
            with closing(one.blocks(readers)) as blocks:
                for block in blocks:
                    pyramid.append(block)
                    yield Progress(pyramid.n_samples, None, one.layer.rate_hz)


def _fetch(drawn: Drawn, start: int, stop: int) -> Generator[Progress, None, Floats]:
    yield Progress(0, None, 1)
    return drawn.stretch(start, stop)


def _step_back() -> None:
    """Let the thread wait where others have work, the decoder that is heard above all."""
    with suppress(AttributeError, OSError):  # Linux alone gives threads priorities of their own
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LOW_PRIORITY)
