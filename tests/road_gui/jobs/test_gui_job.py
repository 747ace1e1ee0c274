"""A job drives a task in a thread, tells of its end once, and can be stopped."""

import threading
from collections.abc import Generator

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Slot
from pytestqt.qtbot import QtBot
from shiboken6 import getCppPointer

from road_codec import FormatError, Progress
from road_gui.jobs.job import Job, JobRunner
from road_gui.jobs.latest import Latest

Steps = Generator[Progress, None, str]


class Witness(QObject):
    """Sees how a job ends, and in which thread it is told."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.ends: list[str] = []
        self.threads: set[threading.Thread] = set()
        job.succeeded.connect(self.see_success)
        job.cancelled.connect(self.see_cancel)
        job.failed.connect(self.see_failure)

    @Slot(object)
    def see_success(self, result: object) -> None:
        self._note(f"succeeded {result}")

    @Slot()
    def see_cancel(self) -> None:
        self._note("cancelled")

    @Slot(object)
    def see_failure(self, error: Exception) -> None:
        self._note(f"failed {error}")

    def _note(self, end: str) -> None:
        self.ends.append(end)
        self.threads.add(threading.current_thread())


def test_cancel_stops_before_the_next_step(qtbot: QtBot) -> None:
    seen: list[str] = []

    def task() -> Steps:
        try:
            for step in (1, 2, 3):
                seen.append(f"step {step}")
                yield Progress(step, 3, 1)
        finally:
            seen.append("cleaned up")
        return "result"

    job = Job(task())
    job.progressed.connect(job.cancel)

    with qtbot.assertNotEmitted(job.succeeded), qtbot.waitSignal(job.cancelled):
        job.run()

    assert seen == ["step 1", "cleaned up"]


def test_a_result_arrives_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    worked_in: list[threading.Thread] = []

    def task() -> Steps:
        worked_in.append(threading.current_thread())
        yield Progress(1, 1, 1)
        return "result"

    runner, job = JobRunner(), Job(task())
    witness = Witness(job)
    with qtbot.waitSignal(runner.freed):
        runner.start(job)

    assert witness.ends == ["succeeded result"]
    assert witness.threads == {threading.current_thread()}
    assert worked_in[0] is not threading.current_thread()
    assert runner.n_running == 0


def test_an_error_is_handed_over_not_raised(qtbot: QtBot) -> None:
    def task() -> Steps:
        yield Progress(1, 2, 1)
        raise FormatError("byte 12: wrong")

    runner, job = JobRunner(), Job(task())
    witness = Witness(job)
    with qtbot.waitSignal(runner.freed):
        runner.start(job)
    assert witness.ends == ["failed byte 12: wrong"]


def test_a_failing_clean_up_is_a_failure_not_silence(qtbot: QtBot) -> None:
    def task() -> Steps:
        try:
            yield Progress(1, 2, 1)
        finally:
            raise OSError("disk gone")
        return "never"

    job = Job(task())
    job.progressed.connect(job.cancel)
    witness = Witness(job)
    job.run()
    assert witness.ends == ["failed disk gone"]


def test_many_quick_steps_do_not_flood_the_window(qtbot: QtBot) -> None:
    seen: list[Progress] = []

    def task() -> Steps:
        for step in range(10_000):
            yield Progress(step, 10_000, 1)
        return "result"

    job = Job(task())
    job.progressed.connect(seen.append)
    job.run()
    assert 1 <= len(seen) < 1000


@pytest.mark.parametrize("n_jobs", [1, 5])
def test_shutting_down_waits_for_every_thread(n_jobs: int, qtbot: QtBot) -> None:
    cleaned: list[int] = []
    begun = threading.Barrier(n_jobs + 1, timeout=10)

    def task(number: int) -> Steps:
        try:
            begun.wait()
            while True:
                yield Progress(0, None, 1)
        finally:
            cleaned.append(number)

    runner = JobRunner()
    for number in range(n_jobs):
        runner.start(Job(task(number)))
    begun.wait()

    assert runner.shut_down()
    assert sorted(cleaned) == list(range(n_jobs))
    assert runner.n_running == 0
    QCoreApplication.processEvents()


def test_nothing_begins_after_the_end(qtbot: QtBot) -> None:
    """The end of what was shut down arrives later, and would begin what was wanted next."""
    begun = threading.Event()

    def task() -> Steps:
        begun.set()
        while True:
            yield Progress(0, 1, 1)

    runner = JobRunner()
    latest = Latest(runner)
    latest.want(task)
    assert begun.wait(5)
    latest.want(task)
    assert runner.shut_down()
    QCoreApplication.processEvents()
    assert runner.n_running == 0


class Listener(QObject):
    """Takes what the job of the moment tells, as pages do that have begun anew meanwhile."""

    def __init__(self) -> None:
        super().__init__()
        self.job: Job | None = None
        self.taken: list[object] = []

    def begin(self, job: Job) -> None:
        self.job = job
        job.succeeded.connect(self.take)

    @Slot(object)
    def take(self, result: object) -> None:
        if self.sender() is self.job:
            self.taken.append(result)


def test_what_an_old_job_tells_late_is_not_taken_for_a_new_ones(qtbot: QtBot) -> None:
    def task() -> Steps:
        yield Progress(1, 1, 1)
        return "old"

    runner, listener = JobRunner(), Listener()
    listener.begin(Job(task()))
    place = getCppPointer(listener.job)
    runner.start(listener.job)
    (thread,) = runner._running
    assert thread.wait(5_000)
    runner._sweep()  # as another job's end would have it, before the listener hears of this one
    listener.job = None
    # Memory that was given back is given out again, and first of all.
    others = [Job(task()) for _ in range(100)]
    for other in others:
        other.succeeded.connect(listener.take)
        if getCppPointer(other) == place:
            listener.job = other
    QCoreApplication.processEvents()
    assert listener.taken == []
    assert runner.shut_down()
