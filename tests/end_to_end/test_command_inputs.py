"""Whatever the command is given to read, it says one sentence and goes on with the rest."""

import ctypes
import json
import os
import resource
import shutil
from pathlib import Path

import pytest
from command import Road
from making import MemorySource, encoded, noise, write_sound

from road_codec import encode, finish

# From linux/prctl.h and linux/capability.h.
PR_CAPBSET_DROP = 24
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH = 1, 2
QUICK = ("--smallest-range", "32")


def obey_permissions() -> None:
    """Take from a child of root what lets it pass over permissions."""
    libc = ctypes.CDLL(None)
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def bad_inputs(folder: Path) -> dict[str, tuple[int, str]]:
    """Make what cannot be read; return exit code and words of each."""
    (folder / "text.wav").write_text("This is no sound.\n" * 50)
    (folder / "empty.wav").touch()
    (folder / "loop.wav").symlink_to("loop.wav")
    (folder / "dangling.wav").symlink_to("nothing")
    os.mkfifo(folder / "pipe.wav")
    (folder / "secret.wav").write_bytes(b"RIFF" + bytes(100))
    (folder / "secret.wav").chmod(0)
    return {
        "text.wav": (4, "no sound file that can be read"),
        "empty.wav": (4, "is empty (0 bytes)"),
        "missing.wav": (3, "there is no such file"),
        "loop.wav": (3, "too many levels of symbolic links"),
        "dangling.wav": (3, "there is no such file"),
        "pipe.wav": (3, "is no ordinary file; use - for standard input"),
        "secret.wav": (3, "permission denied"),
        "/dev/null": (3, "is no ordinary file"),
        "small.wav/x.wav": (3, "not a directory"),
        "y" * 256: (3, "file name too long"),
    }


def test_one_bad_file_after_the_other_does_not_stop_the_good_ones(
    road: Road, small_sound: Path
) -> None:
    bad = bad_inputs(road.folder)
    names = [*bad, small_sound.name]

    ended = road("encode", "--json", *QUICK, *names, "-o", "out", prepare=obey_permissions)

    printed = {line["source"]: line for line in map(json.loads, ended.out.splitlines())}
    assert ended.code == 1
    assert printed[small_sound.name]["state"] == "done"
    for name, (code, words) in bad.items():
        error = printed[name]["error"]
        assert words in error["message"], name
        assert error["exit_code"] == code, name
        assert len([line for line in ended.lines if error["message"] in line]) == 1
    assert len(ended.lines) == len(bad)
    assert [path.name for path in (road.folder / "out").iterdir()] == ["small.road.wav"]


@pytest.mark.parametrize("command", ["decode", "info", "test", "play", "seed", "compare"])
def test_other_commands_refuse_the_same_with_the_same_codes(
    road: Road, small_sound: Path, command: str
) -> None:
    assert small_sound.exists()
    bad = bad_inputs(road.folder)
    several = command not in {"play", "compare"}
    words = {"seed": ["-o", "out"], "compare": ["text.wav"]}.get(command, [])
    # One process for each name costs time: those that take several get them at once.
    names = list(bad) if several else ["pipe.wav"]

    ended = road(command, *names, *words, prepare=obey_permissions)

    assert ended.code == bad[names[0]][0]
    assert len(ended.lines) == len(names)
    for name, line in zip(names, ended.lines, strict=True):
        expected = "no RIFF WAVE head" if name == "text.wav" else bad[name][1]
        assert line.startswith("road: ")
        assert expected in line, name


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        ({"notes.txt": b"nothing here"}, 3, "nothing to do in there"),
        ({}, 3, "nothing to do in there"),
        ({".hidden.wav": b"x", "sub/.x.wav": b"x"}, 3, "nothing to do in there"),
        ({"a.wav": b"no sound", "b.wav": b""}, 4, "no sound file that can be read"),
    ],
)
def test_a_folder_without_sounds_is_no_success(
    road: Road, content: dict[str, bytes], code: int, words: str
) -> None:
    music = road.folder / "music"
    music.mkdir()
    for name, data in content.items():
        (music / name).parent.mkdir(exist_ok=True)
        (music / name).write_bytes(data)

    ended = road("encode", "music", "-o", "out")

    assert ended.code == code
    assert words in ended.lines[0]
    assert "out" not in road.files() or not list((road.folder / "out").iterdir())


