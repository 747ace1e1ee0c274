"""What is looked at: one coded channel of one superframe, worked out in a thread."""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from road_codec import (
    CodedChannel,
    CodedFrames,
    PartitionStatistics,
    PartitionTally,
    Progress,
    RangeTable,
    Stream,
    Task,
    coded_original,
    count_partitions,
    open_sound,
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
    distances : ndarray, shape (9,)
        Root mean square of what is missing to the fixed point.
    original : ndarray or None
        The same stretch of the original, where that is known.
    collage_errors, errors : ndarray or None
        Of each range: of its map applied to the original, and of the fixed point.
    statistics : PartitionStatistics
        Of all channels of the superframe.
    """

    wish: Wish
    coded: CodedChannel
    ranges: RangeTable
    sounds: tuple[Floats, ...]
    distances: Floats
    original: Floats | None
    collage_errors: Floats | None
    errors: Floats | None
    statistics: PartitionStatistics


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


def open_maps(path: Path, original: Path | None) -> Task[MapFile]:
    """Open a file; an `UnsupportedError` if it is not made of maps."""
    yield Progress(0, None, 1)
    return MapFile(path, original)


def look(file: MapFile, wish: Wish) -> Task[Look]:
    """Read a superframe, and work out what its maps make pass by pass."""
    yield Progress(0, None, 1)
    partition = file.stream.partition(wish.superframe)
    coded = partition.channels[wish.channel]
    if coded.n_samples * wish.zoom > _MOST_SAMPLES:
        wish = Wish(wish.superframe, wish.channel, wish.order, wish.seed, 1)
    tally = PartitionTally(file.shape.frame_len)
    tally.add(partition)
    sounds = []
    for passes in range(MOST_PASSES + 1):
        sounds.append(coded.after(passes, order=wish.order, seed=wish.seed, zoom=wish.zoom))
        yield Progress(passes, None, 1)
    fixed = coded.fixed_point(zoom=wish.zoom)
    original = _original_of(file, wish)
    collage_errors = errors = None
    if original is not None:
        end = fixed if wish.zoom == 1 else coded.fixed_point()
        collage_errors = coded.rms(coded.collage(original) - original)
        errors = coded.rms(end - original)
    return Look(
        wish,
        coded,
        coded.ranges(),
        tuple(sounds),
        np.array([float(np.sqrt(np.mean((sound - fixed) ** 2))) for sound in sounds]),
        original,
        collage_errors,
        errors,
        tally.result(),
    )


def _original_of(file: MapFile, wish: Wish) -> Floats | None:
    if file.original is None:
        return None
    with open_sound(file.original) as source:
        channels = coded_original(file.stream, source, wish.superframe)
    mine: Floats = channels[wish.channel]
    return mine


def survey(path: Path) -> Task[tuple[dict[str, Any], PartitionStatistics]]:
    """Read through a whole file: where its bytes are, and its ranges counted."""
    with open_stream(path) as stream:
        description = yield from stream.describe()
        return description, (yield from count_partitions(stream))
