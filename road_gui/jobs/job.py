"""One long task of the library, driven in a thread of its own."""

import threading
import time
from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from road_codec import Progress

# Faster than this nobody sees, and each signal costs the window a repaint.
_SECONDS_BETWEEN_SIGNALS = 0.05


class Job(QObject):
    """One long task, driven step by step in a worker thread.

    The task is a generator from the library, which knows nothing of Qt: it
    yields `Progress` and returns its result.  Exactly one of `succeeded`,
    `cancelled` and `failed` ends a job.

    Signals
    -------
    progressed(Progress)
        After the first step, then after steps at least 50 ms apart.
    succeeded(object)
        With what the task returned.
    cancelled()
        After `cancel`; the task's ``finally`` blocks have run by then.
    failed(Exception)
        With what the task raised.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, task: Generator[Progress, None, Any]) -> None:
        super().__init__()
        self._task = task
        self._cancel_requested = threading.Event()
        self._last_signal = float("-inf")

    def cancel(self) -> None:
        """Stop before the next step; safe to call from any thread."""
        self._cancel_requested.set()

    @Slot()
    def run(self) -> None:
        """Drive the task to its end; called once, in the worker thread."""
        try:
            while not self._cancel_requested.is_set():
                self._show(next(self._task))
            self._task.close()
        except StopIteration as end:
            self.succeeded.emit(end.value)
        except Exception as error:  # noqa: BLE001 - nothing may leave a thread unseen
            self.failed.emit(error)
        else:
            self.cancelled.emit()

    def _show(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last_signal >= _SECONDS_BETWEEN_SIGNALS:
            self._last_signal = now
            self.progressed.emit(progress)


class JobRunner(QObject):
    """Runs jobs, each in a thread of its own, and sees every thread to its end.

    Signals
    -------
    freed()
        After a job has ended and its thread is gone.
    """

    freed = Signal()
    _swept = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[QThread, Job] = {}
        self._is_shut = False
        self._swept.connect(self._let_go, Qt.ConnectionType.QueuedConnection)

    @property
    def n_running(self) -> int:
        """Number of jobs whose threads have not ended."""
        return len(self._running)

    def start(self, job: Job) -> None:
        """Run a job, whose signals are connected before; none any more after `shut_down`."""
        if self._is_shut:
            # The end of one job may begin the next, and arrives when nobody waits for threads.
            return
        thread = QThread()
        job.moveToThread(thread)
        thread.started.connect(job.run)
        for end in (job.succeeded, job.cancelled, job.failed):
            # Direct: a window that waits for the thread has no events to deliver this with.
            end.connect(thread.quit, Qt.ConnectionType.DirectConnection)
        thread.finished.connect(self._sweep)
        self._running[thread] = job
        thread.start()

    def cancel_all(self) -> None:
        """Ask every job to stop; each tells of its end by itself."""
        for job in self._running.values():
            job.cancel()

    def shut_down(self, timeout_ms: int = 5000) -> bool:
        """Stop every job for good, wait for the threads; return whether all of them ended."""
        self._is_shut = True
        self.cancel_all()
        late = [thread for thread in self._running if not thread.wait(timeout_ms)]
        self._sweep()
        return not late

    @Slot()
    def _sweep(self) -> None:
        ended = [thread for thread in self._running if thread.isFinished()]
        for thread in ended:
            thread.wait()
            # What the job has told may still be on its way here.  If it were gone by then, a new
            # job might lie at its place in memory, and `sender` would take that for who told it.
            self._swept.emit(self._running.pop(thread))
        if ended:
            self.freed.emit()

    @Slot(object)
    def _let_go(self, job: Job) -> None:
        """Hold a job until this arrives, behind all that it has told."""
