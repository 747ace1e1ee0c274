"""Where a result goes: what to do with a file that stands there, and a sound written to it."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from road_codec.audio.files import SoundWriter
from road_codec.audio.samples import Audio
from road_codec.codecs.base import SoundFormat
from road_codec.covers.keeping import keep_cover
from road_codec.errors import OutputError, ParameterError, RoadError
from road_codec.operations.looking import check
from road_codec.operations.opening import PathLike, is_encoded, is_named_as_encoded, open_sound
from road_codec.progress import Progress, Task
from road_codec.whole_file import POLICIES, WholeFile, shortage


def decide(
    source: Path, target: Path, on_exists: str, is_done: Callable[[Path], Task[bool]] | None = None
) -> Task[tuple[str, str]]:
    """Refuse to write over the source; return what to do at the end, and why to skip if so.

    With ``update``, `is_done` tells whether a target that is newer is all there; by default
    `is_whole` does.
    """
    if on_exists not in POLICIES:
        raise ParameterError(f"on-exists: {on_exists!r}, must be one of {', '.join(POLICIES)}")
    try:
        same = target.exists() and source.exists() and target.samefile(source)
    except OSError:
        same = False
    if same:
        raise OutputError(f"{target}: is the input itself; choose another name")
    is_there = os.path.lexists(target)
    if on_exists != "update":
        return on_exists, "the target exists" if is_there and on_exists == "skip" else ""
    if not is_there:
        return "error", ""  # what appears meanwhile was not looked into
    if _is_older(target, source) or not (yield from (is_done or is_whole)(target)):
        return "overwrite", ""
    return "skip", "the target is newer and whole"


def _is_older(target: Path, source: Path) -> bool:
    try:
        return target.stat().st_mtime_ns < source.stat().st_mtime_ns
    except OSError:
        return True  # the task itself says what is wrong


def is_whole(path: PathLike) -> Task[bool]:
    """Find out whether all of a file, a sound or an encoded one, can be read."""
    path = Path(path)
    try:
        if is_encoded(path):
            yield from check(path)
            return True
        with open_sound(path) as sound:
            if sound.notices:  # it is read as far as it goes, but declares more
                return False
            done = 0
            for audio in sound.blocks():
                done += audio.n_samples
                yield Progress(done, sound.format.n_samples, sound.format.rate_hz)
    except (RoadError, OSError):
        return False
    return not is_named_as_encoded(path)


def begin(target: Path, sound: SoundFormat) -> Progress:
    """Return the first step, which warns where the disk may be too small."""
    return Progress(0, sound.n_samples, sound.rate_hz, warning=shortage(target, sound.pcm_bytes))


def write_blocks(
    whole: WholeFile, out: SoundFormat, blocks: Iterable[Audio]
) -> Task[tuple[int, tuple[str, ...]]]:
    """Write a sound to a file under construction; return samples of a channel and notices."""
    done = 0
    with whole.open() as file:
        with SoundWriter(
            file,
            whole.target.name,
            rate_hz=out.rate_hz,
            n_channels=out.n_channels,
            sample_type=out.sample_type,
            n_samples=out.n_samples,
            tags=out.tags,
        ) as writer:
            yield begin(whole.target, out)
            with _ended(blocks):
                for audio in blocks:
                    writer.write(audio)
                    done += audio.n_samples
                    yield Progress(done, out.n_samples, out.rate_hz)
        kept = yield from keep_cover(file, out)
    return done, (*writer.notices, *kept)


@contextmanager
def _ended(blocks: Iterable[Audio]) -> Iterator[None]:
    """End who makes the blocks before the file is closed: threads may be at work for it."""
    try:
        yield
    finally:
        if isinstance(blocks, Generator):
            blocks.close()
