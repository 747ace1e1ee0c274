"""Reading variant C, the unfinished "RoAd" of the development branch.

Source: FORMAT.md, section 12.  Its superframes carry checksums and a residual: what
an integer model of the maps leaves over.  Model plus residual is the mixed signal,
without loss.  It was an experiment; this house reads it and does not write it.
"""

from dataclasses import dataclass
from typing import BinaryIO, Literal

import numba
import numpy as np
from numpy.typing import NDArray

from road_codec.audio.channels import Mixing
from road_codec.audio.cover import Cover
from road_codec.audio.samples import SampleType
from road_codec.bitstream.byteio import ByteReader, file_size, read_at
from road_codec.bitstream.crc import crc16_modbus, crc32
from road_codec.codecs.classic.directory import Seed, read_directory, salvage_directory
from road_codec.codecs.classic.layout import FRAME_LEN, Layout, check_layout, known_mixing
from road_codec.codecs.classic.original import Original
from road_codec.codecs.classic.records import SILENT, check_domains, from_stored, parse_index
from road_codec.containers.riff import read_wave_head
from road_codec.errors import FormatError, LimitError, UnsupportedError
from road_codec.fractal.items import Bools, Floats, Ints, Items
from road_codec.limits import Limits

_LITTLE = 0x80
_ROADINFO, _SEEKTABLE, _DATAINFO = 0, 1, 127
_INFO_SIZES = {_ROADINFO: 21, _DATAINFO: 10}
_SEED_CRC = 1
_INDEX, _AVERAGES, _MAPS, _RESIDUAL = 2, 3, 4, 5
_S16 = 0x10
_MIXINGS = (Mixing.NONE, Mixing.MID, Mixing.SIDE)
# Heads, lengths and checksums of the blocks of a record.
_RECORD_OVERHEAD = 5 + 4 * 13
MODEL_PASSES = 3
SCALE_STEPS = 128


@dataclass(frozen=True, slots=True)
class _Block:
    """A block before MAP, checked; `end` is the byte of the file behind it."""

    code: int
    payload: bytes
    big_endian: bool
    end: int


@dataclass(frozen=True, slots=True)
class _Record:
    """The blocks of one superframe, checked."""

    index: bytes
    averages: NDArray[np.int64]
    maps: bytes
    residual: NDArray[np.int64]


