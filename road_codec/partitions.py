"""Looking at the partitions of an encoded file: beside its original, heard, counted as a whole."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.channels import Mixing, mix
from road_codec.audio.framing import pad_with_last
from road_codec.audio.samples import Audio
from road_codec.codecs.base import DecodeOptions, Source, Stream
from road_codec.errors import ParameterError
from road_codec.fractal.partition_statistics import PartitionStatistics, PartitionTally
from road_codec.progress import Progress, Task

Floats = NDArray[np.float64]
Shares = NDArray[np.float32]

# Old files round the rate down by a few hertz: their samples still belong together.
_SAME_RATE = 0.001
_MIXINGS: dict[tuple[str, ...], Mixing] = {
    ("mid", "side"): Mixing.MID,
    ("side", "mid"): Mixing.SIDE,
}


def check_original(stream: Stream, source: Source) -> None:
    """Raise `ParameterError` if a sound cannot be the original of a file."""
    shape, sound = stream.coded_frames(), source.format
    if sound.n_channels != len(shape.channels):
        raise ParameterError(
            f"channels: the sound has {sound.n_channels}, the file {len(shape.channels)}; "
            "it is not its original"
        )
    if abs(sound.rate_hz - shape.rate_hz) > _SAME_RATE * shape.rate_hz:
        raise ParameterError(
            f"rate: the sound has {sound.rate_hz} Hz, the file {shape.rate_hz} Hz; "
            "it is not its original"
        )


def coded_original(stream: Stream, source: Source, superframe: int) -> Floats:
    """Return the stretch of an original that a superframe was made of.

    Parameters
    ----------
    stream : Stream
        The encoded file.
    source : Source
        Its original: as many channels, at the same rate.
    superframe : int
        From 0.

    Returns
    -------
    ndarray of float64, shape (coded channels, samples of a superframe)
        Full scale ±1.0, mixed as the file's channels are, the end padded with the last sample
        (with silence where there is none at all).

    Raises
    ------
    ParameterError
        If the sound cannot be the original.
    """
    check_original(stream, source)
    shape = stream.coded_frames()
    length = shape.superframe * shape.frame_len
    pieces, missing = [np.zeros((source.format.n_channels, 0))], length
    for audio in source.blocks(superframe * length):
        kind = audio.sample_type
        centred = audio.samples[:, :missing].astype(np.float64) - kind.middle
        pieces.append(np.nan_to_num(centred / kind.full_scale, posinf=0.0, neginf=0.0))
        missing -= pieces[-1].shape[1]
        if missing <= 0:
            break
    sound = np.concatenate(pieces, axis=1)
    if sound.shape[1] == 0:
        return np.zeros((len(shape.channels), length))
    return mix(pad_with_last(sound, length), _MIXINGS.get(shape.channels, Mixing.NONE))


class SuperframeSource:
    """One superframe of an encoded file as a sound of its own, all channels as they were.

    Parameters
    ----------
    stream : Stream
        The encoded file; made of maps, and open as long as the sound is read.
    superframe : int
        From 0.
    options : DecodeOptions
        How it is decoded: after how many passes, in which order, at which rate.

    Raises
    ------
    ParameterError
        If there is no such superframe, or the file cannot be decoded like that.
    UnsupportedError
        If the file is not made of maps.
    """

    def __init__(self, stream: Stream, superframe: int, options: DecodeOptions) -> None:
        shape = stream.coded_frames()
        count = shape.n_frames // shape.superframe
        if not 0 <= superframe < count:
            raise ParameterError(f"superframe {superframe}: there are {count}, from 0")
        whole = stream.output_format(options)
        length = shape.superframe * shape.frame_len * whole.rate_hz / shape.rate_hz
        end = round((superframe + 1) * length)
        if whole.n_samples is not None:
            end = min(end, whole.n_samples)
        self._stream = stream
        self._options = options
        self._start = min(round(superframe * length), end)
        self.format = replace(whole, n_samples=end - self._start)

    def blocks(self, start: int = 0) -> Iterator[Audio]:
        """Yield the superframe from its sample `start` on; the last one ends with the sound."""
        missing = (self.format.n_samples or 0) - start
        if missing <= 0:
            return
        for audio in self._stream.blocks(self._options, self._start + start):
            piece = audio.samples[:, :missing]
            missing -= piece.shape[1]
            yield replace(audio, samples=piece)
            if missing <= 0:
                return


def count_partitions(stream: Stream, silent: Shares | None = None) -> Task[PartitionStatistics]:
    """Count the ranges of a whole file, superframe after superframe.

    Parameters
    ----------
    stream : Stream
        The encoded file.
    silent : ndarray of float32, shape (superframes,), optional
        The share of each superframe that is silent blocks, 0 to 1, is written here as soon as
        it is known.

    Raises
    ------
    UnsupportedError
        If the file is not made of maps.
    """
    shape = stream.coded_frames()
    tally = PartitionTally(shape.frame_len)
    n_superframes = shape.n_frames // shape.superframe
    length = shape.superframe * shape.frame_len
    for number in range(n_superframes):
        partition = stream.partition(number)
        tally.add(partition)
        if silent is not None:
            silent[number] = partition.silent_share
        yield Progress((number + 1) * length, n_superframes * length, shape.rate_hz)
    return tally.result()
