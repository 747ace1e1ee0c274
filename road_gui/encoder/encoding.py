"""With what a sound is encoded: the codec, its parameters, and the preset that they are."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from road_codec import Codec, all_codecs, codec_named
from road_gui.library_words import preset_word

translate = QCoreApplication.translate

DEFAULT_CODEC = "road-classic"
_NO_PRESET = "Custom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """One choice of codec and parameters.

    Attributes
    ----------
    codec : str
        Id of the codec.
    params : object
        Its parameters, of the codec's `params_type`; None for the defaults.
    preset : str
        Name of the preset that has these parameters, empty if none has.
    """

    codec: str = DEFAULT_CODEC
    params: Any = field(default=None, repr=False)
    preset: str = ""

    @property
    def suffix(self) -> str:
        """Ending of the files, with the dot."""
        return codec_named(self.codec).suffix

    @property
    def codec_title(self) -> str:
        """Name of the codec for people."""
        return codec_named(self.codec).title

    @property
    def preset_name(self) -> str:
        """Name of the preset in every language, "Custom" where it is none."""
        return self.preset or _NO_PRESET

    @property
    def preset_title(self) -> str:
        """Name of the preset for people, "Custom" where it is none."""
        return preset_word(self.preset) or translate("Encoding", "Custom")


def codec_by_name(path: Path) -> Codec | None:
    """Return the codec whose ending a file has."""
    name = path.name.lower()
    return next((codec for codec in all_codecs() if name.endswith(codec.suffix)), None)
