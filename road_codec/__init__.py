"""ROAD Studio's library: fractal codecs for sound.

Everything that a program needs is here::

    from fractions import Fraction
    from road_codec import DecodeOptions, encode, finish, open_stream

    finish(encode("song.wav", "song.road.wav"))
    with open_stream("song.road.wav") as stream:
        for audio in stream.blocks(DecodeOptions(oversample=Fraction(2))):
            ...

Long work (`encode`, `decode`, `write_seed`, `check`, `describe`, `compare`) is a
generator that yields `Progress`; `finish` runs it to its end, closing it stops it.
Names are loaded when they are first used, so that importing this costs nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from road_codec.audio.formats import SOUND_ENDINGS
    from road_codec.audio.samples import Audio, SampleType
    from road_codec.audio.sound_format import SoundFormat
    from road_codec.batch.pattern import PATTERN_FIELDS, Pattern, tags_of
    from road_codec.batch.plan import Job, Naming, counts_as_encoded, plan_jobs, sound_files
    from road_codec.codecs.base import (
        Codec,
        DecodeOptions,
        Engine,
        Features,
        Source,
        Stream,
        StreamInfo,
    )
    from road_codec.codecs.registry import all_codecs, codec_named
    from road_codec.errors import (
        BackendError,
        DiskFullError,
        FormatError,
        InputError,
        LimitError,
        MissingPartError,
        OutputError,
        ParameterError,
        RoadError,
        TargetExistsError,
        UnsupportedError,
    )
    from road_codec.fractal.coded_frame import CodedFrame, CodedFrames
    from road_codec.limits import Limits
    from road_codec.metrics.report import Comparison
    from road_codec.operations import (
        Outcome,
        check,
        compare,
        decode,
        describe_file,
        encode,
        is_encoded,
        open_sound,
        open_stream,
        write_seed,
    )
    from road_codec.parallel import usable_cores
    from road_codec.params import Param, describe
    from road_codec.presets.preset import Preset, read_preset, write_preset
    from road_codec.presets.store import PresetStore
    from road_codec.progress import Progress, Task, finish
    from road_codec.whole_file import numbered

__version__ = "0.1.0"

_HOMES = {
    "SOUND_ENDINGS": "audio.formats",
    "Audio": "audio.samples",
    "SampleType": "audio.samples",
    "PATTERN_FIELDS": "batch.pattern",
    "Pattern": "batch.pattern",
    "tags_of": "batch.pattern",
    "Job": "batch.plan",
    "Naming": "batch.plan",
    "counts_as_encoded": "batch.plan",
    "plan_jobs": "batch.plan",
    "sound_files": "batch.plan",
    "Codec": "codecs.base",
    "DecodeOptions": "codecs.base",
    "Engine": "codecs.base",
    "Features": "codecs.base",
    "SoundFormat": "audio.sound_format",
    "Source": "codecs.base",
    "Stream": "codecs.base",
    "StreamInfo": "codecs.base",
    "codec_named": "codecs.registry",
    "all_codecs": "codecs.registry",
    "BackendError": "errors",
    "DiskFullError": "errors",
    "FormatError": "errors",
    "InputError": "errors",
    "LimitError": "errors",
    "MissingPartError": "errors",
    "OutputError": "errors",
    "ParameterError": "errors",
    "RoadError": "errors",
    "TargetExistsError": "errors",
    "UnsupportedError": "errors",
    "CodedFrame": "fractal.coded_frame",
    "CodedFrames": "fractal.coded_frame",
    "Limits": "limits",
    "Comparison": "metrics.report",
    "Outcome": "operations",
    "check": "operations",
    "compare": "operations",
    "decode": "operations",
    "describe_file": "operations",
    "encode": "operations",
    "is_encoded": "operations",
    "open_sound": "operations",
    "open_stream": "operations",
    "write_seed": "operations",
    "usable_cores": "parallel",
    "Param": "params",
    "describe": "params",
    "Preset": "presets.preset",
    "read_preset": "presets.preset",
    "write_preset": "presets.preset",
    "PresetStore": "presets.store",
    "Progress": "progress",
    "Task": "progress",
    "finish": "progress",
    "numbered": "whole_file",
}

__all__ = [
    "PATTERN_FIELDS",
    "SOUND_ENDINGS",
    "Audio",
    "BackendError",
    "Codec",
    "CodedFrame",
    "CodedFrames",
    "Comparison",
    "DecodeOptions",
    "DiskFullError",
    "Engine",
    "Features",
    "FormatError",
    "InputError",
    "Job",
    "LimitError",
    "Limits",
    "MissingPartError",
    "Naming",
    "Outcome",
    "OutputError",
    "Param",
    "ParameterError",
    "Pattern",
    "Preset",
    "PresetStore",
    "Progress",
    "RoadError",
    "SampleType",
    "SoundFormat",
    "Source",
    "Stream",
    "StreamInfo",
    "TargetExistsError",
    "Task",
    "UnsupportedError",
    "__version__",
    "all_codecs",
    "check",
    "codec_named",
    "compare",
    "counts_as_encoded",
    "decode",
    "describe",
    "describe_file",
    "encode",
    "finish",
    "is_encoded",
    "numbered",
    "open_sound",
    "open_stream",
    "plan_jobs",
    "read_preset",
    "sound_files",
    "tags_of",
    "usable_cores",
    "write_preset",
    "write_seed",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
