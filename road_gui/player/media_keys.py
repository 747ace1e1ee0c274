"""Media keys and the player on the lock screen: MPRIS, as Linux desktops speak it.

Desktops look on the session bus for names that begin with org.mpris.MediaPlayer2, show
what plays, and send play and pause there when somebody presses the keys for them.

References
----------
MPRIS D-Bus Interface Specification 2.2, freedesktop.org.
"""

import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import ClassInfo, Property, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusAbstractAdaptor,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
)
from PySide6.QtWidgets import QWidget

from road_gui.player.page import PlayerPage
from road_gui.player.state import State

PATH = "/org/mpris/MediaPlayer2"
SERVICE = "org.mpris.MediaPlayer2.road_studio"
_PLAYER = "org.mpris.MediaPlayer2.Player"
_TRACK, _NO_TRACK = "/road_studio/track", "/org/mpris/MediaPlayer2/TrackList/NoTrack"
_MICROSECONDS = 1_000_000
# Jumps further than that are told: others count on by themselves.
_JUMP_SECONDS = 0.5


class MediaKeys(QObject):
    """Puts a player on the session bus, if there is one; without it nothing happens.

    Parameters
    ----------
    page : PlayerPage
        What plays.
    parent : QObject
        Owner.
    connection : QDBusConnection, optional
        The bus; by default that of the session.
    """

    def __init__(
        self, page: PlayerPage, parent: QObject, connection: QDBusConnection | None = None
    ) -> None:
        super().__init__(parent)
        self.is_there = False
        if connection is None:
            if not has_session_bus():
                return
            connection = QDBusConnection.sessionBus()
        if not connection.isConnected():
            return
        self._connection = connection
        self._service = SERVICE
        self._root = _Root(self, page)
        self._player = _Player(self, page)
        self.is_there = connection.registerObject(PATH, self) and self._take_name()
        if self.is_there:
            page.engine.state_changed.connect(self._tell)
            page.opened.connect(self._tell)

    def _take_name(self) -> bool:
        # A second window of the program has a name of its own, as the specification has it.
        for name in (SERVICE, f"{SERVICE}.instance{os.getpid()}"):
            if self._connection.registerService(name):
                self._service = name
                return True
        return False

    def leave(self) -> None:
        """Go from the bus."""
        if self.is_there:
            self._connection.unregisterObject(PATH)
            self._connection.unregisterService(self._service)
            self.is_there = False

    @Slot()
    def _tell(self) -> None:
        """Tell everybody what has changed."""
        if not self.is_there:
            return
        message = QDBusMessage.createSignal(
            PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged"
        )
        changed = {
            "PlaybackStatus": self._player.status(),
            "Metadata": self._player.metadata(),
            "CanPlay": self._player.has_file(),
            "CanPause": self._player.has_file(),
            "CanSeek": self._player.has_file(),
        }
        # An empty list would go out as one of anything, where names are due.
        message.setArguments([_PLAYER, changed, ["Position"]])
        self._connection.send(message)


