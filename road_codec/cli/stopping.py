"""Ends that come from outside: signals, and work that does not end in time."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from types import FrameType
from typing import NoReturn

PATIENCE_S = 0.2
"""How long a stopped task may take to clean up after itself."""

_SIGNALS = (signal.SIGTERM, signal.SIGHUP)


@contextlib.contextmanager
def signals_heard() -> Iterator[None]:
    """Let a polite kill or a closed terminal end the work as Ctrl-C does."""
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    try:
        for number, handler in before.items():
            # Ignored ones stay so: that is how nohup works.
            if handler == signal.SIG_DFL:
                signal.signal(number, _stop)
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def signals_unheard() -> None:
    """Let those signals end the process at once again: a window does not return to Python."""
    for number in _SIGNALS:
        if signal.getsignal(number) is _stop:
            signal.signal(number, signal.SIG_DFL)


def leave(code: int) -> NoReturn:
    """End the process, even where a task is still in a long step; nothing of it stays behind."""
    if not any(thread.name.startswith("road-") for thread in threading.enumerate()):
        sys.exit(code)
    from road_codec.whole_file import discard_unfinished

    discard_unfinished()
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.flush()
    os._exit(code)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)
