"""The published loop's own streams: written again byte for byte but for the curves, and read."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from extrema_files import decoded, encode_extrema, open_extrema, read_wave
from making import MemorySource

from road_codec import SampleType

HERE = Path(__file__).parents[1] / "vectors" / "extrema"
MANIFEST: list[dict[str, Any]] = json.loads((HERE / "manifest.json").read_text())

pytestmark = pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["name"])


def vector(entry: dict[str, Any], ending: str) -> bytes:
    name = f"{entry['name']}.{ending}"
    data = (HERE / name).read_bytes()
    assert hashlib.sha256(data).hexdigest() == entry["sha256"][name]
    return data


def sound(entry: dict[str, Any], block: int = 1777) -> MemorySource:
    kind = {2: SampleType.S16, 4: SampleType.S32}[entry["bytes_per_sample"]]
    return MemorySource(read_wave(HERE / f"{entry['name']}.in.wav"), 44100, kind, block=block)


def without_curves(stream: bytes) -> bytes:
    """Make every curve the first, as the vectors have it: those of the original are lost."""
    records = np.frombuffer(stream, np.uint8).reshape(-1, 5).copy()
    records[records[:, 0] > 0, 0] = 1
    return records.tobytes()


@pytest.mark.parametrize("block", [1777, 10])
def test_the_runs_are_those_of_the_published_loop(entry: dict[str, Any], block: int) -> None:
    data, result = encode_extrema(sound(entry, block), layout="published")
    assert without_curves(data) == vector(entry, "le4.ext")
    lost = f"the last run of {entry['frames_lost_at_end']} samples"
    assert any(notice.startswith(lost) for notice in result.notices)


def test_both_variants_are_told_apart_and_sound_alike(entry: dict[str, Any]) -> None:
    narrow = open_extrema(vector(entry, "le4.ext"))
    wide = open_extrema(vector(entry, "native8.ext"))
    assert narrow.info.format.n_samples == entry["frames_described"]
    assert np.array_equal(decoded(narrow), decoded(wide))
    if entry["stills"]:
        assert "9 bytes" in wide.info.variant
        assert "5 bytes" in narrow.info.variant


def test_the_ends_of_the_curves_are_met_exactly(entry: dict[str, Any]) -> None:
    samples = decoded(open_extrema(vector(entry, "le4.ext")))[0]
    place = 0
    for record in entry["first_records"]:
        place += record[1]
        if record[0] == "C":
            assert samples[place - 1] == record[2]
