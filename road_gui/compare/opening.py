"""Opens a pair of sounds: what they are, how they lie against each other."""

from collections.abc import Generator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from road_codec import (
    DecodeOptions,
    Progress,
    SoundFormat,
    StreamInfo,
    is_encoded,
    open_pair,
    open_source,
    open_stream,
)

OVERCLOCKINGS = (1, 2, 4)
"""How many times its own rate a fractal file can be looked at."""

HIGHEST_RATE_HZ = 768_000


@dataclass(frozen=True, slots=True, eq=False)
class OpenPair:
    """Two sounds that were brought together; files are opened anew by whoever reads them.

    Attributes
    ----------
    original, decoded : Path
        Both files.
    rate_hz, n_channels : int
        Of the pair, which are those of the original.
    n_samples : int or None
        Length of what both sounds have; None while it is unknown.
    lag_samples : int
        By how much the decoded sound comes later.
    confidence : float
        How sure that is, 0.0 to 1.0.
    original_start, decoded_start : int
        Where the pair begins in each sound, in samples of the original's rate.
    original_format, decoded_format : SoundFormat
        What each of them is.
    original_bytes : int
        Size of the original's file.
    encoded_bytes : int or None
        Size of the encoded file, if one of them is.
    info : StreamInfo or None
        What the second file says of itself, if it is encoded.
    overclockings : tuple of int
        Times its own rate that the second one can be decoded at.
    seed_format : SoundFormat or None
        What its seed is, if it has one.
    """

    original: Path
    decoded: Path
    rate_hz: int
    n_channels: int
    n_samples: int | None
    lag_samples: int
    confidence: float
    original_start: int
    decoded_start: int
    original_format: SoundFormat
    decoded_format: SoundFormat
    original_bytes: int
    encoded_bytes: int | None
    info: StreamInfo | None
    overclockings: tuple[int, ...]
    seed_format: SoundFormat | None

    @property
    def lag_seconds(self) -> float:
        """The lag as time."""
        return self.lag_samples / self.rate_hz

    def options(self, overclocking: int) -> DecodeOptions:
        """Return how the second file is decoded at so many times its rate."""
        if overclocking == 1:
            return DecodeOptions()
        return DecodeOptions(oversample=Fraction(overclocking))


def open_both(original: Path, decoded: Path) -> Generator[Progress, None, OpenPair]:
    """Open both files and line them up.

    Raises
    ------
    RoadError
        If one of them cannot be read, or they are no two versions of one sound.
    """
    yield Progress(0, None, 1)
    info, overclockings, seed_format = _encoded_facts(decoded)
    with open_pair(original, decoded) as pair:
        found = yield from pair.align()
        with open_source(original) as first, open_source(decoded) as second:
            formats = first.format, second.format
        return OpenPair(
            original=original,
            decoded=decoded,
            rate_hz=pair.rate_hz,
            n_channels=pair.n_channels,
            n_samples=pair.n_samples,
            lag_samples=found.lag_samples,
            confidence=found.confidence,
            original_start=pair.original_start,
            decoded_start=pair.decoded_start,
            original_format=formats[0],
            decoded_format=formats[1],
            original_bytes=original.stat().st_size,
            encoded_bytes=None if info is None else decoded.stat().st_size,
            info=info,
            overclockings=overclockings,
            seed_format=seed_format,
        )


def _encoded_facts(path: Path) -> tuple[StreamInfo | None, tuple[int, ...], SoundFormat | None]:
    if not is_encoded(path):
        return None, (1,), None
    with open_stream(path) as stream:
        info = stream.info
        own_hz = stream.output_format(DecodeOptions()).rate_hz
        seed = stream.seed_format() if info.features.seed else None
    if not info.features.rates:
        return info, (1,), seed
    return info, tuple(times for times in OVERCLOCKINGS if times * own_hz <= HIGHEST_RATE_HZ), seed
