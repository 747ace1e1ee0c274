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
    from road_codec.audio.cover import Cover
    from road_codec.audio.formats import SOUND_ENDINGS
    from road_codec.audio.samples import Audio, SampleType
    from road_codec.audio.sound_format import SoundFormat
    from road_codec.batch.companions import Copied, copy_others
    from road_codec.batch.originals import originals_beside
    from road_codec.batch.pattern import PATTERN_FIELDS, Pattern, tags_of
    from road_codec.batch.plan import (
        Job,
        Naming,
        counts_as_encoded,
        plan_jobs,
        sound_files,
    )
    from road_codec.benchmarking.inside import (
        CodecSetting,
        Excerpt,
        InsideBench,
        Trial,
        benchmark_settings,
        look_at_sound,
        remove_trial,
        values_of,
    )
    from road_codec.benchmarking.labels import LabelBox, place_label, points_along
    from road_codec.benchmarking.scratch import Scratch, remove_dead_scratch
    from road_codec.benchmarking.tables import Failure, trials_csv, trials_json
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
    from road_codec.comparing import Pair
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
    from road_codec.fractal.coded_frame import CodedFrame, CodedFrames, MapSteps
    from road_codec.fractal.partition import CodedChannel, Partition, RangeTable
    from road_codec.fractal.partition_statistics import PartitionStatistics, PartitionTally
    from road_codec.limits import Limits
    from road_codec.metrics.alignment import Alignment
    from road_codec.metrics.frequency import FREQUENCY_SCALES, hz_at_place, place_of_hz, to_rows
    from road_codec.metrics.listening import AbxTest, chance_of_guessing
    from road_codec.metrics.live_spectrum import LiveSpectrum
    from road_codec.metrics.loudness import Loudness, LoudnessMeter, matching_gains_db
    from road_codec.metrics.report import Comparison
    from road_codec.metrics.spectrogram import Spectrogram, SpectrumSummary, spectrogram_db
    from road_codec.metrics.tables import comparisons_csv, comparisons_json
    from road_codec.metrics.waveform import SEGMENT_RANGE_DB, SegmentalSnrCurve
    from road_codec.operations import (
        Outcome,
        check,
        compare,
        decode,
        describe_file,
        encode,
        is_encoded,
        open_pair,
        open_sound,
        open_source,
        open_stream,
        write_difference,
        write_seed,
        write_sound,
    )
    from road_codec.parallel import usable_cores
    from road_codec.params import Param, describe
    from road_codec.partitions import (
        SuperframeSource,
        check_original,
        coded_original,
        count_partitions,
    )
    from road_codec.presets.preset import Preset, read_preset, write_preset
    from road_codec.presets.store import PresetStore
    from road_codec.progress import Progress, Task, as_part, finish
    from road_codec.whole_file import copy_whole, numbered, write_whole

__version__ = "0.1.0"

