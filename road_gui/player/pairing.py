"""The original beside an encoded file: found by its name, remembered, or chosen."""

import json
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal, Slot

from road_codec import (
    ParameterError,
    Progress,
    RoadError,
    SoundFormat,
    counts_as_encoded,
    open_pair,
    originals_beside,
)
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain
from road_gui.player.opening import OpenFile
from road_gui.player.source import Heard, Listening, Reader
from road_gui.settings import Settings

translate = QCoreApplication.translate

_KEY = "player/originals"
_MOST_REMEMBERED = 100
# Less is what codecs add to fill their last frame, and no reason to say anything.
_SAME_LENGTH_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Original:
    """The sound that an encoded file was made from.

    Attributes
    ----------
    path : Path
        Where it is.
    sound : SoundFormat
        Its rate, channels and length.
    remark : str
        What makes it doubtful, in a sentence; empty if nothing does.
    lag_samples : int
        By how much the decoded sound comes later, in samples of the original.
    """

    path: Path
    sound: SoundFormat
    remark: str = ""
    lag_samples: int = 0

    @property
    def delay(self) -> Fraction:
        """The lag in seconds: so much later it is played, to go along with the decoded sound."""
        return Fraction(self.lag_samples, self.sound.rate_hz)


class Pairs:
    """Which original was chosen for which encoded file, the latest hundred.

    An empty one says that the user wants none.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, encoded: Path) -> str | None:
        """Return what was chosen for a file; None where nothing was."""
        return dict(self._all()).get(str(encoded))

    def remember(self, encoded: Path, original: str) -> None:
        """Keep what was chosen."""
        others = [pair for pair in self._all() if pair[0] != str(encoded)]
        kept = [(str(encoded), original), *others][:_MOST_REMEMBERED]
        self._settings.set(_KEY, [json.dumps(pair) for pair in kept])

    def _all(self) -> list[tuple[str, str]]:
        found = []
        for text in self._settings.value(_KEY, list[str]()):
            with suppress(ValueError, TypeError):
                encoded, original = json.loads(text)
                found.append((str(encoded), str(original)))
        return found


class OriginalFinder(QObject):
    """Finds the original of the file that is open; disks may be slow, so in the background.

    Signals
    -------
    found(Original or None)
        What there is; None if nothing, or if nothing is wanted.
    failed(str)
        What was chosen cannot be used, in a sentence; what was there before stays.
    """

    found = Signal(object)
    failed = Signal(str)

    def __init__(
        self, settings: Settings, runner: JobRunner, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._pairs = Pairs(settings)
        self._runner = runner
        self._number = 0

    def look(self, file: OpenFile, known: Path | None = None) -> None:
        """Look for the original of a file; one that is `known` is taken this time."""
        chosen = self._pairs.of(file.path) if known is None else str(known)
        if chosen == "" or not file.is_encoded:
            self._number += 1
            self.found.emit(None)
            return
        self._start(file, [] if chosen is None else [Path(chosen)], is_choice=False)

    def choose(self, file: OpenFile, path: Path) -> None:
        """Take a sound for the original of a file, and remember it."""
        self._start(file, [path], is_choice=True)

    def forget(self, file: OpenFile) -> None:
        """Want no original for a file, also the next time."""
        self._number += 1
        self._pairs.remember(file.path, "")
        self.found.emit(None)

    def cancel(self) -> None:
        """Want nothing of what is being looked for."""
        self._number += 1

    def _start(self, file: OpenFile, candidates: list[Path], *, is_choice: bool) -> None:
        self._number += 1
        job = Job(_attempt(self._number, file, candidates, is_choice=is_choice))
        job.succeeded.connect(self._take)
        self._runner.start(job)

    @Slot(object)
    def _take(self, result: "_Found") -> None:
        if result.number != self._number:
            return
        if result.error is not None:
            self.failed.emit(explain(result.error).line)
            return
        if result.is_choice and result.original is not None:
            self._pairs.remember(result.encoded, str(result.original.path))
        self.found.emit(result.original)


@dataclass(frozen=True, slots=True)
class _Found:
    number: int
    encoded: Path
    is_choice: bool
    original: Original | None = None
    error: Exception | None = None


def _attempt(
    number: int, file: OpenFile, candidates: list[Path], *, is_choice: bool
) -> Generator[Progress, None, _Found]:
    yield Progress(0, None, 1)
    original: Original | None = None
    if is_choice:
        try:
            original = _open(file, candidates[0])
        except (RoadError, OSError) as error:
            return _Found(number, file.path, is_choice, error=error)
    else:
        for path in [*candidates, *originals_beside(file.path)]:
            with suppress(RoadError, OSError):
                original = _open(file, path)
                break
    if original is not None:
        lag_samples = yield from _measure_lag(file, original)
        original = replace(original, lag_samples=lag_samples)
    return _Found(number, file.path, is_choice, original)


def _measure_lag(file: OpenFile, original: Original) -> Generator[Progress, None, int]:
    """Find by how much the decoded sound comes later; 0 where that cannot be told."""
    try:
        with open_pair(original.path, file.path) as pair:
            return (yield from pair.align()).lag_samples
    except (RoadError, OSError):
        # Sounds that cannot be compared can still be heard; damage is told by who plays it.
        return 0


def _open(file: OpenFile, path: Path) -> Original:
    if counts_as_encoded(path):
        raise ParameterError(f"{path.name} is encoded itself; an original is an ordinary sound")
    with closing(Reader(path)) as reader:
        sound = reader.format_of(Listening(path, Heard.ORIGINAL))
    return Original(path, sound, _remark(file.sound, sound))


def _remark(encoded: SoundFormat, sound: SoundFormat) -> str:
    if encoded.seconds is None or sound.seconds is None:
        return ""
    longer = sound.seconds - encoded.seconds
    if abs(longer) <= _SAME_LENGTH_SECONDS:
        return ""
    if longer > 0:
        text = translate("Pairing", "{seconds} s longer than the decoded sound: is it the one?")
    else:
        text = translate("Pairing", "{seconds} s shorter than the decoded sound: is it the one?")
    return text.format(seconds=QLocale().toString(abs(longer), "f", 1))
