"""Files of packets: there and back, the documented bytes, and every kind of damage."""

import contextlib
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from damaging import flipped
from hypothesis import given, settings
from hypothesis import strategies as st

import road_codec.containers
from road_codec import FormatError, LimitError, Limits, RoadError, SampleType, SoundFormat
from road_codec.audio.cover import Cover
from road_codec.containers.packets import MOST_VALUES, PacketReader, PacketWriter, has_magic
from road_codec.errors import UnsupportedError

SOUND = SoundFormat(8000, 1, SampleType.S16, None, {"title": "a"})
COVERED = replace(SOUND, cover=Cover("image/png", "b", b"\x89P"))
PACKETS = ((b"\xab\xcd\xef", 5), (b"", 1), (bytes(300), 4096))


def written(
    packets: tuple[tuple[bytes, int], ...] = PACKETS, sound: SoundFormat = SOUND, version: int = 1
) -> bytes:
    file = io.BytesIO()
    writer = PacketWriter(file, b"TEST", version, sound, b"\1\2")
    for payload, n_samples in packets:
        writer.add(payload, n_samples)
    writer.finish()
    return file.getvalue()


def read(data: bytes, **options: object) -> PacketReader:
    return PacketReader(io.BytesIO(data), b"TEST", newest=1, **options)  # type: ignore[arg-type]


def documented(name: str) -> bytes:
    """Return the bytes of a block of FORMAT.md."""
    text = Path(road_codec.containers.__file__).with_name("FORMAT.md").read_text("utf-8")
    match = re.search(rf"^```hex {name}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert match
    lines = re.findall(r"^[0-9A-F]{8}  (.*?) *\|", match[1], re.MULTILINE)
    return bytes.fromhex("".join(lines))


def test_what_was_written_is_read() -> None:
    reader = read(written())
    assert reader.sound == SoundFormat(8000, 1, SampleType.S16, 4102, {"title": "a"})
    assert (reader.version, reader.head, list(reader.starts)) == (1, b"\1\2", [0, 5, 6, 4102])
    assert [(reader.packet(n), reader.n_samples(n)) for n in range(3)] == list(PACKETS)
    assert reader.notices == ()


def test_a_sound_without_samples_is_a_file_without_packets() -> None:
    reader = read(written(()))
    assert (reader.n_packets, reader.sound.n_samples) == (0, 0)


def test_the_documented_bytes_are_those_that_are_written() -> None:
    assert documented("packets") == written(PACKETS[:1])


def test_the_documented_cover_stands_behind_the_head() -> None:
    plain, covered = written(PACKETS[:1]), written(PACKETS[:1], COVERED)
    section = documented("cover")
    at = plain.index(b"\x03\0\0\0\x05\0\0\0\xab")

    assert covered[at : at + len(section)] == section
    assert covered[at + len(section) :] == plain[at:]
    assert (plain[10], covered[10]) == (0x01, 0x81)
    assert covered[: at - 4] == plain[:10] + b"\x81" + plain[11 : at - 4]


def test_a_cover_is_read_and_changes_nothing_else() -> None:
    reader = read(written(sound=COVERED))
    assert reader.sound == replace(COVERED, n_samples=4102)
    assert _all_packets(reader) == [payload for payload, _ in PACKETS]


def test_every_flipped_bit_of_a_cover_is_noticed_or_left_out() -> None:
    data = written(PACKETS[:1], COVERED)
    start = len(data) - len(written(PACKETS[:1], SOUND))
    first = data.index(documented("cover"))
    for bit in range(8 * first, 8 * (first + start)):
        with pytest.raises(FormatError):
            read(flipped(data, bit))
    # Behind the four bytes of the size, damage costs nothing but the picture.
    for bit in range(8 * (first + 4), 8 * (first + start)):
        reader = read(flipped(data, bit), keep_going=True)
        assert reader.sound.cover is None
        assert [line[:24] for line in reader.notices] == ["the cover is left out: co"[:24]]
        assert _all_packets(reader) == [PACKETS[0][0]]


def test_a_cover_that_declares_too_much_is_refused() -> None:
    data = bytearray(written(PACKETS[:1], COVERED))
    at = data.index(documented("cover"))
    for size in (b"\xff\xff\xff\xff", b"\x01\0\0\x01", b"\xff\0\0\0"):
        data[at : at + 4] = size
        with pytest.raises(FormatError, match="cover at byte"):
            read(bytes(data), keep_going=True)


def test_every_flipped_bit_is_noticed() -> None:
    data = written(PACKETS[:2])
    for bit in range(8 * len(data)):
        with pytest.raises(RoadError):
            _all_packets(read(flipped(data, bit)))


@pytest.mark.parametrize("size", range(len(written())))
def test_every_cut_is_noticed_and_what_is_whole_is_found(size: int) -> None:
    data = written()[:size]
    with pytest.raises(FormatError):
        read(data)
    try:
        reader = read(data, keep_going=True)
    except FormatError:
        assert size < read(written())._positions[0]
    else:
        assert reader.notices[0].startswith("damaged: ")
        assert _all_packets(reader) == [payload for payload, _ in PACKETS[: reader.n_packets]]


def test_a_damaged_packet_is_left_out_where_that_is_asked_for() -> None:
    data = written()
    at = data.index(b"\xab\xcd\xef")
    reader = read(flipped(data, 8 * at), keep_going=True)
    assert [reader.is_whole(number) for number in range(3)] == [False, True, True]
    assert "packet 0 at byte" in reader.notices[0]
    assert reader.sound.n_samples == 4102


def test_bytes_behind_the_end_are_noticed() -> None:
    with pytest.raises(FormatError, match="the last bytes are"):
        read(written() + b"more")


def test_a_later_version_is_refused_by_its_number() -> None:
    with pytest.raises(UnsupportedError, match="version 2 of the format"):
        read(written(version=2))


def test_another_kind_is_not_recognised() -> None:
    file = io.BytesIO(written())
    assert has_magic(file, b"TEST")
    assert not has_magic(file, b"ELSE")
    with pytest.raises(FormatError, match="not those of a ELSE file"):
        PacketReader(file, b"ELSE", newest=1)


def test_sizes_beyond_the_limits_are_refused() -> None:
    with pytest.raises(LimitError, match="seconds"):
        read(written(), limits=Limits(seconds=-1))
    with pytest.raises(LimitError, match="channels"):
        read(written(), limits=Limits(channels=0))
    with pytest.raises(LimitError, match="packets"):
        read(written(), limits=Limits(superframes=2))
    with pytest.raises(FormatError, match="are allowed"):
        read(written(((b"", MOST_VALUES + 1),)))
    with pytest.raises(FormatError, match="are allowed"):
        read(written(((b"", 0),)))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_change_gives_a_value_or_an_error(data: st.DataObject) -> None:
    file = bytearray(written())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(file) - 1))
        file[at : at + 4] = data.draw(st.binary(max_size=8))
    for keep_going in (False, True):
        with contextlib.suppress(RoadError):
            _all_packets(read(bytes(file), keep_going=keep_going))


def _all_packets(reader: PacketReader) -> list[bytes]:
    whole = filter(reader.is_whole, range(reader.n_packets))
    return [reader.packet(number) for number in whole]
