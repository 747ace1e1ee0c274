"""Reads the tags of files in the queue, for their names to be made of."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from road_codec import Progress, Task, tags_of
from road_gui.encoder.rows import Row
from road_gui.jobs.job import Job, JobRunner

_Found = list[tuple[Row, dict[str, str]]]


class TagReader(QObject):
    """Opens files in a thread, and writes what it has read into their rows.

    Signals
    -------
    ended()
        When nothing is being read any more, whatever came of it.
    """

    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = JobRunner(self)
        self._runner.freed.connect(self.ended)

    @property
    def is_busy(self) -> bool:
        """Whether files are being read."""
        return self._runner.n_running > 0

    def read(self, rows: Sequence[Row]) -> bool:
        """Begin with those rows whose tags are not known; return whether there are any."""
        unknown = [row for row in rows if row.tags is None]
        if unknown and not self.is_busy:
            job = Job(_read(unknown))
            job.succeeded.connect(self._take)
            self._runner.start(job)
        return bool(unknown)

    def stop(self) -> None:
        """Read no more."""
        self._runner.cancel_all()

    def shut_down(self) -> bool:
        """Stop, wait for the threads, and return whether all of them ended."""
        return self._runner.shut_down()

    @Slot(object)
    def _take(self, found: _Found) -> None:
        for row, tags in found:
            row.tags = tags


def _read(rows: Sequence[Row]) -> Task[_Found]:
    found: _Found = []
    for number, row in enumerate(rows):
        yield Progress(number, len(rows), 1)
        found.append((row, dict(tags_of(row.source))))
    return found
