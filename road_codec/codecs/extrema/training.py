"""Trains the table of curves on a sound: how `shapes-1.bin` was made.

usage: python -m road_codec.codecs.extrema.training SOUND TABLE

Lloyd's algorithm (S. P. Lloyd, "Least squares quantization in PCM", 1982) on the runs of the
sound at some thresholds, weighted by how much of the error each is worth; begun with the
curves of the published layout.  As the curves decide where runs are cut, the sound is cut anew
a few times.  A new table is a new version of the format: old files need the old one.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.files import SoundReader
from road_codec.codecs.extrema.packet import PACKET_LEN, STEP_UNIT, TOLERANCE, step_for
from road_codec.codecs.extrema.runs import NO_SHAPE, find_runs
from road_codec.codecs.extrema.shapes import (
    KNOTS,
    ONE,
    PUBLISHED_KNOTS,
    PUBLISHED_ONE,
    Curves,
    published_curves,
)

Floats = NDArray[np.float64]

_THRESHOLDS = (32.0, 128.0, 512.0, 2048.0)
_CUTS = 3
_ROUNDS = 12
# Of the packets of the sound one in so many is used: a million runs are enough for 255 curves.
_EVERY = 9
_GREATEST = 2 * ONE - 1


def main(sound: Path, table: Path) -> None:
    """Train on `sound` and write `table`."""
    pieces = list(_pieces(sound))
    begun = published_curves()[:, :: PUBLISHED_KNOTS // KNOTS]
    curves = begun.astype(np.float64) * (ONE / PUBLISHED_ONE)
    for cut in range(_CUTS):
        ways, weights = _runs_of(pieces, _as_table(curves))
        for _ in range(_ROUNDS):
            curves, error = _improved(curves, ways, weights)
        print(f"cut {cut + 1}: {len(ways)} runs, mean squared error {error:.6f} of the way")
    order = np.argsort(curves[:, KNOTS // 2], kind="stable")
    table.write_bytes(_as_table(curves[order])[:, 1:-1].astype("<i2").tobytes())


def _pieces(sound: Path) -> Iterator[Floats]:
    """Yield channels of some packets, full scale ±1.0."""
    with SoundReader(sound) as reader:
        for start in range(0, reader.n_samples or 0, PACKET_LEN * _EVERY):
            block = next(reader.blocks(start), None)
            if block is not None:
                yield from block.as_float()[:, :PACKET_LEN].astype(np.float64)


def _as_table(curves: Floats) -> Curves:
    table: Curves = np.rint(np.clip(curves, -_GREATEST, _GREATEST)).astype(np.int32)
    table[:, 0], table[:, -1] = 0, ONE
    return table


def _runs_of(pieces: list[Floats], table: Curves) -> tuple[Floats, Floats]:
    """Return the ways of all runs at the knots, shape (n, KNOTS + 1), and their weights."""
    knots = np.ascontiguousarray(table.T, np.float32)
    ways, weights = [], []
    for threshold in _THRESHOLDS:
        step = step_for(threshold) * STEP_UNIT
        unit = threshold * 2.0**-15 / step
        for piece in pieces:
            values = piece / step
            runs = find_runs(values, unit, (TOLERANCE * unit) ** 2, table, knots)
            begin = height = 0
            for size, end, shape in zip(*(part.tolist() for part in runs[:3]), strict=True):
                if shape != NO_SHAPE:
                    places = np.arange(KNOTS + 1) * (size / KNOTS)
                    seen = np.concatenate(([height], values[begin : begin + size - 1], [end]))
                    way = np.interp(places, np.arange(size + 1), seen)
                    ways.append((way - height) * (ONE / (end - height)))
                    weights.append(size * ((end - height) / unit) ** 2)
                begin, height = begin + size, end
    return np.array(ways), np.array(weights)


def _improved(curves: Floats, ways: Floats, weights: Floats) -> tuple[Floats, float]:
    """Give every run to its nearest curve, and make each curve the mean of its runs."""
    cross = ways @ curves.T
    distances = (curves**2).sum(axis=1) - 2.0 * cross
    nearest = distances.argmin(axis=1)
    own = np.maximum(0.0, (ways**2).sum(axis=1) + distances[np.arange(len(ways)), nearest])
    sums = np.zeros_like(curves)
    np.add.at(sums, nearest, ways * weights[:, np.newaxis])
    total = np.bincount(nearest, weights, len(curves))
    # A curve that nothing is near to takes one of the runs that cost the most.
    costly = np.argsort(own * weights)[::-1]
    idle = np.flatnonzero(total == 0.0)
    better = np.where(
        total[:, np.newaxis] > 0.0, sums / np.maximum(total, 1e-300)[:, np.newaxis], 0.0
    )
    better[idle] = ways[costly[: len(idle)]]
    error = float((own * weights).sum() / weights.sum() / ONE**2 / (KNOTS + 1))
    return better, error


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
