"""What is started a second time hands its files to the window that is open, or opens its own."""

import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from programs import Program, quiet_start
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from road_gui.main_window import MainWindow
from road_gui.one_window import MAX_BYTES, Door
from road_gui.settings import Settings

MakeSound = Callable[..., Path]
Start = Callable[..., Program]


@pytest.fixture
def doors(tmp_path: Path) -> Iterator[Callable[..., Door]]:
    """Return a function that makes a door; all of them are closed after the test."""
    made: list[Door] = []

    def make(folder: str = "a", patience_ms: int = 100) -> Door:
        made.append(Door(tmp_path / folder / "settings.ini", patience_ms))
        return made[-1]

    yield make
    for door in made:
        door.close()


def knock(door: Door) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(str(door._place))
    assert socket.waitForConnected()
    return socket


def test_a_second_start_hands_its_files_to_the_window_that_is_open(
    program: Start, settings: Settings, make_sound: MakeSound, encoded_sound: Path
) -> None:
    quiet_start(settings)
    make_sound("a.wav")
    first = program()
    first.wait_for("shown")
    assert program("sounds/a.wav").end(None) == 0  # a path of the other one's folder
    assert first.wait_for("added")["rows"] == ["a.wav"]
    assert program(encoded_sound).end(None) == 0
    assert first.wait_for("opened")["path"] == str(encoded_sound)
    alone = program()
    assert alone.end(None) == 0
    assert not alone.has_told("shown")
    assert first.is_running
    assert first.end(signal.SIGTERM) == 0


def test_of_several_started_at_once_one_has_all_files(
    program: Start, settings: Settings, make_sound: MakeSound
) -> None:
    quiet_start(settings)
    sounds = [make_sound(f"{number}.wav") for number in range(4)]
    started = [program(sound) for sound in sounds]
    left = [one for one in started if one.shows_a_window()]
    assert len(left) == 1
    assert all(one.end(None) == 0 for one in started if one not in left)
    while len(rows := left[0].wait_for("added")["rows"]) < len(sounds):
        pass
    assert sorted(rows) == [sound.name for sound in sounds]
    assert left[0].end(signal.SIGTERM) == 0


def test_what_a_killed_program_left_stops_nobody(
    program: Start, settings: Settings, make_sound: MakeSound
) -> None:
    quiet_start(settings)
    killed = program()
    killed.wait_for("shown")
    killed.end(signal.SIGKILL)
    again = program()
    again.wait_for("shown")
    assert program(make_sound("a.wav")).end(None) == 0
    assert again.wait_for("added")["rows"] == ["a.wav"]
    assert again.end(signal.SIGTERM) == 0


def test_programs_with_other_settings_do_not_meet(doors: Callable[..., Door]) -> None:
    assert doors("a").open([])
    other = doors("b")
    assert other.open([Path("/b.wav")])
    assert other._server.isListening()


def test_one_that_does_not_answer_is_not_waited_for_and_gets_nothing_later(
    doors: Callable[..., Door], qtbot: QtBot
) -> None:
    first = doors()
    assert first.open([])
    second = doors()
    with qtbot.assertNotEmitted(first.asked):
        assert second.open([Path("/late.wav")])  # the first one has no turn meanwhile
        assert not second._server.isListening()
        qtbot.waitUntil(lambda: not first._server.hasPendingConnections())
        qtbot.waitUntil(lambda: not first.children()[1:])
    first.close()
    assert doors().open([])


@pytest.mark.parametrize(
    "said",
    [
        b"\n",
        b"\xff\xfe\x00\n",
        b"[" * 100_000 + b"\n",
        b"17\n",
        b'{"paths": ["/a.wav"]}\n',
        b'{"paths": "/a.wav", "token": ""}\n',
        b'{"paths": ["a.wav"], "token": ""}\n',
        b'{"paths": ["/a\\u0000b"], "token": ""}\n',
        b'{"paths": ["/\\ud800"], "token": ""}\n',
        b'{"paths": [7], "token": ""}\n',
        b'{"paths": [], "token": "a\\u0000b"}\n',
        b'{"paths": [], "token": ["a"]}\n',
        b"x" * (MAX_BYTES + 2),
    ],
    ids=lambda said: repr(said[:40]),
)
def test_what_is_no_message_is_ignored_and_the_next_one_is_heard(
    said: bytes, doors: Callable[..., Door], qtbot: QtBot
) -> None:
    door = doors()
    assert door.open([])
    socket = knock(door)
    with qtbot.assertNotEmitted(door.asked):
        qtbot.waitUntil(socket.canReadLine)
        socket.write(said)
        qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert socket.readAll() == b"ready\n"
    name = os.fsdecode(b"/sounds/\xff.wav")
    again = knock(door)
    with qtbot.waitSignal(door.asked) as asked:
        again.write(json.dumps({"paths": [name], "token": "t"}).encode() + b"\n")
    assert asked.args == [[Path(name)], "t"]


def test_the_window_comes_to_the_front_by_the_token_of_the_desktop(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    window.showMinimized()
    window.take_over([], "a-token")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "a-token"
    assert not window.windowState() & Qt.WindowState.WindowMinimized
    qtbot.waitUntil(window.isActiveWindow)