def test_a_folder_that_may_not_be_read_is_no_success(road: Road) -> None:
    music = road.folder / "music"
    music.mkdir()
    music.chmod(0)
    ended = road("encode", "music", "-o", "out", prepare=obey_permissions)
    music.chmod(0o700)

    assert ended.code == 3
    assert len(ended.lines) == 1


@pytest.mark.parametrize("mode", [0, 0o444, 0o111])
def test_a_locked_folder_among_others_is_told_and_does_not_stop_the_rest(
    road: Road, small_sound: Path, mode: int
) -> None:
    music = road.folder / "music"
    locked = music / "locked"
    locked.mkdir(parents=True)
    shutil.copy(small_sound, locked / "unseen.wav")
    small_sound.rename(music / "good.wav")
    locked.chmod(mode)
    ended = road("encode", *QUICK, "music", "-o", "out", prepare=obey_permissions)
    locked.chmod(0o700)

    assert ended.code == 1
    assert "road: music/locked: cannot be read: permission denied" in ended.lines
    assert [path.name for path in (road.folder / "out").iterdir()] == ["good.road.wav"]


def test_what_is_left_of_an_encoded_file_is_not_encoded_as_a_sound(
    road: Road, small_sound: Path
) -> None:
    finish(encode(small_sound, road.folder / "whole.road.wav"))
    whole = (road.folder / "whole.road.wav").read_bytes()
    (road.folder / "cut.road.wav").write_bytes(whole[:1000])

    ended = road("encode", "cut.road.wav", "-o", "again.road.wav")

    assert ended.code == 4
    assert ended.lines == [
        "road: cut.road.wav: has the name of an encoded file but is not a whole one; rename it if "
        "it is an ordinary sound"
    ]
    assert road("encode", "missing.road.wav").code == 3
    assert "again.road.wav" not in road.files()


def test_encoded_files_that_are_cut_short_or_empty_are_not_passed_over_in_a_folder(
    road: Road, small_sound: Path
) -> None:
    box = road.folder / "box"
    box.mkdir()
    finish(encode(small_sound, box / "whole.road.wav"))
    (box / "cut.road.wav").write_bytes((box / "whole.road.wav").read_bytes()[:1000])
    (box / "empty.road.wav").touch()

    tested, decoded = road("test", "--json", "box"), road("decode", "box", "-o", "out")
    encoded_again = road("encode", "box", "-o", "out")

    states = {line["source"]: line["state"] for line in map(json.loads, tested.out.splitlines())}
    assert states == {
        "box/cut.road.wav": "failed",
        "box/empty.road.wav": "failed",
        "box/whole.road.wav": "done",
    }
    assert (tested.code, decoded.code, encoded_again.code) == (1, 1, 3)
    assert [path.name for path in (road.folder / "out").iterdir()] == ["whole.wav"]


def test_odd_things_in_a_folder_are_passed_over(road: Road, small_sound: Path) -> None:
    music = road.folder / "music"
    (music / "folder.wav").mkdir(parents=True)
    (music / "up").symlink_to("..")
    (music / "loop.wav").symlink_to("loop.wav")
    os.mkfifo(music / "pipe.wav")
    small_sound.rename(music / "good.wav")

    ended = road("encode", *QUICK, "music", "-o", "out")

    assert ended.code == 0
    assert [path.name for path in (road.folder / "out").iterdir()] == ["good.road.wav"]


