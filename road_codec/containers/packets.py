"""Files of packets, for codecs whose bytes only their own decoder understands.

A head with what the sound is, packets that stand for themselves, and an index.  FORMAT.md
beside this file shows it byte by byte.  Nothing is read or allocated that was not found to
be there; every byte is under a CRC-32.
"""

import os
import struct
from array import array
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import BinaryIO

import numpy as np

from road_codec.audio.cover import Cover
from road_codec.audio.samples import SampleType
from road_codec.audio.sound_format import SoundFormat
from road_codec.bitstream import tags as tag_bytes
from road_codec.bitstream.byteio import ByteReader, file_size, read_at
from road_codec.bitstream.crc import crc32
from road_codec.containers.cover_section import read_section, section_bytes
from road_codec.errors import FormatError, UnsupportedError
from road_codec.limits import DEFAULT_LIMITS, Limits

KIND_BYTES = 4
_HEAD = struct.Struct("<8sHBBIII")
_PACKET = struct.Struct("<II")
_TAIL = struct.Struct("<QII8s")
_CRC_BYTES = 4
_TYPES = (SampleType.U8, SampleType.S16, SampleType.S24, SampleType.S32, SampleType.F32)
_TAG_ROOM = 1 << 20
_GREATEST_HEAD = 1 << 24
# Of the byte that tells the sample type: a section with the cover follows the head.
_HAS_COVER = 0x80
MOST_VALUES = 1 << 22
"""Samples of all channels together that a packet holds at most: 32 MB as doubles."""


def magic_of(kind: bytes) -> bytes:
    """Return the first eight bytes of a file whose packets are of a `kind` of four letters.

    As in PNG: a byte that is no text, and the ends of lines that careless programs change.
    """
    return b"\x89" + kind + b"\r\n\x1a"


def end_of(kind: bytes) -> bytes:
    """Return the last eight bytes of such a file."""
    return b"end " + kind


class PacketWriter:
    """Writes such a file to the empty, seekable `target`.

    Parameters
    ----------
    target : BinaryIO
        Where to write.
    kind : bytes
        Four letters that name the codec.
    version : int
        Of the codec's packets, 1 to 65535.
    sound : SoundFormat
        The sound; its length is not needed beforehand.
    head : bytes
        What the codec needs once for the whole file.
    """

    def __init__(
        self, target: BinaryIO, kind: bytes, version: int, sound: SoundFormat, head: bytes = b""
    ) -> None:
        self._target = target
        self._kind = kind
        self._entries = array("I")
        self._n_samples = 0
        tags = tag_bytes.tags_as_bytes(tag_bytes.fitting_tags(sound.tags, _TAG_ROOM))
        data = (
            _HEAD.pack(
                magic_of(kind),
                version,
                _TYPES.index(sound.sample_type) | (_HAS_COVER if sound.cover else 0),
                sound.n_channels,
                sound.rate_hz,
                len(tags),
                len(head),
            )
            + tags
            + head
        )
        target.write(data + struct.pack("<I", crc32(data)))
        if sound.cover is not None:
            target.write(section_bytes(sound.cover))

    def add(self, payload: bytes, n_samples: int) -> None:
        """Write a packet that holds the next `n_samples` samples of every channel."""
        data = _PACKET.pack(len(payload), n_samples) + payload
        self._target.write(data + struct.pack("<I", crc32(data)))
        self._entries.extend((len(payload), n_samples))
        self._n_samples += n_samples

    def finish(self) -> None:
        """Write the index."""
        index = np.array(self._entries, "<u4").tobytes()
        n_packets = len(self._entries) // 2
        counts = struct.pack("<QI", self._n_samples, n_packets)
        self._target.write(
            index + counts + struct.pack("<I", crc32(index + counts)) + end_of(self._kind)
        )


@dataclass(frozen=True, slots=True)
class _Head:
    version: int
    sound: SoundFormat
    codec_head: bytes
    size: int
    notices: tuple[str, ...]


