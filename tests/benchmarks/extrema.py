"""Extrema against what its author published, at equal signal-to-noise ratio.

usage: python tests/benchmarks/extrema.py FOLDER

For each sound in the folder its first channel, at 16 bits, goes through the published layout
and through the packets of this program at the threshold that gives the same SNR.  Prints a
table of bytes; the published bytes are those of the stream alone, ours those of the whole file.
"""

import io
import math
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from road_codec import Audio, DecodeOptions, Engine, SampleType, SoundFormat, finish
from road_codec.codecs.base import Stream
from road_codec.codecs.extrema.codec import ExtremaCodec
from road_codec.codecs.extrema.params import ExtremaParams

Samples = NDArray[np.int16]

BLOCK = 1 << 16
STEPS = 14


class Channel:
    """One channel as a `Source`."""

    def __init__(self, samples: Samples) -> None:
        self._samples = samples
        self.format = SoundFormat(44_100, 1, SampleType.S16, len(samples))

    def blocks(self, start: int = 0) -> Iterator[Audio]:
        for at in range(start, len(self._samples), BLOCK):
            piece = self._samples[np.newaxis, at : at + BLOCK]
            yield Audio(piece, self.format.rate_hz, self.format.sample_type)


class Published(io.BytesIO):
    """A file whose name says what its bytes do not."""

    name = "sound.ext"


def main(folder: Path) -> None:
    print("| sound | published, bytes | SNR, dB | threshold | packets, bytes | share |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    shares = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".flac" and path.stem != "track5min":
            samples = soundfile.read(path, dtype="int16", always_2d=True)[0][:, 0].copy()
            size, loss_db = measured(samples, ExtremaParams(layout="published"))
            threshold, own_size = alike(samples, loss_db)
            shares.append(own_size / size)
            print(
                f"| {path.stem} | {size} | {loss_db:.2f} | {threshold:.0f} | {own_size} "
                f"| {100 * shares[-1]:.1f} % |"
            )
    print(f"| median | | | | | {100 * float(np.median(shares)):.1f} % |")


def alike(samples: Samples, loss_db: float) -> tuple[float, int]:
    """Return the largest threshold, to 1 %, with that SNR or a better one, and its bytes."""
    fine, coarse = math.log(0.5), math.log(16384.0)
    for _ in range(STEPS):
        middle = (fine + coarse) / 2
        _, found_db = measured(samples, ExtremaParams(threshold=math.exp(middle)))
        if found_db >= loss_db:
            fine = middle
        else:
            coarse = middle
    size, _ = measured(samples, ExtremaParams(threshold=math.exp(fine)))
    return math.exp(fine), size


def measured(samples: Samples, params: ExtremaParams) -> tuple[int, float]:
    """Return bytes and SNR of a way of coding."""
    target = Published()
    finish(ExtremaCodec().encode(Channel(samples), target, params, Engine(threads=2)))
    found = decoded(ExtremaCodec().open(target))
    # What the published program drops at the end is not held against its curves.
    original = samples[: len(found)].astype(float)
    noise = float(np.sum((original - found) ** 2))
    size = len(target.getvalue())
    return size, 10 * math.log10(float(np.sum(original**2)) / noise) if noise else math.inf


def decoded(stream: Stream) -> Samples:
    blocks = [audio.samples[0] for audio in stream.blocks(DecodeOptions(), threads=2)]
    return np.concatenate(blocks)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
