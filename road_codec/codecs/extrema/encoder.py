"""Writing Extrema files, of packets or as the published program did."""

from collections.abc import Iterator
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.samples import Audio, SampleType, round_to
from road_codec.codecs.base import EncodeResult, Engine, Source
from road_codec.codecs.extrema.names import KIND, VERSION
from road_codec.codecs.extrema.packet import PACKET_LEN, Packets, step_for
from road_codec.codecs.extrema.params import ExtremaParams
from road_codec.codecs.extrema.published import RATE_HZ, Writer
from road_codec.codecs.extrema.stream import head_as_bytes
from road_codec.codecs.packeted import encode_packets
from road_codec.containers.packets import PacketWriter
from road_codec.errors import ParameterError
from road_codec.progress import Progress, Task


def encode(
    source: Source, target: BinaryIO, params: ExtremaParams, engine: Engine
) -> Task[EncodeResult]:
    """Write `source` to `target`; see `road_codec.codecs.base.Codec.encode`."""
    if params.layout == "published":
        return (yield from _encode_published(source, target))
    step = step_for(params.threshold)
    writer = PacketWriter(target, KIND, VERSION, source.format, head_as_bytes(step))
    return (yield from encode_packets(source, writer, PACKET_LEN, Packets(step).encode, engine))


def _encode_published(source: Source, target: BinaryIO) -> Task[EncodeResult]:
    sound = source.format
    if sound.sample_type not in {SampleType.S16, SampleType.S32}:
        stored = SampleType.S16
    else:
        stored = sound.sample_type
    writer = Writer(stored.full_scale - 1.0)
    done = 0
    yield Progress(0, sound.n_samples, sound.rate_hz)
    for audio in source.blocks():
        target.write(writer.records(_first_channel(audio, stored)))
        done += audio.n_samples
        yield Progress(done, sound.n_samples, sound.rate_hz)
    return EncodeResult(done, tuple(_losses(source, stored, writer.n_pending)))


def _first_channel(audio: Audio, stored: SampleType) -> NDArray[np.float64]:
    samples = audio.samples[:1]
    if audio.sample_type is not stored:
        kind = audio.sample_type
        real = (samples.astype(np.float64) - kind.middle) / kind.full_scale
        samples = round_to(np.nan_to_num(real, nan=0.0), stored)
    values: NDArray[np.float64] = samples[0].astype(np.float64)
    return values


def _losses(source: Source, stored: SampleType, n_pending: int) -> Iterator[str]:
    """Say what the published layout cannot hold of this sound."""
    sound = source.format
    if sound.n_channels > 1:
        yield f"the published layout keeps the first of {sound.n_channels} channels only"
    if sound.rate_hz != RATE_HZ:
        yield f"the published layout forgets the rate: it will play at {RATE_HZ} Hz"
    if sound.tags:
        yield "the published layout has no room for tags"
    if sound.cover is not None:
        yield "the published layout has no room for a cover"
    if sound.sample_type is not stored:
        yield f"{sound.sample_type.value}-bit samples were rounded to {stored.value} bits"
    if n_pending:
        yield f"the last run of {n_pending} samples is left out, as by the published program"


def check_params(params: object) -> ExtremaParams:
    """Return the parameters if they are of this codec.

    Raises
    ------
    ParameterError
        If they are not.
    """
    if not isinstance(params, ExtremaParams):
        raise ParameterError(f"parameters are of {type(params).__name__}, not ExtremaParams")
    return params
