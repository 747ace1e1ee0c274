"""Ogg pages that a cover is put into: still pages, with the right numbers and sums."""

import io
import struct
from itertools import pairwise
from pathlib import Path

import pytest
from covered import cover, covered_file, plain_file

from road_codec import RoadError
from road_codec.covers import ogg


def slow_crc(data: bytes) -> int:
    """Return the checksum as RFC 3533 says it: bit by bit, polynomial 04C11DB7h, from 0."""
    crc = 0
    for byte in data:
        crc ^= byte << 24
        for _ in range(8):
            crc = ((crc << 1) ^ (0x04C11DB7 if crc >> 31 else 0)) & 0xFFFFFFFF
    return crc


def pages(data: bytes) -> list[tuple[int, int, int, int, bytes]]:
    """Return flags, place in the sound, number and lacing of each page, and check its sum."""
    found, at = [], 0
    while at < len(data):
        magic, version, flags, granule, _, number, crc, count = struct.unpack_from(
            "<4sBBqIIIB", data, at
        )
        assert (magic, version) == (b"OggS", 0)
        lacing = data[at + 27 : at + 27 + count]
        end = at + 27 + count + sum(lacing)
        assert slow_crc(data[at : at + 22] + bytes(4) + data[at + 26 : end]) == crc
        found.append((flags, granule, number, sum(lacing), lacing))
        at = end
    return found


@pytest.mark.parametrize("ending", [".ogg", ".opus"])
@pytest.mark.parametrize("size", [10, 3000, 50_000, 300_000])
def test_pages_stay_in_order(ending: str, size: int, tmp_path: Path) -> None:
    before = pages(plain_file(tmp_path / f"a{ending}", 30_000).read_bytes())
    after = pages(covered_file(tmp_path / f"b{ending}", cover(size), 30_000).read_bytes())

    assert [page[2] for page in after] == list(range(len(after)))
    # All pages of sound are as they were, and only those of the comments are more.
    sound = [(flags, granule, lacing) for flags, granule, _, _, lacing in before if granule > 0]
    assert [
        (flags, granule, lacing) for flags, granule, _, _, lacing in after if granule > 0
    ] == sound
    for earlier, later in pairwise(after):
        assert bool(later[0] & 1) == (earlier[4][-1:] == b"\xff")
    assert all((granule == -1) == (min(lacing) == 255) for _, granule, _, _, lacing in after)


def test_the_fast_sum_is_the_sum() -> None:
    for data in (b"", b"\0", b"123456789", bytes(range(256)) * 3):
        assert ogg._crc(data) == slow_crc(data)


def test_a_flood_of_comments_is_refused(tmp_path: Path) -> None:
    data = plain_file(tmp_path / "a.opus").read_bytes()
    at = data.index(b"OpusTags") + 8
    at += 4 + int.from_bytes(data[at : at + 4], "little")
    file = io.BytesIO(data[:at] + (65537).to_bytes(4, "little") + data[at + 4 :])
    with pytest.raises(RoadError, match="65537 of them, at most 65536 are looked at"):
        ogg.find_picture(file)


@pytest.mark.parametrize("cut", range(0, 4600, 23))
def test_a_cut_file_is_left_as_it_is(cut: int, tmp_path: Path) -> None:
    data = plain_file(tmp_path / "a.ogg").read_bytes()[:cut]
    file = io.BytesIO(data)
    try:
        for _ in ogg.add_picture(file, cover()):
            pass
    except RoadError:
        assert file.getvalue() == data
    else:
        pages(file.getvalue())


def test_two_streams_are_left_as_they_are(tmp_path: Path) -> None:
    data = b"".join(plain_file(tmp_path / f"{name}.ogg").read_bytes() for name in "ab")
    second = data.index(b"OggS", 1 + data.rindex(b"OggS", 0, len(data) // 2))
    data = data[: second + 14] + b"othe" + data[second + 18 :]
    file = io.BytesIO(data)
    with pytest.raises(RoadError, match="more than one stream"):
        list(ogg.add_picture(file, cover()))
    assert file.getvalue() == data
