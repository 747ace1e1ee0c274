"""What the encoder of TQA can be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from road_codec.params import check_limits, choice, flag, number

ROTATED_BLOCK = 1024
SHIPPED_BLOCK = 512
SHORTEST_ROW = 16


# Settings at which it is compared with other codecs: label, and what differs from the defaults.
BENCHMARKS: tuple[tuple[str, Mapping[str, Any]], ...] = (
    ("2 bits", {"bits": 2.0}),
    ("3 bits", {"bits": 3.0}),
    ("4 bits", {}),
    ("4 bits, one band", {"bands": 1}),
    ("6 bits", {"bits": 6.0}),
    ("8 bits", {"bits": 8.0}),
    ("as-shipped", {"mode": "as-shipped"}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TqaParams:
    """What is decided once for a whole file (FORMAT.md, section 3).

    Equal parameters and equal sound give equal bytes on every machine.
    """

    mode: str = choice(
        "rotated",
        among=("rotated", "as-shipped"),
        doc="Rotated, or as-shipped: the original's fixed 6 + 1 bits, which only block and seed "
        "change.",
    )
    bits: float = number(
        4.0,
        low=2.0,
        high=8.0,
        unit="bits",
        doc="Mean size of a sample in the file; less where the sound needs less.",
    )
    block: int | None = choice(
        None,
        among=(64, 128, 256, 512, 1024, 2048, 4096),
        unit="samples",
        doc="Length of a block, the reach of an error in time.",
        rare=True,
        automatic="1024, as-shipped 512",
    )
    bands: int = choice(
        16,
        among=(1, 2, 4, 8, 16, 32),
        doc="Bands of sequency that are rotated by themselves, at most block / 16; 1 rotates "
        "whole blocks, as the original does.",
        rare=True,
    )
    switching: bool = flag(
        True,
        doc="Cut blocks into up to 8, but not below 64 samples or 16 for each band, where that "
        "costs less, as at attacks.",
        rare=True,
    )
    entropy: bool = flag(
        True, doc="Give frequent indices shorter codes, which is worth about 1 dB.", rare=True
    )
    sign_layer: bool = flag(
        False,
        doc="Spend the last bit of each sample on the sign of its error, as the original does: of "
        "7 bits it is worth 4.6 dB, where a finer table in its place is worth 6.0.",
        rare=True,
    )
    seed: int = number(0, low=0, high=(1 << 63) - 1, doc="Makes the random signs.", rare=True)

    def __post_init__(self) -> None:
        check_limits(self)

    @property
    def shipped(self) -> bool:
        """Whether the original's way is wanted."""
        return self.mode == "as-shipped"

    @property
    def block_len(self) -> int:
        """Length of a block, in samples."""
        return self.block or (SHIPPED_BLOCK if self.shipped else ROTATED_BLOCK)

    @property
    def n_bands(self) -> int:
        """Bands that a block of that length can have."""
        return 1 if self.shipped else min(self.bands, self.block_len // SHORTEST_ROW)
