"""What the library says is said in the language of the window: every sentence of it."""

import csv
import importlib.util
import io
import os
import re
import resource
import signal
import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import resources
from road_codec import (
    CodecSetting,
    DecodeOptions,
    Preset,
    PresetStore,
    RoadError,
    codec_named,
    decode,
    describe,
    describe_file,
    encode,
    finish,
    read_preset,
)
from road_gui import library_words
from road_gui.codecs.settings_model import short_label
from road_gui.encoder.preset_box import PresetBox
from road_gui.encoder.report import as_csv
from road_gui.forms.fields import field_for
from road_gui.library_words import (
    FIELDS,
    PRESETS,
    SENTENCES,
    field_word,
    label_word,
    preset_word,
    said,
)
from road_gui.main_window import MainWindow
from road_gui.messages import explain
from road_gui.player.details import DetailsDialog

ROOT = Path(__file__).resolve().parents[2]
FOLDER = resources.path_of("translations")
MakeSound = Callable[..., Path]

_HOLE = re.compile(r"\{\d+\}")
_ENGLISH = re.compile(
    r"\b(the|is|are|of|must|cannot|has|have|there|that|with|not|no|only|bytes?|samples?)\b"
)


def _load() -> ModuleType:
    place = ROOT / "packaging" / "library_sentences.py"
    spec = importlib.util.spec_from_file_location("library_sentences", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


library_sentences = _load()


def _table() -> Iterator[tuple[str, str, ElementTree.Element]]:
    for context in ElementTree.parse(FOLDER / "road_codec_ru.ts").iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield context.findtext("name") or "", message.findtext("source") or "", translation


# -- the table ------------------------------------------------------------------------------------


def test_every_sentence_of_the_library_is_in_the_table() -> None:
    expected = library_sentences.sentences()
    assert sum(map(len, expected.values())) > 500
    found: dict[str, list[str]] = {name: [] for name in expected}
    for name, source, _ in _table():
        found[name].append(source)
    assert found == expected, "run packaging/translations"
    lines = (FOLDER / "road_codec.txt").read_text(encoding="utf-8").splitlines()
    assert lines == expected[SENTENCES]


def test_errors_notices_and_explanations_are_found(tmp_path: Path) -> None:
    found = library_sentences.sentences()
    assert {
        "{1}: there is no such file",
        "damaged: {1}; its {2} samples are silent",
        "the target is newer and whole",
        "{1}; the cpu is used instead",
        "Makes the random signs.",
        "{1} steps of 16 bits",
        "permission denied",
    } <= set(found[SENTENCES])
    shipped = [one for one in PresetStore(tmp_path / "none").all() if one.is_shipped]
    assert {one.name for one in shipped} | {one.text for one in shipped} == set(found[PRESETS])
    assert {"find_bytes", "samples_of_{1}_bits", "rest"} <= set(found[FIELDS])


def test_every_sentence_is_translated_with_all_its_holes() -> None:
    for name, source, translation in _table():
        text = translation.text or ""
        assert translation.get("type") is None, source
        assert text.strip(), source
        assert sorted(_HOLE.findall(text)) == sorted(_HOLE.findall(source)), source
        # What stands before may be the name of a file and a colon: it has to stay in front.
        if source.startswith("{1}") and name == SENTENCES:
            assert text.startswith("{1}"), source
        assert not _ENGLISH.search(text), source


def test_the_compiled_table_is_that_of_the_sentences() -> None:
    translator = QTranslator()
    assert translator.load(QLocale(QLocale.Language.Russian), "road_codec", "_", str(FOLDER))
    for name, source, translation in _table():
        assert translator.translate(name, source) == translation.text


# -- sentences ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("russian")
def test_every_sentence_is_known_whatever_fills_its_holes() -> None:
    for source in library_sentences.sentences()[SENTENCES]:
        n_holes = len(_HOLE.findall(source))
        numbers = [str(7001 + number) for number in range(n_holes)]
        text = _HOLE.sub(lambda hole: numbers[int(hole[0][1:-1]) - 1], source)  # noqa: B023
        words = said(text)
        assert not _ENGLISH.search(words), (text, words)
        assert all(number in words for number in numbers), (text, words)


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize(
    ("english", "russian_words"),
    [
        ("/m/a: b.wav: there is no such file", "/m/a: b.wav: такого файла нет"),
        ("/m/a.wav: cannot be read: permission denied", "/m/a.wav: не читается: нет доступа"),
        (
            "/m/x.road.wav: superframe 1 at byte 659: 55 bytes, but its items need 60",
            "/m/x.road.wav: суперкадр 1, байт 659: 55 Б, а его элементам нужно 60",
        ),
        (
            "superframe 1, block 5 at byte 46: CRC is 0xCDC8E293, 0xFBE expected",
            "суперкадр 1, блок 5, байт 46: CRC 0xCDC8E293 вместо 0xFBE",
        ),
        (
            "damaged: packet 3 at byte 9: CRC is AB, CD expected; it is damaged; "
            "its 7 samples are silent",
            "повреждён: пакет 3, байт 9: CRC AB вместо CD, данные повреждены; "
            "вместо него тишина (7 отсч.)",
        ),
        (
            "bands: 3, must be one of 1, 2, 4",
            "полосы (bands): 3, допустимо: одно из значений 1, 2, 4",
        ),
        ("bits: 9.5, must be 2.0 to 8.0 bits", "разрядность (bits): 9,5, допустимо: 2,0…8,0 бит"),
        (
            "preset: 'TQA small' is the name of one that came with the program",
            "пресет: 'TQA small' — имя пресета, который поставляется с программой",
        ),
        ("range 8", "ранг 8"),
        ("is empty (0 bytes)", "пустой файл (0 Б)"),  # said of a file whose name is left out
        ("is empty", "пусто"),
    ],
)
def test_a_sentence_is_told_by_its_shape(english: str, russian_words: str) -> None:
    assert said(english) == russian_words


@pytest.mark.usefixtures("russian")
def test_names_of_settings_are_made_of_parameters() -> None:
    setting = codec_named("road-classic").params_type(smallest_range=16, strict=True)
    label = short_label(CodecSetting(codec="road-classic", label="", params=setting))
    assert label_word(label) == "точно вкл., ранг 16"
    assert label_word("my own, best one") == "my own, best one"


@pytest.mark.usefixtures("russian")
@pytest.mark.parametrize(
    "text",
    [
        "",
        ": ",
        "nobody has ever said so to anybody",
        "/music/one to another",
        "block.wav",
        "/m/a.wav: there is no such file" + 1000 * " ",
        "{1}",
    ],
)
def test_what_is_no_known_sentence_stays_as_it_is(text: str) -> None:
    assert said(text) == text


@pytest.mark.usefixtures("russian")
def test_names_that_look_like_sentences_do_not_lead_astray() -> None:
    for name in (40 * ": ", 30 * "at byte 1: ", 60 * "{1} to ", 90 * "a: b", 300 * " 1"):
        assert said(f"/{name}: there is no such file").endswith(": такого файла нет")


def test_an_english_window_looks_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_words, "_said", pytest.fail)
    monkeypatch.setattr(library_words, "_shapes", pytest.fail)
    text = "/m/a.wav: there is no such file"
    assert said(text) is text
    assert preset_word("Standard") == "Standard"
    assert field_word("mapped_by_length") == "Mapped by length"


