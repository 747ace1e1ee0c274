"""Arbitrary payloads of TQA are decoded or refused in one line."""

import functools
import io
import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import MemorySource, noise
from tqa_files import tqa_bytes, tqa_stream
from trying import is_decoded_or_refused, use

from road_codec import RoadError, SampleType, SoundFormat
from road_codec.codecs.tqa.codec import KIND, VERSION
from road_codec.codecs.tqa.head import head_of
from road_codec.codecs.tqa.params import TqaParams
from road_codec.codecs.tqa.plan import Shape
from road_codec.codecs.tqa.rotated import RotatedPackets
from road_codec.containers.packets import PacketWriter

SHAPE = Shape(256, 4, 2)
CODERS = [
    RotatedPackets(SHAPE, entropy=entropy, signed=signed, seed=1)
    for entropy in (False, True)
    for signed in (False, True)
]
PAYLOAD = CODERS[2].encode(
    noise(2, 3000) / 32768, bits=3.0, switching=True, sample_type=SampleType.S16
)


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
    is_decoded_or_refused(functools.partial(tqa_stream, file.getvalue()))


@pytest.mark.parametrize("code", [0xFFFF_FFFF, 1 << 20])
def test_a_head_that_declares_a_large_packet_allocates_nothing(code: int) -> None:
    head = tqa_bytes(MemorySource(noise(2, 6000)), block=512, bands=4)[:40]
    body = struct.pack("<II", 9, code)
    data = head + body + struct.pack("<I", zlib.crc32(body))
    with pytest.raises(RoadError):
        use(tqa_stream(data))
    is_decoded_or_refused(functools.partial(tqa_stream, data, keep_going=True))
