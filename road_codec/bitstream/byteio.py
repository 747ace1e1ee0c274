"""Reading numbers from bytes without ever leaving them."""

import os
import struct
from typing import BinaryIO

from road_codec.errors import FormatError, InputError

# Reading allocates all that is asked for.  So little may be asked for without looking whether it
# is there, which costs a file its buffer: the heads of ten thousand files are read when they come.
_SMALL = 4096


class ByteReader:
    """Takes numbers from the front of a byte string; what is missing is a `FormatError`.

    Parameters
    ----------
    data : bytes
        All that may be read.
    where : str
        Name of the structure for messages.
    at : int
        Position of `data` in its file, for messages.
    big_endian : bool
        Byte order of the numbers.
    """

    def __init__(self, data: bytes, where: str, *, at: int = 0, big_endian: bool = False) -> None:
        self._data = data
        self._where = where
        self._at = at
        self._order = ">" if big_endian else "<"
        self.position = 0

    @property
    def left(self) -> int:
        """Bytes not read yet."""
        return len(self._data) - self.position

    @property
    def at(self) -> int:
        """Position in the file of what is read next."""
        return self._at + self.position

    def take(self, size: int, what: str) -> bytes:
        """Return the next `size` bytes; `what` names them in messages."""
        if size > self.left:
            raise FormatError(
                f"{self._where} at byte {self.at}: {what} needs {size} bytes, {self.left} are left"
            )
        piece = self._data[self.position : self.position + size]
        self.position += size
        return piece

    def number(self, code: str, what: str) -> int:
        """Return the next number; `code` is its letter in the module `struct`."""
        value: int = struct.unpack(self._order + code, self.take(struct.calcsize(code), what))[0]
        return value


def file_size(file: BinaryIO) -> int:
    """Return the size of a seekable file in bytes; moves its position."""
    return file.seek(0, os.SEEK_END)


def read_at(file: BinaryIO, position: int, size: int, what: str) -> bytes:
    """Return `size` bytes from `position`, or raise `FormatError` naming `what`.

    Nothing is allocated beyond what the file holds.

    Raises
    ------
    FormatError
        If the file ends before.
    InputError
        If it cannot be read.
    """
    try:
        is_there = size <= _SMALL or position + size <= file_size(file)
        data = _read(file, position, size) if is_there else b""
        end = position + size if len(data) == size else file_size(file)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"{what} at byte {position}: cannot be read: {reason}") from None
    if position + size > end:
        available = max(0, end - position)
        raise FormatError(
            f"{what} at byte {position}: {size} bytes are declared, {available} are there"
        )
    if len(data) != size:
        raise FormatError(f"{what} at byte {position}: the file became shorter while reading")
    return data


def _read(file: BinaryIO, position: int, size: int) -> bytes:
    try:
        file.seek(position)
    except OverflowError:
        return b""  # a place that no file has
    return file.read(size)
