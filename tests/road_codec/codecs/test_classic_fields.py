"""Every field of a ROAD classic file is held to its bounds, and refused by name beyond them."""

import io
import struct
import tracemalloc

import numpy as np
import pytest
from damaging import anatomy, chunk, insert, put, size_at, with_field
from making import MemorySource, decoded, encoded, noise, opened, variant_c

from road_codec import (
    DecodeOptions,
    FormatError,
    LimitError,
    Limits,
    ParameterError,
    RoadError,
    SampleType,
    UnsupportedError,
)
from road_codec.bitstream.crc import crc16_modbus, crc32
from road_codec.codecs.classic.codec import ClassicCodec

MAX = 0xFFFFFFFF
B = encoded(MemorySource(noise(2, 2500), tags={"title": "a title"}))
A = encoded(MemorySource(noise(2, 2500)), variant="a", strict=True)
C = variant_c()
MEMORY = 1 << 24


def refused(data: bytes, kind: type[RoadError], words: str, *, keep_going: bool = False) -> None:
    with pytest.raises(kind, match=words):
        decoded(opened(data, keep_going=keep_going))


@pytest.mark.parametrize(
    ("field", "value", "kind", "words"),
    [
        ("format", 1, UnsupportedError, "format 1, only 0"),
        ("format", MAX, UnsupportedError, "format 4294967295, only 0"),
        ("superframe", 0, FormatError, "frames per superframe: 0, must be 1 to 256"),
        ("superframe", 257, FormatError, "frames per superframe: 257, must be 1 to 256"),
        ("superframe", MAX, FormatError, "frames per superframe: 4294967295"),
        ("n_units", 0, FormatError, "units per frame: 0, must be 1 to 4096"),
        ("n_units", 4097, FormatError, "units per frame: 4097, must be 1 to 4096"),
        ("n_units", 129, FormatError, "frame length: 4128, must be 1 to 4096"),
        ("n_units", MAX, FormatError, "units per frame: 4294967295"),
        ("unit", 0, FormatError, "smallest range: 0, must be 1 to 1024"),
        ("unit", 33, FormatError, "smallest range: 33, must be a power of two"),
        ("unit", 2048, FormatError, "smallest range: 2048, must be 1 to 1024"),
        ("unit", MAX, FormatError, "smallest range: 4294967295"),
        ("channels", 0, FormatError, "channels: 0, must be 1 to 65535"),
        ("channels", 65, LimitError, "channels: 65 declared, at most 64"),
        ("channels", 65536, FormatError, "channels: 65536, must be 1 to 65535"),
        ("channels", MAX, FormatError, "channels: 4294967295"),
        ("mixing", 3, FormatError, "mixing: 3, must be 0 to 2"),
        ("mixing", MAX, FormatError, "mixing: 4294967295"),
        ("encryption", 1, UnsupportedError, "encryption code 1"),
        ("encryption", MAX, UnsupportedError, "encryption code 4294967295"),
    ],
)
@pytest.mark.parametrize("file", [A, B], ids=["A", "B"])
def test_fields_of_the_road_chunk_are_refused_by_name(
    file: bytes, field: str, value: int, kind: type[RoadError], words: str
) -> None:
    refused(with_field(file, field, value), kind, words)


@pytest.mark.parametrize("field", ["superframe", "n_units", "unit", "channels", "mixing"])
@pytest.mark.parametrize("value", [1, 2, 3, 4, 8, 16, 64, 128, 256, 1024, 4096])
@pytest.mark.parametrize("file", [A, B], ids=["A", "B"])
def test_possible_values_that_are_not_the_files_own_are_survived(
    file: bytes, field: str, value: int
) -> None:
    try:
        stream = opened(with_field(file, field, value))
        samples = decoded(stream)
    except RoadError:
        return
    assert samples.shape == (stream.info.format.n_channels, stream.info.format.n_samples)


@pytest.mark.parametrize("value", [0, 1, 2, 77, MAX])
def test_the_domain_shift_has_no_effect(value: int) -> None:
    assert np.array_equal(decoded(opened(with_field(B, "shift", value))), decoded(opened(B)))


