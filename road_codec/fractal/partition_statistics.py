"""How long ranges are, how strong their maps, and how far away their domains: counted."""

from collections import Counter
from dataclasses import dataclass

import numpy as np

from road_codec.fractal.items import Floats, Ints
from road_codec.fractal.partition import Partition

SCALE_BINS = 40
DISTANCE_BINS = 64


@dataclass(frozen=True, slots=True, eq=False)
class PartitionStatistics:
    """Counts of the ranges of one or many superframes, all coded channels together.

    Attributes
    ----------
    mapped, silent : dict of int to int
        Ranges and silent blocks by length in samples, ascending.
    n_reversed : int
        Maps that use their domain back to front.
    scales : ndarray of int64, shape (40,)
        Maps by scale; what is beyond ±1 is counted in the outermost bins.
    scale_edges : ndarray of float64, shape (41,)
        From -1 to 1.
    distances : ndarray of int64, shape (64,)
        Maps by the way from the middle of the range to that of the domain.
    distance_edges : ndarray of float64, shape (65,)
        In samples, from minus to plus the length of a frame.
    """

    mapped: dict[int, int]
    silent: dict[int, int]
    n_reversed: int
    scales: Ints
    scale_edges: Floats
    distances: Ints
    distance_edges: Floats

    @property
    def n_mapped(self) -> int:
        """All maps."""
        return sum(self.mapped.values())

    @property
    def n_silent(self) -> int:
        """All silent blocks."""
        return sum(self.silent.values())


class PartitionTally:
    """Counts superframe after superframe, in memory that does not grow with them.

    Parameters
    ----------
    frame_len : int
        Samples of a frame.
    """

    def __init__(self, frame_len: int) -> None:
        self._mapped: Counter[int] = Counter()
        self._silent: Counter[int] = Counter()
        self._n_reversed = 0
        self._scale_edges = np.linspace(-1.0, 1.0, SCALE_BINS + 1)
        self._distance_edges = np.linspace(-frame_len, frame_len, DISTANCE_BINS + 1)
        self._scales = np.zeros(SCALE_BINS, np.int64)
        self._distances = np.zeros(DISTANCE_BINS, np.int64)

    def add(self, partition: Partition) -> None:
        """Count the ranges of a superframe."""
        for channel in partition.channels:
            table = channel.ranges()
            mapped = table.mapped
            self._mapped.update(table.length[mapped].tolist())
            self._silent.update(table.length[~mapped].tolist())
            self._n_reversed += int(table.reversed[mapped].sum())
            scale = np.clip(table.scale[mapped], -1.0, 1.0)
            self._scales += np.histogram(scale, self._scale_edges)[0]
            self._distances += np.histogram(table.distance[mapped], self._distance_edges)[0]

    def result(self) -> PartitionStatistics:
        """Return what was counted so far."""
        return PartitionStatistics(
            {length: self._mapped[length] for length in sorted(self._mapped)},
            {length: self._silent[length] for length in sorted(self._silent)},
            self._n_reversed,
            self._scales.copy(),
            self._scale_edges,
            self._distances.copy(),
            self._distance_edges,
        )
