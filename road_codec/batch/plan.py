"""What goes where: from files and folders to pairs of source and target."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from road_codec.audio.formats import SOUND_ENDINGS
from road_codec.batch.pattern import Pattern, tags_of, values_of
from road_codec.codecs.registry import all_codecs
from road_codec.operations import is_encoded, is_named_as_encoded
from road_codec.whole_file import numbered

DECODED_MARK = ".decoded"
"""Stands in the name of a decoded file beside its source, where the original may be too."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make.

    Attributes
    ----------
    source, target : Path
        What is read and what is written.
    is_copy : bool
        Whether it is no sound and is copied as it is.
    """

    source: Path
    target: Path
    is_copy: bool = False


def sound_files(paths: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Walk files and folders; yield pairs of root and file.

    Files that are named are all given; of folders those with the ending of a sound
    file, in the order of their names, hidden ones left out.  Folders that may not be
    read are given like files: whoever opens one says so.  The root is the folder that
    was named, or the folder of the file.
    """
    for path in paths:
        if is_folder(path) and is_open(path):
            for found in _walk(path):
                yield path, found
        else:
            yield path.parent, path


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What files become.

    Attributes
    ----------
    suffix : str
        Ending of the targets, with the dot.
    decoded : bool
        Whether encoded files become sounds; those get a mark beside their sources.
    pattern : Pattern or None
        How they are called; None for the name of the source.
    keep_tree : bool
        In a folder of targets keep the folders below the root.
    codec, preset : str
        What the pattern may tell of them.
    """

    suffix: str
    decoded: bool = False
    pattern: Pattern | None = None
    keep_tree: bool = True
    codec: str = ""
    preset: str = ""

    def target_of(
        self,
        root: Path,
        source: Path,
        folder: Path | None,
        tags: Mapping[str, str] | None = None,
    ) -> Path:
        """Return what a file becomes, whatever else there is.

        Parameters
        ----------
        root, source : Path
            See `sound_files`.
        folder : Path or None
            The folder of targets; None for beside the source.
        tags : mapping of str to str, optional
            Those of the source, if they are known; else they are read if needed.
        """
        stem = stem_of(source)
        if folder is None:
            base = source.parent
            stem += DECODED_MARK if self.decoded and self.pattern is None else ""
        else:
            base = folder / source.relative_to(root).parent if self.keep_tree else folder
        if self.pattern is None:
            return base / (stem + self.suffix)
        if tags is None:
            tags = tags_of(source) if self.pattern.needs_tags else {}
        values = values_of(source, stem, tags, codec=self.codec, preset=self.preset)
        path = base / self.pattern.path(values)
        return path.with_name(path.name + self.suffix)


def plan_jobs(
    paths: Iterable[Path],
    output: Path | None,
    *,
    suffix: str = "",
    decoded: bool = False,
    into_folder: bool = False,
    naming: Naming | None = None,
) -> list[Job]:
    """Decide which files become which.

    Parameters
    ----------
    paths : iterable of Path
        Files and folders.
    output : Path or None
        A file, for a single input file; or a folder; or None for beside the source.
    suffix : str
        Ending of the targets, with the dot.
    decoded : bool
        Of folders take the encoded files; otherwise those that are not: see `is_wanted`.
    into_folder : bool
        `output` is a folder, even if it is not there yet and there is a single input file.
    naming : Naming, optional
        More on what they become, instead of `suffix` and `decoded`; with a pattern `output`
        is a folder.

    Returns
    -------
    list of Job
        No two with the same target: later ones get a number.
    """
    paths = list(paths)
    named = set(paths)
    naming = naming or Naming(suffix=suffix, decoded=decoded)
    into_folder = into_folder or naming.pattern is not None or len(paths) != 1
    is_file = output is not None and not (into_folder or is_folder(paths[0]) or is_folder(output))
    found = [
        (root, source)
        for root, source in sound_files(paths)
        if source in named or is_wanted(source, decoded=naming.decoded)
    ]
    jobs: list[Job] = []
    # Names made of tags could be those of other inputs, which must not be written over.
    taken = {source for _, source in found} if naming.pattern is not None else set()
    for root, source in found:
        wished = output if is_file and output else naming.target_of(root, source, output)
        target = next(name for name in numbered(wished) if name not in taken)
        taken.add(target)
        jobs.append(Job(source, target))
    return jobs


def is_wanted(source: Path, *, decoded: bool) -> bool:
    """Whether what was found in a folder is worked on: the encoded files, or the others."""
    return is_folder(source) or counts_as_encoded(source) == decoded


def counts_as_encoded(path: Path) -> bool:
    """Whether a file is of a codec of the house, or at least has the ending of one.

    By its ending it counts though it may be cut short, empty, locked or missing: who decodes
    it hears what is wrong, and nobody takes what is left of it for a sound to encode.
    """
    return is_named_as_encoded(path) or is_encoded(path)


def is_open(folder: Path) -> bool:
    """Whether the files in a folder can be found and opened."""
    return os.access(folder, os.R_OK | os.X_OK)


def is_folder(path: Path) -> bool:
    """Whether there is a folder; False where that cannot be found out."""
    try:
        return path.is_dir()
    except OSError:
        # A name that is too long, for one: who opens it says so.
        return False


def stem_of(source: Path) -> str:
    """Return the name without its ending, double ones of encoded files included."""
    for codec in all_codecs():
        if source.name.lower().endswith(codec.suffix) and len(source.name) > len(codec.suffix):
            return source.name[: -len(codec.suffix)]
    return source.stem or source.name


def _walk(folder: Path) -> Iterator[Path]:
    # Without a path object for everything that is there: there may be tens of thousands.
    left = [_entries(folder)]
    while left:
        entry = next(left[-1], None)
        if entry is None:
            left.pop()
        elif _is_folder(entry):
            if not is_open(Path(entry.path)):
                yield Path(entry.path)
            elif not entry.is_symlink():  # it could lead back to where it lies
                left.append(_entries(Path(entry.path)))
        elif is_named_as_sound(Path(entry.name)) and _is_file(entry):
            yield Path(entry.path)


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    """Return what a folder shows, in the order of the names; nothing where it has vanished."""
    try:
        with os.scandir(folder) as found:
            shown = [entry for entry in found if not entry.name.startswith(".")]
    except OSError:
        shown = []
    return iter(sorted(shown, key=lambda entry: entry.name))


def is_named_as_sound(path: Path) -> bool:
    """Whether a file has the ending of a sound, an ordinary or an encoded one."""
    return path.suffix.lower() in SOUND_ENDINGS or is_named_as_encoded(path)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        # Its folder may be listed and not entered, or it leads in a circle.
        return False
