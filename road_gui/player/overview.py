"""The waveform of a file, worked out in the background while it may already be playing."""

import os
import threading
from collections.abc import Generator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from road_codec import Progress
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain
from road_gui.player.opening import OpenFile
from road_gui.player.source import Heard, Listening, Reader, read_stretch
from road_gui.plots.pyramid import Pyramid
from road_gui.plots.wave_item import Layer

Floats = NDArray[np.float32]

_LOW_PRIORITY = 10
# Share of a view by which its samples are fetched beyond it, so that small moves need no more.
_MARGIN = 0.5


class Overview(QObject):
    """Fills the layers of one file, then reads what the file is made of.

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
        self._path = file.path
        self._n_samples = file.sound.n_samples
        self._runner = runner
        self.sound = Layer(Pyramid(file.sound.n_channels), file.sound.rate_hz)
        self.seed: Layer | None = None
        if file.seed is not None:
            self.seed = Layer(Pyramid(file.seed.n_channels), file.seed.rate_hz, is_seed=True)
        self._survey_job: Job | None = None
        self._detail_job: Job | None = None
        self._detail: tuple[Layer, int, int] | None = None
        self._wanted: tuple[Layer, int, int] | None = None
        self._is_cancelled, self._is_done = False, False

    @property
    def share(self) -> float | None:
        """How much of the sound has been read, 0.0 to 1.0; None while the length is unknown."""
        n_samples = self._n_samples
        if self._is_done:
            return 1.0
        return self.sound.pyramid.n_samples / n_samples if n_samples else None

    def start(self) -> None:
        """Begin."""
        job = Job(_survey(self._path, self.sound, self.seed))
        job.progressed.connect(self._tell_growth)
        job.succeeded.connect(self._finish)
        job.failed.connect(self._fail)
        self._survey_job = job
        self._runner.start(job)

    def cancel(self) -> None:
        """Stop soon, and tell nothing any more."""
        self._is_cancelled = True
        for job in (self._survey_job, self._detail_job):
            if job is not None:
                job.cancel()

    @Slot(object, int, int)
    def want_detail(self, layer: Layer, start: int, stop: int) -> None:
        """Bring the samples around a stretch into a layer's pyramid, the latest wish first."""
        margin = int(_MARGIN * (stop - start))
        self._wanted = (layer, max(0, start - margin), stop + margin)
        if self._detail is None:
            self._fetch_detail()

    def _fetch_detail(self) -> None:
        self._detail, self._wanted = self._wanted, None
        if self._detail is None or self._is_cancelled:
            return
        layer, start, stop = self._detail
        job = Job(_fetch(_listening(self._path, layer), start, stop))
        job.succeeded.connect(self._take_detail)
        job.failed.connect(self._drop_detail)
        job.cancelled.connect(self._drop_detail)
        self._detail_job = job
        self._runner.start(job)

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

    @Slot(object)
    def _take_detail(self, samples: Floats) -> None:
        if self._detail is not None:
            layer, start, _ = self._detail
            layer.pyramid.set_detail(start, samples)
            self._tell_growth()
        self._drop_detail()

    @Slot()
    def _drop_detail(self) -> None:
        self._detail = None
        self._fetch_detail()


def _listening(path: Path, layer: Layer) -> Listening:
    return Listening(path, Heard.SEED if layer.is_seed else Heard.DECODED)


def _survey(
    path: Path, sound: Layer, seed: Layer | None
) -> Generator[Progress, None, dict[str, Any]]:
    """Read the seed, which is quick, then decode all, then read what the file says of itself."""
    _step_back()
    with closing(Reader(path)) as reader:
        for layer in (seed, sound):
            if layer is not None:
                with closing(reader.blocks(_listening(path, layer))) as blocks:
                    for block in blocks:
                        layer.pyramid.append(block)
                        yield Progress(layer.pyramid.n_samples, None, layer.rate_hz)
        if reader.stream is None:
            return {}
        return (yield from reader.stream.describe())


def _fetch(listening: Listening, start: int, stop: int) -> Generator[Progress, None, Floats]:
    yield Progress(0, None, 1)
    return read_stretch(listening, start, stop)


def _step_back() -> None:
    """Let the thread wait where others have work, the decoder that is heard above all."""
    with suppress(AttributeError, OSError):  # Linux alone gives threads priorities of their own
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LOW_PRIORITY)
