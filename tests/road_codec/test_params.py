"""Parameters describe themselves and refuse what does not fit, by name."""

import dataclasses
import math
from typing import Any

import pytest

from road_codec import DecodeOptions, ParameterError, describe
from road_codec.codecs.classic.params import ClassicParams
from road_codec.params import parse_settings

NUMBERS = [
    (kind, param)
    for kind in (ClassicParams, DecodeOptions)
    for param in describe(kind)
    if param.kind == "number"
]


@pytest.mark.parametrize(("kind", "param"), NUMBERS)
def test_numbers_are_taken_at_their_limits_and_refused_beyond(kind: type, param: Any) -> None:
    for value in (param.low, param.high):
        assert getattr(kind(**{param.name: value}), param.name) == value
    step = 1 if param.integral else 1e-3
    for value in (param.low - step, param.high * 2 + step, math.nan, math.inf, "4", True):
        with pytest.raises(ParameterError, match=f"^{param.name}: .*, must be {param.low} to "):
            kind(**{param.name: value})


def test_choices_and_flags_are_checked_too() -> None:
    with pytest.raises(ParameterError, match="smallest_range: 5, must be one of 4, 8, 16, 32"):
        ClassicParams(smallest_range=5)
    with pytest.raises(ParameterError, match="strict: 1, must be true or false"):
        ClassicParams(strict=1)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [ClassicParams, DecodeOptions])
def test_every_field_but_the_fraction_is_described_and_defaults_fit(kind: type) -> None:
    described = {param.name for param in describe(kind)}
    fields = {field.name for field in dataclasses.fields(kind)}
    assert fields - described <= {"oversample"}
    for param in describe(kind):
        assert param.doc.endswith(".")
        param.check(param.default)


def test_settings_are_read_as_the_values_they_name() -> None:
    words = ["smallest-range=8", "strict=yes", "silence_threshold=1e3", "superframe=4", "variant=a"]
    assert parse_settings(ClassicParams, words) == {
        "smallest_range": 8,
        "strict": True,
        "silence_threshold": 1000.0,
        "superframe": 4,
        "variant": "a",
    }
    assert parse_settings(ClassicParams, ["range_threshold=auto"]) == {"range_threshold": None}


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("smallest-range=5", "smallest_range: '5', must be one of 4, 8, 16, 32"),
        ("superframe=1.5", "superframe: '1.5', must be 1 to 256 frames"),
        ("superframe=257", "superframe: 257, must be 1 to 256 frames"),
        ("superframe=auto", "superframe: 'auto', must be"),
        ("silence-threshold=nan", "silence_threshold: nan, must be"),
        ("strict=maybe", "strict: 'maybe', must be true or false"),
        ("strict", "'strict': must be name=value"),
        ("depth=3", "'depth': no such parameter; there are variant, strict, smallest-range"),
    ],
)
def test_settings_that_do_not_fit_are_refused_by_name(setting: str, message: str) -> None:
    with pytest.raises(ParameterError, match=f"^{message}"):
        parse_settings(ClassicParams, [setting])
