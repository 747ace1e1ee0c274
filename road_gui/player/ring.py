"""A ring of samples between one thread that decodes and one that plays."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


class Ring:
    """Frames on their way from one producer to one consumer.

    Neither side ever waits for the other: each owns one counter, which only it
    sets, after the samples are in their place.  Nothing is allocated after the
    ring has been made but a few views, so a sound card's callback may read.

    Parameters
    ----------
    n_frames : int
        Room, in samples of one channel.
    n_columns : int
        Samples of a frame: all channels of all sounds that run side by side.
    """

    def __init__(self, n_frames: int, n_columns: int) -> None:
        self._frames: Floats = np.zeros((n_frames, n_columns), np.float32)
        self._n_written = 0
        self._n_read = 0
        self._is_complete = False

    @property
    def capacity(self) -> int:
        """Room, in frames."""
        return len(self._frames)

    @property
    def n_columns(self) -> int:
        """Samples of a frame."""
        return int(self._frames.shape[1])

    @property
    def n_read(self) -> int:
        """Frames that the consumer has taken, since the beginning."""
        return self._n_read

    @property
    def available(self) -> int:
        """Frames that can be read at once."""
        return self._n_written - self._n_read

    @property
    def free(self) -> int:
        """Frames that can be written at once."""
        return self.capacity - self.available

    @property
    def is_complete(self) -> bool:
        """Whether the producer has written its last frame."""
        return self._is_complete

    @property
    def is_exhausted(self) -> bool:
        """Whether the last frame has been read."""
        # In this order: what is written between the two questions is seen by the second.
        return self._is_complete and self.available == 0

    # -- producer ---------------------------------------------------------------

    def write(self, frames: Floats) -> int:
        """Write as many frames as there is room for; return how many those were.

        Parameters
        ----------
        frames : ndarray, shape (frames, columns)
            What comes next.
        """
        n = min(len(frames), self.free)
        at = self._n_written % self.capacity
        n_first = min(n, self.capacity - at)
        self._frames[at : at + n_first] = frames[:n_first]
        self._frames[: n - n_first] = frames[n_first:n]
        self._n_written += n
        return n

    def complete(self) -> None:
        """Tell the consumer that nothing more will come."""
        self._is_complete = True

    # -- consumer ---------------------------------------------------------------

    def read_into(self, out: Floats, column: int = 0) -> int:
        """Move frames into `out`, shape (frames, channels); return how many there were.

        Of each frame the samples from `column` on are copied, as many as `out` has room for;
        the others are gone too.
        """
        n = self.peek_into(out, column)
        self._n_read += n
        return n

    def peek_into(self, out: Floats, column: int = 0) -> int:
        """Copy the next frames into `out` and leave them in the ring; return their number."""
        n = min(len(out), self.available)
        at = self._n_read % self.capacity
        n_first = min(n, self.capacity - at)
        stop = column + out.shape[1]
        out[:n_first] = self._frames[at : at + n_first, column:stop]
        out[n_first:n] = self._frames[: n - n_first, column:stop]
        return n

    def skip(self, n_frames: int) -> int:
        """Drop up to `n_frames`; return how many.  The producer may, before anybody reads."""
        n = min(n_frames, self.available)
        self._n_read += n
        return n
