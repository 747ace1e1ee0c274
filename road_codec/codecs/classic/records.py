"""One superframe as bytes: the seed samples and the FIND record, written and read.

A record has no lengths: index bytes are read until they fill the frames, and they
tell how many averages, domain bytes and scale bytes follow (FORMAT.md, sections 6 to 8).
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.samples import SampleType
from road_codec.codecs.classic.layout import Layout
from road_codec.errors import FormatError
from road_codec.fractal.items import Bools, Floats, Ints, Items

Bytes = NDArray[np.uint8]

SILENT = 0x80
_DEPTH_SHIFT = 5
_REVERSED = 0x10
_NEGATIVE = 0x08
_DOMAIN_HIGH = 0x07
# Silent blocks name the logarithm of their length in 7 bits; more than 30 cannot fit anyway.
_GREATEST_LOG = 30


@dataclass(frozen=True, slots=True)
class Packet:
    """The bytes of one superframe.

    Attributes
    ----------
    seed : bytes
        Averages of channel 1, one per unit, as they stand in the WAVE data.
    record : bytes
        The FIND record.
    """

    seed: bytes
    record: bytes


def pack(items: Items, layout: Layout) -> Packet:
    """Turn the items of one superframe into bytes.

    Parameters
    ----------
    items : Items
        All rows (channel * superframe + frame) of a superframe, in order.
    layout : Layout
        Of the file.
    """
    units = items.length // layout.smallest_range
    logs = np.round(np.log2(units)).astype(np.int64)
    index = np.where(
        items.mapped,
        (logs << _DEPTH_SHIFT)
        | np.where(items.reversed, _REVERSED, 0)
        | np.where(items.scale < 0, _NEGATIVE, 0)
        | (items.domain >> 8),
        SILENT | logs,
    ).astype(np.uint8)
    averages = to_stored(items.mean, layout.sample_type)
    first = int(np.searchsorted(items.frame, layout.superframe))
    mapped = items.mapped
    return Packet(
        seed=np.repeat(averages[:first], units[:first]).tobytes(),
        record=b"".join(
            (
                index.tobytes(),
                averages[first:].tobytes(),
                (items.domain[mapped] & 0xFF).astype(np.uint8).tobytes(),
                np.abs(items.scale[mapped]).astype(np.uint8).tobytes(),
            )
        ),
    )


def greatest_record(layout: Layout) -> int:
    """Return the bytes of a record in which every item is mapped and one unit long."""
    return layout.n_rows * layout.n_units * (3 + layout.sample_bytes)


def to_stored(mean: Floats, sample_type: SampleType) -> NDArray[Any]:
    """Truncate averages to the file's type; 8-bit differences wrap, as they always did."""
    whole = np.trunc(mean).astype(np.int64)
    return whole.astype(sample_type.dtype.newbyteorder("<"))


def from_stored(data: bytes, sample_type: SampleType) -> NDArray[Any]:
    """Read averages or seed samples."""
    return np.frombuffer(data, sample_type.dtype.newbyteorder("<"))


def unpack(record: bytes, seed: bytes, layout: Layout, *, signed_differences: bool) -> Items:
    """Read the items of one superframe.

    Parameters
    ----------
    record, seed : bytes
        As `pack` returned them; the seed has the size that the layout demands.
    layout : Layout
        Of the file.
    signed_differences : bool
        Read 8-bit averages of the channel of differences as signed, which undoes
        their wrapping; the original decoders read them as unsigned.

    Returns
    -------
    Items
        Checked: they cover all frames, and every domain lies within its frame.

    Raises
    ------
    FormatError
        If the record does not do so, or is longer or shorter than its items need.
    """
    codes = np.frombuffer(record, np.uint8)
    index, frame, start, units = parse_index(codes, layout)
    mapped = index < SILENT
    second = int(np.searchsorted(frame, layout.superframe))
    n_stored = (len(index) - second) * layout.sample_bytes
    n_mapped = int(mapped.sum())
    expected = len(index) + n_stored + 2 * n_mapped
    if len(record) != expected:
        raise FormatError(f"{len(record)} bytes, but its items need {expected}")
    averages = np.concatenate(
        (
            from_stored(seed, layout.sample_type)[
                (frame * layout.n_units + start // layout.smallest_range)[:second]
            ],
            from_stored(record[len(index) : len(index) + n_stored], layout.sample_type),
        )
    )
    low = codes[len(index) + n_stored : expected - n_mapped]
    domain, scale = _spread(index, mapped, low, codes[expected - n_mapped :])
    items = Items(
        frame,
        start,
        units * layout.smallest_range,
        mapped,
        averages.astype(np.float64),
        domain,
        mapped & (index & _REVERSED != 0),
        scale,
    )
    check_domains(items, layout)
    if signed_differences:
        return _sign_differences(items, layout)
    return items


def parse_index(codes: Bytes, layout: Layout) -> tuple[Ints, Ints, Ints, Ints]:
    """Read index bytes until all frames are full.

    Returns
    -------
    index, frame, start, units : ndarray of int64, shape (n_items,)
        The bytes, rows, places in samples and lengths in units.
    """
    total = layout.n_rows * layout.n_units
    codes = codes[:total]
    logs = np.where(codes >= SILENT, codes & 0x7F, (codes >> _DEPTH_SHIFT) & 0x03)
    units = np.left_shift(1, np.minimum(logs, _GREATEST_LOG).astype(np.int64))
    # The bytes behind the index bytes are read as index bytes too, and cut off here.
    ends = np.cumsum(units)
    n_items = int(np.searchsorted(ends, total)) + 1
    if n_items > len(codes):
        raise FormatError(f"index bytes cover {int(ends[-1]) if len(ends) else 0} of {total} units")
    units, ends = units[:n_items], ends[:n_items]
    begins = ends - units
    frame = begins // layout.n_units
    crossing = np.flatnonzero(ends > (frame + 1) * layout.n_units)
    if len(crossing):
        raise FormatError(f"item {int(crossing[0])} crosses the end of its frame")
    start = (begins - frame * layout.n_units) * layout.smallest_range
    return codes[:n_items].astype(np.int64), frame, start, units


def _spread(index: Ints, mapped: Bools, low: Bytes, steps: Bytes) -> tuple[Ints, Ints]:
    """Return domains and signed scale codes of all items, 0 for silent blocks."""
    domain = np.zeros(len(index), np.int64)
    scale = np.zeros(len(index), np.int64)
    domain[mapped] = ((index[mapped] & _DOMAIN_HIGH) << 8) | low
    scale[mapped] = np.where(index[mapped] & _NEGATIVE, -1, 1) * steps.astype(np.int64)
    return domain, scale


def check_domains(items: Items, layout: Layout) -> None:
    """Raise `FormatError` if a domain does not lie within its frame."""
    beyond = items.mapped & (items.domain + 2 * items.length > layout.frame_len)
    if beyond.any():
        item = int(np.argmax(beyond))
        raise FormatError(
            f"item {item}: a domain of {2 * items.length[item]} samples at {items.domain[item]} "
            f"does not fit into a frame of {layout.frame_len}"
        )


def _sign_differences(items: Items, layout: Layout) -> Items:
    channel = layout.difference_channel
    if channel is None or layout.sample_type is not SampleType.U8:
        return items
    mean = items.mean.copy()
    wrapped = (items.frame // layout.superframe == channel) & (mean > 127)
    mean[wrapped] -= 256
    return replace(items, mean=mean)
