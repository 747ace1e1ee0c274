"""`road test`."""

from pathlib import Path
from typing import Any

import click

from road_codec.cli.options import inputs_argument, json_option, quiet_option


@click.command("test")
@inputs_argument
@json_option
@quiet_option
def command(inputs: tuple[Path, ...], as_json: bool, quiet: bool) -> int:
    """Decode without writing, and check all that can be checked without the original.

    That is: every chunk and record, that the items cover their frames, that domains lie
    in their frames, the checksums that there are, the declared length, and that the maps
    do not diverge.
    """
    from road_codec.cli.convert import summary
    from road_codec.cli.inspecting import inspect
    from road_codec.cli.report import Reporter, print_json, say
    from road_codec.cli.starting import load_numba
    from road_codec.operations import check

    def show(path: Path, notices: Any) -> None:
        if as_json:
            print_json(
                {
                    "command": "test",
                    "source": str(path),
                    "state": "done",
                    "notices": list(notices),
                    "error": None,
                }
            )
        elif not quiet:
            say(f"{path}: no fault found" + "".join(f"; {notice}" for notice in notices))

    load_numba()
    reporter = Reporter("test", as_json=as_json, quiet=quiet)
    return summary(inspect(inputs, check, show, reporter, hidden=as_json or quiet))
