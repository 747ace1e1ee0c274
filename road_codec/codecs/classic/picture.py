"""The cover in a ROADoverWAVE file: an ID3v2 tag behind FIND, as ordinary players look for it.

FORMAT.md, "The cover".
"""

from collections.abc import Mapping

from road_codec.audio.cover import Cover
from road_codec.containers.riff import chunk_head
from road_codec.covers import id3
from road_codec.covers.chunks import ID3_NAMES

FILLER = b"JUNK"
# Who pads chunks to even sizes, as WAVE files have it, enters the filler one byte late.  There
# it finds a chunk "UNK!" of no bytes, and then this one, which ends where the filler ends.
_FILLING = bytes(1) + chunk_head(FILLER, 24) + bytes(24)


def cover_chunks(tags: Mapping[str, str], cover: Cover, *, after_odd: bool) -> bytes:
    """Return the chunks of a cover.

    Parameters
    ----------
    tags : mapping of str to str
        Of the sound; in the tag as well, for players that look nowhere else.
    cover : Cover
        The picture.
    after_odd : bool
        Whether they follow a chunk of an odd size, which has no padding here.
    """
    tag = id3.tag_bytes(tags, cover)
    filler = chunk_head(FILLER, len(_FILLING)) + _FILLING if after_odd else b""
    return filler + chunk_head(ID3_NAMES[0], len(tag)) + tag
