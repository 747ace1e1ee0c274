"""Opens a file for the player: what it is, and at which rates it can be heard."""

from collections.abc import Generator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import DecodeOptions, ParameterError, Progress, SoundFormat, StreamInfo
from road_gui.jobs.job import Job, JobRunner
from road_gui.messages import explain
from road_gui.player.source import Listening, Reader

HIGHEST_RATE_HZ = 768_000
"""No sound card is known to take more."""


@dataclass(frozen=True, slots=True)
class RateChoice:
    """An output rate that a file can be decoded at.

    Attributes
    ----------
    samples_per_range : int
        What asks for it.
    rate_hz : int
        The rate.
    times : Fraction
        The rate in units of the original one: 2 is twice over-clocked.
    """

    samples_per_range: int
    rate_hz: int
    times: Fraction


@dataclass(frozen=True, slots=True, eq=False)
class OpenFile:
    """A file that the player has taken up.

    Attributes
    ----------
    path : Path
        Where it is.
    reader : Reader
        Open for the window's thread, to ask for formats; decoding threads open their own.
    sound : SoundFormat
        What it holds: of an encoded file, the original.
    n_bytes : int
        Size of the file.
    info : StreamInfo or None
        What an encoded file says about itself.
    seed : SoundFormat or None
        The seed of an encoded file that has one.
    rates : tuple of RateChoice
        Ascending; empty where there is the original rate alone.
    """

    path: Path
    reader: Reader
    sound: SoundFormat
    n_bytes: int
    info: StreamInfo | None = None
    seed: SoundFormat | None = None
    rates: tuple[RateChoice, ...] = field(default=())

    @property
    def is_encoded(self) -> bool:
        """Whether there is something to decode."""
        return self.info is not None

    @property
    def seconds(self) -> float | None:
        """Length; None while unknown."""
        return self.sound.seconds

    @property
    def share(self) -> float | None:
        """Size of the file in units of the uncompressed sound; None where that is unknown."""
        sound = self.sound
        n_bits = (sound.n_samples or 0) * sound.n_channels * sound.sample_type.bits
        return self.n_bytes * 8 / n_bits if n_bits else None

    def step(self, seconds: float, forward: bool, *, slack: float, from_start: bool) -> float:
        """Return where the next superframe or packet begins, or the one before.

        Parameters
        ----------
        seconds : float
            From where.
        forward : bool
            To the next one, or back.
        slack : float
            So much a place may lie beside a beginning and still count as that, in seconds.
        from_start : bool
            Whether going back leads to the one before from anywhere in a superframe; else it
            leads to the beginning of this one, unless that is where it is.
        """
        stream, rate_hz = self.reader.stream, self.sound.rate_hz
        if stream is None:
            return seconds
        first, last = stream.piece_at(round((seconds + slack) * rate_hz))
        if forward:
            return last / rate_hz
        if from_start or seconds - first / rate_hz <= slack:
            first, _ = stream.piece_at(first - 1)
        return first / rate_hz

    def takes(self, options: DecodeOptions) -> bool:
        """Whether the file can be decoded like that."""
        try:
            self.reader.format_of(Listening(self.path, options=options))
        except ParameterError:
            return False
        return True


def open_file(path: Path) -> Generator[Progress, None, OpenFile]:
    """Open a file; a task, for disks may be slow.

    Raises
    ------
    RoadError
        If it is no sound, or damaged.
    """
    yield Progress(0, None, 1)
    reader = Reader(path)
    try:
        return _facts_of(reader)
    except BaseException:
        reader.close()
        raise


def _facts_of(reader: Reader) -> OpenFile:
    path, stream = reader.path, reader.stream
    n_bytes = path.stat().st_size
    if stream is None:
        return OpenFile(path, reader, reader.format_of(Listening(path)), n_bytes)
    original_hz = stream.info.format.rate_hz
    powers = stream.samples_per_range_choices(HIGHEST_RATE_HZ)
    rates = {power: stream.output_rate_hz(power) for power in powers}
    # What gives the original rate, give or take a rounding in the header.
    own = min(powers, key=lambda power: abs(rates[power] - original_hz), default=1)
    return OpenFile(
        path,
        reader,
        stream.info.format,
        n_bytes,
        info=stream.info,
        seed=stream.seed_format() if stream.info.features.seed else None,
        rates=tuple(
            RateChoice(power, rate_hz, Fraction(power, own)) for power, rate_hz in rates.items()
        ),
    )


class Opener(QObject):
    """Opens files in the background; of several, only the last one counts.

    Parameters
    ----------
    runner : JobRunner
        Who runs the work.
    parent : QObject, optional
        Owner.

    Signals
    -------
    opened(OpenFile)
        The last file is there.
    failed(str)
        The last file cannot be opened, in a sentence.
    """

    opened = Signal(object)
    failed = Signal(str)

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._number = 0

    def open(self, path: Path) -> None:
        """Open a file, whatever else is being opened."""
        self._number += 1
        job = Job(_attempt(self._number, path))
        job.succeeded.connect(self._take)
        self._runner.start(job)

    def forget(self) -> None:
        """Want none of the files that are being opened any more."""
        self._number += 1

    @Slot(object)
    def _take(self, result: tuple[int, OpenFile | Exception]) -> None:
        number, found = result
        is_wanted = number == self._number
        if isinstance(found, OpenFile):
            if is_wanted:
                self.opened.emit(found)
            else:
                found.reader.close()
        elif is_wanted:
            self.failed.emit(explain(found).line)


def _attempt(
    number: int, path: Path
) -> Generator[Progress, None, tuple[int, OpenFile | Exception]]:
    """Open a file; what goes wrong is a result like any other, with the number of the attempt."""
    try:
        return number, (yield from open_file(path))
    except Exception as error:  # noqa: BLE001 - nothing may leave a thread unseen
        return number, error
