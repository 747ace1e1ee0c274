"""`road bench-codecs`."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from road_codec.cli.options import FILE, exists_option, inputs_argument
from road_codec.errors import InputError, MissingPartError, OutputError, ParameterError

if TYPE_CHECKING:
    from road_codec.benchmarking.coders import Coder
    from road_codec.benchmarking.measuring import Measurement, Refusal
    from road_codec.benchmarking.rows import Row
    from road_codec.cli.report import Reporter
    from road_codec.whole_file import WholeFile

# What the installed command runs, whatever it is called here.
_ROAD = (sys.executable, "-c", "from road_codec.cli.main import main; main()")


@click.command("bench-codecs")
@inputs_argument
@click.option(
    "--codec",
    "codecs",
    multiple=True,
    metavar="NAME",
    help="Only this codec, of the house or of others; can be given several times.",
)
@click.option("--no-peers", is_flag=True, help="Only codecs of the house.")
@click.option(
    "--seconds",
    type=click.FloatRange(0.01, 86400),
    metavar="S",
    help="Use only so much of each sound, from its beginning.",
)
@click.option(
    "--repeats",
    type=click.IntRange(1, 100),
    default=1,
    show_default=True,
    metavar="N",
    help="Encode and decode so often; times are medians.",
)
@click.option("--per-file", is_flag=True, help="Give all rows: for each sound, too.")
@click.option(
    "--plot",
    type=FILE,
    help="Draw quality against bits per sample: a .png, .svg or .pdf file; needs matplotlib.",
)
@exists_option
@click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object per row, and nothing else."
)
def command(inputs: tuple[Path, ...], **options: Any) -> int:
    """Compare codecs on sounds: size, quality, speed and memory.

    Folders are searched for sound files.  Beside the codecs of the house those are measured
    whose programs are installed: flac, opus (opusenc, opusdec), mp3 (lame), vorbis (oggenc,
    oggdec) and qoa (qoaconv).  All encode and decode in processes of their own.
    """
    from road_codec.cli.convert import summary
    from road_codec.cli.pipes import Staging
    from road_codec.cli.report import Reporter

    plot = _plot_file(options["plot"], options["on_exists"])
    coders = _coders(options["codecs"], peers=not options["no_peers"])
    reporter = Reporter("bench-codecs", as_json=options["as_json"], quiet=False)
    with Staging() as staging:
        reporter.aliases = staging.aliases
        codes, results = _measure(_sounds(staging.inputs(inputs)), coders, reporter, options)
        rows = _report(results, reporter, per_file=options["per_file"])
    if plot is not None and rows:
        _draw(rows, plot)
    return summary(codes)


def _plot_file(target: Path | None, on_exists: str) -> "WholeFile | None":
    """Find out before the work whether the plot can be drawn and has a place."""
    if target is None:
        return None
    from road_codec.benchmarking.plot import check_plot
    from road_codec.whole_file import WholeFile

    check_plot(target)
    if on_exists == "skip" and os.path.lexists(target):
        return None
    return WholeFile(target, on_exists)


def _coders(names: Sequence[str], *, peers: bool) -> "list[Coder]":
    """List the coders that were asked for; tell of those that are not installed."""
    from road_codec.benchmarking.house import house_coders
    from road_codec.benchmarking.peers import PEERS
    from road_codec.cli.report import say

    house = house_coders(_ROAD)
    others = list(PEERS if peers else ())
    known = list(dict.fromkeys([*(one.codec for one in house), *(one.codec for one in others)]))
    wanted = set(names or known)
    for name in names:
        if name not in known:
            raise ParameterError(f"codec: {name!r}, must be one of {', '.join(known)}")
    others = [peer for peer in others if peer.codec in wanted]
    missing = ", ".join(
        f"{peer.codec} ({', '.join(peer.missing)})" for peer in others if peer.missing
    )
    coders = [coder for coder in house if coder.codec in wanted]
    coders += [coder for peer in others if not peer.missing for coder in peer.coders()]
    if not coders:
        raise MissingPartError(f"not installed: {missing}; nothing else is to be measured")
    if missing:
        say(f"not installed, left out: {missing}")
    return coders


def _sounds(inputs: Sequence[Path]) -> list[Path]:
    from road_codec.batch.plan import is_wanted, sound_files

    named = set(inputs)
    sounds = [
        path for _, path in sound_files(inputs) if path in named or is_wanted(path, decoded=False)
    ]
    if not sounds:
        raise InputError(f"{', '.join(map(str, inputs))}: no sound file in there")
    return sounds


def _measure(
    sounds: Sequence[Path], coders: "Sequence[Coder]", reporter: "Reporter", options: dict[str, Any]
) -> "tuple[list[int], list[Measurement | Refusal]]":
    """Measure sound after sound, and say what became of each; return codes and all results."""
    from road_codec.batch.run import run_tasks
    from road_codec.benchmarking.measuring import Bench
    from road_codec.cli.exits import exit_code
    from road_codec.cli.report import Bars
    from road_codec.cli.stopping import PATIENCE_S

    codes: list[int] = []
    results: list[Measurement | Refusal] = []
    bars = Bars([path.name for path in sounds], hidden=reporter.as_json)
    with _temporary_folder() as folder, bars.shown():
        bench = Bench(coders, folder, seconds=options["seconds"], repeats=options["repeats"])
        makers = [lambda sound=sound: bench.measure(sound) for sound in sounds]
        # Closed before the folder is taken away: then no process writes to it any more.
        with contextlib.closing(run_tasks(makers, 1, patience_s=PATIENCE_S)) as events:
            for event in events:
                if event.progress is not None:
                    bars.advance(event.number, event.progress)
                if not event.ended:
                    continue
                elapsed_s = bars.end(event.number)
                if event.error is not None:
                    codes.append(exit_code(event.error))
                    reporter.failed(str(sounds[event.number]), event.error)
                    continue
                codes += [_tell(one, reporter, options) for one in event.result]
                results += event.result
                reporter.say(f"{sounds[event.number]}: measured in {elapsed_s:.0f} s")
    return codes, results


def _tell(one: "Measurement | Refusal", reporter: "Reporter", options: dict[str, Any]) -> int:
    """Say at once what need not wait for the end; return the exit code of one result."""
    from road_codec.benchmarking.measuring import Refusal
    from road_codec.benchmarking.rows import row_of
    from road_codec.cli.bench_rows import print_object
    from road_codec.cli.exits import DONE, exit_code

    if isinstance(one, Refusal):
        reporter.failed(one.source, one.error)
        return exit_code(one.error)
    if reporter.as_json and options["per_file"]:
        print_object(reporter.named(one.source), row_of([one]), one.comparison.lag_samples)
    return DONE


def _report(
    results: "Sequence[Measurement | Refusal]", reporter: "Reporter", *, per_file: bool
) -> "list[Row]":
    """Print what holds over all sounds; return it."""
    from road_codec.benchmarking.measuring import Measurement
    from road_codec.benchmarking.rows import row_of, rows_of
    from road_codec.cli.bench_rows import print_object, print_rows

    measured = [one for one in results if isinstance(one, Measurement)]
    rows = rows_of(measured)
    if reporter.as_json:
        for row in rows:
            print_object(None, row)
    elif rows:
        single = [(reporter.named(one.source), row_of([one])) for one in measured if per_file]
        print_rows(rows, single)
    return rows


@contextlib.contextmanager
def _temporary_folder() -> Iterator[Path]:
    try:
        # What an abandoned task still writes must not disturb the end.
        folder = tempfile.TemporaryDirectory(prefix="road-bench-", ignore_cleanup_errors=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OutputError(f"no temporary folder can be made: {reason}") from None
    with folder as name:
        yield Path(name).resolve()


def _draw(rows: "Sequence[Row]", plot: "WholeFile") -> None:
    from road_codec.benchmarking.plot import draw
    from road_codec.cli.report import say

    with plot, plot.open() as file:
        draw(rows, file, plot.target.suffix.lower())
    say(f"{plot.target}: drawn")
