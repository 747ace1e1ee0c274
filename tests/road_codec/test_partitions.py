"""The partitions of a file: what maps make of sounds, beside an original, and counted."""

import numpy as np
import pytest
from extrema_files import encode_extrema, open_extrema
from making import MemorySource, decoded, encoded, noise, opened

from road_codec import (
    DecodeOptions,
    ParameterError,
    PartitionTally,
    SuperframeSource,
    UnsupportedError,
    coded_original,
    count_partitions,
    finish,
)
from road_codec.codecs.base import Stream

SUPERFRAME = 2 * 2048


def stereo(mixing: str = "none") -> tuple[Stream, MemorySource]:
    samples = noise(2, 9000, seed=3)
    samples[:, 4096:6200] = 40  # a quiet stretch, for silent blocks
    source = MemorySource(samples)
    return opened(encoded(source, superframe=2, smallest_range=8, mixing=mixing)), source


def test_a_partition_has_the_frames_of_its_superframe() -> None:
    stream, _ = stereo("mid")
    partition = stream.partition(1)
    for channel, coded in enumerate(partition.channels):
        table = coded.ranges()
        assert np.array_equal(table.start[1:], (table.start + table.length)[:-1])
        assert table.start[-1] + table.length[-1] == coded.n_samples == SUPERFRAME
        for frame in range(2):
            alone = stream.coded_frame(2 + frame, channel)
            mine = table.frame == frame
            assert np.array_equal(alone.items.start, table.start[mine] - frame * 2048)
            assert np.array_equal(alone.items.domain, table.domain[mine] - frame * 2048)
            assert np.array_equal(alone.after(3), coded.after(3)[frame * 2048 :][:2048])
    assert (~table.mapped).any()
    assert [table.at(place) for place in (-5, 0, SUPERFRAME + 9)] == [0, 0, len(table) - 1]
    with pytest.raises(ParameterError, match="superframe 3: there are 3"):
        stream.partition(3)


def test_random_orders_are_those_of_the_decoder() -> None:
    stream, _ = stereo()
    whole = decoded(stream, bits="float", order="shuffle", order_seed=7, passes=2)
    coded = stream.partition(1).channels[1]
    made = coded.after(2, order="shuffle", seed=7)
    assert np.array_equal(made.astype(np.float32), whole[1, SUPERFRAME : 2 * SUPERFRAME])


def test_the_fixed_point_is_its_own_collage() -> None:
    coded = stereo()[0].partition(1).channels[0]
    fixed = coded.fixed_point()
    assert np.allclose(coded.collage(fixed), fixed, atol=1e-8)
    assert np.abs(coded.after(1) - fixed).max() > 1e-4
    assert coded.fixed_point(zoom=2).shape == (2 * SUPERFRAME,)


def test_the_steps_of_a_map_end_in_the_collage() -> None:
    coded = stereo()[0].partition(0).channels[0]
    table, sound = coded.ranges(), noise(1, SUPERFRAME, seed=9)[0] / 32768
    collage = coded.collage(sound)
    for number in np.flatnonzero(table.mapped)[::7]:
        start, length, first = table.start[number], table.length[number], table.domain[number]
        steps = coded.steps(int(number), sound)
        assert np.array_equal(steps.domain, sound[first : first + 2 * length])
        turned = steps.shrunken[::-1] if table.reversed[number] else steps.shrunken
        assert np.array_equal(steps.turned, turned)
        assert np.allclose(steps.placed, collage[start : start + length])
    with pytest.raises(IndexError):
        coded.steps(len(table), sound)


@pytest.mark.parametrize("mixing", ["none", "mid", "side"])
def test_the_original_is_mixed_like_the_file(mixing: str) -> None:
    stream, source = stereo(mixing)
    for superframe in range(3):
        coded = coded_original(stream, source, superframe)
        assert coded.shape == (2, SUPERFRAME)
        for channel, frames in enumerate(stream.partition(superframe).channels):
            error = coded[channel] - frames.fixed_point()
            # Noise is hard to describe; of the other channel nothing would be left at all.
            assert (error**2).mean() < 0.6 * (coded[channel] ** 2).mean()
            assert frames.rms(error).shape == (len(frames.ranges()),)
    left = np.concatenate([coded_original(stream, source, n)[0] for n in range(2)])
    parts = {"none": (1.0, 0.0), "mid": (0.5, 0.5), "side": (0.5, -0.5)}[mixing]
    real = np.concatenate([audio.as_float() for audio in source.blocks()], axis=1)
    wanted = parts[0] * real[0] + parts[1] * real[1]
    assert np.allclose(left, wanted[: 2 * SUPERFRAME])


def test_another_sound_is_no_original() -> None:
    stream, _ = stereo()
    with pytest.raises(ParameterError, match="it is not its original"):
        coded_original(stream, MemorySource(noise(1, 500)), 0)
    short = MemorySource(noise(2, 500))
    assert not coded_original(stream, short, 2).any()


def test_a_whole_file_is_counted() -> None:
    stream, _ = stereo()
    counted = finish(count_partitions(stream))
    described = finish(stream.describe())["items"]
    assert {str(key): n for key, n in counted.mapped.items()} == described["mapped_by_length"]
    assert {str(key): n for key, n in counted.silent.items()} == described["silent_by_length"]
    assert counted.n_reversed == described["reversed"]
    assert counted.scales.sum() == counted.distances.sum() == counted.n_mapped
    assert counted.n_silent > 0
    silent = np.full(3, np.nan, np.float32)
    finish(count_partitions(stream, silent))
    assert silent.tolist() == [stream.partition(n).silent_share for n in range(3)]
    assert 0 < silent[1] < 1
    one = PartitionTally(2048)
    one.add(stream.partition(0))
    assert one.result().n_mapped < counted.n_mapped


def test_a_codec_without_maps_has_no_partition() -> None:
    stream = open_extrema(encode_extrema(MemorySource(noise(1, 100)))[0])
    with pytest.raises(UnsupportedError, match="hold no maps"):
        stream.partition(0)
    with pytest.raises(UnsupportedError, match="hold no maps"):
        finish(count_partitions(stream))


@pytest.mark.parametrize("zoom", [1, 2])
def test_a_superframe_is_a_sound_of_its_own(zoom: int) -> None:
    stream, _ = stereo("mid")
    options = DecodeOptions(bits="float", passes=2, order="coin", order_seed=5, oversample=zoom)
    whole = np.concatenate([audio.samples for audio in stream.blocks(options)], axis=1)
    length = SUPERFRAME * zoom
    for number in range(3):
        sound = SuperframeSource(stream, number, options)
        wanted = whole[:, number * length : (number + 1) * length]
        found = np.concatenate([audio.samples for audio in sound.blocks()], axis=1)
        assert sound.format.n_samples == wanted.shape[1]
        assert np.array_equal(found, wanted)
    late = np.concatenate([audio.samples for audio in sound.blocks(300)], axis=1)
    assert np.array_equal(late, wanted[:, 300:])
    assert list(sound.blocks(length)) == []
    with pytest.raises(ParameterError, match="superframe 3: there are 3"):
        SuperframeSource(stream, 3, options)
