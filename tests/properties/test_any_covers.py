"""Readers of covers meet arbitrary bytes: a cover, none, or none and a notice; never more."""

import io
import tempfile
import tracemalloc
from pathlib import Path

import pytest
from covered import FORMATS, TAGS, cover, covered_file
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_any_bytes import edited, edits

from road_codec import RoadError, SampleType, SoundFormat, finish
from road_codec.audio.cover import Cover
from road_codec.covers import id3
from road_codec.covers.finding import find_cover
from road_codec.covers.keeping import keep_cover
from road_codec.covers.picture import parse_picture, picture_bytes


def _files() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as folder:
        return tuple(
            covered_file(Path(folder) / f"a{ending}", cover(400), 3000).read_bytes()
            for ending in FORMATS
        )


FILES = _files()
MAGICS = [b"fLaC", b"OggS", b"ID3\3\0\0", b"RIFF....WAVE", b"RF64....WAVE", b"FORM....AIFF"]
texts = st.text(max_size=30).filter(lambda text: "\0" not in text)
covers = st.builds(
    Cover,
    st.sampled_from(["image/jpeg", "image/png", "x/y"]),
    texts,
    st.binary(min_size=1, max_size=300),
)
anything = st.one_of(
    st.builds(bytes.__add__, st.sampled_from(MAGICS), st.binary(max_size=200)),
    st.builds(edited, st.sampled_from(FILES), edits),
)


@settings(deadline=None, max_examples=1000)
@given(anything)
@example(b"ID3\4\0\x10" + b"\x7f" * 4)
@example(b"fLaC" + b"\6\xff\xff\xff" * 9)
@example(b"OggS\0\2" + bytes(20) + b"\xff" + b"\xff" * 255)
def test_any_file_has_a_cover_or_none(data: bytes) -> None:
    found, notices = find_cover(io.BytesIO(data))
    assert found is None or (isinstance(found, Cover) and notices == ())
    assert len(notices) <= 1
    assert all(line.startswith("the cover is left out: ") for line in notices)


@settings(deadline=None, max_examples=500)
@given(anything)
def test_any_file_takes_a_cover_or_says_why_not(data: bytes) -> None:
    file = io.BytesIO(data)
    wanted = cover(300, 7)
    notices = finish(keep_cover(file, SoundFormat(48000, 1, SampleType.S16, 3000, TAGS, wanted)))
    if notices:
        assert notices[0].startswith("the cover is left out: ")
        assert file.getvalue() == data
    else:
        assert len(file.getvalue()) >= len(data)


@settings(deadline=None, max_examples=300)
@given(covers)
def test_pictures_go_there_and_back(picture: Cover) -> None:
    written = parse_picture(picture_bytes(picture))
    assert written.cover.data == picture.data
    assert written.cover.mime == picture.mime
    assert written.cover.description == picture.description.encode(errors="replace").decode()
    tag = id3.find_picture(id3.tag_bytes({}, picture))
    assert tag is not None
    assert tag.cover == written.cover


@settings(deadline=None, max_examples=500)
@given(st.binary(max_size=120))
def test_any_bytes_are_a_picture_or_refused(data: bytes) -> None:
    for parse in (parse_picture, id3.find_picture, lambda tail: id3.find_picture(TAG_3 + tail)):
        try:
            parse(data)
        except RoadError:
            continue


TAG_3 = b"ID3\3\0\0\0\0\0\x78APIC"


@pytest.mark.parametrize("data", FILES, ids=list(FORMATS))
def test_declared_sizes_cost_no_memory(data: bytes) -> None:
    at = max(data.find(name) for name in (b"APIC", b"image/jpeg", b"METADATA_BLOCK_PICTURE"))
    for place in range(max(0, at - 60), at + 40):
        file = io.BytesIO(data[:place] + b"\x7f\xff\xff\xff" + data[place + 4 :])
        tracemalloc.start()
        find_cover(file)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert peak < 1 << 20
