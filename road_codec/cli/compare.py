"""`road compare`."""

from pathlib import Path

import click

from road_codec.cli.options import FILE, json_option


@click.command("compare")
@click.argument("original", type=FILE)
@click.argument("decoded", type=FILE)
@click.argument("encoded", required=False, type=FILE)
@json_option
def command(original: Path, decoded: Path, encoded: Path | None, as_json: bool) -> int:
    """Measure how far DECODED is from ORIGINAL.

    Both may be ordinary sound files or ROAD files; ENCODED is the file whose size is
    reported, where DECODED is not it.
    """
    from road_codec.cli.pipes import Staging

    given = [original, decoded, *([encoded] if encoded is not None else [])]
    with Staging() as staging:
        return _compare(staging.inputs(given), staging.aliases, as_json=as_json)


def _compare(paths: list[Path], aliases: dict[str, str], *, as_json: bool) -> int:
    """Compare the first two files; the third, where there is one, is the encoded file."""
    from road_codec.batch.run import run_tasks
    from road_codec.cli.exits import exit_code
    from road_codec.cli.report import Bars, Reporter, print_json, table
    from road_codec.cli.stopping import PATIENCE_S
    from road_codec.operations import compare

    original, decoded = (aliases.get(str(path), str(path)) for path in paths[:2])
    bars = Bars([Path(decoded).name], hidden=as_json)
    with bars.shown():
        for event in run_tasks([lambda: compare(*paths)], 1, patience_s=PATIENCE_S):
            if event.progress is not None:
                bars.advance(0, event.progress)
    if event.error is not None:
        reporter = Reporter("compare", as_json=as_json, quiet=False)
        reporter.aliases = aliases
        reporter.failed(decoded, event.error)
        return exit_code(event.error)
    facts = event.result.as_json()
    if as_json:
        print_json(
            {
                "command": "compare",
                "source": decoded,
                "original": original,
                "state": "done",
                "error": None,
                **facts,
            }
        )
    else:
        table(
            *(
                (_NAMES[key], _written(value))
                for key, value in facts.items()
                if key in _NAMES and value is not None
            )
        )
    return 0


_NAMES = {
    "mse": "MSE",
    "snr_db": "SNR, dB",
    "segmental_snr_db": "segmental SNR, dB",
    "si_sdr_db": "SI-SDR, dB",
    "log_spectral_distance_db": "log-spectral distance, dB",
    "peak_error_dbfs": "peak error, dBFS",
    "correlation": "correlation",
    "envelope_difference_db": "RMS envelope difference, dB",
    "lag_samples": "lag, samples",
    "seconds": "compared, s",
    "original_bytes": "original, bytes",
    "encoded_bytes": "encoded, bytes",
    "ratio": "original : encoded",
    "bits_per_sample": "bits per sample",
    "kbit_per_s": "kbit/s",
}


def _written(value: object) -> str:
    return f"{value:.4g}" if isinstance(value, float) and abs(value) < 1e4 else str(value)
