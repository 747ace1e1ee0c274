"""Damaged files of ROAD classic are refused with a position, or decoded to what they declare."""

import re
import time
from collections.abc import Iterator

import numpy as np
import pytest
from damaging import anatomy, flipped, put, size_at
from making import MemorySource, decoded, encoded, noise, opened, variant_c

from road_codec import DecodeOptions, FormatError, RoadError, SampleType

STEREO_8 = MemorySource(noise(2, 2500, peak=100) + 128, 8000, SampleType.U8)
MONO_16 = MemorySource(noise(1, 2500), tags={"title": "a title"})
FILES = {
    "A without orig": encoded(STEREO_8, variant="a", strict=True),
    "A": encoded(STEREO_8, variant="a"),
    "B": encoded(MONO_16),
    "C": variant_c(),
    "C, big-endian": variant_c(1, big_endian=True),
}
POSITION = re.compile(r"byte \d+|\d+ bytes")
PATIENCE_S = 0.2


def meet(data: bytes, *, keep_going: bool = False) -> int | None:
    """Decode; return the number of samples, or None where the file is refused.

    What is decoded is checked to be as long as declared, and finite.
    """
    try:
        stream = opened(data, keep_going=keep_going)
        expected = stream.output_format(DecodeOptions(bits="float"))
        samples = decoded(stream, bits="float")
    except RoadError:
        return None
    assert samples.shape == (expected.n_channels, expected.n_samples)
    assert np.isfinite(samples).all()
    return samples.shape[1]


def kept(data: bytes) -> tuple[list[np.ndarray], str]:
    """Decode superframe by superframe as far as it goes; return them and the damage."""
    blocks: list[np.ndarray] = []
    try:
        stream = opened(data, keep_going=True)
        for audio in stream.blocks(DecodeOptions()):
            blocks.append(audio.samples)
    except FormatError as error:
        return blocks, str(error)
    return blocks, "".join(n for n in stream.info.notices if n.startswith("damaged: "))


@pytest.mark.parametrize("name", FILES)
def test_whole_files_decode(name: str) -> None:
    assert meet(FILES[name]) in {2048, 2500, 4096}


@pytest.mark.parametrize("name", FILES)
def test_every_beginning_of_a_file_is_refused_with_a_position(name: str) -> None:
    whole = FILES[name]
    # Nothing of A and B is missing once FIND is there: orig is an extra.
    ends = {len(whole), anatomy(whole).orig if name[0] != "C" else len(whole)}
    slowest = 0.0
    for size in sorted(set(range(len(whole))) - ends):
        began = time.perf_counter()
        with pytest.raises(FormatError) as caught:
            decoded(opened(whole[:size]))
        slowest = max(slowest, time.perf_counter() - began)
        assert POSITION.search(str(caught.value)), f"{size} bytes: {caught.value}"
    assert slowest <= PATIENCE_S


@pytest.mark.parametrize("name", FILES)
def test_every_beginning_gives_its_whole_superframes_when_kept_going(name: str) -> None:
    whole = FILES[name]
    full = decoded(opened(whole))
    seen = set()
    for size in range(len(whole)):
        blocks, damage = kept(whole[:size])
        got = np.concatenate(blocks, axis=1) if blocks else full[:, :0]
        assert damage or size == anatomy(whole).orig
        assert got.shape[1] % 2048 == 0 or got.shape[1] == full.shape[1]
        # Without orig the padding is not known to be any.
        length = min(got.shape[1], full.shape[1])
        assert np.array_equal(got[:, :length], full[:, :length])
        seen.add(got.shape[1])
    superframes = set(range(0, full.shape[1], 2048))
    assert superframes <= seen


def superframe_two_begins(name: str, whole: bytes) -> int:
    table = anatomy(whole).table if name[0] != "C" else whole.index(b"MAP ")
    find = whole.index(b"FIND", table)
    return find + 8 + int.from_bytes(whole[table + 16 : table + 24], "little")


@pytest.mark.parametrize("name", ["A", "B", "C"])
def test_superframes_before_a_damaged_one_are_kept(name: str) -> None:
    whole = FILES[name]
    begin = superframe_two_begins(name, whole)
    # An index byte that crosses the frame, or the checksum of C's first block.
    damaged = whole[:begin] + bytes([0xFF] * 20) + whole[begin + 20 :]

    blocks, damage = kept(damaged)

    assert f"superframe 1 at byte {begin}" in damage
    assert np.array_equal(np.concatenate(blocks, axis=1), decoded(opened(whole))[:, :2048])


