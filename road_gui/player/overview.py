"""The waves of a file, worked out in the background while it may already be playing."""

import os
import threading
from collections.abc import Generator, Sequence
from contextlib import closing, suppress
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from road_codec import DecodeOptions, Progress, RoadError
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

    Seed and sound are read at once; original and error when they are wanted, and the sound once
    more when it is decoded otherwise, one after the other, and kept.

    Parameters
    ----------
    file : OpenFile
        What to look at; it is opened anew in the working thread.
    options : DecodeOptions
        How it is decoded, so far as that makes another sound of the same samples.
    runner : JobRunner
        Who runs the work.
    parent : QObject, optional
        Owner.

    Attributes
    ----------
    before : Layer or None
        The sound as it was decoded before, while it is read anew.

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

    def __init__(
        self,
        file: OpenFile,
        options: DecodeOptions,
        runner: JobRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._file, self._options, self._runner = file, options, runner
        self._original: Original | None = None
        self._drawn: dict[Heard, Drawn] = {}
        for heard in (Heard.SEED, Heard.DECODED):
            self._add(heard)
        self._survey_job: Job | None = None
        self._other_job: Job | None = None
        self._others: list[Drawn] = []
        self._growing: Drawn | None = None
        self.before: Layer | None = None
        self._detail_job: Job | None = None
        self._close: tuple[int, int] | None = None
        self._detail: tuple[Drawn, int, int] | None = None
        self._wanted: tuple[Drawn, int, int] | None = None
        self._is_cancelled, self._is_done = False, False

    def _add(self, heard: Heard) -> Drawn | None:
        drawn = Drawn.of(self._file, heard, self._original, self._options)
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

    def set_options(self, options: DecodeOptions) -> None:
        """Have the sound decoded otherwise; `before` is what it was, until it is read anew."""
        drawn = Drawn.of(self._file, Heard.DECODED, options=options)
        if drawn is None or drawn.lanes == self._drawn[Heard.DECODED].lanes:
            return
        shown = (self.sound,) if self.before is None else (self.before, self.sound)
        self.before = max(shown, key=lambda layer: layer.seconds)
        self._options = options
        self._forget(Heard.DECODED, Heard.ERROR)
        self._drawn[Heard.DECODED] = drawn
        self._others.insert(0, drawn)
        self._survey_next()

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
        self._forget(Heard.ORIGINAL, Heard.ERROR)

    def _forget(self, *heard: Heard) -> None:
        gone = [self._drawn.pop(one) for one in heard if one in self._drawn]
        self._others = [one for one in self._others if one not in gone]
        if self._other_job is not None and self._growing in gone:
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
        self._growing = self._others.pop(0)
        # What was looked at closely is seen so at once, not first as the blocks around it.
        is_sound = self._growing is self._drawn[Heard.DECODED]
        job = Job(_grow([self._growing], self._close if is_sound else None))
        job.progressed.connect(self._tell_growth)
        for ending in (job.succeeded, job.failed, job.cancelled):
            ending.connect(self._end_other)
        self._other_job = job
        self._runner.start(job)

    @Slot()
    def _end_other(self) -> None:
        # What cannot be read is not drawn; who plays it says why.
        if self._growing is self._drawn[Heard.DECODED]:
            self.before = None
        self._other_job = self._growing = None
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
        start, stop = max(0, start - margin), stop + margin
        self._wanted = (drawn, start, stop)
        if drawn.heard is Heard.DECODED:
            self._close = (start, stop)
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


def _grow(
    drawn: Sequence[Drawn], close: tuple[int, int] | None = None
) -> Generator[Progress, None, None]:
    """Read sounds from end to end, but before all a stretch that is looked at closely."""
    _step_back()
    if close is not None:
        for one in drawn:
            with suppress(RoadError):  # damage is told at its place on the way
                one.layer.pyramid.set_detail(close[0], one.stretch(*close))
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
