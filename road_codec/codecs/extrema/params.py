"""What the encoder of Extrema can be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from road_codec.params import check_limits, choice, number

# Settings at which it is compared with other codecs: label, and what differs from the defaults.
# Not the published layout, which keeps one channel only: tests/benchmarks/extrema.py compares it.
BENCHMARKS: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("threshold 4096", {"threshold": 4096.0}),
    ("threshold 1024", {"threshold": 1024.0}),
    ("threshold 256", {"threshold": 256.0}),
    ("threshold 64", {"threshold": 64.0}),
    ("threshold 16", {"threshold": 16.0}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtremaParams:
    """What is decided once for a whole file (FORMAT.md, section 1).

    Equal parameters and equal sound give equal bytes on every machine.
    """

    threshold: float = number(
        128.0,
        low=0.5,
        high=16384.0,
        unit="steps of 16 bits",
        doc="How far the sound must turn back for an extremum to count: less is finer and larger.",
    )
    layout: str = choice(
        "packets",
        among=("packets", "published"),
        doc="Layout of the file: packets, or the bare records of the published program, which "
        "keep the first channel only and forget rate and length.",
        rare=True,
    )

    def __post_init__(self) -> None:
        check_limits(self)
