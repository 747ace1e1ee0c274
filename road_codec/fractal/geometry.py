"""The sizes of a partition: frame, widest and smallest range, and what follows from them."""

from dataclasses import dataclass

from road_codec.errors import ParameterError


@dataclass(frozen=True, slots=True)
class Geometry:
    """How a frame may be cut into ranges by halving.

    Attributes
    ----------
    frame_len : int
        Samples of the frame that a partition covers.
    smallest_range : int
        Samples of the shortest range, called a *unit* where lengths are counted in it.
    widest_range : int
        Samples of the longest mapped range; silent blocks are at least twice as long.
    """

    frame_len: int = 2048
    smallest_range: int = 4
    widest_range: int = 32

    def __post_init__(self) -> None:
        ratio, rest = divmod(self.widest_range, self.smallest_range)
        if rest or ratio & (ratio - 1) or 4 * self.widest_range > self.frame_len:
            raise ParameterError(
                f"a frame of {self.frame_len} samples cannot be halved down to ranges of "
                f"{self.widest_range} to {self.smallest_range} samples"
            )

    @property
    def depths(self) -> int:
        """Times that the widest range may be halved."""
        return (self.widest_range // self.smallest_range).bit_length() - 1

    def range_len(self, depth: int) -> int:
        """Samples of a range of a depth, 0 for the smallest."""
        return self.smallest_range << depth
