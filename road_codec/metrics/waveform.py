"""Measures of the difference between two waveforms, sample by sample or level by level.

Each is an accumulator: `add` takes the next block of both sounds, `result` says
what holds so far.  None means that the measure is not defined (no samples, a
silent original), infinity that there is no error at all.
"""

import math

import numpy as np
from numpy.typing import NDArray

from road_codec.metrics.frames import FrameMean, Framer, level_frame_len
from road_codec.metrics.pairs import Floats, Samples, slabs

Singles = NDArray[np.float32]

SEGMENT_RANGE_DB = (-10.0, 35.0)
"""Range of one frame's SNR: beyond it nobody hears a difference (Hansen and Pellom, 1998)."""

AUDIBLE_DBFS = -70.0
"""Frames of the original below this level have no segmental SNR: the pause between words."""

ENVELOPE_FLOOR_DBFS = -90.0
"""Lowest level of an envelope, that of one bit in 16: silences of different depth are equal."""

_BEYOND_ROUNDING_DB = 250.0
# Samples rounded to float64 are their own scaled copies only up to about 310 dB.

_SILENT_ENERGY = 1e-100
# Below the square of anything that a float file can hold; keeps the gain from overflowing.


def _power_db(signal: float, noise: float) -> float:
    """Return the ratio of two energies in dB, infinite where one of them is 0."""
    if noise <= 0.0:
        return math.inf
    if signal <= 0.0:
        return -math.inf
    return 10.0 * (math.log10(signal) - math.log10(noise))


class Snr:
    """Signal-to-noise ratio over all samples of all channels, in dB."""

    def __init__(self) -> None:
        self._signal = 0.0
        self._noise = 0.0

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of both sounds, shape (channels, samples), full scale ±1.0."""
        for slab in slabs(original, decoded):
            self._signal += float(np.sum(slab[0] ** 2))
            self._noise += float(np.sum((slab[0] - slab[1]) ** 2))

    def result(self) -> float | None:
        """Return dB; infinite without noise, None if the original is silent."""
        return _power_db(self._signal, self._noise) if self._signal > 0.0 else None


class SegmentalSnr:
    """Mean of the signal-to-noise ratios of 20 ms frames, in dB.

    Each frame's ratio is taken over all channels and clamped to
    `SEGMENT_RANGE_DB`; frames whose original is below `AUDIBLE_DBFS` are left out.

    Parameters
    ----------
    rate_hz : int
        Samples per second of one channel.

    References
    ----------
    Quackenbush, Barnwell and Clements, *Objective Measures of Speech Quality*, 1988;
    Hansen and Pellom, *An effective quality evaluation protocol for speech
    enhancement algorithms*, ICSLP 1998.
    """

    def __init__(self, rate_hz: int) -> None:
        frame_len = level_frame_len(rate_hz)
        self._mean = FrameMean(frame_len, frame_len, _segment_snrs_db)

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of both sounds, shape (channels, samples), full scale ±1.0."""
        self._mean.add(original, decoded)

    def result(self) -> float | None:
        """Return dB, within `SEGMENT_RANGE_DB`; None if no frame is loud enough."""
        return self._mean.result()


class SegmentalSnrCurve:
    """The signal-to-noise ratio of every 20 ms frame, in dB: segmental SNR over time.

    Parameters
    ----------
    rate_hz : int
        Samples per second of one channel.
    """

    def __init__(self, rate_hz: int) -> None:
        self.frame_len = level_frame_len(rate_hz)
        self._framer = Framer(self.frame_len, self.frame_len)
        self._parts: list[Singles] = []

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of both sounds, shape (channels, samples), full scale ±1.0."""
        for frames in self._framer.add(original, decoded):
            self._parts.append(_frame_snrs_db(frames).astype(np.float32))

    def values(self) -> Singles:
        """Return dB of the frames so far, shape (n_frames,), clamped as `SegmentalSnr` does.

        Frame k begins at sample k · `frame_len`; NaN where the original is not audible.
        """
        if len(self._parts) != 1:
            self._parts = [np.concatenate([np.empty(0, np.float32), *self._parts])]
        return self._parts[0]


def _segment_snrs_db(frames: Floats) -> Floats:
    """Return the clamped ratios of the audible ones of (2, channels, n_frames, n)."""
    ratios = _frame_snrs_db(frames)
    return ratios[~np.isnan(ratios)]


def _frame_snrs_db(frames: Floats) -> Floats:
    """Return the clamped ratios, (n_frames,), of (2, channels, n_frames, n); NaN in silence."""
    signal = np.sum(frames[0] ** 2, axis=(0, 2))
    noise = np.sum((frames[0] - frames[1]) ** 2, axis=(0, 2))
    samples_per_frame = frames.shape[1] * frames.shape[3]
    audible = signal >= samples_per_frame * 10.0 ** (AUDIBLE_DBFS / 10.0)
    low, high = SEGMENT_RANGE_DB
    ratios = np.full(len(signal), np.nan)
    signal, noise = signal[audible], noise[audible]
    # As much noise as the upper clamp allows anyway, so that none is divided by 0.
    noise = np.maximum(noise, signal * 10.0 ** (-high / 10.0))
    ratios[audible] = np.maximum(10.0 * np.log10(signal / noise), low)
    return ratios


class SiSdr:
    """Scale-invariant signal-to-distortion ratio over all channels, in dB.

    The decoded sound is split into the multiple of the original that is nearest to
    it, with one gain for all channels, and the rest.  Means are not removed.

    References
    ----------
    Le Roux, Wisdom, Erdogan and Hershey, *SDR - half-baked or well done?*,
    ICASSP 2019, equation 4.
    """

    def __init__(self) -> None:
        self._energy = 0.0  # of the original
        self._gain = 0.0  # of the nearest multiple
        self._rest = 0.0  # energy of what it leaves

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of both sounds, shape (channels, samples), full scale ±1.0."""
        for slab in slabs(original, decoded):
            self._merge(slab[0], slab[1])

    def result(self) -> float | None:
        """Return dB; infinite for a scaled copy, None if one of the sounds is silent."""
        target = self._gain * self._gain * self._energy
        if self._energy <= 0.0 or (target <= 0.0 and self._rest <= 0.0):
            return None
        ratio_db = _power_db(target, self._rest)
        return math.inf if ratio_db > _BEYOND_ROUNDING_DB else ratio_db

    def _merge(self, original: Floats, decoded: Floats) -> None:
        """Join the fit of one slab with that of everything before it.

        A difference of large sums would drown a small rest in rounding; here all
        that is added is positive, as in the pairwise variance of Chan, Golub and
        LeVeque (*Algorithms for computing the sample variance*, 1983).
        """
        energy = float(np.sum(original * original))
        if energy < _SILENT_ENERGY:
            self._rest += float(np.sum(decoded * decoded))
            return
        gain = float(np.sum(original * decoded)) / energy
        self._rest += float(np.sum((decoded - gain * original) ** 2))
        step = gain - self._gain
        weight = energy / (self._energy + energy)
        self._rest += step * step * self._energy * weight
        self._gain += step * weight
        self._energy += energy


