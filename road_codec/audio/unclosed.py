"""WAVE files whose writer streamed them or died, and so never told how long they are.

libsndfile reads those to their end that declare too much, and finds nothing in those
that declare a sound of 0 bytes.
"""

import os
from pathlib import Path
from typing import BinaryIO

_UNKNOWN = 0xFFFFFFFF
_CHUNKS_LOOKED_AT = 64


class UnclosedWave:
    """A WAVE file as if it declared the greatest size; of what libsndfile needs to read it.

    Parameters
    ----------
    file : BinaryIO
        The file; `close` closes it.
    size_at : int
        Position of the size of its sound.
    """

    def __init__(self, file: BinaryIO, size_at: int) -> None:
        self._file = file
        self._size_at = size_at

    def read(self, size: int = -1) -> bytes:
        """Read from the current position."""
        at = self._file.tell()
        data = bytearray(self._file.read(size))
        for place in range(max(at, self._size_at), min(at + len(data), self._size_at + 4)):
            data[place - at] = 0xFF
        return bytes(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move, and return the position."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """Return the position."""
        return self._file.tell()

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def open_unclosed(path: Path) -> UnclosedWave | None:
    """Open a WAVE file that has a sound and declares none; of any other return None."""
    file = path.open("rb")
    size_at = _size_to_mend(file)
    if size_at is None:
        file.close()
        return None
    file.seek(0)
    return UnclosedWave(file, size_at)


def _size_to_mend(file: BinaryIO) -> int | None:
    head = file.read(12)
    if head[:4] != b"RIFF" or head[8:] != b"WAVE":
        return None
    end = file.seek(0, os.SEEK_END)
    riff_size, position = int.from_bytes(head[4:8], "little"), 12
    for _ in range(_CHUNKS_LOOKED_AT):
        file.seek(position)
        chunk = file.read(8)
        size = int.from_bytes(chunk[4:], "little")
        if chunk[:4] == b"data":
            # An empty sound may have chunks behind it: they are within the RIFF chunk.
            told = position < riff_size < _UNKNOWN
            return None if size or told or position + 8 >= end else position + 4
        position += 8 + size + size % 2
        if position >= end:
            break
    return None
