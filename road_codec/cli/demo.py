"""`road demo`: the main job on a bundled sound, for a first look without a window."""

import importlib.resources
import tempfile
import time
from fractions import Fraction
from pathlib import Path

import click

from road_codec.cli.pipes import put
from road_codec.codecs.base import DecodeOptions

_SOUND = "demo/piano.flac"
_HEAD = f"{'step':<28}{'bytes':>12}{'share of PCM':>14}{'SNR, dB':>10}{'seconds':>10}"


@click.command("demo")
def command() -> int:
    """Encode a bundled sound, decode it at its own and at twice its rate, and print a table."""
    with tempfile.TemporaryDirectory(prefix="road-demo-") as folder:
        _run(Path(folder))
    return 0


def _run(folder: Path) -> None:
    from road_codec.codecs.base import Engine
    from road_codec.operations import compare, decode, encode, open_sound
    from road_codec.progress import finish

    sound = Path(str(importlib.resources.files("resources").joinpath(_SOUND)))
    encoded, plain, double = folder / "demo.road.wav", folder / "demo.wav", folder / "double.wav"
    with open_sound(sound) as source:
        shape = source.format
    pcm = (shape.n_samples or 0) * shape.n_channels * shape.sample_type.bits // 8
    put(
        f"{sound.name}: {shape.seconds:.1f} s, {shape.rate_hz} Hz, {shape.n_channels} "
        f"channels, {pcm:,} bytes as PCM"
    )
    click.echo("compiling for this machine, once (some seconds)", err=True)
    warm = folder / "warm.road.wav"
    finish(encode(sound, warm, engine=Engine("auto", 1)))
    finish(decode(warm, folder / "warm.wav"))
    put(_HEAD)
    began = time.perf_counter()
    finish(encode(sound, encoded))
    _row("encode", encoded, pcm, None, time.perf_counter() - began)
    for name, target, factor in (
        ("decode", plain, Fraction(1)),
        ("decode, over-clocked × 2", double, Fraction(2)),
    ):
        began = time.perf_counter()
        finish(decode(encoded, target, options=DecodeOptions(oversample=factor)))
        passed = time.perf_counter() - began
        snr = finish(compare(sound, target)).snr_db
        _row(name, target, pcm, snr, passed)


def _row(name: str, file: Path, pcm: int, snr: float | None, seconds: float) -> None:
    size = file.stat().st_size
    measured = f"{snr:.2f}" if snr is not None else ""
    put(f"{name:<28}{size:>12,}{size / pcm:>13.1%} {measured:>10}{seconds:>10.2f}")
