"""A cover as FLAC's PICTURE block, which Ogg and the files of packets hold too.

Source: RFC 9639, section 8.8.  All numbers are big endian.
"""

import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from road_codec.audio.cover import Cover, cover_of
from road_codec.bitstream.byteio import ByteReader
from road_codec.errors import FormatError, RoadError

FRONT = 3
"""The type of a picture that is a front cover; of ID3v2 too."""
LINK = "-->"
"""The media type of what is no picture but the address of one."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A cover, and of which type its tag says that it is: 0 to 20."""

    kind: int
    cover: Cover


def choose(attempts: Iterable[Callable[[], Picture]]) -> Picture | None:
    """Return the first front cover, or else the first picture; None where there is none.

    Parameters
    ----------
    attempts : iterable of callables
        Each reads one picture.

    Raises
    ------
    RoadError
        What was wrong with the first one, where none can be read.
    """
    first, fault = None, None
    for attempt in attempts:
        try:
            picture = attempt()
        except RoadError as error:
            fault = fault or error
            continue
        if picture.kind == FRONT:
            return picture
        first = first or picture
    if first is None and fault is not None:
        raise fault
    return first


def picture_bytes(cover: Cover) -> bytes:
    """Return the payload of a block: a front cover whose size in pixels is not told."""
    mime, description = cover.mime.encode(), cover.description.encode(errors="replace")
    return b"".join(
        (
            struct.pack(">II", FRONT, len(mime)),
            mime,
            struct.pack(">I", len(description)),
            description,
            # Width, height, bits of a pixel and colours: 0 is unknown.
            struct.pack(">IIIII", 0, 0, 0, 0, len(cover.data)),
            cover.data,
        )
    )


def parse_picture(payload: bytes) -> Picture:
    """Read the payload of a block.

    Raises
    ------
    FormatError
        If bytes are missing, or it is only a link.
    ParameterError
        If the picture is empty or too large.
    """
    reader = ByteReader(payload, "picture", big_endian=True)
    kind = reader.number("I", "type")
    mime = reader.take(reader.number("I", "size of the media type"), "media type")
    text = reader.take(reader.number("I", "size of the description"), "description")
    reader.take(16, "size in pixels")
    data = reader.take(reader.number("I", "size of the data"), "data")
    if mime == LINK.encode():
        raise FormatError("picture: is only a link to one")
    return Picture(
        kind, cover_of(mime.decode("ascii", "replace"), text.decode("utf-8", "replace"), data)
    )
