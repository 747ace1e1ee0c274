"""The other files of a folder of sounds: covers, booklets, cue sheets, logs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from road_codec.batch.plan import Job, counts_as_encoded, is_folder, is_named_as_sound, is_open
from road_codec.errors import DiskFullError, ParameterError, RoadError
from road_codec.operations import copy_file
from road_codec.progress import Progress, Task
from road_codec.whole_file import numbered


def other_files(folder: Path, without: Path | None = None) -> Iterator[Path]:
    """Walk a folder; yield the files that are no sounds, in the order of their names.

    Hidden ones are left out, and so is what lies in the folder `without`.  What has the ending
    of a sound counts as one, whatever is in it.
    """
    apart = None if without is None else without.resolve()
    for found in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in found.relative_to(folder).parts):
            continue
        if apart is not None and found.parent.resolve().is_relative_to(apart):
            continue
        if _is_other(found):
            yield found


def plan_copies(
    paths: Iterable[Path],
    output: Path | None,
    *,
    keep_tree: bool = True,
    taken: Iterable[Path] = (),
) -> list[Job]:
    """Decide where the other files of folders are copied to.

    Parameters
    ----------
    paths : iterable of Path
        Files and folders, as of `road_codec.batch.plan.plan_jobs`; files have no others.
    output : Path or None
        The folder of the targets.
    keep_tree : bool
        Keep the folders below each of those that were named.
    taken : iterable of Path
        Targets of the sounds: who is called the same gets a number.

    Raises
    ------
    ParameterError
        If the targets lie beside their sources, where the other files are already.
    """
    if output is None:
        raise ParameterError(
            "copy-others: beside their sources the other files are there already; "
            "name a folder with -o"
        )
    used, seen, jobs = set(taken), set[Path](), []
    for root in paths:
        if not (is_folder(root) and is_open(root)):
            continue
        for source in other_files(root, without=output):
            if source in seen:
                continue
            seen.add(source)
            base = output / source.relative_to(root).parent if keep_tree else output
            target = next(name for name in numbered(base / source.name) if name not in used)
            used.add(target)
            jobs.append(Job(source, target, is_copy=True))
    return jobs


@dataclass(slots=True)
class Copied:
    """What has come of copying: files copied, files skipped, and what went wrong with others."""

    n_copied: int = 0
    n_skipped: int = 0
    errors: list[RoadError] = field(default_factory=list)


def copy_others(
    folders: Iterable[Path],
    output: Path | None,
    copied: Copied | None = None,
    *,
    keep_tree: bool = True,
    on_exists: str = "error",
    keep_date: bool = False,
    taken: Iterable[Path] = (),
) -> Task[Copied]:
    """Copy the other files of folders, one after the other; one bad file stops no other.

    Parameters
    ----------
    folders, output, keep_tree, taken
        As of `plan_copies`.
    copied : Copied, optional
        Where to count, for those who stop it on the way.
    on_exists, keep_date
        As of `road_codec.operations.copy_file`.
    """
    copied = copied or Copied()
    yield Progress(0, None, 1)
    for job in plan_copies(folders, output, keep_tree=keep_tree, taken=taken):
        try:
            outcome = yield from copy_file(
                job.source, job.target, on_exists=on_exists, keep_date=keep_date
            )
        except RoadError as error:
            copied.errors.append(error)
            if isinstance(error, DiskFullError):
                break  # there is no room for the others either
        else:
            copied.n_skipped += outcome.target is None
            copied.n_copied += outcome.target is not None
    return copied


def _is_other(path: Path) -> bool:
    if is_named_as_sound(path):
        return False
    try:
        return path.is_file() and not counts_as_encoded(path)
    except OSError:
        return False  # it lies in a folder that may be listed and not entered
