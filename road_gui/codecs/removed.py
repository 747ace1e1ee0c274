"""What was taken out of the results, with its files, as long as it can be brought back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from road_codec import Excerpt, InsideBench, Scratch
from road_gui.codecs.rows import Row

if TYPE_CHECKING:
    from road_gui.codecs.queue import Orders


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What all results have in common.

    Attributes
    ----------
    scratch : list of Scratch
        Where their files are.
    excerpt : Excerpt or None
        The sound, as the codecs were given it.
    bench : InsideBench or None
        Who measures it.
    identity : tuple
        Which sound that is, and how much of it.
    orders : Orders or None
        What they were measured by.
    """

    scratch: list[Scratch]
    excerpt: Excerpt | None
    bench: InsideBench | None
    identity: tuple[object, ...]
    orders: "Orders | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """Rows that were taken out.

    Attributes
    ----------
    places : list of (int, Row)
        The rows and where they stood, in rising order.
    run : list of Row
        The rows of the last start before that.
    whole : Measured or None
        Where these were all, what they had in common.
    """

    places: list[tuple[int, Row]]
    run: list[Row]
    whole: Measured | None = None
