"""The window as a program of its own, for tests that start, signal and kill it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from road_gui.settings import Settings

PROGRAM = Path(__file__).with_name("window_process.py")


class Program:
    """A started window; `wait_for` reads what it tells."""

    def __init__(self, words: tuple[str | Path, ...], folder: Path) -> None:
        self._told: dict[str, dict[str, Any]] = {}
        self._process = subprocess.Popen(
            [sys.executable, str(PROGRAM), *map(str, words)],
            stdout=subprocess.PIPE,
            text=True,
            cwd=folder,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(Path.cwd())},
        )

    def wait_for(self, what: str) -> dict[str, Any]:
        assert self._process.stdout is not None
        while what not in self._told:
            if not (line := self._process.stdout.readline()):
                break
            told: dict[str, Any] = json.loads(line)
            self._told[told["what"]] = told
        else:
            return self._told.pop(what)
        raise AssertionError(f"it ended without {what}: {self._process.wait()}")

    def shows_a_window(self) -> bool:
        """Wait until it shows one or ends, and say which."""
        try:
            self.wait_for("shown")
        except AssertionError:
            return False
        return True

    def end(self, number: signal.Signals | None) -> int:
        """Send a signal, if any, read what is still told, and return the exit code."""
        assert self._process.stdout is not None
        if number is not None:
            self._process.send_signal(number)
        for line in self._process.stdout:
            told: dict[str, Any] = json.loads(line)
            self._told[told["what"]] = told
        self._process.stdout.close()
        return self._process.wait(timeout=30)

    def has_told(self, what: str) -> bool:
        return what in self._told

    @property
    def is_running(self) -> bool:
        return self._process.poll() is None


def quiet_start(settings: Settings) -> None:
    settings.set("window/welcomed", True)
    settings.sync()
