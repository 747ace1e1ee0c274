"""Every icon and every plural that the code asks for is there."""

import ast
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QSize, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import resources
import road_gui
from road_gui.encoder.rows import State
from road_gui.icons import icon
from road_gui.theme import Theme

ICONS = sorted(path.stem for path in resources.path_of("icons").glob("*.svg"))


def _strings_in_code() -> Iterator[str]:
    for path in Path(road_gui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _icons_asked_for() -> Iterator[str]:
    for path in Path(road_gui.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            words = [
                word.value for word in node.keywords if word.arg in ("picture", "primary_icon")
            ]
            if node.func.id in ("icon", "pixmap"):
                words += node.args[:1]
            yield from (
                word.value
                for word in words
                if isinstance(word, ast.Constant) and isinstance(word.value, str)
            )


def test_every_icon_asked_for_is_there() -> None:
    asked = set(_icons_asked_for()) | {state.icon for state in State}
    assert {"play", "stop", "state-failed"} <= asked
    assert asked <= set(ICONS)


@pytest.mark.parametrize("name", ICONS)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_icons_show_something_in_both_themes(name: str, mode: str, qapp: QApplication) -> None:
    Theme(mode, qapp).apply()
    for state in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        picture = icon(name).pixmap(QSize(24, 24), state).toImage()
        inked = sum(
            picture.pixelColor(x, y).alpha() > 100
            for x in range(picture.width())
            for y in range(picture.height())
        )
        assert inked > 10


def test_every_plural_is_there_and_compiled(qapp: QApplication) -> None:
    folder = resources.path_of("translations")
    tree = ElementTree.parse(folder / "road_gui_en.ts")
    known = {message.findtext("source") or "" for message in tree.iter("message")}
    assert {text for text in _strings_in_code() if "%n" in text} == known

    translator = QTranslator()
    assert translator.load(QLocale(QLocale.Language.English), "road_gui", "_", str(folder))
    for context in tree.iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            forms = [form.text for form in message.iter("numerusform")]
            name = context.findtext("name") or ""
            for n, form in zip((1, 2), forms, strict=True):
                assert form
                assert translator.translate(name, source, "", n) == form
    assert QCoreApplication.translate("Summary", "%n file(s) done", "", 1) == "1 file done"
