"""Small sounds, and small encoded files as bytes, for the tests of the library."""

import errno
import io
import struct
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from road_codec import Audio, Cover, DecodeOptions, Engine, SampleType, SoundFormat, finish
from road_codec.bitstream.crc import crc16_modbus
from road_codec.codecs.base import Stream
from road_codec.codecs.classic.codec import ClassicCodec
from road_codec.codecs.classic.params import ClassicParams

Samples = NDArray[Any]


class MemorySource:
    """Samples of shape (channels, samples) as a `Source`, in blocks of odd lengths."""

    def __init__(
        self,
        samples: Samples,
        rate_hz: int = 8000,
        sample_type: SampleType = SampleType.S16,
        *,
        length_known: bool = True,
        tags: Mapping[str, str] | None = None,
        cover: Cover | None = None,
        block: int = 1777,
    ) -> None:
        self._samples = samples.astype(sample_type.dtype)
        self._block = block
        n_samples = samples.shape[1] if length_known else None
        self.format = SoundFormat(rate_hz, len(samples), sample_type, n_samples, tags or {}, cover)

    def blocks(self, start: int = 0) -> Iterator[Audio]:
        for at in range(start, self._samples.shape[1], self._block):
            piece = self._samples[:, at : at + self._block]
            yield Audio(piece, self.format.rate_hz, self.format.sample_type)


class FullDisk(io.BytesIO):
    """A file on a disk that has room for some bytes."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self._room = room

    def write(self, data: Any, /) -> int:
        if self.tell() + len(data) > self._room:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


def noise(n_channels: int, n_samples: int, *, peak: int = 9000, seed: int = 0) -> Samples:
    """Return loud and quiet stretches of random integers, shape (channels, samples)."""
    random = np.random.default_rng(seed)
    samples = random.integers(-peak, peak, (n_channels, n_samples))
    samples[:, n_samples // 4 : n_samples // 2] = 0
    return samples


def write_sound(
    path: Path, samples: Samples, rate_hz: int = 8000, subtype: str = "PCM_16", **tags: str
) -> Path:
    """Write samples of shape (channels, samples) to an ordinary sound file."""
    with soundfile.SoundFile(path, "w", rate_hz, len(samples), subtype) as file:
        for key, value in tags.items():
            setattr(file, key, value)
        file.write(np.ascontiguousarray(samples.T))
    return path


def encoded(source: MemorySource, *, engine: Engine | None = None, **params: Any) -> bytes:
    """Encode a source in memory; the smallest files by default."""
    params = {"smallest_range": 32, "superframe": 1, **params}
    target = io.BytesIO()
    codec = ClassicCodec()
    finish(codec.encode(source, target, ClassicParams(**params), engine or Engine()))
    return target.getvalue()


def opened(data: bytes, *, keep_going: bool = False) -> Stream:
    """Open an encoded file that lies in memory."""
    return ClassicCodec().open(io.BytesIO(data), keep_going=keep_going)


def decoded(stream: Stream, **options: Any) -> Samples:
    """Decode a stream as a whole; shape (channels, samples)."""
    chosen = DecodeOptions(**options)
    n_channels = stream.output_format(chosen).n_channels
    blocks = [audio.samples for audio in stream.blocks(chosen)]
    return np.concatenate(blocks, axis=1) if blocks else np.zeros((n_channels, 0))


def variant_c(n_superframes: int = 2, *, big_endian: bool = False, seed: int = 0) -> bytes:
    """Return a mono file of variant C: one frame a superframe, 64 units of 32 samples."""
    random = np.random.default_rng(seed)
    seeds, records = [], []
    for _ in range(n_superframes):
        averages = np.repeat(random.integers(-500, 500, 18), [32, 16, *[1] * 16])
        seeds.append(averages.astype("<i2").tobytes())
        records.append(_record_c(random, seeds[-1], big_endian))
    starts = np.cumsum([0, *map(len, records)])[:-1]
    data, table = b"".join(seeds), starts.astype("<i8").tobytes()
    head = struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, 1, 250, 500, 2, 16, b"data"),
        len(data),
    )
    order = ">" if big_endian else "<"
    info = struct.pack(order + "HBIBHBBBbBI", 1, 0x10, 8000, 0, 0, 0, 0, 3, 96, 1, 0)
    return b"".join(
        (
            head,
            data,
            b"RoAd",
            _block(0, info, big_endian, crc16_modbus, 2),
            _block(127, bytes(8), big_endian, crc16_modbus, 2),
            b"MAP " + struct.pack("<I", len(table)) + table,
            b"FIND" + struct.pack("<I", sum(map(len, records))) + b"".join(records),
        )
    )


def _record_c(random: np.random.Generator, seed: bytes, big_endian: bool) -> bytes:
    domains = random.integers(0, 2048 - 64, 16)
    index = bytes([0x85, 0x84]) + bytes(int(domain) >> 8 for domain in domains)
    scales = random.integers(-127, 128, 16).astype(np.int8)
    maps = (domains & 0xFF).astype(np.uint8).tobytes() + scales.tobytes()
    residual = random.integers(-99, 99, 2048).astype(">i2" if big_endian else "<i2").tobytes()
    order = "big" if big_endian else "little"
    head = bytes([1 if big_endian else 0x81]) + zlib.crc32(seed).to_bytes(4, order)
    blocks = ((2, index), (3, b""), (4, maps), (5, residual))
    return head + b"".join(
        _block(code, payload, big_endian, zlib.crc32, 4) for code, payload in blocks
    )


def _block(code: int, payload: bytes, big_endian: bool, checksum: Any, size: int) -> bytes:
    order = "big" if big_endian else "little"
    length = (len(payload) + size).to_bytes(8, order)
    body = bytes([code if big_endian else code | 0x80]) + length + payload
    return body + checksum(body).to_bytes(size, order)
