"""The section of a file of packets that holds the cover: FORMAT.md, "Cover"."""

import struct
from typing import BinaryIO

from road_codec.audio.cover import Cover
from road_codec.bitstream.byteio import read_at
from road_codec.bitstream.crc import crc32
from road_codec.covers.picture import parse_picture, picture_bytes
from road_codec.errors import FormatError, RoadError

_SIZE = struct.Struct("<I")
_GREATEST = 1 << 24


def section_bytes(cover: Cover) -> bytes:
    """Return the section: the size of a picture, the picture as in FLAC, and a CRC-32."""
    picture = picture_bytes(cover)
    section = _SIZE.pack(len(picture)) + picture
    return section + _SIZE.pack(crc32(section))


def read_section(
    file: BinaryIO, at: int, *, keep_going: bool
) -> tuple[Cover | None, int, tuple[str, ...]]:
    """Return the cover, where the section ends, and notices.

    With `keep_going` a damaged picture is left out; its size must be right, for what follows
    begins behind it.

    Raises
    ------
    FormatError
        If it is damaged.
    """
    (size,) = _SIZE.unpack(read_at(file, at, _SIZE.size, "cover"))
    if size > _GREATEST:
        raise FormatError(
            f"cover at byte {at}: {size} bytes are declared, at most {_GREATEST} can be"
        )
    data = read_at(file, at, 2 * _SIZE.size + size, "cover")
    body, (crc,) = data[: -_SIZE.size], _SIZE.unpack(data[-_SIZE.size :])
    try:
        if crc32(body) != crc:
            raise FormatError(f"cover at byte {at}: its CRC does not match; it is damaged")
        return parse_picture(body[_SIZE.size :]).cover, at + len(data), ()
    except RoadError as error:
        if not keep_going:
            raise FormatError(str(error)) from None
        return None, at + len(data), (f"the cover is left out: {error}",)
