"""The byte stream of the published program: records without a head (FORMAT.md, sections 2 and 3).

A record is a hold of the last height, or a curve to the next one.  Where a run of samples
ends is decided in the program's own double arithmetic; the curves are ours, for its own
are lost.
"""

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.codecs.extrema.shapes import (
    PUBLISHED_KNOTS,
    PUBLISHED_ONE,
    Curves,
    published_curves,
    share_of_way,
)
from road_codec.errors import ParameterError

Floats = NDArray[np.float64]
Bytes = NDArray[np.uint8]
Ints = NDArray[np.int64]

RATE_HZ = 44_100
RECORD_BYTES = 5
WIDE_SILENCE_BYTES = 9
# A moving run of 16 bits is not longer than 1311 samples, as each is a step of 50 at least; one
# of 32 bits can be, but only in tones below 11 Hz are most.
_LONG_CURVE = 2048
_LONG_SHARE = 8

_STEP = 50.0
_LONGEST_RUN = 0xFFFF
_UP, _STILL, _DOWN = 1, 0, -1
_HEIGHT_FACTOR = 32767.0


class Writer:
    """Turns one channel into records, block by block; the last run is never written.

    Parameters
    ----------
    full_scale : float
        What samples are divided by: 32767 for 16 bits, 2**31 - 1 for 32.
    """

    def __init__(self, full_scale: float) -> None:
        self._full_scale = full_scale
        # Direction, length of the run, height of the decoder, whether anything was seen.
        self._state = np.array([_STILL, 0, 0, 0], np.int64)
        self._run = np.empty(_LONGEST_RUN + 1)
        self._knots = np.ascontiguousarray(published_curves().T, np.float32)

    @property
    def n_pending(self) -> int:
        """Samples of the run that is not finished: at the end of the sound they are lost."""
        return int(self._state[1])

    def records(self, samples: Floats) -> bytes:
        """Return the records that end in a block of whole numbers, shape (n,).

        Raises
        ------
        ParameterError
            If a moving run is longer than 65535 samples, which a record cannot say.
        """
        values = samples / self._full_scale
        room = np.empty((len(values) + 1) * RECORD_BYTES, np.uint8)
        size = _write(values, _STEP / self._full_scale, self._state, self._run, self._knots, room)
        if size < 0:
            raise ParameterError(
                f"a slope of more than {_LONGEST_RUN} samples has no room in a record of the "
                "published layout; use the layout packets"
            )
        return room[:size].tobytes()


@numba.njit(nogil=True, cache=True)
def _write(
    values: Floats,
    threshold: float,
    state: Ints,
    run: Floats,
    knots: NDArray[np.float32],
    out: Bytes,
) -> int:
    """Fill `out` with records; return their size, or -1 if a run is too long."""
    size = 0
    for value in values:
        last = run[min(state[1], len(run)) - 1] if state[0] != _STILL else run[0]
        if state[3] == 0:
            # The first direction is that of the first value itself.
            last = 0.0
        direction = _UP if value > last + threshold else _STILL
        if direction == _STILL and value < last - threshold:
            direction = _DOWN
        if state[3] and direction != state[0]:
            size = _put_record(state, run, knots, out, size)
            state[1] = 0
        state[0], state[3] = direction, 1
        if direction == _STILL:
            run[0] = value
        elif state[1] == len(run):
            return -1
        else:
            run[state[1]] = value
        state[1] += 1
    return size


@numba.njit(nogil=True, cache=True)
def _put_record(state: Ints, run: Floats, knots: NDArray[np.float32], out: Bytes, size: int) -> int:
    """Append the record of the run that is finished; return the new size."""
    count = state[1]
    if state[0] == _STILL:
        out[size] = 0
        for place in range(4):
            out[size + 1 + place] = (count >> (8 * place)) & 255
        return size + RECORD_BYTES
    end = int(run[count - 1] * _HEIGHT_FACTOR)
    out[size] = 1 + _nearest(run[:count], state[2], end, knots)
    out[size + 1], out[size + 2] = count & 255, count >> 8
    out[size + 3], out[size + 4] = end & 255, (end >> 8) & 255
    state[2] = end
    return size + RECORD_BYTES


@numba.njit(nogil=True, cache=True)
def _nearest(run: Floats, start: int, stop: int, knots: NDArray[np.float32]) -> int:
    """Return the curve with the least squared error at all samples, of equals the first."""
    size, way = len(run), stop - start
    errors = np.zeros(knots.shape[1], np.float32)
    if way == 0:
        return 0
    for place in range(1, size):
        wanted = np.float32((run[place - 1] * _HEIGHT_FACTOR - start) / way * PUBLISHED_ONE)
        scaled = place * PUBLISHED_KNOTS
        knot = scaled // size
        rest = np.float32((scaled - knot * size) / size)
        before, after = knots[knot], knots[knot + 1]
        for one in range(len(errors)):
            difference = before[one] + (after[one] - before[one]) * rest - wanted
            errors[one] += difference * difference
    return int(np.argmin(errors))


class Survey(NamedTuple):
    """What records look like, taken for one of the two variants.

    Attributes
    ----------
    used : int
        Bytes of whole records.
    n_records, n_holds, n_long : int
        Records, holds, and curves longer than nearly all of a sound.
    is_possible : bool
        Whether the record behind the used bytes is none that cannot be.
    """

    used: int
    n_records: int
    n_holds: int
    n_long: int
    is_possible: bool

    @property
    def is_likely(self) -> bool:
        """Whether the used bytes can be of a sound; arbitrary ones, such as text, cannot."""
        return self.n_long * _LONG_SHARE <= self.n_records - self.n_holds


