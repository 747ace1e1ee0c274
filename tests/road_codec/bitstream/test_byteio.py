"""Bytes are read within their bounds, whatever is asked for."""

import errno
import io
import tracemalloc

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from road_codec import FormatError, InputError
from road_codec.bitstream.byteio import ByteReader, read_at
from road_codec.bitstream.crc import crc16_modbus, crc32

CODES = st.sampled_from(["B", "b", "H", "h", "I", "i", "Q", "q"])


@given(st.binary(max_size=40), st.lists(st.one_of(CODES, st.integers(0, 20))))
def test_a_byte_reader_gives_what_is_there_and_names_what_is_missing(
    data: bytes, wishes: list[str | int]
) -> None:
    reader = ByteReader(data, "thing", at=1000)
    for wish in wishes:
        before = reader.position
        try:
            if isinstance(wish, int):
                assert reader.take(wish, "piece") == data[before : before + wish]
            else:
                reader.number(wish, "number")
        except FormatError as error:
            assert str(error).startswith(f"thing at byte {1000 + before}: ")
            assert reader.position == before
        assert reader.position + reader.left == len(data)


@pytest.mark.parametrize("big_endian", [False, True])
def test_numbers_have_the_byte_order_that_was_asked_for(big_endian: bool) -> None:
    reader = ByteReader(b"\x01\x02\xff\xff\xff\xfe", "thing", big_endian=big_endian)

    assert reader.number("H", "number") == (0x0102 if big_endian else 0x0201)
    assert reader.number("i", "number") == (-2 if big_endian else -16777217)


@given(st.binary(max_size=40), st.integers(0, 1 << 70), st.integers(0, 1 << 70))
@example(b"", 1 << 63, 0)
@example(b"abc", 3, 0)
@example(b"abc", 4, 0)
def test_a_place_in_a_file_is_read_whole_or_refused(data: bytes, at: int, size: int) -> None:
    try:
        piece = read_at(io.BytesIO(data), at, size, "piece")
    except FormatError as error:
        assert at + size > len(data)
        assert f"piece at byte {at}: {size} bytes are declared" in str(error)
    else:
        assert piece == data[at : at + size]
        assert len(piece) == size


def test_declared_sizes_are_not_allocated() -> None:
    tracemalloc.start()
    with pytest.raises(FormatError):
        read_at(io.BytesIO(bytes(100)), 0, 1 << 40, "piece")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1 << 20


class Shrinking(io.BytesIO):
    """Gives less than it said it has, as a file does that somebody else cuts."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(size)[:-1]


class Broken(io.BytesIO):
    """Fails as a disk does."""

    def read(self, size: int | None = -1, /) -> bytes:
        raise OSError(errno.EIO, "Input/output error")


def test_a_file_that_becomes_shorter_while_it_is_read_is_refused() -> None:
    with pytest.raises(FormatError, match="piece at byte 3: the file became shorter"):
        read_at(Shrinking(bytes(10)), 3, 4, "piece")


def test_a_disk_that_fails_is_named() -> None:
    with pytest.raises(InputError, match="piece at byte 3: cannot be read: input/output error"):
        read_at(Broken(bytes(10)), 3, 4, "piece")


def test_checksums_are_those_of_their_standards() -> None:
    # The check values of the catalogues: CRC-32/ISO-HDLC and CRC-16/MODBUS.
    assert crc32(b"123456789") == 0xCBF43926
    assert crc16_modbus(b"123456789") == 0x4B37
