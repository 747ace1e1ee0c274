"""What can be heard at a time: some sounds of equal length, of which one is chosen."""

from dataclasses import dataclass
from fractions import Fraction

from road_codec import DecodeOptions, SoundFormat
from road_gui.player.opening import OpenFile
from road_gui.player.pairing import Original
from road_gui.player.source import Heard, Listening


@dataclass(frozen=True, slots=True)
class Lane:
    """One of the sounds.

    Attributes
    ----------
    heard : Heard
        What it is to people.
    listening : Listening
        Where it comes from.
    sound : SoundFormat
        Its rate, channels and length.
    rate_hz : Fraction
        Its samples per second of the sound that was encoded: `sound.rate_hz` before
        that was rounded to a whole number, which in an hour would be a second.
    delay : Fraction
        How much later than the first lane it begins, in seconds; earlier if negative.
    """

    heard: Heard
    listening: Listening
    sound: SoundFormat
    rate_hz: Fraction
    delay: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Programme:
    """Sounds that run side by side, so that any of them can be heard at once.

    Attributes
    ----------
    lanes : tuple of Lane
        The first one is played with its own samples, in its own rate; the others are
        brought to that rate, moved by their delays, and end where it ends.
    """

    lanes: tuple[Lane, ...]

    @classmethod
    def of(cls, listening: Listening, sound: SoundFormat) -> "Programme":
        """Return a programme of one sound alone."""
        return cls((Lane(listening.heard, listening, sound, Fraction(sound.rate_hz)),))

    @property
    def main(self) -> Lane:
        """The lane that gives rate, channels and length."""
        return self.lanes[0]

    @property
    def heard(self) -> tuple[Heard, ...]:
        """What can be heard; an error wherever there is something to compare."""
        found = tuple(lane.heard for lane in self.lanes)
        has_error = Heard.ORIGINAL in found and Heard.DECODED in found
        return (*found, Heard.ERROR) if has_error else found

    @property
    def length_seconds(self) -> float | None:
        """Length; None while unknown."""
        n_samples = self.main.sound.n_samples
        return None if n_samples is None else float(n_samples / self.main.rate_hz)


def programme_of(
    file: OpenFile, options: DecodeOptions, original: Original | None = None
) -> Programme:
    """Return all that can be heard of an open file.

    Parameters
    ----------
    file : OpenFile
        Encoded or not.
    options : DecodeOptions
        How it is decoded.
    original : Original, optional
        What it was made from.

    Raises
    ------
    RoadError
        If the file cannot be decoded like that.
    """
    listening = Listening(file.path, Heard.DECODED, options)
    sound = file.reader.format_of(listening)
    lanes = [Lane(Heard.DECODED, listening, sound, _exact(file, sound.rate_hz))]
    if original is not None:
        lanes.append(original_lane(original))
    if file.seed is not None:
        listening = Listening(file.path, Heard.SEED)
        lanes.append(Lane(Heard.SEED, listening, file.seed, _exact(file, file.seed.rate_hz)))
    return Programme(tuple(lanes))


def original_lane(original: Original) -> Lane:
    """Return the lane of an original, in step with the decoded sound."""
    listening = Listening(original.path, Heard.ORIGINAL)
    rate = Fraction(original.sound.rate_hz)
    return Lane(Heard.ORIGINAL, listening, original.sound, rate, original.delay)


def _exact(file: OpenFile, rate_hz: int) -> Fraction:
    """Return a rate of a file as it was before it was rounded."""
    exact = (file.sound.rate_hz * choice.times for choice in file.rates)
    # Old files round their rates down, new ones to the nearest.
    return next((rate for rate in exact if abs(rate - rate_hz) < 1), Fraction(rate_hz))
