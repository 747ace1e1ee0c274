"""Presets are kept, found and shared; a file of anybody's is never trusted."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from road_codec import (
    FormatError,
    InputError,
    LimitError,
    OutputError,
    ParameterError,
    Preset,
    PresetStore,
    RoadError,
    UnsupportedError,
    all_codecs,
    compare,
    encode,
    finish,
    read_preset,
    write_preset,
)
from road_codec.codecs.classic.params import ClassicParams
from road_codec.presets.preset import GREATEST_FILE
from road_codec.presets.store import shipped_presets

MINE = Preset(name="Für Stimmen", codec="road-classic", values={"range_threshold": 500.0}, text="é")


@pytest.fixture
def store(tmp_path: Path) -> PresetStore:
    return PresetStore(tmp_path / "new" / "presets")


def write(path: Path, **changes: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(MINE.as_json() | changes))
    return path


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    path = write_preset(MINE, tmp_path / "a.json")
    assert read_preset(path) == MINE
    assert MINE.params() == ClassicParams(range_threshold=500.0)
    with pytest.raises(OutputError):
        write_preset(MINE, path)


def test_the_shipped_ones_get_closer_and_larger(tmp_path: Path) -> None:
    sound = resources.path_of("demo") / "piano.flac"
    presets = [one for one in shipped_presets() if one.codec == "road-classic"]
    assert [one.name for one in presets] == ["Small", "Standard", "Fine", "Exact"]
    assert presets[1].params() == ClassicParams()
    sizes, snrs = [], []
    for preset in presets:
        target = tmp_path / f"{preset.name}.road.wav"
        sizes.append(finish(encode(sound, target, params=preset.params())).target_bytes)
        snrs.append(finish(compare(sound, target)).snr_db)
    assert sizes == sorted(sizes)
    assert snrs == sorted(snrs)
    assert 2 * sizes[0] < sizes[1]  # as its sentence says


def test_every_codec_has_a_preset_that_is_its_default() -> None:
    for codec in all_codecs():
        presets = [one for one in shipped_presets() if one.codec == codec.id]
        assert codec.params_type() in [one.params() for one in presets]


def test_shipped_names_are_different_and_explained() -> None:
    names = [one.name.casefold() for one in shipped_presets()]
    assert len(set(names)) == len(names)
    assert all(one.text and one.is_shipped for one in shipped_presets())


def test_own_ones_are_kept_found_and_removed(store: PresetStore) -> None:
    n_shipped = len(store.all())
    path = store.save(MINE)
    assert path == store.folder / "Für Stimmen.json"
    assert store.all()[n_shipped:] == [MINE]
    assert store.find("FÜR stimmen") == MINE
    with pytest.raises(OutputError, match="is there already"):
        store.save(MINE)
    louder = Preset(name="für stimmen", codec="road-classic")
    store.save(louder, overwrite=True)
    assert [one.name for one in store.folder.iterdir()] == ["Für Stimmen.json"]
    assert store.find("für stimmen").values == {}
    store.delete("für stimmen")
    assert list(store.folder.iterdir()) == []
    with pytest.raises(ParameterError, match="must be one of Small"):
        store.find("für stimmen")
    with pytest.raises(ParameterError, match="none of your own"):
        store.delete("für stimmen")


def test_what_came_with_the_program_stays(store: PresetStore) -> None:
    with pytest.raises(ParameterError, match="came with the program"):
        store.delete("small")
    with pytest.raises(ParameterError, match="came with the program"):
        store.save(Preset(name="FINE", codec="road-classic"), overwrite=True)


def test_a_bad_file_is_named_and_hides_no_other(store: PresetStore) -> None:
    store.save(MINE)
    (store.folder / "bad.json").write_text("{")
    write(store.folder / "Small.json")
    (store.folder / "notes.txt").write_text("no preset")
    presets, problems = store.read()
    assert presets[-1] == MINE
    assert [Path(problem.partition(": ")[0]).name for problem in problems] == [
        "bad.json",
        "Small.json",
    ]


def test_a_shared_file_is_taken_in(store: PresetStore, tmp_path: Path) -> None:
    path = write(tmp_path / "from a friend.json")
    assert store.take_in(path) == MINE
    assert store.take_in(path, name="Second").name == "Second"
    assert {one.name for one in store.all()} >= {MINE.name, "Second"}


@pytest.mark.parametrize(
    ("changes", "error", "words"),
    [
        ({"format": "other"}, FormatError, "its format is not"),
        ({"version": 2}, UnsupportedError, "newer than this program"),
        ({"version": True}, FormatError, "version"),
        ({"name": "../../etc/passwd"}, FormatError, "the name"),
        ({"name": "x" * 61}, FormatError, "more than 60"),
        ({"name": None}, FormatError, "name: must be a text"),
        ({"text": "two\nlines"}, FormatError, "one line"),
        ({"codec": "no-such"}, FormatError, "no-such"),
        ({"params": [1]}, FormatError, "must be an object"),
        ({"params": {"no_such": 1}}, FormatError, "no such parameter"),
        ({"params": {"smallest_range": 5}}, FormatError, "must be one of 4, 8"),
        ({"params": {"smallest_range": 4.0}}, FormatError, "must be one of 4, 8"),
        ({"params": {"range_threshold": float("nan")}}, FormatError, "must be 0.0 to"),
        ({"params": {"strict": 1}}, FormatError, "must be true or false"),
        ({"params": {"superframe": [[]]}}, FormatError, "must be 1 to 256"),
    ],
)
def test_what_a_file_says_is_checked(
    changes: dict[str, Any], error: type[RoadError], words: str, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.json", **changes)
    with pytest.raises(error, match=words) as raised:
        read_preset(path)
    assert str(raised.value).startswith(f"{path}: ")


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"[" * 60_000, FormatError),
        (b" " * (GREATEST_FILE + 1), LimitError),
        (b"\xff\xfe", FormatError),
        (b"[]", FormatError),
        (b'{"format": ' + b"9" * 5000 + b"}", FormatError),
    ],
)
def test_no_preset_is_refused_in_one_line(
    data: bytes, error: type[RoadError], tmp_path: Path
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(data)
    with pytest.raises(error) as raised:
        read_preset(path)
    assert "\n" not in str(raised.value)


def test_what_is_no_ordinary_file_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    for path in (tmp_path / "pipe.json", tmp_path, tmp_path / "gone.json"):
        with pytest.raises(InputError):
            read_preset(path)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)
keys = st.sampled_from(["format", "version", "name", "codec", "text", "params", "x"])


@settings(deadline=None)  # the first of all reads modules
@given(changes=st.dictionaries(keys, json_values, max_size=3))
def test_any_object_is_a_preset_or_an_error(
    changes: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = write(tmp_path_factory.getbasetemp() / "any" / "a.json", **changes)
    try:
        preset = read_preset(path)
    except RoadError:
        return
    preset.params()
