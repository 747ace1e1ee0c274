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

from PySide6.QtCore import QCoreApplication

import resources

SENTENCES, PRESETS = "road_codec", "road_codec presets"
"""The contexts of the translations: what the library says, and what its presets are called."""

_PROBE = "{1}: there is no such file"
_LONGEST = 1000  # beyond that it is no sentence
_DEEPEST = 4  # a reason of a reason of a reason
_MOST_CUTS = 8
_HOLE = re.compile(r"\{(\d+)\}")
_NUMBER = re.compile(r"[-+−]?[\d.,/eE ]*\d[\d.,/eE ]*")
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


def preset_word(text: str) -> str:
    """Return the name or the description of a preset that came with the program."""
    return QCoreApplication.translate(PRESETS, text) if text else text


@lru_cache(maxsize=512)
def _said(text: str, language: str) -> str:
    del language  # another language is another entry of the cache
    return _known(text, 0) or text


def _known(text: str, depth: int) -> str | None:
    """Return the translation of a sentence, None where it has none."""
    if depth > _DEEPEST or not text.strip():
        return None
    if found := _direct(text, depth):
        return found
    at = -1
    for _ in range(_MOST_CUTS):  # "where: what"
        if (at := text.find(": ", at + 1)) < 0:
            return None
        if found := _direct(text[at + 2 :], depth):
            before = text[:at]
            return f"{_known(before, depth + 1) or before}: {found}"
    return None


def _direct(text: str, depth: int) -> str | None:
    """Return the translation of a sentence that has a shape of its own."""
    if (whole := QCoreApplication.translate(SENTENCES, text)) != text or text in _wholes():
        return whole
    if ": " not in text and _FILE_NAME.search(text) and " " not in text:
        return None
    for shape in _shapes():
        best: list[str] | None = None
        most = -1
        for filling in shape.fillings(text):
            known = [_known(part, depth + 1) for part in filling]
            n_known = sum(found is not None for found in known)
            if _may_be(shape, filling, known) and n_known > most:
                most = n_known
                best = [new or old for new, old in zip(known, filling, strict=True)]
        if best is not None:
            return _filled(QCoreApplication.translate(SENTENCES, shape.text), best)
    return None


def _may_be(shape: _Shape, filling: tuple[str, ...], known: list[str | None]) -> bool:
    """Whether a shape of few letters is meant: anything can look like "{1} to {2}"."""
    return shape.n_letters >= _FEW_LETTERS or all(
        new is not None or _NUMBER.fullmatch(old) for new, old in zip(known, filling, strict=True)
    )


def _filled(pattern: str, parts: list[str]) -> str:
    return _HOLE.sub(lambda hole: parts[int(hole[1]) - 1], pattern)


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
            n_letters = sum(map(str.isalpha, "".join(pieces)))
            shapes.append(_Shape(line, pieces, n_letters))
    return tuple(sorted(shapes, key=lambda shape: -shape.n_letters))
