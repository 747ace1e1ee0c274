"""Uses encoded files as a whole program would, for tests with files that nobody meant well."""

from collections.abc import Callable

import numpy as np

from road_codec import DecodeOptions, RoadError, finish
from road_codec.codecs.base import Stream

_ENOUGH_SAMPLES = 10**6


def use(stream: Stream) -> None:
    """Decode a file, describe it and check it; whatever comes of it has to make sense."""
    n_samples = 0
    for audio in stream.blocks(DecodeOptions(bits="float")):
        assert np.isfinite(audio.samples).all()
        n_samples += audio.n_samples
        if n_samples > _ENOUGH_SAMPLES:
            return
    assert n_samples == stream.info.format.n_samples
    finish(stream.describe())
    finish(stream.check())


def is_decoded_or_refused(opener: Callable[[], Stream]) -> None:
    """Allow a file to be used or to be refused in one line, and nothing else."""
    try:
        use(opener())
    except RoadError as error:
        assert "\n" not in str(error)
