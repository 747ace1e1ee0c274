"""Extrema files as bytes, and opened, for the tests."""

import io
import math
from pathlib import Path
from typing import Any

import numpy as np
from making import MemorySource
from numpy.typing import NDArray

from road_codec import DecodeOptions, Engine, finish
from road_codec.codecs.base import EncodeResult, Stream
from road_codec.codecs.extrema.codec import ExtremaCodec
from road_codec.codecs.extrema.params import ExtremaParams


class NamedBytes(io.BytesIO):
    """A file in memory with the name of one of the published layout."""

    name = "sound.ext"


def encode_extrema(
    source: MemorySource, *, threads: int = 1, **params: Any
) -> tuple[bytes, EncodeResult]:
    target = io.BytesIO()
    engine = Engine(threads=threads)
    result = finish(ExtremaCodec().encode(source, target, ExtremaParams(**params), engine))
    return target.getvalue(), result


def open_extrema(data: bytes, *, keep_going: bool = False) -> Stream:
    return ExtremaCodec().open(NamedBytes(data), keep_going=keep_going)


def decoded(stream: Stream, start: int = 0, threads: int = 1, bits: str = "own") -> NDArray[Any]:
    blocks = [audio.samples for audio in stream.blocks(DecodeOptions(bits=bits), start, threads)]
    return np.concatenate([np.empty((stream.info.format.n_channels, 0)), *blocks], axis=1)


def snr_db(original: NDArray[Any], found: NDArray[Any]) -> float:
    signal = original.astype(float)
    error = signal - found
    noise = float(np.sum(error**2))
    return float(10 * np.log10(np.sum(signal**2) / noise)) if noise else math.inf


def read_wave(path: Path) -> NDArray[Any]:
    """Return the samples of a WAVE file of 16 or 32 bits, shape (channels, samples)."""
    import soundfile

    kind = "int32" if soundfile.info(path).subtype == "PCM_32" else "int16"
    samples: NDArray[Any] = soundfile.read(path, dtype=kind, always_2d=True)[0].T
    return samples
