"""Which sound an encoded file was made from, by its name."""

from pathlib import Path

from road_codec.audio.formats import SOUND_ENDINGS
from road_codec.batch.plan import DECODED_MARK, counts_as_encoded, stem_of


def originals_beside(encoded: Path) -> list[Path]:
    """List the sounds that lie beside a file that was made of one, and have its name.

    Parameters
    ----------
    encoded : Path
        An encoded file, ``song.road.wav``, or a decoded one, ``song.decoded.wav``; it need not
        exist.

    Returns
    -------
    list of Path
        ``song.wav``, ``song.flac`` and so on, in the order of `SOUND_ENDINGS`, in which
        lossy formats come last; capitals in the ending do not matter.  Encoded files are
        left out.  Empty where the folder cannot be read.
    """
    stem = stem_of(encoded).removesuffix(DECODED_MARK)
    try:
        named = [
            path
            for path in sorted(encoded.parent.iterdir())
            if path != encoded and _belongs(path, stem)
        ]
        found = [path for path in named if path.is_file() and not counts_as_encoded(path)]
    except OSError:
        return []
    return sorted(found, key=lambda path: SOUND_ENDINGS.index(path.suffix.lower()))


def _belongs(path: Path, stem: str) -> bool:
    return path.stem == stem and path.suffix.lower() in SOUND_ENDINGS
