"""The ``orig`` chunk: what the historical layout forgets about the original sound.

It stands behind FIND, where the old programs do not look.  FORMAT.md shows it byte
by byte.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from road_codec.audio.samples import SampleType
from road_codec.bitstream.byteio import ByteReader
from road_codec.bitstream.crc import crc32
from road_codec.errors import FormatError, UnsupportedError

NAME = b"orig"
VERSION = 1
GREATEST_SIZE = 1 << 20
GREATEST_TAG = 1 << 15
"""Bytes of a tag that is kept; with all tags that soundfile knows far below `GREATEST_SIZE`."""

_GREATEST_COUNT = 0xFFFF
_FIELD_BYTES, _CRC_BYTES = 18, 4
_TYPES = (SampleType.U8, SampleType.S16, SampleType.S24, SampleType.S32, SampleType.F32)


@dataclass(frozen=True, slots=True)
class Original:
    """Facts about the sound that was encoded.

    Attributes
    ----------
    n_samples : int
        Exact length of a channel.
    rate_hz : int
        Exact rate.
    sample_type : SampleType
        Type of its samples.
    last_seed_byte : int
        The byte of the seed that variant A overwrites; 0 in variant B.
    tags : mapping of str to str
        Title, artist and so on.
    """

    n_samples: int
    rate_hz: int
    sample_type: SampleType
    last_seed_byte: int = 0
    tags: Mapping[str, str] = field(default_factory=dict)

    def as_bytes(self) -> bytes:
        """Return the payload of the chunk."""
        parts = [
            struct.pack(
                "<HBBIQH",
                VERSION,
                _TYPES.index(self.sample_type),
                self.last_seed_byte,
                self.rate_hz,
                self.n_samples,
                len(self.tags),
            )
        ]
        for key, value in self.tags.items():
            for text in (_encoded(key), _encoded(value)):
                parts.append(struct.pack("<I", len(text)) + text)
        body = b"".join(parts)
        return body + struct.pack("<I", crc32(body))


def fitting_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Return those tags that the chunk has room for, the first ones first."""
    room = GREATEST_SIZE - _FIELD_BYTES - _CRC_BYTES
    fitting: dict[str, str] = {}
    for key, value in tags.items():
        sizes = len(_encoded(key)), len(_encoded(value))
        size = 8 + sum(sizes)
        if max(sizes) <= GREATEST_TAG and size <= room and len(fitting) < _GREATEST_COUNT:
            fitting[key] = value
            room -= size
    return fitting


def parse_original(payload: bytes, at: int) -> Original:
    """Read the payload of the chunk, which begins at byte `at` of the file.

    Raises
    ------
    FormatError
        If it is damaged.
    UnsupportedError
        If it is of a later version.
    """
    reader = ByteReader(payload[:-_CRC_BYTES], "orig chunk", at=at)
    # First of all, so that no damage passes for another version.
    if crc32(payload[:-_CRC_BYTES]) != int.from_bytes(payload[-_CRC_BYTES:], "little"):
        raise FormatError(f"orig chunk at byte {at}: its CRC does not match; it is damaged")
    version = reader.number("H", "version")
    if version != VERSION:
        raise UnsupportedError(f"orig chunk at byte {at}: version {version}, only 1 is known")
    kind = reader.number("B", "sample type")
    last_seed_byte = reader.number("B", "last seed byte")
    rate_hz = reader.number("I", "rate")
    n_samples = reader.number("Q", "length")
    if kind >= len(_TYPES) or rate_hz == 0:
        raise FormatError(f"orig chunk at byte {at}: sample type {kind} or rate {rate_hz} Hz")
    tags = {}
    for _ in range(reader.number("H", "number of tags")):
        key = reader.take(reader.number("I", "size of a tag's name"), "tag name")
        value = reader.take(reader.number("I", "size of a tag"), "tag")
        tags[key.decode(errors="replace")] = value.decode(errors="replace")
    if reader.left:
        raise FormatError(
            f"orig chunk at byte {reader.at}: {reader.left} bytes are left behind the tags"
        )
    return Original(n_samples, rate_hz, _TYPES[kind], last_seed_byte, tags)


def _encoded(text: str) -> bytes:
    return text.encode(errors="replace")
