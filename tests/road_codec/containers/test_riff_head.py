"""The head of a WAVE file: what is written is read, and nothing else passes."""

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from road_codec import FormatError, LimitError, Limits
from road_codec.containers import riff
from road_codec.containers.riff import (
    WaveHead,
    check_size,
    chunk_head,
    read_chunk_head,
    read_wave_head,
    read_whole_chunk,
)

HEAD = WaveHead(1, 11025, 16, 10)


@given(
    st.integers(1, 64),
    st.integers(1, 1 << 20),
    st.sampled_from([8, 16, 32]),
    st.integers(0, riff.GREATEST_SIZE - 36),
)
def test_a_head_is_read_as_it_was_written(n_channels: int, rate: int, bits: int, size: int) -> None:
    written = WaveHead(n_channels, rate, bits, size)
    found = read_wave_head(io.BytesIO(written.as_bytes()))

    assert len(written.as_bytes()) == found.data_start == riff.HEAD_SIZE
    assert (found.n_channels, found.rate_hz, found.bits) == (n_channels, rate, bits)
    assert (found.data_size, found.riff_size) == (size, 36 + size)


@pytest.mark.parametrize("size", range(riff.HEAD_SIZE))
def test_every_beginning_of_a_head_is_refused_with_a_position(size: int) -> None:
    with pytest.raises(FormatError, match=r"byte \d+"):
        read_wave_head(io.BytesIO(HEAD.as_bytes()[:size]))


@pytest.mark.parametrize("name", [b"RIFX", b"RF64", b"riff", b"\0\0\0\0"])
def test_other_containers_are_refused(name: bytes) -> None:
    with pytest.raises(FormatError, match="byte 0: no RIFF WAVE head"):
        read_wave_head(io.BytesIO(name + HEAD.as_bytes()[4:]))


def test_chunks_are_counted() -> None:
    many = HEAD.as_bytes()[:12] + (b"none" + bytes(4)) * 5 + HEAD.as_bytes()[12:]

    assert read_wave_head(io.BytesIO(many), Limits(chunks=7)).data_start == 84
    with pytest.raises(LimitError, match="more than 6 chunks before the sound"):
        read_wave_head(io.BytesIO(many), Limits(chunks=6))


@given(st.binary(min_size=4, max_size=4), st.integers(0, 100), st.binary(max_size=100))
def test_a_chunk_is_whole_or_refused(name: bytes, size: int, payload: bytes) -> None:
    file = io.BytesIO(name + struct.pack("<I", size) + payload)

    assert read_chunk_head(file, 0) == riff.Chunk(name, 8, size)
    if name.isascii() and name.isalpha():
        if size > len(payload):
            with pytest.raises(FormatError, match=f"{size} bytes are declared, {len(payload)} are"):
                read_whole_chunk(file, 0, name)
        else:
            assert read_whole_chunk(file, 0, name).end == 8 + size


def test_a_chunk_of_another_name_is_refused() -> None:
    with pytest.raises(FormatError, match="byte 0: no MAP chunk where one must be"):
        read_whole_chunk(io.BytesIO(b"FIND" + bytes(4)), 0, b"MAP ")


def test_sizes_stop_where_32_bits_with_a_head_end() -> None:
    greatest = 0xFFFFFFFF - 36

    assert chunk_head(b"FIND", greatest) == b"FIND\xdb\xff\xff\xff"
    assert WaveHead(1, 1, 8, greatest).as_bytes()[4:8] == b"\xff\xff\xff\xff"
    with pytest.raises(LimitError, match="FIND: 4294967260 bytes do not fit"):
        chunk_head(b"FIND", greatest + 1)
    with pytest.raises(LimitError, match="seed: 8589934592 bytes do not fit"):
        check_size("seed", 1 << 33)