def has_session_bus() -> bool:
    """Whether there is a bus to go to; Qt would start one, or wait for one."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    is_told = bool(os.environ.get("DBUS_SESSION_BUS_ADDRESS"))
    return is_told or (runtime is not None and (Path(runtime) / "bus").exists())


@ClassInfo({"D-Bus Interface": "org.mpris.MediaPlayer2"})  # type: ignore[call-arg]
class _Root(QDBusAbstractAdaptor):  # type: ignore[operator]
    """What the program is."""

    def __init__(self, parent: QObject, page: PlayerPage) -> None:
        super().__init__(parent)
        self._page = page

    @Slot()
    def Raise(self) -> None:
        """Bring the window to the front."""
        window: QWidget = self._page.window()
        window.showNormal() if window.isMinimized() else window.show()
        window.raise_()
        window.activateWindow()

    @Slot()
    def Quit(self) -> None:
        """Close the window, which may ask."""
        self._page.window().close()

    def _yes(self) -> bool:
        return True

    def _no(self) -> bool:
        return False

    def _identity(self) -> str:
        return "ROAD Studio"

    def _desktop_entry(self) -> str:
        return "road-studio"

    def _none(self) -> list[str]:
        return []

    CanQuit = Property(bool, _yes)
    CanRaise = Property(bool, _yes)
    HasTrackList = Property(bool, _no)
    Identity = Property(str, _identity)
    DesktopEntry = Property(str, _desktop_entry)
    SupportedUriSchemes = Property("QStringList", _none)  # type: ignore[arg-type]
    SupportedMimeTypes = Property("QStringList", _none)  # type: ignore[arg-type]


@ClassInfo({"D-Bus Interface": _PLAYER})  # type: ignore[call-arg]
class _Player(QDBusAbstractAdaptor):  # type: ignore[operator]
    """What it plays, and what can be done about it."""

    Seeked = Signal("qlonglong")  # type: ignore[arg-type]

    def __init__(self, parent: QObject, page: PlayerPage) -> None:
        super().__init__(parent)
        self._page, self._engine = page, page.engine
        self._last = 0.0
        page.engine.moved.connect(self._follow)

    @Slot(float)
    def _follow(self, seconds: float) -> None:
        if abs(seconds - self._last) > _JUMP_SECONDS:
            self.Seeked.emit(round(seconds * _MICROSECONDS))
        self._last = seconds

    @Slot()
    def Play(self) -> None:
        """Play on."""
        self._engine.play()

    @Slot()
    def Pause(self) -> None:
        """Be silent and stay."""
        self._engine.pause()

    @Slot()
    def PlayPause(self) -> None:
        """Play or pause."""
        self._engine.toggle()

    @Slot()
    def Stop(self) -> None:
        """Be silent and go to the beginning."""
        self._engine.stop()

    @Slot()
    def Next(self) -> None:
        """Do nothing: there is one sound."""

    @Slot()
    def Previous(self) -> None:
        """Do nothing."""

    @Slot("qlonglong")
    def Seek(self, offset: int) -> None:
        """Go on by so many microseconds, or back."""
        self._engine.seek(self._engine.seconds + offset / _MICROSECONDS)

    @Slot(QDBusObjectPath, "qlonglong")
    def SetPosition(self, track: QDBusObjectPath, position: int) -> None:
        """Go to a place, unless another file is meant."""
        seconds = position / _MICROSECONDS
        length = self._engine.length_seconds
        is_inside = seconds >= 0 and (length is None or seconds <= length)
        if is_inside and track.path() == self._track():
            self._engine.seek(seconds)

    def status(self) -> str:
        """Return what the player is doing, in the words of MPRIS."""
        if self._engine.is_active:
            return "Playing"
        return "Paused" if self._engine.state is State.PAUSED else "Stopped"

    def metadata(self) -> dict[str, Any]:
        """Return what is played."""
        found: dict[str, Any] = {"mpris:trackid": QDBusObjectPath(self._track())}
        path = self._page.path
        if path is not None:
            tags, length = self._page.tags, self._engine.length_seconds
            found["xesam:title"] = tags.get("title") or path.name
            found["xesam:url"] = path.as_uri()
            if tags.get("artist"):
                found["xesam:artist"] = [tags["artist"]]
            if tags.get("album"):
                found["xesam:album"] = tags["album"]
            if length is not None:
                # Below 36 minutes it goes out in 32 bits where 64 are asked for; desktops take
                # both.  PySide 6.11 makes a QVariant of an int by its size, whatever class it is
                # of, and QDBusArgument writes an int as 16 bits, or by way of a QVariant.
                found["mpris:length"] = round(length * _MICROSECONDS)
        return found

    def has_file(self) -> bool:
        """Whether there is anything to play."""
        return self._page.path is not None

    def _track(self) -> str:
        return _NO_TRACK if self._page.path is None else _TRACK

    def _position(self) -> int:
        return round(self._engine.seconds * _MICROSECONDS)

    def _one(self) -> float:
        return 1.0

    def _volume(self) -> float:
        return self._page.volume

    def _set_volume(self, volume: float) -> None:
        self._page.set_volume(volume)

    def _yes(self) -> bool:
        return True

    def _no(self) -> bool:
        return False

    PlaybackStatus = Property(str, status)
    Metadata = Property("QVariantMap", metadata)  # type: ignore[arg-type]
    Position = Property("qlonglong", _position)  # type: ignore[arg-type]
    Rate = Property(float, _one)
    MinimumRate = Property(float, _one)
    MaximumRate = Property(float, _one)
    Volume = Property(float, _volume, _set_volume)
    CanGoNext = Property(bool, _no)
    CanGoPrevious = Property(bool, _no)
    CanPlay = Property(bool, has_file)
    CanPause = Property(bool, has_file)
    CanSeek = Property(bool, has_file)
    CanControl = Property(bool, _yes)
