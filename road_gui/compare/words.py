"""What the page says: names of measures with what they mean, sounds, places, values."""

import math
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from road_codec import SampleType, SoundFormat
from road_gui.messages import (
    count_text,
    decibel_text,
    number_text,
    rate_text,
    size_text,
    small_text,
)
from road_gui.plots.ticks import clock_text, decimals_for

translate = QCoreApplication.translate

NOTHING = "–"


def measures() -> dict[str, tuple[str, str]]:
    """Return name and meaning of each measure, by its key in `Comparison.as_json`, in order."""
    return {**_of_ratios(), **_of_distances(), **_of_sizes()}


def _of_ratios() -> dict[str, tuple[str, str]]:
    return {
        "snr_db": (
            translate("Measures", "SNR"),
            translate(
                "Measures",
                "Signal-to-noise ratio: the energy of the original over that of the error. The "
                "higher, the nearer are the samples; it punishes changes that nobody hears.",
            ),
        ),
        "segmental_snr_db": (
            translate("Measures", "Segmental SNR"),
            translate(
                "Measures",
                "The mean of the SNRs of pieces of 20 ms, each held between −10 and 35 dB, silence "
                "left out. Soft passages count as much as loud ones.",
            ),
        ),
        "si_sdr_db": (
            translate("Measures", "SI-SDR"),
            translate(
                "Measures",
                "Scale-invariant signal-to-distortion ratio: the SNR after the volumes were made "
                "equal.",
            ),
        ),
    }


def _of_distances() -> dict[str, tuple[str, str]]:
    return {
        "log_spectral_distance_db": (
            translate("Measures", "Spectral distance"),
            translate(
                "Measures",
                "Log-spectral distance: how far the spectra are apart, on average over time and "
                "frequency. 0 dB is equal; a band limit costs much, even where nobody hears it.",
            ),
        ),
        "envelope_difference_db": (
            translate("Measures", "Envelope difference"),
            translate(
                "Measures",
                "How far the levels of pieces of 20 ms are apart, whatever the waves do. 0 dB "
                "is equal.",
            ),
        ),
        "peak_error_dbfs": (
            translate("Measures", "Peak error"),
            translate("Measures", "The largest difference of two samples; 0 dBFS is full scale."),
        ),
        "mse": (
            translate("Measures", "MSE"),
            translate("Measures", "Mean squared error of the samples; 1 is full scale."),
        ),
        "correlation": (
            translate("Measures", "Correlation"),
            translate(
                "Measures",
                "Pearson's correlation of the samples: 1 for the same shape, 0 for nothing in "
                "common, −1 for the sign turned.",
            ),
        ),
        "lag_samples": (
            translate("Measures", "Lag"),
            translate(
                "Measures",
                "By how much the decoded sound comes later. Both were lined up by it before "
                "anything was drawn or measured.",
            ),
        ),
    }


def _of_sizes() -> dict[str, tuple[str, str]]:
    return {
        "seconds": (
            translate("Measures", "Compared"),
            translate("Measures", "How much sound was measured."),
        ),
        "original_bytes": (
            translate("Measures", "Original file"),
            translate("Measures", "Size of the original's file, as it lies on the disk."),
        ),
        "encoded_bytes": (
            translate("Measures", "Encoded file"),
            translate("Measures", "Size of the encoded file."),
        ),
        "ratio": (
            translate("Measures", "Original : encoded"),
            translate("Measures", "How many times smaller the encoded file is."),
        ),
        "bits_per_sample": (
            translate("Measures", "Bits per sample"),
            translate("Measures", "Encoded bits for each sample of one channel."),
        ),
        "kbit_per_s": (
            translate("Measures", "Bit rate"),
            translate("Measures", "Thousands of encoded bits for a second of sound."),
        ),
    }


def value_text(key: str, value: object) -> str:
    """Say the value of a measure with its unit, as short as a table needs it."""
    if value is None:
        return NOTHING
    if value in ("inf", "-inf"):
        return "∞" if value == "inf" else "−∞"
    if key.endswith("_bytes") and isinstance(value, int | float):
        return size_text(value)
    if key == "seconds" and isinstance(value, int | float):
        return clock_text(value, 2)
    if key == "mse" and isinstance(value, int | float):
        return small_text(value, 3)
    digits = 1 if key.endswith("_dbfs") else 0 if key == "kbit_per_s" else None
    return _with_unit(key, _number_text(value, digits))


