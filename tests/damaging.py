"""Where things stand in the bytes of a file of variant A or B, and how to put others there."""

import struct
from dataclasses import dataclass

ROAD_FIELDS = (
    "format",
    "superframe",
    "n_units",
    "shift",
    "unit",
    "channels",
    "mixing",
    "encryption",
)


@dataclass(frozen=True)
class Anatomy:
    """Positions of the chunks' heads; `orig` is the end of the file if there is none."""

    data: int
    road: int
    table: int
    find: int
    orig: int


def anatomy(file: bytes) -> Anatomy:
    """Find the chunks without the library's help."""
    road = file.index(b"ROAD\x20\0\0\0")
    table = road + 40
    find = table + 8 + size_at(file, table)
    return Anatomy(file.index(b"data"), road, table, find, find + 8 + size_at(file, find))


def size_at(file: bytes, chunk: int) -> int:
    """Return the size in the head of the chunk at a position."""
    return int.from_bytes(file[chunk + 4 : chunk + 8], "little")


def put(file: bytes, at: int, code: str, value: int) -> bytes:
    """Return the file with another number, whose `struct` letter is `code`, at a position."""
    return file[:at] + struct.pack("<" + code, value) + file[at + struct.calcsize(code) :]


def with_field(file: bytes, name: str, value: int) -> bytes:
    """Return the file with another value in a field of its ROAD chunk."""
    at = anatomy(file).road + 8 + 4 * ROAD_FIELDS.index(name)
    return put(file, at, "I", value)


def insert(file: bytes, at: int, piece: bytes) -> bytes:
    """Return the file with a piece put in."""
    return file[:at] + piece + file[at:]


def chunk(name: bytes, payload: bytes = b"") -> bytes:
    """Return a chunk."""
    return name + struct.pack("<I", len(payload)) + payload


def flipped(file: bytes, bit: int) -> bytes:
    """Return the file with one bit changed."""
    place, shift = divmod(bit, 8)
    return file[:place] + bytes([file[place] ^ 1 << shift]) + file[place + 1 :]
