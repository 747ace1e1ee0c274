"""Codecs tried in this process: the numbers are those of the library, and nothing is left."""

import csv
import io
import json
import math
from pathlib import Path

import numpy as np
import pytest
from making import noise, write_sound

from road_codec import (
    CodecSetting,
    Excerpt,
    Failure,
    FormatError,
    InputError,
    InsideBench,
    ParameterError,
    Progress,
    Trial,
    all_codecs,
    benchmark_settings,
    codec_named,
    compare,
    encode,
    finish,
    is_encoded,
    look_at_sound,
    remove_trial,
    trials_csv,
    trials_json,
    values_of,
)
from road_codec.benchmarking.inside import trial_name

RATE = 8000


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """Two seconds in two channels, with a title that no excerpt has."""
    samples = noise(2, 2 * RATE).astype(np.int16)
    return write_sound(tmp_path / "a sound.flac", samples, RATE, title="a title")


@pytest.fixture
def bench(tmp_path: Path) -> InsideBench:
    return InsideBench(tmp_path / "bench")


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_every_codec_is_there_at_every_setting_of_its_own() -> None:
    expected = [(codec.id, label) for codec in all_codecs() for label, _ in codec.benchmarks]
    settings = benchmark_settings()
    assert [(one.codec, one.label) for one in settings] == expected
    for one in settings:
        codec = codec_named(one.codec)
        assert dict(codec.benchmarks)[one.label].items() >= values_of(one.params).items()
        assert codec.params_type(**values_of(one.params)) == one.params


@pytest.mark.parametrize(
    "setting", benchmark_settings(), ids=lambda one: f"{one.codec}, {one.label}"
)
def test_the_numbers_are_those_of_the_library(
    setting: CodecSetting, bench: InsideBench, tmp_path: Path
) -> None:
    # In one channel, for some settings keep no more.
    sound = write_sound(tmp_path / "mono.wav", noise(1, 2 * RATE).astype(np.int16), RATE)
    excerpt = finish(bench.prepare(sound, seconds=1.0))
    trial = finish(bench.measure(excerpt, setting, "0"))

    expected = tmp_path / f"x{codec_named(setting.codec).suffix}"
    finish(encode(excerpt.path, expected, codec=setting.codec, params=setting.params))
    assert trial.encoded.read_bytes() == expected.read_bytes()
    assert trial.encoded_bytes == expected.stat().st_size
    found, wanted = trial.comparison, finish(compare(excerpt.path, expected))
    assert found.snr_db == wanted.snr_db
    assert found.log_spectral_distance_db == wanted.log_spectral_distance_db
    assert trial.bits_per_sample == 8 * trial.encoded_bytes / RATE
    assert trial.kbit_per_s == 8 * trial.encoded_bytes / 1000
    assert trial.ratio == trial.encoded_bytes / (2 * RATE)
    assert trial.encode_times_real_time == 1.0 / trial.encode_s > 0
    assert trial.decode_times_real_time == 1.0 / trial.decode_s > 0
    assert is_encoded(trial.encoded)


def test_only_excerpt_and_encoded_files_stay(
    bench: InsideBench, sound: Path, tmp_path: Path
) -> None:
    excerpt = finish(bench.prepare(sound))
    assert (excerpt.n_samples, excerpt.seconds) == (2 * RATE, 2.0)
    assert excerpt.format.tags == {}
    setting = benchmark_settings()[0]
    suffix = codec_named(setting.codec).suffix
    first, second = (finish(bench.measure(excerpt, setting, name)) for name in ("1", "2"))

    name = f"a sound ({setting.label}){suffix}"
    kept = [f"1/{name}", f"2/{name}", "original/a sound.wav", "short.wav"]
    assert files(tmp_path / "bench") == kept
    remove_trial(first.encoded.parent)
    assert files(tmp_path / "bench") == kept[1:]
    assert second.encoded.exists()


def test_progress_grows_to_the_whole(bench: InsideBench, sound: Path) -> None:
    excerpt = finish(bench.prepare(sound))
    steps: list[Progress] = list(bench.measure(excerpt, benchmark_settings()[0], "0"))
    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions, key=lambda one: one or 0.0)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    notes = list(dict.fromkeys(step.note for step in steps))
    assert notes == ["warming up", "encoding", "decoding", "comparing"]
    # What is warm need not be warmed up again.
    again = list(bench.measure(excerpt, benchmark_settings()[0], "1"))
    assert next(iter(again)).note == "encoding"


@pytest.mark.parametrize("note", ["warming up", "encoding", "decoding", "comparing"])
def test_stopping_leaves_nothing_of_a_trial(
    note: str, bench: InsideBench, sound: Path, tmp_path: Path
) -> None:
    excerpt = finish(bench.prepare(sound))
    before = files(tmp_path / "bench")
    task = bench.measure(excerpt, benchmark_settings()[0], "0")
    assert any(step.note == note for step in task)
    task.close()
    assert files(tmp_path / "bench") == before
    assert not (tmp_path / "bench" / "0").exists()