class MeanSquaredError:
    """Mean of the squared differences over all samples of all channels, full scale 1.0."""

    def __init__(self) -> None:
        self._total = 0.0
        self._n_values = 0

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of both sounds, shape (channels, samples), full scale ±1.0."""
        for slab in slabs(original, decoded):
            self._total += float(np.sum((slab[0] - slab[1]) ** 2))
            self._n_values += slab[0].size

    def result(self) -> float | None:
        """Return the mean; None without samples."""
        return self._total / self._n_values if self._n_values else None


class PeakError:
    """Largest absolute difference of two samples, in units of full scale."""

    def __init__(self) -> None:
        self._peak: float | None = None

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of both sounds, shape (channels, samples), full scale ±1.0."""
        for slab in slabs(original, decoded):
            self._peak = max(self._peak or 0.0, float(np.max(np.abs(slab[0] - slab[1]))))

    def result(self) -> float | None:
        """Return the peak, 1.0 is full scale; None without samples."""
        return self._peak


class Correlation:
    """Pearson's correlation of all samples of all channels, without unit.

    References
    ----------
    Merging of means and products: Chan, Golub and LeVeque, *Algorithms for
    computing the sample variance*, The American Statistician 37, 1983.
    """

    def __init__(self) -> None:
        self._n_samples = 0
        self._means = np.zeros(2)
        self._products = np.zeros((2, 2))  # of deviations from the means

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of both sounds, shape (channels, samples), full scale ±1.0."""
        for slab in slabs(original, decoded):
            self._merge(slab.reshape(2, -1))

    def result(self) -> float | None:
        """Return -1.0 to 1.0; None if one of the sounds is constant."""
        # Where even the product of the energies underflows, there was nothing to hear.
        scale = math.sqrt(float(self._products[0, 0]) * float(self._products[1, 1]))
        if scale <= 0.0:
            return None
        return max(-1.0, min(1.0, float(self._products[0, 1]) / scale))

    def _merge(self, values: Floats) -> None:
        """Join (2, n) values with everything before them."""
        n_new = values.shape[1]
        # Means are taken from the first sample on: those of a constant are then exact.
        first = values[:, :1]
        deviations = values - first
        offsets = deviations.mean(axis=1, keepdims=True)
        deviations -= offsets
        shift = (first + offsets)[:, 0] - self._means
        total = self._n_samples + n_new
        self._products += deviations @ deviations.T
        self._products += np.outer(shift, shift) * (self._n_samples * (n_new / total))
        self._means += shift * (n_new / total)
        self._n_samples = total


class EnvelopeDifference:
    """Mean absolute difference of the 20 ms RMS envelopes, in dB.

    Each channel has an envelope of its own: the RMS level of every frame, in dBFS
    (an RMS of 1.0 is 0 dBFS), not below `ENVELOPE_FLOOR_DBFS`.  Differences are averaged
    over frames and channels.

    Parameters
    ----------
    rate_hz : int
        Samples per second of one channel.
    """

    def __init__(self, rate_hz: int) -> None:
        frame_len = level_frame_len(rate_hz)
        self._mean = FrameMean(frame_len, frame_len, _level_differences_db)

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of both sounds, shape (channels, samples), full scale ±1.0."""
        self._mean.add(original, decoded)

    def result(self) -> float | None:
        """Return dB, 0.0 for equal envelopes; None without samples."""
        return self._mean.result()


def _level_differences_db(frames: Floats) -> Floats:
    """Return the differences, (channels, n_frames), of (2, channels, n_frames, n)."""
    powers = np.mean(frames**2, axis=3)
    levels_db = 10.0 * np.log10(np.maximum(powers, 10.0 ** (ENVELOPE_FLOOR_DBFS / 10.0)))
    return np.asarray(np.abs(levels_db[0] - levels_db[1]), dtype=np.float64)
