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
    superframes : int
        Most superframes of a file, whose places are kept in memory; with 64 units in a
        frame or more a seed of 4 GiB has no more.
    chunks : int
        Chunks in a host file.
    rate_hz : int
        Greatest sample rate.
    """

    channels: int = 64
    seconds: int = 24 * 3600
    units_per_superframe: int = 1 << 23
    superframes: int = 1 << 26
    chunks: int = 65536
    rate_hz: int = 1 << 30

    def check(self, name: str, value: int, bound: int) -> None:
        """Raise `LimitError` when a declared value is above its bound."""
        if value > bound:
            raise LimitError(f"{name}: {value} declared, at most {bound} are accepted")


DEFAULT_LIMITS = Limits()
