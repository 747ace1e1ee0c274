"""A ROADoverWAVE file, open for decoding from any place.

It knows what a file can be decoded to; `rendering` does it.
"""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from road_codec.audio.channels import Mixing
from road_codec.audio.samples import Audio, SampleType, quantise
from road_codec.codecs.base import (
    MAX_SAMPLES_PER_RANGE,
    DecodeOptions,
    SoundFormat,
    StreamInfo,
)
from road_codec.codecs.classic.describe import describe_stream
from road_codec.codecs.classic.params import FEATURES
from road_codec.codecs.classic.reader import ClassicReader
from road_codec.codecs.classic.rendering import Rendering
from road_codec.errors import FormatError, ParameterError, UnsupportedError
from road_codec.fractal.coded_frame import CodedFrame, CodedFrames
from road_codec.fractal.items import Items
from road_codec.fractal.partition import CodedChannel, Partition
from road_codec.progress import Progress, Task

if TYPE_CHECKING:
    from road_codec.codecs.classic.development import DevelopmentReader

# Output samples of one frame of all channels, which are decoded together: 256 MB.  A frame of
# 512 units, the most of any known file, has as many with 64 channels at the greatest rate.
_GREATEST_FRAME = 1 << 25
_STANDARD_RATES = (
    8000,
    11025,
    12000,
    16000,
    22050,
    24000,
    32000,
    37800,
    44056,
    44100,
    47250,
    48000,
    50000,
    50400,
    64000,
    88200,
    96000,
    176400,
    192000,
    352800,
    384000,
    705600,
    768000,
)


def true_rate_hz(seed_rate_hz: int, smallest_range: int) -> int:
    """Undo the rounding of ``rate // smallest_range`` where a standard rate fits."""
    least = seed_rate_hz * smallest_range
    for rate in _STANDARD_RATES:
        if least <= rate < least + smallest_range:
            return rate
    return least