# -- where they are shown ------------------------------------------------------------------------


def _fails(work: Callable[[], Any]) -> str:
    with pytest.raises(RoadError) as raised:
        work()
    return explain(raised.value).line


@pytest.fixture
def sound(make_sound: MakeSound, encoded_sound: Path) -> Path:
    del encoded_sound  # it has compiled the kernels
    return make_sound("tone.wav")


@pytest.mark.usefixtures("russian")
def test_real_errors_are_told_in_russian(sound: Path, tmp_path: Path) -> None:
    target, gone, copy = tmp_path / "x.road.wav", tmp_path / "gone.wav", tmp_path / "y.road.wav"
    finish(encode(sound, target))
    works: dict[str, Callable[[], Any]] = {
        f"Не читается: {gone}: такого файла нет": lambda: finish(encode(gone, target)),
        f"Не читается: {tmp_path}: это папка, а не файл": lambda: finish(describe_file(tmp_path)),
        f"Не записывается: {target}: уже существует": lambda: finish(
            encode(sound, target, on_exists="error")
        ),
        f"Настройка не подходит: {target}: уже закодирован": lambda: finish(encode(target, copy)),
        "Настройка не подходит: Проходы (passes): 99, допустимо: 0…64": lambda: DecodeOptions(
            passes=99
        ),
        "Настройка не подходит: Пресет: имя '../x' содержит знак": lambda: Preset(
            name="../x", codec="tqa"
        ),
        f"Файл повреждён или неизвестен: {sound}: это не пресет": lambda: read_preset(sound),
    }
    for beginning, work in works.items():
        line = _fails(work)
        assert line.startswith(beginning)
        assert not _ENGLISH.search(line.replace(str(tmp_path), ""))