def survey(data: Bytes, silence_bytes: int) -> Survey:
    """Look at all whole records in `data`; see `scan`."""
    return Survey(*_survey(data, silence_bytes))


@numba.njit(nogil=True, cache=True)
def _survey(data: Bytes, silence_bytes: int) -> tuple[int, int, int, int, bool]:
    at = n_records = n_holds = n_long = 0
    while at < len(data):
        size = silence_bytes if data[at] == 0 else RECORD_BYTES
        if at + size > len(data):
            break
        if data[at] == 0:
            if _hold(data, at, size) < 0:
                return at, n_records, n_holds, n_long, False
            n_holds += 1
        elif data[at + 1] + 256 * data[at + 2] > _LONG_CURVE:
            n_long += 1
        n_records += 1
        at += size
    return at, n_records, n_holds, n_long, True


class Scan(NamedTuple):
    """What was found in a stretch of records.

    Attributes
    ----------
    used : int
        Bytes of whole records; -1 - place of the first that cannot be.
    places, skipped, heights, starts : ndarray of int64
        For each packet the byte of its first record, the samples of that which the packet
        before has given, the height before it, and its first sample.
    height, n_samples, n_records : int
        Where the stretch ends, and records since the last packet began.
    """

    used: int
    places: Ints
    skipped: Ints
    heights: Ints
    starts: Ints
    height: int
    n_samples: int
    n_records: int


@numba.njit(nogil=True, cache=True)
def scan(
    data: Bytes,
    silence_bytes: int,
    height: int,
    n_samples: int,
    start: int,
    n_records: int,
    packet_len: int,
    most: int,
) -> Scan:
    """Walk over records; begin a packet at every `packet_len` samples, or as many records.

    Parameters
    ----------
    data : ndarray of uint8
        Whole records from the front, perhaps a part of one at the end.
    silence_bytes : int
        Size of the record of a hold: `RECORD_BYTES` or `WIDE_SILENCE_BYTES`.
    height, n_samples, start, n_records : int
        Where the stretch before ended: height, samples so far, first sample of the packet that
        is open, and records in it.
    packet_len : int
        Samples of a packet; one that ends in a curve may be longer by 65535.
    most : int
        Samples beyond which nothing more is looked at.
    """
    # Numba must know what is in a list though there is nothing yet.
    places, skipped = [0 for _ in range(0)], [0 for _ in range(0)]
    heights, starts = [0 for _ in range(0)], [0 for _ in range(0)]
    at = 0
    while at < len(data):
        size = silence_bytes if data[at] == 0 else RECORD_BYTES
        if at + size > len(data):
            break
        if n_samples - start >= packet_len or n_records >= packet_len:
            places.append(at)
            skipped.append(0)
            heights.append(height)
            starts.append(n_samples)
            start, n_records = n_samples, 0
        if data[at] == 0:
            count = _hold(data, at, size)
            if count < 0:
                at = -1 - at
                break
            end = n_samples + count
            if end > most:
                n_samples = end
                break
            while end - start > packet_len:
                start += packet_len
                places.append(at)
                skipped.append(start - n_samples)
                heights.append(height)
                starts.append(start)
                n_records = 0
            n_samples = end
        else:
            n_samples += data[at + 1] + 256 * data[at + 2]
            height = _signed(data, at + 3)
        n_records += 1
        at += size
    return Scan(
        at,
        np.array(places, np.int64),
        np.array(skipped, np.int64),
        np.array(heights, np.int64),
        np.array(starts, np.int64),
        height,
        n_samples,
        n_records,
    )


@numba.njit(nogil=True, cache=True)
def _hold(data: Bytes, at: int, size: int) -> int:
    """Return the samples of a hold, -1 if there cannot be so many or so few.

    They fit into four bytes: where a record has eight, the upper four are 0.  In a file of
    short records they never are, for what follows a hold begins with the number of a curve.
    """
    count = 0
    for place in range(4, 0, -1):
        count = 256 * count + data[at + place]
    for place in range(RECORD_BYTES, size):
        if data[at + place]:
            return -1
    return count if count else -1


@numba.njit(nogil=True, cache=True)
def _signed(data: Bytes, at: int) -> int:
    value: int = data[at] + 256 * data[at + 1]
    return value - 65536 if value >= 32768 else value


@numba.njit(nogil=True, cache=True)
def render(
    data: Bytes, silence_bytes: int, height: int, skipped: int, n_samples: int, curves: Curves
) -> Ints:
    """Return the samples of a packet in steps of 16 bits, as `scan` found it."""
    found = np.zeros(n_samples, np.int64)
    filled = at = 0
    while filled < n_samples and at < len(data):
        if data[at] == 0:
            count = min(_hold(data, at, silence_bytes) - skipped, n_samples - filled)
            found[filled : filled + count] = height
            at += silence_bytes
        else:
            count, end = data[at + 1] + 256 * data[at + 2], _signed(data, at + 3)
            curve = curves[data[at] - 1]
            for place in range(1, count + 1):
                way = height * PUBLISHED_ONE + (end - height) * share_of_way(curve, place, count)
                found[filled + place - 1] = (way + (PUBLISHED_ONE >> 1)) // PUBLISHED_ONE
            height = end
            at += RECORD_BYTES
        filled += count
        skipped = 0
    return found
