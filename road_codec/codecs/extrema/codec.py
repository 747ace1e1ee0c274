"""Extrema as the rest of the house sees it."""

from typing import TYPE_CHECKING, Any, BinaryIO

from road_codec.codecs.base import Features
from road_codec.codecs.extrema.params import BENCHMARKS, ExtremaParams
from road_codec.compiled import compiled_code_kept
from road_codec.limits import DEFAULT_LIMITS, Limits
from road_codec.progress import Task

if TYPE_CHECKING:
    from road_codec.codecs.base import EncodeResult, Engine, Source, Stream


class ExtremaCodec:
    """See `road_codec.codecs.base.Codec`."""

    id = "extrema"
    title = "Extrema"
    suffix = ".extrema"
    features = Features()
    params_type = ExtremaParams
    benchmarks = BENCHMARKS

    def recognises(self, file: BinaryIO) -> bool:
        """See `road_codec.codecs.base.Codec`."""
        from road_codec.codecs.extrema.names import KIND, is_named_as_published
        from road_codec.containers.packets import has_magic

        if has_magic(file, KIND):
            return True
        if not is_named_as_published(file):
            return False
        with compiled_code_kept():
            from road_codec.codecs.extrema.published_file import looks_published

        return looks_published(file)

    def encode(
        self, source: "Source", target: BinaryIO, params: Any, engine: "Engine"
    ) -> "Task[EncodeResult]":
        """See `road_codec.codecs.base.Codec`."""
        with compiled_code_kept():
            from road_codec.codecs.extrema.encoder import check_params, encode

        return encode(source, target, check_params(params), engine)

    def open(
        self, file: BinaryIO, *, keep_going: bool = False, limits: Limits = DEFAULT_LIMITS
    ) -> "Stream":
        """See `road_codec.codecs.base.Codec`."""
        from road_codec.codecs.extrema.names import KIND, VERSION, is_named_as_published
        from road_codec.containers.packets import PacketReader, has_magic

        with compiled_code_kept():
            from road_codec.codecs.extrema.published_file import PublishedReader
            from road_codec.codecs.extrema.stream import ExtremaStream, PublishedStream

        if is_named_as_published(file) and not has_magic(file, KIND):
            return PublishedStream(PublishedReader(file, keep_going=keep_going, limits=limits))
        reader = PacketReader(file, KIND, newest=VERSION, keep_going=keep_going, limits=limits)
        return ExtremaStream(reader)
