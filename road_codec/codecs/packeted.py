"""What codecs have in common whose files are packets that stand for themselves.

A codec turns a packet of samples into bytes and back; here is the rest: reading the sound in
packets, the threads, seeking, sample types, and what a file says of itself.
"""

import abc
from array import array
from bisect import bisect_right
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.framing import regroup
from road_codec.audio.samples import Audio, SampleType, round_to
from road_codec.audio.sound_format import SoundFormat
from road_codec.codecs.base import (
    DecodeOptions,
    EncodeResult,
    Engine,
    Features,
    Source,
    StreamInfo,
)
from road_codec.containers.packets import PacketWriter
from road_codec.errors import ParameterError, UnsupportedError
from road_codec.parallel import ordered_map
from road_codec.progress import Progress, Task

if TYPE_CHECKING:
    from road_codec.fractal.coded_frame import CodedFrame, CodedFrames
    from road_codec.fractal.partition import Partition

Floats = NDArray[np.float64]

MAX_CHANNELS = 8
# Decoder options that say nothing about how a file of packets sounds.
_HARMLESS = {"bits", "keep_going", "order_seed", "scale_steps"}


def encode_packets(
    source: Source,
    writer: PacketWriter,
    packet_len: int,
    make_packet: Callable[[Floats], bytes],
    engine: Engine,
) -> Task[EncodeResult]:
    """Write a sound packet by packet, several threads at work, and finish the file.

    Parameters
    ----------
    source : Source
        The sound, of at most `MAX_CHANNELS` channels.
    writer : PacketWriter
        An empty file with its head.
    packet_len : int
        Samples of every channel in a packet; the last one may be shorter.
    make_packet : callable
        Turns samples of shape (channels, 1 to packet_len), full scale ±1.0, into a payload.
        Integers are exact in them; float samples may lie beyond ±1.0 but are finite.
    engine : Engine
        How many threads.
    """
    sound = source.format
    if sound.n_channels > MAX_CHANNELS:
        raise ParameterError(f"channels: {sound.n_channels}, at most {MAX_CHANNELS} are held")
    intake = _Intake(source)

    def work(piece: Floats) -> tuple[bytes, int]:
        return make_packet(piece), piece.shape[1]

    yield Progress(0, sound.n_samples, sound.rate_hz)
    done = 0
    packets = ordered_map(work, regroup(intake.blocks(), packet_len), engine.threads)
    with closing(packets):
        for payload, n_samples in packets:
            writer.add(payload, n_samples)
            done += n_samples
            yield Progress(done, sound.n_samples, sound.rate_hz)
    writer.finish()
    return EncodeResult(done, intake.notices())


class _Intake:
    """Turns a source into finite doubles of full scale ±1.0, and remembers what was none."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._n_invalid = 0

    def blocks(self) -> Iterator[Floats]:
        for audio in self._source.blocks():
            kind = audio.sample_type
            values = (audio.samples.astype(np.float64) - kind.middle) / kind.full_scale
            if kind.is_float:
                invalid = ~np.isfinite(values)
                self._n_invalid += int(invalid.sum())
                values[invalid] = 0.0
            yield values

    def notices(self) -> tuple[str, ...]:
        if not self._n_invalid:
            return ()
        return (f"{self._n_invalid} samples were not finite numbers and became 0",)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A packet on its way: its number, and its payload unless it is damaged."""

    number: int
    payload: bytes | None


class Packets(Protocol):
    """Packets of an open file: what `PacketReader` says of its own."""

    version: int
    sound: SoundFormat
    n_packets: int
    starts: "array[int]"
    file_bytes: int
    notices: tuple[str, ...]

    def n_samples(self, number: int) -> int:
        """Return how many samples of every channel a packet holds."""

    def is_whole(self, number: int) -> bool:
        """Whether a packet was not found damaged when the file was opened."""

    def packet(self, number: int) -> bytes:
        """Return the payload of a packet."""


