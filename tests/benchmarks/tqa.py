"""What TQA makes of a Gaussian source and of sounds, against plain PCM of as many bits.

    python tests/benchmarks/tqa.py FOLDER

Sizes are those of whole files.  Plain 4-bit PCM is a uniform quantiser of 16 levels over ± the peak
of the clip, mid-rise or mid-tread, whichever is better; its head is not counted.
"""

import argparse
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from road_codec import compare, encode, finish
from road_codec.audio.signals import SignalParams, SignalSource
from road_codec.codecs.tqa.params import TqaParams
from road_codec.operations import write_sound

GAUSSIAN = {
    "default": {"bits": 7.0},
    "one band": {"bits": 7.0, "bands": 1},
    "one band, plain indices": {"bits": 7.0, "bands": 1, "entropy": False},
    "one band, plain indices, sign layer": {
        "bits": 7.0,
        "bands": 1,
        "entropy": False,
        "sign_layer": True,
    },
    "as-shipped": {"mode": "as-shipped"},
}
CLIPS = {
    "TQA, 4 bits": {},
    "one band": {"bands": 1},
    "one band, plain indices": {"bands": 1, "entropy": False},
    "as-shipped": {"mode": "as-shipped"},
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        gaussian(Path(folder))
        print(
            "\n| sound | 4-bit PCM dB | " + " | ".join(f"{name} dB (bits)" for name in CLIPS), "|"
        )
        print("| --- |" + " ---: |" * (len(CLIPS) + 1))
        for path in sorted(arguments.folder.glob("*.flac")):
            plain = plain_pcm_db(soundfile.read(path, always_2d=True)[0])
            found = [measured(path, Path(folder), params) for params in CLIPS.values()]
            cells = " | ".join(f"{snr:.2f} ({bits:.3f})" for snr, bits in found)
            print(f"| {path.stem} | {plain:.2f} | {cells} |", flush=True)


def gaussian(folder: Path) -> None:
    signal = SignalParams(signal="gaussian", rate=44100, duration=10.0, bits="float")
    sound = folder / "gaussian.wav"
    finish(write_sound(SignalSource(signal), sound))
    print("| Gaussian source | bits | SQNR dB |\n| --- | ---: | ---: |")
    for name, params in GAUSSIAN.items():
        snr, bits = measured(sound, folder, params)
        print(f"| {name} | {bits:.3f} | {snr:.2f} |", flush=True)


def measured(sound: Path, folder: Path, params: dict[str, Any]) -> tuple[float, float]:
    """Return SNR in dB and bits per sample of the file."""
    target = folder / "sound.tqa"
    chosen = TqaParams(**params)
    finish(encode(sound, target, codec="tqa", params=chosen, on_exists="overwrite"))
    found = finish(compare(sound, target))
    return found.snr_db or 0.0, found.bits_per_sample or 0.0


def plain_pcm_db(samples: NDArray[np.float64]) -> float:
    """Return the SNR of 16 uniform levels over the peak, the better of two ways."""
    step = np.abs(samples).max() / 8
    rise = (np.clip(np.floor(samples / step), -8, 7) + 0.5) * step
    tread = np.clip(np.rint(samples / step), -8, 7) * step
    noise = min(float(np.sum((samples - one) ** 2)) for one in (rise, tread))
    return float(10 * np.log10(np.sum(samples**2) / noise))


if __name__ == "__main__":
    main()
