"""Tags (title, artist and so on) as bytes.

A number of tags (u16), then of each its name and its text, both as a size in bytes (u32)
and UTF-8; all numbers little endian.
"""

import struct
from collections.abc import Mapping

from road_codec.bitstream.byteio import ByteReader

GREATEST_TAG = 1 << 15
"""Bytes of a tag that is kept; with all tags that soundfile knows far below a megabyte."""

_GREATEST_COUNT = 0xFFFF
_COUNT_BYTES = 2


def fitting_tags(tags: Mapping[str, str], room: int) -> dict[str, str]:
    """Return those tags that fit into `room` bytes as `tags_as_bytes`, the first ones first."""
    room -= _COUNT_BYTES
    fitting: dict[str, str] = {}
    for key, value in tags.items():
        sizes = len(_encoded(key)), len(_encoded(value))
        size = 8 + sum(sizes)
        if max(sizes) <= GREATEST_TAG and size <= room and len(fitting) < _GREATEST_COUNT:
            fitting[key] = value
            room -= size
    return fitting


def tags_as_bytes(tags: Mapping[str, str]) -> bytes:
    """Return tags as bytes; what UTF-8 cannot say becomes a question mark."""
    parts = [struct.pack("<H", len(tags))]
    for key, value in tags.items():
        for text in (_encoded(key), _encoded(value)):
            parts.append(struct.pack("<I", len(text)) + text)
    return b"".join(parts)


def read_tags(reader: ByteReader) -> dict[str, str]:
    """Take tags from the front of `reader`.

    Raises
    ------
    FormatError
        If bytes are missing.
    """
    tags = {}
    for _ in range(reader.number("H", "number of tags")):
        key = reader.take(reader.number("I", "size of a tag's name"), "tag name")
        value = reader.take(reader.number("I", "size of a tag"), "tag")
        tags[key.decode(errors="replace")] = value.decode(errors="replace")
    return tags


def _encoded(text: str) -> bytes:
    return text.encode(errors="replace")