def _with_unit(key: str, number: str) -> str:
    if key == "kbit_per_s":
        return translate("Units", "{number} kbit/s").format(number=number)
    if key == "lag_samples":
        return translate("Units", "{number} samples").format(number=number)
    if key.endswith("_dbfs"):
        return translate("Units", "{level} dBFS").format(level=number)
    if key.endswith("_db"):
        return translate("Units", "{level} dB").format(level=number)
    if key.endswith("_hz"):
        return translate("Units", "{rate} Hz").format(rate=number)
    return number


def _number_text(value: object, digits: int | None = None) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    if isinstance(value, int):
        return count_text(value)
    if 0.0 < abs(value) < 0.0005:
        return small_text(value)
    if digits is None:
        digits = 3 if abs(value) <= 1 else 2 if abs(value) < 100 else 1
    return number_text(value, digits)


def sound_text(sound: SoundFormat) -> str:
    """Say what a sound is: rate, channels, bits and length."""
    parts = [
        rate_text(sound.rate_hz),
        channels_text(sound.n_channels),
    ]
    if sound.sample_type is SampleType.F32:
        parts.append(translate("Compare", "float"))
    else:
        bits = str(sound.sample_type.bits)
        parts.append(translate("Compare", "{bits} bits").format(bits=bits))
    if sound.seconds is not None:
        parts.append(clock_text(sound.seconds, 2))
    return " · ".join(parts)


def channels_text(n_channels: int) -> str:
    """Say how many channels there are."""
    if n_channels == 1:
        return translate("Compare", "mono")
    if n_channels == 2:
        return translate("Compare", "stereo")
    return translate("Compare", "{number} channels").format(number=n_channels)


def channel_name(channel: int, n_channels: int) -> str:
    """Name one channel of a sound."""
    if n_channels == 2:
        return (translate("Compare", "Left"), translate("Compare", "Right"))[channel]
    return translate("Compare", "Channel {number}").format(number=channel + 1)


def channel_letter(channel: int, n_channels: int) -> str:
    """Mark one channel of a sound as shortly as can be."""
    if n_channels == 2:
        return (translate("Compare", "L"), translate("Compare", "R"))[channel]
    return str(channel + 1)


def lag_text(lag_samples: int, rate_hz: int) -> str:
    """Say a lag in samples and milliseconds."""
    if not lag_samples:
        return translate("Compare", "0 samples")
    return translate("Compare", "{samples} samples ({milliseconds} ms)").format(
        samples=count_text(lag_samples),
        milliseconds=number_text(1000 * lag_samples / rate_hz, 2),
    )


def place_text(sample: float, rate_hz: int, samples_a_pixel: float) -> str:
    """Say a place as time and as a sample, as finely as a pixel tells."""
    decimals = min(6, decimals_for(10 ** math.floor(math.log10(max(samples_a_pixel, 1) / rate_hz))))
    return translate("Compare", "{time} · sample {sample}").format(
        time=clock_text(sample / rate_hz, decimals), sample=count_text(max(0, math.floor(sample)))
    )


def level_text(level_db: float | None, *, signed: bool = False) -> str:
    """Say a level in dB."""
    if level_db is None or math.isnan(level_db):
        return NOTHING
    return decibel_text(level_db, signed=signed)


def bare_level_text(level_db: float | None) -> str:
    """Say a level in dB without the unit, which stands at the end of a row of them."""
    if level_db is None or math.isnan(level_db):
        return NOTHING
    return number_text(level_db, 1)


def amplitude_text(low: float, high: float) -> str:
    """Say a sample, or how large the samples are at most."""
    if math.isnan(low):
        return NOTHING
    if low == high:
        return number_text(low, 5, signed=True)
    return f"≤ {number_text(max(-low, high), 3)}"


def frequency_text(frequency_hz: float) -> str:
    """Say a frequency."""
    if frequency_hz >= 1000:
        number = number_text(frequency_hz / 1000, 2)
        return translate("Units", "{rate} kHz").format(rate=number)
    return rate_text(frequency_hz)


def pair_text(original: Path, decoded: Path) -> str:
    """Name a pair in a line."""
    return f"{original.name} ↔ {decoded.name}"
