"""TQA as a codec: any sound there and back, from any place, in any number of threads."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from making import MemorySource, decoded, noise, write_sound
from tqa_files import snr_db, tqa_bytes, tqa_stream

from road_codec import (
    DecodeOptions,
    FormatError,
    ParameterError,
    SampleType,
    compare,
    decode,
    encode,
    finish,
    open_sound,
)
from road_codec.codecs.tqa.head import head_of, parse_head
from road_codec.codecs.tqa.params import TqaParams

MODES = ("rotated", "as-shipped")
KINDS = list(SampleType)


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(KINDS),
    st.integers(1, 8),
    st.one_of(st.sampled_from([0, 1, 2, 63, 64, 2047, 2048, 2049]), st.integers(0, 6000)),
    st.sampled_from(MODES),
    st.sampled_from([None, 64, 256, 4096]),
    st.sampled_from([1, 4, 16, 32]),
    st.sampled_from([2.0, 4.0, 6.5, 8.0]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)
def test_shape_type_and_sound_come_back(
    kind: SampleType,
    n_channels: int,
    n_samples: int,
    mode: str,
    block: int | None,
    bands: int,
    bits: float,
    switching: bool,
    entropy: bool,
    sign_layer: bool,
) -> None:
    values = noise(n_channels, n_samples, peak=1 << 15) / (1 << 16)
    samples = values.astype(np.float32) if kind.is_float else values * kind.full_scale
    samples = samples if kind.is_float else np.trunc(samples) + kind.middle
    data = tqa_bytes(
        MemorySource(samples, 32000, kind, tags={"title": "a title"}),
        mode=mode,
        block=block,
        bands=bands,
        bits=bits,
        switching=switching,
        entropy=entropy,
        sign_layer=sign_layer,
        seed=n_samples,
    )
    stream = tqa_stream(data)

    assert (stream.info.codec, stream.info.variant) == ("tqa", mode)
    sound = stream.info.format
    assert (sound.rate_hz, sound.n_channels, sound.sample_type) == (32000, n_channels, kind)
    assert (sound.n_samples, sound.tags) == (n_samples, {"title": "a title"})
    assert finish(stream.check()) == ()
    facts = finish(stream.describe())
    assert sum(facts["bytes"].values()) == facts["file_bytes"] == len(data)
    found = decoded(stream)
    assert found.shape == (n_channels, n_samples)
    # Less is mostly the filling of the last block.
    if n_samples > 2 * (block or 1024) and bits >= 4.0:
        centred = (samples - kind.middle) / kind.full_scale
        assert snr_db(centred, (found.astype(float) - kind.middle) / kind.full_scale) > 8.0


LONG = noise(2, 150_000, peak=12000)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("start", [0, 1, 65535, 65536, 65537, 131071, 149_999, 150_000])
def test_decoding_from_any_place_gives_the_rest_of_the_whole(mode: str, start: int) -> None:
    stream = tqa_stream(tqa_bytes(MemorySource(LONG), mode=mode))
    whole = decoded(stream)
    for threads in (1, 3):
        blocks = [audio.samples for audio in stream.blocks(DecodeOptions(), start, threads)]
        found = np.concatenate([np.empty((2, 0), np.int16), *blocks], axis=1)
        assert np.array_equal(found, whole[:, start:])


@pytest.mark.parametrize("n_samples", [1, 2, 10, 63, 300, 65536 + 1, 65536 + 30])
@pytest.mark.parametrize("bits", [2.0, 4.0])
@pytest.mark.parametrize("n_channels", [1, 2])
def test_the_end_of_a_sound_is_as_good_as_the_rest(
    n_samples: int, bits: float, n_channels: int
) -> None:
    samples = np.random.default_rng(n_samples).integers(-9000, 9001, (n_channels, n_samples))
    found = decoded(tqa_stream(tqa_bytes(MemorySource(samples), bits=bits)))
    tail = slice(n_samples // 65536 * 65536, None)
    # One or two samples look like nothing a table is made for, but are no silence.
    expected = {2.0: (2.0, 6.0), 4.0: (6.0, 14.0)}[bits][n_samples % 65536 >= 10]
    assert snr_db(samples[:, tail], found[:, tail]) > expected


@pytest.mark.parametrize("mode", MODES)
def test_threads_and_blocks_change_no_byte(mode: str) -> None:
    files = {
        tqa_bytes(MemorySource(LONG, block=block), threads=threads, mode=mode)
        for block, threads in ((1777, 1), (65536, 2), (100_000, 5))
    }
    assert len(files) == 1


@pytest.mark.parametrize("bits", [2.0, 4.0, 7.5])
def test_the_file_has_the_mean_size_that_was_asked_for(bits: float) -> None:
    sound = np.random.default_rng(1).integers(-9000, 9000, (2, 150_000))
    size = 8 * len(tqa_bytes(MemorySource(sound), bits=bits)) / sound.size
    assert 0.99 * bits < size < bits + 8 * 100 / sound.size


def test_other_seeds_give_other_bytes_and_the_same_quality() -> None:
    files = [tqa_bytes(MemorySource(LONG), seed=seed) for seed in (0, 1, (1 << 63) - 1)]
    assert len(set(files)) == 3
    found = [snr_db(LONG, decoded(tqa_stream(data))) for data in files]
    assert max(found) - min(found) < 0.2


def test_every_layer_is_worth_what_its_text_says() -> None:
    # 7 bits of a Gaussian: one more bit for the table against a sign of the error.
    x = np.random.default_rng(0).normal(0.0, 0.1, (1, 262_144)).astype(np.float32)
    source = MemorySource(x, sample_type=SampleType.F32)
    common: dict[str, Any] = {"bands": 1, "switching": False, "bits": 7.0}
    plain, signed, coded = (
        snr_db(x, decoded(tqa_stream(tqa_bytes(source, **common, **more))))
        for more in ({"entropy": False}, {"entropy": False, "sign_layer": True}, {})
    )
    assert plain > 36.0
    assert 1.1 < plain - signed < 1.7
    assert 1.0 < coded - plain < 2.0


def test_as_shipped_has_the_size_that_was_announced() -> None:
    x = noise(1, 512 * 100)
    facts = finish(tqa_stream(tqa_bytes(MemorySource(x), mode="as-shipped")).describe())
    assert facts["bytes"]["indices"] + facts["bytes"]["facts"] == 100 * (512 + 12)


@pytest.mark.parametrize("subtype", ["PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE"])
@pytest.mark.parametrize("mode", MODES)
def test_every_kind_of_sample_goes_through_files(tmp_path: Path, subtype: str, mode: str) -> None:
    random = np.random.default_rng(0).uniform(-0.5, 0.5, (2, 5000))
    original = write_sound(tmp_path / "x.wav", random, 44100, subtype)
    target, back = tmp_path / "x.tqa", tmp_path / "back.wav"

    finish(encode(original, target, codec="tqa", params=TqaParams(mode=mode)))
    finish(decode(target, back))

    with open_sound(original) as before, open_sound(back) as after:
        assert after.format.sample_type == before.format.sample_type
        assert (after.format.n_samples, after.format.rate_hz) == (5000, 44100)
    assert (finish(compare(original, back)).snr_db or 0.0) > 18.0


def test_float_samples_beyond_full_scale_are_kept() -> None:
    samples = np.random.default_rng(0).normal(0.0, 3.0, (1, 8192)).astype(np.float32)
    source = MemorySource(samples, sample_type=SampleType.F32)
    assert snr_db(samples, decoded(tqa_stream(tqa_bytes(source)))) > 18.0


def test_more_channels_than_8_are_refused_by_name() -> None:
    with pytest.raises(ParameterError, match="channels: 9, tqa holds 1 to 8"):
        tqa_bytes(MemorySource(noise(9, 100)))


@pytest.mark.parametrize(
    "wrong", [{"bits": 1.9}, {"bits": 8.1}, {"block": 100}, {"bands": 3}, {"mode": "x"}]
)
def test_wrong_parameters_are_refused_by_name(wrong: dict[str, Any]) -> None:
    with pytest.raises(ParameterError, match=f"{next(iter(wrong))}: .* must be"):
        TqaParams(**wrong)


@given(st.binary(min_size=11, max_size=13))
def test_any_head_is_read_as_it_would_be_written_or_refused(data: bytes) -> None:
    try:
        assert parse_head(data).as_bytes() == data
    except FormatError as error:
        assert "head of the codec" in str(error)


@pytest.mark.parametrize("block", [None, 64, 4096])
@pytest.mark.parametrize("mode", MODES)
def test_every_head_comes_back(block: int | None, mode: str) -> None:
    head = head_of(TqaParams(mode=mode, block=block, seed=12345))
    assert parse_head(head.as_bytes()) == head
