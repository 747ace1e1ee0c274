"""A cover goes from a sound to an encoded file and back, and nothing else changes by it."""

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
import soundfile
from covered import FORMATS, RATE_HZ, TAGS, cover, covered_file, plain_file

from road_codec import (
    SampleType,
    SoundFormat,
    codec_named,
    decode,
    describe_file,
    encode,
    finish,
    open_sound,
    open_stream,
    write_seed,
)
from road_codec.audio.cover import GREATEST_COVER, Cover
from road_codec.covers import ogg
from road_codec.covers.keeping import keep_cover

CODECS = {"road-classic": ".road.wav", "extrema": ".extrema", "tqa": ".tqa"}


def cover_in(path: Path) -> Cover | None:
    with open_sound(path, with_cover=True) as sound:
        assert sound.notices == ()
        return sound.format.cover


def encoded(source: Path, codec: str, name: str = "x", **params: object) -> Path:
    target = source.with_name(name + CODECS[codec])
    chosen = codec_named(codec).params_type(**params)
    result = finish(encode(source, target, codec=codec, params=chosen, on_exists="overwrite"))
    assert not [notice for notice in result.notices if "cover" in notice]
    return target


def read(path: Path) -> np.ndarray:
    samples, rate_hz = soundfile.read(path)
    assert rate_hz == RATE_HZ
    return samples


@pytest.mark.parametrize("ending", FORMATS)
def test_a_cover_is_written_and_found_and_the_sound_is_the_same(
    ending: str, tmp_path: Path
) -> None:
    plain, covered = plain_file(tmp_path / f"a{ending}"), covered_file(tmp_path / f"b{ending}")

    assert cover_in(plain) is None
    assert cover_in(covered) == cover()
    assert np.array_equal(read(plain), read(covered))
    with open_sound(plain) as first, open_sound(covered) as second:
        assert second.format.cover is None  # it was not asked for
        if ending == ".rf64":  # libsndfile writes no tags there
            return
        assert {key: second.format.tags[key] for key in TAGS} == TAGS
        assert first.format.tags == second.format.tags or ending == ".mp3"


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("ending", FORMATS)
def test_a_cover_comes_back_from_every_codec(codec: str, ending: str, tmp_path: Path) -> None:
    carrier = encoded(covered_file(tmp_path / f"a{ending}"), codec)
    with open_stream(carrier) as stream:
        assert stream.info.format.cover == cover()
        assert stream.info.notices == ()
    for out in FORMATS:
        back = tmp_path / f"back{out}"
        assert finish(decode(carrier, back, on_exists="overwrite")).notices == ()
        assert cover_in(back) == cover()


@pytest.mark.parametrize("codec", CODECS)
def test_a_cover_changes_neither_the_coded_sound_nor_the_decoded(
    codec: str, tmp_path: Path
) -> None:
    plain = encoded(plain_file(tmp_path / "a.flac"), codec, "plain")
    covered = encoded(covered_file(tmp_path / "a.flac"), codec, "covered")

    assert covered.read_bytes() == encoded(tmp_path / "a.flac", codec, "again").read_bytes()
    more = covered.stat().st_size - plain.stat().st_size
    assert len(cover().data) < more < len(cover().data) + 300
    outs = [tmp_path / "1.wav", tmp_path / "2.wav"]
    for carrier, out in zip((plain, covered), outs, strict=True):
        finish(decode(carrier, out))
    assert np.array_equal(read(outs[0]), read(outs[1]))
    assert outs[1].read_bytes()[8 : outs[0].stat().st_size] == outs[0].read_bytes()[8:]


