"""One sound through many coders: each encodes and decodes it, and what came out is compared."""

import contextlib
import dataclasses
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from road_codec.audio.samples import SampleType
from road_codec.benchmarking.coders import Coder, filled
from road_codec.benchmarking.excerpts import write_excerpt
from road_codec.benchmarking.processes import Run, run_measured
from road_codec.errors import RoadError
from road_codec.metrics.report import Comparison
from road_codec.operations import compare, open_sound
from road_codec.progress import Progress, Task

WARM_S = 2.0
"""Sound that is coded before anything is measured, so that compiled kernels are there."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """What a coder made of a sound.

    Attributes
    ----------
    coder : Coder
        Which codec at which setting.
    source : str
        The sound.
    rate_hz, n_channels, n_samples : int
        Its rate and size; samples of one channel.
    encoded_bytes : int
        Size of the coder's file.
    encoding, decoding : Run
        What the processes took: medians of the repeats, of the memory the greatest.
    comparison : Comparison
        Of the decoded sound with the original.
    """

    coder: Coder
    source: str
    rate_hz: int
    n_channels: int
    n_samples: int
    encoded_bytes: int
    encoding: Run
    decoding: Run
    comparison: Comparison

    @property
    def seconds(self) -> float:
        """Duration of the sound."""
        return self.n_samples / self.rate_hz


@dataclass(frozen=True, slots=True)
class Refusal:
    """That a coder could not do a sound, and why."""

    coder: Coder
    source: str
    error: RoadError


class Bench:
    """Coders, and how they are measured.

    Parameters
    ----------
    coders : sequence of Coder
        What is compared.
    folder : Path
        For temporary files: absolute, empty, there as long as the bench is used.
    seconds : float or None
        How much of each sound is used; None for all.
    repeats : int
        How often each coder encodes and decodes each sound.
    """

    def __init__(
        self,
        coders: Sequence[Coder],
        folder: Path,
        *,
        seconds: float | None = None,
        repeats: int = 1,
    ) -> None:
        self._coders = coders
        self._folder = folder
        self._original, self._decoded = folder / "original.wav", folder / "decoded.wav"
        self._seconds = seconds
        self._repeats = repeats
        self._warm: set[tuple[Coder, int, SampleType]] = set()

    def measure(self, sound: Path) -> Task[list[Measurement | Refusal]]:
        """Measure all coders on one sound, one after the other; nothing else should run.

        Yields progress in samples of the sound times coders.  Before a coder meets a kind
        of sound for the first time it codes a little of it unmeasured.

        Raises
        ------
        RoadError
            If the sound cannot be read.
        """
        try:
            return (yield from self._measure(sound))
        finally:
            for path in self._folder.iterdir():
                path.unlink(missing_ok=True)

    def _measure(self, sound: Path) -> Task[list[Measurement | Refusal]]:
        yield from write_excerpt(sound, self._original, seconds=self._seconds)
        results: list[Measurement | Refusal] = []
        for number, coder in enumerate(self._coders):
            try:
                results.append((yield from self._code(coder, sound, number)))
            except RoadError as error:
                # Where temporary files lie tells nobody anything.
                reason = str(error).replace(f"{self._folder}/", "")
                told = type(error)(f"{sound}: {coder.name}: {reason}")
                results.append(Refusal(coder, str(sound), told))
        return results

    def _code(self, coder: Coder, sound: Path, number: int) -> Task[Measurement]:
        """Measure one coder, the one of that number, on the excerpt of a sound."""
        with open_sound(self._original) as source:
            shape = source.format
        length = shape.n_samples or 0
        step = Progress(number * length, len(self._coders) * length, shape.rate_hz, coder.name)
        given = yield from self._given(coder, shape.sample_type, step)
        yield from self._warm_up(coder, given, (shape.n_channels, shape.sample_type), step)
        encoded = self._folder / f"coded{coder.suffix}"
        encodings, decodings = [], []
        for _ in range(self._repeats):
            encodings.append((yield from self._run(coder.encode, given, encoded, step)))
            decodings.append((yield from self._run(coder.decode, encoded, self._decoded, step)))
        comparison = yield from _beside(compare(self._original, self._decoded, encoded), step)
        return Measurement(
            coder=coder,
            source=str(sound),
            rate_hz=shape.rate_hz,
            n_channels=shape.n_channels,
            n_samples=length,
            encoded_bytes=encoded.stat().st_size,
            encoding=_median(encodings),
            decoding=_median(decodings),
            comparison=comparison,
        )

    def _given(self, coder: Coder, own: SampleType, step: Progress) -> Task[Path]:
        """Return the original, or its copy in samples that the coder takes."""
        wanted = coder.given(own)
        if wanted is own:
            return self._original
        copy = self._folder / f"original-{wanted.value}.wav"
        if not copy.exists():
            yield from _beside(write_excerpt(self._original, copy, sample_type=wanted), step)
        return copy

    def _warm_up(
        self, coder: Coder, given: Path, kind: tuple[int, SampleType], step: Progress
    ) -> Task[None]:
        if (coder, *kind) in self._warm:
            return
        self._warm.add((coder, *kind))
        noted = dataclasses.replace(step, note=f"{coder.name}: warming up")
        short, encoded = self._folder / "short.wav", self._folder / f"warm{coder.suffix}"
        # Whatever is wrong is told when it is wrong with the whole sound.
        with contextlib.suppress(RoadError):
            yield from _beside(write_excerpt(given, short, seconds=WARM_S), noted)
            yield from self._run(coder.encode, short, encoded, noted)
            yield from self._run(coder.decode, encoded, self._decoded, noted)

    def _run(
        self, command: tuple[str, ...], source: Path, target: Path, step: Progress
    ) -> Task[Run]:
        """Run one command; its target is new."""
        target.unlink(missing_ok=True)
        return (
            yield from run_measured(filled(command, str(source), str(target)), self._folder, step)
        )


def _beside(task: Task[T], step: Progress) -> Task[T]:
    """Run a task, showing a step of another instead of its own."""
    while True:
        try:
            next(task)
        except StopIteration as end:
            result: T = end.value
            return result
        yield step


def _median(runs: Sequence[Run]) -> Run:
    return Run(
        statistics.median(run.wall_s for run in runs),
        statistics.median(run.cpu_s for run in runs),
        max(run.peak_bytes for run in runs),
    )
