"""What the search costs, by length of the ranges; and what an approximate index would.

    python tests/benchmarks/search.py SOUND...

Milliseconds of one thread for one frame of 2048 samples and one channel, best of five: of all
ranges of one length, of preparing the domains alone, and of a whole analysis, in which longer
ranges that fit spare the shorter ones.  Where hnswlib is installed, the same for an index of
the domains of one frame (M = 4, ef = 16, its quickest) and for asking it for every range.
"""

import argparse
import importlib.util
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from road_codec.fractal.analysis import Thresholds, analyse
from road_codec.fractal.geometry import Geometry
from road_codec.fractal.search.base import Ranges
from road_codec.fractal.search.cpu import CpuSearch

FRAME_LEN = 2048
N_FRAMES = 60
LIMIT = 10000.0
LENGTHS = (32, 16, 8, 4)
Floats = NDArray[np.float64]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sounds", type=Path, nargs="+")
    sounds = parser.parse_args().sounds
    print("| sound | " + " | ".join(map(str, LENGTHS)) + " | all together |")
    print("| --- |" + " ---: |" * (len(LENGTHS) + 1))
    for path in sounds:
        print(f"| {path.stem} | " + " | ".join(costs(frames_of(path))) + " |", flush=True)
    if importlib.util.find_spec("hnswlib") is not None:
        index_costs()


def frames_of(path: Path) -> Floats:
    """Return frames of the middle signal, evenly spread over the sound."""
    sound, _ = soundfile.read(path, dtype="int16", always_2d=True)
    middle = sound[:, :2].astype(np.float64).mean(axis=1)
    frames = middle[: len(middle) // FRAME_LEN * FRAME_LEN].reshape(-1, FRAME_LEN)
    return frames[np.linspace(0, len(frames) - 1, N_FRAMES).astype(int)]


def costs(frames: Floats) -> list[str]:
    search = CpuSearch()
    cells = []
    for length in LENGTHS:
        limit = math.inf if length == LENGTHS[-1] else LIMIT
        times = [
            milliseconds(lambda ranges=ranges, limit=limit: search.best_maps(frames, ranges, limit))
            for ranges in (ranges_of(length, FRAME_LEN // length), ranges_of(length, 1))
        ]
        cells.append(f"{times[0]:.2f} ({times[1]:.2f})")
    thresholds = Thresholds(LIMIT, LIMIT)
    together = milliseconds(lambda: analyse(frames, Geometry(), thresholds, search))
    return [*cells, f"{together:.2f}"]


def ranges_of(length: int, n_each: int) -> Ranges:
    frame = np.repeat(np.arange(N_FRAMES), n_each)
    return Ranges(frame, np.tile(np.arange(n_each) * length, N_FRAMES), length)


def milliseconds(action: Callable[[], Any], n_frames: int = N_FRAMES) -> float:
    """Return the time of this thread for one frame, the least of five."""
    times = []
    for _ in range(6):  # the first one compiles
        began = time.thread_time()
        action()
        times.append(time.thread_time() - began)
    return 1000 * min(times[1:]) / n_frames


def index_costs() -> None:
    import hnswlib

    print("\n| an index (hnswlib) of | 32 | 16 | 8 | 4 |\n| --- | ---: | ---: | ---: | ---: |")
    random = np.random.default_rng(0)
    building, asking = [], []
    for length in LENGTHS:
        domains = random.normal(size=(FRAME_LEN - 2 * length + 1, length)).astype(np.float32)
        ranges = random.normal(size=(FRAME_LEN // length, length)).astype(np.float32)
        index: Any = None

        def build(domains: Any = domains, length: int = length) -> None:
            nonlocal index
            index = hnswlib.Index("l2", length)
            index.init_index(len(domains), ef_construction=16, M=4)
            index.set_num_threads(1)
            index.add_items(domains)

        building.append(milliseconds(build, 1))
        index.set_ef(16)
        asking.append(milliseconds(lambda r=ranges, i=index: i.knn_query(r, k=1), 1))
    print("| building it | " + " | ".join(f"{time:.1f}" for time in building) + " |")
    print("| asking for all ranges | " + " | ".join(f"{time:.1f}" for time in asking) + " |")


if __name__ == "__main__":
    main()