@pytest.mark.parametrize("ending", [".wav", ".aiff", ".flac", ".rf64"])
def test_the_same_sound_gives_the_same_bytes(ending: str, tmp_path: Path) -> None:
    carrier = encoded(covered_file(tmp_path / "a.flac"), "tqa")
    outs = [tmp_path / f"{name}{ending}" for name in "12"]
    for out in outs:
        finish(decode(carrier, out))
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_strict_files_have_no_cover_and_say_so(tmp_path: Path) -> None:
    params = codec_named("road-classic").params_type(strict=True)
    files = []
    for make in (plain_file, covered_file):
        target = tmp_path / f"{make.__name__}.road.wav"
        source = make(tmp_path / f"{make.__name__}.wav", n_samples=40960)
        result = finish(encode(source, target, params=params))
        files.append((target.read_bytes(), [line for line in result.notices if "cover" in line]))

    assert files[0][0] == files[1][0]
    assert files[0][1] == []
    assert files[1][1] == [
        "the cover is left out: strict files hold what the original programs wrote"
    ]


def test_the_published_layout_says_that_it_has_no_room(tmp_path: Path) -> None:
    params = codec_named("extrema").params_type(layout="published")
    source = covered_file(tmp_path / "a.wav")
    result = finish(encode(source, tmp_path / "a.extrema", codec="extrema", params=params))
    assert "the published layout has no room for a cover" in result.notices


@pytest.mark.parametrize("ending", [".w64", ".caf", ".au"])
def test_a_format_that_keeps_none_says_so(ending: str, tmp_path: Path) -> None:
    carrier = encoded(covered_file(tmp_path / "a.flac"), "tqa")
    result = finish(decode(carrier, tmp_path / f"out{ending}"))
    assert result.notices == ("the cover is left out: this format cannot keep it here",)
    assert len(read(tmp_path / f"out{ending}")) == 9000


def test_the_seed_as_a_file_has_the_cover(tmp_path: Path) -> None:
    carrier = encoded(covered_file(tmp_path / "a.flac"), "road-classic")
    finish(write_seed(carrier, tmp_path / "seed.wav"))
    assert cover_in(tmp_path / "seed.wav") == cover()


@pytest.mark.parametrize("codec", CODECS)
def test_a_description_tells_of_the_cover_without_showing_it(codec: str, tmp_path: Path) -> None:
    carrier = encoded(covered_file(tmp_path / "a.flac"), codec)
    told = finish(describe_file(carrier))
    size = len(cover().data)
    assert told["cover"] == {"mime": "image/jpeg", "description": "vorne ✓", "bytes": size}
    assert told["bytes"]["cover"] == size
    assert sum(told["bytes"].values()) == carrier.stat().st_size


def test_a_damaged_cover_of_a_road_file_costs_the_picture_only(tmp_path: Path) -> None:
    carrier = encoded(covered_file(tmp_path / "a.flac"), "road-classic")
    data = carrier.read_bytes()
    carrier.write_bytes(data.replace(b"APIC\0", b"APIC\x7f"))
    with open_stream(carrier) as stream:
        assert stream.info.format.cover is None
        assert stream.info.format.tags["title"] == TAGS["title"]
        assert [line[:23] for line in stream.info.notices] == ["the cover is left out: "]


@pytest.mark.parametrize("ending", [".wav", ".mp3", ".aiff"])
def test_a_damaged_cover_of_a_sound_is_no_failed_encode(ending: str, tmp_path: Path) -> None:
    source = covered_file(tmp_path / f"a{ending}")
    source.write_bytes(source.read_bytes().replace(b"APIC\0", b"APIC\x7f"))
    result = finish(encode(source, tmp_path / "a.tqa", codec="tqa"))
    assert [line[:23] for line in result.notices] == ["the cover is left out: "]
    assert result.seconds >= 9000 / RATE_HZ


def test_a_cover_that_is_too_large_is_left_out(tmp_path: Path) -> None:
    source = plain_file(tmp_path / "a.wav")
    payload = b"\0image/jpeg\0\3\0" + bytes(GREATEST_COVER + 1)
    frame = b"APIC" + len(payload).to_bytes(4, "big") + b"\0\0" + payload
    size = bytes((len(frame) >> shift) & 0x7F for shift in (21, 14, 7, 0))
    tag = b"ID3\3\0\0" + size + frame
    with source.open("ab") as file:
        file.write(b"id3 " + len(tag).to_bytes(4, "little") + tag)
    with open_sound(source, with_cover=True) as sound:
        assert sound.format.cover is None
        assert sound.notices == (
            "the cover is left out: cover: 16000001 bytes, 1 to 16000000 are kept; "
            "make the picture smaller",
        )


