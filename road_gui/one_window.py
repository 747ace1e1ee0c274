"""One window for one person: what is started later hands its files to it, and ends."""

import contextlib
import fcntl
import hashlib
import json
import logging
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

MAX_BYTES = 8 << 20
"""No command line is longer, even with every letter escaped."""

_GREETING, _THANKS = b"ready\n", b"taken\n"
_PATIENCE_MS = 10_000
_GUEST_MS = 5_000
_RETRY_SECONDS = 0.02
_TOKEN = "XDG_ACTIVATION_TOKEN"
_MAX_TOKEN = 1000

_log = logging.getLogger(__name__)


class Door(QObject):
    """Where programs that are started later knock: one holds it, for a person and their settings.

    Parameters
    ----------
    settings_path : Path
        The file of the settings; programs with others do not meet.
    patience_ms : int
        How long one that holds the door may take to answer.
    parent : QObject, optional
        Owner.

    Signals
    -------
    asked(list of Path, str)
        Somebody was started with these files, and with this token to come to the front.
    """

    asked = Signal(object, str)

    def __init__(
        self,
        settings_path: Path,
        patience_ms: int = _PATIENCE_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._place = _socket_of(settings_path)
        self._lock_path = settings_path.with_name("window.lock")
        self._lock: int | None = None
        self._patience_ms = patience_ms
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)

    def open(self, paths: Sequence[Path]) -> bool:
        """Hold the door from here on, unless somebody does who takes the paths.

        Returns
        -------
        bool
            Whether there is to be a window: nobody has taken the paths.
        """
        deadline = QDeadlineTimer(self._patience_ms)
        while not _hand_over(self._place, paths, deadline):
            try:
                self._take_lock()
            except BlockingIOError:
                # It is just being started, is closing, or does not answer any more.
                if deadline.hasExpired():
                    return True
                time.sleep(_RETRY_SECONDS)
            except OSError as error:
                _log.warning("other windows will not be known: %s", error)
                return True
            else:
                self._listen()
                return True
        return False

    def close(self) -> None:
        """Let another one have the door."""
        if self._lock is not None:
            self._server.close()
            os.close(self._lock)
            self._lock = None

    def _take_lock(self) -> None:
        """Hold a lock that goes with the process, however that ends."""
        self._lock_path.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(self._lock_path, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(lock)
            raise
        self._lock = lock

    def _listen(self) -> None:
        # Whoever made what lies there is dead: the lock would be theirs.
        QLocalServer.removeServer(str(self._place))
        if not self._server.listen(str(self._place)):
            _log.warning("other windows will not be known: %s", self._server.errorString())

    @Slot()
    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            guest = Guest(socket, self)
            guest.said.connect(self.asked)


class Guest(QObject):
    """One program that was started later, as long as it speaks.

    Signals
    -------
    said(list of Path, str)
        What it was started with, and its token; once at most.
    """

    said = Signal(object, str)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._heard = bytearray()
        socket.setParent(self)
        socket.setReadBufferSize(1 << 16)
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(self.deleteLater)
        patience = QTimer(self, interval=_GUEST_MS, singleShot=True)
        patience.timeout.connect(self._send_away)
        patience.start()
        # It speaks when it has read this: nothing waits here for a window that does not look.
        socket.write(_GREETING)

    @Slot()
    def _hear(self) -> None:
        self._heard += self._socket.readAll().data()
        is_whole = self._heard.endswith(b"\n")
        if not is_whole and len(self._heard) <= MAX_BYTES:
            return
        found = _read_message(bytes(self._heard)) if len(self._heard) <= MAX_BYTES else None
        if found is None:
            _log.warning("what another program said was not understood")
            self._send_away()
            return
        self._socket.write(_THANKS)
        self._socket.disconnectFromServer()
        self.said.emit(*found)

    @Slot()
    def _send_away(self) -> None:
        self._socket.abort()


def bring_forward(window: QWidget, token: str) -> None:
    """Show a window above others, by the token that the desktop gave for that, if any."""
    if token:
        os.environ[_TOKEN] = token  # where Qt looks for it
    if window.isMinimized():
        window.showNormal()
    window.raise_()
    window.activateWindow()


def _socket_of(settings_path: Path) -> Path:
    """Return a place that is the same for all programs with the same settings, and short."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    root = Path(folder) if Path(folder).is_absolute() else Path(tempfile.gettempdir())
    key = hashlib.sha256(os.fsencode(settings_path.absolute())).hexdigest()[:16]
    return root / f"road-studio-{os.getuid()}-{key}"


def _hand_over(place: Path, paths: Sequence[Path], deadline: QDeadlineTimer) -> bool:
    """Let the window that is open have the paths; return whether it has taken them."""
    try:
        is_own = place.stat().st_uid == os.getuid()
    except OSError:
        return False
    if not is_own:
        return False
    socket = QLocalSocket()
    socket.connectToServer(str(place))
    if not socket.waitForConnected(_rest(deadline)) or _line(socket, deadline) != _GREETING:
        return False
    socket.write(_message(paths))
    return _line(socket, deadline) == _THANKS


def _line(socket: QLocalSocket, deadline: QDeadlineTimer) -> bytes:
    """Return the next line, or as much of it as comes in time."""
    while not socket.canReadLine() and socket.waitForReadyRead(_rest(deadline)):
        pass
    return bytes(socket.readLine(len(_GREETING) + 1).data())


def _rest(deadline: QDeadlineTimer) -> int:
    return max(0, deadline.remainingTime())


def _message(paths: Sequence[Path]) -> bytes:
    # Names that are no text in any encoding survive as surrogates, which JSON escapes.
    said = {
        "paths": [str(path) for path in paths],
        "token": os.environ.get(_TOKEN, "")[:_MAX_TOKEN],
    }
    return json.dumps(said).encode() + b"\n"


def _read_message(message: bytes) -> tuple[list[Path], str] | None:
    """Return the paths and the token of a message, None where it is none."""
    with contextlib.suppress(ValueError, RecursionError, KeyError, TypeError):
        said = json.loads(message)
        names, token = said["paths"], said["token"]
        is_token = isinstance(token, str) and token.isascii() and token.isprintable()
        if is_token and isinstance(names, list) and all(map(_is_place, names)):
            return [Path(name) for name in names], token[:_MAX_TOKEN]
    return None


def _is_place(name: object) -> bool:
    """Whether it is a path; raises a ValueError where no file can be called so."""
    return isinstance(name, str) and b"\0" not in os.fsencode(name) and Path(name).is_absolute()
