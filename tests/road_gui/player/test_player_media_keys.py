"""A desktop finds the player on the session bus and can play, pause and seek there."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import soundfile
from fake_card import FakeCard
from pages import open_file
from PySide6.QtCore import QProcess
from PySide6.QtDBus import QDBusConnection
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from road_codec import encode, finish
from road_gui.player.media_keys import PATH, SERVICE, MediaKeys, has_session_bus
from road_gui.player.page import PlayerPage
from road_gui.player.state import State

UseCard = Callable[[FakeCard], FakeCard]
Call = Callable[..., str]

needs_bus = pytest.mark.skipif(
    shutil.which("dbus-daemon") is None or shutil.which("gdbus") is None,
    reason="needs dbus-daemon and gdbus",
)


@pytest.fixture
def bus() -> Iterator[str]:
    """Return the address of a bus that nobody else is on."""
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()


@pytest.fixture
def connection(bus: str) -> Iterator[QDBusConnection]:
    yield QDBusConnection.connectToBus(bus, "test")
    QDBusConnection.disconnectFromBus("test")


@pytest.fixture
def keys(page: PlayerPage, connection: QDBusConnection) -> Iterator[MediaKeys]:
    made = MediaKeys(page, page, connection)
    yield made
    made.leave()


@pytest.fixture
def call(qtbot: QtBot, bus: str) -> Call:
    """Return a function that calls a method as any other program does."""

    def run(method: str, *arguments: str) -> str:
        process = QProcess()
        with qtbot.waitSignal(process.finished, timeout=10_000):
            process.start(
                "gdbus",
                [
                    *("call", "--address", bus, "--dest", SERVICE, "--object-path", PATH),
                    *("--method", method, *arguments),
                ],
            )
        error = bytes(process.readAllStandardError().data()).decode()
        assert process.exitCode() == 0, error
        return bytes(process.readAllStandardOutput().data()).decode()

    return run


@needs_bus
def test_play_pause_and_seek_come_by_the_bus(
    page: PlayerPage, keys: MediaKeys, call: Call, qtbot: QtBot, encoded: Path, use_card: UseCard
) -> None:
    use_card(FakeCard())
    assert keys.is_there
    player = "org.mpris.MediaPlayer2.Player"
    get = "org.freedesktop.DBus.Properties.Get"
    assert "Stopped" in call(get, player, "PlaybackStatus")
    assert "false" in call(get, player, "CanPlay")
    open_file(page, encoded, qtbot)
    assert "'xesam:title': <'tune.road.wav'>" in call(get, player, "Metadata")
    call(f"{player}.PlayPause")
    qtbot.waitUntil(lambda: page.engine.state is State.PLAYING, timeout=5_000)
    assert "Playing" in call(get, player, "PlaybackStatus")
    call(f"{player}.Pause")
    assert page.engine.state is State.PAUSED
    call(f"{player}.SetPosition", "/road_studio/track", "1500000")
    assert page.engine.seconds == 1.5
    call(f"{player}.SetPosition", "/another/track", "0")
    assert page.engine.seconds == 1.5
    call(f"{player}.Seek", "--", "-500000")
    assert call(get, player, "Position").strip() == "(<int64 1000000>,)"
    call("org.freedesktop.DBus.Properties.Set", player, "Volume", "<0.25>")
    assert page.volume == 0.25
    call(f"{player}.Stop")
    assert page.engine.state is State.STOPPED
    assert "ROAD Studio" in call(get, "org.mpris.MediaPlayer2", "Identity")


@needs_bus
def test_title_artist_and_length_are_told(
    page: PlayerPage, keys: MediaKeys, call: Call, qtbot: QtBot, sounds: Path, tmp_path: Path
) -> None:
    samples, rate_hz = soundfile.read(sounds / "tune.wav")
    with soundfile.SoundFile(tmp_path / "a.flac", "w", rate_hz, 2, "PCM_16") as file:
        file.title, file.artist, file.album = "Dawn", "A Blackbird", "Spring"
        file.write(samples)
    finish(encode(tmp_path / "a.flac", tmp_path / "a.road.wav"))
    open_file(page, tmp_path / "a.road.wav", qtbot)
    told = call("org.freedesktop.DBus.Properties.Get", "org.mpris.MediaPlayer2.Player", "Metadata")
    for part in (
        "'xesam:title': <'Dawn'>",
        "'xesam:artist': <['A Blackbird']>",
        "'xesam:album': <'Spring'>",
        "'mpris:length': <3000000>",
    ):
        assert part in told


@needs_bus
def test_changes_are_told(
    page: PlayerPage, keys: MediaKeys, qtbot: QtBot, bus: str, encoded: Path, use_card: UseCard
) -> None:
    use_card(FakeCard())
    monitor = QProcess()
    monitor.start("gdbus", ["monitor", "--address", bus, "--dest", SERVICE])
    told = bytearray()
    monitor.readyReadStandardOutput.connect(
        lambda: told.extend(monitor.readAllStandardOutput().data())
    )
    qtbot.waitUntil(lambda: b"is owned by" in told, timeout=10_000)
    open_file(page, encoded, qtbot)
    qtbot.waitUntil(lambda: b"tune.road.wav" in told, timeout=10_000)
    page.engine.play()
    qtbot.waitUntil(lambda: b"'PlaybackStatus': <'Playing'>" in told, timeout=10_000)
    page.engine.seek(2.0)
    qtbot.waitUntil(lambda: b"Player.Seeked (int64 2000000,)" in told, timeout=10_000)
    monitor.terminate()
    assert monitor.waitForFinished(5_000)


@needs_bus
def test_a_second_window_takes_another_name(
    page: PlayerPage, keys: MediaKeys, qtbot: QtBot, bus: str
) -> None:
    connection = QDBusConnection.connectToBus(bus, "second")
    second = MediaKeys(page, page, connection)
    assert second.is_there
    assert second._service.startswith(f"{SERVICE}.instance")
    second.leave()
    QDBusConnection.disconnectFromBus("second")


def test_without_a_bus_nothing_happens(
    page: PlayerPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert not has_session_bus()
    parent = QWidget()
    keys = MediaKeys(page, parent)
    assert not keys.is_there
    keys.leave()
