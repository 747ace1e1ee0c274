"""What was handed to the sound card last, for meters and spectra."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

_SECONDS = 2.0


class Monitor:
    """Keeps the last two seconds of what is played.

    The sound card's thread writes and waits for nobody; whoever reads takes a copy of a
    stretch that is long enough ago not to be written over meanwhile.

    Parameters
    ----------
    rate_hz : int
        Frames per second.
    n_channels : int
        Samples of a frame.
    """

    def __init__(self, rate_hz: int, n_channels: int) -> None:
        self.rate_hz = rate_hz
        self._frames: Floats = np.zeros((max(1, round(_SECONDS * rate_hz)), n_channels), np.float32)
        self._n_written = 0

    @property
    def n_written(self) -> int:
        """Frames that were handed to the card, since the beginning."""
        return self._n_written

    @property
    def n_channels(self) -> int:
        """Samples of a frame."""
        return int(self._frames.shape[1])

    def write(self, frames: Floats) -> None:
        """Keep what was handed out, shape (frames, channels)."""
        capacity = len(self._frames)
        n_dropped = max(0, len(frames) - capacity)
        frames = frames[n_dropped:]
        at = (self._n_written + n_dropped) % capacity
        n_first = min(len(frames), capacity - at)
        self._frames[at : at + n_first] = frames[:n_first]
        self._frames[: len(frames) - n_first] = frames[n_first:]
        self._n_written += n_dropped + len(frames)

    def stretch(self, start: int, stop: int) -> Floats:
        """Return a copy of the frames from `start` to `stop`, counted since the beginning.

        What is not there any more, and what has not come yet, is left out.
        """
        capacity = len(self._frames)
        written = self._n_written
        # The older half may be written over while it is read.
        start = max(start, 0, written - capacity // 2)
        stop = min(stop, written)
        if stop <= start:
            return self._frames[:0].copy()
        return self._frames.take(range(start, stop), axis=0, mode="wrap")
