"""The values `CodedFrame` and `CodedFrames`: a look at the ranges of one frame and their maps."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from road_codec.fractal.items import Floats, Items
from road_codec.fractal.order import Order, orders
from road_codec.fractal.synthesis import synthesise


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
    """

    items: Items
    frame_len: int
    scales: Floats
    middle: float
    full_scale: float
    scale_steps: int

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
        way = orders(Order(order), len(self.items), passes, (seed,))
        sound = synthesise(
            self.items, 1, self.frame_len, Fraction(zoom), float(self.scale_steps), way
        )[0]
        real: Floats = (sound - self.middle) / self.full_scale
        return real

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
        items = self.items
        length, first = int(items.length[number]), int(items.domain[number])
        shrunken = sound[first : first + 2 * length].reshape(-1, 2).mean(axis=1)
        if items.reversed[number]:
            shrunken = shrunken[::-1]
        mean = (float(items.mean[number]) - self.middle) / self.full_scale
        moved: Floats = np.asarray((shrunken - shrunken.mean()) * self.scales[number] + mean)
        return moved
