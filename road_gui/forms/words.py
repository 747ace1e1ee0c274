"""What parameters and their values are called in the window.

The library names them for programs; here they get names that people read and
translators find.  Its explanations are translated as all that it says.  What is not
listed is spelt as the library spells it, so that a new parameter needs no change here.
"""

from PySide6.QtCore import QCoreApplication

from road_codec import Param
from road_gui.library_words import said

translate = QCoreApplication.translate


def label_of(param: Param) -> str:
    """Return the name of a parameter for people, with its unit."""
    known = _labels().get(f"{param.name} {param.kind}") or _labels().get(param.name)
    text = known or param.name.replace("_", " ").capitalize()
    return f"{text} ({unit})" if (unit := _unit_of(param.unit)) else text


def value_text(param: Param, value: object) -> str:
    """Return the name of one of the values of a choice."""
    return _values().get((param.name, str(value)), str(value))


def doc_of(param: Param) -> str:
    """Return the sentence that explains a parameter."""
    return said(param.doc)


def automatic_of(param: Param) -> str:
    """Return what a parameter is where nothing is chosen."""
    return said(param.automatic)


def _unit_of(unit: str) -> str:
    return {
        "samples": translate("Units", "samples"),
        "frames": translate("Units", "frames"),
        "Hz": translate("Units", "Hz"),
        "bits": translate("Units", "bits"),
        "steps of 16 bits": translate("Units", "steps of 16 bits"),
    }.get(unit, unit)


def _labels() -> dict[str, str]:
    return {
        "variant": translate("Parameters", "File layout"),
        "strict": translate("Parameters", "Exactly as the original program"),
        "smallest_range": translate("Parameters", "Smallest range"),
        "superframe": translate("Parameters", "Superframe"),
        "mixing": translate("Parameters", "Stereo"),
        "silence_threshold": translate("Parameters", "Silence threshold"),
        "range_threshold": translate("Parameters", "Error allowed in a range"),
        "samples_per_range": translate("Parameters", "Output for each range"),
        "rate_hz": translate("Parameters", "Exact output rate"),
        "bits choice": translate("Parameters", "Sample type"),
        "bits number": translate("Parameters", "Size of a sample"),
        "threshold": translate("Parameters", "Threshold of a turn"),
        "layout": translate("Parameters", "File layout"),
        "mode": translate("Parameters", "Way"),
        "block": translate("Parameters", "Block"),
        "bands": translate("Parameters", "Bands"),
        "switching": translate("Parameters", "Shorter blocks at attacks"),
        "entropy": translate("Parameters", "Shorter codes for frequent indices"),
        "sign_layer": translate("Parameters", "A bit for the sign of the error"),
        "seed": translate("Parameters", "Number that makes the signs"),
        "order": translate("Parameters", "Order of the maps"),
        "order_seed": translate("Parameters", "Seed of the random order"),
        "passes": translate("Parameters", "Passes over the maps"),
        "as_original": translate("Parameters", "As the old player did"),
        "scale_steps": translate("Parameters", "Scale codes are divided by"),
        "keep_going": translate("Parameters", "Save what is whole of damaged files"),
    }


def _values() -> dict[tuple[str, str], str]:
    return {
        ("variant", "a"): translate("Values", "a – the article's programs"),
        ("variant", "b"): translate("Values", "b – ROADConverter 0.0.2"),
        ("mixing", "mid"): translate("Values", "Middle and side"),
        ("mixing", "side"): translate("Values", "Side and middle"),
        ("mixing", "none"): translate("Values", "Left and right"),
        ("smallest_range", "4"): translate("Values", "4 – finest"),
        ("smallest_range", "8"): translate("Values", "8 – fine"),
        ("smallest_range", "16"): translate("Values", "16 – small"),
        ("smallest_range", "32"): translate("Values", "32 – smallest file"),
        ("bits", "own"): translate("Values", "As in the file"),
        ("bits", "8"): translate("Values", "8 bits"),
        ("bits", "16"): translate("Values", "16 bits"),
        ("bits", "24"): translate("Values", "24 bits"),
        ("bits", "32"): translate("Values", "32 bits"),
        ("bits", "float"): translate("Values", "32 bits, floating point"),
        ("mode", "rotated"): translate("Values", "rotated"),
        ("mode", "as-shipped"): translate("Values", "as-shipped"),
        ("layout", "packets"): translate("Values", "packets"),
        ("layout", "published"): translate("Values", "published"),
        ("order", "sequential"): translate("Values", "In sequence"),
        ("order", "coin"): translate("Values", "By tossing a coin"),
        ("order", "shuffle"): translate("Values", "Shuffled"),
    }
