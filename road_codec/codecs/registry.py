"""Which codecs there are: the only room that names concrete ones."""

from typing import BinaryIO

from road_codec.codecs.base import Codec
from road_codec.codecs.classic.codec import ClassicCodec
from road_codec.codecs.extrema.codec import ExtremaCodec
from road_codec.codecs.tqa.codec import TqaCodec
from road_codec.errors import ParameterError

_CODECS: tuple[Codec, ...] = (ClassicCodec(), ExtremaCodec(), TqaCodec())


def all_codecs() -> tuple[Codec, ...]:
    """Return all codecs of the house, the default first."""
    return _CODECS


def codec_named(name: str) -> Codec:
    """Return a codec by its id.

    Raises
    ------
    ParameterError
        If there is none of that name.
    """
    for codec in _CODECS:
        if codec.id == name:
            return codec
    names = ", ".join(codec.id for codec in _CODECS)
    raise ParameterError(f"codec: {name!r}, must be one of {names}")


def codec_of(file: BinaryIO) -> Codec | None:
    """Return the codec that wrote a file, or None."""
    return next((codec for codec in _CODECS if codec.recognises(file)), None)
