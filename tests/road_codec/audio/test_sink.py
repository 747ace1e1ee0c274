"""What goes wrong under libsndfile is kept and raised; it writes what it would write to a file."""

import errno
import io
from pathlib import Path

import numpy as np
import pytest
import soundfile
from making import FullDisk

from road_codec.audio.sink import Sink


@pytest.mark.parametrize("kind", ["WAV", "RF64", "W64", "AIFF", "CAF", "FLAC", "OGG"])
def test_the_same_sound_lies_in_a_sink_as_in_a_file(kind: str) -> None:
    samples = np.random.default_rng(0).integers(-999, 999, (5000, 2)).astype(np.int16)
    beneath = io.BytesIO()
    sink = Sink(beneath)

    soundfile.write(sink, samples, 44100, format=kind)

    sink.check()
    beneath.seek(0)
    found, rate = soundfile.read(beneath, dtype="int16")
    assert rate == 44100
    assert found.shape == samples.shape
    assert kind == "OGG" or np.array_equal(found, samples)


@pytest.mark.parametrize("room", [0, 1, 100])
def test_the_first_error_is_kept_and_nothing_is_written_after_it(room: int) -> None:
    beneath = FullDisk(room)
    sink = Sink(beneath)

    assert sink.write(bytes(room)) == room
    assert sink.write(b"too much") == 0
    assert sink.write(b"") == 0
    assert (sink.seek(5), sink.tell()) == (0, 0)
    assert beneath.tell() == room
    with pytest.raises(OSError, match="No space left") as caught:
        sink.check()
    assert caught.value.errno == errno.ENOSPC


def test_what_is_held_back_is_written_when_it_is_checked() -> None:
    full = Path("/dev/full").open("wb")  # noqa: SIM115 - closing it is what fails
    sink = Sink(full)

    assert sink.write(b"some bytes") == 10
    for step in (sink.check, full.close):
        with pytest.raises(OSError, match="No space left"):
            step()
