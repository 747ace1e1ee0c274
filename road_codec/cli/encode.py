"""`road encode`."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from road_codec.cli.completion import codec_names, preset_names
from road_codec.cli.options import (
    copy_others_option,
    exists_option,
    flat_option,
    given,
    inputs_argument,
    jobs_option,
    json_option,
    keep_date_option,
    output_option,
    param_options,
    pattern_option,
    quiet_option,
)
from road_codec.codecs.base import Codec
from road_codec.codecs.classic.params import ClassicParams
from road_codec.errors import ParameterError
from road_codec.params import describe, parse_settings

if TYPE_CHECKING:
    from road_codec.presets.preset import Preset


@click.command("encode")
@inputs_argument
@output_option
@pattern_option
@flat_option
@click.option(
    "--codec",
    shell_complete=codec_names,
    help="Which codec; see road codecs.  [default: that of the preset, else road-classic]",
)
@click.option(
    "--preset",
    metavar="NAME",
    shell_complete=preset_names,
    help="Parameters to begin with; see road presets. Those given here count more.",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the codec; road codecs lists them. Once for each.",
)
@param_options(ClassicParams)
@click.option(
    "--backend",
    # Here and not only in the search: a wrong name is told once, not for each file.
    type=click.Choice(("auto", "cpu", "gpu", "plain")),
    default="auto",
    show_default=True,
    metavar="auto|cpu|gpu|plain",
    help="What searches for domains; all give the same bytes. Where gpu finds none, cpu does it.",
)
@click.option(
    "--gpu-memory",
    type=click.IntRange(64, 1 << 20),
    default=2048,
    show_default=True,
    metavar="MB",
    help="Memory that the search may take on a GPU.",
)
@jobs_option
@exists_option
@keep_date_option
@copy_others_option
@json_option
@quiet_option
def command(inputs: tuple[Path, ...], output: str | None, **options: Any) -> int:
    """Encode sound files.

    Folders are searched for sound files and keep their tree; one bad file does not stop
    the others.  The options from --variant to --range-threshold are those of road-classic;
    other codecs are told by --set.
    """
    from road_codec.batch.pattern import Pattern
    from road_codec.batch.plan import Naming
    from road_codec.cli.convert import convert, copier
    from road_codec.cli.presets import codec_id
    from road_codec.cli.report import Reporter
    from road_codec.cli.starting import load_numba
    from road_codec.codecs.base import Engine
    from road_codec.codecs.registry import codec_named
    from road_codec.operations import copy_file, encode
    from road_codec.parallel import usable_cores
    from road_codec.presets.store import PresetStore

    preset = PresetStore().find(options["preset"]) if options["preset"] else None
    chosen = codec_named(codec_id(options["codec"], preset))
    params = params_of(chosen, options, preset)
    at_once = options["jobs"]
    engine = Engine(options["backend"], max(1, usable_cores() // at_once), options["gpu_memory"])
    load_numba()
    return convert(
        inputs,
        output,
        lambda source, target: encode(
            source,
            target,
            codec=chosen.id,
            params=params,
            engine=engine,
            on_exists=options["on_exists"],
            keep_date=options["keep_date"],
        ),
        Reporter("encode", as_json=options["as_json"], quiet=options["quiet"]),
        naming=Naming(
            suffix=chosen.suffix,
            pattern=Pattern(options["pattern"]) if options["pattern"] is not None else None,
            keep_tree=not options["flat"],
            codec=chosen.id,
            preset=preset.name if preset else "",
        ),
        at_once=at_once,
        hidden=options["as_json"] or options["quiet"],
        copy=copier(copy_file, options),
    )


def params_of(codec: Codec, options: dict[str, Any], preset: "Preset | None") -> Any:
    """Make the parameters of a codec: of a preset, of options, of ``--set``; the last counts.

    Raises
    ------
    ParameterError
        If the codec has no such parameter, or it cannot be so.
    """
    foreign = given(ClassicParams, options).keys() - {
        param.name for param in describe(codec.params_type)
    }
    if foreign:
        name = sorted(foreign)[0].replace("_", "-")
        raise ParameterError(f"{name}: {codec.id} has no such parameter; see road codecs")
    values = dict(preset.values) if preset else {}
    values |= given(codec.params_type, options)
    return codec.params_type(**values | parse_settings(codec.params_type, options["settings"]))
