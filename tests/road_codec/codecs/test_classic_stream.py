"""A ROAD file decodes from any place, at any rate, in any order, and rightly by default."""

import struct
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st
from making import opened
from numpy.typing import NDArray

from road_codec import (
    DecodeOptions,
    FormatError,
    ParameterError,
    UnsupportedError,
    check,
    describe_file,
    encode,
    finish,
    open_stream,
    write_seed,
)
from road_codec.codecs.classic.params import ClassicParams

Ints = NDArray[np.int16]
RATE = 44100
N_SAMPLES = 30001


def music(n_channels: int = 2, n_samples: int = N_SAMPLES) -> NDArray[np.float64]:
    """Return a chirp with overtones and silence, shape (samples, channels), within ±0.5."""
    time = np.arange(n_samples) / RATE
    channels = []
    for channel in range(n_channels):
        phase = 2 * np.pi * (200 + 150 * channel + 900 * time) * time
        wave = 0.3 * np.sin(phase) + 0.1 * np.sin(3 * phase + 1)
        channels.append(np.where((time > 0.2) & (time < 0.3), 0.0, wave))
    return np.stack(channels, axis=1)


@pytest.fixture(scope="module")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., tuple[Path, Ints]]:
    """Encode the music once for every combination of parameters; return file and samples."""
    folder = tmp_path_factory.mktemp("encoded")
    made: dict[str, tuple[Path, Ints]] = {}

    def make(n_channels: int = 2, subtype: str = "PCM_16", **params: Any) -> tuple[Path, Ints]:
        key = f"{n_channels}-{subtype}-{sorted(params.items())}"
        if key not in made:
            sound = folder / f"{len(made)}.wav"
            soundfile.write(sound, music(n_channels), RATE, subtype=subtype)
            target = folder / f"{len(made)}.road.wav"
            finish(encode(sound, target, params=ClassicParams(**params)))
            made[key] = target, soundfile.read(sound, dtype="int16", always_2d=True)[0].T
        return made[key]

    return make


def decoded(path: Path, start: int = 0, **options: Any) -> NDArray[Any]:
    with open_stream(path) as stream:
        blocks = [audio.samples for audio in stream.blocks(DecodeOptions(**options), start)]
    return np.concatenate(blocks, axis=1)


def snr_db(original: NDArray[Any], other: NDArray[Any]) -> float:
    original, other = original.astype(float), other.astype(float)
    return float(10 * np.log10(np.sum(original**2) / np.sum((original - other) ** 2)))


@pytest.mark.parametrize("mixing", ["mid", "side", "none"])
@pytest.mark.parametrize("variant", ["a", "b"])
def test_sound_comes_back_at_its_length_whatever_the_mixing(
    encoded: Callable[..., tuple[Path, Ints]], mixing: str, variant: str
) -> None:
    path, samples = encoded(mixing=mixing, variant=variant)
    found = decoded(path)
    assert found.shape == samples.shape
    assert snr_db(samples, found) > 35


@settings(max_examples=25, deadline=None)
@given(
    start=st.integers(0, 2 * N_SAMPLES), order=st.sampled_from(["sequential", "shuffle", "coin"])
)
def test_decoding_from_any_place_gives_the_same_samples(
    encoded: Callable[..., tuple[Path, Ints]], start: int, order: str
) -> None:
    path, _ = encoded(superframe=3)
    options: dict[str, Any] = {"oversample": Fraction(2), "order": order, "order_seed": 9}
    whole = decoded(path, **options)
    with open_stream(path) as stream:
        tail = [audio.samples for audio in stream.blocks(DecodeOptions(**options), start)]
    found = np.concatenate(tail, axis=1) if tail else whole[:, :0]
    np.testing.assert_array_equal(found, whole[:, start:])