class DevelopmentReader:
    """Gives out the superframes of a file of variant C; see `reader.ClassicReader`."""

    variant_name = "C"

    def __init__(self, file: BinaryIO, *, keep_going: bool, limits: Limits) -> None:
        self._file = file
        self.file_bytes = file_size(file)
        self.head = read_wave_head(file, limits)
        self.road_at = self.head.data_start + self.head.data_size
        position, info = _read_blocks(file, self.road_at + 4, limits)
        self.layout, rate_hz = _parse_info(info, self.head.rate_hz, limits)
        if self.head.bits != 16:
            raise UnsupportedError(f"variant C with a seed of {self.head.bits} bits, only 16 exist")
        self.notices = ["variant C, an unfinished experiment of 2016"]
        seed = Seed(self.head.data_start, self.head.data_size, self.layout.seed_len * 2)
        try:
            self._directory = read_directory(file, position, seed, limits)
        except FormatError as error:
            if not keep_going:
                raise
            self._directory = salvage_directory(file, position, seed, limits)
            self.notices.append(f"damaged: {error}")
        self.n_superframes = len(self._directory)
        capacity = self.n_superframes * self.layout.superframe_len
        limits.check("rate in Hz", rate_hz, limits.rate_hz)
        limits.check("seconds of sound", capacity // rate_hz, limits.seconds)
        self.original: Original | None = Original(capacity, rate_hz, SampleType.S16)
        self.cover: Cover | None = None

    @property
    def find_bytes(self) -> int:
        """Bytes of all records."""
        return self._directory.find.size

    def items(self, number: int, *, as_original: bool = False) -> Items:
        """Read the items of a superframe."""
        if as_original:
            raise UnsupportedError("variant C: its player was never finished")
        return self._items(number, self._record(number))

    def exact(self, number: int) -> Floats:
        """Return the mixed signal of a superframe, shape (n_rows, frame_len), in whole numbers."""
        layout = self.layout
        record = self._record(number)
        items = self._items(number, record)
        expected = layout.n_rows * layout.frame_len
        if len(record.residual) != expected:
            raise FormatError(
                f"superframe {number}: residual of {len(record.residual)} samples, {expected} are "
                "needed"
            )
        frames = np.empty((layout.n_rows, layout.frame_len), np.int64)
        _model(
            frames,
            items.frame,
            items.start,
            items.length,
            items.mapped,
            items.mean.astype(np.int64),
            items.domain,
            items.reversed,
            items.scale,
        )
        total = frames + record.residual.reshape(frames.shape)
        # Only the low 16 bits of the residual are stored.
        return total.astype(np.int16).astype(np.float64)

    def seed_samples(self, number: int) -> NDArray[np.float64]:
        """Return the seed of a superframe as numbers."""
        return from_stored(self._seed(number), SampleType.S16).astype(np.float64)

    def guess_scale_steps(self) -> int:
        """Scale codes are divided by 128."""
        return SCALE_STEPS

    def _seed(self, number: int) -> bytes:
        size = self.layout.seed_len * 2
        return read_at(self._file, self.head.data_start + number * size, size, "seed")

    def _record(self, number: int) -> _Record:
        layout = self.layout
        greatest = 5 * layout.n_rows * layout.n_units + 2 * layout.n_rows * layout.frame_len
        data = self._directory.record(self._file, number, greatest + _RECORD_OVERHEAD)
        where, at = f"superframe {number}", self._directory.record_at(number)
        reader = ByteReader(data, where, at=at)
        if reader.number("B", "head") & 0x7F != _SEED_CRC:
            raise FormatError(f"{where} at byte {at}: no block 1 where one must be")
        # The checksum of the seed is junk in files of optimised builds: read and not judged.
        reader.take(4, "checksum of the seed")
        index, _ = _checked_block(reader, _INDEX, where)
        averages = _numbers(*_checked_block(reader, _AVERAGES, where), where)
        maps, _ = _checked_block(reader, _MAPS, where)
        residual = _numbers(*_checked_block(reader, _RESIDUAL, where), where)
        if reader.left:
            raise FormatError(f"{where} at byte {at}: {reader.left} bytes behind its blocks")
        return _Record(index, averages, maps, residual)

    def _items(self, number: int, record: _Record) -> Items:
        layout = self.layout
        try:
            index, frame, start, units = parse_index(np.frombuffer(record.index, np.uint8), layout)
            return self._assemble(number, record, index, frame, start, units)
        except FormatError as error:
            raise FormatError(f"superframe {number}: {error}") from None

    def _assemble(
        self, number: int, record: _Record, index: Ints, frame: Ints, start: Ints, units: Ints
    ) -> Items:
        layout = self.layout
        mapped = index < SILENT
        n_mapped = int(mapped.sum())
        second = int(np.searchsorted(frame, layout.superframe))
        for what, found, expected in (
            ("index bytes", len(record.index), len(index)),
            ("averages", len(record.averages), len(index) - second),
            ("domain and scale bytes", len(record.maps), 2 * n_mapped),
        ):
            if found != expected:
                raise FormatError(f"{found} {what}, its items need {expected}")
        seed = from_stored(self._seed(number), SampleType.S16)
        own = seed[(frame * layout.n_units + start // layout.smallest_range)[:second]]
        codes = np.frombuffer(record.maps, np.uint8)
        domain = np.zeros(len(index), np.int64)
        scale = np.zeros(len(index), np.int64)
        domain[mapped] = ((index[mapped] & 0x07) << 8) | codes[:n_mapped]
        scale[mapped] = codes[n_mapped:].view(np.int8)
        items = Items(
            frame,
            start,
            units * layout.smallest_range,
            mapped,
            np.concatenate((own, record.averages)).astype(np.float64),
            domain,
            mapped & (index & 0x10 != 0),
            scale,
        )
        check_domains(items, layout)
        return items


def _numbers(data: bytes, big_endian: bool, where: str) -> NDArray[np.int64]:
    if len(data) % 2:
        raise FormatError(f"{where}: {len(data)} bytes of 16-bit numbers")
    return np.frombuffer(data, ">i2" if big_endian else "<i2").astype(np.int64)


def _read_blocks(file: BinaryIO, position: int, limits: Limits) -> tuple[int, _Block]:
    """Read the blocks before MAP; return where they end, and ROADINFO."""
    info: _Block | None = None
    for _ in range(limits.chunks):
        block = _read_block(file, position)
        if block.code == _ROADINFO:
            if info is not None:
                raise FormatError(f"block at byte {position}: a second ROADINFO")
            info = block
        position = block.end
        if block.code == _DATAINFO:
            if info is None:
                raise FormatError(f"byte {position}: no ROADINFO block before the data")
            return position, info
    raise LimitError(f"more than {limits.chunks} blocks before byte {position}")


def _read_block(file: BinaryIO, position: int) -> _Block:
    """Read the block at a position; of a seek table only the head."""
    head = read_at(file, position, 9, "block head")
    big_endian = not head[0] & _LITTLE
    length = int.from_bytes(head[1:], "big" if big_endian else "little")
    code, begin = head[0] & 0x7F, position + 9
    if code == _SEEKTABLE:
        available = file_size(file) - begin
        if length > available:
            raise FormatError(
                f"block at byte {position}: {length} bytes are declared, {available} are there"
            )
        return _Block(code, b"", big_endian, begin + length)
    if code not in _INFO_SIZES:
        raise FormatError(f"block at byte {position}: unknown code {code}")
    expected = _INFO_SIZES[code]
    if length != expected:
        raise FormatError(f"block at byte {position}: {length} bytes, {expected} expected")
    body = read_at(file, begin, length, "block")
    _check_crc16(head + body, big_endian, position)
    return _Block(code, body[:-2], big_endian, begin + length)


def _check_crc16(block: bytes, big_endian: bool, position: int) -> None:
    stored = int.from_bytes(block[-2:], "big" if big_endian else "little")
    computed = crc16_modbus(block[:-2])
    if stored != computed:
        raise FormatError(
            f"block at byte {position}: CRC is 0x{stored:04X}, 0x{computed:04X} expected"
        )


def _parse_info(info: _Block, seed_rate_hz: int, limits: Limits) -> tuple[Layout, int]:
    """Read ROADINFO; return the layout and the rate of the original."""
    reader = ByteReader(info.payload, "ROADINFO", big_endian=info.big_endian)
    n_channels = reader.number("H", "channels")
    sample_code = reader.number("B", "sample code")
    rate_hz = reader.number("I", "rate")
    mixing = reader.number("B", "mixing")
    reader.number("H", "preview channel")
    superframe = reader.number("B", "frames per superframe") + 1
    reader.number("B", "split levels")
    unit = 4 << min(reader.number("B", "smallest range"), 16)
    reader.take(2, "constant scale and domain shift")
    encryption = reader.number("I", "encryption")
    if sample_code != _S16:
        raise UnsupportedError(
            f"variant C with sample code 0x{sample_code:02X}, only 16 bits exist"
        )
    if rate_hz == 0:
        raise FormatError("ROADINFO: rate: 0 Hz, must be 1 or more")
    layout = Layout(
        "c",
        SampleType.S16,
        n_channels,
        superframe,
        max(1, FRAME_LEN // unit),
        unit,
        known_mixing(_MIXINGS, mixing),
        seed_rate_hz,
        encryption=encryption,
    )
    check_layout(layout, limits)
    return layout, rate_hz


def _checked_block(reader: ByteReader, code: int, where: str) -> tuple[bytes, bool]:
    """Return the payload of a block with a CRC-32, and whether its numbers are big-endian."""
    where = f"{where}, block {code} at byte {reader.at}"
    head = reader.take(1, "block head")
    if head[0] & 0x7F != code:
        raise FormatError(f"{where}: its code is {head[0] & 0x7F}")
    big_endian = not head[0] & _LITTLE
    order: Literal["big", "little"] = "big" if big_endian else "little"
    size_field = reader.take(8, "block length")
    length = int.from_bytes(size_field, order)
    if length < 4:
        raise FormatError(f"{where}: {length} bytes have no room for a checksum")
    body = reader.take(length, f"block {code}")
    stored = int.from_bytes(body[-4:], order)
    computed = crc32(head + size_field + body[:-4])
    if stored != computed:
        raise FormatError(f"{where}: CRC is 0x{stored:08X}, 0x{computed:08X} expected")
    return body[:-4], big_endian


@numba.njit(nogil=True, cache=True)
def _model(
    frames: Ints,
    frame: Ints,
    start: Ints,
    length: Ints,
    mapped: Bools,
    mean: Ints,
    domain: Ints,
    backwards: Bools,
    scale: Ints,
) -> None:
    """Decode with integers, as the encoder did to find the residual (section 12)."""
    for item in range(len(frame)):
        frames[frame[item], start[item] : start[item] + length[item]] = mean[item]
    buffer = np.empty(frames.shape[1], np.int64)
    for _ in range(MODEL_PASSES):
        for item in range(len(frame)):
            if not mapped[item]:
                continue
            n = length[item]
            row = frames[frame[item]]
            total = 0
            for i in range(n):
                buffer[i] = row[domain[item] + 2 * i]
                total += buffer[i]
            # Halving with floor, once per bit of the length.
            while n > 1:
                total >>= 1
                n >>= 1
            n = length[item]
            for i in range(n):
                value = buffer[n - 1 - i] if backwards[item] else buffer[i]
                row[start[item] + i] = (((value - total) * scale[item]) >> 7) + mean[item]
