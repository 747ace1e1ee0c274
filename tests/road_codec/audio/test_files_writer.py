"""Sound files are written whole, in a format that can hold them, or not at all."""

import io
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from making import FullDisk, noise

from road_codec import Audio, ParameterError, SampleType
from road_codec.audio.files import SoundReader, SoundWriter
from road_codec.audio.formats import choose_format

GIB = 1 << 30
RATE = 44100


def write(
    path: Path,
    samples: np.ndarray,
    *,
    rate_hz: int = RATE,
    sample_type: SampleType = SampleType.S16,
    n_samples: int | None = None,
    tags: dict[str, str] | None = None,
) -> SoundWriter:
    with (
        path.open("wb") as file,
        SoundWriter(
            file,
            path.name,
            rate_hz=rate_hz,
            n_channels=len(samples),
            sample_type=sample_type,
            n_samples=samples.shape[1] if n_samples is None else n_samples,
            tags=tags or {},
        ) as writer,
    ):
        writer.write(Audio(samples.astype(sample_type.dtype), rate_hz, sample_type))
    return writer


def read(path: Path) -> tuple[np.ndarray, SoundReader]:
    with SoundReader(path) as reader:
        blocks = [audio.samples for audio in reader.blocks()]
    return np.concatenate(blocks, axis=1), reader


@pytest.mark.parametrize("ending", [".wav", ".rf64", ".w64", ".flac", ".aiff", ".caf", ".au"])
@pytest.mark.parametrize("kind", [SampleType.U8, SampleType.S16, SampleType.S24, SampleType.S32])
def test_integers_come_back_as_they_were_written(
    tmp_path: Path, ending: str, kind: SampleType
) -> None:
    if ending == ".flac" and kind is SampleType.S32:
        pytest.skip("FLAC ends at 24 bits")
    samples = np.array([[kind.low, kind.high, kind.middle, kind.middle + 1], [kind.middle] * 4])
    path = tmp_path / f"x{ending}"
    writer = write(path, samples, sample_type=kind)

    found, reader = read(path)

    assert writer.notices == ()
    assert (reader.rate_hz, reader.sample_type, reader.n_samples) == (RATE, kind, 4)
    assert np.array_equal(found, samples)


@pytest.mark.parametrize("ending", [".wav", ".w64", ".aiff", ".caf", ".au"])
def test_floats_are_not_clipped(tmp_path: Path, ending: str) -> None:
    samples = np.array([[0.0, 1.5, -3.0, 1e-40]], np.float32)
    write(tmp_path / f"x{ending}", samples, sample_type=SampleType.F32)

    assert np.array_equal(read(tmp_path / f"x{ending}")[0], samples)


def test_fewer_bits_than_were_decoded_are_noted(tmp_path: Path) -> None:
    samples = np.array([[1 << 30, -(1 << 31)]])
    writer = write(tmp_path / "x.flac", samples, sample_type=SampleType.S32)

    assert writer.notices == ("x.flac: FLAC holds PCM_24, fewer bits than were decoded",)
    assert np.array_equal(read(tmp_path / "x.flac")[0], samples >> 8)


@pytest.mark.parametrize(
    ("name", "size", "kind"),
    [
        ("x.wav", 0, "WAV"),
        ("x.wav", 4 * GIB - (1 << 20), "WAV"),
        ("x.wav", 4 * GIB - (1 << 20) + 1, "RF64"),
        ("x.WAV", 1 << 50, "RF64"),
        ("x.unknown", 1 << 50, "RF64"),
        ("x", 0, "WAV"),
        ("x.rf64", 0, "RF64"),
        ("x.w64", 1 << 50, "W64"),
        ("x.caf", 1 << 50, "CAF"),
        ("x.flac", 1 << 50, "FLAC"),
        ("x.ogg", 1 << 50, "OGG"),
        ("x.opus", 1 << 50, "OGG"),
        ("x.mp3", 1 << 50, "MP3"),
    ],
)
def test_the_format_is_chosen_for_the_size_beforehand(name: str, size: int, kind: str) -> None:
    assert choose_format(name, SampleType.S16, size)[0] == kind


