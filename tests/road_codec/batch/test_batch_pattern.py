"""Names are made of what files tell of themselves, and never lead out of their folder."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from making import noise, write_sound

from road_codec import PATTERN_FIELDS, Naming, ParameterError, Pattern, encode, finish, tags_of
from road_codec.batch.plan import plan_jobs

VALUES = {
    "name": "take 1",
    "codec": "road-classic",
    "preset": "Fine",
    "title": "So: what?",
    "artist": "AC/DC",
    "album": "",
    "track": "03",
    "folder": "Live",
}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("{name}", "take 1"),
        ("{artist}/{album}/{track} {title}", "AC_DC/unknown/03 So_ what_"),
        ("{folder} - {name} ({codec}, {preset})", "Live - take 1 (road-classic, Fine)"),
        ("plain", "plain"),
        ("{title}?/{name}", "So_ what__/take 1"),
        (" /{name}", "take 1"),
        ("{name}.", "take 1"),
    ],
)
def test_a_pattern_becomes_a_path(text: str, path: str) -> None:
    assert Pattern(text).path(VALUES) == Path(path)


def test_an_empty_title_becomes_the_name() -> None:
    assert Pattern("{title}").path({**VALUES, "title": " "}) == Path("take 1")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "1 to 500"),
        ("x" * 501, "1 to 500"),
        ("{nothing}", r"\{nothing\} is unknown; there are \{name\}"),
        ("{name", "no partner"),
        ("name}", "no partner"),
        ("/{name}", "must stay in the folder"),
        ("a/../{name}", "must stay in the folder"),
        ("{name}/", "a name is missing"),
    ],
)
def test_a_wrong_pattern_is_refused(text: str, words: str) -> None:
    with pytest.raises(ParameterError, match=words):
        Pattern(text)


@given(
    st.sampled_from(["{title}", "{artist}/{title}", "{album}{title}", "{folder}/{track}"]),
    st.dictionaries(st.sampled_from(PATTERN_FIELDS), st.text(st.characters(exclude_categories=[]))),
)
def test_no_tag_leads_out_of_the_folder(text: str, values: dict[str, str]) -> None:
    path = Pattern(text).path(values)
    assert not path.is_absolute()
    assert len(path.parts) == 1 + text.count("/")
    assert all(part not in {"", ".", ".."} and len(part.encode()) < 200 for part in path.parts)


def test_only_tags_need_a_look_into_the_file() -> None:
    assert Pattern("{artist}").needs_tags
    assert not Pattern("{name} {codec} {preset} {folder}").needs_tags


def test_tags_are_read_of_sounds_and_of_encoded_files(tmp_path: Path) -> None:
    sound = write_sound(
        tmp_path / "a.flac", noise(1, 3000).astype("int16"), artist="Ada", tracknumber="3/12"
    )
    finish(encode(sound, tmp_path / "a.road.wav"))
    naming = Naming(suffix=".wav", pattern=Pattern("{artist}/{track} {title}"))
    for path in (sound, tmp_path / "a.road.wav"):
        assert tags_of(path)["artist"] == "Ada"
        assert naming.target_of(tmp_path, path, None) == tmp_path / "Ada" / "03 a.wav"
    (tmp_path / "none.wav").write_bytes(b"")
    for name in ("none.wav", "gone.wav"):
        assert tags_of(tmp_path / name) == {}


def test_equal_names_are_numbered_and_take_the_place_of_no_input(tmp_path: Path) -> None:
    samples = noise(1, 100).astype("int16")
    for name in ("x/a.wav", "y/b.wav", "x.wav"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write_sound(tmp_path / name, samples)
    naming = Naming(suffix=".wav", pattern=Pattern("{album}"), keep_tree=False)
    jobs = plan_jobs([tmp_path], tmp_path / "out", naming=naming)
    assert [job.target.name for job in jobs] == [
        "unknown.wav",
        "unknown (2).wav",
        "unknown (3).wav",
    ]

    beside = Naming(suffix=".wav", pattern=Pattern("x"))
    targets = {job.source: job.target for job in plan_jobs([tmp_path], tmp_path, naming=beside)}
    assert targets[tmp_path / "x.wav"] == tmp_path / "x (2).wav"


@pytest.mark.parametrize(("keep_tree", "target"), [(True, "out/x/a.r"), (False, "out/a.r")])
def test_the_tree_is_kept_or_not(keep_tree: bool, target: str, tmp_path: Path) -> None:
    for pattern in (None, Pattern("{name}")):
        naming = Naming(suffix=".r", pattern=pattern, keep_tree=keep_tree)
        found = naming.target_of(tmp_path, tmp_path / "x" / "a.wav", tmp_path / "out")
        assert found == tmp_path / target