class ClassicStream:
    """See `road_codec.codecs.base.Stream`."""

    def __init__(self, reader: "ClassicReader | DevelopmentReader") -> None:
        self._reader = reader
        self._scale_steps: int | None = None
        layout, original = reader.layout, reader.original
        self._capacity = reader.n_superframes * layout.superframe_len
        units = layout.n_channels * layout.n_units
        self._greatest_p = max(1, min(MAX_SAMPLES_PER_RANGE, _GREATEST_FRAME // units))
        notices = list(reader.notices)
        if layout.encryption:
            notices.append(f"encryption code {layout.encryption}: only the seed can be played")
        self.info = StreamInfo(
            codec="road-classic",
            variant=reader.variant_name,
            format=SoundFormat(
                rate_hz=original.rate_hz
                if original
                else true_rate_hz(layout.seed_rate_hz, layout.smallest_range),
                n_channels=layout.n_channels,
                sample_type=original.sample_type if original else layout.sample_type,
                n_samples=original.n_samples if original else self._capacity,
                tags=dict(original.tags) if original else {},
                cover=reader.cover,
            ),
            features=FEATURES,
            seed_rate_hz=layout.seed_rate_hz,
            file_bytes=reader.file_bytes,
            notices=tuple(notices),
        )

    def samples_per_range_choices(self, highest_rate_hz: int) -> list[int]:
        """See `road_codec.codecs.base.Stream`."""
        powers = [1 << exponent for exponent in range(self._greatest_p.bit_length())]
        fitting = [p for p in powers if self.output_rate_hz(p) <= highest_rate_hz]
        return fitting or powers[:1]

    def output_rate_hz(self, samples_per_range: int) -> int:
        """See `road_codec.codecs.base.Stream`."""
        unit = self._reader.layout.smallest_range
        return max(1, round(self.info.format.rate_hz * samples_per_range / unit))

    def output_format(self, options: DecodeOptions) -> SoundFormat:
        """See `road_codec.codecs.base.Stream`."""
        samples_per_range = self.resolve_samples_per_range(options)
        layout = self._reader.layout
        if options.as_original:
            n_samples = self._capacity * samples_per_range // layout.smallest_range
            rate_hz = layout.seed_rate_hz * samples_per_range
            sample_type = layout.sample_type
        else:
            zoom = Fraction(samples_per_range, layout.smallest_range)
            n_samples = -(-(self.info.format.n_samples or 0) * zoom.numerator // zoom.denominator)
            rate_hz = self.output_rate_hz(samples_per_range)
            sample_type = self.info.format.sample_type
        if options.bits != "own":
            sample_type = SampleType(options.bits)
        own = self.info.format
        return SoundFormat(rate_hz, layout.n_channels, sample_type, n_samples, own.tags, own.cover)

    def resolve_samples_per_range(self, options: DecodeOptions) -> int:
        """Turn whichever of rate, factor and samples per range was given into the latter.

        Raises
        ------
        ParameterError
            If the file cannot be decoded at what was asked for.
        """
        unit = self._reader.layout.smallest_range
        if options.samples_per_range is not None:
            wanted = Fraction(options.samples_per_range)
        elif options.oversample is not None:
            wanted = options.oversample * unit
        elif options.rate_hz is not None:
            wanted = Fraction(options.rate_hz * unit, self.info.format.rate_hz)
            nearest = max(1, round(wanted))
            if self.output_rate_hz(nearest) == options.rate_hz:
                wanted = Fraction(nearest)
        else:
            wanted = Fraction(unit)
        if wanted.denominator != 1 or not 1 <= wanted <= self._greatest_p:
            raise ParameterError(self._unreachable(options, wanted))
        return int(wanted)

    def _unreachable(self, options: DecodeOptions, wanted: Fraction) -> str:
        rates = [str(self.output_rate_hz(p)) for p in self.samples_per_range_choices(400000)]
        asked = (
            f"rate: {options.rate_hz} Hz"
            if options.rate_hz is not None
            else f"{float(wanted):g} samples per range"
        )
        return (
            f"{asked}: this file decodes at whole numbers of samples per range from 1 to "
            f"{self._greatest_p}, such as {', '.join(rates)} Hz"
        )

    def blocks(self, options: DecodeOptions, start: int = 0, threads: int = 1) -> Iterator[Audio]:
        """See `road_codec.codecs.base.Stream`."""
        layout = self._reader.layout
        if layout.encryption:
            raise UnsupportedError(
                f"encryption code {layout.encryption}: only the seed of this file can be decoded"
            )
        yield from Rendering(
            self._reader,
            options,
            self.resolve_samples_per_range(options),
            self.scale_steps(options),
            self.output_format(options),
        ).blocks(start, threads)

    def scale_steps(self, options: DecodeOptions) -> int:
        """Return what scale codes are divided by."""
        if options.scale_steps is not None:
            return options.scale_steps
        if self._scale_steps is None:
            self._scale_steps = self._reader.guess_scale_steps()
        return self._scale_steps

    def piece_at(self, sample: int) -> tuple[int, int]:
        """See `road_codec.codecs.base.Stream`."""
        length, n_samples = self._reader.layout.superframe_len, self.info.format.n_samples or 0
        start = min(max(0, sample), max(0, n_samples - 1)) // length * length
        return start, min(start + length, n_samples)

    def seed_format(self) -> SoundFormat:
        """See `road_codec.codecs.base.Stream`."""
        layout = self._reader.layout
        n_samples = self._reader.n_superframes * layout.seed_len
        known = self.info.format.n_samples or 0
        wanted = min(n_samples, -(-known // layout.smallest_range))
        own = self.info.format
        return SoundFormat(layout.seed_rate_hz, 1, layout.sample_type, wanted, own.tags, own.cover)

    def seed_blocks(self, start: int = 0) -> Iterator[Audio]:
        """See `road_codec.codecs.base.Stream`."""
        layout, out = self._reader.layout, self.seed_format()
        total = out.n_samples or 0
        for number in range(max(0, start) // layout.seed_len, self._reader.n_superframes):
            position = number * layout.seed_len
            if position >= total:
                return
            seed = self._reader.seed_samples(number)[np.newaxis]
            if layout.difference_channel == 0 and layout.sample_type is SampleType.U8:
                # A seed of differences lies around 0; 8-bit sound lies around 128.
                seed = seed + SampleType.U8.middle
            piece = seed[:, max(0, start - position) : total - position]
            yield Audio(quantise(piece, out.sample_type), out.rate_hz, out.sample_type)

    def coded_frames(self) -> CodedFrames:
        """See `road_codec.codecs.base.Stream`."""
        layout = self._reader.layout
        if layout.encryption:
            raise UnsupportedError(f"encryption code {layout.encryption}: the maps cannot be read")
        mixed = layout.n_channels == 2 and layout.mixing is not Mixing.NONE
        names = ("mid", "side") if layout.mixing is Mixing.MID else ("side", "mid")
        numbers = tuple(str(number + 1) for number in range(layout.n_channels))
        return CodedFrames(
            self._reader.n_superframes * layout.superframe,
            layout.frame_len,
            layout.smallest_range,
            layout.superframe,
            self.info.format.rate_hz,
            names if mixed else numbers,
        )

    def coded_frame(self, number: int, channel: int) -> CodedFrame:
        """See `road_codec.codecs.base.Stream`."""
        shape = self.coded_frames()
        if not (0 <= number < shape.n_frames and 0 <= channel < len(shape.channels)):
            raise ParameterError(
                f"frame {number} of channel {channel}: there are {shape.n_frames} frames of "
                f"{len(shape.channels)} channels"
            )
        superframe, frame = divmod(number, shape.superframe)
        return self._frame_of(self._reader.items(superframe), shape, (superframe, channel, frame))

    def partition(self, superframe: int) -> Partition:
        """See `road_codec.codecs.base.Stream`."""
        shape = self.coded_frames()
        if not 0 <= superframe < self._reader.n_superframes:
            raise ParameterError(
                f"superframe {superframe}: there are {self._reader.n_superframes}, from 0"
            )
        items = self._reader.items(superframe)
        return Partition(
            superframe,
            tuple(
                CodedChannel(
                    tuple(
                        self._frame_of(items, shape, (superframe, channel, frame))
                        for frame in range(shape.superframe)
                    )
                )
                for channel in range(len(shape.channels))
            ),
        )

    def _frame_of(
        self, items: Items, shape: CodedFrames, place: tuple[int, int, int]
    ) -> CodedFrame:
        """Take a frame out of the items of a superframe; its place is that, channel, frame."""
        _, channel, frame = place
        row = channel * shape.superframe + frame
        first, last = np.searchsorted(items.frame, (row, row + 1))
        mine = items.take(slice(int(first), int(last)))
        mine = replace(mine, frame=np.zeros(len(mine), np.int64))
        kind, steps = self._reader.layout.sample_type, self.scale_steps(DecodeOptions())
        # A side channel, the difference of two, lies around 0 whatever the samples lie around.
        middle = 0.0 if shape.channels[channel] == "side" else float(kind.middle)
        return CodedFrame(
            mine, shape.frame_len, mine.scale / steps, middle, kind.full_scale, steps, place
        )

    def describe(self) -> Task[dict[str, Any]]:
        """See `road_codec.codecs.base.Stream`."""
        return describe_stream(self._reader, self.info)

    def check(self) -> Task[tuple[str, ...]]:
        """See `road_codec.codecs.base.Stream`."""
        total = self.info.format.n_samples
        done = 0
        if not self._reader.layout.encryption:
            for audio in self.blocks(DecodeOptions(bits="float")):
                done += audio.n_samples
                yield Progress(done, total, self.info.format.rate_hz)
            if done != total:
                raise FormatError(f"{done} samples were decoded, {total} are declared")
        return self.info.notices

    def close(self) -> None:
        """See `road_codec.codecs.base.Stream`; the file belongs to who opened it."""
