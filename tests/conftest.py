"""Fixtures that several folders of tests use."""

import os
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
