"""Windows close cleanly, ask where work goes on, and are as they were when they open again."""

import gc
import os
import signal
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from road_gui.app import InterruptWatch
from road_gui.encoder.rows import State
from road_gui.main_window import MainWindow
from road_gui.settings import Settings
from road_gui.theme import Theme

MakeSound = Callable[..., Path]


def answer(monkeypatch: pytest.MonkeyPatch, role: QMessageBox.ButtonRole) -> list[str]:
    """Let questions be answered by the button of a role; return what is asked."""
    asked: list[str] = []

    def choose(box: QMessageBox) -> int:
        asked.append(f"{box.text()}\n{box.informativeText()}")
        next(one for one in box.buttons() if box.buttonRole(one) == role).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", choose)
    return asked


def convert(qtbot: QtBot, window: MainWindow, sound: Path) -> None:
    with qtbot.waitSignal(window.convert.adder.added):
        window.convert.add_paths([sound])
    with qtbot.waitSignal(window.convert.queue.row_changed):
        window.convert.start()


def measure(qtbot: QtBot, window: MainWindow, sound: Path) -> None:
    window.commands.codecs.trigger()
    window.codecs.take_path(sound)
    qtbot.waitUntil(window.codecs.commands.start.isEnabled)
    window.codecs.commands.start.trigger()


CONVERTED = """Files are being converted. Stop and quit?
What is unfinished is removed, and will be in the queue next time."""
MEASURED = """Codecs are being measured. Stop and quit?
Results that you have not saved are lost."""
BOTH = """Files are being converted and codecs measured. Stop and quit?
What is unfinished is removed, and will be in the queue next time.
Results that you have not saved are lost."""


@pytest.mark.parametrize(
    ("works", "question"),
    [([convert], CONVERTED), ([measure], MEASURED), ([convert, measure], BOTH)],
    ids=["converting", "measuring", "both"],
)
def test_closing_during_work_asks_once_and_can_be_taken_back(
    works: list[Callable[[QtBot, MainWindow, Path], None]],
    question: str,
    qtbot: QtBot,
    window: MainWindow,
    make_sound: MakeSound,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = make_sound("long.wav", seconds=900.0)
    for work in works:
        work(qtbot, window, long)

    asked = answer(monkeypatch, QMessageBox.ButtonRole.RejectRole)
    assert not window.close()
    assert asked == [question]
    assert window.isVisible()
    assert window.convert.is_running == (convert in works)
    assert window.codecs.is_running == (measure in works)

    asked = answer(monkeypatch, QMessageBox.ButtonRole.AcceptRole)
    assert window.close()
    assert asked == [question]
    assert [path.name for path in long.parent.iterdir()] == ["long.wav"]


def test_an_unfinished_queue_is_there_next_time(
    qtbot: QtBot, settings: Settings, theme: Theme, make_sound: MakeSound
) -> None:
    window = MainWindow(settings, theme)
    with qtbot.waitSignal(window.convert.adder.added):
        window.convert.add_paths([make_sound("a.wav")])
    assert window.close()
    again = MainWindow(Settings(), theme)
    qtbot.addWidget(again)
    assert [row.source.name for row in again.convert.model.rows] == ["a.wav"]
    assert again.convert.model.row_at(0).state is State.QUEUED
    assert again.statusBar().currentMessage() == "1 unfinished file restored from the last time"
    again.close()


def test_size_and_page_are_remembered(settings: Settings, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(settings, theme)
    window.show()
    window.resize(1030, 705)  # wider would be cut to the offscreen screen
    window.commands.play.trigger()
    window.close()
    again = MainWindow(Settings(), theme)
    qtbot.addWidget(again)
    again.show()
    assert again.size().height() == 705
    assert again.player.isVisible()
    again.close()


def test_an_interrupt_closes_the_window(qtbot: QtBot, window: MainWindow) -> None:
    heard = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.getsignal(number) for number in heard}
    watch = InterruptWatch()
    try:
        os.kill(os.getpid(), signal.SIGINT)
        qtbot.waitUntil(lambda: not window.isVisible())
    finally:
        watch.stop()
        for number, handler in before.items():
            signal.signal(number, handler)


def test_a_reset_that_is_refused_changes_nothing(
    window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(box: QMessageBox) -> int:
        assert box.clickedButton() is None
        next(one for one in box.buttons() if one is box.defaultButton()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", refuse)
    settings.set("output/place", "folder")
    window.commands.reset.trigger()
    assert window.isVisible()
    assert not window.wants_reset
    assert settings.value("output/place", "") == "folder"


def test_a_window_that_nobody_holds_is_gone_at_once(settings: Settings, theme: Theme) -> None:
    """Were it in a cycle, the collector would empty its objects while Qt still asks them."""
    gc.disable()
    try:
        window = MainWindow(settings, theme)
        held = weakref.ref(window)
        window.close()
        del window
        assert held() is None
    finally:
        gc.enable()


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_hundred_windows_leave_nothing_behind(
    settings: Settings, theme: Theme, qapp: QApplication
) -> None:
    def open_and_close() -> None:
        window = MainWindow(settings, theme)
        window.show()
        qapp.processEvents()
        assert window.close()
        window.deleteLater()
        del window
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()

    def counted() -> tuple[int, int, int]:
        return len(qapp.allWidgets()), threading.active_count(), n_native_threads()

    for _ in range(5):  # caches fill
        open_and_close()
    before, memory = counted(), resident_bytes()
    for _ in range(100):
        open_and_close()
    # Threads of other tests may end meanwhile.
    assert all(now <= then for now, then in zip(counted(), before, strict=True))
    assert resident_bytes() - memory < 5_000_000


def n_native_threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


def resident_bytes() -> int:
    n_pages = int(Path("/proc/self/statm").read_text().split()[1])
    return n_pages * os.sysconf("SC_PAGE_SIZE")