@pytest.mark.parametrize(
    ("at", "code", "value", "kind", "words"),
    [
        (20, "H", 0, FormatError, "format tag 0, must be 1"),
        (20, "H", 3, FormatError, "format tag 3, must be 1"),
        (20, "H", 0xFFFE, FormatError, "format tag 65534, must be 1"),
        (22, "H", 0, FormatError, "channels: 0, must be 1 or more"),
        (24, "I", 0, FormatError, "rate: 0 Hz"),
        (34, "H", 0, UnsupportedError, "seed of 0 bits"),
        (34, "H", 1, UnsupportedError, "seed of 1 bits"),
        (34, "H", 24, UnsupportedError, "seed of 24 bits"),
        (34, "H", 0xFFFF, UnsupportedError, "seed of 65535 bits"),
        (16, "I", 0, FormatError, "fmt chunk at byte 20"),
        (16, "I", 15, FormatError, "bits needs 2 bytes"),
        (16, "I", MAX, FormatError, "4294967316"),
    ],
)
def test_fields_of_the_wave_head_are_refused_by_name(
    at: int, code: str, value: int, kind: type[RoadError], words: str
) -> None:
    refused(put(A, at, code, value), kind, words)


def test_a_rate_beyond_all_sense_is_refused() -> None:
    refused(put(A, 24, "I", MAX), LimitError, "rate in Hz: 137438953440 declared")


@pytest.mark.parametrize("size", [0, 1, 0x7FFFFFFF, MAX])
def test_the_riff_size_does_not_matter(size: int) -> None:
    assert np.array_equal(decoded(opened(put(B, 4, "I", size))), decoded(opened(B)))


@pytest.mark.parametrize("size", [1, 2, 43, 0x7FFFFFFF, MAX - 44, MAX])
def test_a_data_size_that_does_not_lead_to_road_is_refused(size: int) -> None:
    # 1 to 43 bytes lead into the seed, from where a search for variant A finds the chunk.
    data = put(B, 40, "I", size)
    if size < 44:
        assert opened(data).info.variant == "A"
    else:
        refused(data, FormatError, r"no ROAD chunk behind the sound \(byte \d+\)")


def test_a_data_size_of_a_superframe_less_is_variant_a_with_its_fault() -> None:
    data = put(A, 40, "I", size_at(A, 36) - 128)
    assert np.array_equal(decoded(opened(data)), decoded(opened(A)))


@pytest.mark.parametrize("at", ["data", "fmt "])
def test_unknown_chunks_before_the_sound_are_passed_over(at: str) -> None:
    place = B.index(at.encode())
    for payload in (b"", b"12", bytes(1000)):
        data = insert(B, place, chunk(b"LIST", payload))
        assert np.array_equal(decoded(opened(data)), decoded(opened(B)))
    # An odd size is followed by a byte that fills up.
    data = insert(B, place, chunk(b"junk", b"123") + b"\0")
    assert np.array_equal(decoded(opened(data)), decoded(opened(B)))


def test_an_odd_chunk_that_is_not_filled_up_is_refused() -> None:
    refused(insert(B, 36, chunk(b"junk", b"123")), FormatError, ".")


@pytest.mark.parametrize("size", [MAX, MAX - 1, 0x7FFFFFFF])
def test_a_chunk_before_the_sound_that_ends_behind_the_file_is_refused(size: int) -> None:
    data = insert(B, 36, b"junk" + struct.pack("<I", size))
    refused(data, FormatError, r"chunk head at byte \d+")


def test_doubled_chunks_are_refused() -> None:
    parts = anatomy(B)
    refused(insert(B, 36, B[12:36]), FormatError, "byte 36: a second fmt chunk")
    road, table, find = (B[parts.road : parts.table], B[parts.table : parts.find], parts.find)
    refused(insert(B, parts.road, road), FormatError, "no MAP chunk where one must be")
    refused(insert(B, parts.table, table), FormatError, "no FIND chunk where one must be")
    refused(insert(B, find, B[find : parts.orig]), FormatError, "a second FIND chunk")
    for name in (b"fmt ", b"data", b"ROAD", b"MAP "):
        refused(B + chunk(name), FormatError, f"byte {len(B)}: a second {name.decode().strip()} ch")
    refused(B + B[parts.orig :], FormatError, f"byte {len(B)}: a second orig chunk")


def test_chunks_in_another_order_are_refused() -> None:
    parts = anatomy(B)
    head, table = B[: parts.table], B[parts.table : parts.find]
    find = B[parts.find : parts.orig]
    refused(head + find + table, FormatError, "no MAP chunk where one must be")
    refused(B[:12] + B[36 : parts.road] + B[12:36], FormatError, "before the fmt chunk")