def test_rates_lengths_and_samples_per_range_belong_together(
    encoded: Callable[..., tuple[Path, Ints]],
) -> None:
    path, _ = encoded(smallest_range=8)
    with open_stream(path) as stream:
        assert stream.samples_per_range_choices(192000) == [1, 2, 4, 8, 16, 32]
        for options, rate_hz in (
            (DecodeOptions(oversample=Fraction(2)), 88200),
            (DecodeOptions(rate_hz=22050), 22050),
            (DecodeOptions(samples_per_range=3), 16538),
            (DecodeOptions(samples_per_range=1, as_original=True), 5512),
        ):
            out = stream.output_format(options)
            assert out.rate_hz == rate_hz
            assert sum(audio.n_samples for audio in stream.blocks(options)) == out.n_samples


def test_a_rate_that_cannot_be_had_is_refused_with_those_that_can(
    encoded: Callable[..., tuple[Path, Ints]],
) -> None:
    path, _ = encoded()
    with open_stream(path) as stream:
        with pytest.raises(ParameterError, match=r"rate: 48000 Hz: .* 22050, 44100, 88200"):
            stream.output_format(DecodeOptions(rate_hz=48000))
        with pytest.raises(ParameterError, match="exclude each other"):
            stream.output_format(DecodeOptions(rate_hz=44100, samples_per_range=4))


