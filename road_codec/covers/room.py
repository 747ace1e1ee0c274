"""Room made in the middle of a file, without the rest of it ever being in memory."""

from collections.abc import Iterator
from typing import BinaryIO

from road_codec.bitstream.byteio import file_size, read_at

_BLOCK = 1 << 20


def replace_bytes(file: BinaryIO, at: int, size: int, data: bytes) -> Iterator[None]:
    """Put `data` in the place of `size` bytes from `at` on; what follows moves.

    It is done once the iterator has come to its end; each of its steps is a short one.

    Parameters
    ----------
    file : BinaryIO
        Open for reading and writing, seekable.
    at, size : int
        What is to be replaced; within the file, and `data` is not shorter.
    """
    step = len(data) - size
    end = file_size(file)
    # From behind, so that nothing is written over that was not read.
    while step and end > at + size:
        start = max(at + size, end - _BLOCK)
        block = read_at(file, start, end - start, "what follows")
        file.seek(start + step)
        file.write(block)
        end = start
        yield
    file.seek(at)
    file.write(data)
