"""The exit codes mean what they are said to mean, one case for each meaning.

Codes 6, 70 and 130 need a machine that lacks something, a fault or a signal: they are tested in
`test_command_inputs.py` and `test_command_stopping.py`.
"""

from pathlib import Path

import pytest
from command import Road
from making import MemorySource, encoded, noise, write_sound

ROAD = encoded(MemorySource(noise(2, 3000)))


@pytest.fixture
def files(road: Road) -> Path:
    """Sounds, files that are none, and folders."""
    folder = road.folder
    for name in ("small.wav", "tree/one.wav"):
        (folder / name).parent.mkdir(exist_ok=True)
        write_sound(folder / name, noise(2, 3000).astype("int16"))
    (folder / "tree" / "text.wav").write_text("this is no sound")
    (folder / "text.wav").write_text("this is no sound")
    (folder / "there.road.wav").write_bytes(ROAD)
    (folder / "cut.road.wav").write_bytes(ROAD[:-60])
    (folder / "empty").mkdir()
    return folder


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (0, "encode small.wav"),
        (0, "encode small.wav -o there.road.wav --on-exists skip"),
        (0, "encode small.wav -o there.road.wav --on-exists update"),
        (1, "encode small.wav text.wav"),
        (1, "encode tree -o out"),
        (1, "test there.road.wav cut.road.wav"),
        (1, "decode there.road.wav cut.road.wav --keep-going -o out"),
        (2, "encode"),
        (2, "encode small.wav --smallest-range 5"),
        (2, "encode small.wav --no-such-option"),
        (2, "decode there.road.wav --rate 8001"),
        (3, "encode missing.wav"),
        (3, "encode empty"),
        (3, "decode tree"),
        (4, "encode text.wav"),
        (4, "decode small.wav"),
        (4, "decode cut.road.wav"),
        (4, "test cut.road.wav"),
        (5, "encode small.wav -o there.road.wav"),
        (5, "encode small.wav -o text.wav/x.road.wav"),
        (5, "encode small.wav -o small.wav --on-exists overwrite"),
        (5, "encode small.wav -o /dev/full"),
    ],
)
def test_each_code_means_what_the_table_says(
    code: int, words: str, road: Road, files: Path
) -> None:
    before = {path: path.read_bytes() for path in files.rglob("*") if path.is_file()}
    ended = road(*words.split())
    assert ended.code == code, ended.err
    # Nothing that was there is lost, and nothing half written is left.
    assert all(path.read_bytes() == data for path, data in before.items())
    assert [path for path in files.rglob("*") if "road-part" in path.name] == []
    if code > 1:
        assert {path for path in files.rglob("*") if path.is_file()} == set(before)
        assert len(ended.lines) == 1
        assert ended.lines[0].startswith("road: ")
