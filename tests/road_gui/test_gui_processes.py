"""The window as a program: started with files, started twice, and killed."""

import json
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from programs import Program, quiet_start
from pytestqt.qtbot import QtBot

from road_gui.encoder.rows import State
from road_gui.main_window import MainWindow
from road_gui.settings import Settings
from road_gui.theme import Theme

MakeSound = Callable[..., Path]
TOLD = "Another window is open: the queue of this one is not kept"


def test_a_killed_program_leaves_its_queue_and_nothing_half_done(
    program: Callable[..., Program],
    settings: Settings,
    theme: Theme,
    make_sound: MakeSound,
    qtbot: QtBot,
) -> None:
    quiet_start(settings)
    sounds = [make_sound("long.wav", seconds=900.0), make_sound("other.wav")]
    folder = sounds[0].parent
    started = program("--start", *sounds)
    started.wait_for("work")
    assert started.end(signal.SIGKILL) == -signal.SIGKILL
    assert [path for path in folder.iterdir() if "part" in path.name]  # it was in the middle
    assert not [path for path in folder.iterdir() if path.name.endswith(".road.wav")]

    again = MainWindow(Settings(), theme)
    qtbot.addWidget(again)
    rows = again.convert.model.rows
    assert again.keeper.is_ours  # the lock of a dead process is nobody's
    assert [row.source for row in rows] == sounds
    with qtbot.waitSignal(again.convert.queue.finished, timeout=60_000):
        again.convert.start()
    assert {row.state for row in rows} == {State.DONE}
    assert sorted(path.name for path in folder.iterdir()) == [
        *("long.road.wav", "long.wav", "other.road.wav", "other.wav"),
    ]
    again.close()


@pytest.mark.parametrize(
    ("does", "number"),
    [
        ("--start", signal.SIGTERM),
        ("--start", signal.SIGHUP),
        ("--logout", None),
        ("--close", signal.SIGTERM),  # while it is being asked
    ],
)
def test_a_program_that_is_told_to_end_during_work_does_not_ask(
    does: str,
    number: signal.Signals | None,
    program: Callable[..., Program],
    settings: Settings,
    make_sound: MakeSound,
    tmp_path: Path,
) -> None:
    quiet_start(settings)
    sounds = [make_sound("long.wav", seconds=900.0), make_sound("other.wav")]
    started = program(does, *sounds)
    started.wait_for("work")
    if does == "--close":
        assert "Stop and quit?" in started.wait_for("asked")["text"]
    assert started.end(number) == 0
    assert not started.has_told("asked")
    assert sorted(path.name for path in sounds[0].parent.iterdir()) == ["long.wav", "other.wav"]
    kept = json.loads((tmp_path / "settings" / "ROAD Studio" / "queue.json").read_text())
    assert [Path(line["source"]) for line in kept["rows"]] == sounds


def test_of_two_windows_the_second_says_that_its_queue_is_not_kept(
    program: Callable[..., Program],
    settings: Settings,
    window: MainWindow,
    make_sound: MakeSound,
    qtbot: QtBot,
) -> None:
    settings.sync()
    assert window.keeper.is_ours
    mine, other = make_sound("mine.wav"), make_sound("other.wav")
    with qtbot.waitSignal(window.convert.adder.added):
        window.convert.add_paths([mine])
    second = program(other)
    shown = second.wait_for("shown")
    assert TOLD in shown["notices"]
    assert second.wait_for("added")["rows"] == ["other.wav"]
    assert second.end(signal.SIGTERM) == 0
    window.close()
    third = program()
    shown = third.wait_for("shown")
    assert shown["rows"] == ["mine.wav"]
    assert TOLD not in shown["notices"]
    assert third.end(signal.SIGTERM) == 0


def test_files_and_folders_of_the_command_line_are_queued(
    program: Callable[..., Program], settings: Settings, make_sound: MakeSound, tmp_path: Path
) -> None:
    quiet_start(settings)
    make_sound("tree/deep/b.flac")
    make_sound("a.wav")
    started = program("sounds/../sounds/a.wav", "sounds/tree", "sounds/gone.wav")
    assert started.wait_for("added")["rows"] == ["a.wav", "b.flac", "gone.wav"]
    assert started.end(signal.SIGTERM) == 0
    kept = json.loads((tmp_path / "settings" / "ROAD Studio" / "queue.json").read_text())
    assert [line["source"] for line in kept["rows"]] == [
        str(tmp_path / "sounds" / name) for name in ("a.wav", "tree/deep/b.flac", "gone.wav")
    ]


def test_one_encoded_file_is_opened_in_the_player(
    program: Callable[..., Program], settings: Settings, encoded_sound: Path
) -> None:
    quiet_start(settings)
    started = program(encoded_sound)
    assert started.wait_for("opened")["path"] == str(encoded_sound)
    assert started.end(signal.SIGTERM) == 0


def test_a_reset_opens_the_window_as_at_the_first_start_with_its_queue(
    program: Callable[..., Program], settings: Settings, make_sound: MakeSound
) -> None:
    settings.set("window/theme", "dark")
    settings.set("output/place", "folder")
    quiet_start(settings)
    started = program("--reset", make_sound("a.wav"))
    assert started.wait_for("shown")["theme"] == "dark"
    assert "first start" in started.wait_for("asked")["text"]
    shown = started.wait_for("shown")
    assert (shown["rows"], shown["theme"], shown["page"]) == (["a.wav"], "system", "WelcomePage")
    assert started.end(signal.SIGTERM) == 0
    assert Settings().value("output/place", "beside") == "beside"
