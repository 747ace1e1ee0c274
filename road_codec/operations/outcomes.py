"""What became of one file, and the date that it keeps."""

import os
from dataclasses import dataclass
from pathlib import Path

from road_codec.codecs.base import SoundFormat
from road_codec.errors import InputError
from road_codec.whole_file import WholeFile


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file.

    Attributes
    ----------
    source : str
        What was read.
    target : str or None
        What was written; None if it was there already and was to be skipped.
    source_bytes, target_bytes : int
        Sizes of both files.
    seconds : float
        Sound handled, in seconds.
    notices : tuple of str
        What a user should know, one line each.
    damage : str
        What was wrong with a file that was decoded as far as it is whole; else empty.
    pcm_bytes : int
        What the samples of the sound take without compression.
    copied : bool
        Whether it is no sound but was copied as it is.
    """

    source: str
    target: str | None
    source_bytes: int
    target_bytes: int
    seconds: float
    notices: tuple[str, ...] = ()
    damage: str = ""
    pcm_bytes: int = 0
    copied: bool = False


def skipped(source: Path, reason: str, *, copied: bool = False) -> Outcome:
    """Return what is said of a file that nothing was made of."""
    notices = (f"skipped: {reason}",)
    return Outcome(str(source), None, size_of(source), 0, 0.0, notices, copied=copied)


def outcome(
    source: Path,
    whole: WholeFile,
    sound: SoundFormat,
    n_samples: int,
    notices: tuple[str, ...],
    damage: str = "",
) -> Outcome:
    """Return what is said of a file that was made, with the sizes of both."""
    return Outcome(
        source=str(source),
        target=str(whole.target),
        source_bytes=size_of(source),
        target_bytes=size_of(whole.target),
        seconds=n_samples / sound.rate_hz,
        notices=notices,
        damage=damage,
        pcm_bytes=n_samples * sound.n_channels * sound.sample_type.bits // 8,
    )


def date_notices(source: Path, target: Path, keep_date: bool) -> tuple[str, ...]:
    """Give a finished file the date of its source if asked for; say so if that fails."""
    if not keep_date:
        return ()
    try:
        times = source.stat()
        os.utime(target, ns=(times.st_atime_ns, times.st_mtime_ns))
    except OSError as error:
        return (f"the date was not kept: {(error.strerror or str(error)).lower()}",)
    return ()


def size_of(path: Path) -> int:
    """Return the size of a file in bytes; an `InputError` where it cannot be told."""
    try:
        return path.stat().st_size
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read: {(error.strerror or str(error)).lower()}"
        ) from None
