"""What the original engine made in memory is made again, byte for byte and sample for sample."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from road_codec.codecs.tqa.shipped import codebook, compress, expand

HERE = Path(__file__).parents[1] / "vectors" / "tqa"
MANIFEST: list[dict[str, Any]] = json.loads((HERE / "manifest.json").read_text())

pytestmark = pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry["name"])


def read(entry: dict[str, Any]) -> dict[str, np.ndarray]:
    path = HERE / f"{entry['name']}.npz"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == entry["sha256"]
    with np.load(path, allow_pickle=False) as arrays:
        return dict(arrays)


def blocks_of(vector: dict[str, np.ndarray]) -> np.ndarray:
    padded = np.zeros(vector["blocks"].size, np.float32)
    padded[: len(vector["signal"])] = vector["signal"]
    return padded.reshape(vector["blocks"].shape)


def test_the_codebook_is_the_frozen_one(entry: dict[str, Any]) -> None:
    assert np.array_equal(read(entry)["codebook"], codebook())


def test_every_byte_is_the_original_s(entry: dict[str, Any]) -> None:
    vector = read(entry)
    packed, facts = compress(blocks_of(vector), vector["signs"].astype(np.float32))

    assert np.array_equal(packed, vector["blocks"])
    assert np.allclose(facts, vector["meta"], rtol=0, atol=2e-8)


def test_every_decoded_sample_is_the_original_s(entry: dict[str, Any]) -> None:
    vector = read(entry)
    signs = vector["signs"].astype(np.float32)
    found = expand(vector["blocks"], vector["meta"].astype(np.float32), signs)

    assert np.array_equal(found.reshape(-1), vector["decoded"])


def test_the_loss_is_the_one_in_the_manifest(entry: dict[str, Any]) -> None:
    vector = read(entry)
    signs = vector["signs"].astype(np.float32)
    packed, facts = compress(blocks_of(vector), signs)
    found = expand(packed, facts.astype(np.float32), signs).reshape(-1)
    original = vector["signal"].astype(float)
    error = original - found[: len(original)]

    snr_db = 10 * np.log10(np.sum(original**2) / np.sum(error**2))
    assert snr_db == pytest.approx(entry["snr_db"], abs=0.01)
