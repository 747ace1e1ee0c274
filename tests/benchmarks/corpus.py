"""Encode every sound of a folder and print a table of sizes, qualities and times.

    python tests/benchmarks/corpus.py FOLDER [--smallest-range N]

Times are of the library in one process, kernels compiled, best of three.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from road_codec import Comparison, Task, compare, decode, encode, finish, open_sound
from road_codec.codecs.classic.params import ClassicParams

ROUNDS = 3
HEAD = (
    "| sound | kbit/s | % of PCM | % of the FLAC | SNR dB | segmental SNR dB | LSD dB "
    "| encode × | decode × |\n"
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--smallest-range", type=int, default=4)
    arguments = parser.parse_args()
    params = ClassicParams(smallest_range=arguments.smallest_range)
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(arguments.folder.glob("*.flac")):
            print(row(path, params, Path(folder)), flush=True)


def row(path: Path, params: ClassicParams, folder: Path) -> str:
    encoded, decoded = folder / "sound.road.wav", folder / "sound.wav"
    with open_sound(path) as sound:
        shape = sound.format
    seconds = shape.seconds or 0.0
    encoding = best(lambda: encode(path, encoded, params=params, on_exists="overwrite"))
    decoding = best(lambda: decode(encoded, decoded, on_exists="overwrite"))
    found: Comparison = finish(compare(path, decoded, encoded))
    pcm = found.n_samples * found.n_channels * shape.sample_type.bits // 8
    size = encoded.stat().st_size
    return (
        f"| {path.stem} | {size * 8 / seconds / 1000:.0f} | {100 * size / pcm:.1f} "
        f"| {100 * size / path.stat().st_size:.0f} | {found.snr_db:.2f} "
        f"| {found.segmental_snr_db:.2f} | {found.log_spectral_distance_db:.2f} "
        f"| {seconds / encoding:.0f} | {seconds / decoding:.0f} |"
    )


def best(make: Callable[[], Task[Any]]) -> float:
    """Return the shortest of some runs, in seconds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        finish(make())
        times.append(time.perf_counter() - began)
    return min(times)


if __name__ == "__main__":
    main()
