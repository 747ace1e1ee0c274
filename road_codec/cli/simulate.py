"""`road simulate`: a test signal, as a file or through codecs and back."""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from road_codec.audio.signals import SignalParams
from road_codec.cli.options import TARGET, exists_option, given, json_option, param_options
from road_codec.codecs.base import Codec
from road_codec.errors import ParameterError
from road_codec.params import parse_settings


@click.command("simulate")
@param_options(SignalParams)
@click.option("-o", "--output", type=TARGET, help="Sound file to write.")
@click.option(
    "--codec",
    "codecs",
    multiple=True,
    metavar="NAME",
    help="Send it through this codec and back, and measure; may be given several times.",
)
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar="NAME=VALUE",
    help="A parameter of the codec, where there is one; road codecs lists them.",
)
@exists_option
@json_option
def command(
    output: str | None, codecs: tuple[str, ...], settings: tuple[str, ...], **options: Any
) -> int:
    """Make a test signal: write it to a file, or see what codecs make of it."""
    from road_codec.codecs.registry import codec_named

    if output is None and not codecs:
        raise ParameterError("nothing to do: give -o FILE, --codec NAME, or both")
    if output == "-":
        raise ParameterError("- stands for standard output, which is for the table; name a file")
    if (policy := options["on_exists"]) in {"skip", "update"}:
        raise ParameterError(
            f"on-exists: {policy} would measure another sound; rename or overwrite"
        )
    if settings and len(codecs) != 1:
        raise ParameterError(f"--set is for one codec, {len(codecs)} are given")
    chosen = [codec_named(name) for name in codecs]
    params = [one.params_type(**parse_settings(one.params_type, settings)) for one in chosen]
    signal = SignalParams(**given(SignalParams, options))
    with tempfile.TemporaryDirectory(prefix="road-simulate-") as folder:
        target = None if output is None else Path(output)
        trip = _Trip(signal, target, Path(folder), options["on_exists"], options["as_json"])
        return trip.run(list(zip(chosen, params, strict=True)))


@dataclass(frozen=True, slots=True)
class _Trip:
    """One run of the command: the signal, where it goes, and how it is told."""

    signal: SignalParams
    output: Path | None
    folder: Path
    on_exists: str
    as_json: bool

    def run(self, chosen: list[tuple[Codec, Any]]) -> int:
        """Make the signal, send it through every codec; return the exit code."""
        from road_codec.audio.signals import SignalSource
        from road_codec.cli.exits import DONE, SOME_FAILED, exit_code
        from road_codec.cli.report import Reporter
        from road_codec.cli.starting import load_numba
        from road_codec.errors import RoadError
        from road_codec.operations import write_sound
        from road_codec.progress import finish

        sound = self.output or self.folder / "signal.wav"
        outcome = finish(write_sound(SignalSource(self.signal), sound, on_exists=self.on_exists))
        sound = Path(outcome.target or sound)
        if not chosen:
            self._tell(sound, None, {})
        else:
            load_numba()
        codes = []
        for codec, params in chosen:
            try:
                self._tell(sound, codec, self._measured(sound, codec, params))
            except RoadError as error:
                reporter = Reporter("simulate", as_json=self.as_json, quiet=False)
                reporter.aliases = {f"{self.folder}/": ""}
                reporter.failed(self.signal.signal, error)
                codes.append(exit_code(error))
        if not codes:
            return DONE
        return codes[0] if len(codes) == len(chosen) else SOME_FAILED

    def _measured(self, sound: Path, codec: Codec, params: Any) -> dict[str, Any]:
        """Encode, decode and compare; return what came of it as plain JSON types."""
        from road_codec.operations import compare, decode, encode
        from road_codec.progress import finish

        encoded = self.folder / f"{codec.id}{codec.suffix}"
        decoded = self.folder / f"{codec.id}.decoded.wav"
        finish(encode(sound, encoded, codec=codec.id, params=params, on_exists="overwrite"))
        finish(decode(encoded, decoded, on_exists="overwrite"))
        facts = finish(compare(sound, decoded, encoded)).as_json()
        pcm_bytes = 2 * int(facts["samples"] or 0)
        size = encoded.stat().st_size
        kept = ("mse", "snr_db", "correlation", "peak_error", "bits_per_sample")
        return {
            "encoded_bytes": size,
            "ratio": sound.stat().st_size / size,
            "ratio_to_16_bits": pcm_bytes / size,
            **{name: facts[name] for name in kept},
        }

    def _tell(self, sound: Path, codec: Codec | None, facts: dict[str, Any]) -> None:
        from road_codec.cli.report import print_json, table

        shape = self.signal
        about = {
            "source": shape.signal,
            "codec": codec.id if codec else None,
            "rate_hz": shape.rate,
            "samples": round(shape.duration * shape.rate),
            "sample_type": shape.bits,
            "target": str(self.output) if self.output else None,
            "sound_bytes": sound.stat().st_size,
        }
        if self.as_json:
            nothing = dict.fromkeys(_NAMES)
            print_json(
                {"command": "simulate", "state": "done", "error": None, "notices": []}
                | about
                | nothing
                | facts
            )
            return
        rows: list[tuple[str, Any]] = [("signal", shape.signal)]
        rows += [("codec", codec.id)] if codec else []
        rows += [("written", sound)] if self.output else []
        rows += [("sound file, bytes", about["sound_bytes"])]
        table(*rows, *((name, _written(facts[key])) for key, name in _NAMES.items() if facts))


_NAMES = {
    "encoded_bytes": "encoded, bytes",
    "ratio": "file : encoded",
    "ratio_to_16_bits": "16-bit PCM : encoded",
    "bits_per_sample": "bits per sample",
    "mse": "MSE",
    "snr_db": "SQNR, dB",
    "correlation": "correlation",
    "peak_error": "peak difference",
}


def _written(value: object) -> str:
    return f"{value:.5g}" if isinstance(value, float) else str(value)
