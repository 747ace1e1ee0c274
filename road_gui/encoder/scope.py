"""Which of the waiting rows are to be converted: all of them, or some that were chosen."""

from collections.abc import Iterable

from road_gui.encoder.rows import Row


class Scope:
    """Says of a row whether the work is about it."""

    def __init__(self) -> None:
        self._rows: set[Row] | None = None

    @property
    def is_all(self) -> bool:
        """Whether it is about all rows, those that come later too."""
        return self._rows is None

    def begin(self, rows: Iterable[Row] | None = None) -> None:
        """Be about these rows and no others; without any about all."""
        self._rows = None if rows is None else set(rows)

    def widen(self, rows: Iterable[Row] | None = None) -> None:
        """Be about these rows as well, or about all."""
        if rows is None:
            self._rows = None
        elif self._rows is not None:
            self._rows.update(rows)

    def of(self, rows: Iterable[Row]) -> list[Row]:
        """List those rows that it is about, in their order."""
        chosen = self._rows
        return list(rows) if chosen is None else [row for row in rows if row in chosen]