def test_superframes_that_the_seed_still_has_are_kept() -> None:
    whole = FILES["B"]
    parts = anatomy(whole)
    # The seed of the second superframe is gone, and the head knows.
    cut = put(whole[: parts.road - 128] + whole[parts.road :], parts.data + 4, "I", 128)

    blocks, damage = kept(cut)

    assert "2 superframes need 256 bytes" in damage
    assert np.array_equal(np.concatenate(blocks, axis=1), decoded(opened(whole))[:, :2048])


@pytest.mark.parametrize("change", [8, -8])
def test_records_behind_a_table_of_a_wrong_size_are_not_guessed(change: int) -> None:
    whole = FILES["B"]
    table = anatomy(whole).table
    damaged = put(whole, table + 4, "I", size_at(whole, table) + change)

    blocks, damage = kept(damaged)

    assert not blocks
    assert opened(damaged, keep_going=True).info.notices == (damage,)


@pytest.mark.parametrize("name", ["A without orig", "B"])
def test_every_single_bit_of_a_small_file_may_flip(name: str) -> None:
    whole = FILES[name]
    outcomes = [meet(flipped(whole, bit)) for bit in range(8 * len(whole))]

    # Most of A and B has no checksum: both must happen for this test to mean something.
    assert None in outcomes
    assert len(set(outcomes)) > 1


def test_every_bit_of_the_orig_chunk_is_guarded() -> None:
    whole = FILES["B"]
    payload = anatomy(whole).orig + 8
    for bit in range(8 * payload, 8 * len(whole)):
        with pytest.raises(FormatError, match="orig chunk at byte"):
            opened(flipped(whole, bit))


def checked_parts(whole: bytes) -> Iterator[int]:
    """Yield the bytes of a file of variant C that its checksums cover."""
    begin = whole.index(b"RoAd") + 4
    table = whole.index(b"MAP ")
    yield from range(begin, table)
    find = whole.index(b"FIND", table) + 8
    starts = np.frombuffer(whole[table + 8 : find - 8], "<i8")
    for start, end in zip(starts, [*starts[1:], len(whole) - find], strict=True):
        # The first 5 bytes are a checksum that is junk in some files.
        yield from range(find + start + 5, find + end)


@pytest.mark.parametrize("name", ["C", "C, big-endian"])
def test_every_byte_of_variant_c_under_a_checksum_is_guarded(name: str) -> None:
    whole = FILES[name]
    bits = np.random.default_rng(5)
    for place in checked_parts(whole):
        damaged = flipped(whole, 8 * place + int(bits.integers(8)))
        assert meet(damaged) is None, f"byte {place}"


def random_damage(whole: bytes, random: np.random.Generator) -> bytes:
    """Overwrite, cut out or double some stretches."""
    data = bytearray(whole)
    for _ in range(random.integers(1, 5)):
        at, length = int(random.integers(len(data))), int(random.geometric(0.2))
        # Most damage that moves everything behind it is found at once.
        match random.integers(4) if random.random() < 0.1 else 0:
            case 0:
                data[at : at + length] = random.bytes(len(data[at : at + length]))
            case 1:
                data[at : at + length] = bytes([random.choice([0, 1, 0x7F, 0x80, 0xFF])]) * length
            case 2:
                del data[at : at + length]
            case 3:
                data[at:at] = data[at : at + length]
    return bytes(data)


def meet_random_damages(name: str, count: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    outcomes = [
        meet(random_damage(FILES[name], random), keep_going=bool(number % 2))
        for number in range(count)
    ]
    assert None in outcomes
    assert len(set(outcomes)) > 1


@pytest.mark.parametrize("name", FILES)
def test_random_damages_are_refused_or_decoded_to_what_is_declared(name: str) -> None:
    meet_random_damages(name, 2000, seed=1)


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_very_many_random_damages_are_refused_or_decoded(name: str) -> None:
    meet_random_damages(name, 20000, seed=2)


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_every_single_bit_of_every_variant_may_flip(name: str) -> None:
    whole = FILES[name]
    assert {meet(flipped(whole, bit)) is None for bit in range(8 * len(whole))} == {True, False}
