"""Measures in the background how loud the sounds of a programme are, and levels them."""

from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from fractions import Fraction

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import (
    DecodeOptions,
    Loudness,
    LoudnessMeter,
    Progress,
    RoadError,
    SoundFormat,
    matching_gains_db,
)
from road_gui.jobs.job import Job, JobRunner
from road_gui.player.programme import Lane, Programme
from road_gui.player.source import Heard, Listening, Reader

SHORTEST_SECONDS = 3.0
"""What is around a shorter loop is measured too: gating wants some blocks to choose from."""

_MOST_KEPT = 64

Stretch = tuple[float, float]


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
    """Finds the gains that make the sounds of a programme equally loud where they are compared.

    That is the loop if there is one, with what is around it up to `SHORTEST_SECONDS`; else the
    whole sound.  Peaks are those of whole sounds in either case: whoever goes elsewhere hears
    nothing beyond full scale.  A stretch that is silent has no loudness, and no gains.  What was
    measured once is remembered.

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
        self._known: dict[_Part, Loudness] = {}
        self._job: Job | None = None
        self._programme: Programme | None = None
        self._stretch: Stretch | None = None

    def match(self, programme: Programme, loop: Stretch | None = None) -> None:
        """Measure what is not known yet, and tell the gains; a loop is given in seconds."""
        self.cancel()
        self._programme = programme
        self._stretch = stretch_around(loop, programme.length_seconds)
        wanted = dict.fromkeys(
            part for lane in programme.lanes for part in (_whole(lane), self._part(lane))
        )
        # Put last, for the first ones are forgotten first.
        self._known.update({part: self._known.pop(part) for part in wanted if part in self._known})
        missing = [part for part in wanted if part not in self._known]
        if not missing:
            self._tell()
            return
        job = Job(_measure_all(missing))
        job.progressed.connect(self._follow)
        job.succeeded.connect(self._take)
        self._job = job
        self._runner.start(job)

    def _part(self, lane: Lane) -> "_Part":
        """Return the part of a lane whose loudness counts."""
        return _whole(lane) if self._stretch is None else _part(lane, self._stretch)

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
    def _take(self, found: "dict[_Part, Loudness]") -> None:
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
        measured = [
            replace(self._known[self._part(lane)], peak=self._known[_whole(lane)].peak)
            for lane in programme.lanes
        ]
        heard = [lane.heard for lane in programme.lanes]
        gains = dict(zip(heard, matching_gains_db(measured), strict=True))
        if Heard.ERROR in programme.heard:
            gains[Heard.ERROR] = gains[Heard.DECODED]
        self.matched.emit(Matching(gains))


def stretch_around(loop: Stretch | None, length: float | None) -> Stretch | None:
    """Return what is measured for a loop, in seconds; None is the whole sound.

    A short loop lies in the middle of what is measured, or at the end of the sound that it is at.
    """
    if loop is None:
        return None
    missing = max(0.0, SHORTEST_SECONDS - (loop[1] - loop[0]))
    first = max(0.0, loop[0] - missing / 2)
    last = max(loop[1], first + SHORTEST_SECONDS)
    if length is not None and last >= length:
        first, last = max(0.0, min(first, length - SHORTEST_SECONDS)), length
        if first == 0.0:
            return None
    return first, last


@dataclass(frozen=True, slots=True)
class _Part:
    """What is measured of a sound.

    Attributes
    ----------
    listening : Listening
        The sound, at the rate of the original.
    stretch : (float, float) or None
        From where to where, in its own seconds; None is all of it.
    rate_hz : Fraction or None
        Its samples per second, where that is not what the file says.
    """

    listening: Listening
    stretch: Stretch | None = None
    rate_hz: Fraction | None = None

    def samples_of(self, sound: SoundFormat) -> tuple[int, int | None]:
        """Return the first sample, and how many there are; None is all that follow."""
        if self.stretch is None:
            return 0, None
        rate_hz = self.rate_hz or sound.rate_hz
        first, last = (max(0, round(seconds * rate_hz)) for seconds in self.stretch)
        return first, last - first


def _whole(lane: Lane) -> _Part:
    """Return a lane as it is measured: its loudness at the original rate.

    Neither rate nor sample type make a sound louder, and over-clocked ones take long.
    """
    options = lane.listening.options
    plain = DecodeOptions(order=options.order, passes=options.passes)
    return _Part(replace(lane.listening, options=plain))


def _part(lane: Lane, stretch: Stretch) -> _Part:
    """Return a stretch of a programme as one of a lane, which may begin later."""
    first, last = (seconds - float(lane.delay) for seconds in stretch)
    # The rate of a decoded sound may be another one than that at which it is measured.
    rate_hz = None if lane.heard is Heard.DECODED else lane.rate_hz
    return replace(_whole(lane), stretch=(first, last), rate_hz=rate_hz)


def _measure_all(parts: list[_Part]) -> Generator[Progress, None, dict[_Part, Loudness]]:
    found = {}
    for number, part in enumerate(parts):
        measuring = _measure(part)
        while True:
            try:
                step = next(measuring)
            except StopIteration as end:
                found[part] = end.value
                break
            share = number + (step.fraction or 0.0)
            yield Progress(round(1000 * share), 1000 * len(parts), 1000)
    return found


def _measure(part: _Part) -> Generator[Progress, None, Loudness]:
    """Measure a sound as far as it can be read: what is damaged is heard no further either."""
    meter = None
    try:
        with closing(Reader(part.listening.path)) as reader:
            sound = reader.format_of(part.listening)
            meter = LoudnessMeter(sound.rate_hz, sound.n_channels)
            first, n_wanted = part.samples_of(sound)
            n_all, n_done = sound.n_samples if n_wanted is None else n_wanted, 0
            with closing(reader.blocks(part.listening, first)) as blocks:
                for block in blocks:
                    if n_done == n_wanted:
                        break
                    taken = block if n_wanted is None else block[:, : n_wanted - n_done]
                    meter.add(taken)
                    n_done += taken.shape[1]
                    yield Progress(n_done, n_all, sound.rate_hz)
    except (RoadError, OSError):
        pass
    return Loudness(None, 0.0) if meter is None else meter.result()
