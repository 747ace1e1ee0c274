"""Standard streams may be pipes, full, closed or gone: one line and a code at most."""

import json
import subprocess
from pathlib import Path

import pytest
from command import TIMEOUT_S, Ended, Road, checked
from making import MemorySource, encoded, noise

from road_codec import decode, encode, finish
from road_codec.codecs.classic.params import ClassicParams

QUICK = ("--smallest-range", "32")
SMALL = encoded(MemorySource(noise(2, 3000)))
LARGE = encoded(MemorySource(noise(2, 100_000)))


def in_shell(road: Road, script: str) -> Ended:
    """Run a line of shell, in which $ROAD is the command."""
    words = " ".join(f"'{word}'" for word in Road._words(()))
    done = subprocess.run(
        ["bash", "-c", script.replace("$ROAD", words)],
        cwd=road.folder,
        env=road.env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    return checked(Ended(done.returncode, done.stdout, done.stderr.decode()))


def test_sounds_pass_through_pipes_to_the_same_bytes(road: Road, small_sound: Path) -> None:
    finish(encode(small_sound, road.folder / "y", params=ClassicParams(smallest_range=32)))
    finish(decode(road.folder / "y", road.folder / "z.wav"))

    made = road("encode", *QUICK, "-", stdin=small_sound.read_bytes())
    back = road("decode", "-q", "-", "-o", "-", stdin=made.out)

    assert (made.code, back.code) == (0, 0)
    assert made.out == (road.folder / "y").read_bytes()
    assert back.out == (road.folder / "z.wav").read_bytes()
    assert back.lines == []
    # No temporary name is shown, and none is left.
    assert made.lines[0].startswith("standard output: ")
    assert road.temporary == []


@pytest.mark.parametrize(
    ("command", "data"), [("encode", b""), ("decode", b"no sound"), ("info", b""), ("test", b"no")]
)
def test_bad_standard_input_is_told_by_its_name(road: Road, command: str, data: bytes) -> None:
    ended = road(command, "-", stdin=data)

    assert ended.code == 4
    assert ended.out == b""
    assert ended.lines[0].startswith("road: standard input: ")
    assert road.temporary == []


def test_a_reader_who_goes_away_is_no_fault(road: Road) -> None:
    (road.folder / "x.road.wav").write_bytes(LARGE)
    for words in ("decode -q x.road.wav -o -", "info --json x.road.wav", "codecs --json"):
        # Nobody ever reads: the pipe is closed before the command begins.
        ended = in_shell(road, f"{{ $ROAD {words}; echo $? >&2; }} | true")
        assert ended.err.split() == ["5"], words
    assert road.temporary == []


def test_a_full_standard_output_is_told(road: Road) -> None:
    (road.folder / "x.road.wav").write_bytes(SMALL)
    for words in ("decode -q x.road.wav -o -", "info x.road.wav", "info --json x.road.wav"):
        ended = in_shell(road, f"$ROAD {words} >/dev/full")
        assert ended.code == 5, words
        expected = "road: standard output: cannot be written: no space left on device"
        assert ended.lines == [expected]
    assert in_shell(road, "$ROAD --help >/dev/full").code == 5


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("$ROAD info x.road.wav >&-", 5),
        ("$ROAD decode x.road.wav -o - >&-", 5),
        ("$ROAD decode missing.wav 2>&-", 3),
        ("$ROAD decode missing.wav 2>/dev/full", 3),
        ("$ROAD decode - <&-", 3),
        ("$ROAD decode x.road.wav <&- >&- 2>&-", 0),
    ],
)
def test_closed_streams_are_met_quietly(road: Road, script: str, code: int) -> None:
    (road.folder / "x.road.wav").write_bytes(SMALL)
    finish(decode(road.folder / "x.road.wav", road.folder.parent / "expected.wav"))

    ended = in_shell(road, script)

    assert ended.code == code
    assert len([line for line in ended.lines if line.startswith("road: ")]) <= 1
    if code == 0:
        # Had a file got the number of a closed stream, messages would stand in it.
        written = (road.folder / "x.decoded.wav").read_bytes()
        assert written == (road.folder.parent / "expected.wav").read_bytes()