def test_too_many_chunks_are_refused() -> None:
    empty = chunk(b"none")
    few = insert(B, 36, empty * 1000)
    assert np.array_equal(decoded(opened(few)), decoded(opened(B)))
    refused(insert(B, 36, empty * 65536), LimitError, "more than 65536 chunks before the sound")
    for keep_going in (False, True):
        words = "chunks behind FIND: 65537 declared"
        refused(B + empty * 65538, LimitError, words, keep_going=keep_going)


def test_unknown_chunks_behind_are_noted_without_end() -> None:
    stream = opened(B + chunk(b"none", b"odd") * 1000)

    assert np.array_equal(decoded(stream), decoded(opened(B)))
    assert len(stream.info.notices) == 4
    assert stream.info.notices[-1] == "997 more unknown chunks are ignored"


@pytest.mark.parametrize("piece", [b"x", b"1234567", chunk(b"LIST")[:7]])
def test_bytes_behind_that_are_no_chunk_are_refused(piece: bytes) -> None:
    refused(B + piece, FormatError, f"byte {len(B)}")


@pytest.mark.parametrize("name", ["road", "table", "find", "orig"])
@pytest.mark.parametrize("size", [0, 1, 7, 9, 31, 33, 0x7FFFFFFF, MAX])
def test_sizes_of_our_chunks_must_be_right(name: str, size: int) -> None:
    refused(put(B, getattr(anatomy(B), name) + 4, "I", size), FormatError, ".")


@pytest.mark.parametrize("value", [-1, -(1 << 63), 1 << 62, (1 << 63) - 1])
@pytest.mark.parametrize("number", [0, 1])
@pytest.mark.parametrize("file", [A, B, C], ids=["A", "B", "C"])
def test_offsets_outside_the_records_are_refused(file: bytes, number: int, value: int) -> None:
    table = file.index(b"MAP ") + 8
    refused(put(file, table + 8 * number, "q", value), FormatError, "lies at bytes")


@pytest.mark.parametrize("file", [A, B, C], ids=["A", "B", "C"])
def test_overlapping_records_are_refused(file: bytes) -> None:
    table = file.index(b"MAP ") + 8
    second = struct.unpack("<q", file[table + 8 : table + 16])[0]
    swapped = put(put(file, table, "q", second), table + 8, "q", 0)
    refused(swapped, FormatError, "superframe 0 lies at bytes")
    refused(put(file, table, "q", second), FormatError, "superframe 0")
    refused(put(file, table + 8, "q", second - 1), FormatError, "superframe 0")


def test_a_record_of_impossible_length_is_refused_before_it_is_read() -> None:
    parts = anatomy(B)
    payload = bytes(1 << 20)
    grown = B[: parts.orig] + payload
    grown = put(grown, parts.find + 4, "I", size_at(B, parts.find) + len(payload))
    refused(grown, FormatError, "bytes, at most 640 are possible")


@pytest.mark.parametrize("size", [8, 8 * 1000, 8 * 100_000])
def test_more_superframes_than_the_seed_has_are_refused(size: int) -> None:
    parts = anatomy(B)
    data = insert(B, parts.find, bytes(size))
    data = put(data, parts.table + 4, "I", size_at(B, parts.table) + size)
    refused(data, FormatError, rf"seed at byte 44: {2 + size // 8} superframes need")


def test_a_superframe_of_too_many_units_is_refused_before_anything_is_made() -> None:
    data = with_field(with_field(with_field(B, "superframe", 256), "n_units", 4096), "unit", 1)
    data = with_field(data, "channels", 64)
    tracemalloc.start()
    refused(data, LimitError, "smallest ranges per superframe: 67108864 declared")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MEMORY


def test_a_frame_of_many_units_is_not_over_clocked_without_bound() -> None:
    payload = struct.pack("<8I", 0, 1, 4096, 1, 1, 64, 0, 0)
    record = bytes([0x8C]) * 64 + bytes(2 * 63)
    chunks = chunk(b"ROAD", payload) + chunk(b"MAP ", bytes(8)) + chunk(b"FIND", record)
    stream = opened(put(put(B[:44], 40, "I", 8192), 24, "I", 1) + bytes(8192) + chunks)

    assert stream.samples_per_range_choices(400_000)[-1] == 128
    assert stream.output_format(DecodeOptions(samples_per_range=128)).rate_hz == 128
    with pytest.raises(ParameterError, match=r"129 samples per range: .* from 1 to 128"):
        stream.output_format(DecodeOptions(samples_per_range=129))


