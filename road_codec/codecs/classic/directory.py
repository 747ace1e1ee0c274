"""MAP and FIND: where in the file the record of each superframe lies.

MAP holds an offset into FIND for every superframe; a record ends where the next one
begins (FORMAT.md, section 5).  All variants have both.
"""

from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

from road_codec.bitstream.byteio import file_size, read_at
from road_codec.containers.riff import Chunk, read_chunk_head, read_whole_chunk
from road_codec.errors import FormatError
from road_codec.fractal.items import Ints
from road_codec.limits import Limits


@dataclass(frozen=True, slots=True)
class Seed:
    """Where the averages of channel 1 stand, of which every superframe needs its share.

    Attributes
    ----------
    start, size : int
        Place in the file, in bytes.
    share : int
        Bytes of one superframe.
    """

    start: int
    size: int
    share: int


@dataclass(frozen=True, slots=True)
class Directory:
    """What MAP says.

    Attributes
    ----------
    offsets : ndarray of int64, shape (n_superframes,)
        Beginning of each record, from the first byte of FIND's data.
    find : Chunk
        The records; of a damaged file those that are whole.
    """

    offsets: Ints
    find: Chunk

    def __len__(self) -> int:
        return len(self.offsets)

    def record_at(self, number: int) -> int:
        """Return the byte of the file at which a record begins, as MAP says."""
        return self.find.start + int(self.offsets[number])

    def record(self, file: BinaryIO, number: int, greatest: int) -> bytes:
        """Read a record.

        Raises
        ------
        FormatError
            If it does not lie in FIND, or has more than `greatest` bytes.
        """
        begin = int(self.offsets[number])
        last = number == len(self.offsets) - 1
        end = self.find.size if last else int(self.offsets[number + 1])
        if not 0 <= begin <= end <= self.find.size:
            raise FormatError(
                f"MAP: superframe {number} lies at bytes {begin} to {end} of the FIND chunk at "
                f"byte {self.find.start - 8}, which has {self.find.size}"
            )
        at = self.record_at(number)
        if end - begin > greatest:
            raise FormatError(
                f"superframe {number} at byte {at}: {end - begin} bytes, at most {greatest} "
                "are possible"
            )
        return read_at(file, at, end - begin, f"superframe {number}")


def read_directory(file: BinaryIO, position: int, seed: Seed, limits: Limits) -> Directory:
    """Read the chunks MAP, at byte `position`, and FIND behind it.

    Raises
    ------
    FormatError
        If one is missing or not whole, or the seed is too short for so many superframes.
    LimitError
        If MAP has more superframes than `limits` allow.
    """
    table = read_whole_chunk(file, position, b"MAP ")
    if table.size % 8:
        raise FormatError(f"MAP chunk at byte {position}: {table.size} is not a multiple of 8")
    needed = table.size // 8 * seed.share
    if needed > seed.size:
        raise FormatError(
            f"seed at byte {seed.start}: {table.size // 8} superframes need {needed} bytes, "
            f"{seed.size} are there"
        )
    offsets = _read_offsets(file, table, limits)
    return Directory(offsets, read_whole_chunk(file, table.end, b"FIND"))


def salvage_directory(file: BinaryIO, position: int, seed: Seed, limits: Limits) -> Directory:
    """Return those superframes of a damaged file that are whole, from its front."""
    end_of_file = file_size(file)
    nothing = Directory(np.zeros(0, np.int64), Chunk(b"FIND", end_of_file, 0))
    try:
        table = read_whole_chunk(file, position, b"MAP ")
        find = read_chunk_head(file, table.end)
    except FormatError:
        return nothing
    if find.name != b"FIND":
        return nothing
    bounds = np.append(_read_offsets(file, table, limits), find.size)
    begins, ends = bounds[:-1], bounds[1:]
    broken = (begins < 0) | (ends < begins) | (ends > end_of_file - find.start)
    whole = int(np.argmax(broken)) if broken.any() else len(begins)
    whole = min(whole, seed.size // seed.share)
    if whole == 0:
        return nothing
    return Directory(begins[:whole], Chunk(b"FIND", find.start, int(ends[whole - 1])))


def _read_offsets(file: BinaryIO, table: Chunk, limits: Limits) -> Ints:
    count = table.size // 8
    limits.check("superframes", count, limits.superframes)
    payload = read_at(file, table.start, 8 * count, "MAP chunk")
    return np.frombuffer(payload, "<i8").astype(np.int64, copy=False)
