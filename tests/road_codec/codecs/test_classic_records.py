"""Items become bytes and the same items again; bytes that are none are refused."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from road_codec import FormatError, Limits, RoadError, SampleType
from road_codec.audio.channels import Mixing
from road_codec.bitstream.tags import GREATEST_TAG
from road_codec.codecs.classic.layout import Layout, parse_road_payload
from road_codec.codecs.classic.original import (
    GREATEST_SIZE,
    Original,
    fitting_tags,
    parse_original,
)
from road_codec.codecs.classic.records import greatest_record, pack, unpack
from road_codec.fractal.items import Items

STORED = [SampleType.U8, SampleType.S16, SampleType.S32]

layouts = st.builds(
    lambda variant, kind, n_channels, superframe, unit, mixing: Layout(
        variant, kind, n_channels, superframe, 2048 // unit, unit, mixing, 8000 // unit
    ),
    st.sampled_from(["a", "b"]),
    st.sampled_from(STORED),
    st.integers(1, 8),
    st.integers(1, 3),
    st.sampled_from([4, 8, 16, 32]),
    st.sampled_from(list(Mixing)),
)


def random_items(layout: Layout, seed: int) -> Items:
    """Return items that cover all frames of a superframe, of any kind that can be stored."""
    random = np.random.default_rng(seed)
    rows: list[tuple[int, ...]] = []
    for frame in range(layout.n_rows):
        open_blocks = [(0, 2048)]
        while open_blocks:
            start, length = open_blocks.pop()
            may_map = length <= 8 * layout.smallest_range
            if length > layout.smallest_range and random.random() < (0.4 if may_map else 0.8):
                open_blocks += [(start + length // 2, length // 2), (start, length // 2)]
                continue
            mapped = may_map and random.random() < 0.7
            domain = int(random.integers(0, min(2047, 2048 - 2 * length) + 1)) if mapped else 0
            scale = int(random.integers(-255, 256)) if mapped else 0
            backwards = mapped and random.random() < 0.5
            rows.append((frame, start, length, mapped, domain, backwards, scale))
    frames, starts, lengths, maps, domains, backward, scales = np.array(rows).T
    means = random.integers(*_bounds(layout, frames), endpoint=True).astype(float)
    return Items(
        *(frames, starts, lengths, maps.astype(bool), means),
        *(domains, backward.astype(bool), scales),
    )


def _bounds(layout: Layout, frames: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    kind = layout.sample_type
    low, high = np.full(len(frames), kind.low), np.full(len(frames), kind.high)
    if kind is SampleType.U8 and layout.difference_channel is not None:
        difference = frames // layout.superframe == layout.difference_channel
        low[difference], high[difference] = -128, 127
    return low, high


@settings(deadline=None)
@given(layouts, st.integers(0, 1 << 32))
def test_packed_items_are_unpacked_to_the_same(layout: Layout, seed: int) -> None:
    items = random_items(layout, seed)
    packet = pack(items, layout)

    assert len(packet.seed) == layout.seed_len * layout.sample_bytes
    assert len(packet.record) <= greatest_record(layout)
    found = unpack(packet.record, packet.seed, layout, signed_differences=True)
    for field in dataclasses.fields(Items):
        assert np.array_equal(getattr(found, field.name), getattr(items, field.name)), field.name
    assert pack(found, layout) == packet


@settings(deadline=None)
@given(layouts, st.integers(0, 1 << 32), st.data())
def test_a_record_of_another_length_is_refused(
    layout: Layout, seed: int, data: st.DataObject
) -> None:
    packet = pack(random_items(layout, seed), layout)
    shorter = packet.record[: data.draw(st.integers(0, len(packet.record) - 1))]
    for record in (shorter, packet.record + b"\0"):
        with pytest.raises(FormatError):
            unpack(record, packet.seed, layout, signed_differences=True)


@settings(deadline=None)
@given(layouts, st.binary(max_size=600), st.integers(0, 255))
def test_any_record_gives_items_that_fit_or_is_refused(
    layout: Layout, record: bytes, fill: int
) -> None:
    seed = bytes([fill]) * (layout.seed_len * layout.sample_bytes)
    try:
        items = unpack(record, seed, layout, signed_differences=False)
    except FormatError:
        return
    assert items.length.sum() == layout.n_rows * layout.frame_len
    assert (items.start + items.length <= layout.frame_len).all()
    mapped = items.take(items.mapped)
    assert (mapped.domain + 2 * mapped.length <= layout.frame_len).all()


@given(st.binary(min_size=32, max_size=32), st.sampled_from("ab"), st.integers(0, 0xFFFF))
def test_any_payload_of_the_road_chunk_gives_a_layout_or_is_refused(
    payload: bytes, variant: str, bits: int
) -> None:
    try:
        layout = parse_road_payload(payload, variant, bits, 8000, Limits())
    except RoadError:
        return
    assert layout.road_payload() == payload


@settings(deadline=None)
@given(layouts)
def test_a_layout_is_read_as_it_was_written(layout: Layout) -> None:
    payload = layout.road_payload()
    bits = layout.sample_type.bits

    found = parse_road_payload(payload, layout.variant, bits, layout.seed_rate_hz, Limits())

    assert found == layout


originals = st.builds(
    Original,
    st.integers(0, (1 << 64) - 1),
    st.integers(1, (1 << 32) - 1),
    st.sampled_from(list(SampleType)),
    st.integers(0, 255),
    st.dictionaries(st.text(max_size=20), st.text(max_size=50), max_size=5),
)


@given(originals)
def test_an_orig_chunk_is_read_as_it_was_written(original: Original) -> None:
    if any(0xD800 <= ord(char) <= 0xDFFF for text in original.tags for char in text):
        return
    assert parse_original(original.as_bytes(), 0) == original


@given(st.binary(max_size=200))
def test_any_orig_chunk_gives_facts_or_is_refused(payload: bytes) -> None:
    with pytest.raises(RoadError):
        parse_original(payload, 0)


@given(originals, st.binary(min_size=1, max_size=20))
def test_an_orig_chunk_with_bytes_behind_is_refused(original: Original, more: bytes) -> None:
    with pytest.raises(FormatError, match="its CRC does not match"):
        parse_original(original.as_bytes() + more, 0)


def test_tags_that_are_no_text_are_kept_as_far_as_they_are() -> None:
    written = Original(1, 8000, SampleType.S16, 0, {"title": "a\ud800b"})
    assert parse_original(written.as_bytes(), 0).tags == {"title": "a?b"}


@pytest.mark.parametrize(
    "tags",
    [
        {"comment": "x" * (GREATEST_TAG + 1)},
        {str(number): "x" * GREATEST_TAG for number in range(100)},
        {str(number): "" for number in range(70000)},
    ],
    ids=["one too long", "too long together", "too many"],
)
def test_tags_without_room_are_left_out(tags: dict[str, str]) -> None:
    kept = fitting_tags(tags | {"title": "the last"})
    payload = Original(1, 8000, SampleType.S16, 0, kept).as_bytes()

    assert len(payload) <= GREATEST_SIZE
    assert 0 < len(kept) <= 65535
    assert parse_original(payload, 0).tags == kept
