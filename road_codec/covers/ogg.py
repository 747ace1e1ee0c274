"""The cover among the comments of Ogg Vorbis and Ogg Opus files.

Sources: RFC 3533 (pages), "Ogg Vorbis I format specification: comment field and header
specification", RFC 7845 section 5 (Opus), and "VorbisComment" of the Xiph wiki for
METADATA_BLOCK_PICTURE: a FLAC picture in base 64.
"""

import base64
import binascii
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from road_codec.audio.cover import Cover
from road_codec.bitstream.byteio import ByteReader, file_size, read_at
from road_codec.covers.picture import Picture, choose, parse_picture, picture_bytes
from road_codec.covers.room import replace_bytes
from road_codec.errors import FormatError, LimitError, UnsupportedError

MAGIC = b"OggS"
_PAGE = struct.Struct("<4sBBqIIIB")
_CONTINUED = 1
_SEGMENTS = 255
_FIELD = b"METADATA_BLOCK_PICTURE="
# A picture of the greatest size in base 64, and other comments.
_GREATEST_PACKET = 1 << 25
_MOST_PAGES = 1 << 13
_MOST_COMMENTS = 1 << 16
_WHERE = "comments of the Ogg stream"
_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
_VORBIS, _OPUS = b"\x03vorbis", b"OpusTags"
# Packets before the sound begins, by the first bytes of the comments.
_HEADERS = {_VORBIS: 3, _OPUS: 2}


@dataclass(frozen=True, slots=True)
class _Page:
    """One page: where it is, its fields, and how long its segments are."""

    at: int
    flags: int
    granule: int
    serial: int
    number: int
    lacing: bytes

    @property
    def body_at(self) -> int:
        return self.at + _PAGE.size + len(self.lacing)

    @property
    def end(self) -> int:
        return self.body_at + sum(self.lacing)

    def as_bytes(self, body: bytes) -> bytes:
        """Return it with its checksum."""
        size = len(self.lacing)

        def page(crc: int) -> bytes:
            head = (MAGIC, 0, self.flags, self.granule, self.serial, self.number, crc, size)
            return _PAGE.pack(*head) + self.lacing + body

        return page(_crc(page(0)))


@dataclass(frozen=True, slots=True)
class _Packet:
    """A packet, the page on which it ends, and whether it is the last one there."""

    data: bytes
    page: _Page
    at_end: bool


def find_picture(file: BinaryIO) -> Picture | None:
    """Return the front cover of an Ogg file, or else its first picture; None if it has none.

    Raises
    ------
    FormatError, LimitError, ParameterError
        If its pages or comments cannot be, or no picture in them can be read.
    """
    packets = list(_packets(file, 2))
    if len(packets) < 2 or _kind_of(packets[1].data) is None:
        return None
    return choose(
        partial(_parse_comment, comment[len(_FIELD) :])
        for comment in _comments(packets[1].data)
        if comment[: len(_FIELD)].upper() == _FIELD
    )


def add_picture(file: BinaryIO, cover: Cover) -> Iterator[None]:
    """Add a cover to the comments of a whole file of one stream, in short steps.

    Later pages are renumbered.

    Raises
    ------
    FormatError, LimitError, UnsupportedError
        If it is no such file.
    """
    kind = next((_kind_of(packet.data) for packet in list(_packets(file, 2))[1:]), None)
    if kind is None:
        raise UnsupportedError("the Ogg stream is neither Vorbis nor Opus")
    found = list(_packets(file, _HEADERS[kind]))
    first, last = found[0].page, found[-1].page
    # The sound begins on a page of its own, and so do the comments.
    if first.number or len(found) != _HEADERS[kind] or not (found[0].at_end and found[-1].at_end):
        raise FormatError("the Ogg stream does not begin as it must")
    comment = _FIELD + base64.b64encode(picture_bytes(cover))
    packets = [_with_comment(found[1].data, comment), *(packet.data for packet in found[2:])]
    pages = list(_paged(packets, first.serial))
    head = b"".join(pages)
    for _ in _pages(file, last.end, first.serial):
        yield  # nothing is changed in a file that could not be changed to its end
    yield from replace_bytes(file, first.end, last.end - first.end, head)
    yield from _renumber(file, first.end + len(head), first.serial, len(pages) - last.number)


