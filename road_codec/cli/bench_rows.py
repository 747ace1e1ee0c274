"""How the rows of `road bench-codecs` are printed: a table for people, an object for programs."""

import math
from collections.abc import Callable, Sequence
from typing import Any

from road_codec.benchmarking.rows import Row
from road_codec.cli.exits import printable
from road_codec.cli.pipes import put
from road_codec.cli.report import print_json

_LEGEND = (
    "bits (per sample) and kbit/s: all bytes over all sound.  SNR to LSD: dB, medians over the "
    "sounds.\n× (real time): all sound over all seconds of whole processes.  MB: the most that "
    "one held."
)


def _text(value: str | int) -> str:
    return printable(str(value))


def _decibels(value: float | None) -> str:
    if value is None:
        return "-"
    if math.isinf(value):
        return "∞" if value > 0.0 else "-∞"
    return f"{value:.2f}"


def _speed(value: float) -> str:
    return f"{value:.0f}" if value >= 10.0 else f"{value:.1f}"


def _megabytes(value: int) -> str:
    return f"{value / 1e6:.0f}"


_COLUMNS: tuple[tuple[str, str, Callable[[Any], str]], ...] = (
    ("codec", "codec", _text),
    ("setting", "setting", _text),
    ("files", "files", _text),
    ("bits_per_sample", "bits", "{:.2f}".format),
    ("kbit_per_s", "kbit/s", "{:.0f}".format),
    ("snr_db", "SNR", _decibels),
    ("segmental_snr_db", "seg. SNR", _decibels),
    ("si_sdr_db", "SI-SDR", _decibels),
    ("log_spectral_distance_db", "LSD", _decibels),
    ("encode_times_real_time", "encode ×", _speed),
    ("decode_times_real_time", "decode ×", _speed),
    ("encode_peak_bytes", "encode MB", _megabytes),
    ("decode_peak_bytes", "decode MB", _megabytes),
)
_SOUND = "sound"
_LEFT = (_SOUND, "codec", "setting")


def print_rows(rows: Sequence[Row], per_sound: Sequence[tuple[str, Row]]) -> None:
    """Print at least one row, in Markdown that is readable as it is.

    Parameters
    ----------
    rows : sequence of Row
        Over all sounds.
    per_sound : sequence of (str, Row)
        Those of single sounds, with their names: a table of its own before.
    """
    titles = [title for _, title, _ in _COLUMNS]
    if per_sound:
        _print_table([_SOUND, *titles], [[_text(name), *_cells(row)] for name, row in per_sound])
        put("")
    _print_table(titles, [_cells(row) for row in rows])
    put(_LEGEND)


def _cells(row: Row) -> list[str]:
    return [written(getattr(row, field)) for field, _, written in _COLUMNS]


def _print_table(titles: list[str], cells: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(titles, *cells, strict=True)]
    left = [title in _LEFT for title in titles]
    rules = ["-" * width for width in widths]
    rules = [rule if is_left else f"{rule[1:]}:" for rule, is_left in zip(rules, left, strict=True)]
    for line in (titles, rules, *cells):
        padded = (
            cell.ljust(width) if is_left else cell.rjust(width)
            for cell, width, is_left in zip(line, widths, left, strict=True)
        )
        put(f"| {' | '.join(padded)} |")


def print_object(source: str | None, row: Row, lag_samples: int | None = None) -> None:
    """Print a row as JSON: of one sound, or of all where there is no source."""
    print_json(
        {
            "command": "bench-codecs",
            "source": source,
            "state": "done",
            "notices": [],
            "error": None,
            **row.as_json(),
            "lag_samples": lag_samples,
        }
    )
