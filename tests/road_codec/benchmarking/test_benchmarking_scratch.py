"""Temporary folders go with their run, also where that was killed."""

import subprocess
import sys
from pathlib import Path

import pytest

from road_codec import Scratch, remove_dead_scratch

KILLED = """
import os, pathlib, signal, sys
from road_codec import Scratch
scratch = Scratch(pathlib.Path(sys.argv[1]))
(scratch.path / "deep").mkdir()
(scratch.path / "deep" / "file").write_bytes(b"left")
os.kill(os.getpid(), signal.SIGKILL)
"""


def folders(root: Path) -> list[Path]:
    return sorted(path for path in root.iterdir() if path.is_dir())


def test_a_folder_is_there_until_it_is_closed(tmp_path: Path) -> None:
    root = tmp_path / "not" / "yet"
    one, other = Scratch(root), Scratch(root)
    (one.path / "a").mkdir()
    assert folders(root) == sorted([one.path, other.path])
    one.close()
    one.close()
    assert folders(root) == [other.path]
    other.close()
    assert folders(root) == []


def test_what_a_killed_run_left_is_removed_and_what_lives_stays(tmp_path: Path) -> None:
    alive = Scratch(tmp_path)
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False, timeout=60)
    (left,) = set(folders(tmp_path)) - {alive.path}
    assert (left / "deep" / "file").exists()

    assert remove_dead_scratch(tmp_path) == 1
    assert folders(tmp_path) == [alive.path]
    assert remove_dead_scratch(tmp_path) == 0
    alive.close()


def test_nothing_is_made_by_looking(tmp_path: Path) -> None:
    assert remove_dead_scratch(tmp_path / "missing") == 0
    assert list(tmp_path.iterdir()) == []


def test_other_folders_in_the_root_stay(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "run-without-lock").mkdir()
    assert remove_dead_scratch(tmp_path) == 1
    assert folders(tmp_path) == [tmp_path / "mine"]


def test_a_root_that_cannot_be_made_is_an_error_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OSError, match=r"file"):
        Scratch(tmp_path / "file")
