"""`road play`: the only room of the library that uses the sound card."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import numpy as np

from road_codec.cli.exits import DONE, exit_code
from road_codec.cli.options import decode_options, given, input_argument
from road_codec.codecs.base import DecodeOptions
from road_codec.errors import BackendError, MissingPartError, RoadError

if TYPE_CHECKING:
    from road_codec.cli.report import Reporter

_LATENCY_S = 0.1
# What a sound server holds beside the device.
_GRACE_S = 0.05
# Written at once, so that Ctrl-C is noticed within a fraction of a second.
_PIECE_S = 0.1


@click.command("play")
@input_argument
@decode_options
@click.option("--seed-only", is_flag=True, help="Play the seed, as any WAVE player does.")
@click.option("--device", default=None, help="Name or number of the output device.")
def command(input_file: Path, seed_only: bool, device: str | None, **options: Any) -> int:
    """Play a ROAD file, decoding as it goes."""
    from road_codec.cli.pipes import Staging
    from road_codec.cli.report import Reporter
    from road_codec.cli.starting import load_numba

    load_numba()
    chosen = DecodeOptions(**given(DecodeOptions, options))
    reporter = Reporter("play", as_json=False, quiet=False)
    with Staging() as staging:
        reporter.aliases = staging.aliases
        (path,) = staging.inputs([input_file])
        try:
            _play_file(path, chosen, reporter, seed_only=seed_only, device=device)
        except RoadError as error:
            reporter.failed(str(path), error)
            return exit_code(error)
    return DONE


def _play_file(
    path: Path, chosen: DecodeOptions, reporter: "Reporter", *, seed_only: bool, device: str | None
) -> None:
    from road_codec.operations import naming, open_stream

    with open_stream(path, keep_going=chosen.keep_going) as stream, naming(path):
        out = stream.seed_format() if seed_only else stream.output_format(chosen)
        blocks = stream.seed_blocks() if seed_only else stream.blocks(chosen)
        reporter.say(
            f"{path}: {out.seconds or 0:.1f} s at {out.rate_hz} Hz, "
            f"{out.sample_type.value} bits; Ctrl-C stops"
        )
        _play((audio.as_float() for audio in blocks), out.rate_hz, out.n_channels, device)


def _play(
    blocks: Iterator[np.ndarray[Any, Any]], rate_hz: int, n_channels: int, device: str | None
) -> None:
    """Send blocks of shape (channels, samples) to the device and wait for their end."""
    sounddevice = _sounddevice()
    number = int(device) if device is not None and device.isdigit() else device
    piece = max(1, round(_PIECE_S * rate_hz))
    try:
        if not any(found["max_output_channels"] for found in sounddevice.query_devices()):
            raise BackendError("no sound device was found; decode to a file instead: road decode")
        with sounddevice.OutputStream(
            samplerate=rate_hz,
            channels=n_channels,
            dtype="float32",
            latency=_LATENCY_S,
            device=number,
        ) as output:
            for block in blocks:
                turned = np.ascontiguousarray(np.clip(block, -1.0, 1.0).T)
                for first in range(0, len(turned), piece):
                    output.write(turned[first : first + piece])
            # PortAudio drops what ALSA still holds at the end: then that is silence.
            rest = round((output.latency + _GRACE_S) * rate_hz)
            output.write(np.zeros((rest, n_channels), np.float32))
    except (sounddevice.PortAudioError, ValueError) as error:
        raise BackendError(
            f"the sound device does not play {n_channels} channels at {rate_hz} Hz ({error}); "
            "try another --device or --oversample, or decode to a file"
        ) from None


def _sounddevice() -> Any:
    try:
        import sounddevice
    except ImportError:
        raise MissingPartError(
            "no Python package sounddevice: install it (pip install sounddevice)"
        ) from None
    except OSError:
        raise MissingPartError(
            "no PortAudio library: install it (Debian, Ubuntu: sudo apt-get install libportaudio2)"
        ) from None
    return sounddevice
