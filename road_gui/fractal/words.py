"""What the Fractal page says of ranges."""

import math

from PySide6.QtCore import QCoreApplication, QLocale

from road_gui.fractal.look import Look
from road_gui.messages import decibel_text
from road_gui.plots.ticks import clock_text

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


def ratio_text(level: float, error: float) -> str:
    """Say how far an error lies below what it belongs to, both root mean squares."""
    if error <= 0:
        return decibel_text(math.inf)
    return level_text(level / error)


def facts_of(look: Look, number: int, passes: int) -> list[tuple[str, str]]:
    """Return names and values of one range, after some passes."""
    table = look.ranges
    facts = [
        _range_of(look, number),
        (translate("Fractal", "Mean"), number_text(table.mean[number], 4)),
    ]
    if table.mapped[number]:
        distance, turned = float(table.distance[number]), bool(table.reversed[number])
        facts += [
            _domain_of(look, number),
            (
                translate("Fractal", "Distance"),
                translate("Fractal", "{n} samples").format(n=number_text(distance, 0)),
            ),
            _scale_of(look, number),
            (
                translate("Fractal", "Mirrored"),
                translate("Fractal", "yes") if turned else translate("Fractal", "no"),
            ),
        ]
    losses = look.losses
    if losses is not None:
        facts += [
            (translate("Fractal", "Collage error"), level_text(losses.collage_errors[number])),
            (translate("Fractal", "Error in the end"), level_text(losses.errors[number])),
        ]
    return facts + _losses_of(look, number, passes)


def brief_of(look: Look, number: int, passes: int) -> list[tuple[str, str]]:
    """Return what the lanes show of one range, after some passes."""
    facts = [_range_of(look, number)]
    if look.ranges.mapped[number]:
        facts += [_domain_of(look, number), _scale_of(look, number)]
    return facts + _losses_of(look, number, passes)


def _range_of(look: Look, number: int) -> tuple[str, str]:
    table = look.ranges
    is_mapped = bool(table.mapped[number])
    kind = translate("Fractal", "Range") if is_mapped else translate("Fractal", "Silent block")
    return kind, translate("Fractal", "{n} samples from {at}").format(
        n=int(table.length[number]), at=int(table.start[number])
    )


def _domain_of(look: Look, number: int) -> tuple[str, str]:
    table = look.ranges
    return translate("Fractal", "Domain"), translate("Fractal", "{n} samples from {at}").format(
        n=2 * int(table.length[number]), at=int(table.domain[number])
    )


def _scale_of(look: Look, number: int) -> tuple[str, str]:
    return translate("Fractal", "Scale"), number_text(look.ranges.scale[number])


def _losses_of(look: Look, number: int, passes: int) -> list[tuple[str, str]]:
    """Return what is lost after some passes, where the original is known."""
    losses = look.losses
    if losses is None:
        return []
    error, level = losses.range_errors[passes][number], losses.range_levels[number]
    return [
        (translate("Fractal", "Error after pass {n}").format(n=passes), level_text(error)),
        (translate("Fractal", "SNR after pass {n}").format(n=passes), ratio_text(level, error)),
    ]


def values_of(look: Look, sample: int, passes: int, seconds: float) -> list[tuple[str, str]]:
    """Return names and values of one sample, at a second of the file, after some passes."""
    place = translate("Fractal", "{time}, sample {n}").format(time=clock_text(seconds, 4), n=sample)
    value, error = number_text(look.plain[passes][sample], 4), look.error_after(passes)
    if error is None or look.original is None:
        return [(translate("Fractal", "Time"), place), (translate("Fractal", "Value"), value)]
    missing = float(error[sample])
    return [
        (translate("Fractal", "Time"), place),
        (
            translate("Fractal", "Value"),
            translate("Fractal", "{value}, of the original {original}").format(
                value=value, original=number_text(look.original[sample], 4)
            ),
        ),
        (
            translate("Fractal", "Error"),
            f"{number_text(missing, 4)} ({level_text(abs(missing))})",
        ),
    ]


def said(facts: list[tuple[str, str]]) -> str:
    """Say names and values, each in a line: for tips, labels and screen readers."""
    return "\n".join(f"{name}: {value}" for name, value in facts)
