"""What file dialogs offer to show."""

from PySide6.QtCore import QCoreApplication

from road_codec import SOUND_ENDINGS, all_codecs

translate = QCoreApplication.translate


def encoded_filter() -> str:
    """Return the filter for files of all codecs of the house."""
    return translate("FileFilters", "Encoded files ({endings})").format(
        endings=_patterns(_suffixes())
    )


def sound_filter() -> str:
    """Return the filter for ordinary sounds."""
    return translate("FileFilters", "Sounds ({endings})").format(
        endings=_patterns(list(SOUND_ENDINGS))
    )


def name_filters() -> list[str]:
    """Return what may be added to the queue: sounds and encoded files, these alone, everything."""
    both = dict.fromkeys((*SOUND_ENDINGS, *_suffixes()))
    return [
        translate("FileFilters", "Sounds and encoded files ({endings})").format(
            endings=_patterns(list(both))
        ),
        encoded_filter(),
        translate("FileFilters", "All files (*)"),
    ]


def _suffixes() -> list[str]:
    return [codec.suffix for codec in all_codecs()]


def _patterns(endings: list[str]) -> str:
    return " ".join(f"*{ending}" for ending in endings)
