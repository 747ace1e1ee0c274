"""`road codecs`."""

import dataclasses

import click

from road_codec.cli.options import json_option
from road_codec.params import Param, describe


@click.command("codecs")
@json_option
def command(as_json: bool) -> int:
    """List the codecs and their parameters."""
    from road_codec.cli.pipes import put
    from road_codec.cli.report import print_json, table
    from road_codec.codecs.registry import all_codecs

    for codec in all_codecs():
        params = describe(codec.params_type)
        if as_json:
            print_json(
                {
                    "command": "codecs",
                    "id": codec.id,
                    "title": codec.title,
                    "suffix": codec.suffix,
                    "features": dataclasses.asdict(codec.features),
                    "params": [
                        {
                            "name": param.name,
                            "kind": param.kind,
                            "default": param.default,
                            "low": param.low,
                            "high": param.high,
                            "among": list(param.among),
                            "unit": param.unit,
                            "doc": param.doc,
                            "automatic": param.automatic,
                        }
                        for param in params
                    ],
                }
            )
            continue
        put(f"{codec.id}: {codec.title} (*{codec.suffix})")
        table(*((param.name.replace("_", "-"), _in_words(param)) for param in params))
    return 0


def _in_words(param: Param) -> str:
    """Say what a parameter does, what it may be, and what it is if nothing is said."""
    default = param.automatic or param.default
    return f"{param.doc} {param.describe_limits()}; default: {default}"
