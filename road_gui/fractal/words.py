"""What the Fractal page says of ranges."""

import math

from PySide6.QtCore import QCoreApplication, QLocale

from road_gui.fractal.look import Look
from road_gui.messages import decibel_text

translate = QCoreApplication.translate


def number_text(value: float, decimals: int = 3) -> str:
    """Say a real number, with a true minus sign."""
    return QLocale().toString(float(value), "f", decimals).replace("-", "−")


def channel_text(name: str) -> str:
    """Name what is coded as one channel; what is no mix has a number."""
    return {
        "mid": translate("Fractal", "mid"),
        "side": translate("Fractal", "side"),
    }.get(name, name)


def level_text(rms: float) -> str:
    """Say a root mean square against full scale."""
    return decibel_text(20 * math.log10(rms) if rms > 0 else -math.inf)


def facts_of(look: Look, number: int) -> list[tuple[str, str]]:
    """Return names and values of one range."""
    table = look.ranges
    start, length = int(table.start[number]), int(table.length[number])
    mapped = bool(table.mapped[number])
    kind = translate("Fractal", "Range") if mapped else translate("Fractal", "Silent block")
    facts = [
        (kind, translate("Fractal", "{n} samples from {at}").format(n=length, at=start)),
        (translate("Fractal", "Mean"), number_text(table.mean[number], 4)),
    ]
    if mapped:
        domain, distance = int(table.domain[number]), float(table.distance[number])
        turned = bool(table.reversed[number])
        facts += [
            (
                translate("Fractal", "Domain"),
                translate("Fractal", "{n} samples from {at}").format(n=2 * length, at=domain),
            ),
            (
                translate("Fractal", "Distance"),
                translate("Fractal", "{n} samples").format(n=number_text(distance, 0)),
            ),
            (translate("Fractal", "Scale"), number_text(table.scale[number])),
            (
                translate("Fractal", "Mirrored"),
                translate("Fractal", "yes") if turned else translate("Fractal", "no"),
            ),
        ]
    if look.collage_errors is not None and look.errors is not None:
        facts += [
            (translate("Fractal", "Collage error"), level_text(look.collage_errors[number])),
            (translate("Fractal", "Error in the end"), level_text(look.errors[number])),
        ]
    return facts


def sentence_of(look: Look, number: int) -> str:
    """Say all that is known of one range, for tips and screen readers."""
    return "\n".join(f"{name}: {value}" for name, value in facts_of(look, number))
