"""Codecs of others, as far as their programs are installed: commands, settings, samples."""

import shutil
from dataclasses import dataclass

from road_codec.audio.samples import SampleType
from road_codec.benchmarking.coders import SOURCE, TARGET, Coder

_FILES = (SOURCE, TARGET)
_UP_TO_24 = (SampleType.U8, SampleType.S16, SampleType.S24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A codec whose programs may be there.

    Attributes
    ----------
    codec : str
        Its name.
    suffix : str
        Ending of its files.
    encode, decode : tuple of str
        Commands as in `Coder`, beginning with the program; without the setting.
    settings : tuple of (str, tuple of str)
        Each a label and the words that stand behind the program for it, coarse ones first.
    takes : tuple of SampleType
        As in `Coder`.
    """

    codec: str
    suffix: str
    encode: tuple[str, ...]
    decode: tuple[str, ...]
    settings: tuple[tuple[str, tuple[str, ...]], ...]
    takes: tuple[SampleType, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        """Its programs that are not on the PATH."""
        programs = dict.fromkeys((self.encode[0], self.decode[0]))
        return tuple(name for name in programs if shutil.which(name) is None)

    def coders(self) -> list[Coder]:
        """List it at each of its settings; its programs must be there."""
        program, *words = self.encode
        return [
            Coder(
                codec=self.codec,
                setting=label,
                house=False,
                suffix=self.suffix,
                encode=(_found(program), *setting, *words),
                decode=(_found(self.decode[0]), *self.decode[1:]),
                takes=self.takes,
            )
            for label, setting in self.settings
        ]


def _found(program: str) -> str:
    return shutil.which(program) or program


def _bitrates(option: str, *kbit_per_s: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((f"{rate} kbit/s", (option, str(rate))) for rate in kbit_per_s)


PEERS = (
    Peer(
        codec="flac",
        suffix=".flac",
        # Room for later tags is no part of the sound.
        encode=("flac", "--silent", "--force", "--no-padding", "-o", TARGET, SOURCE),
        decode=("flac", "--silent", "--force", "-d", "-o", TARGET, SOURCE),
        settings=(("-8", ("-8",)), ("-5", ("-5",))),
        takes=_UP_TO_24,
    ),
    Peer(
        codec="opus",
        suffix=".opus",
        encode=("opusenc", "--quiet", "--padding", "0", *_FILES),
        # At 48 kHz, at which it works: what brings it back is the same for all.  As floats,
        # for else it adds noise to hide the rounding.
        decode=("opusdec", "--quiet", "--rate", "48000", "--float", *_FILES),
        settings=_bitrates("--bitrate", 32, 64, 96, 128, 160),
        takes=_UP_TO_24,
    ),
    Peer(
        codec="mp3",
        suffix=".mp3",
        encode=("lame", "--quiet", *_FILES),
        decode=("lame", "--quiet", "--decode", *_FILES),
        settings=_bitrates("-b", 64, 128, 192, 320),
        takes=(*_UP_TO_24, SampleType.S32),
    ),
    Peer(
        codec="vorbis",
        suffix=".ogg",
        encode=("oggenc", "--quiet", "-o", TARGET, SOURCE),
        decode=("oggdec", "--quiet", "-o", TARGET, SOURCE),
        settings=tuple((f"-q {quality}", ("-q", quality)) for quality in ("0", "4", "8")),
        takes=_UP_TO_24,
    ),
    Peer(
        codec="qoa",
        suffix=".qoa",
        encode=("qoaconv", *_FILES),
        decode=("qoaconv", *_FILES),
        settings=(("3.2 bit", ()),),
        takes=(SampleType.S16,),
    ),
)
"""All that are known, whether they are there or not."""
