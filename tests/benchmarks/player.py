"""What the player's parts cost: the sound card's callback, a switch, a frame of each live plot.

    .venv/bin/python tests/benchmarks/player.py [--json FILE]

No sound card is needed.  Times are those of the processor, medians and 99th percentiles of a
thousand calls; a plot is computed and painted at 900 x 260 pixels, on a screen that is not there.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from measuring import write_json

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from road_codec import LiveSpectrum
from road_gui.player.levels import Levels
from road_gui.player.passage import Passage
from road_gui.player.ring import Ring
from road_gui.player.source import Heard
from road_gui.player.tap import FADE_SECONDS, Tap
from road_gui.plots.level_meter import LevelMeter
from road_gui.plots.spectrum import SpectrogramPlot, SpectrumPlot
from road_gui.theme import Theme

LANES = (Heard.DECODED, Heard.ORIGINAL, Heard.SEED, Heard.ERROR)
BUFFER_SECONDS = 0.01
N_CALLS = 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, default=None)
    arguments = parser.parse_args()
    app = QApplication(["player"])
    results: dict[str, float | int] = {}
    for rate_hz in (48_000, 192_000, 768_000):
        results |= measure_callback(rate_hz)
    theme = Theme("light", app)
    theme.apply()
    for rate_hz in (48_000, 768_000):
        results |= measure_plots(theme, rate_hz)
    for name, value in results.items():
        print(f"{name}: {value}")
    write_json(arguments.json, results)


def measure_callback(rate_hz: int) -> dict[str, float | int]:
    """Play four lanes of stereo, another one with every tenth buffer."""
    n_frames = round(BUFFER_SECONDS * rate_hz)
    tap, out = Tap(rate_hz, 2), np.empty((n_frames, 2), np.float32)
    ring = Ring(n_frames * 50, 2 * len(LANES))
    noise = np.random.default_rng(1).uniform(-1, 1, (n_frames, 2 * len(LANES)))
    block = noise.astype(np.float32)
    ring.write(block)
    tap.upcoming = Passage(
        serial=1, ring=ring, frames_per_second=rate_hz, start=0, joins=False, lanes=LANES
    )
    taken = []
    for number in range(N_CALLS):
        ring.write(block)
        if number % 10 == 0:
            tap.heard = LANES[number // 10 % len(LANES)]
        began = time.thread_time()
        tap.fill(out)
        taken.append(time.thread_time() - began)
    ahead = number_of_frames_until_heard(tap, block, out)
    return {
        f"callback_{rate_hz}_median_us": microseconds(taken, 50),
        f"callback_{rate_hz}_p99_us": microseconds(taken, 99),
        f"callback_{rate_hz}_share_of_10_ms": round(np.median(taken) / BUFFER_SECONDS, 5),
        f"switch_{rate_hz}_ms_after_the_buffer_began": round(1000 * ahead / rate_hz, 2),
    }


def number_of_frames_until_heard(tap: Tap, block: np.ndarray, out: np.ndarray) -> int:
    """Return after how many frames of a buffer nothing of the lane before is left."""
    passage = tap.current
    assert passage is not None
    before = tap.heard
    tap.heard = next(lane for lane in LANES if lane is not before)
    column = passage.column_of(tap.heard)
    tap.fill(out)
    differs = np.flatnonzero((out != block[:, column : column + 2]).any(axis=1))
    n = int(differs[-1]) + 1 if len(differs) else 0
    assert n <= round(FADE_SECONDS * tap.rate_hz)
    return n


def measure_plots(theme: Theme, rate_hz: int) -> dict[str, float | int]:
    length = 1 << round(np.log2(0.085 * rate_hz))
    frames = np.random.default_rng(2).uniform(-0.1, 0.1, (length, 2)).astype(np.float32)
    spectrum = LiveSpectrum(length)
    results: dict[str, float | int] = {}
    for plot in (SpectrumPlot(theme), SpectrogramPlot(theme)):
        plot.resize(900, 260)
        plot.set_log(True)

        def frame(plot: SpectrumPlot | SpectrogramPlot = plot) -> None:
            plot.show_levels(spectrum.levels_dbfs(frames), rate_hz)
            paint(plot)

        results |= timed(f"{type(plot).__name__}_{rate_hz}", frame)
    meter, levels = LevelMeter(theme), Levels(2)
    meter.resize(meter.sizeHint().width(), 600)
    stretch = frames[: round(0.033 * rate_hz)]

    def frame_of_meter() -> None:
        levels.add(stretch, rate_hz, time.monotonic())
        bars = [(bar.peak, bar.rms, bar.held) for bar in levels.bars()]
        meter.show_levels(bars, has_clipped=False)
        paint(meter)

    return results | timed(f"LevelMeter_{rate_hz}", frame_of_meter)


def paint(widget: QWidget) -> None:
    image = QImage(widget.size(), QImage.Format.Format_ARGB32_Premultiplied)
    widget.render(image)


def timed(name: str, call: Callable[[], None]) -> dict[str, float | int]:
    taken = []
    for _ in range(N_CALLS):
        began = time.thread_time()
        call()
        taken.append(time.thread_time() - began)
    return {
        f"{name}_median_ms": round(microseconds(taken, 50) / 1000, 2),
        f"{name}_p99_ms": round(microseconds(taken, 99) / 1000, 2),
    }


def microseconds(taken: list[float], percentile: float) -> float:
    return round(float(np.percentile(taken, percentile)) * 1e6, 1)


if __name__ == "__main__":
    sys.exit(main())
