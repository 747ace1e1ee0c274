"""Which two files are compared, as they are chosen one after the other or dropped together."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import counts_as_encoded, originals_beside


class PairChoice(QObject):
    """An original and a decoded sound, each of which may still be missing.

    Signals
    -------
    changed()
        Another file is chosen.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.original: Path | None = None
        self.decoded: Path | None = None

    @property
    def is_complete(self) -> bool:
        """Whether there are two files."""
        return self.original is not None and self.decoded is not None

    @property
    def is_empty(self) -> bool:
        """Whether there is no file."""
        return self.original is None and self.decoded is None

    def set(self, original: Path | None, decoded: Path | None) -> None:
        """Choose both."""
        if (original, decoded) != (self.original, self.decoded):
            self.original, self.decoded = original, decoded
            self.changed.emit()

    def set_original(self, path: Path) -> None:
        """Choose the original."""
        self.set(path, self.decoded)

    def set_decoded(self, path: Path) -> None:
        """Choose what it is compared with; its original is looked for where there is none."""
        original = self.original
        if original is None or original == path:
            original = next(iter(originals_beside(path)), None)
        self.set(original, path)

    @Slot()
    def swap(self) -> None:
        """Take each for the other."""
        self.set(self.decoded, self.original)

    @Slot()
    def clear(self) -> None:
        """Choose nothing."""
        self.set(None, None)

    def take(self, paths: Sequence[Path]) -> None:
        """Choose what was dropped.

        Of two files the encoded one is compared with the other; without one, the first is the
        original.  A single encoded file brings its original along, where that lies beside it;
        a single sound fills the gap, or is compared with the original that is there.
        """
        if len(paths) >= 2:
            first, second = paths[:2]
            is_turned = counts_as_encoded(first) and not counts_as_encoded(second)
            self.set(*((second, first) if is_turned else (first, second)))
        elif len(paths) == 1 and counts_as_encoded(paths[0]):
            found = next(iter(originals_beside(paths[0])), None)
            self.set(found if found is not None else self._unlike(paths[0]), paths[0])
        elif len(paths) == 1 and self.original is None:
            self.set_original(paths[0])
        elif len(paths) == 1:
            self.set_decoded(paths[0])

    def _unlike(self, path: Path) -> Path | None:
        """Keep an original that waits for its partner; one that has one belongs to that."""
        waits = self.decoded is None or self.decoded == path
        return self.original if waits and self.original != path else None
