"""From the items of a ROADoverWAVE file to sound: the decoder's way through a whole file.

Source: FORMAT.md, section 14.  Frames are independent.  Superframes are read one after the
other and cut into pieces of a few frames, so that memory stays bounded however far a file is
over-clocked; the pieces may be computed in several threads.
"""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.channels import Mixing, unmix
from road_codec.audio.samples import Audio, SampleType, quantise
from road_codec.codecs.base import DecodeOptions, SoundFormat
from road_codec.codecs.classic.reader import ClassicReader
from road_codec.errors import FormatError
from road_codec.fractal.items import Floats, Ints, Items
from road_codec.fractal.order import Order, orders
from road_codec.fractal.synthesis import synthesise
from road_codec.parallel import ordered_map

if TYPE_CHECKING:
    from road_codec.codecs.classic.development import DevelopmentReader

PASSES = 4
# Output samples of all channels that are decoded in one go with so many passes: 8 MB.
_SAMPLES_AT_ONCE = 1 << 20
# Maps of a damaged file may make each other louder and louder, up to infinity.
_GREATEST = 1e15


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some frames of one superframe.

    Attributes
    ----------
    number, first, count : int
        The superframe, and which of its frames.
    content : Items or ndarray
        Their leaves; of variant C the coded channels themselves, shape (channels, samples).
    """

    number: int
    first: int
    count: int
    content: Items | Floats


@dataclass(frozen=True, slots=True)
class Rendering:
    """One way of decoding a file.

    Attributes
    ----------
    reader : ClassicReader or DevelopmentReader
        The file.
    options : DecodeOptions
        What was asked for.
    samples_per_range : int
        What that comes to.
    scale_steps : int
        What scale codes are divided by.
    out : SoundFormat
        What comes out.
    """

    reader: "ClassicReader | DevelopmentReader"
    options: DecodeOptions
    samples_per_range: int
    scale_steps: int
    out: SoundFormat

    def blocks(self, start: int, threads: int) -> Iterator[Audio]:
        """Yield the sound from output sample `start` on, piece by piece."""
        start, total = max(0, start), self.out.n_samples or 0
        pieces = self._pieces(start, total)
        # A single frame that is larger than a piece may be: no two of them at once.
        if threads == 1 or self._frame_out * self.out.n_channels > _SAMPLES_AT_ONCE:
            done = (self._render(piece) for piece in pieces)
        else:
            done = ordered_map(self._render, pieces, threads)
        position = start - start % self._frame_out
        with closing(done):
            for samples in done:
                wanted = samples[:, max(0, start - position) : max(0, total - position)]
                position += samples.shape[1]
                if wanted.shape[1]:
                    yield Audio(wanted, self.out.rate_hz, self.out.sample_type)

    @property
    def _frame_out(self) -> int:
        """Output samples of a frame."""
        return self.reader.layout.n_units * self.samples_per_range

    @property
    def _passes(self) -> int:
        return PASSES if self.options.passes is None else self.options.passes

    def _pieces(self, start: int, total: int) -> Iterator[_Piece]:
        """Read what the output samples from `start` to `total` are made of, in order."""
        layout, options = self.reader.layout, self.options
        first_frame, n_frames = start // self._frame_out, -(-total // self._frame_out)
        work = self._frame_out * layout.n_channels * max(1, self._passes // PASSES)
        at_once = max(1, _SAMPLES_AT_ONCE // work)
        for number in range(first_frame // layout.superframe, self.reader.n_superframes):
            before = number * layout.superframe
            if before >= n_frames:
                return
            first, last = max(0, first_frame - before), min(layout.superframe, n_frames - before)
            if self._is_exact:
                exact = self.reader.exact(number).reshape(layout.n_channels, layout.superframe, -1)
                some = exact[:, first:last].reshape(layout.n_channels, -1)
                yield _Piece(number, first, last - first, some)
                continue
            items = self.reader.items(number, as_original=options.as_original)
            for begin in range(first, last, at_once):
                count = min(at_once, last - begin)
                yield _Piece(
                    number, begin, count, _frames_of(items, begin, count, layout.superframe)
                )

    @property
    def _is_exact(self) -> bool:
        """Whether the residual of variant C applies: at the original rate, with nothing changed."""
        layout, options = self.reader.layout, self.options
        plain = options.passes is None and options.order == "sequential" and not options.as_original
        return layout.variant == "c" and plain and self.samples_per_range == layout.smallest_range

    def _render(self, piece: _Piece) -> NDArray[Any]:
        """Return the output samples of a piece, shape (channels, samples)."""
        layout, content = self.reader.layout, piece.content
        if isinstance(content, Items):
            coded = synthesise(
                content,
                piece.count * layout.n_channels,
                layout.frame_len,
                Fraction(self.samples_per_range, layout.smallest_range),
                self.scale_steps,
                self._order(content, piece),
            ).reshape(layout.n_channels, -1)
        else:
            coded = content
        # Written so that what is not a number is refused too.
        if not max(coded.max(initial=0.0), -coded.min(initial=0.0)) <= _GREATEST:
            raise FormatError(f"superframe {piece.number}: its maps diverge")
        return self._finish(coded)

    def _order(self, items: Items, piece: _Piece) -> Ints:
        """Return the order of the maps; what a frame gets depends on its place alone."""
        order = Order(self.options.order)
        if order is Order.SEQUENTIAL:
            return orders(order, len(items), self._passes, ())
        bounds = items.bounds(piece.count * self.reader.layout.n_channels)
        rows = []
        for row, (begin, end) in enumerate(pairwise(bounds.tolist())):
            channel, frame = divmod(row, piece.count)
            place = (self.options.order_seed, piece.number, channel, piece.first + frame)
            rows.append(orders(order, end - begin, self._passes, place) + begin)
        return np.concatenate(rows, axis=1)

    def _finish(self, coded: Floats) -> NDArray[Any]:
        """Un-mix, and turn the file's units into those of the output."""
        layout, kind = self.reader.layout, self.out.sample_type
        swapped = self.options.as_original and layout.variant == "b"
        if swapped and layout.mixing is Mixing.SIDE and len(coded) == 2:
            # The old player swaps the channels and inverts the first (FORMAT.md, section 11).
            sound = np.stack((coded[0] - coded[1], coded[0] + coded[1]))
        else:
            sound = unmix(coded, layout.mixing)
        return quantise(_rescale(sound, layout.sample_type, kind), kind)


def _frames_of(items: Items, first: int, count: int, superframe: int) -> Items:
    """Take some frames of every channel, renumbered from 0."""
    if count == superframe:
        return items
    channel, frame = np.divmod(items.frame, superframe)
    wanted = (frame >= first) & (frame < first + count)
    new_frame = channel[wanted] * count + frame[wanted] - first
    return replace(items.take(wanted), frame=new_frame)


def _rescale(sound: Floats, kind: SampleType, out: SampleType) -> Floats:
    """Turn values in units of `kind` into units of `out`.

    The factor is a power of two and so exact: the same bits as if all averages had been
    multiplied before iterating, which is how the original synthesises extra bits.
    """
    if kind is out:
        return sound
    return (sound - kind.middle) * (out.full_scale / kind.full_scale) + out.middle
