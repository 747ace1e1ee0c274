"""WAVE files as carriers: a seed that any player plays, and named chunks behind it.

Reader and writer of the head stand side by side.  Chunks behind the sound are not
padded to even sizes where the format that uses them does not pad them.
"""

import struct
from dataclasses import dataclass
from typing import BinaryIO

from road_codec.bitstream.byteio import ByteReader, file_size, read_at
from road_codec.errors import FormatError, LimitError
from road_codec.limits import DEFAULT_LIMITS, Limits

HEAD_SIZE = 44
GREATEST_SIZE = 0xFFFFFFFF
PCM = 1


@dataclass(frozen=True, slots=True)
class WaveHead:
    """The head of a plain PCM WAVE file and the place of its sound.

    Attributes
    ----------
    n_channels, rate_hz, bits : int
        As in the ``fmt `` chunk.
    data_size : int
        Bytes of sound that the head declares.
    data_start : int
        Where the sound begins in the file.
    riff_size : int
        What the RIFF head declares; readers ignore it.
    """

    n_channels: int
    rate_hz: int
    bits: int
    data_size: int
    data_start: int = HEAD_SIZE
    riff_size: int = 0

    @property
    def block_bytes(self) -> int:
        """Bytes of one sample of all channels."""
        return self.n_channels * self.bits // 8

    def as_bytes(self) -> bytes:
        """Return the 44 bytes that stand before the sound; the RIFF size ends with it."""
        return struct.pack(
            "<4sI4s4sIHHIIHH4sI",
            b"RIFF",
            36 + self.data_size,
            b"WAVE",
            b"fmt ",
            16,
            PCM,
            self.n_channels,
            self.rate_hz,
            self.rate_hz * self.block_bytes,
            self.block_bytes,
            self.bits,
            b"data",
            self.data_size,
        )


@dataclass(frozen=True, slots=True)
class Chunk:
    """Name and place of a chunk's payload."""

    name: bytes
    start: int
    size: int

    @property
    def end(self) -> int:
        """The byte behind the payload."""
        return self.start + self.size


def is_wave(file: BinaryIO) -> bool:
    """Whether a file begins as RIFF WAVE files do."""
    file.seek(0)
    head = file.read(12)
    return head[:4] == b"RIFF" and head[8:] == b"WAVE"


def read_wave_head(file: BinaryIO, limits: Limits = DEFAULT_LIMITS) -> WaveHead:
    """Read the chunks up to the sound.

    Raises
    ------
    FormatError
        If the file is not a PCM WAVE file or ends before its sound begins.
    """
    if not is_wave(file):
        raise FormatError("byte 0: no RIFF WAVE head; this is not a ROAD file")
    riff_size = int.from_bytes(read_at(file, 4, 4, "RIFF size"), "little")
    position, shape = 12, None
    for _ in range(limits.chunks):
        chunk = read_chunk_head(file, position)
        if chunk.name == b"data":
            if shape is None:
                raise FormatError(f"byte {position}: the data chunk comes before the fmt chunk")
            return WaveHead(*shape, chunk.size, chunk.start, riff_size)
        if chunk.name == b"fmt ":
            if shape is not None:
                raise FormatError(f"byte {position}: a second fmt chunk")
            shape = _read_format(file, chunk)
        position = chunk.end + chunk.size % 2
    raise LimitError(f"more than {limits.chunks} chunks before the sound")


def read_chunk_head(file: BinaryIO, position: int) -> Chunk:
    """Read name and size of the chunk at `position`; its payload may lie beyond the file."""
    head = read_at(file, position, 8, "chunk head")
    return Chunk(head[:4], position + 8, int.from_bytes(head[4:], "little"))


def read_whole_chunk(file: BinaryIO, position: int, name: bytes) -> Chunk:
    """Read the head of a chunk that must have a name and lie within the file."""
    chunk = read_chunk_head(file, position)
    text = name.decode("ascii").strip()
    if chunk.name != name:
        raise FormatError(f"byte {position}: no {text} chunk where one must be")
    available = file_size(file) - chunk.start
    if chunk.size > available:
        raise FormatError(
            f"{text} chunk at byte {position}: {chunk.size} bytes are declared, "
            f"{available} are there"
        )
    return chunk


def chunk_head(name: bytes, size: int) -> bytes:
    """Return the 8 bytes before a payload.

    Raises
    ------
    LimitError
        If the size does not fit into 32 bits.
    """
    check_size(name.decode("ascii").strip(), size)
    return name + size.to_bytes(4, "little")


def check_size(what: str, size: int) -> None:
    """Refuse what a 32-bit size field cannot say."""
    if size > GREATEST_SIZE - 36:
        raise LimitError(
            f"{what}: {size} bytes do not fit into this format, which ends at 4 GiB; "
            "split the sound or use a longer smallest range"
        )


def _read_format(file: BinaryIO, chunk: Chunk) -> tuple[int, int, int]:
    """Return channels, rate and bits, checked."""
    payload = read_at(file, chunk.start, min(chunk.size, 16), "fmt chunk")
    reader = ByteReader(payload, "fmt chunk", at=chunk.start)
    tag = reader.number("H", "format tag")
    n_channels = reader.number("H", "channels")
    rate_hz = reader.number("I", "rate")
    reader.take(6, "byte rate and block align")
    bits = reader.number("H", "bits")
    if tag != PCM:
        raise FormatError(f"fmt chunk at byte {chunk.start}: format tag {tag}, must be 1 (PCM)")
    if n_channels == 0:
        raise FormatError(f"fmt chunk at byte {chunk.start}: channels: 0, must be 1 or more")
    if rate_hz == 0:
        raise FormatError(f"fmt chunk at byte {chunk.start}: rate: 0 Hz, must be 1 or more")
    return n_channels, rate_hz, bits
