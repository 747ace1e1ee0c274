"""Which file each row of the queue becomes."""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from road_codec import Naming, Pattern, numbered
from road_gui.encoder.encoding import Encoding, codec_by_name
from road_gui.encoder.rows import Kind, Row, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Destination:
    """Where files go, and how they are called.

    Attributes
    ----------
    output : Path or None
        The folder for all, or None for beside each source.
    pattern : Pattern or None
        How they are called; None for as their sources.
    keep_tree : bool
        In one folder keep the folders in which the sources lie.
    encoding : Encoding
        What rows without one of their own are encoded with.
    decoded_suffix : str
        Ending of what is decoded, with the dot.
    """

    output: Path | None = None
    pattern: Pattern | None = None
    keep_tree: bool = True
    encoding: Encoding = field(default_factory=Encoding)
    decoded_suffix: str = ".wav"

    @property
    def needs_tags(self) -> bool:
        """Whether files must be looked into to know what they are to be called."""
        return self.pattern is not None and self.pattern.needs_tags

    def target_of(self, row: Row) -> Path:
        """Return what a row is to become, whatever else is in the queue."""
        # What is not read yet counts as not there: nothing is opened while the window waits.
        return self._naming_of(row).target_of(row.root, row.source, self.output, row.tags or {})

    def _naming_of(self, row: Row) -> Naming:
        if row.kind is Kind.DECODE:
            codec = codec_by_name(row.source)
            return Naming(
                suffix=row.decoded_suffix or self.decoded_suffix,
                # In a folder of its own a decoded file needs no mark to keep it from the original.
                decoded=self.output is None,
                pattern=self.pattern,
                keep_tree=self.keep_tree,
                codec=codec.id if codec else "",
            )
        encoding = row.encoding or self.encoding
        return Naming(
            suffix=encoding.suffix,
            pattern=self.pattern,
            keep_tree=self.keep_tree,
            codec=encoding.codec,
            preset=encoding.preset_title,
        )


def assign_targets(rows: Iterable[Row], destination: Destination) -> None:
    """Give a target to every waiting row; no two different sources share one."""
    rows = list(rows)
    taken = {
        row.target: row.source
        for row in rows
        if row.target is not None and (row.forced_target or row.state is not State.QUEUED)
    }
    if destination.pattern is not None:
        # A name made of tags could be that of another source, which must not be written over.
        taken.update({row.source: row.source.parent for row in rows})
    for row in rows:
        if row.forced_target or not row.state.is_waiting:
            continue
        wished = destination.target_of(row)
        target = next(
            name for name in numbered(wished) if taken.get(name, row.source) == row.source
        )
        if target != row.target:
            row.target, row.on_exists = target, ""  # what was decided was of another file
        taken[target] = row.source


def is_undecided(row: Row) -> bool:
    """Whether something is where a row is to be written, and nobody has said what then."""
    if row.forced_target or row.on_exists or row.target is None:
        return False
    return os.path.lexists(row.target)