class PacketReader:
    """An open file of packets.

    Parameters
    ----------
    file : BinaryIO
        Seekable; must stay open.
    kind : bytes
        The four letters that are expected.
    newest : int
        Latest version of the codec's packets that the caller understands.
    keep_going : bool
        Where the index is lost find the packets one after the other, and leave out those
        that are damaged: see `is_whole`.
    limits : Limits
        Sizes beyond which the file is refused.

    Attributes
    ----------
    version : int
        Of the codec's packets.
    sound : SoundFormat
        The sound, with its exact length.
    head : bytes
        What the codec wrote once for the whole file.
    n_packets : int
        Number of packets.
    starts : array of int
        First sample of each packet, and behind the last one the length of the sound.
    file_bytes, packet_bytes : int
        Size of the file, and of the payloads in it.
    notices : tuple of str
        What is damaged, where `keep_going` lets that pass.

    Raises
    ------
    FormatError, UnsupportedError, LimitError
        If it is damaged, of another kind, too new or too large.
    """

    def __init__(
        self,
        file: BinaryIO,
        kind: bytes,
        *,
        newest: int,
        keep_going: bool = False,
        limits: Limits = DEFAULT_LIMITS,
    ) -> None:
        self._file = file
        self.file_bytes = file_size(file)
        head = _read_head(file, kind, newest, limits, keep_going=keep_going)
        self.version, self.head = head.version, head.codec_head
        self._damaged: set[int] = set()
        most = MOST_VALUES // head.sound.n_channels
        notices = list(head.notices)
        try:
            entries = self._read_index(kind, head.size, most, limits)
        except FormatError as error:
            if not keep_going:
                raise
            entries = self._scan(head.size, most, limits)
            notices.append(f"damaged: {error}; what stands before is decoded")
        self.n_packets = len(entries) // 2
        self._sizes = entries[0::2]
        steps = (_PACKET.size + size + _CRC_BYTES for size in self._sizes)
        self._positions = array("q", accumulate(steps, initial=head.size))
        self.starts = array("q", accumulate(entries[1::2], initial=0))
        self.packet_bytes = sum(self._sizes)
        self.sound = replace(head.sound, n_samples=self.starts[-1])
        limits.check("seconds", self.starts[-1] // head.sound.rate_hz, limits.seconds)
        if keep_going:
            notices.extend(self._find_damage())
        self.notices = tuple(notices)

    def n_samples(self, number: int) -> int:
        """Return how many samples of every channel a packet holds."""
        return self.starts[number + 1] - self.starts[number]

    def is_whole(self, number: int) -> bool:
        """Whether a packet was not found damaged when a file was opened with `keep_going`."""
        return number not in self._damaged

    def packet(self, number: int) -> bytes:
        """Return the payload of a packet.

        Raises
        ------
        FormatError
            If it is damaged.
        """
        at, size = self._positions[number], self._sizes[number]
        what = f"packet {number}"
        data = read_at(self._file, at, _PACKET.size + size + _CRC_BYTES, what)
        body, crc = data[:-_CRC_BYTES], int.from_bytes(data[-_CRC_BYTES:], "little")
        if crc32(body) != crc:
            raise FormatError(
                f"{what} at byte {at}: CRC is {crc32(body):08X}, {crc:08X} expected; it is damaged"
            )
        if _PACKET.unpack_from(body) != (size, self.n_samples(number)):
            raise FormatError(f"{what} at byte {at}: is not what the index says of it")
        return body[_PACKET.size :]

    def _read_index(self, kind: bytes, head_size: int, most: int, limits: Limits) -> "array[int]":
        """Return size and number of samples of each packet, in turn."""
        at = self.file_bytes - _TAIL.size
        if at < head_size:
            raise FormatError(f"the end of the file is missing: it has {self.file_bytes} bytes")
        n_samples, n_packets, crc, end = _TAIL.unpack(
            read_at(self._file, at, _TAIL.size, "end of the index")
        )
        if end != end_of(kind):
            raise FormatError(
                f"the last bytes are {end.hex(' ')}: the end of the file is missing or follows "
                "before them"
            )
        limits.check("packets", n_packets, limits.superframes)
        size = n_packets * _PACKET.size
        if at - size < head_size:
            raise FormatError(f"index before byte {at}: {n_packets} packets have no room")
        index = read_at(self._file, at - size, size, "index")
        if crc32(index + struct.pack("<QI", n_samples, n_packets)) != crc:
            raise FormatError(f"index at byte {at - size}: its CRC does not match; it is damaged")
        entries = array("I", np.frombuffer(index, "<u4").astype(np.uint32).tobytes())
        if entries and not 1 <= min(entries[1::2]) <= max(entries[1::2]) <= most:
            raise FormatError(
                f"index at byte {at - size}: a packet of {max(entries[1::2])} samples, 1 to {most} "
                "are allowed"
            )
        room = at - size - head_size
        filled = sum(entries[0::2]) + n_packets * (_PACKET.size + _CRC_BYTES)
        if filled != room or sum(entries[1::2]) != n_samples:
            raise FormatError(
                f"index at byte {at - size}: its {n_packets} packets take {filled} bytes and hold "
                f"{sum(entries[1::2])} samples, not {room} and {n_samples}"
            )
        return entries

    def _scan(self, position: int, most: int, limits: Limits) -> "array[int]":
        """Find packets without an index, up to the first that is not whole."""
        entries = array("I")
        while len(entries) // 2 < limits.superframes:
            room = self.file_bytes - position - _PACKET.size - _CRC_BYTES
            if room < 0:
                break
            size, n_samples = _PACKET.unpack(
                read_at(self._file, position, _PACKET.size, "packet head")
            )
            if size > room or not 1 <= n_samples <= most:
                break
            data = read_at(self._file, position, _PACKET.size + size + _CRC_BYTES, "packet")
            if crc32(data[:-_CRC_BYTES]) != int.from_bytes(data[-_CRC_BYTES:], "little"):
                break
            entries.extend((size, n_samples))
            position += len(data)
        return entries

    def _find_damage(self) -> list[str]:
        notices = []
        for number in range(self.n_packets):
            try:
                self.packet(number)
            except FormatError as error:
                self._damaged.add(number)
                notices.append(f"damaged: {error}; its {self.n_samples(number)} samples are silent")
        return notices


def has_magic(file: BinaryIO, kind: bytes) -> bool:
    """Whether a file begins like one of that kind; raises nothing."""
    try:
        file.seek(0, os.SEEK_SET)
        return file.read(len(magic_of(kind))) == magic_of(kind)
    except OSError:
        return False


def _read_head(
    file: BinaryIO, kind: bytes, newest: int, limits: Limits, *, keep_going: bool
) -> _Head:
    fields = read_at(file, 0, _HEAD.size, "head")
    magic, version, type_code, n_channels, rate_hz, tag_size, head_size = _HEAD.unpack(fields)
    if magic != magic_of(kind):
        raise FormatError(
            f"the first bytes are {magic.hex(' ')}, not those of a {kind.decode().strip()} file"
        )
    limits.check("size of the head", tag_size + head_size, _GREATEST_HEAD)
    size = _HEAD.size + tag_size + head_size
    data = read_at(file, 0, size + _CRC_BYTES, "head")
    # First of all, so that no damage passes for another version.
    if crc32(data[:-_CRC_BYTES]) != int.from_bytes(data[-_CRC_BYTES:], "little"):
        raise FormatError("head at byte 0: its CRC does not match; it is damaged")
    if not 1 <= version <= newest:
        raise UnsupportedError(f"version {version} of the format: 1 to {newest} are known")
    has_cover, type_code = type_code & _HAS_COVER, type_code & ~_HAS_COVER
    if type_code >= len(_TYPES) or rate_hz == 0 or n_channels == 0:
        raise FormatError(
            f"head: sample type {type_code}, {rate_hz} Hz, {n_channels} channels cannot be"
        )
    limits.check("channels", n_channels, limits.channels)
    limits.check("rate", rate_hz, limits.rate_hz)
    reader = ByteReader(data[_HEAD.size : _HEAD.size + tag_size], "tags", at=_HEAD.size)
    tags = tag_bytes.read_tags(reader)
    if reader.left:
        raise FormatError(f"tags at byte {reader.at}: {reader.left} bytes are left behind them")
    cover: Cover | None = None
    notices: tuple[str, ...] = ()
    end = size + _CRC_BYTES
    if has_cover:
        cover, end, notices = read_section(file, end, keep_going=keep_going)
    sound = SoundFormat(rate_hz, n_channels, _TYPES[type_code], None, tags, cover)
    return _Head(version, sound, data[_HEAD.size + tag_size : size], end, notices)
