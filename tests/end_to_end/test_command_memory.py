"""The memory that a sound takes does not grow with its length."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from command import Road

RATE = 44100
MIB = 1 << 20
# Not by getrusage, whose peak counts what this process held when it forked.
MEASURED = """
from pathlib import Path
from road_codec.cli.main import main
try:
    main({words!r})
except SystemExit as end:
    assert not end.code, end.code
    status = Path("/proc/self/status").read_text().splitlines()
    print(next(line for line in status if line.startswith("VmHWM:")).split()[1])
"""


def write_bursts(path: Path, seconds: int, *, n_channels: int = 2) -> None:
    """Write silence with a twentieth of a second of noise in each second."""
    burst = np.zeros((RATE, n_channels), np.int16)
    shape = (RATE // 20, n_channels)
    burst[: RATE // 20] = np.random.default_rng(0).integers(-9000, 9000, shape)
    with soundfile.SoundFile(path, "w", RATE, n_channels, "PCM_16") as file:
        for _ in range(seconds):
            file.write(burst)


def peak(road: Road, *words: str) -> int:
    """Return the greatest memory of a command, in bytes."""
    ended = road.python(MEASURED.format(words=list(words)))
    assert ended.code == 0, ended
    return int(ended.out.split()[-1]) * 1024


@pytest.mark.slow
def test_memory_does_not_grow_with_the_length_of_the_sound(road: Road) -> None:
    peaks: dict[str, list[int]] = {}
    for seconds in (60, 600):
        sound, coded, back = (
            str(road.folder / f"{seconds}{end}") for end in (".wav", "r", ".flac")
        )
        write_bursts(Path(sound), seconds)
        for name, words in (
            ("encode", ("encode", "-q", "--smallest-range", "8", sound, "-o", coded)),
            ("decode", ("decode", "-q", coded, "-o", back)),
            ("test", ("test", "-q", coded)),
            ("info", ("info", coded)),
            ("compare", ("compare", sound, coded)),
        ):
            peaks.setdefault(name, []).append(peak(road, *words))
    print({name: [size // MIB for size in sizes] for name, sizes in peaks.items()})
    for name, (short, long) in peaks.items():
        assert long <= 1.1 * short + 8 * MIB, (name, short // MIB, long // MIB)
        assert long <= 400 * MIB, name


@pytest.mark.slow
def test_memory_does_not_grow_with_the_length_of_a_silent_file_of_24_hours(road: Road) -> None:
    path = road.folder / "day.wav"
    with soundfile.SoundFile(path, "w", 1000, 1, "PCM_U8") as file:
        for _ in range(24 * 60):
            file.write(np.zeros(60_000, np.int16))
    coded, back = str(road.folder / "r"), str(road.folder / "back.wav")

    assert peak(road, "encode", "-q", str(path), "-o", coded) <= 400 * MIB
    assert peak(road, "decode", "-q", coded, "-o", back) <= 400 * MIB
    assert soundfile.info(back).frames == 86_400_000
