"""`road completion`: what a shell needs to complete the words of this command."""

import os
from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem, ShellComplete, get_completion_class

PROGRAM = "road"
VARIABLE = "_ROAD_COMPLETE"
"""By this the script asks the command itself what may follow; see `click.shell_completion`."""

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> int:
    """Print the script with which a shell completes the words of this command.

    For the shell that runs: eval "$(road completion bash)", or in fish: road completion fish |
    source.  packaging/install-desktop puts it where shells look for it.
    """
    from road_codec.cli.main import cli
    from road_codec.cli.pipes import put

    kind = get_completion_class(shell)
    if kind is None:
        raise RuntimeError(f"click has no completion for {shell}")
    # The base class: that of bash looks for a bash of its own first, and complains of its age.
    put(ShellComplete.source(kind(cli, {}, PROGRAM, VARIABLE)).rstrip("\n"))
    return 0


def codec_names(
    context: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the id of a codec."""
    del context, param
    from road_codec.codecs.registry import all_codecs

    codecs = ((codec.id, codec.title) for codec in all_codecs())
    return _beginning(codecs, incomplete)


def preset_names(
    context: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the name of a preset, without regard to case."""
    del context, param
    from road_codec.presets.store import PresetStore

    presets = ((preset.name, preset.text) for preset in PresetStore().all())
    return _beginning(presets, incomplete)


def _beginning(names: Iterable[tuple[str, str]], incomplete: str) -> list[CompletionItem]:
    # Other shells put quotes around a name with spaces themselves; of two backslashes the
    # script of bash takes one for itself.
    in_bash = os.environ.get(VARIABLE, "").startswith("bash")
    return [
        CompletionItem(name.replace(" ", "\\\\ ") if in_bash else name, help=text)
        for name, text in names
        if name.lower().startswith(incomplete.lower())
    ]