ODD_NAMES = [
    b"\xff\xfe\xe9",
    "𝄞🎵👩‍🎤".encode(),
    b"-o",
    b"a\nb\x1b[31m",
    b"x." + b"y" * 200,
    b" ",
    b"...",
]


def test_any_name_goes_there_and_back(road: Road, small_sound: Path) -> None:
    music = road.folder / "music"
    music.mkdir()
    for name in ODD_NAMES:
        shutil.copy(small_sound, os.fsencode(music) + b"/" + name + b".wav")
    names = [b"music/" + name for name in ODD_NAMES]

    made = road("encode", *QUICK, *(name + b".wav" for name in names))
    told = road("info", *(name + b".road.wav" for name in names))
    back = road("decode", "--json", *(name + b".road.wav" for name in names))

    assert (made.code, told.code, back.code) == (0, 0, 0)
    assert len(list(music.iterdir())) == 3 * len(ODD_NAMES)
    # Nothing that a terminal would obey is sent to it.
    assert "\x1b" not in made.err
    assert b"\x1b" not in told.out
    sources = [json.loads(line)["source"] for line in back.out.splitlines()]
    assert [os.fsencode(source) for source in sources] == [name + b".road.wav" for name in names]


def test_a_name_that_looks_like_an_option_is_read_behind_two_dashes(
    road: Road, small_sound: Path
) -> None:
    small_sound.rename(road.folder / "-o.wav")
    assert road("encode", *QUICK, "--", "-o.wav").code == 0
    assert road.files() == ["-o.road.wav", "-o.wav"]


def test_a_name_that_becomes_too_long_is_refused(road: Road) -> None:
    name = "x" * 251 + ".wav"
    write_sound(road.folder / "x.wav", noise(1, 2100).astype("int16")).rename(road.folder / name)

    ended = road("encode", *QUICK, name)

    assert ended.code == 5
    assert "file name too long" in ended.lines[0]
    assert road.files() == [name]
    assert road("encode", *QUICK, name, "-o", "y.road.wav").code == 0


@pytest.mark.parametrize(
    ("shim", "words"),
    [
        ("raise OSError('PortAudio library not found')", "no PortAudio library: install it"),
        ("raise ImportError('No module named sounddevice')", "no Python package sounddevice"),
        ("PortAudioError = Exception\ndef query_devices(): return []", "no sound device was found"),
        (
            "class PortAudioError(Exception): pass\n"
            "def query_devices(): raise PortAudioError('PortAudio not initialized')",
            "does not play 2 channels at 8000 Hz (PortAudio not initialized)",
        ),
        (
            "class PortAudioError(Exception): pass\n"
            "def query_devices(): return [{'max_output_channels': 1}]\n"
            "def OutputStream(**options): raise PortAudioError('Error querying device -1')",
            "does not play 2 channels at 8000 Hz (Error querying device -1)",
        ),
    ],
    ids=["no library", "no package", "no device", "not ready", "refused"],
)
def test_playing_without_a_sound_card_says_what_is_missing(
    road: Road, shim: str, words: str
) -> None:
    (road.folder / "shim").mkdir()
    (road.folder / "shim" / "sounddevice.py").write_text(shim)
    (road.folder / "small.road.wav").write_bytes(encoded(MemorySource(noise(2, 3000))))

    ended = road("play", "small.road.wav", env={"PYTHONPATH": str(road.folder / "shim")})

    assert ended.code == 6
    assert words in ended.lines[-1]


# Once all is loaded, room for some megabytes more is left.
SHORT_OF_MEMORY = """
import resource, sys
from pathlib import Path
from road_codec.cli.main import main
try:
    main(["decode", "-q", "small.road.wav", "-o", "warm.wav"])
except SystemExit:
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + (12 << 20), size + (12 << 20)))
    main(["decode", "small.road.wav", "-o", "large.wav", "--oversample", "32"])
"""


