"""Both sounds cut into frames, and the mean of a value that every frame has.

Nothing here keeps more of a sound than one unfinished frame, however long it is.
"""

from collections.abc import Callable, Iterator

import numpy as np

from road_codec.errors import ParameterError
from road_codec.metrics.pairs import Floats, Samples, slabs

LEVEL_FRAME_S = 0.02
"""Length of the frames of levels in time, in seconds: the usual one for speech and music."""


def level_frame_len(rate_hz: int) -> int:
    """Return how many samples make a frame of `LEVEL_FRAME_S`, at least 1.

    Raises
    ------
    ParameterError
        If the rate is not positive.
    """
    if rate_hz < 1:
        raise ParameterError(f"rate: {rate_hz} Hz, must be 1 or more")
    return max(1, round(LEVEL_FRAME_S * rate_hz))


class Framer:
    """Cuts both sounds into frames of equal length, whatever the blocks they come in.

    An unfinished frame at the end is dropped, unless the whole sound is shorter
    than a frame: `short` has it then.  So every frame that counts is full, and
    yet no sound is too short to be measured.

    Parameters
    ----------
    frame_len : int
        Samples of a frame.
    hop : int
        Samples from the start of a frame to that of the next, 1 to `frame_len`.
    """

    def __init__(self, frame_len: int, hop: int) -> None:
        self._frame_len = frame_len
        self._hop = hop
        self._held: Floats | None = None
        self._any_frame = False

    def add(self, original: Samples, decoded: Samples) -> Iterator[Floats]:
        """Take a block of both sounds and yield the frames that it completes.

        Parameters
        ----------
        original, decoded : ndarray of float, shape (channels, samples)
            The next stretch of both sounds, full scale ±1.0.

        Yields
        ------
        ndarray, shape (2, channels, n_frames, frame_len)
            Frames of the original and of the decoded sound.

        Raises
        ------
        ParameterError
            As `slabs`, or if the number of channels changes.
        """
        for slab in slabs(original, decoded):
            held = slab if self._held is None else self._joined(self._held, slab)
            stop = max(0, held.shape[2] - self._frame_len + 1)
            starts = range(0, stop, self._hop)
            if starts:
                self._any_frame = True
                yield np.stack([held[:, :, at : at + self._frame_len] for at in starts], axis=2)
            # A copy: a view would keep the whole slab alive.
            self._held = held[:, :, len(starts) * self._hop :].copy()

    def short(self) -> Floats | None:
        """Return a sound shorter than a frame, shape (2, channels, 1, n > 0), else None."""
        if self._any_frame or self._held is None:
            return None
        return self._held[:, :, np.newaxis, :]

    @staticmethod
    def _joined(held: Floats, slab: Floats) -> Floats:
        if held.shape[1] != slab.shape[1]:
            raise ParameterError(f"{slab.shape[1]} channels, {held.shape[1]} until now")
        return np.concatenate((held, slab), axis=2)


class FrameMean:
    """Mean over all frames of values that a function finds for them.

    Parameters
    ----------
    frame_len, hop : int
        As for `Framer`.
    measure : callable
        Takes frames, shape (2, channels, n_frames, n), and returns the values that
        count, of any shape; n is below `frame_len` where that is all of the sound.
    """

    def __init__(self, frame_len: int, hop: int, measure: Callable[[Floats], Floats]) -> None:
        self._framer = Framer(frame_len, hop)
        self._measure = measure
        self._sum = 0.0
        self._n_values = 0

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of both sounds, shape (channels, samples), full scale ±1.0."""
        for frames in self._framer.add(original, decoded):
            values = self._measure(frames)
            self._sum += float(values.sum())
            self._n_values += values.size

    def result(self) -> float | None:
        """Return the mean so far, None if no value counts; changes nothing."""
        short = self._framer.short()
        values = np.empty(0) if short is None else self._measure(short)
        n_values = self._n_values + values.size
        return (self._sum + float(values.sum())) / n_values if n_values else None
