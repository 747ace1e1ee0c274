"""ID3v2 tags of all versions, as programs write them; one table of tags and what is in them."""

import struct

import pytest
from covered import cover

from road_codec import FormatError, LimitError, ParameterError, RoadError, UnsupportedError
from road_codec.audio.cover import Cover
from road_codec.covers import id3

DATA = b"\xff\xd8\xff\xe0\0\xff\0"
PICTURE = Cover("image/jpeg", "front", DATA)


def synchsafe(size: int) -> bytes:
    return bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))


def tag(version: int, body: bytes, flags: int = 0) -> bytes:
    return b"ID3" + bytes([version, 0, flags]) + synchsafe(len(body)) + body


def frame(version: int, name: bytes, payload: bytes, flags: int = 0) -> bytes:
    if version == 2:
        return name + len(payload).to_bytes(3, "big") + payload
    size = synchsafe(len(payload)) if version == 4 else struct.pack(">I", len(payload))
    return name + size + bytes([0, flags]) + payload


def apic(
    text: bytes = b"\0image/jpeg\0\x03front\0", data: bytes = DATA, kind: int | None = None
) -> bytes:
    if kind is not None:
        text = text.replace(b"\0\x03", bytes([0, kind]))
    return text + data


TITLE_3, TITLE_4 = frame(3, b"TIT2", b"\0title"), frame(4, b"TIT2", b"\0title")
EXTENDED_3 = struct.pack(">IHI", 6, 0, 0)
EXTENDED_4 = synchsafe(6) + b"\1\0"
LONG = bytes(range(256)) * 2

TAGS = {
    "2.2": tag(2, frame(2, b"PIC", b"\0JPG\x03front\0" + DATA)),
    "2.2, UTF-16": tag(
        2, frame(2, b"PIC", b"\1JPG\x03" + "front".encode("utf-16") + b"\0\0" + DATA)
    ),
    "2.3": tag(3, TITLE_3 + frame(3, b"APIC", apic())),
    "2.3, padded": tag(3, frame(3, b"APIC", apic()) + bytes(40)),
    "2.3, extended head": tag(3, EXTENDED_3 + frame(3, b"APIC", apic()), 0x40),
    "2.3, unsynchronised": tag(3, frame(3, b"APIC", apic()).replace(b"\xff", b"\xff\0"), 0x80),
    "2.3, grouped": tag(3, frame(3, b"APIC", b"\x07" + apic(), 0x20)),
    "2.3, UTF-16 big endian": tag(
        3, frame(3, b"APIC", apic(b"\1image/jpeg\0\x03\xfe\xff\0f\0r\0o\0n\0t\0\0"))
    ),
    "2.4": tag(4, TITLE_4 + frame(4, b"APIC", apic())),
    "2.4, UTF-8": tag(4, frame(4, b"APIC", apic(b"\3image/jpeg\0\x03front\0"))),
    "2.4, UTF-16 without a mark": tag(
        4, frame(4, b"APIC", apic(b"\2image/jpeg\0\x03\0f\0r\0o\0n\0t\0\0"))
    ),
    "2.4, extended head": tag(4, EXTENDED_4 + frame(4, b"APIC", apic()), 0x40),
    "2.4, unsynchronised frame with its length": tag(
        4,
        frame(4, b"APIC", synchsafe(len(apic())) + apic().replace(b"\xff", b"\xff\0"), 0x03),
    ),
    "no media type": tag(3, frame(3, b"APIC", apic(b"\0\0\x03front\0"))),
    "the first front cover of several": tag(
        3,
        frame(3, b"APIC", apic(data=b"back", kind=4))
        + frame(3, b"APIC", apic())
        + frame(3, b"APIC", apic(data=b"another")),
    ),
    "no front cover": tag(
        3, frame(3, b"APIC", apic(kind=0)) + frame(3, b"APIC", apic(data=b"x", kind=4))
    ),
    "a damaged picture before it": tag(
        3, frame(3, b"APIC", b"\0image/png") + frame(3, b"APIC", apic())
    ),
}


