"""What the benchmarks share: commands timed as whole processes, and where that was."""

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import soundfile

ROOT = Path(__file__).parents[2]
ROAD = (Path(sys.executable).with_name("road"),)
RATE_HZ = 44100


@dataclass(frozen=True, slots=True)
class Run:
    """One process: wall and processor seconds, and the most memory it held, in megabytes."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def run(
    command: Sequence[str | Path],
    *,
    cores: int | None = None,
    environment: Mapping[str, str] | None = None,
) -> Run:
    """Run a command to its end, on some of the cores; its output is shown if it fails."""

    def bind() -> None:
        if cores is not None:
            os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])

    began = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, **(environment or {})},
        cwd=ROOT,
        preexec_fn=bind,  # noqa: PLW1509 - there are no threads here
    )
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall_s = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))}: {said.decode(errors='replace')}")
    return Run(wall_s, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)


def median(runs: Sequence[Run]) -> Run:
    """Return the medians of some runs; of the memory the greatest."""
    return Run(
        statistics.median(run.wall_s for run in runs),
        statistics.median(run.cpu_s for run in runs),
        max(run.peak_mb for run in runs),
    )


def stamp() -> dict[str, Any]:
    """Return what a number means nothing without: commit, machine, versions."""
    import numba

    said = subprocess.run(
        ["git", "-C", ROOT, "describe", "--always", "--dirty"],
        capture_output=True,
        text=True,
        check=False,
    )
    return {
        "commit": said.stdout.strip() or None,
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "numpy": np.__version__,
        "numba": numba.__version__,
    }


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.processor()


def write_json(path: Path | None, results: Mapping[str, Any]) -> None:
    """Write results with their stamp, if a path was given."""
    if path is not None:
        path.write_text(json.dumps({"stamp": stamp(), **results}, indent=1) + "\n")


def as_json(run: Run) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(run).items()}


def make_music(path: Path, seconds: float, n_channels: int = 2) -> Path:
    """Write a sound of any length: gliding tones, noise and pauses, never the same twice."""
    random = np.random.default_rng(1)
    with soundfile.SoundFile(path, "w", RATE_HZ, n_channels, "PCM_16") as file:
        left = round(seconds * RATE_HZ)
        while left:
            n = min(left, 4 * RATE_HZ)
            file.write(_phrase(random, n, n_channels))
            left -= n
    return path


def _phrase(random: np.random.Generator, n: int, n_channels: int) -> np.ndarray[Any, Any]:
    seconds = np.arange(n) / RATE_HZ
    sound = np.zeros((n, n_channels))
    for _ in range(6):
        pitch, glide = random.uniform(60, 2000), random.uniform(-40, 40)
        loudness = random.uniform(0.01, 0.12) * np.exp(-random.uniform(0, 2) * seconds)
        tone = np.sin(2 * np.pi * (pitch + glide * seconds) * seconds)
        sound += np.outer(loudness * tone, random.uniform(0.2, 1, n_channels))
    sound += random.normal(0, random.uniform(0.0003, 0.01), sound.shape)
    if random.random() < 0.2:
        sound[n // 2 :] = 0.0
    return np.clip(sound * 32767, -32768, 32767).astype(np.int16)


def best_of(action: Callable[[], Any], rounds: int) -> float:
    """Return the shortest time of some calls, in seconds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return min(times)
