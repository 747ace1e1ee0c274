"""Arbitrary and damaged Extrema files are decoded or refused with one line."""

import io

import numpy as np
from extrema_files import encode_extrema, open_extrema
from hypothesis import given, settings
from hypothesis import strategies as st
from making import MemorySource, noise

from road_codec import DecodeOptions, RoadError, SampleType, SoundFormat, finish
from road_codec.codecs.extrema.names import KIND, VERSION
from road_codec.codecs.extrema.stream import head_as_bytes
from road_codec.containers.packets import PacketWriter

FILES = (
    encode_extrema(MemorySource(noise(2, 4000)))[0],
    encode_extrema(MemorySource(noise(1, 4000)), layout="published")[0],
)


def use(data: bytes, keep_going: bool) -> None:
    stream = open_extrema(data, keep_going=keep_going)
    n_samples = 0
    for audio in stream.blocks(DecodeOptions(bits="float")):
        assert np.isfinite(audio.samples).all()
        n_samples += audio.n_samples
        if n_samples > 10**6:
            return
    assert n_samples == stream.info.format.n_samples
    finish(stream.describe())
    finish(stream.check())


def tried(data: bytes, keep_going: bool) -> None:
    try:
        use(data, keep_going)
    except RoadError as error:
        assert "\n" not in str(error)


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.integers(0, 9000), st.binary(min_size=1, max_size=4)), max_size=3),
    st.integers(0, 9000),
    st.booleans(),
)
def test_a_damaged_file_is_decoded_or_refused(
    file: bytes, changes: list[tuple[int, bytes]], cut: int, keep_going: bool
) -> None:
    data = bytearray(file)
    for place, piece in changes:
        at = place % len(data)
        data[at : at + len(piece)] = piece
    tried(bytes(data[: max(0, len(data) - cut % 4096)]), keep_going)


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=300), st.booleans())
def test_any_records_are_decoded_or_refused(data: bytes, keep_going: bool) -> None:
    tried(data, keep_going)


@settings(deadline=None, max_examples=300)
@given(
    st.binary(max_size=300),
    st.integers(1, 3),
    st.integers(1, 5000),
    st.integers(0, (1 << 32) - 1),
)
def test_any_payload_is_decoded_or_refused(
    payload: bytes, n_channels: int, n_samples: int, step: int
) -> None:
    target = io.BytesIO()
    sound = SoundFormat(8000, n_channels, SampleType.S16, None)
    writer = PacketWriter(target, KIND, VERSION, sound, head_as_bytes(step))
    writer.add(payload, n_samples)
    writer.finish()
    tried(target.getvalue(), False)