def test_the_largest_cover_goes_through_all_formats(tmp_path: Path) -> None:
    large = cover(GREATEST_COVER - 6, description="é" * 1000)
    carrier = encoded(covered_file(tmp_path / "a.flac", large), "road-classic")
    for ending in FORMATS:
        out = tmp_path / f"out{ending}"
        assert finish(decode(carrier, out)).notices == ()
        assert cover_in(out) == large


def test_a_wave_file_of_4_gib_goes_without(tmp_path: Path) -> None:
    path = plain_file(tmp_path / "a.wav")
    before = path.read_bytes()
    with path.open("r+b") as file:
        file.seek(0xFFFFFFFF)
        file.write(b"\0")  # sparse
        sound = SoundFormat(RATE_HZ, 1, SampleType.S16, 9000, {}, cover())
        assert finish(keep_cover(file, sound)) == (
            "the cover is left out: a file of this format ends at 4 GiB",
        )
        file.seek(0)
        assert file.read(len(before)) == before
        assert path.stat().st_size == 1 << 32


@pytest.mark.skipif(not shutil.which("metaflac"), reason="metaflac is not installed")
def test_metaflac_finds_the_cover_and_flac_the_sound_whole(tmp_path: Path) -> None:
    carrier = encoded(covered_file(tmp_path / "a.wav"), "road-classic")
    out = tmp_path / "out.flac"
    finish(decode(carrier, out))
    told = subprocess.run(
        ["metaflac", "--export-picture-to=-", out], check=True, capture_output=True
    )
    assert told.stdout == cover().data
    if shutil.which("flac"):
        subprocess.run(["flac", "--test", "--silent", out], check=True)


@pytest.mark.parametrize("ending", [ending for ending in FORMATS if ending != ".rf64"])
def test_an_independent_reader_finds_cover_and_tags(ending: str, tmp_path: Path) -> None:
    tinytag = pytest.importorskip("tinytag", reason="tinytag is not installed")
    carrier = encoded(covered_file(tmp_path / "a.flac"), "extrema")
    out = tmp_path / f"out{ending}"
    finish(decode(carrier, out))
    found = tinytag.TinyTag.get(out, image=True)
    front = found.images.front_cover
    assert (found.title, found.artist) == (TAGS["title"], TAGS["artist"])
    assert (front.data, front.mime_type) == (cover().data, "image/jpeg")
    assert front.description == "vorne ✓"


def test_an_ordinary_player_finds_the_cover_of_the_seed(tmp_path: Path) -> None:
    tinytag = pytest.importorskip("tinytag", reason="tinytag is not installed")
    parities = set()
    for n_samples in range(9000, 9400, 40):
        source = covered_file(tmp_path / "a.flac", n_samples=n_samples)
        carrier = encoded(source, "road-classic", superframe=1)
        parities.add(finish(describe_file(carrier))["header"]["find_bytes"] % 2)
        found = tinytag.TinyTag.get(carrier, image=True)
        assert found.images.front_cover.data == cover().data
        assert found.title == TAGS["title"]
    assert parities == {0, 1}


def test_keeping_a_cover_in_a_long_file_is_done_in_short_steps(tmp_path: Path) -> None:
    path = plain_file(tmp_path / "a.ogg", 60 * RATE_HZ)
    before = path.read_bytes()
    with path.open("r+b") as file:
        steps = list(ogg.add_picture(file, cover()))
    # One for each page that is looked at, and one for each that is renumbered.
    assert len(steps) > before.count(b"OggS")
    assert cover_in(path) == cover()
