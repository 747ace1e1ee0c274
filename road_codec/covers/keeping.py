"""A cover put into a sound file that has just been written."""

import time
from collections.abc import Iterator
from typing import BinaryIO

from road_codec.audio.cover import Cover
from road_codec.audio.sound_format import SoundFormat
from road_codec.covers import flac, id3, ogg
from road_codec.covers.chunks import add_id3, open_tree
from road_codec.covers.room import replace_bytes
from road_codec.errors import RoadError, UnsupportedError
from road_codec.progress import Progress, Task

_SECONDS_BETWEEN_STEPS = 0.05


def keep_cover(file: BinaryIO, sound: SoundFormat) -> Task[tuple[str, ...]]:
    """Put the cover of a sound into a whole file of it; return notices.

    FLAC, WAVE, RF64, AIFF, MP3, Ogg Vorbis and Opus files hold one.  The samples and tags stay
    as they are.  In MP3, WAVE and AIFF files the tag has the other tags as well, since players
    look into it alone.

    Parameters
    ----------
    file : BinaryIO
        Open for reading and writing, seekable, all written.
    sound : SoundFormat
        Its cover and tags.
    """
    if sound.cover is None:
        return ()
    step = Progress(sound.n_samples or 0, sound.n_samples, sound.rate_hz, "keeping the cover")
    begun = time.monotonic()
    try:
        for _ in _keep(file, sound, sound.cover):
            if time.monotonic() - begun > _SECONDS_BETWEEN_STEPS:
                begun = time.monotonic()
                yield step
    except RoadError as error:
        return (f"the cover is left out: {error}",)
    return ()


def _keep(file: BinaryIO, sound: SoundFormat, cover: Cover) -> Iterator[None]:
    file.seek(0)
    head = file.read(id3.HEAD_BYTES)
    tree = open_tree(file)
    if tree is not None:
        add_id3(file, tree, id3.tag_bytes(sound.tags, cover))
    elif head.startswith(flac.MAGIC):
        yield from flac.add_picture(file, cover)
    elif head.startswith(ogg.MAGIC):
        yield from ogg.add_picture(file, cover)
    elif (tag := id3.parse_head(head)) is not None or _is_mpeg(head):
        # One tag with all: libsndfile writes none, or one whose texts are in no known code.
        size = 0 if tag is None else tag.tag_bytes
        yield from replace_bytes(file, 0, size, id3.tag_bytes(sound.tags, cover))
    else:
        raise UnsupportedError("this format cannot keep it here")


def _is_mpeg(head: bytes) -> bool:
    """Whether a file begins with a frame of MPEG audio: eleven bits of ones, and a layer."""
    return len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[1] & 0x06 != 0
