"""Ordinary sounds are read as they are, to their real end, or refused in a sentence."""

import os
import struct
from pathlib import Path

import numpy as np
import pytest
import soundfile
from damaging import chunk, put
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import noise, write_sound

from road_codec import FormatError, InputError, LimitError, Limits, RoadError, UnsupportedError
from road_codec.audio.files import BLOCK, SoundReader, check_readable
from road_codec.audio.unclosed import UnclosedWave

SAMPLES = noise(2, 1000).astype(np.int16)
MAX = 0xFFFFFFFF
DATA_SIZE = 40


@pytest.fixture
def wave(tmp_path: Path) -> bytes:
    """The bytes of a plain WAVE file: 44 of head, 4000 of sound."""
    return write_sound(tmp_path / "plain.wav", SAMPLES).read_bytes()


def read(path: Path, limits: Limits | None = None) -> tuple[np.ndarray, SoundReader]:
    with SoundReader(path, limits or Limits()) as reader:
        blocks = [audio.samples for audio in reader.blocks()]
    empty = np.zeros((reader.n_channels, 0), reader.sample_type.dtype)
    return np.concatenate([empty, *blocks], axis=1), reader


def written(tmp_path: Path, data: bytes, name: str = "x.wav") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("size", [4001, 4000 + BLOCK, 0x7FFFFFFF, MAX - 1, MAX])
def test_a_sound_that_declares_more_than_there_is_is_read_to_its_end_and_noted(
    tmp_path: Path, wave: bytes, size: int
) -> None:
    found, reader = read(written(tmp_path, put(wave, DATA_SIZE, "I", size)))

    assert np.array_equal(found, SAMPLES)
    assert reader.n_samples == 1000
    assert any("read to its end" in notice for notice in reader.notices)


def test_a_sound_that_was_streamed_without_a_size_is_read_to_its_end(
    tmp_path: Path, wave: bytes
) -> None:
    found, reader = read(written(tmp_path, put(put(wave, DATA_SIZE, "I", 0), 4, "I", 0)))

    assert np.array_equal(found, SAMPLES)
    assert any("read to its end" in notice for notice in reader.notices)


@pytest.mark.parametrize("size", [0, 1, 36, 0x7FFFFFFF, MAX])
def test_the_riff_size_does_not_matter(tmp_path: Path, wave: bytes, size: int) -> None:
    assert np.array_equal(read(written(tmp_path, put(wave, 4, "I", size)))[0], SAMPLES)


