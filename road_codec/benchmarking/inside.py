"""One sound through one codec at one setting, in this process: encode, decode, compare."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from road_codec.audio.sound_format import SoundFormat
from road_codec.benchmarking.excerpts import check_ordinary, write_excerpt
from road_codec.codecs.base import Engine
from road_codec.codecs.registry import all_codecs, codec_named
from road_codec.errors import InputError, RoadError
from road_codec.metrics.report import Comparison, JsonValue, plain
from road_codec.operations import compare, decode, encode, open_sound
from road_codec.progress import Progress, Task, as_part

WARM_S = 1.0
"""Sound that is coded before anything is timed, so that compiled kernels are loaded."""

# How much of the way encoding, decoding and comparing are; measured, roughly.
_SHARES = (0.6, 0.25, 0.15)
_STEPS = 1000
_ORIGINAL, _SHORT, _WARM, _DECODED = "original", "short.wav", "warm", "decoded.wav"
# Leaves room in 255 bytes for the setting, the ending and the name of an unfinished file.
_STEM_BYTES = 100
_FORBIDDEN = '<>:"/\\|?*'

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class CodecSetting:
    """A codec of the house at a setting.

    Attributes
    ----------
    codec : str
        Its id.
    label : str
        What people call the setting.
    params : object
        Encoder parameters, of the codec's `params_type`.
    """

    codec: str
    label: str
    params: Any


def benchmark_settings() -> list[CodecSetting]:
    """List every codec of the registry at each of its `benchmarks`."""
    return [
        CodecSetting(codec=codec.id, label=label, params=codec.params_type(**values))
        for codec in all_codecs()
        for label, values in codec.benchmarks
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """The beginning of a sound, as a WAVE file without tags.

    Attributes
    ----------
    sound : Path
        What it was taken from.
    path : Path
        Where it is.
    format : SoundFormat
        What it is; its length is known.
    """

    sound: Path
    path: Path
    format: SoundFormat

    @property
    def n_samples(self) -> int:
        """Samples of one channel, at least 1."""
        return self.format.n_samples or 1

    @property
    def seconds(self) -> float:
        """Duration."""
        return self.n_samples / self.format.rate_hz


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a codec at a setting made of an excerpt.

    Attributes
    ----------
    setting : CodecSetting
        Which.
    excerpt : Excerpt
        Of what.
    encoded : Path
        The codec's file.
    encoded_bytes : int
        Its size.
    encode_s, decode_s : float
        Wall time in this process, reading and writing of the files included, what the caller
        did between the steps left out.
    comparison : Comparison
        Of the decoded sound with the excerpt.
    """

    setting: CodecSetting
    excerpt: Excerpt
    encoded: Path
    encoded_bytes: int
    encode_s: float
    decode_s: float
    comparison: Comparison

    @property
    def bits_per_sample(self) -> float:
        """Encoded bits for each sample of each channel."""
        return 8.0 * self.encoded_bytes / (self.excerpt.n_samples * self.excerpt.format.n_channels)

    @property
    def kbit_per_s(self) -> float:
        """Encoded thousands of bits per second, of all channels together."""
        return 8.0 * self.encoded_bytes / self.excerpt.seconds / 1000.0

    @property
    def ratio(self) -> float:
        """Encoded size as a share of the samples without compression."""
        return self.encoded_bytes / max(1, self.excerpt.format.pcm_bytes)

    @property
    def encode_times_real_time(self) -> float:
        """How many times faster than the sound lasts it was encoded."""
        return self.excerpt.seconds / max(self.encode_s, 1e-9)

    @property
    def decode_times_real_time(self) -> float:
        """How many times faster than the sound lasts it was decoded."""
        return self.excerpt.seconds / max(self.decode_s, 1e-9)

    def as_json(self) -> dict[str, JsonValue]:
        """Return the numbers as plain values for JSON."""
        found = self.comparison
        return {
            "encoded_bytes": self.encoded_bytes,
            "bits_per_sample": self.bits_per_sample,
            "kbit_per_s": self.kbit_per_s,
            "ratio": self.ratio,
            "snr_db": plain(found.snr_db),
            "segmental_snr_db": plain(found.segmental_snr_db),
            "si_sdr_db": plain(found.si_sdr_db),
            "log_spectral_distance_db": plain(found.log_spectral_distance_db),
            "envelope_difference_db": plain(found.envelope_difference_db),
            "encode_s": self.encode_s,
            "decode_s": self.decode_s,
            "encode_times_real_time": self.encode_times_real_time,
            "decode_times_real_time": self.decode_times_real_time,
        }


def look_at_sound(sound: Path) -> Task[SoundFormat]:
    """Find out what a sound is, and whether codecs can be compared on it.

    Raises
    ------
    RoadError
        If it cannot be read, or is an encoded file itself.
    """
    yield Progress(0, None, 1)
    check_ordinary(sound)
    with open_sound(sound) as source:
        return source.format


