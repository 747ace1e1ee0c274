"""A look at single frames: what the maps of a file say, and the sound that they make."""

import numpy as np
import pytest
from extrema_files import encode_extrema, open_extrema
from making import MemorySource, decoded, encoded, noise, opened

from road_codec import ParameterError, SampleType
from road_codec.codecs.base import Stream
from road_codec.codecs.extrema.codec import ExtremaCodec
from road_codec.errors import UnsupportedError


def stereo(mixing: str = "none") -> Stream:
    source = MemorySource(noise(2, 9000, seed=3))
    return opened(encoded(source, superframe=2, smallest_range=8, mixing=mixing))


def test_the_ranges_cover_each_frame() -> None:
    stream = stereo()
    shape = stream.coded_frames()
    assert (shape.frame_len, shape.superframe, shape.channels) == (2048, 2, ("1", "2"))
    assert shape.n_frames == 6
    for number in range(shape.n_frames):
        for channel in range(2):
            items = stream.coded_frame(number, channel).items
            ends = items.start + items.length
            assert items.start[0] == 0
            assert ends[-1] == shape.frame_len
            assert np.array_equal(items.start[1:], ends[:-1])


def test_the_sound_of_a_frame_is_that_of_the_file() -> None:
    stream = stereo()
    whole = decoded(stream, bits="float")
    frames = [stream.coded_frame(number, 1).after(4) for number in range(4)]
    assert np.array_equal(np.concatenate(frames).astype(np.float32), whole[1, : 4 * 2048])


def test_mid_and_side_are_named_and_the_side_lies_around_0() -> None:
    samples = noise(2, 3000, peak=100) + 128
    source = MemorySource(samples, sample_type=SampleType.U8)
    stream = opened(encoded(source, mixing="mid"))
    assert stream.coded_frames().channels == ("mid", "side")
    for channel in range(2):
        assert abs(stream.coded_frame(0, channel).after(4).mean()) < 0.2


def test_no_pass_gives_the_steps_of_the_means() -> None:
    frame = stereo().coded_frame(0, 0)
    steps = frame.after(0)
    for start, length, mean in zip(
        frame.items.start, frame.items.length, frame.items.mean, strict=True
    ):
        assert np.all(steps[start : start + length] == mean / 32768)


def test_at_the_fixed_point_a_map_gives_its_own_range() -> None:
    frame = stereo().coded_frame(1, 0)
    sound = frame.after(64)
    for number in np.flatnonzero(frame.items.mapped)[:40]:
        start, length = frame.items.start[number], frame.items.length[number]
        found = frame.contracted(int(number), sound)
        assert np.allclose(found, sound[start : start + length], atol=1e-9)


def test_the_order_of_the_maps_does_not_matter_in_the_end() -> None:
    frame = stereo().coded_frame(2, 1)
    shuffled = frame.after(64, order="shuffle", seed=5)
    assert np.allclose(shuffled, frame.after(64), atol=1e-9)
    assert not np.allclose(frame.after(1, order="shuffle", seed=5), frame.after(1))


def test_places_that_are_not_there_are_refused() -> None:
    stream = stereo()
    for number, channel in ((-1, 0), (6, 0), (0, 2)):
        with pytest.raises(ParameterError, match="there are 6 frames of 2 channels"):
            stream.coded_frame(number, channel)


def test_a_codec_without_maps_says_so() -> None:
    stream = open_extrema(encode_extrema(MemorySource(noise(1, 100)))[0])
    assert not ExtremaCodec.features.order
    with pytest.raises(UnsupportedError, match="hold no maps"):
        stream.coded_frames()
    with pytest.raises(UnsupportedError, match="hold no maps"):
        stream.coded_frame(0, 0)
