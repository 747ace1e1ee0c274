"""What a user should know before the work is done is said on standard error."""

from pathlib import Path

import pytest

from road_codec.batch.plan import Job
from road_codec.cli.convert import run_jobs
from road_codec.cli.report import Reporter
from road_codec.operations import Outcome
from road_codec.progress import Progress, Task
from road_codec.whole_file import shortage


def test_a_disk_that_is_too_small_is_told_before_it_is_full(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def work(source: Path, target: Path) -> Task[Outcome]:
        yield Progress(0, 10, 1, warning=shortage(target, 1 << 62))
        yield Progress(10, 10, 1)
        return Outcome(str(source), str(target), 10, 20, 10.0)

    jobs = [Job(tmp_path / "a.wav", tmp_path / "a.road.wav")]
    reporter = Reporter("encode", as_json=False, quiet=False)

    assert run_jobs(jobs, work, reporter, at_once=1, hidden=True) == 0

    warning, done = capsys.readouterr().err.splitlines()
    assert warning.startswith(f"{tmp_path / 'a.road.wav'}: 5072854620270 MB may be needed, ")
    assert "20 bytes" in done


def test_a_disk_that_is_large_enough_is_not_mentioned(tmp_path: Path) -> None:
    assert shortage(tmp_path / "a.road.wav", 0) == ""
