"""Writing ROADoverWAVE files, variant A and B.

The seed is written as it comes; the records wait in a nameless file beside the target
until the length of the seed is known.  Memory does not grow with the sound, but for
the eight bytes of each superframe's place.
"""

import contextlib
import os
import shutil
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from road_codec.audio.channels import Mixing, mix
from road_codec.audio.framing import pad_with_last, regroup, to_frames
from road_codec.audio.samples import Audio, SampleType
from road_codec.bitstream.tags import GREATEST_TAG
from road_codec.codecs.base import EncodeResult, Engine, SoundFormat, Source
from road_codec.codecs.classic import original
from road_codec.codecs.classic.layout import FRAME_LEN, Layout
from road_codec.codecs.classic.original import Original
from road_codec.codecs.classic.params import ClassicParams
from road_codec.codecs.classic.picture import cover_chunks
from road_codec.codecs.classic.records import pack
from road_codec.containers.riff import WaveHead, check_size, chunk_head
from road_codec.errors import ParameterError
from road_codec.fractal.analysis import Thresholds, analyse
from road_codec.fractal.items import Items, join
from road_codec.fractal.search import make_search_or_cpu
from road_codec.parallel import ordered_map
from road_codec.progress import Progress, Task
from road_codec.whole_file import spool_beside

Floats = NDArray[np.float64]

MAX_CHANNELS = 8
_THRESHOLDS_A = {
    SampleType.U8: Thresholds(5.0, 10000.0),
    SampleType.S16: Thresholds(10000.0, 10000.0),
    SampleType.S32: Thresholds(14167287856893.154, 10000.0),
}
_THRESHOLDS_B = Thresholds(120.0, 0.0)
_STORED_AS = {
    SampleType.U8: SampleType.U8,
    SampleType.S16: SampleType.S16,
    SampleType.S24: SampleType.S32,
    SampleType.S32: SampleType.S32,
    SampleType.F32: SampleType.S32,
}


def encode(
    source: Source, target: BinaryIO, params: ClassicParams, engine: Engine
) -> Task[EncodeResult]:
    """Write `source` to `target`; see `road_codec.codecs.base.Codec.encode`."""
    layout = plan_layout(source.format, params)
    thresholds = plan_thresholds(layout.sample_type, params)
    intake = Intake(source, layout)
    regrouping = _Regrouping(layout.n_rows)
    keep_tail = not (params.strict and params.variant == "b")
    # On a new machine the kernels are compiled now, which takes some seconds.
    yield Progress(0, source.format.n_samples, source.format.rate_hz, "preparing the search")
    search = make_search_or_cpu(engine.backend, engine.gpu_memory_mb)

    def work(batch: _Batch) -> tuple[_Batch, Items]:
        return batch, analyse(batch.frames, layout.geometry, thresholds, search)

    batches = _batches(intake, layout, keep_tail, search.rows_at_once)
    with spool_beside(target) as spool:
        writer = _Writer(target, spool, layout)
        done = ordered_map(work, batches, engine.threads)
        with contextlib.closing(done):
            for batch, items in done:
                yield Progress(batch.n_read, source.format.n_samples, source.format.rate_hz)
                for superframe in regrouping.add(items, len(batch.frames)):
                    writer.add(superframe)
        writer.finish(intake, params)
    notices = (*intake.notices(strict=params.strict), *search.notices)
    return EncodeResult(intake.n_read, notices)


def plan_layout(sound: SoundFormat, params: ClassicParams) -> Layout:
    """Decide what the whole file has in common.

    Raises
    ------
    ParameterError
        If the variant cannot hold such a sound.
    """
    _check_sound(sound, params)
    stereo = sound.n_channels == 2
    return Layout(
        variant=params.variant,
        sample_type=_STORED_AS[sound.sample_type],
        n_channels=sound.n_channels,
        superframe=params.superframe,
        n_units=FRAME_LEN // params.smallest_range,
        smallest_range=params.smallest_range,
        # Strict files keep the word of the original's dialog even where it has no effect.
        mixing=Mixing(params.mixing) if stereo or params.strict else Mixing.NONE,
        seed_rate_hz=sound.rate_hz // params.smallest_range,
    )


