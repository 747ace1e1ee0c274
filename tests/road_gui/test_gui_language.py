"""The window in Russian: every text is translated, and the choice is kept."""

import re
from collections import Counter
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

import resources
from road_codec import Param
from road_gui import app
from road_gui.forms.number_box import NumberBox
from road_gui.language import KEY, LANGUAGES, SYSTEM, locale_of, translate_into
from road_gui.main_window import MainWindow
from road_gui.messages import decibel_text, size_text
from road_gui.plots.frequency_scale import hertz_text
from road_gui.plots.ticks import clock_text
from road_gui.settings import Settings

_FILE_PATTERN = re.compile(r"\*\.?\w*")
_PLACE = re.compile(r"\{\w*\}|%n|<[^>]+>|\n")


def _messages() -> list[tuple[str, list[str]]]:
    tree = ElementTree.parse(resources.path_of("translations") / "road_gui_ru.ts")
    found = []
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None, message.findtext("source")
        forms = [form.text or "" for form in translation] or [translation.text or ""]
        found.append((message.findtext("source") or "", forms))
    return found


def test_every_text_is_translated_with_all_its_places() -> None:
    messages = _messages()
    assert len(messages) > 800
    for source, forms in messages:
        assert len(forms) == (3 if "%n" in source else 1), source
        for form in forms:
            assert form.strip(), source
            assert sorted(_PLACE.findall(form)) == sorted(_PLACE.findall(source)), source
            assert _FILE_PATTERN.findall(form) == _FILE_PATTERN.findall(source), source
            assert form.count("&") == source.count("&"), source
            for edge in (0, -1):
                assert form[edge].isspace() == source[edge].isspace(), source


def test_every_text_is_filed_under_a_class() -> None:
    # `owner.tr("…")` is filed under "owner", and asked for under the class of the owner.
    tree = ElementTree.parse(resources.path_of("translations") / "road_gui_ru.ts")
    names = [context.findtext("name") or "" for context in tree.iter("context")]
    assert [name for name in names if name.lstrip("_")[:1].islower()] == []


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "В очереди 1 файл"), (3, "В очереди 3 файла"), (11, "В очереди 11 файлов")],
)
def test_counts_have_the_three_forms_of_russian(number: int, words: str) -> None:
    said = QCoreApplication.translate("Summary", "%n file(s) in the queue", "", number)
    assert said == words


@pytest.mark.usefixtures("russian")
def test_numbers_have_the_comma_and_the_units_of_russian(qtbot: QtBot) -> None:
    assert size_text(3) == "3 байта"
    assert size_text(16) == "16 байт"
    assert decibel_text(-1.28) == "−1,3 дБ"
    assert clock_text(62.5, 1) == "1:02,5"
    assert hertz_text(2500) == "2,5к"
    box = NumberBox(Param(name="x", kind="number", default=0.5, low=0.0, high=9.0, doc=""), 0.5)
    qtbot.addWidget(box)
    assert box.text() == "0,5"
    for typed in ("1,25", "1.25"):
        box.lineEdit().selectAll()
        QTest.keyClicks(box.lineEdit(), typed)
        assert box.value == 1.25


@pytest.mark.usefixtures("russian")
def test_the_window_starts_in_russian(window: MainWindow) -> None:
    keys = ["Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+Q"]
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles == [
        *("Файл", "Очередь", "Воспроизведение", "Сравнение"),
        *("Кодеки", "Фрактал", "Вид", "Справка"),
    ]
    commands = window.commands
    pages = (commands.convert, commands.play, commands.compare, commands.codecs, commands.quit)
    assert [action.shortcut().toString() for action in pages] == keys
    assert "," in size_text(1_500_000)


@pytest.mark.usefixtures("russian")
def test_no_letter_of_a_russian_menu_is_given_twice(window: MainWindow) -> None:
    menus = [window.menuBar(), *(menu for menu in window.menuBar().findChildren(QMenu))]
    twice = {}
    for menu in menus:
        letters = Counter(
            found.group(1).lower()
            for action in menu.actions()
            if (found := re.search(r"&([^&])", action.text()))
        )
        if most := {letter for letter, count in letters.items() if count > 1}:
            title = menu.title() if isinstance(menu, QMenu) else "bar"
            twice[title] = [
                action.text()
                for action in menu.actions()
                if any(f"&{letter}" in action.text().lower() for letter in most)
            ]
    assert not twice


def test_the_language_is_chosen_for_the_next_start(window: MainWindow, settings: Settings) -> None:
    (russian,) = (
        action
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if action.data() == "ru"
    )
    russian.trigger()
    assert settings.value(KEY, SYSTEM) == "ru"
    assert "next start" in window.statusBar().currentMessage()


@pytest.mark.parametrize(("choice", "file"), [("ru", "Файл"), ("en", "File"), ("tlh", "File")])
def test_the_start_obeys_the_choice(
    choice: str,
    file: str,
    qapp: QApplication,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed = []

    def install(into: QApplication, locale: QLocale) -> None:
        installed.extend(translate_into(into, locale))

    monkeypatch.setattr(app, "translate_into", install)
    before = QLocale()
    settings.set(KEY, choice)
    settings.sync()
    try:
        app.prepare(qapp)
        assert QCoreApplication.translate("Menus", "&File") == f"&{file}"
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)


def test_a_country_that_speaks_the_language_is_kept() -> None:
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("en_GB"))
        assert locale_of("en").name() == "en_GB"
        assert locale_of(SYSTEM).name() == "en_GB"
        assert {locale_of(code).name()[:2] for code in LANGUAGES} == {"en", "ru"}
    finally:
        QLocale.setDefault(before)


def test_the_compiled_table_is_that_of_the_texts() -> None:
    folder = resources.path_of("translations")
    translator = QTranslator()
    assert translator.load(QLocale(QLocale.Language.Russian), "road_gui", "_", str(folder))
    for context in ElementTree.parse(folder / "road_gui_ru.ts").iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            forms = [form.text for form in message.iter("numerusform")]
            if not forms:
                assert translator.translate(name, source) == message.findtext("translation")
            for n, form in zip((1, 2, 5), forms, strict=False):
                assert translator.translate(name, source, "", n) == form
