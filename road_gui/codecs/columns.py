"""The columns of the comparison: what they are called, mean, and say of a row."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication

from road_codec import Trial
from road_gui import messages
from road_gui.codecs.rows import Row
from road_gui.messages import endless_text, percent_text, size_text

translate = QCoreApplication.translate


class Column(IntEnum):
    """What stands where."""

    CODEC = 0
    SETTING = 1
    BYTES = 2
    BITS = 3
    KBIT = 4
    RATIO = 5
    SNR = 6
    SEGMENTAL = 7
    SI_SDR = 8
    SPECTRAL = 9
    ENVELOPE = 10
    ENCODE = 11
    DECODE = 12


NAMES = (Column.CODEC, Column.SETTING)
"""Columns of words; all others hold numbers."""

MEASURES = (Column.SNR, Column.SEGMENTAL, Column.SI_SDR, Column.SPECTRAL, Column.ENVELOPE)
"""What can be drawn against bits per sample."""

LOWER_IS_BETTER = (Column.SPECTRAL, Column.ENVELOPE)
"""Distances; of the other measures more is better."""


@dataclass(frozen=True, slots=True)
class Words:
    """What people are told of a column.

    Attributes
    ----------
    head : str
        Its heading, short, in two lines at most.
    name : str
        Its whole name, with the unit.
    tip : str
        What it means.
    """

    head: str
    name: str
    tip: str


def words_of(column: Column) -> Words:
    """Return what people are told of a column."""
    return _words()[column]


def number_of(row: Row, column: Column) -> float | None:
    """Return the number that a row has in a column, None if it has none (yet)."""
    return None if row.trial is None or column in NAMES else _NUMBERS[column](row.trial)


def text_of(row: Row, column: Column) -> str:
    """Return what stands in a cell."""
    if column is Column.CODEC:
        return row.title
    if column is Column.SETTING:
        return row.label
    number = number_of(row, column)
    if number is None:
        return "" if row.trial is None else "–"
    return number_text(number, column)


def number_text(number: float, column: Column) -> str:
    """Say a number of a column as people read it."""
    match column:
        case Column.BYTES:
            return size_text(number)
        case Column.RATIO:
            return percent_text(number)
        case Column.ENCODE | Column.DECODE:  # times what, the heading says
            return messages.number_text(number, 1 if number < 100 else 0)
        case Column.KBIT:
            return messages.number_text(number, 0 if number >= 100 else 1)
    return endless_text(number, 1 if column in MEASURES[:-1] else 2)


_NUMBERS: dict[Column, Callable[[Trial], float | None]] = {
    Column.BYTES: lambda trial: trial.encoded_bytes,
    Column.BITS: lambda trial: trial.bits_per_sample,
    Column.KBIT: lambda trial: trial.kbit_per_s,
    Column.RATIO: lambda trial: trial.ratio,
    Column.SNR: lambda trial: trial.comparison.snr_db,
    Column.SEGMENTAL: lambda trial: trial.comparison.segmental_snr_db,
    Column.SI_SDR: lambda trial: trial.comparison.si_sdr_db,
    Column.SPECTRAL: lambda trial: trial.comparison.log_spectral_distance_db,
    Column.ENVELOPE: lambda trial: trial.comparison.envelope_difference_db,
    Column.ENCODE: lambda trial: trial.encode_times_real_time,
    Column.DECODE: lambda trial: trial.decode_times_real_time,
}


def _words() -> dict[Column, Words]:
    return {
        Column.CODEC: Words(translate("Columns", "Codec"), translate("Columns", "Codec"), ""),
        Column.SETTING: Words(
            translate("Columns", "Setting"),
            translate("Columns", "Setting"),
            translate("Columns", "With which parameters the codec worked."),
        ),
        Column.BYTES: Words(
            translate("Columns", "Size"),
            translate("Columns", "Size of the encoded file"),
            translate("Columns", "The whole file, with its head."),
        ),
        Column.BITS: Words(
            translate("Columns", "Bits per\nsample"),
            translate("Columns", "Bits per sample"),
            translate("Columns", "Bits of the file for each sample of each channel."),
        ),
        Column.KBIT: Words(
            translate("Columns", "kbit/s"),
            translate("Columns", "Bit rate, kbit/s"),
            translate("Columns", "Thousands of bits a second, all channels together."),
        ),
        Column.RATIO: Words(
            translate("Columns", "Ratio"),
            translate("Columns", "Ratio of sizes"),
            translate("Columns", "The file as a share of the samples without compression."),
        ),
        **_words_of_measures(),
        **_words_of_times(),
    }


def _words_of_measures() -> dict[Column, Words]:
    return {
        Column.SNR: Words(
            translate("Columns", "SNR\ndB"),
            translate("Columns", "Signal-to-noise ratio, dB"),
            translate(
                "Columns",
                "Energy of the sound against that of the error; more is better. Punishes changes "
                "of gain or phase that nobody hears.",
            ),
        ),
        Column.SEGMENTAL: Words(
            translate("Columns", "Segm.\nSNR dB"),
            translate("Columns", "Segmental SNR, dB"),
            translate(
                "Columns",
                "Mean of the ratios of stretches of 20 ms, each between −10 and 35 dB: quiet "
                "passages count as much as loud ones. More is better.",
            ),
        ),
        Column.SI_SDR: Words(
            translate("Columns", "SI-SDR\ndB"),
            translate("Columns", "Scale-invariant SDR, dB"),
            translate("Columns", "As the SNR, but the volume does not matter; more is better."),
        ),
        Column.SPECTRAL: Words(
            translate("Columns", "LSD\ndB"),
            translate("Columns", "Log-spectral distance, dB"),
            translate(
                "Columns",
                "How far the spectra are apart, all frequencies alike; less is better. A missing "
                "band costs much, even where nobody hears it.",
            ),
        ),
        Column.ENVELOPE: Words(
            translate("Columns", "Envel.\ndB"),
            translate("Columns", "Envelope difference, dB"),
            translate(
                "Columns",
                "How far levels in time are apart, whatever the waveform does; less is better.",
            ),
        ),
    }


def _words_of_times() -> dict[Column, Words]:
    contains = translate(
        "Columns",
        "Wall time inside this program, when codecs have been warmed up: reading and writing of "
        "files on the disk counts, starting a program does not. Others that work at the same "
        "time slow it down; for fair times let one setting run at once.",
    )
    return {
        Column.ENCODE: Words(
            translate("Columns", "Encode\n× time"),
            translate("Columns", "Encoding, × real time"),
            translate("Columns", "Times faster than the sound lasts.") + "\n" + contains,
        ),
        Column.DECODE: Words(
            translate("Columns", "Decode\n× time"),
            translate("Columns", "Decoding to a WAVE file, × real time"),
            translate("Columns", "Times faster than the sound lasts.") + "\n" + contains,
        ),
    }