def test_a_sound_of_too_many_hours_is_refused() -> None:
    # Two superframes of 64 seconds, of which nearly one may be padding.
    slow = io.BytesIO(put(A, 24, "I", 1))
    assert ClassicCodec().open(slow, limits=Limits(seconds=64)).info.format.seconds == 128
    with pytest.raises(LimitError, match="seconds of sound: 64 declared, at most 63"):
        ClassicCodec().open(slow, limits=Limits(seconds=63))


@pytest.mark.parametrize("file", [A, B, C], ids=["A", "B", "C"])
@pytest.mark.parametrize("keep_going", [False, True])
def test_more_superframes_than_are_accepted_are_refused(file: bytes, keep_going: bool) -> None:
    codec = ClassicCodec()
    codec.open(io.BytesIO(file), limits=Limits(superframes=2))
    # With keep_going a file is mended as far as it is damaged, but no limit is lifted.
    damaged = put(file, file.index(b"FIND"), "I", 0) if keep_going else file
    with pytest.raises(LimitError, match="superframes: 2 declared, at most 1"):
        codec.open(io.BytesIO(damaged), keep_going=keep_going, limits=Limits(superframes=1))


def test_a_sound_as_long_as_is_accepted_can_be_decoded_again() -> None:
    data = io.BytesIO(encoded(MemorySource(noise(1, 40), 32)))
    with pytest.raises(LimitError, match="seconds of sound: 1 declared, at most 0"):
        ClassicCodec().open(data, limits=Limits(seconds=0))
    assert ClassicCodec().open(data, limits=Limits(seconds=1)).info.format.n_samples == 40


def with_orig(file: bytes, **changes: int) -> bytes:
    """Return a file with other fields in its orig chunk, and the checksum that belongs to them."""
    places = {"version": (0, "H"), "kind": (2, "B"), "rate": (4, "I"), "n_samples": (8, "Q")}
    places |= {"n_tags": (16, "H"), "name_size": (18, "I")}
    at = anatomy(file).orig + 8
    for name, value in changes.items():
        offset, code = places[name]
        file = put(file, at + offset, code, value)
    return file[:-4] + struct.pack("<I", crc32(file[at:-4]))


@pytest.mark.parametrize(
    ("changes", "kind", "words"),
    [
        ({"kind": 5}, FormatError, "sample type 5"),
        ({"kind": 255}, FormatError, "sample type 255"),
        ({"rate": 0}, FormatError, "rate 0 Hz"),
        ({"rate": MAX}, LimitError, "rate in Hz: 4294967295 declared"),
        ({"n_samples": 4097}, FormatError, "4097 samples are declared, the superframes hold 4096"),
        ({"n_samples": (1 << 64) - 1}, FormatError, "18446744073709551615 samples are declared"),
        ({"n_tags": 0}, FormatError, "bytes are left behind the tags"),
        ({"n_tags": 2}, FormatError, "size of a tag's name needs 4 bytes"),
        ({"n_tags": 0xFFFF}, FormatError, "size of a tag's name needs 4 bytes"),
        ({"name_size": MAX}, FormatError, "tag name needs 4294967295 bytes"),
    ],
)
def test_fields_of_the_orig_chunk_are_refused_by_name(
    changes: dict[str, int], kind: type[RoadError], words: str
) -> None:
    refused(with_orig(B, **changes), kind, words)


@pytest.mark.parametrize("n_samples", [0, 1, 2047, 2048, 4096])
def test_the_orig_chunk_decides_on_the_length(n_samples: int) -> None:
    assert decoded(opened(with_orig(B, n_samples=n_samples))).shape == (2, n_samples)


@pytest.mark.parametrize("version", [0, 2, 0xFFFF])
def test_an_orig_chunk_of_another_version_is_ignored_and_noted(version: int) -> None:
    stream = opened(with_orig(B, version=version))

    assert stream.info.format.n_samples == 4096
    assert any(f"version {version}, only 1 is known" in line for line in stream.info.notices)


def with_info(place: int, code: str, value: int) -> bytes:
    """Return variant C with another field of ROADINFO, and the checksum that belongs to it."""
    head = C.index(b"RoAd") + 4
    data = put(C, head + 9 + place, code, value)
    return put(data, head + 28, "H", crc16_modbus(data[head : head + 28]))


