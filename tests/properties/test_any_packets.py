"""Arbitrary and damaged files of codecs that write packets are decoded or refused in one line."""

import functools
import io
from collections.abc import Callable

import pytest
from extrema_files import encode_extrema, open_extrema
from hypothesis import given, settings
from hypothesis import strategies as st
from making import MemorySource, noise
from tqa_files import tqa_bytes, tqa_stream
from trying import is_decoded_or_refused, use

from road_codec import RoadError
from road_codec.codecs.base import Stream
from road_codec.codecs.extrema.codec import ExtremaCodec

Opener = Callable[..., Stream]
Case = tuple[Opener, bytes]


def open_nameless(data: bytes, *, keep_going: bool = False) -> Stream:
    """Open an Extrema file whose name does not tell that it might be of the published layout."""
    return ExtremaCodec().open(io.BytesIO(data), keep_going=keep_going)


SOUND = MemorySource(noise(2, 6000))
GUARDED: dict[str, Case] = {
    "extrema": (open_nameless, encode_extrema(SOUND)[0]),
    "tqa": (tqa_stream, tqa_bytes(SOUND, block=512, bands=4)),
    "tqa as shipped": (tqa_stream, tqa_bytes(SOUND, mode="as-shipped", block=64)),
    "tqa signed": (tqa_stream, tqa_bytes(SOUND, sign_layer=True, entropy=False)),
}
"""Files whose every byte is under a checksum."""

BARE: Case = (open_extrema, encode_extrema(MemorySource(noise(1, 4000)), layout="published")[0])
CASES = [*GUARDED.values(), BARE]
guarded = pytest.mark.parametrize("case", GUARDED.values(), ids=GUARDED)


@settings(deadline=None, max_examples=600)
@given(
    st.sampled_from(CASES),
    st.lists(st.tuples(st.integers(0, 9000), st.binary(min_size=1, max_size=4)), max_size=3),
    st.integers(0, 9000),
    st.booleans(),
)
def test_a_damaged_file_is_decoded_or_refused(
    case: Case, changes: list[tuple[int, bytes]], cut: int, keep_going: bool
) -> None:
    opener, file = case
    data = bytearray(file)
    for place, piece in changes:
        at = place % len(data)
        data[at : at + len(piece)] = piece
    whole = bytes(data[: max(0, len(data) - cut % 4096)])
    is_decoded_or_refused(functools.partial(opener, whole, keep_going=keep_going))


@guarded
def test_every_cut_is_refused_unless_asked_to_keep_going(case: Case) -> None:
    opener, file = case
    for size in [*range(0, 60), *range(60, len(file), 997)]:
        with pytest.raises(RoadError):
            use(opener(file[:size], keep_going=False))
        is_decoded_or_refused(functools.partial(opener, file[:size], keep_going=True))


@guarded
def test_every_changed_bit_is_noticed(case: Case) -> None:
    opener, file = case
    data = bytearray(file)
    for at in range(0, len(data), 131):
        data[at] ^= 16
        with pytest.raises(RoadError):
            use(opener(bytes(data), keep_going=False))
        data[at] ^= 16
