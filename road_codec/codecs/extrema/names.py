"""By what Extrema files are known, before anything is compiled or read."""

from typing import BinaryIO

KIND = b"EXTR"
VERSION = 1
PUBLISHED_ENDINGS = (".ext", ".extrema")
"""How a file of the published layout must be named: its bytes alone do not show what it is."""


def is_named_as_published(file: BinaryIO) -> bool:
    """Whether an open file has one of the endings of the published layout."""
    name = getattr(file, "name", "")
    return isinstance(name, str) and name.lower().endswith(PUBLISHED_ENDINGS)