@pytest.mark.parametrize(
    ("place", "code", "value", "kind", "words"),
    [
        (0, "H", 0, FormatError, "channels: 0, must be 1 to 65535"),
        (0, "H", 0xFFFF, LimitError, "channels: 65535 declared, at most 64"),
        (2, "B", 0x18, UnsupportedError, "sample code 0x18"),
        (3, "I", 0, FormatError, "rate: 0 Hz"),
        (3, "I", MAX, LimitError, "rate in Hz: 4294967295 declared"),
        (7, "B", 3, FormatError, "mixing: 3, must be 0 to 2"),
        (10, "B", 255, FormatError, "seed at byte 44"),
        (12, "B", 9, FormatError, "smallest range: 2048, must be 1 to 1024"),
        (12, "B", 255, FormatError, "smallest range: 262144, must be 1 to 1024"),
        (15, "I", 7, UnsupportedError, "encryption code 7"),
    ],
)
def test_fields_of_variant_c_are_refused_by_name(
    place: int, code: str, value: int, kind: type[RoadError], words: str
) -> None:
    refused(with_info(place, code, value), kind, words)


def test_blocks_of_variant_c_are_there_once_and_of_their_size() -> None:
    head = C.index(b"RoAd") + 4
    info = C[head : head + 30]
    refused(insert(C, head, info), FormatError, "a second ROADINFO")
    refused(C[:head] + C[head + 30 :], FormatError, "no ROADINFO block before the data")
    refused(C[:head] + info + C[head + 49 :], FormatError, f"block at byte {head + 30}")
    refused(put(C, head + 1, "Q", 1 << 60), FormatError, "21 expected")
    seek_table = b"\x81" + struct.pack("<Q", 4) + b"abcd"
    assert np.array_equal(decoded(opened(insert(C, head, seek_table))), decoded(opened(C)))
    refused(insert(C, head, (b"\x81" + bytes(8)) * 65536), LimitError, "more than 65536 blocks")
    huge = b"\x81" + struct.pack("<Q", 1 << 62)
    refused(insert(C, head, huge), FormatError, f"block at byte {head}")


def test_maps_that_make_each_other_louder_without_end_are_refused() -> None:
    samples = np.where(np.arange(2048) // 8 % 2, 30000, -30000)[np.newaxis]
    loud = encoded(MemorySource(samples + noise(1, 2048, peak=2000)), smallest_range=8)
    parts = anatomy(loud)
    # Each of the 256 smallest ranges takes what lies just before it, at full scale.
    domains = np.clip(8 * np.arange(256) - 11, 0, 2032)
    record = (domains >> 8).astype(np.uint8).tobytes() + (domains & 0xFF).astype(np.uint8).tobytes()
    wild = loud[: parts.find] + chunk(b"FIND", record + b"\xff" * 256) + loud[parts.orig :]

    assert np.isfinite(decoded(opened(wild), bits="float")).all()
    with pytest.raises(FormatError, match="superframe 0: its maps diverge"):
        decoded(opened(wild), scale_steps=128, passes=64)


def test_one_seed_sample_in_all_is_mended_without_a_neighbour() -> None:
    payload = struct.pack("<8I", 0, 1, 1, 1, 1024, 1, 2, 0)
    head = struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        *(b"RIFF", 38, b"WAVE", b"fmt ", 16, 1, 1, 8, 16, 2, 16, b"data", 2),
    )
    record = b"\x80"
    data = head + b"\x05" + chunk(b"ROAD", payload) + chunk(b"MAP ", bytes(8))
    stream = opened(data + chunk(b"FIND", record))

    assert decoded(stream).shape == (1, 1024)


@pytest.mark.parametrize("sample_type", [SampleType.U8, SampleType.S16, SampleType.S32])
def test_a_cut_file_of_variant_a_keeps_the_averages_of_its_whole_superframes(
    sample_type: SampleType,
) -> None:
    peak = 0.3 * sample_type.full_scale
    samples = noise(1, 6000, peak=int(peak)) + sample_type.middle
    whole = encoded(MemorySource(samples, 8000, sample_type), variant="a", smallest_range=4)
    cut = whole[: anatomy(whole).orig - 20]
    kept = opened(cut, keep_going=True)

    assert kept.info.format.n_samples == 4096
    assert np.array_equal(decoded(kept), decoded(opened(whole))[:, :4096])
