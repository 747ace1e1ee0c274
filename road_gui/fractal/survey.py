"""The whole file: its waveform, where it is silent, its ranges counted, where its bytes are."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from road_codec import (
    PartitionStatistics,
    Progress,
    Stream,
    Task,
    as_part,
    count_partitions,
    open_stream,
)
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain
from road_gui.plots.pyramid import Pyramid

# Of the time for all: reading the seed, counting the ranges, and the rest, describing the file.
_SEED_SHARE, _COUNTED_SHARE = 0.02, 0.58


class Survey(QObject):
    """Reads through a file in a thread, and shows at any time what is known so far.

    Parameters
    ----------
    runner : JobRunner
        Who runs the work.
    parent : QObject, optional
        Owner.

    Attributes
    ----------
    wave : Pyramid
        The seed: the waveform of the first coded channel at a low rate.
    silent : ndarray of float32, shape (superframes,)
        The share of each that is silent blocks, 0 to 1; NaN where it is not known yet.
    statistics : PartitionStatistics or None
        Of all ranges; None until all have been counted.
    description : dict
        What `Stream.describe` tells; empty until it is known.
    fraction : float
        How much has been done, 0.0 to 1.0.
    sentence : str
        What went wrong; empty if nothing did.

    Signals
    -------
    changed()
        More is known, or the work was begun or ended.
    finished()
        All is known.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._job: Job | None = None
        self._path: Path | None = None
        self._clear(0)

    def _clear(self, n_superframes: int) -> None:
        self.wave = Pyramid(1)
        self.silent: NDArray[np.float32] = np.full(n_superframes, np.nan, np.float32)
        self.statistics: PartitionStatistics | None = None
        self.description: dict[str, Any] = {}
        self.fraction = 0.0
        self.sentence = ""

    @property
    def has_begun(self) -> bool:
        """Whether there is a file that is, was or could be read through."""
        return self._path is not None

    @property
    def is_running(self) -> bool:
        """Whether the file is being read."""
        return self._job is not None

    @property
    def is_stopped(self) -> bool:
        """Whether somebody has stopped the work before its end."""
        return self.has_begun and not self.is_running and self.statistics is None

    def begin(self, path: Path, n_superframes: int) -> None:
        """Read another file, of so many superframes."""
        self.forget()
        self._path = path
        self._clear(n_superframes)
        self.start()

    @Slot()
    def start(self) -> None:
        """Read the file, once more if need be."""
        if self._path is None or self.is_running:
            return
        self._clear(len(self.silent))
        job = Job(read_through(self._path, self.wave, self.silent))
        job.progressed.connect(self._follow)
        job.succeeded.connect(self._take)
        job.failed.connect(self._fail)
        self._job = job
        self._runner.start(job)
        self.changed.emit()

    @Slot()
    def stop(self) -> None:
        """Read no further; what is known stays."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.changed.emit()

    def forget(self) -> None:
        """Let go of the file."""
        self.stop()
        self._path = None
        self._clear(0)

    @Slot(object)
    def _follow(self, progress: Progress) -> None:
        if self.sender() is self._job:
            self.fraction = progress.fraction or 0.0
            self.changed.emit()

    @Slot(object)
    def _take(self, found: tuple[PartitionStatistics, dict[str, Any]]) -> None:
        if self.sender() is self._job:
            self._job, self.fraction = None, 1.0
            self.statistics, self.description = found
            self.changed.emit()
            self.finished.emit()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if self.sender() is self._job:
            self._job = None
            self.sentence = explain(error).line
            self.changed.emit()


def read_through(
    path: Path, wave: Pyramid, silent: NDArray[np.float32]
) -> Task[tuple[PartitionStatistics, dict[str, Any]]]:
    """Fill the wave, which is quick, then count, then describe; a task."""
    with open_stream(path) as stream:
        if stream.info.features.seed:
            yield from as_part(_read_seed(stream, wave), 0.0, _SEED_SHARE)
        counting = count_partitions(stream, silent)
        statistics = yield from as_part(counting, _SEED_SHARE, _COUNTED_SHARE)
        description = yield from as_part(stream.describe(), _COUNTED_SHARE, 1.0)
        return statistics, description


def _read_seed(stream: Stream, wave: Pyramid) -> Task[None]:
    shape = stream.seed_format()
    for audio in stream.seed_blocks():
        wave.append(audio.as_float()[:1])
        yield Progress(wave.n_samples, shape.n_samples, shape.rate_hz)
