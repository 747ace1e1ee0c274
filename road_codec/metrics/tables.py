"""Comparisons side by side, as text for files: CSV for a spreadsheet, JSON for a program."""

import csv
import io
import json
from collections.abc import Mapping

from road_codec.metrics.report import Comparison


def comparisons_csv(named: Mapping[str, Comparison]) -> str:
    """Return a table with a row for each measure and a column for each comparison.

    The names of measures are those of `Comparison.as_json`; what is not defined is empty.
    """
    columns = {name: one.as_json() for name, one in named.items()}
    text = io.StringIO()
    # As RFC 4180 has it, lines end with CR and LF.
    writer = csv.writer(text)
    writer.writerow(["measure", *columns])
    for key in next(iter(columns.values()), {}):
        values = (column[key] for column in columns.values())
        writer.writerow([key, *("" if value is None else value for value in values)])
    return text.getvalue()


def comparisons_json(named: Mapping[str, Comparison], **facts: object) -> str:
    """Return an object with `facts` and, by name, what `Comparison.as_json` gives."""
    measures = {name: one.as_json() for name, one in named.items()}
    return json.dumps({**facts, "measures": measures}, indent=1, ensure_ascii=False) + "\n"
