"""What a process takes is measured from outside, and stopping ends all that it started."""

import os
import resource
import sys
import time
from pathlib import Path

import pytest

from road_codec import Progress, UnsupportedError, finish
from road_codec.benchmarking.processes import Run, run_measured

STEP = Progress(0, 1, 1, "a note")
MIB = 1 << 20


def run(folder: Path, *words: str) -> Run:
    return finish(run_measured(words, folder, STEP))


def test_memory_is_that_of_the_process_and_not_of_its_starter(tmp_path: Path) -> None:
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    small = run(tmp_path, "/bin/true").peak_bytes
    large = run(tmp_path, sys.executable, "-I", "-S", "-c", "x = b'x' * (200 << 20)").peak_bytes

    assert 0 < small < min(8 * MIB, own // 2)
    assert 200 * MIB < large < 260 * MIB


def test_time_goes_from_the_start_to_the_end(tmp_path: Path) -> None:
    busy = "import time\nend = time.process_time() + 0.3\nwhile time.process_time() < end: pass"
    found = run(tmp_path, sys.executable, "-I", "-S", "-c", busy)

    assert found.cpu_s >= 0.3
    assert found.wall_s >= 0.3
    assert run(tmp_path, "/bin/true").wall_s < 0.3


def test_memory_and_time_of_children_count(tmp_path: Path) -> None:
    child = f"{sys.executable} -I -S -c \"x = b'x' * (200 << 20)\"; :"

    assert run(tmp_path, "/bin/sh", "-c", child).peak_bytes > 200 * MIB


def test_words_reach_the_program_as_they_are(tmp_path: Path) -> None:
    words = ["a b", "$HOME", "`id`", "'\"", "", "é*"]
    code = f"import sys; sys.exit(sys.argv[1:] != {words!r})"

    run(tmp_path, sys.executable, "-I", "-S", "-c", code, *words)


def is_alive(pid: str) -> bool:
    """Whether there is a process that is not only waiting to be taken in."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo first; echo why >&2; exit 3", "exit code 3: why"),
        ("echo on standard output; exit 1", "exit code 1: on standard output"),
        ("printf 'ten %%\\rall\\r'; exit 2", "exit code 2: all"),
        ("exit 9", "exit code 9: it said nothing"),
        ("kill -9 $$", "exit code 137"),
    ],
)
def test_a_failure_is_told_with_the_last_line_that_was_said(
    tmp_path: Path, script: str, message: str
) -> None:
    with pytest.raises(UnsupportedError, match=f"^{message}"):
        run(tmp_path, "/bin/sh", "-c", script)


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedError, match=r"^exit code 127: .*no-such-program"):
        run(tmp_path, "no-such-program")


def test_a_program_that_reads_standard_input_finds_its_end(tmp_path: Path) -> None:
    run(tmp_path, "/bin/cat")


def test_closing_ends_the_program_and_its_children(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "never")
    # Both wait for a writer that never comes; the last word comes when both are there.
    script = "cat never & echo $! $$ > pids.new; mv pids.new pids; cat never"
    task = run_measured(["/bin/sh", "-c", script], tmp_path, STEP)
    while not (tmp_path / "pids").exists():
        assert next(task) == STEP
    pids = (tmp_path / "pids").read_text().split()
    task.close()

    assert len(pids) == 2
    # What is killed needs a moment to die, and somebody who takes it in.
    end = time.monotonic() + 10.0
    while alive := [pid for pid in pids if is_alive(pid)]:
        assert time.monotonic() < end, alive
