"""What a program does with sounds: encode, decode, preview, check, describe, compare.

Long work is a generator of `Progress`; closing it stops it and leaves nothing behind.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from road_codec.audio.files import SoundReader, SoundWriter, check_readable
from road_codec.audio.samples import Audio, SampleType
from road_codec.codecs.base import Codec, DecodeOptions, Engine, SoundFormat, Source, Stream
from road_codec.codecs.registry import all_codecs, codec_named, codec_of
from road_codec.comparing import Pair, compare_sources
from road_codec.errors import (
    FormatError,
    InputError,
    LimitError,
    OutputError,
    ParameterError,
    RoadError,
    UnsupportedError,
)
from road_codec.limits import DEFAULT_LIMITS, Limits
from road_codec.metrics.report import Comparison
from road_codec.parallel import usable_cores
from road_codec.progress import Progress, Task
from road_codec.whole_file import POLICIES, WholeFile, shortage

PathLike = str | Path
# So begins the notice of a stream that is not whole.
_DAMAGED = "damaged: "


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
    """

    source: str
    target: str | None
    source_bytes: int
    target_bytes: int
    seconds: float
    notices: tuple[str, ...] = ()
    damage: str = ""
    pcm_bytes: int = 0


class SoundSource:
    """An ordinary sound file as a `Source`; made by `open_sound`."""

    def __init__(self, reader: SoundReader) -> None:
        self._reader = reader
        self.format = SoundFormat(
            reader.rate_hz, reader.n_channels, reader.sample_type, reader.n_samples, reader.tags
        )
        self.blocks = reader.blocks
        self.notices = reader.notices

    def close(self) -> None:
        """Let go of the file."""
        self._reader.close()


@contextmanager
def open_sound(path: PathLike, limits: Limits = DEFAULT_LIMITS) -> Iterator[SoundSource]:
    """Open an ordinary sound file.

    Raises
    ------
    InputError, UnsupportedError, FormatError, LimitError
        If it is missing, unknown, damaged or too large.
    """
    with SoundReader(Path(path), limits) as reader:
        yield SoundSource(reader)


@contextmanager
def open_stream(
    path: PathLike, *, keep_going: bool = False, limits: Limits = DEFAULT_LIMITS
) -> Iterator[Stream]:
    """Open an encoded file for decoding from any place.

    Parameters
    ----------
    path : str or Path
        The file.
    keep_going : bool
        Open a damaged file as far as it is whole.
    limits : Limits
        Sizes beyond which the file is refused.

    Raises
    ------
    InputError, UnsupportedError, FormatError, LimitError
        If it is missing, not ours, damaged or too large.
    """
    path = Path(path)
    check_readable(path)
    with path.open("rb") as file:
        # Without a codec that recognises it, the one of its name says what is missing.
        codec = codec_of(file) or _codec_of_name(path) or all_codecs()[0]
        with naming(path):
            stream = codec.open(file, keep_going=keep_going, limits=limits)
        with closing(stream):
            yield stream


def is_encoded(path: PathLike) -> bool:
    """Whether a file is of a codec of the house; False where it cannot be read."""
    path = Path(path)
    try:
        # A pipe would have to be waited for.
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            return codec_of(file) is not None
    except (RoadError, OSError, ValueError):
        return False


def is_named_as_encoded(path: PathLike) -> bool:
    """Whether a file has the ending of a codec of the house, whatever is in it."""
    return _codec_of_name(Path(path)) is not None


