"""The stretch that is played over and over: where it is, and whether it is on."""

from PySide6.QtCore import QObject, Signal

# What a click on the ruler may be wide without being meant as a loop.
SHORTEST_SECONDS = 0.005


class Loop(QObject):
    """A stretch with two ends, A and B, which can be switched off and on.

    Signals
    -------
    changed()
        It is another stretch, or on where it was off.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stretch: tuple[float, float] | None = None
        self._is_on = False
        self._length: float | None = None

    @property
    def stretch(self) -> tuple[float, float] | None:
        """From where to where, in seconds; None while there is none."""
        return self._stretch

    @property
    def is_on(self) -> bool:
        """Whether it is played."""
        return self._is_on and self._stretch is not None

    @property
    def active(self) -> tuple[float, float] | None:
        """The stretch if it is on."""
        return self._stretch if self.is_on else None

    def reset(self, length: float | None) -> None:
        """Have no loop, in a sound of that length."""
        self._length = length
        self._change(None, is_on=False)

    def set_stretch(self, first: float, last: float) -> None:
        """Loop a stretch, either end first; one that is too short is no loop at all."""
        first, last = max(0.0, min(first, last)), max(first, last)
        if self._length is not None:
            last = min(last, self._length)
        if last - first < SHORTEST_SECONDS:
            self._change(None, is_on=False)
        else:
            self._change((first, last), is_on=True)

    def set_first(self, seconds: float) -> None:
        """Begin the loop at a place; without an end behind that it goes to the end of the sound."""
        last = None if self._stretch is None else self._stretch[1]
        if last is None or last <= seconds:
            last = self._length
        if last is not None:
            self.set_stretch(seconds, last)

    def set_last(self, seconds: float) -> None:
        """End the loop at a place; without a beginning before that it begins with the sound."""
        first = 0.0 if self._stretch is None else self._stretch[0]
        self.set_stretch(first if first < seconds else 0.0, seconds)

    def set_on(self, is_on: bool, otherwise: tuple[float, float]) -> None:
        """Switch it on or off; without a stretch `otherwise` becomes it."""
        if is_on and self._stretch is None:
            self.set_stretch(*otherwise)
        else:
            self._change(self._stretch, is_on=is_on)

    def clear(self) -> None:
        """Have no loop any more."""
        self._change(None, is_on=False)

    def _change(self, stretch: tuple[float, float] | None, *, is_on: bool) -> None:
        if (stretch, is_on) != (self._stretch, self._is_on):
            self._stretch, self._is_on = stretch, is_on
            self.changed.emit()
