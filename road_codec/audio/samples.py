"""The value `Audio`: sound in memory, and the sample types it can have."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from road_codec.errors import ParameterError

Samples = NDArray[Any]
Floats = NDArray[np.float64]


class SampleType(Enum):
    """How one sample is stored; the value is its name for people.

    24-bit samples live in int32 arrays, unshifted (-2**23 to 2**23 - 1);
    8-bit samples are unsigned with their middle at 128, as in WAVE files.
    """

    U8 = "8"
    S16 = "16"
    S24 = "24"
    S32 = "32"
    F32 = "float"

    @property
    def bits(self) -> int:
        """Bits of a sample (32 for float)."""
        return 32 if self is SampleType.F32 else int(self.value)

    @property
    def is_float(self) -> bool:
        """Whether full scale is ±1.0 rather than an integer."""
        return self is SampleType.F32

    @property
    def middle(self) -> int:
        """The value of silence."""
        return 128 if self is SampleType.U8 else 0

    @property
    def full_scale(self) -> float:
        """The amplitude that ±1.0 stands for."""
        return 1.0 if self.is_float else float(1 << (self.bits - 1))

    @property
    def dtype(self) -> np.dtype[Any]:
        """Type of the arrays that hold such samples."""
        return np.dtype(_DTYPES[self])

    @property
    def low(self) -> int:
        """Smallest integer value."""
        return self.middle - int(self.full_scale)

    @property
    def high(self) -> int:
        """Greatest integer value."""
        return self.middle + int(self.full_scale) - 1


_DTYPES = {
    SampleType.U8: np.uint8,
    SampleType.S16: np.int16,
    SampleType.S24: np.int32,
    SampleType.S32: np.int32,
    SampleType.F32: np.float32,
}


@dataclass(frozen=True, slots=True)
class Audio:
    """A stretch of sound; may be a block of a long one.

    Attributes
    ----------
    samples : ndarray, shape (channels, samples)
        Of the type that `sample_type` names.
    rate_hz : int
        Samples per second of one channel.
    sample_type : SampleType
        Meaning of the numbers.
    """

    samples: Samples
    rate_hz: int
    sample_type: SampleType

    def __post_init__(self) -> None:
        if self.samples.ndim != 2 or self.samples.dtype != self.sample_type.dtype:
            raise ParameterError(
                f"samples are {self.samples.dtype} {self.samples.shape}, must be "
                f"{self.sample_type.dtype} (channels, samples)"
            )

    @property
    def n_channels(self) -> int:
        """Number of channels."""
        return int(self.samples.shape[0])

    @property
    def n_samples(self) -> int:
        """Number of samples of one channel."""
        return int(self.samples.shape[1])

    def as_float(self) -> NDArray[np.float32]:
        """Return the samples as float32, shape (channels, samples), full scale ±1.0."""
        kind = self.sample_type
        if kind.is_float:
            return self.samples.astype(np.float32, copy=False)
        centred = self.samples.astype(np.float64) - kind.middle
        return (centred / kind.full_scale).astype(np.float32)


def quantise(values: Floats, sample_type: SampleType) -> Samples:
    """Turn real sample values into stored ones: clip, then truncate towards zero.

    Parameters
    ----------
    values : ndarray, shape (channels, samples)
        In units of `sample_type` (-32768.0 to 32767.0 for 16 bits, ±1.0 for float).
    sample_type : SampleType
        What to store.

    Returns
    -------
    ndarray, same shape
        Float samples are not clipped.  Truncation without dither is what the
        original decoders did (FORMAT.md of `codecs/classic`, section 14).
    """
    if sample_type.is_float:
        return values.astype(np.float32)
    return np.clip(values, sample_type.low, sample_type.high).astype(sample_type.dtype)


def round_to(values: Floats, sample_type: SampleType) -> Samples:
    """Turn real values of full scale ±1.0 into stored samples: round to nearest, then clip.

    Parameters
    ----------
    values : ndarray, shape (channels, samples)
        Finite.
    sample_type : SampleType
        What to store.

    Returns
    -------
    ndarray, same shape
        Halves go to the even number.  Float samples are not clipped.
    """
    if sample_type.is_float:
        return values.astype(np.float32)
    scaled: Floats = np.rint(values * sample_type.full_scale) + sample_type.middle
    return np.clip(scaled, sample_type.low, sample_type.high).astype(sample_type.dtype)