def _codec_of_name(path: Path) -> Codec | None:
    name = path.name.lower()
    return next((codec for codec in all_codecs() if name.endswith(codec.suffix)), None)


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
    on_exists, reason = yield from _decide(source, target, on_exists)
    if reason:
        return _skipped(source, reason)
    with (
        open_sound(source) as sound,
        WholeFile(target, on_exists) as whole,
        whole.open() as file,
    ):
        yield _begin(target, sound.format)
        with naming(source):
            result = yield from chosen.encode(sound, file, params, engine)
    notices = (*sound.notices, *result.notices, *_date_notices(source, whole, keep_date))
    return _outcome(source, whole, sound.format, result.n_samples, notices)


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
    on_exists, reason = yield from _decide(source, target, on_exists)
    if reason:
        return _skipped(source, reason)
    with open_stream(source, keep_going=options.keep_going) as stream:
        with naming(source):
            out = stream.output_format(options)
        with (
            WholeFile(target, on_exists) as whole,
            _writer(whole, out) as writer,
            naming(source),
        ):
            yield _begin(target, out)
            done, damage = yield from _copy(stream, options, out, writer, threads)
    damage = damage or next((line for line in stream.info.notices if line.startswith(_DAMAGED)), "")
    notices = (*stream.info.notices, *writer.notices, *_date_notices(source, whole, keep_date))
    return _outcome(source, whole, out, done, notices, damage)


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
        return _skipped(target, "the target exists")
    done = 0
    with WholeFile(target, on_exists) as whole, _writer(whole, out) as writer:
        yield _begin(target, out)
        for audio in source.blocks():
            writer.write(audio)
            done += audio.n_samples
            yield Progress(done, out.n_samples, out.rate_hz)
    return _outcome(whole.target, whole, out, done, writer.notices)


def write_seed(source: PathLike, target: PathLike, *, on_exists: str = "error") -> Task[Outcome]:
    """Write the seed of an encoded file as an ordinary sound file."""
    source, target = Path(source), Path(target)
    on_exists, reason = yield from _decide(source, target, on_exists)
    if reason:
        return _skipped(source, reason)
    with open_stream(source) as stream:
        out = stream.seed_format()
        done = 0
        with (
            WholeFile(target, on_exists) as whole,
            _writer(whole, out) as writer,
            naming(source),
        ):
            for audio in stream.seed_blocks():
                writer.write(audio)
                done += audio.n_samples
                yield Progress(done, out.n_samples, out.rate_hz)
    return _outcome(source, whole, out, done, writer.notices)


def check(source: PathLike) -> Task[tuple[str, ...]]:
    """Check all that can be checked of an encoded file without its original."""
    with open_stream(source) as stream, naming(source):
        return (yield from stream.check())


def describe_file(source: PathLike) -> Task[dict[str, Any]]:
    """Return every header field and statistics of an encoded file, as plain JSON types."""
    with open_stream(source) as stream, naming(source):
        return (yield from stream.describe())


def compare(
    original: PathLike, decoded: PathLike, encoded: PathLike | None = None
) -> Task[Comparison]:
    """Compare two sounds; each may be an ordinary or an encoded file.

    Parameters
    ----------
    original, decoded : str or Path
        What to compare; an encoded file is decoded at its original rate.
    encoded : str or Path, optional
        The encoded file whose size is to be reported.
    """
    with open_source(original) as first, open_source(decoded) as second:
        carrier = encoded if encoded is not None else decoded if is_encoded(decoded) else None
        return (
            yield from compare_sources(
                first,
                second,
                original_bytes=Path(original).stat().st_size,
                encoded_bytes=None if carrier is None else _size(Path(carrier)),
            )
        )


@contextmanager
def open_pair(original: PathLike, decoded: PathLike, *, lag_samples: int = 0) -> Iterator[Pair]:
    """Open two sounds to read them together; each may be an ordinary or an encoded file.

    Parameters
    ----------
    original, decoded : str or Path
        An encoded file is decoded at its original rate.
    lag_samples : int
        By how much the decoded sound comes later, as `Pair.align` finds it.

    Raises
    ------
    RoadError
        If one of them cannot be read, or they are no two versions of one sound.
    """
    with open_source(original) as first, open_source(decoded) as second:
        yield Pair(first, second, lag_samples=lag_samples)


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
            _writer(whole, sound) as writer,
        ):
            for first, second in pair.blocks(start, stop):
                error = (second - first).astype(np.float32)
                writer.write(Audio(error, sound.rate_hz, sound.sample_type))
                done += error.shape[1]
                yield Progress(done, n_samples, sound.rate_hz)
    return whole.target


class _DecodedSource:
    """An encoded file as a `Source`."""

    def __init__(self, stream: Stream, path: PathLike, options: DecodeOptions) -> None:
        self._stream = stream
        self._path = path
        self._options = options
        self.format = stream.output_format(options)

    def blocks(self, start: int = 0) -> Iterator[Any]:
        with naming(self._path):
            yield from self._stream.blocks(self._options, start)


