"""What all lanes have in common: the stretch that is seen, the cursor and the selection."""

from PySide6.QtCore import QObject, Signal, Slot

_FEWEST_SAMPLES = 16


class TimeView(QObject):
    """A window on a sound, in samples of it; every lane and the overview follow it.

    Places are samples, whole ones for the cursor and the selection; the edges of what is
    seen may lie between samples.

    Parameters
    ----------
    parent : QObject, optional
        Owner.

    Signals
    -------
    changed()
        Another stretch is seen.
    cursor_moved()
        The cursor stands elsewhere.
    cursor_put()
        Somebody has put it there: it did not go along with a sound.
    selection_changed()
        Another stretch is selected, or none.
    """

    changed = Signal()
    cursor_moved = Signal()
    cursor_put = Signal()
    selection_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rate_hz = 1
        self.n_samples = 0
        self._first, self._last = 0.0, 1.0
        self._cursor = 0
        self._selection: tuple[int, int] | None = None

    # -- the sound ----------------------------------------------------------------

    def set_sound(self, n_samples: int, rate_hz: int) -> None:
        """Look at another sound, at all of it."""
        self.n_samples, self.rate_hz = max(0, n_samples), max(1, rate_hz)
        self._cursor = 0
        self.clear_selection()
        self.show_all()
        self.cursor_moved.emit()

    def grow(self, n_samples: int) -> None:
        """The sound is longer than was known; whoever saw all of it still does."""
        if n_samples <= self.n_samples:
            return
        saw_all = self._first <= 0.0 and self._last >= self.n_samples
        self.n_samples = n_samples
        if saw_all:
            self.show_all()

    def seconds_at(self, sample: float) -> float:
        """Return the time of a sample."""
        return sample / self.rate_hz

    # -- what is seen -------------------------------------------------------------

    @property
    def first(self) -> float:
        """The sample at the left edge."""
        return self._first

    @property
    def last(self) -> float:
        """The sample at the right edge."""
        return self._last

    @property
    def width(self) -> float:
        """Samples that are seen."""
        return self._last - self._first

    @property
    def sees_all(self) -> bool:
        """Whether there is nothing else to be seen."""
        return self.width >= self.n_samples

    def show(self, first: float, last: float) -> None:
        """See a stretch, moved and stretched to where there is sound."""
        whole = float(max(self.n_samples, _FEWEST_SAMPLES))
        width = min(max(last - first, _FEWEST_SAMPLES), whole)
        first = min(max(0.0, first), whole - width)
        if (first, first + width) != (self._first, self._last):
            self._first, self._last = first, first + width
            self.changed.emit()

    @Slot()
    def show_all(self) -> None:
        """See everything."""
        self.show(0.0, float(self.n_samples))

    @Slot()
    def show_selection(self) -> None:
        """See what is selected, and a little around it."""
        if self._selection is not None:
            first, last = self._selection
            margin = 0.05 * (last - first)
            self.show(max(0.0, first - margin), min(last + margin, float(self.n_samples)))

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Come closer by a factor around a sample, by default the cursor where it is seen."""
        if at is None:
            is_seen = self._first <= self._cursor <= self._last
            at = self._cursor if is_seen else (self._first + self._last) / 2
        width = min(max(self.width / factor, _FEWEST_SAMPLES), max(self.n_samples, _FEWEST_SAMPLES))
        first = at - (at - self._first) / self.width * width
        self.show(first, first + width)

    def pan(self, share: float) -> None:
        """Move by a share of what is seen, to the right if it is positive."""
        first = self._first + share * self.width
        self.show(first, first + self.width)

    # -- cursor and selection -----------------------------------------------------

    @property
    def cursor(self) -> int:
        """The sample at which the cursor stands."""
        return self._cursor

    def set_cursor(self, sample: float, *, follow: bool = False) -> None:
        """Put the cursor to a sample; with `follow`, go where it has gone."""
        place = min(max(0, round(sample)), self.n_samples)
        if place == self._cursor:
            return
        was_seen = self._first <= self._cursor <= self._last
        self._cursor = place
        if follow and was_seen and not self._first <= place <= self._last:
            ahead = place > self._last
            first = place if ahead else place - self.width
            self.show(first, first + self.width)
        self.cursor_moved.emit()

    def put_cursor(self, sample: float, *, follow: bool = False) -> None:
        """Put the cursor to a sample for somebody who wants to be there."""
        self.set_cursor(sample, follow=follow)
        self.cursor_put.emit()

    @property
    def selection(self) -> tuple[int, int] | None:
        """First sample of the selection and the one behind its last."""
        return self._selection

    def select(self, one: float, other: float) -> None:
        """Select what lies between two places; nothing, if there is no sample between them."""
        first, last = sorted((round(one), round(other)))
        first, last = max(0, first), min(last, self.n_samples)
        self._set_selection((first, last) if last > first else None)

    @Slot()
    def select_all(self) -> None:
        """Select everything."""
        self.select(0, self.n_samples)

    @Slot()
    def clear_selection(self) -> None:
        """Select nothing."""
        self._set_selection(None)

    @Slot()
    def select_from_cursor(self) -> None:
        """Let the selection begin at the cursor."""
        end = self._selection[1] if self._selection else self.n_samples
        self.select(self._cursor, end if end > self._cursor else self.n_samples)

    @Slot()
    def select_to_cursor(self) -> None:
        """Let the selection end at the cursor."""
        start = self._selection[0] if self._selection else 0
        self.select(start if start < self._cursor else 0, self._cursor)

    def _set_selection(self, selection: tuple[int, int] | None) -> None:
        if selection != self._selection:
            self._selection = selection
            self.selection_changed.emit()
