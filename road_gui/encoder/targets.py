"""Which file each row of the queue becomes."""

import os
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from road_codec import Naming, Pattern, Progress, Task, numbered
from road_gui.encoder.encoding import Encoding, codec_by_name
from road_gui.encoder.rows import Kind, Row, State

_ROWS_PER_STEP = 16


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
            preset=encoding.preset_name,
        )


@dataclass(slots=True)
class Plan:
    """What waiting rows are to become.

    Attributes
    ----------
    destination : Destination
        By which that was found.
    targets : list of (Row, Path)
        No two different sources share one.
    existing : list of Row
        Those where something is already; only looked for where that matters.
    """

    destination: Destination
    targets: list[tuple[Row, Path]] = field(default_factory=list)
    existing: list[Row] = field(default_factory=list)

    def take_over(self) -> None:
        """Let the rows know, but for those that do not wait any more."""
        queued, stopped = State.QUEUED, State.STOPPED
        for row, target in self.targets:
            if row.state is not queued and row.state is not stopped:
                continue
            if row.target is None or str(target) != str(row.target):
                row.target, row.on_exists = target, ""  # what was decided was of another file
            row.planned_for = self.destination

    def undecided(self) -> list[Row]:
        """List the rows where something is already, and nobody has said what then."""
        return [row for row in self.existing if row.state.is_waiting and not row.on_exists]


def plan_targets(
    rows: Sequence[Row],
    destination: Destination,
    *,
    chosen: Container[Row] | None = None,
    looks: bool = False,
) -> Task[Plan]:
    """Find a target for every waiting row, or every chosen one.

    Parameters
    ----------
    rows : sequence of Row
        All there are.
    destination : Destination
        Where to.
    chosen : container of Row, optional
        Those that it is about; the others are left as they are.
    looks : bool
        Ask what is there already.
    """
    plan = Plan(destination)
    taken = _taken(rows, destination)
    names: dict[str, Iterator[Path]] = {}
    for number, row in enumerate(rows):
        if number % _ROWS_PER_STEP == 0:
            yield Progress(number, len(rows), 1)
        if row.forced_target or not row.state.is_waiting:
            continue
        if chosen is not None and row not in chosen:
            continue
        source = str(row.source)
        wished = destination.target_of(row)
        # Thousands may wish for one name: each goes on counting where the one before has ended.
        rest = names.setdefault(str(wished), numbered(wished))
        target = next(name for name in rest if taken.get(str(name), source) == source)
        taken[str(target)] = source
        plan.targets.append((row, target))
        if looks and os.path.lexists(target):
            plan.existing.append(row)
    return plan


def is_planned(row: Row, destination: Destination) -> bool:
    """Whether a row knows its target, by this very destination or because it was named."""
    return row.forced_target or row.planned_for is destination


def _taken(rows: Sequence[Row], destination: Destination) -> dict[str, str]:
    """Return the targets that are not to be had, each with the source that may have it."""
    # As texts, which know their hashes: paths work them out each time.
    taken = {
        str(row.target): str(row.source)
        for row in rows
        if row.target is not None and (row.forced_target or row.state is not State.QUEUED)
    }
    if destination.pattern is not None:
        # A name made of tags could be that of another source, which must not be written over.
        taken.update({str(row.source): str(row.source.parent) for row in rows})
    return taken
