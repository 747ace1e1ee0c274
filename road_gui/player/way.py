"""The value `Way`: how a file is to be heard, for whoever leads a listener through the player."""

from dataclasses import dataclass
from fractions import Fraction

from road_gui.player.source import Heard


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Everything that the panel of the player can be set to.

    Attributes
    ----------
    heard : Heard
        Decoded sound, seed, original or error.
    times : Fraction
        Output rate in units of the original one.
    bits, order : str
        As in `DecodeOptions`.
    passes : int or None
        0 to 8, None for the file's own.
    """

    heard: Heard = Heard.DECODED
    times: Fraction = Fraction(1)
    bits: str = "own"
    order: str = "sequential"
    passes: int | None = None
