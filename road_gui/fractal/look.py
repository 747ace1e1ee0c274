"""What is looked at: one coded channel of one superframe, worked out in a thread."""

from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from road_codec import (
    CodedChannel,
    CodedFrames,
    PartitionStatistics,
    PartitionTally,
    Progress,
    RangeTable,
    RoadError,
    Stream,
    Task,
    codec_named,
    coded_original,
    counts_as_encoded,
    is_encoded,
    open_sound,
    open_source,
    open_stream,
)

Floats = NDArray[np.float64]

MOST_PASSES = 8
# Superframes of more frames are not over-clocked: all passes of one are kept.
_MOST_SAMPLES = 1 << 20


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be seen.

    Attributes
    ----------
    superframe, channel : int
        From 0.
    order : str
        Of the maps: "sequential", "coin" or "shuffle".
    seed : int
        Repeats a random order.
    zoom : int
        Output samples for each original one.
    """

    superframe: int = 0
    channel: int = 0
    order: str = "sequential"
    seed: int = 0
    zoom: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Losses:
    """What is missing to the original; each value is a root mean square, full scale 1.0.

    Attributes
    ----------
    misses : ndarray, shape (9,)
        Of the whole superframe after each pass.
    collage_errors, errors : ndarray, shape (n_ranges,)
        Of each range: of its map applied to the original, and of the fixed point.
    range_errors : ndarray, shape (9, n_ranges)
        After each pass, of each range.
    range_levels : ndarray, shape (n_ranges,)
        No error but the original itself, of each range.
    """

    misses: Floats
    collage_errors: Floats
    errors: Floats
    range_errors: Floats
    range_levels: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """One coded channel of a superframe, and all that is drawn of it.

    Attributes
    ----------
    wish : Wish
        What was asked for; its zoom may have been lowered.
    coded : CodedChannel
        Its frames and maps.
    ranges : RangeTable
        Its ranges.
    sounds : tuple of ndarray
        After 0, 1, … 8 passes, full scale ±1.0, `zoom` times as long.
    plain : tuple of ndarray, shape (n_samples,)
        The same at the rate of the original.
    distances, collages : ndarray, shape (9,)
        After each pass the root mean square of what is missing to the fixed point, and of what
        one more application of all maps at once changes: the collage error of that sound.
    original : ndarray or None
        The same stretch of the original, where that is known.
    losses : Losses or None
        What is missing to it.
    statistics : PartitionStatistics
        Of all channels of the superframe.
    """

    wish: Wish
    coded: CodedChannel
    ranges: RangeTable
    sounds: tuple[Floats, ...]
    plain: tuple[Floats, ...]
    distances: Floats
    collages: Floats
    original: Floats | None
    losses: Losses | None
    statistics: PartitionStatistics

    def error_after(self, passes: int) -> Floats | None:
        """Return what is decoded minus the original, shape (n_samples,), where that is known."""
        return None if self.original is None else self.plain[passes] - self.original


class MapFile:
    """An open file of maps; used by one thread at a time."""

    def __init__(self, path: Path, original: Path | None) -> None:
        self.path = path
        self.original = original
        self._open = ExitStack()
        try:
            self.stream: Stream = self._open.enter_context(open_stream(path))
            self.shape: CodedFrames = self.stream.coded_frames()
            self.first = self._first_with_maps()
        except BaseException:
            self._open.close()
            raise

    @property
    def n_superframes(self) -> int:
        """How many there are."""
        return self.shape.n_frames // self.shape.superframe

    @property
    def superframe_len(self) -> int:
        """Samples of a superframe at the original rate."""
        return self.shape.superframe * self.shape.frame_len

    def superframe_at(self, seconds: float) -> int:
        """Return the superframe in which a second lies; what is beyond is moved inside."""
        number = int(seconds * self.shape.rate_hz) // self.superframe_len
        return min(max(number, 0), max(0, self.n_superframes - 1))

    def _first_with_maps(self) -> int:
        """Return the first superframe that is not all silence, of those at the beginning."""
        for number in range(min(self.n_superframes, 20)):
            channels = self.stream.partition(number).channels
            if any(channel.ranges().mapped.any() for channel in channels):
                return number
        return 0

    def close(self) -> None:
        """Let go of the file."""
        self._open.close()


@dataclass(frozen=True, slots=True)
class NoMaps:
    """A file that cannot be looked into.

    Attributes
    ----------
    path : Path
        The file.
    error : RoadError
        Why.
    codec : str
        The name of the codec that encoded it; empty where none did.
    can_be_encoded : bool
        Whether it is a sound, or becomes one when it is decoded.
    """

    path: Path
    error: RoadError
    codec: str
    can_be_encoded: bool


def open_maps(path: Path, original: Path | None) -> Task[MapFile | NoMaps]:
    """Open a file, or find out why that cannot be."""
    yield Progress(0, None, 1)
    try:
        return MapFile(path, original)
    except RoadError as error:
        return NoMaps(path, error, _codec_of(path), _is_sound(path))


def _codec_of(path: Path) -> str:
    if not is_encoded(path):
        return ""
    with suppress(RoadError), open_stream(path) as stream:
        return codec_named(stream.info.codec).title
    return ""


def _is_sound(path: Path) -> bool:
    """Whether there is something that can be encoded, once it is decoded if it has to be."""
    if counts_as_encoded(path) and not is_encoded(path):
        return False  # what is left of it would pass for a sound
    try:
        with open_source(path) as source:
            return next(iter(source.blocks()), None) is not None
    except RoadError:
        return False


def look(file: MapFile, wish: Wish) -> Task[Look]:
    """Read a superframe, and work out what its maps make pass by pass."""
    yield Progress(0, None, 1)
    partition = file.stream.partition(wish.superframe)
    coded = partition.channels[wish.channel]
    if coded.n_samples * wish.zoom > _MOST_SAMPLES:
        wish = Wish(wish.superframe, wish.channel, wish.order, wish.seed, 1)
    tally = PartitionTally(file.shape.frame_len)
    tally.add(partition)
    sounds = plain = yield from _grown(coded, wish)
    if wish.zoom > 1:
        plain = yield from _grown(coded, replace(wish, zoom=1))
    fixed = coded.fixed_point(zoom=wish.zoom)
    end = fixed if wish.zoom == 1 else coded.fixed_point()
    original = _original_of(file, wish)
    return Look(
        wish,
        coded,
        coded.ranges(),
        sounds,
        plain,
        _rms([sound - fixed for sound in sounds]),
        _rms([coded.collage(sound) - sound for sound in plain]),
        original,
        None if original is None else _losses_of(coded, plain, end, original),
        tally.result(),
    )


def _grown(coded: CodedChannel, wish: Wish) -> Task[tuple[Floats, ...]]:
    """Return the sound after each number of passes."""
    sounds = []
    for passes in range(MOST_PASSES + 1):
        sounds.append(coded.after(passes, order=wish.order, seed=wish.seed, zoom=wish.zoom))
        yield Progress(passes, None, 1)
    return tuple(sounds)


def _losses_of(
    coded: CodedChannel, plain: tuple[Floats, ...], end: Floats, original: Floats
) -> Losses:
    """Hold the sound after each number of passes, and in the end, against the original."""
    missing = [sound - original for sound in plain]
    return Losses(
        _rms(missing),
        coded.rms(coded.collage(original) - original),
        coded.rms(end - original),
        np.stack([coded.rms(one) for one in missing]),
        coded.rms(original),
    )


def _rms(curves: list[Floats]) -> Floats:
    return np.array([float(np.sqrt(np.mean(curve**2))) for curve in curves])


def _original_of(file: MapFile, wish: Wish) -> Floats | None:
    if file.original is None:
        return None
    with open_sound(file.original) as source:
        channels = coded_original(file.stream, source, wish.superframe)
    mine: Floats = channels[wish.channel]
    return mine
