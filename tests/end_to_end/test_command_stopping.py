"""Stop means stop: soon, with the right code, with nothing left behind."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from command import TIMEOUT_S, Ended, Road, checked
from making import MemorySource, encoded, noise, write_sound

OLD = b"the old content"
PROMISED_S = 0.5
TRIES = 5
# Ways to keep the command busy: words, and how large the part is when it is stopped.
BUSY = {
    "encode": (["encode", "long.wav", "-o", "y.road.wav"], 100_000),
    "encode slowly": (["encode", "--backend", "plain", "long.wav", "-o", "y.road.wav"], 0),
    "decode": (["decode", "--oversample", "8", "long.road.wav", "-o", "y.wav"], 5_000_000),
    "decode slowly": (
        ["decode", "--passes", "64", "--oversample", "16", "long.road.wav", "-o", "y.wav"],
        5_000_000,
    ),
    "decode to FLAC": (["decode", "--oversample", "4", "long.road.wav", "-o", "y.flac"], 100_000),
}
# A step of the plain back end takes half a minute; by then the command is in it.
PROCESSOR_TIME_S = {"encode slowly": 1.5}


@pytest.fixture(scope="module")
def long_sounds(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A sound that takes long to encode, and a file that takes long to decode."""
    folder = tmp_path_factory.mktemp("long")
    loud = noise(2, 44100, peak=9000)
    write_sound(folder / "long.wav", np.tile(loud, 120).astype(np.int16), 44100)
    source = MemorySource(np.tile(noise(2, 44100), 20), 44100)
    (folder / "long.road.wav").write_bytes(encoded(source, superframe=10))
    return folder / "long.wav", folder / "long.road.wav"


@pytest.fixture
def busy(road: Road, long_sounds: tuple[Path, Path]) -> Callable[..., "subprocess.Popen[bytes]"]:
    """Start a command over an old target, and return it when its part has some size."""
    for path in long_sounds:
        (road.folder / path.name).symlink_to(path)

    def start(what: str, *more: str, size: int | None = None) -> "subprocess.Popen[bytes]":
        words, least = BUSY[what]
        (road.folder / words[-1]).write_bytes(OLD)
        process = road.start(*words, "--on-exists", "overwrite", *more)
        await_part(road.folder, process, least if size is None else size)
        await_processor_time(process, PROCESSOR_TIME_S.get(what, 0.0))
        return process

    return start


def await_processor_time(process: "subprocess.Popen[bytes]", seconds: float) -> None:
    """Return when the process has worked so long."""
    ticks = seconds * os.sysconf("SC_CLK_TCK")
    stat = Path(f"/proc/{process.pid}/stat")
    while sum(map(int, stat.read_text().rpartition(")")[2].split()[11:13])) < ticks:
        assert process.poll() is None


def await_part(folder: Path, process: "subprocess.Popen[bytes]", size: int) -> None:
    """Return when the file that the process writes has a size."""
    end = time.monotonic() + TIMEOUT_S
    while time.monotonic() < end:
        sizes = [path.stat().st_size for path in folder.glob(".*.road-part-*")]
        if any(found >= size for found in sizes):
            return
        try:
            process.wait(0.002)
        except subprocess.TimeoutExpired:
            continue
        break
    raise AssertionError(f"ended before it was stopped: {process.communicate()}")


def stopped(process: "subprocess.Popen[bytes]", number: int) -> Ended:
    began = time.monotonic()
    process.send_signal(number)
    out, err = process.communicate(timeout=TIMEOUT_S)
    seconds = time.monotonic() - began
    return Ended(process.returncode, out, err.decode(), seconds)


