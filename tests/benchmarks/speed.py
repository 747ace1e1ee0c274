"""How fast the command is: a table, and the same as JSON.

    python tests/benchmarks/speed.py SOUND [--rounds N] [--backend NAME] [--json FILE]

Each figure is that of a whole process, from start to exit, with compiled kernels, unless its row
says otherwise; the median of the rounds.  SOUND should last some minutes.
"""

import argparse
import sys
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import Any

import soundfile
from measuring import ROAD, Run, as_json, best_of, make_music, median, run, write_json

from road_codec import DecodeOptions, open_stream
from road_codec.codecs.base import Engine
from road_codec.errors import BackendError
from road_codec.fractal.search import BACKENDS
from road_codec.fractal.search.gpu import open_device


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sound", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--backend", choices=BACKENDS, default="auto")
    parser.add_argument("--json", type=Path, default=None)
    arguments = parser.parse_args()
    card = card_of(arguments.backend)
    with tempfile.TemporaryDirectory() as folder:
        results = measure(
            arguments.sound.resolve(), arguments.rounds, arguments.backend, Path(folder)
        )
    write_json(arguments.json, {"backend": arguments.backend, "card": card, **results})


def card_of(backend: str) -> str | None:
    """Name the GPU; end where there is none, as the command would measure the CPU instead."""
    if backend != "gpu":
        return None
    try:
        name = open_device(Engine().gpu_memory_mb).name
    except BackendError as error:
        sys.exit(str(error))
    print(f"On the GPU {name}:\n")
    return name


def measure(sound: Path, rounds: int, backend: str, folder: Path) -> dict[str, Any]:
    info = soundfile.info(sound)
    seconds = info.frames / info.samplerate
    encoded, other, decoded = (folder / name for name in ("a.road.wav", "b.road.wav", "a.wav"))
    encode = ("encode", sound, "--backend", backend)
    commands = {
        "encode": (*encode, "-o", encoded),
        "encode, range threshold 0": (*encode, "-o", other, "--range-threshold", "0"),
        "encode, smallest range 16": (*encode, "-o", other, "--smallest-range", "16"),
        "decode": ("decode", encoded, "-o", decoded),
        "decode, over-clocked × 2": ("decode", encoded, "-o", decoded, "--oversample", "2"),
        "decode, over-clocked × 4": ("decode", encoded, "-o", decoded, "--oversample", "4"),
    }
    run((*ROAD, "encode", make_music(folder / "warm.wav", 1)))
    print("| what | × real time | wall s | processor s | peak MB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    results: dict[str, Any] = {"sound_s": seconds, "rounds": rounds, "runs": {}}
    for name, words in commands.items():
        command = (*ROAD, *words, "-q", "--on-exists", "overwrite")
        found = median([run(command) for _ in range(rounds)])
        print(row(name, found, seconds), flush=True)
        results["runs"][name] = as_json(found)
    results["first_run_extra_s"] = first_run_extra(folder, rounds)
    results["first_sample_ms"] = first_samples(encoded)
    print(f"\nFirst run ever: {results['first_run_extra_s']:.1f} s longer.")
    print("From opening a file to its first samples, in one process, best of 5:\n")
    print("| begins at | × 1 | × 4 | × 8 |\n| --- | ---: | ---: | ---: |")
    for place, times in results["first_sample_ms"].items():
        print(f"| {place} | " + " | ".join(f"{time:.1f} ms" for time in times) + " |")
    return results


def row(name: str, found: Run, seconds: float) -> str:
    return (
        f"| {name} | {seconds / found.wall_s:.0f} | {found.wall_s:.2f} | {found.cpu_s:.2f} "
        f"| {found.peak_mb:.0f} |"
    )


def first_run_extra(folder: Path, rounds: int) -> float:
    """Return how much longer a command takes that has to compile its kernels."""
    command = (*ROAD, "encode", folder / "warm.wav", "-q", "--on-exists", "overwrite")
    warm = median([run(command) for _ in range(rounds)])
    cold = run(command, environment={"NUMBA_CACHE_DIR": str(folder / "kernels")})
    return round(cold.wall_s - warm.wall_s, 2)


def first_samples(path: Path) -> dict[str, list[float]]:
    """Return milliseconds until the first block, by place and over-clocking."""
    with open_stream(path) as stream:
        n_samples = stream.info.format.n_samples or 0
    return {
        place: [round(1000 * _first_block_s(path, share, factor), 2) for factor in (1, 4, 8)]
        for place, share in (("the beginning", 0.0), ("the middle", 0.5), ("the end", 0.999))
        if n_samples
    }


def _first_block_s(path: Path, share: float, factor: int) -> float:
    options = DecodeOptions(oversample=Fraction(factor), bits="float")

    def play() -> None:
        with open_stream(path) as stream:
            total = stream.output_format(options).n_samples or 0
            next(stream.blocks(options, int(share * total)))

    play()
    return best_of(play, 5)


if __name__ == "__main__":
    main()