@contextmanager
def open_source(path: PathLike, options: DecodeOptions | None = None) -> Iterator[Source]:
    """Open any sound, an ordinary or an encoded file, to be read from any place.

    Parameters
    ----------
    path : str or Path
        The file.
    options : DecodeOptions, optional
        How an encoded file is decoded; by default at its original rate.
    """
    if is_encoded(path):
        with open_stream(path) as stream:
            with naming(path):
                source = _DecodedSource(stream, path, options or DecodeOptions())
            yield source
    else:
        with open_sound(path) as sound:
            yield sound


@contextmanager
def naming(source: PathLike) -> Iterator[None]:
    """Put the name of a file before what is wrong with it, where that does not say it yet.

    Of many files a user must be told which; the codecs see bytes and sounds without names.
    """
    try:
        yield
    except (FormatError, UnsupportedError, LimitError, ParameterError, InputError) as error:
        if str(error).startswith(f"{source}: "):
            raise
        raise type(error)(f"{source}: {error}") from None


def _begin(target: Path, sound: SoundFormat) -> Progress:
    """Return the first step, which warns where the disk may be too small."""
    return Progress(0, sound.n_samples, sound.rate_hz, warning=shortage(target, sound.pcm_bytes))


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


@contextmanager
def _writer(whole: WholeFile, out: SoundFormat) -> Iterator[SoundWriter]:
    with (
        whole.open() as file,
        SoundWriter(
            file,
            whole.target.name,
            rate_hz=out.rate_hz,
            n_channels=out.n_channels,
            sample_type=out.sample_type,
            n_samples=out.n_samples,
            tags=out.tags,
        ) as writer,
    ):
        yield writer


def is_whole(path: PathLike) -> Task[bool]:
    """Find out whether all of a file, a sound or an encoded one, can be read."""
    path = Path(path)
    try:
        if is_encoded(path):
            yield from check(path)
            return True
        with open_sound(path) as sound:
            if sound.notices:  # it is read as far as it goes, but declares more
                return False
            done = 0
            for audio in sound.blocks():
                done += audio.n_samples
                yield Progress(done, sound.format.n_samples, sound.format.rate_hz)
    except (RoadError, OSError):
        return False
    return not is_named_as_encoded(path)


def _decide(source: Path, target: Path, on_exists: str) -> Task[tuple[str, str]]:
    """Refuse to write over the source; return what to do at the end, and why to skip if so."""
    if on_exists not in POLICIES:
        raise ParameterError(f"on-exists: {on_exists!r}, must be one of {', '.join(POLICIES)}")
    try:
        same = target.exists() and source.exists() and target.samefile(source)
    except OSError:
        same = False
    if same:
        raise OutputError(f"{target}: is the input itself; choose another name")
    is_there = os.path.lexists(target)
    if on_exists != "update":
        return on_exists, "the target exists" if is_there and on_exists == "skip" else ""
    if not is_there:
        return "error", ""  # what appears meanwhile was not looked into
    if _is_older(target, source) or not (yield from is_whole(target)):
        return "overwrite", ""
    return "skip", "the target is newer and whole"


def _is_older(target: Path, source: Path) -> bool:
    try:
        return target.stat().st_mtime_ns < source.stat().st_mtime_ns
    except OSError:
        return True  # the task itself says what is wrong


def _skipped(source: Path, reason: str) -> Outcome:
    return Outcome(str(source), None, _size(source), 0, 0.0, (f"skipped: {reason}",))


def _date_notices(source: Path, whole: WholeFile, keep_date: bool) -> tuple[str, ...]:
    """Give a finished file the date of its source if asked for; say so if that fails."""
    if not keep_date:
        return ()
    try:
        times = source.stat()
        os.utime(whole.target, ns=(times.st_atime_ns, times.st_mtime_ns))
    except OSError as error:
        return (f"the date was not kept: {(error.strerror or str(error)).lower()}",)
    return ()


def _outcome(
    source: Path,
    whole: WholeFile,
    sound: SoundFormat,
    n_samples: int,
    notices: tuple[str, ...],
    damage: str = "",
) -> Outcome:
    return Outcome(
        source=str(source),
        target=str(whole.target),
        source_bytes=_size(source),
        target_bytes=_size(whole.target),
        seconds=n_samples / sound.rate_hz,
        notices=notices,
        damage=damage,
        pcm_bytes=n_samples * sound.n_channels * sound.sample_type.bits // 8,
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read: {(error.strerror or str(error)).lower()}"
        ) from None
