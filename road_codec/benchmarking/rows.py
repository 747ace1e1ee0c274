"""One row for each codec and setting: sums, medians and greatest values over the sounds."""

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from road_codec.benchmarking.coders import Coder
from road_codec.benchmarking.measuring import Measurement
from road_codec.metrics.report import JsonValue, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What a codec at a setting made of some sounds.

    Attributes
    ----------
    codec, setting : str
        Which.
    house : bool
        Whether it is of this program.
    files : int
        Number of sounds.
    seconds : float
        Their duration, added up.
    encoded_bytes : int
        Its files, added up.
    bits_per_sample : float
        All its bits / all samples of all channels.
    kbit_per_s : float
        All its bits / all seconds / 1000.
    snr_db, segmental_snr_db, si_sdr_db, log_spectral_distance_db : float or None
        Medians over the sounds for which they are defined.
    encode_times_real_time, decode_times_real_time : float
        All seconds of sound / all seconds of its processes.
    encode_cpu_s, decode_cpu_s : float
        Seconds of processors, added up.
    encode_peak_bytes, decode_peak_bytes : int
        The most memory that a process held.
    """

    codec: str
    setting: str
    house: bool
    files: int
    seconds: float
    encoded_bytes: int
    bits_per_sample: float
    kbit_per_s: float
    snr_db: float | None
    segmental_snr_db: float | None
    si_sdr_db: float | None
    log_spectral_distance_db: float | None
    encode_times_real_time: float
    decode_times_real_time: float
    encode_cpu_s: float
    decode_cpu_s: float
    encode_peak_bytes: int
    decode_peak_bytes: int

    def as_json(self) -> dict[str, JsonValue]:
        """Return plain values for JSON."""
        return {name: _plain(getattr(self, name)) for name in self.__dataclass_fields__}


def row_of(measurements: Sequence[Measurement]) -> Row:
    """Sum up what one coder made of at least one sound."""
    coder = measurements[0].coder
    seconds = sum(one.seconds for one in measurements)
    encoded_bytes = sum(one.encoded_bytes for one in measurements)
    values = sum(one.n_samples * one.n_channels for one in measurements)
    found = [one.comparison for one in measurements]
    return Row(
        codec=coder.codec,
        setting=coder.setting,
        house=coder.house,
        files=len(measurements),
        seconds=seconds,
        encoded_bytes=encoded_bytes,
        bits_per_sample=8.0 * encoded_bytes / values,
        kbit_per_s=8.0 * encoded_bytes / seconds / 1000.0,
        snr_db=_median(one.snr_db for one in found),
        segmental_snr_db=_median(one.segmental_snr_db for one in found),
        si_sdr_db=_median(one.si_sdr_db for one in found),
        log_spectral_distance_db=_median(one.log_spectral_distance_db for one in found),
        encode_times_real_time=seconds / sum(one.encoding.wall_s for one in measurements),
        decode_times_real_time=seconds / sum(one.decoding.wall_s for one in measurements),
        encode_cpu_s=sum(one.encoding.cpu_s for one in measurements),
        decode_cpu_s=sum(one.decoding.cpu_s for one in measurements),
        encode_peak_bytes=max(one.encoding.peak_bytes for one in measurements),
        decode_peak_bytes=max(one.decoding.peak_bytes for one in measurements),
    )


def rows_of(measurements: Iterable[Measurement]) -> list[Row]:
    """Sum up by coders, in the order in which they first come."""
    by_coder: dict[Coder, list[Measurement]] = {}
    for one in measurements:
        by_coder.setdefault(one.coder, []).append(one)
    return [row_of(group) for group in by_coder.values()]


def _median(values: Iterable[float | None]) -> float | None:
    defined = [value for value in values if value is not None]
    middle = statistics.median(defined) if defined else None
    # Between plus and minus infinity there is no middle.
    return None if middle is None or math.isnan(middle) else middle


def _plain(value: JsonValue) -> JsonValue:
    return plain(value) if isinstance(value, float) else value
