"""The values `CodedFrame` and `CodedFrames`: a look at the ranges of one frame and their maps.

The arithmetic is that of `synthesis`, for those who want to see its steps; what is decoded is made
there alone.
"""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from road_codec.fractal.items import Floats, Items
from road_codec.fractal.order import Order, orders
from road_codec.fractal.synthesis import synthesise

# From here on twice as many passes are tried until the sound stands.
_FEWEST_PASSES = 16
_MOST_PASSES = 1024
_STANDS = 1e-9
# Maps of a damaged file may make each other louder and louder; what is louder is cut off.
_LOUDEST = 1e6


@dataclass(frozen=True, slots=True)
class CodedFrames:
    """What frames a file is made of.

    Attributes
    ----------
    n_frames : int
        Frames of each coded channel.
    frame_len, smallest_range : int
        Samples of a frame, and of the shortest range that it may be cut into.
    superframe : int
        Frames that are stored together.
    rate_hz : int
        Rate of the original.
    channels : tuple of str
        Coded channels: "mid" and "side", or their numbers from "1".
    """

    n_frames: int
    frame_len: int
    smallest_range: int
    superframe: int
    rate_hz: int
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class MapSteps:
    """What one map does with its domain, step by step; `n` samples for those of its range.

    Attributes
    ----------
    domain : ndarray of float64, shape (2 * n,)
        The domain as it is.
    shrunken : ndarray of float64, shape (n,)
        Neighbours averaged: half as long.
    turned : ndarray of float64, shape (n,)
        Back to front where the map is reversed, else as before.
    placed : ndarray of float64, shape (n,)
        Without its mean, times the scale, plus the mean of the range.
    """

    domain: Floats
    shrunken: Floats
    turned: Floats
    placed: Floats


@dataclass(frozen=True, slots=True, eq=False)
class CodedFrame:
    """One frame of one coded channel: its ranges, and the sound that their maps make.

    Attributes
    ----------
    items : Items
        The leaves of the partition, in order; their means in units of the file.
    frame_len : int
        Samples.
    scales : ndarray of float64, shape (n,)
        Of each map the real scale, -1 to 1; 0 for silent blocks.
    middle, full_scale : float
        Value of silence and amplitude of ±1.0, in units of the file.
    scale_steps : int
        What scale codes are divided by.
    place : tuple of int
        Superframe, channel and frame in it: random orders of the maps depend on them, as in the
        decoder.
    """

    items: Items
    frame_len: int
    scales: Floats
    middle: float
    full_scale: float
    scale_steps: int
    place: tuple[int, ...] = ()

    @property
    def means(self) -> Floats:
        """The means of all ranges, full scale ±1.0."""
        real: Floats = (self.items.mean - self.middle) / self.full_scale
        return real

    def after(
        self, passes: int, *, order: str = "sequential", seed: int = 0, zoom: int = 1
    ) -> Floats:
        """Return the frame after some passes over all maps, full scale ±1.0.

        Parameters
        ----------
        passes : int
            How often all maps are applied, from 0: the steps of the means.
        order : {"sequential", "coin", "shuffle"}
            In which order.
        seed : int
            Repeats the same random order.
        zoom : int
            Output samples for each original one.

        Returns
        -------
        ndarray of float64, shape (frame_len * zoom,)
        """
        way = orders(Order(order), len(self.items), passes, (seed, *self.place))
        sound = synthesise(
            self.items, 1, self.frame_len, Fraction(zoom), float(self.scale_steps), way
        )[0]
        limit = _LOUDEST * self.full_scale
        bounded = np.nan_to_num(sound, posinf=limit, neginf=-limit).clip(-limit, limit)
        real: Floats = (bounded - self.middle) / self.full_scale
        return real

    def fixed_point(self, *, zoom: int = 1) -> Floats:
        """Return the frame after so many passes that one more changes nothing that matters.

        The attractor, shape (frame_len * zoom,), full scale ±1.0: to 1e-9, unless the maps do not
        converge within 1024 passes.
        """
        passes, before = _FEWEST_PASSES, self.after(_FEWEST_PASSES // 2, zoom=zoom)
        while True:
            now = self.after(passes, zoom=zoom)
            if passes >= _MOST_PASSES or float(np.abs(now - before).max()) <= _STANDS:
                return now
            passes, before = 2 * passes, now

    def collage(self, sound: Floats) -> Floats:
        """Return what all maps make of `sound` at once, each of what was there before.

        Parameters
        ----------
        sound : ndarray of float64, shape (frame_len,)
            Full scale ±1.0.  Of an original the result is its collage.

        Returns
        -------
        ndarray of float64, shape (frame_len,)
            Silent blocks are their means.
        """
        items, means = self.items, self.means
        item = np.repeat(np.arange(len(items)), items.length)
        place = np.arange(self.frame_len) - items.start[item]
        place = np.where(items.reversed[item], items.length[item] - 1 - place, place)
        first = np.where(items.mapped, items.domain, 0)[item] + 2 * place
        # Silent blocks may be longer than half a frame and have no domain.
        first = np.where(items.mapped[item], first, 0)
        shrunken = (sound[first] + sound[first + 1]) * 0.5
        middle = np.add.reduceat(shrunken, items.start) / items.length
        made: Floats = (shrunken - middle[item]) * self.scales[item] + means[item]
        return made

    def rms(self, difference: Floats) -> Floats:
        """Return the root mean square of each range, shape (n,), of a frame of samples."""
        squares = np.add.reduceat(difference * difference, self.items.start)
        means: Floats = np.sqrt(squares / self.items.length)
        return means

    def steps(self, number: int, sound: Floats) -> MapSteps:
        """Return what a map makes of the domain that it finds in `sound`, step by step.

        Parameters
        ----------
        number : int
            Of the item, which must be mapped.
        sound : ndarray of float64, shape (frame_len * zoom,)
            Full scale ±1.0.
        """
        items, zoom = self.items, len(sound) // self.frame_len
        length, first = int(items.length[number]) * zoom, int(items.domain[number]) * zoom
        domain = sound[first : first + 2 * length]
        shrunken: Floats = domain.reshape(-1, 2).mean(axis=1)
        turned = shrunken[::-1] if items.reversed[number] else shrunken
        mean = float(self.means[number])
        placed: Floats = np.asarray((turned - turned.mean()) * self.scales[number] + mean)
        return MapSteps(domain, shrunken, turned, placed)

    def contracted(self, number: int, sound: Floats) -> Floats:
        """Return what a map makes of the domain that it finds in `sound`.

        Parameters
        ----------
        number : int
            Of the item, which must be mapped.
        sound : ndarray of float64, shape (frame_len,)
            Full scale ±1.0.

        Returns
        -------
        ndarray of float64, shape (length,)
            The domain: shrunken, mirrored where the map says so, scaled and moved to the mean.
        """
        return self.steps(number, sound).placed