def _crc(data: bytes) -> int:
    """Return Ogg's checksum: CRC-32 with bits the other way round, from 0, not inverted."""
    # The mirror image of zlib's, which is some hundred times as fast as a loop.
    mirrored = zlib.crc32(data.translate(_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)


def _page_at(file: BinaryIO, at: int) -> _Page:
    head = read_at(file, at, _PAGE.size, "page head")
    magic, version, flags, granule, serial, number, _, n_segments = _PAGE.unpack(head)
    if magic != MAGIC or version:
        raise FormatError(f"byte {at}: no page of an Ogg stream")
    lacing = read_at(file, at + _PAGE.size, n_segments, "page head")
    return _Page(at, flags, granule, serial, number, lacing)


def _packets(file: BinaryIO, count: int) -> Iterator[_Packet]:
    """Yield the first packets of the first stream."""
    at, size, held = 0, file_size(file), bytearray()
    serial = None
    for _ in range(_MOST_PAGES):
        if at >= size:
            return
        page = _page_at(file, at)
        serial = page.serial if serial is None else serial
        at = page.end
        if page.serial != serial:
            continue
        body = read_at(file, page.body_at, sum(page.lacing), "page")
        start = 0
        for number, segment in enumerate(page.lacing, 1):
            held += body[start : start + segment]
            start += segment
            if segment < _SEGMENTS:
                yield _Packet(bytes(held), page, number == len(page.lacing))
                held.clear()
                count -= 1
                if count == 0:
                    return
        if len(held) > _GREATEST_PACKET:
            raise LimitError(f"packet at byte {page.at}: more than {_GREATEST_PACKET} bytes")


def _kind_of(packet: bytes) -> bytes | None:
    return next((kind for kind in _HEADERS if packet.startswith(kind)), None)


def _comments(packet: bytes) -> Iterator[bytes]:
    reader = ByteReader(packet, _WHERE)
    for _ in range(_count(reader)):
        yield reader.take(reader.number("I", "size of a comment"), "comment")


def _parse_comment(text: bytes) -> Picture:
    try:
        return parse_picture(base64.b64decode(text))
    except binascii.Error as error:
        raise FormatError(f"{_WHERE}: no base 64: {str(error).lower()}") from None


def _count(reader: ByteReader) -> int:
    """Take what stands before the comments, and return how many they are."""
    first = reader.take(len(_VORBIS), "kind")
    reader.take(len(_OPUS) - len(_VORBIS) if first != _VORBIS else 0, "kind")
    reader.take(reader.number("I", "size of the vendor"), "vendor")
    count = reader.number("I", "number of comments")
    if count > _MOST_COMMENTS:
        raise LimitError(f"{_WHERE}: {count} of them, at most {_MOST_COMMENTS} are looked at")
    return count


def _with_comment(packet: bytes, comment: bytes) -> bytes:
    """Return a packet of comments with one more behind the others."""
    reader = ByteReader(packet, _WHERE)
    count = _count(reader)
    start = reader.position
    for _ in range(count):
        reader.take(reader.number("I", "size of a comment"), "comment")
    head, comments, rest = packet[: start - 4], packet[start : reader.position], reader.position
    more = struct.pack("<I", len(comment)) + comment
    return head + struct.pack("<I", count + 1) + comments + more + packet[rest:]


def _paged(packets: list[bytes], serial: int) -> Iterator[bytes]:
    """Lay the packets that follow the first one out in pages, from number 1 on."""
    lacing = b"".join(
        b"\xff" * (len(packet) // _SEGMENTS) + bytes([len(packet) % _SEGMENTS])
        for packet in packets
    )
    body, at, continued = b"".join(packets), 0, False
    for number, first in enumerate(range(0, len(lacing), _SEGMENTS), 1):
        mine = lacing[first : first + _SEGMENTS]
        # Where no packet ends there is no place in the sound: -1; before the sound it is 0.
        granule = 0 if min(mine) < _SEGMENTS else -1
        flags = _CONTINUED if continued else 0
        page = _Page(0, flags, granule, serial, number, mine)
        yield page.as_bytes(body[at : at + sum(mine)])
        at += sum(mine)
        continued = mine[-1] == _SEGMENTS


def _pages(file: BinaryIO, at: int, serial: int) -> Iterator[_Page]:
    """Yield the pages from `at` to the end, which must all be of one stream."""
    size = file_size(file)
    while at < size:
        page = _page_at(file, at)
        if page.serial != serial:
            raise UnsupportedError("the Ogg file has more than one stream")
        if page.end > size:
            raise FormatError(f"page at byte {at}: is not all there")
        yield page
        at = page.end


def _renumber(file: BinaryIO, at: int, serial: int, n_more: int) -> Iterator[None]:
    """Count the pages from `at` on anew, for there are so many more before them."""
    for page in _pages(file, at, serial):
        body = read_at(file, page.body_at, page.end - page.body_at, "page")
        file.seek(page.at)
        file.write(replace(page, number=page.number + n_more).as_bytes(body))
        yield
