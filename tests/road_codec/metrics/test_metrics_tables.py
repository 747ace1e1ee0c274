"""What is written is what was measured."""

import csv
import io
import json

import numpy as np

from road_codec import comparisons_csv, comparisons_json
from road_codec.metrics.report import Comparer, Comparison


def measured(gain: float) -> Comparison:
    comparer = Comparer(8000, 1)
    sound = 0.1 * np.random.default_rng(2).standard_normal((1, 4000))
    comparer.add(sound, gain * sound)
    return comparer.result(original_bytes=8000, encoded_bytes=1000)


def test_csv_has_a_row_for_each_measure_and_a_column_for_each_comparison() -> None:
    pair = {"whole": measured(1.0), "stretch, a": measured(0.9)}
    rows = list(csv.reader(io.StringIO(comparisons_csv(pair), newline="")))
    assert rows[0] == ["measure", "whole", "stretch, a"]
    assert [row[0] for row in rows[1:]] == list(pair["whole"].as_json())
    by_name = {row[0]: row[1:] for row in rows}
    assert by_name["snr_db"][0] == "inf"
    assert float(by_name["snr_db"][1]) == pair["stretch, a"].snr_db
    assert by_name["ratio"] == ["8.0", "8.0"]


def test_json_has_the_facts_and_the_measures() -> None:
    one = measured(0.9)
    told = json.loads(comparisons_json({"whole": one}, original="ä.wav"))
    assert told == {"original": "ä.wav", "measures": {"whole": one.as_json()}}
