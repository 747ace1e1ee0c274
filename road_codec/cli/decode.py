"""`road decode`."""

from pathlib import Path
from typing import Any

import click

from road_codec.cli.options import (
    copy_others_option,
    decode_options,
    exists_option,
    flat_option,
    given,
    inputs_argument,
    jobs_option,
    json_option,
    keep_date_option,
    output_option,
    pattern_option,
    quiet_option,
)
from road_codec.codecs.base import DecodeOptions
from road_codec.errors import ParameterError


@click.command("decode")
@inputs_argument
@output_option
@pattern_option
@flat_option
@decode_options
@click.option(
    "--format",
    "suffix",
    default=".wav",
    show_default=True,
    metavar=".wav|.flac|…",
    help="Ending of the files where -o does not name one.",
)
@jobs_option
@exists_option
@keep_date_option
@copy_others_option
@json_option
@quiet_option
def command(inputs: tuple[Path, ...], output: str | None, suffix: str, **options: Any) -> int:
    """Decode ROAD files to sound files, at any of their rates.

    The ending of the output chooses its format: WAVE by default, RF64 beyond 4 GiB.
    """
    from road_codec.batch.pattern import Pattern
    from road_codec.batch.plan import Naming
    from road_codec.cli.convert import convert, copier
    from road_codec.cli.report import Reporter
    from road_codec.cli.starting import load_numba
    from road_codec.operations import copy_file, decode
    from road_codec.parallel import usable_cores

    if "/" in suffix or not suffix.strip("."):
        raise ParameterError(f"format: {suffix!r}, must be an ending such as .wav or .flac")
    chosen = DecodeOptions(**given(DecodeOptions, options))
    threads = max(1, usable_cores() // options["jobs"])
    load_numba()
    return convert(
        inputs,
        output,
        lambda source, target: decode(
            source,
            target,
            options=chosen,
            threads=threads,
            on_exists=options["on_exists"],
            keep_date=options["keep_date"],
        ),
        Reporter("decode", as_json=options["as_json"], quiet=options["quiet"]),
        naming=Naming(
            suffix="." + suffix.lstrip("."),
            decoded=True,
            pattern=Pattern(options["pattern"]) if options["pattern"] is not None else None,
            keep_tree=not options["flat"],
        ),
        at_once=options["jobs"],
        hidden=options["as_json"] or options["quiet"],
        copy=copier(copy_file, options),
    )
