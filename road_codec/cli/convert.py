"""Running many conversions: the shared body of `encode`, `decode` and `seed`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from road_codec.batch.companions import plan_copies
from road_codec.batch.plan import Job, Naming, is_folder, plan_jobs
from road_codec.batch.run import run_tasks
from road_codec.cli.exits import DAMAGED, DONE, SOME_FAILED, exit_code
from road_codec.cli.pipes import DASH, Staging, send_output
from road_codec.cli.report import Bars, Reporter
from road_codec.cli.stopping import PATIENCE_S
from road_codec.errors import FormatError, InputError, ParameterError
from road_codec.operations import Outcome
from road_codec.progress import Task

Maker = Callable[[Path, Path], Task[Outcome]]


def convert(
    inputs: Sequence[Path],
    output: str | None,
    make: Maker,
    reporter: Reporter,
    *,
    naming: Naming,
    at_once: int = 1,
    hidden: bool = False,
    copy: Maker | None = None,
) -> int:
    """Convert files and folders; return the exit code.

    Parameters
    ----------
    inputs : sequence of Path
        As given, ``-`` for standard input.
    output : str or None
        As given, ``-`` for standard output; a folder if it ends with a slash.
    make : callable
        Makes the task of a pair of source and target.
    reporter : Reporter
        Says what became of each.
    naming : Naming
        How the targets are called.
    at_once : int
        Files worked on side by side.
    hidden : bool
        Show no bars.
    copy : callable or None
        Makes the task that copies one of the other files of the folders; None for none of them.
    """
    to_stdout = output == str(DASH) or (output is None and list(inputs) == [DASH])
    if (to_stdout or DASH in inputs) and len(inputs) != 1:
        raise ParameterError("- stands for one file: give no other input beside it")
    if to_stdout and reporter.as_json:
        raise ParameterError("standard output holds either the sound or --json, not both")
    with Staging() as staging:
        reporter.aliases = staging.aliases
        sources = staging.inputs(inputs)
        if to_stdout and is_folder(sources[0]):
            raise ParameterError("standard output takes one file, not a folder")
        if to_stdout and naming.pattern is not None:
            raise ParameterError("standard output has no name that a pattern could be for")
        staged = staging.output(naming.suffix) if to_stdout else None
        jobs = plan_jobs(
            sources,
            staged or (None if output is None else Path(output)),
            naming=naming,
            into_folder=output is not None and output.endswith("/"),
        )
        if not jobs:
            raise InputError(f"{', '.join(map(str, inputs))}: nothing to do in there")
        if copy is not None:
            jobs += plan_copies(
                sources,
                None if staged or output is None else Path(output),
                keep_tree=naming.keep_tree,
                taken=[job.target for job in jobs],
            )
        code = run_jobs(
            jobs, make, reporter, at_once=at_once, hidden=hidden or to_stdout, copy=copy
        )
        if staged is not None and staged.exists():
            send_output(staged)
    return code


def run_jobs(
    jobs: Sequence[Job],
    make: Maker,
    reporter: Reporter,
    *,
    at_once: int,
    hidden: bool,
    copy: Maker | None = None,
) -> int:
    """Run jobs to their ends, whatever becomes of each; return the exit code."""
    codes = [DONE] * len(jobs)
    bars = Bars([job.source.name for job in jobs], hidden=hidden)
    makers = [_maker(copy if job.is_copy and copy else make, job) for job in jobs]
    with bars.shown():
        for event in run_tasks(makers, at_once, patience_s=PATIENCE_S):
            if event.progress is not None:
                bars.advance(event.number, event.progress)
                if event.progress.warning:
                    reporter.say(f"{jobs[event.number].target}: {event.progress.warning}")
            if not event.ended:
                continue
            elapsed_s = bars.end(event.number)
            if event.error is not None:
                codes[event.number] = exit_code(event.error)
                reporter.failed(str(jobs[event.number].source), event.error)
            else:
                codes[event.number] = _report(event.result, elapsed_s, reporter)
    reporter.count_copies()
    return summary(codes)


def copier(copy: Callable[..., Task[Outcome]], options: dict[str, Any]) -> Maker | None:
    """Return what copies the other files of folders, under the rules that were given."""
    if not options["copy_others"]:
        return None
    return lambda source, target: copy(
        source, target, on_exists=options["on_exists"], keep_date=options["keep_date"]
    )


def _maker(make: Maker, job: Job) -> Callable[[], Task[Any]]:
    return lambda: make(job.source, job.target)


def _report(outcome: Outcome, elapsed_s: float, reporter: Reporter) -> int:
    reporter.done(outcome, elapsed_s)
    if outcome.damage:
        reporter.failed(outcome.source, FormatError(f"{outcome.source}: {outcome.damage}"))
        return DAMAGED
    return DONE


def summary(codes: Sequence[int]) -> int:
    """Return one code for all: their own where all failed, else that some did."""
    failed = [code for code in codes if code != DONE]
    if not failed:
        return DONE
    return failed[0] if len(failed) == len(codes) else SOME_FAILED
