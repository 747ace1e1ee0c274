"""All measures of one comparison, gathered, and their form for JSON."""

import math
from dataclasses import dataclass

from road_codec.errors import ParameterError
from road_codec.metrics.pairs import Samples
from road_codec.metrics.spectral import LogSpectralDistance
from road_codec.metrics.waveform import (
    Correlation,
    EnvelopeDifference,
    MeanSquaredError,
    PeakError,
    SegmentalSnr,
    SiSdr,
    Snr,
)

JsonValue = str | int | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How far a decoded sound is from its original, and what it costs.

    None stands for what is not defined or not known.

    Attributes
    ----------
    rate_hz : int
        Samples per second of one channel.
    n_channels, n_samples : int
        Size of what was compared; samples of one channel.
    lag_samples : int
        By how much the decoded sound came later before both were lined up.
    mse : float or None
        Mean squared error, 1.0 is full scale.
    snr_db, segmental_snr_db, si_sdr_db : float or None
        Ratios of signal to error; infinite where there is no error.
    log_spectral_distance_db, envelope_difference_db : float or None
        Distances of spectra and of levels; 0.0 for identical sounds.
    peak_error : float or None
        Largest difference of two samples, 1.0 is full scale.
    correlation : float or None
        Pearson's, -1.0 to 1.0.
    original_bytes, encoded_bytes : int or None
        Sizes of the files or payloads, whichever the caller compares.
    """

    rate_hz: int
    n_channels: int
    n_samples: int
    lag_samples: int = 0
    mse: float | None = None
    snr_db: float | None
    segmental_snr_db: float | None
    si_sdr_db: float | None
    log_spectral_distance_db: float | None
    peak_error: float | None
    correlation: float | None
    envelope_difference_db: float | None
    original_bytes: int | None = None
    encoded_bytes: int | None = None

    @property
    def peak_error_dbfs(self) -> float | None:
        """The peak error as a level; minus infinity if there is no error."""
        if self.peak_error is None:
            return None
        return 20.0 * math.log10(self.peak_error) if self.peak_error > 0.0 else -math.inf

    @property
    def seconds(self) -> float:
        """Duration of what was compared."""
        return self.n_samples / self.rate_hz

    @property
    def ratio(self) -> float | None:
        """How many times smaller the encoded form is than the original."""
        if self.original_bytes is None or not self.encoded_bytes:
            return None
        return self.original_bytes / self.encoded_bytes

    @property
    def bits_per_sample(self) -> float | None:
        """Encoded bits per sample of one channel."""
        values = self.n_samples * self.n_channels
        if self.encoded_bytes is None or not values:
            return None
        return 8.0 * self.encoded_bytes / values

    @property
    def kbit_per_s(self) -> float | None:
        """Encoded thousands of bits per second, of all channels together."""
        if self.encoded_bytes is None or not self.n_samples:
            return None
        return 8.0 * self.encoded_bytes / self.seconds / 1000.0

    def as_json(self) -> dict[str, JsonValue]:
        """Return plain values for JSON, which has no infinity: it becomes "inf" or "-inf"."""
        return {
            "mse": plain(self.mse),
            "snr_db": plain(self.snr_db),
            "segmental_snr_db": plain(self.segmental_snr_db),
            "si_sdr_db": plain(self.si_sdr_db),
            "log_spectral_distance_db": plain(self.log_spectral_distance_db),
            "peak_error": plain(self.peak_error),
            "peak_error_dbfs": plain(self.peak_error_dbfs),
            "correlation": plain(self.correlation),
            "envelope_difference_db": plain(self.envelope_difference_db),
            "lag_samples": self.lag_samples,
            "rate_hz": self.rate_hz,
            "channels": self.n_channels,
            "samples": self.n_samples,
            "seconds": self.seconds,
            "original_bytes": self.original_bytes,
            "encoded_bytes": self.encoded_bytes,
            "ratio": self.ratio,
            "bits_per_sample": self.bits_per_sample,
            "kbit_per_s": self.kbit_per_s,
        }


def plain(value: float | None) -> float | str | None:
    """Return a value that JSON can hold, which has no infinity: it becomes "inf" or "-inf"."""
    if value is None or math.isfinite(value):
        return value
    return "inf" if value > 0.0 else "-inf"


class Comparer:
    """Takes two sounds block by block and measures everything at once.

    The sounds must be lined up and of one length already; memory does not grow with it.

    Parameters
    ----------
    rate_hz : int
        Samples per second of one channel.
    n_channels : int
        Channels of both sounds.

    Raises
    ------
    ParameterError
        If one of them is not positive.
    """

    def __init__(self, rate_hz: int, n_channels: int) -> None:
        if rate_hz < 1 or n_channels < 1:
            raise ParameterError(f"{n_channels} channels at {rate_hz} Hz, must be 1 or more each")
        self._rate_hz = rate_hz
        self._n_channels = n_channels
        self._n_samples = 0
        self._mse = MeanSquaredError()
        self._snr = Snr()
        self._segmental_snr = SegmentalSnr(rate_hz)
        self._si_sdr = SiSdr()
        self._log_spectral_distance = LogSpectralDistance()
        self._peak_error = PeakError()
        self._correlation = Correlation()
        self._envelope_difference = EnvelopeDifference(rate_hz)

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of both sounds.

        Parameters
        ----------
        original, decoded : ndarray of float, shape (channels, samples)
            The same stretch of both, full scale ±1.0.

        Raises
        ------
        ParameterError
            If shapes differ from each other or from `n_channels`, or samples
            are not floats or not finite.
        """
        for name, block in (("original", original), ("decoded", decoded)):
            if block.ndim != 2 or block.shape[0] != self._n_channels:
                raise ParameterError(
                    f"{name}: samples are {block.shape}, must be ({self._n_channels}, samples)"
                )
        self._mse.add(original, decoded)
        self._snr.add(original, decoded)
        self._segmental_snr.add(original, decoded)
        self._si_sdr.add(original, decoded)
        self._log_spectral_distance.add(original, decoded)
        self._peak_error.add(original, decoded)
        self._correlation.add(original, decoded)
        self._envelope_difference.add(original, decoded)
        self._n_samples += original.shape[1]

    def result(
        self,
        *,
        lag_samples: int = 0,
        original_bytes: int | None = None,
        encoded_bytes: int | None = None,
    ) -> Comparison:
        """Return what holds for everything taken so far.

        Parameters
        ----------
        lag_samples : int
            By how much the caller has moved the decoded sound, for the record.
        original_bytes, encoded_bytes : int or None
            Sizes, where they are known.
        """
        return Comparison(
            rate_hz=self._rate_hz,
            n_channels=self._n_channels,
            n_samples=self._n_samples,
            lag_samples=lag_samples,
            mse=self._mse.result(),
            snr_db=self._snr.result(),
            segmental_snr_db=self._segmental_snr.result(),
            si_sdr_db=self._si_sdr.result(),
            log_spectral_distance_db=self._log_spectral_distance.result(),
            peak_error=self._peak_error.result(),
            correlation=self._correlation.result(),
            envelope_difference_db=self._envelope_difference.result(),
            original_bytes=original_bytes,
            encoded_bytes=encoded_bytes,
        )