def plan_thresholds(sample_type: SampleType, params: ClassicParams) -> Thresholds:
    """Fill in the thresholds that were left open."""
    as_b = params.strict and params.variant == "b"
    default = _THRESHOLDS_B if as_b else _THRESHOLDS_A[sample_type]
    silence, range_error = params.silence_threshold, params.range_threshold
    return Thresholds(
        default.silence if silence is None else float(silence),
        default.range_error if range_error is None else float(range_error),
    )


def _check_sound(sound: SoundFormat, params: ClassicParams) -> None:
    if not 1 <= sound.n_channels <= MAX_CHANNELS:
        raise ParameterError(
            f"channels: {sound.n_channels}, road-classic holds 1 to {MAX_CHANNELS}"
        )
    if sound.rate_hz < params.smallest_range:
        raise ParameterError(
            f"rate: {sound.rate_hz} Hz leaves no seed at a smallest range of "
            f"{params.smallest_range} samples"
        )
    if params.variant == "a" and params.strict:
        if sound.n_channels != 2:
            raise ParameterError(
                f"channels: {sound.n_channels}, the program of variant a took 2 only; "
                "leave strict out or use variant b"
            )
        if sound.n_samples == 0:
            raise ParameterError(
                "an empty sound: the program of variant a writes an unreadable file; "
                "leave strict out or use variant b"
            )


@dataclass(frozen=True, slots=True)
class _Batch:
    """Rows that one thread analyses: shape (n_rows, frame_len), and samples read until then."""

    frames: Floats
    n_read: int


def _batches(
    intake: "Intake", layout: Layout, keep_tail: bool, rows_at_once: int
) -> Iterator[_Batch]:
    """Cut mixed superframes into rows (channel, frame) and these into batches."""
    held: list[Floats] = []
    n_held = 0
    for superframe in intake.superframes(keep_tail=keep_tail):
        rows = to_frames(mix(superframe, layout.mixing), FRAME_LEN).reshape(-1, FRAME_LEN)
        held.append(rows)
        n_held += len(rows)
        if n_held >= rows_at_once:
            joined = np.concatenate(held)
            for first in range(0, n_held, rows_at_once):
                yield _Batch(joined[first : first + rows_at_once], intake.n_read)
            held, n_held = [], 0
    if held:
        yield _Batch(np.concatenate(held), intake.n_read)


class _Regrouping:
    """Puts the items of consecutive batches of rows together to superframes."""

    def __init__(self, n_rows: int) -> None:
        self._n_rows = n_rows
        self._parts: list[Items] = []
        self._n_held = 0

    def add(self, items: Items, n_rows: int) -> Iterator[Items]:
        """Take the items of the next rows; yield the superframes that are complete."""
        self._parts.append(replace(items, frame=items.frame + self._n_held))
        self._n_held += n_rows
        if self._n_held < self._n_rows:
            return
        joined = join(self._parts)
        n_whole = self._n_held // self._n_rows
        bounds = np.searchsorted(joined.frame, np.arange(n_whole + 1) * self._n_rows)
        for number in range(n_whole):
            mine = joined.take(slice(int(bounds[number]), int(bounds[number + 1])))
            yield replace(mine, frame=mine.frame - number * self._n_rows)
        rest = joined.take(slice(int(bounds[-1]), len(joined)))
        self._parts = [replace(rest, frame=rest.frame - n_whole * self._n_rows)]
        self._n_held -= n_whole * self._n_rows


