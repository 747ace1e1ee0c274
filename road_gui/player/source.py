"""What can be heard of a file, as float samples from any place on."""

from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from road_codec import (
    Audio,
    DecodeOptions,
    ParameterError,
    SoundFormat,
    Source,
    Stream,
    counts_as_encoded,
    open_sound,
    open_stream,
)

Floats = NDArray[np.float32]


class Heard(Enum):
    """What is heard of an encoded file; of any other file there is only the sound.

    An error is the decoded sound less the original: what the codec has lost or added.
    """

    ORIGINAL = "original"
    DECODED = "decoded"
    SEED = "seed"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Listening:
    """What is played.

    Attributes
    ----------
    path : Path
        The file, encoded or an ordinary sound.
    heard : Heard
        What of it, if it is encoded; an original is read from a file of its own.
    options : DecodeOptions
        How it is decoded, if it is.
    """

    path: Path
    heard: Heard = Heard.DECODED
    options: DecodeOptions = field(default_factory=DecodeOptions)


class Reader:
    """One file, open for one thread.

    Parameters
    ----------
    path : Path
        An encoded file or any other sound.

    Raises
    ------
    RoadError
        If the file is neither, or is damaged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.stream: Stream | None = None
        self._sound: Source | None = None
        self._open = ExitStack()
        # A damaged file would still play as a plain WAVE, its seed: better to say what is wrong.
        if counts_as_encoded(path):
            self.stream = self._open.enter_context(open_stream(path))
        else:
            self._sound = self._open.enter_context(open_sound(path))

    def format_of(self, listening: Listening) -> SoundFormat:
        """Return rate, channels and length of what would be heard."""
        if self.stream is None:
            return self._opened_sound().format
        if listening.heard is Heard.SEED:
            return self.stream.seed_format()
        return self.stream.output_format(listening.options)

    def blocks(self, listening: Listening, start: int = 0) -> Generator[Floats, None, None]:
        """Yield float blocks, shape (channels, samples), from sample `start` on."""
        blocks = self._audio(listening, start)
        try:
            for audio in blocks:
                samples = audio.as_float()
                # A damaged file may hold anything, and it goes to somebody's ears.
                yield np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
        finally:
            # A decoder that is left in the middle lets go of its buffers now, not some day.
            if isinstance(blocks, Generator):
                blocks.close()

    def _audio(self, listening: Listening, start: int) -> Iterator[Audio]:
        if self.stream is None:
            return self._opened_sound().blocks(start)
        if listening.heard is Heard.SEED:
            return self.stream.seed_blocks(start)
        return self.stream.blocks(listening.options, start)

    def _opened_sound(self) -> Source:
        if self._sound is None:
            raise ParameterError(f"{self.path} is closed")
        return self._sound

    def close(self) -> None:
        """Let go of the file."""
        self.stream, self._sound = None, None
        self._open.close()


def collect(reader: Reader, listening: Listening, start: int, stop: int) -> Floats:
    """Return the samples from `start` to `stop` of an open file, or as far as they go."""
    pieces: list[Floats] = []
    missing = stop - start
    with closing(reader.blocks(listening, start)) as blocks:
        for block in blocks:
            pieces.append(block[:, :missing])
            missing -= pieces[-1].shape[1]
            if missing <= 0:
                break
    n_channels = reader.format_of(listening).n_channels
    return np.concatenate([np.empty((n_channels, 0), np.float32), *pieces], axis=1)


def route(block: Floats, n_channels: int) -> Floats:
    """Bring a block to the channels of a device.

    Parameters
    ----------
    block : ndarray, shape (channels, samples)
        In the order of WAVE files.
    n_channels : int
        What the device takes.

    Returns
    -------
    ndarray, shape (samples, n_channels)
        Mono goes to the first two.  Channels that the device lacks are mixed into
        left and right: odd ones left, even ones right, each side divided by their
        number so that nothing can clip.
    """
    n_given = block.shape[0]
    if n_given == n_channels:
        return np.ascontiguousarray(block.T)
    out: Floats = np.zeros((block.shape[1], n_channels), np.float32)
    if n_given == 1:
        out[:, :2] = block.T
    elif n_given < n_channels:
        out[:, :n_given] = block.T
    elif n_channels == 1:
        out[:, 0] = block.mean(axis=0)
    else:
        out[:, 0] = block[0::2].mean(axis=0)
        out[:, 1] = block[1::2].mean(axis=0)
    return out
