"""The parts of a rotated packet: rotation, sigma codes, bits, and what becomes of odd sounds."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.linalg import hadamard
from tqa_files import snr_db

from road_codec.audio.samples import SampleType
from road_codec.codecs.tqa.coder import quantise_blocks, read_rows, write_rows
from road_codec.codecs.tqa.generator import sign_variants
from road_codec.codecs.tqa.plan import Shape, layout_of, row_bits, sigma_codes
from road_codec.codecs.tqa.rotated import RotatedPackets, least_threshold, row_factors
from road_codec.codecs.tqa.rotation import butterflies, turn, turn_back
from road_codec.codecs.tqa.side import FINE, peek, put, read_side, write_side
from road_codec.codecs.tqa.tables import Tables, tables

Floats = NDArray[np.float64]
FLOAT = SampleType.F32


def packets(block: int = 512, bands: int = 1, n_channels: int = 1, seed: int = 0) -> RotatedPackets:
    shape = Shape(block, bands, n_channels)
    return RotatedPackets(shape, entropy=True, signed=False, seed=seed)


def there_and_back(
    coder: RotatedPackets, samples: Floats, bits: float = 4.0, *, switching: bool = False
) -> tuple[Floats, bytes]:
    payload = coder.encode(samples, bits=bits, switching=switching, sample_type=FLOAT)
    return coder.decode(payload, samples.shape[1], "packet"), payload


def gaussian(*shape: int, seed: int = 1) -> Floats:
    return 0.1 * np.random.default_rng(seed).standard_normal(shape)


@pytest.mark.parametrize("length", [64, 512, 4096])
def test_the_rotation_is_the_hadamard_matrix_times_signs(length: int) -> None:
    x, signs = gaussian(length), sign_variants(3)[0, :length]
    found = x.copy()
    turn(found, signs, 1)
    assert np.allclose(found, hadamard(length) @ (signs * x), rtol=0, atol=1e-11)


@pytest.mark.parametrize("bands", [1, 2, 16, 32])
def test_bands_are_rotated_by_themselves(bands: int) -> None:
    x, signs = gaussian(512), sign_variants(3)[1, :512]
    found = x.copy()
    butterflies(found, 1, bands)
    rows = hadamard(bands) @ x.reshape(-1, bands).T
    assert np.allclose(found.reshape(-1, bands).T, rows, atol=1e-12)
    turn(found, signs, bands)
    turned = hadamard(512 // bands) @ (signs.reshape(-1, bands) * rows.T)
    assert np.allclose(found.reshape(-1, bands), turned, atol=1e-11)
    turn_back(found, signs, bands)
    assert np.allclose(found / 512, x, atol=1e-14)


def test_sigma_codes_are_the_nearest_quarter_powers() -> None:
    sigma = np.exp2(np.linspace(-47.7, 15.7, 5001))
    codes = sigma_codes(sigma**2)
    assert np.array_equal(codes, np.rint(192 + 4 * np.log2(sigma)))
    assert sigma_codes(np.array([0.0, 1e-40, 1e40, 1.0])).tolist() == [0, 0, 255, 192]


@given(st.lists(st.tuples(st.integers(0, (1 << 32) - 1), st.integers(1, 24)), max_size=40))
def test_bits_come_back(pieces: list[tuple[int, int]]) -> None:
    out = np.zeros(200, np.uint8)
    at = 0
    for value, n_bits in pieces:
        at = put(out, at, value, n_bits)
    at = 0
    for value, n_bits in pieces:
        assert peek(out, at, n_bits) == value & ((1 << n_bits) - 1)
        at += n_bits


@settings(deadline=None)
@given(st.data())
def test_side_information_comes_back(data: st.DataObject) -> None:
    shape = Shape(256, data.draw(st.sampled_from([1, 4])), data.draw(st.integers(1, 3)))
    n_long = data.draw(st.integers(1, 4))
    times = data.draw(
        st.lists(
            st.integers(0, shape.halvings),
            min_size=n_long * shape.n_channels,
            max_size=n_long * shape.n_channels,
        )
    )
    halvings = np.array(times).reshape(shape.n_channels, n_long)
    layout = layout_of(halvings, shape)
    base, rice = data.draw(st.integers(0, 200)), data.draw(st.integers(0, 7))
    random = np.random.default_rng(data.draw(st.integers(0, 1000)))
    bits = random.integers(0, 3, (len(layout.starts), shape.bands)).astype(np.uint8)
    bits[random.random(len(bits)) < 0.3] = 0
    codes = np.where(bits > 0, random.integers(base + 1, 256, bits.shape), 0)
    variants = np.where(bits.any(axis=1), random.integers(0, 4, len(bits)), 0).astype(np.uint8)
    out = np.zeros(40000, np.uint8)
    end = write_side(out, layout, halvings.reshape(-1), codes, bits, variants, base, rice)

    found_halvings = np.zeros_like(halvings)
    most = halvings.size << shape.halvings
    found_codes = np.zeros((most, shape.bands), np.int64)
    found_variants = np.zeros(most, np.uint8)
    state, at, n_blocks = read_side(
        out, shape.halvings, base, rice, found_halvings, found_codes, found_variants
    )
    assert (state, at, n_blocks) == (FINE, end, len(bits))
    assert np.array_equal(found_halvings, halvings)
    assert np.array_equal(found_codes[:n_blocks], codes)
    assert np.array_equal(found_variants[:n_blocks], variants)


@pytest.mark.parametrize("signed", [False, True])
@pytest.mark.parametrize("entropy", [False, True])
@pytest.mark.parametrize("offset", [0, 3, 7])
def test_rows_of_all_bits_come_back_as_well_as_their_tables(
    entropy: bool, signed: bool, offset: int
) -> None:
    found = tables(entropy, signed)
    shape = Shape(1024, 1, 1)
    layout = layout_of(np.zeros((1, 12), np.int64), shape)
    bits = np.arange(1, 13, dtype=np.uint8)[:, np.newaxis]
    codes = np.full((12, 1), 180)
    x = 0.125 * np.random.default_rng(0).standard_normal(12 * 1024)
    signs = sign_variants(0)
    indices, variants = np.zeros(len(x), np.uint16), np.zeros(12, np.uint8)
    inverse = row_factors(codes, layout.lengths, False, inverse=True)
    size = quantise_blocks(x, layout, bits, inverse, signs, found, indices, variants)
    out = np.zeros(size // 8 + 16, np.uint8)
    end = write_rows(out, offset, indices, layout, bits, found)
    assert end == offset + size
    back = np.zeros(len(x))
    factors = row_factors(codes, layout.lengths, False, inverse=False)
    at = read_rows(out, offset, layout, bits, factors, variants, signs, found, back)
    assert at == end
    assert np.allclose(back, np.concatenate(expected_rows(x, found)), rtol=0, atol=1e-12)


def expected_rows(x: Floats, found: Tables) -> list[Floats]:
    """Blocks of 1, 2, … bits at a deviation of 1/8, by other means."""
    signs, blocks, matrix = sign_variants(0)[0, :1024], [], hadamard(1024)
    for bits, block in enumerate(x.reshape(12, -1), 1):
        table = bits - found.signed
        at = found.level_at[table]
        levels = found.levels[at : at + (1 << table)] / 2**28
        z = 8.0 * (matrix @ (signs * block)) / 32.0
        coded = levels[np.searchsorted((levels[1:] + levels[:-1]) / 2, z)]
        if found.signed:
            coded = coded + np.where(z >= coded, 1.0, -1.0) * found.spreads[table] / 2**28
        blocks.append(signs * (matrix @ coded) / 32.0 / 8.0)
    return blocks


def test_bits_of_rows_follow_codes_and_threshold_alone() -> None:
    ladder = tables(True, False).ladder
    codes = np.array([[100, 101, 104, 140, 0]])
    assert row_bits(codes, 808, 0, 99, ladder).tolist() == [[0, 1, 2, 11, 0]]
    assert row_bits(codes, 801, 5, 99, ladder).tolist() == [[1, 1, 2, 11, 0]]
    assert row_bits(codes, 809, 2, 99, ladder).tolist() == [[0, 1, 2, 11, 0]]
    assert row_bits(codes, 809, 1, 99, ladder).tolist() == [[0, 0, 2, 11, 0]]


@pytest.mark.parametrize("bits", [2.0, 4.0, 5.5, 7.0, 8.0])
@pytest.mark.parametrize("entropy", [False, True])
def test_the_size_is_what_was_asked_for(bits: float, entropy: bool) -> None:
    coder = RotatedPackets(Shape(2048, 16, 2), entropy=entropy, signed=False, seed=0)
    x = gaussian(2, 65536) * np.linspace(0.01, 1.0, 65536)
    size = 8 * (len(there_and_back(coder, x, bits)[1]) + 20) / x.size
    assert 0.99 * bits < size <= bits


def test_a_bit_is_worth_about_6_db() -> None:
    x = gaussian(1, 65536)
    found = [snr_db(x, there_and_back(packets(), x, float(bits))[0]) for bits in range(2, 9)]
    assert np.all((np.diff(found) > 5.3) & (np.diff(found) < 6.6))
    assert found[5] > 36.0


def test_silence_takes_a_byte() -> None:
    back, payload = there_and_back(packets(), np.zeros((1, 5000)))
    assert payload == b"\x01"
    assert not back.any()


def test_silence_between_sounds_is_exact() -> None:
    x = np.concatenate((gaussian(1, 2048), np.zeros((1, 4096)), gaussian(1, 2048)), axis=1)
    back, _ = there_and_back(packets(), x)
    assert not back[:, 2048:6144].any()


@pytest.mark.parametrize("level", [1e-12, 1e-9, 9e-7, 1.1e-6, 1.0, 1000.0])
def test_levels_that_the_original_loses_are_kept(level: float) -> None:
    x = level * gaussian(1, 8192)
    assert snr_db(x, there_and_back(packets(), x)[0]) > 18.0


@pytest.mark.parametrize("value", [1e30, -3e38])
def test_what_is_beyond_all_scale_stays_finite(value: float) -> None:
    back, _ = there_and_back(packets(), np.full((1, 600), value))
    assert np.isfinite(back).all()


@pytest.mark.parametrize("variant", range(3))
@pytest.mark.parametrize("bands", [1, 16])
def test_a_block_aligned_with_its_signs_gets_others(variant: int, bands: int) -> None:
    aligned = sign_variants(7)[variant, :512][np.newaxis].copy()
    butterflies(aligned[0], 1, bands)
    x = np.tile(0.3 * aligned / np.abs(aligned).max(), (1, 8))
    coder = packets(bands=bands, seed=7)
    back, payload = there_and_back(coder, x, 6.0)
    assert snr_db(x, back) > 25.0
    if variant == 0:
        assert coder.count(payload, x.shape[1])["blocks_with_other_signs"] == 8


def test_without_other_signs_an_aligned_block_would_be_lost() -> None:
    signs, found = sign_variants(7), tables(True, False)
    layout = layout_of(np.zeros((1, 1), np.int64), Shape(512, 1, 1))
    x, bits = 0.3 * signs[0, :512], np.full((1, 1), 6, np.uint8)
    codes = sigma_codes(np.array([[0.09]]))
    indices, variants = np.zeros(512, np.uint16), np.zeros(1, np.uint8)
    inverse = row_factors(codes, layout.lengths, False, inverse=True)
    snr = {}
    for name, choice in (("all", signs), ("first", np.repeat(signs[:1], 4, axis=0))):
        size = quantise_blocks(x, layout, bits, inverse, choice, found, indices, variants)
        out, back = np.zeros(size // 8 + 8, np.uint8), np.zeros(512)
        write_rows(out, 0, indices, layout, bits, found)
        factors = row_factors(codes, layout.lengths, False, inverse=False)
        read_rows(out, 0, layout, bits, factors, variants, choice, found, back)
        snr[name] = snr_db(x, back)
    assert snr["first"] < 2.0
    assert snr["all"] > 25.0


def test_an_attack_is_cut_out_of_its_block() -> None:
    x = 1e-4 * gaussian(1, 16384)
    x[:, 9500:9560] += 5 * gaussian(1, 60)
    coder = packets(2048, 16)
    early = slice(8192, 9216)  # the long block of the attack, before it
    noise = {}
    for switching in (False, True):
        back, payload = there_and_back(coder, x, 2.0, switching=switching)
        noise[switching] = float(np.mean((back - x)[:, early] ** 2))
        shortened = coder.count(payload, x.shape[1])["shortened_blocks"]
        assert (shortened > 0) == switching
    assert noise[True] < 0.1 * noise[False]


def test_mid_and_side_are_stored_where_that_pays() -> None:
    coder = packets(n_channels=2)
    same = np.tile(gaussian(1, 8192), (2, 1))
    apart = np.stack((gaussian(8192, seed=5), 0.001 * gaussian(8192, seed=6)))
    for x, expected in ((same, 1), (apart, 0)):
        back, payload = there_and_back(coder, x)
        assert coder.count(payload, 8192)["mid_side_packets"] == expected
        assert snr_db(x, back) > 20.0
    assert snr_db(same, there_and_back(coder, same)[0]) > 38.0


def test_noise_far_below_the_rounding_is_not_paid_for() -> None:
    x = np.rint(gaussian(1, 16384) * 128) / 128
    coder = packets()
    sizes = [
        len(coder.encode(x, bits=8.0, switching=False, sample_type=kind))
        for kind in (SampleType.U8, SampleType.S16)
    ]
    assert sizes[0] < 0.9 * sizes[1]
    back = coder.decode(
        coder.encode(x, bits=8.0, switching=False, sample_type=SampleType.U8), 16384, "packet"
    )
    assert np.mean((back - x) ** 2) < (1 / 128) ** 2 / 12
    assert least_threshold(SampleType.S16) == 8 * 125