class Intake:
    """Turns a source into superframes in the units of the file, and remembers what happened."""

    def __init__(self, source: Source, layout: Layout) -> None:
        self.format = source.format
        self.n_read = 0
        self._source = source
        self._layout = layout
        self._n_clipped = 0
        self._n_invalid = 0
        self._n_dropped = 0
        self.tags = original.fitting_tags(source.format.tags)

    def superframes(self, *, keep_tail: bool) -> Iterator[Floats]:
        """Yield superframes (channels, samples); a kept tail is padded with its last sample."""
        length = self._layout.superframe_len
        for piece in regroup((self._convert(audio) for audio in self._source.blocks()), length):
            if piece.shape[1] == length:
                yield piece
            elif keep_tail:
                yield pad_with_last(piece, length)
            else:
                self._n_dropped = piece.shape[1]

    def notices(self, *, strict: bool) -> Iterator[str]:
        """Say what a user should know of the way in."""
        kind, stored = self.format.sample_type, self._layout.sample_type
        if kind is SampleType.F32:
            yield "float samples are stored as 32-bit integers"
        elif kind is not stored:
            yield f"{kind.bits}-bit samples are stored as {stored.bits}-bit ones, without loss"
        for key in self.format.tags.keys() - self.tags.keys():
            yield f"the tag {key} is left out: longer than {GREATEST_TAG} bytes"
        if strict and self.format.cover is not None:
            yield "the cover is left out: strict files hold what the original programs wrote"
        if self._n_invalid:
            yield f"{self._n_invalid} samples were not numbers and became 0"
        if self._n_clipped:
            yield f"{self._n_clipped} samples were beyond full scale and are clipped"
        if self._n_dropped:
            yield (
                f"the last {self._n_dropped} samples are left out, as the original program of "
                "variant b does"
            )

    def _convert(self, audio: Audio) -> Floats:
        """Return samples in the units of the file."""
        self.n_read += audio.n_samples
        kind = audio.sample_type
        if kind is SampleType.F32:
            return self._from_float(audio.samples.astype(np.float64))
        return audio.samples.astype(np.float64) * float(
            1 << (self._layout.sample_type.bits - kind.bits)
        )

    def _from_float(self, values: Floats) -> Floats:
        invalid = np.isnan(values)
        self._n_invalid += int(invalid.sum())
        values = np.where(invalid, 0.0, values) * SampleType.S32.full_scale
        inside = np.clip(values, SampleType.S32.low, SampleType.S32.high)
        self._n_clipped += int((inside != values).sum())
        return np.rint(inside)


class _Writer:
    """Puts packets where they belong."""

    def __init__(self, target: BinaryIO, spool: BinaryIO, layout: Layout) -> None:
        self._target = target
        self._spool = spool
        self._layout = layout
        self._offsets = array("q")
        self._last_seed_byte = 0
        self._find_size = 0
        self._seed_size = 0
        target.write(self._head(0))

    def add(self, items: Items) -> None:
        """Write one superframe."""
        packet = pack(items, self._layout)
        self._offsets.append(self._find_size)
        self._find_size += len(packet.record)
        self._seed_size += len(packet.seed)
        check_size("FIND", self._find_size)
        check_size("seed", self._seed_size)
        self._target.write(packet.seed)
        self._spool.write(packet.record)
        self._last_seed_byte = packet.seed[-1]

    def finish(self, intake: Intake, params: ClassicParams) -> None:
        """Write what stands behind the seed, then the head."""
        if self._layout.variant == "a" and self._offsets:
            # The original moves back by one byte and so loses the last one of the seed.
            self._target.seek(-1, os.SEEK_END)
        road = self._layout.road_payload()
        offsets = np.array(self._offsets, "<i8").tobytes()
        self._target.write(chunk_head(b"ROAD", len(road)) + road)
        self._target.write(chunk_head(b"MAP ", len(offsets)) + offsets)
        self._target.write(chunk_head(b"FIND", self._find_size))
        self._spool.seek(0)
        shutil.copyfileobj(self._spool, self._target)
        if not params.strict:
            cover = intake.format.cover
            if cover is not None:
                after_odd = self._layout.variant == "b" and self._find_size % 2 == 1
                self._target.write(cover_chunks(intake.tags, cover, after_odd=after_odd))
            self._write_original(intake)
        self._target.seek(0)
        self._target.write(self._head(self._declared_seed_size(intake, params)))

    def _write_original(self, intake: Intake) -> None:
        sound = intake.format
        payload = Original(
            intake.n_read,
            sound.rate_hz,
            sound.sample_type,
            self._last_seed_byte if self._layout.variant == "a" else 0,
            intake.tags,
        ).as_bytes()
        self._target.write(chunk_head(original.NAME, len(payload)) + payload)

    def _declared_seed_size(self, intake: Intake, params: ClassicParams) -> int:
        """Return the data size for the head: with the original's fault where strict.

        Variant A's program computed it beforehand and tested the rest of the length against
        the frame instead of the superframe (FORMAT.md, section 10).
        """
        if params.variant == "b" or not params.strict:
            return self._seed_size
        layout = self._layout
        count = intake.n_read // layout.superframe_len + (intake.n_read % FRAME_LEN != 0)
        return count * layout.seed_len * layout.sample_bytes

    def _head(self, seed_size: int) -> bytes:
        layout = self._layout
        return WaveHead(1, layout.seed_rate_hz, layout.sample_type.bits, seed_size).as_bytes()
