"""What a program does with sounds: whole tasks from file to file.

Long work is a generator of `Progress`; closing it stops it and leaves nothing behind.
"""

from road_codec.operations.copying import copy_file
from road_codec.operations.looking import check, compare, describe_file
from road_codec.operations.making import decode, encode, write_difference, write_seed, write_sound
from road_codec.operations.opening import (
    SoundSource,
    is_encoded,
    is_named_as_encoded,
    naming,
    open_pair,
    open_sound,
    open_source,
    open_stream,
)
from road_codec.operations.outcomes import Outcome
from road_codec.operations.targets import is_whole

__all__ = [
    "Outcome",
    "SoundSource",
    "check",
    "compare",
    "copy_file",
    "decode",
    "describe_file",
    "encode",
    "is_encoded",
    "is_named_as_encoded",
    "is_whole",
    "naming",
    "open_pair",
    "open_sound",
    "open_source",
    "open_stream",
    "write_difference",
    "write_seed",
    "write_sound",
]
