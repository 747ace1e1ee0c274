"""Sound files with covers, for the tests: made with what the library writes, and by hand."""

from pathlib import Path

import numpy as np
import soundfile

from road_codec import SampleType, SoundFormat, finish
from road_codec.audio.cover import Cover
from road_codec.covers.keeping import keep_cover

RATE_HZ = 48000
TAGS = {"title": "Für Elise", "artist": "Łukasz"}
FORMATS = {
    ".wav": ("WAV", "PCM_16"),
    ".rf64": ("RF64", "PCM_16"),
    ".aiff": ("AIFF", "PCM_16"),
    ".flac": ("FLAC", "PCM_16"),
    ".mp3": ("MP3", "MPEG_LAYER_III"),
    ".ogg": ("OGG", "VORBIS"),
    ".opus": ("OGG", "OPUS"),
}
"""Formats that keep a cover, by the endings of their files."""


def cover(size: int = 2000, seed: int = 0, description: str = "vorne ✓") -> Cover:
    """Return bytes that begin like a JPEG, with some that ID3 and Ogg treat in their own way."""
    data = np.random.default_rng(seed).bytes(size)
    return Cover("image/jpeg", description, b"\xff\xd8\xff\xe0\xff\0" + data)


def tone(n_samples: int = 9000) -> "np.ndarray[tuple[int], np.dtype[np.int16]]":
    """Return samples of one channel, loud enough for lossy coders."""
    return (np.sin(np.arange(n_samples) / 9) * 9000).astype(np.int16)


def plain_file(path: Path, n_samples: int = 9000) -> Path:
    """Write a sound with tags, in the format of the ending."""
    kind, subtype = FORMATS[path.suffix]
    with soundfile.SoundFile(path, "w", RATE_HZ, 1, subtype, format=kind) as file:
        if kind != "RF64":
            for key, value in TAGS.items():
                setattr(file, key, value)
        for block in np.array_split(tone(n_samples), 1 + n_samples // 50_000):
            file.write(block)  # libvorbis crashes on long ones
    return path


def covered_file(path: Path, picture: Cover | None = None, n_samples: int = 9000) -> Path:
    """Write a sound with tags and a cover, in the format of the ending."""
    plain_file(path, n_samples)
    sound = SoundFormat(RATE_HZ, 1, SampleType.S16, n_samples, TAGS, picture or cover())
    with path.open("r+b") as file:
        assert finish(keep_cover(file, sound)) == ()
    return path
