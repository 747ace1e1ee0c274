"""TQA files in memory, for the tests of that codec."""

import io
from typing import Any

import numpy as np
from making import MemorySource
from numpy.typing import NDArray

from road_codec import Engine, finish
from road_codec.codecs.base import Stream
from road_codec.codecs.tqa.codec import TqaCodec
from road_codec.codecs.tqa.params import TqaParams


def tqa_bytes(source: MemorySource, *, threads: int = 1, **params: Any) -> bytes:
    """Encode a source in memory."""
    target = io.BytesIO()
    finish(TqaCodec().encode(source, target, TqaParams(**params), Engine(threads=threads)))
    return target.getvalue()


def tqa_stream(data: bytes, *, keep_going: bool = False) -> Stream:
    """Open a TQA file that lies in memory."""
    return TqaCodec().open(io.BytesIO(data), keep_going=keep_going)


def snr_db(original: NDArray[Any], decoded: NDArray[Any]) -> float:
    """Return the ratio of signal to error."""
    original, error = original.astype(float), original.astype(float) - decoded
    return float(10 * np.log10(np.sum(original**2) / max(1e-300, float(np.sum(error**2)))))
