"""How long the window is kept waiting by a queue of ten thousand files.

    .venv/bin/python tests/benchmarks/many_files.py [--files N] [--json FILE]

Every step is done by the actions of the window.  For each of them a timer that is due every
millisecond tells the longest time for which the event loop did not come round, and how much of
such a time the window itself has worked (the rest is waiting for other threads and programs), both
in milliseconds; and the time until all that was asked for was there, in seconds.  A hundred rows
here and there are what patient hands can select; every third is more than they will.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile
from measuring import write_json
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSettings, Slot
from PySide6.QtWidgets import QApplication
from window import Watch, wait

from road_gui.app import built_window, prepare
from road_gui.encoder.page import ConvertPage

_FOLDERS = 100
_PATIENCE_S = 60.0
# What a step starts for later, as writing the queue file, belongs to it.
_AFTERWARDS_S = 1.5


class BusyWatch(Watch):
    """Notes also for how long this thread has worked in each of the gaps."""

    def __init__(self) -> None:
        super().__init__()
        self.worked: list[float] = []
        self._before = time.thread_time()

    def begin(self) -> None:
        super().begin()
        self.worked.clear()
        self._before = time.thread_time()

    @Slot()
    def _note(self) -> None:
        super()._note()
        now = time.thread_time()
        self.worked.append(now - self._before)
        self._before = now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--json", type=Path, default=None)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["many_files"])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, name)
        make_files(folder / "sounds", arguments.files)
        settings, theme = prepare(app)
        settings.set("window/welcomed", True)
        window = built_window(settings, theme)
        window.resize(1280, 800)
        window.show()
        wait(1.0)
        results = measure(window.convert, folder / "sounds", arguments.files)
        window.convert.shut_down()
        window.close()
    for step, (gap_ms, worked_ms, seconds) in results.items():
        print(
            f"{step:20} {gap_ms:7.1f} ms, worked {worked_ms:7.1f} ms, done after {seconds:6.2f} s"
        )
    write_json(arguments.json, {step: list(values) for step, values in results.items()})


def make_files(folder: Path, n_files: int) -> None:
    """Fill folders with links to one short sound; most codecs and disks hold it at once."""
    folder.mkdir()
    noise = 0.1 * np.random.default_rng(1).standard_normal(4000)
    soundfile.write(folder.parent / "sound.wav", noise, 8000, "PCM_16")
    for number in range(n_files):
        place = folder / f"{number % _FOLDERS:03}"
        place.mkdir(exist_ok=True)
        os.link(folder.parent / "sound.wav", place / f"{number:05}.wav")


def measure(page: ConvertPage, folder: Path, n_files: int) -> dict[str, tuple[float, float, float]]:
    commands, model = page.commands, page.model
    steps: dict[str, tuple[Callable[[], object], Callable[[], bool]]] = {
        "add": (lambda: page.add_paths([folder]), lambda: model.rowCount() == n_files),
        "select all": (page.view.selectAll, lambda: len(page.view.selected_rows()) == n_files),
        "remove": (commands.remove.trigger, lambda: model.rowCount() == 0),
        "undo": (commands.undo.trigger, lambda: model.rowCount() == n_files),
        "select a hundred": (lambda: select(page, n_files // 100), lambda: True),
        "move them down": (commands.move_down.trigger, lambda: True),
        "undo moving them": (commands.undo.trigger, lambda: True),
        "select every third": (lambda: select(page, 3), lambda: True),
        "remove every third": (commands.remove.trigger, lambda: model.rowCount() < n_files),
        "undo every third": (commands.undo.trigger, lambda: model.rowCount() == n_files),
        "select them again": (lambda: select(page, 3), lambda: True),
        "move down": (commands.move_down.trigger, lambda: True),
        "undo the move": (commands.undo.trigger, lambda: True),
        "add again": (lambda: page.add_paths([folder]), lambda: not page.adder.is_busy),
        "start": (commands.start.trigger, lambda: page.is_running),
        "convert": (lambda: None, lambda: page.queue.totals().n_done > 20),
        "pause": (commands.pause.trigger, lambda: not page.is_running),
        "report": (commands.copy_report.trigger, lambda: True),
    }
    return {name: measured(act, is_done) for name, (act, is_done) in steps.items()}


def select(page: ConvertPage, step: int) -> None:
    chosen = QItemSelection()
    for number in range(0, page.model.rowCount(), step):
        chosen.append(page.model.whole_rows(number, number))
    page.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def measured(act: Callable[[], object], is_done: Callable[[], bool]) -> tuple[float, float, float]:
    """Do one thing; return the longest gap, the longest work and the whole time."""
    watch = BusyWatch()
    wait(0.1)
    watch.begin()
    begun = time.perf_counter()
    act()
    while not is_done() and time.perf_counter() - begun < _PATIENCE_S:
        wait(0.01)
    if not is_done():
        sys.exit("it did not come to its end")
    seconds = time.perf_counter() - begun
    wait(_AFTERWARDS_S)
    gap_ms, worked_ms = 1000 * max(watch.gaps), 1000 * max(watch.worked)
    return round(gap_ms, 1), round(worked_ms, 1), round(seconds, 3)


if __name__ == "__main__":
    sys.exit(main())
