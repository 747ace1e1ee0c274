"""Reading files one after the other and printing what was found: `info` and `test`."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from road_codec.batch.plan import is_wanted, sound_files
from road_codec.batch.run import run_tasks
from road_codec.cli.exits import DONE, exit_code
from road_codec.cli.pipes import Staging
from road_codec.cli.report import Bars, Reporter
from road_codec.cli.stopping import PATIENCE_S
from road_codec.errors import InputError
from road_codec.progress import Task


def inspect(
    inputs: Sequence[Path],
    make: Callable[[Path], Task[Any]],
    show: Callable[[Path, Any], None],
    reporter: Reporter,
    *,
    hidden: bool,
) -> list[int]:
    """Run a task for every file (of folders, for the encoded ones); return their exit codes."""
    with Staging() as staging:
        reporter.aliases = staging.aliases
        given = staging.inputs(inputs)
        named = set(given)
        paths = [
            path for _, path in sound_files(given) if path in named or is_wanted(path, decoded=True)
        ]
        if not paths:
            raise InputError(f"{', '.join(map(str, inputs))}: no encoded file in there")
        codes = [DONE] * len(paths)
        bars = Bars([path.name for path in paths], hidden=hidden)
        makers = [_maker(make, path) for path in paths]
        with bars.shown():
            for event in run_tasks(makers, 1, patience_s=PATIENCE_S):
                if event.progress is not None:
                    bars.advance(event.number, event.progress)
                if not event.ended:
                    continue
                bars.end(event.number)
                if event.error is not None:
                    codes[event.number] = exit_code(event.error)
                    reporter.failed(str(paths[event.number]), event.error)
                else:
                    path = str(paths[event.number])
                    show(Path(reporter.aliases.get(path, path)), event.result)
    return codes


def _maker(make: Callable[[Path], Task[Any]], path: Path) -> Callable[[], Task[Any]]:
    return lambda: make(path)