@pytest.mark.parametrize("what", BUSY)
def test_ctrl_c_stops_within_half_a_second_and_leaves_nothing(
    road: Road, busy: Callable[..., "subprocess.Popen[bytes]"], what: str
) -> None:
    latencies = []
    # Other work on the machine may cost the first try its time, but not every try.
    while len(latencies) < TRIES and min(latencies, default=9.0) > PROMISED_S:
        ended = checked(stopped(busy(what), signal.SIGINT))
        latencies.append(ended.seconds)

        assert ended.code == 130
        assert ended.lines == []
        assert (road.folder / BUSY[what][0][-1]).read_bytes() == OLD
        assert not [name for name in road.files() if "part" in name]
        assert road.temporary == []
    assert min(latencies) <= PROMISED_S


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_polite_kill_and_a_closed_terminal_leave_nothing(
    road: Road, busy: Callable[..., "subprocess.Popen[bytes]"], number: signal.Signals
) -> None:
    ended = checked(stopped(busy("encode"), number))

    assert ended.code == 128 + number
    assert (road.folder / "y.road.wav").read_bytes() == OLD
    assert not [name for name in road.files() if "part" in name]


def test_ctrl_c_stops_all_files_of_a_batch(road: Road, long_sounds: tuple[Path, Path]) -> None:
    for number in range(4):
        (road.folder / f"{number}.wav").symlink_to(long_sounds[0])
    process = road.start("encode", "-j", "3", "0.wav", "1.wav", "2.wav", "3.wav", "-o", "out")
    out = road.folder / "out"
    while not out.is_dir() or len(list(out.iterdir())) < 3:
        assert process.poll() is None

    ended = checked(stopped(process, signal.SIGINT))

    assert ended.code == 130
    assert list(out.iterdir()) == []


def test_ctrl_c_while_waiting_for_standard_input_stops(road: Road) -> None:
    reading, writing = os.pipe()
    process = subprocess.Popen(
        Road._words(("encode", "-", "-o", "y.road.wav")),
        cwd=road.folder,
        env=road.env,
        stdin=reading,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(reading)
    while not list(Path(road.env["TMPDIR"]).glob("*/stdin")):
        assert process.poll() is None

    ended = checked(stopped(process, signal.SIGINT))
    os.close(writing)

    assert ended.code == 130
    assert (road.files(), road.temporary) == ([], [])


def kill_and_run_again(
    road: Road, busy: Callable[..., "subprocess.Popen[bytes]"], what: str, size: int
) -> None:
    process = busy(what, size=size)
    process.kill()
    process.communicate()
    target = road.folder / BUSY[what][0][-1]

    assert target.read_bytes() == OLD
    leftovers = [name for name in road.files() if "road-part" in name]
    assert len(leftovers) == 1

    # Whatever is written next into that folder cleans up.
    small = encoded(MemorySource(noise(1, 2048)))
    (road.folder / "small.road.wav").write_bytes(small)
    assert road("decode", "small.road.wav", "-o", "z.wav", "--on-exists", "overwrite").code == 0
    assert not [name for name in road.files() if "road-part" in name]
    assert target.read_bytes() == OLD


@pytest.mark.parametrize(
    ("what", "size"), [("encode", 0), ("encode", 150_000), ("decode", 3_000_000)]
)
def test_a_kill_leaves_the_old_file_and_a_part_that_the_next_run_removes(
    road: Road, busy: Callable[..., "subprocess.Popen[bytes]"], what: str, size: int
) -> None:
    kill_and_run_again(road, busy, what, size)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("what", "greatest"), [("encode", 2_000_000), ("decode", 20_000_000)])
def test_a_kill_at_any_of_many_places_leaves_the_old_file(
    road: Road, busy: Callable[..., "subprocess.Popen[bytes]"], what: str, greatest: int
) -> None:
    for number in range(50):
        kill_and_run_again(road, busy, what, greatest * number // 49)


def test_of_two_runs_for_one_target_one_wins_and_the_other_says_so(
    road: Road, small_sound: Path
) -> None:
    words = ("encode", "--smallest-range", "32", small_sound.name, "-o", "y.road.wav")
    processes = [road.start(*words) for _ in range(3)]
    ends = []
    for process in processes:
        _, err = process.communicate(timeout=TIMEOUT_S)
        ends.append(checked(Ended(process.returncode, b"", err.decode())))

    assert sorted(ended.code for ended in ends) == [0, 5, 5]
    losers = [ended.lines for ended in ends if ended.code]
    assert all("y.road.wav: exists already" in lines[0] for lines in losers)
    assert road.files() == ["small.wav", "y.road.wav"]