@pytest.mark.usefixtures("russian")
def test_damage_and_sizes_are_told_in_russian(
    sound: Path, tmp_path: Path, encoded_sound: Path
) -> None:
    short = tmp_path / "short.road.wav"
    short.write_bytes(encoded_sound.read_bytes()[:-50])
    line = _fails(lambda: finish(decode(short, tmp_path / "x.wav")))
    assert re.match(
        rf"Файл повреждён или неизвестен: {short}: FIND \(чанк, байт \d+\): объявлено", line
    )

    data = bytearray(sound.read_bytes())
    struct.pack_into("<I", data, 24, 0x7FFFFFFF)  # the rate
    sound.write_bytes(data)
    line = _fails(lambda: finish(encode(sound, tmp_path / "x.road.wav")))
    assert line.startswith(f"Слишком велико: {sound}: частота, Гц: объявлено 2147483647, принимае")


@pytest.mark.usefixtures("russian")
def test_a_full_disk_is_told_in_russian(sound: Path, tmp_path: Path) -> None:
    kept = resource.getrlimit(resource.RLIMIT_FSIZE)
    heard = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, kept[1]))
    try:
        line = _fails(lambda: finish(encode(sound, tmp_path / "x.road.wav")))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, kept)
        signal.signal(signal.SIGXFSZ, heard)
    pattern = r".*: диск заполнен \(файл слишком велик; \d+ МБ свободно\)"
    assert re.fullmatch(pattern, line)


@pytest.mark.usefixtures("russian")
def test_reasons_of_the_system_are_told_in_russian() -> None:
    error = OSError(5, os.strerror(5), "/m/a.wav")
    assert explain(error).line == "Отказ системы: Ошибка ввода-вывода (/m/a.wav)"
    assert explain(error).plain == "The system refused: Input/output error (/m/a.wav)"


@pytest.mark.usefixtures("russian")
def test_a_row_is_russian_for_people_and_english_for_programs(
    window: MainWindow, qtbot: QtBot, encoded_sound: Path, tmp_path: Path
) -> None:
    page = window.convert
    half = tmp_path / "half" / "tone.road.wav"
    half.parent.mkdir()
    half.write_bytes(encoded_sound.read_bytes()[:-100])
    with qtbot.waitSignal(page.adder.added):
        page.add_paths([half])
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.commands.start.trigger()
    row = page.model.row_at(0)
    assert row.message.startswith("Файл повреждён или неизвестен: ")
    assert not _ENGLISH.search(row.message)
    (line,) = csv.DictReader(io.StringIO(as_csv(page.model)))
    assert line["message"].startswith("Damaged or unknown file: ")
    assert line["message"].isascii()


@pytest.mark.usefixtures("russian")
def test_forms_explain_themselves_in_russian(qtbot: QtBot) -> None:
    for codec in ("road-classic", "extrema", "tqa"):
        for param in describe(codec_named(codec).params_type):
            field = field_for(param)
            qtbot.addWidget(field)
            assert not _ENGLISH.search(field.toolTip()), field.toolTip()
            assert re.search("[а-я]", field.toolTip())


@pytest.mark.usefixtures("russian")
def test_presets_have_russian_names_and_keep_their_own(qtbot: QtBot, tmp_path: Path) -> None:
    box = PresetBox(PresetStore(tmp_path))
    qtbot.addWidget(box)
    box.set_codec("road-classic")
    names = [box.itemText(number) for number in range(box.count())]
    assert names == ["Компактный", "Обычный", "Тонкий", "Точный", "Свои"]
    box.setCurrentIndex(1)
    assert box.preset_name == "Standard"


@pytest.mark.usefixtures("russian")
def test_the_facts_of_a_file_are_named_in_russian(qtbot: QtBot, encoded_sound: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = DetailsDialog("x", finish(describe_file(encoded_sound)), parent)
    text = dialog.text.toPlainText()
    assert "Кадров в суперкадре" in text
    assert not re.search(r"\b(samples|share|header|bytes|length|total)\b", text, re.IGNORECASE)
