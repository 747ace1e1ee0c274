"""FORMAT.md of ROADoverWAVE: its bytes, its tables and the code say the same."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from road_codec import (
    DecodeOptions,
    FormatError,
    UnsupportedError,
    check,
    describe_file,
    encode,
    finish,
    open_stream,
)
from road_codec.audio.channels import Mixing
from road_codec.audio.cover import Cover
from road_codec.audio.samples import SampleType
from road_codec.codecs import classic
from road_codec.codecs.classic.layout import FRAME_LEN, Layout
from road_codec.codecs.classic.original import Original, parse_original
from road_codec.codecs.classic.params import ClassicParams
from road_codec.codecs.classic.picture import cover_chunks
from road_codec.codecs.classic.reader import ClassicReader
from road_codec.codecs.classic.records import unpack
from road_codec.fractal.items import Items
from road_codec.limits import DEFAULT_LIMITS

TEXT = Path(classic.__file__).with_name("FORMAT.md").read_text(encoding="utf-8")
HEX_BLOCK = re.compile(r"^```hex (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEX_LINE = re.compile(r"([0-9a-f]{8})  ((?:[0-9a-f]{2} ?)+) *\|( .+)?")

Row = dict[str, str]


def parse_hex(lines: str) -> tuple[int, bytes]:
    """Return the first offset and the bytes of a block, whose lines must follow each other."""
    parsed = []
    for line in lines.splitlines():
        match = HEX_LINE.fullmatch(line)
        assert match, f"no line of hex: {line!r}"
        parsed.append((int(match[1], 16), bytes.fromhex(match[2])))
    start = position = parsed[0][0]
    for offset, data in parsed:
        assert offset == position, f"offset {offset:08x}, {position:08x} expected"
        position += len(data)
    return start, b"".join(data for _, data in parsed)


BLOCKS = {match[1]: parse_hex(match[2]) for match in HEX_BLOCK.finditer(TEXT)}


def table(name: str) -> list[Row]:
    """Return the rows of the table below the line that names it."""
    match = re.search(rf"^Table `{name}`.*\n\n((?:\|.*\n)+)", TEXT, re.MULTILINE)
    assert match, f"no table {name}"
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in match[1].splitlines()
    ]
    assert len({len(row) for row in rows}) == 1, f"ragged table {name}"
    return [dict(zip(rows[0], row, strict=True)) for row in rows[2:]]


def pairs(name: str) -> Row:
    """Return a table of two columns as a dictionary."""
    first, second = table(name)[0]
    return {row[first]: row[second] for row in table(name)}


def sound_of(name: str) -> NDArray[np.int64]:
    """Compute the samples that a table of pieces stands for."""
    parts = []
    for row in table(name):
        first, last, c0, c1, c2 = (int(row[key]) for key in ("first", "last", "c0", "c1", "c2"))
        assert first == sum(map(len, parts)), f"{name}: gap before {first}"
        k = np.arange(last - first + 1)
        k = {"up": k, "down": k[::-1]}[row["k"]]
        parts.append(c0 + c1 * k + c2 * k * k)
    return np.concatenate(parts)


def encoded(samples: NDArray[np.int64], params: Row, folder: Path, **changes: Any) -> Path:
    """Encode samples of 16 bits, shape (samples,) or (samples, channels), as a table says."""
    chosen: dict[str, Any] = {
        key: int(value) if value.isdecimal() else value for key, value in params.items()
    } | changes
    rate_hz = chosen.pop("rate_hz")
    source, target = folder / "sound.wav", folder / "sound.road.wav"
    assert np.abs(samples).max() < 1 << 15
    soundfile.write(source, samples.astype(np.int16), rate_hz, subtype="PCM_16")
    finish(encode(source, target, params=ClassicParams(**chosen)))
    return target


def documented(name: str, folder: Path) -> Path:
    """Write the bytes of a block to a file."""
    target = folder / f"{name}.road.wav"
    target.write_bytes(BLOCKS[name][1])
    return target


def rows_of(items: Items, index: bytes, superframe: int | None = None) -> list[Row]:
    """Return items as the rows of a table; with channel and frame if `superframe` is given."""
    rows = []
    for n in range(len(items)):
        mapped = items.mapped[n]
        row = {
            "index": f"{index[n]:02x}",
            "start": f"{items.start[n]}",
            "length": f"{items.length[n]}",
            "kind": "map" if mapped else "silent",
            "average": f"{items.mean[n]:.0f}",
            "domain": f"{items.domain[n]}" if mapped else "",
            "direction": ("backwards" if items.reversed[n] else "forwards") if mapped else "",
            "scale code": f"{items.scale[n]}" if mapped else "",
        }
        if superframe is not None:
            channel, frame = divmod(int(items.frame[n]), superframe)
            row |= {"channel": f"{channel + 1}", "frame": f"{frame + 1}"}
        rows.append(row)
    return rows


def read_superframe(path: Path, *, as_original: bool = False) -> tuple[Items, bytes, bytes]:
    """Return items, record and seed of the first superframe of a file."""
    with path.open("rb") as file:
        reader = ClassicReader(file, keep_going=False, limits=DEFAULT_LIMITS)
        items = reader.items(0, as_original=as_original)
        return items, reader.record(0), reader.seed_bytes(0)


def test_every_block_of_the_document_is_tested() -> None:
    assert set(BLOCKS) == {
        "tiny-b",
        "tiny-a-head",
        "tiny-a-tail",
        "orig-tag",
        "cover-tag",
        "pair-record",
        "c-empty",
    }


def test_the_encoder_writes_the_documented_file(tmp_path: Path) -> None:
    target = encoded(sound_of("tiny-sound"), pairs("tiny-params"), tmp_path)

    assert target.read_bytes() == BLOCKS["tiny-b"][1]


def test_the_documented_file_is_sound(tmp_path: Path) -> None:
    assert finish(check(documented("tiny-b", tmp_path))) == ()


def test_the_header_is_read_as_documented(tmp_path: Path) -> None:
    header = finish(describe_file(documented("tiny-b", tmp_path)))["header"]
    expected = pairs("tiny-header")

    assert {key: str(header[key]) for key in expected} == expected


def test_the_items_are_read_as_documented(tmp_path: Path) -> None:
    items, record, _ = read_superframe(documented("tiny-b", tmp_path))

    assert rows_of(items, record) == table("tiny-items")


def test_the_file_decodes_to_the_documented_samples(tmp_path: Path) -> None:
    expected = table("tiny-decoded")
    columns = [key for key in expected[0] if key != "place"]
    with open_stream(documented("tiny-b", tmp_path)) as stream:
        for column in columns:
            match = re.fullmatch(r"p = (\d+), (\d+) passes", column)
            assert match
            p, passes = int(match[1]), int(match[2])
            options = DecodeOptions(samples_per_range=p, passes=passes)
            samples = np.concatenate([audio.samples[0] for audio in stream.blocks(options)])
            found = {row["place"]: str(samples[int(row["place"]) * p // 32]) for row in expected}

            assert found == {row["place"]: row[column] for row in expected}


def test_four_passes_are_the_default(tmp_path: Path) -> None:
    with open_stream(documented("tiny-b", tmp_path)) as stream:
        default, four = (
            np.concatenate([audio.samples[0] for audio in stream.blocks(options)])
            for options in (DecodeOptions(), DecodeOptions(passes=4))
        )

    assert np.array_equal(default, four)


def test_variant_a_lays_road_over_the_last_byte_of_the_seed(tmp_path: Path) -> None:
    target = encoded(sound_of("tiny-sound"), pairs("tiny-params"), tmp_path, variant="a")
    found = target.read_bytes()
    start, tail = BLOCKS["tiny-a-tail"]
    _, b = BLOCKS["tiny-b"]

    assert found[:44] == BLOCKS["tiny-a-head"][1] == b[:44]
    assert found[44:start] == b[44:start]
    assert found[start:] == tail


@pytest.mark.parametrize("reading", ["with `orig`", "without `orig`", "`as_original`"])
def test_the_lost_byte_of_variant_a_is_read_as_documented(tmp_path: Path, reading: str) -> None:
    start, tail = BLOCKS["tiny-a-tail"]
    if reading == "without `orig`":
        tail = tail[: tail.index(b"orig")]
    path = tmp_path / "tiny.road.wav"
    path.write_bytes(BLOCKS["tiny-b"][1][:start] + tail)
    items, _, _ = read_superframe(path, as_original=reading == "`as_original`")

    assert f"{items.mean[-1]:.0f}" == pairs("tiny-a-last-average")[reading]


def test_the_orig_chunk_says_what_is_documented() -> None:
    _, chunk = BLOCKS["orig-tag"]
    fields = pairs("orig-fields")
    expected = Original(
        int(fields["n_samples"]),
        int(fields["rate_hz"]),
        SampleType(fields["sample_type"]),
        int(fields["last_seed_byte"]),
        {"title": fields["title"]},
    )

    assert chunk[:8] == b"orig" + (len(chunk) - 8).to_bytes(4, "little")
    assert parse_original(chunk[8:], 8) == expected
    assert expected.as_bytes() == chunk[8:]


def test_a_cover_is_a_chunk_of_the_documented_bytes() -> None:
    cover = Cover("image/jpeg", "front", b"\xff\xd8")
    _, chunk = BLOCKS["cover-tag"]

    assert cover_chunks({"title": "title"}, cover, after_odd=False) == chunk
    odd = cover_chunks({"title": "title"}, cover, after_odd=True)
    filler = b"JUNK" + bytes([33, 0, 0, 0]) + b"\0JUNK" + bytes([24, 0, 0, 0]) + bytes(24)
    assert odd == filler + chunk


def pair_layout() -> Layout:
    params = pairs("pair-params")
    unit = int(params["smallest_range"])
    return Layout(
        variant=params["variant"],
        sample_type=SampleType.S16,
        n_channels=2,
        superframe=int(params["superframe"]),
        n_units=FRAME_LEN // unit,
        smallest_range=unit,
        mixing=Mixing(params["mixing"]),
        seed_rate_hz=int(params["rate_hz"]) // unit,
    )


def pair_seed() -> bytes:
    """Repeat the averages of channel 1 once for each unit."""
    first = [row for row in table("pair-items") if row["channel"] == "1"]
    units = [int(row["length"]) // pair_layout().smallest_range for row in first]
    return np.repeat([int(row["average"]) for row in first], units).astype("<i2").tobytes()


def test_the_encoder_writes_the_documented_record(tmp_path: Path) -> None:
    total, difference = sound_of("pair-sum"), sound_of("pair-difference")
    stereo = np.stack((total + difference, total - difference), axis=1)
    target = encoded(stereo, pairs("pair-params"), tmp_path)
    _, record, seed = read_superframe(target)

    assert record == BLOCKS["pair-record"][1]
    assert seed == pair_seed()


def test_the_record_is_read_as_documented() -> None:
    _, record = BLOCKS["pair-record"]
    layout = pair_layout()
    items = unpack(record, pair_seed(), layout, signed_differences=True)

    assert rows_of(items, record, layout.superframe) == table("pair-items")


def test_the_head_of_variant_c_is_read_as_documented(tmp_path: Path) -> None:
    facts = finish(describe_file(documented("c-empty", tmp_path)))
    expected = pairs("c-header")

    assert facts["variant"] == "C"
    assert {key: str((facts["header"] | facts)[key]) for key in expected} == expected


@pytest.mark.parametrize("place", range(0x30, 0x61))
def test_the_checksums_of_variant_c_cover_every_byte(tmp_path: Path, place: int) -> None:
    path = documented("c-empty", tmp_path)
    data = bytearray(path.read_bytes())
    data[place] ^= 0x01
    path.write_bytes(data)

    with pytest.raises((FormatError, UnsupportedError)), open_stream(path):
        pass
