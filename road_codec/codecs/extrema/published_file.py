"""A file of the published layout, cut into packets so that it is decoded from any place.

Source: FORMAT.md, section 2.  The file has no head, so what is known of the sound is
convention: one channel of 16 bits at 44.1 kHz.
"""

from array import array
from typing import BinaryIO

import numpy as np

from road_codec.audio.samples import SampleType
from road_codec.audio.sound_format import SoundFormat
from road_codec.bitstream.byteio import file_size, read_at
from road_codec.codecs.extrema.published import (
    RATE_HZ,
    RECORD_BYTES,
    WIDE_SILENCE_BYTES,
    Survey,
    scan,
    survey,
)
from road_codec.errors import FormatError, RoadError
from road_codec.limits import DEFAULT_LIMITS, Limits

_PACKET_LEN = 1 << 15
_CHUNK = 1 << 20


def looks_published(file: BinaryIO) -> bool:
    """Whether a whole file can be records of this layout, and is likely to; raises nothing.

    All of it is looked at, in pieces: it has no magic, and its name may say anything.
    """
    try:
        size = file_size(file)
        silence_bytes = variant_of(file, size)
        seen = _survey_of(file, size, silence_bytes)
    except (OSError, RoadError):
        return False
    return seen.is_possible and seen.is_likely and seen.used == size


def variant_of(file: BinaryIO, size: int) -> int:
    """Return the bytes of the records of holds: 9 if there are any and all can have as many."""
    seen = _survey_of(file, size, WIDE_SILENCE_BYTES)
    is_wide = seen.is_possible and seen.n_holds > 0
    return WIDE_SILENCE_BYTES if is_wide else RECORD_BYTES


def _survey_of(file: BinaryIO, size: int, silence_bytes: int) -> Survey:
    used = n_records = n_holds = n_long = 0
    while True:
        piece = read_at(file, used, min(_CHUNK, size - used), "records")
        seen = survey(np.frombuffer(piece, np.uint8), silence_bytes)
        used += seen.used
        n_records, n_holds = n_records + seen.n_records, n_holds + seen.n_holds
        n_long += seen.n_long
        if not seen.used or not seen.is_possible:
            return Survey(used, n_records, n_holds, n_long, seen.is_possible)


class PublishedReader:
    """An open file of the published layout; what `PacketReader` is for the other.

    Parameters
    ----------
    file : BinaryIO
        Seekable; must stay open.
    keep_going : bool
        Decode a damaged file up to the damage.
    limits : Limits
        Sizes beyond which the file is refused.

    Attributes
    ----------
    silence_bytes : int
        Size of the records of holds, 5 or 9: which of the program's two variants it is.

    Raises
    ------
    FormatError, LimitError
        If it is of neither variant, or too long.
    """

    version = 1

    def __init__(
        self, file: BinaryIO, *, keep_going: bool = False, limits: Limits = DEFAULT_LIMITS
    ) -> None:
        self._file = file
        self._limits = limits
        self.file_bytes = file_size(file)
        self.silence_bytes = variant_of(file, self.file_bytes)
        if not _survey_of(file, self.file_bytes, self.silence_bytes).is_likely:
            raise FormatError(
                "neither the first bytes of an Extrema file, nor records of the published layout: "
                "their curves are too long for a sound"
            )
        fault = self._index()
        if fault is not None and not keep_going:
            raise fault
        notices = [
            "published layout: rate and sample type are taken for granted, the last run is lost, "
            "and the curves are not the original's"
        ]
        left = self.file_bytes - self._end
        if left:
            notices.append(f"damaged: the last {left} bytes are no whole record and are left out")
        self.notices = tuple(notices)
        self.sound = SoundFormat(RATE_HZ, 1, SampleType.S16, self.starts[-1])
        self.n_packets = len(self.starts) - 1

    def n_samples(self, number: int) -> int:
        """Return how many samples a packet holds."""
        return self.starts[number + 1] - self.starts[number]

    def is_whole(self, number: int) -> bool:
        """See `road_codec.containers.packets.PacketReader`."""
        return 0 <= number < self.n_packets

    def packet(self, number: int) -> bytes:
        """Return the records of a packet; one that is shared with the next belongs to both."""
        begin, end = self._places[number], self._places[number + 1]
        if self.skipped[number + 1]:
            end += self.silence_bytes
        return read_at(self._file, begin, end - begin, f"packet {number}")

    def _index(self) -> FormatError | None:
        """Find the packets; return what cannot be, as far as which they are then known."""
        self._places, self.starts = array("q", [0]), array("q", [0])
        self.skipped, self.heights = array("q", [0]), array("q", [0])
        at = height = n_samples = n_records = 0
        fault = None
        most = self._limits.seconds * RATE_HZ
        while at < self.file_bytes and fault is None:
            size = min(_CHUNK, self.file_bytes - at)
            data = np.frombuffer(read_at(self._file, at, size, "records"), np.uint8)
            found = scan(
                data,
                self.silence_bytes,
                height,
                n_samples,
                self.starts[-1],
                n_records,
                _PACKET_LEN,
                most,
            )
            self._places.extend((found.places + at).tolist())
            self.skipped.extend(found.skipped.tolist())
            self.heights.extend(found.heights.tolist())
            self.starts.extend(found.starts.tolist())
            height, n_samples, n_records = found.height, found.n_samples, found.n_records
            self._limits.check("seconds", -(-n_samples // RATE_HZ), self._limits.seconds)
            if found.used < 0:
                at += -1 - found.used
                fault = FormatError(
                    f"record at byte {at}: it is none of the published Extrema layout"
                )
            elif found.used == 0:
                break
            else:
                at += found.used
        self._end = at
        self._places.append(at)
        self.skipped.append(0)
        self.starts.append(n_samples)
        return fault
