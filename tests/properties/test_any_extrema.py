"""Arbitrary records and payloads of Extrema are decoded or refused in one line."""

import functools
import io

from extrema_files import open_extrema
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import is_decoded_or_refused

from road_codec import SampleType, SoundFormat
from road_codec.codecs.extrema.names import KIND, VERSION
from road_codec.codecs.extrema.stream import head_as_bytes
from road_codec.containers.packets import PacketWriter


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=300), st.booleans())
def test_any_records_are_decoded_or_refused(data: bytes, keep_going: bool) -> None:
    is_decoded_or_refused(functools.partial(open_extrema, data, keep_going=keep_going))


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
    is_decoded_or_refused(functools.partial(open_extrema, target.getvalue()))
