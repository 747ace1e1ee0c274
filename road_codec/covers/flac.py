"""The PICTURE blocks of FLAC files.  Source: RFC 9639, section 8."""

from collections.abc import Iterator
from functools import partial
from typing import BinaryIO

from road_codec.audio.cover import Cover
from road_codec.bitstream.byteio import read_at
from road_codec.covers.picture import Picture, choose, parse_picture, picture_bytes
from road_codec.covers.room import replace_bytes
from road_codec.errors import FormatError

MAGIC = b"fLaC"
_PICTURE = 6
_LAST = 0x80
_HEAD_BYTES = 4
_MOST_BLOCKS = 4096


def find_picture(file: BinaryIO, start: int = 0) -> Picture | None:
    """Return the front cover of a FLAC file, or else its first picture; None if it has none.

    Parameters
    ----------
    file : BinaryIO
        Seekable.
    start : int
        Where ``fLaC`` stands.

    Raises
    ------
    FormatError, ParameterError
        If a block cannot be, and there is no other picture.
    """
    return choose(
        partial(_parse_block, file, at, size)
        for kind, at, size in _blocks(file, start + len(MAGIC))
        if kind == _PICTURE
    )


def _blocks(file: BinaryIO, position: int) -> Iterator[tuple[int, int, int]]:
    """Yield kind, and place and size of the payload, of the blocks before the sound."""
    for _ in range(_MOST_BLOCKS):
        head = read_at(file, position, _HEAD_BYTES, "head of a block")
        size = int.from_bytes(head[1:], "big")
        yield head[0] & ~_LAST, position + _HEAD_BYTES, size
        if head[0] & _LAST:
            return
        position += _HEAD_BYTES + size


def _parse_block(file: BinaryIO, at: int, size: int) -> Picture:
    return parse_picture(read_at(file, at, size, "picture block"))


def add_picture(file: BinaryIO, cover: Cover) -> Iterator[None]:
    """Put a PICTURE block behind the first block of a whole FLAC file, in short steps.

    Raises
    ------
    FormatError
        If it does not begin as one.
    """
    head = read_at(file, 0, len(MAGIC) + _HEAD_BYTES, "head of the FLAC file")
    if head[:4] != MAGIC:
        raise FormatError("no FLAC file")
    is_last = head[4] & _LAST
    if is_last:
        file.seek(len(MAGIC))
        file.write(bytes([head[4] & ~_LAST]))
    payload = picture_bytes(cover)
    at = len(head) + int.from_bytes(head[5:], "big")
    block = bytes([_PICTURE | is_last]) + len(payload).to_bytes(3, "big") + payload
    yield from replace_bytes(file, at, 0, block)
