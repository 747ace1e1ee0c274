"""The value `Partition`: a look at all ranges of one superframe, channel by channel."""

from dataclasses import dataclass

import numpy as np

from road_codec.fractal.coded_frame import CodedFrame, MapSteps
from road_codec.fractal.items import Bools, Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class RangeTable:
    """The ranges of one coded channel of a superframe, in order; arrays of shape (n,).

    Attributes
    ----------
    frame : ndarray of int64
        The frame in the superframe.
    start, length : ndarray of int64
        Place in original samples, counted from the beginning of the superframe.
    mapped : ndarray of bool
        Whether a map makes the range; otherwise it is a silent block.
    mean : ndarray of float64
        Full scale ±1.0.
    domain : ndarray of int64
        First sample of the domain, counted as `start`; where there is none, the frame's first.
    reversed : ndarray of bool
        Whether the contracted domain is used back to front.
    scale : ndarray of float64
        The real scale, -1 to 1; 0 for silent blocks.
    """

    frame: Ints
    start: Ints
    length: Ints
    mapped: Bools
    mean: Floats
    domain: Ints
    reversed: Bools
    scale: Floats

    def __len__(self) -> int:
        return len(self.start)

    @property
    def distance(self) -> Floats:
        """Samples from the middle of each range to that of its domain; less than 0: before it."""
        far: Floats = (self.domain - self.start).astype(np.float64) + 0.5 * self.length
        return far

    def at(self, sample: int) -> int:
        """Return the number of the range that a sample lies in; places beyond are moved inside."""
        found = int(np.searchsorted(self.start, sample, side="right")) - 1
        return min(max(found, 0), len(self) - 1)


@dataclass(frozen=True, slots=True, eq=False)
class CodedChannel:
    """The frames of one coded channel of a superframe, one behind the other.

    Attributes
    ----------
    frames : tuple of CodedFrame
        At least one.
    """

    frames: tuple[CodedFrame, ...]

    @property
    def frame_len(self) -> int:
        """Samples of each frame."""
        return self.frames[0].frame_len

    @property
    def n_samples(self) -> int:
        """Original samples of all frames."""
        return self.frame_len * len(self.frames)

    def ranges(self) -> RangeTable:
        """Return the ranges of all frames."""
        counts = [len(frame.items) for frame in self.frames]
        frame = np.repeat(np.arange(len(self.frames)), counts)
        first = frame * self.frame_len
        return RangeTable(
            frame,
            np.concatenate([one.items.start for one in self.frames]) + first,
            np.concatenate([one.items.length for one in self.frames]),
            np.concatenate([one.items.mapped for one in self.frames]),
            np.concatenate([one.means for one in self.frames]),
            np.concatenate([one.items.domain for one in self.frames]) + first,
            np.concatenate([one.items.reversed for one in self.frames]),
            np.concatenate([one.scales for one in self.frames]),
        )

    def after(
        self, passes: int, *, order: str = "sequential", seed: int = 0, zoom: int = 1
    ) -> Floats:
        """Return all frames after some passes; see `CodedFrame.after`."""
        return np.concatenate(
            [one.after(passes, order=order, seed=seed, zoom=zoom) for one in self.frames]
        )

    def fixed_point(self, *, zoom: int = 1) -> Floats:
        """Return all frames as they stand in the end; see `CodedFrame.fixed_point`."""
        return np.concatenate([one.fixed_point(zoom=zoom) for one in self.frames])

    def collage(self, sound: Floats) -> Floats:
        """Return what all maps make of `sound`, shape (n_samples,); see `CodedFrame.collage`."""
        parts = zip(self.frames, sound.reshape(-1, self.frame_len), strict=True)
        return np.concatenate([frame.collage(part) for frame, part in parts])

    def rms(self, difference: Floats) -> Floats:
        """Return the root mean square of each range, in the order of `ranges`."""
        parts = zip(self.frames, difference.reshape(-1, self.frame_len), strict=True)
        return np.concatenate([frame.rms(part) for frame, part in parts])

    def steps(self, number: int, sound: Floats) -> MapSteps:
        """Return the steps of a map, numbered as in `ranges`; see `CodedFrame.steps`."""
        for frame, part in zip(self.frames, sound.reshape(len(self.frames), -1), strict=True):
            if number < len(frame.items):
                return frame.steps(number, part)
            number -= len(frame.items)
        raise IndexError(f"there is no range {number}")


@dataclass(frozen=True, slots=True, eq=False)
class Partition:
    """The partitions of all frames of one superframe.

    Attributes
    ----------
    number : int
        Of the superframe, from 0.
    channels : tuple of CodedChannel
        In the order of `CodedFrames.channels`.
    """

    number: int
    channels: tuple[CodedChannel, ...]

    @property
    def silent_share(self) -> float:
        """The share of all samples that is silent blocks, 0 to 1."""
        tables = [channel.ranges() for channel in self.channels]
        silent = sum(int(table.length[~table.mapped].sum()) for table in tables)
        return silent / max(1, sum(channel.n_samples for channel in self.channels))
