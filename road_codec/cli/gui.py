"""`road gui`."""

import importlib
from pathlib import Path

import click

from road_codec.cli.options import FILE
from road_codec.cli.stopping import signals_unheard
from road_codec.errors import MissingPartError


@click.command("gui")
@click.argument("files", nargs=-1, type=FILE)
def command(files: tuple[Path, ...]) -> int:
    """Open the window, with FILES in it."""
    try:
        # By name: the library itself does not know its window.
        app = importlib.import_module("road_gui.app")
    except ImportError as error:
        raise MissingPartError(
            f"the window needs Qt and its system libraries ({error}); packaging/run installs them"
        ) from None
    signals_unheard()
    code: int = app.main(["road-gui", *map(str, files)])
    return code
