"""The original of an encoded file is found by its name, and nothing else is taken for it."""

from pathlib import Path

import numpy as np
import soundfile

from road_codec import encode, finish
from road_codec.batch.originals import originals_beside


def test_sounds_of_the_same_name_are_found_lossless_ones_first(tmp_path: Path) -> None:
    for name in ("song.mp3", "song.WAV", "song.flac", "songs.wav", "song.decoded.wav", "song.txt"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "song.aiff").mkdir()
    found = originals_beside(tmp_path / "song.road.wav")
    assert [path.name for path in found] == ["song.WAV", "song.flac", "song.mp3"]


def test_an_encoded_file_is_nobodys_original(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "tone.flac", np.zeros(8_000), 8_000, "PCM_16")
    finish(encode(tmp_path / "tone.flac", tmp_path / "tone.wav"))
    (tmp_path / "tone.wav").rename(tmp_path / "tone.road.wav")
    finish(encode(tmp_path / "tone.flac", tmp_path / "tone.wav"))
    assert originals_beside(tmp_path / "tone.road.wav") == [tmp_path / "tone.flac"]


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert originals_beside(tmp_path / "gone" / "song.road.wav") == []