def test_the_temporary_folder_is_used_for_standard_streams_only(
    road: Road, small_sound: Path
) -> None:
    road.env["TMPDIR"] = "/nowhere"

    assert road("encode", *QUICK, small_sound.name).code == 0


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["encode", "x.wav", "--nonsense"], "no such option"),
        (["encode", "x.wav", "--smallest-range", "5"], "smallest_range: 5, must be one of 4, 8"),
        (["encode", "x.wav", "--smallest-range", "x"], "invalid value"),
        (["encode", "x.wav", "--superframe", "0"], "superframe: 0, must be 1 to 256 frames"),
        (["encode", "x.wav", "--silence-threshold", "nan"], "must be 0.0 to 1e+19"),
        (["encode", "x.wav", "--codec", "mp3"], "codec: 'mp3', must be one of road-classic"),
        (
            ["encode", "--json", "small.wav", "-o", "y", "--backend", "tpu"],
            "'tpu' is not one of 'auto', 'cpu', 'gpu', 'plain'",
        ),
        (["encode", "x.wav", "-j", "0"], "invalid value"),
        (["encode", "x.wav", "--on-exists", "ask"], "invalid value"),
        (["encode", "-", "x.wav"], "- stands for one file"),
        (["encode", "x.wav", "y.wav", "-o", "-"], "- stands for one file"),
        (["encode"], "missing argument"),
        (["info", "-", "-"], "it can be given once"),
        (["compare", "-", "-"], "it can be given once"),
        (["encode", ""], "'' is no name of a file"),
        (["decode", "small.road.wav", "-o", ""], "'' is no name of a file"),
        (["decode", "x.wav", "--oversample", "0"], "is not above 0"),
        (["decode", "x.wav", "--oversample", "1/0"], "is no number such as"),
        (["decode", "x.wav", "--oversample", "1e999999999"], "is no number such as"),
        (["decode", "x.wav", "--oversample", "9" * 400], "at most 1024"),
        (["decode", "x.wav", "--passes", "65"], "passes: 65, must be 0 to 64"),
        (["decode", "x.wav", "--order", "chaos"], "order: 'chaos', must be one of"),
        (["decode", "x.wav", "--format", "../x"], "format: '../x', must be an ending"),
        (["decode", "x.wav", "--format", ""], "format: '', must be an ending"),
        (["decode", "small.road.wav", "--rate", "8001"], "rate: 8001 Hz: this file decodes at"),
        (
            ["decode", "--json", "small.road.wav", "--rate", "8000", "--oversample", "1"],
            "exclude each other",
        ),
        (["decode", "small.road.wav", "-o", "x.mp3", "--oversample", "16"], "sample rates of"),
        (["decode", "small.road.wav", "-o", "x.ogg", "--oversample", "32"], "Vorbis ends at"),
        (["seed", "x.wav"], "missing option"),
        (["compare", "x.wav"], "missing argument"),
        (["nonsense"], "no such command 'nonsense'"),
        (["--nonsense"], "no such option"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_wrong_words_are_told_in_one_line(
    small_sound: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    words: list[str],
    expected: str,
) -> None:
    from road_codec.cli.main import main

    (small_sound.parent / "small.road.wav").write_bytes(SMALL)
    before = sorted(small_sound.parent.iterdir())
    monkeypatch.chdir(small_sound.parent)

    with pytest.raises(SystemExit) as ended:
        main(words)

    out, err = capfd.readouterr()
    assert ended.value.code == 2
    assert out == ""
    assert len(err.splitlines()) == 1
    assert err.startswith("road: ")
    assert expected in err
    assert sorted(small_sound.parent.iterdir()) == before


def test_no_words_at_all_show_the_help(road: Road) -> None:
    ended = road()

    assert ended.code == 2
    assert "Usage: road" in ended.err
    assert "encode" in ended.err


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_streams_that_cannot_show_a_letter_are_survived(road: Road, encoding: str) -> None:
    (road.folder / "♫.road.wav").write_bytes(SMALL)

    ended = road("info", "♫.road.wav", env={"PYTHONIOENCODING": encoding})

    assert ended.code == 0
    assert b"\\u266b.road.wav" in ended.out


def test_comparing_and_playing_take_standard_input_too(road: Road, small_sound: Path) -> None:
    finish(encode(small_sound, road.folder / "x.road.wav"))
    data = (road.folder / "x.road.wav").read_bytes()

    by_name = road("compare", "small.wav", "x.road.wav")
    piped = road("compare", "small.wav", "-", stdin=data)
    as_json = road("compare", "--json", "-", "x.road.wav", stdin=small_sound.read_bytes())
    played = road("play", "-", stdin=b"no sound")

    assert (by_name.code, piped.code, as_json.code) == (0, 0, 0)
    assert piped.out == by_name.out
    assert json.loads(as_json.out)["original"] == "standard input"
    assert played.code == 4
    assert played.lines[0].startswith("road: standard input: ")
    assert road.temporary == []


def test_a_file_without_faults_is_told_in_words_that_say_so(road: Road) -> None:
    ended = road("test", "-", stdin=SMALL)

    assert ended.code == 0
    assert ended.lines == ["standard input: no fault found"]
