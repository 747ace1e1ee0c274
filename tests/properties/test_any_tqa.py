"""Arbitrary and damaged TQA files are decoded or refused with one line."""

import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import MemorySource, noise
from tqa_files import tqa_bytes, tqa_stream

from road_codec import DecodeOptions, RoadError, SampleType, SoundFormat, finish
from road_codec.codecs.tqa.codec import KIND, VERSION
from road_codec.codecs.tqa.head import head_of
from road_codec.codecs.tqa.params import TqaParams
from road_codec.codecs.tqa.plan import Shape
from road_codec.codecs.tqa.rotated import RotatedPackets
from road_codec.containers.packets import PacketWriter

SOUND = MemorySource(noise(2, 6000))
FILES = (
    tqa_bytes(SOUND, block=512, bands=4),
    tqa_bytes(SOUND, mode="as-shipped", block=64),
    tqa_bytes(MemorySource(noise(1, 3000)), sign_layer=True, entropy=False),
)
SHAPE = Shape(256, 4, 2)
CODERS = [
    RotatedPackets(SHAPE, entropy=entropy, signed=signed, seed=1)
    for entropy in (False, True)
    for signed in (False, True)
]
PAYLOAD = CODERS[2].encode(
    noise(2, 3000) / 32768, bits=3.0, switching=True, sample_type=SampleType.S16
)


def use(data: bytes, keep_going: bool) -> None:
    stream = tqa_stream(data, keep_going=keep_going)
    n_samples = 0
    for audio in stream.blocks(DecodeOptions(bits="float")):
        assert np.isfinite(audio.samples).all()
        n_samples += audio.n_samples
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


@settings(deadline=None, max_examples=500)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.builds(lambda tail: PAYLOAD[:8] + tail, st.binary(max_size=300)),
        st.builds(
            lambda at, piece: PAYLOAD[:at] + piece + PAYLOAD[at + len(piece) :],
            st.integers(0, len(PAYLOAD)),
            st.binary(max_size=3),
        ),
    ),
    st.sampled_from([1, 255, 3000, 65536, 70000]),
    st.sampled_from(CODERS),
)
def test_any_payload_is_decoded_or_refused(
    payload: bytes, n_samples: int, coder: RotatedPackets
) -> None:
    for use_it in (coder.decode, coder.count):
        try:
            found = use_it(payload, n_samples, *(["packet"] if use_it == coder.decode else []))
        except RoadError as error:
            assert str(error).startswith("packet: ")
            continue
        if isinstance(found, np.ndarray):
            assert found.shape == (2, n_samples)
            assert np.isfinite(found).all()


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=400), st.integers(1, 5000), st.sampled_from(["rotated", "as-shipped"]))
def test_any_payload_in_a_sound_file_is_decoded_or_refused(
    payload: bytes, n_samples: int, mode: str
) -> None:
    file = io.BytesIO()
    head = head_of(TqaParams(mode=mode, block=64)).as_bytes()
    writer = PacketWriter(file, KIND, VERSION, SoundFormat(8000, 1, SampleType.S16, None), head)
    writer.add(payload, n_samples)
    writer.finish()
    tried(file.getvalue(), False)


@pytest.mark.parametrize("file", FILES)
def test_every_cut_is_refused_unless_asked_to_keep_going(file: bytes) -> None:
    for size in [*range(0, 60), *range(60, len(file), 997)]:
        with pytest.raises(RoadError):
            use(file[:size], keep_going=False)
        tried(file[:size], keep_going=True)


def test_every_changed_bit_is_noticed() -> None:
    data = bytearray(FILES[0])
    for at in range(0, len(data), 131):
        data[at] ^= 16
        with pytest.raises(RoadError):
            use(bytes(data), keep_going=False)
        data[at] ^= 16


@pytest.mark.parametrize("code", [0xFFFF_FFFF, 1 << 20])
def test_a_head_that_declares_a_large_packet_allocates_nothing(code: int) -> None:
    head = FILES[0][:40]
    body = struct.pack("<II", 9, code)
    data = head + body + struct.pack("<I", zlib.crc32(body))
    with pytest.raises(RoadError):
        use(data, keep_going=False)
    tried(data, keep_going=True)
