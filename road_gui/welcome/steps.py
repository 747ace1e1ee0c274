"""What the tour tells: the five features of ROAD that no ordinary codec has."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Feature(Enum):
    """What a step of the tour makes happen."""

    PRELISTENING = "prelistening"
    OVER_CLOCKING = "over-clocking"
    EXPANDING = "expanding"
    STOCHASTIC = "stochastic"
    SELF_SIMILARITY = "self-similarity"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the tour.

    Attributes
    ----------
    feature : Feature
        What it shows.
    title, text : str
        Its name, and two or three sentences.
    invitation : str
        What the button says that makes it happen.
    """

    feature: Feature
    title: str
    text: str
    invitation: str


def tour_steps() -> tuple[Step, ...]:
    """Return the steps in order, in the language of the window."""
    return (
        Step(
            Feature.PRELISTENING,
            translate("Tour", "Prelistening"),
            translate(
                "Tour",
                "An encoded file is a WAVE file that any player plays. What it plays is the seed: "
                "the average of each range, a quarter of the sample rate here. The decoder needs "
                "it anyway, so it costs nothing.",
            ),
            translate("Tour", "Hear the seed"),
        ),
        Step(
            Feature.OVER_CLOCKING,
            translate("Tour", "Over-clocking"),
            translate(
                "Tour",
                "A map says how a range looks like a longer piece of the same frame; it does not "
                "say at which rate. So the same file is decoded at twice the original rate, and "
                "the maps fill in detail of their own: see the spectrum above the old limit.",
            ),
            translate("Tour", "Hear it at twice the rate"),
        ),
        Step(
            Feature.EXPANDING,
            translate("Tour", "Expanding"),
            translate(
                "Tour",
                "The same holds for amplitude: the maps are real numbers. Decoded to 24 bits, a "
                "16-bit sound has bits below the old ones that are not zeros. They are too quiet "
                "for most ears, but not for who raises, filters or stretches the sound.",
            ),
            translate("Tour", "Hear it at 24 bits"),
        ),
        Step(
            Feature.STOCHASTIC,
            translate("Tour", "Stochastic decoding"),
            translate(
                "Tour",
                "The maps can be applied in any order, and as often as you like. With no pass at "
                "all you hear the steps of the seed; each pass brings finer detail. Listen to it "
                "grow, in a random order.",
            ),
            translate("Tour", "Hear it grow"),
        ),
        Step(
            Feature.SELF_SIMILARITY,
            translate("Tour", "Self-similarity"),
            translate(
                "Tour",
                "Nothing but likeness is stored. See how a frame was cut into ranges, and which "
                "longer piece each one is made of: shrunken, perhaps mirrored, and scaled; and how "
                "the sound grows out of steps, pass by pass. The arrow keys lead from range to "
                "range.",
            ),
            translate("Tour", "Look into the file"),
        ),
    )
