"""Command-line options that several commands share, made from parameter descriptions."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

import click

from road_codec.codecs.base import MAX_SAMPLES_PER_RANGE, DecodeOptions
from road_codec.params import Param, describe
from road_codec.whole_file import POLICIES

F = TypeVar("F", bound=Callable[..., Any])

_OWN_FORMS = {"oversample"}


def param_options(params_type: type) -> Callable[[F], F]:
    """Add an option for every described field of a parameter class."""

    def add(function: F) -> F:
        for param in reversed(describe(params_type)):
            function = _option(param)(function)
        return function

    return add


def _option(param: Param) -> Callable[[F], F]:
    name = "--" + param.name.replace("_", "-")
    text = param.doc.rstrip(".") + "."
    if param.kind == "flag":
        return click.option(name, param.name, is_flag=True, default=None, help=text)
    default = param.automatic or param.default
    text = f"{text}  [{param.describe_limits()}; default: {default}]"
    # Values are checked by the parameter class, whose messages name the limits.
    kind: Any = str
    if param.kind == "number" or all(isinstance(item, int) for item in param.among):
        kind = int if param.integral or param.among else float
    return click.option(
        name, param.name, type=kind, default=None, metavar=_metavar(param), help=text
    )


def _metavar(param: Param) -> str:
    return "|".join(str(item) for item in param.among) if param.among else "N"


def given(params_type: type, values: dict[str, Any]) -> dict[str, Any]:
    """Take those values that belong to a parameter class and were given."""
    names = {param.name for param in describe(params_type)} | _OWN_FORMS
    return {key: value for key, value in values.items() if key in names and value is not None}


def decode_options(function: F) -> F:
    """Add the options of `DecodeOptions`, with friendlier names for the rates."""
    oversample = click.option(
        "--oversample",
        type=FractionType(),
        metavar="X",
        help="Output rate as a multiple of the original: 2, 4, 1/2 …",
    )
    rate = click.option(
        "--rate",
        "rate_hz",
        type=int,
        metavar="HZ",
        hidden=False,
        help=("Output rate in Hz, one of those the file can have."),
    )
    function = oversample(rate(function))
    for param in reversed(describe(DecodeOptions)):
        if param.name != "rate_hz":
            function = _option(param)(function)
    return function


class FractionType(click.ParamType[Fraction]):
    """A positive fraction such as 2, 0.5 or 1/4."""

    name = "fraction"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Fraction:
        """Parse it."""
        try:
            # An exponent, as in 1e999999999, would fill the memory.
            result = Fraction("" if "e" in str(value).lower() else value)
        except (ValueError, ZeroDivisionError):
            self.fail(f"{value!r} is no number such as 2, 0.5 or 1/4", param, ctx)
        if not 0 < result <= MAX_SAMPLES_PER_RANGE:
            self.fail(f"{value!r} is not above 0 and at most {MAX_SAMPLES_PER_RANGE}", param, ctx)
        return result


class _Name(click.Path):
    """A name of a file or folder, which is not empty."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Refuse what an unset variable of a shell leaves: it would stand for this folder."""
        if not value:
            self.fail("'' is no name of a file", param, ctx)
        return super().convert(value, param, ctx)


# Whether a file can be read is found out when its turn comes: the others are worked on.
FILE = _Name(readable=False, path_type=Path)
# As it was written: what ends with a slash is a folder, whether it is there or not.
TARGET = _Name(readable=False)
inputs_argument = click.argument("inputs", nargs=-1, required=True, type=FILE)
input_argument = click.argument("input_file", metavar="INPUT", type=FILE)
output_option = click.option(
    "-o",
    "--output",
    type=TARGET,
    help="File to write, or folder for several (for one: FOLDER/); default: beside the input.",
)
exists_option = click.option(
    "--on-exists",
    type=click.Choice(POLICIES),
    default="error",
    show_default=True,
    help="What to do where a target is there already; update skips it if it is newer and whole.",
)
keep_date_option = click.option(
    "--keep-date", is_flag=True, help="Give the files the dates of their sources."
)
copy_others_option = click.option(
    "--copy-others",
    is_flag=True,
    help="Copy the other files of the folders too, those that are no sounds: covers, booklets …",
)
pattern_option = click.option(
    "--pattern",
    metavar="TEXT",
    help="Names of the files, without ending: '{artist}/{album}/{track} {title}', also "
    "{name}, {codec}, {preset}, {folder}.",
)
flat_option = click.option(
    "--flat", is_flag=True, help="Put all files into the output folder itself, not into its tree."
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object per input, and nothing else."
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help="Files worked on side by side; they share the cores.",
)
