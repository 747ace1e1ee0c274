"""A folder for temporary files that are looked at for a while, and gone afterwards."""

import contextlib
import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_LOCK = "lock"
_PREFIX = "run-"


class Scratch:
    """A folder of its own inside of a root; `close` removes it.

    What a run that was killed has left is removed by `remove_dead_scratch`: as long as a run
    lives it holds a lock in its folder, which the system takes away with the process.

    Parameters
    ----------
    root : Path
        Where; made if it is not there.

    Attributes
    ----------
    path : Path
        The folder, empty at first but for the lock.

    Raises
    ------
    OSError
        If it cannot be made.
    """

    def __init__(self, root: Path) -> None:
        with _alone(root):
            self.path = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=root))
            self._lock: int | None = os.open(self.path / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
            fcntl.flock(self._lock, fcntl.LOCK_EX)

    def close(self) -> None:
        """Remove the folder and all that is in it; may be called again."""
        if self._lock is not None:
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(self._lock)
            self._lock = None


def remove_dead_scratch(root: Path) -> int:
    """Remove the folders of runs that are no more; return how many there were.

    Nothing happens where there is no root; what cannot be removed stays.
    """
    if not root.is_dir():
        return 0
    with contextlib.suppress(OSError), _alone(root):
        left = [folder for folder in root.glob(f"{_PREFIX}*") if not _is_held(folder)]
        for folder in left:
            shutil.rmtree(folder, ignore_errors=True)
        return len(left)
    return 0


def _is_held(folder: Path) -> bool:
    """Whether somebody who lives holds the lock of a folder."""
    try:
        lock = os.open(folder / _LOCK, os.O_RDWR)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    finally:
        os.close(lock)
    return False


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Let nobody else make or remove folders: one just made does not hold its lock yet."""
    root.mkdir(parents=True, exist_ok=True)
    lock = os.open(root / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