_HOMES = {
    "comparisons_json": "metrics.tables",
    "comparisons_csv": "metrics.tables",
    "to_rows": "metrics.frequency",
    "place_of_hz": "metrics.frequency",
    "hz_at_place": "metrics.frequency",
    "FREQUENCY_SCALES": "metrics.frequency",
    "spectrogram_db": "metrics.spectrogram",
    "Spectrogram": "metrics.spectrogram",
    "SpectrumSummary": "metrics.spectrogram",
    "SEGMENT_RANGE_DB": "metrics.waveform",
    "SegmentalSnrCurve": "metrics.waveform",
    "write_whole": "whole_file",
    "write_difference": "operations",
    "open_source": "operations",
    "open_pair": "operations",
    "Alignment": "metrics.alignment",
    "Pair": "comparing",
    "SOUND_ENDINGS": "audio.formats",
    "Audio": "audio.samples",
    "SampleType": "audio.samples",
    "PATTERN_FIELDS": "batch.pattern",
    "Pattern": "batch.pattern",
    "tags_of": "batch.pattern",
    "originals_beside": "batch.originals",
    "Job": "batch.plan",
    "Naming": "batch.plan",
    "counts_as_encoded": "batch.plan",
    "plan_jobs": "batch.plan",
    "sound_files": "batch.plan",
    "CodecSetting": "benchmarking.inside",
    "Excerpt": "benchmarking.inside",
    "InsideBench": "benchmarking.inside",
    "Trial": "benchmarking.inside",
    "benchmark_settings": "benchmarking.inside",
    "look_at_sound": "benchmarking.inside",
    "remove_trial": "benchmarking.inside",
    "values_of": "benchmarking.inside",
    "LabelBox": "benchmarking.labels",
    "points_along": "benchmarking.labels",
    "place_label": "benchmarking.labels",
    "Scratch": "benchmarking.scratch",
    "remove_dead_scratch": "benchmarking.scratch",
    "Failure": "benchmarking.tables",
    "trials_csv": "benchmarking.tables",
    "trials_json": "benchmarking.tables",
    "Codec": "codecs.base",
    "DecodeOptions": "codecs.base",
    "Engine": "codecs.base",
    "Features": "codecs.base",
    "Copied": "batch.companions",
    "copy_others": "batch.companions",
    "Cover": "audio.cover",
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
    "MapSteps": "fractal.coded_frame",
    "CodedChannel": "fractal.partition",
    "Partition": "fractal.partition",
    "RangeTable": "fractal.partition",
    "PartitionStatistics": "fractal.partition_statistics",
    "PartitionTally": "fractal.partition_statistics",
    "Limits": "limits",
    "AbxTest": "metrics.listening",
    "chance_of_guessing": "metrics.listening",
    "LiveSpectrum": "metrics.live_spectrum",
    "Loudness": "metrics.loudness",
    "LoudnessMeter": "metrics.loudness",
    "matching_gains_db": "metrics.loudness",
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
    "write_sound": "operations",
    "usable_cores": "parallel",
    "Param": "params",
    "describe": "params",
    "check_original": "partitions",
    "SuperframeSource": "partitions",
    "coded_original": "partitions",
    "count_partitions": "partitions",
    "Preset": "presets.preset",
    "read_preset": "presets.preset",
    "write_preset": "presets.preset",
    "PresetStore": "presets.store",
    "Progress": "progress",
    "Task": "progress",
    "as_part": "progress",
    "finish": "progress",
    "copy_whole": "whole_file",
    "numbered": "whole_file",
}

__all__ = [
    "FREQUENCY_SCALES",
    "PATTERN_FIELDS",
    "SEGMENT_RANGE_DB",
    "SOUND_ENDINGS",
    "AbxTest",
    "Alignment",
    "Audio",
    "BackendError",
    "Codec",
    "CodecSetting",
    "CodedChannel",
    "CodedFrame",
    "CodedFrames",
    "Comparison",
    "Copied",
    "Cover",
    "DecodeOptions",
    "DiskFullError",
    "Engine",
    "Excerpt",
    "Failure",
    "Features",
    "FormatError",
    "InputError",
    "InsideBench",
    "Job",
    "LabelBox",
    "LimitError",
    "Limits",
    "LiveSpectrum",
    "Loudness",
    "LoudnessMeter",
    "MapSteps",
    "MissingPartError",
    "Naming",
    "Outcome",
    "OutputError",
    "Pair",
    "Param",
    "ParameterError",
    "Partition",
    "PartitionStatistics",
    "PartitionTally",
    "Pattern",
    "Preset",
    "PresetStore",
    "Progress",
    "RangeTable",
    "RoadError",
    "SampleType",
    "Scratch",
    "SegmentalSnrCurve",
    "SoundFormat",
    "Source",
    "Spectrogram",
    "SpectrumSummary",
    "Stream",
    "StreamInfo",
    "SuperframeSource",
    "TargetExistsError",
    "Task",
    "Trial",
    "UnsupportedError",
    "__version__",
    "all_codecs",
    "as_part",
    "benchmark_settings",
    "chance_of_guessing",
    "check",
    "check_original",
    "codec_named",
    "coded_original",
    "compare",
    "comparisons_csv",
    "comparisons_json",
    "copy_others",
    "copy_whole",
    "count_partitions",
    "counts_as_encoded",
    "decode",
    "describe",
    "describe_file",
    "encode",
    "finish",
    "hz_at_place",
    "is_encoded",
    "look_at_sound",
    "matching_gains_db",
    "numbered",
    "open_pair",
    "open_sound",
    "open_source",
    "open_stream",
    "originals_beside",
    "place_label",
    "place_of_hz",
    "plan_jobs",
    "points_along",
    "read_preset",
    "remove_dead_scratch",
    "remove_trial",
    "sound_files",
    "spectrogram_db",
    "tags_of",
    "to_rows",
    "trials_csv",
    "trials_json",
    "usable_cores",
    "values_of",
    "write_difference",
    "write_preset",
    "write_seed",
    "write_sound",
    "write_whole",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value
