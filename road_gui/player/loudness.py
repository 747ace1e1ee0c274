"""Measures in the background how loud the sounds of a programme are, and levels them."""

from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import (
    DecodeOptions,
    Loudness,
    LoudnessMeter,
    Progress,
    RoadError,
    matching_gains_db,
)
from road_gui.jobs.job import Job, JobRunner
from road_gui.player.programme import Lane, Programme
from road_gui.player.source import Heard, Listening, Reader

_MOST_KEPT = 64


@dataclass(frozen=True, slots=True)
class Matching:
    """How much louder or quieter each sound of a programme is made.

    Attributes
    ----------
    gains_db : mapping of Heard to float
        In dB; an error has the gain of the decoded sound.
    """

    gains_db: Mapping[Heard, float]

    @property
    def factors(self) -> dict[Heard, float]:
        """The same as factors."""
        return {heard: float(10.0 ** (gain / 20.0)) for heard, gain in self.gains_db.items()}


class LoudnessMatcher(QObject):
    """Finds the gains that make the sounds of a programme equally loud.

    Whole sounds are measured, whatever stretch is heard: a gain that changed with the
    place would be heard.  What was measured once is remembered.

    Signals
    -------
    progressed(float)
        Share of the sounds that has been measured, 0.0 to 1.0.
    matched(Matching)
        What was found.
    """

    progressed = Signal(float)
    matched = Signal(object)

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._known: dict[Listening, Loudness] = {}
        self._job: Job | None = None
        self._programme: Programme | None = None

    def match(self, programme: Programme) -> None:
        """Measure what is not known yet, and tell the gains."""
        self.cancel()
        self._programme = programme
        missing = [lane for lane in programme.lanes if _measured(lane) not in self._known]
        if not missing:
            self._tell()
            return
        job = Job(_measure_all([_measured(lane) for lane in missing]))
        job.progressed.connect(self._follow)
        job.succeeded.connect(self._take)
        self._job = job
        self._runner.start(job)

    def cancel(self) -> None:
        """Measure nothing more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._programme = None

    def forget(self) -> None:
        """Forget what was measured: files may have been written anew."""
        self.cancel()
        self._known.clear()

    @Slot(object)
    def _follow(self, progress: Progress) -> None:
        if self.sender() is self._job and progress.fraction is not None:
            self.progressed.emit(progress.fraction)

    @Slot(object)
    def _take(self, found: dict[Listening, Loudness]) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        self._known.update(found)
        for old in list(self._known)[:-_MOST_KEPT]:
            del self._known[old]
        self._tell()

    def _tell(self) -> None:
        programme = self._programme
        if programme is None:
            return
        measured = [self._known[_measured(lane)] for lane in programme.lanes]
        heard = [lane.heard for lane in programme.lanes]
        gains = dict(zip(heard, matching_gains_db(measured), strict=True))
        if Heard.ERROR in programme.heard:
            gains[Heard.ERROR] = gains[Heard.DECODED]
        self.matched.emit(Matching(gains))


def _measured(lane: Lane) -> Listening:
    """Return what is measured in the place of a lane: its loudness at the original rate.

    Neither rate nor sample type make a sound louder, and over-clocked ones take long.
    """
    options = lane.listening.options
    plain = DecodeOptions(order=options.order, passes=options.passes)
    return replace(lane.listening, options=plain)


def _measure_all(
    listenings: list[Listening],
) -> Generator[Progress, None, dict[Listening, Loudness]]:
    found = {}
    for number, listening in enumerate(listenings):
        measuring = _measure(listening)
        while True:
            try:
                step = next(measuring)
            except StopIteration as end:
                found[listening] = end.value
                break
            share = number + (step.fraction or 0.0)
            yield Progress(round(1000 * share), 1000 * len(listenings), 1000)
    return found


def _measure(listening: Listening) -> Generator[Progress, None, Loudness]:
    """Measure one sound as far as it can be read: what is damaged is heard no further either."""
    n_done, meter = 0, None
    try:
        with closing(Reader(listening.path)) as reader:
            sound = reader.format_of(listening)
            meter = LoudnessMeter(sound.rate_hz, sound.n_channels)
            with closing(reader.blocks(listening)) as blocks:
                for block in blocks:
                    meter.add(block)
                    n_done += block.shape[1]
                    yield Progress(n_done, sound.n_samples, sound.rate_hz)
    except (RoadError, OSError):
        pass
    return Loudness(None, 0.0) if meter is None else meter.result()
