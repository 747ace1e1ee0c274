"""Fixtures that several folders of tests use."""

import faulthandler
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import Road
from hypothesis import settings
from making import noise, write_sound

# Where a run decides about a change it takes the same examples each time; elsewhere new ones.
# No deadlines: on a new machine a first example waits for kernels to be compiled.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


_MOST_SECONDS_TO_END = 300.0
_ENDING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_STANDARD_ERROR = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_STANDARD_ERROR] = os.dup(2)  # tests have what they say taken away


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Let no run wait for ever: pytest's own clocks stop once a test has failed."""
    file = item.config.stash[_STANDARD_ERROR]
    faulthandler.dump_traceback_later(_MOST_SECONDS_TO_END, exit=True, file=file)
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()


@pytest.fixture(autouse=True)
def _signals_as_before() -> Iterator[None]:
    """Fail a test that leaves signals to others than it found: the next ones would pay for it."""
    before = {number: signal.getsignal(number) for number in _ENDING}
    yield
    left = {number: signal.signal(number, handler) for number, handler in before.items()}
    assert left == before


@pytest.fixture
def road(tmp_path: Path) -> Road:
    """The command, in an empty folder of its own."""
    folder = tmp_path / "work"
    folder.mkdir()
    return Road(folder)


@pytest.fixture
def small_sound(road: Road) -> Path:
    """A short stereo sound in the folder of the command, with a title."""
    path = road.folder / "small.wav"
    return write_sound(path, noise(2, 3000).astype("int16"), title="a title")
