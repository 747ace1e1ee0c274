"""What happened: kept in a file that does not grow, and at hand for a bug report."""

import importlib.metadata
import logging
import platform
from collections import deque
from logging.handlers import RotatingFileHandler

import platformdirs
from PySide6.QtCore import QLibraryInfo, QMessageLogContext, QtMsgType, qInstallMessageHandler

_LINES = 400
_MISSING = "?"
_FILE_BYTES = 256_000
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_LIBRARIES = (
    *("numpy", "numba", "llvmlite", "scipy", "soundfile", "soxr", "sounddevice", "cffi"),
    *("pyqtgraph", "shiboken6", "click", "rich", "platformdirs", "cupy-cuda12x"),
)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class LastLines(logging.Handler):
    """Keeps the last lines in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: deque[str] = deque(maxlen=_LINES)
        self.setFormatter(logging.Formatter(_FORMAT))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one line."""
        self.lines.append(self.format(record))


_last_lines = LastLines()


def start_log() -> None:
    """Write what happens from here on to the log file and to memory, Qt's messages too."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(_last_lines)
    qInstallMessageHandler(_take_from_qt)
    try:
        folder = platformdirs.user_log_path("road-studio", appauthor=False)
        folder.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            folder / "road-studio.log", maxBytes=_FILE_BYTES, backupCount=2, encoding="utf-8"
        )
    except OSError as error:
        root.warning("there is no log file: %s", error)
    else:
        file.setFormatter(logging.Formatter(_FORMAT))
        root.addHandler(file)


def log_text() -> str:
    """Return the last lines."""
    return "\n".join(_last_lines.lines)


def versions() -> dict[str, str]:
    """Return the versions of the program and of what it stands on, as far as that is there."""
    found = {
        "ROAD Studio": _version("road-studio"),
        "Python": platform.python_version(),
        "Qt": QLibraryInfo.version().toString(),
        "PySide6": _version("PySide6-Essentials"),
    }
    libraries = {name: _version(name) for name in _LIBRARIES}
    return found | {name: version for name, version in libraries.items() if version != _MISSING}


def bug_report() -> str:
    """Return what a bug report should hold: versions, system, and the last lines."""
    lines = [f"{name} {version}" for name, version in versions().items()]
    return "\n".join([*lines, platform.platform(), "", log_text()])


def _version(name: str) -> str:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return _MISSING


def _take_from_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), message)
