"""The codecs of the house at the settings that they are compared at."""

from collections.abc import Mapping, Sequence
from typing import Any

from road_codec.benchmarking.coders import SOURCE, TARGET, Coder
from road_codec.codecs.base import Codec
from road_codec.codecs.registry import all_codecs

_QUIETLY = ("--quiet", "--on-exists", "overwrite")


def house_coders(road: Sequence[str]) -> list[Coder]:
    """List every codec of the registry at each of its `benchmarks`.

    Parameters
    ----------
    road : sequence of str
        The words that start the command `road`, for it is measured as users meet it: a
        process that starts, loads and works with all cores.
    """
    return [
        Coder(
            codec=codec.id,
            setting=label,
            house=True,
            suffix=codec.suffix,
            encode=(*road, "encode", SOURCE, "-o", TARGET, *_QUIETLY, *_chosen(codec, values)),
            decode=(*road, "decode", SOURCE, "-o", TARGET, *_QUIETLY),
        )
        for codec in all_codecs()
        for label, values in codec.benchmarks
    ]


def _chosen(codec: Codec, values: Mapping[str, Any]) -> list[str]:
    settings = (f"{name}={_word(value)}" for name, value in values.items())
    return ["--codec", codec.id, *(word for setting in settings for word in ("--set", setting))]


def _word(value: Any) -> str:
    """Write a value as `road_codec.params.Param.parse` reads it."""
    return "auto" if value is None else str(value)
