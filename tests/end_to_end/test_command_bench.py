"""The command that compares codecs: what it prints, what it refuses, and that stop means stop."""

import re
import shutil
import signal
import time
from pathlib import Path

import numpy as np
import pytest
from command import TIMEOUT_S, Ended, Road, checked
from making import noise, write_sound

from road_codec.cli import exits

needs_flac = pytest.mark.skipif(shutil.which("flac") is None, reason="flac is not installed")


@pytest.fixture
def sound(road: Road) -> Path:
    """Half a second of noise in a folder of music."""
    (road.folder / "music" / "deeper").mkdir(parents=True)
    samples = noise(2, 22050).astype(np.int16)
    return write_sound(road.folder / "music" / "deeper" / "loud.wav", samples, 44100)


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")][1:-1]


@needs_flac
def test_a_table_stands_on_standard_output_and_all_else_beside_it(road: Road, sound: Path) -> None:
    ended = road("bench-codecs", "music", "--codec", "flac", "--per-file", "--repeats", "2")
    single, whole = ended.out.decode().split("\n\n")

    assert ended.code == exits.DONE
    assert re.fullmatch(r"music/deeper/loud\.wav: measured in \d+ s\n", ended.err)
    for table, first in ((single, ["music/deeper/loud.wav"]), (whole, [])):
        rows = [cells(line) for line in table.splitlines() if line.startswith("| ")]
        assert rows[0][len(first) :][:6] == ["codec", "setting", "files", "bits", "kbit/s", "SNR"]
        assert [row[: len(first) + 3] for row in rows[2:]] == [
            [*first, "flac", "-8", "1"],
            [*first, "flac", "-5", "1"],
        ]
        assert {row[len(first) + 5] for row in rows[2:]} == {"∞"}
    assert road.temporary == []


@needs_flac
def test_a_plot_appears_where_it_was_asked_for(road: Road, sound: Path) -> None:
    pytest.importorskip("matplotlib", reason="the plot needs matplotlib")
    words = ("bench-codecs", "music", "--codec", "flac", "--plot", "curve.svg")
    ended = road(*words)

    assert ended.code == exits.DONE
    assert ended.lines[-1] == "curve.svg: drawn"
    drawn = (road.folder / "curve.svg").read_bytes()
    assert b"<svg" in drawn

    ended = road(*words)
    assert ended.code == exits.NO_OUTPUT
    assert ended.out == b""
    assert len(ended.lines) == 1
    assert "curve.svg: exists already" in ended.lines[0]
    assert road(*words, "--on-exists", "skip", "--seconds", "0.1").code == exits.DONE
    assert (road.folder / "curve.svg").read_bytes() == drawn
    assert road(*words, "--on-exists", "rename", "--seconds", "0.1").code == exits.DONE
    assert road.files() == ["curve (2).svg", "curve.svg", "music"]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["--codec", "mp4"], exits.WRONG_COMMAND, "codec: 'mp4', must be one of road-classic"),
        (["--codec", "flac", "--no-peers"], exits.WRONG_COMMAND, "codec: 'flac', must be one of"),
        (["--codec", "flac"], exits.MISSING_PART, "not installed: flac (flac); nothing else"),
        (["--plot", "x.txt"], exits.WRONG_COMMAND, "x.txt: a plot must end with .png, .svg, .pdf"),
        (["--seconds", "0"], exits.WRONG_COMMAND, "invalid value for '--seconds'"),
        (["--repeats", "0"], exits.WRONG_COMMAND, "invalid value for '--repeats'"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_measured(
    road: Road, sound: Path, words: list[str], code: int, message: str
) -> None:
    ended = road("bench-codecs", "music", *words, env={"PATH": str(road.folder)})

    assert ended.code == code
    assert ended.out == b""
    assert len(ended.lines) == 1
    assert ended.lines[0].startswith(f"road: {message}")


def test_codecs_that_are_not_installed_are_told_in_one_line(road: Road) -> None:
    ended = road("bench-codecs", "missing.wav", env={"PATH": str(road.folder)})

    assert ended.code == exits.NO_INPUT
    assert ended.lines == [
        "not installed, left out: flac (flac), opus (opusenc, opusdec), mp3 (lame), "
        "vorbis (oggenc, oggdec), qoa (qoaconv)",
        "road: missing.wav: there is no such file",
    ]
    assert ended.out == b""


def working_in(folder: Path) -> list[int]:
    """List the processes whose folder lies in there."""
    found = []
    for process in Path("/proc").iterdir():
        if process.name.isdigit():
            try:
                where = str((process / "cwd").readlink())
            except OSError:
                continue
            if where.startswith(str(folder)):
                found.append(int(process.name))
    return found


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopping_ends_all_processes_and_leaves_nothing(road: Road, number: signal.Signals) -> None:
    loud = np.tile(noise(2, 44100), 120).astype(np.int16)
    write_sound(road.folder / "long.wav", loud, 44100)
    place = Path(road.env["TMPDIR"]).resolve()
    process = road.start("bench-codecs", "long.wav", "--codec", "road-classic", "--plot", "x.svg")
    # What the first coder writes, which takes it many seconds more.
    while not list(place.glob("*/.coded.*part*")):
        assert process.poll() is None
    assert len(working_in(place)) == 2
    process.send_signal(number)
    out, err = process.communicate(timeout=TIMEOUT_S)
    ended = checked(Ended(process.returncode, out, err.decode()))

    assert ended.code == (exits.STOPPED if number == signal.SIGINT else 128 + number)
    assert out == b""
    assert [line for line in ended.lines if not line.startswith("not installed")] == []
    # What is killed needs a moment to die, but no more.
    end = time.monotonic() + 1.0
    while alive := working_in(place):
        assert time.monotonic() < end, alive
    assert road.temporary == []
    assert road.files() == ["long.wav"]
