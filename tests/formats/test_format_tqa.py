"""FORMAT.md of TQA: its bytes, its tables and the code say the same."""

import hashlib
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from making import MemorySource, decoded
from tqa_files import tqa_bytes, tqa_stream

from road_codec import finish
from road_codec.codecs import tqa
from road_codec.codecs.tqa.shipped import codebook
from road_codec.codecs.tqa.tables import read_json
from road_codec.splitmix import random_numbers

FOLDER = Path(tqa.__file__).parent
TEXT = (FOLDER / "FORMAT.md").read_text(encoding="utf-8")
PARAMS: dict[str, dict[str, Any]] = {
    "rotated": {"bits": 8.0, "bands": 4},
    "signed": {"bits": 8.0, "bands": 1, "entropy": False, "sign_layer": True},
    "shipped": {"mode": "as-shipped"},
}


def document(name: str) -> bytes:
    block = re.search(rf"^```hex {name}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert block, f"no block {name}"
    data = b""
    for line in block[1].splitlines():
        assert int(line[:8], 16) == len(data)
        data += bytes.fromhex(line[10:])
    return data


def table(name: str) -> list[list[str]]:
    """Return the rows of the table below the line that names it, its head the first."""
    match = re.search(rf"^Table `{name}`.*\n\n((?:\|.*\n)+)", TEXT, re.MULTILINE)
    assert match, f"no table {name}"
    rows = [[c.strip() for c in row.strip("|").split("|")] for row in match[1].splitlines()]
    return [rows[0], *rows[2:]]


def across(name: str) -> dict[int, int]:
    places, samples = table(name)
    return {int(p): int(s) for p, s in zip(places[1:], samples[1:], strict=True)}


def sound() -> np.ndarray:
    samples = np.zeros((1, 64), np.int16)
    for place, sample in across("sound").items():
        samples[0, place] = sample
    return samples


def test_every_block_of_the_document_is_tested() -> None:
    assert set(re.findall(r"^```hex (\S+)$", TEXT, re.MULTILINE)) == set(PARAMS)


@pytest.mark.parametrize("name", PARAMS)
def test_the_encoder_writes_the_documented_file(name: str) -> None:
    assert tqa_bytes(MemorySource(sound()), block=64, **PARAMS[name]) == document(name)


@pytest.mark.parametrize("name", PARAMS)
def test_the_file_decodes_to_the_documented_samples(name: str) -> None:
    found = decoded(tqa_stream(document(name)))[0]
    expected = across(f"{name}-decoded")
    assert {place: int(found[place]) for place in expected} == expected


def side_of(bits: str, base: int) -> tuple[list[int], int]:
    """Read the sigma codes of the only block of the first example; return where indices begin."""
    assert bits[:4] == "0010"
    at, codes = 4, []
    for _ in range(4):
        ones = bits.index("0", at) - at
        number = 8 * ones + int(bits[at + ones + 1 : at + ones + 4], 2)
        at += ones + 4
        codes.append(base + (number // 2 if number % 2 == 0 else -(number + 1) // 2))
    return codes, at


def prefix_codes(lengths: list[int]) -> dict[str, int]:
    codes, value, before = {}, 0, 0
    for length, symbol in sorted((n, symbol) for symbol, n in enumerate(lengths)):
        value <<= length - before
        codes[f"{value:0{length}b}"] = symbol
        value, before = value + 1, length
    return codes


def stages(c: np.ndarray, spans: tuple[int, ...]) -> None:
    for h in spans:
        for i in range(len(c)):
            if i // h % 2 == 0:
                c[i], c[i + h] = c[i] + c[i + h], c[i] - c[i + h]


def test_a_decoder_written_from_the_document_alone_gives_the_same() -> None:
    """Every step of sections 4 to 7 with plain whole numbers and text, for the first example."""
    frozen = read_json("gaussian.json")
    payload = document("rotated")[50:-36]
    threshold = int.from_bytes(payload[2:4], "little")
    bits = "".join(f"{byte:08b}" for byte in payload[8:])
    base = (threshold + 6) // 8 - 1
    codes, at = side_of(bits, base)
    ladder = frozen["ladders"]["entropy"]
    n_early = int.from_bytes(payload[4:8], "little")
    excesses = [8 * code - threshold + (b < n_early) for b, code in enumerate(codes)]
    sizes = [sum(step <= excess for step in ladder) for excess in excesses]
    expected = [[b, codes[b] - base, codes[b], sizes[b]] for b in range(4)]
    assert [[int(cell) for cell in row] for row in table("rotated-rows")[1:]] == expected
    c = np.zeros(64)
    for band, (code, size) in enumerate(zip(codes, sizes, strict=True)):
        known = prefix_codes(frozen["code_lengths"][size])
        half = frozen["levels"][size]
        levels = [-level for level in reversed(half)] + half
        for t in range(16):
            begin = at
            end = next(e for e in range(at + 1, at + 12) if bits[at:e] in known)
            at = end + max(0, size - 6)
            index = int(f"{known[bits[begin:end]]:b}" + bits[end:at], 2)
            c[4 * t + band] = levels[index] * 2.0 ** ((code - 192 - 112 - 12) / 4)
    assert len(bits) - at < 8
    assert "1" not in bits[at:]
    stages(c, (4, 8, 16, 32))
    c *= [-1.0 if 0xE220A8397B1DCDAF >> p & 1 else 1.0 for p in range(64)]
    stages(c, (1, 2))
    assert np.array_equal(np.rint(c * 32768), decoded(tqa_stream(document("rotated")))[0])


def test_the_signs_are_the_documented_ones() -> None:
    numbers = random_numbers(0, 0, 2)
    assert table("signs")[1:] == [[str(n), f"{value:016x}"] for n, value in enumerate(numbers)]


def test_the_tables_are_the_documented_ones() -> None:
    frozen = read_json("gaussian.json")
    for bits, levels, lengths in table("levels")[1:]:
        assert [int(level) for level in levels.split()] == frozen["levels"][int(bits)]
        assert [int(n) for n in lengths.split()] == frozen["code_lengths"][int(bits)]
    assert hashlib.sha256((FOLDER / "gaussian.json").read_bytes()).hexdigest() in TEXT
    assert hashlib.sha256(codebook().astype("<f4").tobytes()).hexdigest() in TEXT


@pytest.mark.parametrize("name", PARAMS)
def test_the_documented_file_is_sound(name: str) -> None:
    stream = tqa_stream(document(name))
    assert finish(stream.check()) == ()
    assert finish(stream.describe())["header"]["block"] == 64
