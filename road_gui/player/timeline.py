"""Seconds and samples of one sound, and where it ends."""

from dataclasses import dataclass

from road_gui.player.passage import Loop

# A shorter loop is a tone, and its join would be all there is of it.
_SHORTEST_LOOP_SECONDS = 0.001


@dataclass(frozen=True, slots=True)
class Timeline:
    """Turns seconds into samples and back.

    Attributes
    ----------
    rate_hz : float
        Samples per second.
    n_samples : int or None
        Length; None while unknown.
    """

    rate_hz: float = 1.0
    n_samples: int | None = None

    @property
    def seconds(self) -> float | None:
        """Length; None while unknown."""
        return None if self.n_samples is None else self.n_samples / self.rate_hz

    def sample_at(self, seconds: float) -> int:
        """Return the sample at a place, or the nearest that there is."""
        sample = max(0, round(seconds * self.rate_hz))
        return sample if self.n_samples is None else min(sample, self.n_samples)

    def place_at(self, seconds: float) -> float:
        """Return the place of the sample at a place."""
        return self.sample_at(seconds) / self.rate_hz

    def is_end(self, seconds: float) -> bool:
        """Whether nothing comes after a place."""
        return self.n_samples is not None and self.sample_at(seconds) >= self.n_samples

    def stretch_in(self, stretch: tuple[float, float] | None) -> tuple[float, float] | None:
        """Return what of a stretch lies in the sound, its first end first; None if too little."""
        if stretch is None:
            return None
        first, last = max(0.0, min(stretch)), max(stretch)
        if self.seconds is not None:
            last = min(last, self.seconds)
        return (first, last) if last - first >= _SHORTEST_LOOP_SECONDS else None

    def samples_of(self, stretch: tuple[float, float] | None) -> Loop | None:
        """Return the first sample of a stretch, and the one behind its last."""
        if stretch is None:
            return None
        first, last = (self.sample_at(seconds) for seconds in stretch)
        return (first, last) if first < last else None
