"""What is dropped becomes rows: sounds to encode, encoded files to decode."""

import json
import os
import shutil
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from road_codec import DecodeOptions, FormatError, codec_named, finish
from road_gui.encoder.encoding import Encoding
from road_gui.encoder.intake import gather
from road_gui.encoder.queue_file import load_queue, save_queue
from road_gui.encoder.rows import Kind, Row, State


def found(*paths: Path) -> list[tuple[str, Kind]]:
    return [(row.source.name, row.kind) for row in finish(gather(paths)).rows]


def test_a_file_tells_by_its_content_what_it_is(
    make_sound: Callable[..., Path], encoded_sound: Path, tmp_path: Path
) -> None:
    plain = make_sound("plain.wav")
    disguised = tmp_path / "disguised.wav"
    shutil.copy(encoded_sound, disguised)
    assert found(plain, disguised) == [("plain.wav", Kind.ENCODE), ("disguised.wav", Kind.DECODE)]


@pytest.mark.parametrize("kept", [0.0, 0.001, 0.5])
def test_what_is_left_of_an_encoded_file_is_no_sound_to_encode(
    kept: float, encoded_sound: Path, tmp_path: Path
) -> None:
    data = encoded_sound.read_bytes()
    damaged = tmp_path / "damaged.ROAD.wav"
    damaged.write_bytes(data[: int(kept * len(data))])
    assert found(damaged) == [("damaged.ROAD.wav", Kind.DECODE)]
    assert found(tmp_path) == [("damaged.ROAD.wav", Kind.DECODE)]


def test_a_folder_gives_its_sounds_and_counts_the_rest(
    make_sound: Callable[..., Path],
) -> None:
    folder = make_sound("b.wav").parent
    make_sound("sub/a.flac")
    (folder / "cover.jpg").write_bytes(b"jpg")
    (folder / "sub" / "notes.txt").write_text("text")
    (folder / ".hidden").write_text("text")
    intake = finish(gather([folder]))
    assert [row.source.name for row in intake.rows] == ["b.wav", "a.flac"]
    assert {row.root for row in intake.rows} == {folder}
    assert intake.n_others == 2
    assert all(row.source_bytes > 0 for row in intake.rows)


def test_encoded_files_among_sounds_are_left_out(
    make_sound: Callable[..., Path], encoded_sound: Path
) -> None:
    folder = make_sound("a.wav").parent
    shutil.copy(encoded_sound, folder / "a.road.wav")
    intake = finish(gather([folder]))
    assert [row.source.name for row in intake.rows] == ["a.wav"]
    assert intake.n_encoded_left_out == 1
    # By itself the file is wanted.
    assert found(folder / "a.road.wav") == [("a.road.wav", Kind.DECODE)]


def test_a_folder_of_encoded_files_is_decoded(encoded_sound: Path, tmp_path: Path) -> None:
    folder = tmp_path / "encoded"
    folder.mkdir()
    shutil.copy(encoded_sound, folder / "a.road.wav")
    assert found(folder) == [("a.road.wav", Kind.DECODE)]


def test_what_is_not_there_gets_a_row_that_will_say_so(tmp_path: Path) -> None:
    assert found(tmp_path / "gone.wav") == [("gone.wav", Kind.ENCODE)]


def test_the_queue_survives_on_disk(make_sound: Callable[..., Path], tmp_path: Path) -> None:
    odd = make_sound("a.wav").parent / os.fsdecode(b"odd \xff name.wav")
    shutil.copy(make_sound("a.wav"), odd)
    rows = [
        Row(source=make_sound("a.wav"), root=tmp_path, kind=Kind.ENCODE),
        Row(source=odd, root=odd.parent, kind=Kind.DECODE, state=State.FAILED),
        Row(source=make_sound("c.wav"), root=tmp_path, kind=Kind.ENCODE, state=State.DONE),
        Row(source=tmp_path / "gone.wav", root=tmp_path, kind=Kind.ENCODE),
        Row(source=make_sound("d.wav"), root=tmp_path, kind=Kind.ENCODE, state=State.RUNNING),
    ]
    path = tmp_path / "new" / "queue.json"
    save_queue(path, rows)
    again = load_queue(path)
    kept = [rows[0], rows[1], rows[3], rows[4]]  # one may lie on a drive that is not there
    assert [(r.source, r.root, r.kind) for r in again] == [(r.source, r.root, r.kind) for r in kept]
    assert {r.state for r in again} == {State.QUEUED}
    assert [bool(r.source_bytes) for r in again] == [True, True, False, True]
    assert [p.name for p in path.parent.iterdir()] == ["queue.json"]


def test_settings_of_single_files_survive_too(
    make_sound: Callable[..., Path], tmp_path: Path
) -> None:
    sound, path = make_sound("a.wav"), tmp_path / "queue.json"
    params = codec_named("road-classic").params_type(smallest_range=16, mixing="none")
    encoding = Encoding(codec="road-classic", params=params, preset="Mine")
    options = DecodeOptions(oversample=Fraction(1, 2), bits="24")
    rows = [
        Row(source=sound, root=tmp_path, kind=Kind.ENCODE, encoding=encoding),
        Row(source=sound, root=tmp_path, kind=Kind.DECODE, options=options, decoded_suffix=".ogg"),
    ]
    save_queue(path, rows)
    again = load_queue(path)
    assert again[0].encoding == encoding
    assert (again[1].options, again[1].decoded_suffix) == (options, ".ogg")


@pytest.mark.parametrize(
    "line",
    [
        {"encoding": {"codec": "of tomorrow", "preset": "", "params": {}}},
        {"encoding": {"codec": "road-classic", "preset": "", "params": {"smallest_range": 5}}},
        {"encoding": {"codec": "road-classic", "preset": "", "params": {"new": 1}}},
        {"encoding": 7},
        {"options": {"bits": "7"}, "decoded_suffix": ".wav"},
        {"options": {"oversample": "1/0"}, "decoded_suffix": ".wav"},
        {"options": {"oversample": "1e999999999"}, "decoded_suffix": ".wav"},
        {"options": {"new": 1}, "decoded_suffix": ".wav"},
        {"options": [], "decoded_suffix": ".wav"},
    ],
)
def test_settings_that_cannot_be_read_are_those_of_the_page(
    line: dict[str, Any], make_sound: Callable[..., Path], tmp_path: Path
) -> None:
    sound, path = make_sound("a.wav"), tmp_path / "queue.json"
    row = {"source": str(sound), "root": str(tmp_path), "kind": "encode"} | line
    path.write_text(json.dumps({"version": 1, "rows": [row]}))
    assert [(one.source, one.has_own_settings) for one in load_queue(path)] == [(sound, False)]


def test_a_damaged_queue_is_no_queue(tmp_path: Path) -> None:
    path = tmp_path / "queue.json"
    assert load_queue(path) == []
    for text in ("", "{}", "[1]", '{"version": 1, "rows": [{}]}', '{"version": 9, "rows": []}'):
        path.write_text(text)
        with pytest.raises(FormatError, match="is no queue"):
            load_queue(path)