@pytest.mark.parametrize("cut", [0, 1, 2, 3, 44, 1999, 3999])
def test_a_sound_that_was_cut_off_is_read_as_far_as_it_goes_and_noted(
    tmp_path: Path, wave: bytes, cut: int
) -> None:
    found, reader = read(written(tmp_path, wave[: 44 + cut]))

    assert np.array_equal(found, SAMPLES[:, : cut // 4])
    assert any("read to its end" in notice for notice in reader.notices)


@pytest.mark.parametrize("name", ["x.aiff", "x.au", "x.w64", "x.rf64", "x.ogg"])
def test_what_was_cut_off_is_noted_in_every_format_that_is_read_all_the_same(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    soundfile.write(path, noise(2, 60000).astype(np.int16).T, 8000)
    assert SoundReader(path).notices == ()

    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    found, reader = read(path)

    assert 0 < found.shape[1] < 60000
    assert len(reader.notices) == 1


def test_chunks_behind_and_before_the_sound_are_no_sound(tmp_path: Path, wave: bytes) -> None:
    behind = wave + chunk(b"LIST", b"INFO" + bytes(100))
    before = wave[:36] + chunk(b"junk", b"123") + b"\0" + wave[36:]
    for data in (behind, before):
        found, reader = read(written(tmp_path, data))
        assert np.array_equal(found, SAMPLES)
        assert reader.notices == ()


@pytest.mark.parametrize(
    ("at", "code", "value"),
    [
        (16, "I", 0),
        (16, "I", 15),
        (16, "I", MAX),
        (20, "H", 0),
        (20, "H", 0x1234),
        (22, "H", 0),
        (22, "H", 1025),
        (22, "H", 0xFFFF),
        (24, "I", 0),
        (24, "I", MAX),
        (32, "H", 0),
        (34, "H", 0),
        (34, "H", 0xFFFF),
    ],
)
def test_impossible_heads_are_refused_or_read_by_what_they_say(
    tmp_path: Path, wave: bytes, at: int, code: str, value: int
) -> None:
    try:
        found, reader = read(written(tmp_path, put(wave, at, code, value)))
    except RoadError as error:
        assert "x.wav: " in str(error)
    else:
        assert found.shape[1] == reader.n_samples
        assert found.size <= 4000


def test_more_channels_than_are_accepted_are_refused_by_name(tmp_path: Path) -> None:
    write_sound(tmp_path / "x.wav", noise(65, 10).astype(np.int16))
    with pytest.raises(LimitError, match="channels: 65 declared, at most 64"):
        SoundReader(tmp_path / "x.wav")
    write_sound(tmp_path / "x.wav", noise(64, 10).astype(np.int16))
    assert read(tmp_path / "x.wav")[0].shape == (64, 10)


@pytest.mark.parametrize("limits", [Limits(), Limits(rate_hz=7999)])
def test_a_higher_rate_than_can_be_decoded_is_refused(
    tmp_path: Path, wave: bytes, limits: Limits
) -> None:
    rate_hz = limits.rate_hz + 1
    path = written(tmp_path, put(wave, 24, "I", rate_hz))
    with pytest.raises(LimitError, match=f"x.wav: rate in Hz: {rate_hz} declared, at most"):
        SoundReader(path, limits)
    written(tmp_path, put(wave, 24, "I", limits.rate_hz))
    assert read(path, limits)[1].rate_hz == limits.rate_hz


def test_a_refused_file_is_closed(
    tmp_path: Path, wave: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = []
    monkeypatch.setattr(UnclosedWave, "close", lambda self: closed.append(self._file.close()))
    # Streamed, and so read through a file of our own.
    streamed = put(put(wave, DATA_SIZE, "I", 0), 4, "I", 0)
    for data, kind in ((streamed, LimitError), (put(streamed, 20, "H", 9999), UnsupportedError)):
        closed.clear()
        with pytest.raises(kind):
            SoundReader(written(tmp_path, data), Limits(channels=1))
        assert closed


def test_a_longer_sound_than_is_accepted_is_refused(tmp_path: Path, wave: bytes) -> None:
    path = written(tmp_path, put(wave, 24, "I", 1))
    assert read(path, Limits(seconds=1000))[0].shape == (2, 1000)
    with pytest.raises(LimitError, match="hours of sound"):
        read(path, Limits(seconds=999))


def stream_of_unknown_length(tmp_path: Path) -> Path:
    """Write a FLAC file whose head does not tell its length."""
    path = tmp_path / "x.flac"
    soundfile.write(path, SAMPLES.T, 8000)
    data = bytearray(path.read_bytes())
    # The length is the low 36 bits of these bytes of the STREAMINFO block.
    data[21] &= 0xF0
    data[22:26] = bytes(4)
    path.write_bytes(data)
    return path


def test_a_stream_of_unknown_length_is_read_to_its_end(tmp_path: Path) -> None:
    found, reader = read(stream_of_unknown_length(tmp_path))

    assert reader.n_samples is None
    assert np.array_equal(found, SAMPLES)


def test_a_stream_of_unknown_length_is_bounded(tmp_path: Path) -> None:
    with pytest.raises(LimitError, match="longer than 0 seconds"):
        read(stream_of_unknown_length(tmp_path), Limits(seconds=0))


@pytest.mark.parametrize("kind", ["FLAC", "OGG"])
@pytest.mark.parametrize("share", [0.01, 0.3, 0.6, 0.99])
def test_compressed_sounds_that_were_cut_off_are_not_taken_for_whole(
    tmp_path: Path, kind: str, share: float
) -> None:
    path = tmp_path / "x"
    soundfile.write(path, noise(2, 60000).T.astype(np.int16), 8000, format=kind)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(share * len(whole))])

    try:
        found, reader = read(path)
    except RoadError as error:
        assert "x" in str(error)
    else:
        # What an Ogg stream declares is where its last page ends: the rest is not missed.
        assert kind == "OGG"
        assert found.shape[1] == reader.n_samples < 60000


def test_damage_is_told_to_lie_behind_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "x.flac"
    write_sound(path, noise(2, 60000).astype("int16"))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    # Less than a block was read: where in it the damage is libsndfile does not tell.
    with pytest.raises(FormatError, match=r"x\.flac: damaged behind sample 0: flac decoder"):
        read(path)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e38, -5.0, 1e-42])
