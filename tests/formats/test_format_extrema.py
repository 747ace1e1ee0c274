"""FORMAT.md of Extrema: its bytes, its tables and the code say the same."""

import hashlib
import re
from pathlib import Path

import numpy as np
from extrema_files import decoded, encode_extrema, open_extrema
from making import MemorySource

from road_codec.codecs import extrema
from road_codec.codecs.extrema.shapes import KNOTS, N_SHAPES, published_curves, trained_curves

FOLDER = Path(extrema.__file__).parent
TEXT = (FOLDER / "FORMAT.md").read_text(encoding="utf-8")


def document(name: str) -> bytes:
    block = re.search(rf"^```hex {name}\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)
    assert block, f"no block {name}"
    return b"".join(bytes.fromhex(line[10:]) for line in block[1].splitlines())


def numbers_behind(words: str) -> list[int]:
    """Return the samples that stand behind some words, up to a full stop."""
    text = TEXT.partition(words)[2].partition(".")[0].replace("−", "-")
    return [int(number) for number in re.findall(r"-?\d+", text)]


def sound() -> MemorySource:
    return MemorySource(np.array([numbers_behind("threshold 128: ")]), 44100)


def test_every_block_of_the_document_is_tested() -> None:
    assert set(re.findall(r"^```hex (\S+)$", TEXT, re.MULTILINE)) == {"packets", "published"}


def test_the_example_is_what_is_written() -> None:
    assert encode_extrema(sound(), threshold=128.0)[0] == document("packets")
    assert encode_extrema(sound(), layout="published")[0] == document("published")


def test_the_example_is_decoded_as_the_document_says() -> None:
    found = decoded(open_extrema(document("packets")))[0]
    assert found.tolist() == numbers_behind("Decoded: ")


def test_the_tables_are_those_of_the_document() -> None:
    inner = trained_curves()[:, 1:-1].astype("<i2")
    assert inner.shape == (N_SHAPES, KNOTS - 1)
    for table in (inner, published_curves().astype("<i4")):
        assert hashlib.sha256(table.tobytes()).hexdigest() in TEXT


def test_a_decoder_made_from_the_document_alone_reads_the_example() -> None:
    payload = document("packets")[0x2A:0x39]
    assert payload[0] == 0
    assert _decoded(payload[1:], 16) == numbers_behind("Decoded: ")


class _RangeDecoder:
    """Section 4, word for word."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 4
        self.code, self.range = int.from_bytes(data[:4], "big"), 2**32 - 1
        self.chances: dict[object, list[int]] = {}

    def bit(self, *context: object) -> int:
        a, b = chance = self.chances.setdefault(context, [32768, 32768])
        share = self.range // 4096 * min(max((a + b) // 32, 1), 4095)
        if self.code < share:
            self.range = share
            chance[:] = a + (65536 - a) // 16, b + (65536 - b) // 128
            found = 0
        else:
            self.code, self.range = self.code - share, self.range - share
            chance[:] = a - a // 16, b - b // 128
            found = 1
        while self.range < 2**24:
            following = self.data[self.at] if self.at < len(self.data) else 0
            self.code, self.range, self.at = (
                self.code * 256 + following,
                self.range * 256,
                self.at + 1,
            )
        return found

    def number(self, most: int, tree: str, *sizes: object) -> int:
        n = 0
        while n < most and not self.bit(tree, "size", *sizes, n):
            n += 1
        number, node = (1, 1) if n else (0, 0)
        for place in range(n - 2, -1, -1):
            if node < 8:
                bit = self.bit(tree, "tree", n, node)
                node = 2 * node + bit
            else:
                bit = self.bit(tree, "tree", n, 8 + place)
            number = 2 * number + bit
        return number


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _decoded(data: bytes, n_samples: int) -> list[int]:
    code, curves = _RangeDecoder(data), trained_curves().tolist()
    samples: list[int] = []
    height, lengths, steps = 0, [0, 0], [0, 0]
    while len(samples) < n_samples:
        kinds = [min(length.bit_length(), 5) for length in lengths]
        n = 1 + code.number(13, "length", *kinds)
        like = min(((abs(steps[0]) + abs(steps[1]) + 1) // 2).bit_length(), 23)
        step = code.number(32, "height", like, min(n, 4))
        if step and code.bit("sign", *map(_sign, steps), min(n, 4)):
            step = -step
        end = height + step
        if n == 2:
            size = min(abs(step).bit_length(), 23)
            middle = code.number(32, "middle", size)
            if middle and code.bit("middle sign", _sign(step)):
                middle = -middle
            samples += [((height + end) // 2 + middle) * 16384, end * 16384]
        elif n >= 3 and step:
            kind = 0 if n == 3 else 1 if n == 4 else 2 if n <= 8 else 3 if n <= 16 else 4
            node = 1
            for _ in range(8):
                node = 2 * node + code.bit("curve", kind, step < 0, node)
            curve = curves[min(node - 256, 254)]
            for k in range(1, n + 1):
                i, r = divmod(32 * k, n)
                way = curve[i] + ((curve[i + 1] - curve[i]) * r // n if r else 0)
                samples.append(height * 16384 + step * way)
        else:
            samples += [height * 16384] * (n - 1) + [end * 16384]
        height, lengths, steps = end, [n - 1, lengths[0]], [step, steps[0]]
    return [round(sample * 96 / 16384) for sample in samples]
