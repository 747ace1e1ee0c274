"""The ``orig`` chunk: what the historical layout forgets about the original sound.

It stands behind FIND, where the old programs do not look.  FORMAT.md shows it byte
by byte.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

from road_codec.audio.samples import SampleType
from road_codec.bitstream import tags as tag_bytes
from road_codec.bitstream.byteio import ByteReader
from road_codec.bitstream.crc import crc32
from road_codec.errors import FormatError, UnsupportedError

NAME = b"orig"
VERSION = 1
GREATEST_SIZE = 1 << 20

_FIELD_BYTES, _CRC_BYTES = 16, 4
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
        body = struct.pack(
            "<HBBIQ",
            VERSION,
            _TYPES.index(self.sample_type),
            self.last_seed_byte,
            self.rate_hz,
            self.n_samples,
        ) + tag_bytes.tags_as_bytes(self.tags)
        return body + struct.pack("<I", crc32(body))


def fitting_tags(tags: Mapping[str, str]) -> dict[str, str]:
    """Return those tags that the chunk has room for, the first ones first."""
    return tag_bytes.fitting_tags(tags, GREATEST_SIZE - _FIELD_BYTES - _CRC_BYTES)


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
    tags = tag_bytes.read_tags(reader)
    if reader.left:
        raise FormatError(
            f"orig chunk at byte {reader.at}: {reader.left} bytes are left behind the tags"
        )
    return Original(n_samples, rate_hz, _TYPES[kind], last_seed_byte, tags)
