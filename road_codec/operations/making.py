"""Files made from files: encoded, decoded, written as they are made, the seed, the error.

Long work is a generator of `Progress`; closing it stops it and leaves nothing behind.
"""

import os
from pathlib import Path
from typing import Any

import numpy as np

from road_codec.audio.files import SoundWriter, check_readable
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
from road_codec.operations.targets import begin, decide, is_whole, writing
from road_codec.parallel import usable_cores
from road_codec.progress import Progress, Task
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
        with (
            WholeFile(target, on_exists) as whole,
            writing(whole, out) as writer,
            naming(source),
        ):
            yield begin(target, out)
            done, damage = yield from _copy(stream, options, out, writer, threads)
    damage = damage or next((line for line in stream.info.notices if line.startswith(_DAMAGED)), "")
    notices = (
        *stream.info.notices,
        *writer.notices,
        *date_notices(source, whole.target, keep_date),
    )
    return outcome(source, whole, out, done, notices, damage)


def _copy(
    stream: Stream,
    options: DecodeOptions,
    out: SoundFormat,
    writer: SoundWriter,
    threads: int | None,
) -> Task[tuple[int, str]]:
    """Write all blocks; return samples written and, where that is allowed, the damage met."""
    done = 0
    blocks = stream.blocks(options, threads=threads or usable_cores())
    try:
        for audio in blocks:
            writer.write(audio)
            done += audio.n_samples
            yield Progress(done, out.n_samples, out.rate_hz)
    except FormatError as error:
        if not options.keep_going:
            raise
        return done, f"{_DAMAGED}{error}"
    return done, ""


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
    done = 0
    with WholeFile(target, on_exists) as whole, writing(whole, out) as writer:
        yield begin(target, out)
        for audio in source.blocks():
            writer.write(audio)
            done += audio.n_samples
            yield Progress(done, out.n_samples, out.rate_hz)
    return outcome(whole.target, whole, out, done, writer.notices)


def write_seed(source: PathLike, target: PathLike, *, on_exists: str = "error") -> Task[Outcome]:
    """Write the seed of an encoded file as an ordinary sound file."""
    source, target = Path(source), Path(target)
    on_exists, reason = yield from decide(source, target, on_exists)
    if reason:
        return skipped(source, reason)
    with open_stream(source) as stream:
        out = stream.seed_format()
        done = 0
        with (
            WholeFile(target, on_exists) as whole,
            writing(whole, out) as writer,
            naming(source),
        ):
            for audio in stream.seed_blocks():
                writer.write(audio)
                done += audio.n_samples
                yield Progress(done, out.n_samples, out.rate_hz)
    return outcome(source, whole, out, done, writer.notices)


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
        done = 0
        with (
            WholeFile(Path(target), on_exists) as whole,
            writing(whole, sound) as writer,
        ):
            for first, second in pair.blocks(start, stop):
                error = (second - first).astype(np.float32)
                writer.write(Audio(error, sound.rate_hz, sound.sample_type))
                done += error.shape[1]
                yield Progress(done, n_samples, sound.rate_hz)
    return whole.target
