"""What file dialogs offer to show."""

from PySide6.QtCore import QObject

from road_codec import SOUND_ENDINGS, all_codecs


def encoded_filter(owner: QObject) -> str:
    """Return the filter for files of all codecs of the house."""
    return owner.tr("Encoded files ({endings})").format(endings=_patterns(_suffixes()))


def sound_filter(owner: QObject) -> str:
    """Return the filter for ordinary sounds."""
    return owner.tr("Sounds ({endings})").format(endings=_patterns(list(SOUND_ENDINGS)))


def name_filters(owner: QObject) -> list[str]:
    """Return what may be added to the queue: sounds and encoded files, these alone, everything."""
    both = dict.fromkeys((*SOUND_ENDINGS, *_suffixes()))
    return [
        owner.tr("Sounds and encoded files ({endings})").format(endings=_patterns(list(both))),
        encoded_filter(owner),
        owner.tr("All files (*)"),
    ]


def _suffixes() -> list[str]:
    return [codec.suffix for codec in all_codecs()]


def _patterns(endings: list[str]) -> str:
    return " ".join(f"*{ending}" for ending in endings)
