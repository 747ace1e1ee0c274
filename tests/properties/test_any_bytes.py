"""Every reader meets arbitrary bytes and answers with a value or a `RoadError`."""

import contextlib
import io
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from making import MemorySource, encoded, noise, opened, variant_c

from road_codec import (
    Cover,
    DecodeOptions,
    Limits,
    RoadError,
    SampleType,
    check,
    describe_file,
    finish,
    is_encoded,
    open_sound,
    open_stream,
)
from road_codec.codecs.base import Stream
from road_codec.codecs.classic.codec import ClassicCodec
from road_codec.codecs.classic.development import DevelopmentReader
from road_codec.codecs.classic.reader import ClassicReader
from road_codec.containers.riff import read_chunk_head, read_wave_head

STEREO_8 = MemorySource(noise(2, 2500, peak=100) + 128, 8000, SampleType.U8)
FILES = (
    encoded(STEREO_8, variant="a", strict=True),
    encoded(MemorySource(noise(1, 2500), tags={"title": "a title"})),
    encoded(MemorySource(noise(3, 100)), variant="a", smallest_range=4),
    encoded(MemorySource(noise(1, 2500), cover=Cover("image/png", "é", b"\x89PNG"))),
    variant_c(1),
    variant_c(2, big_endian=True),
)
# What a file of some kilobytes may cost, whatever it declares.
MEMORY = 48 << 20

places = st.integers(0, 9000)
pieces = st.one_of(
    st.binary(min_size=1, max_size=12),
    st.sampled_from([b"\0" * 4, b"\xff" * 4, b"\xff\xff\xff\x7f", b"\x80" * 8, b"RIFF", b"MAP "]),
)
edits = st.lists(st.tuples(places, st.sampled_from(["put", "insert", "cut"]), pieces), max_size=4)


def edited(file: bytes, changes: list[tuple[int, str, bytes]]) -> bytes:
    for place, kind, piece in changes:
        at = place % (len(file) + 1)
        match kind:
            case "put":
                file = file[:at] + piece + file[at + len(piece) :]
            case "insert":
                file = file[:at] + piece + file[at:]
            case "cut":
                file = file[:at] + file[at + len(piece) :]
    return file


anything = st.one_of(st.binary(max_size=200), st.builds(edited, st.sampled_from(FILES), edits))


def use(stream: Stream) -> None:
    """Do with a stream all that can be done."""
    out = stream.output_format(DecodeOptions())
    n_samples = sum(audio.n_samples for audio in stream.blocks(DecodeOptions()))
    assert n_samples == out.n_samples
    assert sum(audio.n_samples for audio in stream.seed_blocks()) == stream.seed_format().n_samples
    finish(stream.describe())
    finish(stream.check())


@settings(deadline=None, max_examples=1500)
@given(anything, st.booleans())
def test_any_file_is_a_stream_or_refused(data: bytes, keep_going: bool) -> None:
    try:
        stream = opened(data, keep_going=keep_going)
    except RoadError:
        return
    for options in (
        DecodeOptions(bits="float", samples_per_range=3),
        DecodeOptions(order="coin", passes=2),
        DecodeOptions(order="shuffle", as_original=True),
    ):
        try:
            for audio in stream.blocks(options, start=100):
                assert np.isfinite(audio.samples).all()
        except RoadError:
            continue
    try:
        use(stream)
    except RoadError:
        return


@settings(deadline=None, max_examples=300)
@given(anything)
def test_any_file_is_met_by_either_reader(data: bytes) -> None:
    for reader in (ClassicReader, DevelopmentReader):
        for keep_going in (False, True):
            try:
                found = reader(io.BytesIO(data), keep_going=keep_going, limits=Limits())
                for number in range(found.n_superframes):
                    found.items(number)
            except RoadError:
                continue


@given(anything)
def test_any_bytes_have_a_wave_head_or_none(data: bytes) -> None:
    try:
        head = read_wave_head(io.BytesIO(data))
    except RoadError:
        return
    assert head.n_channels > 0
    assert head.rate_hz > 0
    assert 20 <= head.data_start <= len(data)


@given(st.binary(max_size=20), st.integers(0, 1 << 66))
def test_any_place_has_a_chunk_or_none(data: bytes, at: int) -> None:
    try:
        assert read_chunk_head(io.BytesIO(data), at).start == at + 8
    except RoadError:
        assert at + 8 > len(data)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=anything)
@example(data=FILES[0])
@example(data=FILES[3])
def test_any_file_on_the_disk_is_encoded_a_sound_or_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "any.wav"
    path.write_bytes(data)
    told = is_encoded(path)
    assert told == ClassicCodec().recognises(io.BytesIO(data))
    for task in (check, describe_file):
        try:
            finish(task(path))
        except RoadError as error:
            assert str(error).startswith(f"{path}: ")
        else:
            assert told
    try:
        with open_sound(path) as sound:
            for _ in sound.blocks():
                pass
    except RoadError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize("number", range(len(FILES)))
def test_what_a_small_file_declares_costs_no_memory(number: int) -> None:
    random = np.random.default_rng(number)
    extremes = [b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff", b"\0\0\1\0", b"\xff\xff\0\0"]
    greatest = 0
    for _ in range(150):
        data = FILES[number]
        for _ in range(random.integers(1, 3)):
            at = int(random.integers(len(data)))
            data = edited(data, [(at, "put", extremes[random.integers(4)])])
        tracemalloc.start()
        with contextlib.suppress(RoadError):
            use(opened(data, keep_going=True))
        greatest = max(greatest, tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert greatest < MEMORY


@pytest.mark.parametrize("keep_going", [False, True])
def test_a_missing_or_closed_file_is_refused(tmp_path: Path, keep_going: bool) -> None:
    with pytest.raises(RoadError), open_stream(tmp_path / "missing", keep_going=keep_going):
        pass
    assert not is_encoded(tmp_path / "missing")
    assert not is_encoded(tmp_path)
    assert not is_encoded("/dev/null")
