"""Sounds and encoded files, opened to be read; what is wrong with one is said with its name."""

import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from road_codec.audio.cover import Cover
from road_codec.audio.files import SoundReader, check_readable
from road_codec.codecs.base import Codec, DecodeOptions, SoundFormat, Source, Stream
from road_codec.codecs.registry import all_codecs, codec_of
from road_codec.comparing import Pair
from road_codec.covers.finding import find_cover
from road_codec.errors import (
    FormatError,
    InputError,
    LimitError,
    ParameterError,
    RoadError,
    UnsupportedError,
)
from road_codec.limits import DEFAULT_LIMITS, Limits

PathLike = str | Path


class SoundSource:
    """An ordinary sound file as a `Source`; made by `open_sound`."""

    def __init__(self, reader: SoundReader, cover: Cover | None = None) -> None:
        self._reader = reader
        self.format = SoundFormat(
            reader.rate_hz,
            reader.n_channels,
            reader.sample_type,
            reader.n_samples,
            reader.tags,
            cover,
        )
        self.blocks = reader.blocks
        self.notices = reader.notices

    def close(self) -> None:
        """Let go of the file."""
        self._reader.close()


@contextmanager
def open_sound(
    path: PathLike, limits: Limits = DEFAULT_LIMITS, *, with_cover: bool = False
) -> Iterator[SoundSource]:
    """Open an ordinary sound file.

    Parameters
    ----------
    path : str or Path
        The file.
    limits : Limits
        Sizes beyond which the file is refused.
    with_cover : bool
        Look for its cover; one that cannot be read is left out, with a notice.

    Raises
    ------
    InputError, UnsupportedError, FormatError, LimitError
        If it is missing, unknown, damaged or too large.
    """
    path = Path(path)
    with SoundReader(path, limits) as reader:
        if not with_cover:
            yield SoundSource(reader)
            return
        with path.open("rb") as file:
            cover, notices = find_cover(file)
        source = SoundSource(reader, cover)
        source.notices = (*source.notices, *notices)
        yield source


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
    return _codec_of_name(path) is not None


def _codec_of_name(path: PathLike) -> Codec | None:
    name = str(path).lower()
    return next((codec for codec in all_codecs() if name.endswith(codec.suffix)), None)


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
