"""In a small window no button, label, choice or heading is cut, whatever the language."""

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from road_codec import AbxTest
from road_gui.faults import show_fault
from road_gui.language import LANGUAGES, locale_of, translate_into
from road_gui.main_window import MainWindow
from road_gui.messages import explain
from road_gui.player import output
from road_gui.player.abx_questions import fate_of_result, may_give_up
from road_gui.questions import may_reset, may_stop
from road_gui.settings import Settings
from road_gui.theme import Theme
from tests.road_gui.cut_texts import cut_texts

SMALL = (1024, 640)
MakeSound = Callable[..., Path]


@pytest.fixture(params=LANGUAGES)
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    before = QLocale()
    locale = locale_of(request.param)
    QLocale.setDefault(locale)
    translators = translate_into(qapp, locale)
    yield request.param
    for translator in translators:
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


@pytest.fixture
def small(
    spoken: str,
    qtbot: QtBot,
    settings: Settings,
    theme: Theme,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[MainWindow]:
    """Return a window of the smallest size that is promised, in each language."""
    monkeypatch.setattr(output, "load", _no_card)
    made = MainWindow(settings, theme)
    qtbot.addWidget(made)
    made.resize(*SMALL)
    made.show()
    yield made
    made.convert.shut_down()
    made.close()


def _no_card() -> object:
    raise output.DeviceError("no sound card")


def _settle(window: MainWindow) -> None:
    """Let layouts that wait for the event loop take place."""
    for _ in range(3):  # a scroll bar that comes takes room from what lies beside it
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
    assert (window.width(), window.height()) == SMALL


def _lasting_cuts(window: MainWindow, qtbot: QtBot) -> list[str]:
    """Name what stays cut: what is still being worked out may lay a page out once more."""
    for _ in range(20):
        _settle(window)
        found = cut_texts(window)
        if not found:
            break
        qtbot.wait(50)
    return found


def test_nothing_is_cut_on_any_page(
    small: MainWindow, qtbot: QtBot, make_sound: MakeSound, encoded_sound: Path
) -> None:
    sound, broken = make_sound("a.wav"), make_sound("broken.wav")
    broken.write_bytes(b"RIFF")
    states = (
        _empty_pages(small),
        _settings(small),
        _queue(small, qtbot, [sound, broken]),
        _player(small, qtbot, encoded_sound),
        _comparison(small, qtbot, encoded_sound),
        _codecs(small, qtbot, sound),
        _fractal(small, qtbot, encoded_sound),
    )
    cuts = {}
    for state in chain.from_iterable(states):
        if found := _lasting_cuts(small, qtbot):
            cuts[state] = found
    assert cuts == {}


QUESTIONS: dict[str, Callable[[QWidget], object]] = {
    "conversion": lambda parent: may_stop(parent, converts=True, measures=False),
    "measuring": lambda parent: may_stop(parent, converts=False, measures=True),
    "both": lambda parent: may_stop(parent, converts=True, measures=True),
    "reset": may_reset,
    "result": fate_of_result,
    "test": lambda parent: may_give_up(AbxTest(seed=1, n_trials=10), parent),
    "fault": lambda parent: show_fault(explain(OSError(28, "No space left", "/a b/c.wav")), parent),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_is_cut(
    question: str, small: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut: list[list[str]] = []

    def look(box: QMessageBox) -> int:
        box.show()
        _settle(small)
        cut.append(cut_texts(box))
        box.done(0)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    QUESTIONS[question](small)
    assert cut == [[]]


def _empty_pages(window: MainWindow) -> Iterator[str]:
    commands = window.commands
    for action in (
        *(commands.welcome, commands.convert, commands.play, commands.compare),
        *(commands.codecs, commands.fractal),
    ):
        action.trigger()
        yield f"empty: {action.text()}"


def _settings(window: MainWindow) -> Iterator[str]:
    window.commands.convert.trigger()
    panel = window.convert.panel
    panel.decoding.params.more.set_open(True)
    for section in panel.sections.values():
        section.set_open(True)
    form = panel.encoding
    for number in range(form.box.count()):
        form.box.setCurrentIndex(number)
        form.form.more.set_open(True)
        yield f"settings: {form.box.currentText()}"


def _queue(window: MainWindow, qtbot: QtBot, sounds: list[Path]) -> Iterator[str]:
    page = window.convert
    with qtbot.waitSignal(page.adder.added):
        page.add_paths(sounds)
    yield "queue waits"
    with qtbot.waitSignal(page.queue.finished, timeout=20_000):
        page.start()
    page.view.selectRow(1)
    yield "queue done"
    page.commands.settings.setChecked(False)
    yield "queue without settings"


def _player(window: MainWindow, qtbot: QtBot, encoded: Path) -> Iterator[str]:
    with qtbot.waitSignal(window.player.opened, timeout=20_000):
        window.open_in_player(encoded)
    yield "player"
    window.commands.tour.trigger()
    yield "tour"
    window.tour.finish()


def _comparison(window: MainWindow, qtbot: QtBot, encoded: Path) -> Iterator[str]:
    window.commands.compare.trigger()
    with qtbot.waitSignal(window.compare.surveyed, timeout=20_000):
        window.open_in_compare(None, encoded)
    window.compare.view.select(10.0, 2000.0)
    yield "comparison"


def _codecs(window: MainWindow, qtbot: QtBot, sound: Path) -> Iterator[str]:
    window.commands.codecs.trigger()
    with qtbot.waitSignal(window.codecs.panel.sound.changed, timeout=20_000):
        window.codecs.take_path(sound)
    yield "codecs"


def _fractal(window: MainWindow, qtbot: QtBot, encoded: Path) -> Iterator[str]:
    page = window.fractal
    with qtbot.waitSignal(page.explorer.survey.finished, timeout=20_000):
        page.open_path(encoded)
    window.commands.fractal.trigger()
    for passes in (0, 1, 4, 8):
        page.explorer.set_passes(passes)
        yield f"fractal after {passes}"
