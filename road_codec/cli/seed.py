"""`road seed`."""

from pathlib import Path

import click

from road_codec.cli.options import (
    TARGET,
    exists_option,
    inputs_argument,
    json_option,
    quiet_option,
)


@click.command("seed")
@inputs_argument
@click.option(
    "-o",
    "--output",
    required=True,
    type=TARGET,
    help="File to write, or folder for several (for one: FOLDER/).",
)
@exists_option
@json_option
@quiet_option
def command(
    inputs: tuple[Path, ...], output: str, on_exists: str, as_json: bool, quiet: bool
) -> int:
    """Write the seed of ROAD files, what any WAVE player plays of them, as ordinary sound."""
    from road_codec.batch.plan import Naming
    from road_codec.cli.convert import convert
    from road_codec.cli.report import Reporter
    from road_codec.operations import write_seed

    return convert(
        inputs,
        output,
        lambda source, target: write_seed(source, target, on_exists=on_exists),
        Reporter("seed", as_json=as_json, quiet=quiet),
        naming=Naming(suffix=".wav", decoded=True),
        hidden=as_json or quiet,
    )
