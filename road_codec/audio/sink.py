"""Where libsndfile writes to: a file whose first error is kept until it can be raised."""

import os
from typing import BinaryIO

_GREATEST_HEAD = 4096


class Sink:
    """Passes everything on to a file.

    libsndfile calls these methods from C, through which no exception passes; and closing
    a compressed file it forgets that a write failed.

    Parameters
    ----------
    file : BinaryIO
        Open for writing, seekable.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._error: OSError | None = None

    def write(self, data: bytes) -> int:
        """Write and return the number of bytes, 0 after an error."""
        if self._error is None:
            try:
                return self._file.write(_without_time(data))
            except OSError as error:
                self._error = error
        return 0

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Move, and return the position."""
        if self._error is None:
            try:
                return self._file.seek(offset, whence)
            except OSError as error:
                self._error = error
        return 0

    def tell(self) -> int:
        """Return the position."""
        return self._file.tell() if self._error is None else 0

    def check(self) -> None:
        """Raise the first error that was met, once all is written that was held back.

        Raises
        ------
        OSError
            Such as a full disk.
        """
        if self._error is None:
            self._file.flush()
        else:
            raise self._error


def _without_time(data: bytes) -> bytes:
    """Blank the time of writing that AIFF heads have in their chunk of peaks.

    The same sound shall give the same bytes.
    """
    at = data.find(b"PEAK", 0, _GREATEST_HEAD) if data.startswith(b"FORM") else -1
    return data if at < 0 else data[: at + 12] + bytes(4) + data[at + 16 :]
