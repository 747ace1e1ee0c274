"""ROADoverWAVE as the rest of the house sees it."""

from typing import TYPE_CHECKING, Any, BinaryIO

from road_codec.codecs.classic.params import BENCHMARKS, FEATURES, ClassicParams
from road_codec.compiled import compiled_code_kept
from road_codec.errors import ParameterError, RoadError
from road_codec.limits import DEFAULT_LIMITS, Limits
from road_codec.progress import Task

if TYPE_CHECKING:
    from road_codec.codecs.base import EncodeResult, Engine, Source, Stream


class ClassicCodec:
    """See `road_codec.codecs.base.Codec`."""

    id = "road-classic"
    title = "ROAD classic"
    suffix = ".road.wav"
    features = FEATURES
    params_type = ClassicParams
    benchmarks = BENCHMARKS

    def recognises(self, file: BinaryIO) -> bool:
        """See `road_codec.codecs.base.Codec`."""
        from road_codec.codecs.classic.reader import find_road
        from road_codec.containers.riff import read_wave_head

        try:
            find_road(file, read_wave_head(file))
        except (RoadError, OSError):
            return False
        return True

    def encode(
        self, source: "Source", target: BinaryIO, params: Any, engine: "Engine"
    ) -> "Task[EncodeResult]":
        """See `road_codec.codecs.base.Codec`."""
        with compiled_code_kept():
            from road_codec.codecs.classic.encoder import encode

        if not isinstance(params, ClassicParams):
            raise ParameterError(f"parameters are of {type(params).__name__}, not ClassicParams")
        return encode(source, target, params, engine)

    def open(
        self, file: BinaryIO, *, keep_going: bool = False, limits: Limits = DEFAULT_LIMITS
    ) -> "Stream":
        """See `road_codec.codecs.base.Codec`."""
        with compiled_code_kept():
            from road_codec.codecs.classic.stream import ClassicStream
        from road_codec.codecs.classic.reader import ClassicReader, find_road
        from road_codec.containers.riff import read_wave_head

        variant, _ = find_road(file, read_wave_head(file, limits))
        if variant == "c":
            from road_codec.codecs.classic.development import DevelopmentReader

            return ClassicStream(DevelopmentReader(file, keep_going=keep_going, limits=limits))
        return ClassicStream(ClassicReader(file, keep_going=keep_going, limits=limits))
