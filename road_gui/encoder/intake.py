"""What was dropped: files and folders turned into rows, in a thread of its own."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from road_codec import Progress, Task, counts_as_encoded, sound_files
from road_gui.encoder.rows import Kind, Row

_FILES_PER_STEP = 16


@dataclass(slots=True)
class Intake:
    """What was found.

    Attributes
    ----------
    rows : list of Row
        One for each file to convert.
    n_others : int
        Files in folders that are no sounds.
    n_encoded_left_out : int
        Encoded files that lay among sounds in a folder: whoever drops the folder
        wants the sounds encoded, not what came of them decoded.
    n_gone : int
        Files of a queue that was read which are not there any more.
    """

    rows: list[Row] = field(default_factory=list)
    n_others: int = 0
    n_encoded_left_out: int = 0
    n_gone: int = 0


def gather(paths: Sequence[Path]) -> Task[Intake]:
    """Look through files and folders; progress counts the files found."""
    intake = Intake()
    for path in paths:
        found: list[Row] = []
        is_folder = path.is_dir()
        for root, source in sound_files([path]):
            found.append(_row(root, source, in_folder=is_folder))
            if len(found) % _FILES_PER_STEP == 1:
                yield Progress(len(intake.rows) + len(found), None, 1)
        if is_folder:
            intake.n_others += _count_files(path) - len(found)
            found = _leave_out(found, intake)
        intake.rows.extend(found)
    return intake


def _row(root: Path, source: Path, *, in_folder: bool) -> Row:
    try:
        n_bytes = source.stat().st_size
    except OSError:
        n_bytes = 0  # its turn will come, and then it is said what is wrong with it
    kind = Kind.DECODE if counts_as_encoded(source) else Kind.ENCODE
    return Row(source=source, root=root, kind=kind, source_bytes=n_bytes, brings_others=in_folder)


def _leave_out(rows: list[Row], intake: Intake) -> list[Row]:
    sounds = [row for row in rows if row.kind is Kind.ENCODE]
    if not sounds:
        return rows
    intake.n_encoded_left_out += len(rows) - len(sounds)
    return sounds


def _count_files(folder: Path) -> int:
    return sum(1 for _ in _visible_files(folder))


def _visible_files(folder: Path) -> Iterator[str]:
    for _, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (name for name in files if not name.startswith("."))
