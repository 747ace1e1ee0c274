"""Names of targets made of what is known of a file: ``{artist}/{album}/{track} {title}``."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from road_codec.errors import ParameterError, RoadError
from road_codec.file_names import made_safe
from road_codec.operations import is_encoded, open_sound, open_stream

PATTERN_FIELDS = ("name", "codec", "preset", "title", "artist", "album", "track", "folder")
"""What can stand in braces."""

UNKNOWN = "unknown"
"""Stands for what a file does not tell."""

_TAGS = {"title": "title", "artist": "artist", "album": "album", "track": "tracknumber"}
_FIELD = re.compile(r"\{([^{}]*)\}")
_TRACK = re.compile(r"\s*(\d{1,4})\b")
# With a number, an ending and the mark of a part a name must still have no more than 255.
_GREATEST_BYTES = 180
_GREATEST_PATTERN = 500


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text with fields in braces, and slashes between folders.

    Attributes
    ----------
    text : str
        The pattern, without an ending: that is the codec's.

    Raises
    ------
    ParameterError
        If a field is unknown, or the pattern would lead out of the folder.
    """

    text: str

    def __post_init__(self) -> None:
        if not self.text.strip() or len(self.text) > _GREATEST_PATTERN:
            raise ParameterError(f"pattern: must have 1 to {_GREATEST_PATTERN} characters")
        for field in _FIELD.findall(self.text):
            if field not in PATTERN_FIELDS:
                names = ", ".join(f"{{{name}}}" for name in PATTERN_FIELDS)
                raise ParameterError(f"pattern: {{{field}}} is unknown; there are {names}")
        rest = _FIELD.sub("", self.text)
        if "{" in rest or "}" in rest:
            raise ParameterError("pattern: a brace has no partner")
        if self.text.startswith("/") or ".." in PurePosixPath(self.text).parts:
            raise ParameterError("pattern: must stay in the folder: begin with no / and hold no ..")
        if self.text.endswith("/"):
            raise ParameterError("pattern: a name is missing behind the last /")

    @property
    def needs_tags(self) -> bool:
        """Whether files must be opened to know what they are to be called."""
        return any(field in _TAGS for field in _FIELD.findall(self.text))

    def path(self, values: Mapping[str, str]) -> Path:
        """Return a relative path without an ending, of names that every file system takes.

        Parameters
        ----------
        values : mapping of str to str
            What stands for each of `PATTERN_FIELDS`; a title that is empty becomes the name, other
            empty ones `UNKNOWN`.
        """
        parts = (_FIELD.sub(lambda m: _value(m[1], values), part) for part in self.text.split("/"))
        # A tag that is nothing but spaces leaves a folder without a name, which is left out.
        names = [made_safe(part, _GREATEST_BYTES) for part in parts if part.strip()]
        return Path(*names)


def values_of(
    source: Path, name: str, tags: Mapping[str, str], *, codec: str = "", preset: str = ""
) -> dict[str, str]:
    """Return what stands for the fields of a pattern.

    Parameters
    ----------
    source : Path
        The file.
    name : str
        Its name without the ending.
    tags : mapping of str to str
        What `tags_of` says of it.
    codec, preset : str
        Id of the codec, and name of the preset.
    """
    found = {field: tags.get(tag, "") for field, tag in _TAGS.items()}
    track = _TRACK.match(found["track"])
    if track:
        found["track"] = f"{int(track[1]):02}"
    folder = source.absolute().parent.name
    return {"name": name, "codec": codec, "preset": preset, "folder": folder, **found}


def tags_of(source: Path) -> Mapping[str, str]:
    """Read the tags of a sound or an encoded file; none where it cannot be read.

    Whoever converts the file says what is wrong with it.
    """
    try:
        if is_encoded(source):
            with open_stream(source) as stream:
                return dict(stream.info.format.tags)
        with open_sound(source) as sound:
            return dict(sound.format.tags)
    except (RoadError, OSError):
        return {}


def _value(field: str, values: Mapping[str, str]) -> str:
    # A slash in a tag makes no folder.
    value = values.get(field, "").strip().replace("/", "_")
    if not value and field == "title":
        return _value("name", values)
    return value or UNKNOWN
