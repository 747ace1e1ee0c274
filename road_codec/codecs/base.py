"""What every codec of the house offers: the protocol, and the values that pass through it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from road_codec.errors import ParameterError
from road_codec.limits import DEFAULT_LIMITS, Limits
from road_codec.params import check_limits, choice, flag, number
from road_codec.progress import Task

if TYPE_CHECKING:
    from road_codec.audio.samples import Audio, SampleType

MAX_SAMPLES_PER_RANGE = 1024
MAX_PASSES = 64


@dataclass(frozen=True, slots=True)
class SoundFormat:
    """What a sound is, apart from its samples.

    Attributes
    ----------
    rate_hz : int
        Samples per second of one channel.
    n_channels : int
        Number of channels.
    sample_type : SampleType
        Meaning of the numbers.
    n_samples : int or None
        Length in samples of one channel; None where only reading to the end will tell.
    tags : mapping of str to str
        Title, artist and so on.
    """

    rate_hz: int
    n_channels: int
    sample_type: "SampleType"
    n_samples: int | None
    tags: Mapping[str, str] = field(default_factory=dict)

    @property
    def seconds(self) -> float | None:
        """Duration, None while the length is unknown."""
        return None if self.n_samples is None else self.n_samples / self.rate_hz


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
    )
    oversample: Fraction | None = None
    rate_hz: int | None = number(
        None,
        low=1,
        high=1 << 30,
        unit="Hz",
        doc="Output rate, one of those the file can have.",
        automatic="the original rate",
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
    )
    order_seed: int = number(0, low=0, high=(1 << 63) - 1, doc="Repeats the same random order.")
    passes: int | None = number(
        None,
        low=0,
        high=MAX_PASSES,
        doc="Times that all maps are applied; 0 gives the steps of the seed.",
        automatic="what the file's own player did",
    )
    as_original: bool = flag(
        False, doc="Do exactly what the old player did, with its faults and its rate and length."
    )
    scale_steps: int | None = choice(
        None,
        among=(128, 255),
        doc="What scale codes are divided by, where the file does not tell.",
        automatic="guessed from the codes",
    )
    keep_going: bool = flag(
        False, doc="Decode what is whole of a damaged file instead of refusing it."
    )

    def __post_init__(self) -> None:
        check_limits(self)
        given = (self.samples_per_range, self.oversample, self.rate_hz)
        if sum(value is not None for value in given) > 1:
            raise ParameterError("rate, oversample and samples per range exclude each other")


@dataclass(frozen=True, slots=True)
class StreamInfo:
    """What an encoded file says about itself.

    Attributes
    ----------
    codec, variant : str
        Which codec wrote it, and in which dialect.
    format : SoundFormat
        The original sound, as exactly as the file tells.
    seed_rate_hz : int
        Rate at which the seed plays.
    file_bytes : int
        Size of the file.
    notices : tuple of str
        Oddities that a user should know, one line each.
    """

    codec: str
    variant: str
    format: SoundFormat
    seed_rate_hz: int
    file_bytes: int
    notices: tuple[str, ...] = ()


class Stream(Protocol):
    """An encoded file, open for decoding from any place."""

    @property
    def info(self) -> StreamInfo:
        """What the file says about itself."""

    def samples_per_range_choices(self, highest_rate_hz: int) -> list[int]:
        """List the powers of two from 1 up whose output rate is at most `highest_rate_hz`."""

    def output_rate_hz(self, samples_per_range: int) -> int:
        """Return the output rate of a number of samples per range."""

    def output_format(self, options: DecodeOptions) -> SoundFormat:
        """Return what `blocks` gives with these options."""

    def blocks(self, options: DecodeOptions, start: int = 0, threads: int = 1) -> "Iterator[Audio]":
        """Decode from output sample `start` on, a superframe or less at a time.

        With several threads the next blocks are computed while one is used; the samples
        are the same.
        """

    def seed_format(self) -> SoundFormat:
        """Return what `seed_blocks` gives."""

    def seed_blocks(self, start: int = 0) -> "Iterator[Audio]":
        """Yield the seed, the low-rate preview that any WAVE player plays."""

    def describe(self) -> Task[dict[str, Any]]:
        """Read through the file; return every header field and statistics of the items."""

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
        Search back end, or ``auto``.
    threads : int
        Threads that one task may use.
    """

    backend: str = "auto"
    threads: int = 1


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
    def params_type(self) -> type:
        """Class of its encoder parameters, described by `road_codec.params`."""

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