def test_over_clocking_keeps_what_was_there_and_adds_above_it(
    encoded: Callable[..., tuple[Path, Ints]],
) -> None:
    path, samples = encoded()
    double = decoded(path, oversample=Fraction(2), bits="float")
    pairs = (double[:, ::2] + double[:, 1::2]) / 2
    assert snr_db(samples / 32768, pairs) > 25
    spectrum = np.abs(np.fft.rfft(double[0]))
    assert spectrum[len(spectrum) // 2 :].max() > 0


@pytest.mark.parametrize("bits", ["24", "32"])
def test_expanding_fills_the_new_bits(encoded: Callable[..., tuple[Path, Ints]], bits: str) -> None:
    path, _ = encoded()
    wide = decoded(path, bits=bits).astype(np.int64)
    step = 1 << (int(bits) - 16)
    # Truncation goes towards zero at either width.
    np.testing.assert_array_equal(np.trunc(wide / step), decoded(path))
    assert len(np.unique(wide % step)) > 50


def test_random_orders_differ_by_seed_and_lead_to_the_same_sound(
    encoded: Callable[..., tuple[Path, Ints]],
) -> None:
    path, samples = encoded()
    first = decoded(path, order="shuffle", order_seed=1)
    assert not np.array_equal(first, decoded(path, order="shuffle", order_seed=2))
    np.testing.assert_array_equal(first, decoded(path, order="shuffle", order_seed=1))
    assert abs(snr_db(samples, first) - snr_db(samples, decoded(path))) < 1.0


def test_without_passes_the_seed_is_heard(encoded: Callable[..., tuple[Path, Ints]]) -> None:
    path, _ = encoded(n_channels=1)
    steps = decoded(path, passes=0)
    with open_stream(path) as stream:
        seed = np.concatenate([audio.samples for audio in stream.seed_blocks()], axis=1)
        assert stream.seed_format().rate_hz == RATE // 4
    np.testing.assert_array_equal(steps[0], np.repeat(seed[0], 4)[:N_SAMPLES])


def test_the_seed_can_be_entered_anywhere_and_written(
    encoded: Callable[..., tuple[Path, Ints]], tmp_path: Path
) -> None:
    path, _ = encoded()
    finish(write_seed(path, tmp_path / "seed.wav"))
    written, rate_hz = soundfile.read(tmp_path / "seed.wav", dtype="int16")
    assert (rate_hz, len(written)) == (11025, -(-N_SAMPLES // 4))
    with open_stream(path) as stream:
        tail = np.concatenate([audio.samples for audio in stream.seed_blocks(5000)], axis=1)
    np.testing.assert_array_equal(tail[0], written[5000:])
    # Any WAVE player sees the same sound in the file itself, and silence behind it.
    played, _ = soundfile.read(path, dtype="int16")
    np.testing.assert_array_equal(played[: len(written)], written)


def test_side_of_variant_b_is_unmixed_rightly_unless_as_the_old_player_did(
    encoded: Callable[..., tuple[Path, Ints]],
) -> None:
    path, samples = encoded(mixing="side")
    right = decoded(path)
    as_original = decoded(path, as_original=True)[:, :N_SAMPLES]
    assert snr_db(samples, right) > 35
    np.testing.assert_allclose(as_original, np.stack((-right[1], right[0])), atol=1)


def test_wrapped_differences_of_8_bits_are_read_as_signed(
    encoded: Callable[..., tuple[Path, Ints]],
) -> None:
    path, samples = encoded(subtype="PCM_U8", range_threshold=4.0, silence_threshold=1.0)
    wanted = samples >> 8
    mended = decoded(path).astype(int) - 128
    old = decoded(path, as_original=True)[:, :N_SAMPLES].astype(int) - 128
    assert snr_db(wanted, mended) > 20
    assert snr_db(wanted, old) < 3


def test_the_byte_that_variant_a_overwrites_is_restored(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    sound = tmp_path / "loud.wav"
    loud = (20000 + rng.integers(-9000, 9000, (20480, 2))).astype(np.int16)
    soundfile.write(sound, loud, RATE)
    averages = {}
    for name, params in (
        ("b", ClassicParams()),
        ("a", ClassicParams(variant="a")),
        ("strict", ClassicParams(variant="a", strict=True)),
    ):
        target = tmp_path / f"{name}.road.wav"
        finish(encode(sound, target, params=params))
        with open_stream(target) as stream:
            blocks = [audio.samples for audio in stream.seed_blocks()]
        averages[name] = int(blocks[-1][0, -1])
        if name == "strict":
            overwritten = decoded(target, as_original=True)[0, -4:]
    assert averages["a"] == averages["b"]
    # Without our chunk the top byte is taken so that it comes nearest to its neighbour.
    assert abs(averages["strict"] - averages["b"]) % 256 == 0
    assert abs(int(overwritten.mean()) - (ord("R") << 8)) < 20000


def test_scales_divided_by_128_are_recognised_and_can_be_forced(
    encoded: Callable[..., tuple[Path, Ints]], tmp_path: Path
) -> None:
    path, samples = encoded(n_channels=1, strict=True, range_threshold=1e4)
    data = bytearray(path.read_bytes())
    with open_stream(path) as stream:
        facts = finish(stream.describe())
        reader = stream._reader  # type: ignore[attr-defined]
        n_whole = reader.n_superframes * reader.layout.superframe_len
        for number in range(reader.n_superframes):
            record = reader.record(number)
            n_mapped = int(reader.items(number).mapped.sum())
            end = data.index(record) + len(record)
            for at in range(end - n_mapped, end):
                data[at] = min(127, round(data[at] * 128 / 255))
    assert facts["items"]["greatest_scale_code"] > 127
    other = tmp_path / "b2.road.wav"
    other.write_bytes(data)
    wanted = samples[:, :n_whole]
    assert snr_db(wanted, decoded(other)) > 30
    assert snr_db(wanted, decoded(other, scale_steps=255)) < 25


def test_a_file_of_ours_is_not_taken_for_b2_however_small_its_scales_are(tmp_path: Path) -> None:
    # Every ramp is half of the shrunken ramp: no scale is above 0.5.
    ramps = np.tile(np.arange(-32768, 32768, 32, dtype=np.int16), 10)
    sound, target = tmp_path / "ramps.wav", tmp_path / "ramps.road.wav"
    soundfile.write(sound, ramps, RATE)
    finish(encode(sound, target))

    with open_stream(target) as stream:
        items = finish(stream.describe())["items"]
    assert items["mapped"] > 500
    assert items["greatest_scale_code"] == 127
    assert snr_db(ramps, decoded(target)) > 70


def test_encrypted_files_give_their_seed_alone(
    encoded: Callable[..., tuple[Path, Ints]], tmp_path: Path
) -> None:
    path, _ = encoded()
    data = bytearray(path.read_bytes())
    at = data.index(b"ROAD") + 8 + 28
    data[at : at + 4] = struct.pack("<I", 77)
    find = data.index(b"FIND") + 8
    data[find : find + 100] = bytes(range(100, 200))
    other = tmp_path / "encrypted.road.wav"
    other.write_bytes(data)
    facts = finish(describe_file(other))
    assert facts["header"]["encryption"] == 77
    assert facts["items"]["total"] == 0
    assert sum(facts["bytes"].values()) == len(data)
    with open_stream(other) as stream:
        assert "encryption code 77" in stream.info.notices[0]
        assert sum(audio.n_samples for audio in stream.seed_blocks()) > 0
        with pytest.raises(UnsupportedError, match="only the seed"):
            next(iter(stream.blocks(DecodeOptions())))


@pytest.mark.parametrize("threads", [2, 8])
@pytest.mark.parametrize(
    ("start", "options"),
    [(0, {}), (12345, {"samples_per_range": 16, "order": "shuffle"}), (29999, {"bits": "float"})],
)
def test_threads_change_no_sample(
    encoded: Callable[..., tuple[Path, Ints]], threads: int, start: int, options: dict[str, Any]
) -> None:
    path, _ = encoded(superframe=1)
    with open_stream(path) as stream:
        blocks = stream.blocks(DecodeOptions(**options), start, threads)
        together = np.concatenate([audio.samples for audio in blocks], axis=1)
    np.testing.assert_array_equal(together, decoded(path, start, **options))


def test_all_that_is_whole_before_the_damage_comes_out_with_any_number_of_threads(
    encoded: Callable[..., tuple[Path, Ints]],
) -> None:
    path, _ = encoded(superframe=1)
    data = path.read_bytes()
    with open_stream(path) as stream:
        half = finish(stream.describe())["header"]["superframes"] // 2
    # One record in the middle: nothing but silent blocks that are too long.
    damaged = bytearray(data)
    find = data.index(b"FIND") + 8
    map_at = data.index(b"MAP ") + 8
    begin, end = np.frombuffer(data[map_at + 8 * half : map_at + 8 * half + 16], "<i8")
    damaged[find + begin : find + end] = b"\xff" * int(end - begin)
    for threads in (1, 2, 4):
        stream = opened(bytes(damaged), keep_going=True)
        blocks = stream.blocks(DecodeOptions(), threads=threads)
        n_samples = 0
        with pytest.raises(FormatError, match=f"superframe {half} "):
            for audio in blocks:
                n_samples += audio.n_samples
        assert n_samples == half * 2048


def test_a_superframe_of_many_channels_is_decoded_in_bounded_pieces(
    encoded: Callable[..., tuple[Path, Ints]],
) -> None:
    path, samples = encoded(n_channels=3, superframe=256)
    with open_stream(path) as stream:
        options = DecodeOptions(samples_per_range=256, bits="float")
        sizes = [audio.samples.size for audio in stream.blocks(options)]
    assert max(sizes) <= 1 << 20
    assert sum(sizes) == samples.size * 64


def test_a_sound_file_checks_out(encoded: Callable[..., tuple[Path, Ints]]) -> None:
    path, _ = encoded()
    assert finish(check(path)) == ()


def test_superframes_are_found_by_the_samples_in_them(
    encoded: Callable[..., tuple[Path, Ints]],
) -> None:
    path, _ = encoded()
    with open_stream(path) as stream:
        frames = stream.coded_frames()
        length = frames.superframe * frames.frame_len
        assert 1 < N_SAMPLES / length < 5
        for sample, start in ((-1, 0), (0, 0), (length - 1, 0), (length, length), (1 << 40, None)):
            begin = (N_SAMPLES - 1) // length * length if start is None else start
            assert stream.piece_at(sample) == (begin, min(begin + length, N_SAMPLES))
