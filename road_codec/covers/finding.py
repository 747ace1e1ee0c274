"""The cover of an ordinary sound file, whatever its format is."""

from typing import BinaryIO

from road_codec.audio.cover import Cover
from road_codec.bitstream.byteio import file_size, read_at
from road_codec.covers import flac, id3, ogg
from road_codec.covers.chunks import id3_chunks, open_tree
from road_codec.covers.picture import Picture
from road_codec.errors import LimitError, RoadError


def find_cover(file: BinaryIO) -> tuple[Cover | None, tuple[str, ...]]:
    """Return the front cover of FLAC, MP3, WAVE, AIFF, Ogg Vorbis and Opus files, and notices.

    The picture of its type, or else the first one.  What is damaged, too large or beyond us is
    no cover and a notice: a sound is not worse for its picture.

    Parameters
    ----------
    file : BinaryIO
        Seekable; its content decides, not its name.  Memory is bounded whatever it declares.
    """
    try:
        picture = _find(file)
    except (RoadError, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return None, (f"the cover is left out: {reason}",)
    return (None if picture is None else picture.cover), ()


def _find(file: BinaryIO) -> Picture | None:
    file.seek(0)
    head = file.read(id3.HEAD_BYTES)
    if head.startswith(flac.MAGIC):
        return flac.find_picture(file)
    if head.startswith(ogg.MAGIC):
        return ogg.find_picture(file)
    tag = id3.parse_head(head)
    if tag is not None:
        # Some programs put such a tag before a FLAC file too.
        file.seek(tag.tag_bytes)
        if file.read(len(flac.MAGIC)) == flac.MAGIC:
            found = flac.find_picture(file, tag.tag_bytes)
            if found is not None:
                return found
        return id3.find_picture(_tag_at(file, 0, tag.tag_bytes))
    tree = open_tree(file)
    if tree is None:
        return None
    pictures = (id3.find_picture(_tag_at(file, *place)) for place in id3_chunks(file, tree))
    return next((picture for picture in pictures if picture is not None), None)


def _tag_at(file: BinaryIO, position: int, size: int) -> bytes:
    if size > id3.GREATEST_TAG:
        raise LimitError(f"ID3 tag: {size} bytes, at most {id3.GREATEST_TAG} are looked into")
    return read_at(file, position, min(size, file_size(file) - position), "ID3 tag")
