"""How far two sounds are apart in their short-time spectra."""

import numpy as np

from road_codec.metrics.frames import FrameMean
from road_codec.metrics.pairs import Floats, Samples

FRAME_LEN = 2048
"""Samples of a frame."""

HOP = 1024
"""Samples from the start of a frame to that of the next."""

ROUNDING_POWER = 2.0**-30 / 12.0
"""Power of 16-bit rounding noise, a twelfth of the square of a step (Bennett, 1948)."""


def periodic_hann(length: int) -> Floats:
    """Return a Hann window, shape (length,), whose shifts by half a length add up to 1."""
    return 0.5 - 0.5 * np.cos(2.0 * np.pi * np.arange(length) / length)


class LogSpectralDistance:
    """Log-spectral distance, in dB.

    Per frame and channel the root mean square, over all bins, of the difference of the
    two power spectra in dB; then the mean over frames and channels.  Both spectra stand
    on the noise of 16-bit rounding, which is added to their powers: what is
    far below it does not count, and silence has a spectrum.

    A sound shorter than a frame is put in the middle of one, where the window is open.

    References
    ----------
    Gray and Markel, *Distance measures for speech processing*, IEEE Transactions
    on Acoustics, Speech and Signal Processing 24, 1976.
    """

    def __init__(self) -> None:
        self._mean = FrameMean(FRAME_LEN, HOP, self._distances_db)
        self._window = periodic_hann(FRAME_LEN)
        # Expected power of white noise in one bin of a windowed frame.
        self._floor = ROUNDING_POWER * float(np.sum(self._window**2))

    def add(self, original: Samples, decoded: Samples) -> None:
        """Take the next block of both sounds, shape (channels, samples), full scale ±1.0."""
        self._mean.add(original, decoded)

    def result(self) -> float | None:
        """Return dB, 0.0 for identical sounds; None without samples."""
        return self._mean.result()

    def _distances_db(self, frames: Floats) -> Floats:
        """Return the distances, (channels, n_frames), of (2, channels, n_frames, n)."""
        if frames.shape[3] < FRAME_LEN:
            frames = _centred(frames)
        spectra = np.fft.rfft(frames * self._window)
        powers = spectra.real**2 + spectra.imag**2 + self._floor
        differences_db = 10.0 * np.log10(powers[0] / powers[1])
        return np.asarray(np.sqrt(np.mean(differences_db**2, axis=2)), dtype=np.float64)


def _centred(short: Floats) -> Floats:
    """Lengthen (…, n < FRAME_LEN) to FRAME_LEN with silence on both sides."""
    missing = FRAME_LEN - short.shape[-1]
    # The odd sample goes to the left, so that a single one meets the window's peak.
    left = (missing + 1) // 2
    return np.pad(short, ((0, 0), (0, 0), (0, 0), (left, missing - left)))
