"""The value `Cover`: the picture on the front of a sound."""

from dataclasses import dataclass, field
from typing import Any

from road_codec.errors import ParameterError

GREATEST_COVER = 16_000_000
"""Bytes of a picture that is kept: with its texts it fits into any of the formats."""
GREATEST_MIME = 255
GREATEST_DESCRIPTION = 1 << 15

# The first bytes of pictures, for tags that do not say what they hold.
_MAGICS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
)


@dataclass(frozen=True, slots=True)
class Cover:
    """A picture as it stands in a file; nobody here looks into it.

    Attributes
    ----------
    mime : str
        Its media type, such as ``image/jpeg``: 1 to 255 printable ASCII characters.
    description : str
        What its tag says of it; at most 32768 bytes of UTF-8.
    data : bytes
        The picture, 1 to `GREATEST_COVER` bytes.

    Raises
    ------
    ParameterError
        If it is larger, or its type cannot be.
    """

    mime: str
    description: str
    data: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if not 1 <= len(self.data) <= GREATEST_COVER:
            raise ParameterError(
                f"cover: {len(self.data)} bytes, 1 to {GREATEST_COVER} are kept; "
                "make the picture smaller"
            )
        if not _is_mime(self.mime):
            raise ParameterError(f"cover: {self.mime!r} is no media type, such as image/jpeg")
        size = len(self.description.encode(errors="replace"))
        if size > GREATEST_DESCRIPTION or "\0" in self.description:
            raise ParameterError(
                f"cover: a description of {size} bytes, at most {GREATEST_DESCRIPTION} are kept, "
                "and no zeros"
            )

    def as_json(self) -> dict[str, Any]:
        """Return what it is, without its data, as plain JSON types."""
        return {"mime": self.mime, "description": self.description, "bytes": len(self.data)}


def cover_of(mime: str, description: str, data: bytes) -> Cover:
    """Make a cover of what a tag says, mending texts that cannot be.

    Raises
    ------
    ParameterError
        If the picture is empty or too large.
    """
    mime = mime.strip().lower()
    if "/" not in mime or not _is_mime(mime):
        mime = next((name for magic, name in _MAGICS if data.startswith(magic)), "image/unknown")
    # What no text can hold would not come back from the next file.
    text = description.encode(errors="replace").decode().partition("\0")[0]
    if len(text.encode()) > GREATEST_DESCRIPTION:
        text = ""
    return Cover(mime, text, data)


def _is_mime(text: str) -> bool:
    return 1 <= len(text) <= GREATEST_MIME and text.isascii() and text.isprintable()
