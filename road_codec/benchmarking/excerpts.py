"""The sounds that coders are given: WAVE files of the beginning, in the samples that they take."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from road_codec.audio.files import SoundWriter
from road_codec.audio.samples import Audio, SampleType, round_to
from road_codec.errors import FormatError, ParameterError
from road_codec.operations import is_encoded, is_named_as_encoded, open_sound
from road_codec.progress import Progress, Task


def write_excerpt(
    sound: Path,
    target: Path,
    *,
    seconds: float | None = None,
    sample_type: SampleType | None = None,
) -> Task[int]:
    """Write the beginning of a sound as a WAVE file, without tags.

    Parameters
    ----------
    sound, target : Path
        What to read, and what to write or replace.
    seconds : float or None
        How much of it; None for all.
    sample_type : SampleType or None
        What to round the samples to; None leaves them as they are.

    Returns
    -------
    int
        Samples of one channel that were written.

    Raises
    ------
    ParameterError
        If the sound is an encoded file, or there is nothing of it.
    RoadError
        As `road_codec.operations.open_sound`.
    """
    check_ordinary(sound)
    done = 0
    with open_sound(sound) as source, target.open("w+b") as file:
        shape = source.format
        length = None if seconds is None else max(1, round(seconds * shape.rate_hz))
        with SoundWriter(
            file,
            target.name,
            rate_hz=shape.rate_hz,
            n_channels=shape.n_channels,
            sample_type=sample_type or shape.sample_type,
            n_samples=shape.n_samples if length is None else length,
            tags={},
        ) as writer:
            for audio in _first(source.blocks(), length):
                writer.write(_as_type(audio, sample_type or shape.sample_type))
                done += audio.n_samples
                yield Progress(done, length or shape.n_samples, shape.rate_hz)
    if not done:
        raise ParameterError(f"{sound}: has no samples that could be measured")
    return done


def check_ordinary(sound: Path) -> None:
    """Raise a `RoadError` if a sound is, or was, an encoded file."""
    if is_encoded(sound):
        raise ParameterError(f"{sound}: is encoded already; give the sound that it was made from")
    if is_named_as_encoded(sound) and sound.exists():
        # What is left of a damaged file is its seed, which would pass for a sound.
        raise FormatError(
            f"{sound}: has the name of an encoded file but is not a whole one; rename it if it "
            "is an ordinary sound"
        )


def _first(blocks: Iterator[Audio], length: int | None) -> Iterator[Audio]:
    """Yield blocks until there are so many samples of a channel."""
    left = length
    for audio in blocks:
        if left is None or audio.n_samples <= left:
            yield audio
        else:
            yield Audio(audio.samples[:, :left], audio.rate_hz, audio.sample_type)
        if left is not None:
            left -= min(left, audio.n_samples)
            if not left:
                return


def _as_type(audio: Audio, sample_type: SampleType) -> Audio:
    own = audio.sample_type
    if own is sample_type:
        return audio
    values = (audio.samples.astype(np.float64) - own.middle) / own.full_scale
    finite = np.nan_to_num(values, posinf=0.0, neginf=0.0)
    return Audio(round_to(finite, sample_type), audio.rate_hz, sample_type)
