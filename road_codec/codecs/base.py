"""What every codec of the house offers: the protocol, and the values that pass through it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from road_codec.audio.sound_format import SoundFormat
from road_codec.errors import ParameterError
from road_codec.limits import DEFAULT_LIMITS, Limits
from road_codec.params import check_limits, choice, flag, number
from road_codec.progress import Task

if TYPE_CHECKING:
    from road_codec.audio.samples import Audio
    from road_codec.fractal.coded_frame import CodedFrame, CodedFrames
    from road_codec.fractal.partition import Partition

__all__ = [
    "Codec",
    "DecodeOptions",
    "EncodeResult",
    "Engine",
    "Features",
    "SoundFormat",
    "Source",
    "Stream",
    "StreamInfo",
]

MAX_SAMPLES_PER_RANGE = 1024
MAX_PASSES = 64


class Source(Protocol):
    """A sound that is read from front to back."""

    @property
    def format(self) -> SoundFormat:
        """What the sound is."""

    def blocks(self, start: int = 0) -> "Iterator[Audio]":
        """Yield the sound from sample `start` on, in blocks of bounded size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodeOptions:
    """How a fractal file is turned into sound.

    At most one of `samples_per_range`, `oversample` and `rate_hz` is given; none of
    them means the original rate.
    """

    samples_per_range: int | None = number(
        None,
        low=1,
        high=MAX_SAMPLES_PER_RANGE,
        unit="samples",
        doc="Output samples for each smallest range; as many as it had gives the original rate.",
        automatic="the original rate",
        rare=True,
    )
    oversample: Fraction | None = None
    rate_hz: int | None = number(
        None,
        low=1,
        high=1 << 30,
        unit="Hz",
        doc="Output rate, one of those the file can have.",
        automatic="the original rate",
        rare=True,
    )
    bits: str = choice(
        "own",
        among=("own", "8", "16", "24", "32", "float"),
        doc="Bits per output sample; more than the file's are synthesised, not padded with zeros.",
    )
    order: str = choice(
        "sequential",
        among=("sequential", "coin", "shuffle"),
        doc="Order in which the maps of a frame are applied.",
        rare=True,
    )
    order_seed: int = number(
        0, low=0, high=(1 << 63) - 1, doc="Repeats the same random order.", rare=True
    )
    passes: int | None = number(
        None,
        low=0,
        high=MAX_PASSES,
        doc="Times that all maps are applied; 0 gives the steps of the seed.",
        automatic="what the file's own player did",
        rare=True,
    )
    as_original: bool = flag(
        False,
        doc="Do exactly what the old player did, with its faults and its rate and length.",
        rare=True,
    )
    scale_steps: int | None = choice(
        None,
        among=(128, 255),
        doc="What scale codes are divided by, where the file does not tell.",
        automatic="guessed from the codes",
        rare=True,
    )
    keep_going: bool = flag(
        False, doc="Decode what is whole of a damaged file instead of refusing it."
    )

    def __post_init__(self) -> None:
        check_limits(self)
        given = (self.samples_per_range, self.oversample, self.rate_hz)
        if sum(value is not None for value in given) > 1:
            raise ParameterError("rate, oversample and samples per range exclude each other")


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What a codec offers beside storing a sound, for whoever shows choices.

    Attributes
    ----------
    seed : bool
        Its files hold a low-rate preview that any WAVE player plays.
    rates : bool
        They decode at other rates than the original's.
    order : bool
        Their maps can be applied in any order, any number of times.
    """

    seed: bool = False
    rates: bool = False
    order: bool = False


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """What an encoded file says about itself.

    Attributes
    ----------
    codec, variant : str
        Which codec wrote it, and in which dialect.
    format : SoundFormat
        The original sound, as exactly as the file tells.
    features : Features
        What can be done with it beside decoding.
    seed_rate_hz : int or None
        Rate at which the seed plays; None where there is none.
    file_bytes : int
        Size of the file.
    notices : tuple of str
        Oddities that a user should know, one line each; those that begin with "damaged: "
        tell what is missing of the sound.
    """

    codec: str
    variant: str
    format: SoundFormat
    features: Features
    seed_rate_hz: int | None
    file_bytes: int
    notices: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return it as plain JSON types, with what follows from it."""
        sound = self.format
        seconds, pcm_bytes = sound.seconds, sound.pcm_bytes
        return {
            "codec": self.codec,
            "variant": self.variant,
            "file_bytes": self.file_bytes,
            "rate_hz": sound.rate_hz,
            "channels": sound.n_channels,
            "sample_type": sound.sample_type.value,
            "samples": sound.n_samples,
            "seconds": seconds,
            "kbit_per_s": self.file_bytes * 8 / seconds / 1000 if seconds else None,
            "ratio": self.file_bytes / pcm_bytes if pcm_bytes else None,
            "tags": dict(sound.tags),
            "cover": None if sound.cover is None else sound.cover.as_json(),
            "notices": list(self.notices),
        }


