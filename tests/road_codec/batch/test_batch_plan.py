"""Files and folders become pairs of source and target, no target twice."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from road_codec import encode, finish
from road_codec.batch.plan import Job, plan_jobs, sound_files


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """A folder with a tree of small sounds, an encoded one, and other files."""
    folder = tmp_path / "music"
    for name in ("one.wav", "one.flac", "live/two.wav", "live/.hidden.wav"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(path, np.zeros((10, 1), np.int16), 8000)
    (folder / "cover.jpg").write_bytes(b"no sound")
    finish(encode(folder / "one.wav", folder / "done.road.wav"))
    return folder


def names(jobs: list[Job], root: Path) -> list[tuple[str, str]]:
    return [(str(job.source.relative_to(root)), str(job.target.relative_to(root))) for job in jobs]


def test_a_folder_keeps_its_tree_and_equal_names_are_numbered(music: Path, tmp_path: Path) -> None:
    jobs = plan_jobs([music], tmp_path / "out", suffix=".road.wav")
    assert names(jobs, tmp_path) == [
        ("music/live/two.wav", "out/live/two.road.wav"),
        ("music/one.flac", "out/one.road.wav"),
        ("music/one.wav", "out/one (2).road.wav"),
    ]


def test_decoding_a_folder_takes_the_encoded_files(music: Path, tmp_path: Path) -> None:
    jobs = plan_jobs([music], tmp_path / "out", suffix=".flac", decoded=True)
    assert names(jobs, tmp_path) == [("music/done.road.wav", "out/done.flac")]


def test_decoded_files_beside_their_source_do_not_take_the_name_of_the_original(
    music: Path, tmp_path: Path
) -> None:
    jobs = plan_jobs([music / "done.road.wav"], None, suffix=".wav", decoded=True)
    assert names(jobs, tmp_path) == [("music/done.road.wav", "music/done.decoded.wav")]


def test_one_file_goes_to_a_name_or_into_a_folder(music: Path, tmp_path: Path) -> None:
    source = music / "one.wav"
    assert plan_jobs([source], tmp_path / "x.road.wav", suffix=".road.wav") == [
        Job(source, tmp_path / "x.road.wav")
    ]
    assert plan_jobs([source], music / "live", suffix=".road.wav") == [
        Job(source, music / "live" / "one.road.wav")
    ]


def test_named_files_are_taken_whatever_they_are_called(music: Path) -> None:
    cover = music / "cover.jpg"
    assert [job.source for job in plan_jobs([cover], None, suffix=".road.wav")] == [cover]
    assert list(sound_files([cover])) == [(music, cover)]
