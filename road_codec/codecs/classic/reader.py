"""Finding one's way in a ROADoverWAVE file of variant A, A2, B or B2.

Source: FORMAT.md, sections 3 to 11 and 16.  The place of the ROAD chunk tells
the variants apart: over the last byte of the sound in A, behind it in B.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

import numpy as np

from road_codec.audio.cover import Cover
from road_codec.audio.samples import SampleType
from road_codec.bitstream.byteio import file_size, read_at
from road_codec.codecs.classic import original
from road_codec.codecs.classic.directory import Seed, read_directory, salvage_directory
from road_codec.codecs.classic.layout import (
    ROAD_PAYLOAD,
    Layout,
    parse_road_payload,
)
from road_codec.codecs.classic.original import Original
from road_codec.codecs.classic.picture import FILLER
from road_codec.codecs.classic.records import from_stored, greatest_record, unpack
from road_codec.containers.riff import (
    Chunk,
    WaveHead,
    read_chunk_head,
    read_wave_head,
    read_whole_chunk,
)
from road_codec.covers import id3
from road_codec.covers.chunks import ID3_NAMES
from road_codec.errors import FormatError, RoadError, UnsupportedError
from road_codec.fractal.items import Floats, Items
from road_codec.limits import Limits

_ROAD_HEAD = b"ROAD" + ROAD_PAYLOAD.to_bytes(4, "little")
# The data size of variant A can be one superframe short, at most 256 frames of 512 units; more
# only where chunks behind the input were coded as sound.
_SEARCH_WINDOW = 256 * 512 * 4 + 64
# So many transforms whose codes all stay below 128 are no accident (FORMAT.md, section 11).
_ENOUGH_TRANSFORMS = 32
_ONLY_ONCE = (b"fmt ", b"data", b"ROAD", b"MAP ", b"FIND")
# So many unknown chunks are named; of more only the number is said.
_UNKNOWN_NAMED = 3


def find_road(file: BinaryIO, head: WaveHead) -> tuple[str, int]:
    """Return variant (``a``, ``b`` or ``c``) and position of the chunk that begins with ROAD.

    Raises
    ------
    FormatError
        If there is none: a plain WAVE file.
    """
    end = head.data_start + head.data_size
    size = file_size(file)
    for variant, position, name in (
        ("c", end, b"RoAd"),
        ("b", end, _ROAD_HEAD),
        ("a", end - 1, _ROAD_HEAD),
    ):
        if position + len(name) <= size:
            file.seek(position)
            if file.read(len(name)) == name:
                return variant, position
    file.seek(end)
    window = file.read(_SEARCH_WINDOW)
    at = window.find(_ROAD_HEAD)
    while at >= 0:
        if window[at + 40 : at + 44] == b"MAP ":
            return "a", end + at
        at = window.find(_ROAD_HEAD, at + 1)
    raise FormatError(
        f"no ROAD chunk behind the sound (byte {min(end, size)}): a plain WAVE file, or cut short"
    )


class ClassicReader:
    """Gives out the superframes of a file; reads only what it is asked for.

    Parameters
    ----------
    file : BinaryIO
        Open and seekable.
    keep_going : bool
        Accept a damaged file as far as its superframes are whole.
    limits : Limits
        Sizes beyond which the file is refused.
    """

    def __init__(self, file: BinaryIO, *, keep_going: bool, limits: Limits) -> None:
        self._file = file
        self.file_bytes = file_size(file)
        self.head = read_wave_head(file, limits)
        variant, road = find_road(file, self.head)
        self.road_at = road
        chunk = read_whole_chunk(file, road, b"ROAD")
        if chunk.size != ROAD_PAYLOAD:
            raise FormatError(f"ROAD chunk at byte {road}: {chunk.size} bytes, must be 32")
        payload = read_at(file, chunk.start, ROAD_PAYLOAD, "ROAD chunk")
        self.layout: Layout = parse_road_payload(
            payload, variant, self.head.bits, self.head.rate_hz, limits
        )
        self.notices: list[str] = []
        self.original: Original | None = None
        self.cover: Cover | None = None
        try:
            self._directory = read_directory(file, chunk.end, self._seed(), limits)
            self._read_behind(self._directory.find.end, limits)
            self._check_original(len(self._directory))
        except FormatError as error:
            if not keep_going:
                raise
            self._directory = salvage_directory(file, chunk.end, self._seed(), limits)
            self.notices.append(f"damaged: {error}")
        self.n_superframes = len(self._directory)
        self._check_length(limits)

    @property
    def variant_name(self) -> str:
        """The variant with what is known of its writer."""
        if self.layout.variant == "b":
            return "B"
        return "A" if self.layout.n_channels == 2 else "A2"

    @property
    def find_bytes(self) -> int:
        """Bytes of all records."""
        return self._directory.find.size

    def seed_bytes(self, number: int) -> bytes:
        """Return the stored seed samples of a superframe."""
        layout = self.layout
        size = layout.seed_len * layout.sample_bytes
        return read_at(self._file, self.head.data_start + number * size, size, "seed")

    def record(self, number: int) -> bytes:
        """Return the FIND record of a superframe."""
        return self._directory.record(self._file, number, greatest_record(self.layout))

    def items(self, number: int, *, as_original: bool = False) -> Items:
        """Read a superframe.

        Parameters
        ----------
        number : int
            From 0.
        as_original : bool
            Do not mend what the old decoders did not: the byte of the seed that variant
            A overwrites, and wrapped 8-bit differences.
        """
        record, seed = self.record(number), self.seed_bytes(number)
        try:
            items = unpack(record, seed, self.layout, signed_differences=not as_original)
        except FormatError as error:
            at = self._directory.record_at(number)
            raise FormatError(f"superframe {number} at byte {at}: {error}") from None
        if self._is_overwritten(number) and not as_original:
            return self._mend_last_average(items, seed)
        return items

    def seed_samples(self, number: int) -> Floats:
        """Return the seed of a superframe as numbers, with the lost byte mended."""
        layout = self.layout
        if self._is_overwritten(number) and not layout.encryption:
            items = self.items(number)
            first = items.frame < layout.superframe
            return np.repeat(items.mean[first], items.length[first] // layout.smallest_range)
        samples = from_stored(self.seed_bytes(number), layout.sample_type).astype(np.float64)
        if layout.sample_type is SampleType.U8 and layout.difference_channel == 0:
            samples[samples > 127] -= 256
        return samples

    def exact(self, number: int) -> Floats:
        """Only variant C holds more than the maps."""
        raise UnsupportedError(
            f"superframe {number}: variant {self.layout.variant} has no residual"
        )

    def guess_scale_steps(self) -> int:
        """Tell B2 (128) from B (255) by the greatest scale code (FORMAT.md, section 11)."""
        # A file with our own chunk is ours: no B2, however small its scales are.
        if self.layout.variant != "b" or self.original is not None:
            return 255
        n_transforms = 0
        for number in range(self.n_superframes):
            try:
                items = self.items(number)
            except FormatError:
                # Who decodes that far is told; what stands before it can be decoded.
                break
            if np.abs(items.scale).max(initial=0) > 127:
                return 255
            n_transforms += int(items.mapped.sum())
        return 128 if n_transforms >= _ENOUGH_TRANSFORMS else 255

    def _is_overwritten(self, number: int) -> bool:
        """Whether the ROAD chunk begins on the last byte of a superframe's seed."""
        size = self.layout.seed_len * self.layout.sample_bytes
        return self.head.data_start + (number + 1) * size > self.road_at

    def _seed(self) -> Seed:
        layout, start = self.layout, self.head.data_start
        # Variant A begins its ROAD chunk over the last byte of the seed.
        overlap = 1 if layout.variant == "a" else 0
        return Seed(start, self.road_at + overlap - start, layout.seed_len * layout.sample_bytes)

    def _read_behind(self, position: int, limits: Limits) -> None:
        """Read our own chunks behind FIND; note what else is there."""
        unknown: list[Chunk] = []
        tag: Chunk | None = None
        for chunk in self._chunks_behind(position, limits):
            if chunk.name == original.NAME:
                self._read_original(chunk)
            elif chunk.name in ID3_NAMES and tag is None:
                tag = chunk
            elif chunk.name != FILLER:
                unknown.append(chunk)
        if tag is not None:
            self._read_cover(tag)
        for chunk in unknown[:_UNKNOWN_NAMED]:
            self.notices.append(
                f"unknown chunk {chunk.name!r} at byte {chunk.start - 8} is ignored"
            )
        if len(unknown) > _UNKNOWN_NAMED:
            self.notices.append(f"{len(unknown) - _UNKNOWN_NAMED} more unknown chunks are ignored")

    def _chunks_behind(self, position: int, limits: Limits) -> Iterator[Chunk]:
        """Yield the chunks behind FIND, all of them whole."""
        n_chunks = 0
        while position < self.file_bytes:
            limits.check("chunks behind FIND", n_chunks, limits.chunks)
            chunk = read_chunk_head(self._file, position)
            if chunk.end > self.file_bytes:
                raise FormatError(
                    f"byte {position}: {self.file_bytes - position} bytes behind FIND are no chunk"
                )
            if chunk.name in _ONLY_ONCE or (self.original and chunk.name == original.NAME):
                name = chunk.name.decode("ascii").strip()
                raise FormatError(f"byte {position}: a second {name} chunk")
            yield chunk
            position = chunk.end
            n_chunks += 1

    def _read_original(self, chunk: Chunk) -> None:
        if chunk.size > original.GREATEST_SIZE:
            raise FormatError(
                f"orig chunk at byte {chunk.start - 8}: {chunk.size} bytes are too many"
            )
        payload = read_at(self._file, chunk.start, chunk.size, "orig chunk")
        try:
            self.original = original.parse_original(payload, chunk.start)
        except UnsupportedError as error:
            self.notices.append(f"ignored: {error}")

    def _read_cover(self, chunk: Chunk) -> None:
        """Read the picture in a tag; without it the sound is as good."""
        try:
            if chunk.size > id3.GREATEST_TAG:
                raise FormatError(f"ID3 tag at byte {chunk.start}: {chunk.size} bytes are too many")
            tag = read_at(self._file, chunk.start, chunk.size, "ID3 tag")
            picture = id3.find_picture(tag)
            self.cover = None if picture is None else picture.cover
        except RoadError as error:
            self.notices.append(f"the cover is left out: {error}")

    def _check_original(self, n_superframes: int) -> None:
        capacity = n_superframes * self.layout.superframe_len
        if self.original is not None and self.original.n_samples > capacity:
            raise FormatError(
                f"orig chunk: {self.original.n_samples} samples are declared, the superframes "
                f"hold {capacity}"
            )

    def _check_length(self, limits: Limits) -> None:
        """Fit the declared length to what is whole, and refuse what is too much."""
        capacity = self.n_superframes * self.layout.superframe_len
        rate_hz = self.head.rate_hz * self.layout.smallest_range
        # Up to a superframe may be padding: what was accepted for encoding is for decoding.
        n_samples = max(0, capacity - self.layout.superframe_len)
        if self.original is not None:
            rate_hz = self.original.rate_hz
            n_samples = min(self.original.n_samples, capacity)
            self.original = replace(self.original, n_samples=n_samples)
        limits.check("rate in Hz", rate_hz, limits.rate_hz)
        limits.check("seconds of sound", n_samples // rate_hz, limits.seconds)

    def _mend_last_average(self, items: Items, seed: bytes) -> Items:
        """Restore the average whose top byte lies under the ROAD chunk in variant A."""
        layout = self.layout
        last = int(np.searchsorted(items.frame, layout.superframe)) - 1
        if items.length[last] != layout.smallest_range:
            return items
        width = layout.sample_bytes
        if self.original is not None:
            stored = seed[-width:-1] + bytes([self.original.last_seed_byte])
        else:
            stored = _nearest_by_top_byte(seed, width, layout)
        mean = items.mean.copy()
        value = float(from_stored(stored, layout.sample_type)[0])
        if width == 1 and layout.difference_channel == 0 and value > 127:
            value -= 256
        mean[last] = value
        return replace(items, mean=mean)


def _nearest_by_top_byte(seed: bytes, width: int, layout: Layout) -> bytes:
    """Give the last seed sample the top byte that brings it nearest to its neighbour."""
    if len(seed) < 2 * width:
        return seed
    neighbour = float(from_stored(seed[-2 * width : -width], layout.sample_type)[0])
    candidates = [seed[-width:-1] + bytes([top]) for top in range(256)]
    return min(
        candidates,
        key=lambda data: abs(float(from_stored(data, layout.sample_type)[0]) - neighbour),
    )
