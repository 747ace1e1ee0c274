"""ID3v2 tags: the cover read from versions 2.2 to 2.4, tags and cover written as 2.3.

Source: id3.org, "ID3 tag version 2.2.0", "2.3.0" and "2.4.0 - Main Structure".
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from road_codec.audio.cover import GREATEST_DESCRIPTION, Cover, cover_of
from road_codec.bitstream.byteio import ByteReader
from road_codec.covers.picture import FRONT, LINK, Picture, choose
from road_codec.errors import FormatError, LimitError, UnsupportedError

HEAD_BYTES = 10
GREATEST_TAG = 1 << 25
"""Bytes of a tag that is looked into: 32 MiB."""

_MOST_FRAMES = 1 << 16
_UNSYNCHRONISED, _EXTENDED, _FOOTER = 0x80, 0x40, 0x10
# Bits of a frame's second byte of flags that change its payload: those that are undone, and
# compression and encryption, which are not.
_GROUPED = {3: 0x20, 4: 0x40}
_CLOSED = {3: 0xC0, 4: 0x0C}
_FRAME_UNSYNCHRONISED, _LENGTH_TOLD = 0x02, 0x01
_UTF_16, _MARK = b"\1", b"\xff\xfe"
_PICTURES = (b"APIC", b"PIC")
# Of texts in another code than Latin-1: bytes of the zero at their end, and Python's name.
_CODES = {1: (2, "utf-16"), 2: (2, "utf-16-be"), 3: (1, "utf-8")}
_SHORT_MIMES = {b"JPG": "image/jpeg", b"PNG": "image/png"}
_TEXT_FRAMES = {
    "title": b"TIT2",
    "artist": b"TPE1",
    "album": b"TALB",
    "date": b"TYER",
    "tracknumber": b"TRCK",
    "genre": b"TCON",
    "copyright": b"TCOP",
    "software": b"TSSE",
}


@dataclass(frozen=True, slots=True)
class Head:
    """The first ten bytes: version 2 to 4, flags, and the size of what follows."""

    version: int
    flags: int
    size: int

    @property
    def tag_bytes(self) -> int:
        """Size of the whole tag, with its head and foot."""
        return HEAD_BYTES + self.size + (HEAD_BYTES if self.flags & _FOOTER else 0)


def parse_head(data: bytes) -> Head | None:
    """Read the head of a tag; None if there is none."""
    if len(data) < HEAD_BYTES or data[:3] != b"ID3" or max(data[6:10]) > 0x7F:
        return None
    return Head(data[3], data[5], _synchsafe(data[6:10]))


def find_picture(tag: bytes) -> Picture | None:
    """Return the front cover of a tag, or else its first picture; None if it has none.

    Parameters
    ----------
    tag : bytes
        From ``ID3`` on; what follows the tag is left alone.

    Raises
    ------
    FormatError, LimitError, ParameterError, UnsupportedError
        If it is no tag, too large, or a picture in it cannot be read and there is no other.
    """
    head, body = _opened(tag)
    return choose(
        partial(_parse_frame, name, payload, flags, head)
        for name, payload, flags in _raw_frames(body, head.version)
        if name in _PICTURES
    )


def tag_bytes(tags: Mapping[str, str], cover: Cover) -> bytes:
    """Return a whole tag of version 2.3 with those `tags` that it has frames for, and a cover."""
    frames = [
        _frame(name, b"".join(_encoded(tags[key])[:2]))
        for key, name in _TEXT_FRAMES.items()
        if key in tags
    ]
    if "comment" in tags:
        encoding, text, end = _encoded(tags["comment"])
        # Between language and comment a description, which is empty.
        mark = text[: len(_MARK)] if encoding == _UTF_16 else b""
        frames.append(_frame(b"COMM", encoding + b"eng" + mark + end + text))
    return _tag(b"".join(frames) + _picture_frame(cover))


def _picture_frame(cover: Cover) -> bytes:
    """Return the frame APIC of version 2.3."""
    encoding, text, end = _encoded(cover.description)
    mime = cover.mime.encode() + b"\0"
    return _frame(b"APIC", encoding + mime + bytes([FRONT]) + text + end + cover.data)


def _tag(frames: bytes) -> bytes:
    # Of an even size, so that as a chunk it needs no padding.
    frames += bytes(len(frames) % 2)
    sizes = bytes((len(frames) >> shift) & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\3\0\0" + sizes + frames


def _frame(name: bytes, payload: bytes) -> bytes:
    return name + struct.pack(">IH", len(payload), 0) + payload


def _encoded(text: str) -> tuple[bytes, bytes, bytes]:
    """Return code, bytes and end of a text: Latin-1 where that holds it, else UTF-16."""
    try:
        return b"\0", text.encode("latin-1"), b"\0"
    except UnicodeEncodeError:
        return _UTF_16, _MARK + text.encode("utf-16-le", "replace"), b"\0\0"


def _synchsafe(data: bytes) -> int:
    return data[0] << 21 | data[1] << 14 | data[2] << 7 | data[3]


def _resynchronised(data: bytes) -> bytes:
    return data.replace(b"\xff\0", b"\xff")


def _opened(tag: bytes) -> tuple[Head, bytes]:
    """Return the head of a tag and its frames."""
    head = parse_head(tag)
    if head is None or not 2 <= head.version <= 4:
        raise FormatError("ID3 tag: is of no version that is known (2.2 to 2.4)")
    if head.size > GREATEST_TAG:
        raise LimitError(f"ID3 tag: {head.size} bytes, at most {GREATEST_TAG} are looked into")
    body = tag[HEAD_BYTES : HEAD_BYTES + head.size]
    if head.flags & _UNSYNCHRONISED and head.version < 4:
        body = _resynchronised(body)
    if head.flags & _EXTENDED and head.version > 2:
        body = body[_extended_bytes(body, head.version) :]
    return head, body


def _extended_bytes(body: bytes, version: int) -> int:
    size = ByteReader(body[:4], "extended head of the ID3 tag", big_endian=True).number("I", "size")
    return size + 4 if version == 3 else _synchsafe(body[:4])


def _raw_frames(body: bytes, version: int) -> Iterator[tuple[bytes, bytes, int]]:
    """Yield name, payload and second byte of flags, up to the padding."""
    head_bytes, name_bytes = (6, 3) if version == 2 else (10, 4)
    at = n_frames = 0
    while at + head_bytes <= len(body) and body[at]:
        name = body[at : at + name_bytes]
        size = int.from_bytes(body[at + name_bytes : at + 2 * name_bytes], "big")
        if version == 4:
            size = _size_in_4(body, at)
        flags = body[at + 9] if version > 2 else 0
        start = at + head_bytes
        if start + size > len(body):
            raise FormatError(
                f"ID3 tag at byte {HEAD_BYTES + at}: frame {name!r} of {size} bytes, "
                f"{len(body) - start} are left"
            )
        n_frames += 1
        if n_frames > _MOST_FRAMES:
            raise LimitError(f"ID3 tag: more than {_MOST_FRAMES} frames")
        yield name, body[start : start + size], flags
        at = start + size


def _size_in_4(body: bytes, at: int) -> int:
    """Return the size of a frame of version 2.4, in which some programs wrote that of 2.3."""
    field = body[at + 4 : at + 8]
    plain = int.from_bytes(field, "big")
    if max(field) > 0x7F:
        return plain
    end = at + HEAD_BYTES + _synchsafe(field)
    after = body[end : end + 4]
    told = end == len(body) or after[:1] == b"\0" or (len(after) == 4 and after.isalnum())
    return _synchsafe(field) if told else plain


def _plain(payload: bytes, flags: int, head: Head) -> bytes:
    """Undo what the flags of a frame say was done to its payload."""
    if head.version == 2:
        return payload
    if flags & _CLOSED[head.version]:
        raise UnsupportedError("ID3 tag: its picture is compressed or encrypted")
    if flags & _GROUPED[head.version]:
        payload = payload[1:]
    if head.version == 4:
        if flags & _LENGTH_TOLD:
            payload = payload[4:]
        if flags & _FRAME_UNSYNCHRONISED:
            payload = _resynchronised(payload)
    return payload


def _parse_frame(name: bytes, payload: bytes, flags: int, head: Head) -> Picture:
    payload = _plain(payload, flags, head)
    reader = ByteReader(payload, "picture of the ID3 tag", big_endian=True)
    encoding = reader.number("B", "encoding of the text")
    if name == b"PIC":
        short = reader.take(3, "format")
        mime = LINK if short == LINK.encode() else _SHORT_MIMES.get(short.upper(), "")
    else:
        end = payload.find(b"\0", 1)
        if end < 0:
            raise FormatError("picture of the ID3 tag: its media type has no end")
        mime = reader.take(end, "media type")[:-1].decode("latin-1")
    kind = reader.number("B", "type")
    if mime == LINK:
        raise FormatError("picture of the ID3 tag: is only a link to one")
    text, end = _description(payload, reader.position, encoding)
    return Picture(kind, cover_of(mime, text, payload[end:]))


def _description(payload: bytes, start: int, encoding: int) -> tuple[str, int]:
    """Return a text that ends with zeros, and where what follows it begins."""
    room = payload[start : start + 2 * GREATEST_DESCRIPTION + 2]
    width, code = _CODES.get(encoding, (1, "latin-1"))
    end = room.find(bytes(width))
    while end % width and end >= 0:
        end = room.find(bytes(width), end + 1)
    if end < 0:
        raise FormatError("picture of the ID3 tag: its description has no end")
    return room[:end].decode(code, "replace"), start + end + width