class Stream(Protocol):
    """An encoded file, open for decoding from any place."""

    @property
    def info(self) -> StreamInfo:
        """What the file says about itself."""

    def samples_per_range_choices(self, highest_rate_hz: int) -> list[int]:
        """List the powers of two from 1 up whose output rate is at most `highest_rate_hz`.

        Empty where the file decodes at its own rate only.
        """

    def output_rate_hz(self, samples_per_range: int) -> int:
        """Return the output rate of a number of samples per range."""

    def output_format(self, options: DecodeOptions) -> SoundFormat:
        """Return what `blocks` gives with these options."""

    def blocks(self, options: DecodeOptions, start: int = 0, threads: int = 1) -> "Iterator[Audio]":
        """Decode from output sample `start` on, a superframe or less at a time.

        With several threads the next blocks are computed while one is used; the samples
        are the same.
        """

    def piece_at(self, sample: int) -> tuple[int, int]:
        """Return where the superframe or packet that holds a sample begins and ends.

        In samples of the original, the end being that of the sound at the most; a sample
        before the first counts as that, one behind the last as the last.
        """

    def seed_format(self) -> SoundFormat:
        """Return what `seed_blocks` gives; an `UnsupportedError` where there is no seed."""

    def seed_blocks(self, start: int = 0) -> "Iterator[Audio]":
        """Yield the seed, the low-rate preview that any WAVE player plays."""

    def coded_frames(self) -> "CodedFrames":
        """Say what frames of maps the file is made of; an `UnsupportedError` where of none."""

    def coded_frame(self, number: int, channel: int) -> "CodedFrame":
        """Return the ranges and maps of one frame of one coded channel, both from 0."""

    def partition(self, superframe: int) -> "Partition":
        """Return the ranges and maps of all frames of a superframe, from 0, as `coded_frame`."""

    def describe(self) -> Task[dict[str, Any]]:
        """Read through the file; return all that is known of it, as plain JSON types.

        Beside `StreamInfo.as_json`: ``header`` (every field), ``items`` (of a fractal file
        the leaves by kind and length, else None), ``statistics`` (what the codec counts, by
        name) and ``bytes`` (where they go; they add up to the size of the file).
        """

    def check(self) -> Task[tuple[str, ...]]:
        """Check all that can be checked without the original; return notices."""

    def close(self) -> None:
        """Let go of the file."""


@dataclass(frozen=True, slots=True)
class Engine:
    """With what to compute.

    Attributes
    ----------
    backend : str
        Search back end, or ``auto``.  Where ``gpu`` finds none, the CPU is used and the result
        has a notice; the bytes are the same.
    threads : int
        Threads that one task may use.
    gpu_memory_mb : int
        Memory that arrays on a GPU may take, in MiB, of all tasks together.
    """

    backend: str = "auto"
    threads: int = 1
    gpu_memory_mb: int = 2048


@dataclass(frozen=True, slots=True)
class EncodeResult:
    """What an encoder knows at its end.

    Attributes
    ----------
    n_samples : int
        Samples of one channel that were read.
    notices : tuple of str
        What a user should know: converted depths, dropped tails.
    """

    n_samples: int
    notices: tuple[str, ...] = ()


class Codec(Protocol):
    """A way of storing sound, and all that the rest of the house needs to know of it."""

    @property
    def id(self) -> str:
        """Name on the command line."""

    @property
    def title(self) -> str:
        """Name for people."""

    @property
    def suffix(self) -> str:
        """Ending of its files, with the dot."""

    @property
    def features(self) -> Features:
        """What it offers beside storing a sound."""

    @property
    def params_type(self) -> type:
        """Class of its encoder parameters, described by `road_codec.params`."""

    @property
    def benchmarks(self) -> tuple[tuple[str, Mapping[str, Any]], ...]:
        """Settings at which it is compared with others, those of few bits first.

        Each is a label and the parameters that differ from their defaults, by name.
        """

    def recognises(self, file: BinaryIO) -> bool:
        """Whether a file is of this codec; reads a little and raises nothing."""

    def encode(
        self, source: Source, target: BinaryIO, params: Any, engine: Engine
    ) -> Task[EncodeResult]:
        """Write `source` to the empty, seekable `target`."""

    def open(
        self, file: BinaryIO, *, keep_going: bool = False, limits: Limits = DEFAULT_LIMITS
    ) -> Stream:
        """Open an encoded file, which must stay open as long as the stream."""
