"""The chunks of WAVE, RF64 and AIFF files, as far as a tag among them is concerned."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Literal

from road_codec.bitstream.byteio import file_size, read_at
from road_codec.errors import FormatError, LimitError, UnsupportedError

ID3_NAMES = (b"id3 ", b"ID3 ")
"""How the chunk of an ID3v2 tag is called: so in WAVE files, and so in AIFF files."""

_MOST_CHUNKS = 10_000
_GREATEST_SIZE = 0xFFFFFFFF
_HEAD_BYTES = 12
# Payload of ds64, the first chunk of an RF64 file: sizes of the file and of its sound.
_DS64_AT = 20


@dataclass(frozen=True, slots=True)
class Tree:
    """Which kind of file of chunks it is: RIFF, RF64 or FORM, and where it ends."""

    kind: bytes
    size: int

    @property
    def order(self) -> Literal["big", "little"]:
        """Byte order of its sizes."""
        return "big" if self.kind == b"FORM" else "little"


def open_tree(file: BinaryIO) -> Tree | None:
    """Look whether a file is a WAVE, RF64 or AIFF file; None if not."""
    size = file_size(file)
    file.seek(0)
    head = file.read(_HEAD_BYTES)
    kinds = {(b"RIFF", b"WAVE"), (b"RF64", b"WAVE"), (b"FORM", b"AIFF"), (b"FORM", b"AIFC")}
    if (head[:4], head[8:]) not in kinds:
        return None
    return Tree(head[:4], size)


def id3_chunks(file: BinaryIO, tree: Tree) -> Iterator[tuple[int, int]]:
    """Yield place and size of the payload of each chunk that is to hold an ID3v2 tag.

    Raises
    ------
    FormatError
        If such a chunk is not all there.
    """
    position = _HEAD_BYTES
    for _ in range(_MOST_CHUNKS):
        file.seek(position)
        head = file.read(8)
        if len(head) < 8:
            return
        size = int.from_bytes(head[4:], tree.order)
        if head[:4] == b"data" and size == _GREATEST_SIZE and tree.kind == b"RF64":
            size = int.from_bytes(read_at(file, _DS64_AT + 8, 8, "ds64 chunk"), "little")
        start = position + 8
        if head[:4] in ID3_NAMES:
            if start + size > tree.size:
                raise FormatError(
                    f"ID3 chunk at byte {position}: {size} bytes are declared, "
                    f"{tree.size - start} are there"
                )
            yield start, size
        position = start + size + size % 2


def add_id3(file: BinaryIO, tree: Tree, tag: bytes) -> None:
    """Put a tag behind the last chunk of a whole file, and mend the size in its head.

    Raises
    ------
    LimitError
        If the file would become larger than it can say.
    """
    name = ID3_NAMES[1] if tree.kind == b"FORM" else ID3_NAMES[0]
    size = tree.size + tree.size % 2 + 8 + len(tag) + len(tag) % 2
    if size - 8 > _GREATEST_SIZE and tree.kind != b"RF64":
        raise LimitError("a file of this format ends at 4 GiB")
    if tree.kind == b"RF64":
        if read_at(file, _HEAD_BYTES, 4, "ds64 chunk") != b"ds64":
            raise UnsupportedError("the RF64 file has no ds64 chunk")
        place, field = _DS64_AT, (size - 8).to_bytes(8, "little")
    else:
        place, field = 4, (size - 8).to_bytes(4, tree.order)
    file.seek(0, os.SEEK_END)
    file.write(bytes(tree.size % 2) + name)
    file.write(len(tag).to_bytes(4, tree.order))
    file.write(tag)
    file.write(bytes(len(tag) % 2))
    file.seek(place)
    file.write(field)
