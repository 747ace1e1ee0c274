"""A sound that is encoded and decoded is as long, as fast and as wide as before."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import MemorySource, decoded, encoded, noise, opened, write_sound

from road_codec import (
    Engine,
    ParameterError,
    SampleType,
    decode,
    encode,
    finish,
    open_sound,
    open_stream,
)
from road_codec.codecs.classic.params import ClassicParams

LENGTHS = [0, 1, 2, 31, 2047, 2048, 2049, 4096, 20479, 20480, 20481, 22528, 40960]
KINDS = list(SampleType)


def sound(kind: SampleType, n_channels: int, n_samples: int, seed: int = 0) -> np.ndarray:
    """Return noise with a quiet stretch, over half the range of a sample type."""
    peak = 1 << 20
    samples = noise(n_channels, n_samples, peak=peak, seed=seed) / peak / 2
    if kind.is_float:
        return samples.astype(np.float32)
    return np.trunc(samples * kind.full_scale).astype(np.int64) + kind.middle


@settings(deadline=None, max_examples=150)
@given(
    st.sampled_from(KINDS),
    st.integers(1, 8),
    st.one_of(st.sampled_from(LENGTHS[:8]), st.integers(0, 6000)),
    st.sampled_from([32, 44, 8000, 11025, 44100, 48000, 96000, 192000, 384000, 2822400]),
    st.sampled_from(["a", "b"]),
    st.sampled_from([4, 8, 16, 32]),
    st.integers(1, 4),
    st.sampled_from(["mid", "side", "none"]),
    st.booleans(),
    st.dictionaries(st.sampled_from(["title", "artist", "comment"]), st.text(max_size=9)),
)
def test_shape_rate_type_and_tags_come_back(
    kind: SampleType,
    n_channels: int,
    n_samples: int,
    rate_hz: int,
    variant: str,
    unit: int,
    superframe: int,
    mixing: str,
    length_known: bool,
    tags: dict[str, str],
) -> None:
    samples = sound(kind, n_channels, n_samples)
    source = MemorySource(samples, rate_hz, kind, length_known=length_known, tags=tags)
    data = encoded(
        source, variant=variant, smallest_range=unit, superframe=superframe, mixing=mixing
    )
    stream = opened(data)

    info = stream.info
    expected = "A2" if variant == "a" and n_channels != 2 else variant.upper()
    # Without a superframe there is no byte to tell them apart by.
    assert info.variant == (expected if n_samples else "B")
    assert (info.format.rate_hz, info.format.n_channels) == (rate_hz, n_channels)
    assert (info.format.sample_type, info.format.n_samples) == (kind, n_samples)
    assert info.format.tags == tags
    assert info.notices == ()
    found = decoded(stream)
    assert found.shape == (n_channels, n_samples)
    assert np.isfinite(found).all()


@pytest.mark.parametrize("n_samples", LENGTHS)
@pytest.mark.parametrize("variant", ["a", "b"])
@pytest.mark.parametrize("n_channels", [1, 2])
def test_any_length_comes_back_through_files(
    tmp_path: Path, n_samples: int, variant: str, n_channels: int
) -> None:
    samples = noise(n_channels, n_samples).astype(np.int16)
    original = write_sound(tmp_path / "x.wav", samples, 22050, title="a title")
    target, back = tmp_path / "x.road.wav", tmp_path / "back.wav"

    outcome = finish(encode(original, target, params=ClassicParams(variant=variant)))
    finish(decode(target, back))

    assert outcome.seconds == n_samples / 22050
    with open_sound(back) as found:
        assert (found.format.rate_hz, found.format.n_samples) == (22050, n_samples)
        assert (found.format.n_channels, found.format.sample_type) == (n_channels, SampleType.S16)
        assert found.format.tags["title"] == "a title"
    with open_stream(target) as stream:
        # Whole superframes of 20480 samples, with the last one filled up.
        capacity = -(-n_samples // 20480) * 20480
        assert len(decoded_without_orig(stream)[0]) == capacity


def decoded_without_orig(stream: Any) -> np.ndarray:
    return decoded(stream, as_original=True)


@pytest.mark.parametrize("subtype", ["PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE"])
@pytest.mark.parametrize("ending", [".wav", ".flac", ".aiff", ".w64"])
def test_every_kind_of_sample_goes_through_files(tmp_path: Path, subtype: str, ending: str) -> None:
    random = np.random.default_rng(0).uniform(-0.5, 0.5, (2, 3000))
    original = write_sound(tmp_path / "x.wav", random, 8000, subtype)
    target, back = tmp_path / "x.road.wav", tmp_path / f"back{ending}"

    finish(encode(original, target))
    outcome = finish(decode(target, back))

    with open_sound(original) as before, open_sound(back) as after:
        fewer = any("fewer bits" in notice for notice in outcome.notices)
        assert after.format.sample_type == before.format.sample_type or fewer
        assert after.format.n_samples == 3000


@pytest.mark.parametrize("unit", [4, 8, 16, 32])
@pytest.mark.parametrize("rate_hz", [8, 31, 32, 8001, 44100, 384000, 1 << 30])
def test_any_rate_comes_back_or_is_refused_by_name(unit: int, rate_hz: int) -> None:
    source = MemorySource(noise(1, 100), rate_hz)
    if rate_hz < unit:
        with pytest.raises(ParameterError, match=f"rate: {rate_hz} Hz leaves no seed"):
            encoded(source, smallest_range=unit)
        return
    stream = opened(encoded(source, smallest_range=unit))

    assert stream.info.format.rate_hz == rate_hz
    assert stream.seed_format().rate_hz == rate_hz // unit


@pytest.mark.parametrize("n_channels", [9, 64])
def test_more_channels_than_are_written_are_refused_by_name(n_channels: int) -> None:
    with pytest.raises(ParameterError, match=f"channels: {n_channels}, road-classic holds 1 to 8"):
        encoded(MemorySource(noise(n_channels, 100)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("level", [-1.0, -0.25, 0.0, 0.5, 1.0])
@pytest.mark.parametrize("mixing", ["mid", "side", "none"])
def test_a_constant_comes_back_exactly(kind: SampleType, level: float, mixing: str) -> None:
    value = np.float32(level) if kind.is_float else kind.middle + int(level * kind.full_scale)
    if not kind.is_float:
        value = min(max(value, kind.low), kind.high)
    samples = np.full((2, 5000), value).astype(kind.dtype)

    found = decoded(opened(encoded(MemorySource(samples, 8000, kind), mixing=mixing)))

    if kind.is_float:
        assert np.allclose(found, samples, atol=2**-30)
    else:
        assert np.array_equal(found, samples)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("period", [2, 64, 100, 2048])
@pytest.mark.parametrize("variant", ["a", "b"])
def test_a_square_of_full_scale_does_not_wrap_round(
    kind: SampleType, period: int, variant: str
) -> None:
    high = np.arange(6000) % period < period // 2
    low, top = (-1.0, 1.0) if kind.is_float else (kind.low, kind.high)
    samples = np.where(high, top, low)[np.newaxis].astype(kind.dtype)

    found = decoded(
        opened(encoded(MemorySource(samples, 8000, kind), variant=variant, smallest_range=4))
    )

    centred = (found.astype(float) - kind.middle) / kind.full_scale
    assert np.abs(centred).max() <= 1.5
    # A sample that wrapped would be on the other side by twice the full scale.
    wrong = np.mean((centred > 0) != high)
    assert wrong < (0.6 if period == 2 else 0.03)


def test_not_numbers_become_0_and_what_is_too_loud_is_clipped() -> None:
    samples = np.full((1, 4096), 0.25, np.float32)
    samples[0, 100:110] = np.nan
    samples[0, 2048:3000] = np.inf
    samples[0, 3000:4096] = -3.0
    source = MemorySource(samples, 8000, SampleType.F32)
    target_bytes = encoded(source, smallest_range=4)

    found = decoded(opened(target_bytes))

    assert np.isfinite(found).all()
    assert np.abs(found).max() <= 1.6
    assert np.mean(found[0, 2048:2990]) == pytest.approx(1.0, abs=0.01)
    assert np.mean(found[0, 3010:4090]) == pytest.approx(-1.0, abs=0.01)


def test_what_happened_to_floats_is_told(tmp_path: Path) -> None:
    samples = np.zeros((1, 4096), np.float32)
    samples[0, :3] = np.nan
    samples[0, 10:15] = [np.inf, -np.inf, 1.5, -1.0, 1.0]
    write_sound(tmp_path / "x.wav", samples, 8000, "FLOAT")

    outcome = finish(encode(tmp_path / "x.wav", tmp_path / "x.road.wav"))

    assert "3 samples were not numbers and became 0" in outcome.notices
    # The top of 32-bit integers is a hair below 1.0.
    assert "4 samples were beyond full scale and are clipped" in outcome.notices


@pytest.mark.parametrize("tiny", [1e-45, 1e-40, -1e-38])
def test_numbers_too_small_to_be_normal_are_silence(tiny: float) -> None:
    samples = np.full((2, 2048), tiny, np.float32)
    assert not decoded(opened(encoded(MemorySource(samples, 8000, SampleType.F32)))).any()


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(KINDS),
    st.integers(1, 3),
    st.integers(0, 5000),
    st.sampled_from([8, 16, 32]),
    st.integers(1, 3),
    st.integers(0, 1 << 30),
)
def test_all_back_ends_and_any_number_of_threads_give_the_same_bytes(
    kind: SampleType, n_channels: int, n_samples: int, unit: int, superframe: int, seed: int
) -> None:
    source = MemorySource(sound(kind, n_channels, n_samples, seed), 8000, kind)
    files = {
        encoded(source, engine=engine, smallest_range=unit, superframe=superframe)
        for engine in (Engine("plain"), Engine("cpu", 1), Engine("cpu", 2), Engine("auto", 8))
    }
    assert len(files) == 1


def test_blocks_of_any_length_give_the_same_bytes() -> None:
    samples = noise(2, 30000)
    sources = [MemorySource(samples, block=block) for block in (999, 2048, 20480, 100000)]
    assert len({encoded(source, superframe=10) for source in sources}) == 1


def test_many_rows_give_the_same_bytes_in_any_number_of_threads() -> None:
    source = MemorySource(noise(2, 600_000, peak=3000))
    files = {encoded(source, engine=Engine("auto", threads)) for threads in (1, 2, 5)}
    assert len(files) == 1


def test_the_same_file_gives_the_same_bytes_again(tmp_path: Path) -> None:
    original = write_sound(tmp_path / "x.wav", noise(2, 9000).astype("int16"), title="a title")
    for name in ("1", "2"):
        finish(encode(original, tmp_path / f"{name}.road.wav"))
        for ending in ("wav", "flac", "aiff", "caf", "w64"):
            finish(decode(tmp_path / f"{name}.road.wav", tmp_path / f"{name}.{ending}"))
    for ending in ("road.wav", "wav", "flac", "aiff", "caf", "w64"):
        first, second = (tmp_path / f"{name}.{ending}" for name in ("1", "2"))
        assert first.read_bytes() == second.read_bytes()