class InsideBench:
    """Where codecs are tried: a folder, and how many threads each may use.

    `prepare` is called once; `measure` any number of times after it, from several threads
    at once too.

    Parameters
    ----------
    folder : Path
        For the excerpt, encoded files and what is temporary; absolute, there as long as the
        bench is used.
    threads : int
        Threads of one trial.
    """

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        self._folder = folder
        self._engine = Engine(threads=threads)
        self._warm: set[str] = set()

    def prepare(self, sound: Path, *, seconds: float | None = None) -> Task[Excerpt]:
        """Write what the codecs will be given: the beginning of a sound, or all of it.

        Raises
        ------
        RoadError
            If it cannot be read, has no samples, or is an encoded file itself.
        """
        # In a folder of its own, for it keeps the name that people know the sound by.
        path = self._folder / _ORIGINAL / f"{_stem_of(sound)}.wav"
        path.parent.mkdir(parents=True, exist_ok=True)
        yield from write_excerpt(sound, path, seconds=seconds)
        yield from write_excerpt(path, self._folder / _SHORT, seconds=WARM_S)
        with open_sound(path) as source:
            return Excerpt(sound=sound, path=path, format=source.format)

    def measure(self, excerpt: Excerpt, setting: CodecSetting, place: str) -> Task[Trial]:
        """Encode, decode and compare an excerpt; only the encoded file stays.

        Before a codec is met for the first time it codes a little unmeasured.  Memory does
        not grow with the sound.  Progress counts thousandths of the way.

        Parameters
        ----------
        excerpt : Excerpt
            As `prepare` returned it.
        setting : CodecSetting
            With what.
        place : str
            Name of the folder, inside that of the bench, for this trial alone.

        Raises
        ------
        RoadError
            If the codec cannot do this sound; nothing is left behind.
        """
        folder = self._folder / place
        folder.mkdir()
        is_done = False
        try:
            with _told_without_paths(excerpt, folder):
                trial = yield from self._measure(excerpt, setting, folder)
            is_done = True
        finally:
            (folder / _DECODED).unlink(missing_ok=True)
            if not is_done:
                remove_trial(folder)
        return trial

    def _measure(self, excerpt: Excerpt, setting: CodecSetting, folder: Path) -> Task[Trial]:
        yield from self._warm_up(setting, folder)
        codec = codec_named(setting.codec)
        encoded = folder / _name_of(excerpt, setting, codec.suffix)
        decoded = folder / _DECODED
        _, encode_s = yield from _timed(
            _within(0, "encoding", self._encode(excerpt.path, encoded, setting))
        )
        _, decode_s = yield from _timed(
            _within(1, "decoding", decode(encoded, decoded, threads=self._engine.threads))
        )
        comparison = yield from _within(2, "comparing", compare(excerpt.path, decoded, encoded))
        return Trial(
            setting=setting,
            excerpt=excerpt,
            encoded=encoded,
            encoded_bytes=encoded.stat().st_size,
            encode_s=encode_s,
            decode_s=decode_s,
            comparison=comparison,
        )

    def _encode(self, source: Path, target: Path, setting: CodecSetting) -> Task[Any]:
        return encode(
            source, target, codec=setting.codec, params=setting.params, engine=self._engine
        )

    def _warm_up(self, setting: CodecSetting, folder: Path) -> Task[None]:
        if setting.codec in self._warm:
            return
        encoded = folder / f"{_WARM}{codec_named(setting.codec).suffix}"
        decoded = folder / _DECODED
        # Whatever is wrong is told when it is wrong with the whole sound.
        with suppress(RoadError):
            for task in (
                self._encode(self._folder / _SHORT, encoded, setting),
                decode(encoded, decoded, threads=self._engine.threads),
            ):
                for _ in task:
                    yield Progress(0, _STEPS, 1, "warming up")
        encoded.unlink(missing_ok=True)
        decoded.unlink(missing_ok=True)
        self._warm.add(setting.codec)


def remove_trial(folder: Path) -> None:
    """Remove the folder of one trial, as far as that is possible; it holds files only."""
    with suppress(OSError):
        for path in folder.iterdir():
            path.unlink(missing_ok=True)
        folder.rmdir()


def trial_name(sound: Path, label: str, suffix: str) -> str:
    """Return a file name that tells sound and setting, fit for any file system."""
    return f"{_stem_of(sound)} ({_fit(label)}){suffix}"


def _stem_of(sound: Path) -> str:
    return _fit(sound.stem) or "sound"


def _fit(text: str) -> str:
    fitting = "".join(
        "-" if one in _FORBIDDEN or not one.isprintable() else one for one in text
    ).encode()[:_STEM_BYTES]
    return fitting.decode(errors="ignore").strip(" .")


def _name_of(excerpt: Excerpt, setting: CodecSetting, suffix: str) -> str:
    return trial_name(excerpt.sound, setting.label, suffix)


def _timed(task: Task[T]) -> Task[tuple[T, float]]:
    """Run a task; return its result and the seconds that were spent inside of it."""
    spent = 0.0
    try:
        while True:
            began = time.perf_counter()
            try:
                step = next(task)
            except StopIteration as end:
                return end.value, spent + time.perf_counter() - began
            spent += time.perf_counter() - began
            yield step
    finally:
        task.close()


def _within(part: int, note: str, task: Task[T]) -> Task[T]:
    """Run one of the parts, showing how far the whole is."""
    before = sum(_SHARES[:part])
    return (yield from as_part(task, before, before + _SHARES[part], note))


@contextmanager
def _told_without_paths(excerpt: Excerpt, folder: Path) -> Iterator[None]:
    """Leave out of messages where temporary files lie, which tells nobody anything."""
    try:
        yield
    except RoadError as error:
        # What a codec says is of the sound that all have; what is missing has to be named.
        is_missing = isinstance(error, InputError)
        text = str(error) if is_missing else str(error).removeprefix(f"{excerpt.path}: ")
        for place in (f"{folder}/", f"{excerpt.path.parent}/"):
            text = text.replace(place, "")
        raise type(error)(text) from None


def values_of(params: Any) -> Mapping[str, Any]:
    """Return what differs from the defaults in an object of encoder parameters, by name."""
    plain_params = type(params)()
    fields = getattr(type(params), "__dataclass_fields__", {})
    return {
        name: getattr(params, name)
        for name in fields
        if getattr(params, name) != getattr(plain_params, name)
    }
