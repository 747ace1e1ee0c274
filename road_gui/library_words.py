"""The sentences of the library in the language of the window.

`road_codec` speaks English, to programs and people alike.  Here a sentence is told by its
shape: `resources/translations/road_codec.txt` lists all that the library may say, with holes
for names and numbers ("{1}: there is no such file"), and translators have put each into words
of their own.  What fills a hole may be a sentence too, for errors name others as their reason.
What is not in the list stays as it is, and an English window looks nothing up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

import resources

SENTENCES, PRESETS, FIELDS = "road_codec", "road_codec presets", "road_codec fields"
"""The contexts of the translations: what the library says, its presets, the facts of files."""

_PROBE = "{1}: there is no such file"
_SOMEBODY = "\N{OBJECT REPLACEMENT CHARACTER}: "
_LONGEST = 1000  # beyond that it is no sentence
_DEEPEST = 4  # a reason of a reason of a reason
_MOST_CUTS = 8
_DIGITS = re.compile(r"\d+")
_HOLE = re.compile(r"\{(\d+)\}")
_NUMBER = re.compile(r"[-+−]?[\d.,/eE ]*\d[\d.,/eE ]*")
_DECIMAL = re.compile(r"[-+]?\d+\.\d+(?:e[-+]?\d+)?")
_FILE_NAME = re.compile(r"[/\\]|\.\w{2,8}$")
_FEW_LETTERS = 5


@dataclass(frozen=True, slots=True)
class _Shape:
    """A sentence with holes: what stands before, between and behind them."""

    text: str
    pieces: tuple[str, ...]
    n_letters: int

    def fillings(self, sentence: str) -> Iterator[tuple[str, ...]]:
        """Find what fills the holes: once, or for each place of a joint that is no word.

        Every piece is taken where it stands first, so that this takes time in proportion to
        the length of the sentence.
        """
        first, *joints, last = self.pieces
        if len(sentence) < len(first) + len(last):
            return
        if not (sentence.startswith(first) and sentence.endswith(last)):
            return
        inner = sentence[len(first) : len(sentence) - len(last)]
        at, n_tried = 0, 0
        while n_tried < _MOST_CUTS:
            if (found := _cut(inner, joints, at)) is None:
                return
            yield found
            n_tried += 1
            if not joints or any(map(str.isalpha, joints[0])):
                return
            at = len(found[0]) + 1


def _cut(text: str, joints: list[str], at: int) -> tuple[str, ...] | None:
    """Cut a text at its joints, the first of them not before `at`."""
    parts = []
    begin = 0
    for joint in joints:
        end = text.find(joint, max(begin, at))
        if end < 0:
            return None
        parts.append(text[begin:end])
        begin, at = end + len(joint), 0
    return (*parts, text[begin:])


def said(text: str) -> str:
    """Return what the library said in the language of the window, as far as it is known."""
    probe = QCoreApplication.translate(SENTENCES, _PROBE)
    if probe == _PROBE or not text or len(text) > _LONGEST:
        return text
    return _said(text, probe)


def label_word(label: str) -> str:
    """Return the name of a setting of a codec: one or several parameters with their values."""
    whole = QCoreApplication.translate(SENTENCES, label)
    return whole if whole != label else ", ".join(map(said, label.split(", ")))


def preset_word(text: str) -> str:
    """Return the name or the description of a preset that came with the program."""
    return QCoreApplication.translate(PRESETS, text) if text else text


def field_word(key: str) -> str:
    """Return the name of a fact that a codec tells of its files, such as ``find_bytes``."""
    shape = _DIGITS.sub("{1}", key)
    found = QCoreApplication.translate(FIELDS, shape)
    if found == shape:
        return key.replace("_", " ").capitalize()
    digits = _DIGITS.search(key)
    return found.replace("{1}", digits[0]) if digits else found


@lru_cache(maxsize=512)
def _said(text: str, language: str) -> str:
    del language  # another language is another entry of the cache
    reader = _Reader()
    # Of a file that everybody sees the name is often left out: "is empty" is said of somebody.
    named = reader.read(_SOMEBODY + text, 0)
    if named is None or not named.text.startswith(_SOMEBODY):
        named = reader.read(text, 0)
    return named.text.removeprefix(_SOMEBODY) if named else text


@dataclass(frozen=True, slots=True)
class _Found:
    """A translation, and how many letters of the sentence it has left as they were."""

    text: str
    n_left: int


class _Reader:
    """Reads one sentence: of all that it may be, what leaves the least of it untranslated."""

    def __init__(self) -> None:
        self._read: dict[str, _Found | None] = {}

    def read(self, text: str, depth: int) -> _Found | None:
        """Return the translation of a sentence or a part of one, None where it has none."""
        if depth > _DEEPEST or not _has_letters(text):
            return None
        if text not in self._read:
            ways = [*self._by_shape(text, depth), *self._by_cut(text, depth)]
            self._read[text] = min(ways, key=lambda way: way.n_left, default=None)
        return self._read[text]

    def _by_shape(self, text: str, depth: int) -> Iterator[_Found]:
        if text in _wholes():
            yield _Found(QCoreApplication.translate(SENTENCES, text), 0)
            return
        if " " not in text and _FILE_NAME.search(text):
            return
        for shape in _shapes():
            for filling in shape.fillings(text):
                parts = [self.read(part, depth + 1) for part in filling]
                if _may_be(shape, filling, parts):
                    yield _joined(shape, filling, parts)

    def _by_cut(self, text: str, depth: int) -> Iterator[_Found]:
        """Read "where: what", of which only the latter need be known."""
        at = -1
        for _ in range(_MOST_CUTS):
            if (at := text.find(": ", at + 1)) < 0:
                return
            if what := self.read(text[at + 2 :], depth + 1):
                where = self.read(text[:at], depth + 1) or _Found(text[:at], _n_letters(text[:at]))
                yield _Found(f"{where.text}: {what.text}", where.n_left + what.n_left)


def _may_be(shape: _Shape, filling: tuple[str, ...], parts: list[_Found | None]) -> bool:
    """Whether a shape of few letters is meant: anything can look like "{1} to {2}"."""
    return shape.n_letters >= _FEW_LETTERS or all(
        new is not None or _NUMBER.fullmatch(old) for new, old in zip(parts, filling, strict=True)
    )


def _joined(shape: _Shape, filling: tuple[str, ...], parts: list[_Found | None]) -> _Found:
    pairs = list(zip(parts, filling, strict=True))
    words = [new.text if new else _number_text(old) for new, old in pairs]
    n_left = sum(new.n_left if new else _n_letters(old) for new, old in pairs)
    pattern = QCoreApplication.translate(SENTENCES, shape.text)
    return _Found(_HOLE.sub(lambda hole: words[int(hole[1]) - 1], pattern), n_left)


def _number_text(text: str) -> str:
    """Write the decimals of a number as the window does; what is none stays."""
    return text.replace(".", QLocale().decimalPoint()) if _DECIMAL.fullmatch(text) else text


def _n_letters(text: str) -> int:
    return sum(map(str.isalpha, text))


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


@cache
def _lines() -> tuple[str, ...]:
    return tuple(resources.text_of("translations", "road_codec.txt").splitlines())


@cache
def _wholes() -> frozenset[str]:
    return frozenset(line for line in _lines() if not _HOLE.search(line))


@cache
def _shapes() -> tuple[_Shape, ...]:
    """Return all sentences with holes, those of most letters first: they say the most."""
    shapes = []
    for line in _lines():
        pieces = tuple(_HOLE.split(line)[::2])
        if len(pieces) > 1:
            shapes.append(_Shape(line, pieces, _n_letters("".join(pieces))))
    return tuple(sorted(shapes, key=lambda shape: -shape.n_letters))
