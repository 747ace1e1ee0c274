"""What the encoder of ROADoverWAVE can be told, and what its files offer."""

from dataclasses import dataclass

from road_codec.codecs.base import Features
from road_codec.params import check_limits, choice, flag, number

FEATURES = Features(seed=True, rates=True, order=True)
BENCHMARKS = tuple((f"range {length}", {"smallest_range": length}) for length in (32, 16, 8, 4))


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassicParams:
    """What is decided once for a whole file (FORMAT.md, sections 13 and 15).

    Equal parameters and equal sound give equal bytes on every machine.
    """

    variant: str = choice(
        "b",
        among=("a", "b"),
        doc="Layout of the file: b as ROADConverter v0.0.2 wrote it, a as the article's programs.",
        rare=True,
    )
    strict: bool = flag(
        False,
        doc="Write byte for byte what the original program wrote, losing what it lost.",
        rare=True,
    )
    smallest_range: int = choice(
        4,
        among=(4, 8, 16, 32),
        unit="samples",
        doc="Length of the shortest range: longer is smaller and coarser.",
    )
    superframe: int = number(
        10,
        low=1,
        high=256,
        unit="frames",
        doc="Frames of 2048 samples that are stored together.",
        rare=True,
    )
    mixing: str = choice(
        "mid",
        among=("mid", "side", "none"),
        doc="What stereo is stored as: middle and side, side and middle, or left and right.",
    )
    silence_threshold: float | None = number(
        None,
        low=0.0,
        high=1e19,
        doc="Mean squared deviation up to which a block counts as silent.",
        automatic="10000 for 16 bits, 5 for 8, 1.4e13 for 32; 120 for strict b",
        rare=True,
    )
    range_threshold: float | None = number(
        None,
        low=0.0,
        high=1e21,
        doc="Squared error of a range from which on it is halved.",
        automatic="10000; 0 for strict b",
    )

    def __post_init__(self) -> None:
        check_limits(self)
