"""What encoding and decoding cost: against length, channels, smallest range and cores.

    python tests/benchmarks/curve.py [--longest SECONDS] [--json FILE] [--plot FILE.png]

The sounds are generated: gliding tones, noise and pauses, 44.1 kHz, 16 bits.  Each figure is
that of one whole process.  Three hours of stereo need 3 GB in the system's temporary folder.
"""

import argparse
import math
import os
import tempfile
from pathlib import Path
from typing import Any

from measuring import ROAD, Run, as_json, make_music, run, write_json

LENGTHS = (10, 60, 300, 1800, 10800)
CHANNELS = (1, 2, 4, 8)
RANGES = (4, 8, 16, 32)
USUAL_S = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--longest", type=float, default=LENGTHS[-1])
    parser.add_argument("--json", type=Path, default=None)
    parser.add_argument("--plot", type=Path, default=None)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = measure(Path(folder), arguments.longest)
    write_json(arguments.json, {"rows": rows})
    if arguments.plot is not None:
        plot(rows, arguments.plot)


def measure(folder: Path, longest: float) -> list[dict[str, Any]]:
    """Return one row for each point of the four curves, and print it."""
    print("| length s | channels | smallest range | cores | encode × | MB | decode × | MB |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    all_cores = len(os.sched_getaffinity(0))
    run((*ROAD, "encode", make_music(folder / "warm.wav", 1)))
    points = [(length, 2, 4, all_cores) for length in LENGTHS if length <= longest]
    points += [(USUAL_S, channels, 4, all_cores) for channels in CHANNELS if channels != 2]
    points += [(USUAL_S, 2, smallest, all_cores) for smallest in RANGES if smallest != 4]
    points += [(USUAL_S, 2, 4, cores) for cores in range(1, all_cores)]
    return [measure_point(folder, *point) for point in points]


def measure_point(
    folder: Path, length: int, channels: int, smallest: int, cores: int
) -> dict[str, Any]:
    # FLAC, for a WAVE file of eight channels may not be longer than some hours.
    sound = make_music(folder / "sound.flac", length, channels)
    encoded, decoded = folder / "sound.road.wav", folder / "decoded.wav"
    quiet = ("-q", "--on-exists", "overwrite")
    words = ("encode", sound, "-o", encoded, "--smallest-range", str(smallest))
    encoding = run((*ROAD, *words, *quiet), cores=cores)
    decoding = run((*ROAD, "decode", encoded, "-o", decoded, *quiet), cores=cores)
    print(
        f"| {length} | {channels} | {smallest} | {cores} | {_speed(length, encoding)} "
        f"| {encoding.peak_mb:.0f} | {_speed(length, decoding)} | {decoding.peak_mb:.0f} |",
        flush=True,
    )
    for path in (sound, encoded, decoded):
        path.unlink()
    return {
        "length_s": length,
        "channels": channels,
        "smallest_range": smallest,
        "cores": cores,
        "encode": as_json(encoding),
        "decode": as_json(decoding),
    }


def _speed(length: int, found: Run) -> str:
    return f"{length / found.wall_s:.0f}"


def plot(rows: list[dict[str, Any]], path: Path) -> None:
    """Draw time and memory against length."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import pyqtgraph as pg
    from pyqtgraph.exporters import ImageExporter

    pg.setConfigOptions(background="w", foreground="k", antialias=True)
    pg.mkQApp()
    cores = max(row["cores"] for row in rows)
    usual = (2, 4, cores)
    along = [r for r in rows if (r["channels"], r["smallest_range"], r["cores"]) == usual]
    along.sort(key=lambda row: float(row["length_s"]))
    lengths = [row["length_s"] for row in along]
    layout = pg.GraphicsLayoutWidget()
    layout.resize(900, 380)
    for column, (field, title) in enumerate(
        (("wall_s", "seconds"), ("peak_mb", "peak memory, MB"))
    ):
        axes = layout.addPlot(row=0, col=column, title=title)
        axes.setLogMode(x=True, y=field == "wall_s")
        axes.setLabel("bottom", "length of the sound, s")
        axes.getAxis("left").enableAutoSIPrefix(False)
        axes.showGrid(x=True, y=True, alpha=0.3)
        axes.addLegend(offset=(10, 10))
        for name, colour in (("encode", "#0072b2"), ("decode", "#d55e00")):
            values = [row[name][field] for row in along]
            line = pg.mkPen(colour, width=2)
            axes.plot(lengths, values, name=name, pen=line, symbol="o", symbolBrush=colour)
        axes.getAxis("bottom").setTicks([[(math.log10(x), f"{x:g}") for x in lengths]])
        if field == "peak_mb":
            axes.setYRange(
                0, 1.2 * max(row[n][field] for row in along for n in ("encode", "decode"))
            )
    layout.show()
    ImageExporter(layout.scene()).export(str(path))


if __name__ == "__main__":
    main()
