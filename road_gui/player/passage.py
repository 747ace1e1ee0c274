"""A stretch of sound on its way to the sound card, and what can be heard of it."""

from dataclasses import dataclass

from road_gui.player.ring import Ring
from road_gui.player.source import Heard

Loop = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """What is being decoded, from one place on: some sounds side by side.

    Places are counted in frames of the sound card from the beginning of the sound.

    Attributes
    ----------
    serial : int
        Number of the order that it answers.
    ring : Ring
        Where its frames come in; each has the channels of all lanes.
    frames_per_second : float
        Frames that make a second of the sound; the card's rate, give or take the rounding
        in a file's header.
    start : int
        Frame at which the passage begins.
    joins : bool
        Whether what was playing goes over into it; else it begins from silence.
    follows : bool
        Whether it begins where the passage before is by then, rather than at `start`.
    loop : (int, int) or None
        First frame of a loop, and the one behind its last.
    lanes : tuple of Heard
        What runs side by side, in the order of the ring's columns.
    """

    serial: int
    ring: Ring
    frames_per_second: float
    start: int
    joins: bool
    follows: bool = False
    loop: Loop | None = None
    lanes: tuple[Heard, ...] = (Heard.DECODED,)

    def column_of(self, heard: Heard) -> int:
        """Return where a lane begins in the frames; the first one stands for any other."""
        if heard not in self.lanes:
            return 0
        return self.lanes.index(heard) * (self.ring.n_columns // len(self.lanes))

    def frame_at(self, n_frames: float) -> float:
        """Return which frame of the sound a frame of the ring is."""
        return self._folded(self.start + max(0.0, n_frames))

    def seconds_at(self, n_frames: float) -> float:
        """Return where in the sound a frame of the ring is, in seconds."""
        return self.frame_at(n_frames) / self.frames_per_second

    @property
    def frame(self) -> int:
        """The frame of the sound that is read next."""
        return int(self.frame_at(self.ring.n_read))

    def lag_behind(self, other: "Passage") -> int:
        """Return how many frames this is behind another one of the same sound."""
        scale = self.frames_per_second / other.frames_per_second  # the card may have another rate
        here, there = self.start + self.ring.n_read, int(self._folded(scale * other.frame))
        if self.loop is None or here < self.loop[0] or there < self.loop[0]:
            return max(0, there - here)
        # Somewhere in the loop, the other round of it or not: the next time that it is there.
        return (there - self.frame) % (self.loop[1] - self.loop[0])

    def _folded(self, frame: float) -> float:
        if self.loop is None or frame < self.loop[1] or self.start >= self.loop[1]:
            return frame
        first, last = self.loop
        return first + (frame - first) % (last - first)
