"""The real command `road` in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

TIMEOUT_S = 120
_START = "from road_codec.cli.main import main; main()"


@dataclass(frozen=True)
class Ended:
    """What became of a process."""

    code: int
    out: bytes
    err: str
    seconds: float = 0.0

    @property
    def lines(self) -> list[str]:
        """What was said on standard error, without empty lines."""
        return [line for line in self.err.splitlines() if line.strip()]


class Road:
    """Runs the command in a folder; never lets a trace or a crash pass.

    Parameters
    ----------
    folder : Path
        Where it runs; its logs and temporary files go into folders beside it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.env = dict(os.environ)
        places = {"TMPDIR": "tmp", "XDG_STATE_HOME": "state", "XDG_CONFIG_HOME": "config"}
        for name, place in places.items():
            where = folder.parent / f"{folder.name}-{place}"
            where.mkdir(exist_ok=True)
            self.env[name] = str(where)

    def __call__(
        self,
        *arguments: "str | bytes | Path",
        stdin: bytes = b"",
        prepare: Callable[[], None] | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Ended:
        """Run it to its end; `prepare` runs in the child before."""
        return self._run(self._words(arguments), stdin, prepare, env)

    def python(self, code: str) -> Ended:
        """Run a program that calls the command."""
        return self._run([sys.executable, "-c", code], b"", None, None)

    def _run(
        self,
        words: "list[str | bytes | Path]",
        stdin: bytes,
        prepare: Callable[[], None] | None,
        env: Mapping[str, str] | None,
    ) -> Ended:
        began = time.monotonic()
        done = subprocess.run(
            words,
            input=stdin,
            cwd=self.folder,
            env={**self.env, **(env or {})},
            capture_output=True,
            preexec_fn=prepare,
            timeout=TIMEOUT_S,
            check=False,
        )
        err = done.stderr.decode(errors="replace")
        return checked(Ended(done.returncode, done.stdout, err, time.monotonic() - began))

    def start(self, *arguments: "str | bytes | Path") -> "subprocess.Popen[bytes]":
        """Start it and return at once."""
        return subprocess.Popen(
            self._words(arguments),
            cwd=self.folder,
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def files(self) -> list[str]:
        """Return the names of all that lies in the folder."""
        return sorted(path.name for path in self.folder.iterdir())

    @property
    def temporary(self) -> list[str]:
        """Return the names of all that lies in the folder for temporary files."""
        return sorted(path.name for path in Path(self.env["TMPDIR"]).iterdir())

    @staticmethod
    def _words(arguments: "tuple[str | bytes | Path, ...]") -> "list[str | bytes | Path]":
        return [sys.executable, "-c", _START, *arguments]


def checked(ended: Ended) -> Ended:
    """Return it; fail for a trace, a warning or a death by a signal."""
    assert "Traceback" not in ended.err, ended.err
    assert "Exception ignored" not in ended.err, ended.err
    assert "Warning" not in ended.err, ended.err
    assert ended.code >= 0, signal.Signals(-ended.code).name
    return ended
