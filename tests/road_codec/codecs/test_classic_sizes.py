"""A sound that the format cannot hold stops the encoder before a size wraps round."""

import io
from pathlib import Path

import pytest
from making import MemorySource, encoded, noise, opened, write_sound

from road_codec import Engine, LimitError, encode, finish
from road_codec.codecs.classic.codec import ClassicCodec
from road_codec.codecs.classic.params import ClassicParams
from road_codec.containers import riff

SOUND = MemorySource(noise(2, 20000))
PARAMS = ClassicParams(smallest_range=32, superframe=1)


@pytest.mark.parametrize(
    ("source", "what"),
    [(MemorySource(noise(1, 20000) * 0), "seed"), (MemorySource(noise(8, 20000)), "FIND")],
    ids=["silence", "many channels"],
)
def test_a_seed_or_records_beyond_their_size_stop_the_encoder(
    monkeypatch: pytest.MonkeyPatch, source: MemorySource, what: str
) -> None:
    # Of silence the seed is larger than the records, of many channels the records are.
    monkeypatch.setattr(riff, "GREATEST_SIZE", 36 + 700)
    target = io.BytesIO()

    with pytest.raises(LimitError, match=f"{what}: \\d+ bytes do not fit into this format"):
        finish(ClassicCodec().encode(source, target, PARAMS, Engine()))

    assert len(target.getvalue()) <= riff.HEAD_SIZE + 700


def test_what_just_fits_is_written_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = encoded(SOUND)
    n_superframes = 10
    find = int.from_bytes(whole.partition(b"FIND")[2][:4], "little")
    greatest = max(find, n_superframes * 128)
    monkeypatch.setattr(riff, "GREATEST_SIZE", 36 + greatest)

    assert encoded(SOUND) == whole
    monkeypatch.setattr(riff, "GREATEST_SIZE", 35 + greatest)
    with pytest.raises(LimitError):
        encoded(SOUND)
    assert opened(whole).info.format.n_samples == 20000


def test_nothing_is_left_of_a_file_that_became_too_large(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sound = write_sound(tmp_path / "sound.wav", noise(2, 20000).astype("int16"))
    target = tmp_path / "sound.road.wav"
    target.write_bytes(b"the old one")
    monkeypatch.setattr(riff, "GREATEST_SIZE", 1000)

    with pytest.raises(LimitError):
        finish(encode(sound, target, params=PARAMS, on_exists="overwrite"))

    assert sorted(path.name for path in tmp_path.iterdir()) == ["sound.road.wav", "sound.wav"]
    assert target.read_bytes() == b"the old one"
