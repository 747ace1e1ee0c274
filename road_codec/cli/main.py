"""The command `road`: its sub-commands, and what becomes of errors."""

import importlib
import os
from collections.abc import Callable, Sequence
from typing import Any

import click

from road_codec import __version__
from road_codec.cli.exits import DONE, STOPPED, exit_code, explain, explain_usage
from road_codec.cli.pipes import close_output, open_streams, sent
from road_codec.cli.stopping import leave, signals_heard

# Where each sub-command lives; imported when it is used, so that --help answers at once.
_COMMANDS = {
    "encode": ("encode", "Encode sound files."),
    "decode": ("decode", "Decode ROAD files to sound files, at any of their rates."),
    "seed": ("seed", "Write the seed of a ROAD file as an ordinary sound file."),
    "play": ("play", "Play a ROAD file."),
    "info": ("info", "Show what a ROAD file says of itself and what it is made of."),
    "compare": ("compare", "Measure how far a decoded sound is from its original."),
    "test": ("check", "Decode without writing, and check all that can be checked."),
    "bench-codecs": ("bench_codecs", "Compare codecs on sounds, those of others too."),
    "codecs": ("codecs", "List the codecs and their parameters."),
    "simulate": ("simulate", "Make a test signal; see what codecs make of it."),
    "presets": ("presets", "List, keep and share parameters under a name."),
    "demo": ("demo", "Encode and decode a bundled sound and print what came of it."),
    "gui": ("gui", "Open the window."),
    "completion": ("completion", "Print what a shell needs to complete these words."),
    "man": ("manual", "Print a manual page, or write all of them."),
}


class _LazyGroup(click.Group):
    """A group whose commands are imported one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"road_codec.cli.{_COMMANDS[cmd_name][0]}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in _COMMANDS.items()])


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="road %(version)s")
def cli() -> None:
    """Fractal audio: encode sounds to ROAD files, decode them at any rate, look into them.

    A file name of - stands for standard input or output.  Exit codes: 0 all done,
    1 some files failed, 2 wrong command line, 3 input missing or unreadable, 4 input
    damaged or not ours, 5 output could not be written, 6 a needed part is missing,
    70 internal fault, 130 stopped.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    open_streams()
    # The threads of NumPy's linear algebra take much memory and have nothing to do here;
    # where memory is short they wait for ever.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    code = _guarded(lambda: _run(arguments))
    leave(_guarded(close_output) or code)


def _run(arguments: Sequence[str] | None) -> Any:
    with signals_heard(), sent():
        return cli.main(arguments, prog_name="road", standalone_mode=False)


def _guarded(step: Callable[[], Any]) -> int:
    """Take a step; return its exit code whatever happens, with one line on standard error."""
    try:
        code = step()
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        code = error.exit_code
    except click.exceptions.Abort:
        code = STOPPED
    except click.ClickException as error:
        explain_usage(error)
        code = error.exit_code
    except BaseException as error:  # noqa: BLE001 - the last place where anything can be said
        code = exit_code(error)
        explain(error, code)
    return code if isinstance(code, int) else DONE