class PacketStream(abc.ABC):
    """A file of packets as a `road_codec.codecs.base.Stream`; a codec fills in what differs.

    Parameters
    ----------
    reader : Packets
        The open file.
    codec, variant : str
        Which codec wrote it, and in which dialect.
    notices : tuple of str
        What a user should know beside what the reader found.
    """

    def __init__(
        self, reader: Packets, codec: str, variant: str, notices: tuple[str, ...] = ()
    ) -> None:
        self.reader = reader
        self.info = StreamInfo(
            codec=codec,
            variant=variant,
            format=reader.sound,
            features=Features(),
            seed_rate_hz=None,
            file_bytes=reader.file_bytes,
            notices=(*reader.notices, *notices),
        )

    @abc.abstractmethod
    def decode_packet(self, payload: bytes, n_samples: int, number: int) -> Floats:
        """Return the samples of a packet, shape (channels, n_samples), full scale ±1.0.

        Called from several threads at once.

        Raises
        ------
        FormatError
            If the payload cannot be.
        """

    def describe_head(self) -> Mapping[str, Any]:
        """Return the fields of the codec's own head, as plain JSON types."""
        return {}

    def describe_packet(self, payload: bytes, n_samples: int) -> Mapping[str, int]:
        """Count what is in a packet; the counts of all packets are added up."""
        del payload, n_samples
        return {}

    def parts(self, payload: bytes) -> Mapping[str, int]:
        """Return how many bytes of a payload belong to what; together its size."""
        return {"packets": len(payload)}

    def samples_per_range_choices(self, highest_rate_hz: int) -> list[int]:
        """See `road_codec.codecs.base.Stream`: there is the original rate alone."""
        del highest_rate_hz
        return []

    def output_rate_hz(self, samples_per_range: int) -> int:
        """See `road_codec.codecs.base.Stream`."""
        del samples_per_range
        return self.info.format.rate_hz

    def output_format(self, options: DecodeOptions) -> SoundFormat:
        """See `road_codec.codecs.base.Stream`."""
        check_own_rate(self.info.codec, self.info.format.rate_hz, options)
        sound = self.info.format
        kind = sound.sample_type if options.bits == "own" else SampleType(options.bits)
        return replace(sound, sample_type=kind)

    def blocks(self, options: DecodeOptions, start: int = 0, threads: int = 1) -> Iterator[Audio]:
        """See `road_codec.codecs.base.Stream`."""
        out = self.output_format(options)
        first = max(0, bisect_right(self.reader.starts, max(0, start)) - 1)
        with closing(self._decoded(first, threads)) as packets:
            for number, samples in enumerate(packets, first):
                wanted = samples[:, max(0, start - self.reader.starts[number]) :]
                if wanted.shape[1]:
                    kind = out.sample_type
                    yield Audio(round_to(wanted, kind), out.rate_hz, kind)

    def piece_at(self, sample: int) -> tuple[int, int]:
        """See `road_codec.codecs.base.Stream`."""
        starts = self.reader.starts
        # Packets may be empty: the last one that begins there holds the sample.
        end = min(max(1, bisect_right(starts, max(0, sample))), max(1, len(starts) - 1))
        return starts[end - 1], starts[min(end, len(starts) - 1)]

    def seed_format(self) -> SoundFormat:
        """See `road_codec.codecs.base.Stream`."""
        raise UnsupportedError(f"{self.info.codec} files have no seed; decode it instead")

    def seed_blocks(self, start: int = 0) -> Iterator[Audio]:
        """See `road_codec.codecs.base.Stream`."""
        del start
        self.seed_format()
        yield from ()

    def coded_frames(self) -> "CodedFrames":
        """See `road_codec.codecs.base.Stream`."""
        raise self._has_no_maps()

    def coded_frame(self, number: int, channel: int) -> "CodedFrame":
        """See `road_codec.codecs.base.Stream`."""
        del number, channel
        raise self._has_no_maps()

    def partition(self, superframe: int) -> "Partition":
        """See `road_codec.codecs.base.Stream`."""
        del superframe
        raise self._has_no_maps()

    def _has_no_maps(self) -> UnsupportedError:
        return UnsupportedError(f"{self.info.codec} files hold no maps: there is no frame to show")

    def describe(self) -> Task[dict[str, Any]]:
        """See `road_codec.codecs.base.Stream`."""
        counts: dict[str, int] = {}
        parts: dict[str, int] = {}
        for piece in self._pieces(0):
            if piece.payload is not None:
                n_samples = self.reader.n_samples(piece.number)
                _add(counts, self.describe_packet(piece.payload, n_samples))
                _add(parts, self.parts(piece.payload))
            yield self._progress(piece.number)
        if self.info.format.cover is not None:
            parts["cover"] = len(self.info.format.cover.data)
        parts["rest"] = self.reader.file_bytes - sum(parts.values())
        return {
            **self.info.as_json(),
            "header": {
                "version": self.reader.version,
                "packets": self.reader.n_packets,
                **self.describe_head(),
            },
            "items": None,
            "statistics": counts,
            "bytes": parts,
        }

    def check(self) -> Task[tuple[str, ...]]:
        """See `road_codec.codecs.base.Stream`."""
        for piece in self._pieces(0):
            self._decode(piece)
            yield self._progress(piece.number)
        return self.info.notices

    def close(self) -> None:  # noqa: B027 - a codec need not open anything of its own
        """See `road_codec.codecs.base.Stream`; the file belongs to who opened it."""

    def _pieces(self, first: int) -> Iterator[_Piece]:
        for number in range(first, self.reader.n_packets):
            whole = self.reader.is_whole(number)
            yield _Piece(number, self.reader.packet(number) if whole else None)

    def _decoded(self, first: int, threads: int) -> Generator[Floats, None, None]:
        pieces = self._pieces(first)
        if threads == 1:
            yield from map(self._decode, pieces)
        else:
            yield from ordered_map(self._decode, pieces, threads)

    def _decode(self, piece: _Piece) -> Floats:
        n_samples = self.reader.n_samples(piece.number)
        if piece.payload is None:
            return np.zeros((self.info.format.n_channels, n_samples))
        return self.decode_packet(piece.payload, n_samples, piece.number)

    def _progress(self, number: int) -> Progress:
        return Progress(
            self.reader.starts[number + 1], self.info.format.n_samples, self.info.format.rate_hz
        )


def check_own_rate(codec: str, own_rate_hz: int, options: DecodeOptions) -> None:
    """Refuse decoder options that only fractal codecs have.

    Raises
    ------
    ParameterError
        If something else than the original rate, or an order of maps, is asked for.
    """
    plain = DecodeOptions()
    asked = [
        field.name
        for field in fields(options)
        if field.name not in _HARMLESS
        and getattr(options, field.name) != getattr(plain, field.name)
    ]
    if options.rate_hz == own_rate_hz or options.oversample == 1:
        asked = [name for name in asked if name not in {"rate_hz", "oversample"}]
    if asked:
        names = ", ".join(name.replace("_", "-") for name in asked)
        raise ParameterError(
            f"{names}: {codec} files decode at their own rate of {own_rate_hz} Hz only, in their "
            "own way; leave it out"
        )


def _add(sums: dict[str, int], counts: Mapping[str, int]) -> None:
    for name, count in counts.items():
        sums[name] = sums.get(name, 0) + count
