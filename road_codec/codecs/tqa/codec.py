"""TQA as the rest of the house sees it."""

from typing import TYPE_CHECKING, Any, BinaryIO

from road_codec.codecs.base import Features
from road_codec.codecs.tqa.params import BENCHMARKS, TqaParams
from road_codec.compiled import compiled_code_kept
from road_codec.errors import ParameterError
from road_codec.limits import DEFAULT_LIMITS, Limits
from road_codec.progress import Task

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from road_codec.codecs.base import EncodeResult, Engine, Source, Stream

KIND = b"TQA "
VERSION = 1


class TqaCodec:
    """See `road_codec.codecs.base.Codec`."""

    id = "tqa"
    title = "TQA"
    suffix = ".tqa"
    features = Features()
    params_type = TqaParams
    benchmarks = BENCHMARKS

    def recognises(self, file: BinaryIO) -> bool:
        """See `road_codec.codecs.base.Codec`."""
        from road_codec.containers.packets import has_magic

        return has_magic(file, KIND)

    def encode(
        self, source: "Source", target: BinaryIO, params: Any, engine: "Engine"
    ) -> "Task[EncodeResult]":
        """See `road_codec.codecs.base.Codec`."""
        if not isinstance(params, TqaParams):
            raise ParameterError(f"parameters are of {type(params).__name__}, not TqaParams")
        return _encode(source, target, params, engine)

    def open(
        self, file: BinaryIO, *, keep_going: bool = False, limits: Limits = DEFAULT_LIMITS
    ) -> "Stream":
        """See `road_codec.codecs.base.Codec`."""
        from road_codec.containers.packets import PacketReader

        with compiled_code_kept():
            from road_codec.codecs.tqa.stream import TqaStream

        reader = PacketReader(file, KIND, newest=VERSION, keep_going=keep_going, limits=limits)
        return TqaStream(reader)


def _encode(
    source: "Source", target: BinaryIO, params: TqaParams, engine: "Engine"
) -> "Task[EncodeResult]":
    from road_codec.codecs.packeted import MAX_CHANNELS, encode_packets
    from road_codec.containers.packets import PacketWriter

    with compiled_code_kept():
        from road_codec.codecs.tqa.head import head_of
        from road_codec.codecs.tqa.rotated import PACKET_LEN
        from road_codec.codecs.tqa.shipped import ShippedPackets
        from road_codec.codecs.tqa.stream import rotated_packets

    sound, head = source.format, head_of(params)
    if sound.n_channels > MAX_CHANNELS:
        raise ParameterError(f"channels: {sound.n_channels}, tqa holds 1 to {MAX_CHANNELS}")
    shipped = ShippedPackets(head.block_len, sound.n_channels, head.seed)
    rotated = None if head.shipped else rotated_packets(head, sound.n_channels)

    def payload(samples: "NDArray[np.float64]") -> bytes:
        if rotated is None:
            return shipped.encode(samples)
        return rotated.encode(
            samples,
            bits=params.bits,
            switching=params.switching,
            sample_type=sound.sample_type,
        )

    writer = PacketWriter(target, KIND, VERSION, sound, head.as_bytes())
    return (yield from encode_packets(source, writer, PACKET_LEN, payload, engine))
