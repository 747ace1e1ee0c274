"""Trials as text for other programs: a table of comma-separated values, and JSON."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass

from road_codec.benchmarking.inside import CodecSetting, Trial, values_of
from road_codec.metrics.report import JsonValue

_MEASURES = (
    *("encoded_bytes", "bits_per_sample", "kbit_per_s", "ratio"),
    *("snr_db", "segmental_snr_db", "si_sdr_db"),
    *("log_spectral_distance_db", "envelope_difference_db"),
    *("encode_s", "decode_s", "encode_times_real_time", "decode_times_real_time"),
)


@dataclass(frozen=True, slots=True)
class Failure:
    """That a codec could not do a sound, and why, in one line."""

    setting: CodecSetting
    error: str


def trials_csv(results: Sequence[Trial | Failure]) -> str:
    """Return a table with one line for each result.

    What is not defined is empty, infinity is ``inf``; the last column says what went wrong.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("codec", "setting", *_MEASURES, "error"))
    for one in results:
        row = _as_row(one)
        writer.writerow(["" if value is None else value for value in row.values()])
    return text.getvalue()


def trials_json(results: Sequence[Trial | Failure]) -> str:
    """Return the sound and a list of all results, with the parameters of their settings.

    Infinity is ``"inf"``, for JSON has no number for it.
    """
    done = [one for one in results if isinstance(one, Trial)]
    excerpt = done[0].excerpt if done else None
    whole = {
        "sound": None if excerpt is None else str(excerpt.sound),
        "seconds": None if excerpt is None else excerpt.seconds,
        "rate_hz": None if excerpt is None else excerpt.format.rate_hz,
        "channels": None if excerpt is None else excerpt.format.n_channels,
        "sample_type": None if excerpt is None else excerpt.format.sample_type.value,
        "results": [
            _as_row(one) | {"params": dict(values_of(one.setting.params))} for one in results
        ],
    }
    return json.dumps(whole, indent=2) + "\n"


def _as_row(one: Trial | Failure) -> dict[str, JsonValue]:
    found, error = (one.as_json(), None) if isinstance(one, Trial) else ({}, one.error)
    return {
        "codec": one.setting.codec,
        "setting": one.setting.label,
        **{name: found.get(name) for name in _MEASURES},
        "error": error,
    }
