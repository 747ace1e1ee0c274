"""A file copied as it is beside those that are made, under the same rules."""

from pathlib import Path

from road_codec.operations.opening import PathLike
from road_codec.operations.outcomes import Outcome, date_notices, size_of, skipped
from road_codec.operations.targets import decide
from road_codec.progress import Task
from road_codec.whole_file import copy_whole


def copy_file(
    source: PathLike, target: PathLike, *, on_exists: str = "error", keep_date: bool = False
) -> Task[Outcome]:
    """Copy a file, so that the copy is there as a whole or not at all.

    The parameters are those of `road_codec.operations.making.encode`; with ``update`` a target
    counts as whole that is as large as the source.

    Raises
    ------
    RoadError
        One line that says what, where and what would do; nothing is left behind.
    """
    source, target = Path(source), Path(target)
    on_exists, reason = yield from decide(
        source, target, on_exists, is_done=lambda there: _is_as_large(there, source)
    )
    if reason:
        return skipped(source, reason, copied=True)
    place = yield from copy_whole(source, target, on_exists)
    return Outcome(
        str(source),
        str(place),
        size_of(source),
        size_of(place),
        0.0,
        date_notices(source, place, keep_date),
        copied=True,
    )


def _is_as_large(target: Path, source: Path) -> Task[bool]:
    yield from ()
    return size_of(target) == size_of(source)
