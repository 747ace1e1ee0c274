"""Reads through a pair in the background: waves first, then measures, then what a view asks for."""

import math
import os
import threading
from collections.abc import Generator
from contextlib import suppress

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from road_codec import Comparison, Progress, SegmentalSnrCurve, open_pair
from road_gui.compare.opening import OpenPair
from road_gui.jobs.job import Job, JobRunner
from road_gui.jobs.latest import Latest
from road_gui.messages import explain
from road_gui.plots.pyramid import Pyramid

Floats = NDArray[np.float32]

_LOW_PRIORITY = 10
_STRETCH_DELAY_MS = 120
# Share of a view by which its samples are fetched beyond it, so that small moves need no more.
_MARGIN = 0.5


class Survey(QObject):
    """All that is known of a pair over time.

    Parameters
    ----------
    pair : OpenPair
        What is looked at.
    runner : JobRunner
        Who runs the work.
    parent : QObject, optional
        Owner.

    Attributes
    ----------
    original, decoded, error : Pyramid
        Extremes of both sounds and of decoded minus original; they may still be growing.
    whole, stretch : Comparison or None
        Measures of all and of the selection, where they are known already.

    Signals
    -------
    grown()
        There are more samples to be seen.
    surveyed()
        Every sample has been seen.
    measured()
        `whole` or `stretch` is another one.
    failed(str)
        The pair could not be read to its end, in a sentence.
    """

    grown = Signal()
    surveyed = Signal()
    measured = Signal()
    failed = Signal(str)

    def __init__(self, pair: OpenPair, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pair = pair
        self._runner = runner
        self.original, self.decoded, self.error = (Pyramid(pair.n_channels) for _ in range(3))
        self._curve = SegmentalSnrCurve(pair.rate_hz)
        self._curve_lock = threading.Lock()
        self.whole: Comparison | None = None
        self.stretch: Comparison | None = None
        self._measured_share = 0.0
        self._is_cancelled = False
        self._reading: Job | None = None
        self._measuring: Job | None = None
        self._details = Latest(runner, is_patient=True, parent=self)
        self._details.done.connect(self._take_details)
        self._stretches = Latest(runner, parent=self)
        self._stretches.done.connect(self._take_stretch)
        self._stretches.failed.connect(self._fail)
        # A selection that is being drawn changes with every pixel.
        self._wanted = (0, 0)
        self._stretch_timer = QTimer(self, singleShot=True, interval=_STRETCH_DELAY_MS)
        self._stretch_timer.timeout.connect(self._measure_stretch)

    @property
    def n_samples(self) -> int:
        """Samples of one channel that have been seen."""
        return self.error.n_samples

    @property
    def share(self) -> float | None:
        """How much of the pair has been seen, 0.0 to 1.0; None while the length is unknown."""
        total = self.pair.n_samples
        return self.n_samples / total if total else None

    @property
    def measured_share(self) -> float:
        """How much of the pair has been measured, 0.0 to 1.0."""
        return self._measured_share

    def snrs_db(self) -> tuple[NDArray[np.float32], int]:
        """Return segmental SNRs and the samples of each; see `SegmentalSnrCurve.values`."""
        with self._curve_lock:
            return self._curve.values(), self._curve.frame_len

    def start(self) -> None:
        """Begin."""
        job = Job(self._read())
        job.progressed.connect(self._tell_growth)
        job.succeeded.connect(self._measure)
        job.failed.connect(self._fail)
        self._reading = job
        self._runner.start(job)

    def cancel(self) -> None:
        """Stop soon, and tell nothing any more."""
        self._is_cancelled = True
        for job in (self._reading, self._measuring):
            if job is not None:
                job.cancel()
        self._details.forget()
        self._stretch_timer.stop()
        self._stretches.forget()

    def want_details(self, first: float, last: float, n_pixels: int) -> None:
        """Bring the samples of a view into the pyramids, if the view is close enough for them."""
        start, stop = int(first) - 1, math.ceil(last) + 1
        if self._is_cancelled or not self.error.needs_detail(start, stop, n_pixels):
            return
        margin = int(_MARGIN * (stop - start))
        start, stop = max(0, start - margin), stop + margin
        self._details.want(lambda: _samples(self.pair, start, stop))

    def want_stretch(self, selection: tuple[int, int] | None) -> None:
        """Measure a stretch; None where nothing is selected."""
        if self.stretch is not None:
            self.stretch = None
            self.measured.emit()
        if selection is None or self._is_cancelled:
            self._stretch_timer.stop()
            self._stretches.forget()
        else:
            self._wanted = selection
            self._stretch_timer.start()

    @Slot()
    def _measure_stretch(self) -> None:
        start, stop = self._wanted
        self._stretches.want(lambda: _measure(self.pair, start, stop))

    def _read(self) -> Generator[Progress, None, None]:
        _step_back()
        pair = self.pair
        with open_pair(pair.original, pair.decoded, lag_samples=pair.lag_samples) as both:
            for original, decoded in both.blocks():
                with self._curve_lock:
                    self._curve.add(original, decoded)
                self.original.append(original.astype(np.float32))
                self.decoded.append(decoded.astype(np.float32))
                # The last one: what has its error is complete.
                self.error.append((decoded - original).astype(np.float32))
                yield Progress(self.n_samples, pair.n_samples, pair.rate_hz)

    @Slot()
    def _tell_growth(self) -> None:
        if not self._is_cancelled:
            self.grown.emit()

    @Slot()
    def _measure(self) -> None:
        if self._is_cancelled:
            return
        self.grown.emit()
        self.surveyed.emit()
        job = Job(_measure(self.pair))
        job.progressed.connect(self._take_progress)
        job.succeeded.connect(self._take_whole)
        job.failed.connect(self._fail)
        self._measuring = job
        self._runner.start(job)

    @Slot(object)
    def _take_progress(self, progress: Progress) -> None:
        if not self._is_cancelled:
            self._measured_share = progress.fraction or 0.0
            self.measured.emit()

    @Slot(object)
    def _take_whole(self, comparison: Comparison) -> None:
        if not self._is_cancelled:
            self._measured_share = 1.0
            self.whole = comparison
            self.measured.emit()

    @Slot(object)
    def _take_stretch(self, comparison: Comparison) -> None:
        if not self._is_cancelled:
            self.stretch = comparison
            self.measured.emit()

    @Slot(object)
    def _take_details(self, found: tuple[int, Floats, Floats]) -> None:
        start, original, decoded = found
        self.original.set_detail(start, original)
        self.decoded.set_detail(start, decoded)
        self.error.set_detail(start, decoded - original)
        self._tell_growth()

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        if not self._is_cancelled:
            self.grown.emit()
            self.failed.emit(explain(error).line)


def _samples(
    pair: OpenPair, start: int, stop: int
) -> Generator[Progress, None, tuple[int, Floats, Floats]]:
    yield Progress(0, None, pair.rate_hz)
    nothing = np.empty((pair.n_channels, 0), np.float32)
    originals, decodeds = [nothing], [nothing]
    with open_pair(pair.original, pair.decoded, lag_samples=pair.lag_samples) as both:
        for original, decoded in both.blocks(start, stop):
            originals.append(original.astype(np.float32))
            decodeds.append(decoded.astype(np.float32))
    return start, np.concatenate(originals, axis=1), np.concatenate(decodeds, axis=1)


def _measure(
    pair: OpenPair, start: int = 0, stop: int | None = None
) -> Generator[Progress, None, Comparison]:
    _step_back()
    is_whole = stop is None
    with open_pair(pair.original, pair.decoded, lag_samples=pair.lag_samples) as both:
        return (
            yield from both.compare(
                start,
                stop,
                original_bytes=pair.original_bytes if is_whole else None,
                encoded_bytes=pair.encoded_bytes if is_whole else None,
            )
        )


def _step_back() -> None:
    """Let the thread wait where others have work, the decoder that is heard above all."""
    with suppress(AttributeError, OSError):  # Linux alone gives threads priorities of their own
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _LOW_PRIORITY)