def test_too_little_memory_is_told_in_a_sentence(road: Road) -> None:
    (road.folder / "small.road.wav").write_bytes(
        encoded(MemorySource(noise(2, 90000)), superframe=44)
    )

    ended = road.python(SHORT_OF_MEMORY)

    assert ended.code == 70
    assert ended.lines == ["road: not enough memory; try a smaller superframe or fewer --jobs"]
    assert road.files() == ["small.road.wav", "warm.wav"]


def no_memory_at_all() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (60 << 20, 60 << 20))


def test_a_library_that_cannot_be_loaded_is_a_fault_with_a_log(
    road: Road, small_sound: Path
) -> None:
    ended = road("encode", small_sound.name, prepare=no_memory_at_all)

    assert ended.code == 70
    assert len(ended.lines) == 1
    log = Path(ended.lines[0].partition("details in ")[2].rstrip(")"))
    assert "Traceback" in log.read_text()
    assert road.files() == [small_sound.name]


def test_what_is_wrong_in_the_middle_of_a_batch_is_told_with_its_name(
    road: Road, small_sound: Path
) -> None:
    write_sound(road.folder / "nine.wav", noise(9, 3000).astype("int16"))
    write_sound(road.folder / "many.wav", noise(65, 100).astype("int16"))
    finish(encode(small_sound, road.folder / "good.road.wav"))
    damaged = bytearray((road.folder / "good.road.wav").read_bytes())
    record = damaged.index(b"FIND") + 40
    damaged[record : record + 40] = b"\xff" * 40
    (road.folder / "bad.road.wav").write_bytes(damaged)

    for words, name, wrong in (
        (["encode", *QUICK, "small.wav", "nine.wav", "-o", "out"], "nine.wav", "channels: 9"),
        (["encode", "many.wav"], "many.wav", "channels: 65"),
        (["decode", "bad.road.wav", "--rate", "8001"], "bad.road.wav", "rate: 8001 Hz"),
        (["compare", "small.wav", "bad.road.wav"], "bad.road.wav", "superframe 0"),
        (["compare", "bad.road.wav", "good.road.wav"], "bad.road.wav", "superframe 0"),
    ):
        ended = road(*words)
        told = [line for line in ended.lines if line.startswith("road: ")]
        assert [line.startswith(f"road: {name}: {wrong}") for line in told] == [True], words


def test_without_a_screen_the_window_says_so(road: Road) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        road.env.pop(name, None)

    ended = road("gui")

    assert ended.code == 6
    assert len(ended.lines) == 1
    assert ended.lines[0].startswith("road: no screen was found")


NO_CACHE = """
import numba.core.caching
from road_codec.cli.main import main
numba.core.caching.CacheImpl._locator_classes = []
main(["{}", "{}"])
"""


@pytest.mark.parametrize(("command", "name"), [("encode", "x.wav"), ("test", "x.road.wav")])
def test_where_compiled_code_can_be_kept_nowhere_the_way_out_is_told(
    road: Road, command: str, name: str
) -> None:
    write_sound(road.folder / "x.wav", noise(1, 3000).astype("int16"))
    if command == "test":
        finish(encode(road.folder / "x.wav", road.folder / "x.road.wav"))

    ended = road.python(NO_CACHE.format(command, name))

    assert ended.code == 6
    assert len(ended.lines) == 1
    assert "NUMBA_CACHE_DIR" in ended.lines[0]


def test_damage_that_was_gone_past_is_told_once(road: Road, small_sound: Path) -> None:
    finish(encode(small_sound, road.folder / "x.road.wav"))
    whole = (road.folder / "x.road.wav").read_bytes()
    (road.folder / "cut.road.wav").write_bytes(whole[: whole.index(b"FIND") + 40])

    ended = road("decode", "--keep-going", "cut.road.wav", "-o", "y.wav")

    assert ended.code == 4
    assert [line.startswith("road: ") for line in ended.lines if "damaged" in line] == [True]
