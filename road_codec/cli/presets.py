"""`road presets` and what stands below it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from road_codec.cli.options import FILE, TARGET, json_option
from road_codec.errors import ParameterError

if TYPE_CHECKING:
    from road_codec.presets.preset import Preset

overwrite_option = click.option(
    "--overwrite", is_flag=True, help="Replace one of your own that has this name."
)


@click.group("presets", invoke_without_command=True)
@json_option
@click.pass_context
def command(context: click.Context, as_json: bool) -> int:
    """List, show, keep, share and remove presets: parameters of a codec under a name.

    Without a sub-command they are listed.  `road encode --preset NAME` and the window use them.
    """
    if context.invoked_subcommand is None:
        return _list(as_json)
    return 0


@command.command("list")
@json_option
def list_command(as_json: bool) -> int:
    """List all presets, those that came with the program first."""
    return _list(as_json)


@command.command("show")
@click.argument("name")
@json_option
def show_command(name: str, as_json: bool) -> int:
    """Show what a preset sets, defaults included."""
    from road_codec.cli.pipes import put
    from road_codec.cli.report import table
    from road_codec.presets.store import PresetStore

    preset = PresetStore().find(name)
    if as_json:
        _print("show", preset)
        return 0
    put(_line(preset))
    table(
        *(
            (key.replace("_", "-"), "automatic" if value is None else value)
            for key, value in preset.all_values().items()
        )
    )
    return 0


@command.command("save")
@click.argument("name")
@click.option("--from", "base", metavar="NAME", help="The preset to begin with.")
@click.option("--codec", help="Which codec, where no preset is begun with.")
@click.option(
    "--set", "settings", multiple=True, metavar="NAME=VALUE", help="A parameter; once for each."
)
@click.option("--text", default="", help="One sentence on what it is good for.")
@overwrite_option
@json_option
def save_command(name: str, overwrite: bool, as_json: bool, **options: Any) -> int:
    """Keep parameters under a name, as a preset of your own."""
    from road_codec.codecs.registry import codec_named
    from road_codec.params import parse_settings
    from road_codec.presets.preset import Preset
    from road_codec.presets.store import PresetStore

    store = PresetStore()
    base = store.find(options["base"]) if options["base"] else None
    codec = codec_named(codec_id(options["codec"], base))
    values = dict(base.values) if base else {}
    values |= parse_settings(codec.params_type, options["settings"])
    preset = Preset(name=name, codec=codec.id, values=values, text=options["text"])
    return _tell("save", preset, store.save(preset, overwrite=overwrite), as_json)


@command.command("export")
@click.argument("name")
@click.option("-o", "--output", type=TARGET, help="File to write; default: NAME.json in here.")
@click.option("--overwrite", is_flag=True, help="Replace the file if it is there.")
@json_option
def export_command(name: str, output: str | None, overwrite: bool, as_json: bool) -> int:
    """Write a preset to a file, for somebody else to import."""
    from road_codec.presets.preset import write_preset
    from road_codec.presets.store import PresetStore

    preset = PresetStore().find(name)
    target = Path(output or f"{preset.name}.json")
    written = write_preset(preset, target, on_exists="overwrite" if overwrite else "error")
    return _tell("export", preset, written, as_json)


@command.command("import")
@click.argument("file", type=FILE)
@click.option("--name", help="What to call it, instead of what the file says.")
@overwrite_option
@json_option
def import_command(file: Path, name: str | None, overwrite: bool, as_json: bool) -> int:
    """Take a preset in from a file."""
    from road_codec.presets.store import PresetStore

    store = PresetStore()
    preset = store.take_in(file, name=name, overwrite=overwrite)
    return _tell("import", preset, store.folder / f"{preset.name}.json", as_json)


@command.command("delete")
@click.argument("name")
@json_option
def delete_command(name: str, as_json: bool) -> int:
    """Remove a preset of your own."""
    from road_codec.presets.store import PresetStore

    store = PresetStore()
    preset = store.find(name)
    store.delete(preset.name)
    return _tell("delete", preset, None, as_json)


def codec_id(asked: str | None, preset: "Preset | None") -> str:
    """Return which codec is meant: the preset's, the one asked for, or the default.

    Raises
    ------
    ParameterError
        If the preset is for another codec than the one asked for.
    """
    from road_codec.codecs.registry import all_codecs

    if preset is None:
        return asked or all_codecs()[0].id
    if asked not in (None, preset.codec):
        raise ParameterError(f"preset: {preset.name!r} is for {preset.codec}, not for {asked}")
    return preset.codec


def _list(as_json: bool) -> int:
    from road_codec.cli.exits import DONE, SOME_FAILED, complain, printable
    from road_codec.cli.pipes import put
    from road_codec.presets.store import PresetStore

    presets, problems = PresetStore().read()
    for preset in presets:
        if as_json:
            _print("list", preset)
        else:
            put(_line(preset))
    for problem in problems:
        complain(printable(problem))
    return SOME_FAILED if problems else DONE


def _line(preset: "Preset") -> str:
    own = "" if preset.is_shipped else ", your own"
    return f"{preset.name} ({preset.codec}{own})" + (f": {preset.text}" if preset.text else "")


def _tell(action: str, preset: "Preset", file: Path | None, as_json: bool) -> int:
    from road_codec.cli.report import say

    if as_json:
        _print(action, preset, file)
    else:
        say(f"{preset.name}: removed" if file is None else f"{preset.name}: {file}")
    return 0


def _print(action: str, preset: "Preset", file: Path | None = None) -> None:
    from road_codec.cli.report import print_json

    print_json(
        {
            "command": "presets",
            "action": action,
            "name": preset.name,
            "codec": preset.codec,
            "text": preset.text,
            "shipped": preset.is_shipped,
            "params": preset.all_values(),
            "file": None if file is None else str(file),
        }
    )