def test_the_time_of_the_caller_is_not_measured(
    bench: InsideBench, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [0.0]
    monkeypatch.setattr("time.perf_counter", lambda: clock[0])
    excerpt = finish(bench.prepare(sound))
    task = bench.measure(excerpt, benchmark_settings()[0], "0")
    while True:
        try:
            next(task)
        except StopIteration as end:
            trial = end.value
            break
        clock[0] += 1.0
    assert (trial.encode_s, trial.decode_s) == (0.0, 0.0)


def test_what_a_codec_cannot_do_is_said_without_temporary_names(
    bench: InsideBench, tmp_path: Path
) -> None:
    mono = write_sound(tmp_path / "mono.wav", noise(1, 4000).astype(np.int16), RATE)
    excerpt = finish(bench.prepare(mono))
    strict = codec_named("road-classic").params_type(variant="a", strict=True)
    setting = CodecSetting(codec="road-classic", label="strict", params=strict)
    with pytest.raises(ParameterError, match=r"^channels: 1, the program of variant a took 2"):
        finish(bench.measure(excerpt, setting, "0"))
    assert not (tmp_path / "bench" / "0").exists()

    excerpt.path.unlink()
    with pytest.raises(InputError, match=r"^mono\.wav: there is no such file$"):
        finish(bench.measure(excerpt, benchmark_settings()[0], "1"))


def test_only_sounds_that_were_not_encoded_are_taken(
    bench: InsideBench, sound: Path, tmp_path: Path
) -> None:
    assert finish(look_at_sound(sound)).n_samples == 2 * RATE
    encoded = tmp_path / "x.road.wav"
    finish(encode(sound, encoded))
    for task in (look_at_sound(encoded), bench.prepare(encoded)):
        with pytest.raises(ParameterError, match="is encoded already"):
            finish(task)
    encoded.write_bytes(encoded.read_bytes()[:200])
    with pytest.raises(FormatError):
        finish(look_at_sound(encoded))
    with pytest.raises(InputError):
        finish(look_at_sound(tmp_path / "missing.wav"))


@pytest.mark.parametrize("name", ["x" * 240, "ä" * 120, "a/b:c\n\ud83d", "...", "con (1)."])
def test_names_fit_any_file_system(name: str, tmp_path: Path) -> None:
    made = trial_name(Path("folder") / f"{name}.wav", name, ".road.wav")
    assert len(made.encode()) < 230
    assert made.endswith(").road.wav")
    (tmp_path / made).write_bytes(b"")
    assert [path.name for path in tmp_path.iterdir()] == [made]


def trials(bench: InsideBench, sound: Path) -> tuple[Excerpt, list[Trial | Failure]]:
    excerpt = finish(bench.prepare(sound))
    setting = benchmark_settings()[0]
    trial = finish(bench.measure(excerpt, setting, "0"))
    return excerpt, [trial, Failure(benchmark_settings()[-1], 'no, "never"')]


def test_a_table_says_the_same_as_json(bench: InsideBench, sound: Path) -> None:
    excerpt, results = trials(bench, sound)
    whole = json.loads(trials_json(results))
    assert whole["sound"] == str(sound)
    assert (whole["seconds"], whole["rate_hz"], whole["channels"]) == (excerpt.seconds, RATE, 2)
    first, second = whole["results"]
    assert first["params"] == values_of(benchmark_settings()[0].params)
    assert (second["snr_db"], second["error"]) == (None, 'no, "never"')

    rows = list(csv.DictReader(io.StringIO(trials_csv(results))))
    assert [row["codec"] for row in rows] == [first["codec"], second["codec"]]
    for name, text in rows[0].items():
        value = first[name]
        same = text == "" if value is None else text == str(value)
        assert same, name
    assert rows[1]["encoded_bytes"] == ""
    assert rows[1]["error"] == 'no, "never"'


def test_what_lost_nothing_is_infinite_in_both(bench: InsideBench, sound: Path) -> None:
    excerpt = finish(bench.prepare(sound))
    same = finish(compare(excerpt.path, excerpt.path))
    trial = Trial(
        setting=benchmark_settings()[0],
        excerpt=excerpt,
        encoded=excerpt.path,
        encoded_bytes=1,
        encode_s=1.0,
        decode_s=0.0,
        comparison=same,
    )
    assert json.loads(trials_json([trial]))["results"][0]["snr_db"] == "inf"
    assert next(csv.DictReader(io.StringIO(trials_csv([trial]))))["snr_db"] == "inf"
    assert math.isfinite(trial.decode_times_real_time)
