"""Files made from files: encoded, decoded, written as they are made, the seed, the error.

Long work is a generator of `Progress`; closing it stops it and leaves nothing behind.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from road_codec.audio.files import check_readable
from road_codec.audio.samples import Audio, SampleType
from road_codec.codecs.base import DecodeOptions, Engine, SoundFormat, Source, Stream
from road_codec.codecs.registry import codec_named
from road_codec.errors import FormatError, ParameterError
from road_codec.operations.opening import (
    PathLike,
    is_encoded,
    is_named_as_encoded,
    naming,
    open_pair,
    open_sound,
    open_stream,
)
from road_codec.operations.outcomes import Outcome, date_notices, outcome, skipped
from road_codec.operations.targets import begin, decide, is_whole, write_blocks
from road_codec.parallel import usable_cores
from road_codec.progress import Task
from road_codec.whole_file import WholeFile

# So begins the notice of a stream that is not whole.
_DAMAGED = "damaged: "


def encode(
    source: PathLike,
    target: PathLike,
    *,
    codec: str = "road-classic",
    params: Any = None,
    engine: Engine | None = None,
    on_exists: str = "error",
    keep_date: bool = False,
) -> Task[Outcome]:
    """Encode a sound file.

    Parameters
    ----------
    source, target : str or Path
        Files to read and to write.
    codec : str
        Id of the codec.
    params : object, optional
        Encoder parameters, of the codec's `params_type`.
    engine : Engine, optional
        Back end and threads; by default all cores.
    on_exists : {"error", "skip", "rename", "overwrite", "update"}
        What to do if the target is there; `update` skips it if it is not older than the source
        and whole, and else overwrites it.
    keep_date : bool
        Give the target the date of the source.

    Raises
    ------
    RoadError
        One line that says what, where and what would do; nothing is left behind.
    """
    source, target = Path(source), Path(target)
    chosen = codec_named(codec)
    params = chosen.params_type() if params is None else params
    engine = engine or Engine(threads=usable_cores())
    if is_encoded(source):
        raise ParameterError(f"{source}: is encoded already; decode it first")
    check_readable(source)
    if is_named_as_encoded(source):
        # What is left of a damaged file is its seed, which would pass for a sound.
        raise FormatError(
            f"{source}: has the name of an encoded file but is not a whole one; rename it if it "
            "is an ordinary sound"
        )
    on_exists, reason = yield from decide(source, target, on_exists)
    if reason:
        return skipped(source, reason)
    with (
        open_sound(source, with_cover=True) as sound,
        WholeFile(target, on_exists) as whole,
        whole.open() as file,
    ):
        yield begin(target, sound.format)
        with naming(source):
            result = yield from chosen.encode(sound, file, params, engine)
    notices = (*sound.notices, *result.notices, *date_notices(source, whole.target, keep_date))
    return outcome(source, whole, sound.format, result.n_samples, notices)


def decode(
    source: PathLike,
    target: PathLike,
    *,
    options: DecodeOptions | None = None,
    threads: int | None = None,
    on_exists: str = "error",
    keep_date: bool = False,
) -> Task[Outcome]:
    """Decode an encoded file to a sound file, whose ending chooses the format.

    With ``options.keep_going`` what is whole of a damaged file is written, and the
    outcome names the damage.  Without a number of `threads` all cores are used; the rest
    is as of `encode`.

    Raises
    ------
    RoadError
        One line that says what, where and what would do; nothing is left behind.
    """
    source, target = Path(source), Path(target)
    options = options or DecodeOptions()
    on_exists, reason = yield from decide(source, target, on_exists)
    if reason:
        return skipped(source, reason)
    with open_stream(source, keep_going=options.keep_going) as stream:
        with naming(source):
            out = stream.output_format(options)
        reading = _Reading(stream, options, threads or usable_cores())
        with WholeFile(target, on_exists) as whole:
            done, notices = yield from write_blocks(whole, out, _named(reading.blocks(), source))
    found = (line for line in stream.info.notices if line.startswith(_DAMAGED))
    notices = (*stream.info.notices, *notices, *date_notices(source, whole.target, keep_date))
    return outcome(source, whole, out, done, notices, reading.damage or next(found, ""))


class _Reading:
    """Decodes a stream and, where that is allowed, ends at the damage that it meets."""

    def __init__(self, stream: Stream, options: DecodeOptions, threads: int) -> None:
        self._stream, self._options, self._threads = stream, options, threads
        self.damage = ""

    def blocks(self) -> Iterator[Audio]:
        try:
            yield from self._stream.blocks(self._options, threads=self._threads)
        except FormatError as error:
            if not self._options.keep_going:
                raise
            self.damage = f"{_DAMAGED}{error}"


def _named(blocks: Iterable[Audio], source: Path) -> Iterator[Audio]:
    """Put the name of the source before what is wrong with it, and not with the target."""
    with naming(source):
        yield from blocks


def write_sound(source: Source, target: PathLike, *, on_exists: str = "error") -> Task[Outcome]:
    """Write a sound that is made while it is read to a file, whose ending chooses the format.

    Raises
    ------
    RoadError
        One line that says what, where and what would do; nothing is left behind.
    """
    target, out = Path(target), source.format
    if on_exists == "update":
        # What is made has no date: whether all of it is there decides.
        on_exists = "skip" if (yield from is_whole(target)) else "overwrite"
    if on_exists == "skip" and os.path.lexists(target):
        return skipped(target, "the target exists")
    with WholeFile(target, on_exists) as whole:
        done, notices = yield from write_blocks(whole, out, source.blocks())
    return outcome(whole.target, whole, out, done, notices)


def write_seed(source: PathLike, target: PathLike, *, on_exists: str = "error") -> Task[Outcome]:
    """Write the seed of an encoded file as an ordinary sound file."""
    source, target = Path(source), Path(target)
    on_exists, reason = yield from decide(source, target, on_exists)
    if reason:
        return skipped(source, reason)
    with open_stream(source) as stream:
        out = stream.seed_format()
        with WholeFile(target, on_exists) as whole:
            blocks = _named(stream.seed_blocks(), source)
            done, notices = yield from write_blocks(whole, out, blocks)
    return outcome(source, whole, out, done, notices)


def write_difference(
    original: PathLike,
    decoded: PathLike,
    target: PathLike,
    *,
    start: int = 0,
    stop: int | None = None,
    lag_samples: int = 0,
    on_exists: str = "error",
) -> Task[Path]:
    """Write the error, decoded minus original, as a sound file of float samples.

    Parameters
    ----------
    original, decoded : str or Path
        As for `compare`; they are lined up by `lag_samples`.
    target : str or Path
        A file whose format holds float samples: WAVE, AIFF or CAF.
    start, stop : int
        Samples of the pair between which it is written; by default all.
    on_exists : {"error", "skip", "rename", "overwrite"}
        What to do if the target is there.

    Returns
    -------
    Path
        Where it was written.
    """
    with open_pair(original, decoded, lag_samples=lag_samples) as pair:
        total = pair.n_samples if stop is None else stop
        n_samples = None if total is None else max(0, total - start)
        sound = SoundFormat(pair.rate_hz, pair.n_channels, SampleType.F32, n_samples)
        errors = (
            Audio((second - first).astype(np.float32), sound.rate_hz, sound.sample_type)
            for first, second in pair.blocks(start, stop)
        )
        with WholeFile(Path(target), on_exists) as whole:
            yield from write_blocks(whole, sound, errors)
    return whole.target