@pytest.mark.parametrize("subtype", ["FLOAT", "DOUBLE"])
def test_floats_are_given_as_they_are(tmp_path: Path, subtype: str, value: float) -> None:
    samples = np.array([[0.0, value, 0.5]])
    write_sound(tmp_path / "x.wav", samples, subtype=subtype)

    found, _ = read(tmp_path / "x.wav")

    assert np.array_equal(found, samples.astype(np.float32), equal_nan=True)


@pytest.mark.parametrize("start", [0, 1, 999, 1000, 5000])
def test_reading_begins_anywhere(tmp_path: Path, wave: bytes, start: int) -> None:
    with SoundReader(written(tmp_path, wave)) as reader:
        if start > 1000:
            assert list(reader.blocks(start)) == []
        else:
            blocks = [audio.samples for audio in reader.blocks(start)]
            empty = np.zeros((2, 0), np.int16)
            assert np.array_equal(np.concatenate([empty, *blocks], axis=1), SAMPLES[:, start:])


def test_a_sound_beyond_4_gib_is_read_from_its_end(tmp_path: Path) -> None:
    n_bytes = 5 << 30
    sizes = struct.pack("<QQQI", n_bytes + 72, n_bytes, n_bytes // 4, 0)
    head = b"RF64" + struct.pack("<I", MAX) + b"WAVE" + chunk(b"ds64", sizes)
    head += chunk(b"fmt ", struct.pack("<HHIIHH", 1, 2, 44100, 176400, 4, 16))
    path = written(tmp_path, head + b"data" + struct.pack("<I", MAX))
    # A sparse file: almost nothing of it is on the disk.
    os.truncate(path, len(head) + 8 + n_bytes)
    with path.open("r+b") as file:
        file.seek(-4, os.SEEK_END)
        file.write(b"\1\0\2\0")

    with SoundReader(path) as reader:
        assert reader.n_samples == n_bytes // 4
        assert reader.notices == ()
        blocks = [audio.samples for audio in reader.blocks(n_bytes // 4 - 3)]
    assert np.concatenate(blocks, axis=1).T.tolist() == [[0, 0], [0, 0], [1, 2]]


def test_what_is_no_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "empty").touch()
    for name, kind, words in (
        ("missing", InputError, "there is no such file"),
        ("", InputError, "is a folder, not a file"),
        ("pipe", InputError, "is no ordinary file; use - for standard input"),
        ("loop", InputError, "cannot be read: too many levels of symbolic links"),
        ("empty", FormatError, r"is empty \(0 bytes\)"),
        ("empty/x", InputError, "cannot be read: not a directory"),
        ("x" * 256, InputError, "cannot be read: file name too long"),
        ("a\0b", InputError, "no possible file name"),
        ("a\ud800b", InputError, "no possible file name"),
    ):
        with pytest.raises(kind, match=words):
            check_readable(tmp_path / name)
    with pytest.raises(InputError, match="is no ordinary file"):
        check_readable(Path("/dev/null"))


@pytest.mark.parametrize("name", ["x.txt", "x.wav", "x.mp3", "x.raw", "x.ogg", "x"])
@pytest.mark.parametrize(
    "data", [b"x", b"This is no sound.\n" * 99, bytes(5000), b"RIFF\0\0\0\0WAVE"]
)
def test_what_is_no_sound_is_refused_in_a_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    with pytest.raises(UnsupportedError, match=rf"{name}: no sound file that can be read: \w"):
        SoundReader(written(tmp_path, data, name))


HEADS = [
    b"",
    b"RIFF\0\0\0\0WAVE",
    b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0data",
    b"FORM\0\0\0\0AIFF",
    b"fLaC",
    b".snd",
    b"caff\0\1\0\0",
]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(HEADS), st.binary(max_size=300))
def test_any_bytes_give_a_sound_or_are_refused(tmp_path: Path, head: bytes, rest: bytes) -> None:
    try:
        found, reader = read(written(tmp_path, head + rest, "any"))
    except RoadError:
        return
    # Some compressed kinds make much of little, but nothing makes a flood of 300 bytes.
    assert found.shape[0] == reader.n_channels
    assert found.shape[1] < 1 << 20
