"""Whether the window answers, and plays without a gap, while two files are encoded.

    sh tests/tools/virtual_sink.sh played.raw \\
        .venv/bin/python tests/benchmarks/window.py SOUND [--seconds N] [--json FILE]

Without the (virtual) sound card nothing is played, and only the event loop is measured: a timer
that is due every millisecond tells how long it was kept waiting.  SOUND should last minutes.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from measuring import write_json
from PySide6.QtCore import QEventLoop, QObject, QSettings, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication

from road_codec import encode, finish
from road_gui.app import built_window, prepare
from road_gui.main_window import MainWindow


class Watch(QObject):
    """Notes the gaps between the calls of a timer without interval, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._note)
        self._timer.start(1)

    def begin(self) -> None:
        self.gaps.clear()
        self._last = time.perf_counter()

    @Slot()
    def _note(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sound", type=Path)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--json", type=Path, default=None)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["window"])
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        settings, theme = prepare(app)
        window = built_window(settings, theme)
        window.resize(1280, 800)
        window.show()
        results = measure(window, arguments.sound.resolve(), arguments.seconds, Path(folder))
        # Not by closing the window, which would ask whether to stop the work.
        window.convert.shut_down()
        window.player.close_all()
    for name, value in results.items():
        print(f"{name}: {value}")
    write_json(arguments.json, results)


def measure(
    window: MainWindow, sound: Path, seconds: float, folder: Path
) -> dict[str, float | int]:
    played = folder / "played.road.wav"
    finish(encode(sound, played))
    copies = []
    # As many as keep two encoders busy for the whole time.
    for number in range(64):
        copies.append(folder / f"{number}{sound.suffix}")
        shutil.copyfile(sound, copies[-1])
    window.open_in_player(played)
    wait(1.5)
    window.convert.panel.output.at_once_box.setValue(2)
    window.convert.add_paths(copies)
    wait(1.5)
    engine, watch = window.player.engine, Watch()
    with_sound = "ROAD_SINK_RECORDING" in os.environ
    if with_sound:
        engine.play()
    window.convert.start()
    wait(1.0)
    watch.begin()
    wait(seconds)
    gaps = np.array(watch.gaps) * 1000
    results: dict[str, float | int] = {
        "seconds": seconds,
        "longest_gap_ms": round(float(gaps.max()), 1),
        "gaps_over_50_ms": int((gaps > 50).sum()),
        "gaps_over_20_ms": int((gaps > 20).sum()),
    }
    if with_sound and engine.tap is not None:
        results["underflows"] = engine.tap.n_underflows
        results["late_blocks"] = engine.tap.n_late
    return results


def wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
