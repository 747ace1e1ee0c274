"""The value `Coder`: one codec at one setting, as two commands from file to file."""

from dataclasses import dataclass

from road_codec.audio.samples import SampleType

SOURCE, TARGET = "{source}", "{target}"
"""What stands in a command for the file to read and the file to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """A codec at a setting.

    Attributes
    ----------
    codec, setting : str
        Names, for `--codec` and for people.
    house : bool
        Whether it is of this program.
    suffix : str
        Ending of its files, with the dot.
    encode, decode : tuple of str
        Commands from a WAVE file to its own and back, with `SOURCE` and `TARGET` in them.
    takes : tuple of SampleType
        Samples that it can be given, the widest last.
    """

    codec: str
    setting: str
    house: bool
    suffix: str
    encode: tuple[str, ...]
    decode: tuple[str, ...]
    takes: tuple[SampleType, ...] = tuple(SampleType)

    @property
    def name(self) -> str:
        """Codec and setting."""
        return f"{self.codec}, {self.setting}"

    def given(self, own: SampleType) -> SampleType:
        """Return what a sound of the type `own` is given to it as."""
        return own if own in self.takes else self.takes[-1]


def filled(command: tuple[str, ...], source: str, target: str) -> list[str]:
    """Put names of files where they stand for in a command."""
    places = {SOURCE: source, TARGET: target}
    return [places.get(word, word) for word in command]