@pytest.mark.parametrize("name", ["x.aiff", "x.aif", "x.au", "x.voc"])
def test_formats_that_end_at_4_gib_are_refused_beyond(name: str) -> None:
    choose_format(name, SampleType.S16, 4 * GIB - (1 << 20))
    with pytest.raises(ParameterError, match=f"{name}: {4 * GIB} bytes of sound, .* ends at 4 GiB"):
        choose_format(name, SampleType.S16, 4 * GIB)


def test_a_file_that_will_be_large_is_rf64_from_its_first_byte(tmp_path: Path) -> None:
    path = tmp_path / "x.wav"
    samples = noise(2, 1000).astype(np.int16)
    write(path, samples, n_samples=2 * GIB)

    assert path.read_bytes()[:4] == b"RF64"
    assert np.array_equal(read(path)[0], samples)


class Counting(io.BytesIO):
    """Keeps the first bytes and counts the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.size = 0
        self._at = 0

    def write(self, data: Any, /) -> int:
        if self._at < 4096:
            super().seek(self._at)
            super().write(data[: 4096 - self._at])
        self._at += len(data)
        self.size = max(self.size, self._at)
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        self._at = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self.size}[whence]
        return self._at

    def tell(self) -> int:
        return self._at


@pytest.mark.slow
def test_sizes_beyond_4_gib_are_written_right() -> None:
    block = Audio(np.zeros((8, 1 << 22), np.int32), RATE, SampleType.S32)
    count = 4 * GIB // (32 << 22) + 2
    n_samples = count << 22
    target = Counting()
    with SoundWriter(
        target,
        "x.wav",
        rate_hz=RATE,
        n_channels=8,
        sample_type=SampleType.S32,
        n_samples=n_samples,
        tags={},
    ) as writer:
        for _ in range(count):
            writer.write(block)

    head = target.getvalue()
    at = head.index(b"ds64") + 8
    riff_size, data_size, n_frames = np.frombuffer(head[at : at + 24], "<u8")
    assert data_size == 32 * n_samples > 4 * GIB
    assert n_frames == n_samples
    assert riff_size == target.size - 8
    assert target.size == head.index(b"data") + 8 + data_size


@pytest.mark.parametrize(
    ("name", "rate_hz"),
    [
        ("x.ogg", 200_001),
        ("x.ogg", 352_800),
        ("x.flac", 65_537),
        ("x.flac", 88_201),
        ("x.flac", 655_360),
        ("x.opus", 44_100),
        ("x.mp3", 96_000),
        ("x.wav", 1 << 31),
        ("x.wav", 1 << 40),
    ],
)
def test_rates_that_a_format_cannot_hold_are_refused(
    tmp_path: Path, name: str, rate_hz: int
) -> None:
    with pytest.raises(ParameterError, match=rf"{name}: .*{rate_hz} Hz"):
        write(tmp_path / name, noise(1, 3000), rate_hz=rate_hz)


@pytest.mark.parametrize(
    ("name", "rate_hz"),
    [("x.ogg", 200_000), ("x.flac", 65_535), ("x.flac", 352_800), ("x.flac", 655_350)],
)
def test_rates_that_a_format_just_holds_are_written(
    tmp_path: Path, name: str, rate_hz: int
) -> None:
    write(tmp_path / name, noise(1, 3000), rate_hz=rate_hz)

    found, reader = read(tmp_path / name)
    assert (reader.rate_hz, found.shape) == (rate_hz, (1, 3000))


@pytest.mark.parametrize("name", ["x.flac", "x.opus", "x.mp3"])
def test_formats_that_cannot_be_empty_refuse_an_empty_sound(tmp_path: Path, name: str) -> None:
    with pytest.raises(ParameterError, match="cannot hold a sound without samples"):
        write(tmp_path / name, noise(1, 0), rate_hz=48000)


@pytest.mark.parametrize("name", ["x.wav", "x.rf64", "x.w64", "x.aiff", "x.caf", "x.au", "x.ogg"])
def test_an_empty_sound_is_written_and_read(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, noise(1, 0))

    with SoundReader(tmp_path / name) as reader:
        assert reader.n_samples == 0
        assert list(reader.blocks()) == []


@pytest.mark.parametrize(("name", "n_channels"), [("x.mp3", 3), ("x.flac", 9), ("x.voc", 3)])
def test_channels_that_a_format_cannot_hold_are_refused(
    tmp_path: Path, name: str, n_channels: int
) -> None:
    with pytest.raises(ParameterError, match=f"cannot hold {n_channels} channels"):
        write(tmp_path / name, noise(n_channels, 100))


@pytest.mark.parametrize("ending", [".wav", ".rf64", ".w64", ".aiff", ".caf", ".au"])
def test_no_time_of_writing_is_in_a_file_of_floats(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"x{ending}"
    write(path, np.ones((1, 100), np.float32), sample_type=SampleType.F32)

    # The chunk that holds the peaks holds the time too, in its second number.
    _, found, peaks = path.read_bytes().partition(b"PEAK")
    assert not found or peaks[8:12] == bytes(4)
    assert bool(found) == (ending == ".aiff")


def test_tags_come_back_where_the_format_has_room_for_them(tmp_path: Path) -> None:
    tags = {"title": "Für Elise ♫", "artist": "", "comment": "two\nlines", "nonsense": "x"}
    for name in ("x.wav", "x.flac", "x.ogg"):
        write(tmp_path / name, noise(1, 100), tags=tags)
        found = read(tmp_path / name)[1].tags
        assert found["title"] == tags["title"]
        assert found["comment"] == tags["comment"]
        assert "nonsense" not in found


@pytest.mark.parametrize("room", [0, 10, 43, 44, 45, 1000, 5000])
@pytest.mark.parametrize("name", ["x.wav", "x.flac", "x.ogg", "x.aiff", "x.w64", "x.mp3"])
def test_a_full_disk_is_not_taken_for_success(name: str, room: int) -> None:
    arguments = {"rate_hz": 48000, "n_channels": 2, "sample_type": SampleType.S16}
    with (
        pytest.raises(OSError, match="No space left"),
        SoundWriter(FullDisk(room), name, n_samples=50000, tags={}, **arguments) as writer,
    ):
        writer.write(Audio(noise(2, 50000).astype(np.int16), 48000, SampleType.S16))


@pytest.mark.parametrize("name", ["x.flac", "x.ogg", "x.mp3", "x.opus"])
def test_a_disk_that_fills_up_at_the_very_end_is_not_taken_for_success(
    tmp_path: Path, name: str
) -> None:
    samples = noise(2, 50000).astype(np.int16)
    write(tmp_path / name, samples, rate_hz=48000)
    size = (tmp_path / name).stat().st_size

    arguments = {"rate_hz": 48000, "n_channels": 2, "sample_type": SampleType.S16}
    with (
        pytest.raises(OSError, match="No space left"),
        SoundWriter(FullDisk(size - 1), name, n_samples=50000, tags={}, **arguments) as writer,
    ):
        writer.write(Audio(samples, 48000, SampleType.S16))


def test_libsndfile_is_the_tried_one() -> None:
    # Where it crashes or stays silent was measured with this version.
    assert soundfile.__libsndfile_version__ >= "1.2"


def test_a_block_of_any_length_is_written(tmp_path: Path) -> None:
    samples = noise(1, 3_000_000)
    write(tmp_path / "x.wav", samples)
    assert np.array_equal(read(tmp_path / "x.wav")[0], samples)
    write(tmp_path / "x.ogg", samples)  # libvorbis crashes where it gets all of it at once
    assert soundfile.info(tmp_path / "x.ogg").frames == 3_000_000
