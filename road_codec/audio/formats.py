"""Which formats sound files have, and what they cannot hold: tables, in libsndfile's words."""

from pathlib import Path

import soundfile

from road_codec.audio.samples import SampleType
from road_codec.errors import ParameterError

_RF64_FROM = (1 << 32) - (1 << 20)
_32_BIT_SIZES = ("AIFF", "AU", "VOC")
# libsndfile writes files of these without a sound that nobody reads.
_NEVER_EMPTY = {"FLAC", "OPUS", "MP3"}
_VORBIS_RATE = 200_000

_TYPES = {
    "PCM_U8": SampleType.U8,
    "PCM_S8": SampleType.U8,
    "DPCM_8": SampleType.U8,
    "PCM_24": SampleType.S24,
    "ALAC_20": SampleType.S24,
    "ALAC_24": SampleType.S24,
    "DWVW_24": SampleType.S24,
    "PCM_32": SampleType.S32,
    "ALAC_32": SampleType.S32,
    "FLOAT": SampleType.F32,
    "DOUBLE": SampleType.F32,
}
_LOSSY = ("VORBIS", "OPUS", "MPEG")
_SUBTYPES = {
    SampleType.U8: ("PCM_U8", "PCM_S8", "PCM_16"),
    SampleType.S16: ("PCM_16", "ALAC_16"),
    SampleType.S24: ("PCM_24", "ALAC_24", "PCM_32", "PCM_16"),
    SampleType.S32: ("PCM_32", "ALAC_32", "PCM_24", "PCM_16"),
    SampleType.F32: ("FLOAT", "PCM_32", "PCM_24", "PCM_16"),
}
_LOSSY_SUBTYPES = {"OGG": "VORBIS", "OPUS": "OPUS", "MP3": "MPEG_LAYER_III"}
_ENDINGS = {
    ".wav": "WAV",
    ".wave": "WAV",
    ".rf64": "RF64",
    ".w64": "W64",
    ".flac": "FLAC",
    ".aif": "AIFF",
    ".aiff": "AIFF",
    ".aifc": "AIFF",
    ".caf": "CAF",
    ".au": "AU",
    ".snd": "AU",
    ".ogg": "OGG",
    ".oga": "OGG",
    ".opus": "OPUS",
    ".mp3": "MP3",
    ".voc": "VOC",
}
SOUND_ENDINGS = tuple(_ENDINGS)
"""Endings of the files that can be read and written, with the dot, in lower case."""


def sample_type_of(subtype: str) -> SampleType:
    """Return what the samples of a file are read as; 16 bits for what has none of its own."""
    return _TYPES.get(subtype, SampleType.S16)


def is_lossy(subtype: str) -> bool:
    """Whether samples are decoded as real numbers, from which bits cannot be counted."""
    return subtype.startswith(_LOSSY)


def choose_format(name: str, sample_type: SampleType, size: int) -> tuple[str, str]:
    """Return libsndfile's format and subtype for a file name, type and expected bytes."""
    kind = _ENDINGS.get(Path(name).suffix.lower(), "WAV")
    if kind in _LOSSY_SUBTYPES:
        return ("OGG" if kind == "OPUS" else kind), _LOSSY_SUBTYPES[kind]
    if size > _RF64_FROM and kind == "WAV":
        kind = "RF64"
    if size > _RF64_FROM and kind in _32_BIT_SIZES:
        raise ParameterError(
            f"{name}: {size} bytes of sound, {kind} ends at 4 GiB; use .wav or .w64"
        )
    available = soundfile.available_subtypes(kind)
    for subtype in _SUBTYPES[sample_type]:
        if subtype in available:
            return kind, subtype
    raise ParameterError(f"{name}: {kind} cannot hold {sample_type.value} bits")


def check_fits(name: str, kind: str, subtype: str, *, rate_hz: int, n_samples: int | None) -> None:
    """Refuse what libsndfile takes at first, to fail later: with Vorbis by crashing.

    Raises
    ------
    ParameterError
        For such rates, and for lengths of 0.
    """
    if subtype == "VORBIS" and rate_hz > _VORBIS_RATE:
        raise ParameterError(f"{name}: {rate_hz} Hz, Vorbis ends at {_VORBIS_RATE} Hz")
    if kind == "FLAC" and rate_hz > 0xFFFF and rate_hz % 10:
        raise ParameterError(
            f"{name}: {rate_hz} Hz, FLAC holds rates above 65535 Hz in steps of 10 Hz"
        )
    if n_samples == 0 and _NEVER_EMPTY & {kind, subtype}:
        raise ParameterError(f"{name}: {kind} cannot hold a sound without samples; use .wav")
