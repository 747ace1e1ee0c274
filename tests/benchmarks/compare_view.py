"""How long the Compare page takes to draw a pair of hours, from all of it down to single samples.

    .venv/bin/python tests/benchmarks/compare_view.py [SOUND] [--seconds N] [--json FILE]

Without a SOUND one is generated; the other of the pair is the same at 8 bits.  Three hours take
4 GB in the folder for temporary files.  Each time is that of the lanes being drawn anew: nothing
is copied from a picture before.  The views of one row move by a tenth of their width each time.
"""

import argparse
import os
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path

import soundfile
from measuring import make_music, write_json
from PySide6.QtCore import QEventLoop, QSettings, QTimer, SignalInstance
from PySide6.QtWidgets import QApplication

from road_gui.app import built_window, prepare
from road_gui.compare.lanes_view import LanesView
from road_gui.compare.page import ComparePage
from road_gui.main_window import MainWindow

PATIENCE_MS = 1_800_000
VIEWS_S = {"all": None, "10 min": 600.0, "1 min": 60.0, "1 s": 1.0, "20 ms": 0.02, "1 ms": 0.001}
STEPS = 10
ZOOM_A_NOTCH = 1.25


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sound", type=Path, nargs="?")
    parser.add_argument("--seconds", type=float, default=10_800.0)
    parser.add_argument("--json", type=Path, default=None)
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(["compare_view"])
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        original = arguments.sound or make_music(Path(folder) / "long.wav", arguments.seconds)
        decoded = worsened(original, Path(folder) / "worse.wav")
        settings, theme = prepare(app)
        window = built_window(settings, theme)
        window.resize(1280, 800)
        window.show()
        results = measure(window, original, decoded)
        window.compare.close_all()
        window.player.close_all()
    for name, value in results.items():
        print(f"{name}: {value}")
    write_json(arguments.json, results)


def worsened(original: Path, target: Path) -> Path:
    """Write a sound anew with no more than 8 bits a sample."""
    with (
        soundfile.SoundFile(original) as source,
        soundfile.SoundFile(target, "w", source.samplerate, source.channels, "PCM_16") as file,
    ):
        for block in source.blocks(1 << 20, dtype="int16"):
            file.write(block & ~0xFF)
    return target


def measure(window: MainWindow, original: Path, decoded: Path) -> dict[str, float | str]:
    page = window.compare
    began = time.perf_counter()
    wait_for(page.opened, lambda: window.open_in_compare(original, decoded))
    assert page.survey is not None
    results: dict[str, float | str] = {"opened_s": since(began)}
    wait_for(page.survey.grown)
    results["first_waves_s"] = since(began)
    wait_for(page.surveyed)
    results["all_waves_s"] = since(began)
    while page.survey.whole is None:
        wait_for(page.survey.measured)
    results["measured_s"] = since(began)
    results |= {f"waves, {name}": times(page, view) for name, view in VIEWS_S.items()}
    began = time.perf_counter()
    page.commands.show_spectra.trigger()
    assert page.spectra is not None
    while len(page.spectra.summaries) < 2:
        wait_for(page.spectra.changed)
    results["spectra_s"] = since(began)
    results |= {f"all lanes, {name}": times(page, view) for name, view in VIEWS_S.items()}
    results["all lanes, zooming in"] = zooming(page)
    # Of the whole process, in units of 1024 bytes.
    results["peak_mb"] = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
    return results


def times(page: ComparePage, seconds: float | None) -> str:
    """Return milliseconds of drawing a view again and again, by the clock and of the processor."""
    view, lanes = page.view, page.stage.lanes
    width = float(view.n_samples) if seconds is None else seconds * view.rate_hz
    first = 0.3 * view.n_samples if seconds is not None else 0.0
    view.show(first, first + width)
    pause(3000)  # until details are there
    taken, worked = [], []
    for _ in range(STEPS):
        view.pan(0.1)
        draw(lanes, taken, worked)
    return summed_up(taken, worked)


def zooming(page: ComparePage) -> str:
    """Return the same of coming closer from everything to a second, a notch of the wheel each."""
    view = page.view
    view.show_all()
    pause(1000)
    taken, worked = [], []
    while view.width > view.rate_hz:
        view.zoom(ZOOM_A_NOTCH, 0.3 * view.n_samples)
        draw(page.stage.lanes, taken, worked)
    return summed_up(taken, worked)


def draw(lanes: LanesView, taken: list[float], worked: list[float]) -> None:
    lanes.redraw()
    began = time.thread_time()
    lanes.grab()
    # With the copy to the screen, which the other number leaves out.
    worked.append(1000 * (time.thread_time() - began))
    taken.append(1000 * lanes.redraw_seconds)


def summed_up(taken: list[float], worked: list[float]) -> str:
    return (
        f"{statistics.median(taken):.1f} ms, at most {max(taken):.1f} ms; processor "
        f"{statistics.median(worked):.1f} ms, at most {max(worked):.1f} ms"
    )


def since(began: float) -> float:
    return round(time.perf_counter() - began, 2)


def wait_for(signal: SignalInstance, action: object = None) -> None:
    loop = QEventLoop()
    signal.connect(loop.quit)
    if callable(action):
        action()
    QTimer.singleShot(PATIENCE_MS, loop.quit)
    loop.exec()


def pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
