"""Sounds through real coders: those of the house, and those of others where they are installed."""

import sys
from pathlib import Path

import numpy as np
import pytest
from making import noise, write_sound

from road_codec import InputError, SampleType, codec_named, compare, encode, finish
from road_codec.benchmarking.coders import SOURCE, TARGET, Coder
from road_codec.benchmarking.house import house_coders
from road_codec.benchmarking.measuring import Bench, Measurement, Refusal
from road_codec.benchmarking.peers import PEERS, Peer

ROAD = (sys.executable, "-c", "from road_codec.cli.main import main; main()")
RATE = 44100
COPY = Coder(
    codec="copy",
    setting="",
    house=False,
    suffix=".copy",
    encode=("/bin/cp", SOURCE, TARGET),
    decode=("/bin/cp", SOURCE, TARGET),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder for a bench."""
    folder = tmp_path / "bench"
    folder.mkdir()
    return folder


def tones(folder: Path, subtype: str = "PCM_16", n_channels: int = 2) -> Path:
    """Write a second of tones, with a beginning from which a lag can be told."""
    seconds = np.arange(RATE) / RATE
    loud = np.sin(2 * np.pi * 440 * seconds) + 0.5 * np.sin(2 * np.pi * 1003 * seconds)
    random = np.random.default_rng(0).normal(0, 0.02, RATE)
    fading = 0.5 * (loud + random) * np.exp(-2 * seconds) * (1 << 30)
    channels = [fading * (1 - 0.1 * number) for number in range(n_channels)]
    samples = np.array(channels, np.int32)
    if subtype == "FLOAT":
        samples = (samples / (1 << 31)).astype(np.float32)
    return write_sound(folder / "tones.wav", samples, RATE, subtype)


def measured(bench: Bench, sound: Path) -> list[Measurement]:
    found = [one for one in finish(bench.measure(sound)) if isinstance(one, Measurement)]
    assert found
    return found


def test_a_codec_of_the_house_is_measured_as_the_library_codes(
    folder: Path, tmp_path: Path
) -> None:
    sound = tones(tmp_path)
    coder = house_coders(ROAD)[0]
    (found,) = measured(Bench([coder], folder), sound)
    encoded = tmp_path / f"x{coder.suffix}"
    codec = codec_named(coder.codec)
    params = codec.params_type(**dict(codec.benchmarks)[coder.setting])
    finish(encode(sound, encoded, codec=codec.id, params=params))

    assert found.source == str(sound)
    assert (found.n_samples, found.n_channels, found.seconds) == (RATE, 2, 1.0)
    assert found.encoded_bytes == encoded.stat().st_size
    assert found.comparison.snr_db == finish(compare(sound, encoded)).snr_db
    for run in (found.encoding, found.decoding):
        assert run.cpu_s > 0
        assert 30e6 < run.peak_bytes < 1e9
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("peer", PEERS, ids=[peer.codec for peer in PEERS])
def test_codecs_of_others_give_back_the_sound_in_its_place(
    folder: Path, tmp_path: Path, peer: Peer
) -> None:
    if peer.missing:
        pytest.skip(f"{', '.join(peer.missing)} is not installed")
    found = measured(Bench(peer.coders(), folder), tones(tmp_path))

    assert [one.coder for one in found] == peer.coders()
    for one in found:
        assert one.comparison.n_samples > 0.95 * RATE
        assert one.comparison.snr_db is not None
        assert one.comparison.snr_db > 15.0, one.coder.name
        assert 0 < one.encoded_bytes < 4 * RATE
        assert one.encoding.peak_bytes < 50e6
    if peer.codec == "flac":
        assert {one.comparison.peak_error for one in found} == {0.0}


@pytest.mark.parametrize("peer", PEERS, ids=[peer.codec for peer in PEERS])
@pytest.mark.parametrize("subtype", ["PCM_U8", "PCM_24", "PCM_32", "FLOAT"])
def test_codecs_of_others_do_every_sample_type(
    folder: Path, tmp_path: Path, peer: Peer, subtype: str
) -> None:
    if peer.missing:
        pytest.skip(f"{', '.join(peer.missing)} is not installed")
    (found,) = measured(Bench(peer.coders()[-1:], folder), tones(tmp_path, subtype, 1))

    assert found.comparison.snr_db is not None
    assert found.comparison.snr_db > 15.0
    if peer.codec == "flac" and subtype in {"PCM_U8", "PCM_24"}:
        assert found.comparison.peak_error == 0.0


def test_a_sound_in_samples_that_are_not_taken_is_compared_as_it_was(
    folder: Path, tmp_path: Path
) -> None:
    coarse = Coder(
        codec="copy",
        setting="8 bits",
        house=False,
        suffix=".copy",
        encode=COPY.encode,
        decode=COPY.decode,
        takes=(SampleType.U8,),
    )
    exact, rounded = measured(Bench([COPY, coarse], folder), tones(tmp_path))

    assert exact.comparison.peak_error == 0.0
    assert 0.0 < (rounded.comparison.peak_error or 0.0) <= 1 / 256
    assert rounded.encoded_bytes < exact.encoded_bytes


def test_so_many_seconds_and_repeats_as_asked_for(folder: Path, tmp_path: Path) -> None:
    counted = Coder(
        codec="copy",
        setting="counted",
        house=False,
        suffix=".copy",
        encode=("/bin/sh", "-c", f'echo >>{tmp_path}/count; cp "$0" "$1"', SOURCE, TARGET),
        decode=COPY.decode,
    )
    sound = tones(tmp_path)
    bench = Bench([counted], folder, seconds=0.25, repeats=3)
    (found,) = measured(bench, sound)
    (again,) = measured(bench, sound)

    assert found.n_samples == again.n_samples == RATE // 4
    # Once to warm up, and not again for the second sound of that kind.
    assert len((tmp_path / "count").read_text()) == 1 + 3 + 3


def test_who_cannot_do_a_sound_is_told_and_the_others_go_on(folder: Path, tmp_path: Path) -> None:
    says = ("/bin/sh", "-c", 'echo "$0: too loud" >&2; exit 1', SOURCE, TARGET)
    refusing = Coder(
        codec="x", setting="s", house=False, suffix=".x", encode=says, decode=COPY.decode
    )
    silent = Coder(
        codec="y", setting="s", house=False, suffix=".y", encode=("/bin/true",), decode=COPY.decode
    )
    sound = tones(tmp_path)
    first, second, third = finish(Bench([refusing, silent, COPY], folder).measure(sound))

    assert isinstance(first, Refusal)
    assert str(first.error) == f"{sound}: x, s: exit code 1: original.wav: too loud"
    assert isinstance(second, Refusal)
    assert "coded.y" in str(second.error)
    assert isinstance(third, Measurement)
    assert list(folder.iterdir()) == []


def test_a_sound_that_is_not_there_is_an_error(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        finish(Bench([COPY], folder).measure(tmp_path / "missing.wav"))


def test_stopping_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    endless = Coder(
        codec="x",
        setting="s",
        house=False,
        suffix=".x",
        encode=("/usr/bin/tail", "-f", SOURCE),
        decode=(),
    )
    task = Bench([COPY, endless], folder).measure(
        write_sound(tmp_path / "x.wav", noise(1, 3000).astype(np.int16))
    )
    while next(task).note != "x, s: warming up":
        pass
    task.close()

    assert list(folder.iterdir()) == []
