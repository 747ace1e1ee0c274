"""`road info`."""

from pathlib import Path
from typing import Any

import click

from road_codec.cli.options import inputs_argument, json_option


@click.command("info")
@inputs_argument
@json_option
def command(inputs: tuple[Path, ...], as_json: bool) -> int:
    """Show what encoded files say of themselves and what they are made of."""
    from road_codec.cli.convert import summary
    from road_codec.cli.inspecting import inspect
    from road_codec.cli.report import Reporter, print_json
    from road_codec.operations import describe_file

    def show(path: Path, facts: Any) -> None:
        if as_json:
            print_json(
                {"command": "info", "source": str(path), "state": "done", "error": None, **facts}
            )
        else:
            _print_facts(path, facts)

    reporter = Reporter("info", as_json=as_json, quiet=False)
    return summary(inspect(inputs, describe_file, show, reporter, hidden=as_json))


def _print_facts(path: Path, facts: dict[str, Any]) -> None:
    from road_codec.cli.exits import printable
    from road_codec.cli.pipes import put
    from road_codec.cli.report import table

    seconds = facts["seconds"] or 0.0
    put(printable(str(path)))
    ratio = f", {100 * facts['ratio']:.1f} % of PCM" if facts["ratio"] else ""
    rate = f", {facts['kbit_per_s']:.0f} kbit/s" if facts["kbit_per_s"] else ""
    table(
        ("codec", f"{facts['codec']}, variant {facts['variant']}"),
        (
            "sound",
            f"{facts['rate_hz']} Hz, {facts['channels']} channels, "
            f"{facts['sample_type']} bits, {facts['samples']} samples, {seconds:.2f} s",
        ),
        ("file", f"{facts['file_bytes']:,} bytes{rate}{ratio}"),
        *((f"tag {key}", value) for key, value in facts["tags"].items()),
        *_cover_rows(facts["cover"]),
        *(("notice", notice) for notice in facts["notices"]),
    )
    put("header")
    table(*((key.replace("_", " "), value) for key, value in facts["header"].items()))
    if facts["items"] is not None:
        _print_items(facts["items"])
    if facts["statistics"]:
        put("statistics")
        table(*((name.replace("_", " "), f"{n:,}") for name, n in facts["statistics"].items()))
    put("bytes")
    total = max(1, facts["file_bytes"])
    table(
        *(
            (name, f"{size:>12,}  {100 * size / total:5.1f} %")
            for name, size in facts["bytes"].items()
        )
    )


def _cover_rows(cover: dict[str, Any] | None) -> list[tuple[str, str]]:
    if cover is None:
        return []
    text = f", {cover['description']}" if cover["description"] else ""
    return [("cover", f"{cover['mime']}, {cover['bytes']:,} bytes{text}")]


def _print_items(items: dict[str, Any]) -> None:
    from road_codec.cli.pipes import put
    from road_codec.cli.report import table

    put("items")
    table(
        ("total", f"{items['total']:,}"),
        *(
            (f"mapped, {length} samples", f"{count:,}")
            for length, count in items["mapped_by_length"].items()
        ),
        *(
            (f"silent, {length} samples", f"{count:,}")
            for length, count in items["silent_by_length"].items()
        ),
        ("share of silence", f"{100 * items['silent_share']:.1f} %"),
        ("used back to front", f"{items['reversed']:,}"),
        ("greatest scale code", items["greatest_scale_code"]),
    )
