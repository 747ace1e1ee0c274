"""Sizes beyond which a file is refused before anything is allocated for it.

A header can ask for anything; these numbers bound what we are ready to give.
A caller who knows better passes a `Limits` of their own.
"""

from dataclasses import dataclass

from road_codec.errors import LimitError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Upper bounds checked when a header is read.

    Attributes
    ----------
    channels : int
        Most channels of a sound.
    seconds : int
        Longest sound, at its original rate.
    units_per_superframe : int
        Smallest ranges in one superframe of all channels; bounds the memory of a reader.
    chunks : int
        Chunks in a host file.
    rate_hz : int
        Greatest sample rate.
    """

    channels: int = 64
    seconds: int = 24 * 3600
    units_per_superframe: int = 1 << 23
    chunks: int = 65536
    rate_hz: int = 1 << 30

    def check(self, name: str, value: int, bound: int) -> None:
        """Raise `LimitError` when a declared value is above its bound."""
        if value > bound:
            raise LimitError(f"{name}: {value} declared, at most {bound} are accepted")


DEFAULT_LIMITS = Limits()
