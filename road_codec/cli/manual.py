"""`road man`: manual pages, made from the commands themselves.

The macros are those of man(7): TH, SH, TP, PP, B.
"""

import inspect
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from road_codec.cli.exits import MEANINGS
from road_codec.cli.options import TARGET

_SECTION = 1

Pairs = Iterable[tuple[str, str]]


@click.command("man")
@click.argument("words", metavar="[COMMAND]...", nargs=-1)
@click.option(
    "-o",
    "--output",
    metavar="FOLDER",
    type=TARGET,
    help="Write the pages of all commands into FOLDER, such as ~/.local/share/man/man1.",
)
def command(words: tuple[str, ...], output: str | None) -> int:
    """Print a manual page, or write all of them.

    To read one: road man encode | man -l -
    """
    from road_codec.cli.main import cli
    from road_codec.cli.pipes import put
    from road_codec.errors import ParameterError
    from road_codec.whole_file import write_whole

    contexts = {context.command_path: context for context in _contexts(cli, "road", None)}
    if output is not None:
        for context in contexts.values():
            name = f"{_page_name(context)}.{_SECTION}"
            write_whole(Path(output) / name, page_of(context).encode(), "overwrite")
        return 0
    wanted = " ".join(("road", *words))
    if wanted not in contexts:
        raise ParameterError(f"{wanted}: there is no such command; see road --help")
    put(page_of(contexts[wanted]).rstrip("\n"))
    return 0


def page_of(context: click.Context) -> str:
    """Return the manual page of a command."""
    command, name = context.command, _page_name(context)
    first, *others = inspect.cleandoc(command.help or "").split("\n\n")
    title = first.strip().rstrip(".")
    lines = [
        f'.TH {_escaped(name.upper())} {_SECTION} "" "ROAD Studio" "ROAD Studio"',
        ".SH NAME",
        f"{_escaped(name)} \\- {_escaped(_joined(title))}",
        ".SH SYNOPSIS",
        f".B {_escaped(context.command_path)}",
        _escaped(" ".join(command.collect_usage_pieces(context))),
    ]
    if others:
        lines += [".SH DESCRIPTION", *_paragraphs(others)]
    if isinstance(command, click.Group):
        lines += _section("COMMANDS", _children(context))
    lines += _section("OPTIONS", _options(context))
    lines += _section("EXIT STATUS", ((str(code), text) for code, text in MEANINGS.items()))
    related = [other for other in (context.parent, *_below(context)) if other is not None]
    if related:
        pages = (f"{_page_name(other)}({_SECTION})" for other in related)
        lines += [".SH SEE ALSO", _escaped(", ".join(pages))]
    return "\n".join(lines) + "\n"


def _contexts(
    command: click.Command, name: str, parent: click.Context | None
) -> Iterator[click.Context]:
    """Yield a context for a command and for each below it."""
    context = click.Context(command, info_name=name, parent=parent, **command.context_settings)
    yield context
    for child in _below(context):
        yield from _contexts(child.command, str(child.info_name), context)


def _below(context: click.Context) -> Iterator[click.Context]:
    command = context.command
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            if found is not None:
                yield click.Context(found, info_name=name, parent=context)


def _children(context: click.Context) -> Pairs:
    for child in _below(context):
        yield str(child.info_name), child.command.get_short_help_str(limit=1000)


def _options(context: click.Context) -> Pairs:
    for param in context.command.get_params(context):
        record = param.get_help_record(context)
        if record is not None and record[1]:  # of arguments the synopsis tells
            yield record


def _section(title: str, pairs: Pairs) -> list[str]:
    """Return a section of terms and what they mean; nothing where there are none."""
    lines = []
    for term, text in pairs:
        lines += [".TP", f".B {_escaped(term)}", _escaped(_joined(text))]
    return [f".SH {title}", *lines] if lines else []


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield ".PP"
        yield _escaped(_joined(text))


def _page_name(context: click.Context) -> str:
    return context.command_path.replace(" ", "-")


def _joined(text: str) -> str:
    return " ".join(text.split())


def _escaped(text: str) -> str:
    """Return a text that troff takes for nothing else: no macro, no escape, a minus for each -."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
