"""How long the Fractal page keeps the window waiting while hours are looked through.

    .venv/bin/python tests/benchmarks/fractal_view.py [ENCODED ORIGINAL] [--seconds N] [--json FILE]

Without files a sound is generated and encoded, which takes minutes and 2 GB for three hours.  For
each step: the longest time for which the event loop did not come round, and how much of such a time
the window itself has worked, in milliseconds.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from compare_view import wait_for
from many_files import BusyWatch
from measuring import make_music, write_json
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from window import wait

from road_codec import encode, finish
from road_gui.app import built_window, prepare
from road_gui.main_window import MainWindow

_STEPS = 60
_SECONDS_A_STEP = 0.03
_PATIENCE_S = 600.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--seconds", type=float, default=10_800.0)
    parser.add_argument("--json", type=Path, default=None)
    arguments = parser.parse_args()
    if len(arguments.files) not in (0, 2):
        parser.error("give an encoded file and its original, or neither")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["fractal_view"])
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        encoded, original = arguments.files or made(Path(folder), arguments.seconds)
        settings, theme = prepare(app)
        window = built_window(settings, theme)
        window.resize(1280, 800)
        window.show()
        window.commands.fractal.trigger()
        wait(1.0)
        results = measure(window, encoded, original)
        window.end()
    for name, (gap_ms, worked_ms) in results.items():
        print(f"{name:32} {gap_ms:7.1f} ms, worked {worked_ms:7.1f} ms")
    write_json(arguments.json, {step: list(values) for step, values in results.items()})


def made(folder: Path, seconds: float) -> tuple[Path, Path]:
    original, encoded = make_music(folder / "long.wav", seconds), folder / "long.road.wav"
    finish(encode(original, encoded))
    return encoded, original


def measure(window: MainWindow, encoded: Path, original: Path) -> dict[str, tuple[float, float]]:
    page = window.fractal
    explorer, strip = page.explorer, page.head.strip
    steps: dict[str, Callable[[], None]] = {
        "open": lambda: wait_for(explorer.look_changed, lambda: page.open_path(encoded, original)),
        "open again": lambda: wait_for(
            explorer.look_changed, lambda: page.open_path(encoded, original)
        ),
        "until all is surveyed": lambda: until(lambda: not explorer.survey.is_running),
        "drag over the strip": lambda: stepped(
            lambda number: strip.chosen.emit(number * strip.n_superframes // _STEPS)
        ),
        "superframe after superframe": lambda: stepped(lambda _: page.commands.on.trigger()),
        "come closer": lambda: stepped(lambda _: explorer.zoom(1.2)),
        "go away": lambda: stepped(lambda _: explorer.zoom(1 / 1.2)),
        "range after range": lambda: stepped(lambda _: explorer.move(1)),
        "passes": lambda: stepped(lambda number: explorer.set_passes(number % 9)),
        "strip drawn anew": lambda: stepped(lambda _: strip.redraw()),
    }
    return {name: measured(act) for name, act in steps.items()}


def stepped(act: Callable[[int], object]) -> None:
    for number in range(_STEPS):
        act(number)
        wait(_SECONDS_A_STEP)
    wait(0.5)


def until(is_so: Callable[[], bool]) -> None:
    began = time.perf_counter()
    while not is_so():
        wait(0.1)
        if time.perf_counter() - began > _PATIENCE_S:
            sys.exit("it did not come to its end")


def measured(act: Callable[[], None]) -> tuple[float, float]:
    watch = BusyWatch()
    wait(0.1)
    watch.begin()
    act()
    return round(1000 * max(watch.gaps), 1), round(1000 * max(watch.worked), 1)


if __name__ == "__main__":
    sys.exit(main())