@pytest.mark.parametrize("name", TAGS)
def test_the_cover_of_a_tag_is_found(name: str) -> None:
    found = id3.find_picture(TAGS[name])
    assert found is not None
    assert found.cover == PICTURE


@pytest.mark.parametrize("size", [127, 128, 129, 200, 16384, 70000])
def test_sizes_of_2_4_are_found_whichever_way_they_were_written(size: int) -> None:
    payload = apic(data=(LONG * 200)[: size - len(apic(data=b""))])
    assert len(payload) == size
    right = tag(4, frame(4, b"APIC", payload) + TITLE_4)
    wrong = tag(4, b"APIC" + struct.pack(">I", size) + b"\0\0" + payload + TITLE_4)
    for data in (right, wrong):
        found = id3.find_picture(data)
        assert found is not None
        assert found.cover.data == payload[len(apic(data=b"")) :]


@pytest.mark.parametrize("description", ["", "front", "é", "vorne ✓", "𝄞"])
@pytest.mark.parametrize("title", ["", "title", "Für Elise", "Заголовок"])
def test_what_is_written_is_found(description: str, title: str) -> None:
    tags = {"title": title, "comment": title, "artist": "x", "license": "has no frame"}
    data = id3.tag_bytes(tags, cover(description=description))
    found = id3.find_picture(data)
    head = id3.parse_head(data)
    assert found is not None
    assert found.cover == cover(description=description)
    assert head is not None
    assert (head.version, head.flags, head.tag_bytes, len(data) % 2) == (3, 0, len(data), 0)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FormatError),
        (b"ID3\x05\0\0\0\0\0\0", FormatError),
        (b"ID3\3\0\0\x7f\x7f\x7f\x7f", LimitError),
        (tag(3, frame(3, b"APIC", apic(), 0x80)), UnsupportedError),
        (tag(3, frame(3, b"APIC", apic(), 0x40)), UnsupportedError),
        (tag(4, frame(4, b"APIC", apic(), 0x08)), UnsupportedError),
        (tag(3, frame(3, b"APIC", b"")), FormatError),
        (tag(3, frame(3, b"APIC", b"\0image/png")), FormatError),
        (tag(3, frame(3, b"APIC", b"\0image/png\0\3front")), FormatError),
        (tag(3, frame(3, b"APIC", b"\1image/png\0\3f\0r\0o")), FormatError),
        (tag(3, frame(3, b"APIC", b"\0-->\0\3front\0http://x")), FormatError),
        (tag(2, frame(2, b"PIC", b"\0-->\3front\0http://x")), FormatError),
        (tag(3, frame(3, b"APIC", apic(data=b""))), ParameterError),
        (tag(3, b"APIC\xff\xff\xff\xff\0\0" + apic()), FormatError),
        (tag(3, b"\0\0", 0x40), FormatError),
    ],
)
def test_what_is_no_cover_is_refused(data: bytes, kind: type[RoadError]) -> None:
    with pytest.raises(kind):
        id3.find_picture(data)


def test_floods_of_frames_and_endless_texts_are_refused() -> None:
    with pytest.raises(LimitError, match="more than 65536 frames"):
        id3.find_picture(tag(3, frame(3, b"TIT2", b"") * 65537))
    for encoding in (b"\0", b"\1", b"\3"):
        text = encoding + b"image/png\0\3" + b"x" * 99_999 + b"\0\0\0"
        with pytest.raises(FormatError, match="description has no end"):
            id3.find_picture(tag(3, frame(3, b"APIC", text)))


@pytest.mark.parametrize("body", [b"", TITLE_3, bytes(100), b"xx"])
def test_a_tag_without_a_picture_has_none(body: bytes) -> None:
    assert id3.find_picture(tag(3, body)) is None
