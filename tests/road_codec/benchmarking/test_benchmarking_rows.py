"""Rows: sums, medians and greatest values over the sounds."""

import math

import pytest

from road_codec import Comparison
from road_codec.benchmarking.coders import Coder
from road_codec.benchmarking.measuring import Measurement
from road_codec.benchmarking.processes import Run
from road_codec.benchmarking.rows import row_of, rows_of
from road_codec.cli.bench_rows import print_rows


def coder(setting: str, *, house: bool = False) -> Coder:
    return Coder(codec="x", setting=setting, house=house, suffix=".x", encode=(), decode=())


def measurement(
    setting: str,
    snr_db: float | None,
    *,
    seconds: int = 1,
    encoded_bytes: int = 1000,
    wall_s: float = 0.5,
    peak_bytes: int = 3_000_000,
) -> Measurement:
    comparison = Comparison(
        rate_hz=8000,
        n_channels=2,
        n_samples=8000 * seconds,
        snr_db=snr_db,
        segmental_snr_db=snr_db,
        si_sdr_db=snr_db,
        log_spectral_distance_db=1.0,
        peak_error=0.0,
        correlation=1.0,
        envelope_difference_db=0.0,
    )
    return Measurement(
        coder=coder(setting),
        source="a.wav",
        rate_hz=8000,
        n_channels=2,
        n_samples=8000 * seconds,
        encoded_bytes=encoded_bytes,
        encoding=Run(wall_s, 0.25, peak_bytes),
        decoding=Run(wall_s / 2, 0.125, peak_bytes // 2),
        comparison=comparison,
    )


def test_bits_and_speeds_are_sums_over_sums_and_decibels_medians() -> None:
    row = row_of(
        [
            measurement("s", 10.0),
            measurement("s", 14.0, seconds=7, encoded_bytes=3000, wall_s=1.5),
            measurement("s", 40.0, encoded_bytes=500, wall_s=0.25, peak_bytes=5_000_000),
        ]
    )

    assert row.files == 3
    assert row.seconds == 9.0
    assert row.encoded_bytes == 4500
    assert row.bits_per_sample == pytest.approx(8 * 4500 / (9 * 16000))
    assert row.kbit_per_s == pytest.approx(4.0)
    assert (row.snr_db, row.segmental_snr_db, row.si_sdr_db) == (14.0, 14.0, 14.0)
    assert row.encode_times_real_time == pytest.approx(9 / 2.25)
    assert row.decode_times_real_time == pytest.approx(9 / 1.125)
    assert (row.encode_cpu_s, row.decode_cpu_s) == (0.75, 0.375)
    assert (row.encode_peak_bytes, row.decode_peak_bytes) == (5_000_000, 2_500_000)


@pytest.mark.parametrize(
    ("values", "median", "plain"),
    [
        ([None, None], None, None),
        ([None, 3.0], 3.0, 3.0),
        ([math.inf, math.inf, 3.0], math.inf, "inf"),
        ([-math.inf, math.inf], None, None),
    ],
)
def test_what_has_no_number_has_a_form_in_json(
    values: list[float | None], median: float | None, plain: object
) -> None:
    row = row_of([measurement("s", value) for value in values])

    assert row.snr_db == median
    assert row.as_json()["snr_db"] == plain


def test_there_is_a_row_for_each_setting_in_their_order() -> None:
    found = rows_of([measurement(setting, 1.0) for setting in ("b", "a", "b")])

    assert [(row.setting, row.files) for row in found] == [("b", 2), ("a", 1)]


def test_a_table_has_a_row_for_each_and_one_width(capsys: pytest.CaptureFixture[str]) -> None:
    rows = rows_of([measurement("coarse", 12.345), measurement("exact \x1b", math.inf)])
    print_rows(rows, [("a/long/name.wav", rows[0])])
    single, whole = capsys.readouterr().out.split("\n\n")
    lines = whole.splitlines()

    assert [cell.strip() for cell in lines[2].split("|")][1:-1] == (
        ["x", "coarse", "1", "0.50", "8", "12.35", "12.35", "12.35", "1.00", "2.0", "4.0", "3", "2"]
    )
    assert "∞" in lines[3]
    assert "\x1b" not in whole
    assert len({len(line) for line in lines[:4]}) == 1
    assert single.splitlines()[2].startswith("| a/long/name.wav | x ")
