"""The frozen tables are what their recipe gives, and optimal."""

import hashlib
import math
from typing import Any

import numpy as np
import pytest

from road_codec.codecs.tqa import design
from road_codec.codecs.tqa.shipped import codebook
from road_codec.codecs.tqa.tables import gains, read_json, tables

FROZEN: dict[str, Any] = read_json("gaussian.json")
# Max, Quantizing for minimum distortion, 1960, table I: levels, distortion.
PUBLISHED = {1: 0.3634, 2: 0.1175, 3: 0.03454, 4: 0.009497, 5: 0.002499}


def test_the_frozen_tables_are_what_the_recipe_gives() -> None:
    found = design.gaussian_tables()
    assert found.keys() == FROZEN.keys()
    for key in ("fraction_bits", "code_lengths", "expected_bits", "ladders"):
        assert found[key] == FROZEN[key], key
    assert found["distortions"] == pytest.approx(FROZEN["distortions"], rel=1e-9)
    for one, other in zip(found["levels"], FROZEN["levels"], strict=True):
        # Another machine's logarithm may round the last unit of 2**-28 the other way.
        assert np.abs(np.array(one) - np.array(other)).max(initial=0) <= 1


@pytest.mark.parametrize(("bits", "distortion"), PUBLISHED.items())
def test_distortions_are_the_published_ones(bits: int, distortion: float) -> None:
    assert FROZEN["distortions"][bits] == pytest.approx(distortion, abs=6e-5)


def test_64_levels_reach_what_the_original_missed() -> None:
    assert -10 * math.log10(FROZEN["distortions"][6]) == pytest.approx(31.9, abs=0.02)
    assert FROZEN["levels"][6][-1] / 2**28 == pytest.approx(3.744, abs=5e-4)


@pytest.mark.parametrize("bits", [1, 2, 5, 8, 12])
def test_levels_are_the_means_of_their_cells(bits: int) -> None:
    levels = np.array(FROZEN["levels"][bits]) / 2**28
    edges = np.concatenate(([0.0], (levels[1:] + levels[:-1]) / 2, [40.0]))
    for low, high, level in list(zip(edges[:-1], edges[1:], levels, strict=True))[-40:]:
        x = np.linspace(low, min(high, low + 8.0), 20001)
        weight = np.exp(-0.5 * (x**2 - low**2))
        assert np.sum(weight * x) / np.sum(weight) == pytest.approx(level, abs=2e-3)


@pytest.mark.parametrize("bits", range(1, 13))
def test_measured_distortion_is_the_frozen_one(bits: int) -> None:
    z = np.random.default_rng(bits).standard_normal(400_000)
    positive = np.array(FROZEN["levels"][bits]) / 2**28
    levels = np.concatenate((-positive[::-1], positive))
    error = z - levels[np.searchsorted((levels[1:] + levels[:-1]) / 2, z)]
    assert np.mean(error**2) == pytest.approx(FROZEN["distortions"][bits], rel=0.03)
    assert np.mean(np.abs(error)) == pytest.approx(FROZEN["spreads"][bits] / 2**28, rel=0.01)
    signed = (np.abs(error) - FROZEN["spreads"][bits] / 2**28) ** 2
    if bits < 12:
        assert np.mean(signed) == pytest.approx(FROZEN["signed_distortions"][bits + 1], rel=0.05)


@pytest.mark.parametrize("bits", range(1, 13))
def test_codes_are_complete_prefix_codes_near_the_entropy(bits: int) -> None:
    lengths = FROZEN["code_lengths"][bits]
    assert sum(2 ** (design.LONGEST_CODE - n) for n in lengths) == 2**design.LONGEST_CODE
    shares = design.symbol_shares(design.gaussian_quantiser(bits), bits)
    entropy = -float(np.sum(shares * np.log2(shares)))
    mean = float(np.sum(shares * lengths))
    assert entropy <= mean + 1e-9
    assert mean < entropy + 0.1


def test_package_merge_is_as_good_as_huffman_where_the_limit_does_not_bind() -> None:
    shares = np.array([0.4, 0.2, 0.15, 0.1, 0.08, 0.05, 0.02])
    assert sorted(design.code_lengths(shares)) == [1, 3, 3, 3, 4, 5, 5]


def test_every_code_is_found_by_the_lookup() -> None:
    for entropy in (False, True):
        found = tables(entropy, False)
        for bits in range(1, 13):
            for symbol in range(1 << min(bits, 6)):
                code, length = found.codes[bits, symbol], found.lengths[bits, symbol]
                entry = found.lut[bits, (code << (11 - length)) | ((1 << (11 - length)) - 1)]
                assert (entry >> 4, entry & 15) == (symbol, length)


def test_without_entropy_coding_indices_are_written_as_they_are() -> None:
    found = tables(False, False)
    assert found.codes[4, :16].tolist() == list(range(16))
    assert set(found.lengths[4, :16].tolist()) == {4}


@pytest.mark.parametrize("name", FROZEN["ladders"])
def test_ladders_rise_by_about_6_db_a_bit(name: str) -> None:
    steps = np.diff(FROZEN["ladders"][name])
    assert FROZEN["ladders"][name][0] == 0
    assert np.all((steps >= 22) & (steps <= 33))


def test_gains_are_quarter_powers_of_2() -> None:
    assert gains()[1024] == 1.0
    assert gains()[1024 - 28 * 4] == 2.0**-28
    assert np.allclose(gains()[1:] / gains()[:-1], 2**0.25, rtol=1e-15)


def test_the_codebook_of_the_original_is_what_its_recipe_gives() -> None:
    assert np.array_equal(design.shipped_codebook(), codebook())
    digest = hashlib.sha256(codebook().astype("<f4").tobytes()).hexdigest()
    assert digest == "ebafaa4e7f6063986f9ca4668edd998a1ac05811e4aa195495f94aea2fc3d3a4"
